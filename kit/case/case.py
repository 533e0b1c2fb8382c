"""A case as a whole: who is in it, which tensions it has, its moments and its endings."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from annotated_types import MinLen

from kit.case.context import Agency, Concept, Effect, Influence
from kit.case.expectation import Claim, Expectation, Topic
from kit.case.field import Actor, Condition, Tension
from kit.case.moment import Ending, Moment
from kit.case.parts import Closed, Name, Source, part

_Part = TypeVar("_Part", Actor, Tension, Moment, Ending, Source)


@dataclass(frozen=True, kw_only=True)
class Case(Closed):
    """A case: who is in it, which tensions it has, its moments and its endings."""

    format: Literal[1] = part("De versie van deze opzet. Begin hiermee.")
    id: Name = part("Kort kenmerk, gelijk aan de bestandsnaam.")
    title: Name = part("Titel van de casus.")
    actors: Annotated[tuple[Actor, ...], MinLen(2)] = part("Wie er een rol spelen.")
    tensions: Annotated[tuple[Tension, ...], MinLen(1)] = part(
        "Spanningen: een kenmerk uit tensions.yaml, of een eigen spanning."
    )
    moments: Annotated[tuple[Moment, ...], MinLen(1)] = part("De beslismomenten; het eerste is het begin.")
    endings: Annotated[tuple[Ending, ...], MinLen(1)] = part("De mogelijke aflopen.")
    subtitle: str = part("Bijvoorbeeld 'verzonnen, naar onderzoek'.", "verzonnen")
    setting: str = part("Waar en wanneer, en wie jij hierin bent.", "")
    theme: str = part("Waar het over gaat, in een paar woorden.", "")
    warning: str = part("Wat een speler vooraf moet weten om veilig te beginnen.", "")
    minutes: int = part("Hoe lang de casus ongeveer duurt.", 45, ge=5, le=480)
    goals: tuple[str, ...] = part("Wat je ermee oefent.", ())
    sources: tuple[Source, ...] = part("Bronnen: een kenmerk uit sources.yaml, of een eigen bron.", ())
    conditions: tuple[Condition, ...] = part("Omstandigheden waaronder wordt beslist.", ())
    topics: tuple[Topic, ...] = part("Onderwerpen waarover iets van elkaar wordt verwacht.", ())
    expectations: tuple[Expectation, ...] = part("Wat wie van wie verwacht.", ())
    roles: tuple[Claim, ...] = part("Wie denkt dat wie beslist en verantwoordelijk is, per taak.", ())
    influences: tuple[Influence, ...] = part("Wie op wie inwerkt, voor de contextkaart.", ())
    agency: tuple[Agency, ...] = part("Manieren om terug te werken op de context.", ())
    concepts: tuple[Concept, ...] = part("Begrippen van de context; zonder opgave die uit context.yaml.", ())
    network: tuple[Effect, ...] = part("Hoe die begrippen op elkaar werken; zonder opgave die uit context.yaml.", ())

    def actor(self, id: str) -> Actor:
        """The actor with this id; KeyError names the ones there are."""
        return _named(self.actors, id, "actor")

    def tension(self, id: str) -> Tension:
        """The tension with this id; KeyError names the ones there are."""
        return _named(self.tensions, id, "tension")

    def moment(self, id: str) -> Moment:
        """The moment with this id; KeyError names the ones there are."""
        return _named(self.moments, id, "moment")

    def ending(self, id: str) -> Ending:
        """The ending with this id; KeyError names the ones there are."""
        return _named(self.endings, id, "ending")

    def source(self, id: str) -> Source:
        """The source with this id; KeyError names the ones there are."""
        return _named(self.sources, id, "source")


def _named(those: tuple[_Part, ...], id: str, kind: str) -> _Part:
    for one in those:
        if one.id == id:
            return one
    raise KeyError(f"no {kind} {id!r}; there are {', '.join(one.id for one in those)}")


def tensions_of(case: Case, moment: Moment) -> tuple[Tension, ...]:
    """The tensions that a moment plays on, in the order of the case."""
    used = {force.tension for force in moment.forces}
    return tuple(tension for tension in case.tensions if tension.id in used)

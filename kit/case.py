"""The vocabulary of a case: what a case file says, as frozen values.

Each class is one part of a case file and declares its fields once: the type, the bounds and the meaning. The
reader, the checks and the JSON Schema all follow from these declarations. Text is Dutch prose in Markdown;
a position lies on an axis from -1 (left pole) to 1 (right pole); a strength is 0, or from 0.01 to 1.
"""

from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, TypeVar

from annotated_types import Ge, Le, MinLen

Provenance = Literal["bron", "interpretatie", "fictie"]
"""Where a statement comes from: a source, our reading of a source, or invention."""

Place = Literal["environment", "team"]
"""Above the line (the environment) or below it (the professional and the team)."""

Name = Annotated[str, MinLen(1)]

Position = Annotated[float, Ge(-1), Le(1)]
"""A place on an axis."""

MIN_STRENGTH = 0.01
"""A force that is there weighs at least this; smaller ones only make the arithmetic fragile."""


def _part(meaning: str, default: Any = ..., **bounds: Any) -> Any:
    """A field with its meaning and bounds; without a default it is required."""
    metadata = {"description": meaning, **bounds}
    if default is ...:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


class _Closed:
    """Keys that a class does not know are faults, never ignored."""

    __pydantic_config__ = {"extra": "forbid", "allow_inf_nan": False}


@dataclass(frozen=True, kw_only=True)
class Source(_Closed):
    """Something a case leans on, as a learner sees it cited."""

    id: Name = _part("Kort kenmerk waarmee de casus naar deze bron verwijst.")
    cite: Name = _part("De bron zoals een lezer die ziet: auteur, titel, uitgever, jaar.")


@dataclass(frozen=True, kw_only=True)
class Actor(_Closed):
    """Somebody, or some body, who wants something of the decision. Never a crowd: each person apart."""

    id: Name = _part("Kort kenmerk, bijvoorbeeld 'moeder'.")
    name: Name = _part("Zoals op het bord staat, kort: 'Moeder', 'Jeugdbescherming'.")
    role: str = _part("Wie dit is, in een zin.", "")
    place: Place = _part("Boven de lijn ('environment') of eronder ('team': jij en je team).", "environment")
    voice: str = _part("Wat deze persoon of partij zelf zou zeggen.", "")
    needs: str = _part("Wat deze persoon nodig heeft, ook als die het niet zegt.", "")


@dataclass(frozen=True, kw_only=True)
class Pole(_Closed):
    """One end of a tension: defensible, and not free."""

    name: Name = _part("Naam van de pool, kort.")
    protects: str = _part("Wat deze kant beschermt.", "")
    risks: str = _part("Wat er op het spel komt als alles deze kant op gaat.", "")


@dataclass(frozen=True, kw_only=True)
class Tension(_Closed):
    """A line between two poles that can both be defended."""

    id: Name = _part("Kort kenmerk, bijvoorbeeld 'veiligheid-vertrouwen'.")
    question: Name = _part("De vraag die deze spanning stelt.")
    left: Pole = _part("De pool bij -1.")
    right: Pole = _part("De pool bij 1.")
    provenance: Provenance = _part("Waar deze spanning vandaan komt.", "fictie")
    source: str | None = _part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Condition(_Closed):
    """A circumstance under which the decision is taken; it has no poles."""

    id: Name = _part("Kort kenmerk.")
    name: Name = _part("Naam van de omstandigheid.")
    text: str = _part("Hoe het er hier voor staat.", "")
    provenance: Provenance = _part("Waar dit vandaan komt.", "fictie")
    source: str | None = _part("Kenmerk van de bron.", None)


@dataclass(frozen=True)
class Force(_Closed):
    """What an actor wants of the decision on one tension, and how heavily that counts."""

    actor: Name = _part("Kenmerk van de actor die trekt.")
    tension: Name = _part("Kenmerk van de spanning waarop.")
    toward: float = _part("Waarheen, van -1 (linkerpool) tot 1 (rechterpool).", ge=-1, le=1)
    strength: float = _part("Hoe zwaar het telt: 0, of van 0.01 tot 1.", ge=0, le=1)
    why: str = _part("Waarom deze actor hierheen trekt, in een zin.", "")
    provenance: Provenance = _part("Waar de richting vandaan komt; een sterkte komt nooit uit een bron.", "fictie")
    source: str | None = _part("Kenmerk van de bron.", None)
    movable: bool = _part("Mag de speler deze kracht verschuiven en zwaarder of lichter maken?", True)

    def __post_init__(self) -> None:
        if not -1 <= self.toward <= 1:
            raise ValueError(f"toward must be from -1 to 1, got {self.toward!r}")
        if not (self.strength == 0 or MIN_STRENGTH <= self.strength <= 1):
            raise ValueError(f"strength must be 0, or from {MIN_STRENGTH} to 1, got {self.strength!r}")

    def moved(self, toward: float | None = None, strength: float | None = None) -> "Force":
        """A copy that pulls elsewhere or otherwise; values beyond the bounds are set to the bound."""
        to = self.toward if toward is None else min(1.0, max(-1.0, toward))
        weight = self.strength if strength is None else min(1.0, max(0.0, strength))
        return replace(self, toward=to, strength=weight if weight >= MIN_STRENGTH else 0.0)


@dataclass(frozen=True, kw_only=True)
class Fact(_Closed):
    """A card to turn over: something that may matter, or noise."""

    front: Name = _part("Voorkant: de vraag of het onderwerp.")
    back: Name = _part("Achterkant: wat je te weten komt.")
    noise: bool = _part("Doet dit voor de beslissing niet ter zake?", False)
    provenance: Provenance = _part("Waar dit vandaan komt.", "fictie")
    source: str | None = _part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Side(_Closed):
    """One side of the dilemma, with the damage that comes with it."""

    name: Name = _part("Wat je dan doet, kort.")
    text: str = _part("Waarom je dit zou doen.", "")
    damage: Name = _part("Welke schade deze kant doet.")


@dataclass(frozen=True, kw_only=True)
class Dilemma(_Closed):
    """Two sides that both can be defended and both do damage."""

    question: Name = _part("De vraag waar je voor staat.")
    a: Side = _part("De ene kant.")
    b: Side = _part("De andere kant.")


@dataclass(frozen=True, kw_only=True)
class Question(_Closed):
    """Something to think about in writing."""

    text: Name = _part("De vraag.")
    help: str = _part("Een zin uitleg of een voorbeeld.", "")
    source: str | None = _part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class SafetyAnswer(_Closed):
    """An answer to the question of acute safety, and what follows at once."""

    text: Name = _part("Het antwoord.")
    reply: Name = _part("Wat er dan meteen gebeurt of nodig is.")
    settled: bool = _part("Is de drempel hiermee afgehandeld, zodat het afwegen kan beginnen?")


@dataclass(frozen=True, kw_only=True)
class Safety(_Closed):
    """The threshold that comes before any weighing: is there acute danger?"""

    question: Name = _part("De vraag naar acute veiligheid op dit moment.")
    signs: tuple[str, ...] = _part("Waaraan je acuut gevaar herkent.", ())
    answers: Annotated[tuple[SafetyAnswer, ...], MinLen(2)] = _part(
        "De antwoorden; minstens een handelt de drempel af."
    )
    source: str | None = _part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Effect(_Closed):
    """What a choice does to a force in every later moment."""

    actor: Name = _part("Kenmerk van de actor.")
    tension: Name = _part("Kenmerk van de spanning.")
    strength_by: float = _part("Zoveel zwaarder (of lichter) gaat het tellen.", 0.0, ge=-1, le=1)
    toward_by: float = _part("Zoveel schuift het op, negatief naar links.", 0.0, ge=-2, le=2)
    why: Name = _part("Waarom, in een zin die de speler leest.")


@dataclass(frozen=True, kw_only=True)
class Option(_Closed):
    """Something one can decide. It has a position on every tension of its moment, and it does damage."""

    id: Name = _part("Kort kenmerk.")
    title: Name = _part("Wat je doet, kort.")
    text: str = _part("Wat dat inhoudt.", "")
    positions: dict[str, Position] = _part("Op elke spanning van het moment een plek van -1 tot 1.")
    damage: Name = _part("Welke schade deze keuze doet, en voor wie.")
    unrealistic: bool = _part("Kan dit hier eigenlijk niet? Dan staat het er om ruimer te leren denken.", False)
    after: str = _part("Wat er daarna gebeurt.", "")
    effects: tuple[Effect, ...] = _part("Wat deze keuze in het veld verandert.", ())
    next: Name = _part("Kenmerk van het volgende moment, of van een einde.")


@dataclass(frozen=True, kw_only=True)
class Voice(_Closed):
    """What practitioners or researchers said of moments like this, in our words."""

    who: Name = _part("Wie aan het woord is.")
    text: Name = _part("Wat zij zeggen, in eigen woorden.")
    provenance: Provenance = _part("Waar dit vandaan komt.", "fictie")
    source: str | None = _part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Agreement(_Closed):
    """A conversation to have afterwards: who says what to whom."""

    to: Name = _part("Met wie.")
    about: Name = _part("Waarover.")


@dataclass(frozen=True, kw_only=True)
class Moment(_Closed):
    """One decision: the scene, what is known, what pulls, what can be done."""

    id: Name = _part("Kort kenmerk.")
    title: Name = _part("Titel van het moment.")
    scene: Name = _part("De scène, tot het heetste moment.")
    dilemma: Dilemma = _part("Het dilemma.")
    forces: Annotated[tuple[Force, ...], MinLen(1)] = _part(
        "De krachten; de eerste twee staan bij het openen op het bord."
    )
    options: Annotated[tuple[Option, ...], MinLen(2)] = _part("De keuzes.")
    facts: tuple[Fact, ...] = _part("Feitenkaarten; sommige mogen ruis zijn.", ())
    questions: tuple[Question, ...] = _part("Vragen om bij stil te staan.", ())
    missing: str = _part("Hint bij de vraag wie er ontbreekt aan tafel.", "")
    safety: Safety | None = _part("De drempel van acute veiligheid, als die speelt.", None)
    voices: tuple[Voice, ...] = _part("Wat mensen uit de praktijk of onderzoekers erover zeggen.", ())
    agenda: tuple[Agreement, ...] = _part("Gesprekken die hierna voor de hand liggen.", ())


@dataclass(frozen=True, kw_only=True)
class Ending(_Closed):
    """How it turns out, along one way through the case."""

    id: Name = _part("Kort kenmerk.")
    title: Name = _part("Titel van het einde.")
    text: Name = _part("Hoe het afloopt; geen oordeel over de keuzes.")


_Part = TypeVar("_Part", Actor, Tension, Moment, Ending, Source)


@dataclass(frozen=True, kw_only=True)
class Case(_Closed):
    """A case: who is in it, which tensions it has, its moments and its endings."""

    format: Literal[1] = _part("De versie van deze opzet. Begin hiermee.")
    id: Name = _part("Kort kenmerk, gelijk aan de bestandsnaam.")
    title: Name = _part("Titel van de casus.")
    actors: Annotated[tuple[Actor, ...], MinLen(2)] = _part("Wie er een rol spelen.")
    tensions: Annotated[tuple[Tension, ...], MinLen(1)] = _part(
        "Spanningen: een kenmerk uit tensions.yaml, of een eigen spanning."
    )
    moments: Annotated[tuple[Moment, ...], MinLen(1)] = _part("De beslismomenten; het eerste is het begin.")
    endings: Annotated[tuple[Ending, ...], MinLen(1)] = _part("De mogelijke aflopen.")
    subtitle: str = _part("Bijvoorbeeld 'verzonnen, naar onderzoek'.", "verzonnen")
    setting: str = _part("Waar en wanneer, en wie jij hierin bent.", "")
    theme: str = _part("Waar het over gaat, in een paar woorden.", "")
    warning: str = _part("Wat een speler vooraf moet weten om veilig te beginnen.", "")
    minutes: int = _part("Hoe lang de casus ongeveer duurt.", 45, ge=5, le=480)
    goals: tuple[str, ...] = _part("Wat je ermee oefent.", ())
    sources: tuple[Source, ...] = _part("Bronnen: een kenmerk uit sources.yaml, of een eigen bron.", ())
    conditions: tuple[Condition, ...] = _part("Omstandigheden waaronder wordt beslist.", ())

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


def _named(parts: tuple[_Part, ...], id: str, kind: str) -> _Part:
    for part in parts:
        if part.id == id:
            return part
    raise KeyError(f"no {kind} {id!r}; there are {', '.join(part.id for part in parts)}")


def tensions_of(case: Case, moment: Moment) -> tuple[Tension, ...]:
    """The tensions that a moment plays on, in the order of the case."""
    used = {force.tension for force in moment.forces}
    return tuple(tension for tension in case.tensions if tension.id in used)

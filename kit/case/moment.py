"""One decision: the scene, what is known, what can be done, what follows."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MinLen

from kit.case.field import Change, Force
from kit.case.parts import Closed, Name, Position, Provenance, part

Picture = Literal["forces", "expectations", "context"]
"""Which picture a moment asks for first: the force board, the expectation map, or the context."""


@dataclass(frozen=True, kw_only=True)
class Fact(Closed):
    """A card to turn over: something that may matter, or noise."""

    front: Name = part("Voorkant: de vraag of het onderwerp.")
    back: Name = part("Achterkant: wat je te weten komt.")
    noise: bool = part("Doet dit voor de beslissing niet ter zake?", False)
    provenance: Provenance = part("Waar dit vandaan komt.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Side(Closed):
    """One side of the dilemma, with the damage that comes with it."""

    name: Name = part("Wat je dan doet, kort.")
    text: str = part("Waarom je dit zou doen.", "")
    damage: Name = part("Welke schade deze kant doet.")


@dataclass(frozen=True, kw_only=True)
class Dilemma(Closed):
    """Two sides that both can be defended and both do damage."""

    question: Name = part("De vraag waar je voor staat.")
    a: Side = part("De ene kant.")
    b: Side = part("De andere kant.")


@dataclass(frozen=True, kw_only=True)
class Question(Closed):
    """Something to think about in writing."""

    text: Name = part("De vraag.")
    help: str = part("Een zin uitleg of een voorbeeld.", "")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class SafetyAnswer(Closed):
    """An answer to the question of acute safety, and what follows at once."""

    text: Name = part("Het antwoord.")
    reply: Name = part("Wat er dan meteen gebeurt of nodig is.")
    settled: bool = part("Is de drempel hiermee afgehandeld, zodat het afwegen kan beginnen?")


@dataclass(frozen=True, kw_only=True)
class Safety(Closed):
    """The threshold that comes before any weighing: is there acute danger?"""

    question: Name = part("De vraag naar acute veiligheid op dit moment.")
    signs: tuple[str, ...] = part("Waaraan je acuut gevaar herkent.", ())
    answers: Annotated[tuple[SafetyAnswer, ...], MinLen(2)] = part("De antwoorden; minstens een handelt de drempel af.")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Option(Closed):
    """Something one can decide. It has a position on every tension of its moment, and it does damage."""

    id: Name = part("Kort kenmerk.")
    title: Name = part("Wat je doet, kort.")
    text: str = part("Wat dat inhoudt.", "")
    positions: dict[str, Position] = part("Op elke spanning van het moment een plek van -1 tot 1.")
    damage: Name = part("Welke schade deze keuze doet, en voor wie.")
    unrealistic: bool = part("Kan dit hier eigenlijk niet? Dan staat het er om ruimer te leren denken.", False)
    after: str = part("Wat er daarna gebeurt.", "")
    effects: tuple[Change, ...] = part("Wat deze keuze in het veld verandert.", ())
    next: Name = part("Kenmerk van het volgende moment, of van een einde.")


@dataclass(frozen=True, kw_only=True)
class Voice(Closed):
    """What practitioners or researchers said of moments like this, in our words."""

    who: Name = part("Wie aan het woord is.")
    text: Name = part("Wat zij zeggen, in eigen woorden.")
    provenance: Provenance = part("Waar dit vandaan komt.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Agreement(Closed):
    """A conversation to have afterwards: who says what to whom."""

    to: Name = part("Met wie.")
    about: Name = part("Waarover.")


@dataclass(frozen=True, kw_only=True)
class Moment(Closed):
    """One decision: the scene, what is known, what pulls, what can be done."""

    id: Name = part("Kort kenmerk.")
    title: Name = part("Titel van het moment.")
    scene: Name = part("De scène, tot het heetste moment.")
    dilemma: Dilemma = part("Het dilemma.")
    forces: Annotated[tuple[Force, ...], MinLen(1)] = part(
        "De krachten; de eerste twee staan bij het openen op het bord."
    )
    options: Annotated[tuple[Option, ...], MinLen(2)] = part("De keuzes.")
    facts: tuple[Fact, ...] = part("Feitenkaarten; sommige mogen ruis zijn.", ())
    questions: tuple[Question, ...] = part("Vragen om bij stil te staan.", ())
    missing: str = part("Hint bij de vraag wie er ontbreekt aan tafel.", "")
    safety: Safety | None = part("De drempel van acute veiligheid, als die speelt.", None)
    voices: tuple[Voice, ...] = part("Wat mensen uit de praktijk of onderzoekers erover zeggen.", ())
    agenda: tuple[Agreement, ...] = part("Gesprekken die hierna voor de hand liggen.", ())
    picture: Picture = part("Welk beeld bij dit moment vooropstaat in stap 5.", "forces")


@dataclass(frozen=True, kw_only=True)
class Ending(Closed):
    """How it turns out, along one way through the case."""

    id: Name = part("Kort kenmerk.")
    title: Name = part("Titel van het einde.")
    text: Name = part("Hoe het afloopt; geen oordeel over de keuzes.")

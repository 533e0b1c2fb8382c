"""What a learner chooses from, puts in order, brings together, or places on a line.

Whether a part is right, and what is told of it, stands with the part itself: each answer teaches something of its own.
Where a question has no right answer, a part says what it implies and who would object.
"""

from dataclasses import dataclass

from kit.case import Name, Position
from kit.case.parts import Closed, part

_FEEDBACK = "Wat de speler erbij leest: wat er waar aan is, wat een misvatting is, en waar dat vandaan komt."
_MISCONCEPTION = "De misvatting in een korte zin, zoals een docent haar op een lijst zet."
_IMPLIES = "Bij een open vraag: wat deze keuze betekent."
_OBJECTS = "Bij een open vraag: wie bezwaar zou maken, en waarom."


@dataclass(frozen=True, kw_only=True)
class Option(Closed):
    """An answer that can be chosen."""

    id: Name = part("Kort kenmerk, uniek in de opgave.")
    text: Name = part("Het antwoord zoals het er staat.")
    right: bool | None = part("Klopt dit antwoord? Vervalt bij een open vraag.", None)
    feedback: str = part(_FEEDBACK, "")
    misconception: str = part(_MISCONCEPTION, "")
    implies: str = part(_IMPLIES, "")
    objects: str = part(_OBJECTS, "")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Item(Closed):
    """Something to put in its place in a row. The file has the items in the right order."""

    id: Name = part("Kort kenmerk, uniek in de opgave.")
    text: Name = part("Wat er te ordenen staat.")
    feedback: str = part(f"Als het niet op zijn plaats staat. {_FEEDBACK}", "")
    misconception: str = part(_MISCONCEPTION, "")
    implies: str = part("Bij een open vraag: wat het betekent om hiermee te beginnen.", "")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Pair(Closed):
    """Two things that belong together; the learner sees the right ones shuffled."""

    id: Name = part("Kort kenmerk, uniek in de opgave.")
    left: Name = part("Waar iets bij gezocht wordt.")
    right: Name = part("Wat erbij hoort; elk paar een ander.")
    feedback: str = part(f"Als dit paar niet is gemaakt. {_FEEDBACK}", "")
    misconception: str = part(_MISCONCEPTION, "")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Line(Closed):
    """A line between two poles on which the learner gives something a place, from -1 (left) to 1 (right)."""

    left: Name = part("Wat links staat, bij -1.")
    right: Name = part("Wat rechts staat, bij 1.")


def _without_underscore(name: str) -> str:
    """The key of a field: `from` is a word of Python's own, so the field is called `from_`."""
    return name.rstrip("_")


@dataclass(frozen=True, kw_only=True)
class Zone(Closed):
    """A stretch of a line: a boundary belongs to the zone on its right, and 1 to the last."""

    __pydantic_config__ = {**Closed.__pydantic_config__, "alias_generator": _without_underscore}

    from_: Position = part("Waar dit stuk begint, van -1 tot 1.")
    to: Position = part("Waar het ophoudt; daar begint het volgende.")
    right: bool | None = part("Is dit een goede plek? Vervalt bij een open vraag.", None)
    feedback: str = part(_FEEDBACK, "")
    misconception: str = part(_MISCONCEPTION, "")
    implies: str = part(_IMPLIES, "")
    objects: str = part(_OBJECTS, "")
    source: str | None = part("Kenmerk van de bron.", None)

    def holds(self, place: float) -> bool:
        """Whether `place`, from -1 to 1, lies in this zone."""
        return self.from_ <= place < self.to or place == self.to == 1

"""What the lesson on collective work is given: the made-up register, the team, and texts with where they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from kit.language import _
from kit.models.collective import Team
from kit.models.register import Cell, Register
from kit.models.signal import Reading, Shuffles, SignalMap, read_signals, shuffled
from kit.widgets.blocks import Block, option, prose
from kit.widgets.lessons.answers import Answers
from kit.widgets.pages.parts import plain

PICKS = 3
"""Cells that the learner picks by eye."""

DRAWS = 200
"""Shuffled registers in one go."""


@dataclass(frozen=True)
class Choice:
    """One row of `datasets/tables/collectief-keuzes`: a card, an approach or a measure. kind: which of the three."""

    id: str
    kind: str
    title: str
    text: str
    source: str | None
    provenance: str


@dataclass(frozen=True)
class Assumption:
    """One row of `datasets/tables/collectief-aannames`: a number of the model, what it means, whence it comes."""

    id: str
    value: float
    unit: str
    meaning: str
    source: str | None
    provenance: str


@dataclass(frozen=True)
class CollectiveData:
    """All of it. cites: sources as a reader sees them, by id."""

    register: Register
    choices: Sequence[Choice]
    assumptions: Sequence[Assumption]
    cites: Mapping[str, str]
    team: Team = field(default_factory=Team)

    @cached_property
    def signals(self) -> SignalMap:
        """The register as the rule reads it."""
        return read_signals(self.register)

    @cached_property
    def by_chance(self) -> Shuffles:
        """What chance makes of it; the same draws each time."""
        return shuffled(self.register, DRAWS, Random(1))

    @cached_property
    def often_asked(self) -> Reading:
        """The cell in which the fewest households ask the most: many requests that are hardly shared."""
        cells = [cell for cell in self.signals.cells.values() if cell.asked >= 8 and not cell.signal]
        return max(cells, key=lambda cell: (cell.asked / cell.households, cell.street))

    def of(self, kind: str) -> list[Choice]:
        """The texts of one kind, in their order."""
        return [choice for choice in self.choices if choice.kind == kind]

    def origin(self, provenance: str, source: str | None) -> str:
        """Where a text or a number comes from, in words."""
        cited = self.cites.get(source or "", "")
        if provenance == "fictie" or not cited:
            return _("Made up for this lesson.")
        told = _("From: %(source)s") if provenance == "bron" else _("Our reading of: %(source)s")
        return told % {"source": cited}

    def options(self, kind: str) -> list[dict[str, Any]]:
        """The texts of one kind as options to tick, each with a word on where it comes from."""
        words = {"bron": _("from the interview"), "interpretatie": _("our reading of the interview")}
        own = _("our own")
        return [
            option(choice.id, choice.title, f"{plain(choice.text)} *({words.get(choice.provenance, own)})*")
            for choice in self.of(kind)
        ]

    def interview(self) -> Block:
        """The source that those words speak of."""
        return prose("*" + plain(_("The interview: %(source)s") % {"source": self.cites["spierts-2019"]}) + "*")


def picked(answers: Answers, register: Register) -> list[Cell]:
    """The cells that the learner picked, without those that are half chosen or stand there twice."""
    found: dict[Cell, None] = {}
    for n in range(1, PICKS + 1):
        street, theme = answers.get(f"eye/{n}/street", ""), answers.get(f"eye/{n}/theme", "")
        if street in register.streets and theme in register.themes:
            found[street, theme] = None
    return list(found)


def is_pick(key: str) -> bool:
    """Whether an answer under this key is a part of a pick."""
    return key.startswith("eye/") and key.endswith(("/street", "/theme"))


def ticked(answers: Answers, key: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices that were ticked under this key, in their order."""
    kept: list[str] = answers.get(key, [])
    return [choice for choice in choices if choice.id in kept]


def named(cell: Cell) -> str:
    """A cell as it is called in a sentence."""
    return f"{cell[0]}, {cell[1]}"

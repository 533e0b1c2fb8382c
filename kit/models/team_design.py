"""Designing a team: which preconditions of working and learning are weakest in a design.

The preconditions are those of Oude Vrielink, Van der Kolk and Klok (2014) and the four elements of learning of Den
Uyl and Verhagen (2015), in `datasets/tables/team-voorwaarden.csv`; how far a design has one is our reading of them.
There is no total and no ranking of designs: a weak precondition says where to look, not how good a team is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import fsum
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.models.caseload import Caseload

if TYPE_CHECKING:
    import pandas

__all__ = [
    "ELEMENTS",
    "MANY",
    "ONE",
    "PRECONDITIONS",
    "Caseload",
    "Reading",
    "TeamDesign",
    "learning_elements",
    "preconditions",
]

ENOUGH_DAYS = 2.0
"""Days a week with the team that developing a generalist way of working takes at least (2014, from their source)."""

DEGREES: Mapping[str, float] = MappingProxyType({"yes": 1.0, "partly": 0.5, "no": 0.0})
"""How far something is there, as an answer in words, and what it counts for."""

ONE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "breadth": ("whole", "part"),
        "range": ("act", "direct"),
        "zero_line": ("yes", "no"),
        "audience": ("everyone", "multi_problem"),
        "composition": ("generalists", "specialised"),
        **dict.fromkeys(
            ("asked", "frames", "step_back", "steady", "mistakes", "task", "residents", "ownership", "goals"),
            tuple(DEGREES),
        ),
    }
)
"""What each choice of one may be."""

MANY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "specialisms": ("youth", "mental_health", "at_hand"),
        "specialist_tasks": ("support", "own_cases", "contact", "push_through", "coercion"),
        "authority": ("appraisal", "training", "selection"),
        "ways": ("cases", "advice", "intervision", "visits"),
    }
)
"""What each choice of several may hold."""

PRECONDITIONS = (
    "time",
    "mutual_learning",
    "days",
    "safety",
    "continuity",
    "authority",
    "motivation",
    "frames",
    "step_back",
)
"""What developing a generalist way of working needs (2014), in the order of the source, which is no ranking."""

ELEMENTS = ("task", "culture", "ownership", "anchors")
"""The four elements of learning and developing in social teams (2015), in the order of the source."""

_ROUNDING = 1e-12


@dataclass(frozen=True)
class TeamDesign:
    """A team as somebody designs it; None where nothing was chosen yet.

    The names of `ONE` and `MANY` hold what these allow. days: with the team, from 0 to 5 a week. caseload: the week of
    a member. Degrees: asked (members were asked rather than appointed, *partly* some of them), frames (clear ones),
    step_back (members can have other organisations step back), steady (few changes of people), mistakes (room for
    them), task (known and made one's own), residents (one learns from them), ownership, goals (agreed with the team).
    Raises ValueError for a value that is not allowed.
    """

    breadth: str | None = None
    range: str | None = None
    zero_line: str | None = None
    audience: str | None = None
    composition: str | None = None
    specialisms: frozenset[str] | None = None
    specialist_tasks: frozenset[str] | None = None
    asked: str | None = None
    authority: frozenset[str] | None = None
    frames: str | None = None
    step_back: str | None = None
    steady: str | None = None
    days: float | None = None
    caseload: Caseload | None = None
    ways: frozenset[str] | None = None
    mistakes: str | None = None
    task: str | None = None
    residents: str | None = None
    ownership: str | None = None
    goals: str | None = None

    def __post_init__(self) -> None:
        for name, allowed in ONE.items():
            if (value := getattr(self, name)) is not None and value not in allowed:
                raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {value!r}")
        for name, allowed in MANY.items():
            if (value := getattr(self, name)) is not None and (strange := sorted(value - set(allowed))):
                raise ValueError(f"{name} may hold {', '.join(allowed)}; got {', '.join(strange)}")
        if self.days is not None and not 0 <= self.days <= 5:
            raise ValueError(f"days must be from 0 to 5 a week, got {self.days!r}")

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of what was chosen, in the order of the design."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name) is not None)


@dataclass(frozen=True)
class Reading:
    """How far a design has what the source asks.

    strengths: from 0 (lacking) to 1 (there), in the order of the source; None where that was not chosen yet.
    weakest: all of the lowest strength among those known; empty where nothing is known, or nothing lacks.
    """

    strengths: Mapping[str, float | None]
    weakest: tuple[str, ...]

    def to_frame(self) -> "pandas.DataFrame":
        """One row a precondition: its strength, and whether it is among the weakest. Needs pandas, only here."""
        import pandas

        known = {"strength": dict(self.strengths), "weakest": {id: id in self.weakest for id in self.strengths}}
        return pandas.DataFrame(known, index=list(self.strengths)).rename_axis("precondition")


def preconditions(design: TeamDesign) -> Reading:
    """How far a design has what developing a generalist way of working needs, and which of that is weakest."""
    return _reading(PRECONDITIONS, _items(design))


def learning_elements(design: TeamDesign) -> Reading:
    """How far a design has the four elements of learning, and which of them is weakest."""
    return _reading(ELEMENTS, _items(design))


def _items(design: TeamDesign) -> dict[str, tuple[float | None, ...]]:
    """For each precondition and element what it is made of, each from 0 to 1; its strength is their mean."""
    time = None if design.caseload is None else 1 - design.caseload.old_ways
    ways = _share("ways", design.ways)
    intervision = None if design.ways is None else float("intervision" in design.ways)
    goals, residents = _degree(design.goals), _degree(design.residents)
    return {
        "time": (time,),
        "mutual_learning": (ways,),
        "days": (None if design.days is None else min(1.0, design.days / ENOUGH_DAYS),),
        "safety": (_degree(design.mistakes),),
        "continuity": (_degree(design.steady),),
        "authority": (_share("authority", design.authority),),
        "motivation": (_degree(design.asked),),
        "frames": (_degree(design.frames),),
        "step_back": (_degree(design.step_back),),
        "task": (_degree(design.task),),
        "culture": (ways, residents),
        "ownership": (_degree(design.ownership),),
        "anchors": (goals, time, intervision),
    }


def _degree(answer: str | None) -> float | None:
    return None if answer is None else DEGREES[answer]


def _share(name: str, held: frozenset[str] | None) -> float | None:
    return None if held is None else len(held) / len(MANY[name])


def _reading(names: tuple[str, ...], items: Mapping[str, tuple[float | None, ...]]) -> Reading:
    strengths: dict[str, float | None] = {}
    for name in names:
        known = [item for item in items[name] if item is not None]
        strengths[name] = fsum(known) / len(known) if len(known) == len(items[name]) else None
    there = [strength for strength in strengths.values() if strength is not None]
    lowest = min(there, default=1.0)
    weakest = () if lowest >= 1 else tuple(n for n, s in strengths.items() if s is not None and s <= lowest + _ROUNDING)
    return Reading(MappingProxyType(strengths), weakest)

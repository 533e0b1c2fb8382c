"""Two years by the week of a team that sets hours aside for vision and collective work: a stock and a flow.

Spierts (2019): professionals feel that time for vision goes at the cost of contact with clients; who stays in that mode
does not develop the work and in the end helps fewer people. And: a pilot that ends is likely to fall still, it goes
step by step, sometimes with a step back. This model is made to let that be seen; its numbers are `fictie` and prove
nothing. Requests wait in a stock Q; collective work, once it has some strength X, keeps shared requests from coming
one by one:

    R = min(v H X/g, s a)   inflow = a − R   done = min(Q + inflow, (1−v) H/h)   X' = X + ρ v (1−X) − δ X

Helped are those met one by one and those met together, Σ(done + R). In every week Q + helped = Q₀ + a·t.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

__all__ = ["WEEKS", "Course", "Crossover", "Team", "Week", "crossover", "run", "steady"]

WEEKS = 104
"""Two years."""

EQUAL = 1e-6
"""Requests: what differs by less is the same. Sums over two years leave rounding far below this."""


@dataclass(frozen=True)
class Team:
    """A made-up team and what is asked of it. All `fictie`; the 80 in the file is from Spierts (2019), who does not
    say whose file that is.

    hours: H, hours a week for the work with residents. per_case: h, hours that one request takes when met alone.
    asked: a, requests a week. waiting: Q₀, requests in the file that wait at the start. per_shared: g, hours of
    collective work at full strength that meet one request together. shared: s, the most of what is asked that can be
    met together, as a share of it. growth: ρ, how fast strength grows in a week of nothing else. fading: δ, how much
    of it is lost in a week. strength: X₀, what there is at the start, from 0 to 1.
    """

    hours: float = 120.0
    per_case: float = 6.0
    asked: float = 22.0
    waiting: float = 80.0
    per_shared: float = 3.0
    shared: float = 0.3
    growth: float = 0.3
    fading: float = 0.005
    strength: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            most = 1.0 if field.name in ("shared", "growth", "fading", "strength") else float("inf")
            above = field.name in ("hours", "per_case", "per_shared")
            if not 0 <= value <= most or value == float("inf") or (above and value == 0):
                allowed = "a number above 0" if above else f"from 0 to {most:g}" if most == 1 else "0 or more"
                raise ValueError(f"{field.name} must be {allowed}, got {value!r}")


@dataclass(frozen=True)
class Week:
    """One week. number: from 1. share: of the hours, for vision and collective work; strength: of that work at its
    end. alone, together: requests met one by one and together, helped: both. waiting: what waits at its end; total:
    helped since the start."""

    number: int
    share: float
    strength: float
    alone: float
    together: float
    waiting: float
    total: float

    @property
    def helped(self) -> float:
        """Requests met in this week."""
        return self.alone + self.together


@dataclass(frozen=True)
class Course:
    """How it went, week by week."""

    team: Team
    weeks: tuple[Week, ...]

    def to_frame(self) -> "pandas.DataFrame":
        """One row a week. Needs pandas, imported only here."""
        import pandas

        names = ("share", "strength", "alone", "together", "helped", "waiting", "total")
        rows = {name: [getattr(week, name) for week in self.weeks] for name in names}
        return pandas.DataFrame(rows, index=pandas.Index([week.number for week in self.weeks], name="week"))


@dataclass(frozen=True)
class Crossover:
    """When one course overtakes another. week: the first in which it helps more; total: the first in which it has
    helped more since the start; each None where that never happens. ahead: at the end, how many more requests it met;
    below 0 where it met fewer."""

    week: int | None
    total: int | None
    ahead: float


def steady(share: float, weeks: int = WEEKS, off: Collection[int] = ()) -> tuple[float, ...]:
    """The same share of the hours in each week, but in the weeks `off` nothing: a pilot that ends, or a step back.

    Raises ValueError for a share that is not from 0 to 1, or weeks below 1.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"share must be from 0 to 1, got {share!r}")
    if weeks < 1:
        raise ValueError(f"weeks must be 1 or more, got {weeks!r}")
    without = set(off)
    return tuple(0.0 if number in without else share for number in range(1, weeks + 1))


def run(team: Team, shares: Sequence[float]) -> Course:
    """A week for each share of the hours that goes to vision and collective work (0 to 1).

    Raises ValueError for a share that is not from 0 to 1, or where there is none.
    """
    if not shares:
        raise ValueError("shares must hold one or more weeks, got none")
    waiting, strength, total = team.waiting, team.strength, 0.0
    weeks = []
    for number, share in enumerate(shares, 1):
        if not 0 <= share <= 1:
            raise ValueError(f"a share must be from 0 to 1, got {share!r} in week {number}")
        together = min(share * team.hours * strength / team.per_shared, team.shared * team.asked)
        there = waiting + team.asked - together
        alone = min(there, (1 - share) * team.hours / team.per_case)
        waiting = there - alone
        strength += team.growth * share * (1 - strength) - team.fading * strength
        strength = min(1.0, max(0.0, strength))  # rounding only: both terms keep it within
        total += alone + together
        weeks.append(Week(number, share, strength, alone, together, waiting, total))
    return Course(team, tuple(weeks))


def crossover(course: Course, other: Course) -> Crossover:
    """When `course` overtakes `other`. Raises ValueError where they do not last equally long."""
    if len(course.weeks) != len(other.weeks):
        raise ValueError(f"both must last equally long, got {len(course.weeks)} and {len(other.weeks)} weeks")
    pairs = list(zip(course.weeks, other.weeks, strict=True))
    return Crossover(
        week=next((a.number for a, b in pairs if a.helped > b.helped + EQUAL), None),
        total=next((a.number for a, b in pairs if a.total > b.total + EQUAL), None),
        ahead=pairs[-1][0].total - pairs[-1][1].total,
    )

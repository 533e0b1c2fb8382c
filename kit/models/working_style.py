"""Working styles: a signpost card against working from relations, as a year of unrest in a street, week by week.

Verweij and Spierts (2020) tell a pragmatic style (a card that says where to go) from a relational one, whose effects
cannot be predicted. They warn that the card may leave causes untouched, and allow that it can be the best strategy.
They give no numbers: every number here is `fictie`. The model shows what follows from assumptions; it forecasts
nothing.

    U' = U + α(C−U) − β(1−m) k_p U + σ ε      C' = C − γ m k_r V C      V' = V + ρ m (1−V)

U is unrest, C what lies under it, V trust, m the share of time for relational work; all from 0 to 1, and kept there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import repeat
from math import fsum
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

__all__ = [
    "NOTICEABLE",
    "PRAGMATIC",
    "RELATIONAL",
    "Assumptions",
    "Band",
    "Chance",
    "Comparison",
    "Course",
    "Year",
    "compare",
    "course",
    "crossing",
    "draw",
    "simulate",
]

PRAGMATIC, RELATIONAL = 0.1, 0.9
"""The share of time for relational work in either style: neither is ever pure."""

WEEKS, RUNS = 52, 200
NOTICEABLE = 0.05
"""Two amounts of unrest nearer than this are about equal: chance alone moves as much within a style."""

LOW, HIGH = 0.1, 0.9
"""The band leaves out one run in ten below, and one in ten above."""

Mix = float | Sequence[float]
"""The share of time for relational work, from 0 to 1: once for all weeks, or a share for each week."""


@dataclass(frozen=True)
class Assumptions:
    """What is taken for true of a street and of both styles; all of it `fictie`. Each from 0 to 1.

    drift: α, the part of the gap between unrest and what lies under it that closes in a week.
    relief: β, the part of the unrest that the card takes off in a week, when all time goes to it.
    repair: γ, the part of the cause that relational work takes off in a week, at full time and full trust.
    trust_growth: ρ, the part of the missing trust that a week of relational work wins.
    relational_spread, card_spread: ω and ω_p, how far the effect of either style may turn out otherwise, as a part.
    noise: σ, how far unrest may jump in a week. unrest, cause, trust: U₀, C₀ and V₀, where the street begins.
    """

    drift: float = 0.15
    relief: float = 0.25
    repair: float = 0.08
    trust_growth: float = 0.04
    relational_spread: float = 0.6
    card_spread: float = 0.15
    noise: float = 0.02
    unrest: float = 0.6
    cause: float = 0.6
    trust: float = 0.2

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not 0 <= value <= 1:
                raise ValueError(f"{field.name} must be from 0 to 1, got {value!r}")

    def changed(self, **values: float) -> "Assumptions":
        """A copy in which these are otherwise."""
        return replace(self, **values)


AS_SHIPPED = Assumptions()


@dataclass(frozen=True)
class Course:
    """One course of a street, by week from 0 (the beginning): unrest, what lies under it, and trust, from 0 to 1."""

    unrest: tuple[float, ...]
    cause: tuple[float, ...]
    trust: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The mean unrest of all weeks but the beginning, which no style had a hand in."""
        return fsum(self.unrest[1:]) / (len(self.unrest) - 1)


@dataclass(frozen=True)
class Chance:
    """How the unforeseeable falls in one run; each number from -1 to 1, to be scaled by the assumptions.

    relational, card: for the effect of either style, once a run. weekly: for the jump of each week.
    """

    relational: float
    card: float
    weekly: tuple[float, ...]


@dataclass(frozen=True)
class Band:
    """The spread of many runs, by week from 0: the middle one, and the bounds that leave out a tenth on either side."""

    low: tuple[float, ...]
    median: tuple[float, ...]
    high: tuple[float, ...]

    @property
    def width(self) -> float:
        """The mean distance between the bounds over all weeks but the beginning, where runs are alike."""
        return fsum(self.high[1:]) / (len(self.high) - 1) - fsum(self.low[1:]) / (len(self.low) - 1)


@dataclass(frozen=True)
class Year:
    """Many runs of one mix, as the bands of unrest and of what lies under it; trust, which chance does not touch."""

    unrest: Band
    cause: Band
    trust: tuple[float, ...]

    def to_frame(self) -> "pandas.DataFrame":
        """One row a week: the bounds and the median of unrest and cause, and trust. Needs pandas, here only."""
        import pandas

        columns = {
            f"{name}_{part}": getattr(band, part)
            for name, band in (("unrest", self.unrest), ("cause", self.cause))
            for part in ("low", "median", "high")
        }
        return pandas.DataFrame({**columns, "trust": self.trust}).rename_axis("week")


@dataclass(frozen=True)
class Comparison:
    """Both styles side by side in one street: a course without chance, and a year of many runs.

    The model was built to show what is told here: it proves nothing about streets.
    """

    pragmatic: Course
    relational: Course
    pragmatic_year: Year
    relational_year: Year

    def early_gain(self, week: int = 4) -> float:
        """How much calmer the card is after a few weeks, from -1 to 1; below 0 where relations are calmer."""
        return self.relational.unrest[week] - self.pragmatic.unrest[week]

    @property
    def calmer_early(self) -> bool:
        """Whether the card is noticeably calmer after a month."""
        return self.early_gain() >= NOTICEABLE

    @property
    def calmer_late(self) -> bool:
        """Whether relations are noticeably calmer at the end."""
        return self.late_gain >= NOTICEABLE

    @property
    def late_gain(self) -> float:
        """How much calmer relations are at the end, from -1 to 1; below 0 where the card is calmer."""
        return self.pragmatic.unrest[-1] - self.relational.unrest[-1]

    @property
    def crossing(self) -> int | None:
        """The first week in which relations are the calmer; None where there is no such week."""
        return crossing(self.relational, self.pragmatic)

    @property
    def relational_is_wider(self) -> bool:
        """Whether the outcome of relational work is the less sure one."""
        return self.relational_year.unrest.width > self.pragmatic_year.unrest.width

    @property
    def card_suffices(self) -> bool:
        """Whether the card is calmer soon, and relations are not noticeably calmer in the end."""
        return self.calmer_early and not self.calmer_late

    @property
    def mean_gain(self) -> float:
        """How much lower the year's mean unrest is with the card, from -1 to 1; below 0 where relations have it."""
        return self.relational.mean - self.pragmatic.mean


def course(mix: Mix, assumptions: Assumptions = AS_SHIPPED, weeks: int = WEEKS) -> Course:
    """The course of a street where nothing is left to chance.

    Raises ValueError for a share outside 0 to 1, fewer weeks than one, or another number of shares than weeks.
    """
    shares = _shares(mix, weeks)
    trust = _trust(shares, assumptions)
    unrest, cause = _run(shares, trust, assumptions, Chance(0.0, 0.0, (0.0,) * weeks))
    return Course(tuple(unrest), tuple(cause), tuple(trust))


def draw(rng: Random, runs: int = RUNS, weeks: int = WEEKS) -> tuple[Chance, ...]:
    """How the unforeseeable falls, run by run: first both effects, then each week.

    Drawn once and used for every mix, two mixes differ by the mix alone, and a band does not flicker while it moves.
    Raises ValueError for fewer runs or weeks than one.
    """
    if runs < 1 or weeks < 1:
        raise ValueError(f"runs and weeks must be 1 or more, got {runs!r} and {weeks!r}")

    def one() -> float:
        return rng.uniform(-1, 1)

    return tuple(Chance(one(), one(), tuple(one() for _ in range(weeks))) for _ in range(runs))


def simulate(mix: Mix, chances: Sequence[Chance], assumptions: Assumptions = AS_SHIPPED) -> Year:
    """All runs of one mix: the median, and the bounds between which eight runs in ten lie.

    Raises ValueError as `course` does, and where there are no chances or some have another number of weeks.
    """
    weeks = {len(chance.weekly) for chance in chances}
    if len(weeks) != 1:
        raise ValueError(f"chances must be one or more, all of as many weeks, got {sorted(weeks) or 'none'}")
    shares = _shares(mix, weeks.pop())
    trust = _trust(shares, assumptions)
    runs = [_run(shares, trust, assumptions, chance) for chance in chances]
    unrest, cause = zip(*runs, strict=True)
    return Year(_band(unrest), _band(cause), tuple(trust))


def crossing(one: Course, other: Course) -> int | None:
    """The first week, from 1, in which `one` is calmer than `other`; None where there is none."""
    weeks = zip(one.unrest[1:], other.unrest[1:], strict=True)
    return next((week for week, (mine, theirs) in enumerate(weeks, start=1) if mine < theirs), None)


def compare(chances: Sequence[Chance], assumptions: Assumptions = AS_SHIPPED) -> Comparison:
    """Both styles for a year in one street. Raises ValueError as `simulate` does."""
    weeks = len(chances[0].weekly) if chances else WEEKS
    return Comparison(
        course(PRAGMATIC, assumptions, weeks),
        course(RELATIONAL, assumptions, weeks),
        simulate(PRAGMATIC, chances, assumptions),
        simulate(RELATIONAL, chances, assumptions),
    )


def _shares(mix: Mix, weeks: int) -> tuple[float, ...]:
    if weeks < 1:
        raise ValueError(f"weeks must be 1 or more, got {weeks!r}")
    shares = tuple(repeat(float(mix), weeks)) if isinstance(mix, int | float) else tuple(mix)
    if len(shares) != weeks:
        raise ValueError(f"a mix must be one share, or one for each of {weeks} weeks, got {len(shares)}")
    for share in shares:
        if not 0 <= share <= 1:
            raise ValueError(f"a share of time must be from 0 to 1, got {share!r}")
    return shares


def _trust(shares: Sequence[float], at: Assumptions) -> list[float]:
    """Trust follows from the mix alone, so all runs share it."""
    trust = [at.trust]
    for m in shares:
        trust.append(trust[-1] + at.trust_growth * m * (1 - trust[-1]))
    return trust


def _run(
    shares: Sequence[float], trust: Sequence[float], at: Assumptions, chance: Chance
) -> tuple[list[float], list[float]]:
    """Unrest and cause of one run, from week 0. The innermost loop of a redraw: bounds are set without calls."""
    u, c, drift, noise = at.unrest, at.cause, at.drift, at.noise
    relief = at.relief * (1 + at.card_spread * chance.card)
    repair = at.repair * (1 + at.relational_spread * chance.relational)
    unrest, cause = [u], [c]
    for m, v, jump in zip(shares, trust, chance.weekly, strict=False):  # trust has one more: where the last week ends
        u += drift * (c - u) - relief * (1 - m) * u + noise * jump
        c -= repair * m * v * c
        u = 0.0 if u < 0 else 1.0 if u > 1 else u
        c = 0.0 if c < 0 else c  # it never grows
        unrest.append(u)
        cause.append(c)
    return unrest, cause


def _band(runs: Sequence[Sequence[float]]) -> Band:
    weeks = [sorted(values) for values in zip(*runs, strict=True)]
    low, median, high = (tuple(_quantile(values, part) for values in weeks) for part in (LOW, 0.5, HIGH))
    return Band(low, median, high)


def _quantile(values: Sequence[float], part: float) -> float:
    """The value below which this part of the sorted values lies, between the two nearest in proportion."""
    at = part * (len(values) - 1)
    below = int(at)
    return values[below] + (at - below) * (values[min(below + 1, len(values) - 1)] - values[below])

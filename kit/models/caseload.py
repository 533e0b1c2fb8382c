"""What a caseload leaves of the week, and the old ways of working that come back where learning has no time.

Oude Vrielink, Van der Kolk and Klok (2014): with a high caseload people are bent on getting the work done, and easily
go back to old ways. They give no number: the formula and its parameters (`datasets/tables/caseload.csv`) are ours.
"""

from dataclasses import dataclass, replace
from math import inf

__all__ = ["Caseload"]

_ROUNDING = 1e-12


@dataclass(frozen=True)
class Caseload:
    """A week of one worker.

    hours: at work in the team, H > 0. cases: households at a time, N ≥ 0. each: hours a week that one takes, h > 0.
    learning: the share of the hours that learning needs, ℓ in (0, 1]. Raises ValueError for anything else.
    """

    hours: float
    cases: float
    each: float
    learning: float

    def __post_init__(self) -> None:
        for name, value in (("hours", self.hours), ("each", self.each)):
            if not 0 < value < inf:
                raise ValueError(f"{name} must be more than 0 hours a week, got {value!r}")
        if not 0 <= self.cases < inf:
            raise ValueError(f"cases must be 0 or more, got {self.cases!r}")
        if not 0 < self.learning <= 1:
            raise ValueError(f"learning must be more than 0 and at most 1, got {self.learning!r}")

    @property
    def slack(self) -> float:
        """The share of the hours that the cases leave, from 0 to 1: max(0, H − N h) / H."""
        return max(0.0, self.hours - self.cases * self.each) / self.hours

    @property
    def old_ways(self) -> float:
        """How far one falls back on old ways of working, from 0 (learning has its time) to 1 (it has none):
        1 − min(1, slack / ℓ)."""
        # Room that is just enough is enough, whatever rounding makes of it.
        return 0.0 if self.slack >= self.learning - _ROUNDING else 1 - self.slack / self.learning

    @property
    def overload(self) -> float:
        """What is asked beyond the hours, as a share of them, 0 or more: max(0, N h / H − 1). Told apart."""
        return max(0.0, self.cases * self.each / self.hours - 1)

    @property
    def learns_up_to(self) -> float:
        """As many cases leave learning all its time."""
        return (1 - self.learning) * self.hours / self.each

    @property
    def full_from(self) -> float:
        """As many cases fill the week."""
        return self.hours / self.each

    def with_cases(self, cases: float) -> "Caseload":
        """The same week with another number of cases."""
        return replace(self, cases=cases)

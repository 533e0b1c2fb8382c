"""Medians of what is timed by turns, so that a busy spell of the machine falls on all."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

Timed = Callable[[], float]
"""Does something once, and says how many milliseconds it took."""


def timed(act: Callable[[], object]) -> Timed:
    """`act`, timed as a whole."""

    def once() -> float:
        begun = perf_counter()
        act()
        return (perf_counter() - begun) * 1000

    return once


def by_turns(*acts: Timed, times: int) -> list[float]:
    """The median of each over `times` turns; the first warms caches, and counts only where it is the only one."""
    turns = [[act() for act in acts] for _ in range(times)]
    return [median(took) for took in zip(*(turns[1:] or turns), strict=True)]

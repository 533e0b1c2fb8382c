"""How far a made-up number may move, the others as they are, before a finding of a model no longer holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from .row import Row

Given = TypeVar("Given")


@dataclass(frozen=True)
class Finding(Generic[Given]):
    """A sentence, and whether it holds under given numbers."""

    says: str
    holds: Callable[[Given], bool]


STRIDE, FINE = 0.02, 0.001
"""First steps of this size, then the last one halved until it is as fine as that."""


def reach(given: Given, name: str, holds: Callable[[Given], bool]) -> tuple[float, float]:
    """From where to where the number `name` may move, within 0 to 1, while the finding holds.

    It need not fail for good beyond: a gap narrower than a stride may be stepped over. Raises ValueError where the
    finding does not hold as given.
    """
    if not holds(given):
        raise ValueError(f"a finding must hold as shipped, and does not for {given!r}")

    def edge(end: float) -> float:
        good: float = getattr(given, name)
        while good != end:
            bad = min(1.0, max(0.0, good + (STRIDE if end else -STRIDE)))
            if holds(_with(given, name, bad)):
                good = bad
                continue
            while abs(bad - good) > FINE:
                middle = (good + bad) / 2
                good, bad = (middle, bad) if holds(_with(given, name, middle)) else (good, middle)
            return good
        return end

    return edge(0.0), edge(1.0)


def edge_rows(given: Given, names: Sequence[str], findings: Sequence[Finding[Given]]) -> Iterator[Row]:
    """A row a finding: the number that has the least room, its edge beside it as shipped; all of them in a note."""
    for finding in findings:
        ranges = {name: reach(given, name, finding.holds) for name in names}
        # Least room: the edge that lies nearest, as a part of the number itself. An edge at 0 or 1 is no edge.
        edges = [
            (abs(edge - getattr(given, name)) / max(getattr(given, name), FINE), name, edge)
            for name, pair in ranges.items()
            for edge in pair
            if 0 < edge < 1
        ]
        held = ", ".join(
            f"{name} {low:.3f}–{high:.3f}" for name, (low, high) in ranges.items() if high - low < 1 - 1e-9
        )
        note = f"holds while {held or 'any of its numbers is anything from 0 to 1'}"
        _room, name, edge = min(edges, default=(1.0, names[0], getattr(given, names[0])))
        yield Row(
            what=f"{finding.says}: until {name}" if edges else f"{finding.says}: whatever {name}",
            cost=edge,
            baseline=f"{name} as made up",
            baseline_cost=getattr(given, name),
            unit="",
            note=note,
        )


def _with(given: Any, name: str, value: float) -> Any:
    return replace(given, **{name: value})

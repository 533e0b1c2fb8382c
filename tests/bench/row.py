"""One line of the report, and the report."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Row:
    """What something of the kit's costs, beside a baseline measured in the same run.

    cost, baseline_cost: medians, both in `unit`. ratio_at_most, cost_below: what was promised, if anything was.
    note: a sentence below the table.
    """

    what: str
    cost: float
    baseline: str
    baseline_cost: float
    unit: str = "ms"
    ratio_at_most: float | None = None
    cost_below: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """Cost over baseline: below 1 is cheaper than the baseline."""
        return self.cost / self.baseline_cost

    @property
    def holds(self) -> bool | None:
        """Whether every promise is kept; None where nothing was promised."""
        kept = []
        if self.ratio_at_most is not None:
            kept.append(self.ratio <= self.ratio_at_most)
        if self.cost_below is not None:
            kept.append(self.cost < self.cost_below)
        return all(kept) if kept else None

    @property
    def promise(self) -> str:
        """What was promised, in words; empty where nothing was."""
        ratio = [] if self.ratio_at_most is None else [f"ratio at most {self.ratio_at_most:g}"]
        cost = [] if self.cost_below is None else [f"below {_number(self.cost_below)} {self.unit}"]
        return ", ".join(ratio + cost)


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned plain text under a head, and their notes below."""
    lines = [("what", "cost", "baseline", "cost", "ratio", "promised", "holds")]
    for row in rows:
        cost, baseline_cost = (f"{_number(value)} {row.unit}" for value in (row.cost, row.baseline_cost))
        holds = {True: "yes", False: "NO", None: ""}[row.holds]
        lines.append((row.what, cost, row.baseline, baseline_cost, f"{row.ratio:.3f}", row.promise, holds))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    numbers = {1, 3, 4}
    text = [
        "  ".join(f"{cell:{'>' if i in numbers else '<'}{widths[i]}}" for i, cell in enumerate(line)).rstrip()
        for line in lines
    ]
    return "\n".join([*text, *(f"{row.what}: {row.note}" for row in rows if row.note)])


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"

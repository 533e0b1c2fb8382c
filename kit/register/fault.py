"""What is wrong with a file, and how to repair it."""

from collections import Counter
from dataclasses import dataclass, field

from kit.language import _
from kit.register.limits import MOST_FAULTS

SHOWN = 60
"""Characters of a cell that are shown back."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    row: as a spreadsheet numbers it, from 1; None where it is about the whole column or file. column: its name in the
    file, or what was sought; "" where it is about the whole row or file. rule: what must be so; repair: how to make
    it so; received: what stands there, shortened.
    """

    row: int | None
    column: str
    rule: str
    repair: str
    received: str

    def where(self) -> str:
        """The place in words."""
        if self.row is None:
            return _("column %(column)s") % {"column": self.column} if self.column else _("the whole file")
        if not self.column:
            return _("row %(row)s") % {"row": self.row}
        return _("row %(row)s, column %(column)s") % {"row": self.row, "column": self.column}


class Unreadable(Exception):
    """The file cannot be read any further; `fault` says why."""

    def __init__(self, rule: str, repair: str, received: str = "", row: int | None = None) -> None:
        self.fault = Fault(row, "", rule, repair, received)
        super().__init__(rule)


@dataclass
class Faults:
    """Faults as they are found: told one by one up to a bound, and all of them counted."""

    told: list[Fault] = field(default_factory=list)
    counted: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: int = 0

    def add(self, fault: Fault) -> None:
        """Note a fault."""
        self.found += 1
        self.counted[fault.column, fault.rule] += 1
        if len(self.told) < MOST_FAULTS:
            self.told.append(fault)


def shown(value: object) -> str:
    """What stands in a cell, short enough to tell."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"

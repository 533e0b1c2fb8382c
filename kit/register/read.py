"""Bytes in; a register out, or all that is wrong at once: by column, row, rule, repair and what was received."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kit.models.register import Register
from kit.register.fault import Fault, Faults, Unreadable
from kit.register.kinds import decoded, is_workbook
from kit.register.lines import rows_of_text
from kit.register.table import Table
from kit.register.workbook import rows_of_workbook


@dataclass(frozen=True)
class Reading:
    """What became of a file.

    register: what it holds; None where anything is wrong. rest: the rows in which nothing is wrong, where only rows
    are and some are sound; else None. faults: in the order of the file, MOST_FAULTS at most; counted: how often there
    was one of each column and rule, all of them. rows: those below the header with anything in them; faulty: those of
    them with a fault. weeks: the first and the last, in words. notes: what is not wrong and should be known.
    """

    register: Register | None
    rest: Register | None
    faults: tuple[Fault, ...]
    counted: Mapping[tuple[str, str], int]
    rows: int
    faulty: int
    weeks: tuple[str, str] | None
    notes: tuple[str, ...]


def read(content: bytes) -> Reading:
    """What this file holds, whatever its name. Never raises, whatever the bytes are.

    Columns: street, theme and week; household where there is one (see `columns.NAMES`). No other is kept, and of a
    household only a running number. Weeks of a year, and dates, are counted from the earliest week in the file.
    """
    faults = Faults()
    table = Table(faults)
    try:
        table.take(rows_of_workbook(content) if is_workbook(content) else rows_of_text(decoded(content)))
    except Unreadable as error:
        table.give_up(error.fault)
    register, weeks = table.register()
    return Reading(
        register=None if faults.told else register,
        rest=register if faults.told else None,
        faults=tuple(sorted(faults.told, key=lambda fault: fault.row or 0)),
        counted=MappingProxyType(dict(faults.counted)),
        rows=table.rows,
        faulty=table.faulty,
        weeks=weeks,
        notes=table.notes() if register else (),
    )

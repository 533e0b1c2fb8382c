"""Tables out of the kit that a spreadsheet opens as text: no cell that begins like a formula is ever run."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from kit.language import _
from kit.models.register import Register
from kit.models.signal import LEAST
from kit.register.fault import Fault

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula, or for one after it has trimmed."""


def escaped(text: str) -> str:
    """A text that a spreadsheet will not run: with an apostrophe before what looks like a formula.

    `freed` takes it away again: a text that has such an apostrophe itself gets another.
    """
    return "'" + text if text.lstrip("'").startswith(DANGEROUS) else text


def freed(text: str) -> str:
    """The text that was escaped."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(DANGEROUS) else text


def csv_text(rows: Iterable[Sequence[str | int]]) -> str:
    """Rows as CSV that a Dutch Excel opens as it is: semicolons, a byte order mark, texts escaped."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([escaped(cell) if isinstance(cell, str) else cell for cell in row])
    return "\ufeff" + out.getvalue()


def map_csv(register: Register, small: int = LEAST) -> str:
    """The map: a row a street, a column a theme; distinct households, or requests where households are unknown.

    Below `small` it says so instead of the number, for small numbers point at people; and without totals, from which
    the number could be worked out.
    """
    counts = register.households if register.knows_households else register.asked
    rows: list[Sequence[str | int]] = [[_("street"), *register.themes]]
    for street in register.streets:
        cells = [counts.get((street, theme), 0) for theme in register.themes]
        rows.append([street, *(n if n == 0 or n >= small else f"<{small}" for n in cells)])
    return csv_text(rows)


def faults_csv(faults: Iterable[Fault]) -> str:
    """The faults: row, column, rule, repair, received."""
    head = [_("row"), _("column"), _("rule"), _("repair"), _("received")]
    rows: list[Sequence[str | int]] = [head]
    rows += [["" if f.row is None else f.row, f.column, f.rule, f.repair, f.received] for f in faults]
    return csv_text(rows)

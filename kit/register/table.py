"""Rows one by one: the header is found, each row is held to the rules, and only what is needed is kept."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kit.language import _
from kit.models.register import Register, Request
from kit.register.cells import text_of
from kit.register.columns import NEEDED, Columns, find_columns, known
from kit.register.fault import Fault, Faults, Unreadable, shown
from kit.register.limits import HEADER_WITHIN, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_STREETS, MOST_THEMES
from kit.register.lines import Row
from kit.register.names import Names
from kit.register.week import Week, count_weeks, read_week


class Table:
    """A table that is being read. rows: so far, with anything in them; faulty: those of them with a fault."""

    def __init__(self, faults: Faults) -> None:
        self.rows = self.faulty = 0
        self._faults = faults
        self._columns: Columns | None = None
        self._whole = True
        self._cells = 0
        self._streets, self._themes = Names(), Names()
        self._households: dict[str, int] = {}
        self._found: list[tuple[Week, str, str, int | None]] = []
        self._weeks: dict[object, Week | None] = {}

    def take(self, rows: Iterator[Row]) -> None:
        """Find the header, then read each row below it. Raises Unreadable where there is too much, or nothing."""
        above: list[Row] = []
        for number, cells in rows:
            self._within(number, cells)
            if not _blank(cells):
                above.append((number, cells))
                if len(above) == HEADER_WITHIN or known(cells) >= len(NEEDED):
                    break
        if not above:
            raise Unreadable(_("There must be something in the file."), _("Choose a file with a header and rows."))
        # The row that names most of the columns; of two alike the first.
        head = max(above, key=lambda row: known(row[1]))
        self._columns = find_columns(*head, self._faults)
        if self._columns is None:
            self._whole = False
            return
        for number, cells in chain((row for row in above if row[0] > head[0]), rows):
            self._within(number, cells)
            if not _blank(cells):
                self._row(self._columns, number, cells)
        self._as_a_whole(self._columns)

    def give_up(self, fault: Fault) -> None:
        """Reading stopped here: what was found before is no register."""
        self._whole = False
        self._faults.add(fault)

    def register(self) -> tuple[Register | None, tuple[str, str] | None]:
        """The register of all sound rows, with its first and last week in words; None where there can be none."""
        if not self._whole or not self._found:
            return None, None
        weeks, first, last = count_weeks([week for week, *_rest in self._found])
        requests = tuple(
            Request(n, self._streets.name(street), self._themes.name(theme), household)
            for n, (_week, street, theme, household) in zip(weeks, self._found, strict=True)
        )
        return Register(requests), (first, last)

    def notes(self) -> tuple[str, ...]:
        """What is not wrong and should be known."""
        told = []
        if self._columns is not None and "household" not in self._columns.at:
            told.append(
                _(
                    "There is no column for the household. One household that asks nine times then looks like nine"
                    " households, so no signals are picked out here. A number for each household is enough; no names."
                )
            )
        if self._streets.share(_numbered) > 0.5:
            told.append(
                _(
                    "The streets seem to be addresses with a house number. Leave the number out: an address points at"
                    " people, and a street of one house shares nothing."
                )
            )
        return tuple(told)

    def _within(self, number: int, cells: Sequence[object]) -> None:
        self._cells += len(cells)
        if number > MOST_ROWS + HEADER_WITHIN or self._cells > MOST_CELLS:
            most = f"{MOST_ROWS:,}".replace(",", "\u202f")
            raise Unreadable(
                _("There may be at most %(rows)s rows, with a few columns.") % {"rows": most},
                _("Keep only the columns that are needed, or one year."),
                _("more"),
                number,
            )
        if len(cells) > MOST_COLUMNS and not _blank(cells[MOST_COLUMNS:]):
            raise Unreadable(
                _("There may be at most %(columns)s columns.") % {"columns": MOST_COLUMNS},
                _("Keep only the columns that are needed."),
                _("more"),
                number,
            )

    def _row(self, columns: Columns, number: int, cells: Sequence[object]) -> None:
        self.rows += 1
        before = self._faults.found
        if len(cells) > columns.width and not _blank(beyond := cells[columns.width :]):
            rule = _("A row may have as many cells as the header has columns.")
            repair = _("Put text that holds a comma or a semicolon between double quotes.")
            strange = next(cell for cell in beyond if not _empty(cell))
            self._faults.add(Fault(number, "", rule, repair, shown(strange)))
        street, theme = (self._text(columns, number, cells, name) for name in ("street", "theme"))
        week = self._week(columns, number, cells)
        household = self._text(columns, number, cells, "household") if "household" in columns.at else None
        if self._faults.found > before or week is None:
            self.faulty += 1
            return
        key = None
        if household is not None:
            key = self._households.setdefault(household.casefold(), len(self._households) + 1)
        self._found.append((week, self._streets.key(street), self._themes.key(theme), key))

    def _text(self, columns: Columns, number: int, cells: Sequence[object], name: str) -> str:
        at = columns.at[name]
        value = cells[at] if at < len(cells) else None
        return text_of(value, number, columns.names[name], name, self._faults)

    def _week(self, columns: Columns, number: int, cells: Sequence[object]) -> Week | None:
        at = columns.at["week"]
        value = cells[at] if at < len(cells) else None
        kind = (type(value), value)  # 1 and True, 5 and 5.0 are equal in Python and not in a file
        if kind not in self._weeks:
            self._weeks[kind] = read_week(value, columns.dated)
        week = self._weeks[kind]
        if week is None:
            rule = _("A week is a number from 1 to 53, a year with a week as in 2024-W05, or a date as in 5-2-2024.")
            repair = _("Fill in the week, or the date.") if _empty(value) else _("Write it as one of these three.")
            if isinstance(value, str) and value.startswith("="):
                repair = _("This is a formula, and nothing is worked out here: paste its value in its place.")
            received = _("nothing") if _empty(value) else shown(value)
            self._faults.add(Fault(number, columns.names["week"], rule, repair, received))
        return week

    def _as_a_whole(self, columns: Columns) -> None:
        """Faults of the columns as such."""
        if not self.rows:
            self.give_up(
                Fault(None, "", _("There must be rows below the header."), _("Put each request on a row."), "")
            )
        for name, names, most in (("street", self._streets, MOST_STREETS), ("theme", self._themes, MOST_THEMES)):
            if len(names) > most:
                rule = _("A column may hold at most %(most)s different names.") % {"most": most}
                repair = _("Is this the right column? Use few and fixed names: a street without number, a short theme.")
                received = _("%(count)s names, as in %(names)s")
                some = received % {"count": len(names), "names": shown(", ".join(names.some(3)))}
                self.give_up(Fault(None, columns.names[name], rule, repair, some))
        bare = sum(year is None for (year, _number), *_rest in self._found)
        if 0 < bare < len(self._found):
            rule = _("Either each week has a year (or is a date), or none has.")
            repair = _("Give each week its year, as in 2024-W05.")
            received = _("%(bare)s without a year, %(dated)s with one")
            counts = received % {"bare": bare, "dated": len(self._found) - bare}
            self.give_up(Fault(None, columns.names["week"], rule, repair, counts))


def _numbered(street: str) -> bool:
    return re.search(r"\D \d{1,4} ?-?[a-z]{0,3}\d?$", street, re.IGNORECASE) is not None


def _empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _blank(cells: Sequence[object]) -> bool:
    return all(map(_empty, cells))

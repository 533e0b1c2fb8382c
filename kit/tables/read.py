"""Reading a table: the CSV file and the dictionary beside it become a Table, or all faults at once."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kit.casefile.fault import Fault
from kit.casefile.wording import listed, nearest, shown
from kit.language import _
from kit.tables.cell import read_cell
from kit.tables.dictionary import Dictionary, read_dictionary
from kit.tables.fault import TableError
from kit.tables.table import Table, Value

__all__ = ["TableError", "read_table"]

Seen = dict[tuple[str, ...], set[tuple[Value, ...]]]
"""For columns that together name a row: what stood in them so far."""

MOST = 200
"""Faults told of one table; a wrong separator would make one of every cell."""


def read_table(path: Path) -> Table:
    """The table in this CSV file, as the `.schema.json` of the same name describes it.

    Raises TableError, which holds all faults, where one of the two is not sound.
    """
    dictionary = read_dictionary(path.with_name(f"{path.stem}.schema.json"))
    try:
        # With or without a byte order mark; newlines are left to csv, for a cell may hold one.
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            records = [(lines.line_num, record) for record in lines]
    except OSError as error:
        fault = Fault(path.name, 1, _("the whole file"), _("must be there, but cannot be read."), str(error.strerror))
        raise TableError([fault]) from None
    except (UnicodeDecodeError, csv.Error) as error:
        fault = Fault(path.name, 1, _("the whole file"), _("must be CSV in UTF-8, but is not."), str(error))
        raise TableError([fault]) from None
    faults: list[Fault] = []
    rows = _rows(path.name, dictionary, records, faults)
    if faults:
        raise TableError(faults[:MOST])
    return Table(
        name=path.stem,
        title=dictionary.title,
        description=dictionary.description,
        provenance=dictionary.provenance,
        sources=dictionary.sources,
        fields=dictionary.fields,
        rows=tuple(MappingProxyType(row) for row in rows),
    )


def _rows(
    file: str, dictionary: Dictionary, records: Sequence[tuple[int, list[str]]], faults: list[Fault]
) -> list[dict[str, Value]]:
    names = [field.name for field in dictionary.fields]
    head = records[0][1] if records else []
    if head != names:
        strange = next((name for name in head if name not in names), "")
        near = nearest(strange, names) if strange else None
        rule = _("must begin with the columns of the dictionary, in its order (%(names)s), but begins with %(got)s.")
        fix = _("Did you mean %(near)s?") % {"near": shown(near)} if near else ""
        where = _("the first line")
        faults.append(Fault(file, 1, where, rule % {"names": ",".join(names), "got": shown(",".join(head))}, fix))
        return []
    rows = []
    once = [(field.name,) for field in dictionary.fields if field.constraints.get("unique")]
    seen: Seen = {key: set() for key in (*once, dictionary.key) if key}
    for line, record in records[1:]:
        if len(record) != len(names):
            rule = _("must have %(wanted)s cells, but has %(got)s.") % {"wanted": len(names), "got": len(record)}
            fix = _("Put text with a comma in it between double quotes.")
            faults.append(Fault(file, line, _("the whole row"), rule, fix))
            continue
        row: dict[str, Value] = {}
        for field, text in zip(dictionary.fields, record, strict=True):
            row[field.name], wrong = read_cell(field, text)
            if wrong:
                faults.append(Fault(file, line, field.name, wrong, ""))
        rows.append(row)
        _once(file, line, row, seen, faults)
    return rows


def _once(file: str, line: int, row: Mapping[str, Value], seen: Seen, faults: list[Fault]) -> None:
    """A fault where this row repeats what may stand once in the table."""
    for key, values in seen.items():
        value = tuple(row[name] for name in key)
        if None in value:  # what is empty repeats nothing
            continue
        if value in values:
            rule = _("must stand once in the table, but %(got)s stands there twice.")
            faults.append(Fault(file, line, ", ".join(key), rule % {"got": shown(listed(map(str, value)))}, ""))
        values.add(value)

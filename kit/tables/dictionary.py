"""The dictionary beside a table: a Frictionless Table Schema that also says where the numbers come from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kit.casefile.fault import Fault
from kit.casefile.wording import listed, shown
from kit.language import _
from kit.tables.cell import CONSTRAINTS, TYPES
from kit.tables.fault import TableError
from kit.tables.table import Field, Source

SOURCE = ("name", "author", "title", "publisher", "year")


@dataclass(frozen=True)
class Dictionary:
    """What a table's dictionary says. key: the columns that together name a row; empty where none do."""

    title: str
    description: str
    provenance: str
    sources: tuple[Source, ...]
    fields: tuple[Field, ...]
    key: tuple[str, ...]


def read_dictionary(path: Path) -> Dictionary:
    """The dictionary in this file. Raises TableError, which holds all faults, where it is not sound."""
    faults: list[Fault] = []

    def wrong(where: str, rule: str, fix: str = "") -> None:
        faults.append(Fault(path.name, 1, where, rule, fix))

    try:
        read = json.loads(path.read_text("utf-8"))
    except OSError as error:
        wrong(_("the whole file"), _("must be there, but cannot be read."), str(error.strerror))
        raise TableError(faults) from None
    except (ValueError, RecursionError) as error:
        wrong(_("the whole file"), _("must be JSON, but is not."), str(error))
        raise TableError(faults) from None

    def text(holder: Any, key: str, where: str) -> str:
        value = holder.get(key) if isinstance(holder, dict) else None
        if not isinstance(value, str) or not value.strip():
            wrong(f"{where}{key}", _("must be a text, but is %(got)s.") % {"got": shown(value)})
            return ""
        return value

    title, description, provenance = (text(read, key, "") for key in ("title", "description", "provenance"))
    sources = [
        Source(*(text(source, key, f"sources[{i}].") for key in SOURCE))
        for i, source in enumerate(_list(read, "sources"))
    ]
    fields = []
    for i, field in enumerate(_list(read, "fields")):
        where = f"fields[{i}]."
        name, of_field, told = (text(field, key, where) for key in ("name", "title", "description"))
        type, rules = text(field, "type", where), _rules(field)
        if type and type not in TYPES:
            rule = _("must be one of %(limit)s, but is %(got)s.")
            wrong(f"{where}type", rule % {"limit": listed(TYPES), "got": shown(type)})
        if strange := sorted(set(rules) - CONSTRAINTS):
            # A rule that nobody keeps would be worse than none.
            rule = _("may have these rules: %(rules)s; got %(got)s.")
            wrong(f"{where}constraints", rule % {"rules": listed(sorted(CONSTRAINTS)), "got": listed(strange)})
        unit = str(field.get("unit", "")) if isinstance(field, dict) else ""
        fields.append(Field(name, type, of_field, told, unit, MappingProxyType(rules)))
    if not fields:
        wrong("fields", _("must list the columns, but is empty."))
    if faults:
        raise TableError(faults)
    return Dictionary(title, description, provenance, tuple(sources), tuple(fields), tuple(_list(read, "primaryKey")))


def _list(holder: Any, key: str) -> list[Any]:
    value = holder.get(key, []) if isinstance(holder, dict) else []
    return value if isinstance(value, list) else [value]


def _rules(field: Any) -> Mapping[str, Any]:
    value = field.get("constraints", {}) if isinstance(field, dict) else {}
    return value if isinstance(value, dict) else {}

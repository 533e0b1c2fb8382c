"""Which column is which: Dutch and English names, however they are written."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from kit.language import _
from kit.register.fault import Fault, Faults, shown

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "street": ("straat", "straatnaam", "street", "streetname"),
        "theme": (
            *("thema", "hoofdthema", "onderwerp", "hulpvraag", "soortvraag", "categorie", "leefgebied"),
            *("theme", "topic", "subject", "category"),
        ),
        "week": (
            *("week", "weeknummer", "weeknr", "kalenderweek", "datum", "aanmelddatum", "meldingsdatum", "datummelding"),
            *("datumaanmelding", "weeknumber", "date"),
        ),
        "household": (
            *("huishouden", "huishoudennummer", "huishoudnummer", "huishoudnr", "huishoudennr", "huishoudenid"),
            *("household", "householdid", "householdnumber"),
        ),
    }
)
"""The names of each column, without capitals, accents, spaces and marks. The first is the one to advise."""

NEEDED = ("street", "theme", "week")
DATED = ("datum", "date")


@dataclass(frozen=True)
class Columns:
    """Where each column stands. names: as the file writes them; width: of the header; dated: whether the week is
    called a date, so that 2024-05 would be a month."""

    at: Mapping[str, int]
    names: Mapping[str, str]
    width: int
    dated: bool


def role(header: object) -> str | None:
    """Which column a header names; None where it is none of ours."""
    plain = _plain(header)
    return next((role for role, names in NAMES.items() if plain in names), None)


def known(cells: Sequence[object]) -> int:
    """How many of our columns a row names."""
    return len({found for cell in cells if (found := role(cell))})


def find_columns(row: int, header: Sequence[object], faults: Faults) -> Columns | None:
    """The columns of a header. Faults: one that is missing, one that stands there twice. None where any is found."""
    roles = [role(cell) for cell in header]
    at = {found: i for i, found in reversed(list(enumerate(roles))) if found}
    sound = True
    for name in NAMES:
        twice = [shown(header[i]) for i, found in enumerate(roles) if found == name]
        if len(twice) > 1:
            sound = False
            rule = _("There must be one column for the %(column)s.") % {"column": column_word(name)}
            repair = _("Keep one of them, and give the others another name.")
            faults.add(Fault(row, column_word(name), rule, repair, ", ".join(twice)))
    for name in NEEDED:
        if name not in at:
            sound = False
            faults.add(_missing(name, header, roles))
    if not sound:
        return None
    names = {name: shown(header[i]) for name, i in at.items()}
    width = max((i + 1 for i, cell in enumerate(header) if cell not in (None, "")), default=0)
    return Columns(at, names, width, any(mark in _plain(header[at["week"]]) for mark in DATED))


def column_word(name: str) -> str:
    """What a column is called on screen."""
    return {"street": _("street"), "theme": _("theme"), "week": _("week"), "household": _("household")}[name]


def _missing(name: str, header: Sequence[object], roles: Sequence[str | None]) -> Fault:
    others = {_plain(cell): shown(cell) for cell, found in zip(header, roles, strict=True) if cell and not found}
    near = [others[match] for known in NAMES[name] for match in get_close_matches(known, others, 1, 0.75)]
    rule = _("There must be a column for the %(column)s.") % {"column": column_word(name)}
    repair = _("Call the column %(name)s, in the first row.") % {"name": NAMES[name][0]}
    if near:
        repair = _("Did you mean the column '%(near)s'?") % {"near": near[0]} + " " + repair
    there = ", ".join(list(others.values())[:12])
    received = _("columns: %(names)s") % {"names": there} if there else _("no other columns")
    return Fault(None, column_word(name), rule, repair, shown(received))


def _plain(header: object) -> str:
    if not isinstance(header, str):
        return ""
    letters = unicodedata.normalize("NFKD", header[:200]).casefold()
    return "".join(c for c in letters if c.isalnum())

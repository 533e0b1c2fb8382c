"""How ids, places and values of a case file are written, and shown in a fault."""

import difflib
import json
import re
from collections.abc import Iterable
from typing import Any

from kit.casefile.fault import Place
from kit.language import _

LONGEST = 60
"""Longer texts are cut off in a fault."""


def is_id(text: str) -> bool:
    """Whether `text` will do as the id of a case, which is also a file name: on any system, and in an address."""
    return re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", text) is not None


def short(text: str) -> str:
    """`text` on one line, cut off after LONGEST characters."""
    # Only the beginning is looked at: a fault about half a megabyte of text must not cost more than one about a word.
    line = " ".join(text[: 4 * LONGEST].split())
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    return line if len(line) <= LONGEST and len(text) <= 4 * LONGEST else line[:LONGEST] + "…"


def written(place: Place) -> str:
    """`place` as it stands in a fault: ("moments", 0, "title") is "moments[0].title"."""
    if not place:
        return _("the whole file")
    parts = [f"[{step}]" if isinstance(step, int) else f".{short(step)}" for step in place]
    return "".join(parts).removeprefix(".")


def shown(value: Any) -> str:
    """`value` as it stands in a fault: text in quotes, numbers as YAML writes them."""
    match value:
        case str():
            return _("'%(text)s'") % {"text": short(value)}
        case None:
            return _("empty")
        case dict():
            return _("a group of keys")
        case list():
            return _("a list")
        case float():
            return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(repr(value), f"{value:g}")
        case _:
            return short(json.dumps(value))


def listed(names: Iterable[str]) -> str:
    """`names` one after another; of many only the first twelve."""
    all_of_them = [short(name) for name in names]
    return ", ".join(all_of_them[:12]) + (", …" if len(all_of_them) > 12 else "")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` was most likely meant to be; None where nothing is near."""
    by_fold = {candidate[:LONGEST].casefold(): candidate for candidate in known}
    found = difflib.get_close_matches(name[:LONGEST].casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None

"""What a file is and what its parts are called: its format, its own id, and ids that are given twice."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.wording import is_id, shown
from kit.language import _


def wrong_format(whole: Part) -> Iterator[Finding]:
    """The fault of a format that only equals 1: to Python true and 1.0 do, to a later version they may not."""
    given = whole.keys.get("format")
    if given == 1 and not (isinstance(given, int) and not isinstance(given, bool)):
        rule = _("must be %(allowed)s, but is %(got)s.") % {"allowed": 1, "got": json.dumps(given)}
        yield Finding(("format",), rule, _("Write: %(key)s: %(example)s") % {"key": "format", "example": 1})


def wrong_id(whole: Part, path: Path, folder: str, example: str) -> Iterator[Finding]:
    """The fault of an id that will not do, or that is not the name of the file where that lies in `folder`."""
    id = whole.text("id")
    if id is None:
        return
    if not is_id(id):
        yield bad_id(whole, example)
    elif path.parent.name == folder and id != path.stem:
        rule = _("must be the name of the file, %(name)s, but is %(got)s.")
        fix = _("Write: id: %(name)s – or give the file the name %(file)s.")
        rule %= {"name": shown(path.stem), "got": shown(id)}
        yield Finding(("id",), rule, fix % {"name": path.stem, "file": shown(f"{id}.yaml")})


def bad_id(part: Part, example: str) -> Finding:
    """The fault of an id with characters that an id may not have."""
    id = part.text("id") or ""
    rule = _("may hold small letters, digits and hyphens, at most 60, but is %(got)s.") % {"got": shown(id)}
    fix = re.sub(r"[^a-z0-9_-]+", "-", id[:60].lower()).strip("-_") or example
    return Finding((*part.place, "id"), rule, _("Write for example: id: %(id)s") % {"id": fix})


def doubled(group: Iterable[Part]) -> Iterator[Finding]:
    """The faults of ids that another part of the same group already has."""
    seen = set()
    for part in group:
        id = part.text("id")
        if id in seen:
            rule = _("must be an id of its own, but %(id)s is already in use.") % {"id": shown(id)}
            yield Finding((*part.place, "id"), rule, _("Give this one another id."))
        elif id is not None:
            seen.add(id)

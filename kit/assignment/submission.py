"""What was done to the cells of an assignment that is handed in: deleted, changed, moved, or there twice.

The notebook itself says which cells it had, and nbgrader keeps with each cell what it was like when it was handed out.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kit.assignment.cells import place_of, told_name
from kit.language import _
from kit.practice.rows import out_of_place

LARGEST = 20_000_000
"""Bytes that a notebook handed in may have; pictures that a student pasted are in it."""

_MOST_CELLS = 5000
_LAST = (100_000, 0)

What = Literal["missing", "changed", "moved", "twice"]
"""Deleted; no longer what was handed out; in another place; there more than once."""


@dataclass(frozen=True)
class Change:
    """Something that was done to a cell, by the cell's name."""

    name: str
    what: What

    def __str__(self) -> str:
        """In a sentence, for who looks at what was handed in."""
        told = {
            "missing": _("was deleted."),
            "changed": _("was changed. It is put back when it is marked."),
            "moved": _("was moved away from its place."),
            "twice": _("is there more than once. The last one counts."),
        }
        return f"{told_name(self.name)}\n  {told[self.what]}"


class SubmissionError(ValueError):
    """A file that is no assignment of the kit's as it was handed out; says what is wrong, and what to do."""


def changes(cells: Sequence[Mapping[str, Any]], expected: Iterable[str]) -> list[Change]:
    """All that was done to the `expected` cells, in the order of the assignment.

    cells: those of a notebook as it was handed in, before anything was put back.
    """
    names = [name_in(cell) for cell in cells]
    there = Counter(names)
    order = sorted(dict.fromkeys(expected), key=lambda name: place_of(name) or _LAST)
    moved = _moved(names, order)
    edited = {name for name, cell in zip(names, cells, strict=True) if changed(cell)}
    found = []
    for name in order:
        if not there[name]:
            found.append(Change(name, "missing"))
            continue
        if there[name] > 1:
            found.append(Change(name, "twice"))
        if name in moved:
            found.append(Change(name, "moved"))
        if name in edited:
            found.append(Change(name, "changed"))
    return found


def _moved(names: Sequence[str], order: Sequence[str]) -> set[str]:
    """Those of the kit's own cells that were moved: as few as would explain the order in which they stand now."""
    ranks = {name: rank for rank, name in enumerate(order) if place_of(name)}
    standing = [ranks[name] for name in dict.fromkeys(names) if name in ranks]
    return {order[rank] for rank in out_of_place(standing)}


def name_in(cell: Mapping[str, Any]) -> str:
    """The name that nbgrader knows a cell by; "" for a cell that it does not know."""
    name = _nbgrader(cell).get("grade_id")
    return name if isinstance(name, str) else ""


def changed(cell: Mapping[str, Any]) -> bool:
    """Whether a cell that students leave alone is no longer what they were given."""
    about = _nbgrader(cell)
    closed = not about.get("solution") and (about.get("locked") or about.get("grade"))
    return bool(closed) and about.get("checksum") != checksum(cell)


def checksum(cell: Mapping[str, Any]) -> str:
    """The checksum that nbgrader gives a cell; "" for a cell it would give none."""
    about = _nbgrader(cell)
    grade, solution = about.get("grade") is True, about.get("solution") is True
    locked = not solution and (grade or about.get("locked") is True)
    parts = [source_of(cell), str(cell.get("cell_type")), str(grade), str(solution), str(locked), name_in(cell)]
    if grade:
        points = about.get("points")
        parts.append(str(float(points)) if isinstance(points, int | float) else "")
    return hashlib.md5("".join(parts).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def source_of(cell: Mapping[str, Any]) -> str:
    """What stands in a cell; a file may hold it as one text or as rows."""
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _nbgrader(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = cell.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    return about if isinstance(about, Mapping) else {}


def check_submission(path: Path) -> list[Change]:
    """All that was done to the cells of a notebook that was handed in; empty where it is as it was handed out.

    Raises SubmissionError where it is no such notebook, OSError where it cannot be read.
    """
    cells, expected = _read(path)
    return changes(cells, expected)


def _read(path: Path) -> tuple[list[Mapping[str, Any]], list[str]]:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        told = _("must be a notebook of at most %(most)d MB, but is larger. Look whether large pictures stand in it.")
        raise SubmissionError(told % {"most": LARGEST // 1_000_000})
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError) as error:
        told = _("must be a notebook, but cannot be read as one. Ask for it to be handed in again.")
        raise SubmissionError(told) from error
    metadata = tree.get("metadata") if isinstance(tree, dict) else None
    kept = metadata.get("krachtenveld") if isinstance(metadata, dict) else None
    expected = kept.get("cells") if isinstance(kept, dict) else None
    cells = tree.get("cells") if isinstance(tree, dict) else None
    sound = isinstance(expected, list) and isinstance(cells, list) and len(cells) <= _MOST_CELLS >= len(expected)
    if not sound or not all(isinstance(name, str) for name in expected or ()):
        told = _("must be an assignment that 'krachtenveld assignment' made, but does not say that it is one.")
        raise SubmissionError(told)
    return [cell for cell in cells or () if isinstance(cell, dict)], list(expected or ())

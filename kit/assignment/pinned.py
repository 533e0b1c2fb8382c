"""A set of exercises as it was when an assignment was made: kept in a file, so that marking later looks at the same.

Without it a corrected exercise, or another version of the kit, would quietly give letters another meaning.
"""

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kit.exercise import ExerciseSet
from kit.exercisefile import ExerciseError, load_set
from kit.language import _

FOLDER = "krachtenveld"
"""Where a course keeps them, beside nbgrader's own folders; nothing in it is handed out."""

LARGEST = 4_000_000
"""Bytes; a larger file is not what we wrote."""


class NotKeptError(RuntimeError):
    """The exercises of an assignment are not to be found as they were when it was made."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback."""
        return str(self).splitlines()


def text_of(them: ExerciseSet) -> str:
    """A set as JSON, always in the same words for the same set; what is as it is by default is left out."""
    return json.dumps(_lean(them), ensure_ascii=False, sort_keys=True, indent=1)


def digest_of(them: ExerciseSet) -> str:
    """A short name for exactly this set: another for the least change."""
    return _digest(text_of(them).encode("utf-8"))


def file_of(them: ExerciseSet) -> str:
    """The name of the file in which the set is kept."""
    return _file(them.id, digest_of(them))


def pinned(id: str, digest: str, start: Path) -> ExerciseSet:
    """The set with this id and digest: the kit's own, or one kept in `start` or a folder above it.

    Raises NotKeptError where there is none.
    """
    for folder in (start, *start.parents):
        path = folder / FOLDER / _file(id, digest)
        # Students hand in folders as well: what has another digest is not what was kept.
        if path.is_file() and path.stat().st_size <= LARGEST and (kept := _read(path.read_bytes(), digest)):
            return kept
    if (own := _own(id)) is not None and digest_of(own) == digest:
        return own
    told = _(
        "The exercises of this assignment were changed since it was made, and %(file)s is not to be found. Put that "
        "file back into the folder '%(folder)s' of your course, and run autograde again."
    )
    raise NotKeptError(told % {"file": _file(id, digest), "folder": FOLDER})


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def _file(id: str, digest: str) -> str:
    return f"{id}-{digest}.json"


@lru_cache(maxsize=8)
def _own(id: str) -> ExerciseSet | None:
    try:
        return load_set(id)
    except ExerciseError:
        return None


@lru_cache(maxsize=8)
def _read(data: bytes, digest: str) -> ExerciseSet | None:
    from kit.exercisefile.schema import SET

    try:
        them = SET.adapter.validate_json(data, strict=True)
    except ValueError:
        return None
    # To the byte as it was written; or as another system writes the ends of lines.
    return them if digest in (_digest(data), digest_of(them)) else None


def _lean(value: Any) -> Any:
    if is_dataclass(value):
        kept = {}
        for field in fields(value):
            default = field.default_factory() if field.default_factory is not MISSING else field.default
            if (own := getattr(value, field.name)) != default:
                kept[field.name.rstrip("_")] = _lean(own)  # `from` is written without the underscore it has in Python
        return kept
    if isinstance(value, tuple | list):
        return [_lean(one) for one in value]
    if isinstance(value, dict):
        return {key: _lean(one) for key, one in value.items()}
    return value

"""Exercise files: reading, checking, listing, and the schema for editors.

Read, worded and bounded as case files are (`kit.casefile`); nothing heavy is loaded before a function is called.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.casefile.fault import Fault
from kit.exercisefile.fault import ExerciseError

if TYPE_CHECKING:
    from kit.exercise import ExerciseSet

__all__ = ["ExerciseError", "Fault", "check_set", "exercise_schema", "is_set", "list_sets", "load_set"]


def load_set(id_or_path: str | os.PathLike[str]) -> "ExerciseSet":
    """The set of exercises with this id ("spanningen"), or in this file.

    Raises ExerciseError, which holds all faults, where there is no such set or its file is not sound.
    """
    from kit.exercisefile import library

    return library.load_set(id_or_path)


def check_set(path: str | os.PathLike[str]) -> list[Fault]:
    """All faults of an exercise file (a path, or an id), sorted by line; empty where it is sound. Never raises."""
    from kit.exercisefile import library

    return library.check_set(path)


def is_set(path: str | os.PathLike[str]) -> bool:
    """Whether a file (or the file with this id) is a set of exercises, as far as its head and its place tell."""
    from kit.exercisefile import library

    return library.is_set(path)


def list_sets(within: Iterable[Path | str] | None = None) -> dict[str, str]:
    """The ids of all sets with their titles, in the order of the kit's topics and then by id.

    Without `within`: one's own folder (`kit.home` / exercises), the present folder, and the kit's own. Only the head
    of each file is read: a set that is listed may still have faults.
    """
    from kit.exercisefile import library

    return library.list_sets(within)


def exercise_schema() -> dict[str, Any]:
    """The JSON Schema of an exercise file, for completion in an editor."""
    from kit.exercisefile import schema

    return schema.exercise_schema()

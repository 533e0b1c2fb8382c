"""Where sets of exercises are, and the way from a file to an ExerciseSet or to all that is wrong with it."""

import os
from collections.abc import Iterable
from pathlib import Path

from kit.casefile.examine import examine
from kit.casefile.fault import Fault
from kit.casefile.find import found, head, holds_exercises, is_path, repair, told
from kit.exercise import ExerciseSet
from kit.exercisefile.fault import ExerciseError
from kit.exercisefile.places import TOPICS, exercises, folders
from kit.language import _


def list_sets(within: Iterable[Path | str] | None = None) -> dict[str, str]:
    """The ids of all sets with their titles, in the order of the kit's topics and then by id.

    Only the head of each file is read: a set that is listed may still have faults.
    """
    those = {id: title for id, (_path, title) in _found(within).items()}
    order = [*(id for id in TOPICS if id in those), *sorted(id for id in those if id not in TOPICS)]
    return {id: those[id] for id in order}


def is_set(path: str | os.PathLike[str]) -> bool:
    """Whether a file (or the file with this id) is a set of exercises, as far as its head and its place tell."""
    if not is_path(path):
        return str(path) in _found()
    return Path(path).absolute().parent.name == "exercises" or holds_exercises(head(Path(path)))


def _found(within: Iterable[Path | str] | None = None) -> dict[str, tuple[Path, str]]:
    return found(folders() if within is None else within, holds_exercises)


def _path(id_or_path: str | os.PathLike[str]) -> Path:
    """The file that is meant: a path as it stands, an id where it is found.

    Raises ExerciseError for an id that no folder has.
    """
    if is_path(id_or_path):
        return Path(id_or_path)
    id, known = str(id_or_path), _found()
    if id in known:
        return known[id][0]
    rule = _("must be a set of exercises there is (%(known)s), but is %(got)s.") % told(id, list_sets())
    raise ExerciseError([Fault(str(exercises()), 1, _("the set of exercises"), rule, repair(id, known))])


def load_set(id_or_path: str | os.PathLike[str]) -> ExerciseSet:
    """The set with this id, or in this file.

    Raises ExerciseError, which holds all faults, where there is no such set or its file is not sound.
    """
    whole, faults = _examine(_path(id_or_path))
    if whole is None or faults:
        raise ExerciseError(faults)
    return whole


def check_set(path: str | os.PathLike[str]) -> list[Fault]:
    """All faults of an exercise file (a path, or an id), sorted by line; empty where it is sound. Never raises."""
    try:
        return _examine(_path(path))[1]
    except ExerciseError as error:
        return list(error.faults)


def _examine(path: Path) -> tuple[ExerciseSet | None, list[Fault]]:
    # Reading needs pydantic and ruamel.yaml, half a second of import that a list of sets does not ask for.
    from kit.exercisefile.check import checked

    return examine(path, checked)

"""Where cases are, and the way from a file to a Case or to all that is wrong with it."""

import os
from collections.abc import Iterable
from pathlib import Path

from kit.case import Case
from kit.casefile.examine import examine
from kit.casefile.fault import CaseError, Fault
from kit.casefile.find import found, holds_exercises, is_path, repair, told
from kit.casefile.places import datasets, folders
from kit.language import _


def list_cases(within: Iterable[Path | str] | None = None) -> dict[str, str]:
    """The ids of all cases with their titles, sorted by id; `within` the folders to look in (default: `folders()`).

    Only the head of each file is read: a case that is listed may still have faults.
    """
    return {id: title for id, (_path, title) in sorted(_found(within).items())}


def _found(within: Iterable[Path | str] | None = None) -> dict[str, tuple[Path, str]]:
    return found(folders() if within is None else within, lambda head: not holds_exercises(head))


def _path(id_or_path: str | os.PathLike[str]) -> Path:
    """The file that is meant: a path as it stands, an id where it is found.

    Raises CaseError for an id that no folder has.
    """
    if is_path(id_or_path):
        return Path(id_or_path)
    id, known = str(id_or_path), _found()
    if id in known:
        return known[id][0]
    rule = _("must be a case there is (%(known)s), but is %(got)s.") % told(id, known)
    raise CaseError([Fault(str(datasets() / "cases"), 1, _("the case"), rule, repair(id, known))])


def load_case(id_or_path: str | os.PathLike[str]) -> Case:
    """The case with this id, or in this file.

    Raises CaseError, which holds all faults, where there is no such case or its file is not sound.
    """
    path = _path(id_or_path)
    case, faults = _examine(path)
    if case is None or faults:
        raise CaseError(faults)
    return case


def check_case(path: str | os.PathLike[str]) -> list[Fault]:
    """All faults of a case file (a path, or an id), sorted by line; empty where the file is sound. Never raises."""
    try:
        return _examine(_path(path))[1]
    except CaseError as error:
        return list(error.faults)


def _examine(path: Path) -> tuple[Case | None, list[Fault]]:
    # Reading needs pydantic and ruamel.yaml, half a second of import that a list of cases does not ask for.
    from kit.casefile.check import checked

    return examine(path, checked)

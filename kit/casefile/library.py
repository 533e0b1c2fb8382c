"""Where cases are, and the way from a file to a Case or to all that is wrong with it."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from kit.case import Case
from kit.casefile.fault import CaseError, Fault
from kit.casefile.places import datasets, folders
from kit.casefile.wording import listed, nearest, shown, written
from kit.language import _

_HEAD = 16_000
"""Characters at the beginning of a file that are looked at for its title."""


def list_cases(within: Iterable[Path | str] | None = None) -> dict[str, str]:
    """The ids of all cases with their titles, sorted by id; `within` the folders to look in (default: `folders()`).

    Only the head of each file is read: a case that is listed may still have faults.
    """
    return {id: title for id, (_path, title) in sorted(_found(within).items())}


def _found(within: Iterable[Path | str] | None = None) -> dict[str, tuple[Path, str]]:
    found: dict[str, tuple[Path, str]] = {}
    for folder in folders() if within is None else map(Path, within):
        # A dot in the stem marks an overlay (heideland.en.yaml) or a hidden file: neither is a case.
        for path in sorted(folder.glob("*.yaml")):
            if "." not in path.stem and path.stem not in found and (title := _title(path)):
                found[path.stem] = (path, title)
    return found


def _title(path: Path) -> str | None:
    """The title of the case in `path`; None where the file does not look like a case."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    if not re.search(r"^format:", head, re.MULTILINE):
        return None
    title = re.search(r"^title:[ \t]*(?:[>|][-+]?[ \t]*\n[ \t]+)?(.+?)[ \t]*(?: #.*)?$", head, re.MULTILINE)
    return title.group(1).strip("\"'") if title else path.stem


def _path(id_or_path: str | os.PathLike[str]) -> Path:
    """The file that is meant: a path as it stands, an id where it is found.

    Raises CaseError for an id that no folder has.
    """
    if isinstance(id_or_path, os.PathLike) or re.search(r"[/\\]|\.ya?ml$", id_or_path):
        return Path(id_or_path)
    found = _found()
    if id_or_path in found:
        return found[id_or_path][0]
    rule = _("must be a case there is (%(known)s), but is %(got)s.")
    near = nearest(id_or_path, found)
    fix = _("Did you mean %(near)s?") % {"near": shown(near)} if near else _("Take one of those, or give a file.")
    rule %= {"known": listed(found) or "–", "got": shown(id_or_path)}
    raise CaseError([Fault(str(datasets() / "cases"), 1, _("the case"), rule, fix)])


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
    from kit.casefile.text import LARGEST

    try:
        if not path.is_file():
            return None, [Fault(str(path), 1, _("the whole file"), *_no_file(path))]
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        rule, fix = _("must be readable, but cannot be opened."), _("Check that you may open the file.")
        return None, [Fault(str(path), 1, _("the whole file"), rule, fix)]
    case, findings = checked(data, path)
    return case, [Fault(str(path), line, written(found.place), found.rule, found.fix) for line, found in findings]


def _no_file(path: Path) -> tuple[str, str]:
    if path.is_dir():
        return _("must be a file, but is a folder."), _("Give the name of the case file in it.")
    return _("must be a file, but there is none with this name."), _("Check the name and the folder.")

"""The files in a folder that somebody names: read within bounds, one at a time, and nothing else touched."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kit.journal.transfer import LARGEST
from kit.language import _

MOST_FILES = 500
"""Files that are read at once; two hundred is a whole year of students."""

MOST_TOGETHER = 50_000_000
"""Bytes that all files may have together; a file in which everything was done twice has a five-hundredth of this."""

MOST_NAMES = 5_000
"""Names in a folder that are looked at, before it is taken for no folder of a class."""


class FolderError(ValueError):
    """A folder that cannot be read; the message says why, in a sentence for whoever named it."""


@dataclass(frozen=True)
class HandedFile:
    """A file as it came. content: None where it was not read; then `why` says so in a sentence."""

    name: str
    content: bytes | None
    why: str = ""


def in_folder(folder: str | os.PathLike[str]) -> Iterator[HandedFile]:
    """The files in a folder, those that end in .json first; read when it is their turn, within the bounds above.

    Hidden files are left alone; what lies in folders within it, or elsewhere under a link, is named and not read.
    Raises FolderError before the first, where there is no such folder or it cannot be looked into.
    """
    path = _found(folder)
    try:
        with os.scandir(path) as rows:
            names = [row.name for row in islice(rows, MOST_NAMES + 1) if not row.name.startswith(".")]
    except NotADirectoryError:
        told = _("This is a file, not a folder: %(folder)s. Name the folder that it is in, or choose the file itself.")
        raise FolderError(told % {"folder": path}) from None
    except (OSError, ValueError) as error:
        raise FolderError(_no_folder(path, error)) from None
    if len(names) > MOST_NAMES:
        told = _("There are more than %(most)s files in %(folder)s. Put those of your class in a folder of their own.")
        raise FolderError(told % {"folder": path, "most": MOST_NAMES})
    return _read_in_turn(path, sorted(names, key=lambda name: (not name.lower().endswith(".json"), name)))


def _no_folder(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError | ValueError):
        return _("There is no folder here by that name: %(folder)s.") % {"folder": path}
    why = error.strerror if isinstance(error, OSError) and error.strerror else error
    return _("This folder cannot be read (%(why)s): %(folder)s.") % {"folder": path, "why": why}


def _found(folder: str | os.PathLike[str]) -> Path:
    """The folder that is meant. A path that begins nowhere is looked for here, beside here, and at home: JupyterLab
    copies a path from the top of what it shows, which is mostly one of these."""
    # A file manager that copies a path may put quotes around it.
    text = os.fspath(folder).strip().strip("\"'").strip()
    if not text:
        raise FolderError(_("Fill in the path of a folder first."))
    try:
        path = Path(text).expanduser()
        home = Path.home()
    except RuntimeError:  # no home is known
        path = home = Path(text)
    if path.is_absolute():
        return path
    places = [Path(), Path().absolute().parent, home]
    return next((place / path for place in places if _is_folder(place / path)), Path().absolute() / path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _read_in_turn(folder: Path, names: list[str]) -> Iterator[HandedFile]:
    left = MOST_TOGETHER
    for n, name in enumerate(names):
        if n >= MOST_FILES:
            told = _("Not read: these are more than %(most)s files at once.") % {"most": MOST_FILES}
            yield HandedFile(name, None, told)
        elif left < 0:
            told = _("Not read: these files are larger than %(most)s MB together.")
            yield HandedFile(name, None, told % {"most": MOST_TOGETHER // 1_000_000})
        else:
            file = _read(folder / name)
            left -= len(file.content or b"")
            yield file


def _read(path: Path) -> HandedFile:
    """A file itself, and never what a link points to or what waits for somebody at the other end, such as a pipe."""
    flags = os.O_RDONLY
    for name in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK"):  # each where the system has it
        flags |= getattr(os, name, 0)
    try:
        looked = os.lstat(path)
        if stat.S_ISLNK(looked.st_mode):
            return HandedFile(path.name, None, _("This is a link to another place, and is not followed."))
        if stat.S_ISDIR(looked.st_mode):
            return HandedFile(path.name, None, _("This is a folder, and is not looked into."))
        if not stat.S_ISREG(looked.st_mode):
            return HandedFile(path.name, None, _("This is no ordinary file."))
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return HandedFile(path.name, None, _("This is no ordinary file."))
            return HandedFile(path.name, file.read(LARGEST + 1))
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        return HandedFile(path.name, None, _("This file cannot be read (%(why)s).") % {"why": why})

"""From a file on disk to what it holds, or to all that is wrong with it, whatever is at the path."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kit.casefile.fault import Fault
from kit.casefile.wording import written
from kit.language import _

if TYPE_CHECKING:
    from kit.casefile.check import Checked

T = TypeVar("T")


def examine(path: Path, check: "Callable[[bytes, Path], Checked[T]]") -> tuple[T | None, list[Fault]]:
    """What `check` makes of the bytes of the file, and all faults, sorted by line. Never raises for what is on disk."""
    from kit.casefile.text import LARGEST

    try:
        if not path.is_file():
            return None, [Fault(str(path), 1, _("the whole file"), *_no_file(path))]
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        rule, fix = _("must be readable, but cannot be opened."), _("Check that you may open the file.")
        return None, [Fault(str(path), 1, _("the whole file"), rule, fix)]
    whole, findings = check(data, path)
    return whole, [Fault(str(path), line, written(found.place), found.rule, found.fix) for line, found in findings]


def _no_file(path: Path) -> tuple[str, str]:
    if path.is_dir():
        return _("must be a file, but is a folder."), _("Give the name of the file in it.")
    return _("must be a file, but there is none with this name."), _("Check the name and the folder.")

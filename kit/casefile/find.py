"""Which files in a folder are what one looks for, by a look at their heads alone."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from kit.casefile.wording import listed, nearest, shown
from kit.language import _

_HEAD = 16_000
"""Characters at the beginning of a file that are looked at for its title."""


def head(path: Path) -> str:
    """The beginning of a file as text, whatever its bytes are; empty where it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return ""


def holds_exercises(beginning: str) -> bool:
    """Whether a file that begins like this is a set of exercises, rather than a case."""
    return re.search(r"^exercises:", beginning, re.MULTILINE) is not None


def found(folders: Iterable[Path | str], wanted: Callable[[str], bool]) -> dict[str, tuple[Path, str]]:
    """By id the path and the title of each file with a `format` whose head is `wanted`; of two the first found."""
    those: dict[str, tuple[Path, str]] = {}
    for folder in map(Path, folders):
        # A dot in the stem marks an overlay (heideland.en.yaml) or a hidden file: neither is meant.
        for path in sorted(folder.glob("*.yaml")):
            if "." in path.stem or path.stem in those:
                continue
            beginning = head(path)
            if re.search(r"^format:", beginning, re.MULTILINE) and wanted(beginning):
                those[path.stem] = (path, _title(beginning) or path.stem)
    return those


def _title(beginning: str) -> str | None:
    title = re.search(r"^title:[ \t]*(?:[>|][-+]?[ \t]*\n[ \t]+)?(.+?)[ \t]*(?: #.*)?$", beginning, re.MULTILINE)
    return title.group(1).strip("\"'") if title else None


def is_path(id_or_path: str | os.PathLike[str]) -> bool:
    """Whether a file is meant, rather than an id."""
    return isinstance(id_or_path, os.PathLike) or re.search(r"[/\\]|\.ya?ml$", id_or_path) is not None


def repair(id: str, known: Iterable[str]) -> str:
    """What to do about an `id` of a file that is not among the `known`."""
    near = nearest(id, known)
    return _("Did you mean %(near)s?") % {"near": shown(near)} if near else _("Take one of those, or give a file.")


def told(id: str, known: Iterable[str]) -> dict[str, str]:
    """What the sentence about an unknown `id` names."""
    return {"known": listed(known) or "–", "got": shown(id)}

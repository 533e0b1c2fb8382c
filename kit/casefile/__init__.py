"""Case files: reading, checking, listing, and the schema for editors.

Nothing heavy is loaded before a function is called: the kit's public names pass through here.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.casefile.fault import CaseError, Fault

if TYPE_CHECKING:
    from kit.case import Case

__all__ = ["CaseError", "Fault", "case_schema", "check_case", "list_cases", "load_case"]


def load_case(id_or_path: str | os.PathLike[str]) -> "Case":
    """The case with this id ("heideland"), or in this file.

    Raises CaseError, which holds all faults, where there is no such case or its file is not sound.
    """
    from kit.casefile import library

    return library.load_case(id_or_path)


def check_case(path: str | os.PathLike[str]) -> list[Fault]:
    """All faults of a case file (a path, or an id), sorted by line; empty where the file is sound. Never raises."""
    from kit.casefile import library

    return library.check_case(path)


def list_cases(within: Iterable[Path | str] | None = None) -> dict[str, str]:
    """The ids of all cases with their titles, sorted by id; `within` the folders to look in.

    Without `within`: one's own folder (`kit.home` / cases), the present folder, and the kit's own. Only the head of
    each file is read: a case that is listed may still have faults.
    """
    from kit.casefile import library

    return library.list_cases(within)


def case_schema() -> dict[str, Any]:
    """The JSON Schema of a case file, for completion in an editor."""
    from kit.casefile import schema

    return schema.case_schema()

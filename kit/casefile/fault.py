"""What is wrong in a file: where it stands, which rule it breaks, and how to repair it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

Place = tuple[str | int, ...]
"""The way from the top of a file to one of its parts: keys, and numbers in a list counted from 0."""


@dataclass(frozen=True)
class Fault:
    """One fault of a file, in the language in force when it was found.

    `line` counts from 1, `where` is the place in the file ("moments[0].forces[2].strength"), `rule` names the
    rule, what is allowed and what was received, and `fix` is the repair.
    """

    file: str
    line: int
    where: str
    rule: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {self.where}\n  {self.rule} {self.fix}"


class FileError(ValueError):
    """A file that cannot be used; `faults` holds all that is wrong, in the order of the lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback: an author is helped by the faults, not by our stack."""
        return str(self).splitlines()


class CaseError(FileError):
    """A case that cannot be used; `faults` holds all that is wrong, in the order of the lines."""


class Finding(NamedTuple):
    """A fault that does not know its file yet, nor its line where the place tells it (`line` None)."""

    place: Place
    rule: str
    fix: str
    line: int | None = None

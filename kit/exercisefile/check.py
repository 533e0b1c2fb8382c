"""All that is wrong with an exercise file, in one go: reading, shared parts, shape, and rules."""

from pathlib import Path
from typing import Any

from kit.casefile.check import Checked, examined
from kit.casefile.fault import Finding
from kit.casefile.read import Document
from kit.casefile.shared import add_sources, fill_list
from kit.exercise import ExerciseSet
from kit.exercisefile.rules import broken_rules
from kit.exercisefile.schema import SET


def checked(data: bytes, path: Path) -> Checked[ExerciseSet]:
    """The set in the bytes of a file, and its findings with their lines; None where anything is wrong.

    `path` tells what the set's id should be where the file lies in a folder `exercises`.
    """
    return examined(data, SET, _fill_in, lambda tree: broken_rules(tree, path))


def _fill_in(document: Document) -> list[Finding]:
    """Put the shared sources and tensions in the place of their ids, and let a force stay where it is unless said.

    Changes the tree of `document`; what cannot be found is a finding and becomes a spoiled place.
    """
    taken: list[dict[str, Any]] = []
    findings = fill_list(document, (), "sources", [])
    exercises = document.tree.get("exercises")
    for index, exercise in enumerate(exercises if isinstance(exercises, list) else ()):
        board = exercise.get("board") if isinstance(exercise, dict) else None
        if not isinstance(board, dict):
            continue
        findings += fill_list(document, ("exercises", index, "board"), "tensions", taken)
        for force in board["forces"] if isinstance(board.get("forces"), list) else ():
            if isinstance(force, dict):
                # In a case what can be moved is the rule; on the small board of one question it is the exception.
                force.setdefault("movable", False)
    add_sources(document.tree, taken)
    return findings

"""The cells of an assignment, with what nbgrader has to know of each, and how each is called.

nbgrader's own words: `grade` gives points, `solution` is where a student answers, `locked` is put back when changed.
"""

import re
from typing import Any, Literal

from kit.language import _

SCHEMA = 3
"""The version of nbgrader's metadata in a cell."""

BEGIN, HELPER, END, LAST = "krachtenveld-begin", "krachtenveld-hulp", "krachtenveld-eind", "krachtenveld-open"
"""The cells around the exercises: what is explained, what looks at the form of answers, how to finish, what lacks."""

Part = Literal["vraag", "antwoord", "tekst", "feedback"]
"""Of an exercise: the question, the cell for an answer, the cell for a text, and the cell that looks at the answer."""

PARTS: tuple[Part, ...] = ("vraag", "antwoord", "tekst", "feedback")

Cell = dict[str, Any]


def name_of(number: int, part: Part) -> str:
    """The name of a cell: "opgave-3-antwoord"."""
    return f"opgave-{number}-{part}"


def number_and_part(name: str) -> tuple[int, Part] | None:
    """The exercise and the part that a cell belongs to, by its name; None for a cell of another kind."""
    found = re.fullmatch(r"opgave-(\d{1,3})-([a-z]{1,20})", name)
    return next(((int(found[1]), part) for part in PARTS if found and part == found[2]), None) if found else None


def place_of(name: str) -> tuple[int, int] | None:
    """Where a cell belongs among the others: the lower comes first. None for a cell that is not the kit's."""
    around = {BEGIN: (0, 0), HELPER: (0, 1), END: (10_000, 0), LAST: (10_000, 1)}
    found = number_and_part(name)
    return around.get(name) if found is None else (found[0], PARTS.index(found[1]))


def told_name(name: str) -> str:
    """A cell as a lecturer or a student knows it."""
    around = {
        BEGIN: _("the explanation at the top"),
        HELPER: _("the cell that looks at the form of answers"),
        END: _("the explanation at the end"),
        LAST: _("the last cell, which names what lacks an answer"),
    }
    if name in around:
        return around[name]
    found = number_and_part(name)
    if found is None:
        return _("the cell '%(name)s'") % {"name": name[:60]}
    told: dict[Part, str] = {
        "vraag": _("exercise %(n)d: the question"),
        "antwoord": _("exercise %(n)d: the answer"),
        "tekst": _("exercise %(n)d: the text"),
        "feedback": _("exercise %(n)d: the feedback"),
    }
    return told[found[1]] % {"n": found[0]}


def text_cell(name: str, source: str) -> Cell:
    """Text that a student reads and does not change."""
    return _cell("markdown", name, source, _nbgrader(name, locked=True))


def code_cell(name: str, source: str) -> Cell:
    """Code that runs and that nobody needs to see."""
    return _hidden(_cell("code", name, source, _nbgrader(name, locked=True)))


def answer_cell(name: str, source: str) -> Cell:
    """Where an answer is typed; another cell looks at it."""
    return _cell("code", name, source, _nbgrader(name, solution=True))


def written_cell(name: str, source: str, points: float) -> Cell:
    """Where a text is written, which a lecturer reads and gives points for."""
    return _cell("markdown", name, source, _nbgrader(name, solution=True, grade=True, points=points))


def feedback_cell(name: str, visible: str, hidden: str, points: float) -> Cell:
    """What looks at an answer: students have the visible lines only; the hidden ones are put back for the marking."""
    source = f"{visible}\n### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS"
    return _hidden(_cell("code", name, source, _nbgrader(name, locked=True, grade=True, points=points)))


def solved(stub: str, solution: str) -> str:
    """A stub, with behind it a solution that never reaches a student."""
    return f"{stub}\n### BEGIN SOLUTION\n{solution}\n### END SOLUTION"


def _nbgrader(
    name: str, *, locked: bool = False, solution: bool = False, grade: bool = False, points: float | None = None
) -> dict[str, Any]:
    worth = {} if points is None else {"points": points}
    return {"schema_version": SCHEMA, "grade_id": name, "grade": grade, "solution": solution, "locked": locked, **worth}


def _cell(kind: str, name: str, source: str, nbgrader: dict[str, Any]) -> Cell:
    cell = {"cell_type": kind, "id": name, "metadata": {"nbgrader": nbgrader}, "source": source}
    return cell if kind == "markdown" else {**cell, "execution_count": None, "outputs": []}


def _hidden(cell: Cell) -> Cell:
    cell["metadata"]["jupyter"] = {"source_hidden": True}
    return cell

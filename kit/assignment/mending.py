"""Run by nbgrader before it marks: what was deleted is put back or told, and what was changed or moved is told.

nbgrader itself puts back the text of locked cells without a word, and lets deleted ones be: what nothing looks at gives
no points and no feedback. Only the copy that is marked is mended; what was handed in stays as it is.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from kit.assignment.cells import BEGIN, END, HELPER, LAST, SCHEMA, Cell, place_of, told_name
from kit.assignment.submission import Change, changes, name_in
from kit.language import _

Cells = list[dict[str, Any]]

_DONE = "krachtenveld_mended"
"""nbgrader reads a course's settings more than once, and would then run the same again on what was mended."""

_FOR_STUDENTS = (END, LAST)
"""Cells that only serve who fills in: in what is marked, and so in the feedback, they would only be in the way."""


def put_back(nb: Any, resources: Any) -> tuple[Any, Any]:
    """The notebook with what a student deleted put back from the gradebook, and a note where something was done.

    nb, resources: as nbconvert hands them to a preprocessor. A notebook that is not the kit's is left alone.
    """
    from nbformat import from_dict
    from nbgrader.api import Gradebook

    if resources.get(_DONE):
        return nb, resources
    about = resources["nbgrader"]
    with Gradebook(about["db_url"]) as gradebook:
        source = gradebook.find_notebook(about["notebook"], about["assignment"])
        points = {cell.name: cell.max_score for cell in source.grade_cells}
        answered = {cell.name for cell in source.solution_cells}
        kept = {cell.name: _kept(cell, cell.name in answered, points.get(cell.name)) for cell in source.source_cells}
    if BEGIN in kept:
        cells = mended(nb["cells"], kept)
        for cell in cells:
            if nb.get("nbformat_minor", 0) < 5:
                cell.pop("id", None)
        nb["cells"] = from_dict(cells)  # type: ignore[no-untyped-call]
    resources[_DONE] = True
    return nb, resources


def _kept(cell: Any, answered: bool, points: float | None) -> Cell:
    """A cell of the gradebook as it stands in a notebook."""
    about = {
        "schema_version": SCHEMA,
        "grade_id": cell.name,
        "grade": points is not None,
        "solution": answered,
        "locked": bool(cell.locked),
        "checksum": cell.checksum,
        "cell_type": cell.cell_type,
        **({} if points is None else {"points": points}),
    }
    made = {
        "cell_type": cell.cell_type,
        "id": f"terug-{cell.name}"[:64],
        "metadata": {"nbgrader": about, "deletable": False, "editable": answered},
        "source": cell.source or "",
    }
    return made if cell.cell_type == "markdown" else {**made, "execution_count": None, "outputs": []}


def mended(cells: Iterable[Mapping[str, Any]], kept: Mapping[str, Cell]) -> Cells:
    """The cells that were handed in, with notes, and with those of `kept` that have to be there for the marking.

    An answer that is missing is not put back, for an empty one could take the place of what stands elsewhere; a text
    that is missing is, with a note in it, so that a lecturer comes to look for it.
    """
    found = [dict(cell) for cell in cells]
    done = changes(found, kept)
    last = {name_in(cell): at for at, cell in enumerate(found)}
    for at, cell in enumerate(found):
        _known(cell, kept, twice=last[name_in(cell)] != at)
    for change in done:
        if change.what == "moved":
            found = _in_place(found, change.name)
        if change.what != "missing":
            found.insert(_at(found, change.name), _note(change))
            continue
        at, back = _before(found, change.name), _back(kept[change.name])
        found[at:at] = [_note(change), *([back] if back else [])]
    return [_quiet(cell) if name_in(cell) == HELPER else cell for cell in found if name_in(cell) not in _FOR_STUDENTS]


def _quiet(helper: dict[str, Any]) -> dict[str, Any]:
    """In the place of the long cell that looks at the form of answers: what marks them looks at that itself."""
    told = _("What looks at the form of answers is left out here: the marking sees that itself.")
    return {**helper, "metadata": {}, "source": f"# {told}\ndef kijk(nummer): pass"}


def _known(cell: dict[str, Any], kept: Mapping[str, Cell], *, twice: bool) -> None:
    """Let a cell say of itself what the gradebook says of it. One that it does not know, or that comes `twice` and
    again further on, says nothing.

    A copied cell, or what somebody wrote there, would stop the marking, and that of everybody else's work with it.
    """
    name = name_in(cell)
    metadata = {key: value for key, value in dict(cell.get("metadata") or {}).items() if key != "nbgrader"}
    if name in kept and not twice:
        metadata["nbgrader"] = dict(kept[name]["metadata"]["nbgrader"])
    cell["metadata"] = metadata


def _at(cells: Cells, name: str) -> int:
    return next(at for at, cell in enumerate(cells) if name_in(cell) == name)


def _before(cells: Cells, name: str) -> int:
    """Where a cell belongs that is not there: before the first of those that come after it, so behind what a student
    put in its place."""
    own = place_of(name)
    if own is None:
        return len(cells)
    places = [place_of(name_in(cell)) for cell in cells]
    return next((at for at, place in enumerate(places) if place is not None and place > own), len(cells))


def _in_place(cells: Cells, name: str) -> Cells:
    """The cells, with those of this name before those that come after them."""
    own = [cell for cell in cells if name_in(cell) == name]
    rest = [cell for cell in cells if name_in(cell) != name]
    at = _before(rest, name)
    return [*rest[:at], *own, *rest[at:]]


def _back(kept: Cell) -> Cell | None:
    """What is put back of a cell that is missing: what looks at answers, and the place of a text; nothing else."""
    name, about = name_in(kept), kept["metadata"]["nbgrader"]
    if about["grade"] and about["solution"]:
        told = _("*What was handed in has no text here. If you wrote it elsewhere, tell your lecturer where.*")
        return {**kept, "source": told} if kept["cell_type"] == "markdown" else kept
    return kept if about["grade"] or name == HELPER else None


def _note(change: Change) -> Cell:
    """A cell that says what was done."""
    told = {
        "missing": _("%(cell)s: this cell was missing from what was handed in."),
        "changed": _("%(cell)s: this cell had been changed. It was put back as it was handed out."),
        "moved": _("%(cell)s: this cell had been moved. It was put back in its place."),
        "twice": _("%(cell)s: this cell was there more than once. The last one counts."),
    }
    text = told[change.what] % {"cell": told_name(change.name)}
    return {
        "cell_type": "markdown",
        "id": f"{change.what}-{change.name}"[:64],
        "metadata": {},
        "source": f"> **{text[:1].upper() + text[1:]}**",
    }

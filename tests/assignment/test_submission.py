"""What was done to a notebook that was handed in: all of it told, and nothing that was not done."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import handing_in as student
import pytest

from kit.__main__ import main
from kit.assignment import cells
from kit.assignment.mending import mended
from kit.assignment.notebook import notebook
from kit.assignment.submission import Change, changes, checksum, name_in
from kit.exercisefile import load_set

ONE = load_set(Path(__file__).parents[1] / "exercisefile" / "kinds.yaml")


@pytest.fixture
def given() -> dict[str, Any]:
    """As nbgrader hands it out, but for what is taken out of the cells: each with its checksum."""
    whole = json.loads(json.dumps(notebook(ONE, "a")))
    for cell in whole["cells"]:
        cell["metadata"]["nbgrader"]["checksum"] = checksum(cell)
    return whole


def done(whole: dict[str, Any]) -> list[tuple[str, str]]:
    found = changes(whole["cells"], whole["metadata"]["krachtenveld"]["cells"])
    return [(change.name, change.what) for change in found]


def move(whole: dict[str, Any], name: str, to: int) -> None:
    cell = student.named(whole, name)
    whole["cells"].remove(cell)
    whole["cells"].insert(to, cell)


def test_filling_in_is_no_change(given: dict[str, Any]) -> None:
    student.fill_in(given, ONE, "a", student.right_answers(ONE))
    own = {"cell_type": "code", "metadata": {}, "source": "1 + 1"}
    given["cells"].insert(9, own)
    given["cells"].append({**own, "metadata": {"nbgrader": "niets"}})
    assert done(given) == []


@pytest.mark.parametrize("name", student.names(notebook(ONE, "a")))
def test_each_cell_is_missed(given: dict[str, Any], name: str) -> None:
    student.delete(given, name)
    assert done(given) == [(name, "missing")]
    told = cells.told_name(name)
    assert told and name not in told


@pytest.mark.parametrize("name", student.names(notebook(ONE, "a")))
def test_a_change_is_seen_where_nobody_was_to_write(given: dict[str, Any], name: str) -> None:
    cell = student.named(given, name)
    cell["source"] += " "
    closed = not cell["metadata"]["nbgrader"]["solution"]
    assert done(given) == ([(name, "changed")] if closed else [])


@pytest.mark.parametrize("to", [0, 5, 20, -1])
def test_only_the_cell_that_was_moved_is_told(given: dict[str, Any], to: int) -> None:
    move(given, "opgave-4-antwoord", to if to >= 0 else len(given["cells"]) - 1)
    assert done(given) == [("opgave-4-antwoord", "moved")]


def test_a_cell_of_a_lecturer_is_in_nobodys_way(given: dict[str, Any]) -> None:
    own = {"schema_version": 3, "grade_id": "eigen", "grade": False, "solution": False, "locked": True}
    given["cells"].insert(5, {"cell_type": "markdown", "metadata": {"nbgrader": own}, "source": "Let op."})
    given["cells"][5]["metadata"]["nbgrader"]["checksum"] = checksum(given["cells"][5])
    given["metadata"]["krachtenveld"]["cells"].insert(5, "eigen")
    assert done(given) == []
    del given["cells"][5]
    assert done(given) == [("eigen", "missing")]


def test_a_copy_is_told(given: dict[str, Any]) -> None:
    given["cells"].insert(30, dict(student.named(given, "opgave-1-antwoord")))
    assert ("opgave-1-antwoord", "twice") in done(given)


def kept(whole: dict[str, Any]) -> dict[str, Any]:
    """The cells as the gradebook keeps them."""
    return {name: json.loads(json.dumps(student.named(whole, name))) for name in student.names(whole)}


def mend(whole: dict[str, Any], change: Callable[[dict[str, Any]], None]) -> list[dict[str, Any]]:
    known = kept(whole)
    change(whole)
    return mended(whole["cells"], known)


def test_what_is_marked_of_a_sound_notebook_is_that_notebook(given: dict[str, Any]) -> None:
    out = mend(given, lambda whole: None)
    assert [name_in(cell) for cell in out if name_in(cell)] == [
        name for name in student.names(given) if name not in (cells.HELPER, cells.END, cells.LAST)
    ]
    assert len(out) == len(given["cells"]) - 2


def test_an_answer_is_not_put_back_but_what_looks_at_it_is(given: dict[str, Any]) -> None:
    out = mend(given, lambda whole: student.delete(whole, "opgave-2-antwoord", "opgave-2-feedback"))
    names = [name_in(cell) for cell in out]
    assert "opgave-2-antwoord" not in names
    at = names.index("opgave-2-feedback")
    assert names[at - 3 : at + 2] == ["opgave-2-vraag", "", "", "opgave-2-feedback", "opgave-3-vraag"]
    assert "Opgave 2: het antwoord. Deze cel ontbrak" in out[at - 2]["source"]


def test_all_may_be_gone(given: dict[str, Any]) -> None:
    out = mend(given, lambda whole: whole["cells"].clear())
    back = [name_in(cell) for cell in out if name_in(cell)]
    assert back == [name for name in student.names(notebook(ONE, "a")) if name.endswith(("-feedback", "-tekst"))]


def test_of_a_copied_cell_only_the_last_is_known_to_nbgrader(given: dict[str, Any]) -> None:
    """nbgrader would stop at the first for all students at once: it empties what it knows of that one."""
    out = mend(given, lambda whole: whole["cells"].append(dict(student.named(whole, "opgave-1-antwoord"))))
    assert [name_in(cell) for cell in out].count("opgave-1-antwoord") == 1
    assert all(cell["metadata"].get("nbgrader") != {} for cell in out)


@pytest.mark.parametrize("spoiled", [None, "x", [], {"grade_id": 7}, {"grade_id": "vreemd", "grade": True}])
def test_what_nbgrader_cannot_read_is_taken_out(given: dict[str, Any], spoiled: Any) -> None:
    def spoil(whole: dict[str, Any]) -> None:
        student.named(whole, "opgave-1-antwoord")["metadata"]["nbgrader"] = spoiled

    out = mend(given, spoil)
    known = kept(notebook(ONE, "a"))
    assert all(name_in(cell) in known for cell in out if "nbgrader" in cell["metadata"])
    assert any("Opgave 1: het antwoord. Deze cel ontbrak" in cell["source"] for cell in out)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("geen notebook", "niet als notebook te lezen"),
        ("[" * 100_000, "niet als notebook te lezen"),
        ("[]", "nergens staat dat dit er een is"),
        ('{"cells": [], "metadata": {}}', "nergens staat dat dit er een is"),
        ('{"cells": 3, "metadata": {"krachtenveld": {"cells": []}}}', "nergens staat dat dit er een is"),
        ('{"cells": [], "metadata": {"krachtenveld": {"cells": [3]}}}', "nergens staat dat dit er een is"),
    ],
)
def test_another_file_is_told_to_be_one(
    content: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ingeleverd.ipynb"
    path.write_text(content, "utf-8")
    assert main(["check", str(path)]) == 1
    assert told in capsys.readouterr().out


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.assignment.submission.LARGEST", 2_000_000)
    (tmp_path / "groot.ipynb").write_text(" " * 2_000_001, "utf-8")
    assert main(["check", str(tmp_path / "groot.ipynb")]) == 1
    assert "hoogstens 2 MB" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "weg.ipynb")]) == 1
    assert "Dit lukte niet" in capsys.readouterr().out


def test_a_change_has_a_sentence() -> None:
    assert str(Change("opgave-3-vraag", "changed")) == (
        "opgave 3: de vraag\n  is veranderd. Bij het nakijken wordt hij teruggezet."
    )
    assert str(Change("x" * 300, "missing")) == f"de cel ‘{'x' * 60}’\n  is verwijderd."

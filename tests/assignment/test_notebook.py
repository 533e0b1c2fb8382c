"""The notebook itself: sound, the same each time, of use without the kit, and safe with whatever a set says."""

import json
import re
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import Any

import handing_in as student
import nbformat
import pandas
import pytest

from kit.assignment.answers import stub, table_code
from kit.assignment.cells import BEGIN, END, HELPER, LAST
from kit.assignment.notebook import notebook
from kit.exercise import ExerciseSet
from kit.exercisefile import load_set
from kit.exercisefile.places import TOPICS, exercises
from kit.tables import list_tables, load_table

SETS = {id: load_set(exercises() / f"{id}.yaml") for id in TOPICS}
KINDS = load_set(Path(__file__).parents[1] / "exercisefile" / "kinds.yaml")
each = pytest.mark.parametrize("them", [*SETS.values(), KINDS], ids=lambda them: them.id)
SIGNS = ("SOLUTION", "HIDDEN TESTS")
TABLES = exercises().parent / "datasets" / "tables"


def as_handed_out(whole: dict[str, Any]) -> dict[str, Any]:
    """The notebook without what is between nbgrader's signs."""
    made = json.loads(json.dumps(whole))
    for cell in made["cells"]:
        kept, within = [], False
        for row in cell["source"].splitlines():
            begins, ends = (any(f"{side} {sign}" in row for sign in SIGNS) for side in ("BEGIN", "END"))
            within = (within or begins) and not ends
            if not within and not ends:
                kept.append(row)
        cell["source"] = "\n".join(kept)
    return made


@each
def test_it_is_a_sound_notebook_the_same_each_time(them: ExerciseSet) -> None:
    whole = notebook(them, "a")
    nbformat.validate(nbformat.from_dict(whole))
    assert whole == notebook(them, "a") != notebook(them, "b")
    names = student.names(whole)
    assert len(set(names)) == len(names) == len(whole["metadata"]["krachtenveld"]["cells"])
    assert names[:2] == [BEGIN, HELPER] and names[-2:] == [END, LAST]


@each
def test_each_exercise_has_its_cells(them: ExerciseSet) -> None:
    whole = notebook(them, "a")
    for number, one in student.numbered(them):
        parts = {name.split("-")[2] for name in student.names(whole) if name.startswith(f"opgave-{number}-")}
        expected = {"vraag", "antwoord", "feedback"} if one.kind != "write" else {"vraag"}
        assert parts == expected | ({"tekst"} if one.without_right else set())
        if one.kind != "write":
            worth = student.named(whole, f"opgave-{number}-feedback")["metadata"]["nbgrader"]["points"]
            assert worth == (0 if one.without_right else 1)


@each
def test_between_the_signs_of_nbgrader_stands_all_that_is_secret(them: ExerciseSet) -> None:
    whole = notebook(them, "a")
    given = student.flat(" ".join(cell["source"] for cell in as_handed_out(whole)["cells"]))
    looked_for = [student.flat(text) for text in student.secrets(them)]
    assert len(looked_for) > 30
    assert [text for text in looked_for if text in given] == []
    kept = student.flat(" ".join(cell["source"] for cell in whole["cells"]))
    examples = [student.flat(one.example) for one in them.exercises if one.example]
    assert examples and all(text in kept for text in examples)


def run(cells: list[str], folder: Path) -> list[str]:
    """What each cell prints, one after another in one Python that has no kit."""
    program = """
import contextlib, io, json, sys
sys.modules["kit"] = None
cells, names, told = json.load(sys.stdin), {}, []
for cell in cells:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(cell, "cell", "exec"), names)
    told.append(out.getvalue())
print(json.dumps(told))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(cells),
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told: list[str] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("id", ["spanningen", "teamontwerp", "verwachtingen"])
def test_a_student_without_the_kit_reads_what_is_filled_in(id: str, tmp_path: Path) -> None:
    them = SETS[id]
    for one in them.exercises:
        if one.table:
            (tmp_path / f"{one.table}.csv").write_bytes((TABLES / f"{one.table}.csv").read_bytes())
    given = as_handed_out(notebook(them, "a"))
    untouched = run(code(given), tmp_path)
    asked = [str(number) for number, one in student.numbered(them) if one.kind != "write"]
    written = [str(number) for number, one in student.numbered(them) if one.without_right]
    look = f"Kijk zelf of je tekst er staat bij opgave {', '.join(written)}.\n"
    assert untouched[-1] == f"Nog niet leesbaar ingevuld: opgave {', '.join(asked)}.\n{look}"
    student.fill_in(given, them, "a", student.right_answers(them))
    filled = run(code(given), tmp_path)
    assert filled[-1] == f"Alles wat hier te zien is, is ingevuld.\n{look}"
    assert [told for told in filled if told.startswith("Opgave 1 ")] == ["Opgave 1 is ingevuld.\n"]
    without_helper = run([cell for cell in code(given) if "OPGAVEN" not in cell], tmp_path)
    assert without_helper[-1] == "Voer eerst één keer alles uit: Run, Run All Cells.\n"


def code(whole: dict[str, Any]) -> list[str]:
    return ["".join(cell["source"]) for cell in whole["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("name", list_tables())
def test_a_table_beside_the_notebook_is_the_table_of_the_kit(name: str) -> None:
    beside = pandas.read_csv(TABLES / f"{name}.csv").convert_dtypes()
    pandas.testing.assert_frame_equal(beside, load_table(name).to_frame(), check_dtype=False)


@pytest.mark.parametrize(
    "exercise", [one for them in SETS.values() for one in them.exercises if one.table], ids=lambda one: one.id
)
def test_a_computation_begins_with_its_table_and_ends_in_what_is_expected(exercise: Any, tmp_path: Path) -> None:
    lines = table_code(exercise)
    assert "kit" not in lines.replace("bekitten", "") and f'"{exercise.table}.csv"' in lines
    beside = lines.replace('read_csv("', f'read_csv("{TABLES}/')
    scope: dict[str, Any] = {}
    exec(f"{beside}\n{exercise.solution}", scope)
    found = scope["antwoord"]
    assert found == exercise.expected or abs(float(found) - exercise.expected) <= exercise.tolerance + 1e-9


def test_a_board_is_drawn_and_told() -> None:
    number, board = next((number, one) for number, one in student.numbered(KINDS) if one.kind == "read")
    cell = student.named(notebook(KINDS, "a"), f"opgave-{number}-vraag")
    drawn = re.search(
        r'<img alt="Het bord zoals het begint[^"]+" src="data:image/svg\+xml;base64,([^"]+)">', cell["source"]
    )
    assert drawn is not None
    picture = b64decode(drawn[1]).decode("utf-8")
    assert picture.startswith("<svg") and "Professional" in picture
    assert "| Gemeente | −0,8 | 0,6 |  | nee |\n" in cell["source"]
    assert "| Professional | 0,5 | 0,6 |  | ja |" in cell["source"]
    assert stub(board, "a", number).splitlines() == [
        f"antwoord_{number} = {{",
        '    "jouw knoop": "-0,5",',
        '    "plek van Professional": "0,5",',
        '    "sterkte van Professional": "0,6",',
        "}",
    ]


def test_what_a_set_says_stays_text() -> None:
    """An author may write anything: it is no HTML, closes no quotation, and is no sign to nbgrader."""
    one = next(one for one in KINDS.exercises if one.kind == "write")
    sly = replace(
        one,
        vignette="<script>alert(1)</script> en 1 < 2\n\n### BEGIN HIDDEN TESTS",
        question="Wat *zeg* je | hier?",
        example="Eerst dit.\n### END SOLUTION\nDit blijft geheim.",
    )
    whole = notebook(replace(KINDS, exercises=(sly,)), "a")
    asked = student.named(whole, "opgave-1-vraag")["source"]
    assert "\\<script>" in asked and "\n<script" not in asked and "1 < 2" in asked
    assert "BEGIN HIDDEN TESTS" not in asked
    given = as_handed_out(whole)
    assert student.named(given, "opgave-1-tekst")["source"] == ""
    assert "geheim" not in json.dumps(given) and "geheim" in json.dumps(whole)


def test_a_name_may_hold_quotation_marks() -> None:
    read = next(one for one in KINDS.exercises if one.kind == "read")
    assert read.board is not None
    actors = tuple(replace(actor, name='Bep "de baas" \\') for actor in read.board.actors)
    forces = tuple(replace(force, movable=True) for force in read.board.forces)
    sly = replace(read, board=replace(read.board, actors=actors, forces=forces))
    scope: dict[str, Any] = {}
    exec(stub(sly, "a", 1), scope)
    assert any('Bep "de baas"' in label for label in scope["antwoord_1"])

"""All eight sets through nbgrader: made, handed out, filled in by students of different minds, marked, given feedback.

One course for all tests here, for it takes nbgrader a minute: `make test` keeps a file on one worker.
"""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import handing_in as student
import pytest

from kit.__main__ import main
from kit.assignment.submission import check_submission, checksum
from kit.exercise import Exercise, ExerciseSet
from kit.exercisefile import load_set
from kit.exercisefile.places import TOPICS, exercises
from kit.practice import mark

Drive = Callable[[Path, list[list[str]]], dict[str, Any]]
SEED = "herfst"
SETS = {id: load_set(exercises() / f"{id}.yaml") for id in TOPICS}
OWN = Path(__file__).parents[1] / "exercisefile" / "kinds.yaml"
ONE = load_set(OWN)
"""A set that is no part of the kit, as a lecturer may make one; on it students do what they should not."""

ALL = (*TOPICS, ONE.id)


class Trip(NamedTuple):
    """A course after its round trip: the folder, what nbgrader logged, and the grades by student, set and cell."""

    course: Path
    logs: dict[str, str]
    grades: dict[tuple[str, str, str], dict[str, Any]]

    def of(self, who: str, set: str = ONE.id) -> dict[str, dict[str, Any]]:
        """The grades of one student for one set, by cell."""
        return {cell: grade for (student, of, cell), grade in self.grades.items() if (student, of) == (who, set)}

    def feedback(self, who: str, set: str = ONE.id) -> str:
        """What a student reads in the feedback, as text."""
        return page_text((self.course / "feedback" / who / set / f"{set}.html").read_text("utf-8"))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def page_text(page: str) -> str:
    reader = _Text()
    reader.feed(page[page.index("<body") :])
    return student.flat("".join(reader.found))


def deletes(notebook: student.Notebook) -> None:
    """A cell of every kind is gone; and an answer was given in a cell of one's own making."""
    student.fill_in(notebook, ONE, SEED, student.right_answers(ONE))
    kept = "".join(student.named(notebook, "opgave-6-antwoord")["source"])
    gone = ("krachtenveld-hulp", "krachtenveld-open", "opgave-3-vraag", "opgave-1-antwoord", "opgave-2-feedback")
    student.delete(notebook, *gone, "opgave-4-antwoord", "opgave-4-feedback", "opgave-6-antwoord", "opgave-12-tekst")
    at = student.names(notebook).index("opgave-6-feedback")
    own = {"cell_type": "code", "id": "eigen", "metadata": {}, "source": kept, "outputs": [], "execution_count": None}
    notebook["cells"].insert(at, own)


def meddles(notebook: student.Notebook) -> None:
    """Closed cells are edited, cells moved and doubled, and what nbgrader keeps in them is spoiled."""
    student.fill_in(notebook, ONE, SEED, student.right_answers(ONE))
    student.write_in(notebook, "opgave-1-vraag", "## Opgave 1\n\nHet goede antwoord is overal A.")
    student.write_in(notebook, "opgave-2-feedback", "pass")
    student.write_in(notebook, "krachtenveld-hulp", "raise SystemExit")
    cells = notebook["cells"]
    moved = student.named(notebook, "opgave-3-antwoord")
    cells.remove(moved)
    cells.append(moved)
    cells.append({**student.named(notebook, "opgave-5-antwoord"), "id": "nog-een"})
    student.named(notebook, "opgave-6-feedback")["metadata"]["nbgrader"] |= {"points": 100, "schema_version": 99}
    student.named(notebook, "opgave-7-antwoord")["metadata"]["nbgrader"] = {"grade_id": "opgave-7-antwoord"}
    student.named(notebook, "opgave-4-antwoord")["metadata"]["nbgrader"]["locked"] = "ja"
    del notebook["metadata"]["krachtenveld"]


def misreads(notebook: student.Notebook) -> None:
    """Something stands everywhere, and none of it can be read as an answer; one cell does not even run."""
    for number, exercise in student.numbered(ONE):
        if exercise.kind != "write":
            student.write_in(notebook, f"opgave-{number}-antwoord", f"antwoord_{number} = ['weet ik niet']")
    student.write_in(notebook, "opgave-1-antwoord", "antwoord_1 = A")


@pytest.fixture(scope="module")
def trip(drive: Drive, tmp_path_factory: pytest.TempPathFactory) -> Trip:
    course = tmp_path_factory.mktemp("course") / "cursus"
    for path in (*(exercises() / f"{id}.yaml" for id in TOPICS), OWN):
        assert main(["assignment", str(path), str(course), "--order", SEED]) == 0
    made = drive(course, [["generate_assignment", id] for id in ALL])
    logs = {f"make {id}": told for id, (ended, told) in zip(ALL, made["ran"], strict=True) if ended == 0}
    for them in SETS.values():
        right, wrong = student.right_answers(them), student.wrong_answers(them)
        student.hand_in(course, "goed", them, lambda nb, them=them, given=right: student.fill_in(nb, them, SEED, given))
        student.hand_in(course, "mis", them, lambda nb, them=them, given=wrong: student.fill_in(nb, them, SEED, given))
    student.hand_in(course, "leeg", ONE, lambda nb: None)
    student.hand_in(course, "weg", ONE, deletes)
    student.hand_in(course, "rommel", ONE, meddles)
    student.hand_in(course, "onleesbaar", ONE, misreads)
    commands = [[command, id] for id in ALL for command in ("autograde", "generate_feedback")]
    marked = drive(course, commands)
    logs |= {" ".join(one): told for one, (ended, told) in zip(commands, marked["ran"], strict=True) if ended == 0}
    grades = {(one["student"], one["set"], one["cell"]): one for one in marked["grades"]}
    return Trip(course, logs, grades)


def test_nbgrader_takes_all_eight_sets(trip: Trip) -> None:
    expected = [f"{it} {id}" for id in ALL for it in ("make", "autograde", "generate_feedback")]
    assert sorted(trip.logs) == sorted(expected)
    assert [line for log in trip.logs.values() for line in log.splitlines() if "ERROR" in line] == []


def closed(them: ExerciseSet) -> list[tuple[int, Exercise]]:
    return [(number, one) for number, one in student.numbered(them) if not one.without_right]


@pytest.mark.parametrize("id", TOPICS)
def test_the_right_answers_have_their_points_and_texts_wait_for_a_lecturer(trip: Trip, id: str) -> None:
    grades = trip.of("goed", id)
    for number, exercise in student.numbered(SETS[id]):
        if exercise.without_right:
            text = grades[f"opgave-{number}-tekst"]
            assert text["by_hand"] and text["score"] == 0
            assert text["most"] == (len(exercise.criteria) if exercise.kind == "write" else 2)
        else:
            one = grades[f"opgave-{number}-feedback"]
            assert (one["score"], one["most"], one["by_hand"]) == (1, 1, False), exercise.id
    page = (trip.course / "feedback" / "goed" / id / f"{id}.html").read_text("utf-8")
    boards = sum(one.kind == "read" for one in SETS[id].exercises)
    assert page.count('src="data:image/svg+xml;base64,') == boards > 0


@pytest.mark.parametrize("id", TOPICS)
def test_a_wrong_answer_has_no_point_and_reads_what_belongs_to_it(trip: Trip, id: str) -> None:
    grades, page = trip.of("mis", id), trip.feedback("mis", id)
    for number, exercise in closed(SETS[id]):
        one = grades[f"opgave-{number}-feedback"]
        assert (one["score"], one["most"], one["failed"]) == (0, 1, True), exercise.id
        told = mark(exercise, student.wrong_answer(exercise)).feedback
        assert told
        for part in told:
            assert student.flat(part.text) in page, exercise.id


@pytest.mark.parametrize("id", TOPICS)
def test_a_question_without_a_right_answer_is_told_what_its_answer_means_and_nothing_is_called_right(
    trip: Trip, id: str
) -> None:
    grades, page = trip.of("goed", id), trip.feedback("goed", id)
    for number, exercise in student.numbered(SETS[id]):
        if not exercise.without_right or exercise.kind == "write":
            continue
        one = grades[f"opgave-{number}-feedback"]
        assert (one["score"], one["most"], one["failed"]) == (0, 0, False), exercise.id
        own = page[page.index(f"opgave-{number}-feedback Score") :].partition("Opgave ")[0]
        assert "Wat jouw antwoord betekent" in own
        assert not re.search("Dat klopt|Kijk nog eens|levert nog geen punt op", own)
        told = mark(exercise, student.right_answers(SETS[id])[exercise.id]).feedback
        assert all(student.flat(part.text) in own for part in told)


def test_who_fills_in_nothing_is_told_so_and_has_no_point(trip: Trip) -> None:
    grades, page = trip.of("leeg"), trip.feedback("leeg")
    assert {grade["score"] for grade in grades.values()} == {0}
    assert not any(grade["by_hand"] for grade in grades.values())
    assert page.count("Hier is niets ingevuld.") == sum(one.kind != "write" for one in ONE.exercises)
    assert "Deze cel" not in page


def test_what_cannot_be_read_is_told_and_is_no_fault_of_the_kit(trip: Trip) -> None:
    grades, page = trip.of("onleesbaar"), trip.feedback("onleesbaar")
    assert all(grade["score"] == 0 for grade in grades.values())
    assert (
        page.count("niet te lezen als een antwoord op deze opgave")
        == sum(one.kind != "write" for one in ONE.exercises) - 1
    )
    assert page.count("geen antwoord gevonden") == 1
    assert "Traceback" not in page.replace("Traceback (most recent call last) Cell", "")


def test_a_deleted_cell_is_told_and_costs_no_more_than_its_own_answer(trip: Trip) -> None:
    grades, page = trip.of("weg"), trip.feedback("weg")
    for gone in (
        "De cel die kijkt of antwoorden te lezen zijn",
        "De laatste cel, die noemt wat nog leeg is",
        "Opgave 1: het antwoord",
        "Opgave 2: de feedback",
        "Opgave 3: de vraag",
        "Opgave 4: het antwoord",
        "Opgave 4: de feedback",
        "Opgave 6: het antwoord",
        "Opgave 12: de tekst",
    ):
        assert f"{gone}. Deze cel ontbrak in wat is ingeleverd." in page
    assert page.count("Deze cel ontbrak") == 9
    scores = {number: grades[f"opgave-{number}-feedback"]["score"] for number, _one in closed(ONE)}
    # What looks at an answer was put back; and an answer that stands elsewhere counts.
    assert scores == {1: 0, 2: 1, 3: 1, 4: 0, 5: 1, 6: 1, 7: 1}
    assert page.count("Bij deze opgave is geen antwoord gevonden.") == 2
    assert grades["opgave-12-tekst"]["by_hand"], "a lecturer has to look where the text went"
    assert "In wat is ingeleverd, ontbrak hier de tekst." in page


def test_what_was_changed_moved_or_doubled_is_put_back_and_told(trip: Trip) -> None:
    grades, page = trip.of("rommel"), trip.feedback("rommel")
    assert "Opgave 1: de vraag. Deze cel was veranderd, en is teruggezet zoals hij is uitgedeeld." in page
    assert "Opgave 2: de feedback. Deze cel was veranderd" in page
    assert "De cel die kijkt of antwoorden te lezen zijn. Deze cel was veranderd" in page
    assert "Opgave 3: het antwoord. Deze cel was verplaatst, en is teruggezet op zijn plek." in page
    assert "Opgave 5: het antwoord. Deze cel stond er meer dan één keer. De laatste telt." in page
    assert "Het goede antwoord is overal A" not in page
    assert {grades[f"opgave-{number}-feedback"]["score"] for number, _one in closed(ONE)} == {1}
    assert max(grade["most"] for grade in grades.values()) == 3


def test_nothing_handed_in_was_changed(trip: Trip) -> None:
    handed = student.read(trip.course / "submitted" / "rommel" / ONE.id / f"{ONE.id}.ipynb")
    assert "Het goede antwoord is overal A" in json.dumps(handed)


def test_the_checksum_is_the_one_that_nbgrader_keeps(trip: Trip) -> None:
    for id in TOPICS:
        for cell in student.read(trip.course / "release" / id / f"{id}.ipynb")["cells"]:
            assert checksum(cell) == cell["metadata"]["nbgrader"]["checksum"]


def test_what_was_handed_in_can_be_checked_without_nbgrader(trip: Trip, capsys: pytest.CaptureFixture[str]) -> None:
    handed = {
        who: trip.course / "submitted" / who / ONE.id / f"{ONE.id}.ipynb" for who in ("leeg", "onleesbaar", "weg")
    }
    assert main(["check", str(handed["leeg"]), str(handed["onleesbaar"])]) == 0
    capsys.readouterr()
    assert main(["check", str(handed["weg"])]) == 1
    told = capsys.readouterr().out
    assert told.count("is verwijderd.") == 9 == len(check_submission(handed["weg"]))
    assert f"{handed['weg']}  opgave 4: het antwoord\n  is verwijderd.\n" in told


@pytest.mark.parametrize("id", TOPICS)
def test_nothing_of_what_is_right_reaches_the_students(trip: Trip, id: str) -> None:
    them = SETS[id]
    release = trip.course / "release" / id
    notebook = student.read(release / f"{id}.ipynb")
    words = student.flat(json.dumps(notebook, ensure_ascii=False).replace("\\n", " ").replace('\\"', '"'))
    looked_for = list(student.secrets(them))
    assert len(looked_for) > 60
    assert [text for text in looked_for if student.flat(text) in words] == []
    assert not re.search(r"SOLUTION|HIDDEN|MARK SCHEME|\bkit\.|import kit|\bright\b", words)
    for number, exercise in student.numbered(them):
        if exercise.kind == "write":
            continue
        source = "".join(student.named(notebook, f"opgave-{number}-antwoord")["source"])
        answer = student.right_answers(them)[exercise.id]
        assert answer is None or exercise.kind == "compute" or typed_there(exercise, answer) not in source
        assert source.count("antwoord_") == 1
    tables = {f"{exercise.table}.csv" for exercise in them.exercises if exercise.table}
    assert {path.name for path in release.iterdir()} == {f"{id}.ipynb", *tables}
    assert all(not cell.get("outputs") for cell in notebook["cells"])


def typed_there(exercise: Exercise, answer: Any) -> str:
    from kit.assignment.asked import typed

    return typed(exercise, SEED, answer)

"""What is told of an answer when an assignment is marked, and what is raised; the versions of a set kept apart."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import handing_in as student
import pytest

from kit import language
from kit.assignment import check
from kit.assignment.asked import answer_of, asked, letters, typed
from kit.assignment.marking import NotRightError
from kit.assignment.pinned import NotKeptError, digest_of, file_of, pinned, text_of
from kit.assignment.reading import GIVEN, given
from kit.exercise import Exercise, ExerciseSet
from kit.exercisefile import load_set
from kit.exercisefile.places import TOPICS, exercises
from kit.practice import mark

SETS = {id: load_set(exercises() / f"{id}.yaml") for id in TOPICS}
KINDS = load_set(Path(__file__).parents[1] / "exercisefile" / "kinds.yaml")
ALL = [(them, one) for them in (*SETS.values(), KINDS) for one in them.exercises if one.kind != "write"]
each = pytest.mark.parametrize(("them", "exercise"), ALL, ids=[f"{them.id}-{one.id}" for them, one in ALL])
"""Small, and the tests' own: nobody mends its wording."""


def typed_in(exercise: Exercise, seed: str, answer: Any) -> Any:
    """What stands under the name of an answer when it was typed."""
    return answer if exercise.kind == "compute" else eval(typed(exercise, seed, answer))


@each
@pytest.mark.parametrize("seed", ["a", "b"])
def test_letters_are_read_back_as_what_was_meant(them: ExerciseSet, exercise: Exercise, seed: str) -> None:
    answer = student.answer_for(exercise)
    stands, value = given(asked(exercise, seed), typed_in(exercise, seed, answer))
    assert stands == GIVEN
    seen = mark(exercise, answer_of(exercise, seed, value))
    assert seen.complete and seen.right is (None if exercise.without_right else True)


def test_letters_mean_the_same_next_year() -> None:
    """Whoever changes how options are shuffled would mark what was handed out before by other letters."""
    order = {"A": "afspreken", "B": "veilig", "C": "kiezen", "D": "kijken"}
    assert letters(KINDS.exercise("eerst-wat-dan"), "herfst") == order
    assert list(letters(KINDS.exercise("wie-zegt-wat"), "herfst").values()) == ["collega", "gemeente", "inwoner"]
    options = ["geen", "gelijke-behandeling", "vertegenwoordiging"]
    assert list(letters(KINDS.exercise("de-bon"), "herfst").values()) == options


def told_of(them: ExerciseSet, exercise: Exercise, answer: Any, code: str = "nl") -> None:
    check(them.id, exercise.id, answer, "a", digest_of(them), code)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own set is known as one of the kit's."""
    monkeypatch.setattr("kit.assignment.pinned._own", {**SETS, KINDS.id: KINDS}.get)


@pytest.mark.parametrize("id", TOPICS)
def test_a_right_answer_raises_nothing_and_a_wrong_one_its_own_feedback(
    id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    them = SETS[id]
    for exercise in them.exercises:
        if exercise.kind == "write":
            continue
        told_of(them, exercise, typed_in(exercise, "a", student.answer_for(exercise)))
        head = "**Wat jouw antwoord betekent**" if exercise.without_right else "**Dat klopt**"
        assert capsys.readouterr().out.startswith(head)
        if exercise.without_right:
            continue
        wrong = student.wrong_answer(exercise)
        with pytest.raises(NotRightError) as raised:
            told_of(them, exercise, typed_in(exercise, "a", wrong))
        assert isinstance(raised.value, AssertionError)
        capsys.readouterr()
        told = mark(exercise, wrong).feedback
        assert str(raised.value).startswith("**Kijk nog eens**") and told
        assert all(part.text.strip() in str(raised.value) for part in told)
        assert raised.value._render_traceback_() == ["Deze opgave levert nog geen punt op."]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (None, "geen antwoord gevonden"),
        ("", "niets ingevuld"),
        ("geen idee", "niet te lezen"),
        (object(), "niet te lezen"),
    ],
)
def test_without_an_answer_it_says_why(answer: Any, told: str) -> None:
    with pytest.raises(NotRightError, match=told):
        told_of(KINDS, KINDS.exercise("wat-telt-mee"), answer)


def test_an_open_question_without_an_answer_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    open_one = next(one for one in KINDS.exercises if one.open)
    told_of(KINDS, open_one, "")
    assert capsys.readouterr().out == "Hier is niets ingevuld.\n"


def test_the_language_is_that_of_the_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """A board names its numbers in words: read in another language they would all be missing."""
    monkeypatch.setenv("KIT_LANG", "en")
    board = KINDS.exercise("zoek-het-midden")
    with pytest.raises(NotRightError, match="Look once more"):
        told_of(
            KINDS, board, {"your knot": "1", "place of Professional": "0.5", "strength of Professional": "0.6"}, "en"
        )
    told_of(KINDS, board, {"jouw knoop": "0,25", "plek van Professional": "0,5", "sterkte van Professional": "0,61"})
    assert language.language() == "nl"


def changed(them: ExerciseSet) -> ExerciseSet:
    """The same set in which what was right is so no longer."""
    first, *rest = them.exercises
    options = tuple(replace(option, right=not option.right) for option in first.options)
    return replace(them, exercises=(replace(first, options=options), *rest))


@pytest.mark.parametrize("them", [*SETS.values(), KINDS], ids=lambda them: them.id)
def test_a_set_is_kept_to_the_letter(them: ExerciseSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit.assignment.pinned._own", lambda id: None)
    kept = tmp_path / "krachtenveld" / file_of(them)
    kept.parent.mkdir()
    kept.write_text(text_of(them), "utf-8")
    within = tmp_path / "autograded" / "bep" / them.id
    within.mkdir(parents=True)
    assert pinned(them.id, digest_of(them), within) == them


def test_marking_looks_at_what_was_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = KINDS, changed(KINDS)
    assert digest_of(old) != digest_of(new)
    monkeypatch.setattr("kit.assignment.pinned._own", lambda id: new)
    monkeypatch.chdir(tmp_path)
    right = typed_in(old.exercises[0], "a", student.answer_for(old.exercises[0]))
    with pytest.raises(NotKeptError, match=f"{file_of(old)} is niet te vinden"):
        told_of(old, old.exercises[0], right)
    kept = tmp_path / "krachtenveld" / file_of(old)
    kept.parent.mkdir()
    kept.write_text(text_of(old), "utf-8")
    told_of(old, old.exercises[0], right)


def test_a_kept_set_is_believed_with_the_ends_of_lines_of_another_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.assignment.pinned._own", lambda id: None)
    kept = tmp_path / "krachtenveld" / file_of(KINDS)
    kept.parent.mkdir()
    kept.write_bytes(text_of(KINDS).replace("\n", "\r\n").encode("utf-8"))
    assert pinned(KINDS.id, digest_of(KINDS), tmp_path) == KINDS


@pytest.mark.parametrize("spoiled", ["", "geen json", "[]", '{"format": 1}', "x" * 10])
def test_what_a_student_hands_in_as_the_set_is_not_believed(
    spoiled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of that name in what is handed in lies nearest; without the same contents it counts for nothing."""
    monkeypatch.setattr("kit.assignment.pinned._own", lambda id: None)
    near, course = tmp_path / "autograded" / "krachtenveld", tmp_path / "krachtenveld"
    for folder in (near, course):
        folder.mkdir(parents=True)
    (course / file_of(KINDS)).write_text(text_of(KINDS), "utf-8")
    easier = json.loads(text_of(changed(KINDS)))
    for text in (spoiled, json.dumps(easier)):
        (near / file_of(KINDS)).write_text(text, "utf-8")
        assert pinned(KINDS.id, digest_of(KINDS), near.parent) == KINDS

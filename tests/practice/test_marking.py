"""What an answer shows, kind by kind: the words are the exercise's own, and no answer whatever makes it raise."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.exercise import Exercise
from kit.exercisefile import load_set
from kit.practice import Mark, mark

SET = load_set(Path(__file__).parents[1] / "exercisefile" / "kinds.yaml")
ALL = pytest.mark.parametrize("exercise", SET.exercises, ids=lambda exercise: exercise.id)
LINE = "maatwerk-gelijke-behandeling"

RIGHT: dict[str, Any] = {
    "de-bon": "gelijke-behandeling",
    "wat-telt-mee": ["zwaarte", "richting"],
    "eerst-wat-dan": ["veilig", "kijken", "kiezen", "afspreken"],
    "wie-zegt-wat": {"gemeente": "gemeente", "inwoner": "inwoner", "collega": "collega"},
    "waar-staat-de-gemeente": 0.3,
    "zoek-het-midden": {"stance": {LINE: 0.25}},
    "hoe-veel": 21,
}
COMMITTED: dict[str, Any] = {
    "wat-zou-jij-doen": "geven",
    "waar-begin-je": ["team", "vader"],
    "jouw-plek": -1,
    "wat-trof-je": ["buren", "jarig"],
    "schrijf-het-op": "Ik zeg wat het kost.",
}
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)


def words(mark: Mark) -> list[str]:
    return [told.text for told in mark.feedback]


@ALL
def test_every_kind_is_there_with_its_answer(exercise: Exercise) -> None:
    assert (exercise.id in RIGHT) != (exercise.id in COMMITTED)


@pytest.mark.parametrize("id", RIGHT)
def test_the_right_answer_is_marked_right(id: str) -> None:
    marked = mark(SET.exercise(id), RIGHT[id])
    assert marked.right is True
    assert marked.complete and marked.misconceptions == () and marked.missing == 0


@pytest.mark.parametrize("id", COMMITTED)
def test_an_open_question_has_no_right_or_wrong(id: str) -> None:
    marked = mark(SET.exercise(id), COMMITTED[id])
    assert marked.right is None and marked.complete and marked.misconceptions == ()


@ALL
@given(answer=json)
def test_no_answer_whatever_makes_it_raise(exercise: Exercise, answer: Any) -> None:
    marked = mark(exercise, answer)
    assert marked.complete or marked == Mark(None, complete=False)
    if exercise.without_right:
        assert marked.right is None

"""What an answer shows, kind by kind: the words are the exercise's own, and no answer whatever makes it raise."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.exercise import Exercise
from kit.exercisefile import load_set
from kit.practice import Mark, mark
from kit.practice.marking import same_value
from kit.practice.rows import out_of_place

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


def test_a_choice_is_told_its_own_feedback_and_names_the_idea() -> None:
    marked = mark(SET.exercise("de-bon"), "geen")
    assert (marked.right, marked.missing) == (False, 0)
    assert words(marked) == [
        "Het is een gewone vraag. Juist daarin zit de spanning, want het antwoord geldt straks ook voor anderen."
    ]
    assert marked.feedback[0].about == "Op geen enkele; het is een gewone vraag."
    assert marked.misconceptions == ("Denkt dat een spanning alleen bij grote beslissingen speelt",)


@pytest.mark.parametrize(
    ("answer", "right", "about", "missing", "ideas"),
    [
        (["richting"], False, ["Waarheen iemand de beslissing wil hebben."], 1, ["Ziet krachten als even sterk"]),
        (["zwaarte"], False, ["Hoe zwaar dat telt."], 1, []),
        (
            ["gelijk", "zwaarte", "richting"],
            False,
            ["Waarheen iemand de beslissing wil hebben.", "Hoe zwaar dat telt.", "Of iemand gelijk heeft."],
            0,
            ["Leest het bord als een uitspraak over wie gelijk heeft"],
        ),
        (
            ["gelijk"],
            False,
            ["Of iemand gelijk heeft."],
            2,
            ["Leest het bord als een uitspraak over wie gelijk heeft", "Ziet krachten als even sterk"],
        ),
        (["richting", "zwaarte", "richting"], True, None, 0, []),
    ],
)
def test_of_several_each_that_is_chosen_is_told_and_what_is_missing_only_counted(
    answer: list[str], right: bool, about: list[str] | None, missing: int, ideas: list[str]
) -> None:
    marked = mark(SET.exercise("wat-telt-mee"), answer)
    assert (marked.right, marked.missing, list(marked.misconceptions)) == (right, missing, ideas)
    if about is not None:
        assert [told.about for told in marked.feedback] == about


@pytest.mark.parametrize(
    ("answer", "about"),
    [
        (["kijken", "kiezen", "afspreken", "veilig"], ["Vragen of er acuut gevaar is."]),
        (["veilig", "kiezen", "kijken", "afspreken"], ["Kiezen, en zeggen wat de keuze kost."]),
        (["kijken", "veilig", "kiezen", "afspreken"], ["Kijken wie waaraan trekt."]),
        (["afspreken", "veilig", "kijken", "kiezen"], ["Afspreken wie het aan wie vertelt."]),
    ],
)
def test_of_a_row_only_what_has_to_move_is_told(answer: list[str], about: list[str]) -> None:
    marked = mark(SET.exercise("eerst-wat-dan"), answer)
    assert marked.right is False
    assert [told.about for told in marked.feedback] == about


def test_of_pairs_those_that_were_not_made_are_told_once_each_idea() -> None:
    marked = mark(SET.exercise("wie-zegt-wat"), {"gemeente": "inwoner", "inwoner": "gemeente", "collega": "collega"})
    assert [told.about for told in marked.feedback] == ["De gemeente", "De inwoner"]
    assert marked.misconceptions == ("Ziet gelijke behandeling als onwil", "Ziet maatwerk als een gunst")
    both = mark(SET.exercise("wie-zegt-wat"), {"gemeente": "gemeente", "inwoner": "gemeente", "collega": "gemeente"})
    assert [told.about for told in both.feedback] == ["De inwoner", "De collega"]


@pytest.mark.parametrize(
    ("place", "right"), [(-1, False), (-0.2, False), (0.29999, False), (0.3, True), (0.9, True), (1, True), (1.0, True)]
)
def test_a_boundary_belongs_to_the_zone_on_its_right(place: float, right: bool) -> None:
    assert mark(SET.exercise("waar-staat-de-gemeente"), place).right is right


def test_a_place_in_the_middle_names_the_idea_of_the_middle() -> None:
    assert mark(SET.exercise("waar-staat-de-gemeente"), 0).misconceptions == (
        "Denkt dat het midden hetzelfde is als goed",
    )


@pytest.mark.parametrize("place", [1.01, -2, float("nan"), float("inf"), True, "0.3", None, 10**400])
def test_what_is_no_place_is_no_answer(place: Any) -> None:
    assert mark(SET.exercise("waar-staat-de-gemeente"), place) == Mark(None, complete=False)


def test_the_first_goal_that_is_not_met_is_told() -> None:
    """The middle of this field is at 0.27, as models.md has it."""
    exercise = SET.exercise("zoek-het-midden")
    far = mark(exercise, {"stance": {LINE: 0}})
    assert words(far) == ["Je knoop hangt nog een eind van het midden. Wie trekt het hardst?"]
    assert far.misconceptions == ("Zoekt het midden van de lijn in plaats van het midden van het veld",)
    assert mark(exercise, {"stance": {LINE: 0.36}}).right is True
    assert mark(exercise, {"stance": {LINE: 0.38}}).right is False


def test_only_what_is_movable_moves() -> None:
    exercise = SET.exercise("zoek-het-midden")
    # The professional to -0.8: middle (0.6·-0.8 + 0.8·0.9 + 0.6·-0.8) / 2 = -0.12. The municipality stays.
    moved = {f"professional@{LINE}": [-0.8, 0.6], f"gemeente@{LINE}": [1, 1]}
    assert mark(exercise, {"stance": {LINE: 0.27}, "moved": moved}).right is False
    assert words(mark(exercise, {"stance": {LINE: -0.12}, "moved": moved}))[0].startswith("Kijk nu wie")
    assert mark(exercise, {"stance": {LINE: 0.27}, "moved": {f"gemeente@{LINE}": [1, 1]}}).right is True


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"stance": []},
        {"stance": {LINE: "0"}},
        {"stance": {LINE: True}},
        {"stance": {LINE: float("nan")}},
        {"stance": {LINE: 0}, "moved": 3},
    ],
)
def test_what_is_no_board_is_no_answer(answer: Any) -> None:
    assert not mark(SET.exercise("zoek-het-midden"), answer).complete


@pytest.mark.parametrize("moved", [{f"professional@{LINE}": [1]}, {f"professional@{LINE}": ["x", None]}, {"x": [0, 0]}])
def test_moves_that_say_nothing_move_nothing(moved: Any) -> None:
    assert mark(SET.exercise("zoek-het-midden"), {"stance": {LINE: 0.27}, "moved": moved}).right is True


@pytest.mark.parametrize(
    ("answer", "right"), [(21, True), (21.0, True), ("21", True), (" 21,0 ", True), (20.99, False)]
)
def test_a_number_may_be_written_as_dutch_does(answer: Any, right: bool) -> None:
    assert mark(SET.exercise("hoe-veel"), answer).right is right


def test_an_answer_of_a_usual_mistake_has_its_own_feedback_and_any_other_the_last() -> None:
    exercise = SET.exercise("hoe-veel")
    assert words(mark(exercise, 22)) == ["De regel met de namen van de kolommen telt niet mee."]
    assert mark(exercise, 22).misconceptions == ("Telt de kop mee",)
    assert words(mark(exercise, 5)) == words(mark(exercise, "veel")) == ["Tel de regels van de tabel."]


@pytest.mark.parametrize(
    ("answer", "value", "tolerance", "same"),
    [
        (0.27, 0.269, 0.002, True),
        (0.2711, 0.269, 0.002, False),
        (0.3, 0.1, 0.2, True),  # 0.3 - 0.1 is a hair less than 0.2, 0.1 + 0.2 a hair more than 0.3
        (0.1 + 0.2, 0.1, 0.2, True),
        ("Parkweg", "parkweg", 0, True),
        (" park  weg", "Park weg", 0, True),
        (" 27 %", 27, 0, True),
        ("27%%", 27, 0, False),
        (3, "3", 0, False),
        ("9" * 500, 3, 0, False),
    ],
)
def test_the_same_value(answer: Any, value: Any, tolerance: float, same: bool) -> None:
    assert same_value(answer, value, tolerance) is same


def test_an_open_answer_says_what_it_implies_and_who_objects() -> None:
    [told] = mark(SET.exercise("wat-zou-jij-doen"), "geven").feedback
    assert (told.text, told.objects) == ("Je kiest voor deze vader, nu.", "De buurvrouw die nee kreeg.")
    [told] = mark(SET.exercise("waar-begin-je"), ["team", "vader"]).feedback
    assert (told.about, told.text) == ("Het team", "Je begint bij wie het samen moet dragen.")
    [told] = mark(SET.exercise("jouw-plek"), 0).feedback
    assert told.objects == "De vader."
    assert [told.about for told in mark(SET.exercise("wat-trof-je"), ["buren", "jarig"]).feedback] == [
        "De verjaardag.",
        "De buren.",
    ]


@given(row=st.permutations(range(6)))
def test_what_has_to_move_is_as_little_as_can_be_and_the_rest_is_in_order(row: list[int]) -> None:
    moved = out_of_place(row)
    rest = [place for place in row if place not in moved]
    assert rest == sorted(rest)
    longest = max(n for n in range(7) for kept in combinations(row, n) if list(kept) == sorted(kept))
    assert len(moved) == 6 - longest
    assert (moved == frozenset()) == (row == sorted(row))


@ALL
@given(data=st.data())
def test_every_answer_a_page_can_give_is_complete_and_told(exercise: Exercise, data: st.DataObject) -> None:
    answer = data.draw(answers(exercise))
    marked = mark(exercise, answer)
    assert marked.complete
    assert (marked.right is None) == exercise.without_right
    if exercise.kind != "write" and not (exercise.kind == "match" and marked.right):
        assert marked.feedback and all(told.text for told in marked.feedback)
    if marked.right:
        assert marked.misconceptions == ()


def answers(exercise: Exercise) -> st.SearchStrategy[Any]:
    """What a page can send for an exercise of this kind."""
    match exercise.kind:
        case "choose":
            return st.sampled_from([option.id for option in exercise.options])
        case "several":
            return st.lists(st.sampled_from([option.id for option in exercise.options]), min_size=1, unique=True)
        case "order":
            return st.permutations([item.id for item in exercise.items])
        case "match":
            ids = [pair.id for pair in exercise.pairs]
            return st.fixed_dictionaries({id: st.sampled_from(ids) for id in ids})
        case "place":
            return st.floats(-1, 1)
        case "read":
            place = st.floats(-1, 1)
            moved = st.dictionaries(st.just(f"professional@{LINE}"), st.tuples(place, st.floats(0, 1)).map(list))
            return st.fixed_dictionaries({"stance": st.fixed_dictionaries({LINE: place}), "moved": moved})
        case "write":
            return st.text("abc", min_size=1)
    return st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text("1,.x", min_size=1)

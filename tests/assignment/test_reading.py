"""How a typed answer is read: as people write, and never as something else; and what is told of its form."""

from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from kit.assignment.reading import (
    EMPTY,
    GIVEN,
    MISSING,
    UNREADABLE,
    all_words,
    amount,
    board_words,
    form_words,
    given,
    number_in,
)
from kit.assignment.words import form_sentences

CHOOSE = {"kind": "choose", "letters": "ABCD"}
SEVERAL = {"kind": "several", "letters": "ABCD"}
ORDER = {"kind": "order", "letters": "ABC"}
MATCH = {"kind": "match", "letters": "AB", "rows": 2}
PLACE = {"kind": "place"}
COMPUTE = {"kind": "compute"}
READ = {
    "kind": "read",
    "fields": [
        {"label": "jouw knoop", "start": 0.0, "bounds": [-1, 1]},
        {"label": "plek van Bep", "start": 0.8, "bounds": [-1, 1]},
        {"label": "sterkte van Bep", "start": 0.5, "bounds": [0, 1]},
    ],
    "lines": [{"label": "jouw knoop", "poles": ["Zelf", "Samen"]}],
    "forces": [
        {"name": "Bep", "line": "jouw knoop", "toward": "plek van Bep", "weight": "sterkte van Bep"},
        {"name": "Tom", "line": "jouw knoop", "toward": -0.4, "weight": 0.5},
    ],
}
ALL: list[dict[str, Any]] = [CHOOSE, SEVERAL, ORDER, MATCH, PLACE, COMPUTE, READ]


class Scalar:
    """What a table's own number looks like."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def item(self) -> Any:
        if self.value is None:
            raise ValueError
        return self.value


@pytest.mark.parametrize(
    ("asked", "answer", "read"),
    [
        (CHOOSE, "B", "B"),
        (CHOOSE, " b) ", "B"),
        (CHOOSE, ["C"], "C"),
        (SEVERAL, "AC", ["A", "C"]),
        (SEVERAL, "c, a en d", ["C", "A", "D"]),
        (SEVERAL, {"A", "C"}, ["A", "C"]),
        (SEVERAL, ("A", "B"), ["A", "B"]),
        (ORDER, "cab", ["C", "A", "B"]),
        (ORDER, "C > A > B", ["C", "A", "B"]),
        (MATCH, {1: "b", "2": "A"}, {"1": "B", "2": "A"}),
        (MATCH, "1B 2A", {"1": "B", "2": "A"}),
        (PLACE, "-0,4", -0.4),
        (PLACE, "−0.4", -0.4),
        (PLACE, "–,4", -0.4),
        (PLACE, 1, 1.0),
        (COMPUTE, 4, 4),
        (COMPUTE, "Veldzicht", "Veldzicht"),
        (COMPUTE, Scalar(0.27), 0.27),
    ],
)
def test_an_answer_is_read_as_people_type_it(asked: dict[str, Any], answer: Any, read: Any) -> None:
    assert given(asked, answer) == (GIVEN, read)


@pytest.mark.parametrize("asked", ALL, ids=lambda one: one["kind"])
def test_what_is_not_there_is_something_else_than_what_is_empty(asked: dict[str, Any]) -> None:
    untouched = {
        "match": {1: "", 2: " "},
        "read": {"jouw knoop": "0", "plek van Bep": "0,8", "sterkte van Bep": "0,5"},
    }.get(asked["kind"], " ")
    assert given(asked, None) == (MISSING, None)
    assert given(asked, untouched) == (EMPTY, None)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (CHOOSE, "AB"),
        (CHOOSE, "E"),
        (CHOOSE, "weet ik niet"),
        (CHOOSE, 2),
        (SEVERAL, "AA"),
        (SEVERAL, "A of E"),
        (ORDER, "AB"),
        (ORDER, "ABB"),
        (MATCH, {1: "A"}),
        (MATCH, {1: "A", 2: "AB"}),
        (MATCH, 3),
        (PLACE, "1,2"),
        (PLACE, (0, 4)),
        (PLACE, True),
        (PLACE, "nan"),
        (PLACE, float("nan")),
        (PLACE, "1e-3"),
        (COMPUTE, Scalar(None)),
        (COMPUTE, [4]),
        (COMPUTE, float("inf")),
        (COMPUTE, True),
        (READ, {"jouw knoop": "0"}),
        (READ, {"jouw knoop": "0", "plek van Bep": "0", "sterkte van Bep": "-0,2"}),
    ],
)
def test_what_is_no_answer_to_this_is_not_read_as_one(asked: dict[str, Any], answer: Any) -> None:
    assert given(asked, answer) == (UNREADABLE, None)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8) | st.integers(), inner, max_size=4),
    max_leaves=8,
)


@pytest.mark.parametrize("asked", ALL, ids=lambda one: one["kind"])
@for_any(answer=anything)
def test_nothing_makes_it_raise_and_something_is_always_told(asked: dict[str, Any], answer: Any) -> None:
    stands, _value = given(asked, answer)
    told = form_words(asked, form_sentences(), 7, answer)
    assert told.startswith("Opgave 7")
    assert (stands == GIVEN) == told.startswith("Opgave 7 is ingevuld.")


def test_numbers_of_a_board_are_read_in_their_order_where_a_label_reads_otherwise() -> None:
    typed = {"je knoop": "0,1", "plek van Bep": "0,5", "sterkte van Bep": "1"}
    assert given(READ, typed) == (GIVEN, {"jouw knoop": 0.1, "plek van Bep": 0.5, "sterkte van Bep": 1.0})


def test_what_cannot_be_read_is_told_how_it_can_be() -> None:
    assert form_words(CHOOSE, form_sentences(), 3, "AB") == (
        "Opgave 3: dit is niet te lezen als antwoord. Typ één letter: A, B, C, D."
    )


def test_a_board_says_what_it_shows() -> None:
    places = {"jouw knoop": 0.2, "plek van Bep": 0.8, "sterkte van Bep": 0.5}
    # Middle (0,8 × 0,5 − 0,4 × 0,5) ÷ 1 = 0,2; both 0,6 away; the same strength, so the strain is halved.
    assert board_words(READ, form_sentences(), places).splitlines() == [
        "Het midden van het veld ligt bij 0,20, jouw knoop bij 0,20. Wat trekt, ligt gemiddeld 0,60 van je knoop.",
        "Naar ‘Zelf’ trekken: Tom.",
        "Naar ‘Samen’ trekken: Bep.",
        "Van de wrijving draagt ieder: Bep 50%%, Tom 50%%.",
    ]
    told = form_words(READ, form_sentences(), 2, {label: str(place) for label, place in places.items()})
    assert told.endswith("Bep 50%, Tom 50%.")


def test_who_counts_for_nothing_pulls_nowhere() -> None:
    told = board_words(READ, form_sentences(), {"jouw knoop": -0.4, "plek van Bep": 1, "sterkte van Bep": 0})
    assert "Naar ‘Zelf’ trekken: niemand." in told and "Naar ‘Samen’ trekken: niemand." in told
    assert "wrijving" not in told


def test_the_last_cell_names_what_lacks_and_what_it_cannot_see() -> None:
    exercises = {1: CHOOSE, 2: PLACE, 4: ORDER}
    words = form_sentences()
    told = all_words(exercises, words, [3], {"antwoord_1": "B", "antwoord_2": ""})
    assert told == "Nog niet leesbaar ingevuld: opgave 2, 4.\nKijk zelf of je tekst er staat bij opgave 3."
    full = {"antwoord_1": "B", "antwoord_2": "0", "antwoord_4": "ABC"}
    assert all_words(exercises, words, [], full) == "Alles wat hier te zien is, is ingevuld."


@for_any(st.floats(-1, 1))
def test_a_number_that_is_written_is_the_number_that_is_read(number: float) -> None:
    read = number_in(amount(number), -1, 1)
    assert read is not None and abs(read - number) <= 0.00501

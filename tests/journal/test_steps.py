"""Routes and screens: which screen follows which, and that nothing in a log can lead nowhere."""

from typing import Any

import pytest
from example import CASE
from hypothesis import given
from hypothesis import strategies as st

from kit.journal import Run
from kit.journal.steps import PHASES, ROUTES, STEPS, Walkthrough

RUN = Run("1", "voorbeeld", "2026-01-01T00:00:00+00:00")


def walk(**answers: Any) -> Walkthrough:
    run = RUN
    for key, value in answers.items():
        run = run.answered(key.replace("__", "/"), value)
    return Walkthrough(CASE, run)


def ids(at: Walkthrough) -> list[str]:
    return [screen.id for screen in at.screens]


def test_ten_steps_in_three_phases() -> None:
    assert len(STEPS) == 10
    assert {phase: len(steps) for phase, steps in PHASES.items()} == {"look": 5, "choose": 2, "discuss": 3}


def test_until_a_choice_there_is_no_discussion() -> None:
    assert ids(walk()) == [f"deur/{step}" for step in STEPS[:7]]


def test_later_moments_repeat_three_steps() -> None:
    at = walk(deur__choice="bel")
    assert ids(at)[7:] == ["keuken/dilemma", "keuken/forces", "keuken/choice"]


def test_the_discussion_comes_after_the_last_choice() -> None:
    assert ids(walk(deur__choice="wacht"))[-3:] == ["deur/dialogue", "deur/agreements", "deur/lookback"]


def test_45_minutes_is_one_moment_and_seven_steps() -> None:
    at = walk(case__route="45", deur__choice="bel")
    assert [screen.step for screen in at.screens] == [
        "begin", "story", "dilemma", "forces", "choice", "dialogue", "lookback",
    ]  # fmt: skip


def test_90_minutes_is_at_most_two_moments() -> None:
    assert ROUTES["90"].moments == 2
    at = walk(case__route="90", deur__choice="bel", keuken__choice="ga")
    assert ids(at)[-3:] == ["deur/dialogue", "deur/agreements", "deur/lookback"]


def test_on_and_back() -> None:
    at = walk(case__here="deur/dilemma")
    assert at.here.step == "dilemma"
    assert (at.beside(-1).step, at.beside(1).step) == ("story", "ask")  # type: ignore[union-attr]
    assert walk().beside(-1) is None
    assert walk(case__here="deur/choice").beside(1) is None


def test_a_way_of_ones_own_follows_another() -> None:
    assert walk(deur__choice="own").course.stops[0].option is None
    stops = walk(deur__choice="own", deur__follows="bel").course.stops
    assert [stop.moment.id for stop in stops] == ["deur", "keuken"]


@pytest.mark.parametrize("here", ["deur/nowhere", "keuken/forces", "", None, 3])
def test_a_place_that_is_not_there_is_the_beginning(here: object) -> None:
    assert walk(case__here=here).here.id == "deur/begin"


def test_an_answer_of_another_type_counts_as_none() -> None:
    at = walk(deur__hunch=["a"])
    assert at.answer(at.course.stops[0], "hunch", "") == ""


KEYS = st.sampled_from(["case/route", "case/here", "deur/choice", "deur/follows", "keuken/choice", "deur/stance"])
VALUES = (
    st.sampled_from(["bel", "wacht", "own", "ga", "90", "45", "deur/choice", "keuken/forces"])
    | st.integers()
    | st.none()
)


@given(st.lists(st.tuples(KEYS, VALUES | st.lists(VALUES)), max_size=8))
def test_no_log_leads_nowhere(answers: list[tuple[str, Any]]) -> None:
    run = RUN
    for key, value in answers:
        run = run.answered(key, value)
    at = Walkthrough(CASE, run)
    assert at.here in at.screens
    assert len(set(ids(at))) == len(at.screens)

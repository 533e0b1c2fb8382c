"""How somebody stands: counted from the log, whatever is in it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_sets import Learner, Line, a_set

from kit.practice import next_up, progress

WHOLE = a_set(["a", "b", "c", "w"])
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
keys = st.builds("{}/{}".format, st.sampled_from("abcwz"), st.sampled_from(["answer", "checked", "hints", "", "x/y"]))
lines = st.builds(
    Line,
    st.sampled_from(["2026-03-02T09:00:00.000+00:00", "2026-03-02T09:00", "gisteren", "", "9999-12-31T23:59:59+00:00"])
    | st.text(max_size=30),
    keys | st.text(max_size=10),
    json | st.sampled_from(["goed", "anders"]),
)


def test_a_new_set_is_all_new() -> None:
    learner = Learner()
    stands = progress(WHOLE, learner.log, learner.at)
    assert stands.those("new") == ("a", "b", "c", "w")
    assert next_up(stands) == "a"
    assert not stands.finished


def test_tries_hints_and_ideas_are_counted() -> None:
    learner = Learner()
    learner.note("a", "hints", 1)
    learner.note("a", "hints", 2)
    for answer in ("anders", "nog-anders", "anders", "goed"):
        learner.checks("a", answer)
    standing = progress(WHOLE, learner.log, learner.at).of("a")
    assert (standing.tries, standing.wrong, standing.hints) == (4, 3, 2)
    assert standing.misconceptions == ("Denkt anders", "Denkt nog anders")


def test_a_double_click_is_one_try() -> None:
    learner = Learner()
    learner.checks("a", "anders")
    learner.note("a", "checked", "anders")
    assert progress(WHOLE, learner.log, learner.at).of("a").tries == 1
    learner.checks("b")
    learner.checks("a", "anders")
    assert progress(WHOLE, learner.log, learner.at).of("a").tries == 2


@pytest.mark.parametrize("answer", [None, "", "zomaar", ["goed"], 3])
def test_what_is_no_answer_is_no_try(answer: Any) -> None:
    learner = Learner()
    learner.note("a", "checked", answer)
    assert progress(WHOLE, learner.log, learner.at).of("a").tries == 0


def test_an_exercise_that_is_gone_is_passed_over() -> None:
    learner = Learner()
    learner.checks("weg", "anders")
    assert progress(WHOLE, learner.log, learner.at).those("new") == ("a", "b", "c", "w")


def test_a_mended_exercise_is_mended_for_answers_given_before() -> None:
    """No verdict is kept: the log has what was answered, and the exercise says what that shows."""
    learner = Learner()
    learner.checks("a", "goed")
    assert not any("right" in line.key for line in learner.log)


def test_an_unknown_exercise_is_named() -> None:
    with pytest.raises(KeyError, match="no exercise 'z'; there are a, b, c, w"):
        progress(WHOLE, [], "2026-03-02T09:00:00Z").of("z")


@given(log=st.lists(lines, max_size=30), now=st.text(max_size=20) | st.just("2026-03-03T09:00:00+00:00"))
def test_no_log_whatever_makes_it_raise(log: list[Line], now: str) -> None:
    stands = progress(WHOLE, log, now)
    assert [one.exercise for one in stands.standings] == ["a", "b", "c", "w"]
    assert stands.of("w").wrong == 0
    up = next_up(stands)
    assert (up is None) == stands.finished

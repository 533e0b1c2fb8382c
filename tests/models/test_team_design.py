"""Team design: golden values of models.md §6, what is named as weakest, and what must hold for any design and week."""

from dataclasses import fields, replace
from math import isclose
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.team_design import (
    DEGREES,
    ELEMENTS,
    MANY,
    ONE,
    PRECONDITIONS,
    Caseload,
    TeamDesign,
    learning_elements,
    preconditions,
)

GOLDEN = Caseload(hours=24, cases=12, each=1.5, learning=0.2)


@pytest.mark.parametrize(
    ("cases", "slack", "old_ways", "overload"),
    [
        (0, 1.0, 0.0, 0.0),
        (12, 0.25, 0.0, 0.0),
        (13, 0.1875, 0.0625, 0.0),
        (14, 0.125, 0.375, 0.0),
        (15, 0.0625, 0.6875, 0.0),
        (16, 0.0, 1.0, 0.0),
        (20, 0.0, 1.0, 0.25),
        (32, 0.0, 1.0, 1.0),
    ],
)
def test_golden_caseload(cases: int, slack: float, old_ways: float, overload: float) -> None:
    week = GOLDEN.with_cases(cases)
    assert (week.slack, week.overload) == (slack, overload)
    assert week.old_ways == pytest.approx(old_ways, abs=1e-12)


def test_golden_none_up_to_twelve_and_all_from_sixteen() -> None:
    assert {GOLDEN.with_cases(n).old_ways for n in range(13)} == {0.0}
    assert {GOLDEN.with_cases(n).old_ways for n in range(16, 41)} == {1.0}
    assert all(0 < GOLDEN.with_cases(n).old_ways < 1 for n in (13, 14, 15))
    assert GOLDEN.learns_up_to == pytest.approx(12.8)
    assert GOLDEN.full_from == 16


def test_room_that_is_just_enough_is_enough() -> None:
    """Eight tenths of ten hours are taken by eight cases: what is left is exactly what learning needs."""
    assert Caseload(10, 8, 1, 0.2).old_ways == 0
    assert Caseload(3, 1, 2.1, 0.3).old_ways == 0  # 3 − 2.1 is less than 0.9 in binary


@pytest.mark.parametrize(
    ("given_", "told"),
    [
        ({"hours": 0}, "hours must be more than 0 hours a week, got 0"),
        ({"hours": float("inf")}, "hours must be more than 0"),
        ({"hours": float("nan")}, "hours must be more than 0"),
        ({"each": -1.5}, "each must be more than 0 hours a week, got -1.5"),
        ({"cases": -1}, "cases must be 0 or more, got -1"),
        ({"cases": float("inf")}, "cases must be 0 or more, got inf"),
        ({"learning": 0}, "learning must be more than 0 and at most 1, got 0"),
        ({"learning": 1.01}, "learning must be more than 0 and at most 1, got 1.01"),
    ],
)
def test_weeks_that_cannot_be_are_refused(given_: dict[str, float], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        replace(GOLDEN, **given_)


FULL = TeamDesign(
    breadth="whole",
    range="direct",
    zero_line="yes",
    audience="everyone",
    composition="specialised",
    specialisms=frozenset({"youth"}),
    specialist_tasks=frozenset({"support", "contact"}),
    asked="partly",
    authority=frozenset({"training"}),
    frames="no",
    step_back="no",
    steady="yes",
    days=1.5,
    caseload=GOLDEN.with_cases(14),
    ways=frozenset({"cases", "intervision", "advice"}),
    mistakes="yes",
    task="partly",
    residents="no",
    ownership="yes",
    goals="partly",
)


def test_strengths_worked_out_by_hand() -> None:
    reading = preconditions(FULL)
    assert dict(reading.strengths) == pytest.approx(
        {
            "time": 0.625,  # 1 − 0.375
            "mutual_learning": 0.75,
            "days": 0.75,
            "safety": 1,
            "continuity": 1,
            "authority": 1 / 3,
            "motivation": 0.5,
            "frames": 0,
            "step_back": 0,
        }
    )
    assert reading.weakest == ("frames", "step_back")
    elements = learning_elements(FULL)
    assert dict(elements.strengths) == pytest.approx(
        {"task": 0.5, "culture": 0.375, "ownership": 1, "anchors": (0.5 + 0.625 + 1) / 3}
    )
    assert elements.weakest == ("culture",)


def test_two_days_are_enough() -> None:
    assert [preconditions(TeamDesign(days=d)).strengths["days"] for d in (0, 1, 2, 5)] == [0, 0.5, 1, 1]


def test_nothing_chosen_is_nothing_known() -> None:
    for reading in (preconditions(TeamDesign()), learning_elements(TeamDesign())):
        assert set(reading.strengths.values()) == {None}
        assert reading.weakest == ()
    # A part of an element is not yet the element.
    assert learning_elements(TeamDesign(residents="yes")).strengths["culture"] is None


def test_where_nothing_lacks_nothing_is_weakest() -> None:
    best = TeamDesign(
        **dict.fromkeys(("asked", "frames", "step_back", "steady", "mistakes"), "yes"),  # type: ignore[arg-type]
        authority=frozenset(MANY["authority"]),
        ways=frozenset(MANY["ways"]),
        days=2,
        caseload=GOLDEN,
    )
    assert set(preconditions(best).strengths.values()) == {1}
    assert preconditions(best).weakest == ()


def test_what_was_chosen() -> None:
    assert TeamDesign().chosen == ()
    assert TeamDesign(days=0, specialisms=frozenset()).chosen == ("specialisms", "days")
    assert FULL.chosen == tuple(field.name for field in fields(TeamDesign))


@pytest.mark.parametrize(
    ("given_", "told"),
    [
        ({"range": "both"}, "range must be one of act, direct, got 'both'"),
        ({"asked": "maybe"}, "asked must be one of yes, partly, no, got 'maybe'"),
        ({"ways": frozenset({"cases", "beer"})}, "ways may hold cases, advice, intervision, visits; got beer"),
        ({"days": 6}, "days must be from 0 to 5 a week, got 6"),
        ({"days": float("nan")}, "days must be from 0 to 5 a week, got nan"),
    ],
)
def test_designs_that_cannot_be_are_refused(given_: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        TeamDesign(**given_)


def test_every_choice_is_a_field() -> None:
    named = {field.name for field in fields(TeamDesign)}
    assert {*ONE, *MANY, "days", "caseload"} == named


def test_as_a_table() -> None:
    frame = preconditions(FULL).to_frame()
    assert list(frame.index) == list(PRECONDITIONS)
    assert frame.loc["frames", "weakest"] and not frame.loc["days", "weakest"]
    assert frame.loc["days", "strength"] == 0.75


# What must hold for any week.

HOURS = st.floats(0.5, 60)
WEEK = st.builds(Caseload, HOURS, st.integers(0, 80), st.floats(0.1, 20), st.floats(0.01, 1))


@given(WEEK)
def test_shares_are_shares(week: Caseload) -> None:
    assert 0 <= week.slack <= 1
    assert 0 <= week.old_ways <= 1
    assert week.overload >= 0
    assert not (week.overload > 0 and week.slack > 0), "too full and room left at once"


@given(WEEK, st.integers(1, 20))
def test_more_cases_never_leave_more_room(week: Caseload, more: int) -> None:
    fuller = week.with_cases(week.cases + more)
    assert fuller.slack <= week.slack
    assert fuller.old_ways >= week.old_ways
    assert fuller.overload >= week.overload


@given(WEEK, st.floats(0.5, 2))
def test_only_hours_beside_hours_count(week: Caseload, scale: float) -> None:
    """Twice the hours and twice as long a case are the same week."""
    scaled = replace(week, hours=week.hours * scale, each=week.each * scale)
    assert isclose(scaled.slack, week.slack, abs_tol=1e-9)
    assert isclose(scaled.overload, week.overload, rel_tol=1e-9, abs_tol=1e-9)


@given(WEEK)
def test_where_the_two_bounds_lie(week: Caseload) -> None:
    assert week.with_cases(week.learns_up_to).old_ways == pytest.approx(0, abs=1e-9)
    assert week.with_cases(week.full_from).old_ways == pytest.approx(1, abs=1e-6)
    assert week.learns_up_to <= week.full_from


# What must hold for any design.


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


DESIGN = st.builds(
    TeamDesign,
    **{name: maybe(st.sampled_from(allowed)) for name, allowed in ONE.items()},
    **{name: maybe(st.frozensets(st.sampled_from(allowed))) for name, allowed in MANY.items()},
    days=maybe(st.floats(0, 5)),
    caseload=maybe(WEEK),
)


@given(DESIGN)
def test_the_weakest_are_all_of_the_lowest(design: TeamDesign) -> None:
    for reading, names in ((preconditions(design), PRECONDITIONS), (learning_elements(design), ELEMENTS)):
        assert tuple(reading.strengths) == names
        known = {name: strength for name, strength in reading.strengths.items() if strength is not None}
        assert all(0 <= strength <= 1 for strength in known.values())
        if reading.weakest:
            low = max(known[name] for name in reading.weakest)
            assert low < 1
            assert all(known[name] > low - 1e-9 for name in known)
            assert set(reading.weakest) == {name for name, s in known.items() if s <= low}
        else:
            assert all(strength == 1 for strength in known.values())


@given(DESIGN, st.sampled_from([name for name, allowed in ONE.items() if allowed == tuple(DEGREES)]))
def test_more_of_a_thing_weakens_nothing(design: TeamDesign, name: str) -> None:
    for less, more in (("no", "partly"), ("partly", "yes")):
        before, after = (replace(design, **{name: degree}) for degree in (less, more))
        for read in (preconditions, learning_elements):
            for id, strength in read(before).strengths.items():
                later = read(after).strengths[id]
                assert (strength is None) == (later is None)
                assert strength is None or later is None or later >= strength


@given(DESIGN, st.sampled_from(["breadth", "range", "zero_line", "audience", "composition"]))
def test_what_the_cities_differ_in_is_neither_good_nor_bad(design: TeamDesign, name: str) -> None:
    """A generalist team and one with specialists are read alike: no choice between them makes a design weaker."""
    readings = [preconditions(replace(design, **{name: value})) for value in ONE[name]]
    assert readings[0] == readings[1]

"""The same choices give the same course, and a choice changes the field that follows."""

from dataclasses import replace

import pytest
from example import CASE

from kit.case import Case
from kit.journal import replay


def test_before_any_choice() -> None:
    course = replay(CASE, {})
    assert [stop.moment.id for stop in course.stops] == ["deur"]
    assert course.ending is None


def test_a_choice_leads_on() -> None:
    course = replay(CASE, {"deur": "bel", "keuken": "ga"})
    assert [stop.option.id for stop in course.stops if stop.option] == ["bel", "ga"]
    assert course.ending is not None and course.ending.id == "druk"


def test_the_other_way_ends_elsewhere() -> None:
    course = replay(CASE, {"deur": "wacht"})
    assert [stop.moment.id for stop in course.stops] == ["deur"]
    assert course.ending is not None and course.ending.id == "stil"


def test_an_effect_is_felt_later_and_only_there() -> None:
    first, second = replay(CASE, {"deur": "bel"}).stops
    assert first.forces == CASE.moments[0].forces and first.effects == ()
    child = next(force for force in second.forces if force.actor == "kind")
    assert child.strength == pytest.approx(0.8)
    assert (child.why, child.provenance) == ("Het kind schrok.", "fictie")
    assert [effect.why for effect in second.effects] == ["Het kind schrok."]
    assert next(force for force in second.forces if force.actor == "buur").strength == 0.7


def test_effects_stay_within_bounds() -> None:
    option = CASE.moments[0].options[0]
    loud = replace(option, effects=(replace(option.effects[0], strength_by=1.0, toward_by=-2.0),))
    changed = replace(CASE.moments[0], options=(loud, CASE.moments[0].options[1]))
    case = replace(CASE, moments=(changed, CASE.moments[1]))
    child = replay(case, {"deur": "bel"}).stops[1].forces[0]
    assert (child.toward, child.strength) == (-1.0, 1.0)


def test_an_unknown_choice_counts_as_none() -> None:
    assert replay(CASE, {"deur": "weg", "elders": "bel"}) == replay(CASE, {})


def test_a_moment_met_again_has_answers_of_its_own() -> None:
    back = replace(CASE.moments[1].options[0], next="deur")
    case: Case = replace(
        CASE, moments=(CASE.moments[0], replace(CASE.moments[1], options=(back, CASE.moments[1].options[1])))
    )
    course = replay(case, {"deur": "bel", "keuken": "blijf", "deur#2": "wacht"})
    assert [stop.key for stop in course.stops] == ["deur", "keuken", "deur#2"]
    assert course.ending is not None and course.ending.id == "stil"
    assert next(f for f in course.stops[2].forces if f.actor == "kind").strength == pytest.approx(0.8)

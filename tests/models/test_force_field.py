"""The force field: golden values worked out by hand, and what must hold for any field."""

from collections.abc import Callable
from dataclasses import replace
from math import isclose
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.models.force_field import (
    Force,
    Reading,
    analyse,
    robustness,
    strain_at,
    strain_equally,
    tipping_points,
)

# The golden field of models.md §1.
GOLDEN = (
    Force("gemeente", "t", -0.8, 0.6),
    Force("inwoner", "t", 0.9, 0.8),
    Force("professional", "t", 0.5, 0.6),
)
A, B = {"t": 0.6}, {"t": -0.4}


def read(forces: tuple[Force, ...], stance: dict[str, float]) -> Reading:
    reading = analyse(forces, stance)
    assert reading is not None
    return reading


def test_golden_reading() -> None:
    at_a = read(GOLDEN, A)
    assert at_a.balance["t"] == pytest.approx(0.27)
    assert at_a.strain == pytest.approx(0.15675)
    assert at_a.field_strain == pytest.approx(0.129525)
    assert at_a.own_course == pytest.approx(0.027225)
    assert dict(at_a.borne_by) == pytest.approx({"gemeente": 0.147, "inwoner": 0.009, "professional": 0.00075})
    assert at_a.net_pull["t"] == pytest.approx(-0.66)
    assert at_a.opposition["t"] == pytest.approx(0.421053, abs=1e-6)
    assert read(GOLDEN, B).strain == pytest.approx(0.24175)


def test_golden_tipping_points() -> None:
    points = {point.force.actor: (point.strength, point.told) for point in tipping_points(GOLDEN, A, B)}
    assert points["gemeente"] == (pytest.approx(0.977778, abs=1e-6), True)
    assert points["inwoner"] == (pytest.approx(0.375), True)
    assert points["professional"] == (pytest.approx(-0.25), False)


def test_no_field_has_no_reading() -> None:
    assert analyse([], {"t": 0.5}) is None
    assert analyse([Force("a", "t", 0.5, 0)], {"t": 0.5}) is None


def test_a_tension_without_pull_has_no_middle() -> None:
    field = (*GOLDEN, Force("gemeente", "u", 0.4, 0))
    reading = read(field, {"t": 0.6, "u": 0.2})
    assert reading.balance["u"] is None
    assert (reading.net_pull["u"], reading.opposition["u"], reading.distance["u"]) == (0, 0, 0)
    assert reading.strain == pytest.approx(0.15675)


def test_stillness_may_hide_a_tug_of_war() -> None:
    calm = read((Force("a", "t", 0.02, 0.9), Force("b", "t", -0.02, 0.9)), {"t": 0})
    hard = read((Force("a", "t", 0.9, 0.9), Force("b", "t", -0.9, 0.9)), {"t": 0})
    assert calm.net_pull["t"] == pytest.approx(hard.net_pull["t"]) == 0
    assert calm.opposition["t"] == hard.opposition["t"] == 1
    assert (calm.tug_of_war("t"), hard.tug_of_war("t")) == (False, True)


def test_a_pull_to_one_side_is_no_tug_of_war() -> None:
    assert not read((Force("a", "t", 0.9, 0.9), Force("b", "t", 0.6, 0.4)), {"t": -0.5}).tug_of_war("t")


@pytest.mark.parametrize(
    ("stance", "told"),
    [
        ({}, "got none on 't', only on \\[\\]"),
        ({"t": 1.5}, "from -1 to 1, got 1.5 on 't'"),
        ({"t": float("nan")}, "got nan"),
    ],
)
def test_stances_that_do_not_fit_are_refused(stance: dict[str, float], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        analyse(GOLDEN, stance)


@pytest.mark.parametrize(
    ("toward", "strength", "told"),
    [
        (1.2, 0.5, "toward must be from -1 to 1, got 1.2"),
        (0, 0.005, "0, or from 0.01 to 1, got 0.005"),
        (0, 2, "got 2"),
    ],
)
def test_forces_that_do_not_fit_are_refused(toward: float, strength: float, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Force("a", "t", toward, strength)


def test_a_moved_force_stays_within_bounds() -> None:
    force = Force("a", "t", 0.5, 0.5)
    assert force.moved(3, 3) == Force("a", "t", 1, 1)
    assert force.moved(-3, 0.004) == Force("a", "t", -1, 0)
    assert force.moved() == force


def test_equal_options_have_no_tipping_point() -> None:
    field = (Force("a", "t", 0, 0.5),)
    assert strain_equally(field, {"t": 0.5}, {"t": -0.5})
    assert tipping_points(field, {"t": 0.5}, {"t": -0.5}) == ()


def test_a_point_that_leaves_no_field_is_not_told() -> None:
    """With one force only, both options strain equally where it does not count, and then there is no field."""
    (point,) = tipping_points((Force("a", "t", 0.9, 0.5),), {"t": 0.5}, {"t": -0.5})
    assert (point.strength, point.told) == (0, False)


def test_robustness_is_a_share_and_repeatable() -> None:
    options = {"A": A, "B": B, "C": {"t": 0.2}}
    shares = robustness(GOLDEN, options, 0.4, 500, Random(1))
    assert shares is not None
    assert sum(shares.values()) == pytest.approx(1)
    assert shares == robustness(GOLDEN, options, 0.4, 500, Random(1))
    assert shares != robustness(GOLDEN, options, 0.4, 500, Random(2))
    assert 0 < shares["A"] < 1


def test_robustness_without_doubt_is_the_field_itself() -> None:
    assert robustness(GOLDEN, {"A": A, "B": B}, 0, 10, Random(1)) == {"A": 1.0, "B": 0.0}


def test_robustness_splits_ties_and_drops_empty_draws() -> None:
    assert robustness(GOLDEN, {"A": A, "B": dict(A)}, 0.3, 100, Random(1)) == pytest.approx({"A": 0.5, "B": 0.5})
    assert robustness([Force("a", "t", 0.5, 0)], {"A": A}, 0, 10, Random(1)) is None


@pytest.mark.parametrize(
    ("change", "told"),
    [({"options": {}}, "at least one stance, got none"), ({"spread": -0.1}, "got -0.1"), ({"draws": 0}, "got 0")],
)
def test_robustness_refuses(change: dict[str, object], told: str) -> None:
    given_ = {"options": {"A": A}, "spread": 0.1, "draws": 10} | change
    with pytest.raises(ValueError, match=told):
        robustness(GOLDEN, rng=Random(1), **given_)  # type: ignore[arg-type]


def test_a_reading_as_a_table() -> None:
    frame = read(GOLDEN, A).to_frame()
    assert list(frame.columns) == ["balance", "net_pull", "opposition", "distance"]
    assert frame.loc["t", "balance"] == pytest.approx(0.27)


# What must hold for any field.

PLACE = st.floats(-1, 1).map(lambda x: round(x, 3))
STRENGTH = st.just(0.0) | st.floats(0.01, 1).map(lambda x: round(x, 3))
FORCE = st.builds(Force, st.sampled_from("abcd"), st.sampled_from("tu"), PLACE, STRENGTH)
FIELD = st.lists(FORCE, min_size=1, max_size=12).map(tuple)
STANCE = st.fixed_dictionaries({"t": PLACE, "u": PLACE})


def live(field: tuple[Force, ...]) -> None:
    assume(sum(force.strength for force in field) > 0)


@given(FIELD, STANCE)
def test_strain_is_field_strain_and_own_course(field: tuple[Force, ...], stance: dict[str, float]) -> None:
    live(field)
    reading = read(field, stance)
    assert isclose(reading.strain, reading.field_strain + reading.own_course, abs_tol=1e-12)
    assert isclose(reading.strain, sum(reading.borne_by.values()), abs_tol=1e-12)
    assert -1e-12 <= reading.strain <= 1 + 1e-12
    assert all(0 <= o <= 1 for o in reading.opposition.values())


@given(FIELD, STANCE)
def test_at_the_middle_nothing_pulls(field: tuple[Force, ...], stance: dict[str, float]) -> None:
    live(field)
    middles = read(field, stance).balance
    there = {t: stance[t] if middle is None else max(-1, min(1, middle)) for t, middle in middles.items()}
    reading = read(field, there)
    assert all(isclose(pull, 0, abs_tol=1e-9) for pull in reading.net_pull.values())
    assert isclose(reading.strain, reading.field_strain, abs_tol=1e-12)


@given(FIELD, STANCE)
def test_a_mirror_changes_signs_only(field: tuple[Force, ...], stance: dict[str, float]) -> None:
    live(field)
    one = read(field, stance)
    other = read(tuple(replace(f, toward=-f.toward) for f in field), {t: -x for t, x in stance.items()})
    assert isclose(one.strain, other.strain, abs_tol=1e-12)
    for t in "tu":
        assert isclose(one.net_pull[t], -other.net_pull[t], abs_tol=1e-9)
        assert isclose(one.opposition[t], other.opposition[t], abs_tol=1e-9)


@given(FIELD, STANCE, st.floats(0.02, 1))
def test_heavier_all_round_changes_nothing(field: tuple[Force, ...], stance: dict[str, float], by: float) -> None:
    live(field)
    assume(all(f.strength == 0 or f.strength * by >= 0.01 for f in field))
    one, other = read(field, stance), read(tuple(replace(f, strength=f.strength * by) for f in field), stance)
    assert isclose(one.strain, other.strain, abs_tol=1e-9)
    for t in "tu":
        here, there = one.balance[t], other.balance[t]
        assert here == there is None or (here is not None and there is not None and isclose(here, there, abs_tol=1e-9))


@given(FIELD, STANCE, STANCE)
def test_at_a_tipping_point_both_strain_equally(
    field: tuple[Force, ...], a: dict[str, float], b: dict[str, float]
) -> None:
    for point in tipping_points(field, a, b):
        if point.told:
            assert 0 <= point.strength <= 1
            assert isclose(strain_at(point, field, a), strain_at(point, field, b), abs_tol=1e-6)


@given(FIELD, STANCE, STANCE)
def test_tipping_goes_both_ways(field: tuple[Force, ...], a: dict[str, float], b: dict[str, float]) -> None:
    there, back = tipping_points(field, a, b), tipping_points(field, b, a)
    assert [p.force for p in there] == [p.force for p in back]
    assert all(isclose(p.strength, q.strength, rel_tol=1e-9, abs_tol=1e-9) for p, q in zip(there, back, strict=True))


@given(FIELD, STANCE, st.randoms(use_true_random=False))
def test_the_order_of_forces_changes_nothing(
    field: tuple[Force, ...], stance: dict[str, float], random: Random
) -> None:
    live(field)
    mixed = list(field)
    random.shuffle(mixed)
    one, other = read(field, stance), read(tuple(mixed), stance)
    same: Callable[[float, float], bool] = lambda x, y: isclose(x, y, abs_tol=1e-12)  # noqa: E731
    assert same(one.strain, other.strain)
    assert all(same(one.borne_by[actor], other.borne_by[actor]) for actor in one.borne_by)


def test_the_middle_is_favoured() -> None:
    """A property of the measure, not of the world: it is said beside the picture (models.md §1)."""
    rng, wins = Random(3), 0
    for _ in range(400):
        field = tuple(Force("a", "t", rng.uniform(-1, 1), rng.uniform(0.01, 1)) for _ in range(5))
        strains = [read(field, {"t": x}).strain for x in (-0.8, 0.0, 0.8)]
        wins += strains[1] == min(strains)
    assert 0.7 < wins / 400 < 0.9

"""Working styles: golden values, and what must hold for any street and any mix."""

from dataclasses import fields
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.working_style import (
    PRAGMATIC,
    RELATIONAL,
    Assumptions,
    Chance,
    compare,
    course,
    crossing,
    draw,
    simulate,
)

CHANCES = draw(Random(0))


@pytest.mark.parametrize(("mix", "at_4", "at_52"), [(PRAGMATIC, 0.294256, 0.215481), (RELATIONAL, 0.546467, 0.068019)])
def test_golden_course(mix: float, at_4: float, at_52: float) -> None:
    """models.md §4, without noise."""
    unrest = course(mix).unrest
    assert (unrest[4], unrest[52]) == pytest.approx((at_4, at_52), abs=5e-7)
    assert len(unrest) == 53


def test_the_lines_cross_at_week_31() -> None:
    """models.md §4. And only once: the card is calmer before, relations after."""
    card, relations = course(PRAGMATIC), course(RELATIONAL)
    assert crossing(relations, card) == 31
    calmer = [a < b for a, b in zip(relations.unrest[1:], card.unrest[1:], strict=True)]
    assert calmer == [False] * 30 + [True] * 22
    assert crossing(card, relations) == 1
    assert crossing(card, card) is None, "equal is not calmer"


def test_the_year_s_mean_is_lower_with_the_card() -> None:
    """models.md §4: 0.24 against 0.29."""
    assert [round(course(mix).mean, 2) for mix in (PRAGMATIC, RELATIONAL)] == [0.24, 0.29]


def test_one_week_by_hand() -> None:
    """U' = .6 + .15(.6−.6) − .25·.5·.6; C' = .6 − .08·.5·.2·.6; V' = .2 + .04·.5·.8."""
    after = course(0.5, weeks=1)
    assert (after.unrest[1], after.cause[1], after.trust[1]) == pytest.approx((0.525, 0.5952, 0.216))


def test_chance_in_one_week_by_hand() -> None:
    """k_r = 1 + .6·.5, k_p = 1 − .15·1, ε = .5: U' = .6 − .25·.85·.5·.6 + .02·.5; C' = .6 − .08·1.3·.5·.2·.6."""
    year = simulate(0.5, [Chance(0.5, -1.0, (0.5,))])
    assert year.unrest.median[1] == pytest.approx(0.6 - 0.25 * 0.85 * 0.5 * 0.6 + 0.01)
    assert year.cause.median[1] == pytest.approx(0.6 - 0.08 * 1.3 * 0.5 * 0.2 * 0.6)
    assert year.unrest.low == year.unrest.median == year.unrest.high


def test_the_band_leaves_out_a_tenth_on_either_side() -> None:
    """Eleven runs that differ by their first week alone: the second and the tenth are the bounds."""
    chances = [Chance(0.0, 0.0, (step / 5 - 1,)) for step in range(11)]
    street = Assumptions(drift=0, relief=0, noise=0.5, unrest=0.5)
    band = simulate(0.5, chances, street).unrest
    assert (band.low[1], band.median[1], band.high[1]) == pytest.approx((0.1, 0.5, 0.9))
    assert band.width == pytest.approx(0.8)


def test_a_bound_between_two_runs_lies_between_them_in_proportion() -> None:
    """Of 0, ¼, ¾ and 1 the tenth part lies at 0.3 of the way from the first to the second."""
    chances = [Chance(0.0, 0.0, (jump,)) for jump in (-1.0, -0.5, 0.5, 1.0)]
    street = Assumptions(drift=0, relief=0, noise=0.5, unrest=0.5)
    band = simulate(0.5, chances, street).unrest
    assert (band.low[1], band.median[1], band.high[1]) == pytest.approx((0.3 / 4, 0.5, 0.75 + 0.7 / 4))


def test_the_median_of_many_runs_lies_by_the_course_without_chance() -> None:
    for mix in (PRAGMATIC, 0.5, RELATIONAL):
        median, still = simulate(mix, CHANCES).unrest.median, course(mix).unrest
        assert max(abs(a - b) for a, b in zip(median, still, strict=True)) < 0.02


def test_a_mix_may_change_week_by_week() -> None:
    assert course([0.3] * 52) == course(0.3)
    first_the_card = course([PRAGMATIC] * 8 + [RELATIONAL] * 44)
    assert first_the_card.unrest[:9] == course(PRAGMATIC).unrest[:9]
    assert first_the_card.unrest[52] < course(PRAGMATIC).unrest[52]


def test_the_same_seed_gives_the_same_year() -> None:
    assert draw(Random(7)) == draw(Random(7))
    assert draw(Random(7)) != draw(Random(8))
    assert simulate(0.4, draw(Random(7))) == simulate(0.4, draw(Random(7)))


def test_both_styles_beside_each_other() -> None:
    seen = compare(CHANCES)
    assert seen.early_gain() == pytest.approx(0.546467 - 0.294256, abs=1e-6)
    assert seen.late_gain == pytest.approx(0.215481 - 0.068019, abs=1e-6)
    assert seen.crossing == 31
    assert seen.mean_gain == pytest.approx(0.0503, abs=5e-5)
    assert seen.relational_is_wider
    assert seen.early_gain(0) == 0


def test_a_year_as_a_table() -> None:
    frame = simulate(0.5, CHANCES).to_frame()
    named = [f"{a}_{b}" for a in ("unrest", "cause") for b in ("low", "median", "high")]
    assert list(frame.columns) == [*named, "trust"]
    assert frame.index.name == "week"
    assert len(frame) == 53


@pytest.mark.parametrize("name", [field.name for field in fields(Assumptions)])
@pytest.mark.parametrize("value", [-0.01, 1.01, float("nan"), float("inf")])
def test_assumptions_beyond_their_range_are_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=f"^{name} must be from 0 to 1, got {value!r}$"):
        Assumptions(**{name: value})
    with pytest.raises(ValueError, match=f"^{name} must be"):
        Assumptions().changed(**{name: value})


@pytest.mark.parametrize(
    ("mix", "told"),
    [
        (1.2, "a share of time must be from 0 to 1, got 1.2"),
        (float("nan"), "from 0 to 1, got nan"),
        ([0.5] * 51, "one share, or one for each of 52 weeks, got 51"),
        ([0.5] * 51 + [-0.1], "from 0 to 1, got -0.1"),
        ([], "got 0"),
    ],
)
def test_a_mix_that_does_not_fit_is_refused(mix: float | list[float], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        course(mix)
    with pytest.raises(ValueError, match=told):
        simulate(mix, CHANCES)


def test_too_few_weeks_runs_or_chances_are_refused() -> None:
    with pytest.raises(ValueError, match="weeks must be 1 or more, got 0"):
        course(0.5, weeks=0)
    for runs, weeks in ((0, 52), (200, 0)):
        with pytest.raises(ValueError, match=f"runs and weeks must be 1 or more, got {runs} and {weeks}"):
            draw(Random(0), runs, weeks)
    with pytest.raises(ValueError, match="chances must be one or more, all of as many weeks, got none"):
        simulate(0.5, [])
    with pytest.raises(ValueError, match=r"all of as many weeks, got \[3, 4\]"):
        simulate(0.5, [*draw(Random(0), 1, 3), *draw(Random(0), 1, 4)])


# What must hold for any street.

PART = st.floats(0, 1).map(lambda x: round(x, 3))
STREET = st.builds(Assumptions, **{field.name: PART for field in fields(Assumptions)})
MIX = st.one_of(PART, st.lists(PART, min_size=52, max_size=52))
SEED = st.integers(0, 10_000)


@given(MIX, STREET, SEED)
def test_everything_stays_between_0_and_1_and_the_band_in_order(
    mix: float | list[float], street: Assumptions, seed: int
) -> None:
    year = simulate(mix, draw(Random(seed), runs=11), street)
    for band in (year.unrest, year.cause):
        for low, median, high in zip(band.low, band.median, band.high, strict=True):
            assert 0 <= low <= median <= high <= 1
    assert all(0 <= trust <= 1 for trust in year.trust)


@given(MIX, STREET)
def test_trust_never_falls_and_what_lies_under_it_never_grows(mix: float | list[float], street: Assumptions) -> None:
    """So the model has it; streets need not."""
    seen = course(mix, street)
    assert all(later >= earlier for earlier, later in zip(seen.trust, seen.trust[1:], strict=False))
    assert all(later <= earlier for earlier, later in zip(seen.cause, seen.cause[1:], strict=False))


@given(STREET)
def test_with_the_card_alone_the_cause_stays_untouched(street: Assumptions) -> None:
    """It repeats how the model was made, after the warning of Verweij and Spierts."""
    seen = course(0.0, street)
    assert set(seen.cause) == {street.cause}
    assert set(seen.trust) == {street.trust}


@given(st.lists(PART, min_size=52, max_size=52), STREET, st.integers(0, 51))
def test_more_time_for_relations_leaves_less_of_the_cause(mix: list[float], street: Assumptions, week: int) -> None:
    more = [*mix[:week], max(mix[week], 0.9), *mix[week + 1 :]]
    for less, after in zip(course(mix, street).cause, course(more, street).cause, strict=True):
        assert after <= less + 1e-12


@given(MIX, STREET, SEED)
def test_without_spread_and_noise_every_run_is_the_course(
    mix: float | list[float], street: Assumptions, seed: int
) -> None:
    still = street.changed(relational_spread=0, card_spread=0, noise=0)
    band = simulate(mix, draw(Random(seed), runs=5), still).unrest
    assert band.median == pytest.approx(course(mix, still).unrest)
    assert band.width == pytest.approx(0)


@given(MIX, STREET, SEED, st.randoms(use_true_random=False))
def test_the_order_of_runs_changes_nothing(
    mix: float | list[float], street: Assumptions, seed: int, random: Random
) -> None:
    chances = list(draw(Random(seed), runs=9))
    before = simulate(mix, chances, street)
    random.shuffle(chances)
    assert simulate(mix, chances, street) == before


@given(MIX, STREET, st.integers(1, 51))
def test_what_comes_later_does_not_change_what_was(mix: float | list[float], street: Assumptions, week: int) -> None:
    shares = [mix] * 52 if isinstance(mix, float) else mix
    other = [*shares[:week], *(1 - m for m in shares[week:])]
    one, two = course(shares, street), course(other, street)
    assert one.unrest[: week + 1] == two.unrest[: week + 1]


@given(STREET, SEED)
def test_a_lone_chance_says_the_same_as_many_of_it(street: Assumptions, seed: int) -> None:
    (chance,) = draw(Random(seed), runs=1)
    assert simulate(0.5, [chance], street).unrest.median == pytest.approx(
        simulate(0.5, [chance] * 4, street).unrest.median
    )

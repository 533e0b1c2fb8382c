"""Nearness: golden values by hand, and what must hold for any team."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.proximity import FORMS, Buffers, Nearness, Reading, continuity, read

ALIKE = [Nearness(form, 0.8, 0.5) for form in FORMS]


def test_four_leaders_and_three_moves_in_three_years() -> None:
    """Hoijtink's workshop: four leaders are three changes; with three moves in three years continuity is a third."""
    assert continuity(changes=4 - 1, moves=3, years=3) == pytest.approx(1 / 3)


@pytest.mark.parametrize(("changes", "moves", "years", "is_"), [(0, 0, 3, 1.0), (3, 0, 3, 0.5), (1, 1, 4, 2 / 3)])
def test_continuity_by_hand(changes: int, moves: int, years: int, is_: float) -> None:
    assert continuity(changes, moves, years) == pytest.approx(is_)


def test_golden_reading() -> None:
    """r = (.5 + .4 + 1/3)/3 = 37/90; n c = .4; L = .4·53/90 = .235556; distancing = L/(L + ½) = .320242."""
    seen = read(ALIKE, Buffers(0.5, 0.4, continuity(3, 3, 3)))
    assert seen.load == pytest.approx(0.4 * 53 / 90)
    assert seen.distancing == pytest.approx(0.320242, abs=5e-7)
    assert set(seen.demand.values()) == {0.4}
    assert list(seen.carried.values()) == pytest.approx([0.4 * 37 / 90] * 5)
    assert list(seen.left) == list(FORMS)


def test_a_form_that_is_not_given_asks_nothing() -> None:
    seen = read([Nearness("civil", 1, 1)], Buffers(0, 0, 0))
    assert seen.load == pytest.approx(1 / 5)
    assert seen.heaviest == ("civil",)
    assert read([], Buffers(0, 0, 0)).distancing == 0
    assert read([], Buffers(0, 0, 0)).heaviest == ()


def test_equals_are_heaviest_together() -> None:
    assert read(ALIKE, Buffers(0.5, 0.5, 0.5)).heaviest == FORMS


def test_capacity_is_the_load_at_which_it_is_a_half() -> None:
    seen = read([Nearness(form, 1, 0.5) for form in FORMS], Buffers(0, 0, 0))
    assert (seen.load, seen.distancing) == (0.5, 0.5)


def test_a_reading_as_a_table() -> None:
    frame = read(ALIKE, Buffers(0.5, 0.4, 1)).to_frame()
    assert list(frame.columns) == ["demand", "carried", "left"]
    assert list(frame.index) == list(FORMS)


@pytest.mark.parametrize("bad", [-0.1, 1.1, float("nan")])
def test_what_lies_beyond_its_range_is_refused(bad: float) -> None:
    for name in ("near", "complexity"):
        with pytest.raises(ValueError, match=f"^{name} must be from 0 to 1, got {bad!r}$"):
            Nearness("civil", **{"near": 0.5, "complexity": 0.5, name: bad})
    for name in ("frame", "demarcation", "continuity"):
        with pytest.raises(ValueError, match=f"^{name} must be from 0 to 1, got {bad!r}$"):
            Buffers(0.5, 0.5, 0.5).changed(**{name: bad})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((-1, 0, 3), "changes must be 0 or more, got -1"),
        ((0, float("nan"), 3), "moves must be 0 or more, got nan"),
        ((0, float("inf"), 3), "moves must be 0 or more, got inf"),
        ((0, 0, 0), "years must be more than 0, got 0"),
        ((0, 0, float("nan")), "years must be more than 0, got nan"),
    ],
)
def test_counts_that_cannot_be_are_refused(given: tuple[float, float, float], told: str) -> None:
    with pytest.raises(ValueError, match=f"^{told}$"):
        continuity(*given)


def test_forms_and_capacities_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match=r"form must be one of physical, network, .*, got 'digital'"):
        Nearness("digital", 0.5, 0.5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="each form must be given once, got 'civil' twice"):
        read([Nearness("civil", 0.5, 0.5)] * 2, Buffers(0, 0, 0))
    for capacity in (0, -1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match=f"capacity must be more than 0, got {capacity!r}"):
            read(ALIKE, Buffers(0, 0, 0), capacity)


# What must hold for any team.

PART = st.floats(0, 1)
COUNT = st.integers(0, 20)
YEARS = st.floats(0.25, 20)
TEAM = st.tuples(*(st.builds(Nearness, st.just(form), PART, PART) for form in FORMS))
BUFFERS = st.builds(Buffers, PART, PART, PART)
CAPACITY = st.floats(0.01, 10)


def distancing(seen: Reading) -> float:
    assert 0 <= seen.load <= 1
    assert 0 <= seen.distancing < 1
    return seen.distancing


@given(TEAM, BUFFERS, CAPACITY)
def test_what_is_asked_is_carried_or_left(team: tuple[Nearness, ...], buffers: Buffers, capacity: float) -> None:
    seen = read(team, buffers, capacity)
    for form in FORMS:
        assert seen.carried[form] + seen.left[form] == pytest.approx(seen.demand[form])
    assert seen.load == pytest.approx(sum(seen.left.values()) / 5)


@given(TEAM, BUFFERS, CAPACITY, st.sampled_from(FORMS), st.sampled_from(["near", "complexity"]), PART)
def test_more_nearness_or_complexity_never_asks_for_less_distance(
    team: tuple[Nearness, ...], buffers: Buffers, capacity: float, form: str, part: str, to: float
) -> None:
    more = [replace(one, **{part: max(to, getattr(one, part))}) if one.form == form else one for one in team]
    assert distancing(read(more, buffers, capacity)) >= distancing(read(team, buffers, capacity)) - 1e-12


@given(TEAM, BUFFERS, CAPACITY, st.sampled_from(["frame", "demarcation", "continuity"]), PART)
def test_a_stronger_buffer_never_asks_for_more_distance(
    team: tuple[Nearness, ...], buffers: Buffers, capacity: float, part: str, to: float
) -> None:
    stronger = buffers.changed(**{part: max(to, getattr(buffers, part))})
    assert distancing(read(team, stronger, capacity)) <= distancing(read(team, buffers, capacity)) + 1e-12


@given(TEAM, BUFFERS, CAPACITY, CAPACITY)
def test_more_capacity_never_asks_for_more_distance(
    team: tuple[Nearness, ...], buffers: Buffers, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert distancing(read(team, buffers, high)) <= distancing(read(team, buffers, low)) + 1e-12


@given(COUNT, COUNT, YEARS, COUNT)
def test_every_change_costs_continuity(changes: int, moves: int, years: float, more: int) -> None:
    before = continuity(changes, moves, years)
    assert 0 < before <= 1
    assert continuity(changes + more, moves, years) <= before
    assert continuity(changes, moves + more, years) <= before
    assert continuity(changes, moves, years + more) >= before


@given(TEAM, CAPACITY)
def test_full_buffers_leave_nothing(team: tuple[Nearness, ...], capacity: float) -> None:
    """So the sum has it; no team is so."""
    seen = read(team, Buffers(1, 1, 1), capacity)
    assert (seen.load, seen.distancing) == (0, 0)

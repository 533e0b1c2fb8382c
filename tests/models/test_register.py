"""The register: what it counts, and the made-up one, the same in every Python."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.register import PLANTED, SEED, STREETS, THEMES, Register, Request, made_up

SHIPPED = made_up(Random(SEED))


def test_the_made_up_register_in_numbers() -> None:
    """models.md §7: 480 requests of 220 households, 12 streets × 8 themes, three cells with 14 extra households."""
    assert len(SHIPPED.requests) == 480 + 3 * 14
    assert len({r.household for r in SHIPPED.requests}) == 220 + 3 * 14
    assert set(SHIPPED.streets) == set(STREETS) and len(STREETS) == 12
    assert set(SHIPPED.themes) == set(THEMES) and len(THEMES) == 8
    assert len(PLANTED) == 3
    assert {r.week for r in SHIPPED.requests} == set(range(1, 53))


def test_golden_register() -> None:
    """The first and the last: other numbers here mean another register than the one that is shipped."""
    first, last = SHIPPED.requests[0], SHIPPED.requests[-1]
    assert first == Request(1, "Lindenlaan", "dagbesteding", 1)
    assert last == Request(52, "Beukenhof", "mantelzorg", 262)
    assert [SHIPPED.asked[cell] for cell in PLANTED] == [16, 14, 14]
    assert [SHIPPED.households[cell] for cell in PLANTED] == [15, 14, 14]
    assert SHIPPED.asked["Havenkade", "geldzorgen"] == 11 and SHIPPED.households["Havenkade", "geldzorgen"] == 4


def test_same_seed_same_register_and_another_seed_another() -> None:
    assert made_up(Random(7)) == made_up(Random(7))
    assert made_up(Random(7)) != made_up(Random(8))


def test_a_household_lives_in_one_street_and_is_numbered_as_it_comes() -> None:
    streets: dict[int | None, str] = {}
    seen: list[int | None] = []
    for request in SHIPPED.requests:
        assert streets.setdefault(request.household, request.street) == request.street
        if request.household not in seen:
            seen.append(request.household)
    assert seen == list(range(1, 263))
    assert [r.week for r in SHIPPED.requests] == sorted(r.week for r in SHIPPED.requests)


def test_half_of_the_later_requests_repeat() -> None:
    """With one theme drawn from so many that chance repeats none, half remain."""
    themes = [f"t{n}" for n in range(5000)]
    register = made_up(Random(1), ["s"], themes, (), requests=4000, households=100)
    asked = Counter((r.household, r.theme) for r in register.requests)
    # What was asked more than once was asked first, and then again.
    again = sum(times - 1 for times in asked.values())
    assert again / 3900 == pytest.approx(0.5, abs=0.03)


def test_the_first_streets_are_the_fullest() -> None:
    register = made_up(Random(3), planted=(), requests=20_000, households=20_000)
    counts = Counter(r.street for r in register.requests)
    weights = {street: 1 / rank**0.5 for rank, street in enumerate(STREETS, 1)}
    for street in STREETS:
        assert counts[street] / 20_000 == pytest.approx(weights[street] / sum(weights.values()), abs=0.01)


@given(
    st.integers(0, 2**32),
    st.integers(0, 60),
    st.integers(1, 30),
    st.integers(0, 4),
    st.floats(0, 1),
    st.integers(1, 60),
)
def test_any_register_adds_up(seed: int, requests: int, households: int, extra: int, repeat: float, weeks: int) -> None:
    register = made_up(Random(seed), "abc", "xy", [("a", "x")], requests, households, extra, repeat, weeks)
    assert len(register.requests) == requests + extra == sum(register.asked.values())
    assert all(1 <= r.week <= weeks for r in register.requests)
    assert all(1 <= register.households[cell] <= asked for cell, asked in register.asked.items())
    assert set(register.streets) == {r.street for r in register.requests}
    assert register.knows_households == bool(register.requests)
    if households <= requests:
        assert len({r.household for r in register.requests}) == households + extra


def test_streets_and_themes_go_by_size_then_by_name() -> None:
    rows = [("b", "y"), ("a", "y"), ("b", "x"), ("c", "z"), ("c", "z")]
    register = Register(tuple(Request(1, street, theme, 1) for street, theme in rows))
    assert (register.streets, register.themes) == (("b", "c", "a"), ("y", "z", "x"))


def test_without_households_nobody_counts_them() -> None:
    register = Register((Request(1, "a", "x", 1), Request(1, "a", "x", None)))
    assert not register.knows_households
    assert register.asked == {("a", "x"): 2}
    with pytest.raises(ValueError, match=r"^each request must name its household, got one without$"):
        _ = register.households
    assert Register(()).households == {} and Register(()).streets == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"streets": []}, "streets must be 1 or more, got 0"),
        ({"themes": []}, "themes must be 1 or more, got 0"),
        ({"requests": -1}, "requests must be 0 or more, got -1"),
        ({"households": 0}, "households must be 1 or more, got 0"),
        ({"extra": -2}, "extra must be 0 or more, got -2"),
        ({"weeks": 0}, "weeks must be 1 or more, got 0"),
        ({"repeat": 1.5}, r"repeat must be from 0 to 1, got 1\.5"),
        ({"planted": [("Nergens", "geldzorgen")]}, r"one of the streets and themes, got \('Nergens', 'geldzorgen'\)"),
    ],
)
def test_what_does_not_fit_is_told(change: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        made_up(Random(1), **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((0, "a", "x", 1), "week must be 1 or more, got 0"),
        ((1, "", "x", 1), "street must be a text, got ''"),
        ((1, "a", "", 1), "theme must be a text, got ''"),
    ],
)
def test_a_request_that_does_not_fit(given: tuple[int, str, str, int], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Request(*given)


def test_a_register_as_a_table() -> None:
    frame = SHIPPED.to_frame()
    assert list(frame.columns) == ["week", "street", "theme", "household"]
    assert len(frame) == 522

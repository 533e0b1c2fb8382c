"""Scenarios: golden values, Kosko's rule beside ours, and what must hold for any causal map."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from math import exp, isclose, log, sqrt
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.models.scenario import Effect, Scenario, run, sure_to_settle

# The golden map of models.md §3.
GOLDEN = (
    Effect("caseload", "tijd", -0.7),
    Effect("tijd", "reflectie", 0.6),
    Effect("reflectie", "actorschap", 0.5),
    Effect("actorschap", "reflectie", 0.3),
)
DESCRIBED = {"caseload": 0.8, "tijd": 0.4, "reflectie": 0.3, "actorschap": 0.3}


def settled(scenario: Scenario) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Its state and its difference."""
    assert scenario.settled
    assert scenario.state is not None and scenario.difference is not None
    return scenario.state, scenario.difference


@pytest.mark.parametrize(
    ("caseload", "rest"),
    [(0.2, [0.701518, 0.434113, 0.343862]), (0.9, [0.350814, 0.280640, 0.293937])],
)
def test_golden_scenario(caseload: float, rest: list[float]) -> None:
    state, difference = settled(run(GOLDEN, DESCRIBED, {"caseload": caseload}))
    assert list(state.values()) == pytest.approx([caseload, *rest], abs=1e-6)
    assert list(state) == list(difference) == list(DESCRIBED)
    assert all(isclose(difference[c], state[c] - DESCRIBED[c], abs_tol=1e-12) for c in DESCRIBED)


def kosko(effects: Sequence[Effect], start: Mapping[str, float]) -> dict[str, float]:
    """The field's standard rule, λ = 1: a_i(t+1) = σ(Σ_j w_ji a_j); what nothing acts on is held."""
    state = dict(start)
    for _ in range(200):
        pushed = {on: sum(e.weight * state[e.cause] for e in effects if e.on == on) for on in {e.on for e in effects}}
        state |= {on: 1 / (1 + exp(-push)) for on, push in pushed.items()}
    return state


def test_kosko_beside_ours() -> None:
    """Why the kit does not use it: it forgets the described state, and hardly moves. Numbers: FCMpy 0.0.21."""
    assert list(kosko(GOLDEN, DESCRIBED).values()) == pytest.approx([0.8, 0.363547, 0.596362, 0.573998], abs=1e-6)
    elsewhere = kosko(GOLDEN, {"caseload": 0.8, "tijd": 0.9, "reflectie": 0.1, "actorschap": 0.7})
    assert elsewhere == pytest.approx(kosko(GOLDEN, DESCRIBED))
    low, high = (kosko(GOLDEN, DESCRIBED | {"caseload": caseload})["actorschap"] for caseload in (0.2, 0.9))
    assert low - high == pytest.approx(0.002, abs=0.0005)
    ours = [settled(run(GOLDEN, DESCRIBED, {"caseload": caseload}))[0]["actorschap"] for caseload in (0.2, 0.9)]
    assert ours[0] - ours[1] == pytest.approx(0.05, abs=0.0005)


def test_both_rules_move_the_same_way() -> None:
    for caseload in (0.2, 0.9):
        _, difference = settled(run(GOLDEN, DESCRIBED, {"caseload": caseload}))
        by_kosko = kosko(GOLDEN, DESCRIBED | {"caseload": caseload})
        base = kosko(GOLDEN, DESCRIBED)
        assert all((by_kosko[c] > base[c]) == (difference[c] > 0) for c in ("tijd", "reflectie", "actorschap"))


def test_the_described_state_is_kept_off_the_ends() -> None:
    scenario = run(GOLDEN, DESCRIBED | {"tijd": 0.0, "reflectie": 1.0})
    assert (scenario.described["tijd"], scenario.described["reflectie"]) == (0.02, 0.98)
    state, _ = settled(scenario)
    assert (state["tijd"], state["reflectie"]) == (0.02, 0.98)


def test_a_clamp_holds_and_lets_go() -> None:
    state, _ = settled(run(GOLDEN, DESCRIBED, {"caseload": 0.2, "reflectie": 1.0}))
    assert (state["caseload"], state["reflectie"]) == (0.2, 1.0)
    assert state["tijd"] == pytest.approx(0.701518, abs=1e-6)
    released, _ = settled(run(GOLDEN, DESCRIBED, {"caseload": 0.2}))
    assert released["reflectie"] == pytest.approx(0.434113, abs=1e-6)


RESTLESS = [Effect(a, b, 1 if a < b else -1) for a, b in permutations("abcdefgh", 2)]


def test_unsettled_shows_no_difference() -> None:
    scenario = run(RESTLESS, dict.fromkeys("abcdefgh", 0.5), {"a": 1})
    assert (scenario.settled, scenario.steps) == (False, 500)
    assert scenario.difference is None and scenario.state is None
    assert not sure_to_settle(RESTLESS)


def test_it_stops_after_the_steps_it_is_given() -> None:
    enough = run(GOLDEN, DESCRIBED, {"caseload": 0.2})
    assert enough.settled and enough.steps > 3
    short = run(GOLDEN, DESCRIBED, {"caseload": 0.2}, steps=3)
    assert (short.settled, short.steps, short.difference) == (False, 3, None)
    assert run(GOLDEN, DESCRIBED, {"caseload": 0.2}, steps=enough.steps) == enough


def test_many_causes_at_once_do_not_overflow() -> None:
    names = [f"n{i}" for i in range(400)]
    heavy = [Effect(name, "on", -1) for name in names]
    state, _ = settled(run(heavy, dict.fromkeys([*names, "on"], 0.0), dict.fromkeys(names, 1.0)))
    assert 0 <= state["on"] < 1e-200


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"described": {"caseload": 0.8}}, "between described concepts: caseload; got 'tijd'"),
        ({"described": DESCRIBED | {"tijd": 1.2}}, "a concept must be from 0 to 1, got 1.2 for 'tijd'"),
        ({"described": DESCRIBED | {"tijd": float("nan")}}, "got nan for 'tijd'"),
        ({"clamp": {"rust": 0.5}}, "a clamp must be on a described concept: .*; got 'rust'"),
        ({"clamp": {"tijd": -0.1}}, "from 0 to 1, got -0.1 for 'tijd'"),
        ({"steps": 0}, "steps must be 1 or more, got 0"),
        ({"effects": [*GOLDEN, Effect("tijd", "reflectie", 0.1)]}, "got two of 'tijd' on 'reflectie'"),
    ],
)
def test_scenarios_that_do_not_fit_are_refused(change: dict[str, object], told: str) -> None:
    fitting: dict[str, object] = {"effects": GOLDEN, "described": DESCRIBED, "clamp": {}, "steps": 500}
    with pytest.raises(ValueError, match=told):
        run(**(fitting | change))  # type: ignore[arg-type]


def test_effects_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="cause and on must be two concepts, got 'tijd' for both"):
        Effect("tijd", "tijd", 0.5)
    with pytest.raises(ValueError, match=r"weight must be from -1 to 1, got -1\.5"):
        Effect("tijd", "rust", -1.5)


def test_a_scenario_as_a_table() -> None:
    frame = run(GOLDEN, DESCRIBED, {"caseload": 0.2}).to_frame()
    assert list(frame.columns) == ["described", "state", "difference"]
    assert frame.loc["tijd", "state"] == pytest.approx(0.701518, abs=1e-6)
    assert list(run(RESTLESS, dict.fromkeys("abcdefgh", 0.5), {"a": 1}).to_frame().columns) == ["described"]


def test_what_is_sure_to_settle() -> None:
    """¾ · (spectral radius of |W|) < 1. For n concepts all linked by w the radius is (n-1)·w."""
    chain = [Effect(a, b, 1) for a, b in ("ab", "bc", "cd", "ad", "bd")]
    ring = [Effect(a, b, -1) for a, b in ("ab", "bc", "cd", "da")]
    assert sure_to_settle([])
    assert sure_to_settle(GOLDEN)
    assert sure_to_settle([*chain, Effect("x", "a", 1)])
    assert sure_to_settle(ring)
    assert sure_to_settle([Effect(a, b, 0.44) for a, b in permutations("abcd", 2)])
    assert not sure_to_settle([Effect(a, b, 0.45) for a, b in permutations("abcd", 2)])


def test_a_swinging_loop_is_measured_too() -> None:
    """A star of two sides has period two; its radius is w·√n. With n = 4 the threshold is w = 2/3."""
    for weight in (0.66, 0.67):
        star = [Effect(*pair, weight) for leaf in "abcd" for pair in (("hub", leaf), (leaf, "hub"))]
        assert sure_to_settle(star) is (0.75 * weight * sqrt(4) < 1)


def test_loops_that_hang_on_loops_are_measured_too() -> None:
    """Links between loops, and what hangs on them, add nothing to the radius."""
    loops = [Effect(*pair, 0.44) for group in ("abcd", "efgh") for pair in permutations(group, 2)]
    bridge = [Effect("a", "e", 1), Effect("b", "e", 1), Effect("e", "tail", 1), Effect("tail", "end", 1)]
    assert sure_to_settle([*loops, *bridge])


# What must hold for any causal map.

WEIGHT = st.floats(-1, 1).map(lambda x: round(x, 3))
VALUE = st.floats(0, 1).map(lambda x: round(x, 3))
NAMES = "abcde"
EFFECT = st.builds(lambda pair, w: Effect(*pair, w), st.sampled_from(tuple(permutations(NAMES, 2))), WEIGHT)
EFFECTS = st.lists(EFFECT, max_size=12, unique_by=lambda e: (e.cause, e.on))
STATE = st.fixed_dictionaries(dict.fromkeys(NAMES, VALUE))
CLAMP = st.dictionaries(st.sampled_from(NAMES), VALUE, max_size=3)


@given(EFFECTS, STATE)
def test_with_nothing_touched_the_described_state_stays(effects: list[Effect], described: dict[str, float]) -> None:
    scenario = run(effects, described)
    state, difference = settled(scenario)
    assert state == scenario.described
    assert set(difference.values()) == {0}
    assert scenario.steps == 1


@given(EFFECTS, STATE, CLAMP)
def test_a_fixed_point_is_fixed(effects: list[Effect], described: dict[str, float], clamp: dict[str, float]) -> None:
    scenario = run(effects, described, clamp)
    assume(scenario.settled)
    state, _ = settled(scenario)
    base = scenario.described
    for concept in NAMES:
        if concept in clamp:
            assert state[concept] == clamp[concept]
            continue
        drive = 3 * sum(e.weight * (state[e.cause] - base[e.cause]) for e in effects if e.on == concept)
        again = 1 / (1 + exp(-(log(base[concept] / (1 - base[concept])) + drive)))
        # A step moves what is within 1e-9 of rest by less than ¾ · 4 · 1e-9.
        assert isclose(again, state[concept], abs_tol=4e-9)


@given(EFFECTS, STATE, CLAMP)
def test_what_is_sure_to_settle_settles(
    effects: list[Effect], described: dict[str, float], clamp: dict[str, float]
) -> None:
    assume(sure_to_settle(effects))
    assert run(effects, described, clamp, steps=5000).settled


@given(st.lists(WEIGHT, min_size=20, max_size=20))
def test_sure_to_settle_goes_by_the_spectral_radius(weights: list[float]) -> None:
    """For B = |W|ᵏ the radius of |W| lies from (trace B / n)^(1/k) to (largest row sum of B)^(1/k)."""
    links = dict(zip(permutations(NAMES, 2), weights, strict=True))
    power = [[abs(links.get((a, b), 0)) for b in NAMES] for a in NAMES]
    for _ in range(6):
        power = [[sum(x * row[j] for x, row in zip(line, power, strict=True)) for j in range(5)] for line in power]
    low = (sum(power[i][i] for i in range(5)) / 5) ** (1 / 64)
    high = max(map(sum, power)) ** (1 / 64)
    sure = sure_to_settle(Effect(*pair, weight) for pair, weight in links.items())
    if 0.75 * high < 1:
        assert sure
    if 0.75 * low >= 1:
        assert not sure


@given(EFFECTS, STATE, CLAMP, st.randoms(use_true_random=False))
def test_the_order_of_effects_changes_nothing(
    effects: list[Effect], described: dict[str, float], clamp: dict[str, float], random: Random
) -> None:
    mixed = list(effects)
    random.shuffle(mixed)
    assert run(mixed, described, clamp) == run(effects, described, clamp)
    assert sure_to_settle(mixed) == sure_to_settle(effects)


@given(EFFECTS, STATE, CLAMP)
def test_only_what_a_clamp_reaches_changes(
    effects: list[Effect], described: dict[str, float], clamp: dict[str, float]
) -> None:
    reached = set(clamp)
    for _ in NAMES:
        reached |= {e.on for e in effects if e.cause in reached and e.weight != 0}
    difference = run(effects, described, clamp).difference or {}
    assert {concept for concept, change in difference.items() if change != 0} <= reached


@given(st.lists(VALUE.map(lambda w: w / 4), min_size=20, max_size=20), STATE, VALUE)
def test_where_all_goes_along_a_rise_lowers_nothing(
    weights: list[float], described: dict[str, float], to: float
) -> None:
    effects = [Effect(*pair, w) for pair, w in zip(permutations(NAMES, 2), weights, strict=True)]
    _, difference = settled(run(effects, described, {"a": max(to, described["a"], 0.02)}))
    assert all(change >= -1e-12 for change in difference.values())

"""The influence network: golden values, its matrix against the plain series, and what must hold for any network."""

from dataclasses import replace
from itertools import permutations
from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.influence import Influence, InfluenceNetwork

# The golden network of models.md §3, rows = from.
NODES = ("professional", "team", "organisatie", "gemeente")
ROWS = ((0, 0.4, 0.1, 0.2), (0.5, 0, 0.3, 0.2), (0.7, 0.6, 0, 0.1), (0.8, 0.5, 0.6, 0))
EDGES = tuple(Influence(NODES[i], NODES[j], ROWS[i][j]) for i, j in permutations(range(4), 2))
GOLDEN = InfluenceNetwork(EDGES, NODES)


def test_golden_agency() -> None:
    assert GOLDEN.inward("professional") == pytest.approx(2.0)
    assert GOLDEN.outward("professional") == pytest.approx(0.7)
    assert GOLDEN.agency("professional") == pytest.approx(0.259259, abs=1e-6)


def test_golden_total_influence() -> None:
    total = GOLDEN.total()
    assert GOLDEN.normaliser == pytest.approx(2.0)
    assert list(total.influence.values()) == pytest.approx([0.506642, 0.696569, 0.925077, 1.277161], abs=1e-6)
    assert list(total.dependence.values()) == pytest.approx([1.322585, 1.030504, 0.668006, 0.384355], abs=1e-6)
    assert total.rows[0] == pytest.approx([0.067975, 0.234491, 0.086881, 0.117295], abs=1e-6)


def test_golden_map() -> None:
    """The mean is 0.851362 both ways."""
    places = GOLDEN.map()
    assert [node for node in NODES if places[node].influential] == ["organisatie", "gemeente"]
    assert [node for node in NODES if places[node].dependent] == ["professional", "team"]
    assert places["gemeente"].influence == pytest.approx(1.277161, abs=1e-6)
    assert places["gemeente"].dependence == pytest.approx(0.384355, abs=1e-6)


def test_agency_towards_some_only() -> None:
    """Towards residents the arrow may be thick the other way."""
    network = InfluenceNetwork([*EDGES, Influence("professional", "inwoner", 0.8), Influence("inwoner", "team", 0.2)])
    assert network.agency("professional", ["inwoner"]) == 1
    assert network.agency("professional", ["organisatie", "gemeente"]) == pytest.approx(0.3 / 1.8)
    assert network.agency("inwoner", ["gemeente"]) is None


def test_a_node_without_edges_has_no_agency() -> None:
    network = InfluenceNetwork(EDGES, [*NODES, "eiland"])
    assert network.agency("eiland") is None
    assert (network.inward("eiland"), network.outward("eiland")) == (0, 0)
    assert InfluenceNetwork([Influence("a", "b", 0)]).agency("a") is None
    assert network.total().rows[4] == (0, 0, 0, 0, 0)
    assert not network.map()["eiland"].influential


def test_nothing_acts_on_nothing() -> None:
    assert InfluenceNetwork([Influence("a", "b", 0)]).total().rows == ((0, 0), (0, 0))
    assert InfluenceNetwork([]).total().rows == ()
    assert dict(InfluenceNetwork([]).map()) == {}


def test_one_path_is_halved_at_each_further_step() -> None:
    chain = InfluenceNetwork([Influence("a", "b", 1), Influence("b", "c", 1)])
    assert chain.total().rows == ((0, 1, 0.5), (0, 0, 1), (0, 0, 0))
    assert chain.total(2).rows == ((0, 0.5, 0.125), (0, 0, 0.5), (0, 0, 0))


@pytest.mark.parametrize("size", [4, 6, 7])
def test_among_equals_all_are_high(size: int) -> None:
    """Whatever rounding makes of their sums and of the mean."""
    equals = InfluenceNetwork(Influence(f"n{a}", f"n{b}", 0.3) for a, b in permutations(range(size), 2))
    assert all(place.influential and place.dependent for place in equals.map().values())


def test_a_changed_network_is_a_copy() -> None:
    stronger = GOLDEN.changed("professional", "gemeente", 0.6)
    assert stronger.outward("professional") == pytest.approx(1.1)
    assert GOLDEN.outward("professional") == pytest.approx(0.7)
    assert [e for e in stronger.edges if e not in EDGES] == [Influence("professional", "gemeente", 0.6)]
    assert stronger.nodes == NODES
    assert GOLDEN.changed("professional", "gemeente", 7).outward("professional", ["gemeente"]) == 1
    assert GOLDEN.changed("professional", "gemeente", 0.004).outward("professional", ["gemeente"]) == 0


def test_a_network_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="origin and target must be two, got 'team' for both"):
        Influence("team", "team", 0.5)
    with pytest.raises(ValueError, match=r"strength must be 0, or from 0\.01 to 1, got 1\.5"):
        Influence("team", "gemeente", 1.5)
    with pytest.raises(ValueError, match=r"strength must be 0, or from 0\.01 to 1, got nan"):
        Influence("team", "gemeente", float("nan"))
    with pytest.raises(ValueError, match="got two from 'team' on 'gemeente'"):
        InfluenceNetwork([Influence("team", "gemeente", 0.5), Influence("team", "gemeente", 0.2)])


def test_what_is_not_there_is_named_with_what_is() -> None:
    with pytest.raises(KeyError, match="no node 'partner'; there are professional, team, organisatie, gemeente"):
        GOLDEN.agency("partner")
    with pytest.raises(KeyError, match="no node 'partner'"):
        GOLDEN.agency("team", ["partner"])
    with pytest.raises(KeyError, match="no influence of 'b' on 'a'; there are: a on b"):
        InfluenceNetwork([Influence("a", "b", 1)]).changed("b", "a", 0.5)


@pytest.mark.parametrize("normaliser", [0, -1, 0.75, float("nan"), float("inf")])
def test_a_normaliser_must_let_the_paths_have_a_sum(normaliser: float) -> None:
    """The largest row sum of the golden network is 1.9, the largest column sum 2."""
    with pytest.raises(ValueError, match=r"normaliser must be more than 0\.95 for this network, got"):
        GOLDEN.total(normaliser)


def test_total_as_a_table() -> None:
    frame = GOLDEN.total().to_frame()
    assert frame.loc["professional", "team"] == pytest.approx(0.234491, abs=1e-6)


def series(network: InfluenceNetwork, normaliser: float) -> list[list[float]]:
    """Ŵ + ½Ŵ² + ¼Ŵ³ + …, term by term: the same sum, worked out another way."""
    size, place = len(network.nodes), {node: i for i, node in enumerate(network.nodes)}
    links = [(place[e.origin], place[e.target], e.strength / normaliser) for e in network.edges]
    total = [[0.0] * size for _ in range(size)]
    term = [[0.0] * size for _ in range(size)]
    for i, j, w in links:
        term[i][j] = w
    for _ in range(60):
        total = [[x + y for x, y in zip(*rows, strict=True)] for rows in zip(total, term, strict=True)]
        further = [[0.0] * size for _ in range(size)]
        for i, j, w in links:
            further[i] = [x + w * y / 2 for x, y in zip(further[i], term[j], strict=True)]
        term = further
    return total


def test_a_large_map_has_the_sum_of_its_series() -> None:
    """The size of published causal maps: 140 nodes, 205 edges."""
    rng = Random(1)
    pairs = rng.sample([(a, b) for a in range(140) for b in range(140) if a != b], 205)
    network = InfluenceNetwork(
        [Influence(f"n{a}", f"n{b}", rng.uniform(0.05, 1)) for a, b in pairs], [f"n{i}" for i in range(140)]
    )
    expected = series(network, network.normaliser)
    for row, summed in zip(network.total().rows, expected, strict=True):
        assert row == pytest.approx(summed, abs=1e-12)


# What must hold for any network.

STRENGTH = st.just(0.0) | st.floats(0.01, 1).map(lambda x: round(x, 3))
PAIRS = tuple(permutations("abcde", 2))
EDGE = st.builds(lambda pair, s: Influence(*pair, s), st.sampled_from(PAIRS), STRENGTH)
SOME = st.lists(EDGE, min_size=1, max_size=20, unique_by=lambda e: (e.origin, e.target))


@given(SOME)
def test_total_is_the_sum_of_its_series(edges: list[Influence]) -> None:
    network = InfluenceNetwork(edges, "abcde")
    for row, summed in zip(network.total().rows, series(network, network.normaliser or 1), strict=True):
        assert row == pytest.approx(summed, abs=1e-12)


@given(SOME, st.integers(0, 19), st.floats(0, 1))
def test_at_a_fixed_normaliser_total_grows_with_each_strength(edges: list[Influence], which: int, by: float) -> None:
    weaker = InfluenceNetwork(edges, "abcde")
    edge = edges[which % len(edges)]
    stronger = weaker.changed(edge.origin, edge.target, edge.strength + by * (1 - edge.strength))
    (risen,) = [e.strength for e in stronger.edges if (e.origin, e.target) == (edge.origin, edge.target)]
    fixed = stronger.normaliser or 1
    for before, after in zip(weaker.total(fixed).rows, stronger.total(fixed).rows, strict=True):
        assert all(y >= x - 1e-12 for x, y in zip(before, after, strict=True))
    here, there = weaker.nodes.index(edge.origin), weaker.nodes.index(edge.target)
    gained = stronger.total(fixed).rows[here][there] - weaker.total(fixed).rows[here][there]
    assert gained >= (risen - edge.strength) / fixed - 1e-12


@given(SOME)
def test_agency_is_a_share(edges: list[Influence]) -> None:
    network = InfluenceNetwork(edges, "abcde")
    for node in network.nodes:
        agency = network.agency(node)
        if agency is None:
            assert all(e.strength == 0 for e in edges if node in (e.origin, e.target))
        else:
            assert 0 <= agency <= 1
            mirrored = InfluenceNetwork([replace(e, origin=e.target, target=e.origin) for e in edges]).agency(node)
            assert mirrored is not None and isclose(agency, 1 - mirrored, abs_tol=1e-12)


@given(SOME, st.randoms(use_true_random=False))
def test_the_order_of_edges_changes_nothing(edges: list[Influence], random: Random) -> None:
    mixed = list(edges)
    random.shuffle(mixed)
    one, other = InfluenceNetwork(edges).map(), InfluenceNetwork(mixed).map()
    assert one.keys() == other.keys()
    for node, place in one.items():
        assert isclose(place.influence, other[node].influence, abs_tol=1e-12)
        assert isclose(place.dependence, other[node].dependence, abs_tol=1e-12)


@given(SOME)
def test_somebody_is_always_high(edges: list[Influence]) -> None:
    places = InfluenceNetwork(edges, "abcde").map().values()
    assert any(place.influential for place in places)
    assert any(place.dependent for place in places)

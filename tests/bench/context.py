"""Total influence, a scenario, and one slider of the map in Python; for a case and for the largest published maps."""

from collections.abc import Callable, Iterator
from itertools import cycle
from random import Random

from context_cases import CONTEXT, large

from kit.models.influence import Influence, InfluenceNetwork
from kit.models.scenario import Effect, run
from kit.widgets.context_map import ContextMapView

from .row import Row
from .timing import by_turns, timed

SIZES = ((12, 30), (140, 205))
"""Nodes and edges: a case of ours, and the size of published causal maps."""


def pairs(nodes: int, edges: int, rng: Random) -> list[tuple[str, str]]:
    """As many different arrows between these nodes, none to itself."""
    found: dict[tuple[str, str], None] = {}
    while len(found) < edges:
        one, other = rng.sample(range(nodes), 2)
        found[f"n{one}", f"n{other}"] = None
    return list(found)


def steps_alone(links: list[tuple[str, str, float]], state: dict[str, float], steps: int) -> None:
    """The least that any simulation does: one weighted sum for each arrow in each step."""
    for _ in range(steps):
        sums = dict.fromkeys(state, 0.0)
        for cause, on, weight in links:
            sums[on] += weight * state[cause]


def rows(times: int = 16) -> Iterator[Row]:
    """Two rows a size, without a bound; and one slider on the largest map, against the same on a small one."""
    for nodes, edges in SIZES:
        rng = Random(nodes)
        arrows = pairs(nodes, edges, rng)
        network = InfluenceNetwork([Influence(a, b, rng.uniform(0.1, 1)) for a, b in arrows])
        effects = [Effect(a, b, rng.uniform(-0.3, 0.3)) for a, b in arrows]
        links = [(effect.cause, effect.on, effect.weight) for effect in effects]
        state = {f"n{i}": rng.uniform(0.2, 0.8) for i in range(nodes)}
        clamp = {"n0": 0.9}
        steps = run(effects, state, clamp).steps
        alone = timed(lambda links=links, state=state, steps=steps: steps_alone(links, state, steps))
        size, sums = f"{nodes} concepts, {edges} arrows", f"{steps} steps of sums alone"
        cost, base = by_turns(timed(lambda e=effects, s=state, c=clamp: run(e, s, c)), alone, times=times)
        note = "for orientation, FCMpy 0.0.21 took 5.6 ms for 12 concepts and 9 steps" if nodes == SIZES[0][0] else ""
        yield Row(what=f"scenario: {size}", cost=cost, baseline=sums, baseline_cost=base, note=note)
        cost, base = by_turns(timed(lambda n=network: n.total()), alone, times=times)
        yield Row(what=f"total influence: {size}", cost=cost, baseline=sums, baseline_cost=base)
    great, small = (timed(_turned(ContextMapView(case))) for case in (large(), CONTEXT))
    cost, base = by_turns(great, small, times=times)
    what, other = "one slider, in Python: 140 nodes, 205 arrows", "the same on a map of a few"
    yield Row(what=what, cost=cost, baseline=other, baseline_cost=base, cost_below=100)


def _turned(view: ContextMapView) -> Callable[[], None]:
    """Turns a slider to and fro."""
    places = cycle((0.1, 0.9))
    return lambda: view.set_state({"clamps": {"caseload": next(places)}})

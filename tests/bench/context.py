"""Total influence and a scenario, for a case and for the largest published maps."""

from collections.abc import Iterator
from random import Random

from kit.models.influence import Influence, InfluenceNetwork
from kit.models.scenario import Effect, run

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
    """Two rows a size, without a bound."""
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

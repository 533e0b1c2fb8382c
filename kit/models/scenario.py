"""Scenarios: what changes in deciding when a condition changes, as a difference from the state that a case describes.

A causal map of concepts (caseload, tijd, rust, … wegen, toetsen, toelichten, grondvesten), each from 0 to 1. The
described state is the base run: it rests where it is until somebody moves a concept. A fuzzy cognitive map with
dynamics of our own, on the logit scale: Kosko's rule, the field's standard, forgets the described state. It shows a
direction, never a forecast.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import exp, fsum, log
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.case import Effect

if TYPE_CHECKING:
    import pandas

__all__ = ["Effect", "Scenario", "run", "sure_to_settle"]

GAIN = 3.0
"""How far a full change of a cause moves its effect, on the logit scale, per unit of weight."""

LOWEST, HIGHEST = 0.02, 0.98
"""A described concept is set within these: on the logit scale 0 and 1 lie infinitely far off, out of reach."""

SETTLED = 1e-9
"""When no concept moves more than this in a step, the scenario has settled."""

_TRIES = 1000
_NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Scenario:
    """Where the concepts come to rest. Mappings go by concept, in the order described.

    described: the base run, each from 0.02 to 0.98. settled: whether it came to rest within the steps it was given.
    steps: how many it took. state: where it came to rest, from 0 to 1, and difference: state less described; both
    None where it did not settle, for then there is no picture to show.
    """

    described: Mapping[str, float]
    settled: bool
    steps: int
    state: Mapping[str, float] | None
    difference: Mapping[str, float] | None

    def to_frame(self) -> "pandas.DataFrame":
        """One row a concept: described, and where it settled also state and difference. Needs pandas, here only."""
        import pandas

        columns = {"described": self.described, "state": self.state, "difference": self.difference}
        there = {name: dict(column) for name, column in columns.items() if column is not None}
        return pandas.DataFrame(there).rename_axis("concept")


def run(
    effects: Iterable[Effect],
    described: Mapping[str, float],
    clamp: Mapping[str, float] = _NOTHING,
    steps: int = 500,
) -> Scenario:
    """Let the concepts of `clamp` be held at their values, and follow what that does until nothing moves any more.

    described: for each concept its value as the case has it, from 0 to 1. All concepts move at once in each step:
    a_i(t+1) = σ(logit a_i⁰ + 3 Σ_j w_ji (a_j − a_j⁰)).
    Raises ValueError for a value outside 0 to 1, an effect or clamp on a concept that is not described, two effects
    of one cause on the same concept, or steps below 1.
    """
    causes = _causes(effects, described)
    _check(described, clamp, steps)
    base = {concept: min(HIGHEST, max(LOWEST, value)) for concept, value in described.items()}
    # A concept that nothing acts on stays where it is: only the others are followed.
    free = [(c, log(base[c] / (1 - base[c])), into) for c, into in causes.items() if c not in clamp]
    state = {concept: clamp.get(concept, value) for concept, value in base.items()}
    for step in range(1, steps + 1):
        after = {}
        for concept, rest, into in free:
            drive = GAIN * fsum(weight * (state[cause] - base[cause]) for cause, weight in into)
            # Without a drive exactly the described value, not σ(logit) of it with its rounding.
            after[concept] = _sigmoid(rest + drive) if drive else base[concept]
        moved = max((abs(value - state[concept]) for concept, value in after.items()), default=0.0)
        state |= after
        if moved <= SETTLED:
            difference = {concept: state[concept] - base[concept] for concept in base}
            return Scenario(MappingProxyType(base), True, step, MappingProxyType(state), MappingProxyType(difference))
    return Scenario(MappingProxyType(base), False, steps, None, None)


def sure_to_settle(effects: Iterable[Effect]) -> bool:
    """Whether these effects come to one and the same rest from any state and under any clamps.

    They do where ¾ · (spectral radius of |W|) < 1: σ is nowhere steeper than ¼, times the gain of 3. The radius is
    held between bounds (Collatz–Wielandt: for any x > 0 it lies from the smallest to the largest (|W|x)_i / x_i), so
    True is certain; False means that it could not be shown. Near the threshold it may take more than 500 steps.
    Raises ValueError for two effects of one cause on the same concept.
    """
    effects = tuple(effect for effect in effects if effect.weight != 0)
    causes = _causes(effects, {name for effect in effects for name in (effect.cause, effect.on)})
    into = {on: [(cause, abs(weight)) for cause, weight in of] for on, of in causes.items()}
    # Only loops make a radius: what nothing acts on is taken out, until only loops and what hangs on them are left.
    while (looped := {on: [(c, w) for c, w in of if c in into] for on, of in into.items()}) != into:
        into = {on: of for on, of in looped.items() if of}
    x = dict.fromkeys(into, 1.0)
    for _ in range(_TRIES):
        pushed = {on: fsum(weight * x[cause] for cause, weight in of) for on, of in into.items()}
        ratios = [pushed[on] / x[on] for on in into]
        if GAIN / 4 * max(ratios, default=0.0) < 1:
            return True
        if GAIN / 4 * min(ratios) >= 1:
            return False
        # |W| + I has the same vector and no period: a bare |W| would swing for ever on a ring. The bound never rises.
        largest = max(pushed[on] + x[on] for on in into)
        x = {on: max((pushed[on] + x[on]) / largest, 1e-300) for on in into}
    return False


def _causes(effects: Iterable[Effect], concepts: Collection[str]) -> dict[str, list[tuple[str, float]]]:
    """For each concept that something acts on, its causes with their weights."""
    into: dict[str, dict[str, float]] = {}
    for effect in effects:
        for concept in (effect.cause, effect.on):
            if concept not in concepts:
                raise ValueError(
                    f"an effect must be between described concepts: {', '.join(sorted(concepts))}; got {concept!r}"
                )
        of = into.setdefault(effect.on, {})
        if effect.cause in of:
            raise ValueError(f"there must be one effect each way; got two of {effect.cause!r} on {effect.on!r}")
        of[effect.cause] = effect.weight
    return {on: list(of.items()) for on, of in into.items()}


def _check(described: Mapping[str, float], clamp: Mapping[str, float], steps: int) -> None:
    for concept, value in (*described.items(), *clamp.items()):
        if concept not in described:
            raise ValueError(f"a clamp must be on a described concept: {', '.join(sorted(described))}; got {concept!r}")
        if not 0 <= value <= 1:
            raise ValueError(f"a concept must be from 0 to 1, got {value!r} for {concept!r}")
    if steps < 1:
        raise ValueError(f"steps must be 1 or more, got {steps!r}")


def _sigmoid(x: float) -> float:
    # Each branch keeps exp from overflowing.
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))

"""A full reading of a force field: every option analysed, tipping points for all pairs, and robustness."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from random import Random

from kit.models.force_field import Force, analyse, robustness, tipping_points

from .row import Row
from .timing import by_turns, timed

FORCES, OPTIONS, TENSIONS = 20, 5, 4

Options = Mapping[str, Mapping[str, float]]


def field(rng: Random) -> tuple[list[Force], Options]:
    """Forces and options anywhere on their tensions."""
    names = [f"t{i}" for i in range(TENSIONS)]
    forces = [
        Force(f"a{i // TENSIONS}", names[i % TENSIONS], rng.uniform(-1, 1), rng.uniform(0.01, 1)) for i in range(FORCES)
    ]
    return forces, {f"o{i}": {name: rng.uniform(-1, 1) for name in names} for i in range(OPTIONS)}


def full_reading(forces: Sequence[Force], options: Options, draws: int) -> None:
    """All that the model can say of these options."""
    for stance in options.values():
        analyse(forces, stance)
    for a, b in combinations(options.values(), 2):
        tipping_points(forces, a, b)
    robustness(forces, options, 0.2, draws, Random(2))


def weighted_sums(strengths: Sequence[float], costs: Sequence[Sequence[float]], draws: int) -> None:
    """The least that any weighing does: one weighted sum for each option in each draw."""
    for _ in range(draws):
        for cost in costs:
            sum(strength * distance for strength, distance in zip(strengths, cost, strict=True))


def rows(times: int = 16, draws: int = 1000) -> Iterator[Row]:
    """One row, without a bound."""
    forces, options = field(Random(1))
    strengths = [force.strength for force in forces]
    costs = [[(force.toward - stance[force.tension]) ** 2 for force in forces] for stance in options.values()]
    cost, baseline_cost = by_turns(
        timed(lambda: full_reading(forces, options, draws)),
        timed(lambda: weighted_sums(strengths, costs, draws)),
        times=times,
    )
    yield Row(
        what=f"full reading: {FORCES} forces, {OPTIONS} options, {draws:,} draws",
        cost=cost,
        baseline="weighted sums alone, as many",
        baseline_cost=baseline_cost,
        note="for orientation, one evaluation in scikit-criteria 0.10 took 0.6–1.0 ms; one for each draw would be "
        f"{0.6 * draws:,.0f}–{1.0 * draws:,.0f} ms",
    )

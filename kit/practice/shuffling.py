"""The order of what can be chosen: shuffled, the same each time for one learner, another for the next."""

from collections.abc import Iterable
from random import Random

from kit.exercise import Exercise


def laid_out(exercise: Exercise, seed: str) -> tuple[str, ...]:
    """The ids of what a learner chooses from, orders, or matches with (the right sides), in their order on the page.

    What is to be put in order or matched never lies in the right order already, where there are two or more.
    """
    match exercise.kind:
        case "order":
            return shuffled((item.id for item in exercise.items), seed, exercise.id, apart=not exercise.open)
        case "match":
            return shuffled((pair.id for pair in exercise.pairs), seed, exercise.id, apart=True)
        case _:
            return shuffled((option.id for option in exercise.options), seed, exercise.id)


def shuffled(ids: Iterable[str], seed: str, exercise_id: str, *, apart: bool = False) -> tuple[str, ...]:
    """The ids, each once, in an order that follows from them, the learner's `seed` and the exercise alone.

    apart: whether the order must be another than the one given.
    """
    given = tuple(dict.fromkeys(ids))
    rng = Random(f"{seed}/{exercise_id}")
    order = sorted(given)  # who changes the order in the file does not change it for a learner
    rng.shuffle(order)
    while apart and len(order) > 1 and tuple(order) == given:
        rng.shuffle(order)
    return tuple(order)

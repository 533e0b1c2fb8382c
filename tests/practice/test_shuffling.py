"""The order of what can be chosen: one for a learner, another for the next, never the solution."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kit.exercisefile import load_set
from kit.practice import laid_out, shuffled

SET = load_set(Path(__file__).parents[1] / "exercisefile" / "kinds.yaml")
ids = st.lists(st.text("abcdefgh-", min_size=1, max_size=4), unique=True, max_size=9)


@given(ids=ids, seed=st.text(max_size=8), apart=st.booleans())
def test_the_order_stays_and_nothing_gets_lost(ids: list[str], seed: str, apart: bool) -> None:
    order = shuffled(ids, seed, "vraag", apart=apart)
    assert sorted(order) == sorted(ids)
    assert shuffled(ids, seed, "vraag", apart=apart) == order
    if apart and len(ids) > 1:
        assert list(order) != ids
    else:
        assert shuffled(reversed(ids), seed, "vraag") == order


def test_golden() -> None:
    """A learner who comes back after an update of the kit finds the options where they were."""
    assert shuffled("abcdef", "anna", "vraag") == ("c", "f", "e", "a", "b", "d")


def test_it_differs_between_learners_and_between_exercises() -> None:
    assert len({shuffled("abcde", f"leerling {n}", "vraag") for n in range(60)}) > 30
    assert len({shuffled("abcde", "leerling", f"vraag {n}") for n in range(60)}) > 30
    firsts = [shuffled("abc", f"leerling {n}", "vraag")[0] for n in range(300)]
    assert all(70 < firsts.count(id) < 130 for id in "abc")


def test_a_row_or_a_match_never_opens_with_its_solution() -> None:
    for exercise in (SET.exercise("eerst-wat-dan"), SET.exercise("wie-zegt-wat")):
        right = tuple(part.id for part in (exercise.items or exercise.pairs))
        for n in range(200):
            order = laid_out(exercise, f"leerling {n}")
            assert order != right
            assert sorted(order) == sorted(right)


def test_a_row_without_a_right_order_may_lie_as_it_was_written() -> None:
    orders = {laid_out(SET.exercise("waar-begin-je"), f"leerling {n}") for n in range(20)}
    assert orders == {("vader", "team"), ("team", "vader")}

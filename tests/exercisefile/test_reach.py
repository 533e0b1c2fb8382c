"""Goals that somebody can meet are found to be so, and those that nobody can are not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.case import Actor, Force, Pole, Tension
from kit.exercise import Board, Goal
from kit.exercisefile.reach import STEP, Search
from kit.models.force_field import analyse
from kit.practice.fields import measured

places = st.integers(-20, 20).map(lambda n: round(n * STEP, 2))
strengths = st.integers(1, 20).map(lambda n: round(n * STEP, 2))
MEASURES = ("distance_to_middle", "net_pull", "opposition", "distance", "balance", "stance")


@st.composite
def boards(draw: st.DrawFn) -> Board:
    lines = draw(st.integers(1, 2))
    actors = draw(st.integers(2, 3))
    forces = [
        Force(f"a{n}", f"t{line}", draw(places), draw(strengths), movable=draw(st.booleans()))
        for n in range(actors)
        for line in range(lines)
    ]
    pole = Pole(name="x")
    return Board(
        actors=tuple(Actor(id=f"a{n}", name="x") for n in range(actors)),
        tensions=tuple(Tension(id=f"t{n}", question="?", left=pole, right=pole) for n in range(lines)),
        forces=tuple(forces),
    )


@given(data=st.data(), board=boards())
@settings(max_examples=60)
def test_a_goal_that_holds_somewhere_is_found(data: st.DataObject, board: Board) -> None:
    """Taken from a place with some room around it, as an author would."""
    stance = {tension.id: data.draw(places) for tension in board.tensions}
    forces = [f.moved(data.draw(places), data.draw(strengths)) if f.movable else f for f in board.forces]
    reading = analyse(forces, stance)
    goals = []
    for measure in data.draw(st.lists(st.sampled_from(MEASURES), min_size=1, max_size=2, unique=True)):
        goal = Goal(measure=measure, tension=data.draw(st.sampled_from(list(stance))), feedback="x")
        value = measured(goal, reading, stance)
        assert value is not None
        goals.append(Goal(measure=measure, tension=goal.tension, above=value - 0.1, below=value + 0.1, feedback="x"))
    assert Search().reachable(board, tuple(goals))


@given(board=boards())
@settings(max_examples=20)
def test_what_no_place_gives_is_not_found(board: Board) -> None:
    goals = (
        Goal(measure="stance", tension="t0", above=0.5, feedback="x"),
        Goal(measure="stance", tension="t0", below=0.4, feedback="x"),
    )
    assert not Search().reachable(board, goals)
    assert not Search().met_at_once(board, goals)

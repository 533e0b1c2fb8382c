"""Reading the learner's force board: where everything stands after their moves, and which goal is not met yet."""

from collections.abc import Mapping
from typing import Any

from kit.case import Case, Dilemma, Ending, Moment, Side
from kit.exercise import Board, Exercise, Goal
from kit.models.force_field import Force, Reading, Stance, analyse


def start_of(board: Board) -> dict[str, float]:
    """Where the learner begins on each line: where the board says, else in the middle of the line."""
    return {tension.id: board.start.get(tension.id, 0.0) for tension in board.tensions}


def force_key(force: Force) -> str:
    """What a board calls a force: "actor@tension"."""
    return f"{force.actor}@{force.tension}"


def played(exercise: Exercise) -> tuple[Case, Moment]:
    """The board of an exercise as the only moment of a case of its own, for what draws or plays a board knows no other.

    Raises ValueError for an exercise without a board.
    """
    if exercise.board is None:
        raise ValueError(f"an exercise must have a board to be played on; {exercise.id!r} has none")
    side = Side(name="", damage="")
    moment = Moment(
        id=exercise.id,
        title="",
        scene="",
        dilemma=Dilemma(question=exercise.question, a=side, b=side),
        forces=exercise.board.forces,
        options=(),
    )
    case = Case(
        format=1,
        id=exercise.id,
        title="",
        actors=exercise.board.actors,
        tensions=exercise.board.tensions,
        moments=(moment,),
        endings=(Ending(id="end", title="", text=""),),
    )
    return case, moment


def board_after(board: Board, answer: Any) -> tuple[tuple[Force, ...], dict[str, float]] | None:
    """The forces and the stance after the learner's moves; None where `answer` holds no such moves.

    What cannot be moved stays, whatever the answer says; places and weights beyond the bounds are set to the bound.
    """
    if not isinstance(answer, Mapping) or not isinstance(answer.get("stance"), Mapping):
        return None
    stance = {id: _bounded(answer["stance"].get(id), at) for id, at in start_of(board).items()}
    moves = answer.get("moved", {})
    if not isinstance(moves, Mapping) or any(place is None for place in stance.values()):
        return None
    forces = []
    for force in board.forces:
        move = moves.get(force_key(force)) if force.movable else None
        if isinstance(move, list | tuple) and len(move) == 2:
            force = force.moved(_number(move[0]), _number(move[1]))
        forces.append(force)
    return tuple(forces), {id: place for id, place in stance.items() if place is not None}


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return None
    return float(min(10, max(-10, value)))


def _bounded(value: Any, default: float) -> float | None:
    """The place that `value` is, within -1 to 1; the default where none is given, None where it is no number."""
    given = default if value is None else _number(value)
    return None if given is None else min(1.0, max(-1.0, given))


def first_unmet(goals: tuple[Goal, ...], forces: tuple[Force, ...], stance: Stance) -> Goal | None:
    """The first goal that does not hold on this board; None where all do."""
    reading = analyse(forces, stance)
    return next((goal for goal in goals if not met(goal, measured(goal, reading, stance))), None)


def met(goal: Goal, value: float | None) -> bool:
    """Whether a measured value is what the goal asks; nothing to measure meets no goal."""
    if value is None:
        return False
    return (goal.above is None or value > goal.above) and (goal.below is None or value < goal.below)


def measured(goal: Goal, reading: Reading | None, stance: Stance) -> float | None:
    """What the goal looks at; None where there is nothing to look at, for no force pulls."""
    tension, actor = goal.tension or "", goal.actor or ""
    if goal.measure == "stance":
        return stance.get(tension)
    if reading is None:
        return None
    match goal.measure:
        case "share":
            # Where there is no friction at all, nobody bears any of it.
            return reading.borne_by.get(actor, 0.0) / reading.strain if reading.strain else 0.0
        case "balance":
            return reading.balance.get(tension)
        case "distance_to_middle":
            middle = reading.balance.get(tension)
            return None if middle is None else abs(stance[tension] - middle)
        case "net_pull":
            return reading.net_pull.get(tension)
        case "opposition":
            return reading.opposition.get(tension)
        case "distance":
            return reading.distance.get(tension)

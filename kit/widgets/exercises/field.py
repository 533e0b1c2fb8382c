"""The force board of an exercise: the field it gives, what the learner moved, and the answer that this makes."""

from collections.abc import Mapping
from typing import Any

from kit.exercise import Board as Field
from kit.exercise import Exercise
from kit.practice.fields import board_after, force_key, played, start_of
from kit.widgets.board import Board


def put(view: Board, exercise: Exercise, answer: Any) -> None:
    """Put the exercise on a board, as the answer has it; what is not sound in the answer leaves it as it began."""
    field = _field(exercise)
    case, moment = played(exercise)
    view.play(case, moment, None, *_stands(field, answer))
    view.moved = _moved(field, answer)


def made(exercise: Exercise) -> Board:
    """A board for an exercise, as it begins."""
    field = _field(exercise)
    case, moment = played(exercise)
    stance, shown = _stands(field, None)
    return Board(case, moment, stance=stance, shown=shown)


def answer_of(view: Board) -> dict[str, Any]:
    """What stands on the board, as an answer."""
    return {"stance": dict(view.stance), "moved": {key: list(move) for key, move in view.moved.items()}}


def _field(exercise: Exercise) -> Field:
    assert exercise.board is not None, "checked when the file was read"
    return exercise.board


def _stands(field: Field, answer: Any) -> tuple[dict[str, float], list[str]]:
    after = board_after(field, answer)
    stance = after[1] if after is not None else start_of(field)
    return stance, [force_key(force) for force in field.forces]


def _moved(field: Field, answer: Any) -> dict[str, list[float]]:
    after = board_after(field, answer)
    if after is None or not isinstance(answer, Mapping) or not answer.get("moved"):
        return {}
    pairs = zip(field.forces, after[0], strict=True)
    return {force_key(new): [new.toward, new.strength] for old, new in pairs if old != new}

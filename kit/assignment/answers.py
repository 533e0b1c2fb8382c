"""What an exercise is answered with, on the copy that only a lecturer has: the right answer, or one of many."""

import re
from typing import Any

from kit.assignment.asked import typed
from kit.assignment.board import board_of
from kit.assignment.text import without_signs
from kit.exercise import Exercise
from kit.exercisefile.reach import Search
from kit.practice.fields import force_key

_LOADS = re.compile(r'kit\.load_table\(("[^"]*"|\'[^\']*\')\)\.to_frame\(\)')


def answer_for(exercise: Exercise) -> Any:
    """A right answer as `kit.practice.mark` takes it; where there is no right one, the first of those there are.

    None where it cannot be said beforehand: for a text, and for a board on which no place was found.
    """
    match exercise.kind:
        case "choose":
            return next(option.id for option in exercise.options if option.right or exercise.open)
        case "several":
            right = [option.id for option in exercise.options if option.right]
            return [exercise.options[0].id] if exercise.open else right
        case "order":
            return [item.id for item in exercise.items]
        case "match":
            return {pair.id: pair.id for pair in exercise.pairs}
        case "place":
            zone = next(zone for zone in exercise.zones if zone.right or exercise.open)
            return round((zone.from_ + zone.to) / 2, 2)
        case "read":
            return _met(exercise)
        case "compute":
            return exercise.expected
    return None


def _met(exercise: Exercise) -> dict[str, Any] | None:
    found = Search().place(board_of(exercise), exercise.goals)
    if found is None:
        return None
    forces, stance = found
    moved = {force_key(force): [force.toward, force.strength] for force in forces if force.movable}
    return {"stance": stance, "moved": moved}


def stub(exercise: Exercise, seed: str, number: int) -> str:
    """What stands in the cell for an answer before anybody typed one."""
    begin = [*table_code(exercise).splitlines()] if exercise.kind == "compute" else []
    return "\n".join([*begin, f"antwoord_{number} = {typed(exercise, seed, None)}"])


def solution(exercise: Exercise, seed: str, number: int) -> str:
    """Python that answers the exercise, to stand where a student's answer will."""
    if exercise.kind == "compute":
        return re.sub(r"\bantwoord\b", f"antwoord_{number}", without_signs(exercise.solution))
    answer = answer_for(exercise)
    return "" if answer is None else f"antwoord_{number} = {typed(exercise, seed, answer)}"


def table_code(exercise: Exercise) -> str:
    """The lines that load a table, from a file beside the notebook: a student's hub need not have the kit.

    They are known to do nothing else (`kit.exercisefile.code.only_loads`).
    """
    rows = [row for row in exercise.start.strip().splitlines() if row.strip() != "import kit"]
    loads = _LOADS.sub(f'pandas.read_csv("{exercise.table}.csv").convert_dtypes()', "\n".join(rows))
    return f"import pandas\n{loads}"

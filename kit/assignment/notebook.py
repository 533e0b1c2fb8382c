"""A set of exercises as one notebook: the lecturer's copy, of which nbgrader makes the one that students get."""

import ast
from functools import cache
from pathlib import Path
from typing import Any

from kit.assignment import cells, reading
from kit.assignment.answers import solution, stub
from kit.assignment.asked import asked, letters
from kit.assignment.board import amount
from kit.assignment.cells import BEGIN, END, HELPER, LAST, Cell, name_of
from kit.assignment.pinned import digest_of
from kit.assignment.questions import points_of, question
from kit.assignment.text import line, safe
from kit.assignment.words import closing, form_sentences, opening
from kit.exercise import Exercise, ExerciseSet
from kit.language import _, language

FORMAT = 1
"""The version of what the kit keeps in a notebook's metadata."""


def notebook(them: ExerciseSet, seed: str) -> dict[str, Any]:
    """The assignment, as a notebook file holds it; the same for the same set and seed.

    seed: in which order options stand. It is kept in the notebook, so that letters can be read back.
    """
    every = [
        cells.text_cell(BEGIN, opening(them)),
        cells.code_cell(HELPER, helper(them, seed)),
        *(cell for number, one in _numbered(them) for cell in _cells(them, one, seed, number)),
        cells.text_cell(END, closing()),
        cells.code_cell(LAST, _run("kijk_alles()", _("What still lacks an answer? Run this cell."))),
    ]
    kept = {
        "format": FORMAT,
        "set": them.id,
        "seed": seed,
        "pinned": digest_of(them),
        "cells": [cell["id"] for cell in every],
    }
    return {
        "cells": every,
        "metadata": {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "krachtenveld": kept,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _numbered(them: ExerciseSet) -> list[tuple[int, Exercise]]:
    return list(enumerate(them.exercises, start=1))


def _cells(them: ExerciseSet, exercise: Exercise, seed: str, number: int) -> list[Cell]:
    """The cells of one exercise: the question, where it is answered, and what looks at the answer."""
    points = points_of(exercise)
    made = [cells.text_cell(name_of(number, "vraag"), question(them, exercise, seed, number, points))]
    if exercise.kind != "write":
        solved = cells.solved(stub(exercise, seed, number), solution(exercise, seed, number))
        made.append(cells.answer_cell(name_of(number, "antwoord"), solved))
    if exercise.without_right:
        text = cells.solved("", _for_the_grader(exercise, seed)).lstrip("\n")
        made.append(cells.written_cell(name_of(number, "tekst"), text, points))
    if exercise.kind != "write":
        worth = 0 if exercise.without_right else points
        name = name_of(number, "feedback")
        visible = _run(f"kijk({number})", _("Can your answer be read? Run this cell."))
        made.append(cells.feedback_cell(name, visible, _look(them, exercise, seed, number), worth))
    return made


def _for_the_grader(exercise: Exercise, seed: str) -> str:
    """What helps who reads the texts: an example, or what each answer means; students get none of it."""
    if exercise.kind == "write":
        return safe(exercise.example)
    named = {id: letter for letter, id in letters(exercise, seed).items()}
    told = [
        *((named[option.id], option.implies, option.objects) for option in exercise.options),
        *((named[item.id], item.implies, "") for item in exercise.items),
        *((f"{amount(zone.from_)} – {amount(zone.to)}", zone.implies, zone.objects) for zone in exercise.zones),
    ]
    return "\n\n".join(f"**{name}** {line(f'{means} {objects}')}" for name, means, objects in sorted(told))


def _look(them: ExerciseSet, exercise: Exercise, seed: str, number: int) -> str:
    """The lines that students do not get: they name an answer's place, and never the answer."""
    where = f'"{them.id}", "{exercise.id}", globals().get("antwoord_{number}")'
    return f'from kit.assignment import check\ncheck({where}, "{seed}", "{digest_of(them)}", "{language()}")'


def _run(call: str, meaning: str) -> str:
    """Code that says something with the helper, where the helper has run. Folded away, only `meaning` is in sight."""
    name = call.partition("(")[0]
    told = _("First run all cells once: Run, Run All Cells.")
    return f'# {meaning}\n{call} if "{name}" in globals() else print({told!r})'


def helper(them: ExerciseSet, seed: str) -> str:
    """The cell that reads answers and says whether they can be read, in plain Python: no kit is needed."""
    those = {number: asked(one, seed) for number, one in _numbered(them) if one.kind != "write"}
    written = [number for number, one in _numbered(them) if one.without_right]
    told = _("This cell sees whether your answers can be read, not whether they are right. Leave it as it is.")
    return f"""# {told}
{_plain()}

OPGAVEN = {those!r}
GESCHREVEN = {written!r}
WOORDEN = {form_sentences()!r}


def kijk(nummer):
    print(form_words(OPGAVEN[nummer], WOORDEN, nummer, globals().get("antwoord_" + str(nummer))))


def kijk_alles():
    print(all_words(OPGAVEN, WOORDEN, GESCHREVEN, globals()))"""


@cache
def _plain() -> str:
    """The code of `kit.assignment.reading`, without what is explained in it to who works on the kit."""
    tree = ast.parse(Path(reading.__file__).read_text("utf-8"))
    explained: list[ast.Module | ast.FunctionDef] = [tree]
    explained += [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for part in explained:
        if ast.get_docstring(part) is not None:
            part.body = part.body[1:]
    return ast.unparse(tree)

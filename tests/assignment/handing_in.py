"""Students of different minds, for the tests: what each makes of the copy that was handed out."""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kit.assignment.answers import answer_for
from kit.assignment.asked import typed
from kit.exercise import Exercise, ExerciseSet
from kit.practice import mark

Notebook = dict[str, Any]
TEXT = "Ik zou het haar eerst vragen. De huismeester zou bezwaar maken, want hij moet het uitleggen."


def read(path: Path) -> Notebook:
    return json.loads(path.read_text("utf-8"))


def named(notebook: Notebook, name: str) -> dict[str, Any]:
    """The cell that nbgrader knows by this name."""
    return next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == name)


def names(notebook: Notebook) -> list[str]:
    return [cell["metadata"].get("nbgrader", {}).get("grade_id", "") for cell in notebook["cells"]]


def delete(notebook: Notebook, *those: str) -> None:
    notebook["cells"] = [
        cell for cell, name in zip(notebook["cells"], names(notebook), strict=True) if name not in those
    ]


def write_in(notebook: Notebook, name: str, source: str) -> None:
    named(notebook, name)["source"] = source


def numbered(them: ExerciseSet) -> list[tuple[int, Exercise]]:
    return list(enumerate(them.exercises, start=1))


def fill_in(notebook: Notebook, them: ExerciseSet, seed: str, answers: Mapping[str, Any]) -> None:
    """Type these answers (by exercise, as a mark takes them), and a text wherever one is asked for."""
    for number, exercise in numbered(them):
        if exercise.without_right:
            write_in(notebook, f"opgave-{number}-tekst", TEXT)
        if exercise.id not in answers:
            continue
        cell = named(notebook, f"opgave-{number}-antwoord")
        answer = answers[exercise.id]
        if exercise.kind == "compute":
            cell["source"] = f"{''.join(cell['source'])}\n{answer if isinstance(answer, str) else ''}"
        else:
            cell["source"] = f"antwoord_{number} = {typed(exercise, seed, answer)}"


def right_answers(them: ExerciseSet) -> dict[str, Any]:
    """A right answer to each, or one of those there are; of a computation its code."""
    given = {one.id: answer_for(one) for one in them.exercises if one.kind not in ("write", "compute")}
    for number, one in numbered(them):
        if one.kind == "compute":
            given[one.id] = one.solution.strip().replace("antwoord", f"antwoord_{number}")
    return given


def wrong_answers(them: ExerciseSet) -> dict[str, Any]:
    """An answer that is not right to each closed exercise, as a mark takes it; of a computation its code."""
    return {
        one.id: f"antwoord_{number} = {one.wrongs[0].value!r}" if one.kind == "compute" else wrong_answer(one)
        for number, one in numbered(them)
        if not one.without_right
    }


def wrong_answer(exercise: Exercise) -> Any:
    """An answer to a closed exercise that is not right."""
    match exercise.kind:
        case "choose":
            return next(option.id for option in exercise.options if not option.right)
        case "several":
            right = [option.id for option in exercise.options if option.right]
            return [*right[1:], next(option.id for option in exercise.options if not option.right)]
        case "order":
            return [item.id for item in reversed(exercise.items)]
        case "match":
            ids = [pair.id for pair in exercise.pairs]
            return dict(zip(ids, [*ids[1:], ids[0]], strict=True))
        case "place":
            zone = next(zone for zone in exercise.zones if not zone.right)
            return round((zone.from_ + zone.to) / 2, 2)
        case "read":
            lines = [tension.id for tension in exercise.board.tensions] if exercise.board else []
            tried = ({"stance": dict.fromkeys(lines, place)} for place in (0.97, -0.97, 0.03))
            return next(answer for answer in tried if mark(exercise, answer).right is False)
    return exercise.wrongs[0].value


def hand_in(course: Path, student: str, them: ExerciseSet, change: Callable[[Notebook], None]) -> Path:
    """What a student makes of the copy that was handed out, in the place where nbgrader looks for it."""
    given = course / "release" / them.id
    handed = course / "submitted" / student / them.id
    handed.mkdir(parents=True)
    notebook = read(given / f"{them.id}.ipynb")
    change(notebook)
    path = handed / f"{them.id}.ipynb"
    path.write_text(json.dumps(notebook, ensure_ascii=False), "utf-8")
    return path


def secrets(part: Any) -> Iterator[str]:
    """What a student may not read before the marking, wherever it stands in a set."""
    hidden = {"feedback", "misconception", "implies", "objects", "reached", "otherwise", "example", "why", "solution"}
    for name, value in vars(part).items():
        if name in hidden and isinstance(value, str) and value and not (name == "why" and hasattr(part, "toward")):
            yield value
        for one in value if isinstance(value, tuple) else [value]:
            if hasattr(one, "__dataclass_fields__"):
                yield from secrets(one)


def flat(text: str) -> str:
    """Words with single spaces, without the signs of Markdown."""
    return " ".join(html.unescape(re.sub(r"[*`\\¶]", "", text)).split())

"""How an exercise is answered on paper: options by letter, rows by number; and from there to what a mark takes."""

from collections.abc import Mapping
from string import ascii_uppercase
from typing import Any

from kit.assignment.board import fields_of, forces_of, lines_of, placed
from kit.exercise import Exercise
from kit.practice import laid_out


def asked(exercise: Exercise, seed: str) -> dict[str, Any]:
    """What a cell needs to know of an exercise to read its answer (`kit.assignment.reading`); {} where it is written.

    Nothing in it says what is right: it stands in the notebook that students have.
    """
    match exercise.kind:
        case "write":
            return {}
        case "read":
            return {
                "kind": "read",
                "fields": [field.asked() for field in fields_of(exercise)],
                "lines": lines_of(exercise),
                "forces": forces_of(exercise),
            }
        case "match":
            return {"kind": "match", "letters": "".join(letters(exercise, seed)), "rows": len(exercise.pairs)}
        case "place" | "compute":
            return {"kind": exercise.kind}
    return {"kind": exercise.kind, "letters": "".join(letters(exercise, seed))}


def letters(exercise: Exercise, seed: str) -> dict[str, str]:
    """By letter, in their order on the page, the ids of what is chosen, put in order, or matched with.

    Raises ValueError where there are more than the alphabet has.
    """
    ids = laid_out(exercise, seed)
    if len(ids) > len(ascii_uppercase):
        raise ValueError(f"an exercise must have at most {len(ascii_uppercase)} options, got {len(ids)}")
    return dict(zip(ascii_uppercase, ids, strict=False))


def answer_of(exercise: Exercise, seed: str, value: Any) -> Any:
    """What `kit.practice.mark` takes, of what was read in a cell (`kit.assignment.reading.given`)."""
    match exercise.kind:
        case "choose":
            return letters(exercise, seed)[value]
        case "several" | "order":
            ids = letters(exercise, seed)
            return [ids[letter] for letter in value]
        case "match":
            ids = letters(exercise, seed)
            return {pair.id: ids[value[str(row)]] for row, pair in enumerate(exercise.pairs, start=1)}
        case "read":
            return placed(exercise, value)
    return value


def typed(exercise: Exercise, seed: str, answer: Any) -> str:
    """An answer that a mark takes, as Python that stands behind `antwoord_3 =`; `None` for one not yet given.

    For a computation that is its code: see `kit.assignment.answers`.
    """
    match exercise.kind:
        case "choose" | "several" | "order":
            named = {id: letter for letter, id in letters(exercise, seed).items()}
            chosen = [answer] if isinstance(answer, str) else answer or []
            return _quoted("".join(named[id] for id in chosen))
        case "match":
            named = {id: letter for letter, id in letters(exercise, seed).items()}
            made = answer if isinstance(answer, Mapping) else {}
            rows = [
                f"    {row}: {_quoted(named.get(made.get(pair.id, ''), ''))},"
                for row, pair in enumerate(exercise.pairs, start=1)
            ]
            return "\n".join(["{", *rows, "}"])
        case "read":
            rows = [f"    {_quoted(field.label)}: {_quoted(_comma(at))}," for field, at in _places(exercise, answer)]
            return "\n".join(["{", *rows, "}"])
        case "place":
            return _quoted("" if answer is None else _comma(answer))
    return _quoted("")


def _places(exercise: Exercise, answer: Any) -> list[tuple[Any, float]]:
    return [(field, field.start if answer is None else field.within(answer)) for field in fields_of(exercise)]


def _comma(number: float) -> str:
    return f"{round(number, 4) + 0.0:g}".replace(".", ",")


def _quoted(text: str) -> str:
    """A text as Python writes it, in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(escaped.split())}"'

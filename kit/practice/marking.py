"""What an answer shows: right, not right, or neither, with the feedback that belongs to this very answer.

An answer is any JSON value: it comes from a page, a file on disk, or somebody else's file, and may be anything.
What a kind takes:

    choose   the id of an option                     several  a list of ids of options
    order    a list of the ids of all items          match    {id of a pair: id of the pair whose right side it got}
    place    a number from -1 to 1                   read     {"stance": {tension: place}, "moved": {"actor@tension":
    write    a text                                           [toward, strength]}}, as a board has them; moved optional
    compute  a number or a text
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from kit.exercise import Exercise, Item, Kind, Option, Pair, Zone
from kit.practice.fields import board_after, first_unmet
from kit.practice.rows import out_of_place


@dataclass(frozen=True)
class Told:
    """One piece of feedback: Markdown, and what of the exercise it is about (a text of its own, or "").

    objects: at an open question, who would object and why. source: the id of the source it leans on, or None.
    """

    text: str
    about: str = ""
    objects: str = ""
    source: str | None = None


@dataclass(frozen=True)
class Mark:
    """What an answer shows.

    complete: whether it is an answer that can be looked at; where it is not, nothing else is said.
    right: None where the question has no right answer, or the answer is not complete.
    feedback: what is told of this answer, in the order of the exercise. misconceptions: the ideas behind it.
    missing: how much that is right was not chosen; which, is not told.
    """

    right: bool | None
    feedback: tuple[Told, ...] = ()
    misconceptions: tuple[str, ...] = ()
    missing: int = 0
    complete: bool = True


NOT_YET = Mark(None, complete=False)


def mark(exercise: Exercise, answer: Any) -> Mark:
    """What `answer`, any JSON value, shows. Never raises."""
    return _MARKERS[exercise.kind](exercise, answer)


def number(value: Any) -> float | None:
    """The finite number that `value` is; None for anything else (a yes or no is no number)."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        as_float = float(value)
    except OverflowError:
        return None
    return as_float if isfinite(as_float) else None


def _ids(answer: Any, those: tuple[Any, ...]) -> list[str] | None:
    """The ids in a list of ids of `those`, each once; None where it is no such list."""
    known = {one.id for one in those}
    if not isinstance(answer, list) or not all(isinstance(id, str) and id in known for id in answer):
        return None
    return list(dict.fromkeys(answer))


def _choose(exercise: Exercise, answer: Any) -> Mark:
    chosen = [option for option in exercise.options if isinstance(answer, str) and option.id == answer]
    return _chosen(exercise, chosen[:1])


def _several(exercise: Exercise, answer: Any) -> Mark:
    ids = _ids(answer, exercise.options) or ()
    return _chosen(exercise, [option for option in exercise.options if option.id in ids])


def _chosen(exercise: Exercise, chosen: list[Option]) -> Mark:
    if not chosen:
        return NOT_YET
    told = tuple(implied(option, option.text) if exercise.open else fed(option, option.text) for option in chosen)
    if exercise.open:
        return Mark(None, told)
    left_out = [option for option in exercise.options if option.right and option not in chosen]
    wrong = [option for option in chosen if not option.right]
    # Of one question with one right answer, the one that was not chosen is no idea of its own.
    ideas = wrong if exercise.kind == "choose" else [*wrong, *left_out]
    missing = 0 if exercise.kind == "choose" else len(left_out)
    return Mark(not (wrong or left_out), told, _misconceptions(ideas), missing)


def _order(exercise: Exercise, answer: Any) -> Mark:
    ids = _ids(answer, exercise.items)
    if not ids or len(ids) != len(exercise.items) or len(answer) != len(ids):
        return NOT_YET
    if exercise.open:
        first = next(item for item in exercise.items if item.id == ids[0])
        return Mark(None, (implied(first, first.text),))
    places = {item.id: place for place, item in enumerate(exercise.items)}
    misplaced = out_of_place([places[id] for id in ids])
    wrong = [item for place, item in enumerate(exercise.items) if place in misplaced]
    return _row(exercise, wrong, [(item, item.text) for item in wrong])


def _match(exercise: Exercise, answer: Any) -> Mark:
    known = {pair.id for pair in exercise.pairs}
    if not isinstance(answer, Mapping) or not known:
        return NOT_YET
    made = {pair.id: answer.get(pair.id) for pair in exercise.pairs}
    if not all(isinstance(other, str) and other in known for other in made.values()):
        return NOT_YET
    wrong = [pair for pair in exercise.pairs if made[pair.id] != pair.id]
    return _row(exercise, wrong, [(pair, pair.left) for pair in wrong])


def _row(exercise: Exercise, wrong: list[Any], told: list[tuple[Item | Pair, str]]) -> Mark:
    if wrong:
        return Mark(False, tuple(fed(part, about) for part, about in told), _misconceptions(wrong))
    return Mark(True, (Told(exercise.reached),) if exercise.reached else ())


def _place(exercise: Exercise, answer: Any) -> Mark:
    place = number(answer)
    zone = None if place is None else next((zone for zone in exercise.zones if zone.holds(place)), None)
    if zone is None:
        return NOT_YET
    if exercise.open:
        return Mark(None, (implied(zone),))
    return Mark(bool(zone.right), (fed(zone),), () if zone.right else _misconceptions([zone]))


def _read(exercise: Exercise, answer: Any) -> Mark:
    moved = board_after(exercise.board, answer) if exercise.board is not None else None
    if moved is None:
        return NOT_YET
    unmet = first_unmet(exercise.goals, *moved)
    if unmet is None:
        return Mark(True, (Told(exercise.reached),))
    return Mark(False, (Told(unmet.feedback),), _misconceptions([unmet]))


def _write(exercise: Exercise, answer: Any) -> Mark:
    return Mark(None) if isinstance(answer, str) and answer.strip() else NOT_YET


def _compute(exercise: Exercise, answer: Any) -> Mark:
    if number(answer) is None and not (isinstance(answer, str) and answer.strip()):
        return NOT_YET
    if exercise.expected is not None and same_value(answer, exercise.expected, exercise.tolerance):
        return Mark(True, (Told(exercise.reached),))
    known = next((wrong for wrong in exercise.wrongs if same_value(answer, wrong.value, exercise.tolerance)), None)
    if known is None:
        return Mark(False, (Told(exercise.otherwise),))
    return Mark(False, (Told(known.feedback),), _misconceptions([known]))


def same_value(answer: Any, value: str | float, tolerance: float) -> bool:
    """Whether an answer is this value: a number within the tolerance, a text but for capitals and spaces.

    A number may come as a text, with a comma as Dutch writes it, and a percentage with its sign.
    """
    if isinstance(value, str):
        return isinstance(answer, str) and answer.casefold().split() == value.casefold().split()
    given = number(answer)
    if given is None and isinstance(answer, str):
        try:
            given = number(float(answer.strip().removesuffix("%").replace(",", ".")[:100]))
        except ValueError:
            return False
    # Rounding may put the bound itself a hair outside.
    return given is not None and abs(given - value) <= tolerance + 1e-9 * max(1.0, abs(value))


def fed(part: Option | Item | Pair | Zone, about: str = "") -> Told:
    """What is told of a part of a question that has a right answer."""
    return Told(part.feedback, about, source=part.source)


def implied(part: Option | Item | Zone, about: str = "") -> Told:
    """What is told of a part of a question without a right answer."""
    return Told(part.implies, about, "" if isinstance(part, Item) else part.objects, part.source)


def _misconceptions(parts: list[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.misconception for part in parts if part.misconception))


_MARKERS: Mapping[Kind, Callable[[Exercise, Any], Mark]] = {
    "choose": _choose,
    "several": _several,
    "order": _order,
    "match": _match,
    "place": _place,
    "read": _read,
    "write": _write,
    "compute": _compute,
}

"""How each kind of exercise is answered on a page: its controls, and the answer that they give.

An answer is what `kit.practice.mark` takes. A board is a widget of its own, beside these blocks.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kit.case import Pole, Tension
from kit.exercise import Exercise, Kind
from kit.figures.words import place_words
from kit.language import _
from kit.practice import laid_out
from kit.widgets import blocks
from kit.widgets.blocks import Page

_SAMPLES = (-1.0, -0.55, -0.25, 0.0, 0.25, 0.55, 1.0)
"""A place for each of the words that there are for one, from left to right."""


def controls(exercise: Exercise, answer: Any, seed: str) -> Page:
    """What the learner answers with, as the answer now stands; [] where a board of its own does that."""
    return _CONTROLS[exercise.kind](exercise, answer, laid_out(exercise, seed))


def answered(exercise: Exercise, before: Any, key: str, value: Any) -> Any:
    """The answer after the page said `value` under `key`; `before` the one it had."""
    _exercise, _slash, part = key.partition("/answer")
    if exercise.kind == "match":
        made = dict(before) if isinstance(before, Mapping) else {}
        return {**made, part.removeprefix(":"): value}
    if exercise.kind == "place":
        return round(value / 50 - 1, 2)
    return value


def _choose(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    texts = {option.id: option.text for option in exercise.options}
    options = [blocks.option(id, "", texts[id]) for id in order]
    chosen = answer if isinstance(answer, str) and answer in texts else None
    return [blocks.choice(_key(exercise), _("Your answer"), options, chosen, quiet=True)]


def _several(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    texts = {option.id: option.text for option in exercise.options}
    options = [blocks.option(id, "", texts[id]) for id in order]
    chosen = [id for id in answer if id in texts] if isinstance(answer, list) else None
    return [blocks.ticks(_key(exercise), _("Choose all that fit."), options, chosen)]


def _order(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    texts = {item.id: plain_line(item.text) for item in exercise.items}
    sound = isinstance(answer, list) and len(answer) == len(texts) and set(map(str, answer)) == set(texts)
    return [blocks.ranking(_key(exercise), _("Put them in order."), texts, answer if sound else order)]


def _match(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    sides = {pair.id: pair.right for pair in exercise.pairs}
    made = answer if isinstance(answer, Mapping) else {}
    offered = {"": _("Choose …"), **{id: sides[id] for id in order}}
    page: Page = []
    for pair in exercise.pairs:
        chosen = made.get(pair.id)
        value = chosen if isinstance(chosen, str) and chosen in sides else ""
        page.append(blocks.select(f"{_key(exercise)}:{pair.id}", pair.left, offered, value))
    return page


def _place(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    assert exercise.line is not None, "checked when the file was read"
    left, right = exercise.line.left, exercise.line.right
    line = Tension(id="line", question=exercise.question, left=Pole(name=left), right=Pole(name=right))
    words = [place_words(x, line) for x in _SAMPLES]
    sound = type(answer) in (int, float) and -1 <= answer <= 1
    at = round((answer + 1) * 50) if sound else None
    untouched = _("Move the slider to your place.")
    return [blocks.scale(_key(exercise), _("Your place on the line"), at, left, right, words, untouched)]


def _write(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    text = answer if isinstance(answer, str) else ""
    return [
        blocks.text(_key(exercise), _("Your text"), text, help=_("Leave out names and places of real people."), rows=7)
    ]


def _compute(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    text = answer if isinstance(answer, str) else ""
    told = _("Begin with these lines, in the cell for your own code below. Then fill in what you found.")
    begin = "\n".join(["```", exercise.start.strip(), "```"])
    return [blocks.prose(told), blocks.prose(begin), blocks.text(_key(exercise), _("Your answer"), text, rows=1)]


def _read(exercise: Exercise, answer: Any, order: Sequence[str]) -> Page:
    return []


def _key(exercise: Exercise) -> str:
    return f"{exercise.id}/answer"


def plain_line(text: str) -> str:
    """An author's line of Markdown on one line."""
    return " ".join(text.split())


_CONTROLS: Mapping[Kind, Callable[[Exercise, Any, Sequence[str]], Page]] = {
    "choose": _choose,
    "several": _several,
    "order": _order,
    "match": _match,
    "place": _place,
    "read": _read,
    "write": _write,
    "compute": _compute,
}

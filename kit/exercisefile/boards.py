"""The board of one question: what is on it exists, and its goals can be met, but are not met before one begins."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from kit.casefile.declared import Declared
from kit.casefile.fault import Finding
from kit.casefile.identity import doubled
from kit.casefile.parts import Part
from kit.casefile.references import Names, known_under, pull
from kit.casefile.rules import broken_forces
from kit.casefile.wording import shown
from kit.exercise import Board, Goal
from kit.exercisefile.reach import STEP, Search
from kit.language import _

__all__ = ["Search", "broken_board"]

_BOARD, _GOALS = Declared(Board), Declared(tuple[Goal, ...])


def broken_board(exercise: Part, search: Search) -> Iterator[Finding]:
    """All that breaks a rule in the board and the goals of an exercise; `search` finds whether goals can be met."""
    if exercise.text("kind") != "read":
        return
    board = exercise.group("board")
    names = Names(board)
    findings = [*_references(board, names), *_goals(exercise, board, names)]
    yield from findings
    if not findings and board.keys:
        yield from _playable(exercise, board, search)


def _references(board: Part, names: Names) -> Iterator[Finding]:
    yield from doubled(board.parts("actors"))
    yield from doubled(board.parts("tensions"))
    yield from broken_forces(board)
    for force in board.parts("forces"):
        yield from pull(force, names)
    for tension in board.group("start").keys:
        yield from known_under("tensions", (*board.place, "start", tension), tension, names)
    pulled = {force.text("tension") for force in board.parts("forces")}
    for line in board.parts("tensions"):
        id = line.text("id")
        if id is not None and id not in pulled and len(board.parts("forces")) == len(board.items("forces")):
            rule = _("must have a force that pulls on it, but on %(id)s none does.") % {"id": shown(id)}
            yield Finding(line.place, rule, _("Add a force with 'tension: %(id)s', or take it out.") % {"id": id})


def _goals(exercise: Part, board: Part, names: Names) -> Iterator[Finding]:
    if exercise.keys.get("goals") == []:
        rule = _("must have at least %(least)d items, but has %(got)d.") % {"least": 1, "got": 0}
        fix = _("Add what is missing, each on a line that begins with '- '.")
        yield Finding((*exercise.place, "goals"), rule, fix)
    for goal in exercise.parts("goals"):
        yield from known_under("tensions", (*goal.place, "tension"), goal.text("tension"), names)
        yield from known_under("actors", (*goal.place, "actor"), goal.text("actor"), names)
        yield from _aim(goal, len(board.items("tensions")))
        above, below = goal.number("above"), goal.number("below")
        if above is None and below is None:
            rule = _("must say how much, with 'above', 'below' or both, but says neither.")
            yield Finding(goal.place, rule, _("Add for example: below: 0.1"))
        elif above is not None and below is not None and above >= below:
            rule = _("must be less than 'below' (%(below)s), but is %(got)s.")
            rule %= {"below": shown(below), "got": shown(above)}
            yield Finding((*goal.place, "above"), rule, _("Change one of the two."))


def _aim(goal: Part, tensions: int) -> Iterator[Finding]:
    """The faults of a goal that does not say whose share, or on which tension, or says what it does not look at."""
    measure, tension, actor = goal.text("measure"), goal.text("tension"), goal.text("actor")
    if measure == "share":
        if actor is None and "actor" not in goal.keys:
            yield Finding((*goal.place, "actor"), _("is missing."), _("Add whose share it is: actor: …"))
        if tension is not None and tensions > 1:
            rule = _("does not belong with 'share', which counts all tensions of the board.")
            yield Finding((*goal.place, "tension"), rule, _("Take it out."))
    elif measure is not None:
        if tension is None and "tension" not in goal.keys:
            yield Finding((*goal.place, "tension"), _("is missing."), _("Add on which line it is: tension: …"))
        if actor is not None:
            rule = _("only belongs with 'share', but the measure is %(measure)s.") % {"measure": shown(measure)}
            yield Finding((*goal.place, "actor"), rule, _("Take it out."))


def _playable(exercise: Part, board: Part, search: Search) -> Iterator[Finding]:
    whole, goals = _read(_BOARD, board.keys), _read(_GOALS, exercise.keys.get("goals"))
    if whole is None or not goals:
        return  # its shape has faults that are told already
    place = (*exercise.place, "goals")
    if search.met_at_once(whole, goals):
        rule = _("must ask for a move, but all goals hold before the learner begins.")
        yield Finding(place, rule, _("Put the learner elsewhere with 'start', or change a goal."))
    elif not search.reachable(whole, goals):
        rule = _("must be within reach in steps of %(step)s, as the arrow keys go, but no such place was found.")
        fix = _("Make the goals wider, or let a force move with: movable: true")
        yield Finding(place, rule % {"step": STEP}, fix)


def _read(declared: Declared[Any], tree: Any) -> Any:
    try:
        return declared.adapter.validate_json(json.dumps(tree), strict=True)
    except ValidationError:
        return None

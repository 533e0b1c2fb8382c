"""The board as a run has it: which forces, the learner's own changes, where the knot lies."""

import math
from typing import Any

from kit.case import Force, Picture, tensions_of
from kit.figures.board_svg import board_svg
from kit.journal.moves import sound_moves
from kit.journal.replay import Stop
from kit.journal.steps import Walkthrough
from kit.language import _
from kit.models.expectation import ExpectationMap
from kit.widgets.expectation_map import replayed


def pictures(walk: Walkthrough) -> dict[Picture, str]:
    """The pictures that a case has for step 5, with their names."""
    names: dict[Picture, str] = {"forces": _("Forces")}
    if walk.case.expectations:
        names["expectations"] = _("Expectations")
    if walk.case.influences:
        names["context"] = _("Context")
    return names


def picture_in_view(walk: Walkthrough, stop: Stop) -> Picture:
    """The picture that stands at step 5 of a stop: the one chosen, else the one that the moment asks for."""
    asked = walk.answer(stop, "picture", stop.moment.picture)
    return next((picture for picture in pictures(walk) if picture == asked), "forces")


def moves_before(walk: Walkthrough, stop: Stop) -> list[list[Any]]:
    """The moves on the expectation map that were made at earlier stops."""
    made = []
    for earlier in walk.course.stops:
        if earlier.key == stop.key:
            break
        made += sound_moves(walk.answer(earlier, "moves", []))
    return made


def map_now(walk: Walkthrough) -> ExpectationMap:
    """The expectations as all moves so far left them."""
    now = ExpectationMap(walk.case.expectations)
    for move in (move for stop in walk.course.stops for move in sound_moves(walk.answer(stop, "moves", []))):
        try:
            now = replayed(now, [move])
        except (KeyError, ValueError):
            continue  # a log may be older than the case
    return now


def context_now(walk: Walkthrough, stop: Stop) -> tuple[dict[str, float], list[str]]:
    """The sliders held and the ways of acting back taken at a stop, as the context map takes them."""
    kept, done = walk.answer(stop, "clamps", {}), walk.answer(stop, "done", [])
    clamps = {id: held for id, value in kept.items() if (held := _within(value, 0, 1)) is not None}
    return clamps, [id for id in done if isinstance(id, str)]


def board_stance(walk: Walkthrough, stop: Stop) -> dict[str, float]:
    """Where the knot lies on each tension of the moment; 0 where it was not moved, or the log is not sound."""
    kept = walk.answer(stop, "stance", {})
    tensions = tensions_of(walk.case, stop.moment)
    return {tension.id: _within(kept.get(tension.id), -1, 1) or 0.0 for tension in tensions}


def board_moved(walk: Walkthrough, stop: Stop) -> dict[str, list[float]]:
    """The forces that the learner moved: "actor@tension" → [toward, strength]."""
    kept = walk.answer(stop, "moved", {})
    moved = {}
    for force in stop.forces:
        pair = kept.get(f"{force.actor}@{force.tension}")
        if isinstance(pair, list) and len(pair) == 2:
            toward, strength = _within(pair[0], -1, 1), _within(pair[1], 0, 1)
            if toward is not None and strength is not None and force.movable:
                moved[f"{force.actor}@{force.tension}"] = [toward, strength]
    return moved


def board_forces(walk: Walkthrough, stop: Stop) -> tuple[Force, ...]:
    """The forces of the stop, as the learner moved them."""
    moved = board_moved(walk, stop)
    return tuple(
        force.moved(*moved[key]) if (key := f"{force.actor}@{force.tension}") in moved else force
        for force in stop.forces
    )


def board_picture(walk: Walkthrough, stop: Stop) -> tuple[str, str]:
    """The board as a drawing, and what it shows in a few words."""
    svg = board_svg(walk.case, stop.moment, board_forces(walk, stop), board_stance(walk, stop))
    return svg, _("The force board of '%(moment)s', with the knot where you put it.") % {"moment": stop.moment.title}


def _within(value: object, low: float, high: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value) if low <= value <= high else None

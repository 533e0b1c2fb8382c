"""The board as a run has it: which forces, the learner's own changes, where the knot lies."""

import math

from kit.case import Force, tensions_of
from kit.figures.board_svg import board_svg
from kit.journal.replay import Stop
from kit.journal.steps import Walkthrough
from kit.language import _


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

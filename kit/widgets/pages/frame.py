"""What stands around every screen: title, phases and dots above, the way back and on below."""

from collections.abc import Mapping
from typing import Any

from kit.journal.steps import PHASES, REPEATED, Phase, Screen, Step, Walkthrough
from kit.language import _
from kit.widgets.blocks import Block, button


def step_name(step: Step) -> str:
    """A step as a learner reads it."""
    names: Mapping[Step, str] = {
        "begin": _("A safe start"),
        "story": _("The case"),
        "dilemma": _("The dilemma"),
        "ask": _("Asking and empathising"),
        "forces": _("Forces"),
        "alternatives": _("Alternatives"),
        "choice": _("Choice"),
        "dialogue": _("Dialogue"),
        "agreements": _("Agreements"),
        "lookback": _("Looking back"),
    }
    return names[step]


def phase_name(phase: Phase) -> str:
    """A phase as a learner reads it."""
    names: Mapping[Phase, str] = {"look": _("Look"), "choose": _("Choose"), "discuss": _("Discuss")}
    return names[phase]


def masthead(walk: Walkthrough, here: Screen) -> Block:
    """The case's title, the phases in words, and a dot for each step of this route."""
    screens = walk.screens
    number = 0
    phases = []
    for phase, steps in PHASES.items():
        dots = []
        for step in (s for s in walk.steps if s in steps):
            number += 1
            dots.append(_dot(walk, screens, here, step, number))
        phases.append({"name": phase_name(phase), "here": here.step in steps, "dots": dots})
    where = _("Step %(number)s of %(all)s") % {"number": walk.steps.index(here.step) + 1, "all": len(walk.steps)}
    moments = [stop.key for stop in walk.course.stops]
    if here.step in REPEATED and len(moments) > 1:
        where += " · " + _("moment %(n)s") % {"n": moments.index(here.stop.key) + 1}
    return {
        "kind": "masthead",
        "title": walk.case.title,
        "subtitle": walk.case.subtitle,
        "label": _("Steps of this case"),
        "phases": phases,
        "step": where,
        "restart": button("restart", _("Start again")),
    }


def _dot(walk: Walkthrough, screens: tuple[Screen, ...], here: Screen, step: Step, number: int) -> dict[str, Any]:
    """The dot of a step: of the moment in hand where that repeats the step, else of the last moment that had it."""
    those = [s for s in screens if s.step == step]
    target = next((s for s in those if s.stop.key == here.stop.key), those[-1] if those else None)
    label = _("Step %(number)s: %(name)s") % {"number": number, "name": step_name(step)}
    if target is None:
        return {"state": "closed", "label": label + " " + _("(after your choice)"), "act": ""}
    at, now = screens.index(target), screens.index(here)
    state = "here" if at == now else "done" if at < now else "open"
    return {"state": state, "label": label, "act": f"go:{target.id}"}


def foot(walk: Walkthrough, hint: str = "") -> Block:
    """The way back and on; the button on names where it leads."""
    before, after = walk.beside(-1), walk.beside(1)
    return {
        "kind": "foot",
        "label": _("Back and on"),
        "back": button("back", "← " + _name(walk, before)) if before else None,
        "hint": hint,
        "next": button("next", _name(walk, after) + " →", main=True) if after else None,
    }


def _name(walk: Walkthrough, screen: Screen) -> str:
    if screen.step == "dilemma" and screen.stop.key != walk.here.stop.key:
        return screen.stop.moment.title
    return step_name(screen.step)

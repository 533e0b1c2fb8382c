"""What the browser needs once to draw a board: the lines, the actors, the forces, and the board's own words."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from kit.case import Case, Force, Tension
from kit.figures import words
from kit.figures.theme import actor_colours
from kit.language import _, language

_PLACES = (0.0, *(sum(pair) / 2 for pair in pairwise((*words.PLACE_LIMITS, 1.0))))
_STRENGTHS = (0.0, *(sum(pair) / 2 for pair in pairwise((0.0, *words.STRENGTH_LIMITS, 1.0))))
"""One value for each wording, so that the browser can put a place or a strength into the same words at once."""


def force_key(force: Force) -> str:
    """What a board calls a force: "actor@tension"."""
    return f"{force.actor}@{force.tension}"


def drawing(
    case: Case,
    forces: Mapping[str, Force],
    lines: Mapping[str, Tension],
    opening: Sequence[str],
    marks: Mapping[str, Mapping[str, float]],
) -> dict[str, Any]:
    """The moment as the browser draws it. `forces` go by key, `lines` by tension id, `marks` by label."""
    used = {force.actor for force in forces.values()}
    colours = actor_colours(case)
    return {
        "lang": language(),
        "tensions": [_line(tension) for tension in lines.values()],
        "actors": {
            actor.id: {
                "name": actor.name,
                "place": actor.place,
                "light": colours[actor.id].light,
                "dark": colours[actor.id].dark,
            }
            for actor in case.actors
            if actor.id in used
        },
        "forces": [_force(case, key, force, lines[force.tension]) for key, force in forces.items()],
        "opening": list(opening),
        "marks": [[label, {id: x for id, x in places.items() if id in lines}] for label, places in marks.items()],
        "limits": {"place": words.PLACE_LIMITS, "strength": words.STRENGTH_LIMITS},
        "strengths": [words.strength_words(strength) for strength in _STRENGTHS],
        "words": _controls(),
    }


def _line(tension: Tension) -> dict[str, Any]:
    return {
        "id": tension.id,
        "left": tension.left.name,
        "right": tension.right.name,
        "question": tension.question,
        "places": [[words.place_words(side * place, tension) for place in _PLACES] for side in (-1, 1)],
    }


def _force(case: Case, key: str, force: Force, tension: Tension) -> dict[str, Any]:
    return {
        "key": key,
        "actor": force.actor,
        "tension": force.tension,
        "toward": force.toward,
        "strength": force.strength,
        "why": force.why,
        "from": words.provenance_words(case, force.provenance, force.source),
        "movable": force.movable,
        "told": words.force_words(force, case.actor(force.actor), tension),
    }


def _controls() -> dict[str, Any]:
    """The board's own words, in the language in force."""
    return {
        "environment": _("surroundings"),
        "team": _("you and your team"),
        "balance": _("middle of the field"),
        "knot": _("Your place between '%(left)s' and '%(right)s'"),
        "add": _("Put %(name)s on the board"),
        "open": _("Put this tension on the board: %(name)s"),
        "all": _("Show all"),
        "fewer": _("Show fewer"),
        "short": _("Whom do you do short?"),
        "bars": _(
            "The longer the bar, the farther your place lies from what this party wants, and the more it counts."
        ),
        "how": _("How do the forces run?"),
        "whence": _("Where do these forces come from?"),
        "limits": _("What does this picture not say?"),
        "not_said": [
            _("It does not say what is right. Both ends of a line can be defended, and every place between them too."),
            _("The thickness of a rope is an assumption. At most the direction comes from a source."),
            _("The sum behind it favours the middle: friction is least there. That makes it neither wise nor free."),
            _("Who is not on the board does not count. What nobody dares to say does not pull."),
            _("Acute danger is no force: it comes first."),
        ],
        "direction": _("Where to"),
        "thickness": _("How heavily"),
        "assumed": _("the thickness is an assumption"),
        "by_you": _("changed by you"),
        "fixed": _("This force is part of the case; you cannot change it."),
        "back": _("Put back"),
        "close": _("Close"),
        "more": _("Choose this name to change the force."),
        "help": _("Drag the knot, or use the arrow keys. The thickness of a rope: how heavily it counts."),
    }

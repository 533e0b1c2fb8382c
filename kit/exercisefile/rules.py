"""What must be true of a set of exercises beyond the shape of its parts.

The rules work on the tree, so that they run as far as they can where the shape has faults elsewhere.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.casefile.fault import Finding
from kit.casefile.identity import bad_id, doubled, wrong_format, wrong_id
from kit.casefile.parts import Part
from kit.casefile.references import Names, broken_sources
from kit.casefile.rules import broken_provenance
from kit.casefile.wording import is_id, listed, shown
from kit.exercise import LEVELS
from kit.exercisefile.boards import Search, broken_board
from kit.exercisefile.choices import broken_choices
from kit.exercisefile.kinds import broken_kind
from kit.exercisefile.tasks import broken_task
from kit.exercisefile.zones import broken_zones
from kit.language import _

MOST_HINTS = 3


def broken_rules(tree: dict[str, Any], path: Path) -> Iterator[Finding]:
    """All that breaks a rule in the set `tree`, read from the file `path`."""
    whole = Part((), tree)
    yield from wrong_format(whole)
    yield from wrong_id(whole, path, "exercises", "mijn-reeks")
    yield from doubled(whole.parts("exercises"))
    yield from _rising(whole)
    yield from broken_sources(whole, Names(whole))
    yield from broken_provenance(whole)
    search = Search()
    for exercise in whole.parts("exercises"):
        id = exercise.text("id")
        if id is not None and not is_id(id):
            yield bad_id(exercise, "een-opgave")
        yield from _interpreted(exercise)
        yield from _hints(exercise)
        yield from broken_kind(exercise)
        yield from broken_choices(exercise)
        yield from broken_zones(exercise)
        yield from broken_board(exercise, search)
        yield from broken_task(exercise)


def _rising(whole: Part) -> Iterator[Finding]:
    """Exercises that ask less than one before them did."""
    highest = 0
    for exercise in whole.parts("exercises"):
        level = exercise.text("level")
        place = next((place for place, known in enumerate(LEVELS) if known == level), highest)
        if place < highest:
            rule = _("must ask no less than the exercises before it (%(levels)s, in this order), but %(got)s is less.")
            rule %= {"levels": listed(LEVELS), "got": shown(level)}
            yield Finding((*exercise.place, "level"), rule, _("Move this exercise up, or change its level."))
        highest = max(highest, place)


def _interpreted(exercise: Part) -> Iterator[Finding]:
    if exercise.text("provenance") == "interpretatie" and exercise.text("source") is None:
        rule = _("needs a source, for the provenance is 'interpretatie'.")
        fix = _("Add: source: … (an id from 'sources'), or write: provenance: fictie")
        yield Finding((*exercise.place, "provenance"), rule, fix)


def _hints(exercise: Part) -> Iterator[Finding]:
    hints = exercise.items("hints")
    if len(hints) > MOST_HINTS:
        rule = _("may have at most %(most)d items, but has %(got)d.") % {"most": MOST_HINTS, "got": len(hints)}
        yield Finding((*exercise.place, "hints"), rule, _("Take one out, or make two into one."))
    for place, hint in enumerate(hints):
        if isinstance(hint, str) and not hint.strip():
            yield Finding((*exercise.place, "hints", place), _("must have text, but is empty."), _("Take it out."))

"""What is chosen, put in order or matched: each part teaches something of its own, and the right answer is there."""

from collections.abc import Iterator

from kit.casefile.fault import Finding
from kit.casefile.identity import doubled
from kit.casefile.parts import Part
from kit.casefile.wording import shown
from kit.exercisefile.kinds import is_open, missing, unwanted
from kit.language import _

_CLOSED, _OPEN = ("right", "feedback", "misconception"), ("implies", "objects")


def broken_choices(exercise: Part) -> Iterator[Finding]:
    """All that breaks a rule in the options, items and pairs of an exercise."""
    kind, open_question = exercise.text("kind"), is_open(exercise)
    if kind in ("choose", "several"):
        yield from few(exercise, "options", 2)
        yield from _distinct(exercise, "options", "text")
        yield from _rights(exercise, kind) if not open_question else ()
        for option in exercise.parts("options"):
            yield from judged(option, open_question, may_err=kind == "several")
    elif kind == "order":
        yield from few(exercise, "items", 2)
        yield from _distinct(exercise, "items", "text")
        for item in exercise.parts("items"):
            yield from missing(item, ("implies",) if open_question else ("feedback", "misconception"))
            for key in ("feedback", "misconception") if open_question else ():
                yield from [unwanted(item, key)] if key in item.keys else []
            yield from [] if open_question else only_open(item)
    elif kind == "match":
        yield from few(exercise, "pairs", 2)
        yield from _distinct(exercise, "pairs", "left")
        yield from _distinct(exercise, "pairs", "right")
        for pair in exercise.parts("pairs"):
            yield from missing(pair, ("feedback", "misconception"))
    for key in ("options", "items", "pairs", "criteria"):
        yield from doubled(exercise.parts(key))


def few(exercise: Part, key: str, least: int, most: int | None = None) -> Iterator[Finding]:
    """The fault of a list that is there, and that has too few items, or too many."""
    items = exercise.items(key)
    if not isinstance(exercise.keys.get(key), list):
        return
    if len(items) < least:
        rule = _("must have at least %(least)d items, but has %(got)d.") % {"least": least, "got": len(items)}
        fix = _("Add what is missing, each on a line that begins with '- '.")
        yield Finding((*exercise.place, key), rule, fix)
    if most is not None and len(items) > most:
        rule = _("may have at most %(most)d items, but has %(got)d.") % {"most": most, "got": len(items)}
        yield Finding((*exercise.place, key), rule, _("Take one out, or make two into one."))


def judged(part: Part, open_question: bool, *, may_err: bool = False) -> Iterator[Finding]:
    """The faults of an option or a zone: at a closed question it teaches, at an open one it says what it implies.

    may_err: whether a right one may have a misconception too, that of leaving it out.
    """
    if open_question:
        yield from missing(part, _OPEN)
        yield from (unwanted(part, key) for key in _CLOSED if key in part.keys)
        return
    wrong = part.keys.get("right") is False
    yield from missing(part, _CLOSED if wrong else ("right", "feedback"))
    yield from only_open(part)
    if part.keys.get("right") is True and "misconception" in part.keys and not may_err:
        rule = _("may not stand here: this answer is right, so there is no mistaken idea behind it.")
        yield Finding((*part.place, "misconception"), rule, _("Take it out, or write: right: false"))


def only_open(part: Part) -> Iterator[Finding]:
    """The faults of keys that only an open question has."""
    for key in _OPEN:
        if key in part.keys:
            rule = _("may only stand at an open question, and this one has a right answer.")
            yield Finding((*part.place, key), rule, _("Put it into 'feedback', or write at the exercise: open: true"))


def _rights(exercise: Part, kind: str) -> Iterator[Finding]:
    options = exercise.parts("options")
    given = [option.keys.get("right") for option in options]
    if not options or not all(isinstance(one, bool) for one in given) or len(given) != len(exercise.items("options")):
        return  # which are right is not clear yet
    place, right = (*exercise.place, "options"), sum(1 for one in given if one is True)
    if kind == "choose" and right != 1:
        rule = _("must have exactly one option with 'right: true', but has %(got)d.") % {"got": right}
        yield Finding(place, rule, _("Choose one that is right, or take: kind: several"))
    elif kind == "several":
        yield from both_ways(place, right, len(given))


def both_ways(place: tuple[str | int, ...], right: int, all_of_them: int) -> Iterator[Finding]:
    """The fault of a list in which nothing is right, or nothing is not."""
    if right == 0:
        rule = _("must have at least one with 'right: true', but has none.")
        yield Finding(place, rule, _("Write 'right: true' with what is right, or write at the exercise: open: true"))
    elif right == all_of_them:
        rule = _("must have at least one with 'right: false', but all are right.")
        yield Finding(place, rule, _("Add one that is not right, or write at the exercise: open: true"))


def _distinct(exercise: Part, key: str, under: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for part in exercise.parts(key):
        text = " ".join((part.text(under) or "").split()).casefold()
        if text and text in seen:
            rule = _("must differ from what the others have, but %(got)s stands there already.")
            place = (*part.place, under)
            yield Finding(place, rule % {"got": shown(part.text(under))}, _("Change one of the two."))
        seen.add(text)

"""Which keys an exercise has follows from its kind, and from whether the question is open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import NamedTuple

from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.shape import to_add
from kit.casefile.wording import listed, nearest, shown
from kit.exercise import Exercise
from kit.exercisefile.schema import SET
from kit.language import _


class Keys(NamedTuple):
    """The keys that a kind needs, and those it may have beside them."""

    needed: tuple[str, ...]
    possible: tuple[str, ...] = ()


KINDS: Mapping[str, Keys] = {
    "choose": Keys(("options",)),
    "several": Keys(("options",)),
    "order": Keys(("items",), ("reached",)),
    "match": Keys(("pairs",), ("reached",)),
    "place": Keys(("line", "zones")),
    "read": Keys(("board", "goals", "reached")),
    "write": Keys(("criteria", "example")),
    "compute": Keys(("table", "start", "solution", "expected", "reached", "otherwise"), ("tolerance", "wrongs")),
}

OPEN_KINDS = ("choose", "several", "order", "place")
"""Kinds of which a question may be open; what is written always is."""

_OF_A_KIND = {key for keys in KINDS.values() for key in (*keys.needed, *keys.possible)}
_KNOWN = {field.name for field in fields(Exercise)}


def is_open(exercise: Part) -> bool:
    """Whether the exercise says that its question has no right answer."""
    return exercise.keys.get("open") is True


def empty(value: object) -> bool:
    """Whether nothing is given: no value, or a text of spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def broken_kind(exercise: Part) -> Iterator[Finding]:
    """Keys that the kind of an exercise lacks, or cannot have; an open question where the kind has none."""
    kind = exercise.text("kind")
    if kind is None or kind not in KINDS:
        return  # a fault of its own
    keys = KINDS[kind]
    yield from missing(exercise, keys.needed)
    for key in exercise.keys:
        if key in _OF_A_KIND and key not in keys.needed + keys.possible:
            rule = _("does not belong with the kind %(kind)s, which has %(keys)s.")
            rule %= {"kind": shown(kind), "keys": listed(keys.needed + keys.possible)}
            fix = _("Take the key out, or take another kind.")
            if (kind, key) == ("read", "start"):
                fix = _("Put it under 'board', indented: there it says where the learner begins.")
            yield Finding((*exercise.place, key), rule, fix)
    yield from _openness(exercise, kind)


def _openness(exercise: Part, kind: str) -> Iterator[Finding]:
    place = (*exercise.place, "open")
    if is_open(exercise) and kind not in (*OPEN_KINDS, "write"):
        rule = _("may not be open: with the kind %(kind)s there is a right answer.") % {"kind": shown(kind)}
        fix = _("Take 'open' out, or take one of these kinds: %(kinds)s.") % {"kinds": listed([*OPEN_KINDS, "write"])}
        yield Finding(place, rule, fix)
    elif exercise.keys.get("open") is False and kind == "write":
        yield Finding(place, _("is always open: what is written is never right or wrong."), _("Take 'open' out."))
    elif is_open(exercise) and "reached" in exercise.keys and kind == "order":
        yield unwanted(exercise, "reached")


def missing(part: Part, keys: Iterable[str]) -> Iterator[Finding]:
    """The faults of keys that `part` needs and does not have; not of one that was only misspelt."""
    strange = [key for key in part.keys if key not in SET.at(part.place).get("properties", {})]
    for key in keys:
        if key in part.keys:
            if empty(part.keys[key]) and part.keys[key] is not None:
                yield Finding((*part.place, key), _("must have text, but is empty."), _("Write the text here."))
            elif part.keys[key] is None:
                yield Finding((*part.place, key), _("is empty."), to_add(key, SET.at((*part.place, key))))
        elif not any(nearest(other, [key]) for other in strange):
            yield Finding((*part.place, key), _("is missing."), to_add(key, SET.at((*part.place, key))))


def unwanted(part: Part, key: str) -> Finding:
    """The fault of a key that an open question cannot have, for nothing about it is right or wrong."""
    rule = _("may not stand at an open question, which has no right answer.")
    return Finding((*part.place, key), rule, _("Take it out, or take 'open' out of the exercise."))

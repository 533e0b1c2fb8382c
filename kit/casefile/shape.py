"""The shape of a file: types, ranges, missing and unknown keys, all of them at once.

Pydantic finds them, from the declarations of the vocabulary; the words are ours.
"""

import json
import math
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from kit.casefile.declared import NOTHING, Declared
from kit.casefile.fault import Finding, Place
from kit.casefile.wording import listed, nearest, shown
from kit.language import _, language

T = TypeVar("T")

_UNKNOWN = "unexpected_keyword_argument"
_PYTHON = {"string": "str", "number": "float"}
_LOOKED_AT = 1000
"""Errors among which misspelt keys are looked for; looking takes a millisecond each."""


def shape(tree: Any, declared: Declared[T]) -> tuple[T | None, Iterator[Finding]]:
    """What `tree` describes, or None and all that is wrong with its shape."""
    try:
        # Strict, so that "0.8" is no number and true is no 1; JSON, where strict still takes a list for a tuple.
        return declared.adapter.validate_json(json.dumps(tree), strict=True), iter(())
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        meant = {_meant(tree, detail["loc"], declared) for detail in details[:_LOOKED_AT] if detail["type"] == _UNKNOWN}
        # A key with a slip of the pen is one fault, not also the lack of the key that was meant.
        told = (detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant)
        return None, (finding for detail in told for finding in _worded(tree, detail["type"], detail["loc"], declared))


def _worded(tree: Any, kind: str, place: Place, declared: Declared[Any]) -> Iterator[Finding]:
    if len(choices := [it["type"] for it in declared.at(place[:-1]).get("anyOf", []) if it != NOTHING]) > 1:
        # Pydantic tells of each kind that was not had, and puts its name at the end of the place.
        if place[-1] == _PYTHON[choices[0]]:
            yield _neither(place[:-1], at(tree, place[:-1]))
        return
    schema = declared.at(place)
    got = at(tree, place)
    match kind:
        case "missing" if isinstance(place[-1], int):
            yield _not_two(place[:-1], len(at(tree, place[:-1])))
        case "too_long":
            yield _not_two(place, len(got))
        case "missing":
            yield Finding(place, _("is missing."), to_add(str(place[-1]), schema), None)
        case "unexpected_keyword_argument":
            yield _unknown_key(tree, place, declared)
        case "too_short":
            least = schema["minItems"]
            # Pydantic counts the sound items only; those that are not sound have a fault of their own.
            if len(got) < least:
                rule = _("must have at least %(least)d items, but has %(got)d.") % {"least": least, "got": len(got)}
                yield Finding(place, rule, _("Add what is missing, each on a line that begins with '- '."))
        case "string_too_short":
            yield Finding(place, _("must have text, but is empty."), _write_text())
        case "literal_error":
            allowed = [str(one) for one in schema.get("enum", [schema.get("const")])]
            rule = _("must be one of these: %(allowed)s, but is %(got)s.")
            if len(allowed) == 1:
                rule = _("must be %(allowed)s, but is %(got)s.")
            near = nearest(got, allowed) if isinstance(got, str) else None
            fix = _("Write: %(key)s: %(example)s") % {"key": place[-1], "example": near or allowed[0]}
            yield Finding(place, rule % {"allowed": listed(allowed), "got": shown(got)}, fix)
        case "greater_than_equal" | "less_than_equal" | "finite_number":
            yield _out_of_range(place, schema, got)
        case "float_type" | "int_type" | "int_from_float" | "int_parsing_size" | "float_parsing" | "int_parsing":
            yield _not_a_number(place, schema, got)
        case "bool_type":
            rule = _("must be true or false, but is %(got)s.") % {"got": shown(got)}
            no = isinstance(got, str) and got.casefold() in ("nee", "no", "off", "onwaar")
            fix = _("Write: %(key)s: %(example)s") % {"key": place[-1], "example": str(not no).lower()}
            yield Finding(place, rule, fix)
        case "string_type":
            if got is None:
                yield Finding(place, _("must have text, but is empty."), _write_text())
            else:
                rule = _("must be text, but is %(got)s.") % {"got": shown(got)}
                plain = isinstance(got, (bool, int, float))
                fix = _("Put it in quotes.") if plain else _("Write one text here, without keys or dashes.")
                yield Finding(place, rule, fix)
        case "tuple_type" | "list_type":
            rule = _("must be a list, but is %(got)s.") % {"got": shown(got)}
            yield Finding(place, rule, _("Put each item on a line of its own that begins with '- '."))
        case "value_error":
            # What a class holds itself (small strengths, oneself as the other, a range upside down) the rules tell too,
            # with its place and in the language in force.
            pass
        case _:
            rule = _("must be a group of keys, but is %(got)s.") % {"got": shown(got)}
            keys = listed(schema.get("required", schema.get("properties", {})))
            fix = (
                _("Write the keys below it, indented: %(keys)s.") % {"keys": keys}
                if keys
                else _("Write 'key: value' lines below it, indented.")
            )
            yield Finding(place, rule, fix)


def at(tree: Any, place: Place) -> Any:
    """The value at `place`; None where there is none."""
    for step in place:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return None
    return tree


def _write_text() -> str:
    return _("Write the text behind the colon, or take the line out if it may be left out.")


def to_add(key: str, schema: dict[str, Any]) -> str:
    """What to do about a `key` that is missing, and what it is for."""
    example = "…"
    if "const" in schema or "enum" in schema:
        example = str(schema.get("const", schema.get("enum", [""])[0]))
    fix = _("Add here: %(key)s: %(example)s") % {"key": key, "example": example}
    # The declarations are in Dutch, the language of those who write cases.
    meaning = schema.get("description", "")
    return f"{fix} ({meaning.rstrip('.')})." if meaning and language() == "nl" else f"{fix}."


def _not_two(place: Place, got: int) -> Finding:
    rule = _("must have two numbers, from low to high, but has %(got)d.") % {"got": got}
    return Finding(place, rule, _("Write for example: %(key)s: [-0.2, 0.5]") % {"key": place[-1]})


def _neither(place: Place, got: Any) -> Finding:
    rule = _("must be a number or a text, but is %(got)s.") % {"got": shown(got)}
    return Finding(place, rule, _("Write a number, or a text in quotes."))


def _meant(tree: Any, place: Place, declared: Declared[Any]) -> Place | None:
    """The place that an unknown key was most likely meant to be; None where no free key is near."""
    present = at(tree, place[:-1])
    free = [key for key in declared.at(place[:-1]).get("properties", {}) if key not in present]
    near = nearest(str(place[-1]), free)
    return (*place[:-1], near) if near else None


def _unknown_key(tree: Any, place: Place, declared: Declared[Any]) -> Finding:
    meant = _meant(tree, place, declared)
    if meant:
        fix = _("Did you mean %(near)s?") % {"near": shown(meant[-1])}
        return Finding(place, _("is a key that does not exist here."), fix)
    known = declared.at(place[:-1]).get("properties", {})
    rule = _("is a key that does not exist here; there can be %(known)s.") % {"known": listed(known)}
    return Finding(place, rule, _("Take the key out, or use one of those."))


def _bounds(schema: dict[str, Any]) -> tuple[float, float]:
    """The least and the greatest number allowed; every number has both."""
    return schema["minimum"], schema["maximum"]


def _example(schema: dict[str, Any], got: Any) -> str:
    """A number that would do: on the side where the wrong one was, well within the bounds."""
    low, high = _bounds(schema)
    if schema["type"] == "integer":
        return shown(schema["default"])
    if "examples" in schema:
        return shown(schema["examples"][0])
    below = isinstance(got, (int, float)) and got < 0
    return shown(0.8 * low if below and low < 0 else 0.8 * high)


def _out_of_range(place: Place, schema: dict[str, Any], got: Any) -> Finding:
    low, high = map(shown, _bounds(schema))
    rule = _("must be between %(low)s and %(high)s, but is %(got)s.") % {"low": low, "high": high, "got": shown(got)}
    return Finding(place, rule, _("Put for example %(example)s here.") % {"example": _example(schema, got)})


def _not_a_number(place: Place, schema: dict[str, Any], got: Any) -> Finding:
    if schema["type"] == "integer":
        rule = _("must be a whole number between %(low)s and %(high)s, but is %(got)s.")
    else:
        rule = _("must be a number between %(low)s and %(high)s, but is %(got)s.")
    low, high = _bounds(schema)
    rule %= {"low": shown(low), "high": shown(high), "got": shown(got)}
    if isinstance(got, str):
        try:
            meant = float(got.strip().replace(",", "."))
        except ValueError:
            meant = math.nan
        if low <= meant <= high:
            with_comma = _("Write a point instead of a comma, without quotes: %(example)s.")
            with_quotes = _("Write it without quotes: %(example)s.")
            return Finding(place, rule, (with_comma if "," in got else with_quotes) % {"example": shown(meant)})
    return Finding(place, rule, _("Put for example %(example)s here.") % {"example": _example(schema, got)})

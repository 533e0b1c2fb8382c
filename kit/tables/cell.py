"""One cell: from text to a value, and the rules of its column."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from kit.casefile.wording import listed, shown
from kit.language import _
from kit.tables.table import Field, Value


def _boolean(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _integer(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,15}", text):
        raise ValueError
    return int(text)


def _number(text: str) -> float:
    # Not `float` alone: it takes "1_000", "nan" and spaces as well.
    if not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", text) or not math.isfinite(float(text)):
        raise ValueError
    return float(text)


TYPES: Mapping[str, Callable[[str], Value]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
}
"""The types of the Table Schema that the kit's tables use, each with its reading."""


def _type_words(type: str) -> str:
    return {
        "integer": _("a whole number, as in 12"),
        "number": _("a number with a point, as in 1.5"),
        "boolean": _("true or false"),
    }[type]


RULES: Mapping[str, Callable[[Any, Any], bool]] = {
    "enum": lambda value, allowed: value in allowed,
    "minimum": lambda value, least: value >= least,
    "maximum": lambda value, most: value <= most,
    "minLength": lambda value, least: len(value) >= least,
    "maxLength": lambda value, most: len(value) <= most,
    "pattern": lambda value, pattern: re.fullmatch(pattern, value) is not None,
}
"""Rules on a cell that is not empty; `required` and `unique` are kept by who reads the rows."""

CONSTRAINTS = frozenset({*RULES, "required", "unique"})


def _rule_words(rule: str) -> str:
    return {
        "enum": _("must be one of %(limit)s, but is %(got)s."),
        "minimum": _("must be %(limit)s or more, but is %(got)s."),
        "maximum": _("must be %(limit)s or less, but is %(got)s."),
        "minLength": _("must have %(limit)s characters or more, but is %(got)s."),
        "maxLength": _("must have %(limit)s characters or fewer, but is %(got)s."),
        "pattern": _("must be written as %(limit)s asks, but is %(got)s."),
    }[rule]


def read_cell(field: Field, text: str) -> tuple[Value, str]:
    """The value of a cell, and what is wrong with it ("" where nothing is; the value is then None)."""
    if text == "":
        return None, _("must be filled in, but is empty.") if field.constraints.get("required") else ""
    try:
        value = TYPES[field.type](text)
    except (ValueError, KeyError):
        rule = _("must be %(type)s, but is %(got)s.")
        return None, rule % {"type": _type_words(field.type), "got": shown(text)}
    for rule, limit in field.constraints.items():
        if rule in RULES and not RULES[rule](value, limit):
            limits = listed(map(str, limit)) if rule == "enum" else str(limit)
            return None, _rule_words(rule) % {"limit": limits, "got": shown(value)}
    return value, ""

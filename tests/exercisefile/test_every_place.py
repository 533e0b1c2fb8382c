"""A wrong value anywhere in a set is told at its own place, whatever kind of value it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from kit.casefile.fault import Place
from kit.casefile.read import read
from kit.casefile.wording import written
from kit.exercisefile.check import checked
from kit.exercisefile.schema import SET

KINDS = (Path(__file__).parent / "kinds.yaml").read_text("utf-8")


def _leaves(tree: Any, place: Place = ()) -> list[Place]:
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in _leaves(value, (*place, key))]
    if isinstance(tree, list):
        return [leaf for index, value in enumerate(tree) for leaf in _leaves(value, (*place, index))]
    return [place]


def _alike(place: Place) -> Place:
    return tuple("[]" if isinstance(step, int) else step for step in place)


LEAVES = list({_alike(leaf): leaf for leaf in reversed(_leaves(read(KINDS).tree))}.values())
"""The first place of each sort: the second option is read as the first is."""

WRONG: dict[str, Any] = {"list": [1], "group": {"a": 1}, "true": True, "text": "0.5", "number": 0.5}


def _fits(place: Place, value: Any) -> bool:
    """Whether `value` is of a kind that may stand at `place`."""
    schema = SET.at(place)
    choices = schema.get("anyOf", [schema])
    kinds = {choice.get("type") for choice in choices}
    if isinstance(value, bool):
        return "boolean" in kinds
    if isinstance(value, str):
        return "string" in kinds and "enum" not in schema
    if isinstance(value, float):
        return "number" in kinds and schema.get("minimum", -9) <= value <= schema.get("maximum", 9)
    return False


@pytest.mark.parametrize("place", LEAVES, ids=written)
def test_a_value_of_the_wrong_kind_is_told_where_it_stands(place: Place) -> None:
    for name, value in WRONG.items():
        if _fits(place, value) or (isinstance(place[-1], int) and name == "text"):
            continue
        tree = read(KINDS).tree
        holder = tree
        for step in place[:-1]:
            holder = holder[step]
        holder[place[-1]] = value
        whole, findings = checked(json.dumps(tree).encode("utf-8"), Path("kinds.yaml"))
        assert any(found.place[: len(place)] == place for _line, found in findings), (name, findings)
        assert whole is None


def test_there_are_leaves_of_every_kind() -> None:
    kinds = {SET.at(place).get("type") for place in LEAVES}
    assert {"string", "number", "integer", "boolean"} <= kinds

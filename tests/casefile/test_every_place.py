"""A wrong value anywhere in a case is told at its own place, whatever kind of value it is."""

import json
from pathlib import Path
from typing import Any

import pytest

from kit.casefile.check import checked
from kit.casefile.fault import Place
from kit.casefile.read import read
from kit.casefile.schema import CASE
from kit.casefile.wording import written

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _shared_parts(own_datasets: Path) -> None:
    """The sound cases lean on the shared parts of the tests."""


def _leaves(tree: Any, place: Place = ()) -> list[Place]:
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in _leaves(value, (*place, key))]
    if isinstance(tree, list):
        return [leaf for index, value in enumerate(tree) for leaf in _leaves(value, (*place, index))]
    return [place]


SOUND = {name: (HERE / f"{name}.yaml").read_text("utf-8") for name in ("sound", "whole")}
LEAVES = [(name, leaf) for name, text in SOUND.items() for leaf in _leaves(read(text).tree)]
WRONG: dict[str, Any] = {"list": [1], "group": {"a": 1}, "true": True, "text": "0.5", "whole": 3, "number": 0.5}


def _fits(place: Place, value: Any) -> bool:
    """Whether `value` is of a kind that may stand at `place`."""
    schema = CASE.at(place)
    kinds = {choice.get("type") for choice in schema.get("anyOf", [schema])}
    if isinstance(value, bool):
        return "boolean" in kinds
    if isinstance(value, str):
        return "string" in kinds and "enum" not in schema
    return isinstance(value, (int, float)) and "number" in kinds and schema["minimum"] <= value <= schema["maximum"]


def _with(name: str, place: Place, value: Any, tmp_path: Path) -> Path:
    tree = read(SOUND[name]).tree
    holder = tree
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    path = tmp_path / "case.yaml"
    path.write_text(json.dumps(tree), "utf-8")  # JSON is YAML too, and quicker to write
    return path


@pytest.mark.parametrize(
    ("case_name", "place"), LEAVES, ids=lambda part: part if isinstance(part, str) else written(part)
)
def test_a_value_of_the_wrong_kind_is_told_where_it_stands(case_name: str, place: Place, tmp_path: Path) -> None:
    for name, value in WRONG.items():
        if place == ("minutes",) and name == "whole":
            continue  # a whole number is the right kind here
        path = _with(case_name, place, value, tmp_path)
        case, findings = checked(path.read_bytes(), path)
        told = [found.place for _line, found in findings]
        if not _fits(place, value):
            assert any(one[: len(place)] == place for one in told), (name, findings)
            assert case is None


def test_there_are_leaves_of_every_kind() -> None:
    kinds = {CASE.at(place).get("type") for _name, place in LEAVES}
    assert {"string", "number", "integer", "boolean"} <= kinds

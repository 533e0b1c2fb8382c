"""The schema that editors read says what the checks say."""

import json
from typing import Any

import pytest

from kit.casefile import case_schema
from kit.casefile.places import datasets
from kit.casefile.read import read
from kit.casefile.schema import CASE


def test_the_schema_beside_the_cases_is_the_one_of_the_code() -> None:
    """When this fails: krachtenveld schema datasets/case.schema.json."""
    assert json.loads((datasets() / "case.schema.json").read_text("utf-8")) == case_schema()


@pytest.mark.parametrize("key", ["tensions", "conditions", "sources"])
def test_a_shared_part_may_be_named_by_its_id(key: str) -> None:
    items = case_schema()["properties"][key]["items"]
    assert {"type": "string"}.items() <= items["anyOf"][1].items()
    assert items["anyOf"][0]["$ref"].startswith("#/$defs/")


def test_every_key_is_explained() -> None:
    schema = case_schema()
    groups = [schema, *schema["$defs"].values()]
    assert len(groups) > 15
    for group in groups:
        assert group["additionalProperties"] is False
        assert all(part.get("description") for part in group["properties"].values())


def test_the_schema_at_a_place(sound: str) -> None:
    assert CASE.at(("moments", 0, "forces", 2, "strength"))["maximum"] == 1
    assert CASE.at(("moments", 3, "options", 0, "positions", "nu-later"))["minimum"] == -1
    assert "settled" in CASE.at(("moments", 0, "safety", "answers", 0))["properties"]
    assert CASE.at(("bestaat", "niet")) == {}


def test_every_key_of_a_sound_case_is_in_the_schema(sound: str) -> None:
    def keys(value: Any, place: tuple[str | int, ...]) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                assert CASE.at((*place, key)), (*place, key)
                keys(inner, (*place, key))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                keys(inner, (*place, index))

    keys(read(sound).tree, ())

"""The schema that editors read says what the checks say."""

import json

from kit.exercisefile import exercise_schema
from kit.exercisefile.places import exercises
from kit.exercisefile.schema import SET


def test_the_schema_beside_the_sets_is_the_one_of_the_code() -> None:
    """When this fails: krachtenveld schema --exercises exercises/exercises.schema.json."""
    assert json.loads((exercises() / "exercises.schema.json").read_text("utf-8")) == exercise_schema()


def test_a_shared_part_may_be_named_by_its_id() -> None:
    schema = exercise_schema()
    for holder, key in ((schema, "sources"), (schema["$defs"]["Board"], "tensions")):
        items = holder["properties"][key]["items"]
        assert {"type": "string"}.items() <= items["anyOf"][1].items()


def test_every_key_is_explained() -> None:
    schema = exercise_schema()
    groups = [schema, *schema["$defs"].values()]
    assert len(groups) > 14
    for group in groups:
        assert group["additionalProperties"] is False
        assert all(part.get("description") for part in group["properties"].values())


def test_the_schema_at_a_place() -> None:
    assert SET.at(("exercises", 0, "zones", 3, "from"))["minimum"] == -1
    assert SET.at(("exercises", 0, "board", "forces", 1, "strength"))["maximum"] == 1
    assert SET.at(("exercises", 0, "board", "start", "t"))["minimum"] == -1
    assert len(SET.at(("exercises", 0, "expected"))["anyOf"]) == 3
    assert SET.at(("exercises", 0, "bestaat", "niet")) == {}

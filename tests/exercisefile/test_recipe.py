"""The recipe for a set of one's own holds: what it shows can be checked and done as it stands."""

import re
from pathlib import Path
from typing import get_args

import pytest

import kit
from kit.exercise import Kind, Measure
from kit.exercisefile import check_set
from kit.exercisefile.kinds import KINDS, OPEN_KINDS
from kit.exercisefile.places import exercises

RECIPE = (exercises() / "README.md").read_text("utf-8")


@pytest.fixture
def first_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first set as a reader copies it out of the recipe, beside the notebook that opens it."""
    [block] = re.findall(r"^```yaml\n(.*?)^```$", RECIPE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "mijn-reeks.yaml"
    path.write_text(block, "utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def test_the_first_set_is_sound_and_opens(first_set: Path) -> None:
    assert check_set(first_set) == []
    assert check_set("mijn-reeks") == []
    assert kit.exercises("mijn-reeks") is not None


def test_the_recipe_names_every_kind_with_its_keys() -> None:
    rows = [line for line in RECIPE.splitlines() if line.startswith("| `")]
    for kind in get_args(Kind):
        [row] = [row for row in rows if f"`{kind}`" in row.split("|")[1]]
        assert all(f"`{key}`" in row for key in KINDS[kind].needed)
    assert "(kan bij `choose`, `several`, `order` en `place`)" in RECIPE
    assert OPEN_KINDS == ("choose", "several", "order", "place")
    assert all(f"`{measure}`" in RECIPE for measure in get_args(Measure))

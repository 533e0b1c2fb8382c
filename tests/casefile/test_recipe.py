"""The recipe for a case of one's own holds: what it shows can be checked and played as it stands."""

import re
from pathlib import Path

import pytest

from kit import check_case, load_case
from kit.__main__ import main
from kit.casefile.places import datasets
from kit.casefile.schema import case_schema

ROOT = Path(__file__).parents[2]
RECIPE = (datasets() / "README.md").read_text("utf-8")


@pytest.fixture
def first_case(tmp_path: Path) -> Path:
    """The first case as a reader copies it out of the recipe."""
    [block] = re.findall(r"^```yaml\n(.*?)^```$", RECIPE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "mijn-casus.yaml"
    path.write_text(block, "utf-8")
    return path


def test_the_first_case_is_sound_and_short(first_case: Path) -> None:
    assert check_case(first_case) == []
    assert 25 <= len(first_case.read_text("utf-8").splitlines()) <= 35


def test_every_choice_in_the_first_case_leads_to_an_ending(first_case: Path) -> None:
    case = load_case(first_case)
    for option in case.moments[0].options:
        assert case.ending(option.next).text
        assert option.damage
    assert len({option.next for option in case.moments[0].options}) == 2


def test_the_command_line_writes_the_same_case(first_case: Path) -> None:
    assert (ROOT / "kit/casefile/first_case.yaml").read_text("utf-8") == first_case.read_text("utf-8")


def test_the_fault_in_the_recipe_is_the_one_that_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mijn-casus.yaml"]) == 0
    path = Path("mijn-casus.yaml")
    path.write_text(path.read_text("utf-8").replace("strength: 0.8", "strength: 12"), "utf-8")
    [fault] = check_case(path)
    assert str(fault) in RECIPE


def test_the_recipe_names_every_key() -> None:
    schema = case_schema()
    groups = [
        schema,
        *(schema["$defs"][name] for name in ("Actor", "Moment", "Force", "Option", "Safety", "Fact", "Change")),
        *(
            schema["$defs"][name]
            for name in ("Topic", "Expectation", "Claim", "Influence", "Agency", "Concept", "Effect")
        ),
    ]
    missing = [key for group in groups for key in group["properties"] if not re.search(rf"\b{key}\b", RECIPE)]
    assert missing == []


def test_the_recipe_marks_the_keys_that_must_be_there() -> None:
    required = [*case_schema()["required"], *case_schema()["$defs"]["Moment"]["required"]]
    assert [key for key in required if f"**{key}**" not in RECIPE] == []

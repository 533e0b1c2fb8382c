"""`krachtenveld assignment`, as a lecturer meets it: what it writes, what it leaves alone, and what it says."""

import json
from pathlib import Path

import pytest

from kit.__main__ import main
from kit.assignment.folder import PUT_BACK
from kit.exercisefile.places import exercises

TOLD = pytest.CaptureFixture[str]


def files(course: Path) -> set[str]:
    return {path.relative_to(course).as_posix() for path in course.rglob("*") if path.is_file()}


def test_it_writes_what_nbgrader_asks_for(tmp_path: Path, capsys: TOLD) -> None:
    course = tmp_path / "cursus"
    assert main(["assignment", "teamontwerp", str(course)]) == 0
    made = files(course)
    (kept,) = [name for name in made if name.startswith("krachtenveld/")]
    assert made == {
        "nbgrader_config.py",
        "source/teamontwerp/teamontwerp.ipynb",
        "source/teamontwerp/caseload.csv",
        "source/teamontwerp/twente-steden.csv",
        kept,
    }
    told = capsys.readouterr().out
    assert "teamontwerp.ipynb staat klaar, met de antwoorden erin. Deel dit niet uit" in told
    assert told.endswith("nbgrader generate_assignment teamontwerp\n")
    assert PUT_BACK in (course / "nbgrader_config.py").read_text("utf-8")


def test_nothing_is_overwritten(tmp_path: Path, capsys: TOLD) -> None:
    assert main(["assignment", "context", str(tmp_path)]) == 0
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    capsys.readouterr()
    assert main(["assignment", "context", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{tmp_path / 'source' / 'context'} is er al, en blijft zoals het is." in told.err
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


def test_a_second_set_goes_beside_the_first(tmp_path: Path) -> None:
    assert main(["assignment", "context", str(tmp_path)]) == 0
    config = (tmp_path / "nbgrader_config.py").read_bytes()
    assert main(["assignment", "casus", str(tmp_path)]) == 0
    assert {path.name for path in (tmp_path / "source").iterdir()} == {"context", "casus"}
    assert (tmp_path / "nbgrader_config.py").read_bytes() == config


def test_settings_of_ones_own_stay_and_ours_lie_beside_them(tmp_path: Path, capsys: TOLD) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n", "utf-8")
    assert main(["assignment", "context", str(tmp_path)]) == 0
    assert (tmp_path / "nbgrader_config.py").read_text("utf-8") == "c = get_config()\n"
    ours = tmp_path / "krachtenveld" / "nbgrader_config.py"
    assert PUT_BACK in ours.read_text("utf-8")
    assert f"Neem de regels van {ours} daarin over." in capsys.readouterr().out


def test_letters_stand_otherwise_for_another_class(tmp_path: Path) -> None:
    for name, words in (("a", []), ("b", []), ("c", ["--order", "herfst"]), ("d", ["--order", "herfst"])):
        assert main(["assignment", "context", str(tmp_path / name), *words]) == 0
    a, b, c, d = (json.loads((tmp_path / n / "source/context/context.ipynb").read_text("utf-8")) for n in "abcd")
    assert a != b
    assert c == d and c["metadata"]["krachtenveld"]["seed"] == "herfst"


def test_a_set_that_is_not_there_names_the_nearest(tmp_path: Path, capsys: TOLD) -> None:
    assert main(["assignment", "spaningen", str(tmp_path / "x")]) == 1
    told = capsys.readouterr()
    assert told.out == "" and "Bedoel je ‘spanningen’?" in told.err
    assert not (tmp_path / "x").exists()


def test_a_set_with_faults_tells_them_all(tmp_path: Path, capsys: TOLD) -> None:
    bad = tmp_path / "mijn-reeks.yaml"
    bad.write_text("format: 1\nid: mijn-reeks\ntitle: X\nexercises: []\n", "utf-8")
    assert main(["assignment", str(bad), str(tmp_path / "x")]) == 1
    assert "mijn-reeks.yaml:4" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_set_of_ones_own_becomes_one_too(tmp_path: Path) -> None:
    recipe = (exercises() / "README.md").read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    own = tmp_path / "mijn-reeks.yaml"
    own.write_text(recipe, "utf-8")
    assert main(["assignment", str(own), str(tmp_path / "cursus")]) == 0
    assert (tmp_path / "cursus/source/mijn-reeks/mijn-reeks.ipynb").is_file()


@pytest.mark.parametrize("arguments", [[], ["context"], ["context", "x", "y"], ["context", "x", "--order", "A b"]])
def test_a_command_that_is_not_understood(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: TOLD
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        code: object = main(["assignment", *arguments])
    except SystemExit as stop:
        code = stop.code
    assert code == 2
    assert capsys.readouterr().out == "" and list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: TOLD) -> None:
    (tmp_path / "bestand").write_text("", "utf-8")
    assert main(["assignment", "context", str(tmp_path / "bestand")]) == 1
    assert capsys.readouterr().err.startswith("Dit lukte niet: ")

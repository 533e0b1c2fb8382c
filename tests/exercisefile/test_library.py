import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit import list_cases
from kit.__main__ import main
from kit.exercise import ExerciseSet
from kit.exercisefile import ExerciseError, check_set, is_set, list_sets, load_set
from kit.exercisefile.places import TOPICS, exercises, folders, own_sets

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
KINDS = HERE / "kinds.yaml"
SHIPPED = sorted(exercises().glob("*.yaml"))


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Away from the repository, so that the present folder holds no sets."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def put(folder: Path, id: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{id}.yaml"
    path.write_text(text.replace("id: kinds", f"id: {id}"), "utf-8")
    return path


def test_a_path_gives_the_set_as_the_file_says_it() -> None:
    whole = load_set(KINDS)
    assert isinstance(whole, ExerciseSet)
    assert (whole.id, whole.minutes, len(whole.exercises)) == ("kinds", 20, 12)
    assert {exercise.kind for exercise in whole.exercises} == {
        *("choose", "several", "order", "match", "place", "read", "write", "compute")
    }
    first = whole.exercise("de-bon")
    assert [option.right for option in first.options] == [True, False, False]
    assert whole.source("lewin-1951").cite
    zones = whole.exercise("waar-staat-de-gemeente").zones
    assert [(zone.from_, zone.to) for zone in zones] == [(-1, -0.2), (-0.2, 0.3), (0.3, 1)]
    with pytest.raises(KeyError, match="no exercise 'x'; there are de-bon, "):
        whole.exercise("x")
    with pytest.raises(KeyError, match="no source 'x'; there are denuyl-verhagen-2015, lewin-1951"):
        whole.source("x")


def test_a_line_of_the_kit_comes_whole_with_its_source_and_forces_stay_put() -> None:
    whole = load_set(KINDS)
    board = whole.exercise("zoek-het-midden").board
    assert board is not None
    assert board.tensions[0].left.name == "Maatwerk"
    assert [force.movable for force in board.forces] == [False, False, True]
    assert board.tensions[0].source in {source.id for source in whole.sources}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_set_of_the_kit_is_sound(path: Path) -> None:
    assert [str(fault) for fault in check_set(path)] == []
    assert load_set(path.stem) == load_set(path)
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=exercises.schema.json\n")


def test_a_faulty_set_raises_all_its_faults() -> None:
    path = HERE / "faulty" / "same_option_twice.yaml"
    with pytest.raises(ExerciseError) as caught:
        load_set(path)
    assert list(caught.value.faults) == check_set(path)
    assert str(caught.value) == "\n".join(str(fault) for fault in caught.value.faults)


def test_an_unknown_id_names_the_nearest_and_the_known(kinds: str, only: Path) -> None:
    put(only, "spanningen", kinds)
    with pytest.raises(ExerciseError) as caught:
        load_set("spaningen")
    [fault] = caught.value.faults
    assert fault.rule == "moet een reeks opgaven zijn die er is (spanningen), maar is ‘spaningen’."
    assert fault.fix == "Bedoel je ‘spanningen’?"
    assert check_set("spaningen") == [fault]


def test_sets_are_found_by_id_in_ones_own_folder_first(kinds: str, fresh_home: Path) -> None:
    assert folders() == [own_sets(), Path(), exercises()]
    assert own_sets() == fresh_home / "exercises"
    put(own_sets(), "proef", kinds.replace("Van elke soort een", "In mijn map"))
    put(Path(), "proef", kinds.replace("Van elke soort een", "Hier"))
    assert load_set("proef").title == "In mijn map"
    assert load_set("proef.yaml").title == "Hier"
    assert list_sets()["proef"] == "In mijn map"


def test_the_sets_of_the_kit_come_in_the_order_of_its_notebooks(kinds: str, only: Path) -> None:
    for id in ("zomer", *reversed(TOPICS), "anders"):
        put(only, id, kinds)
    assert list(list_sets()) == [*TOPICS, "anders", "zomer"]


def test_a_set_is_no_case_and_a_case_is_no_set(kinds: str) -> None:
    put(Path(), "reeks", kinds)
    put(Path(), "casus", (ROOT / "tests/casefile/sound.yaml").read_text("utf-8"))
    assert "reeks" in list_sets() and "reeks" not in list_cases()
    assert "casus" in list_cases() and list_sets().get("casus") != "Een extra uur"
    assert is_set("reeks.yaml") and not is_set("casus.yaml")
    assert is_set(Path("reeks.yaml")) and not is_set("er-niet.yaml")


def test_a_set_in_a_folder_of_exercises_is_named_after_its_file(kinds: str, tmp_path: Path) -> None:
    assert check_set(put(tmp_path / "exercises", "bos", kinds)) == []
    put(tmp_path / "exercises", "bos", kinds).rename(tmp_path / "exercises" / "es.yaml")
    assert [fault.where for fault in check_set(tmp_path / "exercises" / "es.yaml")] == ["id"]


def test_the_command_checks_sets_and_cases(kinds: str, capsys: pytest.CaptureFixture[str], only: Path) -> None:
    put(only, "proef", kinds)
    broken = put(Path("exercises"), "stuk", "format: 1\nid: stuk\ntitel: Stuk\n")
    assert main(["check", str(KINDS), "proef", "heideland"]) == 0
    assert capsys.readouterr().out == f"{KINDS} is in orde.\nproef is in orde.\nheideland is in orde.\n"
    assert main(["check", str(broken)]) == 1
    assert capsys.readouterr().out.startswith(f"{broken}:1  exercises\n")


def test_the_command_writes_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--exercises"]) == 0
    assert '"ExerciseSet"' in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="a device to read from")
def test_an_endless_file_is_a_fault() -> None:
    [fault] = check_set("/dev/zero")
    assert fault.rule == "moet een bestand zijn, maar met deze naam is er geen."


def test_listing_sets_loads_neither_pydantic_nor_yaml() -> None:
    program = (
        "import sys; from kit.exercisefile import list_sets; list_sets();"
        "print(*(m for m in ('pydantic', 'ruamel.yaml') if m in sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""

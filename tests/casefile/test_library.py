import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit import CaseError, check_case, list_cases, load_case
from kit.case import Case, tensions_of
from kit.casefile.check import checked
from kit.casefile.places import datasets, folders, own_cases
from kit.casefile.shared import shared_parts

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHIPPED = sorted((datasets() / "cases").glob("*.yaml"))


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Away from the repository, so that the present folder holds no cases."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def put(folder: Path, id: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{id}.yaml"
    path.write_text(text.replace("id: bos", f"id: {id}"), "utf-8")
    return path


def test_a_path_gives_the_case_as_the_file_says_it(own_datasets: Path) -> None:
    case = load_case(HERE / "sound.yaml")
    assert isinstance(case, Case)
    assert (case.id, case.title, case.minutes) == ("bos", "Een extra uur", 20)
    assert [actor.name for actor in case.actors] == ["Mevrouw Bos", "De gemeente"]
    kitchen = case.moments[0]
    assert [tension.id for tension in tensions_of(case, kitchen)] == ["maatwerk-gelijke-behandeling", "nu-later"]
    assert (kitchen.forces[0].toward, kitchen.forces[0].strength) == (-0.9, 0.8)
    assert kitchen.options[0].positions == {"nu-later": -0.7, "maatwerk-gelijke-behandeling": -0.6}
    assert kitchen.safety is not None
    assert [answer.settled for answer in kitchen.safety.answers] == [False, True]
    assert load_case(str(HERE / "sound.yaml")) == case


def test_shared_parts_come_whole_with_the_sources_they_need(own_datasets: Path) -> None:
    case = load_case(HERE / "sound.yaml")
    assert case.tension("maatwerk-gelijke-behandeling").left.name == "Maatwerk"
    assert case.conditions[0].name == "Krimpend budget"
    assert [source.id for source in case.sources] == ["verweij-spierts-2020", "denuyl-verhagen-2015"]


def test_a_shared_part_does_not_change_by_being_used(own_datasets: Path) -> None:
    before = repr({key: shared_parts(key) for key in ("tensions", "conditions", "sources")})
    load_case(HERE / "sound.yaml")
    assert repr({key: shared_parts(key) for key in ("tensions", "conditions", "sources")}) == before


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_case_of_the_kit_is_sound(path: Path) -> None:
    assert check_case(path) == []
    assert load_case(path.stem) == load_case(path)
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../case.schema.json\n")


def test_every_shared_part_of_the_kit_is_sound(tmp_path: Path) -> None:
    listed = {key: "".join(f"\n  - {id}" for id in shared_parts(key)) for key in ("tensions", "conditions")}
    pulls = "".join(
        f"\n      - {{actor: {actor}, tension: {id}, toward: 0, strength: 0.5}}"
        for id in shared_parts("tensions")
        for actor in ("a", "b")
    )
    positions = ", ".join(f"{id}: 0" for id in shared_parts("tensions"))
    text = f"""format: 1
id: alles
title: Alle gedeelde delen
actors: [{{id: a, name: A}}, {{id: b, name: B}}]
tensions: {listed["tensions"]}
conditions: {listed["conditions"]}
moments:
  - id: een
    title: Een
    scene: Een
    dilemma: {{question: Een, a: {{name: A, damage: A}}, b: {{name: B, damage: B}}}}
    forces: {pulls}
    options:
      - {{id: a, title: A, positions: {{{positions}}}, damage: A, next: uit}}
      - {{id: b, title: B, positions: {{{positions}}}, damage: B, next: uit}}
endings: [{{id: uit, title: Uit, text: Uit}}]
"""
    case, findings = checked(text.encode("utf-8"), tmp_path / "alles.yaml")
    assert findings == []
    assert case is not None
    assert len(case.tensions) == len(shared_parts("tensions")) >= 4
    assert len({source["id"] for source in shared_parts("sources").values()}) >= 5


def test_a_faulty_case_raises_all_its_faults() -> None:
    path = HERE / "faulty" / "strength_out_of_range.yaml"
    with pytest.raises(CaseError, match=r"moet tussen 0 en 1 liggen, maar is 12\.") as caught:
        load_case(path)
    assert list(caught.value.faults) == check_case(path)
    assert str(caught.value) == "\n".join(str(fault) for fault in caught.value.faults)


def test_an_unknown_id_names_the_nearest_and_the_known(sound: str, only: Path) -> None:
    put(only, "keukentafel", sound)
    with pytest.raises(CaseError) as caught:
        load_case("keukentafle")
    [fault] = caught.value.faults
    assert fault.rule == "moet een casus zijn die er is (keukentafel), maar is ‘keukentafle’."
    assert fault.fix == "Bedoel je ‘keukentafel’?"
    assert check_case("keukentafle") == [fault]


def test_cases_are_found_by_id_in_ones_own_folder_first(sound: str, fresh_home: Path) -> None:
    assert folders() == [own_cases(), Path(), datasets() / "cases"]
    assert own_cases() == fresh_home / "cases"
    put(own_cases(), "proef", sound.replace("Een extra uur", "In mijn map"))
    put(Path(), "proef", sound.replace("Een extra uur", "Hier"))
    put(Path(), "naast", sound.replace("Een extra uur", "Naast het notebook"))
    assert load_case("proef").title == "In mijn map"
    assert load_case("proef.yaml").title == "Hier"
    cases = list_cases()
    assert (cases["proef"], cases["naast"]) == ("In mijn map", "Naast het notebook")
    assert set(cases) == {"proef", "naast", *(path.stem for path in SHIPPED)}


def test_a_list_of_cases_has_cases_only(sound: str, tmp_path: Path) -> None:
    put(tmp_path, "gewoon", sound)
    put(tmp_path, "aangehaald", sound.replace("title: Een extra uur", 'title: "Een: extra uur"  # let op'))
    put(tmp_path, "gevouwen", sound.replace("title: Een extra uur", "title: >-\n  Een lange titel"))
    put(tmp_path, "zonder", sound.replace("title: Een extra uur\n", ""))
    put(tmp_path, "gewoon.en", sound)
    put(tmp_path, "iets-anders", "name: krachtenveld\n")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\x00" * 100)
    (tmp_path / "map.yaml").mkdir()
    assert list_cases([tmp_path]) == {
        "aangehaald": "Een: extra uur",
        "gevouwen": "Een lange titel",
        "gewoon": "Een extra uur",
        "zonder": "zonder",
    }
    assert list_cases([str(tmp_path / "er-niet")]) == {}


def test_a_case_in_a_folder_of_cases_is_named_after_its_file(sound: str, tmp_path: Path) -> None:
    assert check_case(put(tmp_path / "cases", "bos", sound)) == []
    put(tmp_path / "cases", "bos", sound).rename(tmp_path / "cases" / "es.yaml")
    assert [fault.where for fault in check_case(tmp_path / "cases" / "es.yaml")] == ["id"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("er-niet.yaml", "moet een bestand zijn, maar met deze naam is er geen."),
        ("map.yaml", "moet een bestand zijn, maar is een map."),
        ("nul\0.yaml", "moet een bestand zijn, maar met deze naam is er geen."),
        ("lang" * 200 + ".yaml", "moet te lezen zijn, maar gaat niet open."),
    ],
)
def test_what_is_no_file_is_a_fault(name: str, rule: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").mkdir()
    [fault] = check_case(tmp_path / name)
    assert (fault.file, fault.line, fault.where, fault.rule) == (str(tmp_path / name), 1, "het hele bestand", rule)


def test_a_case_may_have_half_a_megabyte_and_no_more(sound: str, tmp_path: Path, own_datasets: Path) -> None:
    path = tmp_path / "groot.yaml"
    room = 512 * 1024 - len(sound.encode("utf-8"))
    path.write_bytes(sound.encode("utf-8") + b"#" * room)
    assert check_case(path) == []
    path.write_bytes(sound.encode("utf-8") + b"#" * (room + 1))
    [fault] = check_case(path)
    assert (fault.line, fault.rule) == (1, "mag hoogstens 512 kB groot zijn, maar is groter.")


def test_a_file_that_may_not_be_opened_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    [fault] = check_case(HERE / "sound.yaml")
    assert fault.rule == "moet te lezen zijn, maar gaat niet open."


@pytest.mark.skipif(os.name != "posix", reason="a device to read from")
def test_an_endless_file_is_a_fault() -> None:
    [fault] = check_case("/dev/zero")
    assert fault.rule == "moet een bestand zijn, maar met deze naam is er geen."


def test_listing_cases_loads_neither_pydantic_nor_yaml() -> None:
    program = "import sys, kit; kit.list_cases(); print(*(m for m in ('pydantic', 'ruamel.yaml') if m in sys.modules))"
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""

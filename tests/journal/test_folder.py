"""A folder that somebody names: only the files in it, within bounds, and nothing that a link or a pipe leads to."""

import os
from pathlib import Path

import pytest

from kit.journal import FolderError, folder
from kit.journal.folder import in_folder
from kit.journal.transfer import LARGEST


def read(path: str | Path) -> list[tuple[str, bytes | None]]:
    return [(file.name, file.content) for file in in_folder(path)]


def why(path: Path) -> dict[str, str]:
    return {file.name: file.why for file in in_folder(path) if file.content is None}


@pytest.fixture
def klas(tmp_path: Path) -> Path:
    path = tmp_path / "klas 1a"
    path.mkdir()
    return path


def test_files_whatever_their_names_json_first(klas: Path) -> None:
    for name in ("opdracht van Zoë (2).json", "a.txt", "B.JSON", ".DS_Store"):
        (klas / name).write_bytes(name.encode())
    assert read(klas) == [
        ("B.JSON", b"B.JSON"),
        ("opdracht van Zoë (2).json", "opdracht van Zoë (2).json".encode()),
        ("a.txt", b"a.txt"),
    ]


def test_nothing_is_written(klas: Path) -> None:
    (klas / "a.json").write_bytes(b"a")
    before = [(path.name, path.stat().st_mtime_ns) for path in sorted(klas.iterdir())]
    read(klas)
    assert [(path.name, path.stat().st_mtime_ns) for path in sorted(klas.iterdir())] == before


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise there")
def test_links_pipes_and_folders_are_named_and_not_read(klas: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.json"
    secret.write_text("geheim")
    (klas / "link.json").symlink_to(secret)
    (klas / "mappenlink").symlink_to(tmp_path)
    os.mkfifo(klas / "pijp.json")
    (klas / "map.json").mkdir()
    (klas / "map.json" / "diep.json").write_text("diep")
    assert [content for _name, content in read(klas)] == [None] * 4
    assert why(klas) == {
        "link.json": "Dit is een verwijzing naar een andere plek; die wordt niet gevolgd.",
        "mappenlink": "Dit is een verwijzing naar een andere plek; die wordt niet gevolgd.",
        "pijp.json": "Dit is geen gewoon bestand.",
        "map.json": "Dit is een map; daar wordt niet in gekeken.",
    }


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything is refused nothing")
def test_a_file_that_may_not_be_read_is_named(klas: Path) -> None:
    (klas / "dicht.json").write_text("x")
    (klas / "dicht.json").chmod(0)
    assert why(klas)["dicht.json"].startswith("Dit bestand is niet te lezen (")


def test_a_file_that_is_gone_meanwhile_is_named(klas: Path) -> None:
    (klas / "a.json").write_text("a")
    (klas / "b.json").write_text("b")
    files = in_folder(klas)
    next(files)
    (klas / "b.json").unlink()
    assert next(files).why.startswith("Dit bestand is niet te lezen (")


def test_no_more_of_a_file_than_tells_that_it_is_too_large(klas: Path) -> None:
    with (klas / "groot.json").open("wb") as file:
        file.truncate(10 * LARGEST)
    [(_name, content)] = read(klas)
    assert content is not None and len(content) == LARGEST + 1


def test_no_more_files_than_may_be(klas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_FILES", 2)
    for name in "abc":
        (klas / f"{name}.json").write_text(name)
    assert read(klas) == [("a.json", b"a"), ("b.json", b"b"), ("c.json", None)]
    assert why(klas) == {"c.json": "Niet gelezen: dit zijn meer dan 2 bestanden tegelijk."}


def test_no_more_bytes_than_may_be(klas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_TOGETHER", 3)
    for name in "abc":
        (klas / f"{name}.json").write_bytes(b"xx")
    assert read(klas) == [("a.json", b"xx"), ("b.json", b"xx"), ("c.json", None)]
    assert why(klas)["c.json"].startswith("Niet gelezen: deze bestanden zijn samen groter dan")


def test_a_folder_with_far_too_many_files_is_told(klas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_NAMES", 2)
    for name in "abc":
        (klas / name).write_text(name)
    with pytest.raises(FolderError, match="Er staan meer dan 2 bestanden in"):
        in_folder(klas)


def test_a_folder_that_is_none_is_told(klas: Path) -> None:
    (klas / "a.json").write_text("a")
    for path, told in (
        ("", "Vul eerst het pad van een map in."),
        ("  ", "Vul eerst het pad van een map in."),
        (str(klas / "weg"), "Er is hier geen map met deze naam:"),
        ("a\x00b", "Er is hier geen map met deze naam:"),
        (str(klas / "a.json"), "Dit is een bestand, geen map:"),
        ("x" * 4000, "(Deze map is niet te lezen|Er is hier geen map)"),
        ("~niemandhier/x", "Er is hier geen map met deze naam:"),
    ):
        with pytest.raises(FolderError, match=told):
            in_folder(path)


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_path_may_begin_here_beside_here_or_at_home(klas: Path, monkeypatch: pytest.MonkeyPatch, quote: str) -> None:
    (klas / "a.json").write_text("a")
    notebooks = klas.parent / "exercises"
    notebooks.mkdir()
    monkeypatch.chdir(klas.parent)
    assert read(f"{quote}klas 1a{quote}\n") == [("a.json", b"a")]
    monkeypatch.chdir(notebooks)
    assert read("klas 1a") == [("a.json", b"a")]
    assert read("../klas 1a") == [("a.json", b"a")]
    monkeypatch.chdir("/")
    monkeypatch.setenv("HOME", str(klas.parent))
    monkeypatch.setenv("USERPROFILE", str(klas.parent))
    assert read("klas 1a") == read("~/klas 1a") == [("a.json", b"a")]

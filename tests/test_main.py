"""The command line as a lecturer meets it: words, exit codes, and files that are never overwritten."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from kit import __main__ as cli
from kit.__main__ import main
from kit.casefile import case_schema, check_case
from kit.casefile.places import own_cases

SOUND = Path(__file__).parent / "casefile" / "sound.yaml"
FAULTY = Path(__file__).parent / "casefile" / "faulty"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_check_says_what_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SOUND)]) == 0
    assert capsys.readouterr().out == f"{SOUND} is in orde.\n"


def test_check_tells_the_faults_of_every_file(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = FAULTY / "strength_out_of_range.yaml", FAULTY / "misspelt_key.yaml"
    assert main(["check", str(first), str(SOUND), str(second)]) == 1
    assert capsys.readouterr().out == (
        f"{first}:37  moments[0].forces[0].strength\n"
        "  moet tussen 0 en 1 liggen, maar is 12. Zet hier bijvoorbeeld 0.8.\n"
        f"{SOUND} is in orde.\n"
        f"{second}:23  moments[0].scenne\n"
        "  is een sleutel die hier niet bestaat. Bedoel je ‘scene’?\n"
    )


def test_check_in_english(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LANG", "en")
    assert main(["check", str(FAULTY / "strength_out_of_range.yaml")]) == 1
    assert "must be between 0 and 1, but is 12. Put for example 0.8 here." in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["check"], ["chek"], ["new"], ["new", "Mijn Casus"], ["copy"], ["cases", "x"]])
def test_a_command_that_is_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = main(arguments)
    except SystemExit as stop:
        code = stop.code
    assert code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert re.search("wordt niet begrepen|Een kenmerk heeft kleine letters", told.err)


def test_help_is_in_the_language_in_force(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for language, use in (("nl", "Gebruik: krachtenveld"), ("en", "Use: krachtenveld")):
        monkeypatch.setenv("KIT_LANG", language)
        with pytest.raises(SystemExit) as stop:
            main(["--help"])
        assert stop.value.code == 0
        told = capsys.readouterr().out
        assert told.startswith(use)
        assert all(name in told for name in ("check", "cases", "new", "copy", "schema", "--version"))
        assert not re.search("usage|positional|optional|show this help", told)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"krachtenveld (\d+\.\d+\.\d+.*|\(.*\))\n", capsys.readouterr().out)


def test_cases_lists_ids_with_titles(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "mijn-casus"])
    capsys.readouterr()
    assert main(["cases"]) == 0
    told = capsys.readouterr().out
    assert re.search(r"^mijn-casus +Een extra uur$", told, re.MULTILINE)
    assert re.search(r"^heideland +Heideland", told, re.MULTILINE)


def test_new_writes_a_case_that_checks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "wijk-zuid"]) == 0
    path = own_cases() / "wijk-zuid.yaml"
    assert f"{path} staat klaar." in capsys.readouterr().out
    assert check_case(path) == []
    assert main(["check", "wijk-zuid"]) == 0
    first, *_rest = path.read_text("utf-8").splitlines()
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(file:///\S+)", first)
    assert schema is not None
    with urllib.request.urlopen(schema[1]) as file:
        assert json.load(file) == case_schema()


def test_new_takes_the_name_of_a_file(here: Path) -> None:
    assert main(["new", "mijn-casus.yaml"]) == 0
    assert check_case(here / "mijn-casus.yaml") == []
    assert not own_cases().exists()


@pytest.mark.parametrize("name", ["mijn-casus", "mijn-casus.yaml"])
def test_new_overwrites_nothing(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (here, own_cases()):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mijn-casus.yaml").write_text("van mij", "utf-8")
    assert main(["new", name]) == 1
    assert "is er al, en blijft zoals het is." in capsys.readouterr().err
    assert [(folder / "mijn-casus.yaml").read_text("utf-8") for folder in (here, own_cases())] == ["van mij"] * 2


def test_a_folder_that_cannot_be_written_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "bestand").write_text("", "utf-8")
    assert main(["new", "bestand/mijn-casus.yaml"]) == 1
    assert capsys.readouterr().err.startswith("Dit lukte niet: ")


def test_schema_goes_to_the_screen_or_to_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == case_schema()
    assert main(["schema", "schema.json"]) == 0
    assert json.loads((here / "schema.json").read_text("utf-8")) == case_schema()


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "shipped" / "notebooks"
    (folder.parent / "exercises").mkdir(parents=True)
    (folder / "beeld").mkdir(parents=True)
    (folder / ".ipynb_checkpoints").mkdir()
    empty = json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    names = ("00_start.ipynb", "08_casus.ipynb", "beeld/foto.svg", ".ipynb_checkpoints/oud.ipynb")
    for name in (*names, "../exercises/00_overzicht.ipynb"):
        (folder / name).write_text(empty, "utf-8")
    monkeypatch.setattr(cli, "notebooks", lambda: folder)
    return folder


def test_copy_overwrites_nothing(pages: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = here / "les" / "notebooks" / "08_casus.ipynb"
    mine.parent.mkdir(parents=True)
    mine.write_text("van mij", "utf-8")
    assert main(["copy", "les"]) == 0
    told = capsys.readouterr().out
    assert f"{Path('les') / 'notebooks' / '08_casus.ipynb'} is er al, en blijft zoals het is." in told
    assert "3 bestanden gekopieerd naar les." in told
    files = sorted(path.relative_to(here / "les").as_posix() for path in (here / "les").rglob("*") if path.is_file())
    first = [f"notebooks/{name}" for name in ("00_start.ipynb", "08_casus.ipynb", "beeld/foto.svg")]
    assert files == ["exercises/00_overzicht.ipynb", *first]
    assert mine.read_text("utf-8") == "van mij"


def test_ones_own_notebooks_come_first(here: Path) -> None:
    assert cli.notebooks() != here / "notebooks"
    (here / "notebooks").mkdir()
    assert cli.notebooks() != here / "notebooks"
    (here / "notebooks" / "00_start.ipynb").write_text("{}", "utf-8")
    assert cli.notebooks() == here / "notebooks"


def test_without_notebooks_it_says_so(
    monkeypatch: pytest.MonkeyPatch, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "notebooks", lambda: here)
    assert main([]) == 1
    assert "De notebooks zijn niet te vinden" in capsys.readouterr().err


def test_it_opens_jupyterlab_at_the_first_page(pages: Path, here: Path) -> None:
    """The real JupyterLab, up to the address it would open in a browser."""
    (here / "notebooks").mkdir()
    for page in pages.glob("*.ipynb"):
        (here / "notebooks" / page.name).write_bytes(page.read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    root = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(root), "JUPYTER_CONFIG_DIR": str(here / "config")}
    options = ["--no-browser", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--allow-root"]
    log = here / "log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "kit", *options, "--IdentityProvider.token=geheim"],
            cwd=here, env=environment, stdout=out, stderr=out,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                with urllib.request.urlopen(f"{address}/api/contents?token=geheim", timeout=5) as answer:
                    names = {item["name"] for item in json.load(answer)["content"]}
                break
            except OSError:
                assert server.poll() is None, log.read_text()
                time.sleep(0.2)
        with urllib.request.urlopen(f"{address}/?token=geheim", timeout=10) as answer:
            landed = answer.geturl()
        if sys.platform == "linux":
            passed = Path(f"/proc/{server.pid}/environ").read_text().split("\0")
            assert "JUPYTER_WIDGETS_ECHO=0" in passed
    finally:
        server.terminate()
        server.wait(20)
    assert "notebooks" in names
    assert landed.split("?")[0] == f"{address}/lab/tree/notebooks/00_start.ipynb"

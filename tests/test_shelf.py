"""The casebook: cases to choose from, faults instead of a traceback, and going on where one was."""

import json
from pathlib import Path

import pytest

from kit.casefile import list_cases, load_case
from kit.journal import Store, new_run
from kit.shelf import casebook
from kit.widgets.asked import acts
from kit.widgets.walk import Walk


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "journal")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one's own cases."""
    monkeypatch.setenv("KIT_HOME", str(tmp_path))
    (tmp_path / "cases").mkdir()
    return tmp_path / "cases"


def test_the_shelf_offers_every_case(store: Store) -> None:
    book = casebook(store)
    assert acts(book.shelf.page) == {f"take:{id}" for id in list_cases()}
    told = json.dumps(book.shelf.page, ensure_ascii=False)
    for id, title in list_cases().items():
        case = load_case(id)
        for words in (title, case.theme[1:], f"Ongeveer {case.minutes} minuten", case.tensions[0].left.name):
            assert words in told, id
    assert told.count("<svg") == len(list_cases())


def test_a_case_opens_below_the_shelf(store: Store) -> None:
    book = casebook(store)
    book.shelf._handle_custom_msg({"kind": "act", "id": "take:heideland"}, [])
    assert isinstance(book.children[1], Walk)
    assert book.children[1].case.id == "heideland"


def test_opening_again_goes_on_where_one_was(store: Store) -> None:
    store.save(new_run("heideland").answered("case/here", "schoolraam/story"))
    walk = casebook(store).children[1]
    assert isinstance(walk, Walk)
    assert walk.at.here.id == "schoolraam/story"


def test_a_case_with_faults_shows_them(store: Store, own: Path) -> None:
    (own / "kapot.yaml").write_text("format: 1\nid: kapot\ntitle: <b>Kapot</b>\nactors: 3\n", "utf-8")
    book = casebook(store)
    book.take("kapot")
    assert book.children == (book.shelf,)
    told = json.dumps(book.shelf.page, ensure_ascii=False)
    assert "Deze casus is nog niet te spelen" in told
    assert "kapot.yaml, regel 4" in told and "actors" in told
    assert "take:kapot" in acts(book.shelf.page), "to open it again once it is repaired"


def test_faults_go_when_they_are_repaired(store: Store, own: Path) -> None:
    sound = (Path(__file__).parents[1] / "kit/casefile/first_case.yaml").read_text("utf-8")
    (own / "eerste.yaml").write_text("format: 1\nid: eerste\ntitle: x\n", "utf-8")
    book = casebook(store)
    book.take("eerste")
    (own / "eerste.yaml").write_text(sound.replace(sound.split("id: ")[1].split("\n")[0], "eerste", 1), "utf-8")
    book.take("eerste")
    assert isinstance(book.children[1], Walk)

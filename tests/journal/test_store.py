"""Nothing that a learner made is lost: not by a kill, a full disk, a damaged file, or a second window."""

import errno
import os
from pathlib import Path

import pytest

from kit.journal import NotKept, Run, Store, new_run
from kit.journal import store as store_module


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "journal")


def test_what_was_saved_is_found_again(store: Store) -> None:
    run = store.save(new_run("heideland").answered("m/hunch", "a"))
    assert Store(store.folder).latest("heideland") == run


def test_starting_again_keeps_the_earlier_run(store: Store) -> None:
    first = store.save(new_run("heideland", "2026-01-01T00:00:00+00:00"))
    second = store.save(new_run("heideland", "2026-01-02T00:00:00+00:00"))
    assert store.runs("heideland") == [second, first]


def test_of_two_runs_in_one_millisecond_the_one_begun_last_is_the_latest(store: Store) -> None:
    """On a quick machine an answer and a new beginning may bear the same time; ids are no order then."""
    begun, then = "2026-01-05T09:00:00.000+00:00", "2026-01-05T09:00:07.123+00:00"
    earlier = Run(id="z", case="heideland", started=begun).answered("case/other", "Wat ik schreef", at=then)
    again = Run(id="a", case="heideland", started=then)
    for run in (earlier, again):
        store.save(run)
    latest = store.latest("heideland")
    assert latest is not None and latest.id == "a"


def test_cases_do_not_mix(store: Store) -> None:
    store.save(new_run("heideland"))
    store.save(new_run("heideland-2"))
    assert [run.case for run in store.runs("heideland")] == ["heideland"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 9}', "\x00", "[" * 100_000])
def test_a_damaged_file_is_set_aside_and_named(store: Store, text: str) -> None:
    good = store.save(new_run("heideland"))
    bad = store.folder / "heideland--x.json"
    bad.write_text(text, "utf-8")
    assert store.runs("heideland") == [good]
    assert not bad.exists()
    assert [path.read_text("utf-8") for path in store.set_aside] == [text]


def test_bytes_that_are_no_text_are_set_aside(store: Store) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / "heideland--x.json").write_bytes(b"\xff\xfe\x00")
    assert store.runs("heideland") == []
    assert len(store.set_aside) == 1


def test_a_file_that_is_far_too_large_is_not_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(new_run("heideland"))
    monkeypatch.setattr(store_module, "MAX_BYTES", 10)
    assert store.runs("heideland") == []
    assert len(store.set_aside) == 1


def test_what_could_not_be_read_back_is_not_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run = store.save(new_run("heideland").answered("m/weigh", "kort"))
    monkeypatch.setattr(store_module, "MAX_BYTES", 1_000)
    with pytest.raises(NotKept, match="journal"):
        store.save(run.answered("m/weigh", "lang " * 1_000))
    assert store.latest("heideland") == run


def test_half_a_character_is_no_reason_to_lose_the_rest(store: Store) -> None:
    store.save(new_run("heideland").answered("m/weigh", "een \ud83d en meer"))
    latest = store.latest("heideland")
    assert latest is not None and latest.answers["m/weigh"] == "een ? en meer"


def test_what_there_are_runs_of(store: Store) -> None:
    assert store.cases() == []
    for case in ("oefenen-context", "heideland", "heideland"):
        store.save(new_run(case))
    assert store.cases() == ["heideland", "oefenen-context"]


def test_a_second_window_goes_on_under_a_name_of_its_own(store: Store) -> None:
    run = store.save(new_run("heideland").answered("m/weigh", "samen"))
    one = store.save(run.answered("m/weigh", "venster een"))
    two = store.save(run.answered("m/weigh", "venster twee"))
    assert one.id != two.id
    assert {r.answers["m/weigh"] for r in store.runs("heideland")} == {"venster een", "venster twee"}
    assert store.save(two.answered("m/test", "x")).id == two.id


def test_what_two_windows_wrote_together_is_one_run(store: Store) -> None:
    run = store.save(new_run("les").answered("a", "begin"), together=True)
    one = store.save(run.answered("a", "venster een", "2099-01-01T00:00:00.000+00:00").answered("b", 1), together=True)
    two = store.save(run.answered("c", 2), together=True)
    assert one.id == two.id == run.id
    assert two.answers == {"a": "venster een", "b": 1, "c": 2}
    again = store.save(one.answered("a", "later", "2099-01-02T00:00:00.000+00:00"), together=True)
    assert again.answers == {"a": "later", "b": 1, "c": 2}
    assert store.runs("les") == [again]
    assert len(again.entries) == len({(entry.at, entry.key) for entry in again.entries})


def test_a_damaged_file_is_not_joined_but_set_aside(store: Store) -> None:
    run = store.save(new_run("les").answered("a", "goed"), together=True)
    (path,) = store.folder.glob("*.json")
    path.write_text("{stuk", "utf-8")
    kept = store.save(run.answered("b", 2), together=True)
    assert kept.answers == {"a": "goed", "b": 2} and store.latest("les") == kept
    assert [aside.read_text("utf-8") for aside in store.set_aside] == ["{stuk"]


def test_a_kill_while_writing_leaves_the_old_text(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run = store.save(new_run("heideland").answered("m/weigh", "oud"))

    def killed(_source: object, _target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        store.save(run.answered("m/weigh", "nieuw"))
    monkeypatch.undo()
    assert store.latest("heideland") == run
    assert [path.name for path in store.folder.iterdir() if path.suffix == ".part"] == []


def test_a_full_disk_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotKept, match="No space left on device"):
        store.save(new_run("heideland"))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = Store(tmp_path / "file" / "journal")
    with pytest.raises(NotKept, match="journal"):
        store.save(new_run("heideland"))
    assert store.runs("heideland") == []


def test_odd_names_stay_in_the_folder(store: Store) -> None:
    store.save(Run("../../x", "../heideland", "2026-01-01T00:00:00+00:00"))
    assert [path.parent for path in store.folder.rglob("*.json")] == [store.folder]

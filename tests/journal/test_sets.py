"""A set of exercises in many windows at once: no answer lost, no wrong count, and a new beginning that holds."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.journal import Entry, NotKept, Run, SetLog, Store
from kit.journal import store as store_module
from kit.journal.sets import practised, together

ROOT = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "journal")


def checked(log: SetLog) -> list[object]:
    return [entry.value for entry in log.entries if entry.key == "a/checked"]


def test_what_was_done_is_there_the_next_time(store: Store) -> None:
    log = SetLog("context", store)
    log.keep("a/answer", "x")
    log.note("a/checked", "x")
    log.note("a/checked", "x")
    again = SetLog("context", Store(store.folder))
    assert again.entries == log.entries
    assert (again.answers["a/answer"], checked(again)) == ("x", ["x", "x"])
    assert practised(store) == ["context"]


def test_what_is_kept_is_seen_at_once(store: Store) -> None:
    log = SetLog("context", store)
    for n in range(3):
        assert checked(log) == list(range(n))
        log.note("a/checked", n)
        log.keep("a/answer", n)
        assert log.answers["a/answer"] == n
    log.begin_again()
    assert log.entries == ()


def test_opening_a_set_writes_nothing(store: Store) -> None:
    assert SetLog("context", store).entries == ()
    assert not store.folder.exists()


def test_two_windows_lose_nothing_and_count_nothing_twice(store: Store) -> None:
    SetLog("context", store).note("a/checked", "eerst")
    one, other = SetLog("context", store), SetLog("context", store)
    for n in range(5):
        one.note("a/checked", f"een {n}")
        other.note("a/checked", f"twee {n}")
        other.keep("b/answer", f"twee {n}")
        one.keep("c/answer", n)
    both = SetLog("context", store)
    expected = ["eerst", *(f"een {n}" for n in range(5)), *(f"twee {n}" for n in range(5))]
    assert sorted(map(str, checked(both))) == sorted(expected)
    assert (both.answers["b/answer"], both.answers["c/answer"]) == ("twee 4", 4)
    one.refresh()
    other.refresh()
    assert one.entries == other.entries == both.entries


def test_windows_in_processes_of_their_own_that_write_at_the_same_time(store: Store) -> None:
    program = f"""
import sys
from pathlib import Path
from kit.journal import SetLog, Store
log = SetLog("context", Store(Path({str(store.folder)!r})))
for n in range(40):
    log.note("a/checked", f"{{sys.argv[1]}} {{n}}")
    log.keep("b/answer", n)
"""
    windows = [subprocess.Popen([sys.executable, "-c", program, name], cwd=ROOT) for name in "xyz"]
    assert [window.wait(timeout=120) for window in windows] == [0, 0, 0]
    after = SetLog("context", store)
    assert sorted(map(str, checked(after))) == sorted(f"{name} {n}" for name in "xyz" for n in range(40))
    assert store.set_aside == []


def test_of_what_is_not_counted_the_last_stands(store: Store) -> None:
    one, other = SetLog("context", store), SetLog("context", store)
    one.keep("a/answer", "vroeger")
    time.sleep(0.002)  # moments are kept to the millisecond
    other.keep("a/answer", "later")
    assert [entry.value for entry in SetLog("context", store).entries] == ["later"]


def test_beginning_again_leaves_what_was_done_on_disk(store: Store) -> None:
    log = SetLog("context", store)
    log.note("a/checked", "oud")
    log.begin_again()
    assert log.entries == ()
    assert SetLog("context", store).entries == ()
    log.note("a/checked", "nieuw")
    assert checked(SetLog("context", store)) == ["nieuw"]
    assert "oud" in "".join(path.read_text("utf-8") for path in store.folder.iterdir())


def test_a_window_that_was_still_open_counts_from_the_new_beginning_on(store: Store) -> None:
    one, other = SetLog("context", store), SetLog("context", store)
    other.note("a/checked", "oud")
    one.begin_again()
    one.note("a/checked", "nieuw")
    time.sleep(0.002)  # moments are kept to the millisecond
    other.note("a/checked", "later in het andere venster")
    assert set(map(str, checked(SetLog("context", store)))) == {"nieuw", "later in het andere venster"}
    one.begin_again()
    other.begin_again()
    assert SetLog("context", store).entries == ()


def test_beginning_again_is_of_one_set(store: Store) -> None:
    SetLog("context", store).note("a/checked", 1)
    other = SetLog("spanningen", store)
    other.note("a/checked", 2)
    other.begin_again()
    assert checked(SetLog("context", store)) == [1]


def test_what_cannot_be_written_is_kept_and_written_with_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = SetLog("context", store)
    real = store_module._write_whole

    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store_module, "_write_whole", full)
    with pytest.raises(NotKept):
        log.note("a/checked", "eerst")
    assert checked(log) == ["eerst"]
    monkeypatch.setattr(store_module, "_write_whole", real)
    log.note("a/checked", "dan")
    assert checked(SetLog("context", store)) == ["eerst", "dan"]


def test_a_damaged_run_takes_no_other_with_it(store: Store) -> None:
    SetLog("context", store).note("a/checked", "heel")
    (store.folder / "oefenen-context--x.json").write_text("{", "utf-8")
    assert checked(SetLog("context", store)) == ["heel"]
    assert len(store.set_aside) == 1


values = st.none() | st.booleans() | st.integers(0, 3) | st.text("ab", max_size=2) | st.lists(st.text("ab"), max_size=2)
entries = st.builds(
    Entry,
    st.integers(0, 9).map(lambda n: f"2026-01-01T00:00:0{n}.000+00:00"),
    st.sampled_from(["a/answer", "a/checked", "b/checked", "set/again"]),
    values | st.lists(st.sampled_from(["r0", "r1", "r2"]), max_size=3),
)
runs = st.lists(st.lists(entries, max_size=6), max_size=3).map(
    lambda logs: [Run(f"r{n}", "oefenen-x", "2026", tuple(log)) for n, log in enumerate(logs)]
)


@given(runs=runs, data=st.data())
def test_in_whatever_order_runs_are_read_they_say_the_same(runs: list[Run], data: st.DataObject) -> None:
    whole = together(runs)
    assert together(data.draw(st.permutations(runs))) == whole
    assert [entry.at for entry in whole] == sorted(entry.at for entry in whole)
    assert all(entry.key != "set/again" for entry in whole)
    assert together([*runs, *runs]) == whole


@given(runs=runs)
def test_without_a_new_beginning_every_check_counts(runs: list[Run]) -> None:
    runs = [Run(run.id, run.case, run.started, tuple(e for e in run.entries if e.key != "set/again")) for run in runs]
    checks = {(e.at, e.key, repr(e.value)) for run in runs for e in run.entries if e.key.endswith("checked")}
    assert {(e.at, e.key, repr(e.value)) for e in together(runs) if e.key.endswith("checked")} == checks

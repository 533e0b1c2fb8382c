"""Progress as one file: what was done elsewhere comes beside what was done here, and a strange file does no harm."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import use_language
from kit.journal import Learner, ProgressError, SetLog, Store, exported, read_progress, taken_in
from kit.journal.transfer import DEEPEST, LARGEST, MOST_ENTRIES


@pytest.fixture
def here(tmp_path: Path) -> Learner:
    return Learner("", tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Learner:
    return Learner("", tmp_path / "there")


def log(learner: Learner, topic: str = "context") -> SetLog:
    return SetLog(topic, Store(learner.journal))


def file_of(learner: Learner, **options: Any) -> bytes:
    return exported(learner, **options).encode("utf-8")


def tree(**changes: Any) -> dict[str, Any]:
    rows = [{"at": "2026-03-02T09:00:00.000+00:00", "key": "a/checked", "value": "x"}]
    made = {"kind": "krachtenveld-voortgang", "format": 1, "made": "2026-03-02T10:00:00.000+00:00", "label": "groen"}
    return {**made, "seed": "s", "sets": {"context": rows}, **changes}


def row(**changes: Any) -> dict[str, Any]:
    return tree(
        sets={"context": [{"at": "2026-03-02T09:00:00.000+00:00", "key": "a/checked", "value": "x", **changes}]}
    )


def written(data: Any) -> bytes:
    return json.dumps(data).encode("utf-8")


def test_all_sets_travel_and_the_order_of_options_with_them(here: Learner, there: Learner) -> None:
    log(here).keep("a/answer", "Zoë schrijft <b>dit</b> 🌻")
    log(here).note("a/checked", ["x"])
    log(here, "spanningen").note("b/checked", {"stance": {"t": 0.5}})
    assert taken_in(there, read_progress(file_of(here))).added == ("context", "spanningen")
    for topic in ("context", "spanningen"):
        assert log(there, topic).entries == log(here, topic).entries
    assert there.seed == here.seed


def test_taking_in_adds_and_overwrites_nothing(here: Learner, there: Learner) -> None:
    log(there).note("a/checked", "daar")
    log(there).keep("w/answer", "Daar geschreven")
    data = file_of(there)
    log(here).note("a/checked", "hier")
    log(here).keep("w/answer", "Hier later geschreven")
    before = here.seed
    taken_in(here, read_progress(data))
    assert [entry.value for entry in log(here).entries if entry.key == "a/checked"] == ["daar", "hier"]
    assert log(here).answers["w/answer"] == "Hier later geschreven"
    assert here.seed == before


def test_taking_the_same_file_in_again_changes_nothing(here: Learner, there: Learner) -> None:
    for n in range(3):
        log(here).note("a/checked", n)
    data = file_of(here)
    assert taken_in(there, read_progress(data)).added == ("context",)
    log(there).keep("a/answer", "later")
    files = sorted(there.journal.iterdir())
    assert taken_in(there, read_progress(data)).known == ("context",)
    assert sorted(there.journal.iterdir()) == files
    assert taken_in(here, read_progress(data)).known == ("context",)


def test_there_and_back_counts_once(here: Learner, there: Learner) -> None:
    log(here).note("a/checked", "thuis")
    taken_in(there, read_progress(file_of(here)))
    log(there).note("a/checked", "school")
    taken_in(here, read_progress(file_of(there)))
    assert [entry.value for entry in log(here).entries] == ["thuis", "school"]


def test_what_was_left_behind_stays_out_of_the_file_and_comes_back_by_taking_it_in(here: Learner) -> None:
    log(here).note("a/checked", "oud")
    data = file_of(here)
    log(here).begin_again()
    assert read_progress(file_of(here)).sets == {}
    assert taken_in(here, read_progress(data)).added == ("context",)
    assert [entry.value for entry in log(here).entries] == ["oud"]


def test_no_name_is_in_the_file_unless_it_is_given(here: Learner) -> None:
    here.keep(label="geheim")
    assert "geheim" not in exported(here)
    assert read_progress(file_of(here, label="groene \n kikker")).label == "groene kikker"


def test_what_is_left_out_is_not_in_the_file(here: Learner) -> None:
    log(here).note("w/checked", "Persoonlijk")
    log(here).note("a/checked", "x")
    left = read_progress(file_of(here, leave_out={"context/w"}))
    assert [entry.key for entry in left.sets["context"]] == ["a/checked"]


def test_what_a_file_cannot_hold_does_not_spoil_it(here: Learner) -> None:
    log(here).note("a/checked", float("nan"))
    log(here).note("a/checked", "half \ud83d")
    [entry] = read_progress(file_of(here)).sets["context"]
    assert entry.value == "half ?"


def test_moments_come_in_the_form_of_the_journal() -> None:
    [entry] = read_progress(written(row(at="2026-03-02T10:30:00+02:00"))).sets["context"]
    assert entry.at == "2026-03-02T08:30:00.000+00:00"


def test_nobody_answered_after_the_file_was_made() -> None:
    [entry] = read_progress(written(row(at="2099-01-01T00:00:00+00:00"))).sets["context"]
    assert entry.at == "2026-03-02T10:00:00.000+00:00"


def test_a_clock_that_is_wrong_is_told() -> None:
    later = (datetime.now(UTC) + timedelta(days=400)).isoformat()
    with pytest.raises(ProgressError, match="een van de twee klokken loopt niet goed"):
        read_progress(written(tree(made=later)))


DEEP: Any = "x"
for _ in range(DEEPEST + 2):
    DEEP = [DEEP]


def strange() -> Iterator[tuple[str, bytes]]:
    yield "empty", b""
    yield "no_json", b"PK\x03\x04"
    yield "bytes", b"\xff\xfe\x00"
    yield "brackets", b"[" * 1_000_000
    yield "braces", b'{"a":' * 500_000
    yield "a_list", b"[]"
    yield "nothing", b"null"
    yield "another_file", b'{"format": 1, "case": "heideland"}'
    yield "another_kind", written(tree(kind="iets anders"))
    yield "later_format", written(tree(format=2))
    yield "true_format", written(tree(format=True))
    yield "not_a_number", written(row(value=float("nan")))
    yield "endless_number", written(row(value=[float("inf")]))
    yield "many_digits", b'{"kind": ' + b"9" * 100_000 + b"}"
    yield "no_sets", written(tree(sets=None))
    yield "sets_of_text", written(tree(sets={"context": "x"}))
    yield "rows_of_text", written(tree(sets={"context": ["x"]}))
    yield "a_path_as_set", written(tree(sets={"../../x": []}))
    yield "a_long_name", written(tree(sets={"x" * 61: []}))
    yield "no_moment", written(row(at=None))
    yield "no_such_moment", written(row(at="gisteren"))
    yield "before_time", written(row(at="0001-01-01T00:00:00+14:00"))
    yield "key_is_no_text", written(row(key=3))
    yield "key_with_html", written(row(key="<b>"))
    yield "key_with_newline", written(row(key="a/checked\n"))
    yield "too_deep", written(row(value=DEEP))
    yield "too_long", written(row(value="x" * 1_000_001))
    yield "label_too_long", written(tree(label="x" * 41))
    yield "label_is_no_text", written(tree(label=[]))
    yield "seed_is_no_text", written(tree(seed=3))
    yield "made_is_no_moment", written(tree(made=""))
    yield "too_many", written(tree(sets={"context": [{"at": "2026", "key": "a", "value": 0}] * (MOST_ENTRIES + 1)}))
    yield "too_large", b" " * (LARGEST + 1)


@pytest.mark.parametrize(("name", "data"), list(strange()), ids=[name for name, _data in strange()])
def test_a_strange_file_is_told_in_a_sentence(name: str, data: bytes, here: Learner) -> None:
    with pytest.raises(ProgressError) as dutch:
        read_progress(data)
    assert str(dutch.value).startswith(("Dit bestand ", "In dit bestand "))
    use_language("en")
    with pytest.raises(ProgressError, match=r"^This file "):
        read_progress(data)


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_refused_kindly(data: bytes) -> None:
    with pytest.raises(ProgressError):
        read_progress(data)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(data=st.data())
def test_a_file_with_something_else_somewhere_is_read_or_refused(data: st.DataObject) -> None:
    whole = tree()
    where = data.draw(st.sampled_from(["kind", "format", "made", "label", "seed", "sets", "at", "key", "value"]))
    value = data.draw(anything)
    if where in whole:
        whole[where] = value
    else:
        whole["sets"]["context"][0][where] = value
    try:
        read = read_progress(written(whole))
    except ProgressError:
        return
    assert all(isinstance(entry.key, str) for entries in read.sets.values() for entry in entries)
    assert (
        json.loads(json.dumps([entry.value for rows in read.sets.values() for entry in rows], allow_nan=False))
        is not None
    )

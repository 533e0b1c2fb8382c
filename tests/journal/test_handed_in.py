"""What a class hands in: nobody counts twice, nothing that is no progress counts, and the order says nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.journal import HandedFile, HandedIn, Learner, PassedOver, SetLog, Store, exported, read_handed_in
from kit.journal.handed_in import LONGEST_NAME


def row(value: Any, key: str = "a/checked", minute: int = 0) -> dict[str, Any]:
    return {"at": f"2026-03-02T09:{minute:02}:00.000+00:00", "key": key, "value": value}


def file(name: str, *rows: dict[str, Any], seed: str = "", topic: str = "context", label: str = "") -> HandedFile:
    made = {"kind": "krachtenveld-voortgang", "format": 1, "made": "2026-03-02T10:00:00+00:00"}
    return HandedFile(name, json.dumps({**made, "label": label, "seed": seed, "sets": {topic: rows}}).encode())


def values(handed: HandedIn, topic: str = "context") -> list[list[Any]]:
    return sorted([entry.value for entry in person.get(topic, ())] for person in handed.people)


def test_each_learner_is_somebody() -> None:
    handed = read_handed_in([file("a.json", row("x"), seed="1"), file("b.json", row("x", minute=1), seed="2")])
    assert (len(handed.people), handed.files, handed.double, handed.passed_over) == (2, 2, (), ())
    assert values(handed) == [["x"], ["x"]]


def test_two_files_of_one_learner_are_one_learner_with_all_of_both() -> None:
    first = file("b.json", row("x"), row("y", minute=1), seed="1")
    later = file("a.json", row("y", minute=1), row("z", minute=2), seed="1")
    for files in ([first, later], [later, first]):
        handed = read_handed_in(files)
        assert (len(handed.people), handed.files, handed.double) == (1, 2, (("a.json", "b.json"),))
        assert values(handed) == [["x", "y", "z"]]


def test_sets_of_two_files_come_together() -> None:
    handed = read_handed_in([file("a", row("x"), seed="1"), file("b", row("y"), seed="1", topic="spanningen")])
    assert [sorted(person) for person in handed.people] == [["context", "spanningen"]]


def test_the_same_answers_are_one_learner_whatever_the_file_is_called() -> None:
    """Somebody hands in a copy; or took the file to another machine, which has a seed of its own."""
    handed = read_handed_in(
        [file("a", row("x"), label="groen"), file("b", row("x"), label="geel"), file("c", row("x"), seed="2")]
    )
    assert (len(handed.people), handed.double) == (1, (("a", "b", "c"),))


def test_who_is_linked_by_a_third_file_is_one() -> None:
    one = file("a", row("x"), seed="1")
    other = file("b", row("y"), seed="2")
    both = [file("c", row("x"), seed="3"), file("d", row("y"), seed="3")]
    handed = read_handed_in([one, other, *both])
    assert (len(handed.people), handed.double) == (1, (("a", "b", "c", "d"),))


def test_without_a_seed_nobody_is_the_same() -> None:
    assert len(read_handed_in([file("a", row("x")), file("b", row("y"))]).people) == 2


def test_what_holds_no_progress_is_named_with_the_reason() -> None:
    handed = read_handed_in(
        [
            HandedFile("essay.docx", b"PK\x03\x04"),
            HandedFile("weg.json", None, "Dit is er niet."),
            file("leeg.json"),
            file("goed.json", row("x")),
        ]
    )
    assert len(handed.people) == 1
    assert handed.passed_over == (
        PassedOver("essay.docx", "In dit bestand staat geen voortgang: zo is het niet te lezen."),
        PassedOver("weg.json", "Dit is er niet."),
        PassedOver("leeg.json", "In dit bestand zijn nog geen opgaven gemaakt."),
    )


@pytest.mark.parametrize("name", ["a\nb\x00c\u202e.json", "x" * 5000, "\udcff.json"])
def test_a_strange_name_is_made_fit_to_show(name: str) -> None:
    (over,) = read_handed_in([HandedFile(name, b"")]).passed_over
    assert over.name.isprintable() and len(over.name) <= LONGEST_NAME
    over.name.encode("utf-8")


def test_what_the_kit_itself_exports(tmp_path: Path) -> None:
    files = []
    for name in ("een", "twee"):
        learner = Learner("", tmp_path / name)
        SetLog("context", Store(learner.journal)).note("a/checked", name)
        files += [HandedFile(f"{name}-{n}.json", exported(learner).encode()) for n in range(2)]
    handed = read_handed_in(files)
    assert values(handed) == [["een"], ["twee"]]
    assert handed.double == (("een-0.json", "een-1.json"), ("twee-0.json", "twee-1.json"))


rows = st.lists(
    st.builds(row, st.sampled_from(["x", "y", 3, None, [1]]), st.sampled_from(["a/checked", "b/ticked"]), st.just(0))
    | st.builds(row, st.sampled_from(["x", "y"]), st.just("a/checked"), st.integers(0, 3)),
    max_size=4,
)
files = st.lists(
    st.builds(lambda name, those, seed: file(name, *those, seed=seed), st.text(max_size=5), rows, st.sampled_from("12"))
    | st.builds(lambda those: file("zonder", *those), rows)
    | st.builds(HandedFile, st.text(max_size=5), st.binary(max_size=30) | st.none(), st.text(max_size=5)),
    max_size=6,
)


def people(handed: HandedIn) -> list[str]:
    """What was handed in, but for the order of learners, which means nothing."""
    return sorted(repr({topic: rows for topic, rows in sorted(person.items()) if rows}) for person in handed.people)


@given(files=files, data=st.data())
def test_the_order_of_files_changes_nothing(files: list[HandedFile], data: st.DataObject) -> None:
    turned = data.draw(st.permutations(files))
    assert people(read_handed_in(turned)) == people(read_handed_in(files))
    assert read_handed_in(turned).double == read_handed_in(files).double


@given(files=files, data=st.data())
def test_a_file_twice_changes_nothing(files: list[HandedFile], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(files), max_size=3)) if files else []
    assert people(read_handed_in([*files, *again])) == people(read_handed_in(files))


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_passed_over_kindly(content: bytes) -> None:
    handed = read_handed_in([HandedFile("x", content)])
    assert (handed.people, handed.files, len(handed.passed_over)) == ((), 0, 1)

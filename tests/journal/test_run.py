"""A run is its log: answers are read from it, and what is read back is what was written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.journal.run import Entry, Run, from_json, new_run, to_json

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=6,
)
RUN = Run("20260101000000-abc123", "heideland", "2026-01-01T00:00:00+00:00")


def test_the_last_answer_counts() -> None:
    run = RUN.answered("m/hunch", "a").answered("m/sure", 40).answered("m/hunch", "b")
    assert run.answers == {"m/hunch": "b", "m/sure": 40}
    assert [entry.key for entry in run.entries] == ["m/hunch", "m/sure", "m/hunch"]


def test_typing_is_one_entry() -> None:
    run = RUN
    for text in ("I", "Ik", "Ik w", "Ik weet"):
        run = run.answered("m/weigh", text)
    assert [entry.value for entry in run.entries] == ["Ik weet"]


def test_a_run_is_not_changed_in_place() -> None:
    RUN.answered("m/hunch", "a")
    assert RUN.entries == ()


def test_runs_of_the_same_second_differ() -> None:
    at = "2026-01-01T00:00:00+00:00"
    assert new_run("heideland", at).id != new_run("heideland", at).id
    assert new_run("heideland", at).id.startswith("20260101000000-")


@given(st.lists(st.tuples(st.text(min_size=1), JSON), max_size=8))
def test_there_and_back(answers: list[tuple[str, object]]) -> None:
    run = RUN
    for key, value in answers:
        run = run.answered(key, value, "2026-01-01T00:00:01+00:00")
    assert from_json(json.loads(json.dumps(to_json(run)))) == run


@given(JSON)
def test_anything_else_is_refused_with_a_reason(data: object) -> None:
    with pytest.raises(ValueError, match="must"):
        from_json(data)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"format": 2}, "format must be one of 1, got 2"),
        ({"case": 3}, "case must be text, got 3"),
        ({"revision": -1}, "revision must be a whole number from 0, got -1"),
        ({"revision": True}, "revision must be a whole number from 0, got True"),
        ({"entries": "x"}, "entries must be a list, got str"),
        ({"entries": [{"at": "x"}]}, r"entries\[0\] must have at, key and value"),
    ],
)
def test_refusals_name_what_is_wrong(change: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        from_json(to_json(RUN) | change)


def test_changed_is_the_last_answer() -> None:
    assert RUN.changed == RUN.started
    assert Run("a", "b", "s", (Entry("later", "k", 1),)).changed == "later"

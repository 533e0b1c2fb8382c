"""Whatever is in a file, `check_case` returns faults: no text makes it raise, or take long."""

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from monsters import monsters as any_monsters

from kit import CaseError, Fault, check_case, load_case
from kit.casefile.check import MOST_FAULTS

HERE = Path(__file__).parent
SOUND = (HERE / "sound.yaml").read_text("utf-8")
WHOLE = (HERE / "whole.yaml").read_text("utf-8")
SECONDS = 10
"""Of the processor, that a check may take at most; the slowest of these takes about one."""

usual = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def _shared_parts(own_datasets: Path) -> None:
    """The sound case leans on the shared parts of the tests."""


def only_faults(data: bytes | str, tmp_path: Path) -> list[Fault]:
    """The faults of a file with this content; fails where anything but faults comes of it."""
    path = tmp_path / "case.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    began = time.process_time()
    faults = check_case(path)
    assert time.process_time() - began < SECONDS
    assert len(faults) <= MOST_FAULTS + 1
    assert all(isinstance(fault, Fault) for fault in faults)
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)
    lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1
    for fault in faults:
        assert 1 <= fault.line <= lines
        assert all(text.isprintable() for text in (fault.where, fault.rule, fault.fix))
        assert len(str(fault)) < 2_000
    return faults


@given(data=st.binary(max_size=400))
@usual
def test_arbitrary_bytes(data: bytes, tmp_path: Path) -> None:
    assert only_faults(data, tmp_path)


@given(text=st.text(max_size=400))
@usual
def test_arbitrary_text(text: str, tmp_path: Path) -> None:
    assert only_faults(text, tmp_path)


@given(text=st.text(st.sampled_from("a1.-:#&*!|>'\"%@`{}[],? \n\t~<="), max_size=200))
@settings(usual, max_examples=200)
def test_text_of_the_characters_that_mean_something_in_yaml(text: str, tmp_path: Path) -> None:
    assert only_faults(text, tmp_path)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A sound case with lines taken out, doubled, swapped, indented or made of something else."""
    lines = draw(st.sampled_from([SOUND, WHOLE])).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "double", "swap", "indent", "replace", "value"])):
            case "delete":
                lines[at] = ""
            case "double":
                lines.insert(at, lines[other])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = " " * draw(st.integers(0, 8)) + lines[at].lstrip(" ")
            case "replace":
                lines[at] = draw(st.text(max_size=40)) + "\n"
            case "value":
                value = draw(
                    st.sampled_from(["", "[]", "{}", "[[]]", "~", ".nan", "-1e999", "0x1F", "true", "'", "*a"])
                )
                lines[at] = lines[at].split(":")[0] + f": {value}\n"
    return "".join(lines)


@given(text=mangled())
@settings(usual, max_examples=200)
def test_a_mangled_case_gives_faults_or_a_case(text: str, tmp_path: Path) -> None:
    faults = only_faults(text, tmp_path)
    if faults:
        with pytest.raises(CaseError) as caught:
            load_case(tmp_path / "case.yaml")
        assert list(caught.value.faults) == faults
    else:
        assert load_case(tmp_path / "case.yaml").title


@given(data=st.data())
@usual
def test_a_case_with_wrong_bytes_in_it(data: st.DataObject, tmp_path: Path) -> None:
    raw = bytearray(SOUND.encode("utf-8"))
    for _ in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    only_faults(bytes(raw), tmp_path)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "cp037"])
def test_a_case_in_another_encoding(encoding: str, tmp_path: Path) -> None:
    faults = only_faults(SOUND.replace("koud", "één").encode(encoding), tmp_path)
    assert (faults == []) == (encoding == "utf-8-sig")


def monsters() -> Iterator[tuple[str, bytes | str]]:
    """Those of any kind of file, and those that only a case can be."""
    yield from any_monsters()
    half = 500_000
    yield "many_items", "goals:\n" + "- a\n" * (half // 4)
    yield "many_wrong_items", "actors:\n" + "- a\n" * 19_000
    yield "many_wrong_groups", "actors:\n" + "- {nmae: a, idd: b}\n" * 3_500
    moments = "".join(
        f"- {{id: m{n}, options: [{{next: m{n + 1}, effects: [{{actor: a, tension: b}}]}}]}}\n" for n in range(900)
    )
    yield (
        "a_long_way",
        f"format: 1\nactors: [{{id: a}}]\ntensions: [{{id: b}}]\nendings: [{{id: m900}}]\nmoments:\n{moments}",
    )
    concepts = "".join(f"- {{id: c{n}, name: c}}\n" for n in range(1200))
    effects = "".join(f"- {{cause: c{n}, on: c{(n + 1) % 1200}, weight: {1 - n % 2 / 9}}}\n" for n in range(1200))
    yield "a_ring_of_effects", f"concepts:\n{concepts}network:\n{effects}"
    claims = "".join(f"- {{holder: a{n}, addressee: a{n}, topic: t, position: 9, strength: 9}}\n" for n in range(1500))
    yield "many_wrong_expectations", f"actors: []\nexpectations:\n{claims}"
    ring = "".join(f"- {{id: m{n}, options: [{{next: m{(n + 1) % 1500}}}]}}\n" for n in range(1500))
    yield "a_ring", f"format: 1\nendings: [{{id: e}}]\nmoments:\n{ring}"


@pytest.mark.parametrize(("name", "data"), list(monsters()), ids=[name for name, _data in monsters()])
def test_a_monster_gives_faults_in_bounded_time(name: str, data: bytes | str, tmp_path: Path) -> None:
    assert only_faults(data, tmp_path)


@pytest.mark.parametrize(
    "name", ["ten_megabytes_of_brackets", "brackets", "billion_laughs", "many_wrong_groups", "a_long_way"]
)
def test_a_monster_takes_bounded_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    data = dict(monsters())[name]
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    tracemalloc.start()
    try:
        check_case(path)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100_000_000

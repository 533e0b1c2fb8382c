"""Whatever is in a file, `check_set` returns faults: no text makes it raise, or take long."""

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from monsters import monsters as any_monsters

from kit.casefile.check import MOST_FAULTS
from kit.exercisefile import ExerciseError, Fault, check_set, load_set

HERE = Path(__file__).parent
KINDS = (HERE / "kinds.yaml").read_text("utf-8")
SECONDS = 10
"""Of the processor, that a check may take at most; the slowest of these takes a few."""

usual = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def only_faults(data: bytes | str, tmp_path: Path) -> list[Fault]:
    """The faults of a file with this content; fails where anything but faults comes of it."""
    path = tmp_path / "set.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    began = time.process_time()
    faults = check_set(path)
    assert time.process_time() - began < SECONDS
    assert len(faults) <= MOST_FAULTS + 1
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)
    for fault in faults:
        assert all(text.isprintable() for text in (fault.where, fault.rule, fault.fix))
        assert len(str(fault)) < 2_000
    return faults


@given(data=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
@usual
def test_arbitrary_bytes(data: bytes, tmp_path: Path) -> None:
    assert only_faults(data, tmp_path)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A sound set with lines taken out, doubled, swapped, indented or made of something else."""
    lines = KINDS.splitlines(keepends=True)
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
                    st.sampled_from(["", "[]", "{}", "[[]]", "~", ".nan", "-1e999", "0x1F", "true", "'", "*a", "7"])
                )
                lines[at] = lines[at].split(":")[0] + f": {value}\n"
    return "".join(lines)


@given(text=mangled())
@settings(usual, max_examples=200)
def test_a_mangled_set_gives_faults_or_a_set(text: str, tmp_path: Path) -> None:
    faults = only_faults(text, tmp_path)
    if faults:
        with pytest.raises(ExerciseError) as caught:
            load_set(tmp_path / "set.yaml")
        assert list(caught.value.faults) == faults
    else:
        assert load_set(tmp_path / "set.yaml").title


def monsters() -> Iterator[tuple[str, bytes | str]]:
    """Those of any kind of file, and those that only a set of exercises can be."""
    yield from any_monsters()
    head = "format: 1\nid: m\ntitle: M\nexercises:\n"
    yield "many_empty_exercises", head + "- {}\n" * 18_000
    yield "many_unknown_keys_of_a_kind", head + "- {kind: choose, optoins: [], optins: []}\n" * 2_400
    options = "".join(f"{{id: o{n}, text: t}}, " for n in range(3_000))
    yield "an_exercise_of_many_options", head + f"- {{id: a, kind: choose, options: [{options}]}}\n"
    zones = "".join("{from: 0, to: 0}, " for _ in range(3_000))
    yield "a_line_of_many_zones", head + f"- {{id: a, kind: place, zones: [{zones}]}}\n"
    line = "{id: t, question: q, left: {name: l}, right: {name: r}}"
    goal = "{measure: stance, tension: t, above: 0.99, below: 0.995, feedback: f}"
    common = f"kind: read, level: apply, question: q, reached: r, goals: [{goal}]"

    def board(forces: int) -> str:
        actors = ", ".join(f"{{id: a{n}, name: a}}" for n in range(forces))
        pulls = ", ".join(f"{{actor: a{n}, tension: t, toward: 1, strength: 1, movable: true}}" for n in range(forces))
        return f"board: {{actors: [{actors}], tensions: [{line}], forces: [{pulls}]}}"

    yield "a_board_of_many_forces", head + f"- {{{common}, {board(900)}}}\n"
    boards = "".join(f"- {{id: a{n}, {common}, {board(1)}}}\n" for n in range(250))
    yield "many_goals_out_of_reach", head + boards
    code = "level: apply, question: q, reached: r, otherwise: o, expected: 1, table: caseload"
    for name, text in (
        ("deep_code", "(" * 900 + ")" * 900),
        ("long_code", "a = " + "1 + " * 100_000 + "1"),
        ("nul_in_code", "a\\0b"),
        ("many_minus_signs", "-" * 990 + "1"),
        ("surrogate_in_code", "\\ud800"),
    ):
        yield name, head + f'- {{id: a, kind: compute, {code}, start: "{text}", solution: "{text}"}}\n'
    yield "huge_expected", head + "- {id: a, kind: compute, expected: " + "9" * 39 + ", wrongs: [{value: .inf}]}\n"


@pytest.mark.parametrize(("name", "data"), list(monsters()), ids=[name for name, _data in monsters()])
def test_a_monster_gives_faults_in_bounded_time(name: str, data: bytes | str, tmp_path: Path) -> None:
    assert only_faults(data, tmp_path)


@pytest.mark.parametrize("name", ["ten_megabytes_of_brackets", "billion_laughs", "a_board_of_many_forces"])
def test_a_monster_takes_bounded_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    data = dict(monsters())[name]
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    tracemalloc.start()
    try:
        check_set(path)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100_000_000


def test_no_code_of_a_file_is_run(tmp_path: Path) -> None:
    """A set says what a page runs by itself: nothing but loading a table gets through the check."""
    trap = tmp_path / "trap"
    for line in (
        f"open({str(trap)!r}, 'w')",
        f"tabel = kit.load_table('twente-steden').to_frame()[open({str(trap)!r}, 'w')]",
        "tabel = kit.load_table('twente-steden').to_frame().eval('1')",
        "tabel = kit.load_table('../twente-steden').to_frame()",
        "import os\ntabel = kit.load_table('twente-steden').to_frame()",
        "import kit as os\ntabel = kit.load_table('twente-steden').to_frame()",
        "kit = 1\ntabel = kit.load_table('twente-steden').to_frame()",
        "tabel = kit.load_table('twente-steden', 3).to_frame()",
        "tabel = kit.load_table('twente-steden').to_frame(index=print())",
        "tabel = kit.load_table('twente-steden').to_frame().set_index('id', inplace=print())",
        "tabel = kit.load_table('twente-steden').to_frame().set_index(print())",
        "tabel = tabel.kit.load_table('twente-steden').to_frame()",
    ):
        start = "\n".join(f"      {part}" for part in line.splitlines())
        text = KINDS.replace('start: tabel = kit.load_table("twente-steden").to_frame()', f"start: |-\n{start}")
        assert [fault.where for fault in only_faults(text, tmp_path)] == ["exercises[6].start"], line
    assert not trap.exists()


@pytest.mark.parametrize(
    "line",
    [
        "tabel = kit.load_table('twente-steden').to_frame()",
        "import kit\ntabel = kit.load_table('twente-steden').to_frame().set_index('id')",
        "tabel = kit.load_table('twente-steden').to_frame().set_index('id')['count']",
        "tabel = kit.load_table('twente-steden').to_frame()[['id', 'count']]",
    ],
)
def test_what_loads_a_table_may_choose_from_it(line: str, tmp_path: Path) -> None:
    start = "\n".join(f"      {part}" for part in line.splitlines())
    text = KINDS.replace('start: tabel = kit.load_table("twente-steden").to_frame()', f"start: |-\n{start}")
    assert only_faults(text, tmp_path) == []

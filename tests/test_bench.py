"""Every measure of `make bench` runs at its smallest, and the report adds up. Nothing here asks how long it took."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import chromium
import pytest
from bench import (
    casefile,
    collective,
    context,
    event,
    exercises,
    imports,
    maps,
    nearness,
    opening,
    reading,
    sensitivity,
    styles,
    team,
)
from bench.__main__ import main
from bench.row import Row, table
from bench.timing import by_turns

from kit.exercisefile import load_set

CHEAP = Row(what="ours", cost=30, baseline="theirs", baseline_cost=120, ratio_at_most=0.25)
DEAR = Row(
    what="our bytes", cost=5000, baseline="their bytes", baseline_cost=4000, unit="B", cost_below=5000, note="So."
)
FREE = Row(what="unbound", cost=0.5, baseline="theirs", baseline_cost=1)


def test_a_ratio_may_lie_at_its_bound_and_a_cost_may_not() -> None:
    assert [row.ratio for row in (CHEAP, DEAR, FREE)] == [0.25, 1.25, 0.5]
    assert [row.holds for row in (CHEAP, DEAR, FREE)] == [True, False, None]


@pytest.mark.parametrize(("ratio", "cost", "holds"), [(0.5, 51, True), (0.4, 51, False), (0.5, 50, False)])
def test_every_promise_must_be_kept(ratio: float, cost: float, holds: bool) -> None:
    row = Row(what="ours", cost=50, baseline="theirs", baseline_cost=100, ratio_at_most=ratio, cost_below=cost)
    assert row.holds is holds


def test_the_report() -> None:
    assert table([CHEAP, DEAR, FREE]).splitlines() == [
        "what           cost  baseline        cost  ratio  promised            holds",
        "ours       30.00 ms  theirs        120 ms  0.250  ratio at most 0.25  yes",
        "our bytes   5,000 B  their bytes  4,000 B  1.250  below 5,000 B       NO",
        "unbound     0.50 ms  theirs       1.00 ms  0.500",
        "our bytes: So.",
    ]


def test_turns_are_taken_and_the_first_does_not_count() -> None:
    turns: list[str] = []
    costs, baselines = iter([900.0, 1.0, 3.0, 2.0]), iter([800.0, 10.0, 30.0, 50.0])

    def next_of(name: str, values: Iterator[float]) -> float:
        turns.append(name)
        return next(values)

    assert by_turns(lambda: next_of("ours", costs), lambda: next_of("theirs", baselines), times=4) == [2, 30]
    assert turns == ["ours", "theirs"] * 4
    assert by_turns(lambda: 1.0, lambda: 2.0, times=1) == [1, 2]


def test_a_broken_promise_is_told_and_a_measure_that_fails_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> list[Row]:
        raise RuntimeError("no browser here")

    assert main({"bytes": lambda: [DEAR]}) == 0
    assert " NO\n" in capsys.readouterr().out
    assert main({"pages": fails, "bytes": lambda: [DEAR]}) == 1
    told = capsys.readouterr()
    assert "our bytes" in told.out
    assert "could not measure pages: RuntimeError: no browser here" in told.err


def test_importing() -> None:
    bare, first_cell = imports.rows(times=1)
    assert (bare.what, bare.baseline, bare.ratio_at_most) == ("import kit", "import ipywidgets", 1.3)
    assert bare.note.endswith(": none")
    assert first_cell.note.endswith(": pydantic, ruamel.yaml")
    assert min(bare.cost, bare.baseline_cost, first_cell.cost, first_cell.baseline_cost) > 0


def test_scenario_and_total_influence() -> None:
    made = list(context.rows(times=1))
    assert [row.what.split(":")[0] for row in made] == ["scenario", "total influence"] * 2 + ["one slider, in Python"]
    assert all(row.cost > 0 and row.baseline_cost > 0 for row in made)


def test_a_full_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("analyse", "tipping_points", "robustness"):
        real = getattr(reading, name)
        monkeypatch.setattr(reading, name, lambda *given, name=name, real=real: (calls.append(name), real(*given))[1])
    (row,) = reading.rows(times=1, draws=10)
    assert {name: calls.count(name) for name in calls} == {"analyse": 5, "tipping_points": 10, "robustness": 1}
    assert row.what == "full reading: 20 forces, 5 options, 10 draws"
    assert "6–10 ms" in row.note
    assert row.ratio > 0


def test_loading_a_case() -> None:
    (row,) = casefile.rows(times=1)
    assert row.ratio > 0
    assert row.holds is None


@dataclass(frozen=True)
class Guessed:
    """Two numbers, of which one matters."""

    a: float = 0.5
    b: float = 0.5


def test_a_large_set_and_a_class_that_hands_in() -> None:
    first_page, handed_in = exercises.rows(times=1, files=2)
    assert first_page.ratio_at_most == 2
    assert (handed_in.what, handed_in.cost_below) == ("2 progress files, read and counted", 2000)
    assert min(first_page.ratio, handed_in.ratio) > 0


def test_a_set_for_the_bench_is_a_sound_one(tmp_path: Path) -> None:
    for count in (10, 100):
        whole = load_set(exercises.written(tmp_path, count))
        assert len(whole.exercises) == count
        assert len({exercise.kind for exercise in whole.exercises}) >= min(8, count // 3)


def test_how_far_a_number_may_move() -> None:
    low, high = sensitivity.reach(Guessed(), "a", lambda it: 0.2 <= it.a < 0.9)
    assert (low, high) == (pytest.approx(0.2, abs=0.002), pytest.approx(0.9, abs=0.002))
    assert low >= 0.2 and high < 0.9, "it still holds there"
    assert sensitivity.reach(Guessed(), "b", lambda it: it.a >= 0.2) == (0, 1)
    with pytest.raises(ValueError, match="must hold as shipped"):
        sensitivity.reach(Guessed(), "a", lambda it: it.a > 0.5)


def test_the_number_with_the_least_room_is_named() -> None:
    found = [sensitivity.Finding[Guessed]("so", lambda it: 0.2 <= it.a < 0.9 and it.b < 0.6)]
    (row,) = sensitivity.edge_rows(Guessed(), ["a", "b"], found)
    assert (row.what, row.baseline) == ("so: until b", "b as made up")
    assert row.cost == pytest.approx(0.6, abs=0.002)
    assert row.note.startswith("holds while a 0.2") and "b 0.000–0.59" in row.note
    (free,) = sensitivity.edge_rows(Guessed(), ["a"], [sensitivity.Finding[Guessed]("so", lambda it: True)])
    assert free.note == "holds while any of its numbers is anything from 0 to 1"


def test_a_year_of_simulation_and_what_its_findings_hang_on() -> None:
    (row,) = styles.model(times=1)
    assert (row.what, row.cost_below) == ("a year of 200 runs, 52 weeks", 20)
    early, late, wider, enough, mean = styles.sensitivity()
    assert early.note.endswith("relief 0.040–1.000")
    assert "repair 0.042–1.000" in late.note and "drift 0.076–1.000" in late.note
    assert "relational_spread" not in wider.note, "without any the band of relations is the wider still"
    assert "unrest 0.161–1.000" in enough.note
    assert "relief 0.159–1.000" in mean.note and "trust 0.000–0.645" in mean.note


def test_what_the_findings_on_nearness_hang_on() -> None:
    heaviest, pull = nearness.sensitivity()
    assert "interprofessional_complex 0.572–1.000" in heaviest.note and "physical_complex 0.000–0.699" in heaviest.note
    assert "capacity 0.376–0.752" in pull.note


def test_the_caseload_curve_and_what_its_findings_hang_on() -> None:
    (drawn,) = team.drawn(times=1)
    assert drawn.ratio > 0
    twelve, sixteen, more = team.sensitivity()
    assert "household 0.000–0.06" in twelve.note and "learning 0.000–0.25" in twelve.note
    assert sixteen.cost == pytest.approx(1 / 16, abs=0.001), "it is full at sixteen and no sooner"
    assert more.note.endswith("anything from 0 to 1")


def test_how_seldom_the_rule_cries_wolf_and_what_the_crossing_hangs_on() -> None:
    none, once, few = collective.alarms(draws=20)
    assert none.cost_below == 1 and none.baseline_cost > 50
    assert once.holds is None and few.cost < few.baseline_cost
    (large,) = collective.large(rows=200, times=1)
    assert large.cost_below == 20_000 and large.cost > 0
    (drawn,) = collective.drawn(times=1)
    assert drawn.ratio > 0
    week, total, little, much, pilot, nobody = collective.sensitivity()
    assert "together 0.000–0.728" in total.note and "share 0.064–0.318" in total.note
    assert "together 0.434–1.000" in little.note and "shared 0.000–0.329" in much.note
    assert "together 0.391–1.000" in pilot.note
    assert nobody.note.endswith("anything from 0 to 1")
    assert week.what.startswith("in a week it overtakes")


@pytest.fixture
def a_chromium() -> None:
    if chromium.find() is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(chromium.ADVICE)


@pytest.mark.browser
@pytest.mark.usefixtures("a_chromium")
def test_a_board_event() -> None:
    moved, *painted = event.rows(times=1)
    assert (moved.unit, moved.cost_below) == ("B", 5000)
    # One message either way at least, and an image in the baseline.
    assert 200 < moved.cost < moved.baseline_cost
    assert [row.ratio_at_most for row in painted] == [None, 0.2, 0.2]
    assert all(row.cost > 0 and row.baseline_cost > 0 for row in painted)


@pytest.mark.browser
@pytest.mark.usefixtures("a_chromium")
def test_opening_a_page() -> None:
    (row,) = opening.rows(times=1)
    assert row.ratio > 0
    assert row.holds is None


@pytest.mark.browser
@pytest.mark.usefixtures("a_chromium")
def test_the_maps() -> None:
    turned, turned_bytes, talked, talked_bytes = maps.rows(times=1)
    assert [row.cost_below for row in (turned, talked)] == [100, 100]
    assert [(row.unit, row.cost_below) for row in (turned_bytes, talked_bytes)] == [("B", 20_000)] * 2
    assert 200 < turned_bytes.cost < turned_bytes.baseline_cost
    assert all(row.cost > 0 and row.baseline_cost > 0 for row in (turned, talked))


@pytest.mark.browser
@pytest.mark.usefixtures("a_chromium")
def test_a_slider_of_the_working_styles_and_one_of_nearness() -> None:
    for measure in (styles, nearness):
        painted, sent = measure.moved(times=1)
        assert (painted.cost_below, sent.unit, sent.cost_below) == (100, "B", 20_000)
        assert painted.cost > 0
        assert 200 < sent.cost < sent.baseline_cost


@pytest.mark.browser
@pytest.mark.usefixtures("a_chromium")
def test_a_slider_of_the_caseload() -> None:
    painted, sent = team.moved(times=1)
    assert (painted.cost_below, sent.unit, sent.cost_below) == (100, "B", 20_000)
    assert painted.cost > 0 and sent.cost > 200


@pytest.mark.browser
@pytest.mark.usefixtures("a_chromium")
def test_a_slider_of_two_years() -> None:
    painted, sent = collective.moved(times=1)
    assert (painted.cost_below, sent.unit, sent.cost_below) == (100, "B", 30_000)
    assert painted.cost > 0 and sent.cost > 200

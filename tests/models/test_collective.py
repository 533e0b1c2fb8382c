"""Two years of stock and flow: golden values, the identity, when it overtakes and when it never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.collective import WEEKS, Course, Crossover, Team, crossover, run, steady

TEAM = Team()
ALONE = run(TEAM, steady(0))


def against_alone(share: float, team: Team = TEAM, off: range = range(0)) -> Crossover:
    """A steady share beside none, for the same team."""
    return crossover(run(team, steady(share, off=off)), run(team, steady(0)))


def test_golden_two_years() -> None:
    """models.md §7, to the digit: 2222.12 against 2080; the week overtakes at 17, the total at 39."""
    course = run(TEAM, steady(0.15))
    assert course.weeks[-1].total == pytest.approx(2222.12, abs=0.005)
    assert ALONE.weeks[-1].total == pytest.approx(2080, abs=1e-9)
    seen = crossover(course, ALONE)
    assert (seen.week, seen.total) == (17, 39)
    assert seen.ahead == pytest.approx(142.1208, abs=1e-4)


def test_golden_first_weeks() -> None:
    """By hand. Week 1: X = 0, so R = 0; 102 − 17 wait; X = 0.3·0.15. Week 2: R = 0.15·120·0.045/3 = 0.27."""
    first, second = run(TEAM, steady(0.15, weeks=2)).weeks
    assert (first.together, first.alone, first.waiting) == (0, 17, 85)
    assert first.strength == pytest.approx(0.045)
    assert second.together == pytest.approx(0.27)
    assert second.waiting == pytest.approx(85 + 22 - 0.27 - 17)
    assert second.strength == pytest.approx(0.045 + 0.3 * 0.15 * 0.955 - 0.005 * 0.045)
    assert second.total == pytest.approx(34.27)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.02, 0.05, 0.35, 0.5, 0.8, 1.0])
def test_too_little_and_too_much_never_overtake(share: float) -> None:
    assert against_alone(share).total is None


@pytest.mark.parametrize("share", [0.08, 0.15, 0.30])
def test_in_between_it_does(share: float) -> None:
    assert against_alone(share).total is not None


@pytest.mark.parametrize("weeks", [4, 13, 20, 26])
def test_a_short_pilot_never_overtakes(weeks: int) -> None:
    seen = against_alone(0.15, off=range(weeks + 1, WEEKS + 1))
    assert seen.total is None
    assert seen.ahead < 0


def test_where_nobody_waits_it_never_overtakes() -> None:
    """a = 18 a week and nobody waiting: alone they are all helped already, so more cannot be."""
    for share in (0.05, 0.15, 0.3):
        seen = against_alone(share, Team(asked=18, waiting=0))
        assert seen.total is None
        assert seen.ahead <= 1e-6


def test_with_a_file_that_runs_out_it_is_ahead_for_a_week() -> None:
    """a = 18 while 80 still wait: ahead in week 39 by a fifth of a request; from week 40 on both have helped all."""
    team = Team(asked=18)
    course, alone = run(team, steady(0.15)), run(team, steady(0))
    assert crossover(course, alone).total == 39
    ahead = [a.total - b.total for a, b in zip(course.weeks, alone.weeks, strict=True)]
    assert ahead[38] == pytest.approx(0.21, abs=0.005)
    assert all(abs(difference) < 1e-6 for difference in ahead[39:])


def test_a_step_back_delays_and_does_not_undo() -> None:
    """Spierts (2019): step by step, and sometimes a step back. It repeats how the model was made: strength fades
    slowly."""
    back = against_alone(0.15, off=range(14, 27))
    assert back.total == 54
    assert 0 < back.ahead < against_alone(0.15).ahead
    weeks = run(TEAM, steady(0.15, off=range(14, 27))).weeks
    assert weeks[25].strength > 0.9 * weeks[12].strength
    assert weeks[25].together == 0, "nothing is met together while no hours go there"


teams = st.builds(
    Team,
    hours=st.floats(1, 500),
    per_case=st.floats(0.5, 40),
    asked=st.floats(0, 100),
    waiting=st.floats(0, 300),
    per_shared=st.floats(0.5, 40),
    shared=st.floats(0, 1),
    growth=st.floats(0, 1),
    fading=st.floats(0, 1),
    strength=st.floats(0, 1),
)


@given(teams, st.lists(st.floats(0, 1), min_size=1, max_size=120))
def test_nothing_is_lost_and_nothing_appears(team: Team, shares: list[float]) -> None:
    """Q + helped = Q₀ + a·t, in every week."""
    for week in run(team, shares).weeks:
        there = team.waiting + team.asked * week.number
        assert week.waiting + week.total == pytest.approx(there, rel=1e-9, abs=1e-7)


@given(teams, st.lists(st.floats(0, 1), min_size=1, max_size=120))
def test_what_holds_in_any_week(team: Team, shares: list[float]) -> None:
    before = 0.0
    for week, share in zip(run(team, shares).weeks, shares, strict=True):
        assert week.share == share
        assert 0 <= week.strength <= 1
        assert -1e-9 <= week.alone <= (1 - share) * team.hours / team.per_case + 1e-9
        assert 0 <= week.together <= team.shared * team.asked + 1e-9
        assert week.waiting >= -1e-9
        assert week.total == pytest.approx(before + week.helped)
        before = week.total


@given(teams)
def test_no_hours_no_collective_work(team: Team) -> None:
    course = run(team, steady(0, weeks=30))
    assert all(week.together == 0 for week in course.weeks)
    assert crossover(course, course) == Crossover(None, None, 0.0)


@given(teams, st.floats(0, 1), st.floats(0, 1))
def test_overtaking_is_not_mutual_at_the_end(team: Team, a: float, b: float) -> None:
    one, other = run(team, steady(a, weeks=40)), run(team, steady(b, weeks=40))
    assert crossover(one, other).ahead == pytest.approx(-crossover(other, one).ahead)
    if crossover(one, other).ahead > 1e-6:
        assert crossover(one, other).total is not None


@given(teams, st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_a_course_is_the_sum_of_its_parts(team: Team, shares: list[float]) -> None:
    """Where one course stops another may go on: nothing is remembered but what waits and the strength."""
    half = len(shares) // 2
    whole = run(team, shares).weeks[-1]
    if 0 < half < len(shares):
        first = run(team, shares[:half]).weeks[-1]
        from dataclasses import replace

        rest = run(replace(team, waiting=max(0.0, first.waiting), strength=first.strength), shares[half:]).weeks[-1]
        assert rest.waiting == pytest.approx(whole.waiting, rel=1e-6, abs=1e-6)
        assert rest.strength == pytest.approx(whole.strength)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"hours": 0}, "hours must be a number above 0, got 0"),
        ({"per_case": -1}, "per_case must be a number above 0, got -1"),
        ({"per_shared": 0.0}, r"per_shared must be a number above 0, got 0\.0"),
        ({"asked": -1}, "asked must be 0 or more, got -1"),
        ({"waiting": float("nan")}, "waiting must be 0 or more, got nan"),
        ({"waiting": float("inf")}, "waiting must be 0 or more, got inf"),
        ({"shared": 1.2}, r"shared must be from 0 to 1, got 1\.2"),
        ({"strength": -0.1}, r"strength must be from 0 to 1, got -0\.1"),
    ],
)
def test_a_team_that_does_not_fit(change: dict[str, float], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Team(**change)


def test_shares_that_do_not_fit() -> None:
    with pytest.raises(ValueError, match=r"share must be from 0 to 1, got 1\.5$"):
        steady(1.5)
    with pytest.raises(ValueError, match="weeks must be 1 or more, got 0"):
        steady(0.1, weeks=0)
    with pytest.raises(ValueError, match="shares must hold one or more weeks, got none"):
        run(TEAM, [])
    with pytest.raises(ValueError, match=r"a share must be from 0 to 1, got -0\.1 in week 2"):
        run(TEAM, [0.1, -0.1])
    with pytest.raises(ValueError, match="both must last equally long, got 104 and 3 weeks"):
        crossover(ALONE, run(TEAM, steady(0, weeks=3)))


def test_a_course_as_a_table() -> None:
    frame = ALONE.to_frame()
    assert frame.loc[104, "total"] == pytest.approx(2080)
    assert isinstance(ALONE, Course)

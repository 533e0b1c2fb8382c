"""Every case that the kit ships is whole, and can be played to each of its ends."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.case import Case
from kit.casefile import load_case
from kit.journal import Run, replay
from kit.journal.steps import Walkthrough
from kit.widgets.pages import page
from kit.widgets.pages.surroundings import Surroundings

IDS = sorted(path.stem for path in (Path(__file__).parents[1] / "datasets" / "cases").glob("*.yaml"))


@pytest.fixture(scope="module", params=IDS)
def case(request: pytest.FixtureRequest) -> Case:
    return load_case(request.param)


def courses(case: Case, chosen: dict[str, str] | None = None) -> Iterator[dict[str, str]]:
    """The choices of every way through a case."""
    chosen = chosen or {}
    course = replay(case, chosen)
    if course.ending:
        yield chosen
        return
    stop = course.stops[-1]
    for option in stop.moment.options:
        yield from courses(case, {**chosen, stop.key: option.id})


def test_the_cases_are_all_there() -> None:
    assert IDS == [
        "heideland", "keukentafel", "meldkaart", "middelstad", "opschalen", "tachtig-casussen", "zwart-werk",
    ]  # fmt: skip


def test_a_case_is_whole(case: Case) -> None:
    assert len(case.actors) >= 6
    assert sum(len(moment.facts) for moment in case.moments) >= 10
    assert any(fact.noise for moment in case.moments for fact in moment.facts)
    assert len({e.topic for e in case.expectations}) >= 3
    assert case.roles and case.influences and case.agency and case.sources
    assert case.warning and case.setting and case.theme and case.goals
    assert any(moment.voices for moment in case.moments)
    assert all(moment.agenda and moment.questions for moment in case.moments)
    assert all(actor.voice and actor.role for actor in case.actors if actor.place == "environment")


def test_every_way_has_two_moments_or_more_and_the_ends_differ(case: Case) -> None:
    ends = set()
    for chosen in courses(case):
        course = replay(case, chosen)
        assert len(course.stops) >= 2
        assert course.ending is not None
        ends.add(course.ending.id)
    assert ends == {ending.id for ending in case.endings}
    assert len(ends) >= 2


def test_a_choice_is_felt_later(case: Case) -> None:
    felt = {effect for chosen in courses(case) for stop in replay(case, chosen).stops for effect in stop.effects}
    told = {change for moment in case.moments for option in moment.options for change in option.effects}
    assert felt == told


def test_every_screen_can_be_shown(case: Case, tmp_path: Path) -> None:
    """Along as many ways as it takes to choose every option once."""
    open_options = {(moment.id, option.id) for moment in case.moments for option in moment.options}
    around = Surroundings(tmp_path)
    for chosen in courses(case):
        if not open_options & set(chosen.items()):
            continue
        open_options -= set(chosen.items())
        run = Run("1", case.id, "2026-01-01T00:00:00+00:00")
        for key, option in chosen.items():
            run = run.answered(f"{key}/choice", option)
        walk = Walkthrough(case, run)
        for screen in walk.screens:
            shown = json.dumps(page(walk, screen, around), ensure_ascii=False)
            assert "beste keuze" not in shown and "%(" not in shown
    assert not open_options


def test_the_calm_tone(case: Case) -> None:
    """No exclamation marks, and nobody is told what is right."""
    words = json.dumps([repr(part) for part in (case.moments, case.actors, case.endings)], ensure_ascii=False)
    assert "!" not in words

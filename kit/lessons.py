"""Lessons: a lesson's data, the journal and its widgets, brought together for a notebook."""

from collections.abc import Callable, Mapping

from kit.casefile import load_case
from kit.casefile.places import datasets
from kit.journal import Store
from kit.widgets.lessons.lesson import Lesson


def _tensions(store: Store) -> Lesson:
    from kit.widgets.lessons.tensions import TensionsLesson

    return TensionsLesson(load_case(datasets() / "lessons" / "spanningen.yaml"), store)


def _expectations(store: Store) -> Lesson:
    from kit.widgets.lessons.expectations import ExpectationsLesson

    return ExpectationsLesson(load_case("middelstad"), store)


def _context(store: Store) -> Lesson:
    from kit.widgets.lessons.context import ContextLesson

    return ContextLesson(load_case("middelstad"), load_case("heideland"), store)


def _team(store: Store) -> Lesson:
    from kit.casefile.shared import shared_parts
    from kit.figures.city_counts import CityCount
    from kit.tables import load_table
    from kit.widgets.lessons.team import TeamData, TeamLesson
    from kit.widgets.lessons.team_answers import Amount
    from kit.widgets.lessons.team_needs import Need

    data = TeamData(
        counts=load_table("twente-steden").into(CityCount),
        needs=load_table("team-voorwaarden").into(Need),
        amounts=load_table("caseload").into(Amount),
        cites={id: str(source["cite"]) for id, source in shared_parts("sources").items()},
    )
    return TeamLesson("teamontwerp", data, store)


LESSONS: Mapping[str, Callable[[Store], Lesson]] = {
    "spanningen": _tensions,
    "verwachtingen": _expectations,
    "context": _context,
    "teamontwerp": _team,
}
"""How each lesson is made. What a lesson needs is imported when it is opened, and not before."""


def lesson(name: str, store: Store | None = None) -> Lesson:
    """The lesson with this name; `store` keeps the answers (default: the kit's home).

    Raises ValueError for a lesson that the kit does not have.
    """
    if name not in LESSONS:
        raise ValueError(f"lesson must be one of {', '.join(LESSONS)}, got {name!r}")
    return LESSONS[name](Store() if store is None else store)

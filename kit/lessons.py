"""Lessons: a lesson's data, the journal and its widgets, brought together for a notebook."""

from collections.abc import Callable, Mapping
from typing import Any

from kit.casefile import list_cases, load_case
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


def _styles(store: Store) -> Lesson:
    from kit.widgets.lessons.styles import StylesLesson

    return StylesLesson(store, _titled("meldkaart"), _opener(store))


def _nearness(store: Store) -> Lesson:
    from kit.widgets.lessons.nearness import NearnessLesson

    return NearnessLesson(store, [_titled("zwart-werk"), _titled("opschalen")], _opener(store))


def _titled(id: str) -> tuple[str, str]:
    return id, list_cases()[id]


def _opener(store: Store) -> Callable[[str], Any]:
    """Opens a case for a lesson, which reads no files itself; nothing of it is loaded before."""

    def open_case(id: str) -> Any:
        from kit.widgets.walk import Walk

        return Walk(load_case(id), store)

    return open_case


def _collective(store: Store) -> Lesson:
    from kit.casefile.shared import shared_parts
    from kit.models.register import Register, Request
    from kit.tables import load_table
    from kit.widgets.lessons.collective import CollectiveLesson
    from kit.widgets.lessons.collective_data import Assumption, Choice, CollectiveData

    data = CollectiveData(
        register=Register(load_table("wijkregister").into(Request)),
        choices=load_table("collectief-keuzes").into(Choice),
        assumptions=load_table("collectief-aannames").into(Assumption),
        cites={id: str(source["cite"]) for id, source in shared_parts("sources").items()},
    )
    return CollectiveLesson("collectief", data, store)


LESSONS: Mapping[str, Callable[[Store], Lesson]] = {
    "spanningen": _tensions,
    "verwachtingen": _expectations,
    "context": _context,
    "werkstijlen": _styles,
    "nabijheid": _nearness,
    "teamontwerp": _team,
    "collectief": _collective,
}
"""How each lesson is made. What a lesson needs is imported when it is opened, and not before."""


def lesson(name: str, store: Store | None = None) -> Lesson:
    """The lesson with this name; `store` keeps the answers (default: the kit's home).

    Raises ValueError for a lesson that the kit does not have.
    """
    if name not in LESSONS:
        raise ValueError(f"lesson must be one of {', '.join(LESSONS)}, got {name!r}")
    return LESSONS[name](Store() if store is None else store)

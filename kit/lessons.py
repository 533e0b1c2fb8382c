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


LESSONS: Mapping[str, Callable[[Store], Lesson]] = {
    "spanningen": _tensions,
    "verwachtingen": _expectations,
    "context": _context,
}
"""How each lesson is made. What a lesson needs is imported when it is opened, and not before."""


def lesson(name: str, store: Store | None = None) -> Lesson:
    """The lesson with this name; `store` keeps the answers (default: the kit's home).

    Raises ValueError for a lesson that the kit does not have.
    """
    if name not in LESSONS:
        raise ValueError(f"lesson must be one of {', '.join(LESSONS)}, got {name!r}")
    return LESSONS[name](Store() if store is None else store)

"""Lessons: a lesson's data, the journal and its widgets, brought together for a notebook."""

from kit.casefile import load_case
from kit.casefile.places import datasets
from kit.journal import Store
from kit.widgets.lessons.tensions import TensionsLesson

_LESSONS = {"spanningen": TensionsLesson}


def lesson(name: str, store: Store | None = None) -> TensionsLesson:
    """The lesson with this name ("spanningen"); `store` keeps the answers (default: the kit's home).

    Raises ValueError for a lesson that the kit does not have.
    """
    if name not in _LESSONS:
        raise ValueError(f"lesson must be one of {', '.join(_LESSONS)}, got {name!r}")
    case = load_case(datasets() / "lessons" / f"{name}.yaml")
    return _LESSONS[name](case, Store() if store is None else store)

"""Exercises, brought together with the journal and the widgets for a notebook."""

from typing import TYPE_CHECKING

from kit.exercisefile import load_set
from kit.journal import Store

if TYPE_CHECKING:
    from kit.widgets.exercises.practice import PracticeView


def exercises(name: str, store: Store | None = None) -> "PracticeView":
    """The set of exercises with this name ("spanningen"), or in this file, to work through.

    store: where answers are kept (default: the kit's home). Raises ExerciseError, which holds all faults, where there
    is no such set or its file is not sound.
    """
    from kit.widgets.exercises.practice import PracticeView

    return PracticeView(load_set(name), Store() if store is None else store)

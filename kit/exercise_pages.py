"""Exercises, brought together with the journal and the widgets for a notebook."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kit.exercisefile import ExerciseError, list_sets, load_set
from kit.journal import Store
from kit.journal.learners import chosen_learner
from kit.journal.sets import SetLog

if TYPE_CHECKING:
    from kit.exercise import ExerciseSet
    from kit.widgets.exercises.class_view import ClassView
    from kit.widgets.exercises.overview import Overview
    from kit.widgets.exercises.practice import PracticeView


def exercises(name: str, store: Store | None = None) -> "PracticeView":
    """The set of exercises with this name ("spanningen"), or in this file, to work through.

    store: where answers are kept (default: that of the learner who was chosen on this machine). Raises ExerciseError,
    which holds all faults, where there is no such set or its file is not sound.
    """
    from kit.widgets.exercises.practice import PracticeView

    them = load_set(name)
    return PracticeView(them, SetLog(them.id, Store() if store is None else store), chosen_learner().seed)


def progress() -> "Overview":
    """How far the learner chosen on this machine is with all sets; a set with faults is passed over."""
    from kit.widgets.exercises.overview import Overview

    return Overview(dict(sound_sets()))


def class_view(folder: str | os.PathLike[str] | None = None) -> "ClassView":
    """Which ideas live in a class, from the progress files that it handed in; nothing of them is kept or sent.

    folder: where these files are, to read at once; without it the page asks for them. A folder that cannot be read is
    told on the page.
    """
    from kit.widgets.exercises.class_view import ClassView

    return ClassView(dict(sound_sets()), folder)


def sound_sets() -> Iterator[tuple[str, "ExerciseSet"]]:
    """All sets that can be used, by id, in the order of the topics."""
    for id in list_sets():
        try:
            yield id, load_set(id)
        except ExerciseError:
            continue

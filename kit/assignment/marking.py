"""Looking at one answer when an assignment is marked: the kit's own feedback to this very answer, or why there is none.

nbgrader gives the point where nothing is raised.
"""

from pathlib import Path
from typing import Any

from kit.assignment.asked import answer_of, asked
from kit.assignment.pinned import pinned
from kit.assignment.reading import GIVEN, MISSING, UNREADABLE, given
from kit.assignment.text import line, safe
from kit.exercise import Exercise, ExerciseSet
from kit.language import _, ngettext, use_language
from kit.practice import Mark, Told, mark


class NotRightError(AssertionError):
    """An answer that is not right, not there, or not to be read; its text is the feedback."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a traceback; the feedback itself stands above it, set as text."""
        return [_("This exercise gives no point yet.")]


def check(topic: str, id: str, answer: Any, seed: str, digest: str, code: str) -> None:
    """Show what the kit tells of an answer, and raise NotRightError where it is not right.

    topic, id: the set and its exercise; digest: which version of the set (`kit.assignment.pinned`). answer: whatever
    stands in the notebook under that name, or None where nothing does. seed, code: the seed and the language that the
    notebook was written with; that language is in force from then on. Where a question has no right answer nothing is
    raised. Raises NotKeptError where that version of the set cannot be found.
    """
    use_language(code)  # a board names its numbers in words, and who reads the feedback is who read the question
    them = pinned(topic, digest, Path.cwd())
    exercise = them.exercise(id)
    stands, value = given(asked(exercise, seed), answer)
    if stands == GIVEN:
        seen = mark(exercise, answer_of(exercise, seed, value))
        told, wrong = feedback(them, exercise, seen), seen.right is False
    else:
        told, wrong = without_answer(stands), not exercise.without_right
    _show(told)
    if wrong:
        raise NotRightError(told)


def without_answer(stands: str) -> str:
    """What is told where there is no answer to look at."""
    if stands == MISSING:
        return _(
            "There is no answer to this exercise: its cell was deleted, stands below this one, or gave a fault when it "
            "ran. Did the quotation marks stay where they were?"
        )
    if stands == UNREADABLE:
        return _("Something was filled in here, but it cannot be read as an answer to this exercise.")
    return _("Nothing was filled in here.")


def feedback(them: ExerciseSet, exercise: Exercise, seen: Mark) -> str:
    """What is told of an answer, in Markdown."""
    heads = {None: _("What your answer means"), True: _("That holds"), False: _("Look once more")}
    parts = [f"**{heads[seen.right]}**", *(part for told in seen.feedback for part in _told(them, told))]
    if seen.missing:
        told = ngettext("One more belongs with it.", "%(n)s more belong with it.", seen.missing)
        parts.append(told % {"n": seen.missing})
    return "\n\n".join(parts)


def _told(them: ExerciseSet, told: Told) -> list[str]:
    about = f"**{line(told.about)}** " if told.about else ""
    parts = [about + safe(told.text)] if told.text else []
    if told.objects:
        objection = _("Who would object?")
        parts.append(f"**{objection}** {safe(told.objects)}")
    if told.source:
        parts.append(line(them.source(told.source).cite))
    return parts


def _show(markdown: str) -> None:
    """Set as text where a notebook runs, else printed."""
    from IPython.core.getipython import get_ipython

    if get_ipython() is None:
        print(markdown)
        return
    from IPython.display import Markdown, display

    display(Markdown(markdown))  # type: ignore[no-untyped-call]

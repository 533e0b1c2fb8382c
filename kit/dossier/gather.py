"""What a learner may choose from for a portfolio: journals of cases, and what was written in lessons and exercises."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from kit.casefile import CaseError, list_cases, load_case
from kit.document import Heading, Paragraph, Part, Prose
from kit.exercise import ExerciseSet
from kit.journal import Run, Store
from kit.journal.export import journal_document
from kit.journal.sets import run_name, together
from kit.journal.steps import Walkthrough
from kit.language import _
from kit.widgets.exercises.screen import level_name
from kit.widgets.lessons.lesson import Lesson
from kit.widgets.pages.kept import shown_at
from kit.widgets.roles import own_roles

Kind = Literal["journal", "lesson", "exercises"]


@dataclass(frozen=True)
class Piece:
    """Something to put in. id: what the choice is kept by. when: last changed, as ISO 8601. parts: made when asked."""

    id: str
    kind: Kind
    title: str
    when: str
    parts: Callable[[], tuple[Part, ...]]


def journals(store: Store) -> Iterator[Piece]:
    """Each run of each case in which something was answered, the last first; a case with faults is passed over."""
    for id, title in list_cases().items():
        for run in store.runs(id):
            if set(run.answers) - {"case/here"}:
                yield Piece(f"journal/{id}/{run.id}", "journal", title, run.changed, partial(_journal, id, run))


def _journal(id: str, run: Run) -> tuple[Part, ...]:
    try:
        walk = Walkthrough(load_case(id), run)
    except CaseError:
        return ()
    return _below(journal_document(walk, shown_at(walk), own_roles(walk.case, run.answers)).parts)


def lessons(store: Store, made: Mapping[str, Callable[[Store], Lesson]]) -> Iterator[Piece]:
    """Each lesson in which something was answered."""
    for name, make in made.items():
        if (run := store.latest(name)) is not None and run.entries:
            yield Piece(f"lesson/{name}", "lesson", name.capitalize(), run.changed, partial(_written_in, make, store))


def _written_in(make: Callable[[Store], Lesson], store: Store) -> tuple[Part, ...]:
    found: list[Part] = []
    for label, text in make(store).entries():
        found += [Heading(label, 2), Paragraph(text)] if text else [Paragraph(label)]
    return tuple(found)


def exercises(store: Store, sets: Mapping[str, ExerciseSet]) -> Iterator[Piece]:
    """Each set in which something was written or committed: what has no right answer, in the learner's own words."""
    for id, them in sets.items():
        entries = together(store.runs(run_name(id)))
        if own := tuple(_own_words(them, {entry.key: entry.value for entry in entries})):
            yield Piece(f"exercises/{id}", "exercises", them.title, entries[-1].at, partial(tuple, own))


def _own_words(them: ExerciseSet, answers: Mapping[str, object]) -> Iterator[Part]:
    for exercise in them.exercises:
        answer = answers.get(f"{exercise.id}/checked")
        if exercise.kind == "write" and isinstance(answer, str) and answer.strip():
            yield Heading(_("Exercise: %(level)s") % {"level": level_name(exercise.level)}, 2)
            if exercise.vignette:
                yield Prose(exercise.vignette, quoted=True)
            yield Prose(exercise.question)
            yield Paragraph(answer)


def _below(those: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts a level lower: each piece is a chapter of the portfolio."""
    return tuple(Heading(part.text, part.level + 1) if isinstance(part, Heading) else part for part in those)

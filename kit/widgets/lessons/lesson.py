"""What every lesson is: one run of answers that its parts share, a beginning, questions to answer, a file to keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kit.journal import Store
from kit.journal.clock import day
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.begin import Begin
from kit.widgets.lessons.part import Part


@dataclass(frozen=True)
class Question:
    """An open question of a lesson; nothing that is answered is right or wrong.

    key: what the answer is kept by. label, help: as it stands on the page. rows: lines to begin with.
    """

    key: str
    label: str
    help: str = ""
    rows: int = 2


class Lesson:
    """The base of a lesson. Each method gives a widget to display, usually one line in a notebook.

    All parts share one run of answers, kept as they are given; the lesson goes on where it was left.
    """

    def __init__(self, name: str, store: Store) -> None:
        self.name = name
        self.answers = Answers(name, store)

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """The open questions, under the name of the place where they stand, in the order of the page."""
        return {}

    def told(self) -> Iterator[str]:
        """What was done beside writing (a move, a choice), a paragraph each, for the file to keep."""
        return iter(())

    def begin(self) -> Begin:
        """Where answers stay, and the way to start again."""
        return Begin(self.answers)

    def write(self, place: str) -> "Notes":
        """The questions of one place. Raises KeyError for a place that this lesson does not have."""
        return Notes(self.answers, self.questions()[place])

    def keep(self) -> "Keep":
        """Everything that was written, as a file to keep."""
        return Keep(self)

    def entries(self) -> Iterator[tuple[str, str]]:
        """What was answered, in the order of the page: a label, and the text below it."""
        for question in (one for them in self.questions().values() for one in them):
            if text := self.answers.get(question.key, "").strip():
                yield question.label, text
        for paragraph in self.told():
            label, _line, text = paragraph.partition("\n")
            yield label, text

    def written(self) -> str:
        """The answers as plain text: a heading, the day, then all that was answered."""
        told = ("\n".join(filter(None, entry)) for entry in self.entries())
        return "\n\n".join([self.title(), day(self.answers.run.changed), *told]) + "\n"

    def title(self) -> str:
        """The lesson's name as a reader knows it."""
        return self.name.capitalize()


class Notes(Part):
    """Open questions to write under, kept while one types."""

    def __init__(self, answers: Answers, questions: tuple[Question, ...]) -> None:
        self.asked = questions
        super().__init__(answers)

    def above(self) -> Page:
        """The questions, each with what was written."""
        return [blocks.text(q.key, q.label, self.answers.get(q.key, ""), help=q.help, rows=q.rows) for q in self.asked]

    def _foot(self) -> Page:
        return []  # the way to start again stands at the beginning, at each picture and at the end


class Keep(Part):
    """What was written in a lesson, as a file."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        super().__init__(lesson.answers)

    def above(self) -> Page:
        """The button, and what it gives."""
        return [
            blocks.panel(
                blocks.heading(_("What you wrote"), 3),
                blocks.prose(_("One file with all your answers. You can open it in any text editor.")),
                blocks.buttons(blocks.button("download", _("Download what I wrote"), main=True)),
            )
        ]

    def acted(self, act: str) -> None:
        """Hand over the file."""
        if act == "download":
            self.top.offer(f"{self.lesson.name}.txt", self.lesson.written(), "text/plain;charset=utf-8")

"""The lesson on nearness: five forms, what bears them, distance that is no reproach, and a scan to keep."""

from collections.abc import Iterator, Mapping, Sequence

from kit.figures.nearness_words import (
    changes_words,
    complex_words,
    demarcation_words,
    form_words,
    frame_words,
    near_words,
    reading_sentences,
)
from kit.journal import Store
from kit.language import _
from kit.models.proximity import FORMS
from kit.widgets.lessons.door import Door, Opener
from kit.widgets.lessons.lesson import Lesson, Question
from kit.widgets.lessons.nearness_answers import EMPTY, EXAMPLE, Said
from kit.widgets.lessons.nearness_scan import Scan, day_words, notice_question, scan_questions, then_words, times
from kit.widgets.lessons.nearness_team import Ask, Bear
from kit.widgets.lessons.styles_mix import said_of


class NearnessLesson(Lesson):
    """What is simply needed, what nearness asks, what bears it, and a team's own scan.

    Each method gives a widget to display. All share one run of answers, which goes on where it was left.
    """

    def __init__(self, store: Store, cases: Sequence[tuple[str, str]], opener: Opener) -> None:
        super().__init__("nabijheid", store)
        self.cases, self.opener = tuple(cases), opener

    def title(self) -> str:
        """The lesson's name as a reader knows it."""
        return _("Nearness")

    def team(self) -> Said:
        """The team that we made up, as the answers now have it."""
        return Said(self.answers, "team", EXAMPLE)

    def ask(self) -> Ask:
        """What five forms of nearness ask of a team."""
        return Ask(self.answers)

    def bear(self) -> Bear:
        """What makes it bearable."""
        return Bear(self.answers)

    def scan(self) -> Scan:
        """A team's own scan, filled in together."""
        return Scan(self.answers)

    def play(self) -> Door:
        """The cases in which two professions come out elsewhere."""
        return Door(self.answers, self.cases, self.opener)

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """The open questions of the lesson; those of the scan stand in the scan."""
        return {
            "simply": (
                Question("simply/do", _("What is needed here, and what of it would you simply do?"), rows=3),
                Question("simply/who", _("Who would call something else needed?")),
            ),
            "freedom": (
                Question(
                    "freedom/rehearse",
                    _("What has your team rehearsed so well that you can improvise on it?"),
                    _("And what do you improvise because nobody ever rehearsed it?"),
                ),
            ),
            "memory": (Question("memory/who", _("Who is the memory of your team, and what leaves when they leave?")),),
            "distance": (
                Question(
                    "distance/mine",
                    _("When did you last take distance, and what did that protect?"),
                    _("From a resident, a colleague or a task. Leave out names and places."),
                ),
            ),
        }

    def told(self) -> Iterator[str]:
        """The scan in words: each form, what bears it, what it comes down to, what was written, earlier times."""
        said = Said(self.answers, "scan", EMPTY)
        rows = list(self._scanned(said))
        if not rows:
            return
        reading = said.reading()
        yield _("The scan of our team")
        yield from rows
        if said.forms:
            yield " ".join([*reading_sentences(reading, said.buffers.carried), changes_words(said.counts)]).strip()
        for question in scan_questions():
            if text := self.answers.get(question.key, "").strip():
                yield f"{question.label}\n{text}"
        for one in times(self.answers):
            then = [f"{form_words()[form].name}: {then_words(one['left'][form])}" for form in FORMS]
            yield "\n".join([_("What came down on people on %(day)s:") % {"day": day_words(one["at"])}, *then])

    def _scanned(self, said: Said) -> Iterator[str]:
        for form, words in form_words().items():
            near, complexity = said.form_amount(form, "near"), said.form_amount(form, "complexity")
            notice = self.answers.get(notice_question(form).key, "").strip()
            told = [
                *([said_of(near, near_words())] if near is not None else []),
                *([said_of(complexity, complex_words())] if complexity is not None else []),
            ]
            if told or notice:
                yield "\n".join(line for line in (words.name, ", ".join(told), notice) if line)
        for name, label, words_of in (
            ("frame", _("Shared frame"), frame_words),
            ("demarcation", _("Demarcation"), demarcation_words),
        ):
            amount = said.amount(name)
            if amount is not None:
                yield f"{label}: {said_of(amount, words_of())}"

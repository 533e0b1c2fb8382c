"""The lesson on tensions: its parts, each one line in a notebook."""

from collections.abc import Iterator, Mapping

from kit.case import Case
from kit.journal import Store
from kit.language import _
from kit.widgets.lessons.boards import Growing, Still
from kit.widgets.lessons.compare import Compare
from kit.widgets.lessons.lesson import Lesson, Question
from kit.widgets.lessons.place import Places, placed, said_of
from kit.widgets.lessons.tipping import Tipping


class TensionsLesson(Lesson):
    """Putters' tensions: place yourself, add forces, see a still tug-of-war, meet the tipping point, compare.

    Each method gives a widget to display. All share one run of answers, which goes on where it was left.
    """

    def __init__(self, case: Case, store: Store) -> None:
        super().__init__(case.id, store)
        self.case = case

    def place_yourself(self) -> Places:
        """The learner's own place on each tension, with a reason."""
        return Places(self.case, self.answers)

    def board(self) -> Growing:
        """A scene with a force board that grows."""
        return Growing(self.case, self.answers, self.case.moment("huishouden"))

    def still(self) -> Still:
        """Two moments that a balance does not tell apart."""
        return Still(self.case, self.answers, [self.case.moment("maart"), self.case.moment("juni")])

    def tipping(self) -> Tipping:
        """What would make two options strain equally, and how much of that is guessed."""
        moment = self.case.moment("huishouden")
        return Tipping(self.case, self.answers, moment, moment.forces[0].tension)

    def compare(self) -> Compare:
        """The learner's places beside what team leaders in Utrecht said."""
        return Compare(self.case, self.answers, self.case.moment("utrecht"), self.written)

    def title(self) -> str:
        """The name of the lesson."""
        return self.case.title

    def entries(self) -> Iterator[tuple[str, str]]:
        """The place on each tension with its reason, then the open answers."""
        for tension in self.case.tensions:
            value = placed(self.answers, tension)
            said = _("not given") if value is None else said_of(value, tension)
            yield tension.question, "\n".join([said, self.answers.get(f"place/{tension.id}/why", "")]).strip()
        yield from super().entries()

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """The open questions, for the file to keep; on the page each stands with its own part."""
        return {
            "conditions": tuple(Question(f"place/{c.id}", c.name) for c in self.case.conditions),
            "parts": (
                Question("growing/seen", _("Who changed the picture most when you added them?")),
                Question("growing/missing", _("Who is missing at the table?")),
                Question("still/seen", _("Where do you know such a stillness from?")),
                Question("tipping/ask", _("Which guess would you check first, and with whom?")),
                Question(
                    "compare/differ", _("Where do you differ most from them, and what could you see in their place?")
                ),
            ),
        }

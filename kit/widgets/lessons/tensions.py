"""The lesson on tensions: its parts, each one line in a notebook."""

from kit.case import Case
from kit.journal import Store
from kit.widgets.lessons.boards import Growing, Still
from kit.widgets.lessons.compare import Compare
from kit.widgets.lessons.lesson import Lesson
from kit.widgets.lessons.place import Places
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
        return Compare(self.case, self.answers, self.case.moment("utrecht"))

"""The lesson on collective work: its parts, each one line in a notebook."""

from collections.abc import Iterator, Mapping

from kit.journal import Store
from kit.language import _
from kit.models.register import Register
from kit.widgets.lessons.collective_begin import EightyCases, TwoPercent
from kit.widgets.lessons.collective_chance import Shuffled
from kit.widgets.lessons.collective_data import CollectiveData, named, picked
from kit.widgets.lessons.collective_map import ByEye
from kit.widgets.lessons.collective_own import OwnRegister
from kit.widgets.lessons.collective_plan import OWN, Plan
from kit.widgets.lessons.collective_questions import collective_questions
from kit.widgets.lessons.collective_rule import ByRule
from kit.widgets.lessons.collective_team import Colleagues, Measures
from kit.widgets.lessons.collective_years import Years, guesses, ways
from kit.widgets.lessons.lesson import Lesson, Question


class CollectiveLesson(Lesson):
    """From eighty single cases to what is shared, and from there to two years of work.

    Each method gives a widget to display. All share one run of answers, which goes on where it was left.
    """

    def __init__(self, name: str, data: CollectiveData, store: Store) -> None:
        super().__init__(name, store)
        self.data = data

    def title(self) -> str:
        """As on the page."""
        return _("Collective work")

    @property
    def register(self) -> Register:
        """The made-up register, for who wants a table of it: `.to_frame()`."""
        return self.data.register

    def two_percent(self) -> TwoPercent:
        """How many teams do this on purpose."""
        return TwoPercent(self.answers, self.data)

    def eighty_cases(self) -> EightyCases:
        """The file, case by case."""
        return EightyCases(self.answers, self.data.register)

    def by_eye(self) -> ByEye:
        """The map, to pick from by eye."""
        return ByEye(self.answers, self.data)

    def by_rule(self) -> ByRule:
        """The map with the signals of the rule."""
        return ByRule(self.answers, self.data)

    def shuffled(self) -> Shuffled:
        """What chance makes of it."""
        return Shuffled(self.answers, self.data)

    def plan(self) -> Plan:
        """From a signal to an approach."""
        return Plan(self.answers, self.data)

    def two_years(self) -> Years:
        """What a share of the hours comes to."""
        return Years(self.answers, self.data)

    def colleagues(self) -> Colleagues:
        """Resistance, and what is done already."""
        return Colleagues(self.answers, self.data)

    def measures(self) -> Measures:
        """What counts beside cases."""
        return Measures(self.answers, self.data)

    def own_register(self) -> OwnRegister:
        """A register of one's own."""
        return OwnRegister(self.answers, self.data.register)

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """All that can be written; those under "vision" stand by themselves."""
        return collective_questions()

    def told(self) -> Iterator[str]:
        """What was guessed, picked, chosen and ticked, and what the two years came to."""
        guess = self.answers.number("two/guess")
        if guess is not None:
            yield _("My guess: %(n)s of the hundred teams.") % {"n": guess}
        if picks := picked(self.answers, self.data.register):
            yield _("Picked by eye: %(cells)s.") % {"cells": "; ".join(map(named, picks))}
        plan = self.plan()
        if (cell := plan.chosen()) is not None:
            yield _("Signal that I take up: %(cell)s.") % {"cell": named(cell)}
        elif self.answers.get("plan/cell", "") == OWN:
            yield _("Signal that I take up: one of my own.")
        if approaches := plan.approaches():
            yield "\n".join([_("What could suit this:"), *(f"- {choice.title}" for choice in approaches)])
        years = self.two_years()
        if years.guessed():
            said = [_("My guess: %(guess)s.") % {"guess": guesses()[years.guessed()].lower()}]
            said.append(_("%(n)s of every 100 hours") % {"n": years.share} + f"; {ways()[years.way].lower()}.")
            yield "\n".join([*said, " ".join(years.said())])
        if measures := self.measures().chosen():
            yield "\n".join([_("What should count:"), *(f"- {choice.title}" for choice in measures)])

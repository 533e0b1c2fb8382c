"""The lesson on designing a team: its parts, each one line in a notebook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kit.figures.caseload_curve import cases_words, week_words
from kit.figures.city_counts import CityCount
from kit.figures.team_words import SCREENS
from kit.journal import Store
from kit.language import _
from kit.models.team_design import TeamDesign, learning_elements, preconditions
from kit.widgets.lessons.lesson import Lesson, Question
from kit.widgets.lessons.team_answers import Amount, Amounts, design_of, week_of
from kit.widgets.lessons.team_choices import Design, asked_on, chosen_words, question_of
from kit.widgets.lessons.team_cities import Cities
from kit.widgets.lessons.team_needs import Need, Needs, weakest_words
from kit.widgets.lessons.team_week import Week, guess_label

LEARNING = ("task", "residents", "ownership", "goals")
"""What is chosen where the four elements of learning stand."""


@dataclass(frozen=True)
class TeamData:
    """What the lesson shows: the counts, what a team needs, the amounts, and sources as a reader sees them, by id."""

    counts: Sequence[CityCount]
    needs: Sequence[Need]
    amounts: Sequence[Amount]
    cites: Mapping[str, str]


class TeamLesson(Lesson):
    """Design a team, see it beside the cities, find what is weakest in it, fill up a week, and learn.

    Each method gives a widget to display. All share one run of answers, which goes on where it was left.
    """

    def __init__(self, name: str, data: TeamData, store: Store) -> None:
        super().__init__(name, store)
        self.data = data
        self.amounts: Amounts = {amount.id: amount for amount in data.amounts}

    def title(self) -> str:
        """As on the page."""
        return _("Designing a team")

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """What is asked under each part."""
        return {
            "cities": (
                Question(
                    "cities/reason",
                    _("Where do you do otherwise than most cities, and what reason have you for it?"),
                    _("Many cities doing something is no argument, and no proof that it works."),
                ),
            ),
            "needs": (
                Question(
                    "needs/first",
                    _("Which of these would you work on first, who decides on it, and who is done short if you wait?"),
                    _("Weak does not mean bad, and the weakest need not come first."),
                ),
            ),
            "week": (
                Question(
                    "week/leave",
                    _("What do you leave when the week is full, and who notices?"),
                    _("Think of a resident, a colleague, and yourself."),
                ),
            ),
            "learning": (
                Question(
                    "learning/step",
                    _("What is one step that your team can take next week?"),
                    _("Something small: what, and on which day. Leave out names."),
                ),
            ),
        }

    def design(self) -> Design:
        """The team, choice by choice."""
        return Design(self.answers, self.amounts)

    def cities(self) -> Cities:
        """The design beside the cities of the research."""
        cite = self.data.cites["oudevrielink-2014"]
        return Cities(self.answers, self.amounts, self.data.counts, cite, self.questions()["cities"])

    def needs(self) -> Needs:
        """The preconditions of working as a generalist, the weakest named."""
        them = self._needs("generalist")
        asked = self.questions()["needs"]
        return Needs(self.answers, self.amounts, them, preconditions, self.data.cites, questions=asked)

    def week(self) -> Week:
        """The caseload, and what it leaves."""
        return Week(self.answers, self.amounts, self.questions()["week"])

    def learning(self) -> Needs:
        """The four elements of learning, the weakest named."""
        them, asked = self._needs("leren"), self.questions()["learning"]
        return Needs(self.answers, self.amounts, them, learning_elements, self.data.cites, LEARNING, asked)

    def team(self) -> TeamDesign:
        """The design as it was chosen so far, for who wants to ask the model more."""
        return design_of(self.answers, self.amounts)

    def told(self) -> Iterator[str]:
        """The design, what is weakest in it, and the week."""
        design = self.team()
        for screen in SCREENS:
            lines = [
                f"{question_of(name)} {said}"
                for name in asked_on(screen, design)
                if (said := chosen_words(design, name))
            ]
            if lines:
                yield "\n".join(lines)
        lines = [f"{question_of(name)} {said}" for name in LEARNING if (said := chosen_words(design, name))]
        if lines:
            yield "\n".join(lines)
        if (guess := self.answers.number("week/guess")) is not None:
            yield f"{guess_label()}\n{cases_words(self.amounts['cases'].of(guess))}"
        if not design.chosen:
            return
        for read, part in ((preconditions, "generalist"), (learning_elements, "leren")):
            reading = read(design)
            if reading.weakest:
                yield weakest_words(reading, {need.id: need for need in self._needs(part)})
        if design.caseload:
            yield week_words(week_of(self.answers, self.amounts))

    def _needs(self, part: str) -> list[Need]:
        return [need for need in self.data.needs if need.part == part]

"""The lesson on working styles: a card or relations, and a year of unrest in which either may fail."""

from collections.abc import Iterator, Mapping
from random import Random

from kit.figures.unrest_words import assumption_names, mix_words
from kit.journal import Store
from kit.language import _
from kit.models.working_style import draw
from kit.widgets.lessons.door import Door, Opener
from kit.widgets.lessons.lesson import Lesson, Question
from kit.widgets.lessons.styles_fail import Fail, changed_to, speed_words
from kit.widgets.lessons.styles_guess import GUESSES, Guess, guess_names, guess_questions
from kit.widgets.lessons.styles_mix import Cause, Luck, MixOnce, MixWeeks, amounts, said_of

SEED = 4
"""Of the runs that the lesson shows: the same for everybody, so that a class looks at the same bands."""


class StylesLesson(Lesson):
    """Predict, look, set the mix, meet uncertainty, and make the model fail.

    Each method gives a widget to display. All share one run of answers, which goes on where it was left.
    """

    def __init__(self, store: Store, case: tuple[str, str], opener: Opener) -> None:
        super().__init__("werkstijlen", store)
        self.chances = draw(Random(SEED))
        self.door = case, opener

    def title(self) -> str:
        """The lesson's name as a reader knows it."""
        return _("Working styles")

    def guess(self) -> Guess:
        """Three predictions, and then both styles beside each other."""
        return Guess(self.answers, self.chances)

    def once(self) -> MixOnce:
        """One division of time for the whole year."""
        return MixOnce(self.answers, self.chances)

    def weeks(self) -> MixWeeks:
        """A division of time that changes in the course of the year."""
        return MixWeeks(self.answers, self.chances)

    def cause(self) -> Cause:
        """How much lies under the unrest, and what that does to both styles."""
        return Cause(self.answers, self.chances)

    def luck(self) -> Luck:
        """One year at a time: what a band means for who lives in one street."""
        return Luck(self.answers, self.chances)

    def fail(self) -> Fail:
        """Every assumption to change, and what of the findings is left."""
        return Fail(self.answers, self.chances)

    def play(self) -> Door:
        """The case in which the choice is made among people."""
        case, opener = self.door
        return Door(self.answers, [case], opener)

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """The open questions of the lesson."""
        return {
            "mix": (Question("mix/cost", _("What does this division cost, and who notices it first?")),),
            "weeks": (
                Question(
                    "weeks/why", _("Which division did you find, and what would you tell the municipality in spring?")
                ),
            ),
            "cause": (
                Question(
                    "cause/notice",
                    _("How do you notice whether something lies under the unrest? Whom do you ask?"),
                    _("Think of a street, a stairwell or a school that you know. Leave out names and places."),
                ),
            ),
            "luck": (
                Question(
                    "luck/bad",
                    _("Your year comes out at the restless end of the band. How do you explain that to who pays you?"),
                ),
            ),
            "fail": (
                Question(
                    "fail/which",
                    _("Which finding did you bring down, and with which assumption?"),
                    _("Do you believe that assumption? For which street would it be true?"),
                    rows=3,
                ),
                Question(
                    "fail/missing", _("What happens in a real street that this model cannot show at all?"), rows=3
                ),
            ),
            "end": (
                Question("end/own", _("A card or a conversation: where did you last choose, and what decided it?")),
            ),
        }

    def told(self) -> Iterator[str]:
        """The predictions, the divisions of time, and the assumptions that were changed, in words."""
        names, asked = guess_names(), guess_questions()
        for key in GUESSES:
            if (guessed := self.answers.get(f"guess/{key}", "")) in names:
                yield f"{asked[key]}\n{names[guessed]}"
        if (share := self.answers.number("mix/share")) is not None:
            yield _("Your division for a whole year:") + "\n" + said_of(share, mix_words())
        if self.answers.get("weeks/amounts", []):
            told = [said_of(amount, mix_words()) for amount in amounts(self.answers)]
            rows = [
                _("Weeks %(a)s to %(b)s: %(how)s") % {"a": 4 * i + 1, "b": 4 * i + 4, "how": how}
                for i, how in enumerate(told)
            ]
            yield "\n".join([_("Your division, four weeks at a time:"), *rows])
        moved = changed_to(self.answers)
        if moved:
            rows = [
                f"{assumption_names()[name][0]}: {said_of(value, speed_words(name))}" for name, value in moved.items()
            ]
            yield "\n".join([_("Assumptions that you changed:"), *rows])

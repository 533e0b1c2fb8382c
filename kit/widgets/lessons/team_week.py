"""The week of one worker: a guess, then sliders, and what they leave of it while they move."""

from collections.abc import Sequence

from kit.figures.caseload_curve import (
    bounds_words,
    caseload_curve,
    caseload_figure,
    cases_words,
    hours_words,
    number,
    week_words,
)
from kit.language import _
from kit.models.caseload import Caseload
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.lessons.lesson import Question
from kit.widgets.lessons.shared import Shared
from kit.widgets.lessons.team_answers import Amounts, slider, week_of

SLIDERS = ("cases", "each", "learning", "days")


def guess_label() -> str:
    """What is guessed before the picture opens."""
    return _("With how many households is no time left to learn, do you think?")


class Week(Shared, Charted):
    """A guess; after it four sliders, the curve, and the week in words."""

    week: Caseload

    def __init__(self, answers: Answers, amounts: Amounts, questions: Sequence[Question] = ()) -> None:
        self.amounts, self.questions = amounts, questions
        super().__init__(answers)

    def reckon(self) -> None:
        """The week as the sliders have it."""
        self.week = week_of(self.answers, self.amounts)

    @property
    def shown(self) -> bool:
        """Whether the guess is made, or skipped."""
        return bool(self.answers.get("week/shown", False))

    def _guess(self) -> Page:
        cases, guess = self.amounts["cases"], self.answers.number("week/guess")
        words = [cases_words(value) for value in cases.values]
        told = _("Your week: %(hours)s. One household takes %(each)s, learning takes %(need)s.") % {
            "hours": hours_words(self.week.hours),
            "each": hours_words(self.week.each),
            "need": hours_words(self.week.learning * self.week.hours),
        }
        hint = _("Move the slider to your guess.")
        return [
            blocks.scale("week/guess", guess_label(), guess, words[0], words[-1], words, hint, help=told),
            blocks.buttons(blocks.button("show", _("Show what the week leaves"), main=True)),
        ]

    def above(self) -> Page:
        """The guess; then the sliders, two beside each other."""
        if not self.shown:
            return self._guess()
        them = [slider(self.answers, self.amounts, id, live=True) for id in SLIDERS]
        return [blocks.columns(them[:2], them[2:])]

    def picture(self) -> tuple[Draw, str] | None:
        """The curve, with this week in it; after the guess."""
        if not self.shown:
            return None
        shown = caseload_curve(self.week, round(self.amounts["cases"].maximum))
        return lambda dark: caseload_figure(shown, dark), week_words(self.week)

    def below(self) -> Page:
        """The same in words, the guess beside it, where the numbers come from, and what to write."""
        if not self.shown:
            return []
        bounds, guess = bounds_words(self.week), self.answers.number("week/guess")
        if guess is not None:
            guessed = _("You guessed %(guess)s.") % {"guess": cases_words(self.amounts["cases"].of(guess))}
            bounds = f"{bounds} {guessed}"
        made_up = _(
            "No source gives numbers here. That a high caseload makes people fall back on old ways is what the "
            "researchers saw; how many households that takes hangs on the four sliders, and those are *made up*."
        )
        lines = "\n".join(f"- {it.meaning} **{number(it.value, 3)}** ({it.unit})." for it in self.amounts.values())
        return [
            blocks.panel(blocks.prose(week_words(self.week)), blocks.prose(bounds), tone="change"),
            blocks.details(
                _("Where do the numbers of this picture come from?"), blocks.prose(made_up), blocks.prose(lines)
            ),
            *(blocks.text(q.key, q.label, self.answers.get(q.key, ""), help=q.help) for q in self.questions),
        ]

    def acted(self, act: str) -> None:
        """Show the week."""
        if act == "show":
            self.answers.keep("week/shown", True)

    def redraws(self, key: str) -> bool:
        """When the picture opens."""
        return key == "week/shown"

    def follows(self, key: str) -> bool:
        """The picture follows the sliders."""
        return key in {self.amounts[id].key for id in SLIDERS}

    def also_here(self, key: str) -> bool:
        """Days and households are asked in the design as well."""
        return self.follows(key)

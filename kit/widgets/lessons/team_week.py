"""The week of one worker: sliders, and what they leave of it, while they move."""

from collections.abc import Sequence

from kit.figures.caseload_curve import bounds_words, caseload_curve, caseload_figure, number, week_words
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


class Week(Shared, Charted):
    """Four sliders, the curve, and the week in words."""

    week: Caseload

    def __init__(self, answers: Answers, amounts: Amounts, questions: Sequence[Question] = ()) -> None:
        self.amounts, self.questions = amounts, questions
        super().__init__(answers)

    def reckon(self) -> None:
        """The week as the sliders have it."""
        self.week = week_of(self.answers, self.amounts)

    def above(self) -> Page:
        """The sliders, two beside each other."""
        them = [slider(self.answers, self.amounts, id, live=True) for id in SLIDERS]
        return [blocks.columns(them[:2], them[2:])]

    def picture(self) -> tuple[Draw, str]:
        """The curve, with this week in it."""
        shown = caseload_curve(self.week, round(self.amounts["cases"].maximum))
        return lambda dark: caseload_figure(shown, dark), week_words(self.week)

    def below(self) -> Page:
        """The same in words, where the numbers come from, and what to write."""
        made_up = _(
            "No source gives numbers here. That a high caseload makes people fall back on old ways is what the "
            "researchers saw; how many households that takes hangs on the four sliders, and those are *made up*."
        )
        lines = "\n".join(f"- {it.meaning} **{number(it.value, 3)}** ({it.unit})." for it in self.amounts.values())
        return [
            blocks.panel(blocks.prose(week_words(self.week)), blocks.prose(bounds_words(self.week)), tone="change"),
            blocks.details(
                _("Where do the numbers of this picture come from?"), blocks.prose(made_up), blocks.prose(lines)
            ),
            *(blocks.text(q.key, q.label, self.answers.get(q.key, ""), help=q.help) for q in self.questions),
        ]

    def follows(self, key: str) -> bool:
        """The picture follows the sliders."""
        return key in {self.amounts[id].key for id in SLIDERS}

    def also_here(self, key: str) -> bool:
        """Days and households are asked in the design as well."""
        return self.follows(key)

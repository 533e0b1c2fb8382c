"""Colleagues who do not see it yet, what they do already, and what a team could be judged by beside cases."""

from collections.abc import Sequence

from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.collective_data import Choice, CollectiveData, ticked
from kit.widgets.lessons.collective_questions import written
from kit.widgets.lessons.part import Part
from kit.widgets.pages.parts import plain


class Colleagues(Part):
    """Sentences that one hears in a team, as cards; on the back what is under them."""

    def __init__(self, answers: Answers, data: CollectiveData) -> None:
        self.data = data
        super().__init__(answers)

    def above(self) -> Page:
        """The cards, and what the learner hears and does."""
        cards = [(c.title, plain(c.text), self.data.origin(c.provenance, c.source)) for c in self.data.of("collega")]
        turned = [i for i in self.answers.get("team/turned", list[int]()) if type(i) is int and 0 <= i < len(cards)]
        return [
            blocks.cards("team/turned", cards, turned),
            *written(self.answers, "team"),
        ]


class Measures(Part):
    """What a team is judged by, and what it could be judged by as well."""

    def __init__(self, answers: Answers, data: CollectiveData) -> None:
        self.data = data
        super().__init__(answers)

    def chosen(self) -> Sequence[Choice]:
        """The measures that were ticked."""
        return ticked(self.answers, "measure/chosen", self.data.of("maat"))

    def above(self) -> Page:
        """The measures, and how one would know."""
        return [
            blocks.ticks(
                "measure/chosen",
                _("By what would you want your team to be judged?"),
                self.data.options("maat"),
                [choice.id for choice in self.chosen()],
                help=_("Tick what should count. Each of them can also be done for show."),
            ),
            self.data.interview(),
            *written(self.answers, "measure"),
        ]

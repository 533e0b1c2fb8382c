"""The learner's design beside the cities: what others did, told only after one chose oneself, or on request."""

from collections.abc import Sequence

from kit.figures.city_counts import COUNTED, CityCount, CityGroup, city_groups, city_sentences, row_words
from kit.figures.city_dots import city_figure
from kit.figures.team_words import SCREENS, screen_title
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.lessons.lesson import Question
from kit.widgets.lessons.team_answers import Amounts, design_of
from kit.widgets.pages.parts import plain


class Cities(Charted):
    """A dot for each count, one's own choices set apart, and the same in words."""

    groups: tuple[CityGroup, ...] = ()

    def __init__(
        self,
        answers: Answers,
        amounts: Amounts,
        counts: Sequence[CityCount],
        cite: str,
        questions: Sequence[Question] = (),
    ) -> None:
        self.amounts, self.counts, self.cite, self.questions = amounts, tuple(counts), cite, questions
        super().__init__(answers)

    def reckon(self) -> None:
        """The choices made, or all."""
        anyway = self.answers.get("cities/anyway", False)
        self.groups = city_groups(design_of(self.answers, self.amounts), self.counts, all_of_them=anyway)

    def picture(self) -> tuple[Draw, str] | None:
        """The dots of one screen of the design, once something was chosen there."""
        at = self._at()
        groups = tuple(group for group in self.groups if group.name in SCREENS[at])
        return (lambda dark: city_figure(groups, dark), " ".join(city_sentences(groups))) if groups else None

    def _screens(self) -> list[str]:
        """The screens of the design of which something is counted and chosen."""
        return [screen for screen, names in SCREENS.items() if any(group.name in names for group in self.groups)]

    def _at(self) -> str:
        at, there = self.answers.get("cities/at", ""), self._screens()
        return at if at in there else there[0] if there else "assignment"

    def above(self) -> Page:
        """Who was counted, and of what the chart is; or that one's own choices come first."""
        if self.groups:
            counted = {count.id: count for count in self.counts}
            told = [counted[id] for id in ("g32", "vragenlijst", "kwalitatief")]
            lines = "\n".join(f"- {plain(c.told)}: **{c.count}**. {plain(c.caveat)}" for c in told)
            options = [blocks.option(screen, screen_title(screen)) for screen in self._screens()]
            return [
                blocks.details(_("Who was counted?"), blocks.prose(lines), blocks.prose(self._origin())),
                blocks.choice("cities/at", _("Of what do you want to see the counts?"), options, self._at(), row=True),
            ]
        return [
            blocks.panel(
                blocks.prose(_("Choose in part 1 first. Then you see here how many cities did the same.")),
                blocks.buttons(blocks.button("anyway", _("Show it without a design of my own"))),
            )
        ]

    def below(self) -> Page:
        """The same in words, a choice at a time."""
        if not self.groups:
            return []
        words: Page = []
        for group in self.groups:
            words.append(blocks.heading(group.question, 4))
            words.append(blocks.prose("\n".join(f"- {plain(row_words(row))}" for row in group.rows)))
        return [
            blocks.panel(
                blocks.heading(_("Who chose as you did"), 3),
                blocks.prose("\n".join(f"- {plain(sentence)}" for sentence in city_sentences(self.groups))),
                tone="change",
            ),
            blocks.details(_("All counts in words"), *words, blocks.prose(self._origin())),
            *(blocks.text(q.key, q.label, self.answers.get(q.key, ""), help=q.help) for q in self.questions),
        ]

    def _origin(self) -> str:
        return "*" + _("From: %(source)s") % {"source": plain(self.cite)} + "*"

    def acted(self, act: str) -> None:
        """Show the cities anyway."""
        if act == "anyway":
            self.answers.keep("cities/anyway", True)

    def redraws(self, key: str) -> bool:
        """When a choice changes elsewhere on the page."""
        return key in ("cities/anyway", "cities/at") or key.removeprefix("design/") in COUNTED

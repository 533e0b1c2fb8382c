"""The map with the signals of the rule, beside what the learner picked by eye."""

from kit.figures.signal_map import SIGNAL, map_chart
from kit.language import _, ngettext
from kit.models.signal import LEAST, Reading
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.collective_data import is_pick, named
from kit.widgets.lessons.collective_map import Mapped, map_words
from kit.widgets.lessons.collective_questions import written
from kit.widgets.pages.parts import plain


class ByRule(Mapped):
    """The same map with the signals of the rule, beside what the learner picked; first one's own eye, or on request."""

    def ready(self) -> bool:
        """Whether something was picked, or is skipped."""
        return bool(self.picks()) or self.answers.get("rule/anyway", False)

    def reckon(self) -> None:
        """The map with picks and signals."""
        title = _("What does the rule pick out?")
        self.chart_data = map_chart(self.data.register, title, self.picks(), self.data.signals)

    def picture(self) -> tuple[Draw, str] | None:
        """The map, once something was picked."""
        return super().picture() if self.ready() else None

    def above(self) -> Page:
        """What is asked first."""
        if self.ready():
            return []
        return [
            blocks.panel(
                blocks.prose(
                    _("Pick something by eye first, in the part above. Then you see here what the rule says.")
                ),
                blocks.buttons(blocks.button("anyway", _("Show it without a pick of my own"))),
            )
        ]

    def below(self) -> Page:
        """The signals in words, the picks beside them, one cell that deceives, and how the rule works."""
        if not self.ready():
            return []
        signals = [blocks.panel(*self._signal(cell), tone="change") for cell in self.data.signals.signals]
        page: Page = [blocks.columns(*([panel] for panel in signals))]
        if lines := [self._pick(self.data.signals.cells[cell]) for cell in self.picks()]:
            page.append(blocks.heading(_("What you picked"), 3))
            page.append(blocks.prose("\n".join(f"- {plain(line)}" for line in lines)))
        page += [
            blocks.heading(_("A cell that deceives"), 3),
            blocks.prose(plain(self._deceives())),
            blocks.details(_("How does the rule work?"), blocks.prose(self._rule())),
            map_words(self.chart_data),
            *written(self.answers, "rule"),
        ]
        return page

    def acted(self, act: str) -> None:
        """Skip the own pick."""
        if act == "anyway":
            self.answers.keep("rule/anyway", True)
            self.draw()

    def redraws(self, key: str) -> bool:
        """Map and words follow the picks."""
        return is_pick(key)

    def _signal(self, cell: Reading) -> Page:
        told = _(
            "%(asked)s requests, of %(n)s different households. In a street of this size and with a theme so common you"
            " would expect about %(e)s requests."
        )
        return [
            blocks.heading(f"{SIGNAL} {named((cell.street, cell.theme))}", 4),
            blocks.prose(told % {"asked": cell.asked, "n": cell.households, "e": round(cell.expected)}),
        ]

    def _pick(self, cell: Reading) -> str:
        name = named((cell.street, cell.theme))
        if cell.signal:
            return _("%(cell)s: the rule picks it out too.") % {"cell": name}
        if cell.households < LEAST:
            told = ngettext(
                "%(cell)s: %(n)s household. Fewer than five are people, not yet a pattern.",
                "%(cell)s: %(n)s households. Fewer than five are people, not yet a pattern.",
                cell.households,
            )
            return told % {"cell": name, "n": cell.households}
        told = _(
            "%(cell)s: %(asked)s requests, of %(n)s households. In a street of this size and with a theme so common"
            " about %(e)s were to be expected, so the rule does not pick it out."
        )
        return told % {"cell": name, "asked": cell.asked, "n": cell.households, "e": round(cell.expected)}

    def _deceives(self) -> str:
        cell = self.data.often_asked
        told = _(
            "%(cell)s: %(asked)s requests, but of %(n)s households. In a list of requests this stands out. It may"
            " be a heavy story of few people, and that asks for other help than a meeting."
        )
        return told % {"cell": named((cell.street, cell.theme)), "asked": cell.asked, "n": cell.households}

    def _rule(self) -> str:
        rows = [
            _("At least five different households asked. Fewer are people whom one might recognise."),
            _(
                "And it is more than fits the size of the street and how common the theme is: if street and theme had"
                " nothing to do with each other, so many would hardly ever come together."
            ),
            _(
                "How seldom 'hardly ever' is, takes into account that we look at all cells at once. Who looks at a"
                " hundred cells nearly always finds a few that stand out by chance."
            ),
        ]
        for_who = _(
            "For who wants to know: the upper tail of the hypergeometric distribution, with the procedure of Benjamini"
            " and Hochberg at a false discovery rate of 0.10 over all cells."
        )
        return "\n".join(f"- {row}" for row in rows) + f"\n\n*{for_who}*"

"""Two teams of a hundred, and eighty cases in a file: what one does not see in single cases."""

from kit.figures.dots_svg import dots_svg
from kit.language import _
from kit.models.register import Register, Request
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.collective_data import CollectiveData
from kit.widgets.lessons.collective_questions import written
from kit.widgets.lessons.part import Part
from kit.widgets.pages.parts import plain

SHARE = 2
"""Of a hundred neighbourhood teams, those that work collectively on purpose (Spierts 2019, after Movisie)."""

IN_FILE = 80
"""Cases in a file (Spierts 2019; not said to be one worker's)."""

FIRST = 16
"""Cases that stand on the page at once."""


class TwoPercent(Part):
    """A guess, and then the share as a hundred dots."""

    def __init__(self, answers: Answers, data: CollectiveData) -> None:
        self.data = data
        super().__init__(answers)

    def above(self) -> Page:
        """The guess; after that the share and where it comes from."""
        guess = self.answers.number("two/guess")
        page: Page = [
            blocks.scale(
                "two/guess",
                _("Of a hundred neighbourhood teams, how many work collectively on purpose, do you think?"),
                guess,
                _("none"),
                _("all"),
                [_("%(n)s of the hundred") % {"n": n} for n in range(0, 101, 5)],
                _("Move the slider to your guess."),
            )
        ]
        if not self.answers.get("two/shown", False):
            return [*page, blocks.buttons(blocks.button("show", _("Show how many there are"), main=True))]
        alt = _("A hundred dots, of which %(n)s are filled.") % {"n": SHARE}
        source = self.data.cites["spierts-2019"]
        found = _("**Two of the hundred.** That was found by earlier research of Movisie; we know it second-hand.")
        return [
            *page,
            blocks.picture(dots_svg(SHARE), alt),
            blocks.prose(found),
            blocks.prose("*" + plain(_("From: %(source)s") % {"source": source}) + "*"),
            *written(self.answers, "two"),
        ]

    def acted(self, act: str) -> None:
        """Show the share."""
        if act == "show":
            self.answers.keep("two/shown", True)
            self.draw()


class EightyCases(Part):
    """The file as a worker meets it: one case after another, the latest first."""

    def __init__(self, answers: Answers, register: Register) -> None:
        self.register = register
        super().__init__(answers)

    def above(self) -> Page:
        """The cases as a list, and what one would say of them."""
        cases = self.register.requests[-IN_FILE:][::-1]
        half = FIRST // 2
        return [
            blocks.columns([_listed(cases[:half])], [_listed(cases[half:FIRST])]),
            blocks.details(_("The other %(n)s") % {"n": len(cases) - FIRST}, _listed(cases[FIRST:])),
            *written(self.answers, "file"),
        ]


def _listed(cases: tuple[Request, ...]) -> blocks.Block:
    line = _("week %(week)s: household %(household)s, %(street)s, %(theme)s")
    rows = [
        line % {"week": c.week, "household": c.household, "street": plain(c.street), "theme": plain(c.theme)}
        for c in cases
    ]
    return blocks.prose("\n".join(f"- {row}" for row in rows))

"""Two years with a share of the hours for collective work: first a guess, then sliders that answer while they move."""

from collections.abc import Mapping
from dataclasses import replace

from kit.figures.two_years import YearsChart, years_chart, years_figure
from kit.figures.two_years_words import years_sentences
from kit.language import _, language
from kit.models.collective import WEEKS, Course, Team, run, steady
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.lessons.collective_data import CollectiveData
from kit.widgets.lessons.collective_questions import written
from kit.widgets.pages.parts import plain

SHARE = 15
"""Hours of every hundred with which it begins."""

PILOT, BACK = 26, range(53, 66)
"""A pilot ends after half a year; a step back takes a quarter, in the second year."""

NOBODY_WAITS = 18.0
"""Requests a week that this team meets at once, one by one."""

READY = {"little": 5, "fifteen": 15, "much": 40}


def ways() -> Mapping[str, str]:
    """How it goes with the hours, by name."""
    return {
        "on": _("It goes on, two years long"),
        "pilot": _("A pilot, which stops after half a year"),
        "back": _("A quarter of a year only cases, then on again"),
        "nobody": _("It goes on, but nobody is waiting"),
    }


def guesses() -> Mapping[str, str]:
    """When the learner expects it to pay, by name."""
    return {
        "half": _("Within half a year"),
        "first": _("In the rest of the first year"),
        "second": _("In the second year"),
        "never": _("Not within two years"),
    }


class Years(Charted):
    """The guess, the share of the hours, how it goes, and what two years come to."""

    mine: Course
    alone: Course
    shown: YearsChart

    def __init__(self, answers: Answers, data: CollectiveData) -> None:
        self.data = data
        super().__init__(answers)

    @property
    def share(self) -> int:
        """Hours of every hundred."""
        share = self.answers.number("years/share")
        return SHARE if share is None else share

    @property
    def way(self) -> str:
        """How it goes with them."""
        way = self.answers.get("years/how", "")
        return way if way in ways() else "on"

    def guessed(self) -> str:
        """The guess, or "" before there is one."""
        guess = self.answers.get("years/guess", "")
        return guess if guess in guesses() else ""

    def team(self) -> Team:
        """The team, with what is asked of it now."""
        return replace(self.data.team, asked=NOBODY_WAITS, waiting=0.0) if self.way == "nobody" else self.data.team

    def reckon(self) -> None:
        """Both courses."""
        off = {"pilot": range(PILOT + 1, WEEKS + 1), "back": BACK}.get(self.way, range(0))
        self.mine = run(self.team(), steady(self.share / 100, off=off))
        self.alone = run(self.team(), steady(0.0))
        self.shown = years_chart(self.mine, self.alone)

    def picture(self) -> tuple[Draw, str] | None:
        """The two parts of the chart, after the guess."""
        if not self.guessed():
            return None
        shown = self.shown
        return lambda dark: years_figure(shown, dark), " ".join(self.said())

    def said(self) -> list[str]:
        """What the two years come to."""
        return years_sentences(self.shown, self.mine, self.alone)

    def above(self) -> Page:
        """The guess; then the slider, how it goes, and three shares to begin with."""
        if not self.guessed():
            return [self._guess()]
        share = blocks.scale(
            "years/share",
            _("How many of every 100 hours go to vision and collective work?"),
            self.share,
            _("none"),
            _("all"),
            [_("%(n)s of every 100 hours") % {"n": n} for n in range(0, 101, 5)],
            "",
            live=True,
        )
        ready = [blocks.button(act, _("%(n)s of every 100") % {"n": n}) for act, n in READY.items()]
        way = blocks.select("years/how", _("And then?"), ways(), self.way)
        return [blocks.columns([share], [way, blocks.buttons(*ready)])]

    def _guess(self) -> Block:
        options = [blocks.option(id, label) for id, label in guesses().items()]
        return blocks.choice(
            "years/guess",
            _(
                "A team sets 15 of every 100 hours aside. When has it met more requests in all than a team with only"
                " cases?"
            ),
            options,
            self.guessed() or None,
            help=_("Guess before you look. Nothing hangs on it."),
            row=True,
        )

    def below(self) -> Page:
        """The same in sentences, the guess, and where the numbers come from.

        The guess is folded here, and not above, so that slider, chart and sentences are seen together.
        """
        if not self.guessed():
            return []
        rows = [
            f"- {plain(one.meaning)} **{plain(_number(one.value))}** ({plain(one.unit)})."
            f" *{plain(self.data.origin(one.provenance, one.source))}*"
            for one in self.data.assumptions
        ]
        told = _(
            "The source says *that* a team which does only cases helps fewer people in the end. It gives no numbers."
            " These are chosen so that the crossing can be seen."
        )
        return [
            blocks.panel(blocks.prose(" ".join(plain(line) for line in self.said())), tone="change"),
            blocks.prose("*" + _("This model was built so; it proves nothing.") + "*"),
            blocks.details(_("Your guess: %(guess)s") % {"guess": guesses()[self.guessed()].lower()}, self._guess()),
            blocks.details(_("Where do these numbers come from?"), blocks.prose(told), blocks.prose("\n".join(rows))),
            *written(self.answers, "years"),
        ]

    def acted(self, act: str) -> None:
        """One of the ready shares."""
        if act in READY:
            self.top.forget()
            self.answers.keep("years/share", READY[act])
            self.draw()

    def follows(self, key: str) -> bool:
        """The chart follows the slider."""
        return key == "years/share"

    def redraws(self, key: str) -> bool:
        """The slider comes after the guess; and a page that is on its way must not bring the old way back."""
        return key in ("years/guess", "years/how")


def _number(value: float) -> str:
    return f"{value:g}".replace(".", "," if language() == "nl" else ".")

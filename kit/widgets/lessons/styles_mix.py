"""To divide one's time, once or four weeks at a time; more or less under the unrest; and one year at a time."""

from collections.abc import Sequence

from kit.figures.theme import ACCENT
from kit.figures.unrest_band import (
    CARD,
    RELATIONS,
    Line,
    UnrestChart,
    mix_chart,
    styles_chart,
    unrest_figure,
)
from kit.figures.unrest_words import (
    LITTLE_UNDER,
    crossing_words,
    early_words,
    late_words,
    level_words,
    mean_words,
    mix_sentences,
    mix_words,
)
from kit.language import _
from kit.models.working_style import (
    PRAGMATIC,
    RELATIONAL,
    WEEKS,
    Assumptions,
    Chance,
    Comparison,
    Mix,
    Year,
    compare,
    simulate,
)
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted

AT_ONCE = 4
"""Weeks that one bar of the row stands for."""

BARS = WEEKS // AT_ONCE
HALF = 50
FIRST_CARD = (10,) * 4 + (50,) * 2 + (90,) * 7
FIRST_RELATIONS = tuple(reversed(FIRST_CARD))


def said_of(value: int, words: Sequence[str]) -> str:
    """The words that a scale says for an answer from 0 to 100: it divides its length evenly over them."""
    return words[min(len(words) - 1, value * len(words) // 101)]


def amounts(answers: Answers) -> list[int]:
    """The learner's division, a bar for each four weeks, from 0 (the card) to 100; half and half until they said so."""
    kept: list[int] = answers.get("weeks/amounts", [])
    sound = len(kept) == BARS and all(type(one) is int and 0 <= one <= 100 for one in kept)
    return list(kept) if sound else [HALF] * BARS


def made_up() -> Block:
    """Where all numbers of this lesson come from, folded."""
    told = _(
        "All numbers behind this picture are *made up*: no source gives any. What they mean, and what happens when "
        "you change them, is under *Make it fail*, further on."
    )
    return blocks.details(_("Where do these numbers come from?"), blocks.prose(told))


class Styled(Charted):
    """A part with a year of unrest. chances: how the unforeseeable falls, the same for all that is compared."""

    def __init__(self, answers: Answers, chances: Sequence[Chance]) -> None:
        self.chances = chances
        super().__init__(answers)


class Mixed(Styled):
    """A part in which the learner divides time, and sees what that does."""

    year: Year
    height = 400
    """Of the chart in pixels, for type of the usual size: what moves it and what it says fit on one screen with it."""

    def mix(self) -> Mix:
        """How the learner divides time now."""
        raise NotImplementedError

    def reckon(self) -> None:
        """The year with this division."""
        self.year = simulate(self.mix(), self.chances)

    def picture(self) -> tuple[Draw, str]:
        """Unrest with its band, and what lies under it."""
        shown = mix_chart(self.year, top=0.7, height=self.height)
        return lambda dark: unrest_figure(shown, dark), " ".join(mix_sentences(self.year))

    def below(self) -> Page:
        """The same in sentences."""
        return [
            blocks.panel(blocks.prose(" ".join(mix_sentences(self.year))), tone="change"),
            made_up(),
        ]


class MixOnce(Mixed):
    """One share of time for relations, the whole year."""

    def mix(self) -> Mix:
        """The one share."""
        return self._share / 100

    @property
    def _share(self) -> int:
        share = self.answers.number("mix/share")
        return HALF if share is None else share

    def above(self) -> Page:
        """The slider."""
        return [
            blocks.scale(
                "mix/share",
                _("Where does your time go?"),
                self._share,
                _("the card"),
                _("relations"),
                mix_words(),
                "",
                live=True,
            )
        ]

    def follows(self, key: str) -> bool:
        """The picture follows the slider."""
        return key == "mix/share"


class MixWeeks(Mixed):
    """A share of time for relations for each four weeks, drawn with one stroke or set one by one."""

    height = 300

    def mix(self) -> Mix:
        """A share for each week."""
        return [amount / 100 for amount in amounts(self.answers) for _week in range(AT_ONCE)]

    def above(self) -> Page:
        """The divisions to begin with, and the row."""
        bars = [
            (str(AT_ONCE * i + 1), _("Weeks %(a)s to %(b)s") % {"a": AT_ONCE * i + 1, "b": AT_ONCE * (i + 1)})
            for i in range(BARS)
        ]
        row = blocks.row(
            "weeks/amounts",
            _("Where does your time go, four weeks at a time?"),
            amounts(self.answers),
            bars,
            _("empty: all time for the card"),
            _("full: all time for relations"),
            mix_words(),
            _("Draw across the bars, or choose one and use the arrow keys."),
        )
        ready = blocks.buttons(
            blocks.button("card-first", _("First the card, then relations")),
            blocks.button("relations-first", _("First relations, then the card")),
            blocks.button("even", _("The same all year")),
        )
        return [ready, row]  # above the chart, so that row, chart and words are seen together

    def acted(self, act: str) -> None:
        """One of the three divisions to begin with."""
        ready = {"card-first": FIRST_CARD, "relations-first": FIRST_RELATIONS, "even": (HALF,) * BARS}
        if act in ready:
            self.top.forget()
            self.answers.keep("weeks/amounts", list(ready[act]))
            self.draw()

    def follows(self, key: str) -> bool:
        """The picture follows the row."""
        return key == "weeks/amounts"


class Cause(Styled):
    """Both styles in a street with more or less under the unrest: where is the card enough?"""

    seen: Comparison

    def above(self) -> Page:
        """The slider."""
        return [
            blocks.scale(
                "cause/under",
                _("How much lies under the unrest?"),
                self._under,
                _("nothing"),
                _("very much"),
                [_("hardly anything"), _("a little"), _("something"), _("a good deal"), _("very much")],
                "",
                help=_("Old quarrels, being afraid of each other, not being heard: what no card takes away."),
                live=True,
            )
        ]

    @property
    def _under(self) -> int:
        under = self.answers.number("cause/under")
        return 60 if under is None else under

    def reckon(self) -> None:
        """Both styles in this street."""
        self.seen = compare(self.chances, Assumptions(cause=self._under / 100))

    def picture(self) -> tuple[Draw, str]:
        """Both styles, on an axis that stays as it is while the slider moves."""
        shown = styles_chart(self.seen, top=1.0)
        return lambda dark: unrest_figure(shown, dark), " ".join(self._said())

    def _said(self) -> list[str]:
        said = [early_words(self.seen), late_words(self.seen), mean_words(self.seen)]
        if self._under / 100 < LITTLE_UNDER:
            return [*said, _("There is little here that a card would leave untouched.")]
        return [*said, crossing_words(self.seen)]

    def below(self) -> Page:
        """The same in sentences."""
        return [blocks.panel(blocks.prose(" ".join(self._said())), tone="change"), made_up()]

    def follows(self, key: str) -> bool:
        """The picture follows the slider."""
        return key == "cause/under"


class Luck(Styled):
    """One run at a time over the bands: nobody lives in a median."""

    many: Year
    one: Year

    def reckon(self) -> None:
        """All runs of one style, and the one that was drawn."""
        mix = PRAGMATIC if self._style == "card" else RELATIONAL
        self.many = simulate(mix, self.chances)
        self.one = simulate(mix, [self.chances[self._times % len(self.chances)]])

    def above(self) -> Page:
        """The button that draws another year."""
        return [
            blocks.choice(
                "luck/style",
                _("How do you work?"),
                [blocks.option("card", _("The card")), blocks.option("relations", _("Relations"))],
                self._style,
                row=True,
            ),
            blocks.buttons(blocks.button("again", _("Another year in this street"), main=True)),
        ]

    @property
    def _style(self) -> str:
        return "card" if self.answers.get("luck/style", "") == "card" else "relations"

    @property
    def _times(self) -> int:
        return self.answers.number("luck/times") or 0

    def picture(self) -> tuple[Draw, str]:
        """The band of one style, and the one year that was drawn."""
        colour = CARD if self._style == "card" else RELATIONS
        shown = UnrestChart(
            _("How may one year go?"),
            (
                Line(_("the middle"), self.many.unrest.median, colour, "dash", self.many.unrest),
                Line(_("this year"), self.one.unrest.median, ACCENT),
            ),
            top=0.7,
        )
        return lambda dark: unrest_figure(shown, dark), self._said()

    def _said(self) -> str:
        end, low, high = (band[-1] for band in (self.one.unrest.median, self.many.unrest.low, self.many.unrest.high))
        where = (
            _("calmer than nine years in ten") if end < low
            else _("more restless than nine years in ten") if end > high
            else _("within the band")
        )  # fmt: skip
        told = _("This year ends with %(level)s: %(where)s. The same work, the same street, another year.")
        return told % {"level": level_words(end), "where": where}

    def below(self) -> Page:
        """The same in a sentence."""
        return [blocks.panel(blocks.prose(self._said()), tone="change"), made_up()]

    def acted(self, act: str) -> None:
        """Draw the next year."""
        if act == "again":
            self.answers.keep("luck/times", (self._times + 1) % 100)

    def follows(self, key: str) -> bool:
        """Another year, or another style."""
        return key.startswith("luck/") and key != "luck/bad"

"""Three predictions about a card and about relations; only then the picture, with both beside each other."""

from collections.abc import Sequence

from kit.figures.unrest_band import causes_chart, styles_chart, unrest_figure
from kit.figures.unrest_words import (
    amount_words,
    crossing_words,
    early_words,
    late_words,
    left_words,
    level_words,
    mean_words,
    spread_words,
    style_sentences,
)
from kit.language import _
from kit.models.working_style import NOTICEABLE, Chance, compare
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.pages.parts import plain

GUESSES = ("early", "late", "mean")
LOOKED_AT = (0, 4, 13, 26, 39, 52)
"""The weeks that the table in words tells."""


def guess_questions() -> dict[str, str]:
    """What is predicted."""
    return {
        "early": _("After a month: where is it calmer?"),
        "late": _("After a year: where is it calmer?"),
        "mean": _("Taken over the whole year: where was there less unrest?"),
    }


def guess_names() -> dict[str, str]:
    """The answers to choose from."""
    return {"card": _("With the card"), "relations": _("With relations"), "equal": _("About equal")}


class Guess(Charted):
    """What the learner thinks first; then what the model makes of it, with neither right nor wrong."""

    def __init__(self, answers: Answers, chances: Sequence[Chance]) -> None:
        self.seen = compare(chances)
        super().__init__(answers)

    @property
    def foretold(self) -> bool:
        """Whether the picture may be seen: all is predicted, or it was asked for without."""
        return self.answers.get("guess/anyway", False) or all(self._guessed(key) for key in GUESSES)

    def above(self) -> Page:
        """The predictions to make, or that were made and which side of the street to look at."""
        if self.foretold:
            shown = [blocks.option("unrest", _("Unrest")), blocks.option("cause", _("What lies under it"))]
            return [blocks.choice("guess/show", _("What do you look at?"), shown, self._show, row=True)]
        options = [blocks.option(id, name) for id, name in guess_names().items()]
        return [
            *(
                blocks.choice(f"guess/{key}", asked, options, self._guessed(key) or None, row=True)
                for key, asked in guess_questions().items()
            ),
            blocks.buttons(blocks.button("anyway", _("Show it without a prediction")), quiet=True),
        ]

    def picture(self) -> tuple[Draw, str] | None:
        """Both styles, their unrest or what lies under it."""
        if not self.foretold:
            return None
        if self._show == "cause":
            shown = causes_chart(self.seen)
            said = " ".join(self._left())
        else:
            shown = styles_chart(self.seen)
            said = " ".join(style_sentences(self.seen))
        return lambda dark: unrest_figure(shown, dark), said

    def below(self) -> Page:
        """The same in sentences, the predictions beside it, and a table in words."""
        if not self.foretold:
            return []
        said = self._left() if self._show == "cause" else [crossing_words(self.seen), spread_words(self.seen)]
        return [
            blocks.panel(
                *([] if self._show == "cause" else self._beside()),
                blocks.prose(" ".join(said)),
                blocks.prose("*" + _("This model was made so; it proves nothing.") + "*"),
                tone="change",
            ),
            blocks.details(_("The chart in words"), blocks.prose(self._table())),
        ]

    def acted(self, act: str) -> None:
        """Show it without a prediction."""
        if act == "anyway":
            self.answers.keep("guess/anyway", True)

    def redraws(self, key: str) -> bool:
        """When the picture opens, or another one is asked for."""
        return key.startswith("guess/")

    @property
    def _show(self) -> str:
        return "cause" if self.answers.get("guess/show", "") == "cause" else "unrest"

    def _guessed(self, key: str) -> str:
        guessed = self.answers.get(f"guess/{key}", "")
        return guessed if guessed in guess_names() else ""

    def _beside(self) -> Page:
        """Each prediction beside what the model makes of it."""
        model = {"early": early_words(self.seen), "late": late_words(self.seen), "mean": mean_words(self.seen)}
        rows = []
        for key, asked in guess_questions().items():
            guessed = guess_names().get(self._guessed(key), _("no prediction")).lower()
            told = _("You: %(guessed)s. In this model: %(model)s")
            said = model[key][0].lower() + model[key][1:]
            rows.append(f"- **{plain(asked)}** " + told % {"guessed": guessed, "model": said})
        return [blocks.prose("\n".join(rows))]

    def _left(self) -> list[str]:
        card, relations = (left_words(year) for year in (self.seen.pragmatic_year, self.seen.relational_year))
        return [_("With the card: %(said)s") % {"said": card}, _("With relations: %(said)s") % {"said": relations}]

    def _table(self) -> str:
        """The lines of the chart that is shown, in the words of its axis."""
        years, words = (self.seen.pragmatic_year, self.seen.relational_year), level_words
        lines = [year.unrest.median for year in years]
        if self._show == "cause":
            lines, words = [year.cause.median for year in years], amount_words

        def row(week: int) -> str:
            when = _("Now") if week == 0 else _("Week %(n)s") % {"n": week}
            card, relations = (line[week] for line in lines)
            if abs(card - relations) < NOTICEABLE:
                return f"- **{when}.** " + _("Both: %(both)s.") % {"both": words(card)}
            told = _("The card: %(card)s. Relations: %(relations)s.")
            return f"- **{when}.** " + told % {"card": words(card), "relations": words(relations)}

        return "\n".join(row(week) for week in LOOKED_AT)

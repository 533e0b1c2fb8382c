"""The signal map in a lesson, and the learner's own eye: three cells that stand out, before any rule says so."""

from kit.figures.signal_map import MapChart, map_chart, map_figure, map_said
from kit.language import _
from kit.models.register import Cell
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.lessons.collective_data import PICKS, CollectiveData, is_pick, picked
from kit.widgets.lessons.collective_questions import written
from kit.widgets.pages.parts import plain


class Mapped(Charted):
    """A part with the map of the lesson's register."""

    chart_data: MapChart

    def __init__(self, answers: Answers, data: CollectiveData) -> None:
        self.data = data
        super().__init__(answers)

    def picture(self) -> tuple[Draw, str] | None:
        """The map, and what is to be seen on it."""
        shown = self.chart_data
        return lambda dark: map_figure(shown, dark), map_said(shown)

    def picks(self) -> list[Cell]:
        """What the learner picked by eye."""
        return picked(self.answers, self.data.register)


def map_words(chart: MapChart) -> Block:
    """The whole map in words, folded: a line a street."""
    rows = []
    for street, told in zip(chart.streets, chart.cells, strict=True):
        filled = [f"{theme} {text}" for theme, text in zip(chart.themes, told, strict=True) if text]
        rows.append(f"- **{plain(street)}**: {plain(', '.join(filled) or '–')}")
    return blocks.details(_("The map in words"), blocks.prose("\n".join(rows)))


class ByEye(Mapped):
    """The map without marks; the learner picks three cells that catch the eye."""

    def above(self) -> Page:
        """Three times a street and a theme."""
        streets = {"": _("choose a street"), **{name: name for name in sorted(self.data.register.streets)}}
        themes = {"": _("choose a theme"), **{name: name for name in sorted(self.data.register.themes)}}
        columns: list[Page] = []
        for n in range(1, PICKS + 1):
            street, theme = (self.answers.get(f"eye/{n}/{part}", "") for part in ("street", "theme"))
            columns.append(
                [
                    blocks.select(f"eye/{n}/street", _("Pick %(n)s: street") % {"n": n}, streets, _in(streets, street)),
                    blocks.select(f"eye/{n}/theme", _("Pick %(n)s: theme") % {"n": n}, themes, _in(themes, theme)),
                ]
            )
        return [blocks.columns(*columns)]

    def reckon(self) -> None:
        """The map with the picks."""
        title = _("Where do many different households ask the same?")
        self.chart_data = map_chart(self.data.register, title, self.picks())

    def below(self) -> Page:
        """The map in words, and why these."""
        return [
            map_words(self.chart_data),
            blocks.prose(
                _("In each cell stands how many *different households* asked. Who asks four times counts once.")
                + " *"
                + _("The register is made up.")
                + "*"
            ),
            *written(self.answers, "eye"),
        ]

    def follows(self, key: str) -> bool:
        """The map follows the picks."""
        return is_pick(key)


def _in(options: dict[str, str], value: str) -> str:
    return value if value in options else ""

"""A part of a lesson around a chart: what moves redraws the chart and the words under it, and leaves the sliders be."""

from kit.widgets.chart import Chart, Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.part import Part


class Charted(Part):
    """A part with a plotly chart between its pages.

    Sliders belong in `above`; the chart and `below` follow them while they move.
    """

    def __init__(self, answers: Answers) -> None:
        self.chart = Chart()
        super().__init__(answers, self.chart)

    def reckon(self) -> None:
        """Work out, once for the chart and the words, what both of them show."""

    def picture(self) -> tuple[Draw, str] | None:
        """How the chart is drawn as the answers now are, and the sentence that says the same; None for no chart yet."""
        raise NotImplementedError

    def follows(self, key: str) -> bool:
        """Whether the chart and the words below it change with an answer under this key."""
        return False

    def draw(self, turn: bool = False) -> None:
        """Show all of it as the answers now are."""
        self.reckon()
        super().draw(turn)
        self._show_chart()

    def follow(self) -> None:
        """Show the chart and the words below it as the answers now are."""
        self.reckon()
        self._show_chart()
        self.bottom.show([*self.below(), *self._foot()])

    def _show_chart(self) -> None:
        picture = self.picture()
        self.chart.layout.display = "none" if picture is None else ""
        if picture is not None:
            self.chart.show(*picture)

    def _heard(self, what: str) -> None:
        if self.follows(what):
            self.follow()
        else:
            super()._heard(what)

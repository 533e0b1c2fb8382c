"""A plotly chart on a page: one long-lived widget that is drawn once and then follows its data.

Not plotly's own FigureWidget: that takes seconds to import, brings numpy along, and sends its five megabytes of script
anew for every figure. Here a page asks for the script once, gets it from the installed package, and after that each
redraw is one small message.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from kit.language import language
from kit.widgets.kindly import kindly

if TYPE_CHECKING:
    import plotly.graph_objects

Draw = Callable[[bool], "plotly.graph_objects.Figure"]
"""Draws a figure; is told whether the page is dark."""

_HERE = Path(__file__).parent


class Chart(anywidget.AnyWidget):
    """Shows a plotly figure, with a sentence that says the same for who does not see it.

    Type follows the page: larger in *Projecteer*. A narrow page scrolls the chart sideways within its frame.
    """

    _esm = _HERE / "chart.js"
    _css = _HERE / "chart.css"

    figure = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    lang = traitlets.Unicode().tag(sync=True)
    dark = traitlets.Bool(False).tag(sync=True)

    def __init__(self, draw: Draw | None = None, said: str = "") -> None:
        super().__init__()
        self._draw: Draw | None = None
        self.on_msg(self._heard)
        if draw is not None:
            self.show(draw, said)

    def show(self, draw: Draw, said: str) -> None:
        """Show this figure. `draw` is kept: it is asked again when the page turns dark or light."""
        self._draw = draw
        with self.hold_sync():
            self.lang = language()
            self.said = said
            self.figure = _plain(draw(self.dark))

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """A calm sentence in place of the chart; the detail is in the log that 'Show code' has."""
        with self.hold_sync():
            self.said = sentence
            self.figure = {}

    @traitlets.observe("dark")
    @kindly
    def _turned(self, _change: Any) -> None:
        if self._draw is not None:
            self.figure = _plain(self._draw(self.dark))

    @kindly
    def _heard(self, _widget: Any, message: Any, _buffers: Any) -> None:
        if isinstance(message, dict) and message.get("kind") == "script":
            from plotly.offline import get_plotlyjs

            self.send({"kind": "script"}, buffers=[get_plotlyjs().encode()])


def _plain(figure: "plotly.graph_objects.Figure") -> dict[str, Any]:
    """A figure as plain data, without the template that plotly adds to each: our figures say what they need."""
    figure.layout.template = "none"
    plain = figure.to_plotly_json()
    plain["layout"].pop("template", None)
    return {"data": plain["data"], "layout": plain["layout"]}

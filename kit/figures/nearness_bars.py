"""What five forms of nearness ask: of each the part that comes down on people, and the part that is borne.

Bars without figures: near and complex are what a team says of itself. The part that is borne is hatched, so that it
can be told apart without its colour.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.figures.chart import as_text, sheet
from kit.figures.nearness_words import form_words
from kit.figures.theme import ACCENT, EDGE, MUTED, PAPER
from kit.language import _
from kit.models.proximity import FORMS, Reading

if TYPE_CHECKING:
    import plotly.graph_objects


@dataclass(frozen=True)
class NearnessBar:
    """One form. left, carried: parts of what it asks, from 0 to 1."""

    name: str
    left: float
    carried: float


@dataclass(frozen=True)
class NearnessBars:
    """The five forms, in the order of the source."""

    title: str
    bars: tuple[NearnessBar, ...]


def nearness_bars(reading: Reading, title: str | None = None) -> NearnessBars:
    """What is drawn of a reading."""
    names = form_words()
    bars = tuple(NearnessBar(names[form].name, reading.left[form], reading.carried[form]) for form in FORMS)
    return NearnessBars(_("What does nearness ask, and who bears it?") if title is None else title, bars)


def nearness_figure(chart: NearnessBars, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The bars as a plotly figure; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    paper, muted, edge, accent = (getattr(colour, shade) for colour in (PAPER, MUTED, EDGE, ACCENT))
    names = [as_text(bar.name, 22) for bar in chart.bars]
    rim = {"width": 1.5, "color": muted}
    hatch = {"shape": "/", "fgcolor": muted, "bgcolor": paper, "size": 9, "solidity": 0.25}
    bar = {"type": "bar", "orientation": "h", "y": names, "width": 0.62, "hoverinfo": "skip"}
    traces: list[dict[str, Any]] = [
        {
            **bar,
            "name": _("comes down on people"),
            "x": [round(one.left, 3) for one in chart.bars],
            "marker": {"color": accent, "line": {"width": 1.5, "color": accent}},
        },
        {
            **bar,
            "name": _("is borne"),
            "x": [round(one.carried, 3) for one in chart.bars],
            "marker": {"color": paper, "line": rim, "pattern": hatch},
        },
    ]
    layout = sheet(
        chart.title,
        330,
        dark,
        margin={"l": 208, "r": 24, "t": 96, "b": 52},
        hovermode=False,
        barmode="stack",
        xaxis={
            "range": [0, 1],
            "showgrid": False,
            "zeroline": False,
            "showticklabels": False,
            "linecolor": edge,
            "fixedrange": True,
            "title": {"text": _("asks more →"), "standoff": 10},
        },
        yaxis={"autorange": "reversed", "showgrid": False, "linecolor": edge, "fixedrange": True},
    )
    # The title stands at the very top, so that a legend that needs two lines on a narrow page has room under it.
    layout |= {
        "title": {**layout["title"], "x": 0.02, "xref": "container", "y": 1, "yanchor": "top", "pad": {"t": 18}},
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1.02,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "traceorder": "normal",
        },
    }
    return go.Figure({"data": traces, "layout": layout})

"""A year of unrest, week by week: the middle of many runs, and the band in which eight in ten lie.

Words on the axes and no figures but weeks: it is no forecast. A style has its colour and its dash; neither judges.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kit.figures.chart import sheet
from kit.figures.theme import ACCENT, EDGE, ENVIRONMENT, MUTED, Colour
from kit.figures.unrest_words import LEVELS, amount_names
from kit.language import _
from kit.models.working_style import Band, Comparison, Year

if TYPE_CHECKING:
    import plotly.graph_objects

CARD, RELATIONS = ENVIRONMENT[1], Colour(ENVIRONMENT[0].light, ENVIRONMENT[2].dark)
"""The colours of either style, each to be read as the colour of a name; a mix of the learner's own has the accent."""

TICKS = (0, 13, 26, 39, 52)
_APART = 0.085
"""As a part of the axis: how far the names at the ends of lines must keep from each other."""


@dataclass(frozen=True)
class Line:
    """One line with its band, or without. values: by week from 0; dash: as plotly calls it."""

    name: str
    values: tuple[float, ...]
    colour: Colour
    dash: str = "solid"
    band: Band | None = None


@dataclass(frozen=True)
class UnrestChart:
    """What is to be drawn: the lines, up to which amount the axis runs, a week to mark, and how high in pixels."""

    title: str
    lines: tuple[Line, ...]
    top: float
    marked: int | None = None
    height: int = 400


def styles_chart(seen: Comparison, top: float | None = None, height: int = 400) -> UnrestChart:
    """Both styles with their bands, and where they cross. height: in pixels, for type of the usual size."""
    card, relations = seen.pragmatic_year.unrest, seen.relational_year.unrest
    lines = (
        Line(_("the card"), card.median, CARD, band=card),
        Line(_("relations"), relations.median, RELATIONS, "dash", relations),
    )
    return UnrestChart(_("What becomes of the unrest?"), lines, _top(lines, top), seen.crossing, height)


def causes_chart(seen: Comparison, top: float | None = None) -> UnrestChart:
    """What lies under the unrest, for both styles."""
    card, relations = seen.pragmatic_year.cause, seen.relational_year.cause
    lines = (
        Line(_("the card"), card.median, CARD, band=card),
        Line(_("relations"), relations.median, RELATIONS, "dash", relations),
    )
    return UnrestChart(_("What becomes of what lies under it?"), lines, _top(lines, top))


def mix_chart(year: Year, top: float | None = None, height: int = 400) -> UnrestChart:
    """A mix of the learner's own: unrest with its band, and what lies under it as a dotted line. height: in pixels, for
    type of the usual size."""
    lines = (
        Line(_("unrest"), year.unrest.median, ACCENT, band=year.unrest),
        Line(_("what lies under it"), year.cause.median, MUTED, "dot"),
    )
    return UnrestChart(_("What does your division of time do?"), lines, _top(lines, top), height=height)


def unrest_figure(chart: UnrestChart, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The chart as a plotly figure; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    muted, edge = getattr(MUTED, shade), getattr(EDGE, shade)
    traces: list[dict[str, Any]] = []
    for line in chart.lines:
        colour = getattr(line.colour, shade)
        if line.band:
            rim = {"width": 1, "color": colour}
            traces.append(_trace(line.band.low, line=rim))
            traces.append(_trace(line.band.high, line=rim, fill="tonexty", fillcolor=_soft(colour)))
    for line in chart.lines:
        traces.append(_trace(line.values, line={"width": 4, "color": getattr(line.colour, shade), "dash": line.dash}))
    weeks = len(chart.lines[0].values) - 1
    notes = [
        {
            "x": weeks,
            "y": at,
            "text": line.name,
            "xanchor": "left",
            "xshift": 8,
            "showarrow": False,
            "font": {"color": getattr(line.colour, shade)},
        }
        for line, at in zip(chart.lines, ends(chart), strict=True)
    ]
    shapes = []
    if chart.marked is not None:
        dotted = {"color": edge, "width": 1.5, "dash": "dot"}
        shapes.append({"type": "line", "x0": chart.marked, "x1": chart.marked, "yref": "paper", "y0": 0, "y1": 0.92,
                       "line": dotted})  # fmt: skip
        notes.append(
            {
                "x": chart.marked,
                "xanchor": _beside(chart.marked / weeks),
                "yref": "paper",
                "y": 0.92,
                "yanchor": "bottom",
                "text": _("here the lines cross"),
                "showarrow": False,
                "font": {"color": muted},
            }
        )
    # Read as plain data, in one go: a figure that is built step by step takes as long as a year of simulation.
    middles, names = _levels(chart.top)
    axis = {"showgrid": False, "zeroline": False, "linecolor": edge, "fixedrange": True}
    layout = sheet(
        chart.title,
        chart.height,
        dark,
        margin={"l": 110, "r": 170, "t": 60, "b": 70},
        hovermode=False,
        xaxis={
            **axis,
            "range": [0, weeks],
            "tickvals": [week for week in TICKS if week <= weeks],
            "ticktext": [_("now") if week == 0 else str(week) for week in TICKS if week <= weeks],
            "title": {"text": _("weeks →"), "standoff": 12},
        },
        yaxis={**axis, "range": [0, chart.top], "tickvals": middles, "ticktext": names},
        annotations=notes,
        shapes=shapes,
    )
    return go.Figure({"data": traces, "layout": layout})


def ends(chart: UnrestChart) -> tuple[float, ...]:
    """Where the names at the ends of the lines stand: beside the last value, but never over each other."""
    apart = _APART * chart.top
    order = sorted(range(len(chart.lines)), key=lambda i: chart.lines[i].values[-1])
    places: dict[int, float] = {}
    lowest = apart / 2
    for i in order:
        places[i] = max(chart.lines[i].values[-1], lowest)
        lowest = places[i] + apart
    # What was pushed out at the top comes back down, and pushes those below it.
    highest = chart.top - apart / 2
    for i in reversed(order):
        places[i] = min(places[i], highest)
        highest = places[i] - apart
    return tuple(places[i] for i in range(len(chart.lines)))


def _beside(part: float) -> str:
    """Where a name stands to its mark: near either end beside it, off the words of the axis and inside the sheet."""
    return "left" if part < 0.2 else "right" if part > 0.8 else "center"


def _trace(values: Sequence[float], **how: Any) -> dict[str, Any]:
    # Three decimals are finer than a pixel, and make an event a third as long.
    return {"type": "scatter", "mode": "lines", "x0": 0, "dx": 1, "y": [round(value, 3) for value in values], **how}


def _soft(colour: str) -> str:
    r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},0.18)"


def _top(lines: Sequence[Line], top: float | None) -> float:
    if top is not None:
        return top
    most = max(max(line.band.high if line.band else line.values) for line in lines)
    return min(1.0, max(0.7, most + 0.05))


def _levels(top: float) -> tuple[list[float], list[str]]:
    """Words up the axis, each in the middle of the amounts that it stands for; the lowest at the foot, for room."""
    limits = (0.0, *LEVELS, 1.0)
    middles = [(low + high) / 2 if low else 0.0 for low, high in pairwise(limits)]
    shown = [(middle, name) for middle, name in zip(middles, amount_names(), strict=True) if middle <= top]
    return [middle for middle, _name in shown], [name for _middle, name in shown]

"""Two years with hours for collective work beside two years without: the help of each week, and all of it together.

Below, what is helped in all is drawn as how far it lies ahead or behind: two lines that both climb to two thousand
would hide what there is to see. Axes stay as they are while a slider moves.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.figures.chart import TYPE, as_text, sheet
from kit.figures.theme import ACCENT, EDGE, ENVIRONMENT, INK, MUTED
from kit.language import _
from kit.models.collective import Course, Crossover, crossover

if TYPE_CHECKING:
    import plotly.graph_objects

ALONE = ENVIRONMENT[0]
"""The colour of the team that does only cases; it has a dash as well. The learner's is the accent."""

TOP, FAR = 26, 220
"""Requests a week at the top of the upper part, and how far ahead or behind the lower part reaches."""

UPPER, LOWER = (0.57, 0.92), (0.0, 0.42)
"""Which part of the height each takes."""


@dataclass(frozen=True)
class YearsChart:
    """What is drawn. helped, alone: requests met in each week, with and without; ahead: of those in all, with less
    without; off: weeks in which nothing is set aside though it otherwise is, as (first, last) spans."""

    helped: tuple[float, ...]
    alone: tuple[float, ...]
    ahead: tuple[float, ...]
    crossed: Crossover
    off: tuple[tuple[int, int], ...]


def years_chart(course: Course, other: Course) -> YearsChart:
    """A course beside one without collective work; raises ValueError where they do not last equally long."""
    crossed = crossover(course, other)
    return YearsChart(
        helped=tuple(week.helped for week in course.weeks),
        alone=tuple(week.helped for week in other.weeks),
        ahead=tuple(a.total - b.total for a, b in zip(course.weeks, other.weeks, strict=True)),
        crossed=crossed,
        off=_spans(course),
    )


def years_figure(chart: YearsChart, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The chart as a plotly figure of two parts; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    ink, muted, edge, mine, theirs = (getattr(c, shade) for c in (INK, MUTED, EDGE, ACCENT, ALONE))
    weeks = len(chart.helped)
    dashed = {"width": 3, "color": theirs, "dash": "dash"}
    solid = {"width": 4, "color": mine}
    data = [
        _line(chart.helped, "y", solid),
        _line(chart.alone, "y", dashed),
        _line(chart.ahead, "y2", solid, fill="tozeroy", fillcolor=_soft(mine)),
        _line((0.0,) * weeks, "y2", dashed),
    ]
    axis: dict[str, Any] = {"showgrid": False, "zeroline": False, "linecolor": edge, "fixedrange": True, "ticks": ""}
    ticks = [week for week in (1, 13, 26, 39, 52, 65, 78, 91, 104) if week <= weeks]
    layout = sheet(
        _("What do hours for collective work do?"),
        400,
        dark,
        margin={"l": 112, "r": 24, "t": 52, "b": 58},
        hovermode=False,
        xaxis={
            **axis,
            "range": [1, weeks],
            "anchor": "y2",
            "tickvals": ticks,
            "title": {"text": _("weeks →"), "standoff": 12},
        },
        yaxis={**axis, "range": [0, TOP], "domain": list(UPPER), "tickvals": [0, 10, 20]},
        yaxis2={
            **axis,
            "range": [-FAR, FAR],
            "domain": list(LOWER),
            "tickvals": [-200, -100, 0, 100, 200],
            "ticktext": [
                *(_("%(many)s fewer") % {"many": n} for n in (200, 100)),
                _("as many"),
                *(_("%(many)s more") % {"many": n} for n in (100, 200)),
            ],
        },
        shapes=[*_away(chart, shade), *_marks(chart, edge)],
        annotations=[
            _head(_("Requests met in a week"), UPPER[1], ink),
            _head(_("Requests met in all, beside a team that does only cases"), LOWER[1], ink),
            *_names(chart, mine, theirs),
            *_told(chart, muted),
        ],
    )
    return go.Figure({"data": data, "layout": layout})


def _line(values: tuple[float, ...], axis: str, line: dict[str, Any], **how: Any) -> dict[str, Any]:
    # Two decimals are finer than a pixel, and make a message shorter.
    rounded = [round(value, 2) for value in values]
    return {"type": "scatter", "mode": "lines", "x0": 1, "dx": 1, "y": rounded, "yaxis": axis, "line": line, **how}


def _head(text: str, top: float, colour: str) -> dict[str, Any]:
    return _note(text, colour, xref="paper", x=0, xanchor="left", yref="paper", y=top, yanchor="bottom")


def _note(text: str, colour: str, **where: Any) -> dict[str, Any]:
    return {"text": as_text(text), "showarrow": False, "font": {"size": TYPE, "color": colour}, **where}


def _names(chart: YearsChart, mine: str, theirs: str) -> list[dict[str, Any]]:
    """The lines by name: in the upper part, near the end, each on its own side."""
    above = chart.helped[-1] >= chart.alone[-1]
    rows = (
        (_("with collective work"), chart.helped[-1], mine, above),
        (_("only cases"), chart.alone[-1], theirs, not above),
    )
    up, down = {"yanchor": "bottom", "yshift": 4}, {"yanchor": "top", "yshift": -4}
    end = {"x": len(chart.helped), "xanchor": "right", "yref": "y"}
    return [_note(text, colour, y=at, **end, **(up if over else down)) for text, at, colour, over in rows]


def _marks(chart: YearsChart, edge: str) -> list[dict[str, Any]]:
    """A dotted line at each week in which it overtakes."""
    dotted = {"color": edge, "width": 2, "dash": "dot"}
    found = ((chart.crossed.week, UPPER), (chart.crossed.total, LOWER))
    return [
        {"type": "line", "x0": week, "x1": week, "yref": "paper", "y0": low, "y1": high, "line": dotted}
        for week, (low, high) in found
        if week is not None
    ]


def _told(chart: YearsChart, muted: str) -> list[dict[str, Any]]:
    """The week at each dotted line."""
    right, left = {"xanchor": "left", "xshift": 6}, {"xanchor": "right", "xshift": -6}
    return [
        _note(
            _("week %(week)s: more") % {"week": week},
            muted,
            x=week,
            yref="paper",
            y=low,
            yanchor="bottom",
            **(right if week < 0.8 * len(chart.helped) else left),
        )
        for week, low in ((chart.crossed.week, UPPER[0]), (chart.crossed.total, LOWER[0]))
        if week is not None
    ]


def _away(chart: YearsChart, shade: str) -> list[dict[str, Any]]:
    """A grey ground where collective work stands still."""
    fill = "rgba(123,135,148,0.18)" if shade == "light" else "rgba(133,147,160,0.22)"
    return [
        {"type": "rect", "x0": first, "x1": last, "yref": "paper", "y0": low, "y1": high, "fillcolor": fill}
        | {"line": {"width": 0}, "layer": "below"}
        for first, last in chart.off
        for low, high in (UPPER, LOWER)
    ]


def _soft(colour: str) -> str:
    r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},0.16)"


def _spans(course: Course) -> tuple[tuple[int, int], ...]:
    """Runs of weeks without a share, in a course that has one in others."""
    if all(week.share == 0 for week in course.weeks):
        return ()
    spans: list[tuple[int, int]] = []
    for week in course.weeks:
        if week.share > 0:
            continue
        if spans and spans[-1][1] == week.number - 1:
            spans[-1] = (spans[-1][0], week.number)
        else:
            spans.append((week.number, week.number))
    return tuple(spans)

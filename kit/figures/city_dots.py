"""The counts as dots: how many cities did the same, one's own choices set apart by shape, colour and word.

A row without a number has its word in place of a dot: put on the axis it would be a number that nobody gave. A ring
shows of how many, where the source says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.figures.chart import as_text, sheet
from kit.figures.city_counts import CityGroup, CityRow, amount_words, row_words
from kit.figures.theme import ACCENT, EDGE, ENVIRONMENT, INK, MUTED, PAPER
from kit.language import _

if TYPE_CHECKING:
    import plotly.graph_objects

MOST = 26
"""The one denominator that there is; the axis runs as far, so that its ring stands on it."""

_LINE, _DOT, _GAP, _TOP, _FOOT = 23, 28, 10, 68, 76
"""In pixels at the size that figures are drawn for: a line of type, one of dots, what keeps rows apart, edges."""

_WIDE = 36
"""Characters on a line: a phone shows as much of the chart without scrolling sideways."""


@dataclass(frozen=True)
class Placed:
    """A line of the chart. text: with plotly's line breaks; top: where it begins, dot: where its dot lies, in pixels
    below the top of the plot. row: None for a question."""

    text: str
    top: float
    dot: float
    row: CityRow | None


def place(groups: Iterable[CityGroup]) -> tuple[list[Placed], float]:
    """Where everything stands, from the top down, and how high that is together."""
    placed: list[Placed] = []
    at = 0.0
    for group in groups:
        at += _GAP
        text = as_text(group.question, _WIDE)
        placed.append(Placed(f"<b>{text}</b>", at, at, None))
        at += _high(text) + _GAP / 2
        for row in group.rows:
            plain = row.number is None
            text = as_text(_in_words(row) if plain else row.label, _WIDE)
            high = _high(text)
            placed.append(Placed(text, at, at + (high / 2 if plain else high + _DOT / 2), row))
            at += high + (0 if plain else _DOT) + _GAP
        at += _GAP
    return placed, at


def city_figure(groups: Iterable[CityGroup], dark: bool = False) -> "plotly.graph_objects.Figure":
    """The groups as a plotly dot chart; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    paper, ink, muted, edge, accent = (getattr(c, shade) for c in (PAPER, INK, MUTED, EDGE, ACCENT))
    others = getattr(ENVIRONMENT[1], shade)
    placed, high = place(groups)
    notes: list[dict[str, Any]] = []
    stems: dict[str, list[float | None]] = {"x": [], "y": []}
    rings: list[tuple[int, float]] = []
    for it in placed:
        colour = accent if it.row and it.row.mine else ink if it.row is None or it.row.number is not None else muted
        notes.append(_note(it.text, 0, -it.top, colour, top=True))
        if it.row is None or it.row.number is None:
            continue
        stems["x"] += [0, it.row.number, None]
        stems["y"] += [-it.dot, -it.dot, None]
        mine = "  " + as_text(_("your choice")) if it.row.mine else ""
        notes.append(_note(f"{it.row.number}{mine}", it.row.number, -it.dot, colour, shift=14))
        if it.row.count and (all_of_them := it.row.count.denominator):
            rings.append((all_of_them, -it.dot))
            notes.append(_note(as_text(_("of %(n)s") % {"n": all_of_them}), all_of_them, -it.dot, muted, shift=14))
    dots = [(it.row, -it.dot) for it in placed if it.row and it.row.count]
    line: dict[str, Any] = {"type": "scatter", "mode": "markers", "hoverinfo": "skip", "cliponaxis": False}
    traces = [
        {**line, "mode": "lines", **stems, "line": {"width": 2, "color": edge}},
        {
            **line,
            "x": [x for x, _y in rings],
            "y": [y for _x, y in rings],
            "marker": {"size": 15, "color": paper, "line": {"width": 2, "color": edge}},
        },
        {
            **line,
            "x": [row.number if row.number is not None else 1 for row, _y in dots],
            "y": [y for _row, y in dots],
            "customdata": [as_text(row_words(row), 56) for row, _y in dots],
            "hoverinfo": "all",
            "hovertemplate": "%{customdata}<extra></extra>",
            "marker": {
                "size": [18 if row.mine else 13 for row, _y in dots],
                "symbol": ["diamond" if row.mine else "circle" for row, _y in dots],
                "color": [accent if row.mine else others for row, _y in dots],
                # A word has no place on the axis: its point is there to be pointed at, and not to be seen.
                "opacity": [0 if row.number is None else 1 for row, _y in dots],
            },
        },
    ]
    axis = {"showgrid": False, "zeroline": False, "fixedrange": True, "linecolor": edge}
    counted = bool(stems["x"])  # else all that is told is told in words, and an axis of numbers would be empty
    foot = _FOOT if counted else _GAP
    layout = sheet(
        _("How many cities did the same?"),
        round(_TOP + foot + high),
        dark,
        margin={"l": 24, "r": 24, "t": _TOP, "b": foot},
        hovermode="closest",
        annotations=notes,
        xaxis={
            **axis,
            "visible": counted,
            "range": [0, MOST + 5],
            "tickvals": list(range(0, MOST + 1, 5)),
            "title": {"text": _("number of municipalities →"), "standoff": 12},
        },
        yaxis={**axis, "range": [-high, 0], "showticklabels": False},
    )
    return go.Figure({"data": traces, "layout": layout})


def _in_words(row: CityRow) -> str:
    said = f"{row.label}: {amount_words(row.count)}"
    mine = _("your choice")
    return f"{said}; {mine}" if row.mine else said


def _high(text: str) -> float:
    return _LINE * (text.count("<br>") + 1)


def _note(text: str, x: float, y: float, colour: str, shift: float = 8, top: bool = False) -> dict[str, Any]:
    return {
        "text": text,
        "x": x,
        "y": y,
        "xshift": shift,
        "xanchor": "left",
        "yanchor": "top" if top else "middle",
        "align": "left",
        "showarrow": False,
        "font": {"color": colour},
    }

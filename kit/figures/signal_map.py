"""The signal map: streets against themes, and in each cell how many different households asked.

One hue, from few to many; no red and no green, for many is not bad. A signal has an outline and a mark, and stands in
words beside the map. Where the register is somebody's own, fewer than five is said and not counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.figures.chart import TYPE, as_text, sheet
from kit.figures.theme import ACCENT, EDGE, INK, PAPER
from kit.language import _, ngettext
from kit.models.register import Cell, Register
from kit.models.signal import LEAST, SignalMap

if TYPE_CHECKING:
    import plotly.graph_objects

MOST_STREETS, MOST_THEMES = 20, 12
"""Rows and columns that are drawn; of a larger register those with a signal come first, then the fullest."""

SIGNAL, PICKS = "◆", "①②③④⑤"
"""What stands before the number in a signal, and in a cell that the learner picked."""

FULL = 18
"""Households with which a cell has the full colour, so that maps beside each other can be compared; where any cell has
more, the fullest has it."""

_LONGEST, _WRAP, _LINE = 28, 12, 23


@dataclass(frozen=True)
class MapChart:
    """What is drawn. streets, themes: the rows from the top, the columns from the left; cells: a text each; values: how
    dark, None for nobody; told: a sentence each; signals, picks: where they stand, as (row, column).

    full: the value with the full colour. counted: whether households are counted (else requests). left: streets and
    themes that are not drawn.
    """

    title: str
    streets: tuple[str, ...]
    themes: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    values: tuple[tuple[float | None, ...], ...]
    told: tuple[tuple[str, ...], ...]
    signals: tuple[tuple[int, int], ...]
    picks: tuple[tuple[int, int], ...]
    full: int
    counted: bool
    left: tuple[int, int]


def map_chart(
    register: Register,
    title: str,
    picks: Sequence[Cell] = (),
    signals: SignalMap | None = None,
    small: bool = False,
    order: Register | None = None,
) -> MapChart:
    """The map of a register. signals: where given, its signals are marked. small: say 'fewer than five' for few, as
    with people who might be recognised; picks: cells that the learner picked, in order. order: of which register the
    rows and columns keep their places, for maps that are laid beside each other; else they are its own."""
    counted = register.knows_households or not register.requests
    counts = register.households if counted else register.asked
    marked = {(c.street, c.theme) for c in signals.signals} if signals else set()
    first = [*picks, *marked]
    named = order or register
    streets = _chosen(named.streets, [s for s, _theme in first], MOST_STREETS)
    themes = _chosen(named.themes, [t for _street, t in first], MOST_THEMES)

    def count(cell: Cell) -> int:
        return counts.get(cell, 0)

    def places(cells: Sequence[Cell] | set[Cell]) -> tuple[tuple[int, int], ...]:
        return tuple((streets.index(s), themes.index(t)) for s, t in cells if s in streets and t in themes)

    def text(cell: Cell) -> str:
        before = "".join([PICKS[picks.index(cell)] if cell in picks else "", SIGNAL if cell in marked else ""])
        return " ".join(filter(None, [before, number_words(count(cell), small)]))

    grid = [[(s, t) for t in themes] for s in streets]
    return MapChart(
        title=title,
        streets=streets,
        themes=themes,
        cells=tuple(tuple(text(cell) for cell in row) for row in grid),
        values=tuple(tuple(_shade(count(cell), small) for cell in row) for row in grid),
        told=tuple(
            tuple(cell_words(cell, count(cell), counted, small, cell in marked) for cell in row) for row in grid
        ),
        signals=tuple(sorted(places(marked))),
        picks=places(picks),
        full=max(FULL, *counts.values(), 0),
        counted=counted,
        left=(len(named.streets) - len(streets), len(named.themes) - len(themes)),
    )


def number_words(count: int, small: bool) -> str:
    """A count as it stands in a cell: nothing for nobody, and '<5' for few where small numbers are not told."""
    if count == 0:
        return ""
    return f"<{LEAST}" if small and count < LEAST else str(count)


def cell_words(cell: Cell, count: int, counted: bool, small: bool, signal: bool) -> str:
    """A cell in a sentence."""
    street, theme = cell
    many = number_words(count, small) or "0"
    one = 1 if many == "1" else 2
    if counted:
        told = ngettext("%(street)s, %(theme)s: %(many)s household", "%(street)s, %(theme)s: %(many)s households", one)
    else:
        told = ngettext("%(street)s, %(theme)s: %(many)s request", "%(street)s, %(theme)s: %(many)s requests", one)
    said = told % {"street": street, "theme": theme, "many": many}
    return f"{said}. " + _("A signal by the rule.") if signal else f"{said}."


def map_figure(chart: MapChart, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The map as a plotly heat map; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    ink, edge, accent = (getattr(colour, shade) for colour in (INK, EDGE, ACCENT))
    low, high = _SCALE[shade]
    rows = [_short(name) for name in chart.streets]
    columns, lines = _in_turns([_short(name, _WRAP) for name in chart.themes])
    heat = {
        "type": "heatmap",
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "z": [list(row) for row in chart.values],
        "text": [[as_text(text) for text in row] for row in chart.cells],
        "customdata": [[as_text(said, 40) for said in row] for row in chart.told],
        "texttemplate": "%{text}",
        "textfont": {"color": ink},
        "hovertemplate": "%{customdata}<extra></extra>",
        "hoverongaps": False,
        "zmin": 0,
        "zmax": chart.full,
        "colorscale": [[0, low], [1, high]],
        "showscale": False,
        "xgap": 3,
        "ygap": 3,
    }
    solid = {"color": ink, "width": 4}
    dotted = {"color": accent, "width": 4, "dash": "dot"}
    shapes = [_outline(at, 0.5, solid) for at in chart.signals] + [_outline(at, 0.42, dotted) for at in chart.picks]
    axis = {
        "showgrid": False,
        "zeroline": False,
        "linecolor": edge,
        "automargin": True,
        "fixedrange": True,
        "ticks": "",
    }
    layout = sheet(
        chart.title,
        70 + _LINE * lines + 32 * max(2, len(rows)),
        dark,
        margin={"l": 20, "r": 16, "t": 54 + _LINE * lines, "b": 16},
        shapes=shapes,
        xaxis={
            **axis,
            "side": "top",
            "tickvals": list(range(len(columns))),
            "ticktext": columns,
            "tickangle": 0,
            "tickfont": {"size": TYPE},
        },
        yaxis={**axis, "autorange": "reversed", "tickvals": list(range(len(rows))), "ticktext": rows},
    )
    layout["title"] |= {"y": 1, "yanchor": "top", "yref": "container", "pad": {"t": 14}}
    layout["plot_bgcolor"] = _EMPTY[shade]
    return go.Figure({"data": [heat], "layout": layout})


def map_said(chart: MapChart) -> str:
    """What is to be seen, in a sentence or two: the fullest cells, the signals, and what is not drawn."""
    if not chart.streets:
        return _("There is nothing on this map yet.")
    flat = [(value or 0, r, c) for r, row in enumerate(chart.values) for c, value in enumerate(row)]
    fullest = [chart.told[r][c] for _value, r, c in sorted(flat, key=lambda one: (-one[0], *one[1:]))[:3]]
    parts = [_("Fullest on this map:") + " " + " ".join(fullest)]
    if chart.signals:
        names = "; ".join(f"{chart.streets[r]}, {chart.themes[c]}" for r, c in chart.signals)
        parts.append(_("The rule picks out: %(names)s.") % {"names": names})
    streets, themes = chart.left
    if streets or themes:
        told = _("Not drawn are those with the fewest requests (streets: %(streets)s, themes: %(themes)s).")
        parts.append(told % {"streets": streets, "themes": themes})
    return " ".join(parts)


_SCALE = {"light": (PAPER.light, "#6fa9dd"), "dark": ("#22303c", "#2c699e")}
"""From few to many; the ink of the page is at least 4.5:1 on all of it."""

_EMPTY = {"light": "#eef1f4", "dark": "#2a323b"}
"""Where nobody asked: apart from the paper and from the lightest cell."""


def _shade(count: int, small: bool) -> float | None:
    if count == 0:
        return None
    # All small numbers alike: a shade would tell what the text keeps.
    return float(LEAST) / 2 if small and count < LEAST else float(count)


def _outline(at: tuple[int, int], half: float, line: dict[str, Any]) -> dict[str, Any]:
    row, column = at
    ends = {"x0": column - half, "x1": column + half, "y0": row - half, "y1": row + half}
    return {"type": "rect", **ends, "line": line, "fillcolor": "rgba(0,0,0,0)", "layer": "above"}


def _chosen(names: Sequence[str], first: Sequence[str], most: int) -> tuple[str, ...]:
    """At most so many of the names, in their order: those that must be there, then the first."""
    kept = set(list(dict.fromkeys([*(name for name in first if name in names), *names]))[:most])
    return tuple(name for name in names if name in kept)


def _in_turns(names: Sequence[str]) -> tuple[list[str], int]:
    """Names of columns in turns low and high, so that each has the width of two columns: on a narrow page, or in large
    type, plotly would turn them into the title. And how many lines that takes."""
    lines = [name.count("<br>") + 1 for name in names]
    low = max(lines[::2], default=1)
    raised = [name + "<br>\u00a0" * low if i % 2 else name for i, name in enumerate(names)]
    return raised, low + max(lines[1::2], default=0)


def _short(name: str, width: int = 0) -> str:
    cut = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return as_text(cut, width)

"""Who expects the same as whom: a heat map of holders against holders, after the convergence of actors in MACTOR.

Words rather than figures in the cells; no red and no green. Expecting the same is neither good nor bad.
"""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from kit.case import YOU, Case
from kit.figures.chart import TYPE
from kit.figures.expectation_words import begin, inside
from kit.figures.theme import EDGE, INK, PAPER, Colour
from kit.language import _
from kit.models.expectation import ExpectationMap

if TYPE_CHECKING:
    import plotly.graph_objects

_BROWN, _BLUE = Colour("#e8c98f", "#6e4c10"), Colour("#9fc9ec", "#1f5681")
"""The two ends: pale on light paper and deep on dark, so that the words in the cells read at 4.5:1 and more."""

_EMPTY = Colour("#e9edf1", "#38424d")
"""Where two holders share nothing: apart from the paper, which stands for half-way."""


@dataclass(frozen=True)
class AlignmentTable:
    """Who stands beside whom. ids, names: the holders, in the order of the case, the learner first.

    values: one row a holder, from -1 (opposite ends) to 1 (the same); None on the diagonal and where two holders
    share nothing that counts. cells: the same in a word or two; told: the same in a sentence.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    cells: tuple[tuple[str, ...], ...]
    told: tuple[tuple[str, ...], ...]


def alignment_table(case: Case, map: ExpectationMap) -> AlignmentTable:
    """How far the holders of a map expect the same. Only those who share something with somebody have a row."""
    order = [YOU, *(actor.id for actor in case.actors)]
    holders = [id for id in order if any(e.holder == id for e in map.expectations)]
    found = {(a, b): map.alignment(a, b) for a in holders for b in holders if a != b}
    rows = [a for a in holders if any(found[a, b] is not None for b in holders if a != b)]
    values = tuple(tuple(found.get((a, b)) for b in rows) for a in rows)
    return AlignmentTable(
        ids=tuple(rows),
        names=tuple(begin(case, id) for id in rows),
        values=values,
        cells=tuple(tuple(_cell(value) for value in row) for row in values),
        told=tuple(
            tuple(_sentence(begin(case, a), inside(case, b), value) for b, value in zip(rows, row, strict=True))
            for a, row in zip(rows, values, strict=True)
        ),
    )


def alignment_words(case: Case, table: AlignmentTable) -> tuple[str, ...]:
    """What stands out, a sentence each: who expect most and least alike. () where nobody shares anything."""
    n = len(table.ids)
    pairs = [(value, j, i) for i in range(n) for j in range(i) if (value := table.values[i][j]) is not None]
    if not pairs:
        return ()

    def told(sentence: str, pair: tuple[float, int, int]) -> str:
        a, b = (table.ids[i] for i in pair[1:])
        return sentence % {"a": begin(case, a), "b": inside(case, b)}

    apart, alike = min(pairs), max(pairs)
    most = told(_("%(a)s and %(b)s expect most alike."), alike)
    return (most,) if alike == apart else (most, told(_("%(a)s and %(b)s expect least alike."), apart))


def alignment_figure(table: AlignmentTable, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The table as a plotly heat map; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    paper, ink, edge = (getattr(colour, shade) for colour in (PAPER, INK, EDGE))
    # Plotly reads a little HTML in any text; a name is no markup.
    names = [escape(one, quote=False) for one in table.names]
    heat = go.Heatmap(
        x=names,
        y=names,
        z=[list(row) for row in table.values],
        text=[[cell.replace(" ", "<br>") for cell in row] for row in table.cells],
        customdata=[[escape(text, quote=False) for text in row] for row in table.told],
        texttemplate="%{text}",
        hovertemplate="%{customdata}<extra></extra>",
        hoverongaps=False,
        textfont={"size": TYPE, "color": ink},
        zmin=-1,
        zmax=1,
        colorscale=[[0, getattr(_BROWN, shade)], [0.5, paper], [1, getattr(_BLUE, shade)]],
        xgap=4,
        ygap=4,
        showscale=False,  # each cell says in a word what its colour means
    )
    figure = go.Figure(heat)
    figure.update_layout(
        title={"text": _("Who expects the same?"), "x": 0, "xref": "paper"},
        font={"size": TYPE, "color": ink, "family": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"},
        paper_bgcolor=paper,
        plot_bgcolor=_EMPTY.dark if dark else _EMPTY.light,
        margin={"l": 20, "r": 20, "t": 60, "b": 20},
        height=170 + 54 * max(1, len(table.names)),
        xaxis={"showgrid": False, "linecolor": edge, "automargin": True, "type": "category"},
        yaxis={"showgrid": False, "linecolor": edge, "automargin": True, "type": "category", "autorange": "reversed"},
    )
    return figure


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    if value >= 0.6:
        return _("the same")
    if value >= 0.2:
        return _("close")
    return _("partly") if value > -0.2 else _("apart") if value > -0.6 else _("opposite")


def _sentence(a: str, b: str, value: float | None) -> str:
    if value is None:
        return ""
    return _("%(a)s and %(b)s: %(how)s in what they expect.") % {"a": a, "b": b, "how": _cell(value)}

"""The influence–dependence map, after Godet's MICMAC: what each party determines against what it undergoes.

All paths count, each further step for half. Words at the ends of the axes and no figures: the strengths are guesses.
"""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from kit.case import YOU, Case
from kit.figures.chart import TYPE
from kit.figures.context_words import quarter_name
from kit.figures.theme import ACCENT, EDGE, INK, MUTED, PAPER, Colour, actor_colours
from kit.language import _
from kit.models.influence import InfluenceNetwork

if TYPE_CHECKING:
    import plotly.graph_objects

NAMED = 24
"""Of more parties than this only the heaviest have their name beside them; the others tell it when pointed at."""

_WIDE, _HIGH, _ROW, _LETTER = 760.0, 440.0, 22.0, 9.5
"""The plot and a line of type in pixels, near enough to keep names off each other."""

_BESIDE = {
    "top center": (0.0, 1.0),
    "bottom center": (0.0, -1.0),
    "middle right": (1.0, 0.0),
    "middle left": (-1.0, 0.0),
    "top right": (1.0, 1.0),
    "top left": (-1.0, 1.0),
    "bottom right": (1.0, -1.0),
    "bottom left": (-1.0, -1.0),
}
"""Where a name may stand beside its point."""


@dataclass(frozen=True)
class InfluencePoint:
    """One party on the map. influence, dependence: its row and column sum, 0 or more; says: its corner in words."""

    id: str
    name: str
    influence: float
    dependence: float
    says: str
    colour: Colour


@dataclass(frozen=True)
class InfluencePoints:
    """All parties, the learner first, then as in the case; and the means above which a value is high here."""

    points: tuple[InfluencePoint, ...]
    influence: float
    dependence: float


def influence_points(
    case: Case, network: InfluenceNetwork, normaliser: float | None = None, than: InfluenceNetwork | None = None
) -> InfluencePoints:
    """Where each party of a network stands. To compare networks of one case give all the same `normaliser`, and as
    `than` the one whose means are the measure of high (this one by default).

    Raises KeyError for a node that is no actor of the case, ValueError for too small a normaliser.
    """
    found = network.map(normaliser, than)
    measure = found if than is None else than.map(normaliser)
    colours = {YOU: ACCENT, **actor_colours(case)}
    order = [YOU, *(actor.id for actor in case.actors)]
    for id in found:
        if id != YOU:
            case.actor(id)
    points = tuple(
        InfluencePoint(
            id,
            _("You") if id == YOU else case.actor(id).name,
            found[id].influence,
            found[id].dependence,
            quarter_name(found[id].influential, found[id].dependent),
            colours[id],
        )
        for id in order
        if id in found
    )
    many = max(1, len(measure))
    means = [sum(getattr(one, name) for one in measure.values()) / many for name in ("influence", "dependence")]
    return InfluencePoints(points, *means)


def influence_figure(shown: InfluencePoints, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The points as a plotly scatter; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    paper, ink, muted, edge = (getattr(colour, shade) for colour in (PAPER, INK, MUTED, EDGE))
    # Plotly reads a little HTML in any text; a name is no markup.
    names = [escape(point.name, quote=False) for point in shown.points]
    beside = name_places(shown)
    figure = go.Figure(
        go.Scatter(
            x=[point.dependence for point in shown.points],
            y=[point.influence for point in shown.points],
            mode="markers+text",
            text=[name if place else "" for name, place in zip(names, beside, strict=True)],
            textposition=[place or "top center" for place in beside],
            customdata=[
                f"{name}: {escape(point.says, quote=False)}" for name, point in zip(names, shown.points, strict=True)
            ],
            hovertemplate="%{customdata}<extra></extra>",
            marker={
                "size": [20 if point.id == YOU else 13 for point in shown.points],
                "color": [getattr(point.colour, shade) for point in shown.points],
                "line": {"width": 1.5, "color": paper},
                "opacity": 1,
            },
            cliponaxis=False,
        )
    )
    figure.add_vline(x=shown.dependence, line={"color": edge, "width": 1.5, "dash": "dot"})
    figure.add_hline(y=shown.influence, line={"color": edge, "width": 1.5, "dash": "dot"})
    for influential in (True, False):
        for dependent in (True, False):
            figure.add_annotation(
                text=quarter_name(influential, dependent),
                xref="paper",
                yref="paper",
                x=1 if dependent else 0,
                y=1.02 if influential else -0.02,
                xanchor="right" if dependent else "left",
                yanchor="bottom" if influential else "top",
                showarrow=False,
                font={"color": muted, "size": TYPE},
            )
    most_x = max((point.dependence for point in shown.points), default=0.0) or 1.0
    most_y = max((point.influence for point in shown.points), default=0.0) or 1.0
    axis = {"showgrid": False, "zeroline": False, "showticklabels": False, "linecolor": edge, "mirror": True}
    figure.update_layout(
        title={"text": _("Who determines, and who undergoes?"), "x": 0, "xref": "paper"},
        font={"size": TYPE, "color": ink, "family": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"},
        paper_bgcolor=paper,
        plot_bgcolor=paper,
        margin={"l": 60, "r": 30, "t": 90, "b": 80},
        height=600,
        showlegend=False,
        xaxis={
            **axis,
            "range": [-0.12 * most_x, 1.12 * most_x],
            "title": {"text": _("undergoes more →"), "standoff": 34},
        },
        yaxis={**axis, "range": [-0.12 * most_y, 1.12 * most_y], "title": {"text": _("determines more →")}},
    )
    return figure


def name_places(shown: InfluencePoints) -> tuple[str | None, ...]:
    """Beside which side of each point its name stands; None for a point that goes without.

    Names keep off each other and off the points. Only the heaviest have one, the learner first; as many as find room.
    """
    most_x = max((point.dependence for point in shown.points), default=0.0) or 1.0
    most_y = max((point.influence for point in shown.points), default=0.0) or 1.0
    at = [(p.dependence / most_x * _WIDE / 1.24, p.influence / most_y * _HIGH / 1.24) for p in shown.points]
    heavy = [float("inf") if p.id == YOU else p.dependence / most_x + p.influence / most_y for p in shown.points]
    named = sorted(range(len(at)), key=lambda i: -heavy[i])[:NAMED]
    # Who chooses first decides how many find room: a few orders are tried, the heaviest first where it makes no odds.
    across, up = sorted(named, key=lambda i: at[i]), sorted(named, key=lambda i: at[i][::-1])
    orders = (named, across, across[::-1], up, up[::-1])
    best = max((_placed([*named[:1], *order], at, shown) for order in orders), key=len)
    return tuple(best.get(i) for i in range(len(at)))


def _placed(order: list[int], at: list[tuple[float, float]], shown: InfluencePoints) -> dict[int, str]:
    """The places that are found when the points choose in this order."""
    taken = [(x - 8, y - 8, x + 8, y + 8) for x, y in at]
    places: dict[int, str] = {}
    for i in dict.fromkeys(order):
        x, y = at[i]
        half = len(shown.points[i].name) * _LETTER / 2
        for place, (right, up) in _BESIDE.items():
            cx, cy = x + right * (half + 10), y + up * (_ROW / 2 + 10)
            box = (cx - half, cy - _ROW / 2, cx + half, cy + _ROW / 2)
            within = box[0] >= -0.1 * _WIDE and box[2] <= 0.92 * _WIDE
            if within and not any(_over(box, other) for j, other in enumerate(taken) if j != i):
                places[i] = place
                taken.append(box)
                break
    return places


def _over(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]

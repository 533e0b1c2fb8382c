"""Which ideas live in a group: a bar for each, of how many people showed it, in a frame of all who did the exercise.

One colour, and no red or green: a bar is long where many can learn from one conversation. Fewer than five people have a
hatched bar of one and the same length, for their number is not told; and an exercise that fewer than five did has none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.figures.chart import as_text, sheet
from kit.figures.group_words import LEAST, many_of_words
from kit.figures.theme import ACCENT, EDGE, INK, PAPER
from kit.language import _, ngettext

if TYPE_CHECKING:
    import plotly.graph_objects

MOST = 8
"""Bars that are drawn: what one looks at together. The rest stands in the table."""

_LINE, _BAR, _GAP, _TOP, _FOOT = 23, 24, 22, 64, 20
"""In pixels at the size that figures are drawn for: a line of type, a bar, what keeps bars apart, edges."""

_WIDE = 32
"""Characters on a line: a phone shows as much of the chart without scrolling sideways."""


@dataclass(frozen=True)
class Idea:
    """An idea that people in a group showed. exercise: its number in the set; learners: how many of the `whole`."""

    exercise: int
    text: str
    learners: int
    whole: int


@dataclass(frozen=True)
class IdeaBar:
    """What is drawn of an idea. where: its exercise; text: its words; length: in people; small: whether the bar only
    says that it is few; said: the number in words."""

    where: str
    text: str
    length: float
    whole: int
    small: bool
    said: str


@dataclass(frozen=True)
class IdeaBars:
    """The bars, longest first. left: how many ideas are not drawn."""

    title: str
    bars: tuple[IdeaBar, ...]
    left: int


def idea_bars(ideas: Iterable[Idea], exact: bool = False) -> IdeaBars:
    """What is drawn of these ideas. exact: whether small numbers are told too."""
    told = [one for one in ideas if exact or one.whole >= LEAST]
    # Small ones stay in the order of the set: their place would tell what their bar keeps.
    order = sorted(told, key=lambda one: -one.learners if exact or one.learners >= LEAST else 0)
    return IdeaBars(
        _("Ideas in this group"),
        tuple(_bar(one, exact) for one in order[:MOST]),
        max(0, len(order) - MOST),
    )


def _bar(idea: Idea, exact: bool) -> IdeaBar:
    small = idea.learners < LEAST and not exact
    return IdeaBar(
        where=_("Exercise %(n)s") % {"n": idea.exercise},
        text=" ".join(idea.text.split()),
        length=LEAST / 2 if small else float(idea.learners),
        whole=idea.whole,
        small=small,
        said=many_of_words(idea.learners, idea.whole, exact),
    )


def idea_bars_said(chart: IdeaBars) -> str:
    """The picture in sentences, for who does not see it."""
    parts = [f"{bar.where}: {bar.text.rstrip('.')} ({bar.said})." for bar in chart.bars]
    if chart.left:
        left = ngettext("%(n)s more stands in the table.", "%(n)s more stand in the table.", chart.left)
        parts.append(left % {"n": chart.left})
    return " ".join([f"{chart.title}.", *parts])


def idea_figure(chart: IdeaBars, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The bars as a plotly figure; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    paper, ink, edge, accent = (getattr(c, shade) for c in (PAPER, INK, EDGE, ACCENT))
    notes: list[dict[str, Any]] = []
    places: list[float] = []
    high = 0.0
    for bar in chart.bars:
        words = _words(bar)
        notes.append(_note(words, -high, ink))
        high += _LINE * (words.count("<br>") + 1) + 6
        places.append(-(high + _BAR / 2))
        high += _BAR + _GAP
    shared = {"type": "bar", "orientation": "h", "y": places, "width": _BAR, "hoverinfo": "skip"}
    hatch = {"shape": ["/" if bar.small else "" for bar in chart.bars], "fgcolor": accent, "bgcolor": paper, "size": 9}
    frames = {
        **shared,
        "x": [bar.whole for bar in chart.bars],
        "marker": {"color": paper, "line": {"width": 1.5, "color": edge}},
    }
    filled = {
        **shared,
        "x": [bar.length for bar in chart.bars],
        "marker": {
            "color": [paper if bar.small else accent for bar in chart.bars],
            "line": {"width": 1.5, "color": accent},
            "pattern": {**hatch, "solidity": 0.25},
        },
    }
    longest = max((bar.whole for bar in chart.bars), default=1)
    axis = {"showgrid": False, "zeroline": False, "showticklabels": False, "fixedrange": True}
    layout = sheet(
        chart.title,
        round(_TOP + _FOOT + max(high, _LINE)),
        dark,
        margin={"l": 24, "r": 24, "t": _TOP, "b": _FOOT},
        hovermode=False,
        barmode="overlay",
        annotations=notes,
        xaxis={**axis, "range": [0, longest]},
        yaxis={**axis, "range": [-max(high, _LINE), 0]},
    )
    return go.Figure({"data": [frames, filled], "layout": layout})


def _words(bar: IdeaBar) -> str:
    """What stands over a bar: how many, in heavy type, at which exercise; and the idea."""
    return f"<b>{as_text(bar.said)}</b> · {as_text(bar.where)}<br>{as_text(bar.text, _WIDE)}"


def _note(text: str, y: float, colour: str) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "y": y,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {"color": colour},
    }

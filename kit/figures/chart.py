"""What charts have in common: a sheet in the colours of the page, and text that plotly takes as text."""

from html import escape
from textwrap import wrap
from typing import Any

from kit.figures.theme import EDGE, INK, PAPER

TYPE = 18
"""Pixels: the size of type on a page. A chart grows with it, so that nothing is under 28 pixels when projected."""


def sheet(title: str, height: int, dark: bool, **more: Any) -> dict[str, Any]:
    """A layout as plain data: title, type, ground; `more` are keys of plotly's own."""
    shade = "dark" if dark else "light"
    paper, ink = getattr(PAPER, shade), getattr(INK, shade)
    return {
        "title": {"text": as_text(title), "x": 0, "xref": "paper"},
        "font": {"size": TYPE, "color": ink, "family": "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"},
        "paper_bgcolor": paper,
        "plot_bgcolor": paper,
        "height": height,
        "showlegend": False,
        "hoverlabel": {"bgcolor": paper, "bordercolor": getattr(EDGE, shade), "font": {"color": ink}, "align": "left"},
        **more,
    }


def as_text(text: str, width: int = 0) -> str:
    """`text` in which plotly finds no markup, in lines of at most `width` characters where that is given."""
    lines = wrap(text, width) if width else [text]
    return "<br>".join(escape(line, quote=False) for line in lines)

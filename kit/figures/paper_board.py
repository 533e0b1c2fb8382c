"""A force board, or a map of expectations, to draw on: lines with their poles, and nobody there yet.

Black on white, and thin where a pen will go. One self-contained SVG; its title and description say the same in words.
"""

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from kit.language import _

WIDTH = 720
"""In the drawing's own units; four of them are about a millimetre on A4."""

LEAST = 120
"""Below its words a line never gets less height than this: there must be room to write names."""

_MARGIN, _SIZE, _SMALL, _ROW, _LEGEND = 8, 16, 13, 20, 100
_CHARACTER = 0.6
"""An average character is this wide, in ems."""

Kind = Literal["forces", "expectations"]
"""What will be drawn on it; the legend follows."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Axis:
    """A line to draw on: its question, and the names of what -1 and 1 mean."""

    question: str
    left: str
    right: str


def paper_board_svg(title: str, axes: Sequence[Axis], height: float, kind: Kind = "forces") -> str:
    """Empty lines under each other with a legend below, `height` units high, or higher where the lines need it.

    A board of `forces` has the environment above each line and the team below it; a map of `expectations` has neither.
    Any text may stand in the axes: it is escaped, and what XML cannot hold is left out.
    """
    each = max(LEAST, (height - _LEGEND) / max(1, len(axes)))
    parts, top = [], 0.0
    for i, axis in enumerate(axes):
        if i:
            parts.append(_stroke(f"M0 {top:.0f}H{WIDTH}", 0.75, 'stroke-dasharray="1 5"'))
        drawn, top = _axis(axis, top, each, kind)
        parts += drawn
    parts += _legend(kind, top)
    rows = " ".join(f"{axis.left} – {axis.right}. {axis.question}" for axis in axes)
    told = _("Empty lines to draw on: %(lines)s") % {"lines": rows}
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {top + _LEGEND:.0f}" '
        f'font-family="system-ui, -apple-system, Segoe UI, Roboto, DejaVu Sans, sans-serif">'
        f"<title>{_safe(title)}</title><desc>{_safe(told)}</desc>{''.join(parts)}</svg>"
    )


def _axis(axis: Axis, top: float, each: float, kind: Kind) -> tuple[list[str], float]:
    """One line from `top`, and where it ends: the environment has more room than the team."""
    parts, y = _head(axis, top + _MARGIN)
    end = max(top + each, y + LEAST)
    at = y + (end - y) * 0.62
    left, right = _MARGIN + 12, WIDTH - _MARGIN - 12
    ticks = "".join(
        f"M{left + (right - left) * i / 8:.1f} {at - r:.1f}v{2 * r}"
        for i, r in enumerate((12, 5, 7, 5, 10, 5, 7, 5, 12))
    )
    parts.append(_stroke(f"M{left} {at:.1f}H{right}{ticks}", 2))
    if kind == "forces":
        parts.append(_text(_("surroundings"), right, y + 14, _SMALL, "end"))
        parts.append(_text(_("you and your team"), right, end - 14, _SMALL, "end"))
    return parts, end


def _head(axis: Axis, top: float) -> tuple[list[str], float]:
    """The names of the poles at the ends, the question below them in the middle; wrapped."""
    half = int((WIDTH / 2 - 2 * _MARGIN) / (_SIZE * _CHARACTER))
    parts, rows = [], 1
    for name, x, anchor in ((axis.left, _MARGIN, "start"), (axis.right, WIDTH - _MARGIN, "end")):
        wrapped = textwrap.wrap(name, half)
        parts += [_text(row, x, top + 16 + i * _ROW, _SIZE, anchor, True) for i, row in enumerate(wrapped)]
        rows = max(rows, len(wrapped))
    y = top + rows * _ROW
    for row in textwrap.wrap(axis.question, int((WIDTH - 2 * _MARGIN) / (_SIZE * _CHARACTER))):
        y += _ROW
        parts.append(_text(row, WIDTH / 2, y, _SIZE, "middle"))
    return parts, y + 8


def _force_signs(x: Sequence[float], y: float) -> list[tuple[str, str]]:
    """What to draw on a force board, each sign with its meaning."""
    grip = "".join(f"M{x[0] + dx} {y - 5}v10" for dx in (-4, 0, 4))
    return [
        (_ring(x[0], y, 14) + _stroke(grip, 1.5), _("knot: your place")),
        (
            _stroke(f"M{x[1]} {y - 16}v30", 1.5, 'stroke-dasharray="2 4"')
            + f'<circle cx="{x[1]}" cy="{y + 14}" r="4" fill="#000"/>',
            _("dotted from a name: wants it here"),
        ),
        (_stroke(f"M{x[2] - 34} {y}h68", 2), _("thin rope to the knot: counts lightly")),
        (_stroke(f"M{x[3] - 34} {y}h68", 10), _("thick rope to the knot: counts heavily")),
        (
            f'<path d="M{x[4]} {y - 8}l11 18h-22z" fill="none" stroke="#000" stroke-width="2"/>',
            _("middle of the field: your estimate"),
        ),
    ]


def _expectation_signs(x: Sequence[float], y: float) -> list[tuple[str, str]]:
    """What to draw on a map of expectations: the signs of the map on screen."""
    strike = _stroke(f"M{x[2] - 14} {y + 12}l28 -24", 2)
    return [
        (_balloon(x[0], y, "#000"), _("said aloud")),
        (_balloon(x[1], y, "none") + _text("?", x[1], y + 4, _SIZE, "middle", True), _("taken for granted")),
        (_balloon(x[2], y, "none") + strike, _("kept silent")),
        (_ring(x[3], y, 8), _("ring: what the other thinks is expected")),
        (
            _stroke(f"M{x[4] - 34} {y + 10}q34 -34 68 0", 2.5, 'stroke-dasharray="7 5"'),
            _("arc: clash; broken: hidden"),
        ),
    ]


def _legend(kind: Kind, top: float) -> list[str]:
    """What to draw, and what it means, in one row."""
    y, step = top + 26, WIDTH / 5
    x = [step * (i + 0.5) for i in range(5)]
    parts = [_stroke(f"M0 {top:.0f}H{WIDTH}", 0.75)]
    signs = _force_signs(x, y) if kind == "forces" else _expectation_signs(x, y)
    for (sign, name), middle in zip(signs, x, strict=True):
        parts.append(sign)
        rows = textwrap.wrap(name, int(step / (_SMALL * _CHARACTER)) - 1)
        parts += [_text(row, middle, y + 34 + i * 15, _SMALL, "middle") for i, row in enumerate(rows)]
    return parts


def _ring(x: float, y: float, r: float) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="#000" stroke-width="2"/>'


def _balloon(x: float, y: float, fill: str) -> str:
    return f'<path d="M{x - 13} {y - 11}h26v18h-15l-6 7v-7h-5z" fill="{fill}" stroke="#000" stroke-width="2"/>'


def _stroke(d: str, thick: float, more: str = "") -> str:
    return f'<path d="{d}" fill="none" stroke="#000" stroke-width="{thick}" {more}/>'


def _text(text: str, x: float, y: float, size: int, anchor: str, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"{weight}>{_safe(text)}</text>'


def _safe(text: str) -> str:
    return escape(_NOT_XML.sub("", text))

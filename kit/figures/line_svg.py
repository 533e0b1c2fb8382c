"""One tension as a small drawing: the line, its two poles, and places marked on it.

For pages that show a line without a field: where somebody stands, or only the middle of a field. The drawing is made
for white paper; what it shows is said in words beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

from kit.case import Tension
from kit.figures.theme import ACCENT, EDGE, INK, MUTED

_WIDTH, _HEIGHT, _LOW = 460, 118, 84
_LEFT, _RIGHT, _LINE = 22, 438, 66
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"


@dataclass(frozen=True)
class Mark:
    """A place from -1 to 1 with its label: the learner's knot, the middle of the field, or somebody else's place."""

    label: str
    x: float
    kind: Literal["knot", "middle", "other"]


def line_svg(tension: Tension, marks: Iterable[Mark]) -> str:
    """The line of `tension` with `marks`, as SVG. A knot is labelled above the line, all else below it."""
    given = sorted(marks, key=lambda mark: mark.kind == "knot")
    height = _HEIGHT if any(mark.kind != "knot" for mark in given) else _LOW
    ends = f"M{_LEFT} {_LINE - 7}v14M{_RIGHT} {_LINE - 7}v14"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="{_FONT}">',
        _text(tension.left.name, 8, 20, "start", INK.light, bold=True),
        _text(tension.right.name, _WIDTH - 8, 20, "end", INK.light, bold=True),
        f'<path d="M{_LEFT} {_LINE}H{_RIGHT}{ends}" stroke="{EDGE.light}" stroke-width="2" fill="none"/>',
    ]
    return "".join([*parts, *map(_mark, given), "</svg>"])


def _mark(mark: Mark) -> str:
    at = _LEFT + (mark.x + 1) / 2 * (_RIGHT - _LEFT)
    if mark.kind == "knot":
        drawn = f'<circle cx="{at:.1f}" cy="{_LINE}" r="11" fill="{ACCENT.light}" stroke="#fff" stroke-width="2"/>'
        return drawn + _label(mark.label, at, _LINE - 20, ACCENT.light)
    if mark.kind == "middle":
        drawn = f'<path d="M{at:.1f} {_LINE + 11}l9 15h-18z" fill="{MUTED.light}"/>'
    else:
        drawn = f'<circle cx="{at:.1f}" cy="{_LINE}" r="9" fill="#fff" stroke="{INK.light}" stroke-width="3"/>'
    return drawn + _label(mark.label, at, _LINE + (46 if mark.kind == "middle" else 34), MUTED.light)


def _label(label: str, at: float, y: float, colour: str) -> str:
    # Near an end the label hangs inwards, so that it is never cut off.
    reach = len(label) * 4.9
    if at - reach < 4:
        return _text(label, 4, y, "start", colour)
    if at + reach > _WIDTH - 4:
        return _text(label, _WIDTH - 4, y, "end", colour)
    return _text(label, at, y, "middle", colour)


def _text(text: str, x: float, y: float, anchor: str, colour: str, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {where} font-size="18" fill="{colour}"{weight}>{escape(text)}</text>'

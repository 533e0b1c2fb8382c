"""The force board as a picture that stands still: for a journal, for print, for a page without Python.

The grammar is that of the widget: a line between two poles, who pulls where, ropes to the knot, thickness for how
heavily it counts. One self-contained SVG, no fonts or styles from elsewhere; its title and description say the same
in words.
"""

import re
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from kit.case import Actor, Case, Force, Moment, Tension
from kit.figures import words
from kit.figures.theme import ACCENT, EDGE, INK, MUTED, PAPER, actor_colours
from kit.language import _
from kit.models.force_field import Reading, analyse

SIZE, SMALL = 16, 14
"""Type, in pixels."""

CHARACTER = 0.62
"""An average character is this wide, in ems; nothing can be measured here."""

MARGIN, PILL, STEP, GAP, KNOT, CAPTIONS = 24, 28, 38, 10, 15, 46
"""In pixels: the edge, a pill and from one lane to the next, room between labels, the knot, the axis to the pills."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class _Label:
    """A pill in its lane: `left` and `width` in pixels, `lane` 0 nearest to the line."""

    force: Force
    actor: Actor
    name: str
    x: float
    left: float
    width: float
    lane: int


def board_svg(
    case: Case, moment: Moment, forces: Iterable[Force], stance: Mapping[str, float], width: float = 720
) -> str:
    """These forces and a stance as an SVG of `width` pixels; it is as high as it needs to be.

    Lines come in the order of the case. A line on which `stance` has no place is drawn without a knot. Any text may
    stand in the case: it is escaped, and what XML cannot hold is left out.
    """
    field = tuple(forces)
    tensions = [t for t in case.tensions if any(force.tension == t.id for force in field)]
    placed = {t.id: stance[t.id] for t in tensions if t.id in stance}
    reading = analyse([force for force in field if force.tension in placed], placed)
    parts, told, y = [], [], float(MARGIN)
    for i, tension in enumerate(tensions):
        if i:
            parts.append(_path(f"M{MARGIN} {y}H{width - MARGIN}", "#d5dae1", 1))
            y += MARGIN
        own = [force for force in field if force.tension == tension.id]
        drawn, y = _line(case, tension, own, placed.get(tension.id), reading, width, y)
        parts += drawn
        told.append(_told(case, tension, own, placed.get(tension.id), reading))
    title = _("Force board: %(moment)s") % {"moment": moment.title}
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{_n(width)}" height="{_n(y)}" '
        f'viewBox="0 0 {_n(width)} {_n(y)}" style="max-width:100%;height:auto" '
        f'font-family="system-ui, -apple-system, Segoe UI, Roboto, DejaVu Sans, sans-serif" font-size="{SIZE}">'
        f"<title>{_safe(title)}</title><desc>{_safe(' '.join(told))}</desc>"
        f'<rect width="100%" height="100%" fill="{PAPER.light}"/>{"".join(parts)}</svg>'
    )


def _told(case: Case, tension: Tension, forces: Sequence[Force], x: float | None, reading: Reading | None) -> str:
    """One line in words, for whoever does not see it."""
    poles = f"{tension.left.name} – {tension.right.name}."
    pulls = [words.force_words(force, case.actor(force.actor), tension) for force in forces]
    stands = [] if x is None else [words.line_words(reading, tension, x)]
    return " ".join([poles, *stands, *pulls])


def _line(
    case: Case,
    tension: Tension,
    forces: Sequence[Force],
    x: float | None,
    reading: Reading | None,
    width: float,
    top: float,
) -> tuple[list[str], float]:
    """The parts of one line that starts at `top`, and where it ends."""
    colours = actor_colours(case)
    reach = (width - 2 * MARGIN) / 2 - KNOT

    def at(p: float) -> float:
        return MARGIN + KNOT + (p + 1) * reach

    parts, top = _head(tension, width, top)
    labels = {
        place: _lanes([f for f in forces if case.actor(f.actor).place == place], case, at, width)
        for place in ("environment", "team")
    }
    lanes = {place: 1 + max((label.lane for label in own), default=-1) for place, own in labels.items()}
    axis = top + max(1, lanes["environment"]) * STEP + CAPTIONS
    end = axis + CAPTIONS + lanes["team"] * STEP + GAP
    tops = {
        label: axis + (CAPTIONS + label.lane * STEP if place == "team" else -CAPTIONS - label.lane * STEP - PILL)
        for place, own in labels.items()
        for label in own
    }
    start, stop = at(-1), at(1)
    ticks = "".join(f"M{_n(p)} {_n(axis - r)}v{2 * r}" for p, r in ((start, 6), (stop, 6), (at(0), 4)))
    parts.append(_path(f"M{_n(start)} {_n(axis)}H{_n(stop)}{ticks}", EDGE.light, 2))
    if x is not None:
        for label, pill in tops.items():
            parts += _rope(label, pill + PILL / 2, at(x), axis, colours[label.force.actor].light)
    for label, pill in tops.items():
        colour = colours[label.force.actor].light
        parts.append(_path(f"M{_n(label.x)} {_n(axis)}V{_n(pill + PILL / 2)}", colour, 1.5, 'stroke-dasharray="2 4"'))
        parts.append(f'<circle cx="{_n(label.x)}" cy="{_n(axis)}" r="4" fill="{colour}" stroke="{PAPER.light}"/>')
    parts.append(_text(_("surroundings"), width - MARGIN, axis - 26, MUTED.light, SMALL, "end"))
    parts.append(_text(_("you and your team"), width - MARGIN, axis + 36, MUTED.light, SMALL, "end"))
    middle = None if reading is None else reading.balance.get(tension.id)
    if middle is not None:
        parts += _middle(at(middle), axis, width)
    for label, pill in tops.items():
        parts += _pill(label, pill, colours[label.force.actor].light)
    if x is not None:
        grip = "".join(f"M{_n(at(x) + dx)} {_n(axis - 5)}v10" for dx in (-4, 0, 4))
        parts.append(
            f'<circle cx="{_n(at(x))}" cy="{_n(axis)}" r="{KNOT}" fill="{ACCENT.light}" '
            f'stroke="{PAPER.light}" stroke-width="3"/>'
        )
        parts.append(_path(grip, PAPER.light, 1.5))
    return parts, end + MARGIN / 2


def _head(tension: Tension, width: float, top: float) -> tuple[list[str], float]:
    """The names of the poles and the question between them, wrapped."""
    half = max(8, int((width / 2 - MARGIN) / (SIZE * CHARACTER * 1.1)))
    parts, lines = [], 0
    for name, x, anchor in ((tension.left.name, MARGIN, "start"), (tension.right.name, width - MARGIN, "end")):
        for i, line in enumerate(textwrap.wrap(name, half) or [""]):
            parts.append(_text(line, x, top + 16 + i * 20, INK.light, SIZE, anchor, "bold"))
            lines = max(lines, i + 1)
    y = top + 20 * lines
    for line in textwrap.wrap(tension.question, max(16, int((width - 2 * MARGIN) / (SIZE * CHARACTER)))):
        y += 20
        parts.append(_text(line, width / 2, y, MUTED.light, SIZE, "middle"))
    return parts, y + 16


def _lanes(forces: Sequence[Force], case: Case, at: Callable[[float], float], width: float) -> list[_Label]:
    """Labels from left to right, each in the lowest lane where it keeps off its neighbours."""
    labels: list[_Label] = []
    for force in sorted(forces, key=lambda f: f.toward):
        actor = case.actor(force.actor)
        name = _shortened(actor.name, width - MARGIN - 38)
        x, w = at(force.toward), 38 + _width(name, SMALL)
        left = min(max(x - w / 2, MARGIN / 2), width - MARGIN / 2 - w)
        lane = 0
        while any(o.lane == lane and left < o.left + o.width + GAP and o.left < left + w + GAP for o in labels):
            lane += 1
        labels.append(_Label(force, actor, name, x, left, w, lane))
    return labels


def _shortened(name: str, room: float) -> str:
    """`name`, or as much of it as fits in `room` pixels."""
    if _width(name, SMALL) <= room:
        return name
    fits = next(n for n in range(len(name), -1, -1) if _width(name[:n] + "…", SMALL) <= room or n == 0)
    return name[:fits].rstrip() + "…"


def _rope(label: _Label, y: float, knot: float, axis: float, colour: str) -> list[str]:
    """A rope from a pill to the knot; on white, so that crossing ropes stay apart."""
    if label.force.strength == 0:
        return []
    start = min(max(knot, label.left + 14), label.left + label.width - 14)
    dx, dy = knot - start, axis - y
    d = (
        f"M{_n(start)} {_n(y)}C{_n(start + dx * 0.5)} {_n(y + dy * 0.06)} "
        f"{_n(knot - dx * 0.24)} {_n(y + dy * 0.5)} {_n(knot)} {_n(axis)}"
    )
    thick = 1.5 + 9.5 * label.force.strength
    return [_path(d, PAPER.light, thick + 3), _path(d, colour, thick)]


def _middle(x: float, axis: float, width: float) -> list[str]:
    """The triangle under the middle of the field, and its name on the side where there is room."""
    label = _("middle of the field")
    right = x + 12 + _width(label, SMALL) + GAP < width - MARGIN - _width(_("you and your team"), SMALL)
    return [
        _path(f"M{_n(x)} {_n(axis)}V{_n(axis + 25)}", EDGE.light, 1.5),
        f'<path d="M{_n(x)} {_n(axis + 24)}l7 12h-14z" fill="{MUTED.light}"/>',
        _text(label, x + 11 if right else x - 11, axis + 36, MUTED.light, SMALL, "start" if right else "end"),
    ]


def _pill(label: _Label, top: float, colour: str) -> list[str]:
    full = f"<title>{_safe(label.actor.name)}</title>" if label.name != label.actor.name else ""
    box = f'x="{_n(label.left)}" y="{_n(top)}" width="{_n(label.width)}" height="{PILL}" rx="{PILL / 2}"'
    return [
        f'<g>{full}<rect {box} fill="{PAPER.light}" stroke="{colour}" stroke-width="2"/>',
        f'<circle cx="{_n(label.left + 15)}" cy="{_n(top + PILL / 2)}" r="5" fill="{colour}"/>',
        _text(label.name, label.left + 26, top + PILL / 2 + 5, INK.light, SMALL) + "</g>",
    ]


def _path(d: str, colour: str, thick: float, more: str = "") -> str:
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{_n(thick)}" stroke-linecap="round" {more}/>'


def _text(text: str, x: float, y: float, colour: str, size: int, anchor: str = "start", weight: str = "normal") -> str:
    # The white edge keeps a word legible where a rope or a stem runs behind it.
    place = f'x="{_n(x)}" y="{_n(y)}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}"'
    return (
        f'<text {place} fill="{colour}" '
        f'stroke="{PAPER.light}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">{_safe(text)}</text>'
    )


def _width(text: str, size: float) -> float:
    """About how wide a text is, in pixels: generous, for fonts differ from one machine to the next."""
    ems = {**dict.fromkeys("mwMW@%—…", 0.98), **dict.fromkeys("iljtfrI.,:;'’ ()", 0.4)}
    return size * sum(ems.get(c, 1.05 if c > "\u2e80" else CHARACTER) for c in text)


def _safe(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")

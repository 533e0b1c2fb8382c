"""So many of a hundred, as a hundred dots: a share that is small looks small."""

from kit.figures.theme import ACCENT, EDGE

_ROW, _STEP, _EDGE = 20, 22, 15


def dots_svg(marked: int, all: int = 100) -> str:
    """`all` dots, the first `marked` of them filled in the accent; the others are open. For white paper.

    Raises ValueError where more are marked than there are.
    """
    if not 0 <= marked <= all:
        raise ValueError(f"marked must be from 0 to {all}, got {marked!r}")
    rows = -(-all // _ROW)
    width, height = 2 * _EDGE + (_ROW - 1) * _STEP, 2 * _EDGE + (rows - 1) * _STEP
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">']
    for i in range(all):
        x, y = _EDGE + (i % _ROW) * _STEP, _EDGE + (i // _ROW) * _STEP
        look = f'fill="{ACCENT.light}"' if i < marked else f'fill="#fff" stroke="{EDGE.light}" stroke-width="2"'
        parts.append(f'<circle cx="{x}" cy="{y}" r="{9 if i < marked else 7}" {look}/>')
    return "".join([*parts, "</svg>"])

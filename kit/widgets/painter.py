"""Drawings as pixels, painted by the browser that shows the page."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import anywidget

from kit.widgets.kindly import kindly

Painted = Callable[[list[bytes]], None]

PNG = b"\x89PNG\r\n\x1a\n"

LARGEST = 20_000_000
"""Bytes of one picture that are taken."""


class Painter(anywidget.AnyWidget):
    """Paints SVG drawings as PNG in the browser; shows nothing itself. `on_trouble` is told of a fault."""

    _esm = Path(__file__).parent / "painter.js"

    def __init__(self, on_trouble: Callable[[str, str], None]) -> None:
        super().__init__()
        self.tell_trouble = on_trouble
        self._asked = 0
        self._waiting: tuple[int, int, Painted] | None = None
        self.on_msg(self._heard)

    def paint(self, svgs: Sequence[str], then: Painted) -> None:
        """Have these painted; `then` gets a PNG each, b"" for one that could not be painted. Only the last counts."""
        self._asked += 1
        self._waiting = (self._asked, len(svgs), then)
        if not svgs:
            self._answer([])
            return
        self.send({"kind": "paint", "id": self._asked, "svgs": list(svgs)})

    def _answer(self, painted: list[bytes]) -> None:
        assert self._waiting is not None
        then, self._waiting = self._waiting[2], None
        then(painted)

    @kindly
    def _heard(self, _widget: Any, message: Any, buffers: Any) -> None:
        if not isinstance(message, dict) or message.get("kind") != "painted" or self._waiting is None:
            return
        id, many, _then = self._waiting
        if message.get("id") != id or len(buffers) != many:
            return
        them = [bytes(buffer[:LARGEST]) for buffer in buffers]
        self._answer([one if one.startswith(PNG) and len(one) < LARGEST else b"" for one in them])

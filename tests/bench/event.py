"""One move of the knot, against one move of the slider in the usual notebook: `interact` and matplotlib.

Both are dragged by the mouse from one end to the other and back, in the same JupyterLab: the slider redraws its
figure, the board has its whole field shown and says a new sentence. A time runs from the pointer's event in the
browser, by way of Python, to the frame in which the answer is painted. Bytes are all that passes between the page and
the kernel for it, Jupyter's own messages included.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser, Page, WebSocket

from .lab import BOARD, MATPLOTLIB, lab
from .row import Row
from .timing import by_turns

REST = 400
"""Milliseconds of quiet after an event, in which its last messages pass."""

_STOPWATCH = """
(selector) => {
  const seen = () => document.querySelector(selector);
  const print = (el) => el && (el.src ?? el.textContent);
  const before = print(seen());
  let begun = null;
  window.addEventListener("pointermove", (event) => (begun = event.timeStamp), { capture: true, once: true });
  window.painted = new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`nothing new in ${selector}`)), 20000);
    const watch = new MutationObserver(async () => {
      const el = seen();
      if (begun === null || !print(el) || print(el) === before) return;
      watch.disconnect();
      if (el.decode) await el.decode();
      // A task that a frame leaves behind runs when that frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - begun);
        port2.postMessage(null);
      });
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["src"] });
  });
}
"""


class Dragged:
    """Something to drag on a page of its own; each call moves it once and gives the milliseconds.

    bytes: what each call moved between page and kernel, both ways together.
    """

    def __init__(self, page: Page, sizes: list[int], handle: str, track: str, answer: str) -> None:
        self.bytes: list[int] = []
        self._page, self._sizes, self._answer = page, sizes, answer
        grip, along = page.locator(handle).first.bounding_box(), page.locator(track).first.bounding_box()
        assert grip is not None
        assert along is not None
        self._y = grip["y"] + grip["height"] / 2
        self._ends = cycle((along["x"], along["x"] + along["width"]))
        page.mouse.move(grip["x"] + grip["width"] / 2, self._y)
        page.mouse.down()

    def __call__(self) -> float:
        self._page.wait_for_timeout(REST)
        self._sizes.clear()
        self._page.evaluate(_STOPWATCH, self._answer)
        self._page.mouse.move(next(self._ends), self._y)
        took: float = self._page.evaluate("window.painted")
        self._page.wait_for_timeout(REST)
        self.bytes.append(sum(self._sizes))
        return took


def rows(times: int = 21) -> Iterator[Row]:
    """Two rows: bytes and time, each with its bound."""
    with lab() as (browser, server), _board(browser, server) as board, _slider(browser, server) as slider:
        board_ms, slider_ms = by_turns(board, slider, times)
    baseline = "one slider move, interact + matplotlib"
    yield Row(
        what="one knot move, whole field shown: bytes both ways",
        cost=median(board.bytes),
        baseline=baseline,
        baseline_cost=median(slider.bytes),
        unit="B",
        cost_below=5000,
    )
    yield Row(
        what="one knot move: from the pointer to the new sentence",
        cost=board_ms,
        baseline=baseline,
        baseline_cost=slider_ms,
        ratio_at_most=1 / 5,
        note=f"{slider_ms / board_ms:.1f} times faster",
    )


@contextmanager
def _board(browser: Browser, server: Server) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = _noted(page)
        open_app(page, server, BOARD)
        page.locator(".kb-all").click()
        page.wait_for_timeout(REST)
        yield Dragged(page, sizes, ".kb-knot", ".kb-area", ".kb-sentence")


@contextmanager
def _slider(browser: Browser, server: Server) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = _noted(page)
        open_app(page, server, MATPLOTLIB)
        image = ".jp-RenderedImage img"
        page.locator(image).wait_for()
        yield Dragged(page, sizes, ".noUi-handle", ".noUi-base", image)


def _noted(page: Page) -> list[int]:
    """A list that grows by the size of each message between the page and a kernel, either way."""
    sizes: list[int] = []

    def note(data: str | bytes) -> None:
        sizes.append(len(data.encode() if isinstance(data, str) else data))

    def watch(socket: WebSocket) -> None:
        if "/api/kernels/" in socket.url:
            socket.on("framesent", note)
            socket.on("framereceived", note)

    page.on("websocket", watch)
    return sizes

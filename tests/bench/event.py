"""One move of the knot, against one move of the slider in the usual notebook: `interact` and matplotlib.

Both are dragged by the mouse from one end to the other and back, in the same JupyterLab: the slider redraws its
figure, the board has its whole field shown and says a new sentence. A time runs from the pointer's event in the
browser, by way of Python, to the frame in which the answer is painted. Bytes are all that passes between the page and
the kernel for it, Jupyter's own messages included.
"""

from collections.abc import Iterator
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser, Page, WebSocket

from .lab import BOARD, MATPLOTLIB, lab
from .row import Row

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


def events(page: Page, handle: str, track: str, answer: str, sizes: list[int], times: int) -> tuple[float, float]:
    """Drags `handle` along `track` till `answer` is new; the medians of milliseconds and of bytes an event.

    sizes: where the page's messages are being noted, in bytes. Two events come first that do not count.
    """
    at = page.locator(handle).first.bounding_box()
    along = page.locator(track).first.bounding_box()
    assert at is not None
    assert along is not None
    y = at["y"] + at["height"] / 2
    page.mouse.move(at["x"] + at["width"] / 2, y)
    page.mouse.down()
    took, moved = [], []
    for i in range(times + 2):
        page.wait_for_timeout(REST)
        sizes.clear()
        page.evaluate(_STOPWATCH, answer)
        page.mouse.move(along["x"] + along["width"] * (i % 2), y)
        took.append(page.evaluate("window.painted"))
        page.wait_for_timeout(REST)
        moved.append(sum(sizes))
    page.mouse.up()
    return median(took[2:]), median(moved[2:])


def rows(times: int = 20) -> Iterator[Row]:
    """Two rows: bytes and time, each with its bound."""
    with lab() as (browser, server):
        slider_ms, slider_bytes = _slider(browser, server, times)
        board_ms, board_bytes = _board(browser, server, times)
    baseline = "one slider move, interact + matplotlib"
    yield Row(
        what="one knot move, whole field shown: bytes both ways",
        cost=board_bytes,
        baseline=baseline,
        baseline_cost=slider_bytes,
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


def _board(browser: Browser, server: Server, times: int) -> tuple[float, float]:
    with watched_page(browser) as (page, _):
        sizes = _noted(page)
        open_app(page, server, BOARD)
        page.locator(".kb-all").click()
        page.wait_for_timeout(REST)
        return events(page, ".kb-knot", ".kb-area", ".kb-sentence", sizes, times)


def _slider(browser: Browser, server: Server, times: int) -> tuple[float, float]:
    with watched_page(browser) as (page, _):
        sizes = _noted(page)
        open_app(page, server, MATPLOTLIB)
        page.locator(".jp-RenderedImage img").wait_for()
        return events(page, ".noUi-handle", ".noUi-base", ".jp-RenderedImage img", sizes, times)


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

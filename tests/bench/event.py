"""One move of the knot, against one move of the slider in the usual notebook: `interact` and matplotlib.

Both are dragged by the mouse from one end to the other and back, in the same JupyterLab, and the board has its whole
field shown. A time runs from the pointer's event in the browser to the frame in which the answer is painted: the
slider's new figure, the board's new sentence (both by way of Python), or the board's picture, which does not wait for
Python. Bytes are all that passes between the page and the kernel for it, Jupyter's own messages included.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser, Page, WebSocket

from .lab import BOARD, BOARD_TOO, FIELD, SIMPLE, lab
from .row import Row
from .timing import by_turns

USUAL = "one slider move, interact + matplotlib"

REST = 400
"""Milliseconds of quiet after an event, in which its last messages pass."""

_STOPWATCH = """
([selector, attribute, event]) => {
  const seen = () => document.querySelector(selector);
  const print = (el) => el && (attribute ? el.getAttribute(attribute) : el.textContent);
  const before = print(seen());
  let begun = null;
  window.addEventListener(event, (happened) => (begun = happened.timeStamp), { capture: true, once: true });
  window.painted = new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`nothing new in ${selector}`)), 20000);
    const watch = new MutationObserver(async () => {
      const el = seen();
      if (begun === null || !print(el) || print(el) === before) return;
      watch.disconnect();
      if (el.decode) await el.decode();
      // A task that a frame leaves behind runs when that frame has been painted.
      const leave = () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - begun);
        port2.postMessage(null);
      };
      // The board draws its picture within a frame; all else waits for the next one.
      if (attribute === "style") leave();
      else requestAnimationFrame(leave);
    });
    const attributeFilter = ["src", "style", "d"];
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter });
  });
}
"""


SENTENCE, PICTURE, FIGURE = (".kp-sentence", None), (".kb-knot", "style"), (".jp-RenderedImage img", "src")
"""Answers to wait for: an element, and the attribute that changes; None for its text."""


def painted_after(
    page: Page, answer: tuple[str, str | None], act: Callable[[], object], event: str = "pointermove"
) -> float:
    """Milliseconds from the `event` that `act` brings about to the frame in which `answer` is painted anew."""
    page.evaluate(_STOPWATCH, [*answer, event])
    act()
    took: float = page.evaluate("window.painted")
    return took


class Dragged:
    """Something to drag on a page of its own; each call moves it once and gives the milliseconds.

    bytes: what each call moved between page and kernel, both ways together.
    """

    def __init__(self, page: Page, sizes: list[int], handle: str, track: str, answer: tuple[str, str | None]) -> None:
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
        took = painted_after(self._page, self._answer, lambda: self._page.mouse.move(next(self._ends), self._y))
        self._page.wait_for_timeout(REST)
        self.bytes.append(sum(self._sizes))
        return took


def rows(times: int = 21) -> Iterator[Row]:
    """Four rows: bytes and the sentence, each with its bound; then a figure that shows as much, and the picture."""
    with (
        lab() as (browser, server),
        _board(browser, server, BOARD, SENTENCE) as sentence,
        _board(browser, server, BOARD_TOO, PICTURE) as picture,
        usual_slider(browser, server, SIMPLE) as simple,
        usual_slider(browser, server, FIELD) as field,
    ):
        sentence_ms, picture_ms, simple_ms, field_ms = by_turns(sentence, picture, simple, field, times=times)
    usual, same = USUAL, "the same, a figure of the whole field"
    yield Row(
        what="one knot move, whole field shown: bytes both ways",
        cost=median(sentence.bytes),
        baseline=usual,
        baseline_cost=median(simple.bytes),
        unit="B",
        cost_below=5000,
    )
    said = "one knot move: new sentence painted"
    # Like with like: the promise is for a picture against a picture, and for picture and words together against a
    # figure that shows as much. A sentence goes by way of Python, so against a lone slider it stands without one.
    yield Row(what=said, cost=sentence_ms, baseline=usual, baseline_cost=simple_ms)
    yield Row(what=said, cost=sentence_ms, baseline=same, baseline_cost=field_ms, ratio_at_most=1 / 5)
    drawn = "one knot move: new picture painted"
    yield Row(what=drawn, cost=picture_ms, baseline=usual, baseline_cost=simple_ms, ratio_at_most=1 / 5)


@contextmanager
def _board(browser: Browser, server: Server, name: str, answer: tuple[str, str | None]) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, name)
        page.locator(".kb-all").click()
        page.wait_for_timeout(REST)
        yield Dragged(page, sizes, ".kb-knot", ".kb-area", answer)


@contextmanager
def usual_slider(browser: Browser, server: Server, name: str) -> Iterator[Dragged]:
    """The slider of an `interact` notebook, held by the mouse."""
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, name)
        page.locator(FIGURE[0]).wait_for()
        yield Dragged(page, sizes, ".noUi-handle", ".noUi-base", FIGURE)


def noted(page: Page) -> list[int]:
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

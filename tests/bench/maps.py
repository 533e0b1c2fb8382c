"""One slider of the context map and one conversation on the expectation map, against a slider of the usual notebook.

As in `event`: in the same JupyterLab, from the event in the browser to the frame in which the answer is painted. Both
go by way of Python.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser, Page

from .event import REST, USUAL, Dragged, noted, painted_after, usual_slider
from .lab import CONTEXT, EXPECTED, SIMPLE, lab
from .row import Row
from .timing import by_turns

SLIDER = '.kc-slider input[data-concept="tijd"]'
SAYS = (".kc-row-words", None)
READING = (".ke-agenda", None)


class Talked:
    """A conversation that is tried and taken back, by turns; each call does one and gives the milliseconds."""

    def __init__(self, page: Page, sizes: list[int]) -> None:
        self.bytes: list[int] = []
        self._page, self._sizes = page, sizes
        self._names = cycle(("Uitspreken", "Terugdraaien"))

    def __call__(self) -> float:
        self._page.wait_for_timeout(REST)
        self._sizes.clear()
        button = self._page.get_by_role("button", name=next(self._names)).first
        took = painted_after(self._page, READING, button.click, "click")
        self._page.wait_for_timeout(REST)
        self.bytes.append(sum(self._sizes))
        return took


def rows(times: int = 13) -> Iterator[Row]:
    """Four rows: for each map the milliseconds and the bytes, each with its bound."""
    with (
        lab() as (browser, server),
        _context(browser, server) as turned,
        _expected(browser, server) as talked,
        usual_slider(browser, server, SIMPLE) as simple,
    ):
        turned_ms, talked_ms, simple_ms = by_turns(turned, talked, simple, times=times)
    sent = median(simple.bytes)
    for what, ms, sizes in (
        ("one slider of the context map: answer painted", turned_ms, turned.bytes),
        ("one conversation on the expectation map: answer painted", talked_ms, talked.bytes),
    ):
        yield Row(what=what, cost=ms, baseline=USUAL, baseline_cost=simple_ms, cost_below=100)
        about = what.replace("answer painted", "bytes both ways")
        yield Row(what=about, cost=median(sizes), baseline=USUAL, baseline_cost=sent, unit="B", cost_below=20_000)


@contextmanager
def _context(browser: Browser, server: Server) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, CONTEXT)
        page.locator(SLIDER).scroll_into_view_if_needed()
        page.wait_for_timeout(REST)
        yield Dragged(page, sizes, SLIDER, SLIDER, SAYS)


@contextmanager
def _expected(browser: Browser, server: Server) -> Iterator[Talked]:
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, EXPECTED)
        page.locator(READING[0]).first.wait_for()
        yield Talked(page, sizes)

"""From opening a page to a board that can be moved, against a page that holds one bare slider."""

from collections.abc import Iterator
from time import perf_counter

from harness import Server, wait_for_state, watched_page
from playwright.sync_api import Browser

from .lab import BOARD, SLIDER, lab
from .row import Row
from .timing import Timed, by_turns


def rows(times: int = 6) -> Iterator[Row]:
    """One row, without a bound: each open has a new profile and a new kernel."""
    with lab() as (browser, server):
        board, slider = _opened(browser, server, BOARD, ".kb-pill"), _opened(browser, server, SLIDER, ".noUi-handle")
        cost, baseline_cost = by_turns(board, slider, times=times)
    yield Row(
        what="page open to a ready board",
        cost=cost,
        baseline="page open to one ready slider",
        baseline_cost=baseline_cost,
    )


def _opened(browser: Browser, server: Server, name: str, part: str) -> Timed:
    def once() -> float:
        with watched_page(browser) as (page, _):
            begun = perf_counter()
            page.goto(server.address(name))
            wait_for_state(page)
            page.locator(part).first.wait_for()
            took = (perf_counter() - begun) * 1000
        # Not timed, and not left running beside the next.
        server.end_sessions(name)
        return took

    return once

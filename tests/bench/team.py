"""One move of a slider of the caseload: its curve worked out, and until it is painted in the shipped notebook.

Below it, for each finding, how near the nearest made-up number comes to bringing it down. A week is told by two of
them: what part of it one household takes, and what part learning needs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser

from kit.figures.caseload_curve import caseload_curve, caseload_figure
from kit.models.caseload import Caseload

from .event import REST, USUAL, Dragged, noted, usual_slider
from .lab import SIMPLE, lab
from .row import Row
from .sensitivity import Finding, edge_rows
from .timing import by_turns, timed

NOTEBOOK = "06_teamontwerp.ipynb"
SHOW = "Laat zien wat de week overlaat"
SLIDER = 'input[data-key="design/each"]'
LINE = (f".kit-lesson:has({SLIDER}) .js-line", "d")
SHIPPED = Caseload(hours=24, cases=14, each=1.5, learning=0.2)


@dataclass(frozen=True)
class Guess:
    """The made-up numbers of a week, each a part of its hours."""

    household: float = SHIPPED.each / SHIPPED.hours
    learning: float = SHIPPED.learning

    def old_ways(self, cases: int) -> float:
        """How far one falls back with so many households."""
        return Caseload(1, cases, max(self.household, 1e-9), max(self.learning, 1e-9)).old_ways


FINDINGS = (
    Finding[Guess]("twelve households leave learning its time", lambda guess: guess.old_ways(12) == 0),
    Finding[Guess]("sixteen households leave it none", lambda guess: guess.old_ways(16) == 1),
    Finding[Guess](
        "more households never leave more room",
        lambda guess: all(guess.old_ways(n) <= guess.old_ways(n + 1) for n in range(40)),
    ),
)


def drawn(times: int = 40) -> Iterator[Row]:
    """One row, without a bound: from the numbers to a figure as plain data."""
    import plotly.graph_objects as go

    cost, bare = by_turns(
        timed(lambda: caseload_figure(caseload_curve(SHIPPED)).to_plotly_json()),
        timed(lambda: go.Figure({"data": [{"type": "scatter", "x": [0, 1], "y": [0, 1]}]}).to_plotly_json()),
        times=times,
    )
    yield Row(what="the caseload curve as data", cost=cost, baseline="a plotly line and no more", baseline_cost=bare)


def moved(times: int = 13) -> Iterator[Row]:
    """Two rows: milliseconds and bytes, each with its bound."""
    with lab() as (browser, server), _held(browser, server) as curve, usual_slider(browser, server, SIMPLE) as simple:
        curve_ms, simple_ms = by_turns(curve, simple, times=times)
    what = "one slider move in 06: new curve painted"
    yield Row(what=what, cost=curve_ms, baseline=USUAL, baseline_cost=simple_ms, cost_below=100)
    sizes = median(curve.bytes), median(simple.bytes)
    what = what.replace("new curve painted", "bytes both ways")
    yield Row(what=what, cost=sizes[0], baseline=USUAL, baseline_cost=sizes[1], unit="B", cost_below=20_000)


def sensitivity() -> Iterator[Row]:
    """A row a finding: the made-up number that brings it down soonest, and in a note all of them."""
    yield from edge_rows(Guess(), ["household", "learning"], FINDINGS)


def rows() -> Iterator[Row]:
    """All of it."""
    yield from drawn()
    yield from moved()
    yield from sensitivity()


@contextmanager
def _held(browser: Browser, server: Server) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, NOTEBOOK)
        page.get_by_role("button", name=SHOW).click()  # a guess goes first
        page.locator(LINE[0]).first.wait_for(state="attached")
        page.locator(SLIDER).scroll_into_view_if_needed()
        page.wait_for_timeout(REST)
        yield Dragged(page, sizes, SLIDER, SLIDER, LINE)

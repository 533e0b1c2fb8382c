"""A year of simulation: two hundred runs by themselves, and one move of a slider until their band is painted.

The slider is that of the shipped notebook, with all its charts on the page, held by the mouse: as in `event`, from the
pointer's event to the frame in which the answer is painted, by way of Python. Below it, for each finding, how near the
nearest made-up number comes to bringing it down.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from random import Random
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser, Page

from kit.models.working_style import RUNS, WEEKS, Assumptions, Chance, Comparison, compare, draw, simulate

from .event import REST, USUAL, Dragged, noted, usual_slider
from .lab import SIMPLE, lab
from .row import Row
from .sensitivity import Finding, edge_rows
from .timing import by_turns, timed

NOTEBOOK = "04_werkstijlen.ipynb"
SLIDER = 'input[data-key="mix/share"]'
LINE = (f".kit-lesson:has({SLIDER}) .js-line", "d")


def model(times: int = 40) -> Iterator[Row]:
    """One row: the promise is 20 ms in pure Python."""
    chances = draw(Random(0))
    jumps = [chance.weekly for chance in chances]
    cost, sums = by_turns(
        timed(lambda: simulate(0.5, chances)), timed(lambda: [sum(weekly) for weekly in jumps]), times=times
    )
    yield Row(
        what=f"a year of {RUNS} runs, {WEEKS} weeks",
        cost=cost,
        baseline="as many numbers added up",
        baseline_cost=sums,
        cost_below=20,
    )


def moved(times: int = 13) -> Iterator[Row]:
    """Two rows: milliseconds and bytes, each with its bound."""
    with lab() as (browser, server), _held(browser, server) as band, usual_slider(browser, server, SIMPLE) as simple:
        band_ms, simple_ms = by_turns(band, simple, times=times)
    what = "one slider move in 04: new band painted"
    yield Row(what=what, cost=band_ms, baseline=USUAL, baseline_cost=simple_ms, cost_below=100)
    sizes = median(band.bytes), median(simple.bytes)
    what = what.replace("new band painted", "bytes both ways")
    yield Row(what=what, cost=sizes[0], baseline=USUAL, baseline_cost=sizes[1], unit="B", cost_below=20_000)


def findings() -> tuple[Finding[Assumptions], ...]:
    """What the model was built to show, each as a question to a street."""
    chances = draw(Random(0))

    def seen(street: Assumptions, of: tuple[Chance, ...] = chances[:1]) -> Comparison:
        return compare(of, street)

    return (
        Finding("calmer after a month with the card", lambda street: seen(street).calmer_early),
        Finding("calmer after a year with relations", lambda street: seen(street).calmer_late),
        Finding("a wider band for relations", lambda street: seen(street, chances).relational_is_wider),
        Finding("the card suffices with nothing under it", lambda street: seen(street.changed(cause=0)).card_suffices),
        Finding("the year's mean is lower with the card", lambda street: seen(street).mean_gain > 0),
    )


def sensitivity() -> Iterator[Row]:
    """A row a finding: the made-up number that brings it down soonest, and in a note all of them."""
    yield from edge_rows(Assumptions(), [field.name for field in fields(Assumptions)], findings())


def rows() -> Iterator[Row]:
    """All of it."""
    yield from model()
    yield from moved()
    yield from sensitivity()


@contextmanager
def _held(browser: Browser, server: Server) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, NOTEBOOK)
        ready(page)
        yield Dragged(page, sizes, SLIDER, SLIDER, LINE)


def ready(page: Page) -> None:
    """The slider and its chart are in sight, and the page is at rest."""
    page.locator(LINE[0]).first.wait_for(state="attached")
    page.locator(SLIDER).scroll_into_view_if_needed()
    page.wait_for_timeout(REST)

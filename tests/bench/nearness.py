"""The bars of nearness while a slider moves, and what the findings on the team that we made up hang on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser

from kit.figures.nearness_words import PULL
from kit.models.proximity import CAPACITY, FORMS, Buffers, Nearness, Reading, continuity, read
from kit.widgets.lessons.nearness_answers import EXAMPLE

from .event import REST, USUAL, Dragged, noted, usual_slider
from .lab import SIMPLE, lab
from .row import Row
from .sensitivity import Finding, edge_rows
from .timing import by_turns

NOTEBOOK = "05_nabijheid.ipynb"
SLIDER = 'input[data-key="team/frame"]'
BAR = (f".kit-lesson:has({SLIDER}) .bars .point path", "d")


@dataclass(frozen=True)
class Guess:
    """What was made up of the team: its forms that matter most to the findings, what bears them, and the capacity."""

    interprofessional_near: float = EXAMPLE.near["interprofessional"] / 100
    interprofessional_complex: float = EXAMPLE.complexity["interprofessional"] / 100
    physical_near: float = EXAMPLE.near["physical"] / 100
    physical_complex: float = EXAMPLE.complexity["physical"] / 100
    frame: float = (EXAMPLE.frame or 0) / 100
    demarcation: float = (EXAMPLE.demarcation or 0) / 100
    capacity: float = CAPACITY

    def reading(self) -> Reading:
        """The team as it would be."""
        changed = {
            "interprofessional": (self.interprofessional_near, self.interprofessional_complex),
            "physical": (self.physical_near, self.physical_complex),
        }
        forms = [
            Nearness(form, *changed.get(form, (EXAMPLE.near[form] / 100, EXAMPLE.complexity[form] / 100)))
            for form in FORMS
        ]
        # The counts of leaders and moves are from the source: they are no guess.
        buffers = Buffers(self.frame, self.demarcation, continuity(changes=3, moves=3, years=3))
        return read(forms, buffers, max(self.capacity, 1e-9))


FINDINGS = (
    Finding[Guess](
        "most comes down between professions", lambda guess: guess.reading().heaviest == ("interprofessional",)
    ),
    Finding[Guess]("a good deal asks for distance", lambda guess: PULL[1] <= guess.reading().distancing < PULL[2]),
)


def moved(times: int = 13) -> Iterator[Row]:
    """Two rows: milliseconds and bytes, each with its bound. Two charts on the page show the same team."""
    with lab() as (browser, server), _held(browser, server) as bars, usual_slider(browser, server, SIMPLE) as simple:
        bars_ms, simple_ms = by_turns(bars, simple, times=times)
    what = "one slider move in 05: new bars painted"
    yield Row(what=what, cost=bars_ms, baseline=USUAL, baseline_cost=simple_ms, cost_below=100)
    sizes = median(bars.bytes), median(simple.bytes)
    what = what.replace("new bars painted", "bytes both ways")
    yield Row(what=what, cost=sizes[0], baseline=USUAL, baseline_cost=sizes[1], unit="B", cost_below=20_000)


def sensitivity() -> Iterator[Row]:
    """A row a finding. That more bears and less asks hangs on no number: so the sum is built."""
    yield from edge_rows(Guess(), list(Guess.__dataclass_fields__), FINDINGS)


def rows() -> Iterator[Row]:
    """All of it."""
    yield from moved()
    yield from sensitivity()


@contextmanager
def _held(browser: Browser, server: Server) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, NOTEBOOK)
        page.locator(BAR[0]).first.wait_for(state="attached")
        page.locator(SLIDER).scroll_into_view_if_needed()
        page.wait_for_timeout(REST)
        yield Dragged(page, sizes, SLIDER, SLIDER, BAR)

"""Collective work: how seldom the rule cries wolf, a large register, a slider, and what the crossing hangs on.

The findings of two years are put to a team in numbers that have no unit: what a request costs together as a part of
what it costs alone, how many of what is asked can be met alone, and the shares and rates as they are.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from csv import reader
from dataclasses import dataclass, fields
from io import StringIO
from random import Random
from statistics import median

from harness import Server, open_app, watched_page
from playwright.sync_api import Browser

from kit.figures.two_years import years_chart, years_figure
from kit.models.collective import WEEKS, Crossover, Team, crossover, run, steady
from kit.models.register import PLANTED, made_up
from kit.models.signal import read_signals
from kit.register import read

from .event import REST, USUAL, Dragged, noted, usual_slider
from .lab import SIMPLE, lab
from .row import Row
from .sensitivity import Finding, edge_rows
from .timing import by_turns, timed

NOTEBOOK = "07_collectief.ipynb"
SLIDER = 'input[data-key="years/share"]'
LINE = (f".kit-lesson:has({SLIDER}) .js-line", "d")
SHIPPED = Team()


@dataclass(frozen=True)
class Guess:
    """The made-up numbers of two years, without units.

    together: what a request costs together, as a part of what it costs alone. room: of what is asked in a week, the
    part that the hours suffice for, one by one. share: of the hours, for collective work.
    """

    together: float = SHIPPED.per_shared / SHIPPED.per_case
    room: float = SHIPPED.hours / SHIPPED.per_case / SHIPPED.asked
    share: float = 0.15
    shared: float = SHIPPED.shared
    growth: float = SHIPPED.growth
    fading: float = SHIPPED.fading

    def crossed(self, share: float | None = None, last: int = WEEKS, nobody_waits: bool = False) -> Crossover:
        """When the team overtakes one that does only cases; collective work ends after week `last`."""
        room = max(1.0, self.room) if nobody_waits else max(self.room, 1e-3)
        team = Team(
            hours=1.0,
            per_case=1 / room,
            asked=1.0,
            waiting=0.0 if nobody_waits else SHIPPED.waiting / SHIPPED.asked,
            per_shared=max(self.together, 1e-3) / room,
            shared=self.shared,
            growth=self.growth,
            fading=self.fading,
        )
        mine = run(team, steady(self.share if share is None else share, off=range(last + 1, WEEKS + 1)))
        return crossover(mine, run(team, steady(0.0)))


FINDINGS = (
    Finding[Guess]("in a week it overtakes", lambda guess: guess.crossed().week is not None),
    Finding[Guess]("in all it overtakes within two years", lambda guess: guess.crossed().total is not None),
    Finding[Guess]("with 5 of 100 hours it does not", lambda guess: guess.crossed(0.05).total is None),
    Finding[Guess]("with 35 of 100 hours it does not", lambda guess: guess.crossed(0.35).total is None),
    Finding[Guess]("a pilot of half a year does not", lambda guess: guess.crossed(last=26).total is None),
    Finding[Guess]("where nobody waits it does not", lambda guess: guess.crossed(nobody_waits=True).total is None),
)


def alarms(draws: int = 1000) -> Iterator[Row]:
    """Three rows: false alarms beside the rule of thumb; with nobody asking twice; and what the rule misses."""

    def found(registers: int, **how: object) -> tuple[float, float]:
        maps = [read_signals(made_up(Random(seed), planted=(), **how)) for seed in range(registers)]  # type: ignore[arg-type]
        by_rule = sum(bool(one.signals) for one in maps)
        by_double = sum(any(cell.double for cell in one.cells.values()) for one in maps)
        return 100 * by_rule / registers, 100 * by_double / registers

    def seen(registers: int, extra: int) -> float:
        maps = [read_signals(made_up(Random(seed), extra=extra)) for seed in range(registers)]
        return 100 * sum(one.cells[cell].signal for one in maps for cell in PLANTED) / (registers * len(PLANTED))

    thumb = "'at least twice what is expected'"
    rule, double = found(draws)
    what = f"registers of {draws} with nothing planted in which the rule finds something"
    yield Row(what=what, cost=rule, baseline=thumb, baseline_cost=double, unit="%", cost_below=1)
    rule, double = found(draws, households=480)
    what = "the same where every household asks once"
    yield Row(what=what, cost=rule, baseline=thumb, baseline_cost=double, unit="%")
    few, many = (seen(max(1, draws // 5), extra) for extra in (8, 14))
    what = "cells with 8 households planted that the rule finds"
    yield Row(what=what, cost=few, baseline="with 14, as shipped", baseline_cost=many, unit="%")


def large(rows: int = 100_000, times: int = 3) -> Iterator[Row]:
    """One row: a register as CSV, from bytes to signals."""
    lines = "".join(f"Straat {n % 40};thema {n % 17};{n % 52 + 1};{n % 30_000};tekst\n" for n in range(rows))
    text = "straat;thema;week;huishouden;toelichting\n" + lines
    content = text.encode("utf-16")

    def whole() -> None:
        register = read(content).register
        assert register is not None
        read_signals(register)

    cost, bare = by_turns(
        timed(whole), timed(lambda: list(reader(StringIO(text, newline=""), delimiter=";"))), times=times
    )
    what = f"a register of {rows:,} rows read, held to its rules, its signals found"
    yield Row(what=what, cost=cost, baseline="its lines split and no more", baseline_cost=bare, cost_below=20_000)


def drawn(times: int = 40) -> Iterator[Row]:
    """One row, without a bound: two years worked out and drawn as plain data."""
    import plotly.graph_objects as go

    def whole() -> None:
        chart = years_chart(run(SHIPPED, steady(0.15)), run(SHIPPED, steady(0.0)))
        years_figure(chart).to_plotly_json()

    line = {"type": "scatter", "x": [0, 1], "y": [0, 1]}
    cost, bare = by_turns(timed(whole), timed(lambda: go.Figure({"data": [line]}).to_plotly_json()), times=times)
    yield Row(what="two years as data", cost=cost, baseline="a plotly line and no more", baseline_cost=bare)


def moved(times: int = 13) -> Iterator[Row]:
    """Two rows: milliseconds and bytes, each with its bound."""
    with lab() as (browser, server), _held(browser, server) as years, usual_slider(browser, server, SIMPLE) as simple:
        years_ms, simple_ms = by_turns(years, simple, times=times)
    what = "one slider move in 07: two years painted"
    yield Row(what=what, cost=years_ms, baseline=USUAL, baseline_cost=simple_ms, cost_below=100)
    sizes = median(years.bytes), median(simple.bytes)
    what = what.replace("two years painted", "bytes both ways")
    yield Row(what=what, cost=sizes[0], baseline=USUAL, baseline_cost=sizes[1], unit="B", cost_below=30_000)


def sensitivity() -> Iterator[Row]:
    """A row a finding: the made-up number that brings it down soonest, and in a note all of them."""
    yield from edge_rows(Guess(), [field.name for field in fields(Guess)], FINDINGS)


def rows() -> Iterator[Row]:
    """All of it."""
    yield from alarms()
    yield from large()
    yield from drawn()
    yield from moved()
    yield from sensitivity()


@contextmanager
def _held(browser: Browser, server: Server) -> Iterator[Dragged]:
    with watched_page(browser) as (page, _):
        sizes = noted(page)
        open_app(page, server, NOTEBOOK)
        page.get_by_label("Niet binnen twee jaar").check()
        page.locator(LINE[0]).first.wait_for(state="attached")
        page.locator(SLIDER).scroll_into_view_if_needed()
        page.wait_for_timeout(REST)
        yield Dragged(page, sizes, SLIDER, SLIDER, LINE)

"""Sliders that answer while they move, in a bare page: what is told when, and that no drag is lost."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from bare_page import MODEL
from harness import shot, watched_page
from playwright.sync_api import Browser, Page, expect

from kit.widgets import blocks
from kit.widgets.form import Form

pytestmark = pytest.mark.browser

FIELDS = ("page", "turn", "anew", "lang")
WORDS = ["niets", "de helft", "alles"]
BLOCKS = [("1", "Week 1"), ("2", "Week 2"), ("3", "Week 3"), ("4", "Week 4"), ("5", "Week 5")]


def content(slider: int = 50, amounts: tuple[int, ...] = (50,) * 5, more: str = "") -> blocks.Page:
    return [
        blocks.scale("mix", "Hoeveel?", slider, "niets", "alles", WORDS, "", live=True),
        blocks.scale("still", "En hier?", 50, "niets", "alles", WORDS, ""),
        blocks.row("weeks", "Per week", amounts, BLOCKS, "de kaart", "relaties", WORDS, "Sleep."),
        blocks.prose(f"Onderaan. {more}"),
    ]


class Opened:
    """A form in a page, and Python's side of it, which answers a move only when it is told to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.form = Form(lambda key, value: None, lambda act: None, lambda key, value: None)
        self.form.show(content())
        page.evaluate(MODEL, [str(self.form._esm), str(self.form._css), self.state(), "light", False])
        page.get_by_label("Hoeveel?").wait_for()

    def state(self) -> dict[str, Any]:
        return {name: getattr(self.form, name) for name in FIELDS}

    def redraw(self, *args: Any, **named: Any) -> None:
        self.form.show(content(*args, **named))
        self.take()

    def take(self) -> None:
        self.page.evaluate("state => window.model.take(state)", self.state())

    def answer(self) -> None:
        self.page.evaluate("window.model.heard['msg:custom'].forEach((run) => run({ kind: 'heard' }))")

    def sent(self, kind: str) -> list[Any]:
        told = self.page.evaluate("window.sent ?? []")
        return [(one["key"], one["value"]) for one in told if one["kind"] == kind]

    def at(self, selector: str, x: float, y: float = 0.5) -> tuple[float, float]:
        box = self.page.locator(selector).first.bounding_box()
        assert box is not None
        return box["x"] + x * box["width"], box["y"] + y * box["height"]


@pytest.fixture
def form(browser: Browser) -> Iterator[Opened]:
    with watched_page(browser) as (page, _):
        yield Opened(page)
        assert page.evaluate("window.wrong") == []


def test_one_move_at_a_time_and_the_last_is_never_left_out(form: Opened) -> None:
    form.page.get_by_label("Hoeveel?").focus()
    for _ in range(4):
        form.page.keyboard.press("ArrowRight")
    assert form.sent("live") == [("mix", 55)], "no second before the first is answered"
    form.answer()
    assert form.sent("live") == [("mix", 55), ("mix", 70)], "what came between is skipped, the last is not"
    form.answer()
    form.answer()
    assert len(form.sent("live")) == 2


def test_what_rests_is_an_answer_within_a_second(form: Opened) -> None:
    form.page.mouse.move(*form.at("input[type=range]", 0.5))
    form.page.mouse.down()
    form.page.mouse.move(*form.at("input[type=range]", 0.8))
    assert form.sent("live") != []
    form.page.wait_for_timeout(400)  # the hand is still on it
    ((key, value),) = form.sent("set")
    assert (key, value) == ("mix", form.sent("live")[-1][1])
    form.page.mouse.up()


def test_an_answer_that_never_comes_is_not_waited_for_for_ever(form: Opened) -> None:
    form.page.get_by_label("Hoeveel?").focus()
    form.page.keyboard.press("ArrowRight")
    form.page.wait_for_timeout(2100)
    form.page.keyboard.press("ArrowRight")
    assert form.sent("live") == [("mix", 55), ("mix", 60)]


def test_a_slider_that_is_not_live_is_told_when_it_rests(form: Opened) -> None:
    form.page.get_by_label("En hier?").focus()
    form.page.keyboard.press("ArrowRight")
    form.page.wait_for_timeout(350)
    assert (form.sent("live"), form.sent("set")) == ([], [("still", 55)])


def test_a_drag_outlives_a_redraw(form: Opened) -> None:
    form.page.mouse.move(*form.at("input[type=range]", 0.5))
    form.page.mouse.down()
    form.page.mouse.move(*form.at("input[type=range]", 0.7))
    form.redraw(50, more="Nieuw.")
    form.page.mouse.move(*form.at("input[type=range]", 0.9))
    slider = form.page.get_by_label("Hoeveel?")
    assert int(slider.input_value()) > 80
    form.page.mouse.up()
    expect(form.page.get_by_text("Nieuw.")).to_have_count(1)
    assert int(slider.input_value()) > 80, "the page was made before the last move"


def test_python_may_put_a_slider_back(form: Opened) -> None:
    form.page.get_by_label("Hoeveel?").focus()
    form.page.keyboard.press("End")
    form.page.get_by_label("Week 2").focus()
    form.page.keyboard.press("End")
    form.redraw(50)
    expect(form.page.get_by_label("Hoeveel?")).to_have_value("100")
    form.form.forget()
    form.take()
    expect(form.page.get_by_label("Hoeveel?")).to_have_value("50")
    expect(form.page.get_by_label("Week 2")).to_have_value("50")


# the row


def test_a_row_by_keyboard(form: Opened) -> None:
    form.page.get_by_label("Week 1").focus()
    form.page.keyboard.press("Home")
    assert form.sent("live") == [("weeks", [0, 50, 50, 50, 50])]
    expect(form.page.get_by_text("Week 1: niets")).to_be_visible()
    form.page.keyboard.press("Tab")
    expect(form.page.get_by_label("Week 2")).to_be_focused()
    form.answer()
    form.page.keyboard.press("ArrowUp")
    assert form.sent("live")[-1] == ("weeks", [0, 55, 50, 50, 50])
    assert form.page.get_by_label("Week 2").get_attribute("aria-valuetext") == "de helft"
    assert form.page.locator(".kf-fill").nth(1).evaluate("it => it.style.height") == "55%"


def test_a_row_is_drawn_with_one_stroke(form: Opened) -> None:
    shot(form.page, "form_row")
    form.page.mouse.move(*form.at(".kf-bars", 0.1, 0.02))
    form.page.mouse.down()
    form.answer()
    x, y = form.at(".kf-bars .kf-bar", 0.5, 0.5)
    form.page.mouse.move(form.at(".kf-bars", 0.9)[0], y)  # from the first to the last at once
    form.answer()
    key, amounts = form.sent("live")[-1]
    assert key == "weeks"
    assert amounts[0] >= 95
    assert amounts[4] == 50
    assert amounts == sorted(amounts, reverse=True), "what the stroke passed over lies between"
    form.page.mouse.move(x, y + 2000)
    form.page.mouse.up()
    assert form.sent("set")[-1][1][0] == 0, "below the bars is nothing"
    expect(form.page.get_by_label("Week 1")).to_be_focused()


def test_a_row_stands_in_a_narrow_page(browser: Browser) -> None:
    with watched_page(browser) as (page, _):
        page.set_viewport_size({"width": 320, "height": 640})
        form = Opened(page)
        bars = [(str(1 + 4 * i), f"Blok {i}") for i in range(13)]
        form.form.show([blocks.row("r", "Per blok", [50] * 13, bars, "de kaart", "relaties", WORDS, "Sleep.")])
        form.take()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        ends = page.locator(".kf-short").evaluate_all(
            """them => them.filter((it) => getComputedStyle(it).visibility === "visible").map((it) => {
              const text = document.createRange();
              text.selectNodeContents(it);
              const box = text.getBoundingClientRect();
              return [box.left, box.right];
            })"""
        )
        assert len(ends) == 7
        assert all(one[1] + 2 < other[0] for one, other in pairwise(ends)), "names under bars keep apart"

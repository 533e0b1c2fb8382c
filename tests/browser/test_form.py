"""The form in a bare page: what a redraw by Python leaves alone."""

from collections.abc import Iterator
from typing import Any

import pytest
from bare_page import MODEL
from harness import watched_page
from playwright.sync_api import Browser, Page, expect

from kit.widgets import blocks
from kit.widgets.form import Form

pytestmark = pytest.mark.browser

FIELDS = ("page", "turn", "lang")


def content(value: str = "", more: str = "") -> blocks.Page:
    return [
        blocks.heading("Een scherm"),
        blocks.prose("Lees [de bron](https://example.org/).", lead=True),
        blocks.details("Waar je antwoorden blijven", blocks.prose(f"In een map. {more}")),
        blocks.details("Waar je antwoorden blijven", blocks.prose("Nog een vouw met dezelfde naam.")),
        blocks.choice("route", "Hoe lang?", [blocks.option("a", "Kort"), blocks.option("b", "Lang")], value or None),
        blocks.text("waarom", "Waarom?", ""),
        blocks.buttons(blocks.button("next", "Verder", main=True)),
    ]


class Opened:
    """A form in a page, and Python's side of it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.form = Form(lambda key, value: None, lambda act: None)
        self.form.show(content())
        page.evaluate(MODEL, [str(self.form._esm), str(self.form._css), self.state(), "light", False])
        page.get_by_label("Waarom?").wait_for()

    def state(self) -> dict[str, Any]:
        return {name: getattr(self.form, name) for name in FIELDS}

    def redraw(self, *args: str, turn: bool = False) -> None:
        self.form.show(content(*args), turn)
        self.page.evaluate("state => window.model.take(state)", self.state())


@pytest.fixture
def form(browser: Browser) -> Iterator[Opened]:
    with watched_page(browser) as (page, _):
        yield Opened(page)


@pytest.mark.parametrize(
    "holder", ["summary >> nth=0", "summary >> nth=1", "a", "h2", "textarea", ".kf-main", "input >> nth=1"]
)
def test_the_focus_stays_where_it_was(form: Opened, holder: str) -> None:
    form.page.locator(holder).focus()
    form.redraw("a", "En nog iets.")
    expect(form.page.locator(holder)).to_be_focused()


def test_a_turn_brings_the_focus_to_the_title(form: Opened) -> None:
    form.page.locator("textarea").focus()
    form.redraw(turn=True)
    expect(form.page.locator("h2")).to_be_focused()


def test_an_open_fold_stays_open_and_its_namesake_closed(form: Opened) -> None:
    form.page.locator("summary").nth(1).click()
    form.redraw("a", "En nog iets.")
    assert form.page.eval_on_selector_all("details", "them => them.map((it) => it.open)") == [False, True]


def test_what_is_typed_stays_and_is_sent_before_the_page_changes(form: Opened) -> None:
    form.page.get_by_label("Waarom?").press_sequentially("omdat", delay=5)
    form.redraw("a")
    expect(form.page.get_by_label("Waarom?")).to_have_value("omdat")
    assert form.page.evaluate("window.sent") == [{"kind": "set", "key": "waarom", "value": "omdat"}]
    form.page.keyboard.type(" het moet")
    form.page.locator(".kf-main").click()
    assert form.page.evaluate("window.sent.slice(1)") == [
        {"kind": "set", "key": "waarom", "value": "omdat het moet"},
        {"kind": "act", "id": "next"},
    ]


def test_a_page_waits_for_a_finger_that_presses(form: Opened) -> None:
    """What was typed goes out as the finger comes down, and the answer may be there before it comes up."""
    form.page.get_by_label("Waarom?").fill("omdat")
    box = form.page.locator(".kf-main").bounding_box()
    assert box is not None
    form.page.mouse.move(box["x"] + 5, box["y"] + 5)
    form.page.mouse.down()
    form.redraw("b", "En nog iets.")
    form.page.mouse.up()
    expect(form.page.get_by_text("En nog iets.")).to_have_count(1)
    assert form.page.evaluate("window.sent.at(-1)") == {"kind": "act", "id": "next"}
    form.redraw("a", "Daarna meteen.")
    expect(form.page.get_by_text("Daarna meteen.")).to_have_count(1)


def test_any_of_several_by_mouse_and_by_keyboard(form: Opened) -> None:
    options = [blocks.option(id, name) for id, name in (("a", "Scholing"), ("b", "Selectie"), ("c", "Beoordelen"))]
    form.form.show([blocks.ticks("wat", "Waar beslist de teamleider over mee?", options, None, help="Meer mag.")])
    form.page.evaluate("state => window.model.take(state)", form.state())
    group = form.page.get_by_role("group", name="Waar beslist de teamleider over mee?")
    expect(group.get_by_role("checkbox")).to_have_count(3)
    group.get_by_text("Beoordelen").click()
    group.get_by_label("Scholing").focus()
    form.page.keyboard.press("Space")
    form.form.show([blocks.ticks("wat", "Waar beslist de teamleider over mee?", options, ["a", "c"])])
    form.page.evaluate("state => window.model.take(state)", form.state())
    expect(group.get_by_label("Scholing")).to_be_focused()
    expect(group.get_by_label("Beoordelen")).to_be_checked()
    form.page.keyboard.press("Space")
    assert [sent["value"] for sent in form.page.evaluate("window.sent")] == [["c"], ["a", "c"], ["c"]]

"""The notebooks on expectations and context: they open, a move is answered in words, and axe finds nothing serious."""

import re

import pytest
from harness import Server, axe, open_app, shot
from playwright.sync_api import Page, expect


def test_speaking_out_is_answered(page: Page, lab: Server) -> None:
    open_app(page, lab, "02_verwachtingen.ipynb")
    view = page.locator(".kit-expect").first
    view.get_by_role("button", name="Uitspreken").first.click()
    expect(view.get_by_role("button", name="Terugdraaien")).to_be_visible()
    shot(page, "maps-02")
    assert axe(page) == []


def test_a_condition_is_answered(page: Page, lab: Server) -> None:
    open_app(page, lab, "03_context.ipynb")
    view = page.locator(".kit-context").first
    slider = view.get_by_role("slider").first
    slider.focus()
    page.keyboard.press("End")
    expect(view.get_by_role("button", name=re.compile("^Laat .* los$")).first).to_be_visible()
    shot(page, "maps-03")
    assert axe(page) == []


@pytest.mark.parametrize("name", ["02_verwachtingen.ipynb", "03_context.ipynb"])
def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, name)
    shot(page, f"maps-390-{name[:2]}")
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth") <= 392

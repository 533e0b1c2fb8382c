"""Exercises and portfolio as a learner meets them: by mouse, by keyboard, after a kernel died, on a phone, in Word."""

import io

import docx
import pytest
from harness import APP, Server, axe, open_app, shot, wait_for_state
from playwright.sync_api import Page, expect

OVERVIEW, SET = "exercises/00_overzicht.ipynb", "exercises/03_context.ipynb"


def test_from_the_start_page_to_a_set(page: Page, lab: Server) -> None:
    open_app(page, lab, "00_start.ipynb")
    page.locator(APP).get_by_role("link", name="Oefenen").first.click()
    page.locator(APP).get_by_role("heading", name="Oefenen, alleen of met z’n tweeën").wait_for()
    wait_for_state(page)
    expect(page.get_by_text("Nog niet begonnen.").first).to_be_visible()
    shot(page, "exercises-overview")
    assert axe(page) == []
    page.locator(APP).get_by_role("link", name="Context").first.click()
    page.locator(APP).get_by_role("heading", name="Oefenen: context").wait_for()
    wait_for_state(page)
    expect(page.locator(f"{APP} .kit-exercises h2")).to_contain_text("Opgave 1 van")
    expect(page.get_by_role("link", name="Naar het begin")).to_be_visible()


def test_an_exercise_by_keyboard_and_after_a_kernel_died(page: Page, lab: Server) -> None:
    open_app(page, lab, SET)
    view = page.locator(".kit-exercises")
    view.get_by_text("Alle opgaven").click()
    view.get_by_role("button", name="Verantwoorden").last.click()
    view.get_by_label("Jouw tekst").fill("Ik vraag eerst wat zij zelf wil.")
    page.keyboard.press("Tab")
    expect(view.get_by_role("button", name="Leg vast")).to_be_focused()
    page.keyboard.press("Enter")
    expect(view.get_by_text("Wat vind je terug in je eigen tekst?")).to_be_visible()
    expect(view.get_by_text("Wat vind je terug in je eigen tekst?")).to_be_focused()
    shot(page, "exercises-written")
    assert axe(page) == []
    page.wait_for_timeout(1000)
    lab.kernel_of(SET).kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    expect(view.get_by_label("Jouw tekst")).to_have_value("Ik vraag eerst wat zij zelf wil.")
    expect(view.get_by_text("Wat vind je terug in je eigen tekst?")).to_be_visible()


def test_a_portfolio_for_word_has_the_board_as_a_picture(page: Page, lab: Server) -> None:
    open_app(page, lab, "08_casus.ipynb")
    page.locator(".kf-panel", has=page.get_by_role("heading", name="Middelstad")).get_by_role("button").click()
    walk = page.locator(".kit-walk")
    on = walk.locator(".kf-foot .kf-main")
    for heading in ("De casus", "Het dilemma", "Vragen en inleven", "Krachten"):
        on.click()
        expect(walk.get_by_role("heading", name=heading, exact=True)).to_be_visible()
        if heading == "Het dilemma":
            walk.locator(".kf-option label").first.click()
    page.wait_for_timeout(1000)
    open_app(page, lab, OVERVIEW)
    part = page.locator(".kit-lesson")
    part.get_by_label("Middelstad").first.check()
    part.get_by_label("Situatie").fill("Op de gang.")
    expect(part.get_by_role("button", name="Download voor Word")).to_be_visible()
    shot(page, "portfolio")
    assert axe(page) == []
    with page.expect_download() as arriving:
        part.get_by_role("button", name="Download voor Word").click()
    assert arriving.value.suggested_filename == "portfolio.docx"
    made = docx.Document(io.BytesIO(arriving.value.path().read_bytes()))
    assert any("Op de gang." in paragraph.text for paragraph in made.paragraphs)
    (shape,) = made.inline_shapes
    assert shape.width > 3 * shape.height / 4
    assert "Jouw knoop" in shape._inline.docPr.get("descr")


@pytest.mark.parametrize("name", [OVERVIEW, SET])
def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, name)
    shot(page, f"exercises-390-{name[10:12]}")
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth") <= 392

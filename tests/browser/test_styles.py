"""The lesson on working styles, as a student meets it: by mouse and by keyboard, on a phone and on a projector."""

from collections.abc import Iterator

import pytest
from harness import APP, Server, axe, open_app, shot, wait_for_state, watched_page
from playwright.sync_api import Browser, Locator, Page, expect

LESSON = "04_werkstijlen.ipynb"
SLIDER = 'input[data-key="mix/share"]'
BEGIN, GUESS, ONCE, WEEKS, CAUSE, LUCK, FAIL, PLAY = 0, 1, 2, 4, 6, 8, 10, 12


def part(page: Page, n: int) -> Locator:
    """The n-th part of the lesson; where questions to write stand between, they count too."""
    return page.locator(".kit-lesson").nth(n)


def drawn(part: Locator) -> str:
    """The first line of the chart, as it stands on the page."""
    return part.locator(".js-line").first.get_attribute("d") or ""


def changed(page: Page, part: Locator, before: str) -> str:
    """The line once it is another than `before`."""
    for _ in range(100):
        if (now := drawn(part)) != before:
            return now
        page.wait_for_timeout(30)
    raise AssertionError("the chart did not follow")


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Server) -> Iterator[Page]:
    with watched_page(browser) as (page, _):
        open_app(page, lab, LESSON)
        yield page


def test_a_prediction_opens_the_picture(opened: Page) -> None:
    guess = part(opened, GUESS)
    expect(guess.locator(".kit-chart")).to_be_hidden()
    for asked, by_key in (("Na een maand", False), ("Na een jaar", True), ("Over het hele jaar", False)):
        chosen = guess.get_by_role("group", name=asked).get_by_label("Met relaties")
        if by_key:
            chosen.focus()
            opened.keyboard.press("Space")
        else:
            chosen.click()  # the last one makes way for the picture at once
    expect(guess.locator(".js-line").first).to_be_visible()
    expect(guess.get_by_text("hier kruisen de lijnen")).to_be_visible()
    expect(guess.get_by_role("img", name="Na een maand is het rustiger met de kaart.")).to_be_visible()
    guess.scroll_into_view_if_needed()
    shot(opened, "styles_guess")
    guess.get_by_role("radio", name="Wat eronder ligt").check()
    expect(guess.get_by_text("Wat gebeurt er met wat eronder ligt?")).to_be_visible()
    guess.locator("summary", has_text="De grafiek in woorden").click()
    expect(guess.get_by_text("Week 52.")).to_be_visible()


def test_the_band_follows_a_drag_and_the_arrow_keys(opened: Page) -> None:
    once = part(opened, ONCE)
    slider = once.locator(SLIDER)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    before = drawn(once)
    opened.mouse.move(box["x"] + box["width"] / 2, y)
    opened.mouse.down()
    for share in (0.6, 0.7, 0.8, 0.9):
        opened.mouse.move(box["x"] + box["width"] * share, y)
        before = changed(opened, once, before)
    shot(opened, "styles_once")
    opened.mouse.up()
    slider.focus()
    opened.keyboard.press("Home")
    changed(opened, once, before)
    expect(once.get_by_text("bijna alle tijd voor de kaart")).to_be_visible()
    expect(once.get_by_text("Wat eronder ligt, is bijna niet geraakt.")).to_be_visible()
    expect(slider).to_be_focused()


def test_the_row_by_mouse_and_by_keyboard(opened: Page) -> None:
    weeks = part(opened, WEEKS)
    bars = weeks.locator(".kf-bars")
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    assert box is not None
    before = drawn(weeks)
    opened.mouse.move(box["x"] + 10, box["y"] + 110)
    opened.mouse.down()
    opened.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 110, steps=5)
    opened.mouse.move(box["x"] + box["width"] - 10, box["y"] + 5, steps=8)
    opened.mouse.up()
    before = changed(opened, weeks, before)
    shot(opened, "styles_weeks")
    weeks.get_by_label("Week 1 tot en met 4").focus()
    opened.keyboard.press("End")
    changed(opened, weeks, before)
    expect(weeks.get_by_text("Week 1 tot en met 4: bijna alle tijd voor relaties")).to_be_visible()
    weeks.get_by_role("button", name="Eerst de kaart, dan relaties").click()
    expect(weeks.get_by_label("Week 1 tot en met 4")).to_have_value("10")


def test_cause_and_luck(opened: Page) -> None:
    cause = part(opened, CAUSE)
    cause.get_by_label("Hoeveel ligt er onder de onrust?").focus()
    opened.keyboard.press("Home")
    expect(cause.get_by_text("weinig wat een kaart zou laten liggen")).to_be_visible()
    shot(opened, "styles_cause")
    luck = part(opened, LUCK)
    before = luck.locator(".js-line").last.get_attribute("d")
    luck.get_by_role("button", name="Nog een jaar in deze straat").click()
    expect(luck.locator(".js-line").last).not_to_have_attribute("d", before or "")
    shot(opened, "styles_luck")


def test_it_can_be_made_to_fail(opened: Page) -> None:
    fail = part(opened, FAIL)
    expect(fail.get_by_text("Blijft staan.")).to_have_count(5)
    fail.get_by_label("Welke aanname verander je?").select_option(label="Wat de kaart wegneemt")
    slider = fail.get_by_role("slider", name="Wat de kaart wegneemt")
    expect(slider).to_be_visible()  # Python draws it
    slider.focus()
    opened.keyboard.press("Home")
    expect(fail.get_by_text("Valt om.")).to_have_count(3)
    fail.get_by_label("Welke aanname verander je?").evaluate("it => it.scrollIntoView({block: 'start'})")
    shot(opened, "styles_fail")
    fail.get_by_role("button", name="Alles zoals wij het bedachten").click()
    expect(fail.get_by_text("Blijft staan.")).to_have_count(5)
    expect(fail.get_by_role("slider")).to_have_value("50")


def test_the_case_opens_in_its_place(opened: Page) -> None:
    play = part(opened, PLAY)
    expect(opened.locator(".kit-walk")).to_have_count(0)
    play.get_by_role("button", name="Speel ‘De meldkaart").click()
    expect(opened.locator(".kit-walk").get_by_text("De meldkaart").first).to_be_visible()
    opened.wait_for_timeout(400)
    shot(opened, "styles_case")


def test_axe_finds_nothing_serious_and_no_id_stands_twice(opened: Page) -> None:
    assert axe(opened) == []
    ids = opened.eval_on_selector_all(f"{APP} .kit-lesson [id]", "them => them.map((it) => it.id)")
    own = [id for id in ids if id.startswith("kf-")]
    assert len(own) == len(set(own)) > 20


def test_what_rested_a_second_outlives_a_kernel_that_dies(page: Page, lab: Server) -> None:
    open_app(page, lab, LESSON)
    slider = page.locator(SLIDER)
    box = slider.bounding_box()
    assert box is not None
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    page.wait_for_timeout(1000)
    kept = slider.input_value()
    assert kept not in ("50", "0")
    lab.kernel_of(LESSON).kill()  # the hand is still on the slider
    wait_for_state(page, "stopped")
    page.mouse.up()
    wait_for_state(page)
    expect(page.locator(SLIDER)).to_have_value(kept)
    expect(part(page, BEGIN).get_by_text("Je gaat verder waar je gebleven was")).to_be_visible()


def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, LESSON)
    part(page, GUESS).get_by_role("button", name="Laat het zien zonder voorspelling").click()
    part(page, GUESS).locator(".js-line").first.wait_for()
    page.locator("summary", has_text="Voor de docent").click()
    page.wait_for_timeout(500)
    wide = page.eval_on_selector_all(
        f"{APP} .jp-Cell *",
        """nodes => nodes.filter((n) => !n.closest(".kit-chart-frame"))
          .filter((n) => n.getBoundingClientRect().right > innerWidth + 1).map((n) => n.className)""",
    )
    assert wide == []
    for n, name in ((GUESS, "guess"), (WEEKS, "weeks"), (FAIL, "fail")):
        part(page, n).evaluate("it => it.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(300)
        shot(page, f"styles_phone_{name}")


def test_projected_all_type_is_large(page: Page, lab: Server) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_app(page, lab, LESSON)
    page.get_by_role("button", name="Projecteer").click()
    once = part(page, ONCE)
    once.locator(".js-line").first.wait_for()
    page.wait_for_timeout(800)
    small = page.locator(f"{APP} .kit-lesson").evaluate_all(
        """parts => parts.flatMap((part) => [...part.querySelectorAll("*")])
          .filter((it) => it.getBoundingClientRect().width > 1)
          .filter((it) => [...it.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
          .filter((it) => parseFloat(getComputedStyle(it).fontSize) < 28)
          .map((it) => `${it.textContent} ${getComputedStyle(it).fontSize}`)"""
    )
    assert small == []
    thick = once.locator(".js-line").evaluate_all("them => them.map((it) => parseFloat(it.style.strokeWidth))")
    assert max(thick) > 6, "a line grows with the type, or it is thin from the back row"
    cut = page.locator(f"{APP} .kit-lesson textarea").evaluate_all(
        "them => them.filter((it) => it.scrollHeight > it.clientHeight + 1).length"
    )
    assert cut == 0, "a field to write in grows with the type"
    for n, name in ((ONCE, "once"), (WEEKS, "weeks"), (FAIL, "fail")):
        part(page, n).evaluate("it => it.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(400)
        shot(page, f"styles_projected_{name}")
    page.get_by_role("button", name="Stop projecteren").click()
    page.wait_for_timeout(1000)
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_timeout(1000)
    high = page.locator(f"{APP} .kit-chart-frame .svg-container").evaluate_all(
        "them => them.map((it) => it.offsetHeight)"
    )
    assert min(high) > 250, "a chart keeps its height in a narrower window"

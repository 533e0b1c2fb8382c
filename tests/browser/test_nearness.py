"""The lesson on nearness, as a team meets it: bars that follow, a scan by mouse and by keyboard that is kept."""

from collections.abc import Iterator

import pytest
from harness import APP, Server, axe, open_app, shot, wait_for_state, watched_page
from playwright.sync_api import Browser, Locator, Page, expect

LESSON = "05_nabijheid.ipynb"
ASK, BEAR, PLAY, SCAN, KEEP = 2, 3, 7, 8, 9
FORMS = ("Fysieke nabijheid", "Het eigen netwerk", "Tussen beroepen", "Met burgers", "Een nabije overheid")


def part(page: Page, n: int) -> Locator:
    """The n-th part of the lesson; where questions to write stand between, they count too."""
    return page.locator(".kit-lesson").nth(n)


def bar(part: Locator, n: int) -> str:
    """The n-th bar of what comes down on people, as it stands on the page."""
    return part.locator(".bars .point path").nth(n).get_attribute("d") or ""


def changed(page: Page, part: Locator, n: int, before: str) -> str:
    """The bar once it is another than `before`."""
    for _ in range(100):
        if (now := bar(part, n)) != before:
            return now
        page.wait_for_timeout(30)
    raise AssertionError("the chart did not follow")


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Server) -> Iterator[Page]:
    with watched_page(browser) as (page, _):
        open_app(page, lab, LESSON)
        yield page


def test_the_bars_follow_a_drag_and_the_arrow_keys(opened: Page) -> None:
    ask = part(opened, ASK)
    slider = ask.get_by_label("Hoe dichtbij is dit?")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    before = bar(ask, 2)
    opened.mouse.move(box["x"] + box["width"] * 0.7, y)
    opened.mouse.down()
    for share in (0.5, 0.3):
        opened.mouse.move(box["x"] + box["width"] * share, y)
        before = changed(opened, ask, 2, before)
    opened.mouse.up()
    slider.focus()
    opened.keyboard.press("End")
    changed(opened, ask, 2, before)
    expect(slider).to_be_focused()
    shot(opened, "nearness_ask")
    ask.get_by_label("Welke nabijheid?").select_option(label="Een nabije overheid")
    expect(ask.get_by_text("De gemeente stuurt jouw werk van dichterbij.")).to_be_visible()


def test_what_bears_it(opened: Page) -> None:
    bear = part(opened, BEAR)
    before = bar(bear, 0)
    bear.get_by_label("Gedeeld kader").focus()
    opened.keyboard.press("End")
    before = changed(opened, bear, 0, before)
    bear.get_by_role("button", name="Er verandert niets").click()
    before = changed(opened, bear, 0, before)
    expect(bear.get_by_label("Hoeveel teamleiders waren er?")).to_have_value("1")
    bear.get_by_role("button", name="Het team uit de workshop").click()
    changed(opened, bear, 0, before)
    expect(bear.get_by_text("4 teamleiders en 3 verhuizingen in 3 jaar.")).to_be_visible()
    bear.get_by_label("Gedeeld kader").evaluate("it => it.scrollIntoView({block: 'center'})")
    shot(opened, "nearness_bear")


def test_a_scan_by_keyboard_and_by_mouse(opened: Page) -> None:
    scan = part(opened, SCAN)
    for n, name in enumerate(FORMS):
        expect(scan.get_by_role("heading", name=name)).to_be_visible()
        if n:
            expect(scan.get_by_role("heading", name=name)).to_be_focused()
        for label in ("Hoe dichtbij is dit?", "Hoe ingewikkeld is dat?"):
            scan.get_by_label(label).focus()
            for _ in range(n + 1):
                opened.keyboard.press("ArrowRight")
        scan.get_by_label("Waaraan merken we dat?").fill(f"Voorbeeld {n + 1}.")
        if n == 0:
            shot(opened, "nearness_scan")
        ahead = scan.get_by_role("button", name="Verder →")
        if n % 2:
            ahead.focus()
            opened.keyboard.press("Enter")
        else:
            ahead.click()
    for label in ("Gedeeld kader", "Afbakening"):
        scan.get_by_label(label).focus()
        opened.keyboard.press("Home")
    scan.get_by_label("Hoeveel teamleiders waren er?").select_option("3")
    scan.get_by_label("Hoe vaak verhuisde het team?").select_option("0")
    scan.get_by_label("In hoeveel jaar?").select_option("2")
    shot(opened, "nearness_scan_bears")
    scan.get_by_role("button", name="Het beeld →").click()
    expect(scan.locator(".bars .point path").first).to_be_visible()
    expect(scan.get_by_text("3 teamleiders en 0 verhuizingen in 2 jaar.")).to_be_visible()
    expect(scan.get_by_text("Nog niet ingevuld")).to_have_count(0)
    scan.get_by_label("Wat spreken we af").fill("Elke maand een uur.")
    scan.get_by_role("button", name="Leg dit naast de volgende keer").click()
    expect(scan.get_by_role("heading", name="Wat op mensen neerkomt, eerder en nu")).to_be_visible()
    opened.wait_for_timeout(500)
    scan.get_by_role("heading", name="Hoe het in ons team is").scroll_into_view_if_needed()
    shot(opened, "nearness_scan_picture")
    with opened.expect_download() as download:
        part(opened, KEEP).get_by_role("button", name="Download wat ik schreef").click()
    content = download.value.path().read_text("utf-8")
    assert "Voorbeeld 5." in content
    assert "Elke maand een uur." in content
    assert "om afstand" in content


def test_axe_finds_nothing_serious(opened: Page) -> None:
    assert axe(opened) == []


def test_a_case_opens_in_its_place_and_makes_way_for_the_other(opened: Page) -> None:
    play = part(opened, PLAY)
    play.get_by_role("button", name="Speel ‘Zwart werk").click()
    expect(opened.locator(".kit-walk").get_by_text("Zwart werk").first).to_be_visible()
    play.get_by_role("button", name="Speel ‘Opschalen").click()
    expect(opened.locator(".kit-walk").get_by_text("Opschalen").first).to_be_visible()
    expect(opened.locator(".kit-walk")).to_have_count(1)


def test_another_day_the_scan_goes_on(page: Page, lab: Server) -> None:
    open_app(page, lab, LESSON)
    scan = part(page, SCAN)
    scan.get_by_role("button", name="Opnieuw beginnen").click()
    scan.get_by_role("button", name="Ja, begin opnieuw").click()
    scan.get_by_label("Hoe dichtbij is dit?").focus()
    page.keyboard.press("End")
    scan.get_by_label("Waaraan merken we dat?").fill("De sleutel.")
    page.wait_for_timeout(1000)
    lab.kernel_of(LESSON).kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    expect(part(page, 0).get_by_text("Je gaat verder waar je gebleven was")).to_be_visible()
    expect(part(page, SCAN).get_by_label("Waaraan merken we dat?")).to_have_value("De sleutel.")
    expect(part(page, SCAN).get_by_label("Hoe dichtbij is dit?")).to_have_value("100")
    expect(part(page, SCAN).get_by_text("heel dichtbij").last).to_be_visible()


def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, LESSON)
    page.locator("summary", has_text="Voor de docent").click()
    part(page, ASK).locator(".bars path").first.wait_for(state="attached")
    page.wait_for_timeout(500)
    wide = page.eval_on_selector_all(
        f"{APP} .jp-Cell *",
        """nodes => nodes.filter((n) => !n.closest(".kit-chart-frame"))
          .filter((n) => n.getBoundingClientRect().right > innerWidth + 1).map((n) => n.className)""",
    )
    assert wide == []
    for n, name in ((ASK, "ask"), (SCAN, "scan")):
        part(page, n).evaluate("it => it.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(300)
        shot(page, f"nearness_phone_{name}")


def test_projected_all_type_is_large(page: Page, lab: Server) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_app(page, lab, LESSON)
    page.get_by_role("button", name="Projecteer").click()
    part(page, BEAR).locator(".bars path").first.wait_for(state="attached")
    page.wait_for_timeout(800)
    small = page.locator(f"{APP} .kit-lesson").evaluate_all(
        """parts => parts.flatMap((part) => [...part.querySelectorAll("*")])
          .filter((it) => it.getBoundingClientRect().width > 1)
          .filter((it) => [...it.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
          .filter((it) => parseFloat(getComputedStyle(it).fontSize) < 28)
          .map((it) => `${it.textContent} ${getComputedStyle(it).fontSize}`)"""
    )
    assert small == []
    for n, name in ((ASK, "ask"), (BEAR, "bear"), (SCAN, "scan")):
        part(page, n).evaluate("it => it.scrollIntoView({block: 'start'})")
        page.wait_for_timeout(400)
        shot(page, f"nearness_projected_{name}")

"""The lesson on designing a team, as a student meets it."""

import shutil

import pytest
from harness import APP, Server, axe, open_app, shot, wait_for_state
from playwright.sync_api import Locator, Page, expect

LESSON = "06_teamontwerp.ipynb"

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def nothing_kept(request: pytest.FixtureRequest) -> None:
    """Each test begins as a learner who was never here."""
    for name in ("lab", "jupyter_notebook"):
        if name in request.fixturenames:
            shutil.rmtree(request.getfixturevalue(name).kit_home, ignore_errors=True)


def part(page: Page, n: int) -> Locator:
    """The n-th part of the lesson: begin, design, cities, needs, week, learning, keep."""
    return page.locator(".kit-lesson").nth(n)


def slide(page: Page, where: Locator, label: str, to: str) -> None:
    """Moves a slider by keyboard until it says `to`."""
    slider = where.get_by_label(label)
    slider.focus()
    page.keyboard.press("Home")
    for _ in range(21):
        if slider.get_attribute("aria-valuetext") == to:
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"{label} never said {to}")


def design_a_team(page: Page) -> None:
    """By mouse and by keyboard, all four screens."""
    design = part(page, 1)
    design.get_by_label("Aan alles waar een huishouden tegenaan loopt").check()
    design.get_by_label("regie voeren").check()
    design.get_by_label("Nee, geen taak").check()
    design.get_by_label("Voor iedereen in de wijk").focus()
    page.keyboard.press("Space")
    design.get_by_role("button", name="Verder").click()
    expect(design.locator("h2")).to_be_focused()

    expect(design.get_by_role("group", name="Wat doen de specialisten?")).to_have_count(0)
    design.get_by_label("Ook mensen met een specialisme").check()
    tasks = design.get_by_role("group", name="Wat doen de specialisten?")
    tasks.get_by_text("Collega’s instrueren en steunen").click()
    tasks.get_by_label("Contact houden").focus()
    page.keyboard.press("Space")
    design.get_by_label("In jeugd").check()
    design.get_by_label("Ze zijn aangewezen").check()
    shot(page, "team_people")
    design.get_by_role("button", name="Verder").click()

    design.get_by_label("Bij- en nascholing").check()
    design.get_by_role("group", name="Zijn de kaders helder").get_by_label("Voor een deel").check()
    design.get_by_role("group", name="een stap terug").get_by_label("Ja").check()
    design.get_by_label("Het wisselt soms").check()
    design.get_by_role("button", name="Verder").click()

    slide(page, design, "Hoeveel dagen per week", "3 dagen")
    slide(page, design, "Hoeveel huishoudens heeft iemand tegelijk?", "14 huishoudens")
    design.get_by_label("Samen casussen bespreken").check()
    design.get_by_role("group", name="Is er ruimte om een fout te maken").get_by_label("Ja").check()
    design.get_by_role("button", name="Je team").click()
    expect(design.get_by_role("heading", name="Je team")).to_be_visible()


def test_the_lesson_to_its_end(page: Page, lab: Server) -> None:
    open_app(page, lab, LESSON)
    cities, needs, week, learning, keep = (part(page, n) for n in range(2, 7))
    expect(cities.get_by_text("Kies eerst in deel 1")).to_be_visible()
    expect(cities.locator(".kit-chart")).not_to_be_visible()
    shot(page, "team_opening")
    design_a_team(page)
    shot(page, "team_design")

    expect(cities.get_by_text("geen taak van de teams is: 7 van de 26.").first).to_be_visible()
    cities.locator(".main-svg").first.wait_for()
    expect(cities.locator(".kit-chart")).to_contain_text("van de 26")
    cities.get_by_label("Wie zitten er in het team?").focus()
    page.keyboard.press("Space")
    expect(cities.locator(".kit-chart")).to_contain_text("13  jouw keuze")
    cities.locator(".kit-chart").scroll_into_view_if_needed()
    shot(page, "team_cities")

    expect(needs.get_by_role("heading", name="Het zwakst in dit ontwerp: mensen die zelf willen.")).to_be_visible()
    needs.scroll_into_view_if_needed()
    shot(page, "team_needs")
    part(page, 1).get_by_role("button", name="Terug").click()
    needs_all = needs.locator("summary", has_text="Allemaal, zoals ze in jouw ontwerp zijn")
    needs_all.click()
    expect(needs.get_by_text("Is er grotendeels")).to_be_visible()
    needs.get_by_label("Waaraan zou jij het eerst werken").fill("Aan de bevoegdheden van Karin.")

    expect(week.locator(".kit-chart")).not_to_be_visible()
    slide(page, week, "Bij hoeveel huishoudens is er geen tijd meer", "10 huishoudens")
    week.get_by_role("button", name="Laat zien wat de week overlaat").click()
    expect(week.get_by_text("14 huishoudens van 1,5 uur per week: samen 21 uur.").first).to_be_visible()
    expect(week.get_by_text("Jij gokte: 10 huishoudens.")).to_be_visible()
    learning.get_by_role("group", name="Leren ze van de bewoners").get_by_label("Nee").check()
    expect(learning.get_by_role("heading", name="Het zwakst in dit ontwerp: een leercultuur.")).to_be_visible()
    learning.scroll_into_view_if_needed()
    shot(page, "team_learning")
    page.wait_for_timeout(1000)  # what was on screen for a second is kept
    with page.expect_download() as download:
        keep.get_by_role("button", name="Download wat ik schreef").click()
    written = download.value.path().read_text("utf-8")
    assert "Aan de bevoegdheden van Karin." in written
    assert "Hoe komen mensen in het team? Ze zijn aangewezen" in written
    assert axe(page) == []


def test_the_week_answers_while_the_slider_moves(page: Page, lab: Server) -> None:
    """By mouse, before the button comes up; the day count that the design asks for follows."""
    open_app(page, lab, LESSON)
    week = part(page, 4)
    week.get_by_role("button", name="Laat zien wat de week overlaat").click()
    slider = week.get_by_label("Hoeveel huishoudens heeft iemand tegelijk?")
    week.locator(".main-svg").first.wait_for()
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2, steps=8)
    expect(week.get_by_text("30 huishoudens van 1,5 uur per week: samen 45 uur.").first).to_be_visible()
    page.mouse.up()
    expect(week.get_by_text("Dat is 21 uur te veel").first).to_be_visible()
    slide(page, week, "Hoeveel huishoudens heeft iemand tegelijk?", "16 huishoudens")
    expect(week.get_by_text("Je week is vol.").first).to_be_visible()
    expect(slider).to_be_focused()
    week.locator(".kit-chart").scroll_into_view_if_needed()
    shot(page, "team_week")


def test_it_goes_on_where_it_was_left_until_started_again(page: Page, lab: Server) -> None:
    open_app(page, lab, LESSON)
    design_a_team(page)
    page.wait_for_timeout(1000)
    lab.kernel_of(LESSON).kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    expect(part(page, 0).get_by_text("Je gaat verder waar je gebleven was")).to_be_visible()
    expect(part(page, 1).get_by_text("Ze zijn aangewezen")).to_be_visible()
    part(page, 4).get_by_role("button", name="Laat zien wat de week overlaat").click()
    expect(part(page, 4).get_by_label("Hoeveel dagen per week")).to_have_attribute("aria-valuetext", "3 dagen")
    part(page, 4).get_by_role("button", name="Opnieuw beginnen").click()
    part(page, 4).get_by_role("button", name="Ja, begin opnieuw").click()
    expect(part(page, 2).get_by_text("Kies eerst in deel 1")).to_be_visible()
    expect(part(page, 1).get_by_role("heading", name="Wat is de opdracht van het team?")).to_be_visible()
    expect(part(page, 3).get_by_text("Er is nog niets bekend")).to_be_visible()


def test_projected_nothing_is_small(page: Page, lab: Server) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_app(page, lab, LESSON)
    part(page, 2).get_by_role("button", name="Toon het zonder eigen ontwerp").click()
    part(page, 4).get_by_role("button", name="Laat zien wat de week overlaat").click()
    page.get_by_role("button", name="Projecteer").click()
    for n in (2, 4):
        part(page, n).locator(".kit-chart").scroll_into_view_if_needed()
        page.wait_for_timeout(800)
        sizes = (
            part(page, n)
            .locator(".kit-chart svg text")
            .evaluate_all("them => them.map((text) => parseFloat(getComputedStyle(text).fontSize))")
        )
        assert len(sizes) > 5
        assert min(sizes) >= 28
        shot(page, f"team_projected_{n}")


def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, LESSON)
    design_a_team(page)
    page.locator("summary", has_text="Voor de docent").click()
    page.wait_for_timeout(800)
    # A chart, a wide table and a line of code scroll sideways within their own frame.
    wide = page.eval_on_selector_all(
        f"{APP} .jp-Cell *",
        """nodes => nodes.filter((n) => n.getBoundingClientRect().right > innerWidth + 1
          && !n.closest('.kit-chart-frame, .jp-RenderedHTMLCommon, .cm-scroller')).map((n) => n.className)""",
    )
    assert wide == []
    part(page, 2).locator(".kit-chart").scroll_into_view_if_needed()
    shot(page, "team_phone_cities")
    part(page, 4).get_by_role("button", name="Laat zien wat de week overlaat").click()
    part(page, 4).locator(".main-svg").first.wait_for()
    part(page, 4).scroll_into_view_if_needed()
    shot(page, "team_phone_week")
    page.locator(f"{APP} .kit-own").scroll_into_view_if_needed()
    shot(page, "team_phone_table")


def test_who_wants_asks_the_table(page: Page, lab: Server) -> None:
    """By keyboard: into the code, change it, run it, out again; what it shows is text."""
    open_app(page, lab, LESSON)
    own = page.locator(f"{APP} .kit-own")
    expect(own).to_have_count(1)
    expect(own.locator("table")).to_contain_text("taak-steunen")
    expect(own.locator("table")).not_to_contain_text("taak-dwang")
    code = own.locator(".cm-content")
    code.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type('steden[steden["denominator"].notna()][["count", "denominator"]]')
    page.keyboard.press("Control+Enter")
    expect(own.locator("table")).to_contain_text("nuldelijn-niet")
    expect(own.locator("tbody tr")).to_have_count(1)
    own.scroll_into_view_if_needed()
    shot(page, "team_table")
    for wrong, told in (("steden[", "SyntaxError"), ("steden.bestaat_niet", "AttributeError")):
        code.focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(wrong)
        page.keyboard.press("Control+Enter")
        said = own.locator(".jp-OutputArea-output")
        expect(said).to_contain_text(told)
        expect(said).to_be_in_viewport()
        below, inside, high = said.evaluate(
            """it => {
              const text = it.querySelector("pre");
              const [outer, inner] = [it, text].map((one) => one.getBoundingClientRect());
              return [inner.bottom - outer.bottom, text.scrollHeight - text.clientHeight, outer.height];
            }"""
        )
        assert below <= 1 and inside <= 1 and high > 40, "its end stands in sight, where the fault is named"
        shot(page, f"team_{told}")

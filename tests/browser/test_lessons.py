"""The start page and the lesson on tensions, as a student meets them."""

import pytest
from harness import APP, Server, axe, open_app, shot, wait_for_state
from playwright.sync_api import Locator, Page, expect

LESSON = "01_spanningen.ipynb"


def part(page: Page, n: int) -> Locator:
    """The n-th part of the lesson: begin, place yourself, board, still, tipping, compare."""
    return page.locator(".kit-lesson").nth(n)


def choose_all_places(page: Page) -> None:
    places = part(page, 1)
    for n in range(4):
        slider = places.get_by_label("Waar sta jij?")
        slider.focus()
        for _ in range(n + 1):
            page.keyboard.press("ArrowLeft")
        places.get_by_label("Waarom daar?").fill(f"Reden {n + 1}.")
        places.get_by_role("button", name="Volgende spanning" if n < 3 else "Overzicht").click()
        expect(places.locator("h2")).to_be_focused()
    expect(places.get_by_role("heading", name="Waar jij staat")).to_be_visible()


def test_the_lesson_to_its_end(page: Page, lab: Server) -> None:
    open_app(page, lab, LESSON)
    choose_all_places(page)
    shot(page, "lesson_places")

    board = part(page, 2)
    for name in ("Els Vos", "Anouk (gemeente)"):
        board.get_by_role("button", name=f"Zet {name} op het bord").click()
    board.get_by_role("slider").first.focus()
    page.keyboard.press("Home")
    expect(board.get_by_text("Alles trekt hier één kant op: naar ‘Gelijke behandeling’").first).to_be_visible()
    shot(page, "lesson_board")

    still = part(page, 3)
    expect(still.get_by_role("slider")).to_have_count(0)
    still.get_by_label("Ja, even rustig").click()
    expect(still.get_by_role("slider")).to_have_count(1)
    expect(still.get_by_text("Rond je knoop is het rustig").first).to_be_visible()
    still.get_by_role("radio", name="Juni").click()
    expect(still.get_by_text("Het lijkt stil rond je knoop, maar het is touwtrekken").first).to_be_visible()
    shot(page, "lesson_still")

    tipping = part(page, 4)
    expect(tipping.get_by_text("evenveel wrijving").first).to_be_visible()
    before = tipping.locator(".kf-panel").inner_text()
    tipping.get_by_label("Keuze B").select_option(label="Twee uur, en Ron kookt op zondag vooruit")
    expect(tipping.locator(".kf-panel")).not_to_have_text(before, use_inner_text=True)
    tipping.get_by_role("button", name="Gok alle diktes opnieuw").click()
    shot(page, "lesson_tipping")

    compare = part(page, 5)
    expect(compare.get_by_text("Reden 3.")).to_be_visible()
    expect(compare.get_by_text("kleine hulp nu")).to_be_visible()
    compare.get_by_label("Waar verschil je het meest").fill("Over maatwerk.")
    shot(page, "lesson_compare")
    with page.expect_download() as download:
        compare.get_by_role("button", name="Download wat ik schreef").click()
    content = download.value.path().read_text("utf-8")
    assert "Reden 4." in content
    assert "Over maatwerk." in content
    assert axe(page) == []


def test_nothing_moves_under_a_finger_that_presses(page: Page, lab: Server) -> None:
    """Pressing in another part makes its cell the active one; a page that jumps then loses the click."""
    open_app(page, lab, LESSON)
    places = """() => [...document.querySelectorAll('.kit-app:not(.lm-mod-hidden) .jp-Cell')].map((cell) => {
        const { top, height } = cell.getBoundingClientRect();
        return [Math.round(top), Math.round(height)];
    })"""
    for n, target in ((2, "button"), (3, "input"), (1, "textarea"), (5, ".kf-main")):
        place = part(page, n).locator(target).first
        place.scroll_into_view_if_needed()
        box = place.bounding_box()
        assert box is not None
        before = page.evaluate(places)
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.wait_for_timeout(300)
        assert page.evaluate(places) == before, target
        page.mouse.move(0, 0)  # let go elsewhere: nothing is chosen
        page.mouse.up()


def test_it_goes_on_where_it_was_left_until_started_again(page: Page, lab: Server) -> None:
    open_app(page, lab, LESSON)
    part(page, 2).get_by_label("Wie ontbreekt er aan tafel?").fill("De huisarts.")
    page.wait_for_timeout(1000)
    lab.kernel_of(LESSON).kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    expect(part(page, 0).get_by_text("Je gaat verder waar je gebleven was")).to_be_visible()
    expect(part(page, 2).get_by_label("Wie ontbreekt er aan tafel?")).to_have_value("De huisarts.")
    part(page, 4).get_by_role("button", name="Opnieuw beginnen").click()
    part(page, 4).get_by_role("button", name="Ja, begin opnieuw").click()
    expect(part(page, 2).get_by_label("Wie ontbreekt er aan tafel?")).to_have_value("")


def test_no_id_twice(page: Page, lab: Server) -> None:
    """Every widget runs a copy of its script: labels must still name the control of their own part."""
    open_app(page, lab, LESSON)
    ids = page.eval_on_selector_all(f"{APP} .kit-lesson [id]", "nodes => nodes.map((node) => node.id)")
    assert len(ids) == len(set(ids))


def test_from_the_start_page_to_the_lesson(page: Page, lab: Server) -> None:
    open_app(page, lab, "00_start.ipynb")
    assert axe(page) == []
    page.locator(APP).get_by_role("link", name="Spanningen").first.click()
    page.locator(APP).get_by_role("heading", name="Spanningen: wie trekt er aan je besluit?").wait_for()
    wait_for_state(page)


def test_the_switch_changes_the_page_and_its_bar(page: Page, lab: Server) -> None:
    open_app(page, lab, "00_start.ipynb")
    page.get_by_label("English").check()
    expect(page.get_by_text("Language of buttons, pictures and messages")).to_be_visible()
    expect(page.get_by_role("button", name="Show code")).to_be_visible()
    assert page.evaluate("() => localStorage.getItem('krachtenveld-lang')") == "en"
    page.get_by_label("Nederlands").check()
    expect(page.get_by_role("button", name="Toon code")).to_be_visible()


@pytest.mark.parametrize("name", [LESSON, "08_casus.ipynb"])
@pytest.mark.parametrize("kind", ["lab", "jupyter_notebook"])
def test_the_plan_for_the_lecturer_unfolds(page: Page, request: pytest.FixtureRequest, kind: str, name: str) -> None:
    open_app(page, request.getfixturevalue(kind), name)
    plan = page.locator("details", has=page.locator("summary", has_text="Voor de docent"))
    first = plan.get_by_role("listitem").first
    expect(first).not_to_be_visible()
    plan.locator("summary").click()
    expect(first).to_be_visible()
    for heading in ("In 45 minuten", "In 90 minuten", "Zonder telefoons of laptops", "Valkuilen", "Afsluiten"):
        expect(plan.get_by_role("heading", name=heading)).to_be_visible()
    shot(page, f"plan_{kind}_{name[:2]}")


@pytest.mark.parametrize("name", ["00_start.ipynb", LESSON, "08_casus.ipynb"])
def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, name)
    plan = page.locator("summary", has_text="Voor de docent")
    if plan.count():
        plan.click()
    page.wait_for_timeout(500)
    wide = page.eval_on_selector_all(
        f"{APP} .jp-Cell *",
        "nodes => nodes.filter((n) => n.getBoundingClientRect().right > innerWidth + 1).map((n) => n.className)",
    )
    assert wide == []

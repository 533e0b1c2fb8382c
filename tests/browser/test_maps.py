"""The notebooks on expectations and context: they open, a move is answered in words, and axe finds nothing serious."""

import re

import pytest
from harness import Server, axe, open_app, shot, wait_for_state
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


def test_what_acting_back_does_stays_in_sight(page: Page, lab: Server) -> None:
    open_app(page, lab, "03_context.ipynb")
    view = page.locator(".kit-context").first
    move = view.locator(".kc-move").first
    move.evaluate("node => node.scrollIntoView({ block: 'center' })")
    expect(view.locator(".kc-area")).not_to_be_in_viewport(ratio=0.5)
    move.click()
    expect(view.locator(".kp-sentence")).to_contain_text("Van jou gaat er meer uit dan eerst.")
    expect(view.locator(".kp-sentence")).to_be_in_viewport(ratio=1)
    expect(move).to_contain_text("Gedaan. Deze invloed is nu: ")
    assert view.locator(".kp-sentence").evaluate(
        "node => { const r = node.getBoundingClientRect();"
        " return node.contains(document.elementFromPoint(r.x + 5, r.y + 5)); }"
    )


@pytest.mark.parametrize("name", ["02_verwachtingen.ipynb", "03_context.ipynb"])
def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, name)
    shot(page, f"maps-390-{name[:2]}")
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth") <= 392


def test_what_was_tried_is_there_again_after_a_kernel_died(page: Page, lab: Server) -> None:
    name = "02_verwachtingen.ipynb"
    open_app(page, lab, name)
    page.get_by_label("Wie verwacht hier iets van jou, en wat?").fill("Ans, dat ik de deur doe")
    view = page.locator(".kit-expect").first
    view.get_by_role("button", name="Uitspreken").first.click()
    expect(view.get_by_role("button", name="Terugdraaien")).to_be_enabled()
    chart = page.locator(".kit-chart .js-plotly-plot")
    expect(chart.get_by_text("Wie verwacht hetzelfde?")).to_be_visible()
    expect(page.get_by_role("img", name="verwachten het meest hetzelfde")).to_be_visible()
    page.wait_for_timeout(1000)  # what was on screen for a second
    lab.kernel_of(name).kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    expect(page.get_by_label("Wie verwacht hier iets van jou, en wat?")).to_have_value("Ans, dat ik de deur doe")
    expect(page.locator(".kit-expect").first.get_by_role("button", name="Terugdraaien")).to_be_enabled()
    expect(chart.get_by_text("Wie verwacht hetzelfde?")).to_be_visible()


def test_one_layer_otherwise_and_the_case_played_again(page: Page, lab: Server) -> None:
    open_app(page, lab, "03_context.ipynb")
    expect(page.locator(".kit-chart .js-plotly-plot").get_by_text("Wie bepaalt en wie ondergaat?")).to_be_visible()
    part = page.locator(".kit-lesson", has=page.get_by_label("Welke laag is anders?"))
    part.get_by_label("Welke laag is anders?").select_option(label="Gemeente")
    expect(part.get_by_text("Dezelfde momenten, een ander veld")).to_be_visible()
    shot(page, "maps-layer")
    part.get_by_role("button", name="Speel de casus zo opnieuw").click()
    walk = part.locator(".kit-walk")
    expect(walk.get_by_text("met één laag anders: Gemeente, minder hard")).to_be_visible()
    expect(walk.get_by_role("heading", name="Veilig beginnen")).to_be_in_viewport()
    walk.locator(".kf-foot .kf-main").click()
    expect(walk.get_by_role("heading", name="De casus", exact=True)).to_be_visible()
    assert axe(page) == []
    part.get_by_label("harder", exact=True).check()
    expect(walk).to_have_count(0)


def test_a_chart_follows_dark_and_large(page: Page, lab: Server) -> None:
    open_app(page, lab, "03_context.ipynb")
    title = page.locator(".kit-chart .gtitle")
    expect(title).to_be_visible()

    def size() -> float:
        return float(title.evaluate("node => parseFloat(getComputedStyle(node).fontSize)"))

    small = size()
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    expect(page.locator(".kit-chart .js-plotly-plot .main-svg").first).to_have_css(
        "background-color", "rgb(29, 35, 42)"
    )
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    page.get_by_role("button", name="Projecteer").click()
    page.wait_for_timeout(1500)
    texts = page.eval_on_selector_all(
        ".kit-chart text", "them => them.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert size() > 1.5 * small
    assert min(texts) >= 28

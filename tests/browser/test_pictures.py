"""What holds of every picture, whichever stand beside it on a page."""

from typing import Any

import board_cases
import expectation_cases
import pytest
from bare_page import open_again, open_picture, push, settle
from context_cases import CONTEXT
from playwright.sync_api import Page, expect

from kit.widgets.board import Board
from kit.widgets.context_map import ContextMapView
from kit.widgets.expectation_map import ExpectationMapView
from kit.widgets.picture import Picture

OPENED = {"board": ".kb-pill", "context": '[data-node="moeder"]', "expectation": ".ke-pill"}
"""What opens the words about one name."""

HOVERED = {"board": ".kb-card .kp-button", "context": ".kc-move", "expectation": ".ke-move"}


def picture(name: str) -> Picture:
    if name == "board":
        case = board_cases.made()
        return Board(case, case.moments[0], marks={"eerste keer": {"veiligheid": -0.1}})
    if name == "context":
        return ContextMapView(CONTEXT, clamps={"caseload": 0.2}, done=["tegenspreken"])
    return ExpectationMapView(expectation_cases.made(), moves=[["speak_out", "kind", "you", "tijd"]])


LOOK = """() => [...document.querySelectorAll(".kit-picture, .kit-picture *")].flatMap((node) =>
  [null, "::before", "::after"].map((pseudo) => {
    const style = getComputedStyle(node, pseudo);
    const what = `${node.tagName} ${node.getAttribute("class")} ${pseudo ?? ""}`;
    return [what, Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]))];
  }))"""

OTHERWISE = f"""() => {{
  const now = ({LOOK})();
  return window.look.flatMap(([what, style], i) => Object.keys(style)
    .filter((name) => style[name] !== now[i][1][name])
    .map((name) => `${{what}} ${{name}}: ${{style[name]}} became ${{now[i][1][name]}}`)).slice(0, 20);
}}"""


@pytest.mark.parametrize("media", ["light", "dark", "forced", "telephone"])
@pytest.mark.parametrize("name", OPENED)
def test_it_looks_the_same_beside_another(page: Page, name: str, media: str) -> None:
    """Every widget brings its own copy of the shared style, and the page has them in the order in which they came: a
    picture's own word must count for more than the shared one, before and after it."""
    if media == "forced":
        page.emulate_media(forced_colors="active")
    if media == "telephone":
        page.set_viewport_size({"width": 390, "height": 844})
    open_picture(page, picture(name), theme="dark" if media == "dark" else "light")
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    page.locator(OPENED[name]).first.click()
    page.locator(HOVERED[name]).first.hover()
    settle(page)
    page.evaluate(f"() => {{ window.look = ({LOOK})(); }}")
    others: list[Any] = [picture(other)._css for other in OPENED]
    for where in ("append", "prepend"):
        page.evaluate(
            """([where, others]) => {
              for (const sheet of document.querySelectorAll("[data-other]")) sheet.remove();
              for (const css of others) {
                const sheet = document.createElement("style");
                sheet.dataset.other = "";
                sheet.textContent = css;
                document.head[where](sheet);
              }
            }""",
            [where, others],
        )
        settle(page)
        assert page.evaluate(OTHERWISE) == [], where


@pytest.mark.parametrize("name", OPENED)
def test_another_case_lets_go_of_the_last(page: Page, name: str) -> None:
    """All is made anew with what Python says is drawn, also where the same people stand in it."""
    shown = picture(name)
    open_picture(page, shown)
    inside = "document.querySelector('.kp-grid').innerText"
    before = page.evaluate(inside)
    page.locator(OPENED[name]).first.click()
    page.mouse.move(2, 2)
    shown.drawn = {**shown.drawn, "title": "the same, told anew"}
    push(page, shown)
    assert page.evaluate(inside) == before
    assert page.locator(".kp-card").count() == 0


@pytest.mark.parametrize("name", OPENED)
def test_two_views_share_nothing_but_their_model(page: Page, name: str) -> None:
    open_picture(page, picture(name))
    open_again(page)
    for summary in page.locator("summary").all():
        summary.click()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids)) > 4
    lost = page.evaluate("""() => ["aria-labelledby", "aria-describedby", "for"].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)))
      .filter((id) => !document.getElementById(id))""")
    assert lost == []


@pytest.mark.parametrize("name", OPENED)
def test_a_closed_view_lets_go(page: Page, name: str) -> None:
    open_picture(page, picture(name))
    open_again(page)
    page.locator(OPENED[name]).first.click()
    page.evaluate("() => { window.close_view(); window.close_again(); }")
    assert page.evaluate("Object.values(window.model.heard).flat().length") == 0
    page.evaluate("""() => {
      document.activeElement.blur();
      document.addEventListener("keydown", (event) => (window.heard = event.key));
    }""")
    page.keyboard.press("Escape")
    assert page.evaluate("window.heard") == "Escape", "an open card listens to the whole page"


@pytest.mark.parametrize("name", OPENED)
def test_trouble_is_told_calmly(page: Page, name: str) -> None:
    shown = picture(name)
    open_picture(page, shown)
    shown.tell_trouble("Er ging iets mis.", "Traceback: kaput")
    push(page, shown)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Er ging iets mis.")
    expect(page.get_by_text("Traceback: kaput")).not_to_be_visible()
    alert.locator("summary").click()
    expect(page.get_by_text("Traceback: kaput")).to_be_visible()
    shown.trouble = {}
    push(page, shown)
    expect(alert).to_have_count(0)


@pytest.mark.parametrize("name", OPENED)
def test_nothing_is_announced_before_something_changes(page: Page, name: str) -> None:
    """The live region is empty at first: what stands on the page is there to be read, not to be announced."""
    open_picture(page, picture(name))
    page.wait_for_timeout(800)
    expect(page.locator("[aria-live=polite]")).to_have_text("")

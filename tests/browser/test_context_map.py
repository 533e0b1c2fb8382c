"""The context map as a learner meets it: tap, mouse and keys, sliders, moves, from a telephone to a projector."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from bare_page import VIEWS, crossings, open_again, open_picture, push, seen_on_the_way, settle, small_type
from context_cases import CONTEXT, INFLUENCES, MOVES, UNSETTLED, large
from harness import axe, shot
from playwright.sync_api import Locator, Page, expect

from kit.case import YOU, Case, Condition, Influence
from kit.widgets.context_map import ContextMapView


def node(page: Page, id: str) -> Locator:
    return page.locator(f'[data-node="{id}"]')


def arrow(page: Page, key: str) -> Locator:
    return page.locator(f'[data-key="{key}"]')


def slider(page: Page, concept: str) -> Locator:
    return page.locator(f'[data-concept="{concept}"]')


def move(page: Page, id: str) -> Locator:
    return page.locator(f'[data-move="{id}"]')


def width_of(page: Page, key: str) -> float:
    return float(arrow(page, key).locator(".kc-line").get_attribute("stroke-width") or 0)


def lit(page: Page) -> set[str]:
    found = page.locator(".kc-lit").evaluate_all("(all) => all.map((one) => one.dataset.node ?? one.dataset.key)")
    return set(found)


def middle_of(page: Page, key: str) -> tuple[float, float]:
    """A place on an arrow, half-way along it."""
    at = page.evaluate(
        """(key) => {
          const line = document.querySelector(`[data-key="${key}"] .kc-hit`);
          const on = line.getPointAtLength(line.getTotalLength() / 2);
          const point = new DOMPoint(on.x, on.y).matrixTransform(line.getScreenCTM());
          return [point.x, point.y];
        }""",
        key,
    )
    return at[0], at[1]


# The arrows


def test_width_is_strength(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    shot(page, "context-open")
    strong = sorted((e for e in INFLUENCES if YOU in (e.origin, e.target)), key=lambda e: e.strength)
    widths = [width_of(page, f"{e.origin}>{e.target}") for e in strong]
    assert widths == sorted(widths)
    assert widths[-1] > 3 * widths[0]
    assert width_of(page, "gemeente>you") > 3 * width_of(page, "you>gemeente")
    assert width_of(page, "you>moeder") > 2 * width_of(page, "moeder>you"), "towards residents it is the other way"
    expect(page.locator(".kp-sentence")).to_have_text("Het meeste komt van buiten naar jou toe.")


@pytest.mark.parametrize("width", [390, 1440])
def test_arrows_stand_apart_where_they_begin_and_end(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_picture(page, ContextMapView(CONTEXT, done=["tegenspreken", "uitleggen"]))
    ends = page.evaluate("""() => {
      const found = [];
      for (const edge of document.querySelectorAll(".kc-edge:not([hidden]):not(.kc-indirect)")) {
        const line = edge.querySelector(".kc-line");
        const points = [line.getPointAtLength(0), line.getPointAtLength(line.getTotalLength())];
        const party = points[edge.classList.contains("kc-in") ? 0 : 1];
        const you = points[edge.classList.contains("kc-in") ? 1 : 0];
        const side = party.x < you.x ? "left" : "right";
        const size = Number(line.getAttribute("stroke-width"));
        found.push({ at: `party ${side}`, y: party.y, size }, { at: `you ${side}`, y: you.y, size });
      }
      return found;
    }""")
    for place in {end["at"] for end in ends}:
        row = sorted((end for end in ends if end["at"] == place), key=lambda end: end["y"])
        for a, b in pairwise(row):
            assert b["y"] - a["y"] >= (a["size"] + b["size"]) / 2 + 1, place


def test_grey_comes_in_and_the_accent_flows_back(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))

    def colour(key: str) -> str:
        return str(arrow(page, key).locator(".kc-line").evaluate("(line) => getComputedStyle(line).stroke"))

    inward = {colour(f"{e.origin}>{e.target}") for e in INFLUENCES if e.target == YOU}
    outward = {colour(f"{e.origin}>{e.target}") for e in INFLUENCES if e.origin == YOU}
    assert outward == {"rgb(122, 42, 191)"} == {colour("team>gemeente")}
    assert len(inward) == 1
    assert inward.isdisjoint(outward)
    assert colour("gemeente>teamleider") not in outward


def test_a_tap_on_an_arrow_tells_how_and_from_where(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    page.mouse.click(*middle_of(page, "gemeente>you"))
    settle(page)
    detail = page.locator(".kc-detail")
    expect(detail).to_contain_text("Van Gemeente Heideland naar jou")
    expect(detail).to_contain_text("Betaalt, en wil weten wat het oplevert.")
    expect(detail).to_contain_text("Heel sterk; de dikte is een aanname. Onze interpretatie van Een boek (2020).")
    assert lit(page) == {"gemeente>you", "gemeente", "you"}
    faded = arrow(page, "krant>you").evaluate("(one) => Number(getComputedStyle(one).opacity)")
    assert faded < 0.2
    page.get_by_role("button", name="Sluiten").click()
    expect(detail).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.key") == "gemeente>you"
    page.mouse.move(2, 2)
    assert lit(page) == set()


def test_a_tap_on_a_party(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    node(page, "moeder").click()
    detail = page.locator(".kc-detail")
    expect(detail).to_contain_text("Van jou naar Moeder: heel sterk. Jouw besluit verandert haar week.")
    assert lit(page) == {"moeder", "you", "moeder>you", "you>moeder"}
    shot(page, "context-focus")
    node(page, "you").click()
    expect(detail).to_contain_text("Het meeste komt van buiten naar jou toe.")
    node(page, "you").click()
    expect(detail).to_be_hidden()


def test_a_mouse_only_lights(page: Page) -> None:
    """Words that come and go under a passing mouse would move what is below them."""
    open_picture(page, ContextMapView(CONTEXT))
    node(page, "moeder").hover()
    assert "you>moeder" in lit(page)
    expect(page.locator(".kc-detail")).to_be_hidden()
    page.mouse.move(2, 2)
    assert lit(page) == set()


def test_keys_walk_along_parties_and_arrows(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    page.evaluate(
        "() => { window.leaked = []; document.addEventListener('keydown', (e) => window.leaked.push(e.key)); }"
    )
    page.mouse.click(1, 1)
    page.keyboard.press("Tab")
    page.evaluate("() => { window.leaked = []; }")

    def here() -> Any:
        return page.evaluate("document.activeElement.dataset.node ?? document.activeElement.dataset.key")

    seen = [here()]
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowDown", "End", "Home"):
        page.keyboard.press(key)
        seen.append(here())
    assert seen == [
        "krant", "meldcode", "gemeente", "gemeente>you", "you>gemeente", "gemeente>you", "you", "team", "krant"
    ]  # fmt: skip
    assert page.evaluate("window.leaked") == [], "Jupyter's own shortcuts must not hear them"
    page.keyboard.press("ArrowRight")
    expect(page.locator(".kc-detail")).to_contain_text("Eén bericht in de krant")
    described = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText"
    )
    assert "Eén bericht in de krant" in described
    expect(arrow(page, "krant>you")).to_have_accessible_name("Van De krant naar jou: matig")
    page.keyboard.press("Enter")
    expect(arrow(page, "krant>you")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".kc-detail")).to_be_hidden()
    assert here() == "krant>you"
    page.keyboard.press("Tab")
    expect(page.locator("summary").first).to_be_focused()


def test_on_a_telephone(phone: Page) -> None:
    open_picture(phone, ContextMapView(CONTEXT))
    node(phone, "team").tap()
    settle(phone)
    phone.wait_for_timeout(400)
    detail, party = phone.locator(".kc-detail").bounding_box(), node(phone, "team").bounding_box()
    assert detail is not None
    assert party is not None
    assert party["y"] + party["height"] <= detail["y"], "the words do not lie over what they are about"
    assert detail["y"] + detail["height"] <= 701
    heights = phone.evaluate(
        "[...document.querySelectorAll('.kit-context :is(button, input):not([hidden])')].map((one) => one.offsetHeight)"
    )
    assert min(heights) >= 24


# Moves and sliders


def test_a_move_makes_an_arrow_grow(page: Page) -> None:
    view = ContextMapView(CONTEXT)
    open_picture(page, view)
    before = width_of(page, "you>gemeente")
    move(page, "tegenspreken").click()
    settle(page)
    assert view.done == ["tegenspreken"]
    assert width_of(page, "you>gemeente") > 2 * before
    expect(move(page, "tegenspreken")).to_have_attribute("aria-pressed", "true")
    expect(move(page, "tegenspreken")).to_contain_text("Dat kost je krediet.")
    expect(move(page, "tegenspreken")).to_contain_text("Gedaan. Deze invloed is nu: matig.")
    expect(move(page, "tegenspreken")).to_contain_text("Kies nog eens om het terug te nemen.")
    expect(page.locator(".kp-sentence")).to_contain_text("Van jou gaat er meer uit dan eerst.")
    expect(page.locator("[aria-live=polite]")).to_contain_text("Van jou gaat er meer uit dan eerst.")
    move(page, "tegenspreken").click()
    settle(page)
    assert view.done == []
    assert width_of(page, "you>gemeente") == pytest.approx(before, abs=0.1)


def test_a_move_may_bring_a_new_arrow(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    expect(arrow(page, "you>krant")).to_be_hidden()
    move(page, "uitleggen").click()
    settle(page)
    assert width_of(page, "you>krant") > 1
    page.mouse.click(*middle_of(page, "you>krant"))
    expect(page.locator(".kc-detail")).to_contain_text("Sterker door wat je doet: Uitleggen in de krant.")


def test_a_slider_is_held_until_it_is_let_go(page: Page) -> None:
    view = ContextMapView(CONTEXT)
    open_picture(page, view)
    part = slider(page, "caseload")
    expect(part).to_have_value("0.8")
    expect(part).to_have_attribute("aria-valuetext", "aan de kant van ‘groot’")
    expect(page.get_by_role("button", name="Laat ‘Caseload’ los")).to_be_hidden()
    part.focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    page.keyboard.press("ArrowLeft")
    settle(page)
    assert 0.2 < view.clamps["caseload"] < 0.7
    assert set(view.clamps) == {"caseload"}
    expect(page.locator(".kc-said")).to_have_text(view.outcome["sentence"])
    bar = page.locator(".kc-row", has_text="Toetsen").locator(".kc-change")
    assert "scaleX(0.0" not in (bar.get_attribute("style") or "")
    expect(page.locator(".kc-row", has_text="Toetsen")).to_contain_text("meer")
    page.get_by_role("button", name="Laat ‘Caseload’ los").click()
    settle(page)
    assert view.clamps == {}
    expect(part).to_have_value("0.8")
    expect(part).to_be_focused()
    expect(page.locator(".kc-said")).to_contain_text("Alles staat zoals de casus het beschrijft.")


def test_bars_lie_left_and_right_of_now(page: Page) -> None:
    view = ContextMapView(CONTEXT, clamps={"caseload": 1.0, "mandaat": 1.0})
    open_picture(page, view)
    page.wait_for_timeout(250)

    def sides(name: str) -> tuple[float, float, float]:
        row = page.locator(".kc-row", has_text=name)
        bar, track = row.locator(".kc-change").bounding_box(), row.locator(".kc-zero").bounding_box()
        assert bar is not None
        assert track is not None
        return bar["x"], bar["x"] + bar["width"], track["x"] + track["width"] / 2

    left, right, now = sides("Actorschap")
    assert left == pytest.approx(now, abs=1.5)
    assert right > now + 5
    left, right, now = sides("Grondvesten")
    assert right == pytest.approx(now, abs=1.5)
    assert left < now - 1.5


def test_what_does_not_settle_is_not_drawn(page: Page) -> None:
    view = ContextMapView(UNSETTLED)
    open_picture(page, view)
    expect(page.locator(".kc-rows")).to_be_visible()
    slider(page, "caseload").fill("0.2")
    settle(page)
    expect(page.locator(".kc-said")).to_contain_text("Deze omstandigheden komen niet tot rust.")
    expect(page.locator(".kc-rows")).to_be_hidden()


def test_garbage_is_put_right(page: Page) -> None:
    view = ContextMapView(CONTEXT)
    open_picture(page, view)
    page.evaluate("() => { window.model.set('clamps', { caseload: 7 }); window.model.save_changes(); }")
    settle(page)
    assert view.clamps == {}
    expect(slider(page, "caseload")).to_have_value("0.8")


def test_another_case_on_the_same_map(page: Page) -> None:
    view = ContextMapView(CONTEXT, clamps={"caseload": 0.2}, done=["tegenspreken"])
    open_picture(page, view)
    view.play(replace(CONTEXT, influences=INFLUENCES[:3], agency=()))
    push(page, view)
    expect(page.locator(".kc-node")).to_have_count(3)
    expect(page.locator(".kc-acts")).to_be_hidden()
    expect(slider(page, "caseload")).to_have_value("0.8")


def test_two_views_of_one_map_agree(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    open_again(page)
    move(page, "tegenspreken").first.click()
    settle(page)
    both = move(page, "tegenspreken").evaluate_all("(all) => all.map((one) => one.getAttribute('aria-pressed'))")
    assert both == ["true", "true"]


# Labels

LABELS = """() => {
  const names = ".kc-node, .kc-layer-name, .kc-you, .kc-legend, .kc-help, .kc-field > .kp-h";
  const box = (one) => ({ what: one.textContent.slice(0, 30), ...one.getBoundingClientRect().toJSON() });
  return [...document.querySelectorAll(names)].map(box);
}"""

UNDER = """() => {
  const nodes = [...document.querySelectorAll(".kc-node")];
  const boxes = nodes.map((one) => [one.dataset.node, one.getBoundingClientRect()]);
  const found = [];
  for (const edge of document.querySelectorAll(".kc-edge:not([hidden]):not(.kc-indirect)")) {
    const line = edge.querySelector(".kc-line");
    const length = line.getTotalLength();
    for (let i = 1; i < 20; i++) {
      const at = line.getPointAtLength((length * i) / 20);
      const on = new DOMPoint(at.x, at.y).matrixTransform(line.getScreenCTM());
      for (const [name, box] of boxes) {
        const within = on.x > box.left && on.x < box.right && on.y > box.top && on.y < box.bottom;
        if (within) found.push([edge.dataset.key, name]);
      }
    }
  }
  return found;
}"""


def overlaps(page: Page) -> list[tuple[str, str]]:
    return crossings(page.evaluate(LABELS))


LONG = replace(
    CONTEXT,
    actors=tuple(
        replace(actor, name=f"{actor.name} van de regionale verantwoordelijkheidsverdeling") for actor in CONTEXT.actors
    ),
)


@pytest.mark.parametrize("width", VIEWS)
@pytest.mark.parametrize("case", [CONTEXT, LONG, large()], ids=["small", "long", "large"])
def test_labels_never_overlap(page: Page, width: int, case: Case) -> None:
    height, project = VIEWS[width]
    page.set_viewport_size({"width": width, "height": height})
    open_picture(page, ContextMapView(case), project=project)
    shot(page, f"context-{width}-{len(case.actors)}")
    assert overlaps(page) == []
    assert page.evaluate(UNDER) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    inside = page.locator(".kc-you > span").evaluate_all(
        "(all) => all.every((one) => one.scrollWidth <= one.parentElement.clientWidth)"
    )
    assert inside


def test_a_change_of_width_lays_out_anew(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    for width in (390, 1000, 560, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert overlaps(page) == [], width
        assert page.evaluate(UNDER) == [], width
    page.evaluate("document.body.classList.add('kit-project')")
    settle(page)
    assert overlaps(page) == []


def test_no_small_type_on_a_projector(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_picture(page, ContextMapView(CONTEXT, clamps={"rust": 0.9}, done=["tegenspreken"]), project=True)
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    node(page, "gemeente").click()
    assert small_type(page) == []


# A large map


def test_a_large_map_fades_and_answers_in_small_messages(page: Page) -> None:
    view = ContextMapView(large())
    comm = open_picture(page, view)
    expect(page.locator(".kc-node")).to_have_count(139)
    expect(page.locator(".kc-node:not(.kc-only-dot)")).to_have_count(14)
    dot = page.locator(".kc-only-dot").first
    name = dot.get_attribute("title")
    dot.click()
    settle(page)
    assert overlaps(page) == []
    party = page.locator(f'.kc-node[title="{name}"]')
    expect(party).not_to_have_class("kc-only-dot")
    expect(page.locator(".kc-detail-name")).to_have_text(str(name))
    lit_nodes = page.locator(".kc-node.kc-lit")
    assert lit_nodes.count() >= 2
    assert lit_nodes.evaluate_all("(all) => all.every((one) => !one.classList.contains('kc-only-dot'))")
    dim = page.locator(".kc-edge:not(.kc-lit)").evaluate_all(
        "(all) => Math.max(...all.map((one) => Number(getComputedStyle(one).opacity)))"
    )
    assert dim < 0.1
    shot(page, "context-large-focus")
    page.locator("[data-concept=caseload]").fill("0.1")
    settle(page)
    assert view.clamps == {"caseload": 0.1}
    assert len(str(comm.state)) < 20_000


# Motion, colours, safety


def places(page: Page) -> int:
    """How many widths an arrow shows on its way to a new strength."""
    view = ContextMapView(CONTEXT)
    open_picture(page, view)
    change = {"said": view.said | {"stronger": {"you>gemeente": [0.9, "heel sterk", ""]}}}
    where = '[data-key="you>gemeente"] .kc-line'
    return seen_on_the_way(page, where, '(line) => line.getAttribute("stroke-width")', change)


def test_a_change_is_eased(page: Page) -> None:
    assert places(page) > 1


def test_no_motion_where_none_is_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    assert places(page) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sound_for_assistive_technology(page: Page, theme: str) -> None:
    view = ContextMapView(CONTEXT, clamps={"caseload": 0.2}, done=["tegenspreken"])
    open_picture(page, view, theme=theme)
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    settle(page)
    shot(page, f"context-{theme}")
    assert axe(page, "main") == []
    node(page, "gemeente").click()
    page.mouse.move(2, 2)
    settle(page)
    assert axe(page, "main") == []


def test_dark_as_the_system_says(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    open_picture(page, ContextMapView(CONTEXT), theme=None)
    paper = page.evaluate("getComputedStyle(document.querySelector('.kc-field')).backgroundColor")
    assert paper == "rgb(29, 35, 42)"


PAYLOADS = (
    "<img src=x onerror=window.owned=1>",
    "</style><script>window.owned=1</script>",
    '"><svg onload=window.owned=1>',
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text(page: Page, payload: str) -> None:
    case = replace(
        CONTEXT,
        actors=tuple(replace(actor, name=payload, role=payload) for actor in CONTEXT.actors),
        influences=(Influence("gemeente", YOU, 0.5, payload), Influence(YOU, "kind", 0.5, payload)),
        agency=(replace(MOVES[0], title=payload, text=payload),),
        concepts=tuple(replace(concept, name=payload, low=payload, high=payload) for concept in CONTEXT.concepts),
        network=tuple(replace(effect, how=payload) for effect in CONTEXT.network),
        conditions=(Condition(id="tijd", name=payload, text=payload, value=0.3),),
    )
    open_picture(page, ContextMapView(case, clamps={"caseload": 0.1}, done=["tegenspreken"]))
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    node(page, "gemeente").click()
    settle(page)
    expect(page.locator(".kc-detail-name")).to_have_text(payload)
    assert page.evaluate("window.owned") is None
    assert page.locator(".kit-context :is(img, script, style, a)").count() == 0


def test_every_arrow_and_move_has_its_source(page: Page) -> None:
    cite = "Een boek. Uitgever, 2020."
    case = replace(CONTEXT, sources=(replace(CONTEXT.sources[0], cite=cite),))
    open_picture(page, ContextMapView(case))
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    whence = page.locator("details", has_text="Waar komen deze pijlen vandaan?")
    expect(whence.locator("li")).to_have_count(len(INFLUENCES) + len(MOVES))
    expect(whence).to_contain_text(f"Tegenspreken in het overleg: onze interpretatie van {cite}")
    node(page, "gemeente").press("ArrowRight")
    expect(page.locator(".kc-detail")).to_contain_text(f"Onze interpretatie van {cite}")
    assert ".." not in page.locator(".kit-context").inner_text()


def test_what_the_picture_leaves_out_is_folded(page: Page) -> None:
    open_picture(page, ContextMapView(CONTEXT))
    limits = page.locator("details", has_text="Wat laat dit beeld weg?")
    expect(limits.get_by_text("De gepubliceerde figuur")).not_to_be_visible()
    limits.locator("summary").click()
    expect(limits).to_contain_text(
        "De lagen zijn onze interpretatie. De gepubliceerde figuur waar ze uit zouden komen, konden we niet vinden."
    )

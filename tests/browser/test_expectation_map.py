"""The expectation map as a learner meets it: names, cards, conversations, before and after; and the roles."""

import json
from dataclasses import replace
from typing import Any

import pytest
from bare_page import (
    MODEL,
    VIEWS,
    crossings,
    open_again,
    open_picture,
    seen_on_the_way,
    settle,
    small_type,
    state,
)
from expectation_cases import EXPECTATIONS, made
from harness import axe, shot
from playwright.sync_api import Locator, Page, expect

from kit.case import Expectation
from kit.widgets.expectation_map import ExpectationMapView
from kit.widgets.roles import roles

PROTECTION = "bescherming@you@oplossen"


def pill(page: Page, key: str) -> Locator:
    return page.locator(f'.ke-pill[data-key="{key}"]')


def row(page: Page, key: str, kind: str = "speak_out") -> Locator:
    return page.locator(f'.ke-row[data-kind="{kind}"][data-for="{key}"]')


def card(page: Page) -> Locator:
    return page.locator(".ke-card")


def strokes(page: Page, one: str, other: str) -> list[str]:
    """How the two halves of the arc between two expectations are broken; "none" is whole."""
    return page.evaluate(
        """([a, b]) => [...document.querySelectorAll(".kp-drawing [data-arc]")]
          .filter((arc) => arc.dataset.arc === `${a} ${b}` || arc.dataset.arc === `${b} ${a}`)
          .flatMap((arc) => [...arc.children].map((half) => half.getAttribute("stroke-dasharray") ?? "none"))""",
        [one, other],
    )


# Seeing


def test_what_is_drawn(page: Page) -> None:
    open_picture(page, ExpectationMapView(made()))
    shot(page, "expectation-open")
    expect(page.locator(".ke-title")).to_have_text("Wat verwachten zij van jou?")
    expect(page.locator(".ke-topic:visible")).to_have_count(3)
    expect(page.locator(".ke-pill")).to_have_count(11)
    expect(page.locator(".kp-sentence")).to_have_text(
        "De gemeente en Jeugdbescherming verwachten het omgekeerde. Jeugdbescherming heeft dat nooit gezegd."
    )
    icons = {k: pill(page, k).locator(".ke-icon").get_attribute("class") for k in ("gemeente@you@oplossen", PROTECTION)}
    assert icons == {"gemeente@you@oplossen": "ke-icon ke-spoken", PROTECTION: "ke-icon ke-unspoken"}
    assert page.locator(".kp-drawing .ke-ring").count() == 4
    assert page.locator('[data-topic="oplossen"] .ke-band').count() == 1
    halves = strokes(page, "gemeente@you@oplossen", PROTECTION)
    assert len(halves) == 2
    assert halves.count("none") == 1


def test_the_heavier_the_thicker(page: Page) -> None:
    open_picture(page, ExpectationMapView(made()))
    borders = page.evaluate(
        "keys => keys.map((key) => parseFloat(document.querySelector(`[data-key='${key}']`).style.borderWidth))",
        ["moeder@you@oplossen", "organisatie@you@oplossen"],
    )
    assert borders == pytest.approx([3.3, 2.1])


def test_another_addressee(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    page.get_by_role("group", name="Van wie wordt het verwacht?").get_by_role("button", name="De gemeente").click()
    settle(page)
    assert view.addressee == "gemeente"
    expect(page.locator(".ke-title")).to_have_text("Wat wordt er verwacht van de gemeente?")
    expect(page.locator(".ke-topic:visible")).to_have_count(1)
    assert page.evaluate("document.activeElement.dataset.person") == "gemeente"
    expect(page.get_by_role("button", name="De gemeente", pressed=True)).to_have_count(1)


def test_one_addressee_is_nothing_to_choose(page: Page) -> None:
    open_picture(page, ExpectationMapView(made(CROWD)))
    expect(page.locator(".ke-switch")).to_be_hidden()


# Moving


def test_speaking_out_from_the_agenda(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    first = row(page, PROTECTION)
    expect(first.locator("p")).to_have_text(
        "Jeugdbescherming zegt tegen jou wat de verwachting is bij ‘Wie lost het op?’. "
        "Dat botst met wat de gemeente verwacht."
    )
    first.get_by_role("button", name="Uitspreken").click()
    settle(page)
    assert view.moves == [["speak_out", "bescherming", "you", "oplossen"]]
    expect(row(page, PROTECTION)).to_have_count(0)
    assert strokes(page, "gemeente@you@oplossen", PROTECTION) == ["none", "none"]
    expect(page.locator(".ke-changed")).to_have_text(
        "Er is minder verborgen. De botsing is even groot als eerst: praten is nog niet hetzelfde als het eens worden."
    )
    widths = page.evaluate("""() => {
      const width = (side, one) => parseFloat(document.querySelector(`[data-side=${side}] ${one}`).style.width);
      const both = (side) => [width(side, ".ke-open"), width(side, ".ke-shut")];
      return { before: both("before"), after: both("after") };
    }""")
    assert sum(widths["before"]) == pytest.approx(sum(widths["after"]), abs=0.3)
    assert widths["after"][1] < widths["before"][1] - 5
    expect(page.locator(".ke-undo")).to_contain_text("Laatst: Uitspreken: Jeugdbescherming – jij, ‘Wie lost het op?’")
    assert page.evaluate("document.activeElement.textContent") == "Uitspreken", "the next row has the focus"
    page.get_by_role("button", name="Terugdraaien").click()
    settle(page)
    assert view.moves == []
    expect(row(page, PROTECTION)).to_have_count(1)
    assert page.evaluate("document.activeElement.textContent") == "Terugdraaien"


def test_all_is_said_and_the_clash_remains(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    for _ in range(20):
        button = page.locator(".ke-move").first
        if not button.count():
            break
        button.click()
        settle(page)
    shot(page, "expectation-all-said")
    expect(page.locator(".kp-sentence")).to_have_text(
        "Alles wat hier botst, is gezegd. De botsing is er nog: praten is nog niet hetzelfde als het eens worden."
    )
    expect(page.locator(".ke-agenda")).to_have_text(
        "Voor nu niets. Kies een naam op de kaart als je iets wilt bijstellen of tegenspreken."
    )
    assert view.map.agenda().limit == ()
    assert page.evaluate("document.activeElement.textContent") == "Wat nog gezegd moet worden"


def test_adjusting_by_keyboard(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    page.evaluate(
        "() => { window.leaked = []; document.addEventListener('keydown', (e) => window.leaked.push(e.key)); }"
    )
    pill(page, PROTECTION).focus()
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.className").startswith("ke-card")
    expect(card(page)).to_contain_text("Rekent erop dat jullie het dragen.")
    expect(card(page)).to_contain_text("Jij denkt dat Jeugdbescherming dit wil: iets naar ‘Zelf oplossen’.")
    expect(card(page)).to_contain_text(
        "Waarheen: onze interpretatie van Een boek (2020). Hoe zwaar: de dikte is een aanname."
    )
    card(page).get_by_role("button", name="Bijstellen").press("Enter")
    page.keyboard.press("Home")
    expect(page.locator(".ke-ghost")).to_have_count(1)
    expect(page.get_by_label("Waarheen")).to_have_attribute("aria-valuetext", "dicht bij ‘Zelf oplossen’")
    shot(page, "expectation-adjust")
    make = card(page).get_by_role("button", name="Bijstellen").last
    make.press("Enter")
    expect(card(page).get_by_role("alert")).to_have_text("Geef een reden: één zin is genoeg.")
    assert view.moves == []
    page.keyboard.type("Na het gesprek")
    make.press("Enter")
    settle(page)
    assert view.moves == [["adjust", "bescherming", "you", "oplossen", -1, "Na het gesprek"]]
    expect(card(page)).to_contain_text("Bijgesteld: Na het gesprek")
    expect(card(page)).to_contain_text("Waarheen: door jou veranderd")
    expect(page.locator(".ke-ghost")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.key") == PROTECTION
    assert "Escape" not in page.evaluate("window.leaked")


def test_contradicting(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    pill(page, "moeder@you@bezoek").click()
    card(page).get_by_role("button", name="Tegenspreken").click()
    page.get_by_label("Waarheen").press("End")
    card(page).get_by_role("button", name="Tegenspreken").last.click()
    settle(page)
    assert view.moves == [["contradict", "moeder", "you", "bezoek", 1, 0.5]]
    counter = pill(page, "you@moeder@bezoek")
    expect(counter).to_contain_text("Jij verwacht van Moeder")
    expect(counter.locator(".kp-name")).to_have_text("Jij → Moeder")
    axis = page.locator('[data-topic="bezoek"] .ke-axis').bounding_box()
    assert axis is not None
    assert (counter.bounding_box() or {"y": 0})["y"] > axis["y"] + axis["height"]
    assert strokes(page, "moeder@you@bezoek", "you@moeder@bezoek") == ["none", "none"]
    expect(card(page).get_by_role("button", name="Tegenspreken")).to_have_count(0)
    shot(page, "expectation-contradict")


def test_a_limit_that_was_not_known(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    pill(page, "moeder@you@tijd").click()
    card(page).get_by_role("button", name="Begrenzen").click()
    page.get_by_label("Van hier").press("End")
    card(page).get_by_role("button", name="Begrenzen").last.click()
    expect(card(page).get_by_role("alert")).to_contain_text("De grens loopt van links naar rechts")
    page.get_by_label("Van hier").press("Home")
    card(page).get_by_role("button", name="Begrenzen").last.click()
    settle(page)
    assert view.moves == [["limit", "moeder", "you", "tijd", -1, 0.5]]
    expect(card(page)).to_contain_text("De grens is genoemd.")
    expect(page.locator('[data-topic="tijd"] .ke-band.ke-told')).to_have_count(1)


def test_garbage_is_put_right(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    page.evaluate(
        "() => { window.model.set('moves', [['adjust', 'x', 'you', 'tijd', 7, '']]); window.model.save_changes(); }"
    )
    settle(page)
    assert view.moves == []
    assert page.evaluate("window.model.get('moves')") == []


# Labels, sizes, colours


BOXES = """() => [...document.querySelectorAll(".ke-topic:not([hidden])")].flatMap((topic) =>
  [...topic.querySelectorAll(".ke-pill, .ke-pole, .ke-question, .ke-axis")]
    .map((node) => {
      const what = node.dataset.key ?? (node.textContent || "axis");
      return { what, ...node.getBoundingClientRect().toJSON() };
    }))"""


CROWD = tuple(
    Expectation(holder, "you", "oplossen", 1.0, 0.5, "unspoken", -1.0)
    for holder in ("kind", "buur", "team", "moeder", "gemeente", "bescherming", "organisatie")
)


@pytest.mark.parametrize("width", VIEWS)
@pytest.mark.parametrize("expectations", [EXPECTATIONS, CROWD], ids=["spread", "crowd"])
def test_names_never_overlap(page: Page, width: int, expectations: tuple[Expectation, ...]) -> None:
    height, project = VIEWS[width]
    page.set_viewport_size({"width": width, "height": height})
    counter = ["contradict", "moeder", "you", "oplossen", -0.9, 0.8]
    open_picture(page, ExpectationMapView(made(expectations), moves=[counter]), project=project)
    kind = "spread" if expectations is EXPECTATIONS else "crowd"
    page.set_viewport_size({"width": width, "height": 2400})
    shot(page, f"expectation-{width}-{kind}")
    assert crossings(page.evaluate(BOXES)) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # As opened: a stem never leaves its name.
    off = page.evaluate("""() => [...document.querySelectorAll(".ke-pill")].filter((pill) => {
      const box = pill.getBoundingClientRect();
      const area = pill.parentElement.getBoundingClientRect();
      const wide = box.left < area.left - 1 || box.right > area.right + 1;
      return wide || box.top < area.top - 1 || box.bottom > area.bottom + 1;
    }).length""")
    assert off == 0


def test_nothing_is_small_in_project(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_picture(page, ExpectationMapView(made(), moves=[["speak_out", "kind", "you", "tijd"]]), project=True)
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    pill(page, PROTECTION).click()
    card(page).get_by_role("button", name="Bijstellen").click()
    assert small_type(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe(page: Page, theme: str) -> None:
    open_picture(page, ExpectationMapView(made(), moves=[["speak_out", "kind", "you", "tijd"]]), theme=theme)
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    pill(page, PROTECTION).click()
    card(page).get_by_role("button", name="Bijstellen").click()
    settle(page)
    shot(page, f"expectation-{theme}-card")
    paper = {"light": "rgb(255, 255, 255)", "dark": "rgb(29, 35, 42)"}[theme]
    assert page.evaluate("getComputedStyle(document.querySelector('.ke-field')).backgroundColor") == paper
    assert axe(page, "main") == []


def test_targets_are_large_enough(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_picture(page, ExpectationMapView(made()))
    pill(page, PROTECTION).click()
    buttons = page.locator(".kit-expect button:visible")
    heights = buttons.evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert min(heights) >= 24


@pytest.mark.parametrize(("motion", "moving"), [("no-preference", True), ("reduce", False)])
def test_motion_where_it_is_wanted(page: Page, motion: Any, moving: bool) -> None:
    page.emulate_media(reduced_motion=motion)
    view = ExpectationMapView(made())
    open_picture(page, view)
    view.moves = [["adjust", "bescherming", "you", "oplossen", -0.9, "Na overleg"]]
    change = {name: state(view)[name] for name in ("moves", "said")}
    seen = seen_on_the_way(page, f'[data-key="{PROTECTION}"]', "(pill) => pill.style.transform", change)
    assert (seen > 1) is moving
    assert seen >= 1


# Words and safety


def test_a_screen_reader_hears_it_after_a_rest(page: Page) -> None:
    view = ExpectationMapView(made())
    open_picture(page, view)
    live = page.locator("[aria-live=polite]")
    expect(live).to_have_text("")
    row(page, PROTECTION).get_by_role("button").click()
    page.wait_for_timeout(200)
    expect(live).to_have_text("", timeout=100)
    expect(live).to_contain_text("Er is minder verborgen.")
    expect(page.get_by_role("group", name="Zelf oplossen Wie lost het op? Het team lost het op")).to_be_visible()
    expect(pill(page, PROTECTION)).to_contain_text("Jeugdbescherming verwacht van jou: aan de kant van")


@pytest.mark.parametrize("payload", ["<img src=x onerror=window.owned=1>", '"><svg onload=window.owned=1>'])
def test_text_stays_text(page: Page, payload: str) -> None:
    case = made(tuple(replace(e, why=payload) for e in EXPECTATIONS))
    case = replace(
        case,
        actors=tuple(replace(actor, name=payload) for actor in case.actors),
        topics=tuple(replace(t, question=payload, left=payload, right=payload) for t in case.topics),
    )
    moves = [["adjust", "bescherming", "you", "oplossen", 0.1, payload]]
    open_picture(page, ExpectationMapView(case, moves=moves))
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    pill(page, PROTECTION).click()
    settle(page)
    expect(page.locator(".ke-card-why")).to_have_text(payload)
    assert page.evaluate("window.owned") is None
    assert page.locator(".kit-expect :is(img, script, style, a)").count() == 0


def test_two_views_of_one_map_agree(page: Page) -> None:
    open_picture(page, ExpectationMapView(made()))
    open_again(page)
    row(page, PROTECTION).first.get_by_role("button").click()
    settle(page)
    expect(row(page, PROTECTION)).to_have_count(0)


# Roles


def test_roles_are_filled_in(page: Page) -> None:
    heard: list[tuple[str, Any]] = []
    form = roles(made(), on_answer=lambda key, value: heard.append((key, value)))

    def to_python(text: str) -> str:
        form._handle_custom_msg(json.loads(text), [])
        return json.dumps({"page": form.page})

    page.expose_function("toPython", to_python)
    names = ("page", "turn", "anew", "lang")
    shown = json.loads(json.dumps({name: getattr(form, name) for name in names}))
    page.evaluate(MODEL, [str(form._esm), str(form._css), shown, "light", False])
    page.evaluate("""() => {
      const { model } = window;
      model.send = async (message) => model.take(JSON.parse(await window.toPython(JSON.stringify(message))));
    }""")
    settle(page)
    expect(page.get_by_text("Niemand denkt zelf te beslissen over ‘het bezoek plannen’.")).to_be_visible()
    page.get_by_label("Volgens jou: wie beslist?").first.select_option("you")
    settle(page)
    assert heard == [("roles/het bezoek plannen/decides", "you")]
    expect(page.get_by_text("Over wie beslist bij ‘het bezoek plannen’ denkt men verschillend.")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 1400})
    shot(page, "roles-1440")
    assert axe(page, "main") == []
    page.set_viewport_size({"width": 390, "height": 2000})
    shot(page, "roles-390")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

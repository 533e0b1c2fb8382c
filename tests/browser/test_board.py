"""The board as a learner meets it: mouse, touch, keys, a card, growing by a tap, from a telephone to a projector."""

from typing import Any

import pytest
from bare_page import VIEWS, crossing, crossings, open_again, open_picture, push, seen_on_the_way, settle, small_type
from board_cases import ACTORS, KNOWLEDGE, SAFETY, made
from harness import REPOSITORY, Notebook, Server, axe, code, notebook, open_app, shot
from playwright.sync_api import Locator, Page, WebSocket, expect

from kit.case import Force, Pole, Tension
from kit.widgets.board import Board

ALL = [f"{force.actor}@{force.tension}" for force in SAFETY + KNOWLEDGE]


def new_board(full: bool = False, **options: Any) -> Board:
    case = made()
    return Board(case, case.moments[0], **({"shown": ALL} if full else {}), **options)


def knot(page: Page, tension: str = "veiligheid") -> Locator:
    return page.locator(f'[data-tension="{tension}"] [role=slider]')


def pill(page: Page, key: str) -> Locator:
    return page.locator(f'[data-key="{key}"]')


def middle(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, part: Locator, dx: float, steps: int = 8) -> None:
    x, y = middle(part)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + 3, steps=steps)
    page.mouse.up()


# Moving


def test_drag_the_knot(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    shot(page, "board-open")
    before = middle(knot(page))[0]
    drag(page, knot(page), 200)
    settle(page)
    assert middle(knot(page))[0] - before == pytest.approx(200, abs=2)
    assert 0.3 < board.stance["veiligheid"] < 0.6
    assert float(knot(page).get_attribute("aria-valuenow") or 0) == board.stance["veiligheid"]
    expect(knot(page)).to_have_attribute("aria-valuetext", "aan de kant van ‘Vertrouwen houden’")
    expect(page.locator(".kp-sentence")).to_have_text(board.said["sentence"])


def test_a_drag_stops_at_the_pole(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    drag(page, knot(page), -1200)
    settle(page)
    assert board.stance["veiligheid"] == -1
    expect(knot(page)).to_have_attribute("aria-valuetext", "dicht bij ‘Veiligheid nu’")


def test_nothing_is_made_anew_during_a_drag(page: Page) -> None:
    """A redraw only writes attributes: the picture's nodes stay, and the ropes follow before Python has answered."""
    open_picture(page, new_board(full=True))
    page.evaluate("""() => {
      window.made = 0;
      for (const area of document.querySelectorAll(".kb-area")) {
        const count = (changes) => (window.made += changes.length);
        new MutationObserver(count).observe(area, { childList: true, subtree: true });
      }
    }""")
    rope = page.locator(".kb-rope").first
    before = rope.get_attribute("d")
    drag(page, knot(page), 150)
    settle(page)
    assert page.evaluate("window.made") == 0
    assert rope.get_attribute("d") != before


def test_ropes_do_not_wait_for_python(page: Page) -> None:
    open_picture(page, new_board())
    page.evaluate("() => { window.model.save_changes = () => {}; }")
    rope = page.locator(".kb-rope").first
    before = rope.get_attribute("d")
    drag(page, knot(page), 150)
    assert (
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        is not False
    )
    assert rope.get_attribute("d") != before


def touch(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    session = page.context.new_cdp_session(page)
    steps = [(start[0] + (end[0] - start[0]) * i / 8, start[1] + (end[1] - start[1]) * i / 8) for i in range(9)]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start[0], "y": start[1]}]})
    for x, y in steps[1:]:
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_drag_by_touch(phone: Page) -> None:
    board = new_board(full=True)
    open_picture(phone, board)
    x, y = middle(knot(phone))
    touch(phone, (x, y), (x + 90, y + 40))
    settle(phone)
    assert board.stance["veiligheid"] > 0.3
    assert phone.evaluate("scrollY") == 0


def test_the_page_still_scrolls(phone: Page) -> None:
    board = new_board(full=True)
    open_picture(phone, board)
    x, y = middle(pill(phone, "vader@veiligheid"))
    touch(phone, (x, y + 250), (x, y))
    settle(phone)
    assert phone.evaluate("scrollY") > 100
    actions = phone.evaluate("""() => Object.fromEntries([".kb-knot", ".kb-pill", ".kb-area"]
      .map((name) => [name, getComputedStyle(document.querySelector(name)).touchAction]))""")
    assert actions == {".kb-knot": "none", ".kb-pill": "pan-y", ".kb-area": "auto"}


def test_targets_are_large_enough(phone: Page) -> None:
    open_picture(phone, new_board(full=True))
    box = knot(phone).bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 43.9
    heights = phone.evaluate("() => [...document.querySelectorAll('.kit-board button')].map((b) => b.offsetHeight)")
    assert min(heights) >= 24


def test_a_tap_opens_the_card(phone: Page) -> None:
    open_picture(phone, new_board())
    pill(phone, "jeugdbescherming@veiligheid").tap()
    expect(phone.locator(".kb-card")).to_contain_text("liever een keer te veel ingegrepen")
    box = phone.locator(".kb-card").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_keys(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    page.evaluate(
        "() => { window.leaked = []; document.addEventListener('keydown', (e) => window.leaked.push(e.key)); }"
    )
    knot(page).focus()
    seen = []
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "PageUp", "PageDown", "End", "ArrowRight", "Home"):
        page.keyboard.press(key)
        settle(page)
        seen.append(board.stance["veiligheid"])
    assert seen == [0.05, 0.1, 0.05, 0, 0.25, 0, 1, 1, -1]
    assert page.evaluate("window.leaked") == [], "Jupyter's own shortcuts must not hear them"
    assert page.locator(".kit-board").get_attribute("data-lm-suppress-shortcuts") == "true"


def test_tab_order(page: Page) -> None:
    """The knot, the pills from left to right, the chips, further tensions, all; then what is folded beside it."""
    open_picture(page, new_board(shown=["vader@veiligheid", "jeugdbescherming@veiligheid", "team@veiligheid"]))
    page.mouse.click(1, 1)
    seen = []
    for _ in range(14):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.ariaLabel || document.activeElement.innerText.trim()"))
    assert seen == [
        "Jouw plek tussen ‘Veiligheid nu’ en ‘Vertrouwen houden’",
        "Jeugdbescherming",
        "Het team",
        "Vader",
        *(
            f"Zet {name} op het bord"
            for name in ("Het kind", "Eigen organisatie", "Moeder", "Gemeente", "Mijn vakwaarden")
        ),
        "Zet deze spanning op het bord: Kennis van het gewone leven – Specialistisch oordeel",
        "Toon alles",
        "Hoe lopen de krachten?",
        "Waar komen deze krachten vandaan?",
        "Wat zegt dit beeld niet?",
    ]


def test_focus_is_seen(page: Page) -> None:
    open_picture(page, new_board())
    page.mouse.click(1, 1)
    page.keyboard.press("Tab")
    settle(page)
    assert "0px 0px 0px 6px" in page.evaluate("getComputedStyle(document.activeElement, '::before').boxShadow")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_drag_a_pill(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    drag(page, pill(page, "jeugdbescherming@veiligheid"), 220)
    settle(page)
    assert -0.5 < board.moved["jeugdbescherming@veiligheid"][0] < -0.2
    assert board.moved["jeugdbescherming@veiligheid"][1] == 0.9
    expect(page.locator(".kb-card")).to_have_count(0)


def test_a_fixed_force_stays(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    drag(page, pill(page, "vader@veiligheid"), -220)
    settle(page)
    assert board.moved == {}


# The card


def test_the_card_by_hover(page: Page) -> None:
    open_picture(page, new_board())
    pill(page, "jeugdbescherming@veiligheid").hover()
    card = page.locator(".kb-card")
    expect(card).to_contain_text("Wil vandaag zekerheid")
    expect(card).to_contain_text("Waarheen: onze interpretatie van Verweij en Spierts")
    expect(card).to_contain_text("Hoe zwaar: de dikte is een aanname")
    expect(card.locator("input")).to_have_count(0)
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)


def test_the_card_by_keyboard(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    knot(page).focus()
    page.keyboard.press("Tab")
    card = page.locator(".kb-card")
    expect(card).to_contain_text("Kies deze naam om de kracht te veranderen.")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    settle(page)
    assert board.moved["jeugdbescherming@veiligheid"] == [-0.8, 0.85]
    expect(card.get_by_label("Waarheen")).to_have_attribute("aria-valuetext", "dicht bij ‘Veiligheid nu’")
    expect(card.get_by_label("Hoe zwaar")).to_have_attribute("aria-valuetext", "telt heel zwaar")
    expect(card).to_contain_text("door jou veranderd")
    shot(page, "board-card")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    settle(page)
    assert board.moved == {}
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.key") == "jeugdbescherming@veiligheid"


def test_the_card_of_a_fixed_force(page: Page) -> None:
    open_picture(page, new_board())
    pill(page, "vader@veiligheid").click()
    card = page.locator(".kb-card")
    expect(card).to_contain_text("Deze kracht hoort bij de casus; je kunt hem niet veranderen.")
    expect(card.locator("input")).to_have_count(0)
    page.mouse.click(5, 880)
    expect(card).to_have_count(0)


@pytest.mark.parametrize("width", VIEWS)
@pytest.mark.parametrize("way", ["hover", "click"])
def test_cards_are_never_cut_off(page: Page, width: int, way: str) -> None:
    height, project = VIEWS[width]
    page.set_viewport_size({"width": width, "height": height})
    open_picture(page, new_board(full=True), project=project)
    for key in ALL:
        getattr(pill(page, key), way)()
        # A card slides in from nowhere: it has its place as soon as it is there.
        found = page.evaluate("""() => {
          const box = (node) => node.getBoundingClientRect().toJSON();
          const card = document.querySelector(".kb-card");
          const pill = document.querySelector(`[aria-describedby="${card.id}"]`);
          const field = document.querySelector(".kb-field");
          return { card: box(card), field: box(field), pill: box(pill), key: pill.dataset.key };
        }""")
        card, field = found["card"], found["field"]
        assert found["key"] == key
        assert card["left"] >= field["left"]
        assert card["right"] <= field["right"] + 0.5
        assert card["top"] >= field["top"]
        assert card["bottom"] <= field["bottom"]
        assert not crossing(card, found["pill"]), key
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)
        expect(page.locator(".kb-card")).to_have_count(0)


# Growing


def test_grows_by_a_tap(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    expect(page.locator(".kb-pill")).to_have_count(2)
    page.get_by_role("button", name="Zet Moeder op het bord").click()
    settle(page)
    assert board.shown[-1] == "moeder@veiligheid"
    expect(page.locator(".kb-pill")).to_have_count(3)
    expect(page.locator(".kb-row")).to_have_count(3)
    page.get_by_role("button", name="Zet deze spanning op het bord").click()
    settle(page)
    assert board.shown[-2:] == ["moeder@kennis", "gemeente@kennis"]
    expect(page.locator(".kb-tension")).to_have_count(2)
    page.get_by_role("button", name="Toon alles").click()
    settle(page)
    assert len(board.shown) == 16
    expect(page.locator(".kb-pill")).to_have_count(16)
    expect(page.locator(".kb-chip")).to_have_count(0)
    page.get_by_role("button", name="Toon minder").click()
    settle(page)
    expect(page.locator(".kb-pill")).to_have_count(2)
    expect(page.locator(".kb-tension")).to_have_count(1)


def test_focus_survives_growing(page: Page) -> None:
    open_picture(page, new_board())
    page.get_by_role("button", name="Zet Het kind op het bord").focus()
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.ariaLabel") == "Zet Eigen organisatie op het bord"
    for _ in range(5):
        page.keyboard.press("Enter")
        settle(page)
    assert page.evaluate("document.activeElement.role") == "slider"
    page.get_by_role("button", name="Zet deze spanning op het bord").focus()
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.closest('section').dataset.tension") == "kennis"


def test_another_moment_on_the_same_board(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    case = made(KNOWLEDGE)
    board.play(case, case.moments[0], stance={"kennis": 0.5}, marks={"eerste keer": {"kennis": -0.5}})
    push(page, board)
    expect(page.locator(".kb-tension")).to_have_count(1)
    expect(page.locator(".kb-question")).to_have_text("Wiens kennis weegt?")
    expect(knot(page, "kennis")).to_have_attribute("aria-valuenow", "0.5")
    expect(page.locator(".kb-mark")).to_have_text("eerste keer")


# Labels


LABELS = """() => [...document.querySelectorAll(".kb-tension")].flatMap((line) => {
  const box = (node, what) => ({ what, ...node.getBoundingClientRect().toJSON() });
  const knot = line.querySelector(".kb-knot").getBoundingClientRect();
  const grip = parseFloat(getComputedStyle(line.querySelector(".kb-knot"), "::before").width) / 2;
  const at = { x: knot.x + knot.width / 2, y: knot.y + knot.height / 2 };
  const axis = line.querySelector(".kb-axis").getBoundingClientRect();
  return [
    ...[...line.querySelectorAll(".kb-pill")].map((node) => box(node, node.dataset.key)),
    ...[...line.querySelectorAll(".kb-caption:not([hidden])")].map((node) => box(node, node.textContent)),
    ...[...line.querySelectorAll(".kb-poles > *, .kb-question, .kb-chip")].map((node) => box(node, node.textContent)),
    { what: "knot", left: at.x - grip, right: at.x + grip, top: at.y - grip, bottom: at.y + grip, free: true },
    { what: "line", left: axis.left, right: axis.right, top: axis.top, bottom: axis.bottom, free: true },
  ];
})"""


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Pairs of labels that lie over each other; the knot may lie on the line, and nothing else on anything."""
    return crossings(page.evaluate(LABELS))


@pytest.mark.parametrize("width", VIEWS)
@pytest.mark.parametrize("places", [(0.05, -0.35), (-1, 1), (0.9, -0.88), (-0.06, 0.1)])
def test_labels_never_overlap(page: Page, width: int, places: tuple[float, float]) -> None:
    height, project = VIEWS[width]
    page.set_viewport_size({"width": width, "height": height})
    stance = dict(zip(("veiligheid", "kennis"), places, strict=True))
    marks = {"eerste keer": {"veiligheid": -0.1, "kennis": 0.0}, "tweede keer": {"veiligheid": -0.05, "kennis": 0.9}}
    open_picture(page, new_board(full=True, stance=stance, marks=marks), project=project)
    shot(page, f"board-{width}{places}")
    assert overlaps(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1440])
def test_labels_never_overlap_in_one_place(page: Page, width: int) -> None:
    """The hardest field: everybody wants the same, at a pole."""
    page.set_viewport_size({"width": width, "height": 900})
    case = made(tuple(Force(id, "veiligheid", 1.0, 0.5, "Daarom.") for id, _name, _place in ACTORS))
    open_picture(page, Board(case, case.moments[0], shown=[f"{id}@veiligheid" for id, _, _ in ACTORS]))
    assert overlaps(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_labels_keep_off_while_pills_are_dragged(page: Page) -> None:
    open_picture(page, new_board(full=True))
    part = pill(page, "jeugdbescherming@veiligheid")
    x, y = middle(part)
    page.mouse.move(x, y)
    page.mouse.down()
    for dx in range(0, 700, 70):
        page.mouse.move(x + dx, y, steps=3)
        settle(page)
        assert overlaps(page) == [], dx
    page.mouse.up()


def test_long_names(page: Page) -> None:
    """Poles and questions wrap; a name is cut only where it must, and is told in full by its title."""
    page.set_viewport_size({"width": 390, "height": 844})
    long = "Regionale samenwerking gespecialiseerde jeugdhulp"
    tension = Tension(
        id="veiligheid",
        question="Wat gaat voor als je het niet zeker weet en niemand je kan vertellen wat er morgen gebeurt?",
        left=Pole(name="Verantwoordelijkheidsverdelingsvraagstukken eerst"),
        right=Pole(name="Vertrouwen houden, ook als dat langer duurt"),
    )
    case = made(SAFETY, names={"vader": long}, tensions=(tension,))
    open_picture(page, Board(case, case.moments[0], shown=ALL[:8]))
    assert overlaps(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(pill(page, "vader@veiligheid")).to_have_attribute("title", long)
    expect(pill(page, "vader@veiligheid")).to_have_accessible_name(long)


def test_a_change_of_width_lays_out_anew(page: Page) -> None:
    open_picture(page, new_board(full=True))
    for width in (390, 1000, 560, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert overlaps(page) == [], width
    page.evaluate("document.body.classList.add('kit-project')")
    settle(page)
    assert overlaps(page) == []


def test_no_small_type_on_a_projector(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_picture(page, new_board(full=True, marks={"eerste keer": {"kennis": 0.5}}), project=True)
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    pill(page, "jeugdbescherming@veiligheid").click()
    assert small_type(page) == []


# Motion, colours, safety


def test_a_change_is_eased(page: Page) -> None:
    assert moments_until_there(page) > 1


def test_no_motion_where_none_is_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    assert moments_until_there(page) == 1


def moments_until_there(page: Page) -> int:
    """How many different places a pill shows after Python has moved its force."""
    open_picture(page, new_board())
    change = {"moved": {"jeugdbescherming@veiligheid": [0.2, 0.9]}}
    where = '[data-key="jeugdbescherming@veiligheid"]'
    return seen_on_the_way(page, where, "(pill) => pill.style.transform", change)


def test_dark(page: Page) -> None:
    open_picture(page, new_board(full=True), theme="dark")
    shot(page, "board-dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.kb-field')).backgroundColor") == "rgb(29, 35, 42)"
    assert axe(page, "main") == []


def test_dark_by_the_system_only_outside_jupyter(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    open_picture(page, new_board(), theme=None)
    ground = "getComputedStyle(document.querySelector('.kb-field')).backgroundColor"
    assert page.evaluate(ground) == "rgb(29, 35, 42)"
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_forced_colours(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    open_picture(page, new_board(full=True))
    colours = page.evaluate("""() => [".kb-rope", ".kb-axis", ".kb-stem"]
      .map((name) => getComputedStyle(document.querySelector(name)).stroke)""")
    assert len(set(colours)) == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.kb-knot'), '::before').backgroundColor") not in (
        "rgba(0, 0, 0, 0)",
        page.evaluate("getComputedStyle(document.querySelector('.kb-field')).backgroundColor"),
    )


def test_axe(page: Page) -> None:
    open_picture(page, new_board(full=True))
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    assert axe(page, "main") == []
    pill(page, "jeugdbescherming@veiligheid").click()
    settle(page)
    assert axe(page, "main") == []


def test_a_screen_reader_hears_it_after_a_rest(page: Page) -> None:
    open_picture(page, new_board())
    live = page.locator("[aria-live=polite]")
    expect(live).to_have_text("")
    knot(page).focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(250)
    expect(live).to_have_text("", timeout=100)
    expect(live).to_have_text("Alles trekt hier één kant op: naar ‘Vertrouwen houden’.")
    expect(page.get_by_role("group", name="Veiligheid nu Vertrouwen houden")).to_be_visible()
    told = page.evaluate(
        "document.getElementById(document.querySelector('.kb-knot').getAttribute('aria-describedby')).textContent"
    )
    assert told.startswith("Jouw knoop: dicht bij ‘Veiligheid nu’. Midden van het veld: iets naar ‘Veiligheid nu’.")


PAYLOADS = (
    "<img src=x onerror=window.owned=1>",
    "<script>window.owned=1</script>",
    "javascript:window.owned=1",
    '"><svg onload=window.owned=1>',
    "</style><script>window.owned=1</script>",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text(page: Page, payload: str) -> None:
    tension = Tension(id="veiligheid", question=payload, left=Pole(name=payload), right=Pole(name=payload))
    more = Tension(id="kennis", question=payload, left=Pole(name=payload), right=Pole(name=payload))
    forces = (*(Force(f.actor, f.tension, f.toward, f.strength, payload) for f in SAFETY), KNOWLEDGE[0])
    case = made(forces, names={"jeugdbescherming": payload, "kind": payload}, tensions=(tension, more))
    open_picture(page, Board(case, case.moments[0], marks={payload: {"veiligheid": 0.2}}))
    page.get_by_role("button", name="Toon alles").click()
    page.locator("summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    pill(page, "jeugdbescherming@veiligheid").click()
    settle(page)
    expect(page.locator(".kb-card-why")).to_have_text(payload)
    assert page.evaluate("window.owned") is None
    assert page.locator(".kit-board :is(img, script, style, a)").count() == 0


def test_garbage_is_put_right(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    page.evaluate("() => { window.model.set('stance', { veiligheid: 7, kennis: 0 }); window.model.save_changes(); }")
    settle(page)
    assert board.stance["veiligheid"] == 0
    expect(knot(page)).to_have_attribute("aria-valuenow", "0")


def test_two_views_of_one_board_agree(page: Page) -> None:
    board = new_board()
    open_picture(page, board)
    open_again(page)
    drag(page, knot(page).first, 150)
    settle(page)
    values = knot(page).evaluate_all("(all) => all.map((one) => one.getAttribute('aria-valuenow'))")
    assert len(values) == 2
    assert values[0] == values[1] != "0"


# In Jupyter


@pytest.fixture(scope="module")
def extra_notebooks() -> dict[str, Notebook]:
    cell = code("import sys\nsys.path.insert(0, TESTS)\nfrom board_cases import *\nfrom kit.widgets.board import Board")
    cell["source"] = cell["source"].replace("TESTS", repr(str(REPOSITORY / "tests")))
    show = code(
        "case = made()\nkeys = [f'{f.actor}@{f.tension}' for f in SAFETY + KNOWLEDGE]\n"
        "Board(case, case.moments[0], shown=keys)"
    )
    return {"bord.ipynb": notebook(cell, show)}


def test_a_drag_in_jupyterlab_moves_little(page: Page, lab: Server) -> None:
    """Every byte between browser and kernel while the fullest board is dragged, Jupyter's own included."""
    frames: list[tuple[str, int]] = []

    def note(way: str, data: str | bytes) -> None:
        frames.append((way, len(data.encode() if isinstance(data, str) else data)))

    def watch(socket: WebSocket) -> None:
        socket.on("framesent", lambda data: note("sent", data))
        socket.on("framereceived", lambda data: note("received", data))

    page.on("websocket", watch)
    open_app(page, lab, "bord.ipynb")
    page.locator(".kb-pill").first.wait_for()
    settle(page)
    shot(page, "board-jupyterlab")
    page.wait_for_timeout(1000)
    frames.clear()
    drag(page, knot(page), 180, steps=12)
    page.wait_for_timeout(1000)
    sent = [size for way, size in frames if way == "sent"]
    assert len(sent) >= 3
    assert sum(size for _way, size in frames) / len(sent) < 5_000
    expect(knot(page)).to_have_attribute("aria-valuetext", "aan de kant van ‘Vertrouwen houden’")
    expect(page.locator(".kp-sentence")).to_have_text(
        "De meeste kracht trekt naar ‘Veiligheid nu’, en er trekt iets terug."
    )
    # JupyterLab squares the corners of every button.
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.kb-pill')).borderTopLeftRadius)") > 10
    assert axe(page, ".kit-board") == []

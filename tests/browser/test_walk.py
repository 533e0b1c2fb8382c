"""Heideland, played as people play it: by mouse, by keyboard alone, and on after the kernel was killed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Server, axe, code, notebook, open_app, shot, text, wait_for_state
from playwright.sync_api import Locator, Page, expect

HOSTILE = "<script>window.hit=1</script><img src=x onerror=window.hit=2>"

EVIL_CASE = f"""
format: 1
id: kwaad
title: "{HOSTILE}"
subtitle: "{HOSTILE}"
setting: "{HOSTILE} [klik](javascript:window.hit=3)"
warning: "{HOSTILE}"
goals: ["{HOSTILE}"]
actors:
  - {{id: een, name: "{HOSTILE}", role: "{HOSTILE}", voice: "{HOSTILE}", needs: "{HOSTILE}"}}
  - {{id: twee, name: "Twee", voice: "x"}}
tensions:
  - {{id: lijn, question: "{HOSTILE}", left: {{name: "{HOSTILE}"}}, right: {{name: Rechts}}}}
moments:
  - id: nu
    title: "{HOSTILE}"
    scene: "{HOSTILE} ![x](https://example.org/x.png) [klik](javascript:window.hit=4)"
    dilemma: {{question: "{HOSTILE}", a: {{name: "{HOSTILE}", damage: x}}, b: {{name: y, damage: "{HOSTILE}"}}}}
    facts:
      - {{front: "{HOSTILE}", back: "{HOSTILE}"}}
    forces:
      - {{actor: een, tension: lijn, toward: -0.5, strength: 0.5, why: "{HOSTILE}"}}
      - {{actor: twee, tension: lijn, toward: 0.5, strength: 0.5}}
    options:
      - {{id: a, title: "{HOSTILE}", text: "{HOSTILE}", positions: {{lijn: 0}}, damage: "{HOSTILE}", next: eind}}
      - {{id: b, title: B, positions: {{lijn: 0.5}}, damage: x, next: eind}}
endings:
  - {{id: eind, title: "{HOSTILE}", text: "{HOSTILE}"}}
"""


@pytest.fixture
def lab_home(lab: Server) -> Iterator[Path]:
    """The kit's home on the server, emptied of journals before and after."""
    journals = lab.kit_home / "journal"
    yield lab.kit_home
    for path in journals.glob("*") if journals.exists() else ():
        path.unlink()


class Walk:
    """A learner at the walk."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.board = page.locator(".kit-board")
        self.main = page.locator(".kit-walk .kf-foot .kf-main")
        self.heading = page.locator(".kit-walk h2")

    def take(self, case: str) -> None:
        self.page.locator(".kf-panel", has=self.page.get_by_role("heading", name=case)).get_by_role("button").click()
        expect(self.heading).to_have_text("Veilig beginnen")

    def on(self, heading: str) -> None:
        """To the next screen, which must bear this heading."""
        self.main.click()
        self.at(heading)

    def at(self, heading: str) -> None:
        expect(self.heading).to_have_text(heading)
        expect(self.heading).to_be_in_viewport()

    def settle_safety(self) -> None:
        """Answers the threshold until it is settled."""
        answers = self.page.locator(".kit-walk .kf-panel-threshold .kf-option label")
        expect(answers.first).to_be_visible()
        expect(self.board).to_be_hidden()
        answers.last.click()
        pictures = self.page.locator(".kit-walk .kf-row")
        if "heideland" in (self.page.locator(".kit-walk .kf-title").text_content() or "").lower():
            expect(pictures).to_be_visible()
            pictures.get_by_text("Krachten").click()  # a moment may ask for another picture first
        expect(self.board).to_be_visible()

    def choose(self, n: int) -> None:
        expect(self.main).to_have_count(0)
        self.page.locator(".kit-walk .kf-wide .kf-option label").nth(n).click()
        expect(self.main).to_be_visible()

    def write(self, label: str, words: str) -> None:
        field = self.page.get_by_label(label, exact=True)
        field.fill(words)
        field.blur()


def journal_of(home: Path) -> dict[str, object]:
    """The answers of the one journal on disk."""
    (path,) = home.glob("journal/*.json")
    return {entry["key"]: entry["value"] for entry in json.loads(path.read_text("utf-8"))["entries"]}


def test_heideland_from_the_start_page_to_a_downloaded_journal(
    page: Page, lab: Server, lab_home: Path, tmp_path: Path
) -> None:
    open_app(page, lab, "00_start.ipynb")
    page.get_by_role("link", name=re.compile("casus", re.I)).first.click()
    wait_for_state(page)
    walk = Walk(page)
    shot(page, "walk-00-shelf")
    walk.take("Heideland")

    def look(name: str) -> None:
        shot(page, f"walk-{name}")
        assert axe(page) == [], name

    look("01-begin")
    walk.on("De casus")
    look("02-casus")
    walk.on("Het dilemma")
    page.locator(".kit-walk .kf-option label").first.click()
    page.get_by_label("Hoe zeker ben je?").fill("80")
    look("03-dilemma")
    walk.on("Vragen en inleven")
    page.locator(".kit-walk .kf-front").nth(1).click()
    look("04-vragen")
    walk.on("Krachten")
    walk.settle_safety()
    walk.page.get_by_role("button", name="Toon alles").click()
    knot = walk.board.get_by_role("slider").first
    box = knot.bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] - 120, middle[1], steps=8)
    page.mouse.up()
    assert float(knot.get_attribute("aria-valuenow") or 0) < 0
    look("05-krachten")
    walk.on("Alternatieven")
    look("06-alternatieven")
    walk.on("Keuze")
    walk.choose(0)
    walk.write("Wegen", "veiligheid van Fenna & <b>vertrouwen</b> van Kasia")
    look("07-keuze")
    moments = ["Het dilemma", "Krachten", "Keuze"]
    for moment in (2, 3):
        for heading in moments:
            walk.on(heading)
            if heading == "Krachten":
                walk.settle_safety()
            look(f"moment-{moment}-{heading.split()[-1].lower()}")
        walk.choose(1)
    walk.on("Dialoog")
    page.get_by_text("Wat zou het beeld veranderen?").first.click()
    look("08-dialoog")
    walk.on("Afspraken")
    page.locator(".kit-walk .kf-tick label").first.click()
    look("09-afspraken")
    walk.on("Terugblik")
    walk.write("Hoe ga je hier weg?", "stil")
    look("10-terugblik")
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Download het journaal").click()
    path = tmp_path / arriving.value.suggested_filename
    arriving.value.save_as(path)
    html = path.read_text("utf-8")
    assert path.name == "journaal-heideland.html"
    assert "veiligheid van Fenna &amp; &lt;b&gt;vertrouwen&lt;/b&gt; van Kasia" in html
    assert "stil" in html and html.count("<svg") == 3
    page.goto("about:blank")
    page.set_content(html)
    shot(page, "walk-11-journaal")
    answers = journal_of(lab_home)
    assert answers["schoolraam/sure"] == 80
    assert answers["schoolraam/cards"] == [1]
    assert answers["schoolraam/stance"]["veiligheid-vertrouwen"] < 0  # type: ignore[index]


_STANDS = "node => !node.isConnected ? 'gone' : node === document.activeElement ? 'here' : 'elsewhere'"

_FOCUSED = "[document.activeElement.tagName, document.activeElement.textContent.slice(0, 30)].join(' ')"


class Keys:
    """Hands on the keyboard only."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, target: Locator, most: int = 90) -> None:
        """Tab, forwards, until the target has the focus."""
        way: list[str] = []
        while len(way) < most:
            stands = target.first.evaluate(_STANDS) if target.count() else "elsewhere"
            if stands == "here":
                return
            if stands == "gone":  # redrawn between finding it and asking: the focus may be on what took its place
                continue
            way.append(self.page.evaluate(_FOCUSED))
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way by Tab to {target}; the focus went by {way}")

    def press(self, target: Locator, key: str = "Enter") -> None:
        self.to(target)
        self.page.keyboard.press(key)


def test_heideland_by_keyboard_alone(page: Page, lab: Server, lab_home: Path) -> None:
    open_app(page, lab, "08_casus.ipynb")
    walk, keys = Walk(page), Keys(page)
    shelf = page.locator(".kf-panel", has=page.get_by_role("heading", name="Heideland")).get_by_role("button")
    keys.press(shelf)
    walk.at("Veilig beginnen")
    keys.to(page.locator(".kit-walk input[type=radio]:checked"))
    page.keyboard.press("ArrowUp")
    expect(page.locator(".kit-walk input[value='90']")).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".kit-walk input[value='self']")).to_be_checked()
    keys.press(walk.main)
    walk.at("De casus")
    for moment in (1, 2, 3):
        keys.press(walk.main)
        walk.at("Het dilemma")
        keys.press(page.locator(".kit-walk .kf-choice input[type=radio]"), "Space")
        keys.press(page.get_by_label("Hoe zeker ben je?"), "ArrowRight")
        keys.press(walk.main)
        if moment == 1:
            walk.at("Vragen en inleven")
            keys.press(page.locator(".kit-walk .kf-front"))
            expect(page.locator(".kit-walk .kf-front").first).to_have_attribute("aria-expanded", "true")
            keys.press(walk.main)
        walk.at("Krachten")
        keys.press(page.locator(".kit-walk .kf-panel-threshold input[type=radio]"), "ArrowUp")
        expect(page.locator(".kit-walk .kf-row")).to_be_visible()
        chosen = page.locator(".kit-walk .kf-row input:checked")
        keys.to(chosen)
        if chosen.get_attribute("value") != "forces":  # a moment may ask for another picture first
            page.keyboard.press("ArrowUp")
        expect(walk.board).to_be_visible()
        knot = walk.board.get_by_role("slider").first
        keys.press(knot, "ArrowRight")
        expect(knot).to_have_attribute("aria-valuenow", re.compile(r"^0\.[0-9]"))
        keys.press(walk.main)
        if moment == 1:
            walk.at("Alternatieven")
            keys.press(walk.main)
        walk.at("Keuze")
        keys.press(page.locator(".kit-walk .kf-wide input[type=radio]"), "Space")
        expect(walk.main).to_be_visible()
    keys.to(page.get_by_label("Wegen", exact=True))
    page.keyboard.type("dd x aa bb: letters, geen sneltoetsen")
    keys.press(walk.main)
    walk.at("Dialoog")
    keys.press(walk.main)
    walk.at("Afspraken")
    keys.press(walk.main)
    walk.at("Terugblik")
    with page.expect_download() as arriving:
        keys.press(page.get_by_role("button", name="Download het journaal"))
    html = Path(arriving.value.path()).read_text("utf-8")
    assert "dd x aa bb: letters, geen sneltoetsen" in html
    assert page.locator(".jp-Cell").count() > 1, "no key may delete a cell"


def test_a_killed_kernel_loses_nothing(page: Page, lab: Server, lab_home: Path) -> None:
    open_app(page, lab, "08_casus.ipynb")
    walk = Walk(page)
    walk.take("Heideland")
    for heading in ("De casus", "Het dilemma", "Vragen en inleven"):
        walk.on(heading)
    page.get_by_text("Wie ontbreekt er, en wat neem je aan?").click()
    page.get_by_label("Wie ontbreekt er aan tafel?").fill("de oma die alles weet")
    page.wait_for_timeout(1000)  # what was on screen for a second
    lab.kernel_of("08_casus.ipynb").kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    walk.at("Vragen en inleven")
    page.get_by_text("Wie ontbreekt er, en wat neem je aan?").click()
    expect(page.get_by_label("Wie ontbreekt er aan tafel?")).to_have_value("de oma die alles weet")
    walk.on("Krachten")


def test_start_again_hides_the_last_answers(page: Page, lab: Server, lab_home: Path) -> None:
    open_app(page, lab, "08_casus.ipynb")
    walk = Walk(page)
    walk.take("Heideland")
    walk.on("De casus")
    walk.on("Het dilemma")
    page.locator(".kit-walk .kf-option label").first.click()
    page.get_by_role("button", name="Opnieuw beginnen").click()
    page.get_by_role("button", name="Ja, begin opnieuw").click()
    walk.at("Veilig beginnen")
    walk.on("De casus")
    walk.on("Het dilemma")
    expect(page.locator(".kit-walk .kf-option input:checked")).to_have_count(0)
    assert len(list(lab_home.glob("journal/*.json"))) == 2


def test_start_again_stays_in_sight(page: Page, lab: Server, lab_home: Path) -> None:
    open_app(page, lab, "08_casus.ipynb")
    walk = Walk(page)
    walk.take("Heideland")
    for heading in ("De casus", "Het dilemma", "Vragen en inleven"):
        walk.on(heading)
    page.locator(".kit-walk .kf-foot").scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Opnieuw beginnen")).to_be_in_viewport()


def test_hostile_words_do_nothing(page: Page, lab: Server, lab_home: Path) -> None:
    (lab_home / "cases").mkdir(parents=True, exist_ok=True)
    evil = lab_home / "cases" / "kwaad.yaml"
    evil.write_text(EVIL_CASE, "utf-8")
    try:
        open_app(page, lab, "08_casus.ipynb", fresh=True)
        walk = Walk(page)
        shot(page, "walk-kwaad")
        page.locator(".kf-panel", has_text="script").get_by_role("button").click()
        walk.at("Veilig beginnen")
        for heading in ("De casus", "Het dilemma", "Vragen en inleven", "Krachten"):
            walk.on(heading)
            for summary in page.locator("details:not([open]) > summary").all():
                if summary.is_visible():
                    summary.click()
        walk.board.locator("button").first.focus()
        walk.on("Alternatieven")
        walk.write("Een eigen weg", HOSTILE)
        walk.on("Keuze")
        walk.choose(0)
        walk.write("Wegen", HOSTILE)
        walk.on("Dialoog")
        walk.on("Afspraken")
        walk.on("Terugblik")
        assert page.evaluate("window.hit") is None
        assert page.locator('[href^="javascript"]').count() == 0
        with page.expect_download() as arriving:
            page.get_by_role("button", name="Download het journaal").click()
        page.goto("about:blank")
        page.set_content(Path(arriving.value.path()).read_text("utf-8"))
        page.wait_for_timeout(300)
        assert page.evaluate("window.hit") is None
    finally:
        evil.unlink()


@pytest.fixture(scope="module")
def extra_notebooks() -> dict[str, dict[str, object]]:
    """A page with the walk alone, for sizes of screen."""
    return {"walk.ipynb": notebook(text("# Heideland"), code('import kit\nkit.walk(kit.load_case("heideland"))'))}


@pytest.mark.parametrize("width", [390, 768, 1920])
def test_nothing_sticks_out(page: Page, lab: Server, lab_home: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844 if width == 390 else 1080})
    open_app(page, lab, "walk.ipynb")
    walk = Walk(page)
    for heading in ("De casus", "Het dilemma", "Vragen en inleven", "Krachten"):
        walk.on(heading)
    walk.settle_safety()
    shot(page, f"walk-breedte-{width}-krachten")
    walk.on("Alternatieven")
    walk.on("Keuze")
    shot(page, f"walk-breedte-{width}-keuze")
    out = page.evaluate(
        """() => { const wide = document.querySelector(".kit-walk").getBoundingClientRect();
        return [...document.querySelectorAll(".kit-walk .kit-form *")].filter(n => n.checkVisibility())
          .map(n => [n.className, n.getBoundingClientRect()])
          .filter(([name, r]) => r.width && (r.right > wide.right + 2 || r.left < wide.left - 2))
          .map(([name, r]) => `${name} ${Math.round(r.left)}-${Math.round(r.right)}`); }"""
    )
    assert out == []


def test_projected_text_is_large(page: Page, lab: Server, lab_home: Path) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_app(page, lab, "walk.ipynb")
    page.get_by_role("button", name="Projecteer").click()
    walk = Walk(page)
    for heading in ("De casus", "Het dilemma", "Vragen en inleven", "Krachten"):
        small = page.evaluate(
            """() => [...document.querySelectorAll(".kit-walk *")].filter(n => n.checkVisibility()
              && [...n.childNodes].some(c => c.nodeType === 3 && c.data.trim())
              && parseFloat(getComputedStyle(n).fontSize) < 28)
              .map(n => n.className + ": " + n.textContent.slice(0, 40))"""
        )
        assert small == []
        shot(page, f"walk-projecteer-{heading.split()[-1].lower()}")
        walk.on(heading)
    walk.settle_safety()
    shot(page, "walk-projecteer-krachten")


def test_projecting_keeps_the_place(page: Page, lab: Server, lab_home: Path) -> None:
    open_app(page, lab, "08_casus.ipynb")
    walk = Walk(page)
    walk.take("Heideland")
    walk.on("De casus")
    walk.on("Het dilemma")
    for button in ("Projecteer", "Stop projecteren"):
        page.get_by_role("button", name=button).click()
        page.wait_for_timeout(800)
        expect(page.locator(".kit-walk .kf-columns").first).to_be_in_viewport()

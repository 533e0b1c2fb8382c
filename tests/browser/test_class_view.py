"""A lecturer sees what lives in a class: files chosen, a folder named, what is no progress told; also on a phone."""

import json
from pathlib import Path
from random import Random

import pytest
from harness import APP, Server, axe, open_app, shot, wait_for_state
from playwright.sync_api import Locator, Page, expect

from kit.exercisefile import load_set
from kit.journal.run import now
from kit.practice import ANSWER, CHECKED, TICKED, key

CLASS, OVERVIEW = "exercises/09_klas.ipynb", "exercises/00_overzicht.ipynb"
SECRET = "Een zin die alleen de schrijver mag lezen."
SET = load_set("spanningen")


def handed_in(n: int) -> bytes:
    """What one of a class hands in: most make the same mistake at one exercise, and each wrote a text."""
    rng = Random(n)
    entries = []

    def note(exercise: str, field: str, value: object) -> None:
        entries.append(
            {"at": f"2026-03-02T09:{len(entries):02}:{n:02}.000+00:00", "key": key(exercise, field), "value": value}
        )

    for one in SET.exercises:
        answer: object = None
        if one.kind == "choose":
            right = [option.id for option in one.options if option.right]
            answer = rng.choice([option.id for option in one.options] if one.open else [*right, one.options[0].id])
        elif one.kind == "several":
            answer = [option.id for option in one.options if option.right or n % 4]
        elif one.kind == "place":
            answer = round(rng.uniform(-1, 1), 2)
        elif one.kind == "write":
            answer = SECRET
        if answer is not None and (n % 7 or one.kind != "place"):
            for field in (ANSWER, CHECKED):
                note(one.id, field, answer)
        if one.kind == "write":
            note(one.id, TICKED, [criterion.id for criterion in one.criteria if rng.random() < 0.5])
    made = {"kind": "krachtenveld-voortgang", "format": 1, "made": now(), "label": "", "seed": f"student {n}"}
    return json.dumps({**made, "sets": {SET.id: entries}}).encode()


def choose(view: Locator, *files: tuple[str, bytes]) -> None:
    chosen = [{"name": name, "mimeType": "application/json", "buffer": content} for name, content in files]
    view.get_by_label("Kies de bestanden, allemaal tegelijk").set_input_files(chosen)  # type: ignore[arg-type]


def klas(count: int) -> list[tuple[str, bytes]]:
    return [(f"voortgang ({n}).json", handed_in(n)) for n in range(count)]


READ = 30_000
"""Milliseconds that reading a class may take on a machine that has much else to do."""

STRANGE = ("verslag.json", b"PK\x03\x04")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "klas 1a"
    path.mkdir()
    for name, content in [*klas(24), ("nog eens 3.json", handed_in(3)), STRANGE]:
        (path / name).write_bytes(content)
    return path


def test_from_the_overview_to_files_chosen(page: Page, lab: Server) -> None:
    open_app(page, lab, OVERVIEW)
    page.locator(APP).locator("summary", has_text="Voor de docent").click()
    page.locator(APP).get_by_role("link", name="wat er leeft in de klas").click()
    page.locator(APP).get_by_role("heading", name="Voor de docent: wat leeft er in de klas?").wait_for()
    wait_for_state(page)
    view = page.locator(".kit-class")
    expect(view.get_by_role("button", name="Lees")).to_be_in_viewport(ratio=1)
    shot(page, "class-empty")
    assert axe(page) == []
    choose(view, *klas(24), ("nog eens 3.json", handed_in(3)), STRANGE)
    expect(view.get_by_text("Gelezen: het werk van 24 personen.")).to_be_visible(timeout=READ)
    expect(view.locator("h2")).to_contain_text("in deze groep (")
    expect(view.locator("h2")).to_be_focused()
    expect(view.locator("h2")).to_be_in_viewport()
    expect(view.get_by_text("In dit bestand staat geen voortgang: zo is het niet te lezen.")).to_be_visible()
    expect(view.get_by_text("Van één persoon zijn er meer bestanden; die telt één keer")).to_be_visible()
    expect(view.locator(".js-plotly-plot")).to_be_visible(timeout=READ)
    said = view.locator(".kit-chart-frame").get_attribute("aria-label") or ""
    assert said.startswith("Ideeën in deze groep. Opgave") and " van de 24)." in said
    page.wait_for_timeout(500)
    shot(page, "class-read")
    assert axe(page) == []
    assert SECRET not in page.content()


def test_a_folder_is_named_by_keyboard(page: Page, lab: Server, folder: Path) -> None:
    open_app(page, lab, CLASS)
    view = page.locator(".kit-class")
    path = view.get_by_label("Of vul het pad van een map in")
    path.fill(str(folder / "weg"))
    page.keyboard.press("Tab")
    expect(view.get_by_role("button", name="Lees")).to_be_focused()
    page.keyboard.press("Enter")
    expect(view.get_by_role("alert")).to_contain_text("Er is hier geen map met deze naam:", timeout=READ)
    path.fill(str(folder))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(view.get_by_text("Gelezen: het werk van 24 personen.")).to_be_visible(timeout=READ)
    expect(view.get_by_role("alert")).to_have_count(0)

    table = view.get_by_role("table")
    row = table.get_by_role("row").filter(has_text="2. Wat staat er in het artikel")
    expect(row).to_be_visible()
    cells = [text.strip() for text in row.get_by_role("cell").all_inner_texts()]
    assert cells[:3] == ["24", "6", "niemand"]
    idea = row.get_by_text("18 mensen · Ziet de uitleg van de kit aan voor woorden van Putters.")
    idea.focus()
    page.keyboard.press("Enter")
    expect(row.get_by_text("Je hebt die zinnen gelezen, en wel in de les")).to_be_visible()
    page.wait_for_timeout(300)
    shot(page, "class-table")
    assert axe(page) == []

    expect(table).to_contain_text("minder dan 5 ·")
    view.get_by_label("Laat ook kleine aantallen zien").check()
    expect(view.get_by_text("Je ziet nu ook kleine aantallen.")).to_be_visible()
    expect(table).not_to_contain_text("minder dan 5")
    view.get_by_label("Laat ook kleine aantallen zien").uncheck()
    expect(table).to_contain_text("minder dan 5 ·")
    with page.expect_download() as arriving:
        view.get_by_role("button", name="Download deze tabel (CSV)").click()
    assert arriving.value.suggested_filename == "klas-spanningen.csv"
    text = arriving.value.path().read_text("utf-8-sig")
    assert "2;Wat staat er in het artikel van Den Uyl en Verhagen?;24;6;niemand;idee;" in text
    assert SECRET not in text
    view.get_by_text("Bespreek in de les").click()
    expect(view.get_by_text("Begin bij het idee, niet bij wie het had.")).to_be_visible()
    shot(page, "class-discuss")


def test_nothing_of_it_is_there_when_one_comes_back(page: Page, lab: Server) -> None:
    open_app(page, lab, CLASS)
    view = page.locator(".kit-class")
    choose(view, *klas(6))
    expect(view.get_by_text("Gelezen: het werk van 6 personen.")).to_be_visible(timeout=READ)
    view.get_by_role("button", name="Haal deze bestanden van het scherm").click()
    expect(view.get_by_role("table")).to_have_count(0)
    expect(view.get_by_role("heading", name="De bestanden van je klas")).to_be_focused(timeout=READ)
    choose(view, *klas(3))
    expect(view.locator("h2")).to_contain_text("Minder dan vijf mensen maakten deze reeks", timeout=READ)
    expect(view.locator(".js-plotly-plot")).to_be_hidden()
    shot(page, "class-few")
    lab.kernel_of(CLASS).kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    expect(view.get_by_label("Kies de bestanden, allemaal tegelijk")).to_be_visible()
    expect(view.get_by_text("Gelezen")).to_have_count(0)
    assert not [path for path in lab.kit_home.rglob("*") if path.is_file() and SECRET in path.read_text("utf-8")]


def test_on_a_phone_each_exercise_is_a_card(page: Page, jupyter_notebook: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, CLASS)
    view = page.locator(".kit-class")
    choose(view, *klas(24))
    expect(view.locator(".js-plotly-plot")).to_be_visible(timeout=READ)
    page.wait_for_timeout(500)
    shot(page, "class-390-top")
    view.locator(".kit-chart").scroll_into_view_if_needed()
    assert view.locator(".kit-chart-frame").evaluate("frame => frame.scrollWidth <= frame.clientWidth + 4")
    shot(page, "class-390-picture")
    row = view.get_by_role("row").filter(has_text="2. Wat staat er in het artikel")
    row.scroll_into_view_if_needed()
    shot(page, "class-390-table")
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert axe(page) == []
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth") <= 392

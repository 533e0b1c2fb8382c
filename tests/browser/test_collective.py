"""The lesson on collective work, as a student meets it: by mouse and keyboard, and with a register of their own."""

import csv
import re
import shutil
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from harness import APP, Server, axe, open_app, shot, wait_for_state
from playwright.sync_api import Locator, Page, expect

LESSON = "07_collectief.ipynb"
BEGIN, TWO, FILE, EYE, RULE, CHANCE, PLAN, YEARS, TEAM, MEASURE, VISION, OWN, KEEP = range(13)

pytestmark = pytest.mark.browser


def part(page: Page, n: int) -> Locator:
    """The n-th part of the lesson, in the order of the page."""
    return page.locator(".kit-lesson").nth(n)


def open_new(page: Page, server: Server) -> None:
    """Opens the lesson as somebody does who never did."""
    shutil.rmtree(server.kit_home, ignore_errors=True)
    open_app(page, server, LESSON)


def pick(page: Page, n: int, street: str, theme: str) -> None:
    eye = part(page, EYE)
    eye.get_by_label(f"Keuze {n}: straat").select_option(street)
    eye.get_by_label(f"Keuze {n}: thema").select_option(theme)


def test_the_lesson_to_its_end(page: Page, lab: Server) -> None:
    open_new(page, lab)
    two = part(page, TWO)
    two.get_by_label("Hoeveel van de honderd wijkteams").focus()
    page.keyboard.press("ArrowLeft")
    two.get_by_role("button", name="Laat zien hoeveel het er zijn").click()
    expect(two.get_by_text("Twee van de honderd.")).to_be_visible()
    shot(page, "collective_two")

    part(page, FILE).get_by_label("Wat hebben deze casussen").fill("Dijkstraat komt vaak terug.")
    expect(part(page, FILE).get_by_role("listitem").first).to_contain_text("week 52")
    part(page, FILE).scroll_into_view_if_needed()
    shot(page, "collective_file")

    rule = part(page, RULE)
    expect(rule.get_by_text("Kies eerst zelf iets op het oog")).to_be_visible()
    expect(rule.locator(".kit-chart")).not_to_be_visible()
    pick(page, 1, "Lindenlaan", "geldzorgen")
    pick(page, 2, "Dijkstraat", "schimmel in huis")
    part(page, EYE).locator(".js-plotly-plot").wait_for()
    part(page, EYE).evaluate("node => node.scrollIntoView()")
    shot(page, "collective_eye")
    expect(rule.get_by_text("Dijkstraat, schimmel in huis: de regel wijst dit ook aan.")).to_be_visible()
    expect(rule.get_by_text("Lindenlaan, geldzorgen: 16 huishoudens").first).not_to_be_attached()
    expect(rule.get_by_text("in een straat van deze grootte", exact=False).first).to_be_attached()
    expect(rule.locator(".js-plotly-plot")).to_be_visible()
    rule.evaluate("node => node.scrollIntoView()")
    shot(page, "collective_rule")

    chance = part(page, CHANCE)
    chance.get_by_role("button", name="Schud de straten").click()
    expect(chance.get_by_text("Hier hoort geen straat bij een thema")).to_be_visible()
    first = chance.locator(".kf-panel").inner_text()
    chance.get_by_role("button", name="Schud de straten").press("Enter")
    expect(chance.locator(".kf-panel")).not_to_have_text(first, use_inner_text=True)
    chance.get_by_role("button", name="Schud 200 keer en tel").click()
    expect(chance.get_by_text("De vuistregel ‘minstens twee keer zoveel als verwacht’ wees in 188")).to_be_visible()
    chance.scroll_into_view_if_needed()
    shot(page, "collective_chance")

    plan = part(page, PLAN)
    plan.get_by_role("radio", name="Dijkstraat, schimmel in huis").check()
    plan.get_by_label("Eerst langsgaan en luisteren").check()
    plan.evaluate("node => node.scrollIntoView()")
    shot(page, "collective_plan")
    plan.get_by_label("Wie maakt dit mee?").fill("De bewoners van de portiekflats.")
    plan.get_by_label("Wat is de eerste stap").fill("Donderdag aanbellen, samen met een collega.")

    years = part(page, YEARS)
    expect(years.get_by_role("slider")).to_have_count(0)
    years.get_by_label("Binnen een half jaar").click()
    slider = years.get_by_role("slider")
    expect(years.get_by_text("In week 39 is de achterstand ingehaald.").first).to_be_visible()
    years.locator(".js-plotly-plot").wait_for()
    years.get_by_role("slider").evaluate("node => node.closest('.kit-lesson').scrollIntoView()")
    shot(page, "collective_years")
    slider.focus()
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    expect(years.get_by_text("zo weinig uren naartoe").first).to_be_visible()
    years.get_by_role("button", name="40 van de 100").click()
    expect(years.get_by_text("te weinig uren over voor wie nu iets vraagt").first).to_be_visible()
    shot(page, "collective_years_much")
    years.get_by_role("button", name="15 van de 100").click()
    years.get_by_label("En dan?").select_option(label="Een pilot, die na een half jaar stopt")
    expect(years.get_by_text("Hier stopt het").first).to_be_visible()
    expect(years.get_by_label("En dan?")).to_have_value("pilot")
    shot(page, "collective_years_pilot")
    years.get_by_label("En dan?").select_option(label="Het gaat door, maar er wacht niemand")
    expect(years.get_by_text("hoeft hier niemand te wachten").first).to_be_visible()

    team = part(page, TEAM)
    team.get_by_role("button", name="Daar ben ik niet voor opgeleid.").press("Enter")
    expect(team.get_by_text("Spierts hoorde dit vaak.")).to_be_visible()
    team.scroll_into_view_if_needed()
    shot(page, "collective_team")
    measure = part(page, MEASURE)
    measure.get_by_label("Weet het team wie er in de wijk wonen").check()
    shot(page, "collective_measure")
    part(page, VISION).get_by_label("over tien of vijftien jaar").fill("Kinderen komen overal langs.")
    page.wait_for_timeout(1000)  # what was on screen for a second is kept
    with page.expect_download() as download:
        part(page, KEEP).get_by_role("button", name="Download").first.click()
    content = download.value.path().read_bytes().decode("utf-8", "replace")
    for line in ("Dijkstraat komt vaak terug.", "Donderdag aanbellen", "Kinderen komen overal langs."):
        assert line in content
    assert "Eerst langsgaan en luisteren" in content and "Weet het team wie er in de wijk wonen" in content
    assert axe(page) == []


def test_it_goes_on_where_it_was_left_until_started_again(page: Page, lab: Server) -> None:
    open_new(page, lab)
    pick(page, 1, "Molenweg", "opvoeden")
    years = part(page, YEARS)
    years.get_by_label("Niet binnen twee jaar").click()
    years.get_by_role("button", name="40 van de 100").click()
    page.wait_for_timeout(1000)
    lab.kernel_of(LESSON).kill()
    wait_for_state(page, "stopped")
    wait_for_state(page)
    expect(part(page, BEGIN).get_by_text("Je gaat verder waar je gebleven was")).to_be_visible()
    expect(part(page, EYE).get_by_label("Keuze 1: straat")).to_have_value("Molenweg")
    expect(part(page, YEARS).get_by_role("slider")).to_have_value("40")
    part(page, PLAN).get_by_role("button", name="Opnieuw beginnen").click()
    part(page, PLAN).get_by_role("button", name="Ja, begin opnieuw").click()
    expect(part(page, EYE).get_by_label("Keuze 1: straat")).to_have_value("")
    expect(part(page, YEARS).get_by_role("slider")).to_have_count(0)


def workbook(rows: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def hand(page: Page, name: str, content: bytes) -> None:
    part(page, OWN).get_by_label("Je register").set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": content}]  # type: ignore[list-item]
    )


def test_a_register_of_ones_own(page: Page, lab: Server) -> None:
    open_new(page, lab)
    own = part(page, OWN)
    rows: list[list[object]] = [["Naam", "Straat", "Thema", "Datum", "Huishouden"]]
    rows += [["Jan", "Dorpsstraat", "schimmel", f"{1 + n}-2-2024", n] for n in range(14)]
    rows += [["Piet", f"Straat {n % 9}", f"thema {n % 7}", f"{1 + n % 28}-3-2024", 100 + n] for n in range(150)]
    rows += [["Els", "Dorpsstraat", "=1+1", "1-4-2024", 3]]
    hand(page, "register.xlsx", workbook(rows))
    expect(own.get_by_text("register.xlsx is gelezen")).to_be_visible()
    expect(own.get_by_label("Je register")).to_have_value(re.compile(r"register\.xlsx$"))
    expect(own.get_by_text("De regel wijst aan: Dorpsstraat, schimmel.").first).to_be_visible()
    own.locator(".js-plotly-plot").wait_for()
    expect(own.get_by_text("Waarom staat er ‘<5’?")).to_be_visible()
    own.evaluate("node => node.scrollIntoView()")
    shot(page, "collective_own")
    assert axe(page) == []
    with page.expect_download() as download:
        own.get_by_role("button", name="Download deze kaart").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    table = list(csv.reader(StringIO(text), delimiter=";"))
    assert "'=1+1" in table[0] and "=1+1" not in table[0]
    assert "Jan" not in text
    assert {cell for row in table[1:] for cell in row[1:]} & {"1", "2", "3", "4"} == set()


def test_a_register_with_faults_is_told_and_can_be_mended(page: Page, lab: Server) -> None:
    open_new(page, lab)
    own = part(page, OWN)
    hand(page, "foto.csv", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)
    expect(own.get_by_text("Er staat: een plaatje.")).to_be_visible()
    lines = ["straat;thema;week;huishouden", "Dorpsstraat;taal;1;1", ";taal;99;2", "Molenweg;taal;3;3"]
    hand(page, "register.csv", "\n".join(lines).encode("cp1252"))
    expect(own.get_by_text("register.csv: er kloppen nog 2 dingen niet.")).to_be_visible()
    expect(own.get_by_text("rij 3, kolom straat")).to_be_visible()
    own.evaluate("node => node.scrollIntoView()")
    shot(page, "collective_own_faults")
    assert axe(page, ".kit-lesson:has(input[type=file])") == []
    own.get_by_role("button", name="Ga verder zonder deze rij").press("Enter")
    expect(own.get_by_text("Vragen: 2, straten: 2, thema’s: 1.")).to_be_visible()
    own.get_by_text("Wat moet er in het bestand staan?").click()
    with page.expect_download() as download:
        own.get_by_role("button", name="Download een voorbeeldbestand").click()
    example = Path(download.value.path()).read_bytes()
    hand(page, "voorbeeld.csv", example)
    expect(own.get_by_text("Vragen: 522, straten: 12")).to_be_visible()


def test_no_table_library_before_the_table(page: Page, lab: Server) -> None:
    """The table at the end is for who wants it, and stands there in view."""
    open_new(page, lab)
    table = page.locator(f"{APP} .kit-own")
    expect(table.get_by_text("les.register.to_frame()")).to_be_visible()
    expect(table.get_by_role("columnheader", name="street")).to_be_visible()


def test_on_a_phone_nothing_sticks_out(page: Page, jupyter_notebook: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_new(page, jupyter_notebook)
    part(page, RULE).get_by_role("button", name="Laat het zien zonder eigen keuze").click()
    part(page, YEARS).get_by_label("Binnen een half jaar").click()
    part(page, YEARS).locator(".js-plotly-plot").wait_for()
    for n, name in ((TWO, "two"), (EYE, "eye"), (RULE, "rule"), (YEARS, "years"), (OWN, "own")):
        part(page, n).evaluate("node => node.scrollIntoView()")
        shot(page, f"collective-390-{name}")
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth") <= 392
    assert title_is_free(page, EYE) and title_is_free(page, RULE)


def title_is_free(page: Page, n: int) -> bool:
    """Whether the title of a chart stands above all names along its axis."""
    foot, top = (
        part(page, n)
        .locator(".kit-chart")
        .evaluate(
            """chart => {
              const box = (it) => it.getBoundingClientRect();
              const names = [...chart.querySelectorAll(".xtick text, .x2tick text")];
              return [box(chart.querySelector(".gtitle")).bottom, Math.min(...names.map((it) => box(it).top))];
            }"""
        )
    )
    return bool(foot <= top + 2)


def test_projected_type_is_large(page: Page, lab: Server) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_new(page, lab)
    part(page, YEARS).get_by_label("Binnen een half jaar").click()
    part(page, YEARS).locator(".js-plotly-plot").wait_for()
    page.get_by_role("button", name="Projecteer").click()
    page.wait_for_timeout(1500)
    sizes = page.eval_on_selector_all(
        f"{APP} .kit-lesson .js-plotly-plot text",
        "nodes => nodes.filter((n) => n.textContent).map((n) => parseFloat(getComputedStyle(n).fontSize))",
    )
    assert min(sizes) >= 28
    for n in (EYE, YEARS):
        assert title_is_free(page, n)
    for n, name in ((EYE, "eye"), (YEARS, "years")):
        part(page, n).locator(".kit-chart").evaluate("node => node.scrollIntoView()")
        shot(page, f"collective-project-{name}")

"""The other cases, played to their ends in the browser: what the walk shows must hold for each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Server, axe, code, notebook, open_app, shot, text
from playwright.sync_api import Page, expect
from test_walk import Walk

from kit.casefile import load_case


@pytest.fixture(scope="module")
def extra_notebooks() -> dict[str, dict[str, object]]:
    return {"casus.ipynb": notebook(text("# Een casus"), code("import kit\nkit.casebook()"))}


@pytest.fixture
def lab_home(lab: Server) -> Iterator[Path]:
    yield lab.kit_home
    for path in (lab.kit_home / "journal").glob("*"):
        path.unlink()


def to_the_board(walk: Walk) -> None:
    """Past the threshold, where the moment has one."""
    if walk.page.locator(".kf-panel-threshold").count():
        walk.page.locator(".kit-walk .kf-panel-threshold .kf-option label").last.click()
    expect(walk.page.locator(".kit-walk .kf-row")).to_be_visible()


@pytest.mark.parametrize("id", ["middelstad", "keukentafel"])
def test_a_case_to_its_end(page: Page, lab: Server, lab_home: Path, id: str) -> None:
    case = load_case(id)
    open_app(page, lab, "casus.ipynb")
    shot(page, "cases-shelf")
    walk = Walk(page)
    walk.take(case.title)
    for heading in ("De casus", "Het dilemma", "Vragen en inleven"):
        walk.on(heading)
    page.locator("summary", has_text="Wie beslist, en wie is verantwoordelijk?").click()
    page.locator(".kit-walk select").first.select_option(index=1)
    page.wait_for_timeout(500)
    shot(page, f"cases-{id}-rollen")
    assert axe(page) == []
    walk.on("Krachten")
    for moment in range(1, 5):
        to_the_board(walk)
        for name, view in (
            ("Verwachtingen", ".kit-expect"),
            ("De context", ".kit-context"),
            ("Krachten", ".kit-board"),
        ):
            if moment > 1 and name != "Krachten":
                continue
            page.locator(".kit-walk .kf-row label", has_text=name).click()
            expect(page.locator(f".kit-walk {view}")).to_be_visible()
            shot(page, f"cases-{id}-{name.split()[-1].lower()}")
            assert axe(page) == [], name
        if moment == 1:
            walk.on("Alternatieven")
        walk.on("Keuze")
        walk.choose(0)
        walk.main.click()
        expect(walk.heading).not_to_have_text("Keuze")
        if walk.heading.text_content() == "Dialoog":
            break
        walk.on("Krachten")
    walk.at("Dialoog")
    walk.on("Afspraken")
    walk.on("Terugblik")
    with page.expect_download() as arriving:
        page.get_by_role("button", name="Download het journaal").click()
    assert case.title in Path(arriving.value.path()).read_text("utf-8")

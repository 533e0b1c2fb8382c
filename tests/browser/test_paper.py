"""A case on paper, as Chromium prints it: a page a side on A4, and nothing to be cut out is split over two sides."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from example import CASE
from harness import watched_page
from playwright.sync_api import Browser, Page

from kit.casefile import list_cases, load_case
from kit.casefile.places import datasets
from kit.paper import case_html

CASES = sorted(list_cases([datasets() / "cases"]))

SIDE = {"width": round((210 - 2 * 14) * 96 / 25.4), "height": round((297 - 13 - 15) * 96 / 25.4)}
"""What the margins of `paper.css` leave of A4, in CSS pixels."""

MEASURE = """() => [...document.querySelectorAll(".sheet")].map(sheet => {
  const box = sheet.getBoundingClientRect();
  const pieces = [...sheet.querySelectorAll(":scope > article")].map(piece => piece.getBoundingClientRect());
  return {
    title: sheet.querySelector("h2").textContent,
    height: box.height,
    above: pieces.length ? pieces[0].top - box.top : 0,
    pieces: pieces.map(piece => piece.height),
    wide: [...sheet.querySelectorAll("*")].filter(it => it.getBoundingClientRect().right > box.right + 1).length,
    small: [...sheet.querySelectorAll("p, li, td, span, small, h3, h4")].filter(
      it => it.textContent.trim() && parseFloat(getComputedStyle(it).fontSize) < 11.3).length,
  };
})"""


@pytest.fixture(scope="module")
def press(browser: Browser) -> Iterator[Page]:
    """A page that shows what would be printed; each test fills it anew."""
    with watched_page(browser) as (page, _witness):
        page.set_viewport_size(SIDE)
        page.emulate_media(media="print")
        yield page


def printed_sides(press: Page) -> int:
    """The sides of the document as Chromium prints it: all of them A4."""
    printed = press.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(float, size)) for size in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)}
    assert sizes and all(size == pytest.approx((595.3, 841.9), abs=1.5) for size in sizes)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def sides(sheet: dict[str, Any]) -> int:
    """The sides a sheet takes where its pieces go to the next side whole."""
    if sheet["height"] <= SIDE["height"]:
        return 1
    n, used = 1, sheet["above"]
    for piece in sheet["pieces"]:
        if used + piece > SIDE["height"]:
            n, used = n + 1, 0.0
        used += piece
    return n


@pytest.mark.browser
@pytest.mark.parametrize("id", CASES)
def test_a_page_a_side(press: Page, id: str) -> None:
    press.set_content(case_html(load_case(id)))
    sheets = press.evaluate(MEASURE)
    # Strips and endings are cut apart: those may go on, each of them whole. All else is one page, one side.
    over = [sheet["title"] for sheet in sheets if sheet["height"] > SIDE["height"]]
    assert set(over) <= {"Wat er daarna gebeurde", "Eindes"}
    assert max(piece for sheet in sheets for piece in sheet["pieces"]) < SIDE["height"]
    assert [sheet["title"] for sheet in sheets if sheet["wide"]] == []
    assert [sheet["title"] for sheet in sheets if sheet["small"]] == []
    assert printed_sides(press) == sum(map(sides, sheets))


@pytest.mark.browser
def test_what_is_cut_out_is_never_split(press: Page) -> None:
    """Three strips of over half a side take three sides whole, and two if they were split."""
    first, *later = CASE.moments
    long = "Je wacht, en het blijft stil. " * 90
    options = tuple(replace(first.options[1], id=id, after=long) for id in ("a", "b", "c"))
    bel = replace(first.options[0], after="")
    press.set_content(case_html(replace(CASE, moments=(replace(first, options=(*options, bel)), *later))))
    sheets = press.evaluate(MEASURE)
    strips = next(sheet for sheet in sheets if sheet["title"] == "Wat er daarna gebeurde")
    assert all(0.5 < piece / SIDE["height"] < 0.8 for piece in strips["pieces"][:3])
    assert sides(strips) == 3 and strips["height"] < 2 * SIDE["height"]
    assert printed_sides(press) == sum(map(sides, sheets))


@pytest.mark.browser
def test_cards_are_alike_and_lie_against_each_other(press: Page) -> None:
    """One cut serves two cards."""
    press.set_content(case_html(load_case("heideland")))
    boxes = press.evaluate(
        """() => [...[...document.querySelectorAll(".sheet")].find(s => s.querySelectorAll(".card").length > 1)
        .querySelectorAll(".card")].map(card => { const b = card.getBoundingClientRect();
        const fold = card.querySelector(".halves > div + div").getBoundingClientRect().left;
        return [b.left, b.top, b.right, b.bottom, fold]; })"""
    )
    assert len(boxes) == 4
    for (left, _top, right, bottom, fold), (_left, top, *_rest) in pairwise(boxes):
        assert fold == pytest.approx((left + right) / 2, abs=2)
        assert top == pytest.approx(bottom, abs=2)

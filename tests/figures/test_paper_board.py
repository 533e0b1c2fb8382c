"""The board to draw on: every line with its words and nothing on it, black on white, whatever a case says."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.figures.paper_board import LEAST, WIDTH, Axis, paper_board_svg

SVG = "{http://www.w3.org/2000/svg}"
AXES = (
    Axis("Wat gaat voor als je het niet zeker weet?", "Veiligheid nu", "Vertrouwen houden"),
    Axis("Wiens kennis weegt?", "Kennis van het gewone leven", "Specialistisch oordeel"),
)


def drawn(axes: tuple[Axis, ...] = AXES, height: float = 800) -> ET.Element:
    return ET.fromstring(paper_board_svg("Krachtenbord", axes, height))


def words(svg: ET.Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


def high(svg: ET.Element) -> float:
    return float((svg.get("viewBox") or "").split()[3])


def test_poles_questions_and_both_sides_of_each_line() -> None:
    shown = words(drawn())
    for axis in AXES:
        assert {axis.left, axis.right, axis.question} <= set(shown)
    assert shown.count("omgeving") == shown.count("jij en je team") == len(AXES)


def test_nothing_pulls_yet() -> None:
    """Two circles only, and both are of the legend: no knot and no actor lies on a line."""
    svg = drawn()
    rule = max(
        float((p.get("d") or "M0 0").split()[1].split("H")[0])
        for p in svg.iter(f"{SVG}path")
        if p.get("stroke-width") == "0.75"
    )
    circles = list(svg.iter(f"{SVG}circle"))
    assert len(circles) == 2
    assert all(float(circle.get("cy") or 0) > rule for circle in circles)


def test_the_legend_names_what_to_draw() -> None:
    shown = " ".join(words(drawn()))
    for name in ("knoop: jouw plek", "dun touw naar de knoop: telt licht", "dik touw naar de knoop: telt zwaar"):
        assert name in shown


def test_a_map_of_expectations_has_signs_of_its_own() -> None:
    shown = words(ET.fromstring(paper_board_svg("Verwachtingenkaart", AXES, 800, "expectations")))
    assert {"gezegd", "aangenomen", "verzwegen"} <= set(shown)
    assert not {"omgeving", "jij en je team", "knoop: jouw plek"} & set(shown)


def test_it_says_the_same_in_words() -> None:
    svg = drawn()
    assert svg.get("role") == "img" and svg[0].text == "Krachtenbord"
    assert (svg[1].text or "").startswith("Lege lijnen om op te tekenen: Veiligheid nu – Vertrouwen houden.")


@pytest.mark.parametrize("n", [1, 2, 3])
def test_it_fills_the_height_it_is_given(n: int) -> None:
    assert high(drawn((AXES * 2)[:n], 900)) == pytest.approx(900, abs=1)


def test_many_lines_are_never_squeezed() -> None:
    assert high(drawn(AXES * 5, 400)) > 10 * LEAST


def test_black_on_white() -> None:
    colours = {value for e in drawn().iter() for name, value in e.attrib.items() if name in {"fill", "stroke"}}
    assert colours == {"none", "#000"}


@given(st.text(max_size=60), st.text(max_size=200), st.text(max_size=60))
def test_any_words(left: str, question: str, right: str) -> None:
    svg = drawn((Axis(question, left, right),))
    assert all(0 <= float(text.get("x") or -1) <= WIDTH for text in svg.iter(f"{SVG}text"))
    assert all(0 < float(text.get("y") or -1) < high(svg) for text in svg.iter(f"{SVG}text"))

"""The board on paper: well-formed whatever a case says, and the same story as on screen."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from board_cases import KNOWLEDGE, SAFETY, TENSIONS, made
from hypothesis import given
from hypothesis import strategies as st

from kit.case import Case, Force, Pole, Tension
from kit.figures.board_svg import board_svg
from kit.figures.theme import actor_colours

SVG = "{http://www.w3.org/2000/svg}"
HERE = {"veiligheid": 0.05, "kennis": -0.35}


def drawn(case: Case, forces: tuple[Force, ...] | None = None, width: float = 720) -> ET.Element:
    moment = case.moments[0]
    return ET.fromstring(board_svg(case, moment, moment.forces if forces is None else forces, HERE, width))


def words(svg: ET.Element) -> list[str]:
    return [element.text or "" for element in svg.iter(f"{SVG}text")]


def test_says_who_and_what() -> None:
    case = made()
    shown = words(drawn(case))
    for expected in ("Veiligheid nu", "Specialistisch oordeel", "Wiens kennis weegt?", "Jeugdbescherming", "omgeving"):
        assert expected in shown
    assert shown.count("Het kind") == 2
    assert shown.count("midden van het veld") == 2


def test_title_and_description() -> None:
    svg = drawn(made(SAFETY))
    assert svg.get("role") == "img"
    assert [child.tag for child in svg][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert svg[0].text == "Krachtenbord: Eén"
    assert svg[1].text is not None
    assert svg[1].text.startswith("Veiligheid nu – Vertrouwen houden. Jouw knoop: in het midden.")
    assert "Vader: dicht bij ‘Vertrouwen houden’, telt mee." in svg[1].text


def ropes(svg: ET.Element, colour: str) -> list[float]:
    paths = [p for p in svg.iter(f"{SVG}path") if p.get("stroke") == colour and "C" in (p.get("d") or "")]
    return [float(p.get("stroke-width") or 0) for p in paths]


def test_thickness_alone_is_strength() -> None:
    case = made(SAFETY)
    colours = actor_colours(case)
    thick = {force.actor: ropes(drawn(case), colours[force.actor].light) for force in SAFETY}
    assert all(len(found) == 1 for found in thick.values())
    by_strength = sorted(SAFETY, key=lambda force: force.strength)
    assert [thick[f.actor][0] for f in by_strength] == sorted(thick[f.actor][0] for f in by_strength)
    none = drawn(case, tuple(replace(force, strength=0) for force in SAFETY))
    assert all(ropes(none, colours[force.actor].light) == [] for force in SAFETY)


def test_without_a_place_there_is_no_knot() -> None:
    case = made()
    svg = ET.fromstring(board_svg(case, case.moments[0], SAFETY + KNOWLEDGE, {"veiligheid": 0.2}))
    knots = [c for c in svg.iter(f"{SVG}circle") if c.get("r") == "15"]
    assert len(knots) == 1
    assert words(svg).count("Wiens kennis weegt?") == 1


@pytest.mark.parametrize("width", [320, 480, 720, 1000])
def test_labels_keep_off_each_other(width: float) -> None:
    svg = drawn(made(), width=width)
    pills = [r for r in svg.iter(f"{SVG}rect") if r.get("rx")]
    boxes = [tuple(float(r.get(name) or 0) for name in ("x", "y", "width", "height")) for r in pills]
    assert len(boxes) == 16
    for i, (x, y, w, h) in enumerate(boxes):
        assert x >= 0
        assert x + w <= width
        for x2, y2, w2, h2 in boxes[i + 1 :]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_a_long_name_is_cut_and_told_in_full() -> None:
    long = "De regionale samenwerkingsorganisatie voor gespecialiseerde jeugdhulp en veiligheid"
    svg = drawn(made(SAFETY, names={"vader": long}), width=320)
    assert any(text.endswith("…") and long.startswith(text[:-1]) for text in words(svg))
    assert long in [element.text for element in svg.iter(f"{SVG}title")]


def test_self_contained() -> None:
    case = made()
    svg = board_svg(case, case.moments[0], SAFETY, HERE)
    assert not re.search(r"href|url\(|@import|<style|<script|<foreignObject|\son\w+=", svg)
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]


@given(st.text(), st.text(), st.floats(-1, 1), st.sampled_from([0.0, 0.01, 0.5, 1.0]))
def test_any_text_is_well_formed(text: str, other: str, toward: float, strength: float) -> None:
    nasty = f"<script>alert(1)</script>]]>&\"'{text}"
    tension = Tension(id="t", question=nasty, left=Pole(name=other or "x"), right=Pole(name=nasty))
    forces = tuple(Force(actor, "t", toward, strength, nasty) for actor in ("vader", "team"))
    case = made(forces, names={"vader": nasty, "team": other or "x"}, tensions=(tension,))
    case = replace(case, moments=(replace(case.moments[0], title=nasty),))
    svg = ET.fromstring(board_svg(case, case.moments[0], forces, {"t": -toward}))
    assert not list(svg.iter(f"{SVG}script"))
    assert {element.tag for element in svg.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "path", "circle", "text", "g")
    }


def test_the_poles_are_wrapped() -> None:
    tension = replace(TENSIONS[0], left=Pole(name="Een lange naam voor een pool die niet op één regel past, echt niet"))
    case = made(SAFETY, tensions=(tension,))
    assert "Een lange naam voor een" in " ".join(words(drawn(case, width=360)))
    assert tension.left.name not in words(drawn(case, width=360))

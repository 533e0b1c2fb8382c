"""The influence–dependence map: the model's numbers in the right corners, names that keep off each other, no markup."""

import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import pytest
from context_cases import CONTEXT, large

from kit.case import YOU, Influence
from kit.figures.influence_map import (
    NAMED,
    InfluencePoint,
    InfluencePoints,
    influence_figure,
    influence_points,
    name_places,
)
from kit.figures.theme import ACCENT
from kit.models.influence import InfluenceNetwork

NETWORK = InfluenceNetwork(CONTEXT.influences)


def test_points_are_the_model_s() -> None:
    shown = influence_points(CONTEXT, NETWORK)
    model = NETWORK.map()
    assert {p.id: (p.influence, p.dependence) for p in shown.points} == {
        id: (point.influence, point.dependence) for id, point in model.items()
    }
    assert shown.points[0].id == YOU
    assert shown.points[0].colour == ACCENT
    for point in shown.points:
        assert (point.influence >= shown.influence) == model[point.id].influential
        assert (point.dependence >= shown.dependence) == model[point.id].dependent
    says = {p.name: p.says for p in shown.points}
    assert says["De krant"] == "Bepalen veel, ondergaan weinig"
    assert says["Moeder"] == "Ondergaan veel, bepalen weinig"


def test_one_normaliser_compares_two_networks() -> None:
    after = NETWORK.changed(YOU, "gemeente", 0.9)
    by = max(NETWORK.normaliser, after.normaliser)
    before, now = (influence_points(CONTEXT, one, by).points[0].influence for one in (NETWORK, after))
    assert now > before


def test_a_stranger_is_told() -> None:
    with pytest.raises(KeyError, match="no actor 'vreemde'; there are"):
        influence_points(CONTEXT, InfluenceNetwork([Influence("vreemde", YOU, 0.5)]))


def test_the_figure_shows_words_and_no_numbers() -> None:
    figure = influence_figure(influence_points(CONTEXT, NETWORK))
    (trace,) = figure.data
    assert next(iter(trace.customdata)) == "Jij: Bepalen veel en ondergaan veel"
    assert trace.hovertemplate == "%{customdata}<extra></extra>"
    assert not figure.layout.xaxis.showticklabels
    assert not figure.layout.yaxis.showticklabels
    assert {note.text for note in figure.layout.annotations} == {
        "Bepalen veel, ondergaan weinig",
        "Bepalen veel en ondergaan veel",
        "Ondergaan veel, bepalen weinig",
        "Bepalen weinig en ondergaan weinig",
    }
    assert set(trace.text) == {"Jij", *(actor.name for actor in CONTEXT.actors if actor.id in NETWORK.nodes)}


def test_dark() -> None:
    light, dark = (influence_figure(influence_points(CONTEXT, NETWORK), dark) for dark in (False, True))
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor
    assert dark.data[0].marker.color[0] == ACCENT.dark


def test_a_name_is_no_markup() -> None:
    nasty = replace(CONTEXT.actors[0], name="<b>Kind</b> & <a href='x'>")
    case = replace(CONTEXT, actors=(nasty, *CONTEXT.actors[1:]))
    told = influence_figure(influence_points(case, NETWORK)).to_json()
    assert "<b>Kind" not in told
    assert "&lt;b&gt;Kind" in told or "\\u0026lt;b\\u0026gt;Kind" in told


def boxes(shown: InfluencePoints) -> list[tuple[float, float, float, float]]:
    """Where names stand, worked out anew: 8 px a letter on the 760 by 440 px that the axes span."""
    most_x, most_y = (max(getattr(p, name) for p in shown.points) for name in ("dependence", "influence"))
    found = []
    for point, place in zip(shown.points, name_places(shown), strict=True):
        if place is None:
            continue
        x, y = point.dependence / most_x * 760 / 1.24, point.influence / most_y * 440 / 1.24
        half = len(point.name) * 4
        up = 20 if "top" in place else -20 if "bottom" in place else 0
        right = half + 10 if "right" in place else -half - 10 if "left" in place else 0
        found.append((x + right - half, y + up - 8, x + right + half, y + up + 8))
    return found


@pytest.mark.parametrize("case", [CONTEXT, large()], ids=["small", "large"])
def test_names_keep_off_each_other(case: object) -> None:
    shown = influence_points(case, InfluenceNetwork(case.influences))  # type: ignore[attr-defined, arg-type]
    placed = boxes(shown)
    assert 0 < len(placed) <= NAMED
    assert [pair for pair in combinations(placed, 2) if over(*pair)] == []


def over(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_in_one_place_only_some_have_a_name() -> None:
    heap = tuple(InfluencePoint(str(i), f"Partij {i}", 0.5, 0.5, "", ACCENT) for i in range(20))
    placed = name_places(InfluencePoints(heap, 0.5, 0.5))
    assert any(placed)
    assert None in placed


def test_nothing_to_show() -> None:
    shown = influence_points(CONTEXT, InfluenceNetwork([], [YOU]))
    assert [point.says for point in shown.points] == ["Bepalen veel en ondergaan veel"]
    assert len(influence_figure(shown).data) == 1
    assert name_places(InfluencePoints((), 0.0, 0.0)) == ()


def test_plotly_loads_late() -> None:
    code = "import sys, kit.figures.influence_map; print('plotly' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"

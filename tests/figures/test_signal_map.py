"""The signal map: numbers in the right cells, signals and picks marked, small numbers small, no markup."""

import subprocess
import sys
from random import Random

import pytest

from kit.figures.signal_map import (
    FULL,
    MOST_STREETS,
    MOST_THEMES,
    MapChart,
    map_chart,
    map_figure,
    map_said,
)
from kit.figures.theme import ACCENT, INK
from kit.models.register import SEED, Register, Request, made_up
from kit.models.signal import read_signals

REGISTER = made_up(Random(SEED))
SIGNALS = read_signals(REGISTER)
PICKS = [("Lindenlaan", "geldzorgen"), ("Dijkstraat", "schimmel in huis")]


def at(chart: MapChart, street: str, theme: str) -> tuple[int, int]:
    return chart.streets.index(street), chart.themes.index(theme)


def test_each_cell_holds_its_distinct_households() -> None:
    chart = map_chart(REGISTER, "Titel")
    assert chart.counted and chart.left == (0, 0)
    for street in chart.streets:
        for theme in chart.themes:
            r, c = at(chart, street, theme)
            many = REGISTER.households.get((street, theme), 0)
            assert chart.cells[r][c] == (str(many) if many else "")
            assert chart.values[r][c] == (many or None)
            assert chart.told[r][c] == f"{street}, {theme}: {many} {'huishouden' if many == 1 else 'huishoudens'}."


def test_maps_beside_each_other_share_their_colours_until_one_has_more() -> None:
    assert map_figure(map_chart(REGISTER, "Titel")).data[0].zmax == FULL
    many = Register(tuple(Request(1, "a", "x", n) for n in range(400)))
    assert map_figure(map_chart(many, "Titel")).data[0].zmax == 400


def test_names_of_columns_stand_in_turns_low_and_high() -> None:
    """Beside each other they would be turned on a narrow page, into the title."""
    figure = map_figure(map_chart(REGISTER, "Titel"))
    names = figure.layout.xaxis.ticktext
    assert figure.layout.xaxis.tickangle == 0
    assert [name.endswith("\u00a0") for name in names] == [False, True] * 4
    assert "schimmel in<br>huis<br>\u00a0" in names
    one = map_figure(map_chart(Register((Request(1, "a", "x", 1),)), "Titel"))
    assert one.layout.xaxis.ticktext == ("x",)
    assert one.layout.margin.t < figure.layout.margin.t, "no room for lines that are not there"


def test_signals_and_picks_are_marked_in_the_text_and_by_an_outline() -> None:
    chart = map_chart(REGISTER, "Titel", PICKS, SIGNALS)
    assert {(chart.streets[r], chart.themes[c]) for r, c in chart.signals} == {
        (cell.street, cell.theme) for cell in SIGNALS.signals
    }
    r, c = at(chart, *PICKS[1])
    assert chart.cells[r][c] == "②◆ 15"
    assert chart.told[r][c] == "Dijkstraat, schimmel in huis: 15 huishoudens. Volgens de regel een signaal."
    r, c = at(chart, *PICKS[0])
    assert chart.cells[r][c] == "① 16"
    shapes = map_figure(chart).layout.shapes
    assert [shape.line.color for shape in shapes] == [INK.light] * 3 + [ACCENT.light] * 2
    assert [shape.line.dash for shape in shapes] == [None] * 3 + ["dot"] * 2


def test_nothing_is_marked_before_it_is_asked() -> None:
    chart = map_chart(REGISTER, "Titel")
    assert (chart.signals, chart.picks) == ((), ())
    assert not any("◆" in text for row in chart.cells for text in row)


def test_small_numbers_are_told_as_small_and_look_alike() -> None:
    chart = map_chart(REGISTER, "Titel", signals=SIGNALS, small=True)
    few = {
        (chart.cells[r][c], chart.values[r][c], chart.told[r][c].rpartition(": ")[2])
        for r, street in enumerate(chart.streets)
        for c, theme in enumerate(chart.themes)
        if 0 < REGISTER.households.get((street, theme), 0) < 5
    }
    assert few == {("<5", 2.5, "<5 huishoudens.")}
    assert chart.cells[0][chart.themes.index("geldzorgen")] == "16"
    drawn = {text for row in map_figure(chart).data[0].text for text in row}
    assert "&lt;5" in drawn and "<5" not in drawn


def test_requests_where_households_are_unknown() -> None:
    chart = map_chart(Register((Request(1, "a", "x", None),) * 7), "Titel")
    assert not chart.counted
    assert chart.told == (("a, x: 7 vragen.",),)


def test_of_a_large_register_the_signals_are_drawn_and_it_says_what_is_not() -> None:
    rows = [Request(1, f"straat {s}", f"thema {t}", s * 1000 + t) for s in range(60) for t in range(30)]
    rows += [Request(1, "zzz", "yyy", 10**6 + n) for n in range(20)]
    register = Register(tuple(rows))
    chart = map_chart(register, "Titel", signals=read_signals(register))
    assert (len(chart.streets), len(chart.themes)) == (MOST_STREETS, MOST_THEMES)
    assert "zzz" in chart.streets and "yyy" in chart.themes
    assert len(chart.signals) == 1
    assert chart.left == (61 - MOST_STREETS, 31 - MOST_THEMES)
    assert "Niet getekend is wat de minste vragen heeft (straten: 41, thema’s: 19)." in map_said(chart)


def test_what_is_to_be_seen_in_a_sentence() -> None:
    assert map_said(map_chart(REGISTER, "Titel")) == (
        "Het volst op deze kaart: Lindenlaan, geldzorgen: 16 huishoudens. Molenweg, geldzorgen: 16 huishoudens."
        " Lindenlaan, opvoeden: 15 huishoudens."
    )
    assert map_said(map_chart(REGISTER, "Titel", signals=SIGNALS)).endswith(
        "De regel wijst aan: Beukenhof, mantelzorg; Dijkstraat, schimmel in huis; Torenplein, formulieren."
    )
    assert map_said(map_chart(Register(()), "Titel")) == "Er staat nog niets op deze kaart."


def test_a_name_is_no_markup() -> None:
    nasty = "<b>Straat</b> & <a href='x'>"
    register = Register(tuple(Request(1, nasty, nasty, n) for n in range(6)))
    told = map_figure(map_chart(register, nasty, signals=read_signals(register))).to_json()
    assert "<b>Straat" not in told and "<a href" not in told
    assert "\\u003cb\\u003e" not in told and "\\u003ca " not in told


def test_no_red_no_green_and_dark_is_dark() -> None:
    light, dark = (map_figure(map_chart(REGISTER, "Titel"), dark) for dark in (False, True))
    for figure in (light, dark):
        for _at, colour in figure.data[0].colorscale:
            r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
            assert b >= max(r, g) - 1, "one hue, from paper to blue"
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    r, g, b = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("dark", [False, True])
def test_a_number_can_be_read_in_every_cell(dark: bool) -> None:
    heat = map_figure(map_chart(REGISTER, "Titel"), dark).data[0]
    ink = luminance(heat.textfont.color)
    for _at, colour in heat.colorscale:
        high, low = sorted((ink, luminance(colour)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_nothing_to_draw() -> None:
    assert map_figure(map_chart(Register(()), "Titel")).layout.height > 0


@pytest.mark.parametrize("module", ["signal_map", "two_years", "two_years_words", "dots_svg"])
def test_plotly_loads_late(module: str) -> None:
    code = f"import sys, kit.figures.{module}; print('plotly' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_drawing_needs_no_table_library() -> None:
    code = (
        "import sys; from random import Random; from kit.models.register import made_up;"
        " from kit.figures.signal_map import map_chart, map_figure; map_figure(map_chart(made_up(Random(1)), 'x'));"
        " print([m for m in ('numpy', 'pandas') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"

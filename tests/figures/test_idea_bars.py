"""The ideas of a group as bars: what is drawn, in which order, what small numbers keep, and what is said."""

import pytest
from figures.test_theme import contrast
from hypothesis import given
from hypothesis import strategies as st

from kit.figures.group_words import LEAST, many_of_words, many_words, rest_words
from kit.figures.idea_bars import MOST, Idea, idea_bars, idea_bars_said, idea_figure
from kit.figures.theme import ACCENT, EDGE, PAPER

IDEAS = [
    Idea(1, "Denkt dat stil rust is.", 1, 20),
    Idea(2, "Houdt het midden voor goed.", 12, 22),
    Idea(2, "Vergeet wie er niet bij is.", 3, 22),
    Idea(4, "Leest een rij als een rangorde.", 4, 4),
]


# words


@pytest.mark.parametrize(
    ("count", "small", "exact"),
    [(0, "niemand", "niemand"), (1, "minder dan 5", "1"), (4, "minder dan 5", "4"), (5, "5", "5"), (30, "30", "30")],
)
def test_small_numbers_are_small(count: int, small: str, exact: str) -> None:
    assert (many_words(count), many_words(count, exact=True)) == (small, exact)


def test_out_of_how_many() -> None:
    assert many_of_words(8, 22) == "8 van de 22"
    assert many_of_words(2, 22) == "minder dan 5 van de 22"
    assert many_of_words(2, 22, exact=True) == "2 van de 22"
    assert many_of_words(22, 22) == "alle 22"


@pytest.mark.parametrize(
    ("count", "whole", "told"),
    [
        (20, 20, "iedereen"),
        (18, 20, "bijna iedereen"),
        (16, 20, "bijna iedereen"),
        (15, 20, "15"),
        (3, 20, "minder dan 5"),
        (0, 20, "niemand"),
        (4, 5, "een deel"),
        (1, 8, "een deel"),
        (1, 9, "minder dan 5"),
        (8, 9, "bijna iedereen"),
        (3, 4, ""),
        (0, 0, ""),
    ],
)
def test_what_is_left_over_is_not_told_either(count: int, whole: int, told: str) -> None:
    assert rest_words(count, whole) == told


def test_what_is_left_over_of_the_others() -> None:
    told = [rest_words(n, 20, others=True) for n in (0, 3, 10, 17, 20)]
    assert told == ["niemand", "minder dan 5", "10", "bijna alle anderen", "alle anderen"]
    assert rest_words(3, 7, others=True) == "een deel van de anderen"


def test_asked_for_it_is_told_exactly() -> None:
    assert [rest_words(n, 4, exact=True) for n in range(5)] == ["niemand", "1", "2", "3", "iedereen"]


@given(whole=st.integers(0, 40), data=st.data())
def test_no_small_number_can_be_read_off(whole: int, data: st.DataObject) -> None:
    """Neither of those who are counted, nor of those who are not: several numbers give the same words."""
    count = data.draw(st.integers(0, whole))
    same = [n for n in range(whole + 1) if rest_words(n, whole) == rest_words(count, whole)]
    if 0 < count < LEAST or 0 < whole - count < LEAST:
        assert len(same) >= LEAST - 1 or not rest_words(count, whole)


# what is drawn


def test_the_most_first_and_small_ones_in_the_order_of_the_set() -> None:
    chart = idea_bars(IDEAS)
    assert [(bar.where, bar.text) for bar in chart.bars] == [
        ("Opgave 2", "Houdt het midden voor goed."),
        ("Opgave 1", "Denkt dat stil rust is."),
        ("Opgave 2", "Vergeet wie er niet bij is."),
    ]
    assert [(bar.length, bar.small, bar.said) for bar in chart.bars] == [
        (12, False, "12 van de 22"),
        (2.5, True, "minder dan 5 van de 20"),
        (2.5, True, "minder dan 5 van de 22"),
    ]


def test_who_asks_for_it_sees_small_numbers() -> None:
    chart = idea_bars(IDEAS, exact=True)
    assert [(bar.length, bar.small) for bar in chart.bars] == [(12, False), (4, False), (3, False), (1, False)]


def test_more_than_one_looks_at_stands_in_the_table() -> None:
    chart = idea_bars([Idea(n, "Denkt dit.", 10 + n, 40) for n in range(MOST + 2)])
    assert (len(chart.bars), chart.left) == (MOST, 2)
    assert chart.bars[0].where == f"Opgave {MOST + 1}"
    assert idea_bars_said(chart).endswith("Nog 2 staan in de tabel.")


def test_it_says_what_it_shows() -> None:
    assert idea_bars_said(idea_bars(IDEAS[:2])) == (
        "Ideeën in deze groep. Opgave 2: Houdt het midden voor goed (12 van de 22). "
        "Opgave 1: Denkt dat stil rust is (minder dan 5 van de 20)."
    )


def test_the_figure() -> None:
    figure = idea_figure(idea_bars(IDEAS))
    frames, filled = figure.data
    assert tuple(frames.x) == (22, 20, 22)
    assert tuple(filled.x) == (12, 2.5, 2.5)
    assert tuple(filled.marker.pattern.shape) == ("", "/", "/"), "told apart without their colour"
    assert filled.marker.line.color == ACCENT.light
    assert [note.text for note in figure.layout.annotations] == [
        "<b>12 van de 22</b> · Opgave 2<br>Houdt het midden voor goed.",
        "<b>minder dan 5 van de 20</b> · Opgave 1<br>Denkt dat stil rust is.",
        "<b>minder dan 5 van de 22</b> · Opgave 2<br>Vergeet wie er niet bij is.",
    ]
    assert not figure.layout.hovermode
    assert figure.layout.font.size >= 18
    low, top = figure.layout.yaxis.range
    assert top == 0 and all(low < y < 0 for y in filled.y)
    assert figure.layout.height == pytest.approx(-low + 84, abs=1), "a unit of the axis is a pixel"


def test_light_and_dark() -> None:
    light, dark = (idea_figure(idea_bars(IDEAS), dark) for dark in (False, True))
    assert (light.data[1].marker.line.color, dark.data[1].marker.line.color) == (ACCENT.light, ACCENT.dark)
    for colour in (ACCENT, EDGE):
        assert contrast(colour.light, PAPER.light) >= 3
        assert contrast(colour.dark, PAPER.dark) >= 3


def test_words_of_a_file_are_no_markup() -> None:
    assert "<i>" not in idea_figure(idea_bars([Idea(1, "<i>Denkt dit</i>", 9, 9)])).to_json()


def test_nothing_to_draw_is_a_figure_too() -> None:
    assert idea_figure(idea_bars([])).layout.height > 0

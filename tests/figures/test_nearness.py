"""Nearness as bars and in words: what is drawn, what is said, and that distance is never a reproach."""

import subprocess
import sys
from itertools import pairwise

import pytest
from figures.test_theme import contrast
from hypothesis import given
from hypothesis import strategies as st

from kit.figures.nearness_bars import NearnessBar, NearnessBars, nearness_bars, nearness_figure
from kit.figures.nearness_words import (
    carried_words,
    changes_words,
    complex_words,
    continuity_words,
    demarcation_words,
    form_words,
    frame_words,
    heaviest_words,
    left_names,
    left_words,
    near_words,
    pull_words,
    reading_sentences,
)
from kit.figures.theme import ACCENT, MUTED, PAPER
from kit.models.proximity import FORMS, Buffers, Nearness, Reading, read

BUFFERS = Buffers(0.5, 0.5, 0.5)


def team(near: float = 0.8, complexity: float = 0.5, buffers: Buffers = BUFFERS) -> Reading:
    return read([Nearness(form, near, complexity) for form in FORMS], buffers)


SEEN = read([Nearness("physical", 0.8, 0.5), Nearness("civil", 1, 0.9)], BUFFERS)


# what is drawn


def test_each_form_has_a_bar_of_two_parts() -> None:
    chart = nearness_bars(SEEN)
    assert [bar.name for bar in chart.bars] == [words.name for words in form_words().values()]
    assert chart.bars[0] == NearnessBar("Fysieke nabijheid", pytest.approx(0.2), pytest.approx(0.2))
    assert chart.bars[1].left == chart.bars[1].carried == 0
    assert nearness_bars(SEEN, "Van ons?").title == "Van ons?"


def test_the_figure() -> None:
    figure = nearness_figure(nearness_bars(SEEN))
    left, carried = figure.data
    assert left.x == pytest.approx((0.2, 0, 0, 0.45, 0), abs=1e-3)
    assert carried.x == left.x, "half is borne"
    assert figure.layout.barmode == "stack"
    assert carried.marker.pattern.shape == "/", "told apart without its colour"
    assert figure.layout.font.size >= 16
    assert figure.layout.title.text.endswith("?")
    assert not figure.layout.xaxis.showticklabels
    assert not figure.layout.hovermode
    assert figure.layout.xaxis.range == (0, 1), "it stays where it is while a slider moves"
    assert figure.layout.yaxis.autorange == "reversed", "the first form stands at the top"


def test_light_and_dark() -> None:
    light, dark = (nearness_figure(nearness_bars(SEEN), dark) for dark in (False, True))
    assert (light.data[0].marker.color, dark.data[0].marker.color) == (ACCENT.light, ACCENT.dark)
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor
    for colour in (ACCENT, MUTED):
        assert contrast(colour.light, PAPER.light) >= 3
        assert contrast(colour.dark, PAPER.dark) >= 3


def test_a_name_is_no_markup() -> None:
    told = nearness_figure(NearnessBars("<b>?", (NearnessBar("<i>x</i>", 0.1, 0.1),))).to_json()
    assert "<b>" not in told
    assert "<i>" not in told


def test_plotly_loads_late_and_brings_no_tables() -> None:
    code = (
        "import sys\n"
        "from kit.figures import nearness_bars as n\n"
        "from kit.models.proximity import Buffers, Nearness, read\n"
        "print('plotly' in sys.modules)\n"
        "n.nearness_figure(n.nearness_bars(read([Nearness('civil', 1, 1)], Buffers(0, 0, 0))))\n"
        "print({'numpy', 'pandas'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split("\n")[:2] == ["False", "set()"]


# what is said


def test_five_forms_each_with_who_says_so() -> None:
    words = form_words()
    assert tuple(words) == FORMS
    assert len({it.name for it in words.values()}) == 5
    # Of two forms the report tells what is complex, of one another interview; the other examples are ours, and say so.
    report = [form for form, it in words.items() if it.told.startswith("Naar het verslag")]
    assert report == ["physical", "interprofessional"]
    assert [form for form, it in words.items() if "Verweij" in it.told] == ["civil"]
    assert all("voorbeeld van ons" in words[form].told for form in ("network", "government"))


def test_a_team_in_sentences() -> None:
    assert reading_sentences(SEEN, BUFFERS.carried) == [
        "Het meeste komt op mensen neer bij: Met burgers.",
        "Van wat er gevraagd wordt, dragen kader, afbakening en continuïteit ongeveer de helft.",
        "Er is hier iets dat om afstand vraagt.",
    ]


def test_where_nothing_is_asked_nothing_is_said_of_bearing() -> None:
    for nothing in (read([], BUFFERS), team(near=0), team(complexity=0)):
        (said,) = reading_sentences(nothing, BUFFERS.carried)
        assert said.startswith("Er wordt nog niets gevraagd.")


def test_full_buffers_leave_no_heaviest() -> None:
    assert heaviest_words(team(buffers=Buffers(1, 1, 1))) == ""
    assert heaviest_words(team()) == "Bij alle vijf komt er evenveel op mensen neer."


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (team(near=0.1), "bijna niets"),
        (team(near=0.6), "iets dat om afstand"),
        (team(near=0.9), "nogal wat"),
        (team(near=1, complexity=1, buffers=Buffers(0, 0, 0)), "houdt het zo misschien vol"),
    ],
)
def test_how_much_asks_for_distance(reading: Reading, said: str) -> None:
    assert said in pull_words(reading)


def test_no_word_reproaches_or_grades() -> None:
    readings = [
        team(near, complexity, Buffers(b, b, b)) for near in (0, 0.5, 1) for complexity in (0.3, 1) for b in (0, 1)
    ]
    said = " ".join(sentence for reading in readings for sentence in reading_sentences(reading, 0.5)).lower()
    said += " ".join(continuity_words(value) for value in (0, 0.5, 0.7, 1)).lower()
    for word in ("fout", "slecht", "goed", "onvoldoende", "te veel", "moet", "beter", "schuld"):
        assert word not in said.split(), word


def test_no_word_of_a_reading_has_a_number() -> None:
    for part in (0, 0.3, 0.6, 0.9):
        for sentence in reading_sentences(team(near=part, buffers=Buffers(part, part, part)), part):
            assert not any(character.isdigit() for character in sentence)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_is_never_told_as_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    names = left_names()
    assert names.index(left_words(low)) <= names.index(left_words(high))


def test_words_of_a_slider_differ() -> None:
    for words in (near_words(), complex_words(), frame_words(), demarcation_words(), left_names()):
        assert len(set(words)) == 4
    borne = [carried_words(part) for part in (0, 0.3, 0.5, 0.9)]
    assert all(a != b for a, b in pairwise(borne))


def test_changes_in_a_sentence() -> None:
    told = changes_words((4, 3, 3))
    assert told.startswith("4 teamleiders en 3 verhuizingen in 3 jaar. Er veranderde steeds iets.")
    assert changes_words((1, 0, 1)) == "1 teamleider en 0 verhuizingen in 1 jaar. Er veranderde bijna niets."
    # One move in five years is hardly anything; but the place did not stay.
    assert changes_words((1, 1, 5)) == "1 teamleider en 1 verhuizing in 5 jaar. Er veranderde bijna niets."
    assert "af en toe" in changes_words((2, 0, 2))
    assert "geregeld" in changes_words((2, 1, 2))
    assert changes_words(None) == ""

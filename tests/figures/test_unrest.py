"""A year of unrest: what is drawn, what is said, and that neither judges nor pretends to a forecast."""

import subprocess
import sys
from itertools import pairwise
from random import Random

import pytest
from figures.test_theme import contrast
from hypothesis import given
from hypothesis import strategies as st

from kit.figures.theme import ACCENT, PAPER, Colour
from kit.figures.unrest_band import (
    CARD,
    RELATIONS,
    Line,
    UnrestChart,
    causes_chart,
    ends,
    mix_chart,
    styles_chart,
    unrest_figure,
)
from kit.figures.unrest_words import (
    LEVELS,
    crossing_words,
    early_words,
    late_words,
    left_words,
    level_names,
    level_words,
    mean_words,
    mix_sentences,
    mix_words,
    spread_words,
    style_sentences,
    sure_words,
    when_words,
)
from kit.models.working_style import Assumptions, compare, draw, simulate

CHANCES = draw(Random(0), runs=60)
SEEN = compare(CHANCES)
NO_CAUSE = compare(CHANCES, Assumptions(cause=0))
SLOW_CARD = compare(CHANCES, Assumptions(relief=0))
"""A card that does nothing: relations are calmer from the start."""


# what is drawn


def test_both_styles_with_their_bands() -> None:
    chart = styles_chart(SEEN)
    assert [line.name for line in chart.lines] == ["de kaart", "relaties"]
    assert chart.lines[0].values == SEEN.pragmatic_year.unrest.median
    assert chart.lines[1].band == SEEN.relational_year.unrest
    assert len({line.colour for line in chart.lines}) == len({line.dash for line in chart.lines}) == 2
    assert chart.marked == 31
    assert styles_chart(NO_CAUSE).marked is None


def test_what_lies_under_it_has_a_chart_of_its_own() -> None:
    chart = causes_chart(SEEN)
    assert [line.values for line in chart.lines] == [
        SEEN.pragmatic_year.cause.median,
        SEEN.relational_year.cause.median,
    ]
    assert "onrust" not in chart.title


def test_a_mix_is_the_learner_s() -> None:
    year = simulate(0.4, CHANCES)
    unrest, cause = mix_chart(year).lines
    assert (unrest.colour, unrest.band) == (ACCENT, year.unrest)
    assert (cause.values, cause.band, cause.dash) == (year.cause.median, None, "dot")


def test_the_axis_holds_all_that_is_drawn_and_stays_where_it_is_told_to() -> None:
    wild = simulate(0.9, CHANCES, Assumptions(noise=1, unrest=1))
    assert mix_chart(wild).top == 1
    assert mix_chart(wild, top=0.7).top == 0.7
    assert mix_chart(simulate(0.5, CHANCES)).top == 0.7


def test_the_figure() -> None:
    figure = unrest_figure(styles_chart(SEEN))
    # Two rims and a line for each style, the lines above all bands.
    assert [trace.fill for trace in figure.data] == [None, "tonexty", None, "tonexty", None, None]
    assert [trace.line.width for trace in figure.data] == [1, 1, 1, 1, 4, 4]
    assert figure.data[4].y == tuple(round(value, 3) for value in SEEN.pragmatic_year.unrest.median)
    assert figure.data[1].y[52] == round(SEEN.pragmatic_year.unrest.high[52], 3)
    assert figure.layout.font.size >= 16
    assert figure.layout.title.text.endswith("?")
    assert {note.text for note in figure.layout.annotations} == {"de kaart", "relaties", "hier kruisen de lijnen"}


def test_nothing_on_the_axes_but_words_and_weeks() -> None:
    figure = unrest_figure(styles_chart(SEEN, top=1.0))
    assert figure.layout.xaxis.ticktext == ("nu", "13", "26", "39", "52")
    assert figure.layout.yaxis.ticktext == ("bijna geen", "weinig", "enige", "nogal wat", "veel", "heel veel")
    assert not figure.layout.hovermode, "no numbers to be read off"
    places = figure.layout.yaxis.tickvals
    assert [sum(place >= limit for limit in LEVELS) for place in places] == list(range(6)), "each amid its own amounts"


def test_light_and_dark() -> None:
    light, dark = (unrest_figure(styles_chart(SEEN), dark) for dark in (False, True))
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor
    assert (light.data[4].line.color, dark.data[4].line.color) == (CARD.light, CARD.dark)


@pytest.mark.parametrize("colour", [CARD, RELATIONS, ACCENT])
def test_a_name_in_the_colour_of_its_line_can_be_read(colour: Colour) -> None:
    assert contrast(colour.light, PAPER.light) >= 4.5
    assert contrast(colour.dark, PAPER.dark) >= 4.5


@given(st.lists(st.floats(0, 1), min_size=1, max_size=4), st.sampled_from([0.7, 1.0]))
def test_names_at_the_ends_keep_apart_and_inside(values: list[float], top: float) -> None:
    chart = UnrestChart("?", tuple(Line(str(i), (0.5, value * top), ACCENT) for i, value in enumerate(values)), top)
    places = ends(chart)
    assert all(0 < place < top for place in places)
    assert all(b - a >= 0.08 * top for a, b in pairwise(sorted(places)))
    assert [i for _, i in sorted(zip(values, range(9), strict=False))] == [
        i for _, i in sorted(zip(places, range(9), strict=False))
    ] or len(set(values)) < len(values), "in the order of the lines"


def test_plotly_loads_late_and_brings_no_tables() -> None:
    code = (
        "import sys, random\n"
        "from kit.figures import unrest_band as u\n"
        "from kit.models.working_style import compare, draw\n"
        "print('plotly' in sys.modules)\n"
        "u.unrest_figure(u.styles_chart(compare(draw(random.Random(0), 5))))\n"
        "print({'numpy', 'pandas'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split("\n")[:2] == ["False", "set()"]


# what is said


def test_an_amount_in_words() -> None:
    assert [level_words(amount) for amount in (0, 0.05, 0.2, 0.4, 0.5, 1)] == list(level_names())
    assert len(set(level_names())) == 6


def test_both_styles_in_sentences() -> None:
    assert style_sentences(SEEN) == [
        "Na een maand is het rustiger met de kaart.",
        "Na een jaar is het rustiger met relaties.",
        "De lijnen kruisen elkaar na ruim een half jaar.",
        "Hoe het uitpakt, is met relaties minder zeker: die band is breder.",
        "Over het hele jaar genomen is er met de kaart minder onrust.",
    ]


def test_where_nothing_lies_under_it_the_sentences_say_so() -> None:
    assert late_words(NO_CAUSE) == "Na een jaar is het bij allebei ongeveer even rustig."
    assert crossing_words(NO_CAUSE).startswith("De lijnen kruisen elkaar niet")
    assert left_words(NO_CAUSE.relational_year) == "Er lag hier bijna niets onder de onrust."


def test_the_other_way_round_is_said_too() -> None:
    assert crossing_words(SLOW_CARD) == "De lijnen kruisen elkaar in de eerste weken."
    assert mean_words(SLOW_CARD) == "Over het hele jaar genomen is er met relaties minder onrust."
    assert early_words(SLOW_CARD) == "Na een maand is het bij allebei ongeveer even rustig."
    sure = compare(CHANCES, Assumptions(relational_spread=0, card_spread=1, noise=0))
    assert "niet minder zeker" in spread_words(sure)
    quick = compare(CHANCES, Assumptions(drift=1, repair=1, trust=1, relief=0.1))
    assert early_words(quick) == "Na een maand is het rustiger met relaties."
    untouched = compare(CHANCES, Assumptions(repair=0, drift=0.05))
    assert late_words(untouched) == "Na een jaar is het rustiger met de kaart."


@pytest.mark.parametrize(
    ("mix", "told"),
    [
        (0.1, ["Na een maand is er enige onrust, en na een jaar ook.", "bijna niet geraakt", "De band is smal"]),
        (
            0.55,
            ["Na een maand is er nogal wat onrust, na een jaar weinig onrust.", "groot deel weg", "niet smal en niet"],
        ),
        (0.9, ["Na een maand is er veel onrust, na een jaar weinig onrust.", "is bijna weg", "De band is breed"]),
    ],
)
def test_a_mix_in_sentences(mix: float, told: list[str]) -> None:
    said = mix_sentences(simulate(mix, CHANCES))
    assert all(part in sentence for part, sentence in zip(told, said, strict=True))


@pytest.mark.parametrize(("repair", "said"), [(0.0, "bijna niet geraakt"), (0.02, "Het meeste"), (0.04, "de helft")])
def test_what_is_left_has_a_word_for_each_part(repair: float, said: str) -> None:
    assert said in left_words(simulate(0.6, CHANCES, Assumptions(repair=repair)))


def test_no_sentence_has_a_number() -> None:
    every = [*(when_words(week) for week in range(1, 53)), *mix_words(), *map(sure_words, (0.01, 0.08, 0.5))]
    for seen in (SEEN, NO_CAUSE, SLOW_CARD):
        every += [*style_sentences(seen), *mix_sentences(seen.relational_year)]
    assert [text for text in every if any(character.isdigit() for character in text)] == []


def test_weeks_in_rough_words_go_one_way() -> None:
    told = [when_words(week) for week in range(1, 53)]
    assert len(dict.fromkeys(told)) == sum(a != b for a, b in pairwise(told)) + 1 == 6

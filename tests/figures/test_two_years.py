"""The chart of two years and its sentences: what is drawn is what the model says, and failures are told as such."""

import re

import pytest

from kit.figures.dots_svg import dots_svg
from kit.figures.theme import ACCENT
from kit.figures.two_years import FAR, YearsChart, years_chart, years_figure
from kit.figures.two_years_words import years_sentences
from kit.models.collective import Course, Team, run, steady

TEAM = Team()


def courses(share: float, off: range = range(0), team: Team = TEAM) -> tuple[YearsChart, Course, Course]:
    mine, alone = run(team, steady(share, off=off)), run(team, steady(0))
    return years_chart(mine, alone), mine, alone


def said(share: float, off: range = range(0), team: Team = TEAM) -> list[str]:
    return years_sentences(*courses(share, off, team))


def test_what_is_drawn_is_the_model_s() -> None:
    chart, mine, alone = courses(0.15)
    assert chart.helped[0] == 17 and chart.alone[0] == 20
    assert chart.ahead[-1] == pytest.approx(142.12, abs=0.005)
    assert (chart.crossed.week, chart.crossed.total) == (17, 39)
    assert chart.off == ()
    figure = years_figure(chart)
    assert [len(trace.y) for trace in figure.data] == [104] * 4
    assert figure.data[0].y[0] == 17 and figure.data[2].y[-1] == 142.12
    assert set(figure.data[3].y) == {0}
    assert {trace.yaxis for trace in figure.data} == {"y", "y2"}
    assert figure.data[0].line.color == ACCENT.light
    assert mine.team == alone.team


def test_the_crossings_are_marked_with_their_weeks() -> None:
    figure = years_figure(courses(0.15)[0])
    assert [shape.x0 for shape in figure.layout.shapes] == [17, 39]
    assert {"week 17: meer", "week 39: meer"} <= {note.text for note in figure.layout.annotations}


def test_no_crossing_no_mark() -> None:
    figure = years_figure(courses(0.4)[0])
    assert figure.layout.shapes == ()
    assert not any("meer" in note.text and "week" in note.text for note in figure.layout.annotations)


def test_weeks_off_have_a_ground_of_their_own() -> None:
    chart, *_rest = courses(0.15, range(53, 66))
    assert chart.off == ((53, 65),)
    assert [(s.x0, s.x1) for s in years_figure(chart).layout.shapes if s.type == "rect"] == [(53, 65)] * 2
    assert courses(0.15, range(27, 105))[0].off == ((27, 104),)
    assert courses(0.0)[0].off == ()


def test_axes_stay_as_they_are() -> None:
    """While a slider moves, only the lines do."""
    ranges = {
        (tuple(f.layout.yaxis.range), tuple(f.layout.yaxis2.range), tuple(f.layout.xaxis.range))
        for f in (years_figure(courses(share)[0]) for share in (0.0, 0.15, 1.0))
    }
    assert ranges == {((0, 26), (-FAR, FAR), (1, 104))}


def test_dark() -> None:
    light, dark = (years_figure(courses(0.15)[0], dark) for dark in (False, True))
    assert light.layout.paper_bgcolor != dark.layout.paper_bgcolor
    assert dark.data[0].line.color == ACCENT.dark


def test_nobody_waits_is_said_only_where_nobody_does() -> None:
    unhurried = Team(asked=18, waiting=0)
    assert any("hoeft hier niemand te wachten" in line for line in said(0.15, team=unhurried))
    told = said(1.0, team=unhurried)
    assert not any("hoeft hier niemand te wachten" in line for line in told)
    assert told[-1] == "Aan het eind wachten er 1316 vragen, met alleen casussen 0."


def test_wording_of_the_crossing() -> None:
    crossed = "In week 17 worden er voor het eerst meer beantwoord dan met alleen casussen."
    assert said(0.15) == [
        "Het begint met een stap terug: in de eerste week worden 17 vragen beantwoord, met alleen casussen 20.",
        f"{crossed} In week 39 is de achterstand ingehaald.",
        "Na twee jaar zijn er 142 vragen meer beantwoord dan met alleen casussen.",
        "Aan het eind wachten er 146 vragen, met alleen casussen 288.",
    ]


@pytest.mark.parametrize(
    ("share", "off", "team", "why"),
    [
        (0.05, range(0), TEAM, "zo weinig uren naartoe dat het te langzaam groeit"),
        (0.35, range(0), TEAM, "te weinig uren over voor wie nu iets vraagt"),
        (0.8, range(0), TEAM, "te weinig uren over voor wie nu iets vraagt"),
        (0.15, range(27, 105), TEAM, "Hier stopt het"),
        (0.15, range(0), Team(asked=18, waiting=0), "hoeft hier niemand te wachten"),
        (0.15, range(53, 66), TEAM, "De stap terug kost tijd"),
    ],
)
def test_what_fails_is_told_with_what_it_comes_from(share: float, off: range, team: Team, why: str) -> None:
    assert why in " ".join(said(share, off, team))


def test_a_week_ahead_is_no_total_ahead() -> None:
    assert "De achterstand van de eerste weken wordt in twee jaar niet ingehaald." in " ".join(said(0.05))
    assert "In geen enkele week" in " ".join(said(0.35))
    equal = " ".join(said(0.15, team=Team(asked=18, waiting=0)))
    assert "meer dan dat wordt het niet" in equal and "beide teams evenveel" in equal
    assert equal.endswith("Aan het eind wacht er in geen van beide teams nog iemand.")


def test_one_is_one() -> None:
    assert "in de eerste week wordt 1 vraag beantwoord, met alleen casussen 20." in said(0.95)[0]


def test_nothing_set_aside() -> None:
    assert said(0.0) == [
        "Je zet niets opzij: alle uren gaan naar casussen, een voor een. In twee jaar worden zo 2080 vragen beantwoord."
    ]


@pytest.mark.parametrize("share", [n / 20 for n in range(21)])
@pytest.mark.parametrize("off", [range(0), range(27, 105), range(53, 66)])
@pytest.mark.parametrize("team", [TEAM, Team(asked=18, waiting=0)])
def test_sentences_never_contradict_the_chart(share: float, off: range, team: Team) -> None:
    chart, mine, alone = courses(share, off, team)
    text = " ".join(years_sentences(chart, mine, alone))
    assert "beste" not in text and "!" not in text
    assert ("achterstand ingehaald" in text) == (chart.crossed.total is not None)
    if share and round(abs(chart.ahead[-1])):
        assert bool(re.search("vra(ag|gen) meer beantwoord", text)) == (chart.ahead[-1] > 0)
    years_figure(chart)


def test_two_of_a_hundred_dots() -> None:
    svg = dots_svg(2)
    assert svg.count("<circle") == 100
    assert svg.count(f'fill="{ACCENT.light}"') == 2
    assert dots_svg(0, 7).count("<circle") == 7
    with pytest.raises(ValueError, match="marked must be from 0 to 100, got 101"):
        dots_svg(101)

"""The caseload curve: where it bends, what it says in words, and how it is drawn."""

from itertools import pairwise

import pytest

import kit
from kit.figures.caseload_curve import bounds_words, caseload_curve, caseload_figure, number, week_words
from kit.models.caseload import Caseload

WEEK = Caseload(hours=24, cases=12, each=1.5, learning=0.2)


def test_it_bends_where_learning_suffers_and_where_the_week_is_full() -> None:
    curve = caseload_curve(WEEK, 40)
    assert curve.cases == pytest.approx((0, 12.8, 16, 40))
    assert curve.room == pytest.approx((1, 0.2, 0, 0))
    assert curve.old_ways == pytest.approx((0, 0, 1, 1))


def test_bends_beyond_the_axis_are_left_out() -> None:
    curve = caseload_curve(Caseload(40, 10, 0.5, 0.2), 40)
    assert curve.cases == (0, 40)
    assert curve.room == (1, 0.5)


def test_between_the_bends_it_is_straight() -> None:
    curve = caseload_curve(WEEK, 40)
    for (a, ra, oa), (b, rb, ob) in pairwise(zip(curve.cases, curve.room, curve.old_ways, strict=True)):
        middle = WEEK.with_cases((a + b) / 2)
        assert middle.slack == pytest.approx((ra + rb) / 2)
        assert middle.old_ways == pytest.approx((oa + ob) / 2)


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        (12, "Er blijft 6 uur over; leren vraagt hier 4,8 uur. Dat past."),
        (13, "Je valt een beetje terug op oude manieren."),
        (14, "Er blijft 3 uur over; leren vraagt hier 4,8 uur. Je valt voor een deel terug op oude manieren."),
        (15, "Je valt grotendeels terug op oude manieren."),
        (16, "Je week is vol. Voor leren blijft niets over: je doet wat je al kon."),
        (20, "Dat is 6 uur te veel: er is geen tijd om te leren, en ook niet voor iedereen."),
    ],
)
def test_the_week_in_words(cases: int, said: str) -> None:
    assert week_words(WEEK.with_cases(cases)).endswith(said)


def test_one_is_one() -> None:
    assert week_words(Caseload(24, 1, 1, 0.2)).startswith("1 huishouden van 1 uur per week: samen 1 uur.")


def test_a_quarter_of_an_hour_is_not_rounded_away() -> None:
    said = week_words(Caseload(24, 12, 1.25, 0.2))
    assert said.startswith("12 huishoudens van 1,25 uur per week: samen 15 uur. Je hebt 24 uur. Er blijft 9 uur over")


def test_the_bounds_in_words() -> None:
    assert bounds_words(WEEK) == (
        "Tot en met 12 huishoudens is er in deze week genoeg tijd om te leren. Met 16 huishoudens is de week vol."
    )
    assert bounds_words(Caseload(4, 1, 5.5, 0.5)) == (
        "In deze week is er met één huishouden al te weinig tijd om te leren. Met 1 huishouden is de week vol."
    )


def test_numbers_as_they_are_written() -> None:
    assert [number(x) for x in (4.8, 3, 0.25, 10)] == ["4,8", "3", "0,2", "10"]
    kit.use_language("en")
    assert number(4.8) == "4.8"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("cases", [0, 14, 40])
def test_it_is_drawn(cases: int, dark: bool) -> None:
    figure = caseload_figure(caseload_curve(WEEK.with_cases(cases)), dark).to_plotly_json()
    room, old, you = figure["data"]
    assert (room["line"].get("dash", ""), old["line"]["dash"]) == ("", "dash")
    assert list(you["x"]) == [cases, cases]
    assert figure["layout"]["title"]["text"] == "Wat laat je caseload over?"
    assert "ticksuffix" not in figure["layout"]["yaxis"], "words and no percentages"
    assert figure["layout"]["yaxis"]["ticktext"] == ["niets", "de helft", "alles"]


def test_where_the_week_is_never_full_no_part_is_shaded() -> None:
    shapes = caseload_figure(caseload_curve(Caseload(40, 10, 0.5, 0.2))).layout.shapes
    assert [shape.type for shape in shapes] == ["line", "line"]


@pytest.mark.parametrize("cases", [0, 8, 16, 40])
@pytest.mark.parametrize("each", [0.5, 1.5, 5.5])
@pytest.mark.parametrize("learning", [0.025, 0.2, 0.525])
@pytest.mark.parametrize("days", [0.5, 1.5, 5])
def test_names_keep_apart_and_on_the_sheet(cases: float, each: float, learning: float, days: float) -> None:
    """In the type that they have: those at the right end stand above each other, and none runs off the sheet."""
    figure = caseload_figure(caseload_curve(Caseload(8 * days, cases, each, learning)))
    notes = {note.text: note for note in figure.layout.annotations}
    margin, (low, high) = figure.layout.margin, figure.layout.yaxis.range
    line = 20 / (figure.layout.height - margin.t - margin.b) * (high - low)
    below = {"bottom": 0.0, "middle": line / 2}
    right = [note for name, note in notes.items() if note.x == 40 and name != "Jij"]
    assert {note.xanchor for note in right} == {"right"}
    feet = sorted(note.y - below[note.yanchor] for note in right)
    assert len(feet) >= 2
    assert all(b - a >= line for a, b in pairwise(feet))
    assert notes["Jij"].y >= 1 + line, "over what is named at the top"
    assert notes["Jij"].y + line <= high

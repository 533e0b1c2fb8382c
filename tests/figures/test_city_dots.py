"""A design beside the cities: what is counted for which choice, in words and as dots; nothing that nobody counted."""

from itertools import pairwise
from typing import Any

import pytest

import kit
from kit.figures.city_counts import (
    COUNTED,
    CityCount,
    CityGroup,
    CityRow,
    amount_words,
    city_groups,
    city_sentences,
    row_words,
)
from kit.figures.city_dots import MOST, city_figure, place
from kit.models.team_design import MANY, ONE, TeamDesign
from kit.tables import load_table

COUNTS = load_table("twente-steden").into(CityCount)
DESIGN = TeamDesign(
    breadth="whole",
    range="direct",
    zero_line="no",
    composition="specialised",
    specialist_tasks=frozenset({"support", "contact"}),
    days=3,
)


def rows(groups: tuple[CityGroup, ...]) -> dict[str, CityRow]:
    return {row.label: row for group in groups for row in group.rows}


def test_each_row_of_the_table_is_counted_for_one_option() -> None:
    """But those that tell who was counted, and one that fits no option."""
    used = [row for options in COUNTED.values() for row in options.values()]
    assert len(used) == len(set(used))
    topics = {count.id for count in COUNTS}
    assert topics - set(used) == {"g32", "vragenlijst", "kwalitatief", "voorhoede", "eerst-zelf"}
    for name, options in COUNTED.items():
        assert set(options) <= set(ONE.get(name) or MANY[name])


def test_only_what_was_chosen_is_shown() -> None:
    assert city_groups(TeamDesign(), COUNTS) == ()
    groups = city_groups(DESIGN, COUNTS)
    assert [group.name for group in groups] == ["breadth", "range", "zero_line", "composition", "specialist_tasks"]
    everything = city_groups(TeamDesign(), COUNTS, all_of_them=True)
    assert [group.name for group in everything] == list(COUNTED)
    assert not any(row.mine for row in rows(everything).values())


def test_a_team_of_generalists_has_no_specialists_tasks() -> None:
    design = TeamDesign(composition="generalists", specialist_tasks=frozenset({"support"}))
    assert [group.name for group in city_groups(design, COUNTS)] == ["composition"]


def test_mine_stands_apart_and_the_others_beside_it() -> None:
    there = rows(city_groups(DESIGN, COUNTS))
    mine = [label for label, row in there.items() if row.mine]
    assert mine == [
        "Aan alles waar een huishouden tegenaan loopt, in het hele sociale domein",
        "Uitzoeken wat er speelt, en de regie voeren over wat anderen doen",
        "Nee, geen taak",
        "Ook mensen met een specialisme",
        "Collega’s instrueren en steunen",
        "Contact houden met specialistische aanbieders, of aansluiten bij een casus van een collega",
    ]
    assert there["Ja, een taak"].count is None, "of the other nineteen the article says nothing"
    assert there["Eigen casussen doen, waarvoor zij helemaal verantwoordelijk zijn"].number == 13


def test_amounts_in_words() -> None:
    said = {count.id: amount_words(count) for count in COUNTS}
    assert said["nuldelijn-niet"] == "7 van de 26 gemeenten"
    assert said["reikwijdte-regie"] == "10 gemeenten"
    assert said["generalisten"] == "‘een derde’ (teams), geen aantal"
    assert said["specialisatie"] == "‘twee derde’ (gemeenten), geen aantal"
    assert amount_words(None) == "dat zegt het artikel niet"
    assert "%" not in " ".join(said.values()), "no share of what nobody gave"


def test_a_row_in_words_says_what_to_mind_and_where() -> None:
    there = rows(city_groups(DESIGN, COUNTS))
    said = row_words(there["Nee, geen taak"])
    assert said.startswith("Jouw keuze. Nee, geen taak: 7 van de 26 gemeenten. De enige telling")
    assert said.endswith("Onder het kopje ‘Reikwijdte’.")
    assert "Jouw keuze" not in row_words(there["Uitzoeken wat er speelt, en het zelf aanpakken"])


def test_what_is_to_be_seen() -> None:
    first, second, *rest = city_sentences(city_groups(DESIGN, COUNTS))
    assert first == "Steden waar de teams eerder de regie voeren: 10."
    assert second.startswith("Steden waar het ondersteunen van eigen kracht, mantelzorg en informele hulp geen taak")
    assert second.endswith(": 7 van de 26.")
    assert [sentence.rpartition(": ")[2] for sentence in rest[:2]] == ["13.", "11."]
    assert rest[2:] == ["Bij 2 van je keuzes geeft het artikel een woord in plaats van een aantal, of niets."]
    (one,) = city_sentences(city_groups(TeamDesign(breadth="whole"), COUNTS))
    assert one.startswith("Bij één van je keuzes geeft het artikel een woord")
    assert city_sentences(()) == ["Je koos nog niets waarvan het artikel een telling geeft."]


def test_nothing_stands_on_anything() -> None:
    placed, high = place(city_groups(TeamDesign(), COUNTS, all_of_them=True))
    tops = [it.top for it in placed]
    assert tops == sorted(tops)
    for it, after in pairwise(placed):
        lines = it.text.count("<br>") + 1
        assert after.top >= it.top + 23 * lines
        assert it.row is None or it.row.number is None or after.top >= it.dot + 10, "a dot below its own name"
    assert high > placed[-1].dot


def drawn(dark: bool = False, groups: tuple[CityGroup, ...] | None = None) -> dict[str, Any]:
    figure = city_figure(city_groups(DESIGN, COUNTS) if groups is None else groups, dark)
    plain = figure.to_plotly_json()
    assert isinstance(plain, dict)
    return plain


@pytest.mark.parametrize("dark", [False, True])
def test_dots_only_where_there_is_a_number(dark: bool) -> None:
    plain = drawn(dark)
    _stems, rings, dots = plain["data"]
    seen = [x for x, shown in zip(dots["x"], dots["marker"]["opacity"], strict=True) if shown]
    assert seen == [7, 10, 7, 13, 13, 11, 5, 3]
    assert rings["x"] == [MOST], "one count says of how many"
    texts = [note["text"] for note in plain["layout"]["annotations"]]
    assert texts.count("van de 26") == 1
    assert "10  jouw keuze" in texts
    assert any(
        "‘de meeste’" in said and said.endswith("jouw keuze") for said in (t.replace("<br>", " ") for t in texts)
    )
    assert plain["layout"]["font"]["size"] == 18


def test_no_markup_from_a_table() -> None:
    count = CityCount("x", "<b>t</b>", 4, None, "teams", 9, "<img src=x>", "<i>", "s")
    plain = drawn(groups=(CityGroup("range", "<u>Vraag?</u>", (CityRow("<a href=x>k</a>", True, count),)),))
    said = str(plain)
    for payload in ("<u>", "<a ", "<img", "<i>"):
        assert payload not in said
    assert "&lt;img" in said


def test_english() -> None:
    kit.use_language("en")
    assert amount_words(COUNTS[0]) == "29 municipalities"


def test_where_nothing_is_counted_there_is_no_axis_of_numbers() -> None:
    def axis(design: TeamDesign) -> bool:
        visible = drawn(groups=city_groups(design, COUNTS))["layout"]["xaxis"]["visible"]
        assert isinstance(visible, bool)
        return visible

    assert axis(DESIGN)
    assert not axis(TeamDesign(composition="generalists")), "all that is told of these is a word"

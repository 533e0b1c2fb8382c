"""The lesson on designing a team: what each part shows, what is kept, and that a part hears of another."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kit
from kit.figures.team_words import SCREENS
from kit.journal.clock import day
from kit.models.team_design import ELEMENTS, MANY, ONE, PRECONDITIONS, TeamDesign
from kit.tables import load_table
from kit.widgets.form import Form
from kit.widgets.lessons.part import Part
from kit.widgets.lessons.team import LEARNING, TeamLesson
from kit.widgets.lessons.team_answers import Amount, amount, design_of, week_of
from kit.widgets.lessons.team_choices import AMOUNTS

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "06_teamontwerp.ipynb"
PARTS = ["begin", "design", "cities", "needs", "week", "learning", "keep"]


@pytest.fixture
def lesson() -> TeamLesson:
    made = kit.lesson("teamontwerp")
    assert isinstance(made, TeamLesson)
    return made


def tell(form: Form, **message: Any) -> None:
    """Imitates the browser."""
    form._handle_custom_msg(message, [])


def answer(form: Form, key: str, value: Any) -> None:
    tell(form, kind="set", key=key, value=value)


def move(form: Form, key: str, value: Any) -> None:
    tell(form, kind="live", key=key, value=value)


def press(form: Form, act: str) -> None:
    tell(form, kind="act", id=act)


def texts(page: Any) -> list[str]:
    if isinstance(page, str):
        return [page]
    if isinstance(page, dict):
        return [text for value in page.values() for text in texts(value)]
    return [text for value in page for text in texts(value)] if isinstance(page, list | tuple) else []


def shown(part: Part) -> str:
    return " ".join([*texts(part.top.page), *texts(part.bottom.page)])


def at(lesson: TeamLesson, id: str, value: float) -> None:
    """Puts a slider where it says `value`."""
    lesson.answers.keep(lesson.amounts[id].key, lesson.amounts[id].answer(value))


def design_all(lesson: TeamLesson) -> None:
    for name, allowed in ONE.items():
        lesson.answers.keep(f"design/{name}", allowed[-1])
    for name, allowed in MANY.items():
        lesson.answers.keep(f"design/{name}", list(allowed[:1]))
    at(lesson, "days", 3)
    at(lesson, "cases", 14)


# the data


def test_the_tables_and_the_model_name_the_same() -> None:
    needs = load_table("team-voorwaarden").rows
    assert tuple(row["id"] for row in needs if row["part"] == "generalist") == PRECONDITIONS
    assert tuple(row["id"] for row in needs if row["part"] == "leren") == ELEMENTS
    threshold = {row["id"]: row["threshold"] for row in needs if row["threshold"]}
    from kit.models.team_design import ENOUGH_DAYS

    assert threshold == {"days": ENOUGH_DAYS}


def test_the_sliders_begin_at_the_golden_week(lesson: TeamLesson) -> None:
    week = week_of(lesson.answers, lesson.amounts)
    assert (week.hours, week.cases, week.each, week.learning) == (24, 12, 1.5, 0.2)
    assert lesson.team() == TeamDesign(), "and yet nothing was chosen"


@pytest.mark.parametrize("id", ["days", "cases", "each", "learning"])
def test_a_slider_stands_where_it_says(lesson: TeamLesson, id: str) -> None:
    it = lesson.amounts[id]
    assert it.value in it.values, "the amount it begins with is one of its own"
    assert it.values[0] == it.minimum and it.values[-1] == pytest.approx(it.maximum)
    for value in it.values:
        assert it.of(it.answer(value)) == value
    assert {it.of(place) for place in range(0, 101, 5)} == set(it.values), "no amount out of reach"
    for place in range(0, 101, 5):
        said = it.values[min(it.steps - 1, int(place / 101 * it.steps))]
        assert it.of(place) == said, "what Python reckons with is what the page says at that place"


def test_a_slider_of_one_place() -> None:
    it = Amount("day", 8, "uren per dag", 8, 8, 1, "Uren.")
    assert it.values == (8,) and it.of(50) == 8


# the design


def test_a_screen_at_a_time(lesson: TeamLesson) -> None:
    design = lesson.design()
    assert "Wat is de opdracht van het team?" in shown(design)
    assert "Hoe leren ze van elkaar?" not in shown(design)
    for title in ("Wie zitten er in het team?", "Hoe is de leiding geregeld?", "Is er tijd om te leren?", "Je team"):
        turn = design.top.turn
        press(design.top, "next")
        assert title in shown(design)
        assert design.top.turn == turn + 1
    press(design.top, "next")
    assert lesson.answers.get("design/at", 0) == len(SCREENS)
    press(design.top, "back")
    assert "Is er tijd om te leren?" in shown(design)


def test_specialists_are_asked_about_only_where_there_are_any(lesson: TeamLesson) -> None:
    design = lesson.design()
    press(design.top, "next")
    assert "Wat doen de specialisten?" not in shown(design)
    answer(design.top, "design/composition", "specialised")
    assert "Wat doen de specialisten?" in shown(design)
    answer(design.top, "design/composition", "generalists")
    assert "Wat doen de specialisten?" not in shown(design)


def test_what_was_passed_by_is_none_of_these(lesson: TeamLesson) -> None:
    design = lesson.design()
    press(design.top, "next")
    assert lesson.team().specialist_tasks is None, "nobody asked"
    press(design.top, "next")
    assert lesson.team().authority is None
    press(design.top, "next")
    assert lesson.team().authority == frozenset()


def test_answers_are_kept_and_come_back(lesson: TeamLesson) -> None:
    design = lesson.design()
    answer(design.top, "design/range", "direct")
    press(design.top, "next")
    answer(design.top, "design/composition", "specialised")
    answer(design.top, "design/specialist_tasks", ["support", "contact"])
    again = kit.lesson("teamontwerp")
    assert isinstance(again, TeamLesson)
    assert again.answers.resumed
    assert again.team() == TeamDesign(
        range="direct", composition="specialised", specialist_tasks=frozenset({"support", "contact"})
    )
    assert "Wie zitten er in het team?" in shown(again.design())


@pytest.mark.parametrize("value", ["all", 7, None, ["x"], [["support"]], {"a": 1}, True])
def test_answers_touched_by_hand_count_as_not_chosen(lesson: TeamLesson, value: Any) -> None:
    for name in (*ONE, *MANY, *AMOUNTS, "each", "learning", "at"):
        lesson.answers.keep(f"design/{name}", value)
    again = kit.lesson("teamontwerp")
    assert isinstance(again, TeamLesson)
    chosen = again.team()
    assert all(getattr(chosen, name) is None for name in ONE)
    assert all(not getattr(chosen, name) for name in MANY)
    for name in PARTS:
        getattr(again, name)()


# beside the cities


def test_own_choices_come_first(lesson: TeamLesson) -> None:
    cities = lesson.cities()
    assert "Kies eerst in deel 1" in shown(cities)
    assert cities.chart.layout.display == "none"
    assert "van de 26" not in shown(cities)
    press(cities.top, "anyway")
    assert "7 van de 26 gemeenten" in shown(cities)
    assert cities.chart.layout.display == ""


def test_the_cities_follow_the_design(lesson: TeamLesson) -> None:
    cities, design = lesson.cities(), lesson.design()
    answer(design.top, "design/zero_line", "no")
    assert "7 van de 26." in shown(cities)
    assert cities.chart.said.endswith("geen taak van de teams is: 7 van de 26.")
    assert "Van hoeveel, staat er niet." not in shown(cities)
    assert "Onderzoek uit de periode april 2012" in shown(cities), "with its source"
    answer(design.top, "design/zero_line", "yes")
    assert "7 van de 26." not in cities.chart.said


def test_the_chart_shows_one_screen_of_the_design(lesson: TeamLesson) -> None:
    design_all(lesson)
    cities = lesson.cities()

    def questions() -> str:
        return " ".join(note["text"] for note in cities.chart.figure["layout"]["annotations"])

    assert "probleem?" in questions() and "specialisten?" not in questions()
    answer(cities.top, "cities/at", "people")
    assert "probleem?" not in questions() and "specialisten?" in questions()
    assert "6." in cities.chart.said or "3." in cities.chart.said


# what is weakest


def test_the_weakest_is_named_with_what_the_source_says(lesson: TeamLesson) -> None:
    needs, design = lesson.needs(), lesson.design()
    assert "Er is nog niets bekend: kies eerst." in shown(needs)
    press(design.top, "next")
    answer(design.top, "design/asked", "no")
    said = shown(needs)
    assert "Het zwakst in dit ontwerp: mensen die zelf willen." in said
    assert "versterken zij elkaars weerstand" in said
    assert "Intrinsieke motivatie" in said and "Onderzoek uit de periode" in said
    answer(design.top, "design/asked", "yes")
    assert "Van wat je koos, is niets zwak." in shown(needs)


def test_nothing_is_counted_together(lesson: TeamLesson) -> None:
    """No total, no figure, no place in a row: only words."""
    design_all(lesson)
    said = shown(lesson.needs())
    assert "Is er niet" in said and "Een begin" in said
    for word in ("%", "totaal", "score", "punten", "van de 9", "0,"):
        assert word not in said, word


def test_four_elements_of_learning(lesson: TeamLesson) -> None:
    design_all(lesson)
    learning = lesson.learning()
    assert [block["key"] for block in learning.top.page] == [f"design/{name}" for name in LEARNING]
    answer(learning.top, "design/ownership", "yes")
    answer(learning.top, "design/task", "yes")
    answer(learning.top, "design/goals", "yes")
    answer(learning.top, "design/residents", "no")
    assert "Het zwakst in dit ontwerp: een leercultuur." in shown(learning)
    assert "Rogier den Uyl en Bart Verhagen" in shown(learning)


# the week


def opened_week(lesson: TeamLesson) -> Any:
    """The week after its guess was skipped."""
    week = lesson.week()
    press(week.top, "show")
    return week


def test_the_week_waits_for_a_guess(lesson: TeamLesson) -> None:
    week = lesson.week()
    page = shown(week)
    assert "Jouw week: 24 uur. Eén huishouden vraagt 1,5 uur, leren vraagt 4,8 uur." in page
    assert week.chart.layout.display == "none" and week.chart.figure == {}
    assert "is de week vol" not in page
    cases = lesson.amounts["cases"]
    answer(week.top, "week/guess", cases.answer(10))
    assert week.chart.figure == {}, "it can still be changed"
    press(week.top, "show")
    assert week.chart.layout.display == ""
    assert "Met 16 huishoudens is de week vol. Jij gokte: 10 huishoudens." in shown(week)
    assert not any(word in shown(week).lower() for word in ("goed geraden", "klopt", "fout", "helaas"))
    assert "te leren, denk je?\n10 huishoudens" in lesson.written()
    assert "Jij gokte: 10 huishoudens." in shown(kit.lesson("teamontwerp").week())


def test_the_week_can_be_seen_without_a_guess(lesson: TeamLesson) -> None:
    assert "gokte" not in shown(opened_week(lesson))


def test_the_week_follows_while_a_slider_moves(lesson: TeamLesson) -> None:
    week = opened_week(lesson)
    assert "12 huishoudens van 1,5 uur per week: samen 18 uur." in shown(week)
    sliders = week.top.page
    cases = lesson.amounts["cases"]
    move(week.top, cases.key, cases.answer(16))
    assert "Je week is vol." in shown(week)
    assert week.chart.said.startswith("16 huishoudens")
    assert list(week.chart.figure["data"][2]["x"]) == [16, 16]
    assert week.top.page == sliders, "the sliders themselves are left alone"
    stored = kit.lesson("teamontwerp").answers.number(cases.key)
    assert stored is None, "what moves is not written yet"
    answer(week.top, cases.key, cases.answer(16))
    assert kit.lesson("teamontwerp").answers.number(cases.key) == cases.answer(16)


def test_days_and_cases_are_one_answer_in_two_places(lesson: TeamLesson) -> None:
    lesson.answers.keep("design/at", 3)
    design, week, needs = lesson.design(), opened_week(lesson), lesson.needs()
    days = lesson.amounts["days"]
    answer(design.top, days.key, days.answer(1))
    assert "Je hebt 8 uur." in shown(week)
    (there,) = [b for column in week.top.page[0]["columns"] for b in column if b["key"] == days.key]
    assert there["value"] == days.answer(1)
    assert "genoeg dagen in het team" in shown(needs)
    before = design.top.anew
    move(week.top, days.key, days.answer(5))
    (there,) = [b for b in design.top.page if b.get("key") == days.key]
    assert there["value"] == days.answer(5)
    assert design.top.anew == before + 1, "what was moved there earlier no longer counts"


def test_it_says_that_the_numbers_are_made_up(lesson: TeamLesson) -> None:
    said = shown(opened_week(lesson))
    assert "verzonnen" in said and "Geen bron geeft hier getallen" in said
    assert all(row["meaning"] in said for row in load_table("caseload").rows)


# the whole


def test_all_that_was_done_is_in_the_file(lesson: TeamLesson) -> None:
    design_all(lesson)
    for place in lesson.questions().values():
        for question in place:
            lesson.answers.keep(question.key, f"Mijn antwoord op {question.key}.")
    written = lesson.written()
    assert written.startswith(f"Een team ontwerpen\n\n{day(lesson.answers.run.changed)}\n\n")
    for question in ("cities/reason", "needs/first", "week/leave", "learning/step"):
        assert f"Mijn antwoord op {question}." in written
    assert "Hoe komen mensen in het team? Nee" not in written
    assert "Hoe komen mensen in het team? Ze zijn aangewezen" in written
    assert "Huishoudens tegelijk 14 huishoudens" in written
    assert "Van wie is de manier van werken? Van anderen" in written
    assert "Het zwakst in dit ontwerp" in written
    assert "14 huishoudens van 1,5 uur per week" in written


def test_an_empty_lesson_writes_nothing_it_was_not_told(lesson: TeamLesson) -> None:
    assert lesson.written().strip().splitlines()[:1] == ["Een team ontwerpen"]
    assert len(lesson.written().strip().splitlines()) == 3


def test_a_new_beginning_empties_every_part(lesson: TeamLesson) -> None:
    design_all(lesson)
    lesson.answers.keep("design/at", 4)
    parts = {name: getattr(lesson, name)() for name in PARTS}
    press(parts["week"].bottom, "restart")
    press(parts["week"].bottom, "restart-yes")
    assert "Wat is de opdracht van het team?" in shown(parts["design"])
    assert "Kies eerst in deel 1" in shown(parts["cities"])
    assert "Er is nog niets bekend" in shown(parts["needs"])
    assert "Jouw week: 24 uur." in shown(parts["week"])
    assert lesson.team() == TeamDesign()


def test_in_english(lesson: TeamLesson) -> None:
    kit.use_language("en")
    design_all(lesson)
    for name in PARTS:
        part = getattr(lesson, name)()
        assert shown(part)
    assert "14 households at 1.5 hours a week" in shown(opened_week(lesson))


def test_the_amounts_as_the_design_has_them(lesson: TeamLesson) -> None:
    at(lesson, "each", 2)
    at(lesson, "days", 4)
    assert amount(lesson.answers, lesson.amounts, "each") == 2
    assert design_of(lesson.answers, lesson.amounts).caseload is None, "households were not chosen"
    at(lesson, "cases", 10)
    caseload = design_of(lesson.answers, lesson.amounts).caseload
    assert caseload is not None and (caseload.hours, caseload.cases, caseload.each) == (32, 10, 2)


def test_no_table_library_before_it_is_asked_for() -> None:
    """After the first cell that shows something, and after all parts, neither pandas nor numpy is loaded."""
    cells = {c["id"]: "".join(c["source"]) for c in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]}
    loaded = "import sys; print(sorted({'pandas', 'numpy', 'plotly'} & set(sys.modules)))"
    parts = ["ontwerp", "steden", "voorwaarden", "week", "leren", "bewaar"]
    show = 'les.answers.keep("week/shown", True)'
    table = [cells["frame"], cells["vraag"]]
    script = [cells["begin"], loaded, *(cells[id] for id in parts), show, loaded, *table, loaded]
    ran = subprocess.run([sys.executable, "-c", "\n".join(script)], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == ["[]", "['plotly']", "['numpy', 'pandas', 'plotly']"]

"""The lesson on nearness: a team that we made up, what bears it, and a scan that a team fills in and keeps."""

import re
from typing import Any

import pytest
from widgets.test_lessons import answer, press, shown, tell

import kit
from kit.journal.clock import day
from kit.models.proximity import FORMS
from kit.widgets.lessons import nearness_scan
from kit.widgets.lessons.nearness import NearnessLesson
from kit.widgets.lessons.nearness_answers import EXAMPLE
from kit.widgets.lessons.nearness_scan import KEPT, Scan, times

PARTS = ["ask", "bear", "scan", "play"]


@pytest.fixture
def lesson() -> NearnessLesson:
    return kit.lesson("nabijheid")


def bars(part: Any) -> list[tuple[float, float]]:
    """What the chart shows: of each form the part that is left, and the part that is borne."""
    left, carried = (trace["x"] for trace in part.chart.figure["data"])
    return list(zip(left, carried, strict=True))


def chosen(bear: Any) -> list[str]:
    """What the lists of continuity say."""
    columns = [block["columns"] for block in bear.top.page if block["kind"] == "columns"]
    return [column[0]["value"] for column in columns[-1]]


def move(part: Any, key: str, value: Any) -> None:
    tell(part.top, kind="live", key=key, value=value)


def fill(scan: Scan, near: int = 60, complexity: int = 50) -> None:
    """A team fills in all of its scan, from the first screen to the picture."""
    while scan._at:
        press(scan.top if scan._at < len(FORMS) + 1 else scan.bottom, "back")
    for form in FORMS:
        answer(scan.top, f"scan/{form}/near", near)
        answer(scan.top, f"scan/{form}/complexity", complexity)
        answer(scan.top, f"scan/{form}/notice", f"Voorbeeld bij {form}.")
        press(scan.top, "next")
    for name, value in (("frame", 40), ("demarcation", 80)):
        answer(scan.top, f"scan/{name}", value)
    for name, value in (("leaders", "2"), ("moves", "1"), ("years", "4")):
        answer(scan.top, f"scan/{name}", value)
    press(scan.top, "next")


# the team that we made up


def test_the_team_opens_with_that_of_the_workshop(lesson: NearnessLesson) -> None:
    assert (EXAMPLE.leaders, EXAMPLE.moves, EXAMPLE.years) == (4, 3, 3)
    assert lesson.team().buffers.continuity == pytest.approx(1 / 3)
    bear = lesson.bear()
    assert "4 teamleiders en 3 verhuizingen in 3 jaar." in shown(bear)
    assert bars(bear)[2] == (pytest.approx(0.386), pytest.approx(0.174))


def test_the_bars_follow_a_slider_that_stays(lesson: NearnessLesson) -> None:
    ask = lesson.ask()
    sliders, before = ask.top.page, bars(ask)
    move(ask, "team/interprofessional/near", 0)
    assert bars(ask)[2] == (0, 0)
    assert bars(ask)[:2] == before[:2]
    assert ask.top.page is sliders
    assert "Het meeste komt op mensen neer bij: Fysieke nabijheid." in shown(ask)


def test_both_parts_show_the_same_team(lesson: NearnessLesson) -> None:
    ask, bear = lesson.ask(), lesson.bear()
    move(bear, "team/frame", 100)
    assert bars(ask) == bars(bear)
    assert bars(ask)[2][0] < 0.386 - 0.05


def test_another_form_is_taken_in_hand(lesson: NearnessLesson) -> None:
    ask = lesson.ask()
    answer(ask.top, "team/at", "government")
    assert "De gemeente stuurt jouw werk van dichterbij." in shown(ask)
    before = bars(ask)
    move(ask, "team/government/complexity", 100)
    assert bars(ask)[4] > before[4]
    assert lesson.ask()._at == "government"


def test_changes_of_leader_and_moves_take_away_what_bears(lesson: NearnessLesson) -> None:
    bear = lesson.bear()
    worse = bars(bear)
    press(bear.bottom, "unchanged")
    assert all(a[0] < b[0] for a, b in zip(bars(bear), worse, strict=True))
    assert "1 teamleider en 0 verhuizingen" in shown(bear)
    assert chosen(bear) == ["1", "0", "3"]
    answer(bear.top, "team/leaders", "4")
    answer(bear.top, "team/moves", "3")
    assert bars(bear) == worse
    press(bear.bottom, "unchanged")
    forgot = bear.top.anew
    press(bear.bottom, "workshop")
    assert bars(bear) == worse
    assert chosen(bear) == ["4", "3", "3"], "the lists stand above the chart, and say what the button set"
    assert bear.top.anew == forgot + 1, "or the page holds on to what was chosen"
    assert bear.chart.said.startswith("4 teamleiders en 3 verhuizingen in 3 jaar.")


def test_where_the_numbers_come_from_is_within_reach(lesson: NearnessLesson) -> None:
    for part in (lesson.ask(), lesson.bear()):
        page = shown(part)
        assert "Waar komen deze getallen vandaan?" in page
        assert "fictie" in page
        assert "bron" in page
        assert "De grafiek in woorden" in page
        assert part.chart.said in page


# the scan


def test_a_scan_from_an_empty_page_to_the_picture(lesson: NearnessLesson) -> None:
    scan = lesson.scan()
    assert scan.chart.layout.display == "none"
    fill(scan)
    assert scan.chart.layout.display == ""
    # r = (.4 + .8 + 1/(1 + (1 + 1)/4)) / 3
    borne = (0.4 + 0.8 + 1 / 1.5) / 3
    assert bars(scan)[0] == (pytest.approx(0.3 * (1 - borne), abs=1e-3), pytest.approx(0.3 * borne, abs=1e-3))
    page = shown(scan)
    assert "Nog niet ingevuld" not in page
    assert "Bij alle vijf komt er evenveel op mensen neer." in page
    assert "2 teamleiders en 1 verhuizing in 4 jaar." in page


def test_an_empty_scan_says_what_is_missing_and_draws_nothing(lesson: NearnessLesson) -> None:
    scan = lesson.scan()
    for _ in range(6):
        press(scan.top, "next")
    assert scan.chart.layout.display == "none"
    page = shown(scan)
    for name in ("Fysieke nabijheid", "Gedeeld kader", "Afbakening", "Continuïteit"):
        assert name in page
    assert "om afstand" not in page


def test_a_scan_half_filled_in_counts_what_is_there(lesson: NearnessLesson) -> None:
    lesson.answers.keep("scan/civil/near", 100)
    lesson.answers.keep("scan/civil/complexity", 100)
    lesson.answers.keep("scan/physical/near", 100)
    lesson.answers.keep("scan/at", 6)
    scan = lesson.scan()
    assert [sum(bar) for bar in bars(scan)] == [0, 0, 0, 1, 0]
    assert "Nog niet ingevuld, en telt nu mee als niets: Fysieke nabijheid, Het eigen netwerk" in shown(scan)
    assert "verhuizing" not in scan.chart.said


def test_a_form_that_was_not_filled_in_is_not_told_as_little(lesson: NearnessLesson) -> None:
    for name in ("near", "complexity"):
        lesson.answers.keep(f"scan/civil/{name}", 100)
    lesson.answers.keep("scan/at", 6)
    scan = lesson.scan()
    assert shown(scan).count("Niet ingevuld.") == 4
    press(scan.bottom, "keep-time")
    assert times(lesson.answers)[0]["left"]["interprofessional"] is None
    page = shown(scan)
    assert f"{day(lesson.answers.run.changed)}: niet ingevuld; nu: niet ingevuld" in page
    assert "bijna niets; nu" not in page
    again = kit.lesson("nabijheid")
    assert "Tussen beroepen: niet ingevuld" in again.written()
    for name in ("near", "complexity"):
        again.answers.keep(f"scan/interprofessional/{name}", 100)
    assert "niet ingevuld; nu: veel" in shown(kit.lesson("nabijheid").scan())


def test_opened_again_the_scan_goes_on(lesson: NearnessLesson) -> None:
    fill(lesson.scan())
    again = kit.lesson("nabijheid")
    assert again.answers.resumed
    scan = again.scan()
    assert scan._at == 6
    assert bars(scan)[0][0] > 0
    press(scan.bottom, "back")
    press(scan.top, "back")
    assert "Voorbeeld bij government." in shown(scan)


def test_a_team_sees_the_earlier_time_beside_now(lesson: NearnessLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = lesson.scan()
    fill(scan, near=100, complexity=90)
    press(scan.bottom, "keep-time")
    (first,) = times(lesson.answers)
    assert first["left"]["civil"] == pytest.approx(0.34, abs=0.01)
    press(scan.bottom, "keep-time")
    assert len(times(lesson.answers)) == 1, "one a day"
    lesson.answers.keep("scan/times", [{**first, "at": "2025-03-01"}])
    fill(scan, near=20, complexity=50)
    page = shown(scan)
    assert "01-03-2025: veel; nu: bijna niets" in page
    press(scan.bottom, "keep-time")
    assert next(one["at"] for one in times(lesson.answers)) == "2025-03-01"
    assert len(times(lesson.answers)) == 2


@pytest.mark.parametrize(
    "kept",
    [
        "x",
        [1, None, "x", {}],
        [{"at": 3, "left": {}}],
        [{"at": "2025-03-01", "left": dict.fromkeys(FORMS, 2)}],
        [{"at": "2025-03-01", "left": dict.fromkeys(FORMS, True)}],
        [{"at": "2025-03-01", "left": dict.fromkeys(FORMS, "0.1")}],
        [{"at": "2025-13-01", "left": dict.fromkeys(FORMS, 0.1)}],
        [{"at": "geen datum", "left": dict.fromkeys(FORMS, 0.1)}],
        [{"at": "<b>2025-03-01</b>", "left": dict.fromkeys(FORMS, 0.1)}],
    ],
)
def test_a_file_touched_by_hand_opens_the_scan(lesson: NearnessLesson, kept: Any) -> None:
    lesson.answers.keep("scan/times", kept)
    lesson.answers.keep("scan/leaders", "999")
    lesson.answers.keep("scan/moves", ["x"])
    lesson.answers.keep("scan/at", 99)
    lesson.answers.keep("scan/civil/near", 700)
    again = kit.lesson("nabijheid")
    assert times(again.answers) == []
    assert "Continuïteit" in shown(again.scan())
    assert again.written()


def test_no_more_earlier_times_than_can_be_read(lesson: NearnessLesson) -> None:
    left = dict.fromkeys(FORMS, 0.1)
    lesson.answers.keep("scan/times", [{"at": f"20{n}-01-01", "left": left} for n in range(10, 40)])
    assert len(times(lesson.answers)) == KEPT
    assert times(lesson.answers)[-1]["at"] == "2039-01-01"


def test_the_scan_asks_for_no_names(lesson: NearnessLesson) -> None:
    scan = lesson.scan()
    assert "zonder namen" in shown(scan)
    fill(scan)
    assert "Schrijf functies op in plaats van namen." in shown(scan)


# keeping


def test_all_of_the_scan_is_in_the_file(lesson: NearnessLesson) -> None:
    scan = lesson.scan()
    fill(scan)
    press(scan.bottom, "keep-time")
    for n, question in enumerate(nearness_scan.scan_questions()):
        answer(scan.bottom, question.key, f"Afspraak {n}.")
    lesson.answers.keep("simply/do", "De post openen.")
    content = lesson.written()
    assert content.startswith("Nabijheid\n\n")
    assert "De scan van ons team" in content
    for form in FORMS:
        assert f"Voorbeeld bij {form}." in content
    assert "Fysieke nabijheid\ndichtbij, soms lastig\n" in content
    assert "Gedeeld kader: deels gedeeld" in content
    assert "2 teamleiders en 1 verhuizing in 4 jaar." in content
    assert "om afstand vraagt" in content
    assert all(f"Afspraak {n}." in content for n in range(3))
    assert re.search(r"Wat op mensen neerkwam op \d\d-\d\d-20\d\d:", content)
    assert "De post openen." in content


def test_what_was_not_done_is_not_in_the_file(lesson: NearnessLesson) -> None:
    move(lesson.ask(), "team/frame", 5)
    assert lesson.written() == f"Nabijheid\n\n{day(lesson.answers.run.changed)}\n"


def test_starting_again_empties_every_part(lesson: NearnessLesson) -> None:
    parts = {name: getattr(lesson, name)() for name in PARTS}
    fill(parts["scan"])
    before = bars(lesson.bear())
    press(parts["bear"].bottom, "unchanged")
    press(parts["ask"].bottom, "restart")
    press(parts["ask"].bottom, "restart-yes")
    assert parts["scan"]._at == 0
    assert "Voorbeeld" not in shown(parts["scan"]).replace("Een voorbeeld", "")
    assert bars(parts["bear"]) == before
    assert all(part.top.anew > 0 for part in parts.values())


def test_a_learners_words_are_text(lesson: NearnessLesson) -> None:
    nasty = "<img src=x onerror=alert(1)> [klik](javascript:alert(1))"
    scan = lesson.scan()
    fill(scan)
    answer(scan.bottom, "scan/agree", nasty)
    assert nasty in shown(kit.lesson("nabijheid").scan())
    assert nasty in lesson.written()


def test_two_cases_behind_the_door(lesson: NearnessLesson) -> None:
    play = lesson.play()
    page = shown(play)
    assert "Zwart werk" in page
    assert "Opschalen" in page
    press(play.top, "open:opschalen")
    assert play.children[1].case.id == "opschalen"
    press(play.top, "open:zwart-werk")
    assert play.children[1].case.id == "zwart-werk"
    assert len(play.children) == 3


def test_every_question_has_its_place(lesson: NearnessLesson) -> None:
    for place, questions in lesson.questions().items():
        page = shown(lesson.write(place))
        assert all(question.label in page for question in questions)

"""The lesson on working styles: first a prediction, sliders that are followed, a model that can be made to fail."""

from collections.abc import Iterator
from typing import Any

import ipywidgets
import pytest
from widgets.test_lessons import answer, press, shown, tell, texts

import kit
from kit.journal import Store
from kit.journal.clock import day
from kit.models.working_style import Assumptions, simulate
from kit.widgets.form import Form
from kit.widgets.lessons.lesson import Lesson
from kit.widgets.lessons.styles import StylesLesson
from kit.widgets.lessons.styles_fail import AS_MADE_UP, NAMES, at_start
from kit.widgets.lessons.styles_mix import BARS, FIRST_CARD

PARTS = ["guess", "once", "weeks", "cause", "luck", "fail", "play"]


@pytest.fixture
def lesson() -> StylesLesson:
    return kit.lesson("werkstijlen")


def move(form: Form, key: str, value: Any) -> None:
    tell(form, kind="live", key=key, value=value)


def line(part: Any, trace: int = -1) -> list[float]:
    """What one line of the chart shows, by week."""
    return list(part.chart.figure["data"][trace]["y"])


def row_of(weeks: Any) -> dict[str, Any]:
    """The row of bars; above it stand the divisions to begin with."""
    row: dict[str, Any] = next(block for block in weeks.top.page if block["kind"] == "row")
    return row


def predict(lesson: StylesLesson, guessed: str = "relations") -> None:
    for key in ("early", "late", "mean"):
        lesson.answers.keep(f"guess/{key}", guessed)


# a prediction first


def test_the_picture_waits_for_three_predictions(lesson: StylesLesson) -> None:
    guess = lesson.guess()
    for key in ("early", "late"):
        answer(guess.top, f"guess/{key}", "card")
        assert guess.chart.layout.display == "none"
        assert guess.chart.figure == {}
        assert "kruisen" not in shown(guess)
    answer(guess.top, "guess/mean", "equal")
    assert guess.chart.layout.display == ""
    assert len(line(guess)) == 53
    page = shown(guess)
    assert "Jij: met de kaart. In dit model: na een jaar is het rustiger met relaties." in page
    assert "Jij: ongeveer gelijk. In dit model: over het hele jaar genomen is er met de kaart minder onrust." in page
    assert "Dit model is zo gebouwd; het bewijst niets." in page
    assert guess.chart.said.startswith("Na een maand is het rustiger met de kaart.")


def test_it_can_be_seen_without_a_prediction(lesson: StylesLesson) -> None:
    guess = lesson.guess()
    press(guess.top, "anyway")
    assert guess.chart.layout.display == ""
    assert "Jij: geen voorspelling." in shown(guess)


def test_nobody_is_told_right_or_wrong(lesson: StylesLesson) -> None:
    predict(lesson)
    page = shown(lesson.guess()).lower()
    assert not any(word in page for word in ("goed geraden", "klopt", "fout", "juist", "helaas"))


def test_what_lies_under_it_can_be_looked_at(lesson: StylesLesson) -> None:
    predict(lesson)
    guess = lesson.guess()
    answer(guess.top, "guess/show", "cause")
    assert line(guess, -2)[-1] == pytest.approx(0.534, abs=0.01)
    assert "Met de kaart. Wat eronder ligt, is bijna niet geraakt." in shown(guess)
    assert "onder" in guess.chart.said
    page = shown(guess)
    assert "Week 52." in page and "De kaart: veel. Relaties: weinig." in page, "the words are those of this chart"
    assert "onrust. Relaties" not in page


def test_the_chart_is_told_in_words(lesson: StylesLesson) -> None:
    predict(lesson)
    page = shown(lesson.guess())
    for row in ("Nu.", "Week 4.", "Week 52."):
        assert row in page
    assert "De kaart: enige onrust. Relaties: veel onrust." in page
    assert "Allebei: veel onrust." in page


# the mix


def test_the_band_follows_the_slider_and_the_slider_stays(lesson: StylesLesson) -> None:
    once = lesson.once()
    sliders = once.top.page
    before, words = line(once), shown(once)
    move(once.top, "mix/share", 90)
    year = simulate(0.9, lesson.chances)
    assert line(once, 2) == [round(value, 3) for value in year.unrest.median]
    assert line(once, 3) == [round(value, 3) for value in year.cause.median]
    assert (line(once) != before, shown(once) != words) == (True, True)
    assert once.top.page is sliders, "drawing the sliders anew would end the drag"
    assert once.chart.said in " ".join(texts(once.bottom.page))


def test_what_moves_is_written_only_where_it_rests(lesson: StylesLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    once = lesson.once()
    written: list[Any] = []
    save = Store.save
    monkeypatch.setattr(Store, "save", lambda self, run, **how: (written.append(run), save(self, run, **how))[1])
    for value in range(0, 100, 5):
        move(once.top, "mix/share", value)
    assert written == []
    answer(once.top, "mix/share", 95)
    assert len(written) == 1
    assert [(entry.key, entry.value) for entry in written[0].entries] == [("mix/share", 95)]
    assert line(kit.lesson("werkstijlen").once(), 2) == line(once, 2)


def test_a_move_is_kept_with_the_next_answer_of_any_kind(lesson: StylesLesson) -> None:
    move(lesson.once().top, "mix/share", 20)
    answer(lesson.write("mix").top, "mix/cost", "Tijd.")
    assert kit.lesson("werkstijlen").answers.number("mix/share") == 20


def test_a_move_redraws_no_other_part(lesson: StylesLesson) -> None:
    parts = {name: getattr(lesson, name)() for name in PARTS if name != "play"}
    before = {name: (part.chart.figure, part.top.page, part.bottom.page) for name, part in parts.items()}
    move(parts["once"].top, "mix/share", 5)
    for name, part in parts.items():
        same = all(
            a is b for a, b in zip((part.chart.figure, part.top.page, part.bottom.page), before[name], strict=True)
        )
        assert same is (name != "once"), name


def test_week_by_week(lesson: StylesLesson) -> None:
    weeks = lesson.weeks()
    amounts = [0] * 2 + [100] * 11
    move(weeks.top, "weeks/amounts", amounts)
    year = simulate([0.0] * 8 + [1.0] * 44, lesson.chances)
    assert line(weeks, 2) == [round(value, 3) for value in year.unrest.median]
    answer(weeks.top, "weeks/amounts", amounts)
    assert line(kit.lesson("werkstijlen").weeks(), 2) == line(weeks, 2)


def test_a_division_to_begin_with_replaces_what_was_drawn(lesson: StylesLesson) -> None:
    weeks = lesson.weeks()
    answer(weeks.top, "weeks/amounts", [0] * BARS)
    forgot = weeks.top.anew
    press(weeks.top, "card-first")
    row = row_of(weeks)
    assert row["value"] == list(FIRST_CARD)
    assert weeks.top.anew == forgot + 1, "or the page holds on to what was drawn"
    assert len(FIRST_CARD) == BARS == 13


@pytest.mark.parametrize("kept", [[0] * 12, [0] * 12 + [101], [0] * 12 + ["x"], "x", {"a": 1}, [True] * 13])
def test_a_file_touched_by_hand_opens_the_row(lesson: StylesLesson, kept: Any) -> None:
    lesson.answers.keep("weeks/amounts", kept)
    weeks = kit.lesson("werkstijlen").weeks()
    assert row_of(weeks)["value"] == [50] * BARS
    assert lesson.written()


# cause, luck


def test_where_nothing_lies_under_it_the_card_is_enough(lesson: StylesLesson) -> None:
    cause = lesson.cause()
    move(cause.top, "cause/under", 0)
    assert "weinig wat een kaart zou laten liggen" in shown(cause)
    assert "Na een jaar is het bij allebei ongeveer even rustig." in shown(cause)
    move(cause.top, "cause/under", 80)
    assert "Na een jaar is het rustiger met relaties." in shown(cause)
    assert cause.chart.figure["layout"]["yaxis"]["range"] == [0, 1]


def test_each_year_is_another_and_goes_on_where_it_was(lesson: StylesLesson) -> None:
    luck = lesson.luck()
    first = line(luck)
    press(luck.top, "again")
    second = line(luck)
    assert first != second
    assert line(kit.lesson("werkstijlen").luck()) == second
    answer(luck.top, "luck/style", "card")
    assert line(luck) != second
    lesson.answers.keep("luck/times", 99)
    press(luck.top, "again")
    assert lesson.answers.number("luck/times") == 0, "a number that the answers take"


# make it fail


def verdicts(part: Any) -> list[bool]:
    page = " ".join(texts(part.bottom.page))
    found = [(page.find("Blijft staan.", at), page.find("Valt om.", at)) for at in positions(page)]
    return [falls < 0 or 0 <= stands < falls for stands, falls in found]


def positions(page: str) -> Iterator[int]:
    for sentence in (
        "Na een maand is het rustiger met de kaart.",
        "Na een jaar is het rustiger met relaties.",
        "Hoe het uitpakt, is met relaties minder zeker.",
        "Waar niets onder ligt, is de kaart genoeg.",
        "Over het hele jaar genomen is er met de kaart minder onrust.",
    ):
        assert page.count(sentence) == 1
        yield page.index(sentence)


def test_as_made_up_all_five_stand(lesson: StylesLesson) -> None:
    assert verdicts(lesson.fail()) == [True] * 5


@pytest.mark.parametrize(
    ("name", "value", "falls"),
    [("relief", 5, 0), ("repair", 20, 1), ("card_spread", 60, 2), ("unrest", 10, 3), ("relief", 30, 4)],
)
def test_each_finding_can_be_brought_down_by_one_slider(
    lesson: StylesLesson, name: str, value: int, falls: int
) -> None:
    fail = lesson.fail()
    answer(fail.top, "fail/at", name)
    move(fail.top, f"fail/{name}", value)
    assert not verdicts(fail)[falls]


def test_every_assumption_is_told_with_what_it_means_and_that_it_is_made_up(lesson: StylesLesson) -> None:
    page = shown(lesson.fail())
    assert page.count("Fictie.") == len(NAMES) == 10
    for value in ("0,15", "0,25", "0,08", "0,04", "0,6", "0,02", "0,2"):
        assert f": {value}." in page, "with a Dutch comma"


@pytest.mark.parametrize("name", NAMES)
def test_every_slider_stands_as_it_was_made_up_and_can_be_moved(lesson: StylesLesson, name: str) -> None:
    fail = lesson.fail()
    answer(fail.top, "fail/at", name)
    assert at_start(name) % 5 == 0, "the slider has that step"
    assert close(fail.street(), AS_MADE_UP)
    before = fail.street()
    move(fail.top, f"fail/{name}", 0 if at_start(name) else 100)
    assert getattr(fail.street(), name) != getattr(before, name)
    assert "Veranderd: " in shown(fail)


def close(one: Assumptions, other: Assumptions) -> bool:
    return all(getattr(one, name) == pytest.approx(getattr(other, name)) for name in NAMES)


def test_all_can_be_put_back(lesson: StylesLesson) -> None:
    fail = lesson.fail()
    for name in ("relief", "repair"):
        answer(fail.top, "fail/at", name)
        answer(fail.top, f"fail/{name}", 0)
    assert False in verdicts(fail)
    press(fail.bottom, "back")
    assert close(fail.street(), AS_MADE_UP)
    assert verdicts(fail) == [True] * 5
    assert "nog niets veranderd" in shown(fail)
    assert close(kit.lesson("werkstijlen").fail().street(), AS_MADE_UP)


# the case


def test_a_door_opens_nothing_until_it_is_asked(lesson: StylesLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    play = lesson.play()
    monkeypatch.setattr(play, "opener", lambda id: (opened.append(id), ipywidgets.HTML())[1])
    assert opened == []
    assert "De meldkaart" in shown(play)
    press(play.top, "open:meldkaart")
    assert opened == ["meldkaart"]
    assert len(play.children) == 3


def test_behind_the_door_is_the_case_itself(lesson: StylesLesson) -> None:
    play = lesson.play()
    press(play.top, "open:meldkaart")
    assert play.children[1].case.id == "meldkaart"
    assert play.children[1].store is lesson.answers.store


# keeping


def test_starting_again_empties_every_part(lesson: StylesLesson) -> None:
    parts = [getattr(lesson, name)() for name in PARTS]
    predict(lesson)
    answer(parts[1].top, "mix/share", 0)
    answer(parts[2].top, "weeks/amounts", [0] * BARS)
    press(parts[1].bottom, "restart")
    press(parts[1].bottom, "restart-yes")
    assert parts[0].chart.layout.display == "none"
    assert row_of(parts[2])["value"] == [50] * BARS
    assert all(part.top.anew > 0 for part in parts)


def test_all_that_was_done_can_be_taken_along(lesson: StylesLesson) -> None:
    predict(lesson)
    lesson.answers.keep("mix/share", 75)
    lesson.answers.keep("weeks/amounts", [0] * 12 + [100])
    lesson.answers.keep("fail/relief", 5)
    asked = [question for them in lesson.questions().values() for question in them]
    for n, question in enumerate(asked):
        lesson.answers.keep(question.key, f"Antwoord {n}.")
    content = lesson.written()
    assert content.startswith("Werkstijlen\n\n")
    for n, question in enumerate(asked):
        assert f"{question.label}\nAntwoord {n}." in content
    assert "Na een jaar: waarmee is het rustiger?\nMet relaties" in content
    assert "Jouw verdeling voor een heel jaar:\nde meeste tijd voor relaties" in content
    assert "Week 49 tot en met 52: bijna alle tijd voor relaties" in content
    assert "Wat de kaart wegneemt: (bijna) niet" in content


def test_what_was_not_done_is_not_in_the_file(lesson: StylesLesson) -> None:
    assert lesson.written() == f"Werkstijlen\n\n{day(lesson.answers.run.changed)}\n"


def test_every_question_has_its_place(lesson: Lesson) -> None:
    for place, questions in lesson.questions().items():
        page = shown(lesson.write(place))
        assert all(question.label in page for question in questions)
    keys = [question.key for them in lesson.questions().values() for question in them]
    assert len(keys) == len(set(keys))

"""A class on a page: read within bounds, told by exercise, small numbers small, and nothing kept."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import kit
from kit.exercise import Exercise
from kit.exercisefile import list_sets, load_set
from kit.journal.folder import MOST_FILES
from kit.journal.run import now
from kit.practice.fields import start_of
from kit.widgets.exercises.class_table import class_csv, class_table, not_done
from kit.widgets.exercises.class_view import ClassView
from kit.widgets.exercises.class_words import stands_out, ways_to_use

TENSIONS = load_set("spanningen")
SECRET = "Alleen voor wie het schreef"


def exercise(kind: str, open: bool = False) -> Exercise:
    return next(one for one in TENSIONS.exercises if one.kind == kind and one.open == open)


CHOICE, OPEN, WRITE = exercise("several"), exercise("choose", open=True), exercise("write")
RIGHT = [option.id for option in CHOICE.options if option.right]
WRONG = next(option for option in CHOICE.options if option.right is False)
N = TENSIONS.exercises.index(CHOICE) + 1

Answers = list[tuple[str, str, Any]]


def handed_in(answers: Answers, who: int, topic: str = "spanningen") -> bytes:
    """A file of one learner; nobody answers at the very moment at which another does."""
    rows = [
        {"at": f"2026-03-02T09:{n:02}:{who:02}.000+00:00", "key": f"{id}/{field}", "value": value}
        for n, (id, field, value) in enumerate(answers)
    ]
    made = {"kind": "krachtenveld-voortgang", "format": 1, "made": now(), "label": "", "seed": f"{who}"}
    return json.dumps({**made, "sets": {topic: rows}}).encode()


def a_class(right: int, mended: int = 0, wrong: int = 0) -> list[Answers]:
    """So many who chose right, who showed an idea and mended it, and who showed it and left it there."""
    first: Answers = [(CHOICE.id, "checked", [*RIGHT, WRONG.id])]
    return [
        *([[(CHOICE.id, "checked", RIGHT)]] * right),
        *([[*first, (CHOICE.id, "checked", RIGHT)]] * mended),
        *([first] * wrong),
    ]


@pytest.fixture
def klas(tmp_path: Path) -> Path:
    path = tmp_path / "klas"
    path.mkdir()
    return path


def written(folder: Path, learners: list[Answers], topic: str = "spanningen") -> Path:
    for n, answers in enumerate(learners):
        (folder / f"{topic} {n}.json").write_bytes(handed_in(answers, n, topic))
    return folder


def texts(blocks: Any) -> Iterator[str]:
    """All words on a page, one piece after the other."""
    if isinstance(blocks, str):
        yield blocks
    elif isinstance(blocks, list | tuple):
        for one in blocks:
            yield from texts(one)
    elif isinstance(blocks, dict):
        yield "".join(texts(_words(blocks.get("tree", []))))
        for name in ("text", "summary", "label", "blocks", "cells", "buttons", "columns"):
            if name in blocks:
                yield from texts(blocks[name])


def _words(tree: list[Any]) -> list[Any]:
    """The pieces of text in Markdown that was read."""
    return [node if isinstance(node, str) else _words(node[2]) for node in tree]


def said(view: ClassView) -> str:
    return "\n".join(texts([view.top.page, view.middle.page, view.bottom.page]))


def table(view: ClassView) -> dict[str, list[str]]:
    """The words in each cell of the table, by the number of the exercise."""
    [found] = [block for block in view.bottom.page if block["kind"] == "table"]
    rows = [["".join(texts(cell)) for cell in row] for row in found["cells"]]
    return {row[0].partition(".")[0]: row for row in rows}


def say(view: ClassView, **message: Any) -> None:
    for form in (view.top, view.middle, view.bottom):
        form._handle_custom_msg(message, [])


# opening


def test_without_a_folder_it_asks_for_files() -> None:
    view = kit.class_view()
    assert "Kies de bestanden, allemaal tegelijk" in said(view)
    assert "Of vul het pad van een map in" in said(view)
    assert view.middle.page == view.bottom.page == []
    assert view.chart.layout.display == "none"


def test_with_a_folder_it_reads_at_once(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=6, wrong=6)))
    assert "Gelezen: het werk van 12 personen." in said(view)
    assert "12 mensen" in said(view)


def test_a_folder_that_is_none_is_told_and_the_page_stays(klas: Path) -> None:
    view = kit.class_view(klas / "weg")
    assert "Er is hier geen map met deze naam" in said(view)
    assert "Kies de bestanden, allemaal tegelijk" in said(view)


def test_a_folder_is_named_and_read(klas: Path) -> None:
    written(klas, a_class(right=5))
    view = kit.class_view()
    say(view, kind="set", key="folder", value=str(klas))
    assert "Gelezen" not in said(view), "not before it is asked for"
    say(view, kind="act", id="read")
    assert "Gelezen: het werk van 5 personen." in said(view)


def test_on_a_school_s_server_it_says_where_the_folder_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "op deze computer" in str(kit.class_view().top.page)
    monkeypatch.setenv("JUPYTERHUB_USER", "docent")
    assert "in je eigen ruimte op de server van je school" in str(kit.class_view().top.page)


def test_files_are_chosen_all_at_once() -> None:
    view = kit.class_view()
    files = [handed_in(answers, n) for n, answers in enumerate(a_class(right=5))]
    for n, content in enumerate([*files, b"PK\x03\x04"]):
        message = {"kind": "file", "key": "files", "name": f"{n}.json", "size": len(content), "at": 0, "choice": 1}
        view.top._handle_custom_msg(message, [content])
    view.top._handle_custom_msg(
        {"kind": "file", "key": "files", "name": "groot.json", "size": 0, "at": 0, "choice": 1, "lost": True}, []
    )
    turn = view.middle.turn
    view.top._handle_custom_msg({"kind": "files", "key": "files", "choice": 1}, [])
    assert "Gelezen: het werk van 5 personen." in said(view)
    assert "2 bestanden tellen niet mee" in said(view)
    assert "In dit bestand staat geen voortgang: zo is het niet te lezen." in said(view)
    assert "Dit bestand is te groot (meer dan 5 MB), of was niet te lezen." in said(view)
    assert view.middle.turn == turn + 1, "reading goes on at what was found"
    assert MOST_FILES >= 200


def test_what_was_read_goes_from_the_screen(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=6, wrong=6)))
    say(view, kind="act", id="clear")
    assert view.reading is None and view.handed is None
    assert view.middle.page == view.bottom.page == []
    assert view.chart.layout.display == "none"
    assert "Gelezen" not in said(view)


def test_nothing_is_written(klas: Path, fresh_home: Path) -> None:
    written(klas, a_class(right=3, wrong=6))
    before = {path: path.stat().st_mtime_ns for path in klas.iterdir()}
    view = kit.class_view(klas)
    say(view, kind="set", key="exact", value=True)
    say(view, kind="act", id="csv")
    assert {path: path.stat().st_mtime_ns for path in klas.iterdir()} == before
    assert not fresh_home.exists() or list(fresh_home.iterdir()) == []


# what became of the files


def test_one_person_counts_once_and_it_is_said(klas: Path) -> None:
    written(klas, a_class(right=5))
    (klas / "nog eens.json").write_bytes((klas / "spanningen 2.json").read_bytes())
    view = kit.class_view(klas)
    assert "Gelezen: het werk van 5 personen." in said(view)
    assert "Van één persoon zijn er meer bestanden; die telt één keer" in said(view)
    assert "nog eens.json, spanningen 2.json" in said(view)


def test_nothing_but_other_files(klas: Path) -> None:
    (klas / "a.json").write_text("[]")
    view = kit.class_view(klas)
    assert "In deze bestanden staat geen voortgang." in said(view)
    assert "Kies de bestanden, allemaal tegelijk" in said(view), "the way on stays open"
    assert view.middle.page == []


def test_a_set_that_is_not_known_here_is_named(klas: Path) -> None:
    written(klas, a_class(right=5), topic="mijn-reeks")
    view = kit.class_view(klas)
    assert "Deze reeksen zijn hier niet bekend, en doen niet mee: mijn-reeks." in said(view)
    assert view.reading is None and view.middle.page == []


def test_names_of_files_are_text(klas: Path) -> None:
    written(klas, a_class(right=5))
    (klas / "<img src=x> [klik](https:x) **vet**.json").write_bytes(b"x")
    view = kit.class_view(klas)
    [fold] = [block for block in view.top.page if block.get("summary") == "Eén bestand telt niet mee"]
    assert "<img src=x> [klik](https:x) **vet**.json: In dit bestand" in "".join(texts(fold["blocks"]))


# what stands out


def test_what_most_showed_stands_on_top(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=6, mended=7, wrong=5)))
    assert view.reading is not None
    sentence, _how = stands_out(view.reading)
    idea = WRONG.misconception.rstrip(".")
    assert sentence == f"De meeste mensen in deze groep (12 van de 18) lieten bij opgave {N} dit idee zien: ‘{idea}’."
    assert view.middle.page[1] == {"kind": "heading", "text": sentence, "level": 2}


@pytest.mark.parametrize(
    ("right", "wrong", "begin"),
    [
        (0, 6, f"Iedereen die opgave {N} maakte (6 mensen), liet dit idee zien"),
        (5, 5, "Een deel van deze groep (5 van de 10) liet"),
        (20, 5, "Enkele mensen in deze groep (5 van de 25) lieten"),
        (20, 4, "Bij geen enkele opgave lieten vijf mensen of meer hetzelfde idee zien."),
        (0, 4, "Minder dan vijf mensen maakten deze reeks"),
    ],
)
def test_it_says_no_more_than_the_numbers(klas: Path, right: int, wrong: int, begin: str) -> None:
    reading = kit.class_view(written(klas, a_class(right=right, wrong=wrong))).reading
    assert reading is not None
    assert stands_out(reading)[0].startswith(begin)


def test_only_open_questions_say_nothing_of_ideas(klas: Path) -> None:
    reading = kit.class_view(written(klas, [[(OPEN.id, "checked", OPEN.options[0].id)]] * 6)).reading
    assert reading is not None
    assert stands_out(reading)[0] == "Er zijn nog te weinig antwoorden om te zeggen welke ideeën in deze groep leven."


def test_three_ways_to_use_it_from_what_is_there(klas: Path) -> None:
    learners = a_class(right=6, mended=8)
    for n, answers in enumerate(learners):
        answers_of_n = [*answers, (OPEN.id, "checked", OPEN.options[n % 3].id)]
        learners[n] = answers_of_n
    reading = kit.class_view(written(klas, learners)).reading
    assert reading is not None
    idea, spread, turn = ways_to_use(reading)
    assert "Begin bij het idee, niet bij wie het had" in idea and f"bij opgave {N}" in idea
    assert f"Bij opgave {TENSIONS.exercises.index(OPEN) + 1} lopen de antwoorden uiteen" in spread
    assert f"Opgave {N} ging bij meer mensen eerst mis, en later goed" in turn


def test_no_difference_is_made_where_nearly_all_chose_the_same(klas: Path) -> None:
    same = [[(OPEN.id, "checked", OPEN.options[n == 0].id)] for n in range(8)]
    reading = kit.class_view(written(klas, same)).reading
    assert reading is not None
    idea, spread, turn = ways_to_use(reading)
    assert "lopen de antwoorden uiteen" not in spread and spread.startswith("**Laat een verschil staan.**")
    assert idea.startswith("**Vraag wat hen het langst bezighield.**")
    assert turn.startswith("**Laat vertellen wat hielp.** In tweetallen")


# the table


def test_an_exercise_in_the_table(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=9, mended=12, wrong=5)))
    row = table(view)[f"{N}"]
    assert row[1:4] == ["26", "9", "12"]
    assert f"17 mensen · {WRONG.misconception}" in row[4]
    assert WRONG.feedback.split(".")[0] in row[4], "with what a learner reads of it"
    assert f"bron: {TENSIONS.source(CHOICE.source or '').cite}" in row[4], "and where that comes from"
    assert CHOICE.question.split("?")[0].split()[0] in row[0]


def test_small_numbers_are_not_told_unless_they_are_asked_for(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=12, mended=3, wrong=1)))
    row = table(view)[f"{N}"]
    assert row[1:4] == ["16", "bijna iedereen", ""]
    assert "minder dan 5 · " in row[4] and "4 mensen" not in row[4]
    assert "Waarom ‘minder dan 5’?" in said(view)
    say(view, kind="set", key="exact", value=True)
    row = table(view)[f"{N}"]
    assert row[1:4] == ["16", "12", "3"]
    assert "4 mensen · " in row[4]
    assert "laat dit niet op het grote scherm zien" in said(view)
    assert "(4 van de 16)" in view.chart.said
    view.read_folder()
    assert "(minder dan 5 van de 16)" in view.chart.said, "what is read anew begins with small numbers small"


def test_of_a_few_it_is_told_what_and_not_how_many(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=1, wrong=2)))
    row = table(view)[f"{N}"]
    assert row[1:4] == ["minder dan 5", "", ""]
    assert WRONG.misconception in row[4] and "minder dan 5" not in row[4]
    assert view.chart.layout.display == "none", "no bar of it"
    assert "gemaakt door minder dan 5 mensen" in said(view)


def test_a_question_without_a_right_answer_is_never_right_or_wrong(klas: Path) -> None:
    chosen = [OPEN.options[0]] * 6 + [OPEN.options[1]] * 7
    view = kit.class_view(written(klas, [[(OPEN.id, "checked", option.id)] for option in chosen]))
    row = table(view)[f"{TENSIONS.exercises.index(OPEN) + 1}"]
    assert row[1:4] == ["13", "", ""]
    assert row[4].startswith("Er is geen goed antwoord. Zo is de groep verdeeld:")
    assert "6 mensen · " in row[4] and "7 mensen · " in row[4] and "niemand · " in row[4]
    assert "Wie zou bezwaar maken?" in row[4]
    assert view.chart.layout.display == "none"


def test_what_was_written_is_nowhere(klas: Path) -> None:
    first, second = WRITE.criteria[:2]
    answers: Answers = [(WRITE.id, "checked", SECRET), (WRITE.id, "ticked", [first.id])]
    view = kit.class_view(written(klas, [answers] * 6))
    row = table(view)[f"{TENSIONS.exercises.index(WRITE) + 1}"]
    assert row[1:4] == ["6", "", ""]
    assert row[4].startswith("Dit vonden zij terug in hun eigen tekst. De teksten zelf staan hier niet.")
    assert f"6 mensen · {first.text}" in row[4] and f"niemand · {second.text}" in row[4]
    assert SECRET not in json.dumps([form.get_state() for form in (view.top, view.middle, view.bottom)], default=str)


def test_what_nobody_did_is_one_sentence(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=5)))
    assert list(table(view)) == [f"{N}"]
    assert view.reading is not None
    left = [n for n in range(1, len(TENSIONS.exercises) + 1) if n != N]
    assert not_done(view.reading) == f"Deze opgaven deed nog niemand: {', '.join(map(str, left))}."


def test_no_total_and_no_names(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=6, wrong=6)))
    words = said(view).lower()
    assert not any(word in words for word in ("totaal", "score", "gemiddeld", "punten", "cijfer ", "beste", "%"))
    assert "spanningen 3.json" not in words


# the picture


def test_the_picture_says_what_it_shows(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=6, wrong=12)))
    assert view.chart.layout.display == ""
    assert f"Opgave {N}: {WRONG.misconception.rstrip('.')} (12 van de 18)." in view.chart.said
    assert view.chart.figure["data"][1]["x"] == [12]


# another set, and the file


def test_the_set_with_most_people_comes_first_and_another_can_be_chosen(klas: Path) -> None:
    written(klas, a_class(right=5))
    other = load_set("context")
    one = next(one for one in other.exercises if one.kind == "choose" and not one.open)
    written(klas, [[(one.id, "checked", one.options[0].id)]] * 7, topic="context")
    view = kit.class_view(klas)
    assert view.reading is not None and view.reading.whole.id == "context"
    select = view.middle.page[0]
    assert [row["value"] for row in select["options"]] == ["spanningen", "context"], "those with something in them"
    say(view, kind="set", key="set", value="spanningen")
    assert view.reading.whole.id == "spanningen" and f"{N}" in table(view)


def test_the_table_as_a_file(klas: Path) -> None:
    view = kit.class_view(written(klas, a_class(right=9, mended=12, wrong=6)))
    sent: list[dict[str, Any]] = []
    view.bottom.send = lambda message, buffers=None: sent.append(message)  # type: ignore[method-assign,assignment]
    say(view, kind="act", id="csv")
    [file] = sent
    assert (file["name"], file["mime"]) == ("klas-spanningen.csv", "text/csv;charset=utf-8")
    head, row = list(csv.reader(io.StringIO(file["text"].lstrip("\ufeff")), delimiter=";"))
    assert head[0] == "opgave" and len(head) == len(row) == 8
    assert row[:1] + row[2:] == [f"{N}", "27", "9", "12", "idee", WRONG.misconception, "18"]


def test_no_formula_in_the_file_and_no_small_number(klas: Path) -> None:
    reading = kit.class_view(written(klas, a_class(right=9, wrong=3))).reading
    assert reading is not None
    changed = tuple(
        replace(one, ideas=tuple(replace(idea, text="=1+1") for idea in one.ideas)) for one in reading.exercises
    )
    text = class_csv(replace(reading, exercises=changed), exact=False)
    assert ";'=1+1;minder dan 5\r\n" in text and ";=1+1" not in text
    assert ";3" not in text
    assert ";3\r\n" in class_csv(reading, exact=True)


def test_every_exercise_of_every_set_has_a_row(klas: Path) -> None:
    for id in list_sets():
        whole = load_set(id)
        logs = []
        for one in whole.exercises:
            answer: Any = "iets"
            if one.kind in ("choose", "several"):
                answer = one.options[0].id if one.kind == "choose" else [one.options[0].id]
            elif one.kind == "order":
                answer = [item.id for item in reversed(one.items)]
            elif one.kind == "match":
                answer = {pair.id: one.pairs[0].id for pair in one.pairs}
            elif one.kind == "place":
                answer = 0.9
            elif one.board is not None:
                answer = {"stance": start_of(one.board)}
            logs.append((f"{one.id}", "checked", answer))
        folder = klas / id
        folder.mkdir()
        view = kit.class_view(written(folder, [logs] * 6, topic=id))
        assert len(table(view)) == len(whole.exercises), id
        assert all(row[4] for row in table(view).values() if row[2] != "iedereen"), id
        assert view.reading is not None and class_table(view.reading, exact=True)["kind"] == "table"

"""The portfolio: what there is to choose from, what the document holds, and what is handed over."""

import io
from datetime import date
from typing import Any

import docx
import pytest
from PIL import Image

import kit
from kit.casefile import load_case
from kit.document.html import to_html
from kit.dossier import portfolio
from kit.dossier.compose import compose
from kit.dossier.gather import journals, lessons
from kit.dossier.reflection import way, ways
from kit.dossier.view import PortfolioView
from kit.journal import Store
from kit.lessons import LESSONS
from kit.widgets.painter import Painter
from kit.widgets.walk import Walk


def png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (60, 30), "#7a2abf").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def store() -> Store:
    """One case begun, one lesson written in."""
    store = Store()
    walk = Walk(load_case("heideland"), store)
    moment = walk.case.moments[0]
    settled = next(str(i) for i, one in enumerate(moment.safety.answers) if one.settled)
    given = {"safety": settled, "hunch": "b", "weigh": "rust & <b>tijd</b>", "choice": moment.options[0].id}
    for name, value in given.items():
        walk._answer(f"{moment.id}/{name}", value)
    kit.lesson("verwachtingen", store).answers.keep("write/list", "Ans, dat ik de deur doe")
    return store


def page(view: PortfolioView) -> str:
    return str(view.top.page)


def answer(view: PortfolioView, key: str, value: Any) -> None:
    view.top._handle_custom_msg({"kind": "set", "key": key, "value": value}, [])


def act(view: PortfolioView, id: str) -> None:
    view.top._handle_custom_msg({"kind": "act", "id": id}, [])


def choose_all(view: PortfolioView) -> None:
    for piece in view.pieces():
        answer(view, f"choose/{piece.id}", True)


def test_what_there_is_to_choose_from(store: Store) -> None:
    assert [(piece.kind, piece.title) for piece in journals(store)] == [("journal", load_case("heideland").title)]
    assert [(piece.kind, piece.title) for piece in lessons(store, LESSONS)] == [("lesson", "Verwachtingen")]


def test_a_case_that_was_only_opened_is_nothing_to_hand_in() -> None:
    store = Store()
    walk = Walk(load_case("middelstad"), store)
    walk._answer("case/here", walk.at.here.id)
    assert list(journals(store)) == []
    assert "Er is nog niets om uit te kiezen" in page(portfolio(store))


def test_nothing_goes_in_unchosen(store: Store) -> None:
    view = portfolio(store)
    assert "Kies hierboven ten minste één ding" in page(view)
    assert view.document().parts == ()
    answer(view, "choose/lesson/verwachtingen", True)
    assert "Download voor Word" in page(view)
    told = to_html(view.document())
    assert "Ans, dat ik de deur doe" in told and "Heideland" not in told


def test_a_journal_goes_in_with_its_boards_and_without_its_own_headings_on_top(store: Store) -> None:
    (piece,) = journals(store)
    document = compose("", [piece], way("starr"), {}, date(2026, 11, 25))
    assert document.title == "Mijn portfolio" and document.subtitle == "25-11-2026"
    assert len(document.pictures) == 1
    html = to_html(document)
    assert "rust &amp; &lt;b&gt;tijd&lt;/b&gt;" in html
    assert html.count("<h2>") == 1


@pytest.mark.parametrize("one", ways(), ids=lambda one: one.id)
def test_a_reflection_has_the_steps_that_were_written(one: Any) -> None:
    first = one.steps[0]
    html = to_html(compose("Ik", [], one, {first.key: "Het was laat.", one.steps[1].key: "  "}, date.today()))
    assert first.name in html and "Het was laat." in html
    assert one.steps[1].asked not in html


def test_both_ways_keep_what_was_written(store: Store) -> None:
    view = portfolio(store)
    answer(view, "starr/situation", "Op de gang.")
    answer(view, "way", "korthagen")
    assert "Handelen" in page(view) and "Op de gang." not in page(view)
    answer(view, "way", "starr")
    assert "Op de gang." in page(portfolio(store)), "also when it is opened again"


def test_word_gets_the_boards_that_the_browser_painted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    view = portfolio(store)
    choose_all(view)
    sent: list[Any] = []
    given: list[tuple[str, Any, str]] = []
    monkeypatch.setattr(view.painter, "send", lambda content, buffers=None: sent.append(content))
    monkeypatch.setattr(view.top, "offer", lambda *one: given.append(one))
    act(view, "word")
    assert [len(message["svgs"]) for message in sent] == [1] and given == []
    view.painter._handle_custom_msg({"kind": "painted", "id": sent[0]["id"]}, [memoryview(png())])
    ((name, content, _mime),) = given
    made = docx.Document(io.BytesIO(content))
    assert name == "portfolio.docx"
    assert len(made.inline_shapes) == 1
    assert "Jouw knoop:" in made.inline_shapes[0]._inline.docPr.get("descr")


def test_a_board_that_could_not_be_painted_stands_in_words(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    view = portfolio(store)
    choose_all(view)
    given: list[Any] = []
    monkeypatch.setattr(view.painter, "paint", lambda svgs, then: then([b""] * len(svgs)))
    monkeypatch.setattr(view.top, "offer", lambda *one: given.append(one))
    act(view, "word")
    made = docx.Document(io.BytesIO(given[0][1]))
    assert len(made.inline_shapes) == 0
    told = next(p.text for p in made.paragraphs if p.text.startswith("Het krachtenbord"))
    assert "Jouw knoop:" in told


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg/>"])
def test_only_a_picture_is_taken_for_one(content: bytes) -> None:
    got: list[list[bytes]] = []
    painter = Painter(lambda sentence, detail: None)
    painter.paint(["<svg/>"], got.append)
    painter._handle_custom_msg({"kind": "painted", "id": 99}, [memoryview(png())])
    assert got == [], "an answer to another question"
    painter._handle_custom_msg({"kind": "painted", "id": 1}, [memoryview(content)])
    assert got == [[b""]]


def test_without_boards_nothing_is_asked_of_the_browser() -> None:
    got: list[list[bytes]] = []
    Painter(lambda sentence, detail: None).paint([], got.append)
    assert got == [[]]


def test_what_was_written_in_exercises_goes_in_in_ones_own_words(store: Store) -> None:
    view = kit.exercises("spanningen", store)
    one = next(exercise for exercise in view.them.exercises if exercise.kind == "write")
    view._go(one.id)
    view.top._handle_custom_msg({"kind": "set", "key": f"{one.id}/answer", "value": "Ik leg het <b>uit</b>."}, [])
    assert not any(piece.kind == "exercises" for piece in portfolio(store).pieces()), "not committed yet"
    view.bottom._handle_custom_msg({"kind": "act", "id": "check"}, [])
    (piece,) = [piece for piece in portfolio(store).pieces() if piece.kind == "exercises"]
    assert "Ik leg het &lt;b&gt;uit&lt;/b&gt;." in to_html(compose("", [piece], way("starr"), {}, date.today()))

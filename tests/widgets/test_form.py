"""The form passes on what its page offers, and tells a fault kindly."""

from typing import Any

import pytest

from kit.widgets import blocks
from kit.widgets.form import Chosen, Form

PAGE = [blocks.text("t", "Waarom?", ""), blocks.buttons(blocks.button("go", "Verder"))]


class Heard:
    def __init__(self) -> None:
        self.sets: list[tuple[str, Any]] = []
        self.acts: list[str] = []
        self.form = Form(lambda key, value: self.sets.append((key, value)), self.acts.append)
        self.form.show(PAGE)

    def say(self, message: Any) -> None:
        self.form._handle_custom_msg(message, [])


def test_an_answer_and_an_act_are_passed_on() -> None:
    heard = Heard()
    heard.say({"kind": "set", "key": "t", "value": "daarom"})
    heard.say({"kind": "act", "id": "go"})
    assert (heard.sets, heard.acts) == ([("t", "daarom")], ["go"])


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "set", "key": "x", "value": "daarom"},
        {"kind": "set", "key": "t", "value": 3},
        {"kind": "set", "key": ["t"], "value": "x"},
        {"kind": "act", "id": "elders"},
        {"kind": "act", "id": ["go"]},
        {"kind": "wat"},
        "set",
        None,
    ],
)
def test_what_the_page_does_not_offer_is_passed_over(message: Any) -> None:
    heard = Heard()
    heard.say(message)
    assert (heard.sets, heard.acts) == ([], [])
    assert heard.form.page == PAGE


def test_a_fault_in_a_callback_is_a_calm_sentence(caplog: pytest.LogCaptureFixture) -> None:
    def fails(_act: str) -> None:
        raise RuntimeError("kapot")

    form = Form(lambda key, value: None, fails)
    form.show(PAGE)
    form._handle_custom_msg({"kind": "act", "id": "go"}, [])
    first = form.page[0]
    assert first["tone"] == "trouble"
    assert "Hier ging iets mis" in str(first) and "RuntimeError: kapot" in str(first)
    assert form.page[1:] == PAGE
    assert "kapot" in caplog.text


def test_a_new_screen_takes_the_trouble_away() -> None:
    heard = Heard()
    heard.form.tell_trouble("Er is iets.", "detail")
    heard.form.show(PAGE)
    assert len(heard.form.page) == 3
    heard.form.show(PAGE, turn=True)
    assert heard.form.page == PAGE


class Moved(Heard):
    """A form with a slider that is live and one that is not; what it answers is noted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fails: bool = False) -> None:
        self.moves: list[tuple[str, Any]] = []
        self.sent: list[Any] = []

        def on_live(key: str, value: Any) -> None:
            self.moves.append((key, value))
            if fails:
                raise RuntimeError("kapot")

        super().__init__()
        self.form = Form(lambda key, value: self.sets.append((key, value)), self.acts.append, on_live)
        monkeypatch.setattr(self.form, "send", self.sent.append)
        self.form.show([blocks.scale(key, "Hoe?", 5, "a", "b", ["a"], "", live=key == "m") for key in ("m", "s")])


HEARD = {"kind": "heard"}


def test_a_move_is_told_and_answered_and_is_no_answer_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    form = Moved(monkeypatch)
    form.say({"kind": "live", "key": "m", "value": 40})
    assert (form.moves, form.sets, form.sent) == ([("m", 40)], [], [HEARD])
    form.say({"kind": "set", "key": "m", "value": 45})
    assert (form.moves, form.sets, form.sent) == ([("m", 40)], [("m", 45)], [HEARD])


@pytest.mark.parametrize("wrong", [{"key": "s"}, {"value": 101}, {"key": ["m"]}, {"key": None}, {"value": [5]}])
def test_a_move_that_is_not_offered_is_passed_over_and_answered(
    monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]
) -> None:
    form = Moved(monkeypatch)
    form.say({"kind": "live", "key": "m", "value": 40} | wrong)
    assert (form.moves, form.sets, form.sent) == ([], [], [HEARD])


def test_a_move_that_fails_is_answered_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the page would wait for an answer before it tells the next."""
    form = Moved(monkeypatch, fails=True)
    form.say({"kind": "live", "key": "m", "value": 40})
    assert form.sent == [HEARD]
    assert "Hier ging iets mis" in str(form.form.page[0])


def test_what_was_typed_counts_no_longer_after_a_new_beginning() -> None:
    heard = Heard()
    heard.form.forget()
    assert heard.form.anew == 1
    assert heard.form.page == PAGE


class Handed:
    """A form that asks for a file of at most ten bytes; what it is handed is noted."""

    def __init__(self) -> None:
        self.files: list[tuple[str, str, bytes]] = []
        self.form = Form(lambda key, value: None, lambda act: None, None, lambda *file: self.files.append(file))
        self.form.show([blocks.file("f", "Je bestand", [".csv"], 10)])

    def say(self, content: bytes, at: int = 0, size: int | None = None, **message: Any) -> None:
        whole = {"kind": "file", "key": "f", "name": "a.csv", "size": len(content) if size is None else size, "at": at}
        self.form._handle_custom_msg(whole | message, [memoryview(content)])


def test_a_file_comes_whole_or_in_pieces() -> None:
    handed = Handed()
    handed.say(b"abc")
    handed.say(b"")
    for at, piece in ((0, b"abcd"), (4, b"ef"), (6, b"ghij")):
        assert len(handed.files) == 2
        handed.say(piece, at, size=10)
    assert handed.files == [("f", "a.csv", b"abc"), ("f", "a.csv", b""), ("f", "a.csv", b"abcdefghij")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "g"},
        {"key": None},
        {"key": ["f"]},
        {"name": None},
        {"name": 3},
        {"size": 11},
        {"size": -1},
        {"size": "3"},
        {"size": True},
        {"size": 2},
        {"at": 1},
        {"at": -1},
        {"at": None},
        {"at": False, "size": None},
    ],
)
def test_a_file_that_the_page_does_not_ask_for(wrong: dict[str, Any]) -> None:
    handed = Handed()
    handed.say(b"abc", **wrong)
    assert handed.files == []
    handed.say(b"abc")
    assert len(handed.files) == 1, "the next file comes through"


def test_pieces_out_of_turn_make_no_file() -> None:
    handed = Handed()
    handed.say(b"abcd", 0, size=8)
    handed.say(b"abcd", 5, size=8)
    handed.say(b"abcd", 4, size=8)
    assert handed.files == []
    handed.say(b"abcdefghi", 0, size=8)
    assert handed.files == []
    assert handed.form._coming == b"", "what is longer than it says is not held on to"


def test_another_file_begun_takes_the_place_of_the_first() -> None:
    handed = Handed()
    handed.say(b"abcd", 0, size=8)
    handed.say(b"xy", 0, size=4)
    handed.say(b"zz", 2, size=4)
    assert handed.files == [("f", "a.csv", b"xyzz")]


def test_a_file_without_anybody_to_read_it_is_passed_over() -> None:
    form = Form(lambda key, value: None, lambda act: None)
    form.show([blocks.file("f", "Je bestand", [".csv"], 10)])
    form._handle_custom_msg({"kind": "file", "key": "f", "name": "a", "size": 1, "at": 0}, [b"x"])
    assert form.page[0]["kind"] == "file"


def test_a_long_name_is_cut() -> None:
    handed = Handed()
    handed.say(b"a", name="x" * 5000)
    assert len(handed.files[0][1]) == 200


class HandedMany:
    """A form that asks for at most three files of ten bytes each, and twenty together; what it is handed is noted."""

    def __init__(self) -> None:
        self.handed: list[list[Chosen]] = []
        self.form = Form(
            lambda key, value: None, lambda act: None, on_files=lambda key, files: self.handed.append(files)
        )
        self.form.show([blocks.file("f", "Je bestanden", [".json"], 10, many=3, together=20)])

    def say(self, content: bytes, name: str = "a", at: int = 0, size: int | None = None, **message: Any) -> None:
        whole = {"kind": "file", "key": "f", "name": name, "size": len(content) if size is None else size, "at": at}
        self.form._handle_custom_msg(whole | {"choice": 1} | message, [memoryview(content)])

    def ends(self, **message: Any) -> None:
        self.form._handle_custom_msg({"kind": "files", "key": "f", "choice": 1} | message, [])


def test_several_files_come_together_once_all_are_here() -> None:
    many = HandedMany()
    many.say(b"abc", "a")
    many.say(b"abcd", "b", 0, 6)
    many.say(b"ef", "b", 4, 6)
    many.say(b"", "c", lost=True)
    assert many.handed == []
    many.ends()
    assert many.handed == [[Chosen("a", b"abc"), Chosen("b", b"abcdef"), Chosen("c", None)]]
    many.ends()
    assert len(many.handed) == 1, "told once"


def test_a_choice_made_anew_takes_the_place_of_the_first() -> None:
    many = HandedMany()
    many.say(b"abc", "a")
    many.say(b"xyz", "b", choice=2)
    many.ends()
    assert many.handed == []
    many.ends(choice=2)
    assert many.handed == [[Chosen("b", b"xyz")]]


def test_a_page_opened_again_counts_its_choices_anew() -> None:
    many = HandedMany()
    many.say(b"abc", "a", nth=0)
    many.say(b"def", "b", nth=1)
    many.say(b"xyz", "c", nth=0)
    many.ends()
    assert many.handed == [[Chosen("c", b"xyz")]]


def test_no_more_files_and_no_more_bytes_than_the_page_asks_for() -> None:
    many = HandedMany()
    for name in "abcd":
        many.say(b"x", name)
    many.ends()
    assert [one.name for one in many.handed[0]] == ["a", "b", "c"]
    for name in "abc":
        many.say(b"x" * 10, name, choice=2)
    many.ends(choice=2)
    assert [one.name for one in many.handed[1]] == ["a", "b"], "twenty bytes together"
    many.say(b"x" * 11, "a", choice=3)
    many.ends(choice=3)
    assert len(many.handed) == 2


@pytest.mark.parametrize("wrong", [{"key": "g"}, {"key": None}, {"choice": None}, {"choice": [1]}, {"key": ["f"]}])
def test_an_end_that_belongs_to_no_choice(wrong: dict[str, Any]) -> None:
    many = HandedMany()
    many.say(b"abc")
    many.ends(**wrong)
    assert many.handed == []
    many.ends()
    assert len(many.handed) == 1


def test_the_page_hears_when_several_files_were_read_even_where_that_failed() -> None:
    sent: list[dict[str, Any]] = []

    def fails(_key: str, _files: list[Chosen]) -> None:
        raise ValueError

    form = Form(lambda key, value: None, lambda act: None, on_files=fails)
    form.show([blocks.file("f", "Je bestanden", [".json"], 10, many=3)])
    form.send = lambda message, buffers=None: sent.append(message)  # type: ignore[method-assign,assignment]
    form._handle_custom_msg({"kind": "file", "key": "f", "name": "a", "size": 1, "at": 0, "choice": 1}, [b"x"])
    assert sent == []
    form._handle_custom_msg({"kind": "files", "key": "f", "choice": 1}, [])
    assert sent == [{"kind": "read", "key": "f"}]
    assert form.page[0]["kind"] == "panel", "trouble is told"

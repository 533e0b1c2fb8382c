"""The form passes on what its page offers, and tells a fault kindly."""

from typing import Any

import pytest

from kit.widgets import blocks
from kit.widgets.form import Form

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

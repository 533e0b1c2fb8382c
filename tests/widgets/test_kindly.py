"""What the browser sends is handled one message at a time, whatever thread Jupyter brings it on."""

import threading
from pathlib import Path
from typing import Any

import pytest

from kit.journal import Run, Store
from kit.widgets.form import Form
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.lesson import Notes, Question


class Slow(Store):
    """A store that is busy for a while, as on a network folder."""

    def save(self, run: Run) -> Run:
        threading.Event().wait(0.02)
        return super().save(run)


def send(form: Form, key: str, value: str) -> None:
    message: dict[str, Any] = {"kind": "set", "key": key, "value": value}
    form._handle_custom_msg(message, [])


def test_two_answers_at_once_are_both_kept(tmp_path: Path) -> None:
    """JupyterLab gives some widgets' messages to a subshell of the kernel, and others to its main thread: without a
    lock the later of two answers is written over the earlier one."""
    store = Slow(tmp_path)
    answers = Answers("les", store)
    forms = [Notes(answers, (Question(f"part/{n}", "Waarom?"),)).top for n in range(4)]
    threads = [
        threading.Thread(target=send, args=(form, f"part/{n}", f"Antwoord {n}.")) for n, form in enumerate(forms)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = {f"part/{n}": f"Antwoord {n}." for n in range(4)}
    assert answers.run.answers == expected
    kept = store.latest("les")
    assert kept is not None and kept.answers == expected
    assert len(list(tmp_path.glob("*.json"))) == 1, "and no run was split in two"


def test_a_fault_lets_the_next_one_in(caplog: pytest.LogCaptureFixture) -> None:
    def fails(key: str, value: Any) -> None:
        raise RuntimeError("made on purpose")

    form = Form(fails, lambda act: None)
    form.show([{"kind": "text", "key": "a", "label": "", "help": "", "value": "", "rows": 1, "most": 10}])
    send(form, "a", "x")
    thread = threading.Thread(target=send, args=(form, "a", "y"), daemon=True)
    thread.start()
    thread.join(5)
    assert not thread.is_alive()
    assert len(caplog.records) == 2

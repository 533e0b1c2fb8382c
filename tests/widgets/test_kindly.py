"""What the browser sends is handled one message at a time, whatever thread Jupyter brings it on."""

import threading
from typing import Any

import pytest

from kit.widgets.form import Form


def send(form: Form, key: str, value: str) -> None:
    message: dict[str, Any] = {"kind": "set", "key": key, "value": value}
    form._handle_custom_msg(message, [])


def test_messages_that_come_at_once_are_handled_one_after_another() -> None:
    """JupyterLab gives some widgets' messages to a subshell of the kernel, and others to its main thread: without a
    lock the later of two answers is written over the earlier one."""
    kept: list[str] = []

    def slowly(_key: str, value: Any) -> None:
        before = list(kept)
        threading.Event().wait(0.02)
        kept[:] = [*before, value]

    forms = [Form(slowly, lambda act: None) for _ in range(4)]
    for form in forms:
        form.show([{"kind": "text", "key": "a", "label": "", "help": "", "value": "", "rows": 1, "most": 10}])
    threads = [threading.Thread(target=send, args=(form, "a", str(n))) for n, form in enumerate(forms)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(kept) == ["0", "1", "2", "3"]


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

"""A context map in a bare page, as board_page.py has it for the board: its own script, and Python at the other end."""

import json

from board_cases import Comm
from board_page import MODEL, settle
from playwright.sync_api import Page

from kit.widgets.context_map import ContextMapView

SYNCED = ("clamps", "done", "drawn", "said", "outcome", "trouble")


def open_map(page: Page, view: ContextMapView, theme: str | None = "light", project: bool = False) -> Comm:
    """Shows `view` in `page`, and returns the line to it, which keeps what Python last sent."""
    comm = Comm()
    view.comm = comm

    def to_python(text: str) -> str:
        comm.sent.clear()
        view.set_state(json.loads(text))
        return json.dumps(comm.state)

    page.expose_function("toPython", to_python)
    page.evaluate(MODEL, [str(view._esm), str(view._css), state(view), theme, project])
    page.locator(".kc-you").first.wait_for()
    settle(page)
    return comm


def state(view: ContextMapView) -> dict[str, object]:
    """What the page knows of `view`, as it travels."""
    return json.loads(json.dumps({name: getattr(view, name) for name in SYNCED}))


def push(page: Page, view: ContextMapView) -> None:
    """Hands the page what Python changed by itself, as the kernel would."""
    page.evaluate("state => window.model.take(state)", state(view))
    settle(page)

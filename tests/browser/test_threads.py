"""What the page tells Python is handled in the order in which it was told, also by widgets that differ.

JupyterLab would bring a widget's first message on the kernel's main thread and the next on a subshell's. Then a button
could be heard before the text that was typed before it, and what somebody downloads would lack it.
"""

import pytest
from harness import Notebook, code, notebook, open_app
from playwright.sync_api import Page, expect

FORMS = """
import threading
from ipywidgets import VBox
from kit.widgets import blocks
from kit.widgets.form import Form

heard = []
def told(form):
    def act(name):
        heard.append(threading.current_thread() is threading.main_thread())
        form[0].show([*buttons, blocks.prose(f"gehoord {len(heard)} {set(heard)}")])
    return act
buttons = [blocks.buttons(blocks.button("a", "Druk"))]
forms = []
for _ in range(4):
    own = []
    own.append(Form(lambda key, value: None, told(own)))
    own[0].show(buttons)
    forms.append(own[0])
VBox(forms)
"""


@pytest.fixture(scope="module")
def extra_notebooks() -> dict[str, Notebook]:
    return {"draden.ipynb": notebook(code(FORMS.strip()))}


@pytest.mark.parametrize("kind", ["lab", "jupyter_notebook"])
def test_every_message_comes_on_one_thread(page: Page, request: pytest.FixtureRequest, kind: str) -> None:
    open_app(page, request.getfixturevalue(kind), "draden.ipynb")
    buttons = page.get_by_role("button", name="Druk")
    for n in range(8):  # each form a first time, then each a second
        buttons.nth(n % 4).click()
        expect(page.get_by_text(f"gehoord {n + 1} {{True}}")).to_have_count(1, timeout=5000)

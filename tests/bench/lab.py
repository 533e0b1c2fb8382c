"""A JupyterLab and a Chromium for one measure, with the notebooks that are compared."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import chromium
from harness import Server, code, notebook, start_server, stop_server
from playwright.sync_api import Browser, sync_playwright

BOARD, BOARD_TOO, SLIDER = "board.ipynb", "board-too.ipynb", "slider.ipynb"
SIMPLE, FIELD = "simple.ipynb", "field.ipynb"
CONTEXT, EXPECTED = "context.ipynb", "expected.ipynb"

_BOARD = "import kit\n\nkit.force_board(kit.load_case('heideland'))"

_SIMPLE = """
import kit
import matplotlib.pyplot as plt
from ipywidgets import interact

case = kit.load_case("heideland")
forces = [force for force in case.moments[0].forces if force.tension == case.moments[0].forces[0].tension]
names = [case.actor(force.actor).name for force in forces]

def draw(x):
    plt.barh(names, [force.strength * (force.toward - x) for force in forces])
    plt.axvline(0)
    plt.title(f"knot at {x:.2f}")
    plt.show()

interact(draw, x=(-1.0, 1.0, 0.05));
"""

_FIELD = """
import kit
import matplotlib.pyplot as plt
from ipywidgets import interact

case = kit.load_case("heideland")
moment = case.moments[0]
tensions = [tension for tension in case.tensions if tension.id in moment.options[0].positions]

def draw(x):
    reading = kit.models.force_field.analyse(moment.forces, {tension.id: x for tension in tensions})
    figure, axes = plt.subplots(len(tensions) + 1, figsize=(8, 8))
    for ax, tension in zip(axes, tensions):
        on = [force for force in moment.forces if force.tension == tension.id]
        ax.barh([case.actor(force.actor).name for force in on], [force.strength * (force.toward - x) for force in on])
        ax.axvline(reading.balance[tension.id])
        ax.set_title(tension.question)
    axes[-1].barh([case.actor(id).name for id in reading.borne_by], list(reading.borne_by.values()))
    plt.show()

interact(draw, x=(-1.0, 1.0, 0.05));
"""

NOTEBOOKS = {
    BOARD: notebook(code(_BOARD)),
    BOARD_TOO: notebook(code(_BOARD)),
    SLIDER: notebook(code("import ipywidgets\n\nipywidgets.FloatSlider()")),
    CONTEXT: notebook(code("import kit\n\nkit.context_map(kit.load_case('middelstad'))")),
    EXPECTED: notebook(code("import kit\n\nkit.expectation_map(kit.load_case('middelstad'))")),
    SIMPLE: notebook(code(_SIMPLE.strip())),
    FIELD: notebook(code(_FIELD.strip())),
}
"""The board, twice; a bare slider; the two maps; two figures by `interact`: one tension as bars, and all that the
board shows."""


@contextmanager
def lab() -> Iterator[tuple[Browser, Server]]:
    """Chromium, and a JupyterLab that serves `NOTEBOOKS` in app view. RuntimeError where there is no Chromium."""
    path = chromium.find()
    if path is None:
        raise RuntimeError(chromium.ADVICE)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        try:
            server = start_server("lab", Path(folder), NOTEBOOKS)
            try:
                yield browser, server
            finally:
                stop_server(server)
        finally:
            browser.close()

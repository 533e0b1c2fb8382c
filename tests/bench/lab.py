"""A JupyterLab and a Chromium for one measure, with the notebooks that are compared."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import chromium
from harness import Server, code, notebook, start_server, stop_server
from playwright.sync_api import Browser, sync_playwright

BOARD, SLIDER, MATPLOTLIB = "board.ipynb", "slider.ipynb", "matplotlib.ipynb"

_INTERACT = """
import matplotlib.pyplot as plt
from ipywidgets import interact

pulls = [(-0.85, 0.9), (0.86, 0.5), (-0.62, 0.6), (-0.3, 0.3), (0.55, 0.75), (0.1, 0.2), (0.25, 0.6), (0.45, 0.5)]

def draw(x):
    plt.bar(range(len(pulls)), [strength * (toward - x) for toward, strength in pulls])
    plt.axhline(0)
    plt.show()

interact(draw, x=(-1.0, 1.0, 0.05));
"""

NOTEBOOKS = {
    BOARD: notebook(code("import kit\n\nkit.force_board(kit.load_case('heideland'))")),
    SLIDER: notebook(code("import ipywidgets\n\nipywidgets.FloatSlider()")),
    MATPLOTLIB: notebook(code(_INTERACT.strip())),
}


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

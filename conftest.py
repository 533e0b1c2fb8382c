"""For every pytest run in this repository: a home of its own, the language, and which notebook cells are compared."""

import os
import tempfile
from pathlib import Path

import pytest

MODEL_CHECK = "model-check"
"""The tag of a cell that prints what a model says; its stored output is held to the letter."""

# Set here and not in a fixture: the kernels that nbval starts and the servers of the browser tests inherit it.
_home = tempfile.TemporaryDirectory(prefix="krachtenveld-test-", ignore_cleanup_errors=True)
os.environ["KIT_HOME"] = _home.name
os.environ["KIT_LANG"] = "nl"


def pytest_unconfigure() -> None:
    """The home of this run goes with it."""
    _home.cleanup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Hold nbval to model-check cells, and to all of them; other cells must only run.

    Left to itself nbval compares nothing in a cell without an execution count, and git keeps no counts here: a
    model-check cell with an empty output would pass. So each gets a count.
    """
    for item in items:
        cell = getattr(item, "cell", None)
        if cell is not None and Path(item.path).suffix == ".ipynb":
            check = MODEL_CHECK in cell.metadata.get("tags", [])
            item.options["check"] = check
            if check:
                cell.execution_count = 1

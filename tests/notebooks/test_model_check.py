"""The guard itself: a model-check cell with a wrong or an empty stored output is red, and no other cell is compared."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

CONFTEST = Path(__file__).parents[2] / "conftest.py"


def check(stored: str) -> nbformat.NotebookNode:
    outputs = [new_output("stream", name="stdout", text=stored)] if stored else []
    return new_code_cell("print(1 + 1)", metadata={"tags": ["model-check"], "keep_output": True}, outputs=outputs)


def notebook(cell: nbformat.NotebookNode) -> nbformat.NotebookNode:
    return new_notebook(cells=[cell], metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})


CELLS = {
    "sound": check("2\n"),
    "wrong": check("3\n"),
    "empty": check(""),
    "untagged": new_code_cell(
        "print(1 + 1)", execution_count=1, outputs=[new_output("stream", name="stdout", text="3\n")]
    ),
    "raises": new_code_cell("1 / 0"),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("model-check")
    shutil.copy(CONFTEST, folder)
    for name, cell in CELLS.items():
        nbformat.write(notebook(cell), folder / f"{name}.ipynb")
    command = [sys.executable, "-m", "pytest", "-rA", "--color=no", "--rootdir=.", "--nbval", "--nbval-current-env"]
    return subprocess.run([*command, "."], cwd=folder, capture_output=True, text=True, timeout=300).stdout


@pytest.mark.parametrize("name", ["wrong", "empty", "raises"])
def test_red(verdicts: str, name: str) -> None:
    assert f"FAILED {name}.ipynb::Cell 0" in verdicts, verdicts


@pytest.mark.parametrize("name", ["sound", "untagged"])
def test_green(verdicts: str, name: str) -> None:
    assert f"PASSED {name}.ipynb::Cell 0" in verdicts, verdicts

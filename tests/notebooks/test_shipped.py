"""What every shipped notebook is: an app without code in sight, that cannot be broken and keeps only model checks."""

import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
LESSONS, PRACTICE = (sorted((ROOT / folder).glob("*.ipynb")) for folder in ("notebooks", "exercises"))
PATHS = [*LESSONS, *PRACTICE]
SHIPPED = [
    "00_start",
    "01_spanningen",
    "02_verwachtingen",
    "03_context",
    "04_werkstijlen",
    "05_nabijheid",
    "06_teamontwerp",
    "07_collectief",
    "08_casus",
]
EXERCISES = [
    "00_overzicht",
    "01_spanningen",
    "02_verwachtingen",
    "03_context",
    "04_werkstijlen",
    "05_nabijheid",
    "06_teamontwerp",
    "07_collectief",
    "08_casus",
    "09_klas",
]
NO_LESSON = {"notebooks/00_start", *(f"exercises/{name}" for name in EXERCISES[1:-1])}
"""Where a lecturer finds nothing of their own: the way in, and what somebody does alone."""

OWN_CODE = "own-code"
"""The tag of a cell that a learner may write in; all others are closed."""


@pytest.fixture(params=PATHS, ids=[f"{path.parent.name}/{path.stem}" for path in PATHS])
def name_and_notebook(request: pytest.FixtureRequest) -> tuple[str, nbformat.NotebookNode]:
    return f"{request.param.parent.name}/{request.param.stem}", nbformat.read(request.param, as_version=4)


@pytest.fixture
def name(name_and_notebook: tuple[str, nbformat.NotebookNode]) -> str:
    return name_and_notebook[0]


@pytest.fixture
def notebook(name_and_notebook: tuple[str, nbformat.NotebookNode]) -> nbformat.NotebookNode:
    return name_and_notebook[1]


def code(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def is_check(cell: nbformat.NotebookNode) -> bool:
    return "model-check" in cell.metadata.get("tags", [])


def said(cell: nbformat.NotebookNode) -> str:
    """What a cell's stored outputs say in text."""
    parts = [out.get("text", "") or out.get("data", {}).get("text/plain", "") for out in cell.outputs]
    return "".join(parts).strip()


def prose(notebook: nbformat.NotebookNode) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def test_the_set() -> None:
    assert [path.stem for path in LESSONS] == SHIPPED
    assert [path.stem for path in PRACTICE] == EXERCISES


def test_valid(notebook: nbformat.NotebookNode) -> None:
    nbformat.validate(notebook)


def test_is_an_app(notebook: nbformat.NotebookNode) -> None:
    assert "app" in notebook.metadata.get("kit", {}), "metadata.kit.app tells the extension to show this as an app"


def test_runs_on_any_python(notebook: nbformat.NotebookNode) -> None:
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata.get("language_info", {})) <= {"name"}, "the rest differs from machine to machine"


def test_no_state_of_a_run(notebook: nbformat.NotebookNode) -> None:
    assert "widgets" not in notebook.metadata
    assert [cell.execution_count for cell in code(notebook)] == [None] * len(code(notebook))
    assert [cell.source for cell in code(notebook) if cell.outputs and not is_check(cell)] == []


def test_model_checks_say_something(notebook: nbformat.NotebookNode) -> None:
    checks = [cell for cell in code(notebook) if is_check(cell)]
    assert [cell.source for cell in checks if not said(cell)] == [], "an empty model check holds nothing"
    assert [cell.source for cell in checks if not cell.metadata.get("keep_output")] == [], "nbstripout would empty it"


def test_code_is_short(notebook: nbformat.NotebookNode) -> None:
    assert [cell.source for cell in code(notebook) if len(cell.source.splitlines()) > 5] == []


def test_closed_cells(notebook: nbformat.NotebookNode) -> None:
    closed = [cell for cell in notebook.cells if OWN_CODE not in cell.metadata.get("tags", [])]
    open_to_change = [
        cell.source
        for cell in closed
        if cell.metadata.get("editable") is not False or cell.metadata.get("deletable") is not False
    ]
    assert open_to_change == []


def test_one_title(notebook: nbformat.NotebookNode) -> None:
    assert notebook.cells[0].cell_type == "markdown"
    assert notebook.cells[0].source.startswith("# ")
    assert len(re.findall(r"^# ", prose(notebook), flags=re.MULTILINE)) == 1


def test_lesson_plan(name: str, notebook: nbformat.NotebookNode) -> None:
    assert ("Voor de docent" in prose(notebook)) == (name not in NO_LESSON)


def test_calm(notebook: nbformat.NotebookNode) -> None:
    assert re.findall(r"\w!(?!\[)", prose(notebook)) == [], "no exclamation marks"


def test_links_lead_to_another_notebook(name: str, notebook: nbformat.NotebookNode) -> None:
    """Also the way home that the bar offers."""
    folder = ROOT / name.partition("/")[0]
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", prose(notebook)) if not link.startswith("http")]
    links += [notebook.metadata.kit.home] if "home" in notebook.metadata.kit else []
    assert [link for link in links if not (folder / link).is_file()] == []

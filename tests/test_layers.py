"""The layers hold: `case ← models ← figures ← widgets ← notebooks`; `casefile → case, models`; `journal → case`;
`case ← exercise ← practice ← exercisefile ← assignment`."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
KIT = ROOT / "kit"

BASE = {"case", "language", "home"}
MAY_IMPORT = {
    "home": set(),
    "language": {"home"},
    "case": set(),
    "models": BASE,
    "casefile": BASE | {"models"},  # a network that would never settle is a fault of the file
    "tables": BASE | {"casefile"},  # how a fault is told, and where the datasets are
    "document": set(),
    "journal": BASE | {"document"},
    "exercise": {"case"},
    "practice": BASE | {"models", "exercise"},
    "exercisefile": BASE | {"models", "casefile", "exercise", "practice", "tables"},
    "figures": BASE | {"models"},
    # Where a set of exercises becomes a notebook for who has no kit: it reads and writes files, and shows no widget.
    "assignment": BASE | {"models", "casefile", "exercise", "practice", "exercisefile", "figures"},
    "register": BASE | {"models"},  # bytes that a learner hands over; it reads no files
    "widgets": BASE | {"models", "figures", "journal", "register", "exercise", "practice"},
}
"""For each part of the kit, the other parts that it may use."""

TOGETHER = {"__init__", "__main__", "dossier", "exercise_pages", "shelf", "lessons", "paper"}
"""Where files, the journal and the widgets come together: these may use all."""

PURE = {
    "case": {"annotated_types"},
    "exercise": {"annotated_types"},
    "language": set(),
    "models": set(),
    "practice": set(),
}
"""Parts on the standard library alone, and what they may use beside it."""

BARRED = {
    "figures": {"ipywidgets", "anywidget", "traitlets", "IPython"},
    "casefile": {"ipywidgets", "anywidget", "plotly", "pandas", "numpy"},
    "exercisefile": {"ipywidgets", "anywidget", "plotly", "pandas", "numpy"},
    "tables": {"ipywidgets", "anywidget", "plotly", "numpy"},
    "journal": {"ipywidgets", "anywidget", "plotly", "pandas", "numpy"},
    "assignment": {"ipywidgets", "anywidget", "plotly", "pandas", "numpy"},
    "register": {"ipywidgets", "anywidget", "plotly", "pandas", "numpy"},
}


class Import(NamedTuple):
    """One imported module, and whether it is loaded with the file, in a function only, or for type checkers only."""

    file: str
    line: int
    module: str
    when: str


def imports(path: Path) -> Iterator[Import]:
    def of(node: ast.AST, when: str) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(path.relative_to(ROOT).as_posix(), child.lineno, alias.name, when)
            elif isinstance(child, ast.ImportFrom):
                package = path.relative_to(ROOT).with_suffix("").parts[: -child.level] if child.level else ()
                base = ".".join([*package, *([child.module] if child.module else [])])
                # `from kit import models` names a part of the kit in its second half.
                names = [f"{base}.{alias.name}" for alias in child.names] if base == "kit" else [base]
                for name in names:
                    yield Import(path.relative_to(ROOT).as_posix(), child.lineno, name, when)
            elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                yield from of(child, "typing")
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from of(child, "function")
            else:
                yield from of(child, when)

    yield from of(ast.parse(path.read_text("utf-8")), "file")


def part_of(path: Path) -> str:
    return path.relative_to(KIT).with_suffix("").parts[0]


FILES = sorted(path for path in KIT.rglob("*.py") if part_of(path) not in TOGETHER)
ALL = [(part_of(path), found) for path in FILES for found in imports(path)]


def top(module: str) -> str:
    return module.partition(".")[0]


def test_every_part_has_its_place() -> None:
    assert {part_of(path) for path in FILES} <= set(MAY_IMPORT)


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_only_lower_layers(part: str) -> None:
    allowed = MAY_IMPORT[part] | {part}
    used = [found for own, found in ALL if own == part and top(found.module) == "kit"]
    assert [found for found in used if found.module.split(".")[1] not in allowed] == []


@pytest.mark.parametrize("part", PURE)
def test_pure_parts_use_the_standard_library(part: str) -> None:
    """A table on request may be pandas: imported by the function that makes it, never before."""
    allowed = sys.stdlib_module_names | PURE[part] | {"kit"}
    strange = [found for own, found in ALL if own == part and top(found.module) not in allowed]
    assert [found for found in strange if not (found.module == "pandas" and found.when != "file")] == []


@pytest.mark.parametrize("part", BARRED)
def test_barred_libraries(part: str) -> None:
    assert [found for own, found in ALL if own == part and top(found.module) in BARRED[part]] == []


WIDGETS = {path: ast.parse(path.read_text("utf-8")) for path in FILES if part_of(path) == "widgets"}


def test_widgets_read_no_files() -> None:
    """A widget is given a loaded case. It names its own script and style; those of a picture are read in one place."""
    reading = {"open", "read_text", "read_bytes", "load_case"}
    calls = [
        f"{path.name} {ast.unparse(node.func)}"
        for path, tree in WIDGETS.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in reading
    ]
    assert calls == ["picture.py (_HERE / name).read_text"]


def test_a_picture_reads_its_script_and_style_only() -> None:
    """And that once, when it is loaded: `script` and `style` are called in the body of a class, with names of files
    that lie beside it."""
    makers = {"script": ".js", "style": ".css"}
    called, in_a_class = [], []
    for path, tree in WIDGETS.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {*makers, "_together"}:
                called.append((path.name, ast.unparse(node)))
            if isinstance(node, ast.ClassDef):
                bodies = [line.value for line in node.body if isinstance(line, ast.Assign)]
                in_a_class += [(path, call) for call in bodies if isinstance(call, ast.Call)]
    loaded = [(path, call) for path, call in in_a_class if ast.unparse(call.func) in makers]
    for path, call in loaded:
        names = [ast.literal_eval(one) for one in call.args]
        assert [name for name in names if not name.endswith(makers[ast.unparse(call.func)])] == []
        assert [name for name in names if not path.with_name(name).is_file()] == []
    own = [
        ("picture.py", "_together('picture.js', 'picture_view.js', *parts)"),
        ("picture.py", "_together('picture.css', *parts)"),
    ]
    assert sorted(called) == sorted([*own, *((path.name, ast.unparse(call)) for path, call in loaded)])
    assert len(loaded) == 6


def test_table_libraries_load_late() -> None:
    """pandas costs over a second: no file of the kit brings it along when it is loaded."""
    late = {"pandas", "numpy", "networkx", "openpyxl"}
    assert [found for _, found in ALL if top(found.module) in late and found.when == "file"] == []


def test_every_library_is_declared() -> None:
    """What the kit imports is named in pyproject.toml, not had by luck from another package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {entry.partition(">")[0].lower() for entry in project["dependencies"]}
    # ipywidgets is made of traitlets and is shown through IPython: those two are part of its interface.
    declared |= {"traitlets", "ipython"}
    # An extra, and the notebooks that it hands over: what imports them is called by nbgrader itself.
    extra = {"nbgrader", "nbformat"}
    assert {found.when for _, found in ALL if top(found.module) in extra} == {"function"}
    assert "nbgrader" in project["optional-dependencies"]
    declared |= extra
    whose = packages_distributions()
    outside = {top(found.module) for _, found in ALL} - sys.stdlib_module_names - {"kit"}
    assert {name for name in outside if not {dist.lower() for dist in whose.get(name, [name])} & declared} == set()

"""No notebook can be broken: its cells deleted, run in any order and run twice, nothing kept is lost or counted twice.

A cell whose name was never made says so, and that is all that may go wrong.
"""

import ast
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat
import pytest

from kit.exercisefile import load_set
from kit.journal import Store
from kit.journal.run import now
from kit.journal.sets import SetLog, practised
from kit.lessons import LESSONS
from kit.practice.log import read_log
from kit.widgets.asked import acts
from kit.widgets.exercises.practice import PracticeView
from kit.widgets.form import Form

ROOT = Path(__file__).parents[2]
PATHS = sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("exercises/*.ipynb")])
TRIES = 3
CHECKS = {"model-check", "own-code"}
"""Tags of cells that no learner's page is made of."""

NOT_KEPT = {"label", "folder"}
"""What is typed in passing: a nickname before it is added, a folder to read."""

ONE_JOURNAL = {*LESSONS, "portfolio"}


def cells(path: Path) -> list[str]:
    book = nbformat.read(path, as_version=4)
    code = (cell for cell in book.cells if cell.cell_type == "code")
    return [cell.source for cell in code if not CHECKS & set(cell.metadata.get("tags", ()))]


def made(code: list[str]) -> set[str]:
    """The names that a cell makes for the next: where that cell is gone, Python says which name there is not."""
    trees = [ast.parse(cell) for cell in code]
    stored = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name) and _stores(node)}
    return stored | {"kit"}


def _stores(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def shuffled(code: list[str], rng: random.Random) -> list[str]:
    """Some of the cells, some of them twice, in any order."""
    kept = [cell for cell in code if rng.random() < 0.7]
    twice = [cell for cell in kept if rng.random() < 0.3]
    order = [*kept, *twice]
    rng.shuffle(order)
    return order


def run(code: str, names: dict[str, Any]) -> Any:
    """As a notebook runs a cell: its last line is what is shown."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    ipywidgets.Widget.close_all()


def inside(widget: Any) -> Iterator[Any]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def texts(page: Any) -> Iterator[str]:
    """The keys of what can be typed on a page, folded or not."""
    if isinstance(page, dict):
        if page.get("kind") == "text":
            yield page["key"]
        page = list(page.values())
    if isinstance(page, list):
        for part in page:
            yield from texts(part)


def kept_of(store: Store) -> dict[str, Any]:
    """All answers that are there when the pages are opened again, in the order in which they were given.

    Two windows with one lesson write one journal; with one case each its own, and the page says so.
    """
    runs = [run for case in store.cases() for run in store.runs(case)[: 1 if case in ONE_JOURNAL else None]]
    entries = sorted((entry for run in runs for entry in run.entries), key=lambda entry: entry.at)
    return {entry.key: entry.value for entry in entries}


class Visitor:
    """Writes in what a cell shows, and checks an answer where there is an exercise."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.words, self.seen = rng, 0, list[Any]()
        self.written: dict[str, str] = {}
        self.checked: list[tuple[str, Any]] = []

    def meet(self, shown: Any) -> None:
        """Use what this cell shows, and something that stood on the page before."""
        self.seen.append(shown)
        for widget in [*inside(shown), *inside(self.rng.choice(self.seen))]:
            if isinstance(widget, PracticeView):
                self.answer(widget)
            elif isinstance(widget, Form) and (keys := sorted(texts(widget.page))):
                self.write(widget, self.rng.choice(keys))

    def write(self, form: Form, key: str) -> None:
        self.words += 1
        value = f"Zin {self.words}."
        form._handle_custom_msg({"kind": "set", "key": key, "value": value}, [])
        self.written[key] = value

    def answer(self, view: PracticeView) -> None:
        exercise = self.rng.choice([one for one in view.them.exercises if one.kind == "choose"])
        option = self.rng.choice(exercise.options).id
        self.tell(view, kind="act", id=f"go:{exercise.id}")
        self.tell(view, kind="set", key=f"{exercise.id}/answer", value=option)
        if "check" in acts([*view.top.page, *view.bottom.page]):  # not where this very answer was checked already
            self.tell(view, kind="act", id="check")
            self.checked.append((exercise.id, option))

    def tell(self, view: PracticeView, **message: Any) -> None:
        for form in (view.top, view.bottom):
            form._handle_custom_msg(message, [])


@pytest.mark.parametrize("seed", range(TRIES))
@pytest.mark.parametrize("path", PATHS, ids=[f"{path.parent.name}/{path.stem}" for path in PATHS])
def test_cells_in_any_order(path: Path, seed: int) -> None:
    rng = random.Random(f"{path.stem}/{seed}")
    visitor, names = Visitor(rng), dict[str, Any]()
    code, missed = cells(path), set[str | None]()
    for cell in shuffled(code, rng):
        try:
            visitor.meet(run(cell, names))
        except NameError as missing:
            missed.add(missing.name)
    assert missed <= made(code)
    store = Store()
    kept = kept_of(store)
    expected = {key: value for key, value in visitor.written.items() if key not in NOT_KEPT}
    assert {key: kept.get(key) for key in expected} == expected
    assert not store.set_aside
    for topic in practised(store):
        them = load_set(topic)
        log = read_log(them, SetLog(topic, store).entries, now())
        counted = [(check.exercise, check.answer) for check in log.checks]
        assert counted == [one for i, one in enumerate(visitor.checked) if i == 0 or visitor.checked[i - 1] != one]

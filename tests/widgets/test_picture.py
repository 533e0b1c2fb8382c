"""How the scripts and styles of the pictures are put together: one module and one style each, and no file forgotten."""

import re
from pathlib import Path

import pytest

import kit.widgets
from kit.widgets.board import Board
from kit.widgets.context_map import ContextMapView
from kit.widgets.expectation_map import ExpectationMapView
from kit.widgets.picture import Picture, script, style

PICTURES = (Board, ContextMapView, ExpectationMapView)
FILES = {path.name: path.read_text("utf-8") for path in Path(kit.widgets.__file__).parent.glob("*.*")}


def test_the_order_is_the_one_stated() -> None:
    stated = script("picture_lanes.js", "picture_line.js")
    places = [
        stated.index(FILES[name]) for name in ("picture.js", "picture_view.js", "picture_lanes.js", "picture_line.js")
    ]
    assert places == sorted(places)
    assert style("board.css") == FILES["picture.css"] + "\n" + FILES["board.css"]


@pytest.mark.parametrize("picture", PICTURES)
def test_a_script_is_one_module(picture: type[Picture]) -> None:
    assert isinstance(picture._esm, str)
    lines = picture._esm.splitlines()
    exports = [i for i, line in enumerate(lines) if line.startswith("export ")]
    assert exports == [len(lines) - 1]
    assert [line for line in lines if re.match(r"import\b", line)] == []
    # A name that two parts gave at top level would stop the module, or the later would be used by both.
    names = re.findall(r"^(?:function|class|const|let) (\w+)", picture._esm, flags=re.MULTILINE)
    assert len(names) == len(set(names))


def test_every_script_and_style_is_of_some_widget() -> None:
    python = "".join(text for name, text in FILES.items() if name.endswith(".py"))
    assert [name for name in FILES if name.endswith((".js", ".css")) and f'"{name}"' not in python] == []


@pytest.mark.parametrize("name", ["picture.css", "board.css", "context_map.css", "expectation_map.css"])
def test_a_style_keeps_to_its_picture(name: str) -> None:
    """Every widget's style is for the whole page: a rule that named no picture would reach what is not ours."""
    bare = re.sub(r"/\*.*?\*/", "", FILES[name], flags=re.DOTALL)
    selectors = [found.strip() for found in re.findall(r"([^{}]+)\{", bare) if not found.strip().startswith("@")]
    each = [one for found in selectors for one in re.split(r",(?![^(]*\))", found)]
    assert [one for one in each if not re.search(r"\.kit-(picture|board|context|expect)\b", one)] == []
    assert len(each) > 40

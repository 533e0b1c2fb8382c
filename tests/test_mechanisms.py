"""The table in datasets/README.md: each mechanism of the seeds can be pointed at, and what it points at is there."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "datasets" / "README.md").read_text("utf-8")
HEADING = "## Waar elk mechanisme te vinden is"
SOURCES = ("Verweij", "Hoijtink", "den Uyl", "Oude Vrielink", "Spierts")


class Row(NamedTuple):
    source: str
    mechanism: str
    notebook: str
    model: str
    test: str


def rows() -> list[Row]:
    found, source = [], ""
    for line in README.partition(HEADING)[2].splitlines():
        if line.startswith("### "):
            source = line.removeprefix("### ")
        elif line.startswith("| ") and not line.startswith("| mechanisme"):
            found.append(Row(source, *(cell.strip() for cell in line.strip().strip("|").split("|"))))
    return found


ROWS = rows()


def test_it_is_the_last_part_of_the_readme_and_covers_the_five_sources() -> None:
    assert "\n## " not in README.partition(HEADING)[2]
    headings = list(dict.fromkeys(row.source for row in ROWS))
    assert len(headings) == len(SOURCES)
    assert all(name in heading for name, heading in zip(SOURCES, headings, strict=True))
    for heading in headings:
        assert sum(row.source == heading for row in ROWS) >= 10, heading


def test_no_mechanism_twice() -> None:
    said = [row.mechanism for row in ROWS]
    assert len(said) == len(set(said))
    assert all(mechanism.endswith((".", "?")) for mechanism in said)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.mechanism[:40])
def test_what_it_names_is_there(row: Row) -> None:
    named = re.fullmatch(r"`(\d\d_\w+)`(?: deel (\d+)(?: en (\d+))?)?(?:, in woorden)?", row.notebook)
    assert named, row.notebook
    cells = json.loads((ROOT / "notebooks" / f"{named[1]}.ipynb").read_text("utf-8"))["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    for part in filter(None, named.groups()[1:]):
        assert re.search(rf"^## {part}\. ", text, flags=re.MULTILINE), f"{named[1]} has no part {part}"
    assert (ROOT / "kit" / "models" / f"{row.model.strip('`')}.py").is_file(), row.model
    file, _, test = row.test.strip("`").partition("::")
    assert re.search(rf"^def {test}\(", (ROOT / "tests" / file).read_text("utf-8"), flags=re.MULTILINE), row.test


def test_every_model_is_named() -> None:
    """But that of layers, which is a way to change a case rather than a mechanism."""
    models = {path.stem for path in (ROOT / "kit" / "models").glob("*.py")} - {"__init__", "layer"}
    assert {row.model.strip("`") for row in ROWS} >= models

"""04 and 05 never load a table library: not when they open, and not when a learner works in them."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
TABLES = {"numpy", "pandas"}

LOADED = f"\nimport sys\nprint(*sorted({TABLES!r} & set(sys.modules)))\n"

WORK = {
    "04_werkstijlen": """
parts = [les.guess(), les.once(), les.weeks(), les.cause(), les.luck(), les.fail()]
les.answers.keep("guess/anyway", True)
parts[1].top._handle_custom_msg({"kind": "live", "key": "mix/share", "value": 90}, [])
parts[5].top._handle_custom_msg({"kind": "live", "key": "fail/repair", "value": 0}, [])
assert all(part.chart.figure["data"] for part in parts)
parts[0].chart.dark = True
assert les.written()
""",
    "05_nabijheid": """
ask, bear, scan = les.ask(), les.bear(), les.scan()
bear.top._handle_custom_msg({"kind": "live", "key": "team/frame", "value": 90}, [])
for form in ("physical", "civil"):
    les.answers.keep(f"scan/{form}/near", 80)
    les.answers.keep(f"scan/{form}/complexity", 80)
for _ in range(6):
    scan.top._handle_custom_msg({"kind": "act", "id": "next"}, [])
assert all(part.chart.figure["data"] for part in (ask, bear, scan))
assert les.written()
""",
}
"""What a learner does: every chart drawn, sliders moved, the file written."""


def run(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()[-1]


def cells(name: str) -> str:
    book = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    return "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")


@pytest.mark.parametrize("name", WORK)
def test_no_table_library(name: str) -> None:
    assert run(cells(name) + WORK[name] + LOADED) == ""


def test_the_test_itself_sees_one() -> None:
    assert run(cells("04_werkstijlen") + "\nles.once().year.to_frame()" + LOADED) == "numpy pandas"

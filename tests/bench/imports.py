"""Importing the kit, and a first cell that shows a board: each in interpreters of their own."""

import json
import subprocess
import sys
from collections.abc import Iterator

from .row import Row
from .timing import Timed, by_turns

HEAVY = ("pandas", "numpy", "plotly", "networkx", "pydantic", "ruamel.yaml")

_PROBE = """
import json, sys, time
begun = time.perf_counter()
{statement}
took = (time.perf_counter() - begun) * 1000
print(json.dumps([took, [name for name in {names} if name in sys.modules]]))
"""


def probe(statement: str) -> tuple[float, list[str]]:
    """The milliseconds that `statement` takes in a fresh interpreter, and which of `HEAVY` it loads."""
    command = [sys.executable, "-c", _PROBE.format(statement=statement, names=HEAVY)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    took, loaded = json.loads(done.stdout)
    return took, loaded


def rows(times: int = 10) -> Iterator[Row]:
    """Two rows: the bare import, which is bounded, and the first cell of a notebook."""
    pairs = [
        ("import kit", "import ipywidgets", 1.3),
        (
            "import kit; kit.force_board(kit.load_case('heideland'))",
            "import ipywidgets; ipywidgets.FloatSlider()",
            None,
        ),
    ]
    for statement, baseline, bound in pairs:
        cost, baseline_cost = by_turns(_took(statement), _took(baseline), times=times)
        yield Row(
            what=statement,
            cost=cost,
            baseline=baseline,
            baseline_cost=baseline_cost,
            ratio_at_most=bound,
            note=f"loads of {', '.join(HEAVY)}: {', '.join(probe(statement)[1]) or 'none'}",
        )


def _took(statement: str) -> Timed:
    return lambda: probe(statement)[0]

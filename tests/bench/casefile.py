"""Reading and checking a case, against reading the same content where nothing is checked."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from kit.casefile import load_case

from .row import Row
from .timing import by_turns, timed


def rows(times: int = 8) -> Iterator[Row]:
    """One row, without a bound."""
    content = json.dumps(asdict(load_case("heideland")))
    cost, baseline_cost = by_turns(
        timed(lambda: load_case("heideland")), timed(lambda: json.loads(content)), times=times
    )
    yield Row(
        what="load_case('heideland')",
        cost=cost,
        baseline="json.loads, same content",
        baseline_cost=baseline_cost,
        note="YAML read with its line numbers and every rule checked",
    )

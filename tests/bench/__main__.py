"""Runs every measure and prints the report; the exit code is 1 where a measure could not run, else 0."""

import os
import sys
from collections.abc import Callable, Iterable
from tempfile import TemporaryDirectory

from . import casefile, collective, context, event, exercises, imports, maps, nearness, opening, reading, styles, team
from .row import Row, table

Measure = Callable[[], Iterable[Row]]

MEASURES: dict[str, Measure] = {
    "importing": imports.rows,
    "a board event": event.rows,
    "the maps": maps.rows,
    "opening a page": opening.rows,
    "a full reading": reading.rows,
    "context": context.rows,
    "loading a case": casefile.rows,
    "exercises": exercises.rows,
    "working styles": styles.rows,
    "nearness": nearness.rows,
    "team design": team.rows,
    "collective work": collective.rows,
}


def main(measures: dict[str, Measure] = MEASURES) -> int:
    """Prints one table of all rows; says what could not be measured, and why."""
    rows: list[Row] = []
    failed = []
    for name, measure in measures.items():
        print(f"measuring: {name}", file=sys.stderr)
        try:
            rows += measure()
        except Exception as error:
            failed.append(f"could not measure {name}: {type(error).__name__}: {error}")
    if rows:
        print(table(rows))
    print(*failed, sep="\n", end="\n" if failed else "", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    # Nobody's own case by the same name may stand in for the kit's.
    with TemporaryDirectory() as home:
        os.environ["KIT_HOME"] = home
        sys.exit(main())

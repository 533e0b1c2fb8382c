"""The moments of a journal as a reader's own clock has them."""

import os
import time
from collections.abc import Callable, Iterator

import pytest

from kit.journal.clock import day, day_and_time

Zone = Callable[[str], None]


@pytest.fixture
def zone() -> Iterator[Zone]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system sets no time zone for one process")
    before = os.environ.get("TZ")

    def set_to(name: str | None) -> None:
        if name is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = name
        time.tzset()

    yield set_to
    set_to(before)


def test_a_moment_is_told_in_the_time_of_the_machine(zone: Zone) -> None:
    zone("CET-1CEST,M3.5.0,M10.5.0/3")
    assert day_and_time("2026-11-25T22:30:00.000+00:00") == "25-11-2026 23:30"
    assert day_and_time("2026-07-01T22:30:00.000+00:00") == "02-07-2026 00:30"
    assert day("2026-11-25T23:30:00.000+00:00") == "26-11-2026"


def test_a_server_without_a_zone_of_its_own_says_so(zone: Zone) -> None:
    zone("UTC0")
    assert day_and_time("2026-11-25T22:30:00.000+00:00") == "25-11-2026 22:30 (UTC)"


@pytest.mark.parametrize("stamp", ["", "gisteren", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-23:59"])
def test_whatever_stands_in_a_journal_gives_a_text(stamp: str, zone: Zone) -> None:
    zone("CET-1")
    assert isinstance(day(stamp), str) and isinstance(day_and_time(stamp), str)


def test_what_is_no_moment_stands_as_it_is() -> None:
    assert day("gisteren") == day_and_time("gisteren") == "gisteren"

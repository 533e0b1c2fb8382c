"""A register of requests: which household asked, in which street, about what, and when; and one that is made up.

The step that Spierts (2019) asks for is from single cases to what they share. A register holds the single cases; how
many *different households* stand in one cell of street × theme is the first thing they can share. The register that
the kit ships is `fictie`, made here from a seed, with three cells planted for the learner to find.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import sqrt
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

__all__ = ["PLANTED", "SEED", "STREETS", "THEMES", "Cell", "Register", "Request", "made_up"]

Cell = tuple[str, str]
"""A street and a theme."""

STREETS = (
    "Lindenlaan",
    "Molenweg",
    "Kerkstraat",
    "Schoolstraat",
    "Beukenhof",
    "Parkweg",
    "Stationsstraat",
    "Dijkstraat",
    "Wilgenpad",
    "Havenkade",
    "Veldzicht",
    "Torenplein",
)
"""The streets of the made-up register, the one with most households first."""

THEMES = (
    "geldzorgen",
    "eenzaamheid",
    "opvoeden",
    "formulieren",
    "mantelzorg",
    "schimmel in huis",
    "dagbesteding",
    "overlast",
)
"""Its themes, the one that is asked about most first."""

PLANTED: tuple[Cell, ...] = (
    ("Dijkstraat", "schimmel in huis"),
    ("Beukenhof", "mantelzorg"),
    ("Torenplein", "formulieren"),
)
"""The cells in which something shared was planted."""

SEED = 20
"""With `Random(SEED)` `made_up` gives the register that the kit ships."""


@dataclass(frozen=True)
class Request:
    """One request. week: from 1. household: a number that stands for the household, or None where nobody knows."""

    week: int
    street: str
    theme: str
    household: int | None

    def __post_init__(self) -> None:
        if self.week < 1:
            raise ValueError(f"week must be 1 or more, got {self.week!r}")
        for name in ("street", "theme"):
            if not getattr(self, name):
                raise ValueError(f"{name} must be a text, got {getattr(self, name)!r}")


@dataclass(frozen=True)
class Register:
    """Requests, in any order. Its streets and themes go from the most requests to the fewest, then by name."""

    requests: tuple[Request, ...]

    @cached_property
    def streets(self) -> tuple[str, ...]:
        """The streets that occur."""
        return _by_size([request.street for request in self.requests])

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The themes that occur."""
        return _by_size([request.theme for request in self.requests])

    @cached_property
    def knows_households(self) -> bool:
        """Whether each request names its household; without that, nobody can count distinct ones."""
        return bool(self.requests) and all(request.household is not None for request in self.requests)

    @cached_property
    def asked(self) -> dict[Cell, int]:
        """Requests in each cell that has one."""
        counts: dict[Cell, int] = {}
        for request in self.requests:
            cell = request.street, request.theme
            counts[cell] = counts.get(cell, 0) + 1
        return counts

    @cached_property
    def households(self) -> dict[Cell, int]:
        """Distinct households in each cell that has one. Raises ValueError where the register does not know them."""
        if self.requests and not self.knows_households:
            raise ValueError("each request must name its household, got one without")
        counts: dict[Cell, int] = {}
        for street, theme, _household in {(r.street, r.theme, r.household) for r in self.requests}:
            counts[street, theme] = counts.get((street, theme), 0) + 1
        return counts

    def to_frame(self) -> "pandas.DataFrame":
        """One row a request: week, street, theme, household. Needs pandas, imported only here."""
        import pandas

        names = ("week", "street", "theme", "household")
        return pandas.DataFrame({name: [getattr(r, name) for r in self.requests] for name in names})


def made_up(
    rng: Random,
    streets: Sequence[str] = STREETS,
    themes: Sequence[str] = THEMES,
    planted: Collection[Cell] = PLANTED,
    requests: int = 480,
    households: int = 220,
    extra: int = 14,
    repeat: float = 0.5,
    weeks: int = 52,
) -> Register:
    """A register that somebody could have kept, with something shared planted in some of its cells: `fictie`.

    Streets and themes weigh 1/√rank. A household lives in one street; each asks once before any asks again. Of its
    later requests a share `repeat` (0 to 1) is about what it asked first. In each planted cell `extra` further
    households ask once. Weeks are drawn evenly, and households numbered in the order in which they first ask.
    Only `rng.random` is drawn from: it gives the same numbers in every Python.
    Raises ValueError for an empty list of names, a planted cell that is not there, or a number out of range.
    """
    _check(streets, themes, planted, requests, households, extra, repeat, weeks)
    a_street, a_theme = _drawn(streets, rng), _drawn(themes, rng)
    home = [a_street() for _ in range(households)]
    first: dict[int, str] = {}
    rows: list[tuple[int, str, str, int]] = []

    def add(street: str, theme: str, household: int) -> None:
        rows.append((1 + int(rng.random() * weeks), street, theme, household))

    for i in range(requests):
        household = i if i < households else int(rng.random() * households)
        again = household in first and rng.random() < repeat
        theme = first[household] if again else a_theme()
        first.setdefault(household, theme)
        add(home[household], theme, household)
    for n, (street, theme) in enumerate(planted):
        for one in range(extra):
            add(street, theme, households + n * extra + one)
    rows.sort(key=lambda row: row[0])
    number: dict[int, int] = {}
    for *_rest, household in rows:
        number.setdefault(household, len(number) + 1)
    return Register(tuple(Request(week, street, theme, number[h]) for week, street, theme, h in rows))


def _by_size(names: Sequence[str]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _drawn(names: Sequence[str], rng: Random) -> Callable[[], str]:
    """Draws one of the names, the first ones more often: by 1/√rank."""
    upto = list(accumulate(1 / sqrt(rank) for rank in range(1, len(names) + 1)))

    def draw() -> str:
        at = rng.random() * upto[-1]
        return next((name for name, edge in zip(names, upto, strict=True) if at < edge), names[-1])

    return draw


def _check(
    streets: Sequence[str],
    themes: Sequence[str],
    planted: Collection[Cell],
    requests: int,
    households: int,
    extra: int,
    repeat: float,
    weeks: int,
) -> None:
    for name, least, got in (
        ("streets", 1, len(streets)),
        ("themes", 1, len(themes)),
        ("requests", 0, requests),
        ("households", 1, households),
        ("extra", 0, extra),
        ("weeks", 1, weeks),
    ):
        if got < least:
            raise ValueError(f"{name} must be {least} or more, got {got!r}")
    if not 0 <= repeat <= 1:
        raise ValueError(f"repeat must be from 0 to 1, got {repeat!r}")
    for street, theme in planted:
        if street not in streets or theme not in themes:
            raise ValueError(f"a planted cell must be one of the streets and themes, got {(street, theme)!r}")

"""Shared signals: cells of street × theme in which more households ask than chance alone would bring together.

A cell is a signal where at least 5 distinct households asked *and* that is more than can be expected of a street of
that size and a theme that common: the upper tail of the hypergeometric distribution survives the procedure of
Benjamini and Hochberg (1995) at a false discovery rate of 0.10 over all cells. Shuffled registers say the same without
statistics: deal the streets anew over the households, and see how often chance makes as much of it.

The tail counts requests, and what is set against it is households: who asks four times counts once. That is on the
cautious side. A signal says that something may be shared, not what, and not what is to be done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma
from random import Random
from typing import TYPE_CHECKING

from kit.models.register import Cell, Register, Request

if TYPE_CHECKING:
    import pandas

__all__ = ["LEAST", "RATE", "Reading", "Shuffles", "SignalMap", "read_signals", "shuffle", "shuffled", "upper_tail"]

LEAST = 5
"""Distinct households that a signal takes; fewer are people whom one might recognise, not a pattern."""

RATE = 0.10
"""The false discovery rate at which signals are picked out."""

DOUBLE = 2.0
"""The rule of thumb that cries wolf: 'at least twice as many requests as expected'. Here only to be seen failing."""


@dataclass(frozen=True)
class Reading:
    """One cell. asked: requests; households: the distinct ones among them; expected: how many requests would fall
    here if street and theme had nothing to do with each other. chance: how often at least so many would, from 0 to 1.
    signal: whether the rule picks it out."""

    street: str
    theme: str
    asked: int
    households: int
    expected: float
    chance: float
    signal: bool

    @property
    def double(self) -> bool:
        """The rule of thumb: as many households as a signal takes, and at least twice the requests expected."""
        return self.households >= LEAST and self.asked >= DOUBLE * self.expected


@dataclass(frozen=True)
class SignalMap:
    """All cells of a register, by street and theme, the empty ones too; streets and themes in its order."""

    streets: tuple[str, ...]
    themes: tuple[str, ...]
    cells: Mapping[Cell, Reading]

    @property
    def signals(self) -> tuple[Reading, ...]:
        """The cells that the rule picks out, in the order of streets, then themes: an order, not a ranking."""
        return tuple(self.cells[s, t] for s in self.streets for t in self.themes if self.cells[s, t].signal)

    def to_frame(self) -> "pandas.DataFrame":
        """One row a cell. Needs pandas, imported only here."""
        import pandas

        names = ("street", "theme", "asked", "households", "expected", "chance", "signal")
        return pandas.DataFrame({name: [getattr(c, name) for c in self.cells.values()] for name in names})


@dataclass(frozen=True)
class Shuffles:
    """What chance made of a register. draws: how many times its streets were dealt anew.

    as_many: for each cell, in how many draws it held at least the households that it really has. by_rule, by_double:
    in how many draws the rule, and the rule of thumb, picked out any cell at all, where nothing is shared.
    """

    draws: int
    as_many: Mapping[Cell, int]
    by_rule: int
    by_double: int


def read_signals(register: Register, least: int = LEAST, rate: float = RATE) -> SignalMap:
    """Each cell of the register, and whether it is a signal.

    Raises ValueError where a request names no household (see `Register.knows_households`), for least below 1, or a
    rate that is not from 0 to 1.
    """
    if least < 1:
        raise ValueError(f"least must be 1 or more, got {least!r}")
    if not 0 <= rate <= 1:
        raise ValueError(f"rate must be from 0 to 1, got {rate!r}")
    all, households, asked = len(register.requests), register.households, register.asked
    of_street, of_theme = _margins(register)
    chances = {
        (s, t): upper_tail(households.get((s, t), 0), all, of_street[s], of_theme[t])
        for s in register.streets
        for t in register.themes
    }
    edge = _edge(list(chances.values()), rate)
    cells = {
        (s, t): Reading(
            street=s,
            theme=t,
            asked=asked.get((s, t), 0),
            households=households.get((s, t), 0),
            expected=of_street[s] * of_theme[t] / all,
            chance=chance,
            signal=households.get((s, t), 0) >= least and chance <= edge,
        )
        for (s, t), chance in chances.items()
    }
    return SignalMap(register.streets, register.themes, cells)


@lru_cache(maxsize=65536)
def upper_tail(least: int, all: int, of_street: int, of_theme: int) -> float:
    """How likely it is that at least `least` of `of_theme` requests, dealt blindly from `all`, fall among `of_street`.

    The hypergeometric distribution, summed term by term: no approximation. From 0 to 1.
    Raises ValueError where a part is larger than the whole or below 0.
    """
    for name, part in (("of_street", of_street), ("of_theme", of_theme)):
        if not 0 <= part <= all:
            raise ValueError(f"{name} must be from 0 to {all}, got {part!r}")
    fewest, most = max(0, of_street + of_theme - all), min(of_street, of_theme)
    if least <= fewest:
        return 1.0
    if least > most:
        return 0.0

    def term(k: int) -> float:
        return exp(_choose(of_street, k) + _choose(all - of_street, of_theme - k) - _choose(all, of_theme))

    def to_next(k: int) -> float:
        return (of_street - k) * (of_theme - k) / ((k + 1) * (all - of_street - of_theme + k + 1))

    # Away from the mean, so that each term is smaller than the one before: below it the other tail, taken from 1.
    if least * all > of_street * of_theme:
        return min(1.0, _sum(term(least), (to_next(k) for k in range(least, most))))
    return max(0.0, 1 - _sum(term(least - 1), (1 / to_next(k) for k in range(least - 2, fewest - 1, -1))))


def shuffle(register: Register, rng: Random) -> Register:
    """The register with its streets dealt anew over the households: each keeps what it asked, each street has as many
    households as before, and nothing binds a street to a theme.

    A household that asked from two streets counts as two. Raises ValueError where a request names no household.
    """
    homes = dict.fromkeys((request.household, request.street) for request in register.requests)
    if register.requests and not register.knows_households:
        raise ValueError("each request must name its household, got one without")
    streets = [street for _household, street in homes]
    rng.shuffle(streets)
    dealt = dict(zip(homes, streets, strict=True))
    return Register(
        tuple(Request(r.week, dealt[r.household, r.street], r.theme, r.household) for r in register.requests)
    )


def shuffled(register: Register, draws: int, rng: Random) -> Shuffles:
    """What `draws` shuffled registers hold beside the real one. Raises ValueError as `read_signals` does, and for
    draws below 1."""
    if draws < 1:
        raise ValueError(f"draws must be 1 or more, got {draws!r}")
    real = read_signals(register)
    as_many = dict.fromkeys(real.cells, 0)
    by_rule = by_double = 0
    for _ in range(draws):
        by_chance = read_signals(shuffle(register, rng))
        for cell, reading in real.cells.items():
            as_many[cell] += by_chance.cells[cell].households >= reading.households
        by_rule += any(reading.signal for reading in by_chance.cells.values())
        by_double += any(reading.double for reading in by_chance.cells.values())
    return Shuffles(draws, as_many, by_rule, by_double)


def _margins(register: Register) -> tuple[dict[str, int], dict[str, int]]:
    of_street = dict.fromkeys(register.streets, 0)
    of_theme = dict.fromkeys(register.themes, 0)
    for (street, theme), count in register.asked.items():
        of_street[street] += count
        of_theme[theme] += count
    return of_street, of_theme


def _sum(term: float, ratios: Iterable[float]) -> float:
    total = term
    for ratio in ratios:
        term *= ratio
        total += term
        if term < 1e-18 * total:
            break
    return total


def _edge(chances: list[float], rate: float) -> float:
    """Benjamini and Hochberg: the largest of m sorted chances p_i that is at most rate·i/m; below 0 if none is."""
    many = len(chances)
    return max((p for i, p in enumerate(sorted(chances), 1) if p <= rate * i / many), default=-1.0)


def _choose(n: int, k: int) -> float:
    """The logarithm of n over k."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)

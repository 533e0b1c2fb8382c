"""The force field of a decision: who pulls where, who is done short, and how still a tug-of-war can look.

Vocabulary after Lewin's force-field analysis; the tensions are Putters', as Den Uyl and Verhagen (2015) give them,
and a case's own. The formulas are ours. They show a field; they do not say what to decide. Strain and own course
favour the middle of the field by the way they are made, so neither may be read as a price or a merit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from operator import mul
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.case import Force

if TYPE_CHECKING:
    import pandas

__all__ = ["Force", "Reading", "TippingPoint", "analyse", "robustness", "strain_at", "strain_equally", "tipping_points"]

Stance = Mapping[str, float]
"""A place from -1 to 1 on each tension: the learner's, or an option's."""

TUG_OF_WAR = 0.6
"""From this opposition on we speak of a tug-of-war: the weaker side then pulls at least 3 against 7."""

NEAR = 0.1
"""When all that pulls lies nearer than this on average, opposition says nothing: there is hardly any pull."""

_SAME = 1e-9
_EQUAL = 1e-12


@dataclass(frozen=True)
class Reading:
    """What a field of forces does to one stance. Mappings go by tension id, `borne_by` by actor id.

    balance: middle of the field, from -1 to 1; None where nothing pulls on that tension.
    net_pull: which way and how hard the forces together pull, in units of strength times distance.
    opposition: from 0 (all one way, or nothing) to 1 (a tug-of-war that cancels out).
    distance: mean distance of the forces from the stance, from 0 to 2, weighed by strength.
    strain: mean squared distance of the whole field from the stance, from 0 to 1.
    field_strain: the strain that no stance removes; own_course: the rest, the way away from the middle.
    borne_by: the part of the strain that falls to each actor; together they are the strain.
    """

    balance: Mapping[str, float | None]
    net_pull: Mapping[str, float]
    opposition: Mapping[str, float]
    distance: Mapping[str, float]
    strain: float
    field_strain: float
    own_course: float
    borne_by: Mapping[str, float]

    def tug_of_war(self, tension: str) -> bool:
        """Whether two sides pull hard against each other on this tension, however still the knot may hang."""
        return self.opposition[tension] >= TUG_OF_WAR and self.distance[tension] >= NEAR

    def to_frame(self) -> "pandas.DataFrame":
        """One row a tension: balance, net pull, opposition, distance. Needs pandas, imported only here."""
        import pandas

        columns = {
            "balance": self.balance,
            "net_pull": self.net_pull,
            "opposition": self.opposition,
            "distance": self.distance,
        }
        return pandas.DataFrame({name: dict(column) for name, column in columns.items()}).rename_axis("tension")


@dataclass(frozen=True)
class TippingPoint:
    """The strength at which a force would make two stances strain equally.

    strength: that strength; told: whether it lies within 0 and 1 and leaves a field, so that it may be spoken of.
    """

    force: Force
    strength: float
    told: bool


def analyse(forces: Iterable[Force], stance: Stance) -> Reading | None:
    """Read the field `forces` at `stance`; None where nothing pulls at all.

    Raises ValueError where the stance lacks a tension that a force pulls on, or lies outside -1 to 1.
    """
    field = tuple(forces)
    _check(field, stance)
    total = fsum(force.strength for force in field)
    if total == 0:
        return None
    balance: dict[str, float | None] = {}
    net_pull, opposition, distance, own_course = {}, {}, {}, []
    for tension, x in stance.items():
        on = [force for force in field if force.tension == tension]
        weight = fsum(force.strength for force in on)
        pull = fsum(force.strength * (force.toward - x) for force in on)
        effort = fsum(force.strength * abs(force.toward - x) for force in on)
        net_pull[tension] = pull
        # Rounding may leave |pull| a hair above the effort of which it is a signed sum.
        opposition[tension] = max(0.0, 1 - abs(pull) / effort) if effort > 0 else 0.0
        if weight == 0:
            balance[tension], distance[tension] = None, 0.0
            continue
        middle = fsum(force.strength * force.toward for force in on) / weight
        balance[tension], distance[tension] = middle, effort / weight
        own_course.append(weight / total * (x - middle) ** 2 / 4)
    borne_by = dict.fromkeys((force.actor for force in field), 0.0)
    for force in field:
        borne_by[force.actor] += force.strength / total * (force.toward - stance[force.tension]) ** 2 / 4
    middles = {tension: middle for tension, middle in balance.items() if middle is not None}
    field_strain = fsum(
        force.strength / total * (force.toward - middles[force.tension]) ** 2 / 4 for force in field if force.strength
    )
    return Reading(
        balance=MappingProxyType(balance),
        net_pull=MappingProxyType(net_pull),
        opposition=MappingProxyType(opposition),
        distance=MappingProxyType(distance),
        strain=fsum(borne_by.values()),
        field_strain=field_strain,
        own_course=fsum(own_course),
        borne_by=MappingProxyType(borne_by),
    )


def strain_equally(forces: Iterable[Force], a: Stance, b: Stance) -> bool:
    """Whether two stances already strain equally in this field, so that no tipping point can be told."""
    field = tuple(forces)
    total = fsum(force.strength for force in field)
    return abs(fsum(force.strength * _leaning(force, a, b) for force in field)) <= _EQUAL * total


def tipping_points(forces: Iterable[Force], a: Stance, b: Stance) -> tuple[TippingPoint, ...]:
    """For each force that tells `a` from `b`: the strength at which both would strain equally.

    Empty where both strain equally now (`strain_equally`). A point that is not `told` lies outside 0 to 1.
    Raises ValueError as `analyse` does.
    """
    field = tuple(forces)
    _check(field, a)
    _check(field, b)
    if strain_equally(field, a, b):
        return ()
    leanings = [_leaning(force, a, b) for force in field]
    points = []
    for i, force in enumerate(field):
        if leanings[i] == 0:
            continue
        others = [j for j in range(len(field)) if j != i]
        strength = -fsum(field[j].strength * leanings[j] for j in others) / leanings[i]
        left = strength + fsum(field[j].strength for j in others)
        points.append(TippingPoint(force, strength, told=0 <= strength <= 1 and left > 0))
    return tuple(points)


def robustness(
    forces: Iterable[Force], options: Mapping[str, Stance], spread: float, draws: int, rng: Random
) -> dict[str, float] | None:
    """How much hangs on guessed strengths: the share of draws in which each option strains least.

    Each strength is drawn uniformly within `spread` of its value, force by force, and set to the bounds 0 and 1.
    Ties are split; draws in which nothing pulls are dropped, and None means that all were. This says how firm a
    picture is, never which option to take. Raises ValueError for no options, a negative spread, or draws below 1.
    """
    field = tuple(forces)
    if not options:
        raise ValueError("options must hold at least one stance, got none")
    if spread < 0:
        raise ValueError(f"spread must be 0 or more, got {spread!r}")
    if draws < 1:
        raise ValueError(f"draws must be 1 or more, got {draws!r}")
    for stance in options.values():
        _check(field, stance)
    costs = [[(force.toward - stance[force.tension]) ** 2 for force in field] for stance in options.values()]
    wins, counted = [0.0] * len(costs), 0
    for _ in range(draws):
        strengths = [min(1.0, max(0.0, rng.uniform(f.strength - spread, f.strength + spread))) for f in field]
        total = sum(strengths)
        if total == 0:
            continue
        counted += 1
        strains = [sum(map(mul, strengths, cost)) for cost in costs]
        least = min(strains)
        ties = [i for i, strain in enumerate(strains) if strain - least <= _EQUAL * total]
        for i in ties:
            wins[i] += 1 / len(ties)
    return {name: won / counted for name, won in zip(options, wins, strict=True)} if counted else None


def strain_at(point: TippingPoint, forces: Iterable[Force], stance: Stance) -> float:
    """The strain of `stance` in this field if the force of a told tipping point had that point's strength.

    Not by way of a changed Force: a tipping point may lie where a force would be too weak to be one.
    """
    weighed = [(point.strength if force is point.force else force.strength, force) for force in forces]
    total = fsum(strength for strength, _ in weighed)
    return fsum(s / total * (force.toward - stance[force.tension]) ** 2 / 4 for s, force in weighed)


def _leaning(force: Force, a: Stance, b: Stance) -> float:
    """How much more this force strains stance `a` than `b`, per unit of strength, up to a constant factor."""
    to_a, to_b = a[force.tension], b[force.tension]
    leaning = (to_b - to_a) * (2 * force.toward - to_a - to_b)
    return leaning if abs(leaning) >= _SAME else 0.0


def _check(forces: Sequence[Force], stance: Stance) -> None:
    for force in forces:
        if force.tension not in stance:
            raise ValueError(
                f"a stance must have a place on every tension; got none on {force.tension!r}, only on {sorted(stance)}"
            )
    for tension, x in stance.items():
        if not -1 <= x <= 1:
            raise ValueError(f"a place must be from -1 to 1, got {x!r} on {tension!r}")

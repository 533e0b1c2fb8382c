"""One layer of the context otherwise: the same case with that layer acting more or less hard, to be played again.

After Verweij and Spierts (2020): the context works through in the decision. What a layer wants stays the same; only
how hard it acts changes. That both its influences and its forces change alike is ours, `fictie`.
"""

from dataclasses import dataclass, replace
from typing import get_args

from kit.case import MIN_STRENGTH, YOU, Case, Force, Influence, Layer
from kit.models.force_field import analyse

__all__ = ["FieldChange", "field_changes", "with_layer"]


@dataclass(frozen=True)
class FieldChange:
    """What another layer does to one tension of a moment: the middle of the field before and after.

    moment, tension: their ids. before, after: from -1 to 1, or None where nothing pulls.
    """

    moment: str
    tension: str
    before: float | None
    after: float | None


def with_layer(case: Case, layer: Layer, factor: float) -> Case:
    """The case with `layer` acting `factor` times as hard on the professional, and its forces counting as much more.

    Strengths stay within [0.01, 1]; what was 0 stays 0. Directions, options and what flows back stay as they are.
    Raises ValueError for a layer that does not exist or that nobody of the case stands in, or a factor not above 0.
    """
    if layer not in get_args(Layer):
        raise ValueError(f"layer must be one of {', '.join(get_args(Layer))}, got {layer!r}")
    if not 0 < factor < float("inf"):
        raise ValueError(f"factor must be a number above 0, got {factor!r}")
    members = {actor.id for actor in case.actors if actor.layer == layer}
    if not members:
        there = dict.fromkeys(actor.layer for actor in case.actors if actor.layer)
        raise ValueError(f"layer must be one that an actor stands in ({', '.join(there)}), got {layer!r}")

    def scaled(strength: float) -> float:
        return 0.0 if strength == 0 else min(1.0, max(MIN_STRENGTH, strength * factor))

    def acting(edge: Influence) -> Influence:
        onto_us = edge.origin in members and edge.target == YOU
        return replace(edge, strength=scaled(edge.strength)) if onto_us else edge

    def pulling(force: Force) -> Force:
        return replace(force, strength=scaled(force.strength)) if force.actor in members else force

    moments = tuple(replace(moment, forces=tuple(map(pulling, moment.forces))) for moment in case.moments)
    return replace(case, influences=tuple(map(acting, case.influences)), moments=moments)


def field_changes(before: Case, after: Case) -> tuple[FieldChange, ...]:
    """The middle of the field of each tension of each moment, in two versions of one case, in its order."""
    found = []
    for one, other in zip(before.moments, after.moments, strict=True):
        for tension in dict.fromkeys(force.tension for force in one.forces):
            middles = [_middle(moment.forces, tension) for moment in (one, other)]
            found.append(FieldChange(one.id, tension, *middles))
    return tuple(found)


def _middle(forces: tuple[Force, ...], tension: str) -> float | None:
    here = [force for force in forces if force.tension == tension]
    reading = analyse(here, {tension: 0.0})
    return None if reading is None else reading.balance[tension]

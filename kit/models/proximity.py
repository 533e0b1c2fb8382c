"""Nearness and distancing: five forms of nearness, each with its complexity, and what a team has to bear it with.

After Marc Hoijtink, in the report of a workshop on new complexity and uncertainty (no year given): each form asks
professionals to take a stand, each has a complexity of its own, and taking distance (*distancing*) is how they cope.
The forms and the kinds of buffer are his or were said there; the sum is ours, and every number in it is `fictie`.

    L = Σ n c (1 − r) / 5      distancing = L / (L + capacity)      continuity = 1 / (1 + (changes + moves) / years)

Distancing is no fault of anybody: the model says how much asks for it, not whether it is right.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum, isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import pandas

__all__ = ["CAPACITY", "FORMS", "Buffers", "Form", "Nearness", "Reading", "continuity", "read"]

Form = Literal["physical", "network", "interprofessional", "civil", "government"]

FORMS: tuple[Form, ...] = get_args(Form)
"""Close to people and families; their own network; between professions; with volunteers and citizens' initiatives; a
municipality that directs from nearby."""

CAPACITY = 0.5
"""The load at which half of what asks for distance would be answered by it. Made up."""


@dataclass(frozen=True)
class Nearness:
    """One form: how near, and how complex that is, both from 0 (not) to 1. Raises ValueError beyond that."""

    form: Form
    near: float
    complexity: float

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ValueError(f"form must be one of {', '.join(FORMS)}, got {self.form!r}")
        _within("near", self.near)
        _within("complexity", self.complexity)

    @property
    def demand(self) -> float:
        """What this nearness asks, from 0 to 1: nearness without complexity asks nothing, nor does the reverse."""
        return self.near * self.complexity


@dataclass(frozen=True)
class Buffers:
    """What makes complexity bearable: a frame that is shared, knowing where one's task begins and ends, continuity.

    Each from 0 (absent) to 1. Raises ValueError beyond that.
    """

    frame: float
    demarcation: float
    continuity: float

    def __post_init__(self) -> None:
        for name in ("frame", "demarcation", "continuity"):
            _within(name, getattr(self, name))

    @property
    def carried(self) -> float:
        """r: the part of every demand that the buffers bear together, their mean."""
        return fsum((self.frame, self.demarcation, self.continuity)) / 3

    def changed(self, **values: float) -> "Buffers":
        """A copy in which these are otherwise."""
        return replace(self, **values)


@dataclass(frozen=True)
class Reading:
    """What five forms of nearness come down to. Mappings go by form, in the order of FORMS.

    demand: what each asks; carried: what the buffers bear of it; left: what comes down on people. load: the mean of
    `left` over five forms, from 0 to 1. distancing: how much of a pull to take distance that makes, from 0 to below 1.
    """

    demand: Mapping[Form, float]
    carried: Mapping[Form, float]
    left: Mapping[Form, float]
    load: float
    distancing: float

    @property
    def heaviest(self) -> tuple[Form, ...]:
        """The forms of which most is left, more than one where they are equal; none where nothing is left."""
        most = max(self.left.values())
        return tuple(form for form in FORMS if self.left[form] == most > 0)

    def to_frame(self) -> "pandas.DataFrame":
        """One row a form: demand, carried, left. Needs pandas, here only."""
        import pandas

        columns = {name: dict(getattr(self, name)) for name in ("demand", "carried", "left")}
        return pandas.DataFrame(columns).rename_axis("form")


def continuity(changes: float, moves: float, years: float) -> float:
    """How much stays as it is, from 1 (no change at all) towards 0: changes of leader and moves, by the year.

    Four leaders are three changes. Raises ValueError for a count below 0, or years that are not above 0.
    """
    for name, count in (("changes", changes), ("moves", moves)):
        if not (isfinite(count) and count >= 0):
            raise ValueError(f"{name} must be 0 or more, got {count!r}")
    if not (isfinite(years) and years > 0):
        raise ValueError(f"years must be more than 0, got {years!r}")
    return 1 / (1 + (changes + moves) / years)


def read(forms: Iterable[Nearness], buffers: Buffers, capacity: float = CAPACITY) -> Reading:
    """What these forms ask, what the buffers bear of it, and what is left; a form that is not given asks nothing.

    capacity: the load at which distancing is a half, above 0. Raises ValueError for a form that is given twice, or
    another capacity.
    """
    if not (isfinite(capacity) and capacity > 0):
        raise ValueError(f"capacity must be more than 0, got {capacity!r}")
    given: dict[Form, float] = {}
    for one in forms:
        if one.form in given:
            raise ValueError(f"each form must be given once, got {one.form!r} twice")
        given[one.form] = one.demand
    demand = {form: given.get(form, 0.0) for form in FORMS}
    r = buffers.carried
    left = {form: asked * (1 - r) for form, asked in demand.items()}
    load = fsum(left.values()) / len(FORMS)
    return Reading(
        demand=MappingProxyType(demand),
        carried=MappingProxyType({form: asked * r for form, asked in demand.items()}),
        left=MappingProxyType(left),
        load=load,
        distancing=load / (load + capacity),
    )


def _within(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must be from 0 to 1, got {value!r}")

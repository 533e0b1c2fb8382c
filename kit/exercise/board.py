"""A force field to read by moving in it, and what must be so before it is read."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from annotated_types import MinLen

from kit.case import Actor, Force, Name, Position, Tension
from kit.case.parts import Closed, part

Measure = Literal["distance_to_middle", "net_pull", "opposition", "distance", "share", "balance", "stance"]
"""What a goal looks at, as `kit.models.force_field` computes it; a share is a part of all strain, from 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class Board(Closed):
    """A small force board: everything on it is shown, and only what is `movable` can be moved beside the knot."""

    actors: Annotated[tuple[Actor, ...], MinLen(1)] = part("Wie er trekken.")
    tensions: Annotated[tuple[Tension, ...], MinLen(1)] = part(
        "De lijnen: een kenmerk uit tensions.yaml, of een eigen spanning."
    )
    forces: Annotated[tuple[Force, ...], MinLen(1)] = part(
        "De krachten; alleen wat 'movable: true' heeft, kan de speler verschuiven."
    )
    start: dict[str, Position] = field(
        default_factory=dict, metadata={"description": "Waar de speler begint, per spanning; anders in het midden."}
    )


@dataclass(frozen=True, kw_only=True)
class Goal(Closed):
    """Something that must hold on the learner's board: a measure above one number, below another, or both."""

    measure: Measure = part("Waar naar gekeken wordt.")
    tension: str | None = part("Kenmerk van de spanning; bij 'share' niet nodig.", None)
    actor: str | None = part("Bij 'share': kenmerk van wie tekort wordt gedaan.", None)
    above: float | None = part("Meer dan dit.", None, ge=-10, le=10, examples=[0.5])
    below: float | None = part("Minder dan dit.", None, ge=-10, le=10, examples=[0.5])
    feedback: Name = part("Als dit nog niet zo is: waar de speler op kan letten.")
    misconception: str = part("De misvatting in een korte zin, zoals een docent haar op een lijst zet.", "")

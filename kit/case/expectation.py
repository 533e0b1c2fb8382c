"""What people expect of each other, and how each sees the division of tasks."""

from dataclasses import dataclass
from typing import Literal

from kit.case.field import Change
from kit.case.parts import Closed, Name, Position, Provenance, checked_strength, part

Status = Literal["spoken", "assumed", "unspoken"]
"""Towards the addressee: *gezegd*, *aangenomen* or *verzwegen*."""

VISIBLE: dict[Status, float] = {"spoken": 1.0, "assumed": 0.5, "unspoken": 0.0}
"""How much of an expectation its addressee can see, from 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class Topic(Closed):
    """Something that is expected more or less of: an axis from -1 (left) to 1 (right)."""

    id: Name = part("Kort kenmerk, bijvoorbeeld 'oplossen'.")
    question: Name = part("De vraag waar de verwachtingen over gaan, bijvoorbeeld 'Wie lost het op?'.")
    left: Name = part("Wat -1 betekent, kort.")
    right: Name = part("Wat 1 betekent, kort.")


@dataclass(frozen=True)
class Expectation(Closed):
    """What `holder` expects of `addressee` on one topic. The topic is an axis from -1 to 1.

    Raises ValueError where a value is out of bounds, or where somebody would expect something of themself.
    """

    holder: Name = part("Kenmerk van wie iets verwacht; 'you' is de speler.")
    addressee: Name = part("Kenmerk van wie het verwacht wordt; 'you' is de speler.")
    topic: Name = part("Kenmerk van het onderwerp.")
    position: float = part("Wat verwacht wordt, van -1 (links) tot 1 (rechts).", ge=-1, le=1)
    strength: float = part("Hoe zwaar het telt: 0, of van 0.01 tot 1.", ge=0, le=1)
    status: Status = part("Gezegd (spoken), aangenomen (assumed) of verzwegen (unspoken).", "assumed")
    believed: Position | None = part("Wat de ander denkt dat er verwacht wordt; weglaten als dat onbekend is.", None)
    feasible: tuple[Position, Position] | None = part("Van waar tot waar de ander het kan waarmaken.", None)
    why: str = part("De verwachting in een zin.", "")
    provenance: Provenance = part("Waar de richting vandaan komt; een sterkte komt nooit uit een bron.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)
    reason: str = part("Waarom ze is bijgesteld; de kit vult dit in.", "")
    limited: bool = part("Heeft de ander zijn grens al genoemd?", False)
    changes: tuple[Change, ...] = part("Wat er in het krachtenveld verandert als ze wordt uitgesproken.", ())

    def __post_init__(self) -> None:
        if self.holder == self.addressee:
            raise ValueError(f"holder and addressee must be two, got {self.holder!r} for both")
        if not -1 <= self.position <= 1:
            raise ValueError(f"position must be from -1 to 1, got {self.position!r}")
        checked_strength(self.strength)
        if self.status not in VISIBLE:
            raise ValueError(f"status must be one of {', '.join(VISIBLE)}, got {self.status!r}")
        if self.believed is not None and not -1 <= self.believed <= 1:
            raise ValueError(f"believed must be from -1 to 1, got {self.believed!r}")
        if self.feasible is not None and not -1 <= self.feasible[0] <= self.feasible[1] <= 1:
            raise ValueError(f"feasible must run from low to high within -1 to 1, got {self.feasible!r}")

    @property
    def visible(self) -> float:
        """How much of it the addressee can see: 1 spoken, 0.5 assumed, 0 unspoken."""
        return VISIBLE[self.status]

    @property
    def misreading(self) -> float:
        """How far the addressee is mistaken about it, from 0 to 1; 0 where no belief is known."""
        return 0.0 if self.believed is None else self.strength * abs(self.position - self.believed) / 2

    @property
    def overreach(self) -> float:
        """How far it asks more than the addressee can honour, from 0 to 1; 0 where no limit is known."""
        if self.feasible is None:
            return 0.0
        low, high = self.feasible
        return self.strength * max(low - self.position, self.position - high, 0.0) / 2


@dataclass(frozen=True)
class Claim(Closed):
    """How one perceiver sees a task: who decides, and who is responsible. None where they do not say.

    Raises ValueError where it says neither.
    """

    task: Name = part("De taak, in een paar woorden.")
    perceiver: Name = part("Kenmerk van wie het zo ziet; 'you' is de speler.")
    decides: Name | None = part("Kenmerk van wie volgens hen beslist.", None)
    responsible: Name | None = part("Kenmerk van wie volgens hen verantwoordelijk is.", None)
    why: str = part("Waarom zij het zo zien, in een zin.", "")
    provenance: Provenance = part("Waar dit vandaan komt.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)

    def __post_init__(self) -> None:
        if self.decides is None and self.responsible is None:
            raise ValueError(f"a claim must name who decides or who is responsible; {self.perceiver!r} names neither")
        for name, who in (("decides", self.decides), ("responsible", self.responsible)):
            if who == "":
                raise ValueError(f"{name} must name somebody, or be None where nothing is said; got {who!r}")

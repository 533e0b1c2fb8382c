"""The context of a decision: who acts on whom, under which conditions, and which ways there are to act back."""

from dataclasses import dataclass

from kit.case.parts import Closed, Name, Provenance, checked_strength, part


@dataclass(frozen=True)
class Influence(Closed):
    """How hard `origin` acts on `target`: 0, or from 0.01 to 1; `how` says by what, in a sentence.

    The strength itself is never from a source; at most the direction is. Raises ValueError for another strength, or
    for an influence on oneself.
    """

    origin: Name = part("Kenmerk van wie invloed heeft; 'you' is de speler.")
    target: Name = part("Kenmerk van op wie; 'you' is de speler.")
    strength: float = part("Hoe sterk: 0, of van 0.01 tot 1.", ge=0, le=1)
    how: str = part("Waardoor, in een zin.", "")
    provenance: Provenance = part("Waar de richting vandaan komt; een sterkte komt nooit uit een bron.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)

    def __post_init__(self) -> None:
        if self.origin == self.target:
            raise ValueError(f"origin and target must be two, got {self.origin!r} for both")
        checked_strength(self.strength)


@dataclass(frozen=True, kw_only=True)
class Agency(Closed):
    """A way for the professional or the team to act back on the context: *actorschap*, contradiction for one."""

    id: Name = part("Kort kenmerk.")
    title: Name = part("Wat je doet, kort: 'Tegenspreken in het stuurgroepoverleg'.")
    text: str = part("Wat dat inhoudt, en wat het kost.", "")
    origin: Name = part("Wie het doet: 'you', of het team.", "you")
    target: Name = part("Kenmerk van op wie het werkt.")
    strength_by: float = part("Zoveel sterker wordt die invloed.", ge=0, le=1)
    provenance: Provenance = part("Waar dit vandaan komt.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Concept(Closed):
    """Something of the context that may be less or more, such as caseload or time, from 0 to 1."""

    id: Name = part("Kort kenmerk.")
    name: Name = part("Naam zoals op het scherm.")
    low: str = part("Wat 0 betekent, kort.", "weinig")
    high: str = part("Wat 1 betekent, kort.", "veel")
    condition: bool = part("Kan een organisatie hieraan draaien? Dan krijgt het een schuif.", False)


@dataclass(frozen=True)
class Effect(Closed):
    """How `cause` bears on `on`, from -1 (more of one, less of the other) to 1; `how` says by what.

    Raises ValueError for another weight, or for an effect on itself.
    """

    cause: Name = part("Kenmerk van het begrip dat werkt.")
    on: Name = part("Kenmerk van het begrip waarop het werkt.")
    weight: float = part("Hoe sterk, van -1 tot 1.", ge=-1, le=1)
    how: str = part("Waardoor, in een zin.", "")
    provenance: Provenance = part("Waar de richting vandaan komt; een gewicht komt nooit uit een bron.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)

    def __post_init__(self) -> None:
        if self.cause == self.on:
            raise ValueError(f"cause and on must be two concepts, got {self.cause!r} for both")
        if not -1 <= self.weight <= 1:
            raise ValueError(f"weight must be from -1 to 1, got {self.weight!r}")

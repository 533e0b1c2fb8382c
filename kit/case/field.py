"""The field of a decision: who is in it, along which lines it is stretched, and who pulls where."""

from dataclasses import dataclass, replace
from typing import Literal

from kit.case.parts import MIN_STRENGTH, Closed, Name, Provenance, checked_strength, part

Place = Literal["environment", "team"]
"""Above the line (the environment) or below it (the professional and the team)."""

Layer = Literal["team", "organisation", "partners", "residents", "municipality", "policy", "society"]
"""The layers around the professional, from near to far. Interpretation: the published figure could not be found."""

YOU = "you"
"""The learner, the professional who decides: wherever an actor may stand in a map, this id may too."""


@dataclass(frozen=True, kw_only=True)
class Actor(Closed):
    """Somebody, or some body, who wants something of the decision. Never a crowd: each person apart."""

    id: Name = part("Kort kenmerk, bijvoorbeeld 'moeder'.")
    name: Name = part("Zoals op het bord staat, kort: 'Moeder', 'Jeugdbescherming'.")
    role: str = part("Wie dit is, in een zin.", "")
    place: Place = part("Boven de lijn ('environment') of eronder ('team': jij en je team).", "environment")
    voice: str = part("Wat deze persoon of partij zelf zou zeggen.", "")
    needs: str = part("Wat deze persoon nodig heeft, ook als die het niet zegt.", "")
    layer: Layer | None = part("In welke laag rond de professional; nodig op de contextkaart.", None)


@dataclass(frozen=True, kw_only=True)
class Pole(Closed):
    """One end of a tension: defensible, and not free."""

    name: Name = part("Naam van de pool, kort.")
    protects: str = part("Wat deze kant beschermt.", "")
    risks: str = part("Wat er op het spel komt als alles deze kant op gaat.", "")


@dataclass(frozen=True, kw_only=True)
class Tension(Closed):
    """A line between two poles that can both be defended."""

    id: Name = part("Kort kenmerk, bijvoorbeeld 'veiligheid-vertrouwen'.")
    question: Name = part("De vraag die deze spanning stelt.")
    left: Pole = part("De pool bij -1.")
    right: Pole = part("De pool bij 1.")
    provenance: Provenance = part("Waar deze spanning vandaan komt.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)


@dataclass(frozen=True, kw_only=True)
class Condition(Closed):
    """A circumstance under which the decision is taken; it has no poles."""

    id: Name = part("Kort kenmerk.")
    name: Name = part("Naam van de omstandigheid.")
    text: str = part("Hoe het er hier voor staat.", "")
    provenance: Provenance = part("Waar dit vandaan komt.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)
    value: float | None = part(
        "Hoe het er hier voor staat, van 0 tot 1; id is dan een begrip uit context.yaml.", None, ge=0, le=1
    )


@dataclass(frozen=True)
class Force(Closed):
    """What an actor wants of the decision on one tension, and how heavily that counts."""

    actor: Name = part("Kenmerk van de actor die trekt.")
    tension: Name = part("Kenmerk van de spanning waarop.")
    toward: float = part("Waarheen, van -1 (linkerpool) tot 1 (rechterpool).", ge=-1, le=1)
    strength: float = part("Hoe zwaar het telt: 0, of van 0.01 tot 1.", ge=0, le=1)
    why: str = part("Waarom deze actor hierheen trekt, in een zin.", "")
    provenance: Provenance = part("Waar de richting vandaan komt; een sterkte komt nooit uit een bron.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)
    movable: bool = part("Mag de speler deze kracht verschuiven en zwaarder of lichter maken?", True)

    def __post_init__(self) -> None:
        if not -1 <= self.toward <= 1:
            raise ValueError(f"toward must be from -1 to 1, got {self.toward!r}")
        checked_strength(self.strength)

    def moved(self, toward: float | None = None, strength: float | None = None) -> "Force":
        """A copy that pulls elsewhere or otherwise; values beyond the bounds are set to the bound."""
        to = self.toward if toward is None else min(1.0, max(-1.0, toward))
        weight = self.strength if strength is None else min(1.0, max(0.0, strength))
        return replace(self, toward=to, strength=weight if weight >= MIN_STRENGTH else 0.0)


@dataclass(frozen=True, kw_only=True)
class Change(Closed):
    """What a choice does to a force in every later moment."""

    actor: Name = part("Kenmerk van de actor.")
    tension: Name = part("Kenmerk van de spanning.")
    strength_by: float = part("Zoveel zwaarder (of lichter) gaat het tellen.", 0.0, ge=-1, le=1)
    toward_by: float = part("Zoveel schuift het op, negatief naar links.", 0.0, ge=-2, le=2)
    why: Name = part("Waarom, in een zin die de speler leest.")

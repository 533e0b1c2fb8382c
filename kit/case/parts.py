"""What all parts of a case are made of: fields that say what they mean, provenance, and sources."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le, MinLen

Provenance = Literal["bron", "interpretatie", "fictie"]
"""Where a statement comes from: a source, our reading of a source, or invention."""

Name = Annotated[str, MinLen(1)]

Position = Annotated[float, Ge(-1), Le(1)]
"""A place on an axis."""

MIN_STRENGTH = 0.01
"""A force that is there weighs at least this; smaller ones only make the arithmetic fragile."""


def part(meaning: str, default: Any = ..., **bounds: Any) -> Any:
    """A field with its meaning and bounds; without a default it is required."""
    metadata = {"description": meaning, **bounds}
    if default is ...:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def checked_strength(strength: float) -> None:
    """Raises ValueError where a strength is neither 0 nor from 0.01 to 1."""
    if not (strength == 0 or MIN_STRENGTH <= strength <= 1):
        raise ValueError(f"strength must be 0, or from {MIN_STRENGTH} to 1, got {strength!r}")


class Closed:
    """Keys that a class does not know are faults, never ignored."""

    __pydantic_config__ = {"extra": "forbid", "allow_inf_nan": False}


@dataclass(frozen=True, kw_only=True)
class Source(Closed):
    """Something a case leans on, as a learner sees it cited."""

    id: Name = part("Kort kenmerk waarmee de casus naar deze bron verwijst.")
    cite: Name = part("De bron zoals een lezer die ziet: auteur, titel, uitgever, jaar.")

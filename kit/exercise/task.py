"""What is written or computed: criteria to hold one's own text against, and answers that a usual mistake gives."""

from dataclasses import dataclass

from kit.case import Name
from kit.case.parts import Closed, part

Value = str | float
"""What a small computation ends in: a number, or a text."""


@dataclass(frozen=True, kw_only=True)
class Criterion(Closed):
    """Something the learner looks for in their own text, and ticks; why it matters."""

    id: Name = part("Kort kenmerk, uniek in de opgave.")
    text: Name = part("Waar je in je eigen tekst naar kijkt.")
    why: str = part("Waarom dat ertoe doet.", "")


@dataclass(frozen=True, kw_only=True)
class Wrong(Closed):
    """An answer that a usual mistake gives, and what that mistake is."""

    value: Value = part("Het antwoord dat die vergissing geeft.")
    feedback: Name = part("Wat de speler erbij leest: wat er waar aan is, en waar het anders liep.")
    misconception: str = part("De misvatting in een korte zin, zoals een docent haar op een lijst zet.", "")

"""One exercise: a question, and what the learner answers it with."""

from dataclasses import dataclass
from typing import Literal

from kit.case import Name, Provenance
from kit.case.parts import Closed, part
from kit.exercise.board import Board, Goal
from kit.exercise.choice import Item, Line, Option, Pair, Zone
from kit.exercise.task import Criterion, Value, Wrong

Kind = Literal["choose", "several", "order", "match", "place", "read", "write", "compute"]
"""Kies, meer antwoorden, ordenen, koppelen, plaats op de lijn, lees het krachtenveld, schrijf, reken."""

Level = Literal["recognise", "apply", "weigh", "justify"]
"""Herkennen, toepassen, afwegen, verantwoorden: in this order an exercise asks more."""

LEVELS: tuple[Level, ...] = ("recognise", "apply", "weigh", "justify")


@dataclass(frozen=True, kw_only=True)
class Exercise(Closed):
    """A question of one kind; which of the keys below `kind` it has follows from that kind."""

    id: Name = part("Kort kenmerk, uniek in de reeks.")
    kind: Kind = part("Hoe er geantwoord wordt.")
    level: Level = part("Wat het vraagt: herkennen, toepassen, afwegen of verantwoorden.")
    vignette: str = part("Een korte scène, die in geen casus en geen les staat.", "")
    question: Name = part("De vraag; één vraag.")
    open: bool = part("Heeft de vraag geen goed antwoord? Dan wordt nooit goed of niet goed getoond.", False)
    hints: tuple[str, ...] = part("Nul tot drie hints, elk een stap verder; de laatste is nog niet het antwoord.", ())
    provenance: Provenance = part("Waar het vandaan komt dat dit zo is.", "fictie")
    source: str | None = part("Kenmerk van de bron.", None)
    options: tuple[Option, ...] = part("Bij 'choose' en 'several': de antwoorden.", ())
    items: tuple[Item, ...] = part("Bij 'order': wat er te ordenen is, in de goede volgorde.", ())
    pairs: tuple[Pair, ...] = part("Bij 'match': wat bij elkaar hoort.", ())
    line: Line | None = part("Bij 'place': de lijn.", None)
    zones: tuple[Zone, ...] = part("Bij 'place': de stukken van de lijn, samen van -1 tot 1.", ())
    board: Board | None = part("Bij 'read': het krachtenveld.", None)
    goals: tuple[Goal, ...] = part("Bij 'read': wat er alles bij elkaar zo moet zijn.", ())
    criteria: tuple[Criterion, ...] = part("Bij 'write': drie tot zes punten om je eigen tekst naast te leggen.", ())
    example: str = part("Bij 'write': een voorbeeld, te zien als de eigen tekst vastligt.", "")
    table: str = part("Bij 'compute': een tabel uit datasets/tables.", "")
    start: str = part("Bij 'compute': hoogstens vijf regels die de tabel laden als 'tabel'.", "")
    solution: str = part("Bij 'compute': hoogstens vijf regels die eindigen met 'antwoord = …'.", "")
    expected: Value | None = part("Bij 'compute': het antwoord, een getal of een tekst.", None)
    tolerance: float = part("Bij 'compute': zoveel mag een getal ernaast zitten.", 0.0, ge=0, le=1000, examples=[0.01])
    reached: str = part("Feedback als het klopt; bij 'read' en 'compute' nodig, bij 'order' en 'match' mogelijk.", "")
    wrongs: tuple[Wrong, ...] = part("Bij 'compute': antwoorden die een gewone vergissing geeft.", ())
    otherwise: str = part("Bij 'compute': feedback bij elk ander antwoord.", "")

    @property
    def without_right(self) -> bool:
        """Whether no answer is right or wrong: an open question, and whatever is written."""
        return self.open or self.kind == "write"

"""A set of exercises on one topic."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MinLen

from kit.case import Name, Source
from kit.case.parts import Closed, part
from kit.exercise.exercise import Exercise


@dataclass(frozen=True, kw_only=True)
class ExerciseSet(Closed):
    """Exercises on one topic, in rising difficulty."""

    format: Literal[1] = part("De versie van deze opzet. Begin hiermee.")
    id: Name = part("Kort kenmerk, gelijk aan de bestandsnaam.")
    title: Name = part("Titel van de reeks.")
    intro: str = part("Een of twee zinnen vooraf.", "")
    minutes: int = part("Hoe lang de reeks ongeveer duurt.", 40, ge=5, le=480)
    sources: tuple[Source, ...] = part("Bronnen: een kenmerk uit sources.yaml, of een eigen bron.", ())
    exercises: Annotated[tuple[Exercise, ...], MinLen(1)] = part("De opgaven, in oplopende moeilijkheid.")

    def exercise(self, id: str) -> Exercise:
        """The exercise with this id; KeyError names the ones there are."""
        for one in self.exercises:
            if one.id == id:
                return one
        raise KeyError(f"no exercise {id!r}; there are {', '.join(one.id for one in self.exercises)}")

    def source(self, id: str) -> Source:
        """The source with this id; KeyError names the ones there are."""
        for one in self.sources:
            if one.id == id:
                return one
        raise KeyError(f"no source {id!r}; there are {', '.join(one.id for one in self.sources)}")

"""Small sets to practise with, and a learner who answers: right, wrong, or by committing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from kit.exercise import Exercise, ExerciseSet, Option
from kit.practice import key

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Line:
    """An entry as a journal has it."""

    at: str
    key: str
    value: Any


def closed(id: str) -> Exercise:
    options = (
        Option(id="goed", text="Goed", right=True, feedback="Ja."),
        Option(id="anders", text="Anders", right=False, feedback="Nee.", misconception="Denkt anders"),
        Option(id="nog-anders", text="Nog anders", right=False, feedback="Nee.", misconception="Denkt nog anders"),
    )
    return Exercise(id=id, kind="choose", level="apply", question="Welke?", options=options)


def written(id: str) -> Exercise:
    return Exercise(id=id, kind="write", level="justify", question="Wat vind je?", example="Zo.")


def a_set(ids: Iterable[str]) -> ExerciseSet:
    """Exercises by these ids; one that begins with a "w" is written."""
    exercises = tuple(written(id) if id.startswith("w") else closed(id) for id in ids)
    return ExerciseSet(format=1, id="klein", title="Klein", exercises=exercises)


class Learner:
    """Somebody who answers, a minute apart."""

    def __init__(self) -> None:
        self.now, self.log = MONDAY, list[Line]()

    @property
    def at(self) -> str:
        return self.now.isoformat(timespec="milliseconds")

    def note(self, id: str, field: str, value: Any) -> None:
        self.now += timedelta(minutes=1)
        self.log.append(Line(self.at, key(id, field), value))

    def checks(self, id: str, answer: Any = "goed") -> None:
        self.note(id, "answer", answer)
        self.note(id, "checked", answer)

    def waits(self, **time: float) -> None:
        self.now += timedelta(**time)

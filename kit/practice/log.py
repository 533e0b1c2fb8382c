"""What a learner did with a set of exercises, read from the log that is kept of it: checks, turns and sessions.

A log is a row of entries in order of time, each with a moment (ISO 8601), a key and a value. Keys are
"<exercise>/answer" (what stands on the page), "<exercise>/checked" (an answer that was looked at or committed, noted
each time), "<exercise>/hints" (how many were opened) and "<exercise>/ticked" (ids of criteria). No verdict is kept: an
answer is marked when the log is read, so that an exercise that is mended is mended for answers given before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from kit.exercise import ExerciseSet
from kit.practice.marking import Mark, mark

ANSWER, CHECKED, HINTS, TICKED = "answer", "checked", "hints", "ticked"
"""The fields of an exercise in the log."""

PAUSE = timedelta(hours=4)
"""A break from which on it is another time that somebody practises."""


class Entry(Protocol):
    """One line of a log."""

    @property
    def at(self) -> str:
        """When, as ISO 8601."""

    @property
    def key(self) -> str:
        """Which exercise and which field."""

    @property
    def value(self) -> Any:
        """Any JSON value."""


@dataclass(frozen=True)
class Check:
    """An answer that was looked at, and what it shows. session: which time of practising, counted from 0."""

    exercise: str
    answer: Any
    mark: Mark
    session: int


@dataclass(frozen=True)
class Turn:
    """One time that an exercise was on the page: the checks of it that came right after each other."""

    exercise: str
    session: int
    checks: tuple[Check, ...]

    @property
    def went_wrong(self) -> bool:
        """Whether an answer in it was not right, even where the next one was."""
        return any(check.mark.right is False for check in self.checks)


@dataclass(frozen=True)
class Log:
    """The checks of a set in order, the session that it is now, and the last value of each other field."""

    checks: tuple[Check, ...]
    session: int
    fields: dict[tuple[str, str], Any]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The checks, brought together where they are of one exercise, one after another, in one session."""
        turns: list[Turn] = []
        for check in self.checks:
            last = turns[-1] if turns else None
            if last is not None and (last.exercise, last.session) == (check.exercise, check.session):
                turns[-1] = Turn(last.exercise, last.session, (*last.checks, check))
            else:
                turns.append(Turn(check.exercise, check.session, (check,)))
        return tuple(turns)


def key(exercise: str, field: str) -> str:
    """The key under which a field of an exercise is kept."""
    return f"{exercise}/{field}"


def read_log(whole: ExerciseSet, entries: Iterable[Entry], now: str) -> Log:
    """What a log says of the exercises that the set has; `now` tells which session it is.

    The same answer checked twice in a row (a double click) is one check. Entries that say nothing, of exercises that
    are gone, or with a moment that is none, are passed over or take the moment before them. Never raises.
    """
    known = {exercise.id: exercise for exercise in whole.exercises}
    checks: list[Check] = []
    fields: dict[tuple[str, str], Any] = {}
    session, before = 0, None
    for entry in entries:
        at = _moment(entry.at)
        session += int(before is not None and at is not None and at - before >= PAUSE)
        before = at if before is None or (at is not None and at > before) else before
        id, _slash, field = entry.key.partition("/")
        if id not in known:
            continue
        fields[id, field] = entry.value
        if field != CHECKED:
            continue
        last = checks[-1] if checks else None
        if last is not None and (last.exercise, last.session) == (id, session) and _same(last.answer, entry.value):
            continue
        marked = mark(known[id], entry.value)
        if marked.complete:
            checks.append(Check(id, entry.value, marked, session))
    at = _moment(now)
    session += int(before is not None and at is not None and at - before >= PAUSE)
    return Log(tuple(checks), session, fields)


def _same(one: Any, other: Any) -> bool:
    try:
        return bool(one == other)
    except RecursionError:  # a value from somebody else's file may be nested however deep
        return False


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)

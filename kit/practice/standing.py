"""How far a learner is with a set: what is new, open, done, or to be looked at again. No points, and no total."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kit.exercise import ExerciseSet
from kit.practice.log import CHECKED, HINTS, Entry, Log, Turn, read_log

State = Literal["new", "open", "again", "done"]
"""Not begun; begun, and nothing checked or committed yet; went wrong and comes back; done."""

OTHERS = 3
"""So many other exercises come before one that went wrong is asked again."""


@dataclass(frozen=True)
class Standing:
    """How an exercise stands.

    due: whether it is to be asked again now; an exercise that went wrong comes back after three others, and once more
    another time. mended: whether its last answer was right after one that was not. last: which turn of the log was
    its last, from 0; -1 where there is none. times: how often it was on the page in this session. tries: answers
    looked at; wrong: those that were not right. hints: how many were opened. misconceptions: the ideas that its
    answers showed.
    """

    exercise: str
    state: State
    due: bool = False
    mended: bool = False
    last: int = -1
    times: int = 0
    tries: int = 0
    wrong: int = 0
    hints: int = 0
    misconceptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How all exercises of a set stand, in the order of the file."""

    standings: tuple[Standing, ...]
    last: str | None

    def of(self, exercise: str) -> Standing:
        """How this exercise stands; KeyError for one that the set does not have."""
        for standing in self.standings:
            if standing.exercise == exercise:
                return standing
        raise KeyError(f"no exercise {exercise!r}; there are {', '.join(one.exercise for one in self.standings)}")

    def those(self, *states: State) -> tuple[str, ...]:
        """The ids of the exercises in one of these states."""
        return tuple(standing.exercise for standing in self.standings if standing.state in states)

    @property
    def finished(self) -> bool:
        """Whether there is nothing left to do now. What went wrong and was put right as the very last comes back
        another time: with nothing else left to ask, it would only be asked twice in a row."""
        left = [standing for standing in self.standings if standing.state != "done"]
        if len(left) == 1 and left[0].exercise == self.last:
            return left[0].mended and not left[0].due
        return not left


def progress(whole: ExerciseSet, entries: Iterable[Entry], now: str) -> Progress:
    """How a learner stands, read from the log of what they did. Never raises, whatever is in the log."""
    log = read_log(whole, entries, now)
    turns = log.turns
    own: dict[str, list[int]] = {exercise.id: [] for exercise in whole.exercises}
    for place, turn in enumerate(turns):
        own[turn.exercise].append(place)
    standings = tuple(_standing(id, log, turns, places) for id, places in own.items())
    return Progress(standings, turns[-1].exercise if turns else None)


def _standing(id: str, log: Log, turns: tuple[Turn, ...], places: list[int]) -> Standing:
    own = [turns[place] for place in places]
    given = log.fields.get((id, HINTS))
    hints = given if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= 9 else 0
    if not own:
        begun = any(exercise == id and field != CHECKED for exercise, field in log.fields)
        return Standing(id, "open" if begun else "new", hints=hints)
    checks = [check for turn in own for check in turn.checks]
    last, turn = places[-1], own[-1]
    others = len(turns) - 1 - last
    again = _comes_back(own, log.session)
    return Standing(
        id,
        "again" if again else "done",
        mended=turn.went_wrong and turn.checks[-1].mark.right is True,
        due=again and (others >= OTHERS or turn.session < log.session),
        last=last,
        times=sum(turn.session == log.session for turn in own),
        tries=len(checks),
        wrong=sum(1 for check in checks if check.mark.right is False),
        hints=hints,
        misconceptions=tuple(dict.fromkeys(idea for check in checks for idea in check.mark.misconceptions)),
    )


def _comes_back(turns: list[Turn], session: int) -> bool:
    """Whether an exercise with these turns is asked again: it went wrong last, or another time and not since."""
    last = turns[-1]
    if last.went_wrong:
        return True
    wrong = next((turn for turn in reversed(turns) if turn.went_wrong), None)
    return wrong is not None and last.session == wrong.session < session

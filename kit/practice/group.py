"""What a group of learners shows in a set of exercises: which ideas live in it, exercise by exercise.

Learners are counted, not answers: who shows an idea three times counts once. Nothing here says who; nobody is marked or
ranked, nothing adds up over exercises, and of what was written only that it was.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kit.exercise import Exercise, ExerciseSet
from kit.practice.log import TICKED, Check, Entry, read_log
from kit.practice.marking import Told, fed, implied


@dataclass(frozen=True)
class Seen:
    """Something of an exercise, and how many learners showed it.

    text: an idea, an answer, or a criterion, in the words of the exercise; "" for a stretch of a line. told: what a
    learner reads of it.
    """

    text: str
    learners: int
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class ExerciseReading:
    """One exercise in a group.

    learners: how many had an answer looked at or committed; all other numbers are of these. at_once: whose first answer
    was right; after: whose first was not, and a later one was; both 0 where there is no right answer. ideas: the
    misconceptions that their answers showed, most first. unnamed: who answered otherwise, without any of those ideas.
    answers: where there is no right answer, what each last chose, in the order of the file. criteria: of a text, what
    they found back in their own.
    """

    exercise: Exercise
    learners: int = 0
    at_once: int = 0
    after: int = 0
    ideas: tuple[Seen, ...] = ()
    unnamed: int = 0
    answers: tuple[Seen, ...] = ()
    criteria: tuple[Seen, ...] = ()


@dataclass(frozen=True)
class GroupReading:
    """A set in a group: all its exercises, in their order. learners: how many had an answer looked at."""

    whole: ExerciseSet
    learners: int
    exercises: tuple[ExerciseReading, ...]


def read_group(whole: ExerciseSet, logs: Iterable[Iterable[Entry]]) -> GroupReading:
    """What the logs of a group, one a learner, show of a set. Never raises, whatever is in them."""
    learners = 0
    checks: dict[str, list[list[Check]]] = {exercise.id: [] for exercise in whole.exercises}
    ticked: dict[str, list[object]] = {exercise.id: [] for exercise in whole.exercises}
    for entries in logs:
        log = read_log(whole, entries, "")
        own: dict[str, list[Check]] = {}
        for check in log.checks:
            own.setdefault(check.exercise, []).append(check)
        learners += bool(own)
        for id, those in own.items():
            checks[id].append(those)
            ticked[id].append(log.fields.get((id, TICKED)))
    return GroupReading(
        whole, learners, tuple(_exercise(one, checks[one.id], ticked[one.id]) for one in whole.exercises)
    )


def implications(exercise: Exercise) -> list[Told]:
    """What is told of each answer to a question without a right one, in the order of the file."""
    return [
        *(implied(option, option.text) for option in exercise.options),
        *(implied(item, item.text) for item in exercise.items),
        *(implied(zone) for zone in exercise.zones),
    ]


def _exercise(exercise: Exercise, learners: list[list[Check]], ticked: list[object]) -> ExerciseReading:
    if exercise.kind == "write":
        found = Counter(id for ids in ticked for id in _known(ids))
        criteria = tuple(
            Seen(one.text, found[one.id], (Told(one.why),) if one.why else ()) for one in exercise.criteria
        )
        return ExerciseReading(exercise, len(learners), criteria=criteria)
    if exercise.open:
        last = Counter(told for those in learners for told in set(those[-1].mark.feedback))
        answers = tuple(Seen(told.about, last[told], (told,)) for told in dict.fromkeys(implications(exercise)))
        return ExerciseReading(exercise, len(learners), answers=answers)
    at_once = sum(those[0].mark.right is True for those in learners)
    right = sum(any(check.mark.right for check in those) for those in learners)
    shown = [{idea for check in those for idea in check.mark.misconceptions} for those in learners]
    wrong = [any(check.mark.right is False for check in those) for those in learners]
    return ExerciseReading(
        exercise,
        len(learners),
        at_once=at_once,
        after=right - at_once,
        ideas=_ideas(exercise, Counter(idea for ideas in shown for idea in ideas)),
        unnamed=sum(went and not ideas for went, ideas in zip(wrong, shown, strict=True)),
    )


def _known(ids: object) -> set[str]:
    return {id for id in ids if isinstance(id, str)} if isinstance(ids, list) else set()


def _ideas(exercise: Exercise, shown: Mapping[str, int]) -> tuple[Seen, ...]:
    told: dict[str, list[Told]] = {}
    for idea, feedback in _misconceptions(exercise):
        told.setdefault(idea, []).append(feedback)
    seen = [Seen(idea, shown.get(idea, 0), tuple(feedback)) for idea, feedback in told.items()]
    return tuple(sorted((one for one in seen if one.learners), key=lambda one: -one.learners))


def _misconceptions(exercise: Exercise) -> Iterator[tuple[str, Told]]:
    """Each misconception that the exercise names, with what is told of the part that shows it."""
    named = (
        *((option.misconception, fed(option, option.text)) for option in exercise.options),
        *((item.misconception, fed(item, item.text)) for item in exercise.items),
        *((pair.misconception, fed(pair, pair.left)) for pair in exercise.pairs),
        *((zone.misconception, fed(zone)) for zone in exercise.zones),
        *((goal.misconception, Told(goal.feedback)) for goal in exercise.goals),
        *((wrong.misconception, Told(wrong.feedback, f"{wrong.value}")) for wrong in exercise.wrongs),
    )
    return ((idea, told) for idea, told in named if idea)

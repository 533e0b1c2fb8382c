"""What a lecturer reads above the table of a class: what stands out, and how to bring it into a lesson.

Only what five people or more showed is said of a group. Nobody is pointed at, and nothing is called good or bad.
"""

from kit.exercise import Exercise
from kit.figures.group_words import LEAST
from kit.language import _
from kit.practice import ExerciseReading, GroupReading, Seen
from kit.widgets.pages.parts import plain


def one_line(text: str) -> str:
    """An author's Markdown as words on one line."""
    return " ".join(text.replace("*", "").replace("`", "").split())


def number(reading: GroupReading, exercise: Exercise) -> int:
    """Which of its set an exercise is, from 1."""
    return next(n for n, one in enumerate(reading.whole.exercises, start=1) if one.id == exercise.id)


def stands_out(reading: GroupReading) -> tuple[str, str]:
    """What stands out, in one large sentence, and in Markdown how to take it."""
    if reading.learners < LEAST:
        return (
            _("Fewer than five people did this set: too few to say something of the group."),
            _("What they answered stands in the table. It says something of a few people, and not of your class."),
        )
    found = _strongest(reading)
    if found is not None:
        one, idea = found
        told = _how_many(idea.learners / one.learners) % {
            "n": number(reading, one.exercise),
            "idea": one_line(idea.text).rstrip("."),
            "many": idea.learners,
            "whole": one.learners,
        }
        how = _(
            "The question was: *%(question)s* Whoever showed an idea may have thought again since: the column 'right"
            " after feedback' tells of that. What you see is where a conversation may begin; it is no verdict on this"
            " group."
        )
        return told, how % {"question": plain(_sentence(one.exercise.question))}
    if any(one.learners >= LEAST for one in reading.exercises if not one.exercise.without_right):
        return (
            _("No idea was shown by five people or more at the same exercise."),
            _("Where ideas are spread, an open exercise is often the better way into a conversation."),
        )
    return (
        _("There are too few answers yet to say which ideas live in this group."),
        _("Exercises without a right answer can be talked about all the same: see how the group is spread over them."),
    )


def _strongest(reading: GroupReading) -> tuple[ExerciseReading, Seen] | None:
    """The idea that the largest part of those who did its exercise showed; None where fewer than five showed any."""
    them = [
        (one, idea)
        for one in reading.exercises
        for idea in one.ideas
        if one.learners >= LEAST and idea.learners >= LEAST
    ]
    return max(them, key=lambda pair: (pair[1].learners / pair[0].learners, pair[1].learners), default=None)


def _how_many(share: float) -> str:
    if share == 1:
        return _("Everybody who did exercise %(n)s (%(whole)s people) showed this idea: %(idea)s.")
    if share > 0.5:
        return _("Most people in this group (%(many)s of the %(whole)s) showed this idea at exercise %(n)s: %(idea)s.")
    if share >= 0.25:
        return _("A part of this group (%(many)s of the %(whole)s) showed this idea at exercise %(n)s: %(idea)s.")
    return _("A few people in this group (%(many)s of the %(whole)s) showed this idea at exercise %(n)s: %(idea)s.")


def ways_to_use(reading: GroupReading) -> list[str]:
    """Three ways to bring it into a lesson, in Markdown, from what is there."""
    return [_idea_way(reading), _spread_way(reading), _turn_way(reading)]


def _idea_way(reading: GroupReading) -> str:
    found = _strongest(reading)
    if found is None:
        return _(
            "**Ask what kept them longest.** Which exercise did you think about longest? Let people say it in pairs"
            " first. Then do that exercise together, each for themselves before anybody speaks."
        )
    told = _(
        "**Begin with the idea, not with who had it.** Read out: *%(idea)s* Ask: what is true in it? When does it go"
        " wrong? Think of a moment at work. Only then read together what stands with exercise %(n)s."
    )
    one, idea = found
    return told % {"idea": plain(_sentence(idea.text)), "n": number(reading, one.exercise)}


def _sentence(text: str) -> str:
    words = one_line(text)
    return words if words.endswith((".", "?")) else f"{words}."


def _spread_way(reading: GroupReading) -> str:
    them = [(_largest_part(one), one) for one in reading.exercises if one.answers and one.learners >= LEAST]
    part, spread = min(them, key=lambda pair: pair[0], default=(1, None))
    if spread is None or part > 0.6:
        return _(
            "**Leave a difference as it is.** Take an exercise without a right answer on the large screen. Everybody"
            " chooses alone first. Then somebody tells who would object to the answer, and what is true in that."
        )
    told = _(
        "**Leave the difference as it is.** At exercise %(n)s answers differ. Put it on the large screen, let people"
        " speak for an answer that is not their own, and read out who would object."
    )
    return told % {"n": number(reading, spread.exercise)}


def _largest_part(one: ExerciseReading) -> float:
    """The part of those who answered that chose what most of them chose."""
    return max(seen.learners for seen in one.answers) / one.learners


def _turn_way(reading: GroupReading) -> str:
    them = [one for one in reading.exercises if one.after >= LEAST]
    turned = max(them, key=lambda one: one.after, default=None)
    if turned is not None:
        told = _(
            "**Let them tell what helped.** At exercise %(n)s it went wrong first and right later for many. In pairs:"
            " what put you on another track, a word in the feedback or something you knew from work?"
        )
        return told % {"n": number(reading, turned.exercise)}
    wrote = next((one for one in reading.exercises if one.criteria and one.learners >= LEAST), None)
    if wrote is None:
        return _(
            "**Let them tell what helped.** In pairs: at which exercise did you think again, and what did that? A word"
            " in the feedback, or something you knew from work?"
        )
    told = _(
        "**Read each other's text with one question.** Everybody takes their text of exercise %(n)s, leaves out names,"
        " and swaps. Look for one thing only: *%(text)s*"
    )
    rarest = min(wrote.criteria, key=lambda seen: seen.learners)
    return told % {"n": number(reading, wrote.exercise), "text": plain(_sentence(rarest.text))}

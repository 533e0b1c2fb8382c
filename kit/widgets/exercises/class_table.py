"""The table of a class: exercise by exercise, how many did it, what they showed, and what a learner reads of that.

Of an exercise that fewer than five people did, it is told what was shown and not by how many. Of what was written
nobody reads a word here: only which criteria people found back in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from kit.case import Pole, Tension
from kit.exercise import ExerciseSet
from kit.figures.group_words import LEAST, many_words, rest_words
from kit.figures.words import place_words
from kit.language import _, ngettext
from kit.practice import ExerciseReading, GroupReading, Seen, Told
from kit.register import csv_text
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.exercises.class_words import number, one_line
from kit.widgets.exercises.screen import level_name, told_of, whence

_SHORT = 64
"""Characters of a question that stand in the table before it is unfolded."""


@dataclass(frozen=True)
class _Line:
    """Something that was shown at an exercise: what it is, how many showed it ("" where that is not told)."""

    what: str
    text: str
    many: str
    told: tuple[Told, ...] = ()


def class_table(reading: GroupReading, exact: bool) -> Block:
    """The exercises that somebody did. exact: whether small numbers are told too."""
    head = [
        _("Exercise"),
        _("Did it"),
        _("Right at once"),
        _("Right after feedback"),
        _("What was to be seen"),
    ]
    done = [one for one in reading.exercises if one.learners]
    rows = [_row(reading, one, exact) for one in done]
    return blocks.table(_("What this group showed, by exercise"), head, rows, (29, 10, 11, 13, 37))


def not_done(reading: GroupReading) -> str:
    """Which exercises nobody did, in a sentence; "" where there are none."""
    left = [str(number(reading, one.exercise)) for one in reading.exercises if not one.learners]
    return _("Nobody did these exercises yet: %(numbers)s.") % {"numbers": ", ".join(left)} if left else ""


def class_csv(reading: GroupReading, exact: bool) -> str:
    """The same as a table for a spreadsheet: a row for each thing that was shown."""
    head = [
        _("exercise"),
        _("question"),
        _("did it"),
        _("right at once"),
        _("right after feedback"),
        _("kind"),
        _("what was to be seen"),
        _("how many"),
    ]
    rows: list[Sequence[str | int]] = [head]
    for one in reading.exercises:
        if not one.learners:
            continue
        before: list[str | int] = [number(reading, one.exercise), one_line(one.exercise.question)]
        before += _counts(one, exact)
        lines = list(_lines(one, exact)) or [_Line("", "", "")]
        rows += [[*before, line.what, one_line(line.text), line.many] for line in lines]
    return csv_text(rows)


def _row(reading: GroupReading, one: ExerciseReading, exact: bool) -> list[Page]:
    did, at_once, after = _counts(one, exact)
    told = [[blocks.prose(words)] if words else [] for words in (did, at_once, after)]
    seen: Page = []
    if one.exercise.kind == "write":
        seen.append(blocks.prose("*" + _("What they found back in their own text. The texts are not here.") + "*"))
    elif one.exercise.open:
        seen.append(blocks.prose("*" + _("There is no right answer. So the group is spread:") + "*"))
    seen += [_unfolded(reading.whole, one, line) for line in _lines(one, exact)]
    return [_question(number(reading, one.exercise), one), *told, seen]


def _question(n: int, one: ExerciseReading) -> Page:
    question = one_line(one.exercise.question)
    page: Page = [blocks.quote(one.exercise.vignette, "")] if one.exercise.vignette else []
    page += [blocks.prose(f"**{one.exercise.question.strip()}**"), blocks.prose(f"*{level_name(one.exercise.level)}*")]
    return [blocks.details(f"{n}. {shorten(question, _SHORT, placeholder=' …')}", *page)]


def _counts(one: ExerciseReading, exact: bool) -> list[str]:
    """Who did it, had it right at once, and after feedback; "" where a question has no right answer."""
    did = many_words(one.learners, exact)
    if one.exercise.without_right:
        return [did, "", ""]
    others = one.learners - one.at_once
    return [
        did,
        rest_words(one.at_once, one.learners, exact),
        rest_words(one.after, others, exact, others=True),
    ]


def _lines(one: ExerciseReading, exact: bool) -> Iterator[_Line]:
    told = exact or one.learners >= LEAST
    answers = [replace(seen, told=tuple(replace(row, about="") for row in seen.told)) for seen in one.answers]
    kinds = ((_("idea"), _most_first(one.ideas, exact)), (_("answer"), answers), (_("found back"), one.criteria))
    for what, those in kinds:
        for seen in those:
            if told or seen.learners:
                many = many_words(seen.learners, exact) if told else ""
                yield _Line(what, seen.text or _where(one, seen), many, seen.told)
    if one.unnamed:
        yield _Line(_("idea"), _("Something else than these ideas"), many_words(one.unnamed, exact) if told else "")


def _most_first(ideas: Sequence[Seen], exact: bool) -> list[Seen]:
    """Small ones in the order of the exercise: their place would tell what is not told."""
    return sorted(ideas, key=lambda seen: -seen.learners if exact or seen.learners >= LEAST else 0)


def _where(one: ExerciseReading, seen: Seen) -> str:
    """Where on the line a stretch lies, in words."""
    line = one.exercise.line
    zone = next((zone for zone in one.exercise.zones if zone.implies == seen.told[0].text), None)
    if line is None or zone is None:
        return ""
    tension = Tension(id="line", question="", left=Pole(name=line.left), right=Pole(name=line.right))
    words = place_words((zone.from_ + zone.to) / 2, tension)
    return words[:1].upper() + words[1:]


def _unfolded(whole: ExerciseSet, one: ExerciseReading, line: _Line) -> Block:
    """A line, with what a learner reads of it on folding open, and where that comes from."""
    many = line.many
    if many.isdigit():
        many = ngettext("%(n)s person", "%(n)s people", int(many)) % {"n": many}
    summary = " · ".join(filter(None, [many, one_line(line.text)]))
    page = [row for told in line.told for row in told_of(whole, told)]
    return blocks.details(summary, *page, *whence(whole, one.exercise)) if page else blocks.prose(summary)

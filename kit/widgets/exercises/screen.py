"""One exercise on a screen: the scene, the question, the answer, hints in steps, and what is told of the answer.

Where a question has no right answer nothing is called right or wrong: it says what a choice implies, and who objects.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kit.exercise import Exercise, ExerciseSet, Level
from kit.language import _, ngettext
from kit.practice import Mark, Told, mark
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.pages.parts import plain

NOTHING = object()
"""In place of an answer that was never checked."""


@dataclass(frozen=True)
class Standing:
    """Where the learner stands with one exercise.

    answer: as it now stands on the page, or None. checked: the answer that was last checked or committed, or NOTHING.
    hints: how many were asked for. ticked: the criteria found in the own text.
    """

    answer: Any = None
    checked: Any = NOTHING
    hints: int = 0
    ticked: Sequence[str] = ()

    @property
    def told(self) -> bool:
        """Whether what stands there is what was checked: then its feedback stands there too."""
        return self.checked is not NOTHING and self.checked == self.answer


def level_name(level: Level) -> str:
    """What an exercise asks, as a learner reads it."""
    return {"recognise": _("Recognise"), "apply": _("Apply"), "weigh": _("Weigh up"), "justify": _("Account for")}[
        level
    ]


def question(exercise: Exercise) -> Page:
    """The scene and the question."""
    page: Page = [blocks.quote(exercise.vignette, "")] if exercise.vignette else []
    return [*page, blocks.heading(" ".join(exercise.question.replace("*", "").split()), 3)]


def hints(exercise: Exercise, standing: Standing) -> Page:
    """The hints, as far as they were asked for; the last one stands nearest to the button that asked for it."""
    shown = exercise.hints[: standing.hints]
    label = _("Hint %(n)s")
    return [blocks.note(f"**{label % {'n': n}}.** {hint}") for n, hint in enumerate(shown, start=1)]


def ways_on(exercise: Exercise, standing: Standing) -> list[Block]:
    """Buttons: checking or committing, and the next hint."""
    them = []
    if not standing.told:
        word = _("Keep this") if exercise.without_right else _("Check")
        them.append(blocks.button("check", word, main=True))
    if standing.hints < len(exercise.hints) and not (standing.told and mark(exercise, standing.answer).right):
        them.append(blocks.button("hint", _("A hint") if standing.hints == 0 else _("Another hint")))
    return them


def feedback(them: ExerciseSet, exercise: Exercise, standing: Standing, incomplete: bool = False) -> Page:
    """What is told of the answer that stands there; nothing while it was not checked."""
    if incomplete:
        return [blocks.note(_not_yet(exercise), "change")]
    if not standing.told:
        return []
    seen = mark(exercise, standing.answer)
    if exercise.kind == "write":
        return _own_text(exercise, standing)
    page: Page = [blocks.heading(_head(exercise, seen), 4)]
    page += [row for told in seen.feedback for row in told_of(them, told)]
    if seen.missing:
        told = ngettext("One more belongs with it.", "%(n)s more belong with it.", seen.missing)
        page.append(blocks.prose(told % {"n": seen.missing}))
    page += whence(them, exercise)
    return [blocks.panel(*page, tone="change")]


def _head(exercise: Exercise, seen: Mark) -> str:
    if seen.right is None:
        return _("What your answer means")
    return _("That holds") if seen.right else _("Look once more")


def told_of(them: ExerciseSet, told: Told) -> Page:
    """What is told of one part of an answer, who would object, and where that comes from."""
    about = f"**{_ended(told.about.strip())}** " if told.about else ""
    page: Page = [blocks.prose(about + told.text)] if told.text else []
    if told.objects:
        objection = _("Who would object?")
        page.append(blocks.prose(f"**{objection}** {told.objects}"))
    if told.source:
        page.append(blocks.prose(f"*{plain(them.source(told.source).cite)}*"))
    return page


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", ":", "’")) else f"{text}:"


def _own_text(exercise: Exercise, standing: Standing) -> Page:
    """After committing: criteria to tick against one's own text, and an example that is no model answer."""
    rows = []
    for criterion in exercise.criteria:
        rows.append(blocks.tick(f"{exercise.id}/tick:{criterion.id}", criterion.text, criterion.id in standing.ticked))
        if criterion.why:
            rows.append(blocks.prose(f"*{criterion.why}*"))
    return [
        blocks.panel(blocks.heading(_("What do you find back in your own text?"), 4), *rows, tone="change"),
        blocks.details(_("How somebody else wrote it"), blocks.prose(exercise.example)),
    ]


def _not_yet(exercise: Exercise) -> str:
    return {
        "match": _("Give each of them something first."),
        "write": _("Write something first, if only a sentence."),
        "place": _("Give it a place first."),
        "read": _("Move something on the board first."),
    }.get(exercise.kind, _("Choose or fill in something first."))


def whence(them: ExerciseSet, exercise: Exercise) -> Page:
    """Where it comes from that this is so; nothing where an exercise is made up."""
    if exercise.provenance == "fictie":
        return []
    cite = them.source(exercise.source).cite if exercise.source else ""
    if exercise.provenance == "bron":
        told = _("source: %(cite)s") % {"cite": cite}
    else:
        told = _("our reading of %(cite)s") % {"cite": cite} if cite else _("our reading")
    return [blocks.prose(f"*{plain(told)}*")]

"""Placing oneself on the tensions, one at a time, each with a reason; alone, before anybody else's place is seen."""

from itertools import pairwise

from kit.case import Case, Tension
from kit.figures.line_svg import Mark, line_svg
from kit.figures.words import PLACE_LIMITS, place_words
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.part import Part
from kit.widgets.pages.parts import origin, plain

_BETWEEN = tuple((a + b) / 2 for a, b in pairwise(PLACE_LIMITS))
_SAMPLES = (-1.0, *(-x for x in reversed(_BETWEEN)), 0.0, *_BETWEEN, 1.0)
"""A place for each of the words there are, from the left pole to the right."""


def placed(answers: Answers, tension: Tension) -> int | None:
    """Where the learner stands on a tension, from 0 (left pole) to 100; None before they said so."""
    return answers.number(f"place/{tension.id}")


def place_of(value: int) -> float:
    """The place on the line, from -1 to 1, of an answer from 0 to 100."""
    return value / 50 - 1


def scale_words(tension: Tension) -> list[str]:
    """The words for a place on this tension, from left to right, as the scale says them."""
    return [place_words(x, tension) for x in _SAMPLES]


def said_of(value: int, tension: Tension) -> str:
    """The words that the scale says for an answer; the scale divides its length evenly over them."""
    return scale_words(tension)[min(len(_SAMPLES) - 1, value * len(_SAMPLES) // 101)]


def my_line(answers: Answers, tension: Tension, *others: Mark) -> Block:
    """The line of a tension with the learner's own place and `others`, and the same in words."""
    value = placed(answers, tension)
    marks = list(others) if value is None else [*others, Mark(_("You"), place_of(value), "knot")]
    said = [] if value is None else [f"{_('You')}: {said_of(value, tension)}"]
    said += [f"{mark.label}: {place_words(mark.x, tension)}" for mark in others]
    return blocks.picture(line_svg(tension, marks), ". ".join(said) or tension.question)


class Places(Part):
    """Putters' tensions, a screen each, and an overview with the condition that has no poles."""

    def __init__(self, case: Case, answers: Answers) -> None:
        self.case = case
        super().__init__(answers)

    def above(self) -> Page:
        """The tension in hand, or the overview."""
        at = self._at
        return self._overview() if at == len(self.case.tensions) else self._screen(at)

    def acted(self, act: str) -> None:
        """On to the next tension, or back."""
        step = {"next": 1, "back": -1}.get(act, 0)
        self.answers.keep("place/at", min(len(self.case.tensions), max(0, self._at + step)))
        self.draw(turn=True)

    @property
    def _at(self) -> int:
        return min(len(self.case.tensions), max(0, self.answers.get("place/at", 0)))

    def _screen(self, at: int) -> Page:
        tension = self.case.tensions[at]
        poles = [
            [
                blocks.panel(
                    blocks.heading(pole.name, 3),
                    blocks.prose(_("**Protects:** %(text)s") % {"text": pole.protects}),
                    blocks.prose(_("**Risks:** %(text)s") % {"text": pole.risks}),
                )
            ]
            for pole in (tension.left, tension.right)
        ]
        where = _("Tension %(n)s of %(all)s") % {"n": at + 1, "all": len(self.case.tensions)}
        return [
            blocks.heading(tension.question),
            blocks.prose(where, lead=True),
            blocks.columns(*poles),
            blocks.scale(
                f"place/{tension.id}",
                _("Where do you stand?"),
                placed(self.answers, tension),
                tension.left.name,
                tension.right.name,
                scale_words(tension),
                _("Move the slider to your place."),
                help=_("In your work or on placement, as you do it now. Not as it ought to be."),
            ),
            blocks.text(
                f"place/{tension.id}/why",
                _("Why there?"),
                self.answers.get(f"place/{tension.id}/why", ""),
                help=_("One sentence, or an example. Leave out names and places."),
            ),
            self._way(at),
        ]

    def _overview(self) -> Page:
        page: Page = [
            blocks.heading(_("Where you stand")),
            blocks.prose(_("Four lines, and what you chose. Next week it may be otherwise."), lead=True),
        ]
        lines = []
        for tension in self.case.tensions:
            why = self.answers.get(f"place/{tension.id}/why", "").strip()
            said = why or (_("You gave no reason here.") if placed(self.answers, tension) is not None else "")
            missing = placed(self.answers, tension) is None
            text = _("You have not chosen a place here yet.") if missing else said
            lines.append([blocks.panel(my_line(self.answers, tension), blocks.prose(plain(text)))])
        page += [blocks.columns(*lines[:2]), blocks.columns(*lines[2:])]
        for condition in self.case.conditions:
            page.append(
                blocks.panel(
                    blocks.heading(condition.name, 3),
                    blocks.prose(condition.text),
                    blocks.prose(f"*{origin(self.case, condition.provenance, condition.source)}*"),
                    tone="change",
                )
            )
            page.append(
                blocks.text(
                    f"place/{condition.id}",
                    _("What do you notice of it in your work?"),
                    self.answers.get(f"place/{condition.id}", ""),
                )
            )
        return [*page, self._way(len(self.case.tensions))]

    def _way(self, at: int) -> Block:
        last = len(self.case.tensions)
        ahead = _("Overview →") if at == last - 1 else _("Next tension →")
        return {
            "kind": "foot",
            "label": _("Back and on"),
            "back": blocks.button("back", "← " + _("Back")) if at else None,
            "hint": "",
            "next": blocks.button("next", ahead, main=True) if at < last else None,
        }

"""A door from a lesson to a case: the walk through it opens here when it is asked for, and not before."""

from collections.abc import Callable, Sequence

import ipywidgets

from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.part import Part
from kit.widgets.pages.parts import plain

Opener = Callable[[str], ipywidgets.Widget]
"""Opens the case with this id, as a widget to play it in."""


class Door(Part):
    """The titles of cases with a button each; what is chosen opens below. A page with a closed door stays light."""

    def __init__(self, answers: Answers, cases: Sequence[tuple[str, str]], opener: Opener) -> None:
        self.cases = dict(cases)
        self.opener = opener
        self.at: str | None = None
        super().__init__(answers)

    def above(self) -> Page:
        """A button for each case that is not open."""
        closed = {id: title for id, title in self.cases.items() if id != self.at}
        them = [
            blocks.button(f"open:{id}", _("Play '%(title)s' here") % {"title": title}) for id, title in closed.items()
        ]
        where = _("A case keeps its own answers; it is the same one that stands in the notebook with cases.")
        return [blocks.prose(plain(where), lead=True), *([blocks.buttons(*them)] if them else [])]

    def acted(self, act: str) -> None:
        """Open a case in the place of the one that was open."""
        self.at = act.removeprefix("open:")
        self.children = [self.top, self.opener(self.at), self.bottom]
        self.draw()

    def _foot(self) -> Page:
        return []  # an open case has its own way to start again

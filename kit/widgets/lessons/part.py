"""What the parts of a lesson share: a page above, perhaps a board, a page below; keeping, trouble, starting again."""

from typing import Any

import ipywidgets

from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.form import Form
from kit.widgets.lessons.answers import RESTARTED, TROUBLE, Answers
from kit.widgets.pages.parts import plain


class Part(ipywidgets.VBox):
    """One part of a lesson. Its pages are drawn from the answers; what is typed or moved goes there at once."""

    def __init__(self, answers: Answers, *between: ipywidgets.Widget) -> None:
        self.answers = answers
        self._asking_restart = False
        self.top = Form(self._on_set, self._on_act, self._on_live, self.handed)
        self.bottom = Form(self._on_set, self._on_act, self._on_live, self.handed)
        super().__init__([self.top, *between, self.bottom])
        self.add_class("kit-lesson")
        self._restore()
        self.draw()
        answers.listen(self._heard)

    # what a part says for itself

    def above(self) -> Page:
        """The page above the board, or the whole page."""
        return []

    def below(self) -> Page:
        """The page below the board."""
        return []

    def acted(self, act: str) -> None:
        """A button of the part's own was pressed."""

    def handed(self, key: str, name: str, content: bytes) -> None:
        """A file was chosen. It is kept nowhere unless the part does so."""

    def redraws(self, key: str) -> bool:
        """Whether the pages say something else after an answer under this key, wherever it was given."""
        return False

    def _restore(self) -> None:
        """Put a board as the answers have it."""

    # shown

    def draw(self, turn: bool = False) -> None:
        """Show the pages as the answers now make them; `turn` for a new screen."""
        self.top.show([*self._trouble(), *self.above()], turn)
        self.bottom.show([*self.below(), *self._foot()])

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """Show a calm sentence above the page."""
        self.top.tell_trouble(sentence, detail)

    def _trouble(self) -> Page:
        if not self.answers.trouble:
            return []
        sentence = _(
            "Nothing can be kept now (%(why)s). You can go on; what you wrote can be downloaded in the last part."
        )
        return [blocks.note(sentence % {"why": plain(self.answers.trouble)}, "trouble")]

    def _foot(self) -> Page:
        if not self._asking_restart:
            return [blocks.buttons(blocks.button("restart", _("Start again")), quiet=True)]
        question = _("Start this whole lesson again, empty? What you have now is kept as an earlier time.")
        yes = blocks.button("restart-yes", _("Yes, start again"), main=True)
        no = blocks.button("restart-no", _("No, go on"))
        return [blocks.panel(blocks.prose(question), blocks.buttons(yes, no), tone="change")]

    # heard

    def _on_set(self, key: str, value: Any) -> None:
        self.answers.keep(key, value)

    def _on_live(self, key: str, value: Any) -> None:
        self.answers.move(key, value)

    def _on_act(self, act: str) -> None:
        self._asking_restart = act == "restart"
        if act == "restart-yes":
            self.answers.begin()
        elif act in ("restart", "restart-no"):
            self.draw()
        else:
            self.acted(act)

    def _heard(self, what: str) -> None:
        if what == RESTARTED:
            self._asking_restart = False
            for form in (self.top, self.bottom):
                form.forget()
            self._restore()
            self.draw()
        elif what == TROUBLE or self.redraws(what):
            self.draw()

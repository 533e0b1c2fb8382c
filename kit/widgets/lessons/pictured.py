"""A part of a lesson around a picture: what the learner does on the picture is kept, and stands there again."""

from collections.abc import Sequence
from typing import Any

from kit.widgets.kindly import kindly
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.part import Part


class Pictured(Part):
    """A part with a picture between its pages. The traits in `kept` go to the answers under `key()`."""

    name = "picture"
    kept: Sequence[str] = ()

    def __init__(self, answers: Answers, view: Any) -> None:
        self.view = view
        self._listening = False
        super().__init__(answers, view)
        view.observe(self._moved_by_learner, names=list(self.kept))

    def key(self) -> str:
        """The name under which the picture is kept now."""
        return self.name

    def play(self) -> None:
        """Put the picture as the answers have it. What is not sound in them may not stop it."""
        raise NotImplementedError

    def _restore(self) -> None:
        self._listening = False  # what is set here is not the learner's doing
        try:
            self.play()
        finally:
            self._listening = True

    @kindly
    def _moved_by_learner(self, change: Any) -> None:
        if self._listening:
            self.answers.keep(f"{self.key()}/{change.name}", change.new)

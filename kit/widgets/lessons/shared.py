"""A part with fields that stand in another part too: what is answered there shows here."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kit.widgets.lessons.part import Part


class Shared(Part):
    """A part that hears of its own fields from elsewhere. To stand before another kind of part, as a mixin."""

    _mine = False

    def also_here(self, key: str) -> bool:
        """Whether a field for this answer stands on the page now."""
        raise NotImplementedError

    @contextmanager
    def _answering(self) -> Iterator[None]:
        self._mine = True
        try:
            yield
        finally:
            self._mine = False

    def _on_set(self, key: str, value: Any) -> None:
        with self._answering():
            super()._on_set(key, value)

    def _on_live(self, key: str, value: Any) -> None:
        with self._answering():
            super()._on_live(key, value)

    def _heard(self, what: str) -> None:
        if not self._mine and self.also_here(what):
            self.top.forget()  # the page holds on to what was typed here, which is older
            self.draw()
        else:
            super()._heard(what)

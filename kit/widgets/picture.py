"""What the pictures have in common: one long-lived widget that the browser moves and Python answers.

The browser may set a few traits, and nothing else. What it sets is checked first; what is not sound is passed over,
and it gets the last good state back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import anywidget
import traitlets

from kit.language import _
from kit.widgets.kindly import kindly


class Picture(anywidget.AnyWidget):
    """A picture that answers. A subclass names what the browser sets, checks it in `_checked`, and says what it means
    in `_speak`."""

    FROM_BROWSER: ClassVar[tuple[str, ...]] = ()
    """The traits that the browser sets."""

    ANSWERS: ClassVar[frozenset[str]] = frozenset({"drawn", "said", "told", "outcome", "trouble"})
    """The traits that only Python sets."""

    trouble = traitlets.Dict().tag(sync=True)

    def __init__(self) -> None:
        self._settling = True
        super().__init__()

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """A calm sentence above the reading, the detail folded for who asks for code."""
        self.trouble = {"sentence": sentence, "label": _("For who reads code"), "detail": detail}

    @kindly
    def set_state(self, sync_data: dict[str, Any]) -> None:
        """What the browser sets. What is not sound is passed over, and the browser gets the last good state back."""
        sound, refused = {}, []
        for name, value in sync_data.items():
            if name in self.FROM_BROWSER:
                try:
                    sound[name] = self._checked(name, value)
                except traitlets.TraitError:
                    refused.append(name)
            elif name not in self.ANSWERS:
                sound[name] = value
        super().set_state(sound)
        if refused:
            self.send_state(refused)

    @contextmanager
    def _settled(self) -> Iterator[None]:
        """Several traits change as one: one message to the browser, one answer at the end."""
        self._settling = True
        try:
            with self.hold_sync():
                yield
                self._settling = False
                self._speak()
        finally:
            self._settling = False

    def _checked(self, name: str, value: Any) -> Any:
        """`value` as it may be set; traitlets.TraitError with what is allowed and what was received."""
        raise NotImplementedError

    def _speak(self) -> None:
        """Say what stands on the picture now."""
        raise NotImplementedError

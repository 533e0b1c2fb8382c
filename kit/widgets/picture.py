"""What the pictures have in common: one long-lived widget that the browser moves and Python answers.

The browser may set a few traits, and nothing else. What it sets is checked first; what is not sound is passed over,
and it gets the last good state back.

anywidget takes one script and one style of a widget, as text. `script` and `style` put them together from files, each
with one concept: first what the pictures have in common, then the picture's own, in the order in which it names them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from kit.language import _
from kit.widgets.kindly import kindly

_HERE = Path(__file__).parent


def script(*parts: str) -> str:
    """The script of a picture: one module, in which a part may use what stands in an earlier one."""
    return _together("picture.js", "picture_view.js", *parts)


def style(*parts: str) -> str:
    """The style of a picture. What it wants otherwise than `picture.css`, it must say more strongly (see there)."""
    return _together("picture.css", *parts)


def _together(*names: str) -> str:
    return "\n".join((_HERE / name).read_text("utf-8") for name in names)


def is_number(value: Any) -> bool:
    """Whether the browser sent a number that can be worked with: no NaN, no infinity, no true or false."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


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

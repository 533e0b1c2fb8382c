"""Faults in callbacks, told kindly.

A callback that the browser triggers runs where nobody looks: its traceback would be shown nowhere. `kindly` keeps
the traceback in the notebook's log and hands the widget one calm sentence to show.
"""

import functools
import logging
import traceback
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from kit.language import _

_log = logging.getLogger("kit")


class Kind(Protocol):
    """A widget that can show a calm sentence, with the detail for those who ask for it."""

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """Show the sentence, and keep the detail within reach."""


F = TypeVar("F", bound=Callable[..., Any])


def kindly(callback: F) -> F:
    """Let a widget's callback fail with a sentence on screen instead of silence."""

    @functools.wraps(callback)
    def safe(self: Kind, *args: Any, **kwargs: Any) -> Any:
        try:
            return callback(self, *args, **kwargs)
        except Exception:
            _log.exception("a callback of %s failed", type(self).__name__)
            self.tell_trouble(
                _("Something went wrong here. What you wrote is kept. Go on, or choose 'Show code' for the detail."),
                traceback.format_exc(),
            )
            return None

    return safe  # type: ignore[return-value]

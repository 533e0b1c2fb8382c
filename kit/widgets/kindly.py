"""Faults in callbacks, told kindly; and one callback at a time.

A callback that the browser triggers runs where nobody looks: its traceback would be shown nowhere. `kindly` keeps
the traceback in the notebook's log and hands the widget one calm sentence to show.

JupyterLab brings the messages of some widgets on the kernel's main thread and those of others on a subshell's: two
answers at once would be written over each other.
"""

import functools
import logging
import threading
import traceback
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from kit.language import _

_log = logging.getLogger("kit")

_turn = threading.RLock()
"""Held by the callback that runs. Widgets share answers, so it is one for all of them."""


class Kind(Protocol):
    """A widget that can show a calm sentence, with the detail for those who ask for it."""

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """Show the sentence, and keep the detail within reach."""


F = TypeVar("F", bound=Callable[..., Any])


def kindly(callback: F) -> F:
    """Let a widget's callback wait for its turn, and fail with a sentence on screen instead of silence."""

    @functools.wraps(callback)
    def safe(self: Kind, *args: Any, **kwargs: Any) -> Any:
        try:
            with _turn:
                return callback(self, *args, **kwargs)
        except Exception:
            _log.exception("a callback of %s failed", type(self).__name__)
            self.tell_trouble(
                _(
                    "Something went wrong here. What was kept is still there. "
                    "Go on, or choose 'Show code' for the detail."
                ),
                traceback.format_exc(),
            )
            return None

    return safe  # type: ignore[return-value]

"""What a learner answers in a lesson, kept as it is given, and shared by all parts of the lesson."""

from collections.abc import Callable
from typing import Any, TypeVar

from kit.journal import NotKept, Store, new_run

T = TypeVar("T")

RESTARTED, TROUBLE = "restarted", "trouble"
"""What listeners are told beside the keys of answers."""


class Answers:
    """The answers of one run through a lesson. A lesson that was begun before goes on where it was left.

    resumed: whether it does. trouble: why nothing can be kept now, or "".
    """

    def __init__(self, lesson: str, store: Store) -> None:
        latest = store.latest(lesson)
        self.store = store
        self.run = latest or new_run(lesson)
        self.resumed = bool(latest and latest.entries)
        self.trouble = ""
        self._listeners: list[Callable[[str], None]] = []

    def get(self, key: str, default: T) -> T:
        """The present answer under `key`; `default` where there is none, or one of another type."""
        value = self.run.answers.get(key, default)
        return value if type(value) is type(default) else default

    def number(self, key: str) -> int | None:
        """The whole number from 0 to 100 under `key`, or None."""
        value = self.run.answers.get(key)
        return value if type(value) is int and 0 <= value <= 100 else None

    def keep(self, key: str, value: Any) -> None:
        """Note an answer and write it to disk at once."""
        self.run = self.run.answered(key, value)
        self._save()
        self._tell(key)

    def move(self, key: str, value: Any) -> None:
        """Note an amount while it moves, without writing it yet: where it rests it is kept, within a moment."""
        self.run = self.run.answered(key, value)
        self._tell(key)

    def begin(self) -> None:
        """Go on with an empty run; the earlier one stays on disk. The new one is written at once, so that the next
        to open the lesson finds it empty too."""
        self.run = new_run(self.run.case)
        self.resumed = False
        self._save()
        self._tell(RESTARTED)

    def listen(self, callback: Callable[[str], None]) -> None:
        """Have `callback` told of each answer by its key, of a new beginning, and of trouble that comes or goes."""
        self._listeners.append(callback)

    def _save(self) -> None:
        """Write it, and take in what another window with this lesson wrote since."""
        before, self.trouble = self.trouble, ""
        mine = self.run.answers
        try:
            self.run = self.store.save(self.run, together=True)
        except NotKept as error:
            self.trouble = str(error.strerror)
        if self.trouble != before:
            self._tell(TROUBLE)
        for key, value in self.run.answers.items():
            if key not in mine or mine[key] != value:
                self._tell(key)

    def _tell(self, what: str) -> None:
        for callback in self._listeners:
            callback(what)

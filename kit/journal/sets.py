"""What a learner does with a set of exercises, in as many windows at once as they like: nothing lost, nothing twice.

Each window writes a run of its own, which holds only what was done in that window; nobody else ever writes it. What a
learner has done is what all these runs say together, in order of time. To begin again is to write down which runs
are behind one; what a window that was still open adds to them afterwards counts again.
"""

import json
from collections.abc import Iterable
from typing import Any

from kit.journal.run import Entry, Run, new_run
from kit.journal.store import Store

AGAIN = "set/again"
"""The key under which a new beginning lists the runs that it leaves behind."""

EACH = "checked"
"""The field of an exercise of which every entry counts; of every other key only the last does."""

_NAME = "oefenen-"


def run_name(topic: str) -> str:
    """The name under which the journal keeps a set."""
    return f"{_NAME}{topic}"


def practised(store: Store) -> list[str]:
    """The ids of the sets of which the store keeps something, sorted."""
    return [case.removeprefix(_NAME) for case in store.cases() if case.startswith(_NAME)]


def together(runs: Iterable[Run]) -> tuple[Entry, ...]:
    """What the runs of one set say together, in order of time, without what was left behind by a new beginning."""
    runs = sorted(runs, key=lambda run: (run.started, run.id))
    left: dict[str, str] = {}
    for entry in (entry for run in runs for entry in run.entries if entry.key == AGAIN):
        for id in entry.value if isinstance(entry.value, list) else ():
            if isinstance(id, str):
                left[id] = max(left.get(id, ""), entry.at)
    entries = [entry for run in runs for entry in run.entries if entry.key != AGAIN and entry.at > left.get(run.id, "")]
    return _once(sorted(entries, key=lambda entry: entry.at))


def _once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each entry once; of a key that is not counted only the last."""
    single: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        single.setdefault(same(entry), entry)
    last = {entry.key: name for name, entry in single.items()}
    return tuple(entry for name, entry in single.items() if entry.key.endswith(f"/{EACH}") or last[entry.key] == name)


def same(entry: Entry) -> tuple[str, str, str]:
    """What makes an entry the same as another, wherever it was written."""
    return entry.at, entry.key, json.dumps(entry.value, sort_keys=True)


class SetLog:
    """What one learner has done with one set, as one window sees and writes it."""

    def __init__(self, topic: str, store: Store) -> None:
        self.topic, self.store = topic, store
        self._others: tuple[Run, ...] = ()
        self._own = new_run(run_name(topic))
        self._together: tuple[Entry, ...] | None = None
        """Brought together when it is asked for: one drawing of a page asks many times."""
        self.refresh()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that counts, of all windows and times, in order of time."""
        if self._together is None:
            self._together = together([*self._others, self._own])
        return self._together

    @property
    def answers(self) -> dict[str, Any]:
        """The last value under each key."""
        return {entry.key: entry.value for entry in self.entries}

    def refresh(self) -> None:
        """Look at what other windows have written since."""
        self._others = tuple(run for run in self.store.runs(self._own.case) if run.id != self._own.id)
        self._together = None

    def keep(self, key: str, value: Any) -> None:
        """Keep the present value under a key, in place of the one before, and write it to disk at once.

        Raises NotKept where it cannot be written; it is kept in this window all the same, and written with the next.
        """
        self._own = self._own.answered(key, value)
        self._save()

    def note(self, key: str, value: Any) -> None:
        """Note something that counts each time, such as an answer that is checked, and write it to disk at once.

        Raises NotKept as `keep` does.
        """
        self._own = self._own.noted(key, value)
        self._save()

    def begin_again(self) -> None:
        """Go on with nothing done. What was done stays on disk. Raises NotKept as `keep` does."""
        self.refresh()
        behind = [run.id for run in (*self._others, self._own)]
        self._others = (*self._others, self._own)
        self._own = new_run(self._own.case).noted(AGAIN, behind)
        self._save()

    def _save(self) -> None:
        self._together = None
        self._own = self.store.save(self._own)

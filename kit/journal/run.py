"""One run through a case: a log of what was answered, in order.

The log is all there is; the present answers are read from it. Answers are filed under a key such as
"begin/route" or "eerste-gesprek/choice": a moment (or "case") and a field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any

FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """One answer: when (ISO 8601, UTC), under which key, and what (any JSON value)."""

    at: str
    key: str
    value: Any


@dataclass(frozen=True)
class Run:
    """One way through a case. `revision` counts the writings, so that two writers notice each other."""

    id: str
    case: str
    started: str
    entries: tuple[Entry, ...] = ()
    revision: int = 0

    def answered(self, key: str, value: Any, at: str | None = None) -> "Run":
        """A copy with this answer. Answering the same key again directly replaces the last entry:
        a word typed is one answer, not one for each letter."""
        entry = Entry(at or now(), key, value)
        kept = self.entries[:-1] if self.entries and self.entries[-1].key == key else self.entries
        return replace(self, entries=(*kept, entry))

    def noted(self, key: str, value: Any, at: str | None = None) -> "Run":
        """A copy with this entry at its end, whatever stands before it: what is counted is noted each time.

        It is later than the entry before it, if only by a millisecond: two alike at one moment would count as one.
        """
        stamp = at or now()
        if at is None and self.entries and stamp <= self.entries[-1].at:
            stamp = _after(self.entries[-1].at)
        return replace(self, entries=(*self.entries, Entry(stamp, key, value)))

    def joined(self, other: "Run") -> "Run":
        """A copy with the entries of both, each once, in order of time: of each key the last answer counts."""
        known = {(entry.at, entry.key) for entry in self.entries}
        more = [entry for entry in other.entries if (entry.at, entry.key) not in known]
        return replace(self, entries=tuple(sorted([*more, *self.entries], key=lambda entry: entry.at)))

    @property
    def answers(self) -> dict[str, Any]:
        """The present answer under each key."""
        return {entry.key: entry.value for entry in self.entries}

    @property
    def changed(self) -> str:
        """When the last answer was given, or the run began."""
        return self.entries[-1].at if self.entries else self.started


def new_run(case: str, at: str | None = None) -> Run:
    """An empty run of a case, under an id that sorts by time and that no other run has."""
    started = at or now()
    stamp = "".join(c for c in started[:19] if c.isdigit())
    return Run(id=f"{stamp}-{token_hex(3)}", case=case, started=started)


def now() -> str:
    """This moment, as ISO 8601 in UTC; to the millisecond, so that of two runs one is the later."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _after(stamp: str) -> str:
    """A millisecond later; the moment itself where it cannot be read as one."""
    try:
        return (datetime.fromisoformat(stamp) + timedelta(milliseconds=1)).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError):
        return stamp


def to_json(run: Run) -> dict[str, Any]:
    """The run as it is written to disk."""
    return {
        "format": FORMAT,
        "id": run.id,
        "case": run.case,
        "started": run.started,
        "revision": run.revision,
        "entries": [{"at": e.at, "key": e.key, "value": e.value} for e in run.entries],
    }


def from_json(data: Any) -> Run:
    """A run as read from disk. Raises ValueError that names what is wrong."""
    if not isinstance(data, Mapping):
        raise ValueError(f"a journal must be a mapping, got {type(data).__name__}")
    if data.get("format") != FORMAT:
        raise ValueError(f"format must be one of {FORMAT}, got {data.get('format')!r}")
    texts: dict[str, str] = {}
    for name in ("id", "case", "started"):
        value = data.get(name)
        if not isinstance(value, str) or not value:
            raise ValueError(f"{name} must be text, got {value!r}")
        texts[name] = value
    revision, rows = data.get("revision", 0), data.get("entries")
    if not isinstance(revision, int) or isinstance(revision, bool) or revision < 0:
        raise ValueError(f"revision must be a whole number from 0, got {revision!r}")
    if not isinstance(rows, list):
        raise ValueError(f"entries must be a list, got {type(rows).__name__}")
    entries = []
    for i, row in enumerate(rows):
        if not isinstance(row, Mapping) or not all(isinstance(row.get(name), str) for name in ("at", "key")):
            raise ValueError(f"entries[{i}] must have at, key and value, got {row!r:.80}")
        entries.append(Entry(row["at"], row["key"], row.get("value")))
    return Run(entries=tuple(entries), revision=revision, **texts)

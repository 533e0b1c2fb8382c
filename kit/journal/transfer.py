"""All that a learner has done with exercises, as one file: to take along to another machine, or to hand over.

A file from outside is somebody else's until it is read: bounded in size, held to its form, and text stays text. To
take it in never overwrites: what it adds becomes a later run beside those that are there.
"""

import json
import re
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kit.journal.learners import LONGEST_LABEL, Learner, tidy
from kit.journal.run import Entry, new_run, now
from kit.journal.sets import practised, run_name, same, together
from kit.journal.store import Store
from kit.language import _

KIND, FORMAT = "krachtenveld-voortgang", 1

LARGEST = 5_000_000
"""Bytes of a file; somebody who wrote a page at every open question of all sets has a tenth of this."""

MOST_ENTRIES, LONGEST_TEXT, DEEPEST = 20_000, 1_000_000, 8

_AHEAD = timedelta(days=1)
"""So far a clock may be ahead; what a wrong clock dates far off would stay the last answer for years."""

_TOPIC = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}\+00:00")
_KEY = re.compile(r"[a-z0-9_/-]{1,140}")


class ProgressError(ValueError):
    """A file that holds no progress that can be used; the message says so in a sentence for whoever brought it."""


@dataclass(frozen=True)
class ProgressFile:
    """What such a file holds. label: what the learner called themself, or "". made: when it was written."""

    label: str
    seed: str
    made: str
    sets: Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True)
class TakenIn:
    """Which sets gained something by taking a file in, and which had it all already; ids, in the order of the file."""

    added: tuple[str, ...]
    known: tuple[str, ...]


def exported(learner: Learner, label: str = "", leave_out: Container[str] = ()) -> str:
    """All sets of one learner, as the text of a file.

    label: what stands in it for a name; nothing unless it is given. leave_out: "set/exercise" whose answers stay out.
    """
    store = Store(learner.journal)
    sets = {}
    for topic in practised(store):
        entries = [
            {"at": entry.at, "key": entry.key, "value": entry.value}
            for entry in together(store.runs(run_name(topic)))
            if f"{topic}/{entry.key.partition('/')[0]}" not in leave_out and _fits(entry)
        ]
        if entries:
            sets[topic] = entries
    made = {
        "kind": KIND,
        "format": FORMAT,
        "made": now(),
        "label": tidy(label)[:LONGEST_LABEL],
        "seed": learner.seed,
        "sets": sets,
    }
    text = json.dumps(made, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8")


def read_progress(data: bytes) -> ProgressFile:
    """What a file holds. Raises ProgressError for anything but a sound file of ours; never another error."""
    if len(data) > LARGEST:
        raise ProgressError(_("This file is too large to be one with progress (more than %(most)d MB).") % _most())
    try:
        tree = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise ProgressError(_("This file holds no progress: it cannot be read as such.")) from None
    if not isinstance(tree, dict) or tree.get("kind") != KIND:
        raise ProgressError(_("This file holds no progress from these exercises."))
    if tree.get("format") != FORMAT or isinstance(tree.get("format"), bool):
        raise ProgressError(_("This file comes from another version of the kit, and cannot be read by this one."))
    sets = tree.get("sets")
    if not isinstance(sets, dict) or sum(len(rows) for rows in sets.values() if isinstance(rows, list)) > MOST_ENTRIES:
        raise _damaged()
    made = _moment(tree.get("made"))
    if datetime.fromisoformat(made) > datetime.now(UTC) + _AHEAD:
        told = _("This file was made in the future (%(made)s): one of the two clocks is wrong.") % {"made": made[:10]}
        raise ProgressError(told)
    return ProgressFile(
        label=tidy(_text(tree.get("label", ""), LONGEST_LABEL)),
        seed=_text(tree.get("seed", ""), 100),
        made=made,
        sets={_topic(topic): _entries(rows, made) for topic, rows in sets.items()},
    )


def taken_in(learner: Learner, file: ProgressFile) -> TakenIn:
    """Add what a file holds to what this learner has. Raises NotKept where it cannot be written.

    What the learner has already, or has answered anew since, is not added. Who has nothing yet goes on with the order
    of options that the file was made with.
    """
    store = Store(learner.journal)
    if file.seed and not practised(store):
        with suppress(OSError):
            learner.keep(seed=file.seed)
    added, known = list[str](), list[str]()
    for topic, entries in file.sets.items():
        runs, brought = store.runs(run_name(topic)), replace(new_run(run_name(topic)), entries=entries)
        here = {same(entry) for entry in together(runs)}
        fresh = tuple(entry for entry in together([*runs, brought]) if same(entry) not in here)
        if fresh:
            store.save(replace(brought, entries=fresh))
        (added if fresh else known).append(topic)
    return TakenIn(tuple(added), tuple(known))


def _fits(entry: Entry) -> bool:
    """Whether an entry can be read back, as all that a page writes can."""
    try:
        _entries([{"at": entry.at, "key": entry.key, "value": entry.value}], entry.at)
        json.dumps(entry.value, allow_nan=False)
    except ValueError:
        return False
    return True


def _most() -> dict[str, int]:
    return {"most": LARGEST // 1_000_000}


def _damaged() -> ProgressError:
    return ProgressError(_("This file is damaged. Ask for it once more, or make it again."))


def _no_number(_name: str) -> float:
    raise ValueError("no JSON")


def _topic(topic: str) -> str:
    if not _TOPIC.fullmatch(topic):
        raise _damaged()
    return topic


def _entries(rows: Any, made: str) -> tuple[Entry, ...]:
    if not isinstance(rows, list):
        raise _damaged()
    entries = []
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("key"), str) or not _KEY.fullmatch(row["key"]):
            raise _damaged()
        entries.append(Entry(min(_moment(row.get("at")), made), row["key"], _value(row.get("value"))))
    return tuple(sorted(entries, key=lambda entry: entry.at))


def _moment(value: Any) -> str:
    """A moment in the form that the journal itself writes, so that moments sort as texts."""
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise _damaged() from None
    # A class hands in a hundred thousand moments, nearly all in this form already.
    return value if _WRITTEN.fullmatch(value) else moment.isoformat(timespec="milliseconds")


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise _damaged()
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")


def _value(value: Any, depth: int = 0) -> Any:
    if depth > DEEPEST:
        raise _damaged()
    if isinstance(value, str):
        return _text(value, LONGEST_TEXT)
    if isinstance(value, list):
        return [_value(one, depth + 1) for one in value]
    if isinstance(value, dict):
        return {_text(key, LONGEST_TEXT): _value(one, depth + 1) for key, one in value.items()}
    return value

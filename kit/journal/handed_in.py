"""What a class hands in: files of progress, from a folder or handed over one by one; kept nowhere.

Every file is somebody else's until it is read. What holds no progress is named with the reason and passed over; files
of one and the same learner are brought together, so that nobody counts twice.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from kit.journal.folder import HandedFile
from kit.journal.learners import tidy
from kit.journal.run import Entry
from kit.journal.sets import same
from kit.journal.transfer import ProgressError, ProgressFile, read_progress
from kit.language import _

LONGEST_NAME = 200
"""Characters of the name of a file that are shown."""


@dataclass(frozen=True)
class PassedOver:
    """A file that is not counted, and why, in a sentence."""

    name: str
    why: str


@dataclass(frozen=True)
class HandedIn:
    """What was handed in.

    people: what each learner did, by set; who they are is not in it. files: how many files hold progress. double: the
    names of files that are of one learner, together. passed_over: what is not counted.
    """

    people: tuple[Mapping[str, tuple[Entry, ...]], ...]
    files: int
    double: tuple[tuple[str, ...], ...]
    passed_over: tuple[PassedOver, ...]


@dataclass(frozen=True)
class Sound:
    """A file with progress. content: the same for two files with the same answers, whatever else they say."""

    name: str
    content: str
    read: ProgressFile

    @property
    def marks(self) -> tuple[str, ...]:
        """What another file of the same learner has too; one of these is enough."""
        return (self.content, f"seed:{self.read.seed}") if self.read.seed else (self.content,)


def read_handed_in(files: Iterable[HandedFile]) -> HandedIn:
    """What files hold, in whatever order they come. Never raises."""
    sound: list[Sound] = []
    passed_over = []
    for file in files:
        name = tidy(file.name)[:LONGEST_NAME]
        try:
            if file.content is None:
                raise ProgressError(file.why)
            read = read_progress(file.content)
            if not any(read.sets.values()):
                raise ProgressError(_("No exercises were done in this file yet."))
        except ProgressError as error:
            passed_over.append(PassedOver(name, str(error)))
        else:
            sound.append(Sound(name, _content(read), read))
    people, double = [], []
    for own in _by_learner(sound):
        people.append(_together(own))
        if len(own) > 1:
            double.append(tuple(sorted(file.name for file in own)))
    return HandedIn(tuple(people), len(sound), tuple(sorted(double)), tuple(passed_over))


def _content(file: ProgressFile) -> str:
    sets = {topic: [[entry.at, entry.key, entry.value] for entry in rows] for topic, rows in file.sets.items() if rows}
    return sha256(json.dumps(sets, sort_keys=True).encode()).hexdigest()


def _by_learner(files: list[Sound]) -> list[list[Sound]]:
    """The files of each learner together: those with one seed, or with the same answers. In an order of their own."""
    groups: dict[str, list[Sound]] = {}
    for file in sorted(files, key=lambda one: (one.content, one.read.seed, one.name)):
        own = [file]
        for others in {id(groups[mark]): groups[mark] for mark in file.marks if mark in groups}.values():
            own = [*others, *own]
        for one in own:
            groups.update((mark, own) for mark in one.marks)
    return list({id(own): own for own in groups.values()}.values())


def _together(files: list[Sound]) -> Mapping[str, tuple[Entry, ...]]:
    """What one learner did, from all files of theirs: each entry once, in order of time."""
    if len({file.content for file in files}) == 1:
        return files[0].read.sets
    whole: dict[str, dict[tuple[str, str, str], Entry]] = {}
    for topic, rows in ((topic, rows) for file in files for topic, rows in file.read.sets.items()):
        for entry in rows:
            whole.setdefault(topic, {}).setdefault(same(entry), entry)
    return {topic: tuple(sorted(rows.values(), key=lambda entry: entry.at)) for topic, rows in whole.items()}

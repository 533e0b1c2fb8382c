"""Runs on disk: one JSON file a run, in the learner's own folder, written whole or not at all.

A file that cannot be read is set aside under another name and told, never overwritten. When a second window wrote
the same run in the meantime, this one goes on under a name of its own, so that neither loses an answer.
"""

import errno
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kit.journal.learners import chosen_learner
from kit.journal.run import Run, from_json, new_run, now, to_json

MAX_BYTES = 5_000_000
"""No run is near this; a larger file is not one of ours."""


class NotKept(OSError):
    """An answer could not be written; the message says where and why. What is on screen is still there."""


@dataclass
class Store:
    """The runs in one folder; by default those of the learner chosen on this machine.

    `set_aside` lists the damaged files that were found and renamed.
    """

    folder: Path = field(default_factory=lambda: chosen_learner().journal)
    set_aside: list[Path] = field(default_factory=list)

    def save(self, run: Run, *, together: bool = False) -> Run:
        """Write the run; returns it as written, with a new revision.

        Where another window wrote the same run first, it gets a new id; or, `together`, it gains what that window
        wrote, and of each key the last answer counts. Raises NotKept where the disk is full, the folder is read-only,
        or the like.
        """
        path = self._path(run)
        written = replace(run, revision=run.revision + 1)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            there = self._there(path)
            if together and there is not None and there.revision != run.revision:
                written = replace(run.joined(there), revision=there.revision + 1)
            elif path.exists() and (there is None or there.revision != run.revision):
                written = replace(written, id=new_run(run.case).id, revision=1)
                path = self._path(written)
            _write_whole(path, _as_bytes(written))
        except OSError as error:
            raise NotKept(error.errno, f"{error.strerror or error}: {self.folder}") from error
        return written

    def runs(self, case: str) -> list[Run]:
        """The runs of a case that can be read, the last changed first."""
        found = [run for run in self._readable(case) if run.case == case]
        # A run begun in the same millisecond in which another was last changed is the later of the two.
        return sorted(found, key=lambda run: (run.changed, run.started, run.id), reverse=True)

    def cases(self) -> list[str]:
        """What there are runs of, by the names of the files, sorted."""
        try:
            return sorted({path.name.split("--")[0] for path in self.folder.glob("[!.]*--*.json")})
        except OSError:
            return []

    def latest(self, case: str) -> Run | None:
        """The run that was last worked on, or None."""
        return next(iter(self.runs(case)), None)

    def _path(self, run: Run) -> Path:
        return self.folder / f"{_plain(run.case)}--{_plain(run.id)}.json"

    def _readable(self, case: str) -> Iterator[Run]:
        try:
            paths = sorted(self.folder.glob(f"{_plain(case)}--*.json"))
        except OSError:
            return
        for path in paths:
            try:
                yield _read(path)
            except ValueError:
                self._put_aside(path)
            except OSError:
                continue  # unreadable now (rights, a network folder gone): leave it as it is

    def _put_aside(self, path: Path) -> None:
        aside = path.with_name(f"{path.stem}.damaged-{now().replace(':', '')}.txt")
        try:
            path.rename(aside)
        except OSError:
            aside = path
        self.set_aside.append(aside)

    def _there(self, path: Path) -> Run | None:
        """What stands under this path; None where nothing does, or nothing that can be read: that is put aside."""
        try:
            return _read(path) if path.exists() else None
        except ValueError:
            self._put_aside(path)
            return None


def _read(path: Path) -> Run:
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"a journal may be at most {MAX_BYTES} bytes, got {path.stat().st_size}")
    try:
        return from_json(json.loads(path.read_text("utf-8")))
    except RecursionError as error:
        raise ValueError("the journal is nested too deeply") from error


def _as_bytes(run: Run) -> bytes:
    # A page may cut a text within a character: half of one cannot be written, and is no reason to lose the rest.
    data = json.dumps(to_json(run), ensure_ascii=False, indent=1).encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, f"more than {MAX_BYTES // 1_000_000} MB")  # it could not be read back
    return data


def _write_whole(path: Path, data: bytes) -> None:
    """Through a temporary file and a rename, so that a reader sees the old text or the new one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _plain(name: str) -> str:
    """A name that is safe as part of a file name."""
    return "".join(c if c.isalnum() or c in "-_" else "_" for c in name)[:80]

"""What a learner did: the log of a run, the store on disk, the course through a case, and the exports."""

from kit.journal.replay import Course, Stop, replay
from kit.journal.run import Entry, Run, new_run
from kit.journal.store import NotKept, Store

__all__ = ["Course", "Entry", "NotKept", "Run", "Stop", "Store", "new_run", "replay"]

"""What a learner did: the log of a run, the store on disk, the course through a case, and the exports.

Of a set of exercises: `SetLog`, and `exported`, `read_progress` and `taken_in` for progress as one file.
"""

from kit.journal.learners import Learner, add_learner, choose_learner, chosen_learner, learners
from kit.journal.replay import Course, Stop, replay
from kit.journal.run import Entry, Run, new_run
from kit.journal.sets import SetLog
from kit.journal.store import NotKept, Store
from kit.journal.transfer import ProgressError, ProgressFile, TakenIn, exported, read_progress, taken_in

__all__ = [
    "Course",
    "Entry",
    "Learner",
    "NotKept",
    "ProgressError",
    "ProgressFile",
    "Run",
    "SetLog",
    "Stop",
    "Store",
    "TakenIn",
    "add_learner",
    "choose_learner",
    "chosen_learner",
    "exported",
    "learners",
    "new_run",
    "read_progress",
    "replay",
    "taken_in",
]

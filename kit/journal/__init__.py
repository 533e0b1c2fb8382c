"""What a learner did: the log of a run, the store on disk, the course through a case, and the exports.

Of a set of exercises: `SetLog`; `exported`, `read_progress` and `taken_in` for progress as one file; `in_folder` and
`read_handed_in` for the files of a class.
"""

from kit.journal.folder import FolderError, HandedFile, in_folder
from kit.journal.handed_in import HandedIn, PassedOver, read_handed_in
from kit.journal.learners import Learner, add_learner, choose_learner, chosen_learner, learners
from kit.journal.replay import Course, Stop, replay
from kit.journal.run import Entry, Run, new_run
from kit.journal.sets import SetLog
from kit.journal.store import NotKept, Store
from kit.journal.transfer import ProgressError, ProgressFile, TakenIn, exported, read_progress, taken_in

__all__ = [
    "Course",
    "Entry",
    "FolderError",
    "HandedFile",
    "HandedIn",
    "Learner",
    "NotKept",
    "PassedOver",
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
    "in_folder",
    "learners",
    "new_run",
    "read_handed_in",
    "read_progress",
    "replay",
    "taken_in",
]

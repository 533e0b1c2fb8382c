"""Practising: how an answer is marked, in what order options stand, what comes next, and how far somebody is.

Pure: the standard library, `kit.exercise` and `kit.models`. Nothing here gives marks to a person, adds up points or
ranks: it says what an answer shows, and what to look at again.
"""

from kit.practice.group import ExerciseReading, GroupReading, Seen, read_group
from kit.practice.log import ANSWER, CHECKED, HINTS, TICKED, Entry, key
from kit.practice.marking import Mark, Told, mark
from kit.practice.queue import next_up
from kit.practice.shuffling import laid_out, shuffled
from kit.practice.standing import Progress, Standing, State, progress

__all__ = [
    "ANSWER",
    "CHECKED",
    "HINTS",
    "TICKED",
    "Entry",
    "ExerciseReading",
    "GroupReading",
    "Mark",
    "Progress",
    "Seen",
    "Standing",
    "State",
    "Told",
    "key",
    "laid_out",
    "mark",
    "next_up",
    "progress",
    "read_group",
    "shuffled",
]

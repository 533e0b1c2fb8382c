"""Practising: how an answer is marked, in what order options stand, what comes next, and how far somebody is.

Pure: the standard library, `kit.exercise` and `kit.models`. Nothing here gives marks to a person, adds up points or
ranks: it says what an answer shows, and what to look at again.
"""

from kit.practice.marking import Mark, Told, mark
from kit.practice.shuffling import laid_out, shuffled

__all__ = ["Mark", "Told", "laid_out", "mark", "shuffled"]

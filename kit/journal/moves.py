"""Moves on the expectation map, as a log keeps them, and what they change in the fields that follow.

A move is a list: its name, holder, addressee, topic, and what that move further needs. Which of them bring an
expectation into the open is known here; what else they do to the map is the model's.
"""

from collections.abc import Iterable
from typing import Any

from kit.case import Case, Change

OPENING = ("speak_out", "limit")
"""Moves after which an expectation has been said aloud: *uitspreken* and *begrenzen*."""


def sound_moves(kept: Any) -> list[list[Any]]:
    """The moves in `kept` that have the form of one; anything else in a log is passed over."""
    if not isinstance(kept, list):
        return []
    return [
        list(move)
        for move in kept
        if isinstance(move, list) and len(move) >= 4 and all(isinstance(part, str) for part in move[:4])
    ]


def spoken(case: Case, moves: Iterable[list[Any]]) -> tuple[Change, ...]:
    """What the fields that follow have of the expectations that these moves brought into the open, each once."""
    opened = {tuple(move[1:4]) for move in moves if move[0] in OPENING}
    return tuple(
        change for e in case.expectations if (e.holder, e.addressee, e.topic) in opened for change in e.changes
    )

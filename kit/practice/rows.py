"""What stands out of place in a row: as little as possible, so that one slip is told as one."""

from collections.abc import Sequence


def out_of_place(places: Sequence[int]) -> frozenset[int]:
    """Those of `places` (the right places, in the learner's order) that would have to move to make the row right.

    One that was moved to the end puts all behind it one place off; told is only that one. Where several ways are as
    short, what was brought forward counts as moved, rather than what it pushed back.
    """
    length, after = [1] * len(places), [-1] * len(places)
    for here in reversed(range(len(places))):
        for later in range(here + 1, len(places)):
            if places[later] > places[here] and length[later] + 1 >= length[here]:
                length[here], after[here] = length[later] + 1, later
    kept, here = set(), -1
    for start, row in enumerate(length):
        if here < 0 or row >= length[here]:
            here = start
    while here >= 0:
        kept.add(places[here])
        here = after[here]
    return frozenset(places) - kept

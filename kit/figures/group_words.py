"""How many people of a group, in words: small numbers small, for one might recognise who it is."""

from kit.language import _
from kit.models.signal import LEAST

__all__ = ["LEAST", "many_of_words", "many_words", "rest_words"]


def many_words(count: int, exact: bool = False) -> str:
    """A count of people; fewer than five are not told in figures, but where `exact` is asked for."""
    if count == 0:
        return _("none of them")
    return str(count) if exact or count >= LEAST else _("fewer than %(least)s") % {"least": LEAST}


def many_of_words(count: int, whole: int, exact: bool = False) -> str:
    """A count out of those who could have been counted."""
    if count == whole and count >= LEAST:
        return _("all %(whole)s") % {"whole": whole}
    return _("%(many)s of the %(whole)s") % {"many": many_words(count, exact), "whole": whole}


def rest_words(count: int, whole: int, exact: bool = False, others: bool = False) -> str:
    """A count of which the rest must not be told either, where that is small; "" where there is nobody to count.

    Who reads that eighteen of twenty had it right, reads that two had not. others: where the whole are those that an
    earlier count left over.
    """
    if whole == 0 or (whole < LEAST and not exact):
        return ""
    if count == whole:
        return _("all others") if others else _("everybody")
    if exact or count == 0:
        return many_words(count, exact)
    if whole < 2 * LEAST - 1:  # both are small: of either one could be worked out from the other
        return _("some of the others") if others else _("some people")
    if whole - count < LEAST:
        return _("nearly all others") if others else _("nearly everybody")
    return many_words(count)

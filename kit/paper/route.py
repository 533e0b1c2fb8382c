"""How the sheets of a case hang together: the number of a moment, the code of an option, the ways to a moment."""

import string
from collections.abc import Iterator
from dataclasses import dataclass

from kit.case import Case, Moment, Option
from kit.language import _


@dataclass(frozen=True)
class Way:
    """One option at one moment; `code` is how sheets name it: moment 1, second option is "1B"."""

    moment: Moment
    option: Option
    code: str


def number(case: Case, moment: Moment) -> int:
    """The place of a moment in the case, from 1."""
    return case.moments.index(moment) + 1


def ways(case: Case, moment: Moment) -> tuple[Way, ...]:
    """The options of a moment with their codes."""
    n = number(case, moment)
    return tuple(
        Way(moment, option, f"{n}{string.ascii_uppercase[i] if i < 26 else f'.{i + 1}'}")
        for i, option in enumerate(moment.options)
    )


def ways_to(case: Case, id: str) -> tuple[Way, ...]:
    """The options of any moment that lead to the moment or ending with this id."""
    return tuple(_leading(case, id))


def _leading(case: Case, id: str) -> Iterator[Way]:
    for moment in case.moments:
        yield from (way for way in ways(case, moment) if way.option.next == id)


def told(those: tuple[Way, ...]) -> str:
    """Ways in a row, as a reader names them. More than two go by code alone: titles would give the story away."""
    named = [way.code if len(those) > 2 else f"{way.code} (‘{way.option.title}’)" for way in those]
    if len(named) < 2:
        return "".join(named)
    return _("%(these)s or %(that)s") % {"these": ", ".join(named[:-1]), "that": named[-1]}


def leads_to(case: Case, option: Option) -> str:
    """Where an option leads: the moment with its number, or the ending."""
    for moment in case.moments:
        if moment.id == option.next:
            return _("moment %(n)s, '%(title)s'") % {"n": number(case, moment), "title": moment.title}
    return _("the ending '%(title)s'") % {"title": case.ending(option.next).title}

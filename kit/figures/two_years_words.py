"""What two years of collective work come to, in sentences: the dip, the crossing or its absence, and why."""

from kit.figures.two_years import YearsChart
from kit.language import _, ngettext
from kit.models.collective import Course

CLOSE = 0.5
"""Requests that make no difference worth telling."""


def years_sentences(chart: YearsChart, course: Course, other: Course) -> list[str]:
    """Begin, crossing, end, what still waits; and where it does not overtake, what that comes from in this model."""
    if all(week.share == 0 for week in course.weeks):
        total = _round(other.weeks[-1].total)
        return [
            _("You set nothing aside: all hours go to cases, one by one. In two years %(n)s are met.") % {"n": total}
        ]
    return [_begin(chart), _crossing(chart), _end(chart), *_why(chart, course, other), _waiting(course, other)]


def _begin(chart: YearsChart) -> str:
    first, alone = _round(chart.helped[0]), _round(chart.alone[0])
    if chart.alone[0] - chart.helped[0] < CLOSE:
        return _("In the first week as many requests are met as with only cases.")
    told = ngettext(
        "It begins with a step back: in the first week %(mine)s request is met, with only cases %(alone)s.",
        "It begins with a step back: in the first week %(mine)s requests are met, with only cases %(alone)s.",
        first,
    )
    return told % {"mine": first, "alone": alone}


def _crossing(chart: YearsChart) -> str:
    week, total = chart.crossed.week, chart.crossed.total
    if week is None:
        return _("In no week of the two years are more requests met than with only cases.")
    told = _("In week %(week)s more are met in a week than with only cases, for the first time.") % {"week": week}
    if total is None and abs(chart.ahead[-1]) < CLOSE:
        return told + " " + _("The arrears are made up, and more than that it never becomes.")
    if total is None:
        return told + " " + _("The arrears of the first weeks are not made up within two years.")
    return told + " " + _("In week %(total)s the arrears are made up.") % {"total": total}


def _end(chart: YearsChart) -> str:
    many = _round(abs(chart.ahead[-1]))
    if many == 0:
        return _("After two years both have met as many.")
    if chart.ahead[-1] > 0:
        return ngettext(
            "After two years %(n)s more request has been met.", "After two years %(n)s more have been met.", many
        ) % {"n": many}
    return ngettext(
        "After two years %(n)s fewer request has been met.", "After two years %(n)s fewer have been met.", many
    ) % {"n": many}


def _why(chart: YearsChart, course: Course, other: Course) -> list[str]:
    """What an absent crossing comes from. A question of the model, so it is said as that."""
    if chart.off and chart.off[-1][1] == len(course.weeks):
        return [_("Here it stops: no hours, so nothing is met together any more, and what was built up fades.")]
    if chart.off and chart.crossed.total is not None:
        return [_("The step back costs time, but what was built up is for the most part still there afterwards.")]
    if chart.crossed.total is not None and chart.ahead[-1] > CLOSE:
        return []
    if max(course.weeks[-1].waiting, other.weeks[-1].waiting) < CLOSE:
        return [_("Nobody has to wait here in the end: who is met anyway cannot be met more often.")]
    if chart.crossed.week is None or chart.helped[-1] < chart.alone[-1]:
        return [_("Too many hours are missing for who asks now, and not all can be met together.")]
    return [_("So few hours go there that it grows too slowly: what it brings comes too late for these two years.")]


def _waiting(course: Course, other: Course) -> str:
    mine, alone = _round(course.weeks[-1].waiting), _round(other.weeks[-1].waiting)
    if mine == alone == 0:
        return _("At the end nobody is waiting any more, in either team.")
    told = ngettext(
        "At the end %(mine)s request is waiting, with only cases %(alone)s.",
        "At the end %(mine)s requests are waiting, with only cases %(alone)s.",
        mine,
    )
    return told % {"mine": mine, "alone": alone}


def _round(value: float) -> int:
    return round(value)

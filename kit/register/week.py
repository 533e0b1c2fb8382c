"""The week of a request: a number, a year with a number, or a date; as people, Excel and exports write it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kit.language import _

Week = tuple[int | None, int]
"""The ISO year, or None where the file gives a bare number; and the week."""

YEARS = range(1990, 2101)
DAY_ZERO = date(1899, 12, 30)
"""Day 0 of Excel's calendar."""

SERIALS = range(32_874, 73_416)
"""Days of Excel's calendar from 1990 to 2100: what a date becomes where its format got lost."""

_MONTHS = {"mrt": 3, "mar": 3, "maa": 3, "mei": 5, "may": 5, "okt": 10, "oct": 10}
_MONTHS |= {"jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "nov": 11, "dec": 12}

_TIME = r"(?:[T ]+\d{1,2}[:.]\d{2}.{0,20})?"
_NUMBER = re.compile(r"(?:week|wk|w)?[ .]*(\d{1,2})(?:[.,]0+)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[-/ ]*(?:week|wk|w)[ -]*(\d{1,2})", re.IGNORECASE)
_WEEK_FIRST = re.compile(r"(?:week|wk|w)[ ]*(\d{1,2})[-/, ]+(\d{4})", re.IGNORECASE)
_BARE_YEAR_FIRST = re.compile(r"(\d{4})[-/ ]?(\d{2}|(?<=[-/ ])\d)")
_BARE_WEEK_FIRST = re.compile(r"(\d{1,2})[-/ ](\d{4})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})" + _TIME)
_NAMED = re.compile(r"(\d{1,2})[-/. ]+([a-z]{3})[a-z]*[-/. ]+(\d{4}|\d{2})" + _TIME, re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")


def read_week(value: object, dated: bool) -> Week | None:
    """The week that a cell gives, or None where it gives none. dated: the column is called a date, so that a year
    with a number is a month and no week."""
    if isinstance(value, bool):
        return None
    if isinstance(value, datetime | date):
        return _of_date(value.year, value.month, value.day)
    if isinstance(value, int | float):
        if not 0 < value < 1e7:  # nor nan
            return None
        if value != int(value):
            return _of_serial(int(value))
        value = str(int(value))
    if not isinstance(value, str) or len(value) > 40:
        return None
    return _of_text(value.strip().strip("'"), dated)


def count_weeks(weeks: Sequence[Week]) -> tuple[list[int], str, str]:
    """Weeks as numbers from 1, and the first and the last in words.

    Weeks of a year are counted from the earliest; bare numbers stay as they are. Raises ValueError where there are
    none, or some with a year and some without.
    """
    bare = {year is None for year, _number in weeks}
    if len(bare) != 1:
        raise ValueError(f"weeks must be there, and all or none with a year; got {len(bare)} sorts of them")
    if True in bare:
        numbers = [number for _year, number in weeks]
        first, last = (_("week %(week)s") % {"week": n} for n in (min(numbers), max(numbers)))
        return numbers, first, last
    mondays = {(year or 0, n): date.fromisocalendar(year or 0, n, 1).toordinal() for year, n in set(weeks)}
    begin = min(mondays.values())
    first, last = (_("week %(week)s of %(year)s") % {"week": n, "year": y} for y, n in (min(mondays), max(mondays)))
    return [(mondays[year or 0, n] - begin) // 7 + 1 for year, n in weeks], first, last


def _of_text(text: str, dated: bool) -> Week | None:
    if found := _NUMBER.fullmatch(text):
        return (None, int(found[1])) if 1 <= int(found[1]) <= 53 else None
    for pattern, year, week in ((_YEAR_FIRST, 1, 2), (_WEEK_FIRST, 2, 1)):
        if found := pattern.fullmatch(text):
            return _of_year(int(found[year]), int(found[week]))
    if found := _SERIAL.fullmatch(text):
        return _of_serial(int(found[1]))
    if found := _ISO.fullmatch(text):
        return _of_date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DUTCH.fullmatch(text):
        return _of_date(_year(found[3]), int(found[2]), int(found[1]))
    if found := _NAMED.fullmatch(text):
        return _of_date(_year(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if not dated:
        for pattern, year, week in ((_BARE_YEAR_FIRST, 1, 2), (_BARE_WEEK_FIRST, 2, 1)):
            if found := pattern.fullmatch(text):
                return _of_year(int(found[year]), int(found[week]))
    return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _of_year(year: int, week: int) -> Week | None:
    try:
        date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return (year, week) if year in YEARS else None


def _of_date(year: int, month: int, day: int) -> Week | None:
    try:
        iso = date(year, month, day).isocalendar()
    except ValueError:
        return None
    return (iso.year, iso.week) if iso.year in YEARS else None


def _of_serial(days: int) -> Week | None:
    if days not in SERIALS:
        return None
    there = DAY_ZERO + timedelta(days=days)
    return _of_date(there.year, there.month, there.day)

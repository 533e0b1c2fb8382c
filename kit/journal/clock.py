"""The moments of a journal, which it keeps in UTC, as a reader's own clock and calendar have them."""

from datetime import UTC, datetime


def day(stamp: str) -> str:
    """The day of a moment in ISO 8601, as Dutch writes it; the text itself where it is no moment."""
    moment = _here(stamp)
    return moment.strftime("%d-%m-%Y") if moment else stamp


def day_and_time(stamp: str) -> str:
    """The day and the time; a server that keeps no other clock than UTC says so."""
    moment = _here(stamp)
    if moment is None:
        return stamp
    return moment.strftime("%d-%m-%Y %H:%M") + ("" if moment.utcoffset() else " (UTC)")


def _here(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    except (ValueError, OverflowError, OSError):
        return None

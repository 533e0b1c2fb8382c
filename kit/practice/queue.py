"""What to ask next: first what is due again, then what is new, then what waits; never the same twice in a row."""

from kit.practice.standing import Progress, Standing


def next_up(progress: Progress, after: str | None = None) -> str | None:
    """The id of the exercise to ask next; None where all are done for now.

    after: the exercise that is on the page now (by default that of the last turn): it is asked again only where
    nothing else is left. From there on new ones follow in the order of the file, so that one that is passed over
    comes back when the others have been asked.
    """
    now = progress.last if after is None else after
    others = [standing for standing in progress.standings if standing.exercise != now]
    due = [standing for standing in others if standing.due]
    fresh = [standing.exercise for standing in _from(now, progress) if standing.state in ("new", "open")]
    # Who goes wrong time and again would else go round among the first few, and never see the rest.
    returned = any(standing.exercise == now and standing.times > 1 for standing in progress.standings)
    if due and not (returned and fresh):
        return min(due, key=_asked).exercise
    if fresh:
        return fresh[0]
    waiting = [standing for standing in others if standing.state == "again"]
    if waiting:
        return min(waiting, key=_asked).exercise
    if progress.finished:
        return None
    return next((standing.exercise for standing in progress.standings if standing.state != "done"), None)


def _asked(standing: Standing) -> int:
    return standing.last


def _from(now: str | None, progress: Progress) -> list[Standing]:
    """The standings after that of `now`, then those before it; without itself."""
    those = list(progress.standings)
    place = next((place for place, standing in enumerate(those) if standing.exercise == now), None)
    return those if place is None else [*those[place + 1 :], *those[:place]]

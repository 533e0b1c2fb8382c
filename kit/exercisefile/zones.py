"""The stretches of a line: one after another, from one end to the other, without gaps."""

from collections.abc import Iterator

from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.wording import shown
from kit.exercisefile.choices import both_ways, few, judged
from kit.exercisefile.kinds import is_open
from kit.language import _


def broken_zones(exercise: Part) -> Iterator[Finding]:
    """All that breaks a rule in the zones of an exercise."""
    if exercise.text("kind") != "place":
        return
    zones, open_question = exercise.parts("zones"), is_open(exercise)
    yield from few(exercise, "zones", 2)
    given = [zone.keys.get("right") for zone in zones]
    if zones and not open_question and all(isinstance(one, bool) for one in given):
        yield from both_ways((*exercise.place, "zones"), given.count(True), len(given))
    for zone in zones:
        yield from judged(zone, open_question)
    ends = [(zone.number("from"), zone.number("to")) for zone in zones]
    if len(zones) == len(exercise.items("zones")):
        yield from _gaps(zones, [(low, high) for low, high in ends if low is not None and high is not None])


def _gaps(zones: list[Part], ends: list[tuple[float, float]]) -> Iterator[Finding]:
    if not ends or len(ends) != len(zones):
        return  # a number that is missing is a fault of its own
    if not all(-1 <= low < high <= 1 for low, high in ends):
        for zone, (low, high) in zip(zones, ends, strict=True):
            if low >= high:
                rule = _("must run from low to high, but runs from %(low)s to %(high)s.")
                rule %= {"low": shown(low), "high": shown(high)}
                yield Finding(zone.place, rule, _("Make 'to' higher than 'from'."))
        return
    if ends[0][0] != -1:
        rule = _("must begin at -1, for this is the first, but begins at %(got)s.") % {"got": shown(ends[0][0])}
        yield Finding(
            (*zones[0].place, "from"), rule, _("Write: %(key)s: %(example)s") % {"key": "from", "example": -1}
        )
    for zone, (_from, before), (low, _to) in zip(zones[1:], ends, ends[1:], strict=False):
        if low != before:
            rule = _("must begin at %(at)s, where the one before ends, but begins at %(got)s.")
            rule %= {"at": shown(before), "got": shown(low)}
            fix = _("Write: %(key)s: %(example)s") % {"key": "from", "example": shown(before)}
            yield Finding((*zone.place, "from"), rule, fix)
    if ends[-1][1] != 1:
        rule = _("must end at 1, for this is the last, but ends at %(got)s.") % {"got": shown(ends[-1][1])}
        yield Finding((*zones[-1].place, "to"), rule, _("Write: %(key)s: %(example)s") % {"key": "to", "example": 1})

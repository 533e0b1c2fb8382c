"""What people expect of each other, how they see their tasks, and who acts on whom."""

from collections.abc import Iterator
from typing import get_args

from kit.case import MIN_STRENGTH, YOU, Layer
from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.references import Names, known_under, pull, repair
from kit.casefile.strength import weak
from kit.casefile.wording import listed, short, shown
from kit.language import _

SHOWS = {"expectations": "expectations", "context": "influences"}
"""For each picture but the force board, the key of the case that it shows."""


def broken_relations(case: Part, names: Names) -> Iterator[Finding]:
    """All that breaks a rule in the expectations, roles, influences and ways to act back of a case."""
    for actor in case.parts("actors"):
        if actor.text("id") == YOU:
            rule = _("may not be 'you': that is the player.")
            yield Finding((*actor.place, "id"), rule, _("Give this one another id."))
    yield from _expectations(case, names)
    yield from _roles(case, names)
    yield from _influences(case, names)
    yield from _agency(case, names)
    yield from _layers(case)
    for moment in case.parts("moments"):
        shows = SHOWS.get(moment.text("picture") or "")
        if shows is not None and not case.keys.get(shows):
            rule = _("needs what it shows, but the case has no '%(key)s'.") % {"key": shows}
            fix = _("Add '%(key)s' to the case, or take 'picture' out.") % {"key": shows}
            yield Finding((*moment.place, "picture"), rule, fix)


def _expectations(case: Part, names: Names) -> Iterator[Finding]:
    seen, used, all_known = set(), set(), True
    for part in case.parts("expectations"):
        topic = part.text("topic")
        yield from somebody(part, "holder", names)
        yield from somebody(part, "addressee", names)
        yield from known_under("topics", (*part.place, "topic"), topic, names)
        yield from another(part, "holder", "addressee")
        yield from weak(part)
        yield from _feasible(part)
        for change in part.parts("changes"):
            yield from pull(change, names)
        if topic is not None:
            used.add(topic)
            all_known = all_known and names.may_be("topics", topic)
        key = part.text("holder"), part.text("addressee"), topic
        if key in seen and None not in key:
            rule = _("may be given once, but %(holder)s already expects something of %(addressee)s on %(topic)s.")
            rule %= {"holder": shown(key[0]), "addressee": shown(key[1]), "topic": shown(topic)}
            yield Finding(part.place, rule, _("Make the two into one expectation, or take one out."))
        seen.add(key)
    for part in case.parts("topics"):
        id = part.text("id")
        # With an unknown topic somewhere, this may be the one that was meant.
        if all_known and id is not None and id not in used:
            rule = _("must be used, but no expectation is about %(id)s.") % {"id": shown(id)}
            fix = _("Add an expectation with 'topic: %(id)s', or take it out.") % {"id": short(id)}
            yield Finding(part.place, rule, fix)


def _feasible(part: Part) -> Iterator[Finding]:
    match part.items("feasible"):
        case [int() | float() as low, int() | float() as high] if low > high:
            numbers = {"low": shown(low), "high": shown(high)}
            rule = _("is upside down: it must run from low to high, but runs from %(low)s to %(high)s.") % numbers
            yield Finding((*part.place, "feasible"), rule, _("Write: feasible: [%(high)s, %(low)s]") % numbers)


def _roles(case: Part, names: Names) -> Iterator[Finding]:
    seen = set()
    for part in case.parts("roles"):
        for key in ("perceiver", "decides", "responsible"):
            yield from somebody(part, key, names)
        if part.keys.get("decides") is None and part.keys.get("responsible") is None:
            rule = _("must say who decides or who is responsible, but says neither.")
            yield Finding(part.place, rule, _("Add for example: decides: you"))
        claim = part.text("task"), part.text("perceiver")
        if claim in seen and None not in claim:
            rule = _("may be given once for a task, but %(who)s already says of %(task)s how they see it.")
            rule %= {"who": shown(claim[1]), "task": shown(claim[0])}
            yield Finding(part.place, rule, _("Make the two into one, or take one out."))
        seen.add(claim)


def _influences(case: Part, names: Names) -> Iterator[Finding]:
    seen = set()
    for part in case.parts("influences"):
        yield from somebody(part, "origin", names)
        yield from somebody(part, "target", names)
        yield from another(part, "origin", "target")
        yield from weak(part)
        way = _way(part)
        if way in seen and None not in way:
            rule = _("may be given once each way, but %(origin)s already acts on %(target)s.")
            rule %= {"origin": shown(way[0]), "target": shown(way[1])}
            yield Finding(part.place, rule, _("Make the two into one, or take one out."))
        seen.add(way)


def _agency(case: Part, names: Names) -> Iterator[Finding]:
    team = [id for actor in case.parts("actors") if actor.text("place") == "team" and (id := actor.text("id"))]
    for part in case.parts("agency"):
        origin = part.text("origin")
        yield from somebody(part, "origin", names)
        yield from somebody(part, "target", names)
        yield from another(part, "origin", "target", YOU)
        by = part.number("strength_by")
        if by is not None and 0 <= by < MIN_STRENGTH:
            rule = _("must be between %(low)s and %(high)s, but is %(got)s.")
            rule %= {"low": shown(MIN_STRENGTH), "high": 1, "got": shown(by)}
            fix = _("Put for example %(example)s here.") % {"example": 0.2}
            yield Finding((*part.place, "strength_by"), rule, fix)
        if origin is not None and origin != YOU and origin in names.known["actors"] and origin not in team:
            rule = _("must be 'you' or an actor of the team (%(known)s), but is %(got)s.")
            rule %= {"known": listed(team) or "–", "got": shown(origin)}
            fix = _("Take one of those, or give that actor: place: team")
            yield Finding((*part.place, "origin"), rule, fix)


def _layers(case: Part) -> Iterator[Finding]:
    arrows = [*case.parts("influences"), *case.parts("agency")]
    on_map = {arrow.text(end) for arrow in arrows for end in ("origin", "target")}
    for actor in case.parts("actors"):
        id = actor.text("id")
        if id is not None and id in on_map and actor.keys.get("layer") is None:
            rule = _("needs a layer, for %(id)s stands on the context map.") % {"id": shown(id)}
            fix = _("Add here: layer: … (one of %(layers)s)") % {"layers": listed(get_args(Layer))}
            yield Finding(actor.place, rule, fix)


def _way(part: Part) -> tuple[str | None, str | None]:
    return part.text("origin"), part.text("target")


def somebody(part: Part, key: str, names: Names) -> Iterator[Finding]:
    """The fault of an id under `key` that is neither an actor nor the player."""
    id = part.text(key)
    if id is None or id == YOU or names.may_be("actors", id):
        return
    known = [*names.known["actors"], YOU]
    rule = _("must be an id from '%(under)s' (%(known)s) or 'you', but is %(got)s.")
    rule %= {"under": "actors", "known": listed(names.known["actors"]) or "–", "got": shown(id)}
    yield Finding((*part.place, key), rule, repair(id, known))


def another(part: Part, one: str, other: str, default: str | None = None) -> Iterator[Finding]:
    """The fault of the same id under both keys; `default` is what the first one is where nothing is given."""
    id = part.text(other)
    if id is not None and id == (part.text(one) or default):
        rule = _("must be another than under '%(key)s', but both are %(got)s.") % {"key": one, "got": shown(id)}
        yield Finding((*part.place, other), rule, _("Put another id here, or take this item out."))

"""The concepts of the context: conditions that have a value, and effects that come to rest."""

from collections.abc import Iterator

from kit.case import Effect
from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.references import Names, known_under
from kit.casefile.relations import another
from kit.casefile.wording import listed, nearest, shown
from kit.language import _
from kit.models.scenario import sure_to_settle


def broken_network(case: Part, names: Names) -> Iterator[Finding]:
    """Conditions with a value that are no concept, effects of unknown concepts, and networks that may never settle."""
    for condition in case.parts("conditions"):
        id = condition.text("id")
        if condition.keys.get("value") is not None and id is not None and not names.may_be("concepts", id):
            known = names.known["concepts"]
            rule = _("must be a concept (%(known)s) for a 'value' to mean something, but is %(got)s.")
            rule %= {"known": listed(known) or "–", "got": shown(id)}
            near = nearest(id, known)
            fix = _("Take one of those, or take 'value' out.")
            yield Finding((*condition.place, "id"), rule, _near(near) if near else fix)
    yield from _effects(case, names)


def _near(near: str) -> str:
    return _("Did you mean %(near)s?") % {"near": shown(near)}


def _effects(case: Part, names: Names) -> Iterator[Finding]:
    effects: dict[tuple[str, str], Effect] = {}
    sound = len(case.parts("network")) == len(case.items("network"))
    for part in case.parts("network"):
        cause, on, weight = part.text("cause"), part.text("on"), part.number("weight")
        faults = [
            *known_under("concepts", (*part.place, "cause"), cause, names),
            *known_under("concepts", (*part.place, "on"), on, names),
            *another(part, "cause", "on"),
        ]
        yield from faults
        if faults or cause is None or on is None or weight is None or not -1 <= weight <= 1:
            sound = False
        elif (cause, on) in effects:
            sound = False
            rule = _("may be given once each way, but %(origin)s already acts on %(target)s.")
            rule %= {"origin": shown(cause), "target": shown(on)}
            yield Finding(part.place, rule, _("Make the two into one, or take one out."))
        else:
            effects[cause, on] = Effect(cause, on, weight)
    if sound and not sure_to_settle(effects.values()):
        rule = _("must be sure to come to rest, but here effects that go round may keep strengthening each other.")
        fix = _("Make weights smaller where a concept acts on itself by way of others.")
        yield Finding(("network",), rule, fix)

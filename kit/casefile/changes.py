"""What a choice, or an expectation that is spoken out, changes in the field: a force that is there to be changed."""

from collections.abc import Iterator

from kit.casefile.fault import Finding
from kit.casefile.graph import Ways
from kit.casefile.parts import Part
from kit.casefile.references import Names
from kit.casefile.wording import shown
from kit.language import _

_Pull = tuple[str | None, str | None]


def broken_changes(case: Part, ways: Ways, names: Names) -> Iterator[Finding]:
    """Changes that change nothing, and changes of forces that no moment has where they could be felt."""
    pulls: dict[str, set[_Pull]] = {}
    unclear = set()
    for id, moment in ways.moments.items():
        forces = moment.parts("forces")
        pulls[id] = {_pull(force) for force in forces}
        if not forces or len(forces) != len(moment.items("forces")) or not all(map(names.clear, forces)):
            unclear.add(id)
    for option in (option for moment in case.parts("moments") for option in moment.parts("options")):
        after = option.text("next")
        for effect in option.parts("effects"):
            yield from _changing_nothing(effect)
            if after is None or not ways.complete or not ways.knows(after) or not names.clear(effect):
                continue
            later = ways.reach(after)
            if later.isdisjoint(unclear) and not any(_pull(effect) in pulls.get(id, ()) for id in later):
                rule = _("must change a force of a later moment, but there %(actor)s does not pull on %(tension)s.")
                fix = _("Add that force to a later moment, or take the effect out.")
                yield Finding(effect.place, _of(rule, effect), fix)
    for change in (change for expectation in case.parts("expectations") for change in expectation.parts("changes")):
        yield from _changing_nothing(change)
        clear = ways.complete and not unclear and names.clear(change)
        if clear and not any(_pull(change) in pulled for pulled in pulls.values()):
            rule = _("must change a force of a moment, but nowhere does %(actor)s pull on %(tension)s.")
            yield Finding(change.place, _of(rule, change), _("Add that force to a moment, or take the change out."))


def _pull(part: Part) -> _Pull:
    return part.text("actor"), part.text("tension")


def _of(rule: str, change: Part) -> str:
    return rule % {"actor": shown(change.text("actor")), "tension": shown(change.text("tension"))}


def _changing_nothing(change: Part) -> Iterator[Finding]:
    if all(change.keys.get(key, 0) == 0 for key in ("strength_by", "toward_by")):
        rule = _("must change a force, but neither 'strength_by' nor 'toward_by' is given.")
        yield Finding(change.place, rule, _("Add for example: strength_by: 0.2"))

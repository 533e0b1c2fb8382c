"""What must be true of a case beyond the shape of its parts: references, provenance, positions, ways through.

The rules work on the tree, so that they run as far as they can where the shape has faults elsewhere.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.casefile.changes import broken_changes
from kit.casefile.fault import Finding
from kit.casefile.graph import Ways, broken_ways
from kit.casefile.identity import doubled, wrong_format, wrong_id
from kit.casefile.network import broken_network
from kit.casefile.parts import Part, all_parts
from kit.casefile.references import Names, broken_references
from kit.casefile.relations import broken_relations
from kit.casefile.strength import weak
from kit.casefile.wording import listed, short, shown
from kit.language import _

NUMBERS = ("strength", "toward", "position", "weight", "value")
"""Keys whose number tells where it comes from."""


def broken_rules(tree: dict[str, Any], path: Path) -> Iterator[Finding]:
    """All that breaks a rule in the case `tree`, read from the file `path`."""
    case = Part((), tree)
    ways = Ways(case)
    names = Names(case)
    yield from wrong_format(case)
    yield from wrong_id(case, path, "cases", "mijn-casus")
    yield from _duplicates(case)
    yield from broken_references(case, names, ways)
    yield from broken_provenance(case)
    for moment in case.parts("moments"):
        yield from broken_forces(moment)
        yield from _positions(moment, names)
        yield from _safety(moment)
    yield from broken_changes(case, ways, names)
    yield from broken_relations(case, names)
    yield from broken_network(case, names)
    yield from broken_ways(ways)


def _duplicates(case: Part) -> Iterator[Finding]:
    keys = ("actors", "tensions", "sources", "conditions", "topics", "agency", "concepts")
    groups = [case.parts(key) for key in keys]
    groups.append([*case.parts("moments"), *case.parts("endings")])  # `next` names either, so they share their ids
    groups.extend(moment.parts("options") for moment in case.parts("moments"))
    for group in groups:
        yield from doubled(group)


def broken_provenance(whole: Part) -> Iterator[Finding]:
    """Parts that say they lean on a source, and name none."""
    for part in all_parts(whole):
        provenance = part.text("provenance")
        if part.text("source") is not None or provenance not in ("bron", "interpretatie"):
            continue
        fix = _("Add: source: … (an id from 'sources'), or write: provenance: fictie")
        if provenance == "bron":
            rule = _("needs a source, for the provenance is 'bron'.")
        elif any(part.keys.get(key) is not None for key in NUMBERS):
            rule = _("needs a source: a number of which the provenance is not 'fictie' tells where it comes from.")
        else:
            continue
        yield Finding((*part.place, "provenance"), rule, fix)


def broken_forces(moment: Part) -> Iterator[Finding]:
    """Forces that are too weak to count, and an actor that pulls twice on one tension."""
    seen = set()
    for force in moment.parts("forces"):
        yield from weak(force)
        pull = force.text("actor"), force.text("tension")
        if None in pull:
            continue
        if pull in seen:
            rule = _("may pull once on a tension, but %(actor)s already pulls on %(tension)s.")
            fix = _("Make the two into one force, or take one out.")
            yield Finding(force.place, rule % {"actor": shown(pull[0]), "tension": shown(pull[1])}, fix)
        seen.add(pull)


def _positions(moment: Part, names: Names) -> Iterator[Finding]:
    forces = moment.parts("forces")
    if len(forces) != len(moment.items("forces")) or not all(map(names.clear, forces)):
        return  # what the tensions of this moment are is not clear yet
    played = dict.fromkeys(str(force.text("tension")) for force in forces)
    for option in moment.parts("options"):
        if not isinstance(option.keys.get("positions"), dict):
            continue
        positions = option.group("positions")
        for tension in played:
            if tension not in positions.keys:
                rule = _("must have a place on every tension of the moment, but misses %(tension)s.")
                fix = _("Add: %(tension)s: a number from -1 to 1.") % {"tension": short(tension)}
                yield Finding(positions.place, rule % {"tension": shown(tension)}, fix)
        for tension in positions.keys:
            # A tension that nothing defines has a fault of its own already.
            if tension not in played and tension in names.known["tensions"]:
                rule = _("may have a place only where a force of the moment pulls (%(played)s), not on %(tension)s.")
                rule %= {"played": listed(played), "tension": shown(tension)}
                fix = _("Take it out, or add a force that pulls on it.")
                yield Finding((*positions.place, tension), rule, fix)


def _safety(moment: Part) -> Iterator[Finding]:
    answers = moment.group("safety").parts("answers")
    if answers and all(answer.keys.get("settled") is False for answer in answers):
        rule = _("must have an answer that settles the threshold, but none has 'settled: true'.")
        fix = _("Write 'settled: true' with the answer after which the weighing may begin.")
        yield Finding((*moment.place, "safety", "answers"), rule, fix)

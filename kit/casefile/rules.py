"""What must be true of a case beyond the shape of its parts: references, provenance, positions, ways through.

The rules work on the tree, so that they run as far as they can where the shape has faults elsewhere.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.casefile.changes import broken_changes
from kit.casefile.fault import Finding
from kit.casefile.graph import Ways, broken_ways
from kit.casefile.network import broken_network
from kit.casefile.parts import Part, all_parts
from kit.casefile.references import Names, broken_references
from kit.casefile.relations import broken_relations
from kit.casefile.strength import weak
from kit.casefile.wording import is_id, listed, short, shown
from kit.language import _

NUMBERS = ("strength", "toward", "position", "weight", "value")
"""Keys whose number tells where it comes from."""


def broken_rules(tree: dict[str, Any], path: Path) -> Iterator[Finding]:
    """All that breaks a rule in the case `tree`, read from the file `path`."""
    case = Part((), tree)
    ways = Ways(case)
    names = Names(case)
    yield from _format(case)
    yield from _id(case, path)
    yield from _duplicates(case)
    yield from broken_references(case, names, ways)
    yield from _provenance(case)
    for moment in case.parts("moments"):
        yield from _forces(moment)
        yield from _positions(moment, names)
        yield from _safety(moment)
    yield from broken_changes(case, ways, names)
    yield from broken_relations(case, names)
    yield from broken_network(case, names)
    yield from broken_ways(ways)


def _format(case: Part) -> Iterator[Finding]:
    given = case.keys.get("format")
    if given == 1 and not (isinstance(given, int) and not isinstance(given, bool)):
        # To Python true and 1.0 equal 1; to a later version of the kit they may not.
        rule = _("must be %(allowed)s, but is %(got)s.") % {"allowed": 1, "got": json.dumps(given)}
        yield Finding(("format",), rule, _("Write: %(key)s: %(example)s") % {"key": "format", "example": 1})


def _id(case: Part, path: Path) -> Iterator[Finding]:
    id = case.text("id")
    if id is None:
        return
    if not is_id(id):
        rule = _("may hold small letters, digits and hyphens, at most 60, but is %(got)s.") % {"got": shown(id)}
        fix = re.sub(r"[^a-z0-9_-]+", "-", id[:60].lower()).strip("-_") or "mijn-casus"
        yield Finding(("id",), rule, _("Write for example: id: %(id)s") % {"id": fix})
    elif path.parent.name == "cases" and id != path.stem:
        rule = _("must be the name of the file, %(name)s, but is %(got)s.")
        fix = _("Write: id: %(name)s – or give the file the name %(file)s.")
        rule %= {"name": shown(path.stem), "got": shown(id)}
        yield Finding(("id",), rule, fix % {"name": path.stem, "file": shown(f"{id}.yaml")})


def _duplicates(case: Part) -> Iterator[Finding]:
    keys = ("actors", "tensions", "sources", "conditions", "topics", "agency", "concepts")
    groups = [case.parts(key) for key in keys]
    groups.append([*case.parts("moments"), *case.parts("endings")])  # `next` names either, so they share their ids
    groups.extend(moment.parts("options") for moment in case.parts("moments"))
    for group in groups:
        seen = set()
        for part in group:
            id = part.text("id")
            if id in seen:
                rule = _("must be an id of its own, but %(id)s is already in use.") % {"id": shown(id)}
                yield Finding((*part.place, "id"), rule, _("Give this one another id."))
            elif id is not None:
                seen.add(id)


def _provenance(case: Part) -> Iterator[Finding]:
    for part in all_parts(case):
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


def _forces(moment: Part) -> Iterator[Finding]:
    seen = set()
    for force in moment.parts("forces"):
        yield from weak(force)
        pull = force.text("actor"), force.text("tension")
        if None in pull:
            continue
        if pull in seen:
            rule = _("may pull once on a tension in a moment, but %(actor)s already pulls on %(tension)s.")
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

"""References within a case: every id that is named exists, and every source is used."""

from collections.abc import Iterable, Iterator

from kit.casefile.fault import Finding, Place
from kit.casefile.graph import Ways
from kit.casefile.parts import Part, all_parts
from kit.casefile.shared import shared_parts
from kit.casefile.wording import listed, nearest, short, shown
from kit.language import _


class Names:
    """The ids that a case, or a board, defines, by the key they stand under ("actors", "tensions", "sources" …)."""

    def __init__(self, case: Part) -> None:
        keys = ("actors", "tensions", "sources", "topics", "concepts")
        self.known = {key: {id: None for part in case.parts(key) if (id := part.text("id"))} for key in keys}
        # Where a definition has no sound id yet, a name that seems unknown may be the one it was meant to have.
        self._complete = {key: self._all_named(case, key) for key in keys}

    @staticmethod
    def _all_named(case: Part, key: str) -> bool:
        if key not in case.keys:
            return key not in ("actors", "tensions")
        named = [part for part in case.parts(key) if part.text("id")]
        return isinstance(case.keys[key], list) and len(named) == len(case.items(key))

    def clear(self, part: Part) -> bool:
        """Whether `part` (a force, a change) names an actor and a tension that exist."""
        actor, tension = part.text("actor"), part.text("tension")
        return actor in self.known["actors"] and tension in self.known["tensions"]

    def may_be(self, key: str, id: str) -> bool:
        """Whether `id` is known under `key`, as far as that can be told."""
        return id in self.known[key] or not self._complete[key]


def broken_references(case: Part, names: Names, ways: Ways) -> Iterator[Finding]:
    """Names of actors, tensions, sources, moments and endings that do not exist; sources that nothing uses."""
    for moment in case.parts("moments"):
        for force in moment.parts("forces"):
            yield from pull(force, names)
        for option in moment.parts("options"):
            for tension in option.group("positions").keys:
                yield from known_under("tensions", (*option.place, "positions", tension), tension, names)
            for effect in option.parts("effects"):
                yield from pull(effect, names)
            target = option.text("next")
            if target is not None and ways.complete and not ways.knows(target):
                rule = _("must be the id of a moment or an ending (%(known)s), but is %(got)s.")
                known = [*ways.moments, *ways.endings]
                rule %= {"known": listed(known), "got": shown(target)}
                yield Finding((*option.place, "next"), rule, repair(target, known))
    yield from broken_sources(case, names)


def pull(part: Part, names: Names) -> Iterator[Finding]:
    """The faults of a `part` (a force, a change) whose actor or tension does not exist."""
    yield from known_under("actors", (*part.place, "actor"), part.text("actor"), names)
    yield from known_under("tensions", (*part.place, "tension"), part.text("tension"), names)


def known_under(under: str, place: Place, id: str | None, names: Names) -> Iterator[Finding]:
    """The fault of an `id` at `place` that is not among those under the key `under`."""
    if id is None or names.may_be(under, id):
        return
    known = names.known[under]
    rule = _("must be an id from '%(under)s' (%(known)s), but is %(got)s.")
    yield Finding(place, rule % {"under": under, "known": listed(known) or "–", "got": shown(id)}, repair(id, known))


def repair(id: str, known: Iterable[str]) -> str:
    """What to do about an `id` that is not among the `known`."""
    near = nearest(id, known)
    return _("Did you mean %(near)s?") % {"near": shown(near)} if near else _("Take one of those, or add it there.")


def broken_sources(case: Part, names: Names) -> Iterator[Finding]:
    """Sources that are named and not there, and those that are there and that nothing names."""
    used, all_known = set(), True
    for part in all_parts(case):
        source = part.text("source")
        if source is None:
            continue
        used.add(source)
        if names.may_be("sources", source):
            continue
        all_known = False
        if source in shared_parts("sources"):
            rule = _("must be an id from 'sources', and %(got)s is not there yet.") % {"got": shown(source)}
            yield Finding((*part.place, "source"), rule, _("Add under 'sources': - %(id)s") % {"id": source})
        else:
            yield from known_under("sources", (*part.place, "source"), source, names)
    for part in case.parts("sources"):
        id = part.text("id")
        # With an unknown source somewhere, this may be the one that was meant.
        if all_known and id is not None and id not in used:
            rule = _("must be used, but nothing in the file refers to %(id)s.") % {"id": shown(id)}
            fix = _("Write 'source: %(id)s' where you lean on it, or take it out.") % {"id": short(id)}
            yield Finding(part.place, rule, fix)

"""The ways through a case: which moments follow which, and what cannot be reached."""

from collections.abc import Iterator

from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.wording import listed, short, shown
from kit.language import _


class Ways:
    """Where each moment leads.

    A `next` that names nothing known (a fault of its own), and a moment without options, are taken to lead
    anywhere: one slip of the pen must not make half of the case unreachable.
    """

    def __init__(self, case: Part) -> None:
        moments, endings = case.parts("moments"), case.parts("endings")
        self.moments = {id: moment for moment in moments if (id := moment.text("id"))}
        self.endings = {id: ending for ending in endings if (id := ending.text("id"))}
        named = [part for part in (*moments, *endings) if part.text("id")]
        self.complete = bool(moments and endings) and len(named) == len(case.items("moments") + case.items("endings"))
        self.start = moments[0].text("id") if moments else None
        self._next = {id: self._leads_to(moment) for id, moment in self.moments.items()}
        self._reach: dict[str, frozenset[str]] = {}

    def knows(self, id: str | None) -> bool:
        """Whether `id` is a moment or an ending."""
        return id in self.moments or id in self.endings

    def _leads_to(self, moment: Part) -> set[str]:
        targets = [option.text("next") for option in moment.parts("options")]
        if not targets or not all(map(self.knows, targets)):
            return {*self.moments, *self.endings}
        return {target for target in targets if target}

    def reach(self, id: str) -> frozenset[str]:
        """`id` and every moment and ending that can come after it."""
        if id not in self._reach:
            seen, waiting = {id}, [id]
            while waiting:
                new = self._next.get(waiting.pop(), set()) - seen
                seen |= new
                waiting += new
            self._reach[id] = frozenset(seen)
        return self._reach[id]

    def stuck(self) -> set[str]:
        """The moments from which no ending can be reached."""
        before: dict[str, list[str]] = {}
        for moment, targets in self._next.items():
            for target in targets:
                before.setdefault(target, []).append(moment)
        free, waiting = set(self.endings), list(self.endings)
        while waiting:
            new = set(before.get(waiting.pop(), ())) - free
            free |= new
            waiting += new
        return set(self.moments) - free


def broken_ways(ways: Ways) -> Iterator[Finding]:
    """Moments and endings that nothing leads to, and moments that lead to no ending."""
    if not ways.complete or ways.start is None:
        return
    reached = ways.reach(ways.start)
    for id, part in {**ways.moments, **ways.endings}.items():
        if id not in reached:
            rule = _("must be reachable from the first moment, but no option leads to %(id)s.") % {"id": shown(id)}
            yield Finding(part.place, rule, _("Let an option have: next: %(id)s – or take it out.") % {"id": short(id)})
    for id in ways.stuck() & reached:
        rule = _("must lead to an ending, but from %(id)s on none can be reached.") % {"id": shown(id)}
        fix = _("Let an option here, or in a moment that follows, have an ending as 'next': %(endings)s.")
        yield Finding(ways.moments[id].place, rule, fix % {"endings": listed(ways.endings)})

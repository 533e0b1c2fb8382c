"""The expectation map: who expects what of whom, what of it is said, and which conversations are still to be had.

After Verweij and Spierts (2020): expectations of municipality, partners, own organisation and residents clash, and
saying them aloud happens too little. Alignment is after Godet's MACTOR; the other formulas are ours. Speaking takes
away what is hidden and leaves the clash: talking is not yet agreeing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import fsum
from typing import TYPE_CHECKING

from kit.case import Expectation, Status

if TYPE_CHECKING:
    import pandas

__all__ = ["Agenda", "Clash", "Expectation", "ExpectationMap", "Status"]


@dataclass(frozen=True)
class Clash:
    """Two expectations that cannot both be met in full: of the same addressee, or of each other.

    size: from 0 to 1, for strong expectations that lie far apart; hidden: the part of it that nobody has said.
    """

    one: Expectation
    other: Expectation
    size: float
    hidden: float

    @property
    def facing(self) -> bool:
        """Whether the two expect it of each other, rather than both of a third."""
        return self.one.holder == self.other.addressee

    @property
    def unspoken(self) -> tuple[Expectation, ...]:
        """Those of the two that are still to be said: assumed or unspoken."""
        return tuple(e for e in (self.one, self.other) if e.status != "spoken")


@dataclass(frozen=True)
class Agenda:
    """The conversations still to be had; each list has the largest first, and equals in order of topic and name.

    speak_out (*uitspreken*): clashes with a hidden part. ask (*navragen*): expectations that are misread.
    limit (*begrenzen*): expectations that overreach, as long as the addressee has not told its limit.
    """

    speak_out: tuple[Clash, ...]
    ask: tuple[Expectation, ...]
    limit: tuple[Expectation, ...]


@dataclass(frozen=True, init=False)
class ExpectationMap:
    """Who expects what of whom: at most one expectation for each holder, addressee and topic.

    Kept in order of topic, addressee and holder, so that the order of entry changes nothing. The moves return a
    changed map and leave this one; they raise KeyError where there is no such expectation.
    Raises ValueError where two expectations have the same holder, addressee and topic.
    """

    expectations: tuple[Expectation, ...]

    def __init__(self, expectations: Iterable[Expectation]) -> None:
        ordered = tuple(sorted(expectations, key=_key))
        for one, other in pairwise(ordered):
            if _key(one) == _key(other):
                raise ValueError(
                    "there must be one expectation for each holder, addressee and topic; "
                    f"got two of {one.holder!r} from {one.addressee!r} on {one.topic!r}"
                )
        object.__setattr__(self, "expectations", ordered)

    def get(self, holder: str, addressee: str, topic: str) -> Expectation:
        """What `holder` expects of `addressee` on `topic`; KeyError names what there is."""
        for e in self.expectations:
            if (e.holder, e.addressee, e.topic) == (holder, addressee, topic):
                return e
        there = "; ".join(f"{e.holder} of {e.addressee} on {e.topic}" for e in self.expectations) or "none"
        raise KeyError(f"no expectation of {holder!r} from {addressee!r} on {topic!r}; there are: {there}")

    def clashes(self) -> tuple[Clash, ...]:
        """All clashes, the largest first: same topic, and the same addressee or facing each other."""
        found = []
        for one, other in combinations(self.expectations, 2):
            facing = (one.holder, one.addressee) == (other.addressee, other.holder)
            if one.topic != other.topic or not (facing or one.addressee == other.addressee):
                continue
            size = one.strength * other.strength * abs(one.position - other.position) / 2
            if size > 0:
                found.append(Clash(one, other, size, size * (1 - (one.visible + other.visible) / 2)))
        return tuple(sorted(found, key=lambda clash: _rank(clash.size)))

    def alignment(self, a: str, b: str) -> float | None:
        """How far two holders expect the same of the same addressees: 1 the same, -1 opposite ends.

        Weighed by both strengths over the topics and addressees they share; None where they share none that counts.
        After the convergence of actors in Godet's MACTOR.
        """
        of_a = {(e.topic, e.addressee): e for e in self.expectations if e.holder == a}
        pairs = [(of_a[e.topic, e.addressee], e) for e in self.expectations if e.holder == b and _shared(e) in of_a]
        weight = fsum(x.strength * y.strength for x, y in pairs)
        if weight == 0:
            return None
        return fsum(x.strength * y.strength * (1 - abs(x.position - y.position)) for x, y in pairs) / weight

    def agenda(self) -> Agenda:
        """The conversations still to be had, in three lists."""
        hidden = [clash for clash in self.clashes() if clash.hidden > 0]
        misread = [e for e in self.expectations if e.misreading > 0]
        overreaching = [e for e in self.expectations if e.overreach > 0 and not e.limited]
        return Agenda(
            speak_out=tuple(sorted(hidden, key=lambda c: (_rank(c.hidden), _key(c.one), _key(c.other)))),
            ask=tuple(sorted(misread, key=lambda e: _rank(e.misreading))),
            limit=tuple(sorted(overreaching, key=lambda e: _rank(e.overreach))),
        )

    def speak_out(self, holder: str, addressee: str, topic: str) -> "ExpectationMap":
        """*Uitspreken*: the holder says it, and from then on the addressee knows it for what it is."""
        told = self.get(holder, addressee, topic)
        return self._with(told, replace(told, status="spoken", believed=told.position))

    def ask(self, holder: str, addressee: str, topic: str) -> "ExpectationMap":
        """*Navragen*: the addressee asks what is expected, and believes it from then on."""
        asked = self.get(holder, addressee, topic)
        return self._with(asked, replace(asked, believed=asked.position))

    def adjust(self, holder: str, addressee: str, topic: str, position: float, reason: str) -> "ExpectationMap":
        """*Bijstellen*: the holder comes to expect something else, for a reason.

        The new position is nobody's but the one who adjusts: it no longer rests on a source. Raises ValueError for
        a position outside -1 to 1 or an empty reason.
        """
        if not reason.strip():
            raise ValueError(f"an adjustment must have a reason in words, got {reason!r}")
        old = self.get(holder, addressee, topic)
        return self._with(old, replace(old, position=position, reason=reason, provenance="fictie", source=None))

    def limit(
        self, holder: str, addressee: str, topic: str, feasible: tuple[float, float] | None = None
    ) -> "ExpectationMap":
        """*Begrenzen*: the addressee tells what it can honour; what the holder expects stays.

        feasible: that limit, from low to high; without it, the one already known. Raises ValueError where there is
        neither, or where it is upside down.
        """
        asked = self.get(holder, addressee, topic)
        told = asked.feasible if feasible is None else feasible
        if told is None:
            raise ValueError("a limit must run from low to high within -1 to 1; got none, and none was known")
        clear = replace(asked, status="spoken", believed=asked.position, feasible=told, limited=True)
        return self._with(asked, clear)

    def contradict(
        self, holder: str, addressee: str, topic: str, position: float, strength: float, why: str = ""
    ) -> "ExpectationMap":
        """*Tegenspreken*: the addressee answers with a spoken expectation of the holder on the same topic.

        Raises ValueError where the addressee already expects something of the holder there: that is to be spoken
        out or adjusted instead.
        """
        self.get(holder, addressee, topic)
        if any((e.holder, e.addressee, e.topic) == (addressee, holder, topic) for e in self.expectations):
            raise ValueError(
                f"a contradiction must be new, but {addressee!r} already expects something of {holder!r} on "
                f"{topic!r}: speak it out, or adjust it"
            )
        counter = Expectation(addressee, holder, topic, position, strength, "spoken", believed=position, why=why)
        return ExpectationMap((*self.expectations, counter))

    def to_frame(self) -> "pandas.DataFrame":
        """One row an expectation, with its misreading and overreach. Needs pandas, imported only here."""
        import pandas

        columns = ("holder", "addressee", "topic", "position", "strength", "status", "misreading", "overreach")
        return pandas.DataFrame(
            [[getattr(e, column) for column in columns] for e in self.expectations], columns=list(columns)
        )

    def _with(self, old: Expectation, new: Expectation) -> "ExpectationMap":
        return ExpectationMap(new if e is old else e for e in self.expectations)


def _key(e: Expectation) -> tuple[str, str, str]:
    return e.topic, e.addressee, e.holder


def _shared(e: Expectation) -> tuple[str, str]:
    return e.topic, e.addressee


def _rank(size: float) -> float:
    """Largest first; sizes that differ by rounding only are equal, and keep the order of the map."""
    return -round(size, 12)

"""What an expectation map says, in sentences: for the panel beside it, for a screen reader, and for the agreements.

`you` is the learner wherever somebody may stand. Amounts are told in words that are coarser than the numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from kit.case import YOU, Case, Expectation, Pole, Status, Tension, Topic
from kit.figures import words
from kit.language import _
from kit.models.expectation import Clash, ExpectationMap

Conversation = Literal["speak_out", "ask", "limit"]
"""Which conversation a row of the agenda asks for: *uitspreken*, *navragen* or *begrenzen*."""

OPPOSITE = 1.0
"""Two places at least this far apart on an axis of length 2 are told as opposites."""

_SAME = 1e-9

_ARTICLES = {"De", "Het", "Een", "Eigen", "Mijn", "Onze", "Jouw", "The", "My"}
"""First words of a name that are written small inside a sentence."""


@dataclass(frozen=True)
class Row:
    """One conversation to have. size: how much it is about, from 0 to 1, to compare rows of one kind with."""

    kind: Conversation
    expectation: Expectation
    size: float
    text: str


@dataclass(frozen=True)
class Clashing:
    """How much clashes in one view, and how much of that nobody has said; sums over the clashes, 0 or more."""

    size: float
    hidden: float


def name(case: Case, id: str) -> str:
    """Somebody as a label: the whole name."""
    return _("You") if id == YOU else case.actor(id).name


def begin(case: Case, id: str) -> str:
    """Somebody as a sentence begins with them: without what follows a comma, as in 'Noor, community worker'."""
    return name(case, id).partition(",")[0]


def inside(case: Case, id: str) -> str:
    """Somebody as the subject inside a sentence: `you`, or an article that is part of a name, loses its capital."""
    if id == YOU:
        return _("You").lower()
    first, space, rest = begin(case, id).partition(" ")
    return f"{first.lower() if first in _ARTICLES else first}{space}{rest}"


def topic(case: Case, id: str) -> Topic:
    """The topic with this id. Raises KeyError, with the ids there are."""
    for one in case.topics:
        if one.id == id:
            return one
    raise KeyError(f"no topic {id!r}; there are {', '.join(one.id for one in case.topics)}")


def place_words(x: float, on: Topic) -> str:
    """Where a place from -1 to 1 lies between the two ends of a topic."""
    ends = Tension(id=on.id, question=on.question, left=Pole(name=on.left), right=Pole(name=on.right))
    return words.place_words(x, ends)


def status_words(status: Status) -> str:
    """Whether it was said to the addressee."""
    return {"spoken": _("spoken"), "assumed": _("assumed"), "unspoken": _("left unsaid")}[status]


def in_view(map: ExpectationMap, addressee: str) -> tuple[Expectation, ...]:
    """What is expected of `addressee`, and what the addressee expects back of those people on the same topics."""
    of = {(e.holder, e.topic) for e in map.expectations if e.addressee == addressee}
    return tuple(
        e
        for e in map.expectations
        if e.addressee == addressee or (e.holder == addressee and (e.addressee, e.topic) in of)
    )


def clashes_in_view(map: ExpectationMap, addressee: str) -> tuple[Clash, ...]:
    """The clashes between expectations in view, the largest first."""
    shown = in_view(map, addressee)
    return tuple(clash for clash in map.clashes() if clash.one in shown and clash.other in shown)


def clashing(map: ExpectationMap, addressee: str) -> Clashing:
    """How much clashes in the view of one addressee."""
    clashes = clashes_in_view(map, addressee)
    return Clashing(fsum(clash.size for clash in clashes), fsum(clash.hidden for clash in clashes))


def expectation_words(case: Case, e: Expectation) -> str:
    """One expectation as a sentence: who, of whom, what, how heavily, and whether it was said."""
    sentence = _by(
        e,
        _("You expect of %(addressee)s: %(place)s; %(strength)s; %(status)s."),
        _("%(Holder)s expects of you: %(place)s; %(strength)s; %(status)s."),
        _("%(Holder)s expects of %(addressee)s: %(place)s; %(strength)s; %(status)s."),
    )
    return sentence % {
        **_names(case, e),
        "place": place_words(e.position, topic(case, e.topic)),
        "strength": words.strength_words(e.strength),
        "status": status_words(e.status),
    }


def belief_words(case: Case, e: Expectation) -> str:
    """What the addressee thinks the holder wants; "" where that is unknown or no different."""
    if e.believed is None or e.misreading == 0:
        return ""
    sentence = _by(
        e,
        _("%(Addressee)s thinks that you want this: %(place)s."),
        _("You think that %(holder)s wants this: %(place)s."),
        _("%(Addressee)s thinks that %(holder)s wants this: %(place)s."),
    )
    return sentence % {**_names(case, e), "place": place_words(e.believed, topic(case, e.topic))}


def feasible_words(case: Case, e: Expectation) -> str:
    """What the addressee can honour; "" where that is unknown."""
    if e.feasible is None:
        return ""
    on = topic(case, e.topic)
    low, high = (place_words(x, on) for x in e.feasible)
    if low == high:
        return _("What can be honoured: %(place)s.") % {"place": low}
    return _("What can be honoured: %(low)s – %(high)s.") % {"low": low, "high": high}


def agenda_rows(case: Case, map: ExpectationMap) -> tuple[Row, ...]:
    """The conversations still to be had: first speaking out, then asking, then limiting; each the largest first.

    A clash that both sides left unsaid gives two rows; an expectation in several clashes stands with the largest.
    """
    agenda, rows, seen = map.agenda(), [], set()
    for clash in agenda.speak_out:
        for e in clash.unspoken:
            key = (e.holder, e.addressee, e.topic)
            if key not in seen:
                seen.add(key)
                rows.append(Row("speak_out", e, clash.hidden, _speak_words(case, e, clash)))
    rows += [Row("ask", e, e.misreading, _ask_words(case, e)) for e in agenda.ask]
    rows += [Row("limit", e, e.overreach, _limit_words(case, e)) for e in agenda.limit]
    return tuple(rows)


def headline(case: Case, map: ExpectationMap, addressee: str) -> str:
    """The one sentence beside the map: what is most hidden here, or that all is said and the clash remains."""
    clashes = clashes_in_view(map, addressee)
    hidden = sorted((clash for clash in clashes if clash.hidden > _SAME), key=lambda clash: -round(clash.hidden, 12))
    if hidden:
        return _hidden_words(case, hidden[0])
    if clashes:
        return _("Everything that clashes here has been said. The clash is still there: talking is not yet agreeing.")
    shown = in_view(map, addressee)
    if not shown:
        return _("No expectations are on the map here.")
    if any(e.misreading > 0 for e in shown):
        return _("Nothing clashes here, but something is misunderstood.")
    return _("Nothing clashes here: as far as the map knows, everyone expects the same.")


def clash_words(now: Clashing) -> str:
    """How much clashes and how much of it is hidden, for one side of before and after."""
    if now.size <= _SAME:
        return _("Nothing clashes.")
    share = now.hidden / now.size
    if share <= _SAME:
        return _("Everything has been said; nothing is hidden.")
    if share < 0.35:
        return _("A part of the clash is hidden.")
    if share < 0.75:
        return _("About half of the clash is hidden.")
    return _("Most of the clash is hidden.")


def changed_words(before: Clashing, after: Clashing) -> str:
    """What came of the moves in one view: the clash and its hidden part, each told apart."""
    less_hidden = after.hidden < before.hidden - _SAME
    if after.size > before.size + _SAME:
        return _("There is more that clashes than before: there is something to talk about.")
    if after.size < before.size - _SAME:
        return _("The clash is smaller: somebody has come to expect something else.")
    if less_hidden and after.hidden <= _SAME:
        return _("Nothing is hidden any more. The clash is as large as it was: talking is not yet agreeing.")
    if less_hidden:
        return _("Less is hidden. The clash is as large as it was: talking is not yet agreeing.")
    if after.hidden > before.hidden + _SAME:
        return _("More is hidden than before: what is expected now was not said.")
    return _("The clash is as it was. Something else may have become clear.")


def _by(e: Expectation, mine: str, yours: str, theirs: str) -> str:
    return mine if e.holder == YOU else yours if e.addressee == YOU else theirs


def _names(case: Case, e: Expectation) -> dict[str, str]:
    return {
        "holder": inside(case, e.holder),
        "Holder": begin(case, e.holder),
        "addressee": inside(case, e.addressee),
        "Addressee": begin(case, e.addressee),
        "question": topic(case, e.topic).question,
    }


def _speak_words(case: Case, e: Expectation, clash: Clash) -> str:
    other = clash.other if clash.one is e else clash.one
    sentence = _by(
        e,
        _("You tell %(addressee)s what you expect about '%(question)s'."),
        _("%(Holder)s tells you what to expect about '%(question)s'."),
        _("%(Holder)s tells %(addressee)s what to expect about '%(question)s'."),
    ) % _names(case, e)
    if other.holder == YOU:
        return f"{sentence} " + _("That clashes with what you expect.")
    return f"{sentence} " + _("That clashes with what %(other)s expects.") % {"other": inside(case, other.holder)}


def _ask_words(case: Case, e: Expectation) -> str:
    asks = _by(
        e,
        _("%(Addressee)s asks you whether that is so."),
        _("Find out whether that is so."),
        _("%(Addressee)s asks %(holder)s whether that is so."),
    )
    return f"{belief_words(case, e)} {asks % _names(case, e)}"


def _limit_words(case: Case, e: Expectation) -> str:
    sentence = _by(
        e,
        _("You ask more than %(addressee)s can honour about '%(question)s'. %(Addressee)s tells where the limit lies."),
        _("%(Holder)s asks more than you can honour about '%(question)s'. Tell where your limit lies."),
        _(
            "%(Holder)s asks more than %(addressee)s can honour about '%(question)s'. "
            "%(Addressee)s tells where the limit lies."
        ),
    )
    return sentence % _names(case, e)


def _hidden_words(case: Case, clash: Clash) -> str:
    """The largest hidden clash: who expects what, and who has not said so."""
    # Who has said it comes first, so that the sentence ends on who has not.
    one, other = sorted((clash.one, clash.other), key=lambda e: -e.visible)
    named = [e for e in (one, other) if e.holder != YOU]
    apart = abs(one.position - other.position) >= OPPOSITE
    if len(named) == 2:
        told = _("%(a)s and %(b)s expect opposite things.") if apart else _("%(a)s and %(b)s expect different things.")
        told %= {"a": begin(case, one.holder), "b": inside(case, other.holder)}
    else:
        told = (
            _("You and %(b)s expect opposite things.") if apart else _("You and %(b)s expect different things.")
        ) % {"b": inside(case, named[0].holder)}
    return f"{told} {_unsaid_words(case, clash.unspoken)}"


def _unsaid_words(case: Case, unsaid: Sequence[Expectation]) -> str:
    if len(unsaid) == 2:
        return _("Neither has said so.")
    (e,) = unsaid
    if e.holder == YOU:
        return _("You never said so.") if e.status == "unspoken" else _("You assume that this is clear.")
    sentence = (
        _("%(holder)s has never said so.") if e.status == "unspoken" else _("%(holder)s assumes that this is clear.")
    )
    return sentence % {"holder": begin(case, e.holder)}

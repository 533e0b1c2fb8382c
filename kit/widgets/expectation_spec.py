"""What the browser needs to draw an expectation map: once the topics, people and words; after each move the rest."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from kit.case import YOU, Case, Expectation
from kit.figures import expectation_words as say
from kit.figures import words
from kit.figures.theme import ACCENT, actor_colours
from kit.language import _, language
from kit.models.expectation import ExpectationMap

_PLACES = (0.0, *(sum(pair) / 2 for pair in pairwise((*words.PLACE_LIMITS, 1.0))))
_STRENGTHS = (0.0, *(sum(pair) / 2 for pair in pairwise((0.0, *words.STRENGTH_LIMITS, 1.0))))
"""One value for each wording, so that the browser can put a place or a strength into the same words at once."""


def key(e: Expectation) -> str:
    """What a view calls an expectation: "holder@addressee@topic"."""
    return f"{e.holder}@{e.addressee}@{e.topic}"


def drawing(case: Case, most: int) -> dict[str, Any]:
    """What stays the same while moves are made. most: characters that a reason may hold."""
    colours = {YOU: ACCENT, **actor_colours(case)}
    used = {id for e in case.expectations for id in (e.holder, e.addressee)}
    return {
        "lang": language(),
        "topics": [
            {
                "id": topic.id,
                "question": topic.question,
                "left": topic.left,
                "right": topic.right,
                "places": [[say.place_words(side * place, topic) for place in _PLACES] for side in (-1, 1)],
            }
            for topic in case.topics
        ],
        "people": {
            id: {"name": say.name(case, id), "light": colours[id].light, "dark": colours[id].dark}
            for id in (YOU, *(actor.id for actor in case.actors))
            if id in used
        },
        "limits": {"place": words.PLACE_LIMITS, "strength": words.STRENGTH_LIMITS},
        "strengths": [words.strength_words(strength) for strength in _STRENGTHS],
        "most": most,
        "words": _controls(),
    }


def view(case: Case, before: ExpectationMap, after: ExpectationMap, addressee: str, moves: Sequence[Any]) -> Any:
    """What the view of one addressee shows and says now; plain data, no larger than it must be."""
    shown = say.in_view(after, addressee)
    keys = {key(e) for e in shown}
    rows = [row for row in say.agenda_rows(case, after) if key(row.expectation) in keys]
    was, now = say.clashing(before, addressee), say.clashing(after, addressee)
    full = max(was.size, now.size) or 1.0
    changed = say.changed_words(was, now) if moves else _("Choose a conversation and see what changes.")
    return {
        "title": title(case, addressee),
        "people": [[id, say.name(case, id)] for id in addressees(case, after)],
        "sentence": say.headline(case, after, addressee),
        "marks": [_mark(case, before, after, e, addressee) for e in shown],
        "arcs": [
            [key(clash.one), key(clash.other), round(clash.size, 3)] for clash in say.clashes_in_view(after, addressee)
        ],
        "agenda": [
            {"kind": row.kind, "key": key(row.expectation), "text": row.text, "size": round(row.size, 3)}
            for row in rows
        ],
        "sides": [
            {
                "size": round(side.size / full, 3),
                "hidden": round(side.hidden / full, 3),
                "words": say.clash_words(side),
                "small": _small(map, addressee),
            }
            for side, map in ((was, before), (now, after))
        ],
        "changed": changed,
        "done": [move_words(case, move) for move in moves],
    }


def title(case: Case, addressee: str) -> str:
    """The question above a view."""
    if not addressee:
        return _("What do they expect of each other?")
    if addressee == YOU:
        return _("What do they expect of you?")
    return _("What is expected of %(addressee)s?") % {"addressee": say.inside(case, addressee)}


def addressees(case: Case, map: ExpectationMap) -> list[str]:
    """Everyone of whom something is expected: the learner first, the others in the order of the case."""
    asked = {e.addressee for e in map.expectations}
    return [id for id in (YOU, *(actor.id for actor in case.actors)) if id in asked]


def move_words(case: Case, move: Sequence[Any]) -> str:
    """A move that was made, in a line: what was done, with whom, on which topic."""
    kind, holder, addressee, topic = move[:4]
    return _("%(move)s: %(holder)s – %(addressee)s, '%(question)s'") % {
        "move": _moves()[kind],
        "holder": say.begin(case, holder),
        "addressee": say.inside(case, addressee),
        "question": say.topic(case, topic).question,
    }


def _mark(case: Case, before: ExpectationMap, after: ExpectationMap, e: Expectation, addressee: str) -> dict[str, Any]:
    lines = [say.belief_words(case, e), say.feasible_words(case, e)]
    if e.reason:
        lines.append(_("Adjusted: %(reason)s") % {"reason": e.reason})
    if e.limited:
        lines.append(_("The limit has been told."))
    answered = any((x.holder, x.addressee, x.topic) == (e.addressee, e.holder, e.topic) for x in after.expectations)
    can = {
        "speak_out": e.status != "spoken",
        "ask": e.misreading > 0,
        "limit": not e.limited,
        "adjust": True,
        "contradict": not answered,
    }
    yours = all(key(x) != key(e) for x in before.expectations)
    return {
        "key": key(e),
        "move": [e.holder, e.addressee, e.topic],
        "back": e.addressee != addressee,
        "position": e.position,
        "strength": e.strength,
        "status": e.status,
        "believed": e.believed if e.misreading > 0 else None,
        "feasible": None if e.feasible is None else list(e.feasible),
        "limited": e.limited,
        "told": say.expectation_words(case, e),
        "why": e.why,
        "lines": [line for line in lines if line],
        "from": _("added by you") if yours else _("changed by you") if e.reason else _origin(case, e),
        "can": [move for move, possible in can.items() if possible],
    }


def _origin(case: Case, e: Expectation) -> str:
    return words.provenance_words(case, e.provenance, e.source)


def _small(map: ExpectationMap, addressee: str) -> Mapping[str, Any]:
    """A view as a thumbnail: by topic the marks, and the clashes by place and status of each side."""
    small: dict[str, dict[str, list[Any]]] = {}
    for e in say.in_view(map, addressee):
        drawn = small.setdefault(e.topic, {"marks": [], "arcs": []})
        drawn["marks"].append([e.holder, e.position, e.status])
    for clash in say.clashes_in_view(map, addressee):
        one, other = clash.one, clash.other
        arc = [one.position, one.status, other.position, other.status, round(clash.size, 3)]
        small[one.topic]["arcs"].append(arc)
    return small


def _moves() -> dict[str, str]:
    return {
        "speak_out": _("Speak out"),
        "ask": _("Ask"),
        "limit": _("Set a limit"),
        "adjust": _("Adjust"),
        "contradict": _("Contradict"),
    }


def _controls() -> dict[str, Any]:
    """The map's own words, in the language in force."""
    return {
        "switch": _("Of whom is it expected?"),
        "moves": _moves(),
        "explained": {
            "speak_out": _("The holder says it. From then on the other knows it for what it is."),
            "ask": _("The other asks what is really expected."),
            "limit": _("The other tells what can be honoured. What is expected does not change by that."),
            "adjust": _("The holder comes to expect something else, for a reason."),
            "contradict": _("The other says what they expect in return."),
        },
        "statuses": {status: say.status_words(status) for status in ("spoken", "assumed", "unspoken")},
        "agenda": _("What still has to be said"),
        "nothing": _("Nothing for now. Choose a name on the map to say, adjust or contradict something."),
        "all": _("Show all"),
        "fewer": _("Show fewer"),
        "sides": _("Before and after"),
        "before": _("Before"),
        "after": _("After"),
        "bar": _("The bar is the clash; the hatched part of it is hidden."),
        "undo": _("Turn back"),
        "last": _("Last: %(move)s"),
        "legend": _("How to read this"),
        "legends": {
            "ring": _("what the other thinks is wanted"),
            "arc": _("clash, broken where it is hidden"),
            "band": _("what can be honoured"),
            "weight": _("thick: counts heavily"),
        },
        "how": _("What does each expect?"),
        "whence": _("Where do these expectations come from?"),
        "done": _("What you did"),
        "limits": _("What does this picture not say?"),
        "not_said": [
            _("It does not say who is right, or which conversation comes first."),
            _("How heavily something counts is an assumption. At most the direction comes from a source."),
            _("A conversation here always succeeds. In reality speaking out takes courage, and listening too."),
            _("Who is not on the map may expect something all the same."),
        ],
        "direction": _("Where to"),
        "thickness": _("How heavily"),
        "assumed": _("the thickness is an assumption"),
        "low": _("From here"),
        "high": _("To here"),
        "reason": _("For which reason?"),
        "reason_missing": _("Give a reason: one sentence will do."),
        "upside_down": _("The limit runs from left to right: put the first left of the second."),
        "close": _("Close"),
        "help": _("Choose a name to see what is expected and which conversations there are."),
    }

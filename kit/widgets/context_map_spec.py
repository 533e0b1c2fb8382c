"""What the browser needs once to draw a context map: layers, parties, arrows, sliders, moves, and its own words."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from kit.case import YOU, Agency, Case, Concept, Effect, Influence, Layer
from kit.figures import context_words as told
from kit.figures.theme import actor_colours
from kit.figures.words import PLACE_LIMITS, provenance_words
from kit.language import _, language
from kit.models.influence import InfluenceNetwork


def arrow_key(origin: str, target: str) -> str:
    """What a context map calls an arrow: "origin>target"."""
    return f"{origin}>{target}"


def base_network(case: Case) -> InfluenceNetwork:
    """The influences of a case, with an arrow of strength 0 for each move that makes a new one.

    The professional always stands in it. Raises ValueError for two influences between the same two, one way.
    """
    there = {(edge.origin, edge.target) for edge in case.influences}
    fresh = {(m.origin, m.target): m for m in case.agency if (m.origin, m.target) not in there}
    new = (Influence(m.origin, m.target, 0.0, m.title, m.provenance, m.source) for m in fresh.values())
    return InfluenceNetwork((*case.influences, *new), (YOU,))


def described(case: Case) -> dict[str, float]:
    """The state that a case describes: a value for each concept; ½ where the case gives none."""
    given = {condition.id: condition.value for condition in case.conditions if condition.value is not None}
    return {concept.id: given.get(concept.id, 0.5) for concept in case.concepts}


def layers(case: Case, network: InfluenceNetwork) -> dict[Layer | None, list[str]]:
    """Who stands in which layer, far to near; only layers that are not empty, in the order of the case."""
    standing = set(network.nodes) - {YOU}
    by_layer: dict[Layer | None, list[str]] = {layer: [] for layer in (None, *reversed(get_args(Layer)))}
    for actor in case.actors:
        if actor.id in standing:
            by_layer[actor.layer].append(actor.id)
            standing.discard(actor.id)
    # Whoever is left is no actor: the case says which there are.
    for id in standing:
        case.actor(id)
    return {layer: members for layer, members in by_layer.items() if members}


def drawing(case: Case, network: InfluenceNetwork) -> dict[str, Any]:
    """The case as the browser draws it, before any move and with every slider as described."""
    colours = actor_colours(case)
    base = described(case)
    names = {concept.id: concept.name for concept in case.concepts}
    return {
        "lang": language(),
        "layers": [
            {"id": layer or "", "name": told.layer_name(layer), "nodes": members}
            for layer, members in layers(case, network).items()
        ],
        "nodes": {
            actor.id: {
                "name": actor.name,
                "role": actor.role,
                "team": actor.place == "team",
                "light": colours[actor.id].light,
                "dark": colours[actor.id].dark,
            }
            for actor in case.actors
            if actor.id in network.nodes
        },
        "edges": [_arrow(case, edge) for edge in network.edges],
        "moves": [_move(case, move) for move in case.agency],
        "limits": PLACE_LIMITS,
        "sliders": [_slider(case, concept, base[concept.id]) for concept in case.concepts if concept.condition],
        "outcomes": {id: names[id] for id in told.OUTCOMES if id in names},
        "links": [_link(case, effect, names) for effect in case.network],
        "words": _controls(),
    }


def _arrow(case: Case, edge: Influence) -> dict[str, Any]:
    ends = (edge.origin, edge.target)
    return {
        "key": arrow_key(edge.origin, edge.target),
        "origin": edge.origin,
        "target": edge.target,
        "strength": edge.strength,
        "most": min(1.0, edge.strength + sum(m.strength_by for m in case.agency if (m.origin, m.target) == ends)),
        "says": told.influence_words(edge.strength),
        "title": told.arrow_words(case, edge),
        "how": edge.how,
        "from": provenance_words(case, edge.provenance, edge.source),
    }


def _move(case: Case, move: Agency) -> dict[str, str]:
    ends = {"origin": told.party(case, move.origin), "target": told.party(case, move.target)}
    return {
        "id": move.id,
        "key": arrow_key(move.origin, move.target),
        "title": move.title,
        "text": move.text,
        "makes": _("Makes stronger: from %(origin)s to %(target)s") % ends,
        "from": provenance_words(case, move.provenance, move.source),
    }


def _slider(case: Case, concept: Concept, value: float) -> dict[str, Any]:
    here = next((c for c in case.conditions if c.id == concept.id and c.value is not None), None)
    return {
        "id": concept.id,
        "name": concept.name,
        "low": concept.low,
        "high": concept.high,
        "value": value,
        "places": [_places(concept.low), _places(concept.high)],
        "text": here.text if here else "",
        "from": provenance_words(case, here.provenance, here.source) if here else _("not described: set half-way"),
    }


def _places(end: str) -> list[str]:
    """How far a slider stands towards one of its ends, in the words that the board has for a place on a line."""
    pole = {"pole": end}
    return [
        _("half-way"),
        _("a little towards '%(pole)s'") % pole,
        _("on the side of '%(pole)s'") % pole,
        _("close to '%(pole)s'") % pole,
    ]


def _link(case: Case, effect: Effect, names: Mapping[str, str]) -> list[str]:
    ends = {"cause": names.get(effect.cause, effect.cause), "on": names.get(effect.on, effect.on)}
    more = _("More '%(cause)s', more '%(on)s'") if effect.weight > 0 else _("More '%(cause)s', less '%(on)s'")
    return [more % ends, effect.how, provenance_words(case, effect.provenance, effect.source)]


def _controls() -> dict[str, Any]:
    """The map's own words, in the language in force."""
    limits: Iterable[str] = told.limits()
    return {
        "you": _("You"),
        "professional": _("the professional"),
        "map": _("Who acts on you, and on whom do you act?"),
        "legend_in": _("what your surroundings do to you"),
        "legend_out": _("what you and your team do back"),
        "legend_other": _("what others do to each other"),
        "help": _("Width is strength. Tap a name or an arrow to see how it works, or use the arrow keys."),
        "inward": _("towards you"),
        "outward": _("out from you"),
        "layers": _("Per layer, between you and them"),
        "moves": _("Where do you have influence?"),
        "moves_note": _("Acting back costs something too. Choose what you would do, and see what grows."),
        "undo": _("Choose again to take it back."),
        "grown": _("Done. This influence is now: %(says)s."),
        "conditions": _("Under which circumstances do you decide?"),
        "conditions_note": _("The small mark shows how it is now. A slider you move stays there until you let it go."),
        "release": _("Let go"),
        "release_of": _("Let go of '%(name)s'"),
        "outcome": _("What does that do to deciding?"),
        "less": _("less"),
        "more": _("more"),
        "direction": _("A direction, not a forecast. The line in the middle is how it is now."),
        "quarters": _("Who determines, and who undergoes?"),
        "quarters_note": _("Indirect influence counts too: by way of others, each further step for half."),
        "whence": _("Where do these arrows come from?"),
        "state": _("Where do the sliders stand, and why?"),
        "links": _("How do the circumstances work on?"),
        "limits": _("What does this picture leave out?"),
        "not_said": list(limits),
        "assumed": _("the width is an assumption"),
        "by_you": _("stronger by what you do"),
        "close": _("Close"),
        "nothing": _("No arrows yet."),
        "others": _("and %(number)s more arrows"),
    }

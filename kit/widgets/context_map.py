"""The context map: who acts on the professional, what flows back, and under which circumstances is decided.

One long-lived widget. The browser draws, fades and slides by itself; it tells Python which sliders are held and which
moves are made, and Python answers with what that means, in one small message.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import traitlets

from kit.case import YOU, Case
from kit.figures import context_words as words
from kit.models import scenario
from kit.models.influence import InfluenceNetwork
from kit.models.scenario import Scenario
from kit.widgets.context_map_spec import arrow_key, base_network, described, drawing, layers
from kit.widgets.kindly import kindly
from kit.widgets.picture import Picture, is_number, script, style

_NOTHING: Mapping[str, float] = MappingProxyType({})

FULL = 0.4
"""The change of a concept, on its scale of 0 to 1, that a full bar stands for."""


def context_map(case: Case) -> "ContextMapView":
    """The context map of a case."""
    return ContextMapView(case)


class ContextMapView(Picture):
    """The context map of a case, with its sliders and its ways to act back.

    clamps: the sliders that are held, each from 0 to 1, by concept id; a slider let go is left out.
    done: the ids of the moves that were made, in that order.
    """

    _esm = script(
        "context_map_parts.js",
        "context_map_field.js",
        "context_map_focus.js",
        "context_map_detail.js",
        "context_map_layout.js",
        "context_map_arrows.js",
        "context_map_panel.js",
        "context_map_moves.js",
        "context_map_circumstances.js",
        "context_map_view.js",
    )
    _css = style("context_map.css")
    FROM_BROWSER = ("clamps", "done")

    clamps = traitlets.Dict().tag(sync=True, echo_update=False)
    done: Any = traitlets.List().tag(sync=True, echo_update=False)
    drawn = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    outcome = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case, *, clamps: Mapping[str, float] = _NOTHING, done: Sequence[str] = ()) -> None:
        super().__init__()
        self.play(case, clamps, done)

    def play(self, case: Case, clamps: Mapping[str, float] = _NOTHING, done: Sequence[str] = ()) -> None:
        """Put another case on this map.

        Sliders and moves that the case does not have are passed over. Raises ValueError for two influences one way
        between the same two, or for a network of concepts that does not hold together, KeyError for an arrow of an
        actor that the case does not have, and traitlets.TraitError for a slider outside 0 to 1.
        """
        base = base_network(case)
        sliders = {concept.id for concept in case.concepts if concept.condition}
        moves = {move.id: move for move in case.agency}
        with self._settled():
            self._case, self._base, self._moves = case, base, moves
            self._described = described(case)
            self._sliders = sliders
            self._members = layers(case, base)
            self.clamps = {id: value for id, value in clamps.items() if id in sliders}
            self.done = [id for id in done if id in moves]
            self.trouble = {}
            self.drawn = drawing(case, base)

    @property
    def network(self) -> InfluenceNetwork:
        """Who acts on whom, after the moves that were made."""
        network = self._base
        for id in self.done:
            move = self._moves[id]
            now = next(e.strength for e in network.edges if (e.origin, e.target) == (move.origin, move.target))
            network = network.changed(move.origin, move.target, now + move.strength_by)
        return network

    @property
    def scenario(self) -> Scenario:
        """What the sliders do: the described state, and where the concepts come to rest with the held ones held."""
        return scenario.run(self._case.network, self._described, self.clamps)

    @traitlets.validate("clamps", "done")
    def _validate(self, proposal: Any) -> Any:
        return self._checked(proposal["trait"].name, proposal["value"])

    @traitlets.observe("clamps", "done")
    @kindly
    def _answer(self, change: Any) -> None:
        if self._settling:
            return
        with self.hold_sync():
            if change["name"] == "done":
                self._say()
            else:
                self._turn()

    def _speak(self) -> None:
        self._say()
        self._turn()

    def _say(self) -> None:
        """What the arrows say, after the moves."""
        network = self.network
        stronger: dict[str, Any] = {}
        for before, edge in zip(self._base.edges, network.edges, strict=True):
            if edge.strength != before.strength:
                by = [m.title for m in map(self._moves.get, self.done) if m and (m.origin, m.target) == _ends(edge)]
                strength = round(edge.strength, 3)
                stronger[arrow_key(*_ends(edge))] = [strength, words.influence_words(strength), ", ".join(by)]
        # Compared at one normaliser as long as it will do: then a stronger arrow never makes others look weaker.
        points = network.map(max(self._base.normaliser, network.normaliser) or None, self._base)
        self.said = {
            "sentence": words.balance_words(network, self._base),
            "reversed": words.reversed_words(network, self._members),
            "flows": [round(network.inward(YOU), 3), round(network.outward(YOU), 3)],
            "layers": [[layer or "", words.layer_words(network, ids)] for layer, ids in self._members.items()],
            "stronger": stronger,
            "quarters": [list(row) for row in words.quarters(self._case, points)] if network.edges else [],
        }

    def _turn(self) -> None:
        """What the sliders do to deciding."""
        reading = self.scenario
        names = {c.id: c.name for c in self._case.concepts if c.id in words.OUTCOMES}
        change = reading.difference
        differences = None if change is None else {id: change[id] for id in words.OUTCOMES if id in names}
        self.outcome = {
            "sentence": words.outcome_words(names, differences, bool(self.clamps)),
            "rows": [
                [id, round(min(1.0, max(-1.0, change / FULL)), 3), words.difference_words(change)]
                for id, change in (differences or {}).items()
            ],
        }

    def _checked(self, name: str, value: Any) -> Any:
        """`value` as it may be set; traitlets.TraitError with what is allowed and what was received."""
        return self._checked_clamps(value) if name == "clamps" else self._checked_done(value)

    def _checked_clamps(self, value: Any) -> dict[str, float]:
        if not isinstance(value, Mapping) or not set(value) <= self._sliders:
            there = ", ".join(sorted(self._sliders)) or "nothing here"
            raise traitlets.TraitError(f"clamps may hold {there}, got {value!r}")
        for x in value.values():
            if not is_number(x) or not 0 <= x <= 1:
                raise traitlets.TraitError(f"a slider must be a number from 0 to 1, got {x!r}")
        return {id: float(x) for id, x in value.items()}

    def _checked_done(self, value: Any) -> list[str]:
        if not isinstance(value, list | tuple) or not all(isinstance(id, str) and id in self._moves for id in value):
            raise traitlets.TraitError(f"done must be a list of some of {', '.join(self._moves)}, got {value!r}")
        return list(dict.fromkeys(value))


def _ends(edge: Any) -> tuple[str, str]:
    return edge.origin, edge.target

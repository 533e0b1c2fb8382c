"""The expectation map: topics as axes, who expects what of one addressee, and the conversations to be had.

One long-lived widget. The browser draws; it tells Python which moves the learner made and whose view is open, and
Python answers with what that means, in one small message.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import traitlets

from kit.case import MIN_STRENGTH, YOU, Case, Change
from kit.models.expectation import ExpectationMap
from kit.widgets.blocks import LONGEST
from kit.widgets.expectation_spec import addressees, drawing, view
from kit.widgets.kindly import kindly
from kit.widgets.picture import Picture, is_number, script, style

MOST = 200
"""Moves that one map may hold: far more than a lesson has conversations."""

_SHAPES: Mapping[str, str] = {
    "speak_out": "",
    "ask": "",
    "adjust": "position reason",
    "limit": "lo hi",
    "contradict": "position strength",
}
"""What follows the holder, the addressee and the topic in each kind of move."""


def expectation_map(case: Case) -> "ExpectationMapView":
    """The expectation map of a case: who expects what of whom, and the conversations still to be had."""
    return ExpectationMapView(case)


def replayed(map: ExpectationMap, moves: Sequence[Any]) -> ExpectationMap:
    """The map after these moves, in order. Each is [kind, holder, addressee, topic, …]:

    speak_out and ask end there; adjust goes on with a position and a reason, limit with a low and a high position,
    contradict with a position and a strength. Raises ValueError for a move of another shape, or one that the map
    cannot make; KeyError where there is no such expectation.
    """
    for move in moves:
        map = _moved(map, move)
    return map


class ExpectationMapView(Picture):
    """The map of a case, one addressee a view.

    moves: what the learner did, in order, each as `replayed` reads it; undo drops the last.
    addressee: whose view is open; "" where the case has no expectations.
    """

    _esm = script(
        "picture_lanes.js",
        "picture_line.js",
        "expectation_map_signs.js",
        "expectation_map_layout.js",
        "expectation_map_paint.js",
        "expectation_map_line.js",
        "expectation_map_forms.js",
        "expectation_map_card.js",
        "expectation_map_agenda.js",
        "expectation_map_panel.js",
        "expectation_map_view.js",
    )
    _css = style("expectation_map.css")
    FROM_BROWSER = ("moves", "addressee")

    moves: Any = traitlets.List().tag(sync=True, echo_update=False)
    addressee = traitlets.Unicode().tag(sync=True, echo_update=False)
    drawn = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case, *, moves: Sequence[Sequence[Any]] = (), addressee: str | None = None) -> None:
        super().__init__()
        self.play(case, moves, addressee)

    def play(self, case: Case, moves: Sequence[Sequence[Any]] = (), addressee: str | None = None) -> None:
        """Put another case on this map.

        moves: those already made; one that this case cannot make is passed over. addressee: the learner's own view
        by default, or else the first there is; so too where it names nobody of whom something is expected.
        """
        with self._settled():
            self._case, self._before = case, ExpectationMap(case.expectations)
            self._map, kept = self._before, []
            for move in moves:
                try:
                    self._map = _moved(self._map, move)
                except (KeyError, ValueError):
                    continue
                kept.append(list(move))
            self.moves = kept
            self.addressee = self._open(addressee or YOU)
            self.trouble = {}
            self.drawn = drawing(case, LONGEST)

    @property
    def before(self) -> ExpectationMap:
        """The expectations of the case, before any move."""
        return self._before

    @property
    def map(self) -> ExpectationMap:
        """The expectations after the moves."""
        return self._map

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changes in later fields of forces: of the expectations that the moves brought into the open."""
        silent = {(e.holder, e.addressee, e.topic) for e in self._before.expectations if e.status != "spoken"}
        return tuple(
            change
            for e in self._map.expectations
            if e.status == "spoken" and (e.holder, e.addressee, e.topic) in silent
            for change in e.changes
        )

    @kindly
    def set_state(self, sync_data: dict[str, Any]) -> None:
        """What the browser sets. What is not sound is passed over, and the browser gets the last good state back."""
        sound, refused = {}, []
        # Moves first: a contradiction makes a view that may be opened in the same message.
        for name in sorted(sync_data, key=lambda name: name != "moves"):
            if name not in self.FROM_BROWSER:
                if name not in self.ANSWERS:
                    sound[name] = sync_data[name]
                continue
            try:
                sound[name] = self._checked(name, sync_data[name], sound.get("moves"))
            except traitlets.TraitError:
                refused.append(name)
        super(Picture, self).set_state(sound)  # checked above, one against the other
        if refused:
            self.send_state([*refused, "said"])

    @traitlets.validate("moves", "addressee")
    def _validate(self, proposal: Any) -> Any:
        # While several change as one, each has been checked against the others already.
        if self._settling or self._cross_validation_lock:
            return proposal["value"]
        return self._checked(proposal["trait"].name, proposal["value"])

    @traitlets.observe("moves", "addressee")
    @kindly
    def _answer(self, change: Any) -> None:
        if self._settling:
            return
        with self.hold_sync():
            if change["name"] == "moves":
                self._map = replayed(self._before, self.moves)
                self.addressee = self._open(self.addressee)
            self._speak()

    def _open(self, addressee: str) -> str:
        there = addressees(self._case, self._map)
        return addressee if addressee in there else next(iter(there), "")

    def _speak(self) -> None:
        self.said = view(self._case, self._before, self._map, self.addressee, self.moves)

    def _checked(self, name: str, value: Any, moves: Any = None) -> Any:
        """`value` as it may be set; traitlets.TraitError with what is allowed and what was received."""
        if name == "moves":
            return self._checked_moves(value)
        map = self._map if moves is None else replayed(self._before, moves)
        there = addressees(self._case, map)
        if value not in there and not (value == "" and not there):
            raise traitlets.TraitError(f"addressee must be one of {', '.join(there) or 'nobody'}, got {value!r}")
        return value

    def _checked_moves(self, value: Any) -> list[list[Any]]:
        if not isinstance(value, list) or len(value) > MOST:
            raise traitlets.TraitError(f"moves must be a list of at most {MOST} moves, got {value!r:.200}")
        try:
            replayed(self._before, value)
        except (KeyError, ValueError) as fault:
            raise traitlets.TraitError(f"a move must fit the map: {fault}") from fault
        return [list(move) for move in value]


def _moved(map: ExpectationMap, move: Any) -> ExpectationMap:
    """The map after one move; ValueError or KeyError as `replayed` says."""
    if not isinstance(move, list | tuple) or not move or not isinstance(move[0], str) or move[0] not in _SHAPES:
        raise ValueError(f"a move must begin with one of {', '.join(_SHAPES)}, got {move!r:.200}")
    kind, names, more = move[0], move[1:4], list(move[4:])
    shape = ["holder", "addressee", "topic", *_SHAPES[kind].split()]
    if len(move) != 1 + len(shape) or not all(isinstance(name, str) for name in names):
        raise ValueError(f"{kind} must be followed by {', '.join(shape)}, got {move!r:.200}")
    holder, addressee, topic = names
    if kind == "adjust":
        position, reason = more
        if not isinstance(reason, str) or len(reason) > LONGEST:
            raise ValueError(f"a reason must be at most {LONGEST} characters of text, got {reason!r:.200}")
        return map.adjust(holder, addressee, topic, _number(position, -1), reason)
    if kind == "limit":
        low, high = (_number(x, -1) for x in more)
        return map.limit(holder, addressee, topic, (low, high))
    if kind == "contradict":
        strength = _number(more[1], MIN_STRENGTH)
        return map.contradict(holder, addressee, topic, _number(more[0], -1), strength)
    make: Callable[[str, str, str], ExpectationMap] = map.speak_out if kind == "speak_out" else map.ask
    return make(holder, addressee, topic)


def _number(value: Any, low: float) -> float:
    if not is_number(value) or not low <= value <= 1:
        raise ValueError(f"a place or strength must be a number from {low} to 1, got {value!r:.200}")
    return float(value)

"""The force board: lines between two poles, who pulls where, and the learner's knot to drag.

One long-lived widget. The browser draws and drags by itself; it tells Python where the knot and the forces are, and
Python answers with what that means, in one small message.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from kit.case import MIN_STRENGTH, Case, Force, Moment
from kit.figures import words
from kit.models.force_field import Reading, analyse
from kit.widgets.board_spec import drawing, force_key
from kit.widgets.kindly import kindly
from kit.widgets.picture import Picture, is_number, script, style


def force_board(case: Case, moment: str | None = None) -> "Board":
    """The force board of one moment of a case, by its id; the first moment by default.

    Raises KeyError, with the ids there are, for a moment that the case does not have.
    """
    return Board(case, case.moments[0] if moment is None else case.moment(moment))


class Board(Picture):
    """The board of a moment, with the learner's knot on each tension.

    stance: where the knot is, from -1 to 1, by tension id.
    shown: the forces on the board, as "actor@tension", in the order in which they came; hidden ones do not count.
    moved: what the learner changed of movable forces: [toward, strength] by "actor@tension".
    """

    _esm = script(
        "picture_lanes.js",
        "picture_line.js",
        "board_drag.js",
        "board_pull.js",
        "board_layout.js",
        "board_line.js",
        "board_card.js",
        "board_panel.js",
        "board_view.js",
    )
    _css = style("board.css")
    FROM_BROWSER = ("stance", "shown", "moved")

    stance = traitlets.Dict().tag(sync=True, echo_update=False)
    shown: Any = traitlets.List().tag(sync=True, echo_update=False)
    moved = traitlets.Dict().tag(sync=True, echo_update=False)
    drawn = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        case: Case,
        moment: Moment,
        *,
        forces: Sequence[Force] | None = None,
        stance: Mapping[str, float] | None = None,
        shown: Sequence[str] | None = None,
        marks: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        super().__init__()
        self.play(case, moment, forces, stance, shown, marks)

    def play(
        self,
        case: Case,
        moment: Moment,
        forces: Sequence[Force] | None = None,
        stance: Mapping[str, float] | None = None,
        shown: Sequence[str] | None = None,
        marks: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        """Put another moment on this board.

        forces: those of the moment by default. stance: 0 where it names no place. shown: the first two forces of
        the first tension by default. Places and forces that this moment does not have are passed over. marks: other
        places to mark on the lines, each a stance by its label. Raises ValueError for two forces of one actor on one
        tension, and traitlets.TraitError for a place outside -1 to 1.
        """
        given = tuple(moment.forces if forces is None else forces)
        base = {force_key(force): force for force in given}
        if len(base) < len(given):
            twice = next(key for key in base if sum(force_key(force) == key for force in given) > 1)
            raise ValueError(f"an actor has one force on a tension, got more for {twice!r}")
        first = given[0].tension
        # The tension that opens comes first; the others follow in the order of the case.
        lines = sorted(
            (t for t in case.tensions if t.id in {f.tension for f in given}), key=lambda tension: tension.id != first
        )
        opening = [key for key, force in base.items() if force.tension == first][:2]
        with self._settled():
            self._case, self._base = case, base
            self._lines = {tension.id: tension for tension in lines}
            self._touched = first
            self.moved = {}
            self.stance = {id: float((stance or {}).get(id, 0.0)) for id in self._lines}
            self.shown = [key for key in shown or () if key in base] or opening
            self.trouble = {}
            self.drawn = drawing(case, base, self._lines, opening, marks or {})

    @property
    def forces(self) -> tuple[Force, ...]:
        """All forces of the moment as they are on the board now, the hidden ones too."""
        return tuple(force.moved(*self.moved[key]) if key in self.moved else force for key, force in self._base.items())

    @property
    def reading(self) -> Reading | None:
        """What the forces on the board do to the learner's stance; None where nothing pulls."""
        shown = self._shown_forces()
        return analyse(shown, {id: x for id, x in self.stance.items() if any(f.tension == id for f in shown)})

    @traitlets.validate("stance", "shown", "moved")
    def _validate(self, proposal: Any) -> Any:
        return self._checked(proposal["trait"].name, proposal["value"])

    @traitlets.observe("stance", "shown", "moved")
    @kindly
    def _answer(self, change: Any) -> None:
        if self._settling:
            return
        self._touched = self._touched_by(change) or self._touched
        with self.hold_sync():
            self._speak()

    def _shown_forces(self) -> tuple[Force, ...]:
        return tuple(force for force in self.forces if force_key(force) in self.shown)

    def _touched_by(self, change: Any) -> str | None:
        """The tension that a change is about."""
        old, new = change["old"], change["new"]
        if change["name"] == "shown":
            fresh = [key for key in new if key not in old]
            return self._base[fresh[0]].tension if fresh else None
        differing = [key for key in {**old, **new} if old.get(key) != new.get(key)]
        if not differing:
            return None
        return self._base[differing[0]].tension if change["name"] == "moved" else differing[0]

    def _speak(self) -> None:
        reading, forces = self.reading, self._shown_forces()
        open_lines = [id for id in self._lines if any(force.tension == id for force in forces)]
        on = self._touched if self._touched in open_lines else next(iter(open_lines), self._touched)
        scale = 0.0 if reading is None else words.bar_scale(forces, reading)
        shares = {} if reading is None else {id: borne / scale for id, borne in reading.borne_by.items()}
        balance = {} if reading is None else reading.balance
        self.said = {
            "on": on,
            "sentence": words.tension_words(reading, self._lines[on]),
            "balance": {id: None if x is None else round(x, 3) for id, x in balance.items()},
            "text": {id: words.line_words(reading, self._lines[id], self.stance[id]) for id in open_lines},
            "bars": [
                [id, round(share, 3), words.shortage_words(share)]
                for id, share in sorted(shares.items(), key=lambda row: -row[1])
            ],
        }
        self.told = {
            key: words.force_words(force, self._case.actor(force.actor), self._lines[force.tension])
            for key, force in zip(self._base, self.forces, strict=True)
            if key in self.moved
        }

    def _checked(self, name: str, value: Any) -> Any:
        """`value` as it may be set; traitlets.TraitError with what is allowed and what was received."""
        check = {"stance": self._checked_stance, "shown": self._checked_shown, "moved": self._checked_moved}[name]
        return check(value)

    def _checked_stance(self, value: Any) -> dict[str, float]:
        if not isinstance(value, Mapping) or set(value) != set(self._lines):
            raise traitlets.TraitError(f"stance must have a place on each of {', '.join(self._lines)}, got {value!r}")
        for x in value.values():
            if not is_number(x) or not -1 <= x <= 1:
                raise traitlets.TraitError(f"a place must be a number from -1 to 1, got {x!r}")
        return {id: float(value[id]) for id in self._lines}

    def _checked_shown(self, value: Any) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(key, str) and key in self._base for key in value):
            raise traitlets.TraitError(f"shown must be a list of some of {', '.join(self._base)}, got {value!r}")
        return list(dict.fromkeys(value))

    def _checked_moved(self, value: Any) -> dict[str, list[float]]:
        movable = [key for key, force in self._base.items() if force.movable]
        if not isinstance(value, Mapping) or not set(value) <= set(movable):
            raise traitlets.TraitError(f"moved may change {', '.join(movable) or 'nothing here'}, got {value!r}")
        for pair in value.values():
            if not isinstance(pair, list | tuple) or len(pair) != 2 or not all(map(is_number, pair)):
                raise traitlets.TraitError(f"a moved force must be [toward, strength], got {pair!r}")
            toward, strength = pair
            if not (-1 <= toward <= 1 and (strength == 0 or MIN_STRENGTH <= strength <= 1)):
                raise traitlets.TraitError(
                    f"toward must be from -1 to 1, and strength 0 or from {MIN_STRENGTH} to 1, got {pair!r}"
                )
        return {key: [float(number) for number in pair] for key, pair in value.items()}

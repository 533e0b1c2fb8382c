"""A force board without a board: what can be moved on it as numbers with a name, what pulls as a table, a picture."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from kit.assignment.text import line, table
from kit.case import Force, Tension
from kit.exercise import Board, Exercise
from kit.figures.board_svg import board_svg
from kit.language import _
from kit.practice.fields import force_key, played, start_of


@dataclass(frozen=True)
class Field:
    """One number on a board: the knot on a line (`force` None), or the place or strength of a force that can be moved.

    label: how the cell names it, each in a board another. start: where it begins; least and most: its bounds.
    """

    label: str
    start: float
    least: float
    most: float
    tension: str
    force: str | None = None
    strength: bool = False

    def asked(self) -> dict[str, Any]:
        """What a cell needs to know to read it."""
        return {"label": self.label, "start": self.start, "bounds": [self.least, self.most]}

    def within(self, answer: Mapping[str, Any]) -> float:
        """Where it stands in an answer that a mark takes."""
        if self.force is None:
            return float(answer["stance"].get(self.tension, self.start))
        move = answer.get("moved", {}).get(self.force)
        return self.start if move is None else float(move[1 if self.strength else 0])


def board_of(exercise: Exercise) -> Board:
    """The board of an exercise that has one."""
    assert exercise.board is not None, "checked when the file was read"
    return exercise.board


def fields_of(exercise: Exercise) -> list[Field]:
    """All numbers that can be changed on the board: the knots first, then what can be moved."""
    board = board_of(exercise)
    starts = start_of(board)
    fields = [Field(_knot(board, tension), starts[tension.id], -1, 1, tension.id) for tension in board.tensions]
    for force in board.forces:
        if force.movable:
            who = _name(board, force)
            key = force_key(force)
            place, strength = _("place of %(who)s") % {"who": who}, _("strength of %(who)s") % {"who": who}
            fields.append(Field(place, force.toward, -1, 1, force.tension, key))
            fields.append(Field(strength, force.strength, 0, 1, force.tension, key, strength=True))
    return fields


def lines_of(exercise: Exercise) -> list[dict[str, Any]]:
    """The lines of the board, each by the name of its knot."""
    board = board_of(exercise)
    return [
        {"label": _knot(board, tension), "poles": [line(tension.left.name), line(tension.right.name)]}
        for tension in board.tensions
    ]


def forces_of(exercise: Exercise) -> list[dict[str, Any]]:
    """What pulls: where to and how hard, or under which name that stands in the answer."""
    board = board_of(exercise)
    labels = {(field.force, field.strength): field.label for field in fields_of(exercise)}
    knots = {tension.id: _knot(board, tension) for tension in board.tensions}
    return [
        {
            "name": _actor(board, force),
            "line": knots[force.tension],
            "toward": labels.get((force_key(force), False), force.toward),
            "weight": labels.get((force_key(force), True), force.strength),
        }
        for force in board.forces
    ]


def placed(exercise: Exercise, places: Mapping[str, float]) -> dict[str, Any]:
    """The answer that a mark takes, of the numbers in a cell."""
    stance: dict[str, float] = {}
    moved: dict[str, list[float]] = {}
    for field in fields_of(exercise):
        if field.force is None:
            stance[field.tension] = places[field.label]
        else:
            moved.setdefault(field.force, []).append(places[field.label])
    return {"stance": stance, "moved": moved}


def board_table(exercise: Exercise) -> str:
    """What pulls on the board, as a table in Markdown."""
    board = board_of(exercise)
    poles = {tension.id: tension for tension in board.tensions}
    head = [_("Who"), _("Where to"), _("Strength"), _("Why"), _("Can you move it?")]
    rows = [
        [
            _name(board, force),
            amount(force.toward),
            amount(force.strength),
            force.why,
            _("yes") if force.movable else _("no"),
        ]
        for force in board.forces
    ]
    between = [
        _("The line runs from **−1** (%(left)s) to **1** (%(right)s).")
        % {"left": line(tension.left.name), "right": line(tension.right.name)}
        for tension in poles.values()
    ]
    return "\n\n".join([*between, table(head, rows)])


def board_picture(exercise: Exercise) -> str:
    """The board as it begins. The table beside it says the same in words.

    Written as HTML, with the drawing in it: JupyterLab shows no drawings that are attached to a cell, and nbconvert
    none that Markdown holds.
    """
    case, moment = played(exercise)
    board = board_of(exercise)
    svg = board_svg(case, moment, board.forces, start_of(board))
    drawn = b64encode(svg.encode("utf-8")).decode("ascii")
    alt = _("The board as it begins; the table says the same.")
    return f'<img alt="{escape(alt)}" src="data:image/svg+xml;base64,{drawn}">'


def amount(number: float) -> str:
    """A number as Dutch writes it."""
    return f"{round(number, 2) + 0.0:g}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def _knot(board: Board, tension: Tension) -> str:
    if len(board.tensions) == 1:
        return _("your knot")
    return _("your knot on %(line)s") % {"line": line(f"{tension.left.name} – {tension.right.name}")}


def _actor(board: Board, force: Force) -> str:
    return next((line(actor.name) for actor in board.actors if actor.id == force.actor), line(force.actor))


def _name(board: Board, force: Force) -> str:
    """Who pulls; with the line, where the same pulls on more than one."""
    name = _actor(board, force)
    alike = sum(_actor(board, other) == name for other in board.forces)
    if alike == 1:
        return name
    tension = next(one for one in board.tensions if one.id == force.tension)
    return f"{name} ({line(tension.left.name)} – {line(tension.right.name)})"

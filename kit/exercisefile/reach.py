"""Whether the goals of a board can be met by somebody who moves with the arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from kit.exercise import Board, Goal
from kit.models.force_field import Force, analyse
from kit.practice.fields import measured, met, start_of

STEP = 0.05
"""How far an arrow key moves the knot, or a slider of a force."""

_TURNS, _MOST_LINES, _MOST_FORCES, _MOST_READINGS = 30, 12, 40, 60_000
_PLACES = [round(n * STEP, 2) for n in range(-20, 21)]
_STRENGTHS = [round(n * STEP, 2) for n in range(21)]


@dataclass
class Search:
    """Looks for a place where all goals hold. What one file may cost is bounded: after that all is taken to be well."""

    readings: int = 0

    def met_at_once(self, board: Board, goals: tuple[Goal, ...]) -> bool:
        """Whether the goals hold where the learner begins."""
        return self._too_much(board) is False and self._short(board.forces, start_of(board), goals) == 0

    def reachable(self, board: Board, goals: tuple[Goal, ...]) -> bool:
        """Whether a place was found where all goals hold."""
        return self._too_much(board) or self.place(board, goals) is not None or self.readings > _MOST_READINGS

    def place(self, board: Board, goals: tuple[Goal, ...]) -> tuple[tuple[Force, ...], dict[str, float]] | None:
        """The forces and the stance of a place where all goals hold; None where none was found."""
        rng = Random(1)
        stance, forces = start_of(board), list(board.forces)
        for _turn in range(_TURNS):
            if self._climb(forces, stance, goals) == 0:
                return tuple(forces), stance
            if self.readings > _MOST_READINGS:
                break
            stance = {id: rng.choice(_PLACES) for id in stance}
            forces = [f.moved(rng.choice(_PLACES), rng.choice(_STRENGTHS)) if f.movable else f for f in board.forces]
        return None

    def _too_much(self, board: Board) -> bool:
        movable = sum(force.movable for force in board.forces)
        large = len(board.tensions) + movable > _MOST_LINES or len(board.forces) > _MOST_FORCES
        return large or self.readings > _MOST_READINGS

    def _climb(self, forces: list[Force], stance: dict[str, float], goals: tuple[Goal, ...]) -> float:
        """How much the goals fall short at the best place that one move after another leads to. Moves the arguments."""
        least = self._short(forces, stance, goals)
        improved = True
        while least > 0 and improved:
            improved = False
            for id in stance:
                for place in _PLACES:
                    tried = {**stance, id: place}
                    if (short := self._short(forces, tried, goals)) < least:
                        stance[id], least, improved = place, short, True
            for at, force in enumerate(forces):
                for tried_force in _moves(force):
                    tried_forces = [*forces[:at], tried_force, *forces[at + 1 :]]
                    if (short := self._short(tried_forces, stance, goals)) < least:
                        forces[at], least, improved = tried_force, short, True
        return least

    def _short(self, forces: Sequence[Force], stance: dict[str, float], goals: tuple[Goal, ...]) -> float:
        """How far the goals are from being met, all together; 0 where all are."""
        self.readings += 1
        reading = analyse(forces, stance)
        return sum(_distance(goal, measured(goal, reading, stance)) for goal in goals)


def _moves(force: Force) -> list[Force]:
    if not force.movable:
        return []
    return [*(replace(force, toward=x) for x in _PLACES), *(force.moved(strength=s) for s in _STRENGTHS)]


def _distance(goal: Goal, value: float | None) -> float:
    if met(goal, value):
        return 0.0
    if value is None:
        return 10.0
    below = 0.0 if goal.below is None else value - goal.below
    above = 0.0 if goal.above is None else goal.above - value
    return max(below, above, 0.0) + 1e-9

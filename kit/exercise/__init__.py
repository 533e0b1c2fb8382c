"""The vocabulary of exercises: what an exercise file says, as frozen values.

Each class is one part of a file and declares its fields once, as `kit.case` does: the reader, the checks and the
JSON Schema all follow from these declarations. Text is Dutch prose in Markdown.
"""

from kit.exercise.board import Board, Goal, Measure
from kit.exercise.choice import Item, Line, Option, Pair, Zone
from kit.exercise.exercise import LEVELS, Exercise, Kind, Level
from kit.exercise.exercise_set import ExerciseSet
from kit.exercise.task import Criterion, Value, Wrong

__all__ = [
    "LEVELS",
    "Board",
    "Criterion",
    "Exercise",
    "ExerciseSet",
    "Goal",
    "Item",
    "Kind",
    "Level",
    "Line",
    "Measure",
    "Option",
    "Pair",
    "Value",
    "Wrong",
    "Zone",
]

"""The vocabulary of a case: what a case file says, as frozen values.

Each class is one part of a case file and declares its fields once: the type, the bounds and the meaning. The
reader, the checks and the JSON Schema all follow from these declarations. Text is Dutch prose in Markdown;
a position lies on an axis from -1 (left pole) to 1 (right pole); a strength is 0, or from 0.01 to 1.
"""

from kit.case.case import Case, tensions_of
from kit.case.context import Agency, Concept, Effect, Influence
from kit.case.expectation import Claim, Expectation, Status, Topic
from kit.case.field import YOU, Actor, Change, Condition, Force, Layer, Place, Pole, Tension
from kit.case.moment import (
    Agreement,
    Dilemma,
    Ending,
    Fact,
    Moment,
    Option,
    Picture,
    Question,
    Safety,
    SafetyAnswer,
    Side,
    Voice,
)
from kit.case.parts import MIN_STRENGTH, Name, Position, Provenance, Source

__all__ = [
    "MIN_STRENGTH",
    "YOU",
    "Actor",
    "Agency",
    "Agreement",
    "Case",
    "Change",
    "Claim",
    "Concept",
    "Condition",
    "Dilemma",
    "Effect",
    "Ending",
    "Expectation",
    "Fact",
    "Force",
    "Influence",
    "Layer",
    "Moment",
    "Name",
    "Option",
    "Picture",
    "Place",
    "Pole",
    "Position",
    "Provenance",
    "Question",
    "Safety",
    "SafetyAnswer",
    "Side",
    "Source",
    "Status",
    "Tension",
    "Topic",
    "Voice",
    "tensions_of",
]

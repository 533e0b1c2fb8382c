"""What is said aloud on the expectation map is felt in the fields that follow."""

from dataclasses import replace
from typing import Any

import pytest
from example import CASE

from kit.case import Case, Change, Expectation, Topic
from kit.journal import Run
from kit.journal.moves import sound_moves, spoken
from kit.journal.steps import Walkthrough

HEARD = Change(actor="buur", tension="nu-later", strength_by=-0.4, why="De buurman voelt zich gehoord.")
SPOKEN = ["speak_out", "buur", "you", "ingrijpen"]
TALKING: Case = replace(
    CASE,
    topics=(Topic(id="ingrijpen", question="Wie grijpt in?", left="Wij", right="Jij"),),
    expectations=(Expectation("buur", "you", "ingrijpen", 0.8, 0.7, "unspoken", changes=(HEARD,)),),
)


def test_speaking_changes_what_follows() -> None:
    run = Run("1", "voorbeeld", "x").answered("deur/choice", "bel").answered("deur/moves", [SPOKEN])
    first, second = Walkthrough(TALKING, run).course.stops
    assert next(f for f in first.forces if f.actor == "buur").strength == 0.7
    assert next(f for f in second.forces if f.actor == "buur").strength == pytest.approx(0.3)
    assert HEARD in second.effects


def test_speaking_twice_counts_once() -> None:
    assert spoken(TALKING, [SPOKEN, SPOKEN, ["limit", "buur", "you", "ingrijpen", -1, 0.5]]) == (HEARD,)


@pytest.mark.parametrize("name", ["ask", "adjust", "contradict"])
def test_other_moves_bring_nothing_into_the_open(name: str) -> None:
    assert spoken(TALKING, [[name, *SPOKEN[1:]]]) == ()


@pytest.mark.parametrize("kept", [None, "x", 3, [None], [["speak_out"]], [["speak_out", 1, 2, 3]], {"a": 1}])
def test_nonsense_in_a_log_is_passed_over(kept: Any) -> None:
    assert sound_moves(kept) == []

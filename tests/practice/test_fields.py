"""What the goals of a board look at, at the edges of what can be looked at."""

from kit.case import Force
from kit.exercise import Goal
from kit.models.force_field import analyse
from kit.practice.fields import measured, met


def force(toward: float, strength: float = 0.5) -> Force:
    return Force(actor="roos", tension="lijn", toward=toward, strength=strength, why="")


def share(below: float) -> Goal:
    return Goal(measure="share", actor="roos", below=below, feedback="Nog niet.")


def test_where_nothing_rubs_nobody_bears_any_of_it() -> None:
    stance = {"lijn": 0.4}
    reading = analyse((force(0.4),), stance)
    assert measured(share(0.5), reading, stance) == 0
    assert met(share(0.5), measured(share(0.5), reading, stance))


def test_where_nobody_pulls_there_is_nothing_to_look_at() -> None:
    stance = {"lijn": 0.4}
    reading = analyse((force(0.4, 0),), stance)
    assert reading is None and measured(share(0.5), reading, stance) is None
    assert not met(share(0.5), None)

"""What a journal tells of the pictures: the board as it was left, the conversations tried, the sliders held."""

from kit.case import Pole, Tension
from kit.figures.words import place_words
from kit.journal.export import Shown
from kit.journal.replay import Stop
from kit.journal.steps import Walkthrough
from kit.widgets.pages import boards, parts
from kit.widgets.pages.talks import talks_of


def shown_at(walk: Walkthrough) -> dict[str, Shown]:
    """What the pictures of each stop show, by its key; a board that never opened is not the learner's."""
    return {
        stop.key: Shown(
            board=boards.board_picture(walk, stop) if parts.settled(walk, stop) else None,
            talks=talks_of(walk, stop),
            held=held_words(walk, stop),
        )
        for stop in walk.course.stops
    }


def held_words(walk: Walkthrough, stop: Stop) -> list[str]:
    """The sliders that were held on the context map of a stop, a sentence each, in the order of the case."""
    clamps, _done = boards.context_now(walk, stop)
    return [
        f"{concept.name}: {_stands(clamps[concept.id], concept.low, concept.high)}"
        for concept in walk.case.concepts
        if concept.condition and concept.id in clamps
    ]


def _stands(value: float, low: str, high: str) -> str:
    """Where a slider from 0 to 1 stands, in the words that the board has for a place on a line."""
    return place_words(2 * value - 1, Tension(id="slider", question="", left=Pole(name=low), right=Pole(name=high)))

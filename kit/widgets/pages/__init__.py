"""The screens of the walk: from where a run stands to the blocks that show it. No widget is made here."""

from collections.abc import Callable

from kit.journal.steps import Screen, Step, Walkthrough
from kit.widgets.blocks import Page
from kit.widgets.pages import ask, choose, discuss, look
from kit.widgets.pages.surroundings import Surroundings

_PAGES: dict[Step, Callable[[Walkthrough, Screen, Surroundings], Page]] = {
    "begin": look.begin,
    "story": look.story,
    "dilemma": look.dilemma,
    "ask": ask.ask,
    "forces": look.forces,
    "alternatives": choose.alternatives,
    "choice": choose.choice,
    "dialogue": discuss.dialogue,
    "agreements": discuss.agreements,
    "lookback": discuss.lookback,
}


def page(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """The blocks of one screen, between masthead and foot."""
    return _PAGES[screen.step](walk, screen, around)

"""The portfolio: what a learner chooses from journals, lessons and exercises, with a reflection, to hand in.

Here journals, lessons and widgets come together.
"""

from typing import TYPE_CHECKING

from kit.journal import Store

if TYPE_CHECKING:
    from kit.dossier.view import PortfolioView


def portfolio(store: Store | None = None) -> "PortfolioView":
    """The portfolio to put together and take along; `store` keeps the answers (default: the kit's home)."""
    from kit.dossier.gather import exercises, journals, lessons
    from kit.dossier.view import PortfolioView
    from kit.exercise_pages import sound_sets
    from kit.lessons import LESSONS

    kept = store if store is not None else Store()
    sets = dict(sound_sets())
    return PortfolioView(kept, lambda: [*journals(kept), *lessons(kept, LESSONS), *exercises(kept, sets)])

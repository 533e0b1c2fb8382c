"""The ten steps of the walk, the three phases, and the routes: which screen follows which.

After the dilemma method of moral case deliberation, with the kit's own parts in their place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kit.case import Case
from kit.journal.moves import sound_moves, spoken
from kit.journal.replay import Course, Stop, replay
from kit.journal.run import Run

Step = Literal[
    "begin", "story", "dilemma", "ask", "forces", "alternatives", "choice", "dialogue", "agreements", "lookback"
]
Phase = Literal["look", "choose", "discuss"]
Route = Literal["45", "90", "self"]

PHASES: Mapping[Phase, tuple[Step, ...]] = {
    "look": ("begin", "story", "dilemma", "ask", "forces"),
    "choose": ("alternatives", "choice"),
    "discuss": ("dialogue", "agreements", "lookback"),
}
STEPS: tuple[Step, ...] = tuple(step for steps in PHASES.values() for step in steps)
REPEATED: tuple[Step, ...] = ("dilemma", "forces", "choice")
"""What later moments ask again."""

_SHORT: tuple[Step, ...] = ("begin", "story", "dilemma", "forces", "choice", "dialogue", "lookback")


@dataclass(frozen=True)
class Path:
    """A route: its steps at the first moment, and how many moments it plays at most (None: all)."""

    steps: tuple[Step, ...]
    moments: int | None


ROUTES: Mapping[Route, Path] = {"45": Path(_SHORT, 1), "90": Path(STEPS, 2), "self": Path(STEPS, None)}


@dataclass(frozen=True)
class Screen:
    """One screen of the walk: a step, at a stop (the first one for steps that come once a case)."""

    step: Step
    stop: Stop

    @property
    def id(self) -> str:
        """What a journal calls this screen."""
        return f"{self.stop.key}/{self.step}"


@dataclass(frozen=True)
class Walkthrough:
    """Where a run stands in a case. All of it follows from the case and the log."""

    case: Case
    run: Run

    @property
    def route(self) -> Route:
        """The route that was chosen; self-study until then."""
        asked = self.answer(None, "route", "")
        return next((route for route in ROUTES if route == asked), "self")

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the route."""
        return ROUTES[self.route].steps

    @property
    def course(self) -> Course:
        """The moments met so far, as the choices went."""
        chosen = {}
        for key, value in self.run.answers.items():
            stop, _, name = key.rpartition("/")
            if name == "choice" and isinstance(value, str):
                own = self.run.answers.get(f"{stop}/follows")
                chosen[stop] = own if value == "own" and isinstance(own, str) else value
        said = {
            key.removesuffix("/moves"): spoken(self.case, sound_moves(value))
            for key, value in self.run.answers.items()
            if key.endswith("/moves")
        }
        return replay(self.case, chosen, said)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens that can be reached now, in order."""
        return tuple(self._screens(self.course))

    def _screens(self, course: Course) -> Iterator[Screen]:
        path = ROUTES[self.route]
        stops = course.stops[: path.moments]
        for i, stop in enumerate(stops):
            for step in path.steps:
                early = step in PHASES["look"] or step in PHASES["choose"]
                if early and (i == 0 or step in REPEATED):
                    yield Screen(step, stop)
        if stops[-1].option is not None:
            for step in path.steps:
                if step in PHASES["discuss"]:
                    yield Screen(step, stops[0])

    @property
    def here(self) -> Screen:
        """The screen where the learner is: the one last gone to, or the first."""
        screens = self.screens
        at = self.run.answers.get("case/here")
        return next((screen for screen in screens if screen.id == at), screens[0])

    def beside(self, by: int) -> Screen | None:
        """The next screen (by=1) or the one before (by=-1); None at either end, or before a choice is made."""
        screens = self.screens
        at = screens.index(self.here) + by
        return screens[at] if 0 <= at < len(screens) else None

    def answer(self, stop: Stop | None, name: str, default: Any = None) -> Any:
        """What was answered at a stop (None: for the case as a whole) under a name.

        An answer of another type than `default` is not one that the kit wrote: it counts as none.
        """
        value = self.run.answers.get(f"{stop.key if stop else 'case'}/{name}", default)
        if default is not None and type(value) is not type(default):
            return default
        return value

"""Parts of a lesson that have a force board: one that grows, and one that looks still."""

from collections.abc import Mapping, Sequence

import traitlets

from kit.case import Case, Force, Moment, tensions_of
from kit.figures.line_svg import Mark, line_svg
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.board import Board
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.pictured import Pictured


def board_key(force: Force) -> str:
    """What a board calls a force."""
    return f"{force.actor}@{force.tension}"


class BoardPart(Pictured):
    """A part with a board. Knot, forces shown and forces moved are kept under the part's name.

    Where the learner's answers do not fit the board (a lesson that changed, a file touched by hand), it opens as new.
    """

    name = "board"
    kept: Sequence[str] = ("stance", "shown", "moved")

    def __init__(self, case: Case, answers: Answers, moment: Moment) -> None:
        self.case, self.moment = case, moment
        self.board = Board(case, moment)
        super().__init__(answers, self.board)

    def marks(self) -> Mapping[str, Mapping[str, float]]:
        """Other places to mark on the board."""
        return {}

    def opening(self) -> list[str] | None:
        """The forces that stand on the board at first; None for the first two."""
        return None

    def play(self) -> None:
        """Put the moment on the board, as the answers have it."""
        stance: dict[str, float] = self.answers.get(f"{self.key()}/stance", {})
        shown: list[str] = self.answers.get(f"{self.key()}/shown", [])
        try:
            self.board.play(self.case, self.moment, None, stance, shown or self.opening(), self.marks())
            self.board.moved = self.answers.get(f"{self.key()}/moved", {})
        except (traitlets.TraitError, TypeError, ValueError):
            self.board.play(self.case, self.moment, None, None, self.opening(), self.marks())


class Growing(BoardPart):
    """A scene, and a board to which the learner adds who pulls, one by one."""

    name = "growing"

    def above(self) -> Page:
        """The scene, who is who, and what to do with the board."""
        pulling = {force.actor for force in self.moment.forces}
        people = [actor for actor in self.case.actors if actor.id in pulling]
        return [
            blocks.panel(blocks.heading(self.moment.title, 3), blocks.prose(self.moment.scene)),
            blocks.details(
                _("Who is who?"),
                blocks.prose("\n".join(f"- **{actor.name}**: {actor.role}" for actor in people)),
                *(blocks.quote(actor.voice, actor.name) for actor in people if actor.voice),
            ),
            blocks.heading(self.moment.dilemma.question, 3),
            blocks.prose(
                _(
                    "Put the knot where you would stand. Then add the others one by one, and see what each"
                    " of them changes."
                )
            ),
        ]

    def below(self) -> Page:
        """What the learner sees in it."""
        return [
            blocks.text(
                "growing/seen",
                _("Who changed the picture most when you added them?"),
                self.answers.get("growing/seen", ""),
                help=_("And did you move the knot then? Why, or why not?"),
            ),
            blocks.text(
                "growing/missing",
                _("Who is missing at the table?"),
                self.answers.get("growing/missing", ""),
                help=_("Who is not on the board, but does notice what you decide?"),
            ),
        ]


class Still(BoardPart):
    """Two moments with the same middle and the same net pull: first only those, then who pulls."""

    name = "still"

    def __init__(self, case: Case, answers: Answers, moments: Sequence[Moment]) -> None:
        self.moments = tuple(moments)
        super().__init__(case, answers, self.moments[0])

    def key(self) -> str:
        """Each moment keeps a knot of its own."""
        return f"still/{self.moment.id}"

    def opening(self) -> list[str]:
        """Everybody stands on this board from the start."""
        return [board_key(force) for force in self.moment.forces]

    def above(self) -> Page:
        """The two pictures without ropes and the guess; after that, which moment to look at."""
        columns = []
        for moment in self.moments:
            tension = tensions_of(self.case, moment)[0]
            marks = [Mark(_("middle of the field"), 0.0, "middle"), Mark(_("You"), 0.0, "knot")]
            alt = _("%(when)s: your knot hangs half-way, and so does the middle of the field.") % {"when": moment.title}
            columns.append(
                [blocks.panel(blocks.heading(moment.title, 3), blocks.picture(line_svg(tension, marks), alt))]
            )
        guess = self.answers.get("still/guess", "")
        first, second = (moment.title.lower() for moment in self.moments)
        options = [
            blocks.option("same", _("Yes, just as calm")),
            blocks.option("more", _("No, there is more tension")),
            blocks.option("unseen", _("This picture does not show that")),
        ]
        page: Page = [
            blocks.columns(*columns),
            blocks.choice(
                "still/guess",
                _("Is it as calm in %(second)s as in %(first)s?") % {"first": first, "second": second},
                options,
                guess or None,
                help=_("Choose before you read on. It is a guess, so nothing hangs on it."),
            ),
        ]
        if not guess:
            return page
        at = [blocks.option(moment.id, moment.title, moment.scene) for moment in self.moments]
        return [
            *page,
            blocks.choice("still/at", _("Now with who pulls. Look at both, one after the other."), at, self.moment.id),
        ]

    def below(self) -> Page:
        """What is the same, what is not, and where the learner knows this from."""
        if not self.answers.get("still/guess", ""):
            return []
        told: Page = []
        if self.moment is not self.moments[0] or self.answers.get("still/seen", ""):
            told = [
                blocks.note(
                    _(
                        "The middle of the field is the same both times. So is the net pull, wherever you "
                        "put the knot. What differs is how far people stand apart, and that a balance does"
                        " not show."
                    ),
                    "change",
                )
            ]
        return [
            *told,
            blocks.text(
                "still/seen",
                _("Where do you know such a stillness from?"),
                self.answers.get("still/seen", ""),
                help=_("A meeting, a family, a team. What kept it still? Leave out names and places."),
            ),
        ]

    def redraws(self, key: str) -> bool:
        """After the guess, and after another moment was chosen."""
        return key in ("still/guess", "still/at")

    def draw(self, turn: bool = False) -> None:
        """Show the pages, and the board once there is a guess."""
        at = self.answers.get("still/at", "")
        now = next((moment for moment in self.moments if moment.id == at), self.moments[0])
        if now is not self.moment:
            self.moment = now
            self._restore()
        super().draw(turn)
        self.board.layout.display = "" if self.answers.get("still/guess", "") else "none"

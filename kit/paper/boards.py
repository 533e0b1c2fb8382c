"""The boards of a moment to draw on: its lines of tension, and what is expected where the moment asks for that."""

from collections.abc import Iterator

from kit.case import Case, Moment, tensions_of
from kit.figures.paper_board import Axis, Kind, paper_board_svg
from kit.language import _
from kit.paper.markup import element, for_a_group, sheet, words

LINES_A_BOARD: dict[Kind, int] = {"forces": 3, "expectations": 4}
"""Lines on one side: more would leave no room to draw."""

_BOARD = 900
"""Height of a board that fills a side, in its own units."""


def boards(case: Case, moment: Moment, of: str) -> Iterator[str]:
    """Boards to draw on, three lines a side; an expectation map too, where the moment asks for it."""
    lanes = [Axis(t.question, t.left.name, t.right.name) for t in tensions_of(case, moment)]
    pulls = dict.fromkeys(case.actor(force.actor).name for force in moment.forces)
    who = _("Among those who pull here: %(names)s. Whom do you add?") % {"names": " · ".join(pulls)}
    yield from _drawn(_("Force board"), moment, "forces", lanes, of, who)
    if moment.picture == "expectations" and case.topics:
        topics = [Axis(topic.question, topic.left, topic.right) for topic in case.topics]
        how = _(
            "Who expects what of whom? Put a name at the line, with the sign for said, taken for granted or kept "
            "silent. Then draw where two clash."
        )
        yield from _drawn(_("Map of expectations"), moment, "expectations", topics, of, how)


def _drawn(title: str, moment: Moment, kind: Kind, axes: list[Axis], of: str, how: str) -> Iterator[str]:
    for start in range(0, len(axes), LINES_A_BOARD[kind]):
        some = axes[start : start + LINES_A_BOARD[kind]]
        svg = paper_board_svg(f"{title}: {moment.title}", some, _BOARD, kind)
        yield sheet(title, for_a_group(), words("p", how, kind="how"), element("div", svg, kind="board"), of=of)

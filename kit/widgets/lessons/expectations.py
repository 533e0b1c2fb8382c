"""The lesson on expectations: the map, who expects the same, who decides; each its own line in a notebook."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit.case import Case
from kit.figures.alignment import AlignmentTable, alignment_figure, alignment_table, alignment_words
from kit.journal import Store
from kit.journal.moves import sound_moves
from kit.language import _
from kit.models.expectation import ExpectationMap
from kit.models.role import read_roles
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Chart
from kit.widgets.expectation_map import ExpectationMapView, replayed
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.lesson import Lesson, Question
from kit.widgets.lessons.part import Part
from kit.widgets.lessons.pictured import Pictured
from kit.widgets.pages.parts import plain
from kit.widgets.pages.talks import talk_words
from kit.widgets.roles import ROLES, answer_key, claims, finding_words, own_roles, roles_page, tasks


def map_of(case: Case, answers: Answers) -> ExpectationMap:
    """The expectations after the conversations that were tried; one that the case cannot have is passed over."""
    now = ExpectationMap(case.expectations)
    for move in sound_moves(answers.get("map/moves", [])):
        try:
            now = replayed(now, [move])
        except (KeyError, ValueError):
            continue
    return now


class MapPart(Pictured):
    """The expectation map, with the conversations that were tried."""

    name = "map"
    kept: Sequence[str] = ("moves", "addressee")

    def __init__(self, case: Case, answers: Answers) -> None:
        self.case = case
        super().__init__(answers, ExpectationMapView(case))

    def play(self) -> None:
        """The conversations that were tried, and whose view was open."""
        moves = sound_moves(self.answers.get("map/moves", []))
        self.view.play(self.case, moves, self.answers.get("map/addressee", "") or None)


class AlignmentPart(Part):
    """Who expects the same as whom, as the map now stands: a heat map, and the same in words."""

    def __init__(self, case: Case, answers: Answers) -> None:
        self.case = case
        self.chart = Chart()
        super().__init__(answers, self.chart)

    def above(self) -> Page:
        """How to read it, or that there is nothing to read."""
        if not self._table().names:
            return [blocks.prose(_("Nobody here expects something of the same person on the same question."))]
        return [
            blocks.prose(
                _(
                    "Counted are only questions on which two expect something of the same person. What they expect of"
                    " each other does not count here. Where they share no such question, the cell is empty."
                )
            )
        ]

    def below(self) -> Page:
        """What stands out, and every pair in words."""
        table = self._table()
        said = alignment_words(self.case, table)
        told = [table.told[i][j] for i in range(len(table.names)) for j in range(i) if table.told[i][j]]
        return [
            blocks.details(
                _("The same in words"),
                blocks.prose("**" + plain(" ".join(said)) + "**"),
                blocks.prose("\n".join(f"- {plain(sentence)}" for sentence in told)),
                blocks.prose(_("To expect the same is neither good nor bad.")),
            )
        ]

    def redraws(self, key: str) -> bool:
        """After every conversation on the map."""
        return key == "map/moves"

    def draw(self, turn: bool = False) -> None:
        """The pages, and the chart."""
        super().draw(turn)
        table = self._table()
        self.chart.layout.display = "" if table.names else "none"
        self.chart.show(lambda dark: alignment_figure(table, dark), " ".join(alignment_words(self.case, table)))

    def _table(self) -> AlignmentTable:
        return alignment_table(self.case, map_of(self.case, self.answers))


class RolesPart(Part):
    """Who decides and who is responsible, to fill in; kept."""

    def __init__(self, case: Case, answers: Answers) -> None:
        self.case = case
        super().__init__(answers)

    def above(self) -> Page:
        """The table, with what it shows."""
        return roles_page(self.case, self.answers.run.answers)

    def redraws(self, key: str) -> bool:
        """After each answer: the sentence says something else."""
        return key.startswith("roles/")


class ExpectationsLesson(Lesson):
    """Who expects what of whom, and what nobody says; on one case."""

    def __init__(self, case: Case, store: Store) -> None:
        super().__init__("verwachtingen", store)
        self.case = case

    def title(self) -> str:
        """The name of the lesson, and of its case."""
        return f"{_('Expectations')}: {self.case.title}"

    def map(self) -> MapPart:
        """The expectation map."""
        return MapPart(self.case, self.answers)

    def alignment(self) -> AlignmentPart:
        """Who expects the same as whom."""
        return AlignmentPart(self.case, self.answers)

    def roles(self) -> RolesPart:
        """Who decides, and who is responsible."""
        return RolesPart(self.case, self.answers)

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """The open questions of the notebook."""
        return {
            "beforehand": (
                Question(
                    "write/list",
                    _("Who expects something of you here, and what?"),
                    _("Name three, before you look at the map."),
                    rows=3,
                ),
            ),
            "search": (
                Question(
                    "write/search",
                    _("What did you find on the map that was not on your list, and what the other way round?"),
                    _("And who is missing on both?"),
                ),
            ),
            "talk": (
                Question(
                    "write/talk",
                    _("Which conversation costs most, and whom?"),
                    _("And what is needed to have it all the same?"),
                ),
            ),
            "week": (
                Question(
                    "write/week",
                    _("With whom will you have one conversation about an expectation this week?"),
                    _("With which sentence do you begin? Leave out names and places."),
                ),
            ),
        }

    def told(self) -> Iterator[str]:
        """The conversations that were tried, and how the tasks were filled in."""
        answers: dict[str, Any] = self.answers.run.answers
        if talks := talk_words(self.case, answers.get("map/moves", [])):
            yield "\n".join([_("Conversations that you tried"), *talks])
        readings = read_roles(claims(self.case, answers))
        for task in tasks(self.case):
            if any(answer_key(task, role) in answers for role in ROLES):
                seen = readings.get(task)
                lines = [finding_words(self.case, task, r, None if seen is None else getattr(seen, r)) for r in ROLES]
                mine = [f"{text[0].upper()}{text[1:]}." for text in [own_roles(self.case, answers).get(task)] if text]
                yield "\n".join([task[0].upper() + task[1:], *mine, *lines])

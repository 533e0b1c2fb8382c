"""From a signal to an approach: who lives it, who can help, what residents say themselves, and a first step."""

from collections.abc import Mapping

from kit.language import _, ngettext
from kit.models.register import Cell
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.collective_data import Choice, CollectiveData, is_pick, named, picked, ticked
from kit.widgets.lessons.collective_questions import written
from kit.widgets.lessons.part import Part

OWN = "own"
"""The choice of a signal that is not on the map."""


class Plan(Part):
    """A signal is chosen, and an approach planned with residents and organisations."""

    def __init__(self, answers: Answers, data: CollectiveData) -> None:
        self.data = data
        super().__init__(answers)

    def signals(self) -> Mapping[str, Cell]:
        """What can be chosen: the signals of the rule, then what was picked by eye."""
        cells = [(c.street, c.theme) for c in self.data.signals.signals]
        cells += picked(self.answers, self.data.register)
        return {"|".join(cell): cell for cell in dict.fromkeys(cells)}

    def chosen(self) -> Cell | None:
        """The cell that was chosen."""
        return self.signals().get(self.answers.get("plan/cell", ""))

    def approaches(self) -> list[Choice]:
        """The approaches that were ticked."""
        return ticked(self.answers, "plan/how", self.data.of("aanpak"))

    def above(self) -> Page:
        """The choice of a signal."""
        options = [blocks.option(value, named(cell), self._told(cell)) for value, cell in self.signals().items()]
        options.append(blocks.option(OWN, _("Something that I know from my own work or placement"), ""))
        value = self.answers.get("plan/cell", "")
        known = {option["value"] for option in options}
        page: Page = [
            blocks.choice("plan/cell", _("Which signal do you take up?"), options, value if value in known else None)
        ]
        if value == OWN:
            page += written(self.answers, "own-signal")
        return page

    def below(self) -> Page:
        """The approach, and the questions."""
        if not (self.chosen() or self.answers.get("plan/cell", "") == OWN):
            return []
        return [
            blocks.prose(
                _(
                    "A signal says that something may be shared. It does not say what, or whether people want to share"
                    " it. That you only hear from them."
                )
            ),
            blocks.ticks(
                "plan/how",
                _("What could suit this?"),
                self.data.options("aanpak"),
                [choice.id for choice in self.approaches()],
            ),
            self.data.interview(),
            *written(self.answers, "plan"),
        ]

    def redraws(self, key: str) -> bool:
        """When a signal is chosen, and when other cells are picked."""
        return key == "plan/cell" or is_pick(key)

    def _told(self, cell: Cell) -> str:
        reading = self.data.signals.cells[cell]
        weeks = sorted({r.week for r in self.data.register.requests if (r.street, r.theme) == cell})
        if not weeks:
            return _("Nobody asked about this here.")
        many = ngettext("%(n)s household", "%(n)s households", reading.households) % {"n": reading.households}
        if len(weeks) == 1:
            return _("%(households)s, in week %(first)s.") % {"households": many, "first": weeks[0]}
        told = _("%(households)s, spread over %(weeks)s weeks, from week %(first)s to week %(last)s.")
        return told % {"households": many, "weeks": len(weeks), "first": weeks[0], "last": weeks[-1]}

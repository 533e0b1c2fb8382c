"""The map with its streets shuffled: what chance makes of a register in which nothing is shared."""

from random import Random

from kit.figures.signal_map import map_chart
from kit.language import _
from kit.models.signal import read_signals, shuffle
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.collective_data import is_pick, named
from kit.widgets.lessons.collective_map import Mapped
from kit.widgets.lessons.collective_questions import written
from kit.widgets.pages.parts import plain

SELDOM = 20
"""Of a cell that chance makes in one of so many registers or fewer, it is said what seldom means on a map."""


class Shuffled(Mapped):
    """Streets dealt anew over the households: once to look at, two hundred times to count."""

    _counted_last = False

    @property
    def times(self) -> int:
        """How often the learner shuffled."""
        return self.answers.number("chance/times") or 0

    def reckon(self) -> None:
        """The register as the last shuffle left it."""
        self.shuffled = shuffle(self.data.register, Random(self.times))
        self.reading = read_signals(self.shuffled)
        title = _("The same requests, the streets shuffled")
        # The streets keep their rows: moved from one shuffle to the next, what changed in a cell could not be seen.
        self.chart_data = map_chart(self.shuffled, title, signals=self.reading, order=self.data.register)

    def picture(self) -> tuple[Draw, str] | None:
        """The shuffled map, once there is one."""
        return super().picture() if self.times else None

    def above(self) -> Page:
        """The two buttons."""
        return [
            blocks.buttons(
                blocks.button("once", _("Shuffle the streets"), main=True),
                blocks.button("many", _("Shuffle %(n)s times and count") % {"n": self.data.by_chance.draws}),
            )
        ]

    def below(self) -> Page:
        """What chance made, once and in two hundred; first what the last button asked for, for that is in sight."""
        once: Page = []
        if self.times:
            once.append(blocks.panel(blocks.prose(plain(self._once())), tone="change"))
        many: Page = []
        if self.answers.get("chance/many", False):
            many.append(blocks.heading(_("Of %(n)s shuffled registers") % {"n": self.data.by_chance.draws}, 3))
            many.append(blocks.prose("\n".join(f"- {plain(line)}" for line in self._many())))
            many.append(
                blocks.prose(
                    _(
                        "Careful has a price: where only eight households share something, this rule mostly misses"
                        " it. A signal that is not picked out may be there all the same."
                    )
                )
            )
        page = [*many, *once] if self._counted_last else [*once, *many]
        return [*page, *written(self.answers, "chance")] if page else []

    def acted(self, act: str) -> None:
        """Shuffle once more, or count."""
        self._counted_last = act == "many"
        if act == "once":
            self.answers.keep("chance/times", self.times % 100 + 1)
        elif act == "many":
            self.answers.keep("chance/many", True)

    def follows(self, key: str) -> bool:
        """The map follows the buttons, and the counts the picks."""
        return key in ("chance/times", "chance/many") or is_pick(key)

    def _once(self) -> str:
        cells = self.reading.cells.values()
        fullest = max(cells, key=lambda cell: cell.households)
        double = sum(cell.double for cell in cells)
        told = _(
            "Nothing binds a street to a theme here, and yet this many households stand in one cell (%(cell)s): %(n)s."
            " Cells with at least twice as many as expected: %(double)s. Picked out by the rule: %(signals)s."
        )
        return told % {
            "cell": named((fullest.street, fullest.theme)),
            "n": fullest.households,
            "double": double,
            "signals": len(self.reading.signals) or _("none"),
        }

    def _many(self) -> list[str]:
        made = self.data.by_chance
        rule = _(
            "'At least twice what is expected' picked something out in %(double)s of them, where nothing is shared."
        )
        ours = _("The rule picked something out in %(n)s of them.")
        cells = dict.fromkeys([*((c.street, c.theme) for c in self.data.signals.signals), *self.picks()])
        held = _("%(cell)s: in %(n)s of them at least as many households as before the shuffling.")
        said = [held % {"cell": named(cell), "n": made.as_many[cell] or _("none")} for cell in cells]
        signals = {(c.street, c.theme) for c in self.data.signals.signals}
        if any(made.as_many[cell] * SELDOM <= made.draws for cell in cells if cell not in signals):
            seldom = _(
                "Seldom does not mean never: there are %(cells)s cells. Something that happens to one cell once in"
                " twenty times, happens somewhere on the map almost every time."
            )
            said.append(seldom % {"cells": len(made.as_many)})
        return [*said, rule % {"double": made.by_double}, ours % {"n": made.by_rule or _("none")}]

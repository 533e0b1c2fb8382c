"""A register of one's own: chosen, read in this Python, told what is wrong with it, and drawn with small numbers small.

Nothing of the file is kept: not in the answers, not on disk. Closed and opened again, it has to be chosen again.
"""

from kit.figures.signal_map import MapChart, map_chart, map_figure, map_said
from kit.language import _, ngettext
from kit.models.register import Register
from kit.models.signal import SignalMap, read_signals
from kit.register import MOST_BYTES, Reading, csv_text, faults_csv, map_csv, read
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import RESTARTED, Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.lessons.collective_data import named
from kit.widgets.lessons.collective_map import map_words
from kit.widgets.lessons.collective_questions import written
from kit.widgets.pages.parts import plain

ENDINGS = (".csv", ".xlsx", ".txt", ".tsv")
TOLD = 20
"""Faults that stand on the page one by one; the file with faults has more."""

CSV = "text/csv;charset=utf-8"


class OwnRegister(Charted):
    """A file is chosen; then its map, or its faults."""

    signals: SignalMap | None
    shown: MapChart

    def __init__(self, answers: Answers, example: Register) -> None:
        self.example = example
        self._file = ""
        self._reading: Reading | None = None
        self._without = False
        super().__init__(answers)

    def register(self) -> Register | None:
        """What is on the map: the whole register, or the sound rows where the learner chose so."""
        if self._reading is None:
            return None
        return self._reading.register or (self._reading.rest if self._without else None)

    def handed(self, key: str, name: str, content: bytes) -> None:
        """Read the file that was chosen."""
        self._file, self._without = name, False
        self._reading = read(content)
        self.draw()

    def reckon(self) -> None:
        """The map of what was read."""
        register = self.register()
        if register is None:
            return
        self.signals = read_signals(register) if register.knows_households else None
        title = _("Where do many households ask the same?") if self.signals else _("Where is the same asked often?")
        self.shown = map_chart(register, title, signals=self.signals, small=True)

    def picture(self) -> tuple[Draw, str] | None:
        """The map, where there is a register."""
        if self.register() is None:
            return None
        shown = self.shown
        return lambda dark: map_figure(shown, dark), map_said(shown)

    def above(self) -> Page:
        """What is needed, the choice of a file, and what became of it."""
        page: Page = [
            blocks.details(
                _("What should be in the file?"),
                blocks.prose("\n".join(f"- {row}" for row in self._asked())),
                blocks.buttons(blocks.button("example", _("Download an example file"))),
            ),
            blocks.file(
                "own/register",
                _("Your register"),
                ENDINGS,
                MOST_BYTES,
                help=_("CSV or Excel (.xlsx), at most %(most)s MB. It is read here, and sent and kept nowhere.")
                % {"most": MOST_BYTES // 1_000_000},
            ),
        ]
        if self._reading is not None:
            page += self._became(self._reading)
        return page

    def below(self) -> Page:
        """The map in words, what small numbers are, and the map to take along."""
        register = self.register()
        if register is None:
            return []
        page: Page = []
        if self.signals is not None:
            page.append(blocks.panel(blocks.prose(plain(_signals_words(self.signals))), tone="change"))
        return [
            *page,
            blocks.prose(
                _(
                    "**Why '<5'?** Small numbers point at people. Whoever lives there may see who is meant. So fewer"
                    " than five is not told as a number, here and in the file, and there are no totals from which it"
                    " could be worked out. Do the same when you show your map to others."
                )
            ),
            map_words(self.shown),
            blocks.buttons(blocks.button("map", _("Download this map (CSV)"))),
            *written(self.answers, "own"),
        ]

    def acted(self, act: str) -> None:
        """A file to keep, or on without the faulty rows."""
        if act == "example":
            self.top.offer("voorbeeld-register.csv", self._example(), CSV)
        elif act == "faults" and self._reading is not None:
            self.top.offer("fouten.csv", faults_csv(self._reading.faults), CSV)
        elif act == "map" and (register := self.register()) is not None:
            self.top.offer("signalenkaart.csv", map_csv(register), CSV)
        elif act == "without" and self._reading is not None:
            self._without = True
            self.draw()

    def _heard(self, what: str) -> None:
        if what == RESTARTED:
            self._file, self._reading, self._without = "", None, False
        super()._heard(what)

    def _asked(self) -> list[str]:
        return [
            _("A row for each request, with the columns *straat*, *thema* and *week*. A date is fine for a week."),
            _("If you can, a column *huishouden* with a number: only then can households be told from requests."),
            _("Other columns may be there; they are not kept. Names and addresses are not needed: leave them out."),
            _("A street without house number, and one short name for a theme, from a list that you keep to."),
        ]

    def _became(self, reading: Reading) -> Page:
        if (register := self.register()) is not None:
            return [blocks.note(plain(self._read_words(register, reading)), "change"), *map(blocks.note, reading.notes)]
        faults = sum(reading.counted.values())
        told = ngettext(
            "%(file)s: %(n)s thing is not right yet. Nothing in your file was changed.",
            "%(file)s: %(n)s things are not right yet. Nothing in your file was changed.",
            faults,
        )
        page: Page = [blocks.note(plain(told % {"file": self._file, "n": faults}), "trouble")]
        rows = [
            f"- **{plain(fault.where())}**: {plain(fault.rule)} {plain(fault.repair)}"
            + (" " + plain(_("There stands: %(got)s.") % {"got": fault.received}) if fault.received else "")
            for fault in reading.faults[:TOLD]
        ]
        page.append(blocks.prose("\n".join(rows)))
        if faults > TOLD:
            counted = sorted(reading.counted.items(), key=lambda one: -one[1])
            lines = [f"- **{plain(column)}**: {plain(rule)} ({many}×)" for (column, rule), many in counted]
            page.append(blocks.details(_("All faults, counted"), blocks.prose("\n".join(lines))))
        again = [blocks.button("faults", _("Download the faults (CSV)"))] if faults > 3 else []
        if reading.rest is not None:
            label = ngettext("Go on without this %(n)s row", "Go on without these %(n)s rows", reading.faulty) % {
                "n": reading.faulty
            }
            again.insert(0, blocks.button("without", label))
        return [*page, *([blocks.buttons(*again)] if again else [])]

    def _read_words(self, register: Register, reading: Reading) -> str:
        told = _(
            "%(file)s was read, from %(first)s to %(last)s. Requests: %(n)s, streets: %(streets)s, themes: %(themes)s."
        )
        first, last = reading.weeks or ("", "")
        said = told % {
            "file": self._file,
            "n": f"{len(register.requests):,}".replace(",", "\u202f"),
            "streets": len(register.streets),
            "themes": len(register.themes),
            "first": first,
            "last": last,
        }
        if reading.register is None:
            left = ngettext("%(n)s row was left out.", "%(n)s rows were left out.", reading.faulty)
            said += " " + left % {"n": reading.faulty}
        return said

    def _example(self) -> str:
        head = (_("street"), _("theme"), _("week"), _("household"))
        rows = [(r.street, r.theme, r.week, r.household or 0) for r in self.example.requests]
        return csv_text([head, *rows])


def _signals_words(signals: SignalMap) -> str:
    if not signals.signals:
        return _(
            "The rule picks nothing out. That does not mean that nothing is shared: in a small register it sees"
            " little, and what people do not ask is not in it."
        )
    names = "; ".join(named((cell.street, cell.theme)) for cell in signals.signals)
    return _("The rule picks out: %(names)s. Go and listen there; the register does not say what it is.") % {
        "names": names
    }

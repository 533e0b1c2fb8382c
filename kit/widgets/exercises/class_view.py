"""A class, as its lecturer sees it: files are chosen or a folder is named, and it shows which ideas live in the group.

Nothing of it is kept or sent: closed and opened again, the files have to be chosen again.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Any

import ipywidgets

from kit.exercise import ExerciseSet
from kit.figures.group_words import many_words
from kit.figures.idea_bars import Idea, IdeaBars, idea_bars, idea_bars_said, idea_figure
from kit.journal import FolderError, HandedFile, HandedIn, in_folder, read_handed_in
from kit.language import _
from kit.practice import GroupReading, read_group
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Chart
from kit.widgets.exercises.class_files import came, ways_in, what_was_read
from kit.widgets.exercises.class_table import class_csv, class_table, not_done
from kit.widgets.exercises.class_words import number, stands_out, ways_to_use
from kit.widgets.form import Chosen, Form
from kit.widgets.pages.parts import plain

CSV = "text/csv;charset=utf-8"


class ClassView(ipywidgets.VBox):
    """Which ideas live in a class, set by set. `folder`: where its files are, to read at once."""

    def __init__(self, sets: Mapping[str, ExerciseSet], folder: str | os.PathLike[str] | None = None) -> None:
        self.sets = sets
        self.handed: HandedIn | None = None
        self._readings: dict[str, GroupReading] = {}
        self._chosen, self._exact = "", False
        self._folder, self._trouble = "" if folder is None else os.fspath(folder), ""
        self.top = Form(self._on_set, self._on_act, on_files=self._on_files)
        self.middle = Form(self._on_set, self._on_act)
        self.chart = Chart()
        self.chart.add_class("kit-fits")
        self.bottom = Form(self._on_set, self._on_act)
        super().__init__([self.top, self.middle, self.chart, self.bottom])
        self.add_class("kit-lesson")
        self.add_class("kit-class")
        if folder is None:
            self.draw()
        else:
            self.read_folder()

    # what is read

    @property
    def reading(self) -> GroupReading | None:
        """What is on the page: the set that was chosen, of those in which somebody did something."""
        return self._readings.get(self._chosen)

    def read_folder(self) -> None:
        """Read the folder that was named."""
        try:
            self.read(in_folder(self._folder))
        except FolderError as error:
            self._trouble = str(error)
            self.draw()

    def read(self, files: Iterable[HandedFile]) -> None:
        """Read these files, in place of what was read before."""
        self._trouble, self._exact = "", False
        self.handed = read_handed_in(files)
        people = self.handed.people
        them = {id: read_group(whole, [one[id] for one in people if id in one]) for id, whole in self.sets.items()}
        self._readings = {id: reading for id, reading in them.items() if reading.learners}
        # Most people first: that is what a class did together.
        self._chosen = max(self._readings, key=lambda id: self._readings[id].learners, default="")
        self.draw(turn=bool(self._readings))

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """Show a calm sentence above the page."""
        self.top.tell_trouble(sentence, detail)

    # what stands there

    def draw(self, turn: bool = False) -> None:
        """Show it as it now is; `turn` where something was read, or what was read is gone."""
        self.top.show(self._ways_in(), turn and self.handed is None)
        reading = self.reading
        self.chart.layout.display = "none"
        if reading is None:
            self.middle.show([])
            self.bottom.show([])
            return
        self.middle.show(self._what_stands_out(reading), turn)
        bars = self._bars(reading)
        if bars.bars:
            self.chart.layout.display = ""
            self.chart.show(lambda dark: idea_figure(bars, dark), idea_bars_said(bars))
        self.bottom.show(self._by_exercise(reading))

    def _ways_in(self) -> Page:
        page: Page = [blocks.note(plain(self._trouble), "trouble")] if self._trouble else []
        if self.handed is None:
            return [blocks.heading(_("The files of your class")), *page, *ways_in(self._folder)]
        page += what_was_read(self.handed, self.sets)
        if not self.handed.people:
            return [*page, *ways_in(self._folder)]
        clear = blocks.buttons(blocks.button("clear", _("Take these files off the screen")), quiet=True)
        return [*page, blocks.details(_("Read other files"), *ways_in(self._folder)), clear]

    def _what_stands_out(self, reading: GroupReading) -> Page:
        sentence, how = stands_out(reading)
        said = {"set": plain(reading.whole.title), "n": many_words(reading.learners, self._exact)}
        if len(self._readings) == 1:
            which = blocks.prose(_("**%(set)s**, done by %(n)s people") % said)
        else:
            names = {id: one.whole.title for id, one in self._readings.items()}
            which = blocks.select("set", _("Which set?"), names, self._chosen)
            how = " ".join([_("This set was done by %(n)s people.") % said, how])
        return [which, blocks.heading(sentence), blocks.prose(how)]

    def _bars(self, reading: GroupReading) -> IdeaBars:
        return idea_bars(
            (
                Idea(number(reading, one.exercise), idea.text, idea.learners, one.learners)
                for one in reading.exercises
                for idea in one.ideas
            ),
            self._exact,
        )

    def _by_exercise(self, reading: GroupReading) -> Page:
        ways = "\n".join(f"{n}. {way}" for n, way in enumerate(ways_to_use(reading), start=1))
        missing = not_done(reading)
        return [
            blocks.details(_("Discuss it in class"), blocks.prose(ways)),
            blocks.heading(_("Exercise by exercise"), 3),
            *self._small(),
            class_table(reading, self._exact),
            *([blocks.prose(missing)] if missing else []),
            blocks.buttons(blocks.button("csv", _("Download this table (CSV)"))),
        ]

    def _small(self) -> Page:
        told = (
            _(
                "**You now see small numbers too.** One may recognise who it is: do not show this on the large screen."
                " And a few answers say little about a group."
            )
            if self._exact
            else _(
                "**Why 'fewer than 5'?** Small numbers point at people, and a few answers say little about a group. So"
                " they are not told in figures here, nor in the file."
            )
        )
        tick = blocks.tick("exact", _("Show small numbers too: for my own eyes, not for the large screen"), self._exact)
        return [blocks.note(told, "change" if self._exact else "plain"), tick]

    # what is done

    def _on_set(self, key: str, value: Any) -> None:
        if key == "folder":
            self._folder = value
        elif key == "set":
            self._chosen = value
            self.draw()
        elif key == "exact":
            self._exact = value
            self.draw()

    def _on_act(self, act: str) -> None:
        if act == "read":
            self.read_folder()
        elif act == "clear":
            self.handed, self._readings, self._chosen, self._exact, self._trouble = None, {}, "", False, ""
            self.top.forget()
            self.draw(turn=True)
        elif act == "csv" and (reading := self.reading) is not None:
            self.bottom.offer(_("class-%(set)s.csv") % {"set": reading.whole.id}, class_csv(reading, self._exact), CSV)

    def _on_files(self, _key: str, files: list[Chosen]) -> None:
        self.read(came(files))

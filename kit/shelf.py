"""The casebook: choose a case and walk through it. Here case files, the journal and the widgets come together."""

from pathlib import Path
from typing import Any

import ipywidgets

from kit.casefile import CaseError, list_cases, load_case
from kit.casefile.fault import Fault
from kit.figures.board_svg import board_svg
from kit.home import home
from kit.journal import Store
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.form import Form
from kit.widgets.pages.parts import plain
from kit.widgets.walk import Walk


class Casebook(ipywidgets.VBox):
    """A shelf of cases above the walk through the one that was taken from it.

    The shelf folds away once a case is open. A case with faults shows them instead, each with its line and repair.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = store if store is not None else Store()
        self.shelf = Form(self._on_set, self._on_act)
        self.taken: str | None = None
        self._faults: tuple[Fault, ...] = ()
        self._covers: dict[str, Page] = {}
        super().__init__([self.shelf])
        self.add_class("kit-casebook")
        last = self._last()
        if last is None:
            self._show()
        else:
            self.take(last)

    def _last(self) -> str | None:
        """The case that was last worked on: opening the page again goes on there."""
        runs = [run for id in list_cases() if (run := self.store.latest(id))]
        return max(runs, key=lambda run: run.changed).case if runs else None

    def take(self, id: str) -> None:
        """Open the case with this id, or tell its faults."""
        self.taken, self._faults = id, ()
        self._covers.pop(id, None)  # the file may have been repaired since
        try:
            case = load_case(id)
        except CaseError as error:
            self._faults = tuple(error.faults)
            self.children = [self.shelf]
        else:
            self.children = [self.shelf, Walk(case, self.store, arrive=True)]
        self._show(turn=True)

    def _on_set(self, key: str, value: Any) -> None:
        """The shelf asks nothing that is to be kept."""

    def _on_act(self, act: str) -> None:
        self.take(act.removeprefix("take:"))

    def _show(self, turn: bool = False) -> None:
        books = [[blocks.panel(*self._book(id, title))] for id, title in list_cases().items()]
        own = _("A case of your own goes in the folder %(folder)s; it then stands here too.") % {
            "folder": f"`{home() / 'cases'}`"
        }
        rows: Page = [blocks.columns(*books), blocks.prose(own)]
        if self.taken is None:
            self.shelf.show([blocks.heading(_("Choose a case")), *rows], turn)
        else:
            self.shelf.show([blocks.details(_("Another case"), *rows), *self._told()], turn)

    def _book(self, id: str, title: str) -> Page:
        """One case on the shelf: what it is about, how long, between which poles, and its field at the beginning."""
        latest = self.store.latest(id)
        label = _("Go on with this case") if latest and latest.entries else _("Open this case")
        return [
            blocks.heading(title, 3),
            *(self._cover(id) if self.taken is None else []),  # read no other case while one is open
            blocks.buttons(blocks.button(f"take:{id}", label, main=self.taken is None)),
        ]

    def _cover(self, id: str) -> Page:
        if id not in self._covers:
            self._covers[id] = self._drawn(id)
        return self._covers[id]

    def _drawn(self, id: str) -> Page:
        try:
            case = load_case(id)
        except CaseError:
            return [blocks.prose(_("This case has faults; open it to see them."))]
        first = case.moments[0]
        line = first.forces[0].tension
        field = [force for force in first.forces if force.tension == line]
        svg = board_svg(case, first, field, {}, width=460)
        alt = _("The field at the beginning of '%(title)s'.") % {"title": case.title}
        lines = "\n".join(f"- {plain(t.left.name)} – {plain(t.right.name)}" for t in case.tensions)
        return [
            *([blocks.prose(plain(case.theme[0].upper() + case.theme[1:]) + ".")] if case.theme else []),
            blocks.picture(svg, alt),
            blocks.details(_("Tensions"), blocks.prose(lines)),
            blocks.prose(_("About %(n)s minutes.") % {"n": case.minutes}, lead=True),
        ]

    def _told(self) -> Page:
        if not self._faults:
            return []
        sentence = _("This case cannot be played yet. Repair the following in its file, then open it again.")
        rows = []
        for fault in self._faults:
            where = _("%(file)s, line %(line)s") % {"file": Path(fault.file).name, "line": fault.line}
            rows.append(f"- **{plain(where)}**, {plain(fault.where)}: {plain(fault.rule)} {plain(fault.fix)}")
        return [blocks.note(sentence, "trouble"), blocks.prose("\n".join(rows))]


def casebook(store: Store | None = None) -> Casebook:
    """All cases there are, to choose from and to walk through; `store` keeps the answers (default: the kit's home)."""
    return Casebook(store)

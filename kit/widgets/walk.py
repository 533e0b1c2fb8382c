"""The walk through a case: ten steps in three phases, kept as one goes.

Long-lived widgets under each other: the masthead that stays in sight, the page, one picture (only at its step: the
force board, the expectation map or the context), and what stands below it.
All logic is in `kit.journal` and `kit.widgets.pages`; here it is tied to what the learner does.
"""

from dataclasses import replace
from typing import Any

import ipywidgets

from kit.case import Case, Picture
from kit.journal import NotKept, Run, Store, new_run
from kit.journal.export import journal_html
from kit.journal.moves import sound_moves
from kit.journal.steps import Screen, Walkthrough
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.board import Board
from kit.widgets.context_map import ContextMapView
from kit.widgets.expectation_map import ExpectationMapView
from kit.widgets.form import Form
from kit.widgets.kindly import kindly
from kit.widgets.pages import boards, choose, look, page, parts
from kit.widgets.pages.frame import foot, masthead, step_name
from kit.widgets.pages.kept import shown_at
from kit.widgets.pages.surroundings import Surroundings
from kit.widgets.roles import own_roles

_REDRAWS = {"choice", "follows", "safety", "beside", "route", "picture", "decides", "responsible"}
"""Answers after which the page itself says something else."""


class Walk(ipywidgets.VBox):
    """A case to be walked through. Every answer is written to `store` at once; a run goes on where it was left.

    arrive: whether the page scrolls to it when it first stands there.
    """

    def __init__(self, case: Case, store: Store | None = None, arrive: bool = False) -> None:
        self.case = case
        self.store = store if store is not None else Store()
        latest = self.store.latest(case.id)
        self.run = latest or new_run(case.id)
        self._around = Surroundings(self.store.folder, resumed=bool(latest and set(latest.answers) - {"case/here"}))
        self._asking_restart = False
        self._listening = True
        self.head = Form(self._on_set, self._on_act)
        self.head.add_class("kit-head")
        self.head.arrive = arrive
        self.top = Form(self._on_set, self._on_act)
        self.bottom = Form(self._on_set, self._on_act)
        first = case.moments[0]
        self.board = Board(case, first)
        self.board.observe(self._picture_changed, names=["stance", "moved", "shown"])
        self.views: dict[Picture, Any] = {"forces": self.board}
        super().__init__([self.head, self.top, self.board, self.bottom])
        self.add_class("kit-walk")
        self._draw(turn=False)

    @property
    def at(self) -> Walkthrough:
        """Where the run stands now."""
        return Walkthrough(self.case, self.run)

    # what the learner does

    def _on_set(self, key: str, value: Any) -> None:
        self._answer(key, value)
        name = key.rpartition("/")[2]
        if name in _REDRAWS or (name == "own" and self.at.here.step == "choice"):
            self._draw()

    def _on_act(self, act: str) -> None:
        self._asking_restart = act == "restart"
        name, _colon, argument = act.partition(":")
        if act == "restart":
            self._draw(turn=True)
        elif act == "restart-yes":
            self._begin(new_run(self.case.id))
        elif act == "restart-no":
            self._draw(turn=True)
        elif act == "journal":
            self.top.offer(_("journal-%(case)s.html") % {"case": self.case.id}, self.journal(), "text/html")
        elif act in ("next", "back"):
            self._go(self.at.beside(1 if act == "next" else -1))
        elif name == "go":
            self._go(next((screen for screen in self.at.screens if screen.id == argument), None))
        elif name == "open":
            earlier = next((run for run in self.store.runs(self.case.id) if run.id == argument), None)
            if earlier is not None:
                self._begin(earlier, resumed=True)

    @kindly
    def _picture_changed(self, change: Any) -> None:
        here = self.at.here
        if not self._listening or here.step != "forces":
            return
        kept = change.new
        if change.name == "moves":  # those of earlier moments stand before it, and are kept with those
            before = boards.moves_before(self.at, here.stop)
            kept = kept[len(before) :] if kept[: len(before)] == before else []
        self._answer(f"{here.stop.key}/{change.name}", kept)

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """Show a calm sentence above the page."""
        self.top.tell_trouble(sentence, detail)

    def journal(self) -> str:
        """The run as one HTML file, to keep or to print."""
        return journal_html(self.at, shown_at(self.at), own_roles(self.case, self.run.answers))

    # keeping and showing

    def _begin(self, run: Run, resumed: bool = False) -> None:
        """Go on with this run. It is written at once: it is what this page, opened again, must show."""
        self.run = run.answered("case/here", Walkthrough(self.case, run).here.id)
        self._around = replace(self._around, resumed=resumed)
        self._keep()
        self._draw(turn=True)

    def _go(self, screen: Screen | None) -> None:
        if screen is not None:
            self._answer("case/here", screen.id)
            self._around = replace(self._around, resumed=False)
            self._draw(turn=True)

    def _answer(self, key: str, value: Any) -> None:
        self.run = self.run.answered(key, value)
        before = self._around
        self._keep()
        if self._around != before:
            self._draw()

    def _keep(self) -> None:
        trouble, before = "", self.run.id
        try:
            self.run = self.store.save(self.run)
        except NotKept as error:
            trouble = str(error.strerror)
        self._around = replace(self._around, trouble=trouble, apart=self._around.apart or self.run.id != before)

    def _draw(self, turn: bool = False) -> None:
        walk = self.at
        here = walk.here
        if here.step == "begin":
            others = tuple(run for run in self.store.runs(self.case.id) if run.id != self.run.id and run.entries)
            self._around = replace(self._around, earlier=others, set_aside=tuple(self.store.set_aside))
        opened = here.step == "forces" and parts.settled(walk, here.stop)
        picture = boards.picture_in_view(walk, here.stop) if opened else None
        title = blocks.heading(step_name(here.step))
        above: Page = [*self._notices(), title, *page(walk, here, self._around)]
        below: Page = [*(look.below_the_board(walk, here) if picture else []), foot(walk, choose.hint(walk, here))]
        self.head.show([masthead(walk, here)])
        if picture:
            self._set_picture(picture, here)
            self.top.show(above, turn)
            self.bottom.show(below)
        else:
            self.bottom.show([])  # first, so that never two ways on stand on the page
            self.top.show([*above, *below], turn)
        for name, view in self.views.items():
            view.layout.display = "" if name == picture else "none"

    def _set_picture(self, picture: Picture, here: Screen) -> None:
        """Put the moment on its picture. A picture other than the board is made when it is first asked for."""
        walk, stop = self.at, here.stop
        self._listening = False  # what is set here is not the learner's doing
        try:
            if picture not in self.views:
                view = ExpectationMapView(self.case) if picture == "expectations" else ContextMapView(self.case)
                view.observe(self._picture_changed, names=["moves", "clamps", "done"])
                self.views[picture] = view
                self.children = [self.head, self.top, *self.views.values(), self.bottom]
            view = self.views[picture]
            if picture == "expectations":
                made = [*boards.moves_before(walk, stop), *sound_moves(walk.answer(stop, "moves", []))]
                view.play(self.case, made, view.addressee or None)
            elif picture == "context":
                view.play(self.case, *boards.context_now(walk, stop))
            else:
                shown = walk.answer(stop, "shown", [])
                view.play(self.case, stop.moment, stop.forces, boards.board_stance(walk, stop), shown or None)
                view.moved = boards.board_moved(walk, stop)
        finally:
            self._listening = True

    def _notices(self) -> Page:
        notices: Page = []
        if self._around.resumed:
            notices.append(blocks.note(_("You go on where you stopped. Your answers were kept.")))
        if self._around.apart:
            told = _("This case is open in another window too. Here you go on in a journal of its own; both are kept.")
            notices.append(blocks.note(told, "change"))
        if self._asking_restart:
            notices.append(
                blocks.panel(
                    blocks.prose(_("Start again with an empty journal? What you have now is kept as an earlier time.")),
                    blocks.buttons(
                        blocks.button("restart-yes", _("Yes, start again"), main=True),
                        blocks.button("restart-no", _("No, go on")),
                    ),
                    tone="change",
                )
            )
        if self._around.trouble:
            notices.append(
                blocks.note(
                    _(
                        "Nothing can be kept now (%(why)s). You can go on; "
                        "download your journal before you close this page."
                    )
                    % {"why": parts.plain(self._around.trouble)},
                    "trouble",
                )
            )
            notices.append(blocks.buttons(blocks.button("journal", _("Download the journal"))))
        return notices


def walk(case: Case, store: Store | None = None) -> Walk:
    """A case to be walked through, to display in a notebook; `store` keeps the answers (default: the kit's home)."""
    return Walk(case, store)

"""A set of exercises to work through: one on the screen, the next as the log of what was done asks for it.

Every answer is written at once. Nothing here adds up: what was done, what is open and what comes back is told in words.
"""

from textwrap import shorten
from typing import Any

import ipywidgets

from kit.exercise import Exercise, ExerciseSet
from kit.journal import NotKept
from kit.journal.run import now
from kit.journal.sets import SetLog
from kit.language import _, ngettext
from kit.practice import laid_out, mark
from kit.practice.queue import next_up
from kit.practice.standing import Progress, State, progress
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.exercises import field
from kit.widgets.exercises import screen as on_screen
from kit.widgets.exercises.answering import answered, controls
from kit.widgets.exercises.screen import NOTHING, Standing, level_name
from kit.widgets.form import Form
from kit.widgets.kindly import kindly
from kit.widgets.pages.parts import plain
from kit.widgets.pages.surroundings import Surroundings

HERE = "page/here"
"""The key of which exercise was on the screen."""

END = "end"
"""What stands on the screen when all is done for now."""


class PracticeView(ipywidgets.VBox):
    """The page of a set. It goes on where it was left; *Opnieuw beginnen* begins an empty one and keeps the old.

    done: what this learner did with the set. seed: what options are shuffled by for this learner.
    """

    def __init__(self, them: ExerciseSet, done: SetLog, seed: str) -> None:
        self.them, self.done, self.seed = them, done, seed
        self._why = ""
        self._incomplete = self._asking_restart = False
        self._listening = True
        self.top = Form(self._on_set, self._on_act)
        self.bottom = Form(self._on_set, self._on_act)
        self.board: Any = None
        super().__init__([self.top, self.bottom])
        self.add_class("kit-exercises")
        self._at = self._begun_at()
        self._draw()

    # where the learner stands

    @property
    def progress(self) -> Progress:
        """How all exercises stand."""
        return progress(self.them, self.done.entries, now())

    @property
    def here(self) -> Exercise | None:
        """The exercise on the screen; None where all are done for now."""
        return next((exercise for exercise in self.them.exercises if exercise.id == self._at), None)

    def standing(self, exercise: Exercise) -> Standing:
        """Where the learner stands with one exercise, as its screen shows it."""
        kept = self.done.answers
        checked, hints = kept.get(f"{exercise.id}/checked"), kept.get(f"{exercise.id}/hints")
        ticked = kept.get(f"{exercise.id}/ticked")
        return Standing(
            answer=kept.get(f"{exercise.id}/answer"),
            checked=NOTHING if checked is None else checked,
            hints=hints if type(hints) is int and hints >= 0 else 0,
            ticked=[id for id in ticked if isinstance(id, str)] if isinstance(ticked, list) else [],
        )

    def _begun_at(self) -> str:
        """Which exercise the screen begins with: where it was left, or what is next."""
        kept = self.done.answers.get(HERE)
        known = {END, *(exercise.id for exercise in self.them.exercises)}
        return kept if isinstance(kept, str) and kept in known else next_up(self.progress) or END

    def _keep(self, key: str, value: Any, each: bool = False) -> None:
        """Write an answer at once; `each` for what counts every time. Trouble is told on the page."""
        before = self._why
        try:
            (self.done.note if each else self.done.keep)(key, value)
            self._why = ""
        except NotKept as error:
            self._why = str(error.strerror)
        if self._why != before:
            self._draw()

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """Show a calm sentence above the page."""
        self.top.tell_trouble(sentence, detail)

    # shown

    def _draw(self, turn: bool = False) -> None:
        here = self.here
        if here is None:
            self._show_board(None)
            self.top.show([*self._trouble(), *self._end()], turn)
        else:
            standing = self.standing(here)
            self._show_board(here if here.kind == "read" else None, standing.answer)
            asked = [*on_screen.question(here), *controls(here, standing.answer, self.seed)]
            self.top.show([*self._trouble(), *self._head(here), *asked], turn)
        self._draw_below()

    def _draw_below(self, turn: bool = False) -> None:
        here, page = self.here, []
        if here is not None:
            standing = self.standing(here)
            page += on_screen.feedback(self.them, here, standing, self._incomplete)
            page += on_screen.hints(here, standing)
            on = blocks.button("next", _("On →"), main=standing.told)
            page.append(blocks.buttons(*on_screen.ways_on(here, standing), on))
        self.bottom.show([*page, self._overview(), *self._foot()], turn)

    def _head(self, here: Exercise) -> Page:
        n = next(n for n, one in enumerate(self.them.exercises, start=1) if one.id == here.id)
        where = _("Exercise %(n)s of %(all)s · %(level)s") % {
            "n": n,
            "all": len(self.them.exercises),
            "level": level_name(here.level),
        }
        page: Page = [blocks.heading(where)]
        # Just now it went wrong: that is no meeting again yet.
        if self.progress.of(here.id).state == "again" and self.progress.last != here.id:
            page.append(blocks.note(_("You meet this one again. Look at it with fresh eyes.")))
        return page

    def _end(self) -> Page:
        left = self.progress.those("again")
        page: Page = [blocks.heading(_("Done for now"))]
        if left:
            told = ngettext(
                "One exercise comes back another time, for it went wrong at first.",
                "%(n)s exercises come back another time, for they went wrong at first.",
                len(left),
            )
            page.append(blocks.prose(told % {"n": len(left)}))
        page.append(blocks.prose(_("You can look at each exercise again below.")))
        return [blocks.panel(*page, tone="change")]

    def _overview(self) -> blocks.Block:
        names: dict[State, str] = {
            "new": _("not begun"),
            "open": _("begun"),
            "again": _("comes back"),
            "done": _("done"),
        }
        rows = []
        for n, (exercise, standing) in enumerate(
            zip(self.them.exercises, self.progress.standings, strict=True), start=1
        ):
            asked = shorten(exercise.question.replace("*", ""), 70, placeholder=" …")
            label = f"{n}. {level_name(exercise.level)}: {asked} ({names[standing.state]})"
            rows.append(blocks.button(f"go:{exercise.id}", label))
        return blocks.details(_("All exercises"), *(blocks.buttons(row) for row in rows))

    def _trouble(self) -> Page:
        if not self._why:
            return []
        sentence = _("Nothing can be kept now (%(why)s). You can go on; what you answer is gone when you close this.")
        return [blocks.note(sentence % {"why": plain(self._why)}, "trouble")]

    def _foot(self) -> Page:
        if self._asking_restart:
            question = _("Begin this set again, empty? What you have now is kept as an earlier time.")
            yes = blocks.button("restart-yes", _("Yes, start again"), main=True)
            no = blocks.button("restart-no", _("No, go on"))
            return [blocks.panel(blocks.prose(question), blocks.buttons(yes, no), tone="change")]
        kept = blocks.prose(Surroundings(self.done.store.folder).kept_where())
        return [
            blocks.details(_("Where your answers stay"), kept),
            blocks.buttons(blocks.button("restart", _("Start again")), quiet=True),
        ]

    def _show_board(self, exercise: Exercise | None, answer: Any = None) -> None:
        """The board between the pages, made when an exercise first asks for one."""
        self._listening = False  # what is set here is not the learner's doing
        try:
            if exercise is not None:
                if self.board is None:
                    self.board = field.made(exercise)
                    self.board.observe(self._moved, names=["stance", "moved"])
                    self.children = [self.top, self.board, self.bottom]
                field.put(self.board, exercise, answer)
            if self.board is not None:
                self.board.layout.display = "none" if exercise is None else ""
        finally:
            self._listening = True

    # heard

    @kindly
    def _moved(self, _change: Any) -> None:
        here = self.here
        if self._listening and here is not None and here.kind == "read":
            self._answer(here, field.answer_of(self.board))

    @kindly
    def _on_set(self, key: str, value: Any) -> None:
        here = self.here
        if here is None:
            return
        if key.startswith(f"{here.id}/tick:"):
            id = key.partition("tick:")[2]
            others = [one for one in self.standing(here).ticked if one != id]
            self._keep(f"{here.id}/ticked", [*others, id] if value else others)
        elif key.startswith(f"{here.id}/answer"):
            self._answer(here, answered(here, self.standing(here).answer, key, value))

    def _answer(self, here: Exercise, answer: Any) -> None:
        was = self.standing(here).told or self._incomplete
        self._incomplete = False
        self._keep(f"{here.id}/answer", answer)
        if was or self.standing(here).told:
            self._draw_below()

    def _on_act(self, act: str) -> None:
        here, self._asking_restart = self.here, act == "restart"
        name, _colon, argument = act.partition(":")
        if act == "restart-yes":
            self._begin_again()
        elif name == "go":
            self._go(argument)
        elif act == "next" and here is not None:
            self._go(next_up(self.progress, here.id) or END, afresh=True)
        elif act == "check" and here is not None:
            self._check(here)
        elif act == "hint" and here is not None:
            self._keep(f"{here.id}/hints", min(len(here.hints), self.standing(here).hints + 1))
            self._draw_below()
        else:
            self._draw_below()

    def _check(self, here: Exercise) -> None:
        answer = self.standing(here).answer
        if answer is None and here.kind == "order":  # it may lie as one wants it
            answer = list(laid_out(here, self.seed))
            self._keep(f"{here.id}/answer", answer)
        self._incomplete = not mark(here, answer).complete
        if not self._incomplete:
            self._keep(f"{here.id}/checked", answer, each=True)
        self._draw_below(turn=True)

    def _go(self, id: str, afresh: bool = False) -> None:
        self._incomplete = False
        if afresh and id != END and self.progress.of(id).state == "again":
            # The page begins empty, and asks to be checked anew; what was answered before stays in the log.
            self._keep(f"{id}/answer", None)
            self._keep(f"{id}/checked", None, each=True)
        self._at = id
        self._keep(HERE, id)
        self._draw(turn=True)

    def _begin_again(self) -> None:
        try:
            self.done.begin_again()
        except NotKept as error:
            self._why = str(error.strerror)
        self._at = self._begun_at()
        self._draw(turn=True)

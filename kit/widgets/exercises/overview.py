"""How far a learner is with all sets, who learns here, and progress as a file to take along or to bring back."""

from collections.abc import Callable, Mapping
from typing import Any

from kit.exercise import ExerciseSet
from kit.journal import Store
from kit.journal.learners import Learner, add_learner, choose_learner, chosen_learner, learners
from kit.journal.run import now
from kit.journal.sets import SetLog, run_name, together
from kit.journal.transfer import LARGEST, ProgressError, exported, read_progress, taken_in
from kit.language import _, ngettext
from kit.practice.standing import Progress, progress
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.form import Form
from kit.widgets.pages.parts import plain

NOBODY = "-"
"""What the learner who never chose is called in a list of choices."""


class Overview(Form):
    """Where each set stands for the learner who was chosen; in words, without a score."""

    def __init__(self, sets: Mapping[str, ExerciseSet]) -> None:
        self.sets = sets
        self._notice, self._doubted = "", ""
        self._nickname = ""
        super().__init__(self._set, self._act, on_file=self._file)
        self.draw()

    def draw(self, turn: bool = False) -> None:
        """Show it as it now is on disk."""
        page: Page = [blocks.note(plain(self._notice), "change")] if self._notice else []
        page += [self._set_row(id, them) for id, them in self.sets.items()]
        self.show([*page, self._learners(), self._files()], turn)

    # what stands there

    def _progress(self, id: str, them: ExerciseSet) -> Progress:
        runs = Store(chosen_learner().journal).runs(run_name(id))
        return progress(them, together(runs), now())

    def _set_row(self, id: str, them: ExerciseSet) -> Block:
        stands = self._progress(id, them)
        told = [_standing(stands)]
        again = stands.those("again")
        if again:
            count = ngettext("One comes back.", "%(n)s come back.", len(again)) % {"n": len(again)}
            told.append(count)
        rows: Page = [blocks.heading(them.title, 3), blocks.prose(" ".join(told))]
        if self._doubted == id:
            question = _("Begin this set again, empty? What you have now is kept as an earlier time.")
            yes = blocks.button(f"reset-yes:{id}", _("Yes, start again"), main=True)
            rows += [blocks.prose(question), blocks.buttons(yes, blocks.button("no", _("No, go on")))]
        elif len(stands.those("new")) < len(stands.standings):
            rows.append(blocks.buttons(blocks.button(f"reset:{id}", _("Start this set again")), quiet=True))
        return blocks.panel(*rows)

    def _learners(self) -> Block:
        here = chosen_learner()
        names = {one.id or NOBODY: _name(one) for one in learners()}
        return blocks.details(
            _("More people on this computer"),
            blocks.prose(_("Do you share this computer? Give each a nickname or a colour. No name is needed.")),
            blocks.select("who", _("Who is learning now?"), names, here.id or NOBODY),
            blocks.text("label", _("Somebody else: a nickname or a colour"), self._nickname, rows=1),
            blocks.buttons(blocks.button("add", _("Add"))),
        )

    def _files(self) -> Block:
        return blocks.details(
            _("Take your progress along, or hand it in"),
            blocks.prose(_("One file with all your exercises. Your lecturer can read it, without a name in it.")),
            blocks.buttons(blocks.button("export", _("Download my progress"), main=True)),
            blocks.file("import", _("Bring progress back from a file"), [".json"], LARGEST),
        )

    # what is done

    def _set(self, key: str, value: Any) -> None:
        if key == "label":
            self._nickname = value
        elif key == "who":
            self._choose(next(one for one in learners() if (one.id or NOBODY) == value))

    def _choose(self, learner: Learner) -> None:
        self._kept(lambda: choose_learner(learner))
        if not self._notice:
            self._notice = _("From now on %(who)s is learning. Open pages again to see it there too.") % {
                "who": _name(learner)
            }
        self.draw(turn=True)

    def _act(self, act: str) -> None:
        name, _colon, id = act.partition(":")
        self._notice, self._doubted = "", id if name == "reset" else ""
        if act == "export":
            text = exported(chosen_learner())
            self.offer(_("progress.json"), text, "application/json")
        elif act == "add":
            self._add()
        elif name == "reset-yes" and id in self.sets:
            log = SetLog(id, Store(chosen_learner().journal))
            self._kept(log.begin_again)
        self.draw()

    def _add(self) -> None:
        try:
            learner = add_learner(self._nickname)
        except ValueError:
            self._notice = _("Choose a nickname that nobody here has, of at most 40 letters.")
        except OSError as error:
            self._notice = _("Nothing can be kept now (%(why)s).") % {"why": error.strerror or error}
        else:
            self._nickname = ""
            self.forget()
            self._choose(learner)

    def _file(self, _key: str, _name: str, content: bytes) -> None:
        try:
            found = taken_in(chosen_learner(), read_progress(content))
        except ProgressError as error:
            self._notice = str(error)
        except OSError as error:
            self._notice = _("Nothing can be kept now (%(why)s).") % {"why": error.strerror or error}
        else:
            n = len(found.added)
            self._notice = (
                ngettext("One set was added to.", "%(n)s sets were added to.", n) % {"n": n}
                if n
                else _("All that is in this file was here already.")
            )
        self.draw()

    def _kept(self, write: Callable[[], None]) -> None:
        self._notice = ""
        try:
            write()
        except OSError as error:
            self._notice = _("Nothing can be kept now (%(why)s).") % {"why": error.strerror or error}


def _standing(stands: Progress) -> str:
    done, new = len(stands.those("done", "again")), len(stands.those("new"))
    if new == len(stands.standings):
        return _("Not begun yet.")
    if done == len(stands.standings):
        return _("You have done all exercises.")
    left = len(stands.standings) - done
    return ngettext("One exercise is still open.", "%(n)s exercises are still open.", left) % {"n": left}


def _name(learner: Learner) -> str:
    return learner.label or _("whoever uses this computer")

"""The scan: a team says together how near and complex its work is and what bears it, and keeps that for next time."""

from datetime import UTC, date, datetime
from typing import Any

from kit.figures.nearness_bars import nearness_bars, nearness_figure
from kit.figures.nearness_words import changes_words, form_words, left_words, reading_sentences
from kit.language import _
from kit.models.proximity import FORMS, Form, Reading
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.lessons.lesson import Question
from kit.widgets.lessons.nearness_answers import EMPTY, Said
from kit.widgets.lessons.nearness_team import in_words
from kit.widgets.pages.parts import plain

BUFFERS, PICTURE = len(FORMS), len(FORMS) + 1
"""The last two screens, after one for each form."""

KEPT = 12
"""As many earlier times stand beside the present one; older ones stay in the journal."""


def scan_questions() -> tuple[Question, ...]:
    """What a team writes at the end of its scan."""
    return (
        Question(
            "scan/where",
            _("Where do we take distance, and what does that protect?"),
            _("Distance is no reproach. Say what it is good for before you want to change it."),
            rows=3,
        ),
        Question("scan/one", _("What comes down on one person here, and could be borne by the team?"), rows=3),
        Question(
            "scan/agree",
            _("What do we agree, and when do we look again?"),
            _("One thing is enough. Functions instead of names."),
            rows=3,
        ),
    )


def notice_question(form: Form) -> Question:
    """What a team notices of one form."""
    return Question(
        f"scan/{form}/notice",
        _("How do we notice that?"),
        _("An example from the past month, without names: not of residents, not of colleagues."),
    )


class Scan(Charted):
    """A screen for each form, one for what bears, and the picture with what a team agrees."""

    reading: Reading

    def __init__(self, answers: Answers) -> None:
        self.said = Said(answers, "scan", EMPTY)
        super().__init__(answers)

    @property
    def _at(self) -> int:
        return min(PICTURE, max(0, self.answers.get("scan/at", 0)))

    def reckon(self) -> None:
        """What the team comes down to."""
        self.reading = self.said.reading()

    def above(self) -> Page:
        """The screen in hand; of the last one only what stands above the chart."""
        at = self._at
        if at < BUFFERS:
            return self._form(FORMS[at])
        return self._bearing() if at == BUFFERS else self._head()

    def picture(self) -> tuple[Draw, str] | None:
        """Five bars, on the last screen."""
        if self._at < PICTURE or not self.said.forms:
            return None
        shown = nearness_bars(self.reading, _("What does nearness ask of us, and who bears it?"))
        return lambda dark: nearness_figure(shown, dark), " ".join(self._sentences())

    def below(self) -> Page:
        """Under the chart of the last screen: the same in words, earlier times, what is agreed."""
        if self._at < PICTURE:
            return []
        fields = [
            blocks.text(q.key, q.label, self.answers.get(q.key, ""), help=q.help, rows=q.rows) for q in scan_questions()
        ]
        said = self._sentences()
        return [
            *(
                [blocks.panel(blocks.prose(plain(" ".join(said))), tone="change"), in_words(self.reading, self.said)]
                if said
                else []
            ),
            *fields,
            *self._earlier(),
            blocks.buttons(blocks.button("keep-time", _("Set this beside the next time"))),
            self._way(),
        ]

    def acted(self, act: str) -> None:
        """On to the next screen or back; or set the present scan beside the next."""
        if act == "keep-time":
            # Set again on the same day it takes the place of what was set before.
            today = datetime.now(UTC).date().isoformat()
            others = [one for one in times(self.answers) if one["at"] != today]
            left = {form: None if form in self.said.unsaid else round(self.reading.left[form], 3) for form in FORMS}
            self.answers.keep("scan/times", [*others, {"at": today, "left": left}][-KEPT:])
            self.draw()
        else:
            self.answers.keep("scan/at", min(PICTURE, max(0, self._at + {"next": 1, "back": -1}.get(act, 0))))
            self.draw(turn=True)

    def _form(self, form: Form) -> Page:
        words = form_words()[form]
        asked = notice_question(form)
        return [
            blocks.heading(words.name),
            blocks.prose(_("Nearness %(n)s of %(all)s") % {"n": self._at + 1, "all": len(FORMS)}, lead=True),
            blocks.prose(f"{plain(words.asks)} {plain(words.complex)} *{plain(words.told)}*"),
            blocks.columns(*([slider] for slider in self.said.form_sliders(form, live=False))),
            blocks.text(asked.key, asked.label, self.answers.get(asked.key, ""), help=asked.help),
            self._way(),
        ]

    def _bearing(self) -> Page:
        return [
            blocks.heading(_("What bears it?")),
            blocks.prose(_("A frame, demarcation and continuity: what makes complexity bearable."), lead=True),
            blocks.columns(*([slider] for slider in self.said.buffer_sliders(live=False))),
            blocks.columns(*([chosen] for chosen in self.said.count_lists())),
            self._way(),
        ]

    def _head(self) -> Page:
        page: Page = [blocks.heading(_("How our team stands"))]
        if missing := self.said.missing:
            told = _("Not filled in yet, so it counts as nothing: %(names)s.") % {"names": ", ".join(missing)}
            page.append(blocks.note(plain(told)))
        return page

    def _sentences(self) -> list[str]:
        if not self.said.forms:
            return []
        changed = changes_words(self.said.counts)
        return [*reading_sentences(self.reading, self.said.buffers.carried), *([changed] if changed else [])]

    def _earlier(self) -> Page:
        """What came down on people at earlier times, beside now, a form at a time."""
        kept = times(self.answers)
        if not kept:
            return []
        names = form_words()
        rows = []
        for form in FORMS:
            then = [f"{day_words(one['at'])}: {then_words(one['left'][form])}" for one in kept]
            present = None if form in self.said.unsaid else self.reading.left[form]
            now = _("now: %(left)s") % {"left": then_words(present)}
            rows.append(f"- **{plain(names[form].name)}.** {plain('; '.join([*then, now]))}")
        told = _("What comes down on people, at earlier times and now")
        return [blocks.heading(told, 3), blocks.prose("\n".join(rows))]

    def _way(self) -> Block:
        at = self._at
        ahead = _("The picture →") if at == BUFFERS else _("Next →")
        return {
            "kind": "foot",
            "label": _("Back and on"),
            "back": blocks.button("back", "← " + _("Back")) if at else None,
            "hint": "",
            "next": blocks.button("next", ahead, main=True) if at < PICTURE else None,
        }


def times(answers: Answers) -> list[dict[str, Any]]:
    """Earlier scans as they were set beside the next: a day, and what came down of each form. Only what is sound."""
    kept: list[Any] = answers.get("scan/times", [])
    return [one for one in kept if _sound(one)][-KEPT:]


def then_words(left: float | None) -> str:
    """What came down on people of one form at one time; a form that was not filled in is not told as little."""
    return _("not filled in") if left is None else left_words(left)


def day_words(at: str) -> str:
    """The day of an earlier scan, kept in ISO 8601, as Dutch writes it. Raises ValueError for what is no day."""
    return date.fromisoformat(at).strftime("%d-%m-%Y")


def _is_day(at: str) -> bool:
    try:
        return bool(day_words(at))
    except ValueError:
        return False


def _sound(one: Any) -> bool:
    if not (isinstance(one, dict) and isinstance(one.get("at"), str) and isinstance(one.get("left"), dict)):
        return False
    left = one["left"]
    return _is_day(one["at"]) and all(
        form in left
        and (
            left[form] is None
            or (isinstance(left[form], int | float) and not isinstance(left[form], bool) and 0 <= left[form] <= 1)
        )
        for form in FORMS
    )

"""What a learner or a team says of nearness: from the answers to the model, and the fields to say it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.figures.nearness_words import complex_words, demarcation_words, form_words, frame_words, near_words
from kit.language import _, ngettext
from kit.models.proximity import FORMS, Buffers, Form, Nearness, Reading, continuity, read
from kit.widgets import blocks
from kit.widgets.blocks import Block
from kit.widgets.lessons.answers import Answers

COUNTS: Mapping[str, range] = {"leaders": range(1, 9), "moves": range(9), "years": range(1, 6)}
"""The numbers to choose from."""


@dataclass(frozen=True)
class Start:
    """Where the fields stand before they are touched; None where they are to be untouched.

    near, complexity: for each form; frame, demarcation: from 0 to 100. leaders, moves: counts in as many years.
    """

    near: Mapping[Form, int] = field(default_factory=dict)
    complexity: Mapping[Form, int] = field(default_factory=dict)
    frame: int | None = None
    demarcation: int | None = None
    leaders: int | None = None
    moves: int | None = None
    years: int | None = None


EMPTY = Start()
"""A scan that nobody has filled in."""

EXAMPLE = Start(
    near={"physical": 80, "network": 60, "interprofessional": 70, "civil": 40, "government": 60},
    complexity={"physical": 50, "network": 50, "interprofessional": 80, "civil": 50, "government": 60},
    frame=30,
    demarcation=30,
    leaders=4,
    moves=3,
    years=3,
)
"""A team that we made up; its leaders, moves and years are those of the team in Hoijtink's workshop."""


class Said:
    """One team under the answers. prefix: what its answers are kept by; start: what counts until they are given."""

    def __init__(self, answers: Answers, prefix: str, start: Start) -> None:
        self.answers, self.prefix, self.start = answers, prefix, start

    def key(self, *parts: str) -> str:
        """What an answer is kept by."""
        return "/".join((self.prefix, *parts))

    def amount(self, name: str) -> int | None:
        """The slider of a buffer, from 0 to 100; None where it is untouched."""
        kept = self.answers.number(self.key(name))
        begun: int | None = getattr(self.start, name)
        return begun if kept is None else kept

    def form_amount(self, form: Form, name: str) -> int | None:
        """A slider of one form, from 0 to 100; None where it is untouched."""
        kept = self.answers.number(self.key(form, name))
        begun: Mapping[Form, int] = getattr(self.start, name)
        return begun.get(form) if kept is None else kept

    def count(self, name: str) -> int | None:
        """A number that was chosen from a list; None where none was."""
        kept = self.answers.get(self.key(name), "")
        chosen: int | None = int(kept) if kept in map(str, COUNTS[name]) else getattr(self.start, name)
        return chosen

    @property
    def counts(self) -> tuple[int, int, int] | None:
        """Leaders, moves, years; None until all three were said."""
        leaders, moves, years = map(self.count, COUNTS)
        return None if leaders is None or moves is None or years is None else (leaders, moves, years)

    @property
    def continuity(self) -> float:
        """What stayed as it was; 0 where that was not said."""
        if self.counts is None:
            return 0.0
        leaders, moves, years = self.counts
        return continuity(leaders - 1, moves, years)

    @property
    def forms(self) -> tuple[Nearness, ...]:
        """The forms of which both sliders were set."""
        them = []
        for form in FORMS:
            near, complexity = self.form_amount(form, "near"), self.form_amount(form, "complexity")
            if near is not None and complexity is not None:
                them.append(Nearness(form, near / 100, complexity / 100))
        return tuple(them)

    @property
    def buffers(self) -> Buffers:
        """What bears; what was not said bears nothing."""
        frame, demarcation = ((self.amount(name) or 0) / 100 for name in ("frame", "demarcation"))
        return Buffers(frame, demarcation, self.continuity)

    @property
    def unsaid(self) -> tuple[Form, ...]:
        """The forms of which a slider is untouched."""
        said = {one.form for one in self.forms}
        return tuple(form for form in FORMS if form not in said)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of what was not said yet."""
        names = [form_words()[form].name for form in self.unsaid]
        buffers = {"frame": _("Shared frame"), "demarcation": _("Demarcation")}
        names += [name for key, name in buffers.items() if self.amount(key) is None]
        return (*names, *([] if self.counts else [_("Continuity")]))

    def reading(self) -> Reading:
        """What it comes down to."""
        return read(self.forms, self.buffers)

    # fields

    def form_sliders(self, form: Form, live: bool) -> tuple[Block, Block]:
        """How near, and how complex."""
        rows = (
            ("near", _("How near is this?"), near_words()),
            ("complexity", _("How complex is that?"), complex_words()),
        )
        near, complexity = (
            _slider(self.key(form, name), label, self.form_amount(form, name), words, live=live)
            for name, label, words in rows
        )
        return near, complexity

    def buffer_sliders(self, live: bool) -> tuple[Block, Block]:
        """Shared frame, and demarcation."""
        alike = _("Does the team see the assignment the same way?")
        where = _("Does the team know where its task begins and where it ends?")
        return (
            _slider(self.key("frame"), _("Shared frame"), self.amount("frame"), frame_words(), alike, live),
            _slider(
                self.key("demarcation"), _("Demarcation"), self.amount("demarcation"), demarcation_words(), where, live
            ),
        )

    def count_lists(self) -> tuple[Block, ...]:
        """Leaders, moves and years, each to choose from a list."""
        labels = {
            "leaders": _("How many team leaders were there?"),
            "moves": _("How often did the team move?"),
            "years": _("In how many years?"),
        }
        them = []
        for name, numbers in COUNTS.items():
            chosen = self.count(name)
            unsaid = {"": _("choose")} if chosen is None else {}
            options = unsaid | {
                str(n): ngettext("%(n)s year", "%(n)s years", n) % {"n": n} if name == "years" else str(n)
                for n in numbers
            }
            them.append(blocks.select(self.key(name), labels[name], options, "" if chosen is None else str(chosen)))
        return tuple(them)


def _slider(key: str, label: str, value: int | None, words: list[str], help: str = "", live: bool = False) -> Block:
    return blocks.scale(key, label, value, words[0], words[-1], words, _("Move the slider."), help, live)

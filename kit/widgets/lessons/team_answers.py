"""A team design as the learner's answers have it: sliders for amounts, and the choices of the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.figures.caseload_curve import cases_words, hours_words, number
from kit.language import _, ngettext
from kit.models.caseload import Caseload
from kit.models.team_design import MANY, ONE, TeamDesign
from kit.widgets import blocks
from kit.widgets.blocks import Block
from kit.widgets.lessons.answers import Answers


@dataclass(frozen=True)
class Amount:
    """One row of `datasets/tables/caseload`: where a slider begins, how far it goes, in how many steps."""

    id: str
    value: float
    unit: str
    minimum: float
    maximum: float
    steps: int
    meaning: str

    @property
    def key(self) -> str:
        """The name under which the answer is kept."""
        return f"design/{self.id}"

    @property
    def values(self) -> tuple[float, ...]:
        """What the slider may stand at, from low to high."""
        apart = (self.maximum - self.minimum) / max(1, self.steps - 1)
        return tuple(round(self.minimum + i * apart, 6) for i in range(self.steps))

    def of(self, answer: int) -> float:
        """The amount that an answer from 0 to 100 stands for."""
        return self.values[min(self.steps - 1, answer * self.steps // 101)]

    def answer(self, value: float) -> int:
        """Where the slider stands for an amount: the lowest of its places that says the nearest it has."""
        return min(range(0, 101, 5), key=lambda place: (round(abs(self.of(place) - value), 9), place))


Amounts = Mapping[str, Amount]


def amount(answers: Answers, amounts: Amounts, id: str) -> float:
    """The amount that the learner chose, or that the slider begins with."""
    given = answers.number(amounts[id].key)
    return amounts[id].value if given is None else amounts[id].of(given)


def week_of(answers: Answers, amounts: Amounts) -> Caseload:
    """The week as the sliders have it."""
    days, day, cases, each, learning = (
        amount(answers, amounts, id) for id in ("days", "day", "cases", "each", "learning")
    )
    return Caseload(hours=days * day, cases=cases, each=each, learning=learning)


def design_of(answers: Answers, amounts: Amounts) -> TeamDesign:
    """The design as it was chosen so far. What is not sound in the answers counts as not chosen."""
    chosen: dict[str, Any] = {}
    for name, allowed in ONE.items():
        if (one := answers.get(f"design/{name}", "")) in allowed:
            chosen[name] = one
    for name, allowed in MANY.items():
        some = answers.run.answers.get(f"design/{name}")
        if isinstance(some, list):
            chosen[name] = frozenset(value for value in some if isinstance(value, str) and value in allowed)
    if answers.number(amounts["days"].key) is not None:
        chosen["days"] = amount(answers, amounts, "days")
        if answers.number(amounts["cases"].key) is not None:
            chosen["caseload"] = week_of(answers, amounts)
    return TeamDesign(**chosen)


def slider(answers: Answers, amounts: Amounts, id: str, live: bool = False) -> Block:
    """The slider of one amount; live where a picture follows it, and then it stands somewhere from the start."""
    it = amounts[id]
    label, words, help = _slider_words(amounts[id].values, id)
    given = answers.number(it.key)
    said = it.answer(it.value) if given is None and live else given
    return blocks.scale(
        it.key, label, said, words[0], words[-1], words, _("Move the slider to your answer."), help=help, live=live
    )


def _slider_words(values: Sequence[float], id: str) -> tuple[str, list[str], str]:
    if id == "days":
        days = [ngettext("%(n)s day", "%(n)s days", 1 if v == 1 else 2) % {"n": number(v)} for v in values]
        return _("How many days a week does somebody work in the team?"), days, _("A day has eight hours here.")
    if id == "cases":
        return _("How many households does somebody have at a time?"), [cases_words(v) for v in values], ""
    if id == "each":
        hours = [hours_words(v) for v in values]
        return _("How much time does one household take in a week?"), hours, _("With calls, writing and travel.")
    shares = [_("%(n)s %% of your hours") % {"n": number(100 * v)} for v in values]
    return _("How much time does learning need?"), shares, _("Discussing cases, looking along, peer review.")

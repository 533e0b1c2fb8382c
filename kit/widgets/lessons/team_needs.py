"""What a team needs, beside the design: what is weakest in it, and what the source says of that."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kit.figures.team_words import LEVELS, level, level_words
from kit.language import _, ngettext
from kit.models.team_design import Reading, TeamDesign
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.lesson import Question
from kit.widgets.lessons.part import Part
from kit.widgets.lessons.team_answers import Amounts, design_of
from kit.widgets.lessons.team_choices import choice_block
from kit.widgets.pages.parts import plain


@dataclass(frozen=True)
class Need:
    """One row of `datasets/tables/team-voorwaarden`: a precondition, what it asks, what follows where it lacks."""

    id: str
    part: str
    name: str
    asks: str
    lacking: str | None
    place: str
    source: str


def weakest_words(reading: Reading, needs: Mapping[str, Need]) -> str:
    """What is weakest, in a sentence."""
    known = [strength for strength in reading.strengths.values() if strength is not None]
    if not known:
        return _("Nothing is known yet: choose first.")
    if not reading.weakest:
        return _("Of what you chose, nothing is weak.")
    names = ", ".join(needs[id].name.lower() for id in reading.weakest)
    return ngettext(
        "Weakest in this design: %(names)s.", "Weakest in this design, all alike: %(names)s.", len(reading.weakest)
    ) % {"names": names}


class Needs(Part):
    """The preconditions of one source beside the design; choices that it asks itself stand above."""

    def __init__(
        self,
        answers: Answers,
        amounts: Amounts,
        needs: Sequence[Need],
        read: Callable[[TeamDesign], Reading],
        cites: Mapping[str, str],
        choices: Sequence[str] = (),
        questions: Sequence[Question] = (),
    ) -> None:
        self.amounts, self.read, self.cites = amounts, read, cites
        self.needs = {need.id: need for need in needs}
        self.choices, self.questions = choices, questions
        super().__init__(answers)

    def above(self) -> Page:
        """What is asked here."""
        return [choice_block(self.answers, name) for name in self.choices]

    def below(self) -> Page:
        """The weakest in large, with what the source says; then all, from what lacks to what is there."""
        reading = self.read(design_of(self.answers, self.amounts))
        page: Page = [blocks.heading(weakest_words(reading, self.needs), 3)]
        if reading.weakest:
            page.append(blocks.columns(*([blocks.panel(*self._told(id), tone="change")] for id in reading.weakest)))
        page.append(blocks.details(_("All of them, as they are in your design"), *self._all(reading)))
        page += [blocks.text(q.key, q.label, self.answers.get(q.key, ""), help=q.help) for q in self.questions]
        return page

    def _told(self, id: str) -> Page:
        need = self.needs[id]
        page: Page = [blocks.heading(need.name, 4), blocks.prose(plain(need.asks))]
        if need.lacking:
            page.append(blocks.prose(_("**Where it lacks:** %(text)s") % {"text": plain(need.lacking)}))
        place = _("Under the heading '%(place)s'.") % {"place": need.place}
        page.append(blocks.prose(f"*{plain(self.cites[need.source])} {plain(place)}*"))
        return page

    def _all(self, reading: Reading) -> Page:
        page: Page = []
        for found in LEVELS:
            ids = [
                id for id, strength in reading.strengths.items() if strength is not None and level(strength) == found
            ]
            if ids:
                page.append(blocks.heading(level_words(found), 4))
                page.append(blocks.prose("\n".join(self._line(id) for id in ids)))
        if unknown := [id for id, strength in reading.strengths.items() if strength is None]:
            page.append(blocks.heading(_("Not chosen yet"), 4))
            page.append(blocks.prose("\n".join(self._line(id) for id in unknown)))
        order = _("The order is that of the source. How far your design has each of these is our reading.")
        return [*page, blocks.prose("*" + order + "*")]

    def _line(self, id: str) -> str:
        return f"- **{plain(self.needs[id].name)}.** {plain(self.needs[id].asks)}"

    def redraws(self, key: str) -> bool:
        """When the design changes, here or elsewhere."""
        return key.startswith("design/") and key != "design/at"

"""A team that we made up: what its nearness asks, and what bears it; both follow while a slider moves."""

from kit.figures.nearness_bars import nearness_bars, nearness_figure
from kit.figures.nearness_words import changes_words, form_words, left_words, reading_sentences
from kit.language import _
from kit.models.proximity import FORMS, Form, Reading
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.charted import Charted
from kit.widgets.lessons.nearness_answers import EXAMPLE, Said
from kit.widgets.pages.parts import plain

OF_THE_WORKSHOP = {"leaders": "4", "moves": "3", "years": "3"}
UNCHANGED = {"leaders": "1", "moves": "0", "years": "3"}


def in_words(reading: Reading, said: Said) -> Block:
    """The chart as a list, folded, so that nothing is in the picture alone. said: whose it is."""

    def row(form: Form) -> str:
        if form in said.unsaid:
            return _("Not filled in.")
        told = _("On people: %(left)s. Borne: %(carried)s.")
        return told % {"left": left_words(reading.left[form]), "carried": left_words(reading.carried[form])}

    rows = [f"- **{plain(words.name)}.** {row(form)}" for form, words in form_words().items()]
    return blocks.details(_("The chart in words"), blocks.prose("\n".join(rows)))


def made_up() -> Block:
    """Where the numbers come from, folded."""
    told = _(
        "The five forms are Hoijtink's. That a shared view, demarcation and continuity were missed was said in his "
        "workshop; that these three bear a part is our *reading*. "
        "How near and how complex is *made up*, and so is the sum: nearness times complexity, less what is borne. "
        "Continuity is worked out from changes: without any it is whole; four leaders and three moves in three years "
        "leave a third of it. Leaders, moves and years of that team are from the *source*; the sum with them is ours."
    )
    return blocks.details(_("Where do these numbers come from?"), blocks.prose(told))


class Team(Charted):
    """A part around the team that we made up. Both of its parts show the same team."""

    reading: Reading

    def __init__(self, answers: Answers) -> None:
        self.said = Said(answers, "team", EXAMPLE)
        super().__init__(answers)

    def reckon(self) -> None:
        """What the team comes down to."""
        self.reading = self.said.reading()

    def sentences(self) -> list[str]:
        """The chart in sentences."""
        return reading_sentences(self.reading, self.said.buffers.carried)

    def picture(self) -> tuple[Draw, str]:
        """Five bars."""
        shown = nearness_bars(self.reading)
        return lambda dark: nearness_figure(shown, dark), " ".join(self.sentences())

    def below(self) -> Page:
        """The same in words."""
        return [
            blocks.panel(blocks.prose(" ".join(self.sentences())), tone="change"),
            in_words(self.reading, self.said),
            made_up(),
        ]

    def follows(self, key: str) -> bool:
        """The picture follows every field of the team, wherever it stands."""
        return key.startswith("team/") and key != "team/at"


class Ask(Team):
    """How near, and how complex: a form at a time."""

    @property
    def _at(self) -> Form:
        kept = self.answers.get("team/at", "")
        return next((form for form in FORMS if form == kept), "interprofessional")

    def above(self) -> Page:
        """Which form, what it is, and its two sliders."""
        words = form_words()
        chosen = words[self._at]
        return [
            blocks.select("team/at", _("Which nearness?"), {form: it.name for form, it in words.items()}, self._at),
            blocks.prose(f"{plain(chosen.asks)} {plain(chosen.complex)} *{plain(chosen.told)}*"),
            blocks.columns(*([slider] for slider in self.said.form_sliders(self._at, live=True))),
        ]

    def redraws(self, key: str) -> bool:
        """When another form is taken in hand."""
        return key == "team/at"


class Bear(Team):
    """What makes it bearable: a shared frame, demarcation, continuity."""

    def above(self) -> Page:
        """Two sliders, and the three numbers for continuity; all of it is seen together with the chart."""
        return [
            blocks.columns(*([slider] for slider in self.said.buffer_sliders(live=True))),
            blocks.heading(_("Continuity"), 4),
            blocks.columns(*([chosen] for chosen in self.said.count_lists())),
        ]

    def sentences(self) -> list[str]:
        """What the three numbers come to, and the chart."""
        return [changes_words(self.said.counts), *super().sentences()]

    def below(self) -> Page:
        """Two sets of numbers to choose at once, and the same as the chart in words."""
        return [
            blocks.buttons(
                blocks.button("workshop", _("The team from the workshop")),
                blocks.button("unchanged", _("Nothing changes")),
            ),
            *super().below(),
        ]

    def acted(self, act: str) -> None:
        """The leaders and moves of the workshop, or none."""
        ready = {"workshop": OF_THE_WORKSHOP, "unchanged": UNCHANGED}
        if act in ready:
            self.top.forget()
            for name, value in ready[act].items():
                self.answers.keep(self.said.key(name), value)
            self.draw()

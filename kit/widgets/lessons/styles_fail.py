"""Make it fail: every assumption can be changed, and each finding says whether it still stands."""

from dataclasses import fields

from kit.figures.caseload_curve import number
from kit.figures.unrest_band import styles_chart, unrest_figure
from kit.figures.unrest_words import assumption_names, style_sentences
from kit.language import _
from kit.models.working_style import Assumptions, Comparison, compare
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Draw
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.styles_mix import Styled
from kit.widgets.pages.parts import plain

FASTEST = {"drift": 0.3, "relief": 0.5, "repair": 0.16, "trust_growth": 0.08, "noise": 0.1}
"""What the slider's end stands for, where it is not 1: for a speed, twice what was made up."""

AS_MADE_UP = Assumptions()
NAMES = tuple(field.name for field in fields(Assumptions))


def at_start(name: str) -> int:
    """Where the slider of an assumption stands as it was made up."""
    made_up: float = getattr(AS_MADE_UP, name)
    return round(made_up / FASTEST.get(name, 1.0) * 100)


def changed_to(answers: Answers) -> dict[str, int]:
    """The assumptions that the learner changed, with where their sliders stand."""
    found = {name: answers.number(f"fail/{name}") for name in NAMES}
    return {name: value for name, value in found.items() if value is not None and value != at_start(name)}


def speed_words(name: str) -> list[str]:
    """The words on the slider of an assumption: against how it was made up, or from none to all."""
    if name in ("drift", "relief", "repair", "trust_growth"):
        return [_("(almost) not"), _("slower than we made up"), _("as we made up"), _("faster than we made up"),
                _("twice as fast")]  # fmt: skip
    return [_("hardly any"), _("little"), _("something"), _("a good deal"), _("very much")]


def findings(seen: Comparison, without_cause: Comparison) -> list[tuple[str, bool]]:
    """What the model was built to show, and the honest one against it; with whether each stands."""
    return [
        (_("After a month it is calmer with the card."), seen.calmer_early),
        (_("After a year it is calmer with relations."), seen.calmer_late),
        (_("How it turns out is less sure with relations."), seen.relational_is_wider),
        (_("Where nothing lies under it, the card is enough."), without_cause.card_suffices),
        (_("Taken over the whole year there is less unrest with the card."), seen.mean_gain > 0),
    ]


class Fail(Styled):
    """One assumption in hand at a time; the findings below say what it does to them."""

    seen: Comparison
    without_cause: Comparison

    @property
    def _at(self) -> str:
        at = self.answers.get("fail/at", "")
        return at if at in NAMES else "repair"

    def _value(self, name: str) -> int:
        value = self.answers.number(f"fail/{name}")
        return at_start(name) if value is None else value

    def street(self) -> Assumptions:
        """The assumptions as the learner has them now."""
        return Assumptions(**{name: self._value(name) / 100 * FASTEST.get(name, 1.0) for name in NAMES})

    def above(self) -> Page:
        """Which assumption, and its slider."""
        names = assumption_names()
        words = speed_words(self._at)
        chosen = blocks.select(
            "fail/at", _("Which assumption do you change?"), {name: row[0] for name, row in names.items()}, self._at
        )
        slider = blocks.scale(
            f"fail/{self._at}",
            names[self._at][0],
            self._value(self._at),
            words[0],
            words[-1],
            words,
            "",
            help=names[self._at][1],
            live=True,
        )
        return [blocks.columns([chosen], [slider])]

    def reckon(self) -> None:
        """Both styles under these assumptions, and where nothing lies under the unrest."""
        street = self.street()
        self.seen = compare(self.chances, street)
        self.without_cause = compare(self.chances[:1], street.changed(cause=0.0))

    def picture(self) -> tuple[Draw, str]:
        """Both styles under these assumptions."""
        shown = styles_chart(self.seen, top=1.0, height=320)  # with the findings under it on one screen
        return lambda dark: unrest_figure(shown, dark), " ".join(style_sentences(self.seen))

    def below(self) -> Page:
        """What is left of the findings, what was changed, and all assumptions as they were made up."""
        told = findings(self.seen, self.without_cause)
        stands, falls = _("Still stands."), _("Falls.")
        rows = [f"- {plain(said)} **{stands if stands_now else falls}**" for said, stands_now in told]
        names = assumption_names()
        moved = [names[name][0].lower() for name in changed_to(self.answers)]
        changed = _("Changed: %(names)s.") % {"names": ", ".join(moved)} if moved else _("Nothing is changed yet.")
        given = "\n".join(
            f"- **{plain(names[name][0])}**: {number(getattr(AS_MADE_UP, name), 2)}. {plain(names[name][1])} *"
            + _("Made up.")
            + "*"
            for name in names
        )
        return [
            blocks.panel(
                blocks.heading(_("What is left of the findings"), 3),
                blocks.prose("\n".join(rows)),
                blocks.prose(plain(changed)),
                blocks.buttons(blocks.button("back", _("All as we made it up"))),
                tone="change",
            ),
            blocks.details(
                _("All assumptions, as we made them up"),
                blocks.prose(_("Each from 0 to 1; no source gives any. A speed is the part that goes in a week.")),
                blocks.prose(given),
            ),
        ]

    def acted(self, act: str) -> None:
        """Put all assumptions back."""
        if act == "back":
            self.top.forget()
            for name in changed_to(self.answers):
                self.answers.keep(f"fail/{name}", at_start(name))
            self.draw()

    def follows(self, key: str) -> bool:
        """The picture follows the slider in hand."""
        return key.removeprefix("fail/") in NAMES and key.startswith("fail/")

    def redraws(self, key: str) -> bool:
        """When another assumption is taken in hand."""
        return key == "fail/at"

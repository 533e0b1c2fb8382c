"""The tipping point between two options, in sentences, with a board on which each guess can be tried."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from kit.case import Case, Force, Moment, Option
from kit.figures.words import tipping_words
from kit.language import _
from kit.models.force_field import robustness, strain_equally
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.kindly import kindly
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.boards import BoardPart, board_key
from kit.widgets.pages.parts import option_text, plain

SPREAD = 0.2
"""How far a guessed strength may be off, either way."""

DRAWS = 400

FIRMNESS = (0.65, 0.85, 0.98)
"""Shares of draws at which the words for how firm a picture is change."""


def on_one_tension(moment: Moment, tension: str) -> Moment:
    """The moment with only the forces and places on one tension, so that a sentence is about one line."""
    forces = tuple(force for force in moment.forces if force.tension == tension)
    options = tuple(replace(o, positions={tension: o.positions[tension]}) for o in moment.options)
    return replace(moment, forces=forces, options=options)


def firmness_words(forces: tuple[Force, ...], a: Option, b: Option) -> str:
    """How much hangs on guessed strengths between two options, in words, never telling one from the other."""
    shares = robustness(forces, {"a": a.positions, "b": b.positions}, SPREAD, DRAWS, Random(0))
    if shares is None:
        return ""
    firm = max(shares.values())
    turning, often, rarely = FIRMNESS
    if firm >= rarely:
        return _("Somewhat thicker or thinner ropes hardly ever change it: between these two the picture is firm.")
    if firm >= often:
        return _(
            "Somewhat thicker or thinner ropes now and then change it: between these two the picture is fairly firm."
        )
    if firm >= turning:
        return _("Somewhat thicker or thinner ropes regularly change it: much hangs on guesses here.")
    return _("Somewhat thicker or thinner ropes change it about every other time: here all hangs on guesses.")


class Tipping(BoardPart):
    """Two options to choose, what would make them strain equally, and the board to try it on."""

    name = "tipping"

    def __init__(self, case: Case, answers: Answers, moment: Moment, tension: str) -> None:
        super().__init__(case, answers, on_one_tension(moment, tension))

    def opening(self) -> list[str]:
        """All forces count here, so all are on the board."""
        return [board_key(force) for force in self.moment.forces]

    def pair(self) -> tuple[Option, Option]:
        """The two options that are compared; never the same one twice."""
        options = self.moment.options
        known = {option.id: option for option in options}
        a = known.get(self.answers.get("tipping/a", ""), options[0])
        others = [option for option in options if option is not a]
        b = known.get(self.answers.get("tipping/b", ""), others[0])
        return a, b if b is not a else others[0]

    def marks(self) -> Mapping[str, Mapping[str, float]]:
        """The places of both options on the line, as A and B."""
        a, b = self.pair()
        return {"A": a.positions, "B": b.positions}

    def above(self) -> Page:
        """Which two options, and what they are."""
        a, b = self.pair()
        columns: list[Page] = []
        for letter, mine, other in (("a", a, b), ("b", b, a)):
            titles = {o.id: o.title for o in self.moment.options if letter == "a" or o is not other}
            label = _("Option %(letter)s") % {"letter": letter.upper()}
            columns.append(
                [blocks.select(f"tipping/{letter}", label, titles, mine.id), blocks.prose(option_text(mine))]
            )
        return [
            blocks.columns(*columns),
            blocks.prose(
                _(
                    "Choose a name on the board to move it, or to make its rope thicker or thinner. The "
                    "sentences follow."
                )
            ),
        ]

    def below(self) -> Page:
        """The sentences, how firm they are, and what the learner would ask."""
        a, b = self.pair()
        forces = tuple(force for force in self.board.forces if board_key(force) in self.board.shown)
        told: Page = [
            blocks.heading(_("What would change the picture?"), 3),
            *self._sentences(forces, a, b),
            blocks.buttons(
                blocks.button("guess", _("Guess all thicknesses anew")),
                blocks.button("back", _("Put all back")),
            ),
        ]
        return [
            blocks.panel(*told, tone="change"),
            blocks.prose(
                "*"
                + _(
                    "Friction says how far a choice lies from what all want, not whether it is good; the "
                    "middle always has less of it. The strengths are assumptions."
                )
                + "*"
            ),
            blocks.text(
                "tipping/ask",
                _("Which guess would you check first, and with whom?"),
                self.answers.get("tipping/ask", ""),
            ),
        ]

    def _sentences(self, forces: tuple[Force, ...], a: Option, b: Option) -> Page:
        others = [option for option in self.moment.options if option not in (a, b)]
        bare = tipping_words(self.case, forces, a, b)
        full = tipping_words(self.case, forces, a, b, others)
        rests = {whole.removeprefix(short).strip() for short, whole in zip(bare, full, strict=True)}
        # What every sentence would say again is said once.
        lines, after = (bare, next(iter(rests))) if len(bare) > 1 and len(rests) == 1 else (full, "")
        if lines:
            page: Page = [blocks.prose("\n".join(f"- {plain(line)}" for line in lines))]
        else:
            page = [blocks.prose(_("No single force, heavier or lighter, would by itself make these two equal."))]
        if after:
            page.append(blocks.prose(_("With each of these sentences:") + " " + plain(after)))
        if forces and not strain_equally(forces, a.positions, b.positions):
            page.append(blocks.prose("**" + firmness_words(forces, a, b) + "**"))
        return page

    def acted(self, act: str) -> None:
        """Guess anew within the spread, or put all forces back."""
        if act == "back":
            self.board.moved = {}
        elif act == "guess":
            times = self.answers.get("tipping/guesses", 0) + 1
            self.answers.keep("tipping/guesses", times)
            rng = Random(times)
            guessed = [f.moved(strength=f.strength + rng.uniform(-SPREAD, SPREAD)) for f in self.moment.forces]
            self.board.moved = {board_key(force): [force.toward, round(force.strength, 3)] for force in guessed}

    def redraws(self, key: str) -> bool:
        """When a force or an option changes."""
        return key in ("tipping/moved", "tipping/shown", "tipping/a", "tipping/b")

    @kindly
    def _on_set(self, key: str, value: Any) -> None:
        super()._on_set(key, value)
        if key in ("tipping/a", "tipping/b"):
            self._restore()

"""Designing a team, a screen at a time: its assignment, its people, who leads, and whether there is time to learn."""

from kit.figures.caseload_curve import cases_words, number
from kit.figures.team_words import ONLY_SPECIALISED, SCREENS, choice, screen_title
from kit.language import _, ngettext
from kit.models.team_design import MANY, TeamDesign
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.shared import Shared
from kit.widgets.lessons.team_answers import Amounts, design_of, slider

LAST = len(SCREENS)
AMOUNTS = ("days", "cases")
SHORT = 22
"""Options with names no longer than this stand beside each other."""


def choice_block(answers: Answers, name: str) -> Block:
    """One choice of the model, as a field."""
    asked = choice(name)
    options = [blocks.option(value, label) for value, label in asked.options]
    key = f"design/{name}"
    if asked.many:
        held: list[str] = answers.get(key, [])
        return blocks.ticks(key, asked.question, options, held, help=asked.help)
    row = max(len(label) for _value, label in asked.options) <= SHORT
    return blocks.choice(key, asked.question, options, answers.get(key, "") or None, help=asked.help, row=row)


def chosen_words(design: TeamDesign, name: str) -> str:
    """What was chosen under this name, in words; "" where nothing was."""
    if name == "days":
        if design.days is None:
            return ""
        return ngettext("%(n)s day", "%(n)s days", 1 if design.days == 1 else 2) % {"n": number(design.days)}
    if name == "cases":
        return "" if design.caseload is None else cases_words(design.caseload.cases)
    held, asked = getattr(design, name), choice(name)
    if isinstance(held, frozenset):
        return "; ".join(label for value, label in asked.options if value in held) or _("none of these")
    return asked.label(held) if held else ""


def question_of(name: str) -> str:
    """The question that was answered under this name."""
    if name in AMOUNTS:
        return {"days": _("Days a week in the team"), "cases": _("Households at a time")}[name]
    return choice(name).question


def asked_on(screen: str, design: TeamDesign) -> list[str]:
    """What is chosen on a screen, as the design is now: no questions on specialists where there are none."""
    specialised = design.composition == "specialised"
    return [name for name in SCREENS[screen] if specialised or name not in ONLY_SPECIALISED]


class Design(Shared):
    """The screens, one after another, and the whole design at the end."""

    def __init__(self, answers: Answers, amounts: Amounts) -> None:
        self.amounts = amounts
        super().__init__(answers)

    @property
    def _at(self) -> int:
        return min(LAST, max(0, self.answers.get("design/at", 0)))

    def above(self) -> Page:
        """The screen in hand, or the design as a whole."""
        return self._overview() if self._at == LAST else self._screen(self._at)

    def acted(self, act: str) -> None:
        """On, or back. What may be several and was passed by, is none."""
        at = self._at
        if act == "next" and at < LAST:
            for name in asked_on(list(SCREENS)[at], design_of(self.answers, self.amounts)):
                if name in MANY and not isinstance(self.answers.run.answers.get(f"design/{name}"), list):
                    self.answers.keep(f"design/{name}", [])
        step = {"next": 1, "back": -1}.get(act, 0)
        self.answers.keep("design/at", min(LAST, max(0, at + step)))
        self.draw(turn=True)

    def redraws(self, key: str) -> bool:
        """A team with specialists is asked more."""
        return key == "design/composition"

    def also_here(self, key: str) -> bool:
        """The amounts stand in a later part too; the overview shows them as well."""
        at = self._at
        names = AMOUNTS if at == LAST or "days" in SCREENS[list(SCREENS)[at]] else ()
        return key in {self.amounts[name].key for name in names}

    def _screen(self, at: int) -> Page:
        screen = list(SCREENS)[at]
        page: Page = [
            blocks.heading(screen_title(screen)),
            blocks.prose(_("Screen %(n)s of %(all)s") % {"n": at + 1, "all": LAST}, lead=True),
        ]
        for name in asked_on(screen, design_of(self.answers, self.amounts)):
            is_amount = name in AMOUNTS
            page.append(slider(self.answers, self.amounts, name) if is_amount else choice_block(self.answers, name))
        return [*page, self._way(at)]

    def _overview(self) -> Page:
        design = design_of(self.answers, self.amounts)
        panels = []
        for screen in SCREENS:
            rows: Page = [blocks.heading(screen_title(screen), 3)]
            for name in asked_on(screen, design):
                said = chosen_words(design, name) or _("not chosen yet")
                rows.append(blocks.prose(f"{question_of(name)}  \n**{said}**"))
            panels.append([blocks.panel(*rows)])
        return [
            blocks.heading(_("Your team")),
            blocks.prose(_("This is what you designed. You can go back and change it at any moment."), lead=True),
            blocks.columns(*panels[:2]),
            blocks.columns(*panels[2:]),
            self._way(LAST),
        ]

    def _way(self, at: int) -> Block:
        ahead = _("Your team →") if at == LAST - 1 else _("Next →")
        return {
            "kind": "foot",
            "label": _("Back and on"),
            "back": blocks.button("back", "← " + _("Back")) if at else None,
            "hint": "",
            "next": blocks.button("next", ahead, main=True) if at < LAST else None,
        }

"""What the choices of a team design are called, and how far a design has something, in words."""

from dataclasses import dataclass
from typing import Literal

from kit.language import _
from kit.models.team_design import MANY, ONE

Level = Literal["lacking", "begun", "largely", "there"]
"""How far a design has what a source asks; coarser than the number, which nobody gave."""

LEVELS: tuple[Level, ...] = ("lacking", "begun", "largely", "there")

SCREENS: dict[str, tuple[str, ...]] = {
    "assignment": ("breadth", "range", "zero_line", "audience"),
    "people": ("composition", "specialisms", "specialist_tasks", "asked"),
    "leading": ("authority", "frames", "step_back", "steady"),
    "learning": ("days", "cases", "ways", "mistakes"),
}
"""The screens of a design, in order, and what is chosen on each."""

ONLY_SPECIALISED = ("specialisms", "specialist_tasks")
"""What is asked only of a team that has specialists."""


@dataclass(frozen=True)
class Choice:
    """One choice: its question, what the word in it means, and its options (value, name)."""

    name: str
    question: str
    help: str
    options: tuple[tuple[str, str], ...]
    many: bool = False

    def label(self, value: str) -> str:
        """The name of one option. Raises KeyError for a value that is not offered."""
        return dict(self.options)[value]


def screen_title(screen: str) -> str:
    """What a screen of the design is about, as a question."""
    return {
        "assignment": _("What is the team's assignment?"),
        "people": _("Who are in the team?"),
        "leading": _("Who leads, and with what?"),
        "learning": _("Is there time to learn?"),
    }[screen]


def choice(name: str) -> Choice:
    """The choice under this name of the model. Raises KeyError where there is none."""
    question, help = _question(name)
    values = ONE.get(name) or MANY[name]
    return Choice(name, question, help, tuple((value, _option(name, value)) for value in values), name in MANY)


def level(strength: float) -> Level:
    """How far something is there, from a strength from 0 to 1."""
    if strength <= 0:
        return "lacking"
    return "begun" if strength <= 0.5 else "largely" if strength < 1 else "there"


def level_words(found: Level) -> str:
    """A level, as the heading of a list."""
    return {
        "lacking": _("Is not there"),
        "begun": _("A beginning"),
        "largely": _("Largely there"),
        "there": _("Is there"),
    }[found]


def _question(name: str) -> tuple[str, str]:
    return {
        "breadth": (
            _("What does the team work on?"),
            _("Whoever starts from a household sees problems that hang together."),
        ),
        "range": (_("What does the team do with a problem?"), ""),
        "zero_line": (
            _("Is it a task of the team to support what people do for themselves and each other?"),
            _("This is called the zero line: own strength, informal care, other informal help."),
        ),
        "audience": (_("Whom is the team for?"), ""),
        "composition": (_("Who work in the team?"), ""),
        "specialisms": (_("In what do the specialists specialise?"), _("You may choose more than one.")),
        "specialist_tasks": (_("What do the specialists do?"), _("You may choose more than one.")),
        "asked": (_("How do people come into the team?"), ""),
        "authority": (_("On what does the team leader have a say?"), _("You may choose more than one, or none.")),
        "frames": (_("Are the frames clear within which leader and workers work?"), ""),
        "step_back": (_("Can team members have another organisation take a step back?"), ""),
        "steady": (_("Do the same people stay in the team?"), ""),
        "ways": (_("How do they learn from each other?"), _("You may choose more than one, or none.")),
        "mistakes": (_("Is there room to make a mistake, and to learn from it?"), ""),
        "task": (_("Do people know what they are there for, and have they made it their own?"), ""),
        "residents": (_("Do they learn from the people they work with?"), ""),
        "ownership": (_("Whose is the way of working?"), ""),
        "goals": (_("Were goals agreed with the team?"), ""),
    }[name]


def _option(name: str, value: str) -> str:
    return {
        "breadth": {
            "whole": _("On everything a household meets: the whole social domain"),
            "part": _("On part of it; the rest is for others"),
        },
        "range": {
            "act": _("Find out what is going on, and act on it itself"),
            "direct": _("Find out what is going on, and direct what others do"),
        },
        "zero_line": {"yes": _("Yes, a task"), "no": _("No, not a task")},
        "audience": {
            "everyone": _("For everyone in the neighbourhood"),
            "multi_problem": _("Mostly for households with many problems at once"),
        },
        "composition": {
            "generalists": _("Only generalists, with the same tasks and powers"),
            "specialised": _("People with a specialism too"),
        },
        "specialisms": {
            "youth": _("Youth"),
            "mental_health": _("Mental health care"),
            "at_hand": _("In what they happen to know and where they come from"),
        },
        "specialist_tasks": {
            "support": _("Instruct and support their colleagues"),
            "own_cases": _("Have cases of their own, for which they are fully responsible"),
            "contact": _("Keep in touch with specialist providers, or join in a colleague's case"),
            "push_through": _("Have the last word towards other organisations"),
            "coercion": _("May use pressure and coercion towards residents, where others may not"),
        },
        "asked": {
            "yes": _("They were asked who wanted to"),
            "partly": _("Some were asked, some appointed"),
            "no": _("They were appointed"),
        },
        "authority": {
            "appraisal": _("How people do their work, and its appraisal"),
            "training": _("Training"),
            "selection": _("Who comes into the team"),
        },
        "steady": {"yes": _("Yes, nearly always"), "partly": _("It changes now and then"), "no": _("It changes a lot")},
        "ways": {
            "cases": _("Discuss cases together"),
            "advice": _("Ask a colleague's advice during the day"),
            "intervision": _("Peer supervision or supervision"),
            "visits": _("Visit people at home together"),
        },
        "ownership": {
            "yes": _("The social workers', and they have the room it takes"),
            "partly": _("The social workers', but without the room"),
            "no": _("Somebody else's"),
        },
        "goals": {
            "yes": _("Yes: tasks, activities and results, worded together"),
            "partly": _("In part"),
            "no": _("No, they were there already"),
        },
    }.get(name, {"yes": _("Yes"), "partly": _("In part"), "no": _("No")})[value]

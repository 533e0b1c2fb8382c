"""Ways to reflect that HBO uses; the learner chooses one. Both are well known; the questions are in our own words."""

from dataclasses import dataclass

from kit.language import _


@dataclass(frozen=True)
class Step:
    """One step of a way to reflect: what the answer is kept by, its name, and what is asked."""

    key: str
    name: str
    asked: str


@dataclass(frozen=True)
class Way:
    """A way to reflect. source: as a reader sees it cited."""

    id: str
    name: str
    steps: tuple[Step, ...]
    source: str


def ways() -> tuple[Way, ...]:
    """The ways there are, in the language in force."""
    return (
        Way(
            "starr",
            "STARR",
            (
                Step("situation", _("Situation"), _("What was going on? Who was there, when, where? Leave out names.")),
                Step("task", _("Task"), _("What was asked of you, and by whom? What was your role?")),
                Step("action", _("Action"), _("What did you do, say, or leave? What did you choose, and what not?")),
                Step("result", _("Result"), _("What came of it? For whom was that good, and whom did you do short?")),
                Step("reflect", _("Reflection"), _("What do you think of it now? What will you do otherwise?")),
            ),
            _("STARR: a widely used way to look back, without one author."),
        ),
        Way(
            "korthagen",
            "Korthagen",
            (
                Step("action", _("Acting"), _("What happened? Describe one moment, as if it were filmed.")),
                Step("back", _("Looking back"), _("What did you want, feel, think, do? And the others?")),
                Step("essence", _("What it is about"), _("What struck you? How do these things hang together?")),
                Step("ways", _("Other ways"), _("Which other ways do you see, and what speaks for and against each?")),
                Step("trial", _("Trying"), _("What will you try, when, and how will you notice what it does?")),
            ),
            _("After the reflection cycle of Fred Korthagen."),
        ),
    )


def way(id: str) -> Way:
    """The way with this id; the first where there is none."""
    return next((one for one in ways() if one.id == id), ways()[0])

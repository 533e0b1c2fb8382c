"""The colours of the kit: one for each actor, the same in every picture of a case; none of them judges.

No red and no green. The professional and the team share the accent in shades of their own; everyone else gets a
blue, a brown or a grey. The first eight were searched for so that they stay apart for eyes that see red and green,
or blue and yellow, as one. Colour is never alone: a name always stands beside it.
"""

from dataclasses import dataclass

from kit.case import Case


@dataclass(frozen=True)
class Colour:
    """One colour as `#rrggbb`, on light paper and on dark; each at least 3:1 on its paper."""

    light: str
    dark: str


PAPER = Colour("#ffffff", "#1d232a")
INK = Colour("#1b2430", "#e9edf1")
MUTED = Colour("#4d5a68", "#a9b4bf")
EDGE = Colour("#7b8794", "#8593a0")
ACCENT = Colour("#7a2abf", "#b98af0")

ENVIRONMENT = (
    Colour("#704206", "#b06f01"),
    Colour("#2577b4", "#8dcdf6"),
    Colour("#ad7608", "#eba73d"),
    Colour("#043f44", "#b2f4fe"),
    Colour("#389ba2", "#4ca9b2"),
    Colour("#5e656b", "#868c93"),
    Colour("#194e8e", "#558ac9"),
    Colour("#3c1e03", "#f1cca5"),
    Colour("#6f86c9", "#a3b4e8"),
    Colour("#8c7b64", "#c9b79c"),
)
"""For actors above the line, in the order of the case; a case with more actors starts again at the first."""

TEAM = (ACCENT, Colour("#a865f2", "#8861d1"), Colour("#2e0f58", "#f0defc"))
"""For the professional and the team, below the line: shades of the accent."""


def actor_colours(case: Case) -> dict[str, Colour]:
    """A colour for each actor of a case, by actor id: constant through all its moments and pictures."""
    given = {"environment": 0, "team": 0}
    colours = {}
    for actor in case.actors:
        shades = TEAM if actor.place == "team" else ENVIRONMENT
        colours[actor.id] = shades[given[actor.place] % len(shades)]
        given[actor.place] += 1
    return colours

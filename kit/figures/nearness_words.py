"""Nearness in words: its five forms, what makes them bearable, and what is left; distance is never a reproach.

The forms and the kinds of buffer come from the report of Marc Hoijtink's workshop, in our own words. Where one form
is heavier than another is what a team fills in; where words change is made up.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kit.language import _, ngettext
from kit.models.proximity import FORMS, Form, Reading, continuity

LEFT = (0.05, 0.15, 0.3)
"""Where one word for what comes down on people gives way to the next, for one form."""

PULL = (0.1, 0.25, 0.4)
"""The same for how much asks for distance, all forms together."""

STAYS = (0.8, 0.6, 0.4)
"""Continuities from which on less and less is told to have changed."""


@dataclass(frozen=True)
class FormWords:
    """One form of nearness: its name, what it asks, and what makes it complex. told: who says the latter."""

    name: str
    asks: str
    complex: str
    told: str


def form_words() -> Mapping[Form, FormWords]:
    """The five forms, in the order of the source."""
    report = _("After the report of Hoijtink's workshop.")
    ours = _("The form is Hoijtink's; the example is ours.")
    interview = _("The form is Hoijtink's; the example comes from the interview with Sanneke Verweij.")
    return {
        "physical": FormWords(
            _("Physically near"),
            _("You work closer to people and families, at home with them. You see more, and all of it at once."),
            _("You are not always sure where your responsibility begins and ends, and what you know enough about."),
            report,
        ),
        "network": FormWords(
            _("Residents' own network"),
            _("You are expected to bring in family, friends and neighbours."),
            _("Whoever helps has a life too, an opinion, and sometimes a part in what goes wrong."),
            ours,
        ),
        "interprofessional": FormWords(
            _("Between professions"),
            _("You work more closely with people from quite other professions."),
            _("Others put other values first. Without a shared view and language, each comes out elsewhere."),
            report,
        ),
        "civil": FormWords(
            _("With volunteers and initiatives"),
            _("You work with volunteers, and with what citizens set up themselves."),
            _("Who decides and who answers for it is soon assumed, and seldom asked."),
            interview,
        ),
        "government": FormWords(
            _("A municipality nearby"),
            _("The municipality directs your work from closer by."),
            _("You answer to your organisation, to the municipality and to residents at the same time."),
            ours,
        ),
    }


def near_words() -> list[str]:
    """How near, from low to high."""
    return [_("not near"), _("a bit near"), _("near"), _("very near")]


def complex_words() -> list[str]:
    """How complex, from low to high."""
    return [_("simple"), _("tricky at times"), _("complex"), _("very complex")]


def frame_words() -> list[str]:
    """How far there is a shared frame, from low to high."""
    return [_("each has a view of their own"), _("partly shared"), _("mostly shared"), _("shared, and spoken about")]


def demarcation_words() -> list[str]:
    """How plain it is where a task begins and ends, from low to high."""
    return [_("unclear"), _("clear at times"), _("mostly clear"), _("clear, and spoken about")]


def continuity_words(value: float) -> str:
    """How much stayed as it was, as a sentence."""
    if value >= STAYS[0]:
        return _("Hardly anything changed.")
    if value >= STAYS[1]:
        return _("Something changed now and then.")
    if value >= STAYS[2]:
        return _("Something changed regularly.")
    return _("Something changed all the time. What a team builds up is soon lost then.")


def changes_words(counts: tuple[int, int, int] | None) -> str:
    """Leaders, moves and years in a sentence, and what the model makes of their number; "" where they were not said."""
    if counts is None:
        return ""
    leaders, moves, years = counts
    told = _("%(leaders)s and %(moves)s in %(years)s.") % {
        "leaders": ngettext("%(n)s team leader", "%(n)s team leaders", leaders) % {"n": leaders},
        "moves": ngettext("%(n)s move", "%(n)s moves", moves) % {"n": moves},
        "years": ngettext("%(n)s year", "%(n)s years", years) % {"n": years},
    }
    return f"{told} {continuity_words(continuity(leaders - 1, moves, years))}"


def left_names() -> list[str]:
    """The words for what comes down on people of one form, from little to much."""
    return [_("hardly anything"), _("a little"), _("a fair amount"), _("much")]


def left_words(left: float) -> str:
    """What comes down on people of one form, from 0 to 1, in words."""
    return left_names()[sum(left >= limit for limit in LEFT)]


def pull_words(reading: Reading) -> str:
    """How much asks for distance, as a sentence that reproaches nobody."""
    at = sum(reading.distancing >= limit for limit in PULL)
    return (
        _("There is hardly anything here that asks for distance."),
        _("Something here asks for distance."),
        _("A good deal here asks for distance. Whoever takes it has reasons."),
        _("Very much here asks for distance. Whoever takes it keeps going that way."),
    )[at]


def heaviest_words(reading: Reading) -> str:
    """Of which form most is left, as a sentence; "" where nothing is left."""
    names = [form_words()[form].name for form in reading.heaviest]
    if not names:
        return ""
    if len(names) == len(FORMS):
        return _("With all five as much comes down on people.")
    return _("Most comes down on people of: %(names)s.") % {"names": ", ".join(names)}


def carried_words(part: float) -> str:
    """How much of what is asked the buffers bear, as a sentence."""
    if part < 0.2:
        return _("Of what is asked, a frame, demarcation and continuity bear hardly anything.")
    if part < 0.45:
        return _("Of what is asked, a frame, demarcation and continuity bear less than half.")
    if part < 0.7:
        return _("Of what is asked, a frame, demarcation and continuity bear about half.")
    return _("Of what is asked, a frame, demarcation and continuity bear most.")


def reading_sentences(reading: Reading, carried: float) -> list[str]:
    """A team in sentences: where most comes down, what bears it, what asks for distance."""
    if not any(reading.demand.values()):
        return [_("Nothing is asked yet: nearness without complexity asks nothing, nor does the reverse.")]
    return [said for said in (heaviest_words(reading), carried_words(carried), pull_words(reading)) if said]

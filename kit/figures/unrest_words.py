"""A year of unrest in words: how much there is, what lies under it, how sure that is. No number: all is made up."""

from kit.language import _
from kit.models.working_style import NOTICEABLE, Comparison, Year

LEVELS = (0.05, 0.15, 0.3, 0.45, 0.65)
"""Where one word for unrest gives way to the next; six words in all."""

NARROW, WIDE = 0.06, 0.1
"""Widths of a band at which the words for how sure the outcome is change."""

LITTLE_UNDER = 0.1
"""A cause below this is told as hardly anything lying under the unrest."""


def level_names() -> tuple[str, ...]:
    """The words for an amount of unrest, from hardly any to very much."""
    return (
        _("hardly any unrest"),
        _("little unrest"),
        _("some unrest"),
        _("quite some unrest"),
        _("much unrest"),
        _("very much unrest"),
    )


def level_words(amount: float) -> str:
    """An amount of unrest, from 0 to 1, in words."""
    return level_names()[sum(amount >= limit for limit in LEVELS)]


def amount_names() -> tuple[str, ...]:
    """The same words without what they are an amount of: they stand along the axis."""
    return (_("hardly any"), _("little"), _("some"), _("quite some"), _("much"), _("very much"))


def amount_words(amount: float) -> str:
    """An amount of what lies under the unrest, from 0 to 1, in the words of the axis."""
    return amount_names()[sum(amount >= limit for limit in LEVELS)]


def mix_words() -> list[str]:
    """The words for a share of time for relations, from none to all, in even steps."""
    return [
        _("almost all time for the card"),
        _("most time for the card"),
        _("rather more for the card"),
        _("half and half"),
        _("rather more for relations"),
        _("most time for relations"),
        _("almost all time for relations"),
    ]


def left_words(year: Year) -> str:
    """What became of what lies under the unrest, as a sentence."""
    begun, left = year.cause.median[0], year.cause.median[-1]
    if begun < LITTLE_UNDER:
        return _("Hardly anything lay under the unrest here.")
    part = left / begun
    if part > 0.85:
        return _("What lies under it is hardly touched.")
    if part > 0.6:
        return _("Most of what lies under it is still there.")
    if part > 0.35:
        return _("About half of what lies under it is still there.")
    if part > 0.15:
        return _("A good part of what lies under it is gone.")
    return _("What lies under it is almost gone.")


def sure_words(width: float) -> str:
    """How sure the outcome is, by the width of its band, as a sentence."""
    if width < NARROW:
        return _("The band is narrow: with these assumptions it goes much the same each time.")
    if width < WIDE:
        return _("The band is of middling width: it can go somewhat better or worse.")
    return _("The band is wide: how it turns out can differ a good deal.")


def mix_sentences(year: Year) -> list[str]:
    """One mix, in sentences: a month on, the year's end, what lies under it, how sure that is."""
    unrest = year.unrest.median
    month, end = level_words(unrest[min(4, len(unrest) - 1)]), level_words(unrest[-1])
    if month == end:
        told = _("After a month there is %(month)s, and after a year as well.") % {"month": month}
    else:
        told = _("After a month there is %(month)s, after a year %(end)s.") % {"month": month, "end": end}
    return [told, left_words(year), sure_words(year.unrest.width)]


def early_words(seen: Comparison) -> str:
    """Where it is calmer after a month, as a sentence."""
    if seen.calmer_early:
        return _("After a month it is calmer with the card.")
    if seen.early_gain() <= -NOTICEABLE:
        return _("After a month it is calmer with relations.")
    return _("After a month both are about equal.")


def late_words(seen: Comparison) -> str:
    """Where it is calmer after a year, as a sentence."""
    if seen.calmer_late:
        return _("After a year it is calmer with relations.")
    if seen.late_gain <= -NOTICEABLE:
        return _("After a year it is calmer with the card.")
    return _("After a year both are about equal.")


def spread_words(seen: Comparison) -> str:
    """Whose outcome is the less sure, as a sentence."""
    if seen.relational_is_wider:
        return _("How it turns out is less sure with relations: that band is the wider one.")
    return _("How it turns out is not less sure with relations: that band is not the wider one.")


def mean_words(seen: Comparison) -> str:
    """Over the whole year taken together, as a sentence. No total of good and bad: only the mean of unrest."""
    if seen.mean_gain > 0:
        return _("Taken over the whole year there is less unrest with the card.")
    return _("Taken over the whole year there is less unrest with relations.")


def crossing_words(seen: Comparison) -> str:
    """When relations become the calmer, as a sentence."""
    if seen.crossing is None:
        return _("The lines do not cross: with relations it is not the calmer in any week.")
    return _("The lines cross %(when)s.") % {"when": when_words(seen.crossing)}


def when_words(week: int) -> str:
    """A week of the year in rough words: what is made up needs no date."""
    if week <= 6:
        return _("within the first weeks")
    if week <= 17:
        return _("after about three months")
    if week <= 28:
        return _("after about half a year")
    if week <= 34:
        return _("after more than half a year")
    if week <= 44:
        return _("after about nine months")
    return _("by the end of the year")


def style_sentences(seen: Comparison) -> list[str]:
    """Both styles beside each other, in sentences."""
    return [early_words(seen), late_words(seen), crossing_words(seen), spread_words(seen), mean_words(seen)]


def assumption_names() -> dict[str, tuple[str, str]]:
    """Each assumption by its field: its name on the page, and what it means."""
    return {
        "unrest": (_("Unrest at the beginning"), _("How restless the street is when you begin.")),
        "cause": (_("What lies under it"), _("How much there is between people that unrest comes from.")),
        "trust": (_("Trust at the beginning"), _("How much residents trust you when you begin.")),
        "relief": (_("What the card takes away"), _("How much unrest the card takes off in a week.")),
        "repair": (_("What relations mend"), _("How much of the cause goes in a week of relational work.")),
        "trust_growth": (_("How fast trust grows"), _("How much trust a week of relational work wins.")),
        "drift": (_("How fast unrest returns"), _("How fast unrest goes back to what lies under it.")),
        "relational_spread": (_("Uncertainty of relations"), _("How differently relational work may turn out.")),
        "card_spread": (_("Uncertainty of the card"), _("How differently the card may turn out.")),
        "noise": (_("Whims of a week"), _("How far unrest may jump in a week for no reason.")),
    }

"""A team design beside the cities: of each choice, how many cities did the same, of how many, and what to mind.

Numbers are shown as numbers only where the source gives one. Where it gives a word ("a third"), the word stands there;
of how many is shown only where the source says so. Many cities doing something makes it neither good nor bad.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kit.figures.team_words import ONLY_SPECIALISED, Choice, choice
from kit.language import _, ngettext
from kit.models.team_design import TeamDesign

COUNTED: Mapping[str, Mapping[str, str]] = {
    "breadth": {"whole": "breedte-heel"},
    "range": {"act": "reikwijdte-zelf", "direct": "reikwijdte-regie"},
    "zero_line": {"no": "nuldelijn-niet"},
    "audience": {"everyone": "doelgroep-allen", "multi_problem": "doelgroep-multi"},
    "composition": {"generalists": "generalisten", "specialised": "specialisatie"},
    "specialisms": {
        "youth": "specialisme-jeugd",
        "mental_health": "specialisme-ggz",
        "at_hand": "specialisme-aanwezig",
    },
    "specialist_tasks": {
        "support": "taak-steunen",
        "own_cases": "taak-eigen-cases",
        "contact": "taak-contact",
        "push_through": "taak-doorzetten",
        "coercion": "taak-dwang",
    },
}
"""For each choice that the source counts, and each option, the row of `twente-steden` that counts it."""


@dataclass(frozen=True)
class CityCount:
    """One row of `datasets/tables/twente-steden`: a number or a word, of what, of how many, and what to mind."""

    id: str
    told: str
    count: int | None
    words: str | None
    unit: str
    denominator: int | None
    caveat: str
    place: str
    source: str


@dataclass(frozen=True)
class CityRow:
    """One option beside the cities. mine: whether the design has it; count: None where nothing is said of it."""

    label: str
    mine: bool
    count: CityCount | None

    @property
    def number(self) -> int | None:
        """How many did the same, where the source gives a number."""
        return self.count.count if self.count else None


@dataclass(frozen=True)
class CityGroup:
    """One choice with its options, in the order of the source. name: what the model calls the choice."""

    name: str
    question: str
    rows: tuple[CityRow, ...]


def city_groups(design: TeamDesign, counts: Iterable[CityCount], all_of_them: bool = False) -> tuple[CityGroup, ...]:
    """The choices made that the source counts, each with all its options; all choices where that is asked.

    Raises KeyError where a row is missing.
    """
    by_id = {count.id: count for count in counts}
    groups = []
    for name, rows in COUNTED.items():
        held = getattr(design, name)
        if held is None and not all_of_them:
            continue
        if name in ONLY_SPECIALISED and design.composition == "generalists":
            continue
        asked: Choice = choice(name)
        mine = held if isinstance(held, frozenset) else {held}
        groups.append(
            CityGroup(
                name,
                asked.question,
                tuple(
                    CityRow(label, value in mine, by_id[rows[value]] if value in rows else None)
                    for value, label in asked.options
                ),
            )
        )
    return tuple(groups)


def amount_words(count: CityCount | None) -> str:
    """How many did this, as the source has it: "7 of 26 cities", "'a third' of the teams"."""
    if count is None:
        return _("the article does not say")
    unit = _("municipalities") if count.unit == "gemeenten" else _("teams")
    if count.count is None:
        return _("'%(words)s' (%(unit)s), no number") % {"words": count.words, "unit": unit}
    if count.denominator is None:
        return _("%(n)s %(unit)s") % {"n": count.count, "unit": unit}
    return _("%(n)s of %(all)s %(unit)s") % {"n": count.count, "all": count.denominator, "unit": unit}


def _number_words(count: CityCount) -> str:
    if count.denominator is None:
        return str(count.count)
    return _("%(n)s of %(all)s") % {"n": count.count, "all": count.denominator}


def row_words(row: CityRow) -> str:
    """One option in a sentence, with what to mind and where it stands; for who does not see or point at the chart."""
    said = f"{row.label}: {amount_words(row.count)}."
    if row.mine:
        said = _("Your choice.") + " " + said
    if row.count is None:
        return said
    place = _("Under the heading '%(place)s'.") % {"place": row.count.place}
    return f"{said} {row.count.caveat} {place}"


def city_sentences(groups: Iterable[CityGroup]) -> list[str]:
    """What is to be seen, a sentence for each of one's choices that has a number, and one for the others."""
    mine = [row for group in groups for row in group.rows if row.mine]
    counted = [row for row in mine if row.number is not None]
    if not mine:
        return [_("Nothing was chosen yet that the article counts.")]
    told = [f"{row.count.told}: {_number_words(row.count)}." for row in counted if row.count]
    if rest := len(mine) - len(counted):
        told.append(
            ngettext(
                "Of %(n)s of your choices the article gives a word instead of a number, or nothing.",
                "Of %(n)s of your choices the article gives a word instead of a number, or nothing.",
                rest,
            )
            % {"n": rest}
        )
    return told

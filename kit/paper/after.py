"""The sheets that come after: the choice sheet, the looking back, the sources, and the endings."""

from kit.case import Case
from kit.language import _
from kit.paper.markup import bullets, cut, element, for_everybody, for_the_facilitator, lines, prose, sheet, words
from kit.paper.route import told, ways_to


def choice_sheet(case: Case) -> str:
    """What one chooses and the grounds: weigh, test, explain, ground; the damage, and what one needs."""
    asked = [
        (_("What do you do?"), _("Moment and way; or a way of your own, and the one that is nearest to it."), 1),
        (_("Weigh"), _("What do you weigh against what? Which values collide?"), 3),
        (
            _("Test"),
            _("With whom or against what do you test it: a colleague, the people themselves, the professional code?"),
            3,
        ),
        (_("Explain"), _("How do you explain it to the one whom you do short?"), 3),
        (_("Ground"), _("What do you base it on: facts, experience, knowledge, law?"), 3),
        (_("The damage of your choice"), _("Whom does it touch, and how do you limit it?"), 2),
        (_("What you need"), _("From your team, your organisation, the municipality?"), 2),
    ]
    intro = _("You choose, and you account for it: to the people it touches, to colleagues, to yourself.")
    copies = _("One sheet for each moment.")
    return sheet(
        _("Choice"), for_everybody(), words("p", f"{intro} {copies}", kind="how"), *map(_asked, asked), of=case.title
    )


def lookback(case: Case) -> str:
    """What moved, what surprised, where one was powerless, how one leaves."""
    asked = [
        (_("What moved?"), _("In the case, and in you."), 5),
        (_("What surprised you?"), "", 4),
        (_("Where were you powerless?"), _("That may be said. Not all that you want can be done."), 4),
        (_("Whom did you do short, and how do you take that with you?"), "", 4),
        (_("How do you leave here?"), _("One word is enough."), 2),
    ]
    intro = _("Look back before you leave. What do you take with you, what do you leave here?")
    return sheet(_("Looking back"), for_everybody(), words("p", intro, kind="how"), *map(_asked, asked), of=case.title)


def _asked(row: tuple[str, str, int]) -> str:
    label, help, n = row
    return element("div", words("h3", label), words("p", help, kind="muted"), lines(n), kind="keep")


def sources(case: Case) -> str:
    """What the case leans on, and what the words of provenance mean."""
    meanings = [
        _("From a source: it is written there; the words are ours."),
        _("Our reading: what we take from a source, or think after it."),
        _("Made up for this case: invented, also where it rings true."),
    ]
    parts = [bullets([source.cite for source in case.sources])]
    parts += [words("h3", _("Where a statement comes from")), bullets(meanings)]
    parts.append(
        words("p", _("How heavily somebody counts never comes from a source. It is an assumption."), kind="muted")
    )
    return sheet(_("Sources"), for_everybody(), *parts, of=case.title)


def endings(case: Case) -> str:
    """How it turns out, to cut apart: a group gets the ending of its own way."""
    how = _("Read aloud or hand out the ending that a group reached, and only that one. No ending is the prize.")
    strips = []
    for ending in case.endings:
        after = _("After: %(ways)s") % {"ways": told(ways_to(case, ending.id))}
        strips.append(cut(words("h3", ending.title), words("p", after, kind="origin"), prose(ending.text)))
    return sheet(_("Endings"), for_the_facilitator(), words("p", how, kind="how"), *strips, of=case.title)

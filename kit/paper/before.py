"""The sheets that come before the first moment: cover, guide, role cards, and the context of the case."""

from kit.case import Actor, Case
from kit.figures.context_words import party
from kit.figures.words import provenance_words
from kit.language import _
from kit.paper.markup import (
    bullets,
    card_sheets,
    element,
    folded,
    for_a_group,
    for_everybody,
    for_the_facilitator,
    lines,
    prose,
    sheet,
    tick,
    words,
)
from kit.paper.route import leads_to, number, ways


def cover(case: Case) -> str:
    """Title, setting, warning, agreements: what everybody reads before beginning."""
    agreements = [
        _("What is said here stays here."),
        _("Cases of your own you tell without names or places."),
        _("You may step out for a while. You need not explain."),
        _("There is no right answer to find. There is something to see."),
    ]
    parts = [
        words("p", case.title, kind="title"),
        words("p", " · ".join(part for part in (case.subtitle, case.theme) if part), kind="muted"),
    ]
    if case.setting:
        parts += [words("h3", _("Where you are, and who you are here")), prose(case.setting)]
    if case.warning:
        parts.append(element("div", words("h3", _("What may touch you")), prose(case.warning), kind="frame"))
    parts.append(element("div", words("h3", _("What we agree on")), bullets(agreements), kind="keep"))
    return sheet(_("A safe start"), for_everybody(), *parts, of=case.title)


def guide(case: Case) -> str:
    """How to use the pack, in 45 and in 90 minutes."""
    parts = [
        words("h3", _("What you print")),
        bullets(
            [
                _(
                    "For everybody: the cover, the sheets marked 'For everybody' of the moment you play, "
                    "the choice sheet, and the looking back."
                ),
                _(
                    "For each group of four: the sheets marked 'For each group', with the role cards, the fact cards "
                    "and the force board. The board may be copied onto A3."
                ),
                _("Once, for yourself: the sheets marked 'For the facilitator', and the strips to hand out."),
                _(
                    "The sheets lie in order of use. For a lesson of one moment you print up to and including "
                    "the sheet 'Sources'; later moments and the endings come after it."
                ),
                _("Bring scissors, and pens of different thickness for the ropes."),
            ]
        ),
        words("h3", _("In 45 minutes: one moment")),
        _timetable(
            [
                (5, _("Read the cover together, the agreements aloud. Deal out the role cards.")),
                (5, _("Everybody reads the story. Nothing is decided yet.")),
                (5, _("Everybody notes a first hunch, alone. Nobody looks at another's.")),
                (
                    15,
                    _(
                        "First settle acute safety. Then each group draws the force board: everybody speaks for "
                        "their role card, puts it on the line and draws its rope to the knot."
                    ),
                ),
                (7, _("Everybody chooses, alone, and fills in the choice sheet.")),
                (
                    5,
                    _("Lay hunch and choice side by side. Hand out the strips. What did they see who chose otherwise?"),
                ),
                (3, _("Look back: in one word, how do you leave here?")),
            ]
        ),
        words("h3", _("In 90 minutes: two moments")),
        _timetable(
            [
                (10, _("Cover, agreements, role cards, story.")),
                (5, _("First hunch, alone.")),
                (15, _("Fact cards, questions and needs: first alone, then in the group.")),
                (15, _("Acute safety, the force board, and the conditions under which you decide.")),
                (15, _("The alternatives, one of your own too; then everybody's choice sheet.")),
                (15, _("Each group its strip, and the story of its next moment: hunch, board, choice.")),
                (10, _("Groups tell each other what they chose, whom they did short and how they limit that.")),
                (5, _("Agreements: who says what to whom? And in one word: how do you leave here?")),
            ]
        ),
        words("p", _("Leave out what does not fit, but never the agreements, acute safety and the looking back.")),
    ]
    return sheet(_("How to use this case"), for_the_facilitator(), *parts, of=case.title)


def _timetable(rows: list[tuple[int, str]]) -> str:
    told = [
        element("tr", words("td", _("%(n)s min") % {"n": n}, kind="time"), words("td", meaning)) for n, meaning in rows
    ]
    return element("table", element("tbody", *told))


def plan(case: Case) -> str:
    """For the facilitator: what is practised, where each option leads, what to keep to."""
    parts = [words("h3", _("What you practise")), bullets(case.goals, kind="close")] if case.goals else []
    parts += [
        words("h3", _("What to keep to")),
        bullets(
            [
                _("Acute safety is no weight: with acute danger there is nothing to weigh."),
                _("First alone, then together. Who speaks first must not decide what the others write."),
                _("Never say which choice is right. Ask whom it does short, and how to limit that."),
                _("'How serious is this?' and 'From where do you act?' are two questions. Keep them apart."),
                _("Who says nothing thinks too. Nobody has to tell about their own life."),
            ],
            kind="close",
        ),
        words("h3", _("Where each choice leads")),
        words("p", _("Give a group the sheets of its own way only.")),
    ]
    for moment in case.moments:
        title = _("Moment %(n)s: %(title)s") % {"n": number(case, moment), "title": moment.title}
        rows = [
            element(
                "tr",
                words("td", way.code, kind="time"),
                words("td", way.option.title),
                words("td", "→ " + leads_to(case, way.option)),
            )
            for way in ways(case, moment)
        ]
        parts.append(element("div", words("h4", title), element("table", element("tbody", *rows)), kind="keep route"))
    return sheet(_("The way through this case"), for_the_facilitator(), *parts, of=case.title)


def conditions(case: Case) -> str:
    """The conditions under which one decides; nothing where there are none."""
    if not case.conditions:
        return ""
    each = [
        element(
            "div",
            words("h3", it.name),
            words("p", it.text),
            words("p", provenance_words(case, it.provenance, it.source), kind="origin"),
            kind="keep",
        )
        for it in case.conditions
    ]
    asked = words("h3", _("Which of these does most to your decision? Who could change that?")) + lines(3)
    parts = (element("div", *each, kind="conditions"), element("div", asked, kind="keep"))
    return sheet(_("Under which conditions do you decide?"), for_a_group(), *parts, of=case.title)


def influence(case: Case) -> str:
    """The ways there are to act back on the context; nothing where there are none."""
    if not case.agency:
        return ""
    parts = [words("p", _("Acting back costs something too. Tick what you would do, and say what it would cost you."))]
    for way in case.agency:
        who = _("works on: %(name)s") % {"name": party(case, way.target)}
        told = f"{who} ({provenance_words(case, way.provenance, way.source)})"
        parts.append(
            element(
                "div",
                tick(way.title),
                words("p", way.text),
                words("p", told, kind="origin"),
                lines(1),
                kind="keep",
            )
        )
    parts.append(element("div", tick(_("Something else:")), lines(2), kind="keep"))
    return sheet(_("Where do you have influence?"), for_a_group(), *parts, of=case.title)


def role_cards(case: Case) -> str:
    """One actor a card, to fold: who it is and says; on the back what it could need."""
    how = _("Cut along the broken lines, fold double along the thin one. Speak for your card; look at its back later.")
    return card_sheets(_("Role cards"), how, [_role(actor) for actor in case.actors], of=case.title)


def _role(actor: Actor) -> str:
    front = [words("h3", actor.name), words("p", actor.role, kind="muted"), prose(actor.voice, kind="voice")]
    if actor.needs:
        return folded(front, [words("h4", _("What %(name)s could need") % {"name": actor.name}), prose(actor.needs)])
    return folded(front, [words("h4", _("What does %(name)s need?") % {"name": actor.name}), lines(3)])

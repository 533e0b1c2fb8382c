"""The sheets of one moment: story and dilemma, safety, facts, questions, the board, the ways, the conversation."""

from collections.abc import Iterator

from kit.case import Case, Fact, Moment, Safety, Side
from kit.figures.words import provenance_words
from kit.language import _
from kit.paper.boards import boards
from kit.paper.facilitator import field, strips
from kit.paper.markup import (
    bullets,
    card_sheets,
    element,
    folded,
    for_everybody,
    lines,
    prose,
    scale,
    sheet,
    tick,
    words,
)
from kit.paper.route import number, told, ways, ways_to

_FEW = 3
"""Questions, or conversations, that leave room for a line more each on one side."""


def sheets(case: Case, moment: Moment) -> Iterator[str]:
    """All sheets of a moment, in order of use."""
    of = f"{case.title} · " + _("Moment %(n)s") % {"n": number(case, moment)}
    yield _story(case, moment, of)
    yield _serious(case, moment, of)
    if moment.facts:
        how = _("Cut along the broken lines, fold double along the thin one. Turn over what you want to know.")
        yield card_sheets(_("Fact cards"), how, [_fact(case, moment, fact) for fact in moment.facts], of)
    yield _questions(case, moment, of)
    yield from boards(case, moment, of)
    yield _options(case, moment, of)
    yield _talks(case, moment, of)
    yield field(case, moment, of)
    yield strips(case, moment, of)


def _story(case: Case, moment: Moment, of: str) -> str:
    """The scene, the dilemma with both damages, the first hunch."""
    asked = moment.dilemma
    parts = []
    if case.moments.index(moment):
        only = _("Read this only once you chose: %(ways)s.") % {"ways": told(ways_to(case, moment.id))}
        parts.append(words("p", only, kind="only"))
    parts += [
        prose(moment.scene, kind="prose scene"),
        element(
            "div",
            words("h3", _("The dilemma") + ": " + asked.question),
            element("div", _side(asked.a), _side(asked.b), kind="two"),
            kind="keep",
        ),
        element(
            "div",
            words("h3", _("Your first hunch?")),
            words("p", _("Not your choice yet: what does your stomach say? You will see it again later.")),
            element("div", *map(tick, (asked.a.name, asked.b.name, _("I don't know yet"))), kind="row"),
            scale(_("How sure are you?"), _("a guess"), _("very sure")),
            kind="keep",
        ),
    ]
    return sheet(moment.title, for_everybody(), *parts, of=of)


def _side(side: Side) -> str:
    damage = prose(_("**The damage:** %(damage)s") % {"damage": side.damage})
    return element("div", words("h4", side.name), prose(side.text), damage, kind="frame")


def _serious(case: Case, moment: Moment, of: str) -> str:
    """The threshold of acute safety, where there is one; then the two questions that are often mixed up."""
    both_title = _("How serious, and from where do you act?")
    parts = [*_threshold(case, moment.safety), words("h3", both_title)] if moment.safety else []
    room = "" if moment.safety else lines(5)
    both = _(
        "Two questions that are often mixed up. The first is about what happens here, the second about your own limit."
    )
    parts.append(
        element(
            "div",
            words("p", both),
            scale(_("How serious is this?"), _("not serious"), _("very serious")),
            room,
            scale(_("From where do you act?"), _("at the first doubt"), _("only with very serious worries")),
            room,
            kind="keep",
        )
    )
    title = _("First: is there acute danger?") if moment.safety else both_title
    return sheet(title, for_everybody(), *parts, of=of)


def _threshold(case: Case, safety: Safety) -> list[str]:
    parts = [words("p", _("This is a threshold, not a weight: with acute danger you do not weigh, you act."))]
    if safety.signs:
        parts += [words("h3", _("How do you recognise acute danger?")), bullets(safety.signs)]
    parts.append(words("h3", safety.question))
    for answer in safety.answers:
        then = _("You may go on.") if answer.settled else _("The board stays closed as long as this is the answer.")
        parts.append(
            element("div", tick(answer.text), prose(answer.reply), words("p", then, kind="then"), kind="answer")
        )
    if safety.source:
        parts.append(words("p", provenance_words(case, "interpretatie", safety.source), kind="origin"))
    return parts


def _fact(case: Case, moment: Moment, fact: Fact) -> str:
    origin = words("p", provenance_words(case, fact.provenance, fact.source), kind="origin")
    folio = words("p", _("Moment %(n)s") % {"n": number(case, moment)}, kind="origin folio")
    return folded([words("h3", fact.front), folio], [prose(fact.back), origin])


def _questions(case: Case, moment: Moment, of: str) -> str:
    """Who is missing, what one assumes, and the moment's own questions; with lines to write on."""
    missing = words("h3", _("Who is missing at the table?")) + words("p", moment.missing, kind="muted") + lines(2)
    assumed = (
        words("h3", _("Which assumptions do you make about culture, class or gender?"))
        + words(
            "p", _("Suppose they lived in another street, or had another name. Would you see the same?"), kind="muted"
        )
        + lines(2)
    )
    own, room = [], 3 if len(moment.questions) <= _FEW else 2
    for question in moment.questions:
        cite = case.source(question.source).cite if question.source else ""
        help = words("p", question.help, kind="muted") + words("p", cite, kind="origin")
        own.append(words("h3", question.text) + help + lines(room))
    parts = [element("div", part, kind="keep") for part in (missing, assumed, *own)]
    return sheet(_("Questions to pause at"), for_everybody(), *parts, of=of)


def _options(case: Case, moment: Moment, of: str) -> str:
    """The ways, each with its damage, an impossible one too, and one of the learner's own."""
    parts = [words("p", _("What could you do? Every way does damage; it is named with each."), kind="how")]
    for way in ways(case, moment):
        option = way.option
        parts.append(
            element(
                "div",
                words("h3", f"{way.code}  {option.title}"),
                words("p", _("Not possible here. It stands here to think more widely."), kind="origin")
                if option.unrealistic
                else "",
                prose(option.text),
                prose(_("**The damage:** %(damage)s") % {"damage": option.damage}),
                kind="frame",
            )
        )
    own = words("h3", _("A way of your own")) + words("p", _("What is not on the list, and whom would it damage?"))
    return sheet(_("Alternatives"), for_everybody(), *parts, element("div", own, lines(4), kind="keep"), of=of)


def _talks(case: Case, moment: Moment, of: str) -> str:
    """After the choice: voices of practitioners, and who says what to whom."""
    parts = [words("p", _("Take this sheet once everybody has chosen."), kind="only")]
    if moment.voices:
        parts.append(words("h3", _("Voices from practice")))
    for voice in moment.voices:
        who = f"{voice.who} ({provenance_words(case, voice.provenance, voice.source)})"
        parts.append(element("div", prose(voice.text, kind="prose voice"), words("p", who, kind="origin"), kind="keep"))
    other = _("Somebody with your training chose otherwise. What did they see that you did not?")
    parts.append(element("div", words("h3", other), lines(2), kind="keep"))
    parts += [
        words("h3", _("Your conversations")),
        words("p", _("A decision is not done before it is told. Who says what to whom, and when?")),
    ]
    for talk in moment.agenda:
        parts.append(
            element("div", tick(f"{talk.to}: {talk.about}"), lines(2 if len(moment.agenda) <= _FEW else 1), kind="keep")
        )
    parts.append(element("div", tick(_("Somebody else:")), lines(2), kind="keep"))
    return sheet(_("Agreements"), for_everybody(), *parts, of=of)

"""Asking and empathising: what is known, what each needs, who is missing, how serious it is and from where one acts."""

from collections.abc import Mapping

from kit.case import Actor
from kit.journal.replay import Stop
from kit.journal.scales import Scale, scale_words
from kit.journal.steps import Screen, Walkthrough
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.pages import parts
from kit.widgets.pages.surroundings import Surroundings


def ask(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """Fact cards, what each needs, who is missing, assumptions; how serious and from where; acute safety."""
    stop, case = screen.stop, walk.case
    page: Page = [blocks.prose(_("What do you not know yet? Open what you need, in any order."), lead=True)]
    page += parts.safety(walk, stop)
    if cards := fact_cards(walk, stop):
        page.append(
            blocks.details(
                _("Turn over what you want to know"),
                blocks.prose(_("Some cards matter for your decision, others only seem to.")),
                cards,
                open=True,
            )
        )
    people = [_person(walk, stop, actor) for actor in case.actors if actor.voice and actor.place == "environment"]
    if people:
        page.append(blocks.details(_("What does each of them need?"), *people))
    missing = blocks.text(
        f"{stop.key}/missing",
        _("Who is missing at the table?"),
        walk.answer(stop, "missing", ""),
        help=stop.moment.missing,
    )
    assumed = blocks.text(
        f"{stop.key}/assumptions",
        _("Which assumptions do you make about culture, class or gender?"),
        walk.answer(stop, "assumptions", ""),
        help=_("Suppose they lived in another street, or had another name. Would you see the same?"),
    )
    page.append(blocks.details(_("Who is missing, and what do you assume?"), missing, assumed))
    if walk.case.roles:
        page.append(blocks.details(_("Who decides, and who is responsible?"), *_roles(walk)))
    page += questions(walk, stop)
    page.append(blocks.details(_("How serious, and from where do you act?"), *_seriousness(walk, stop)))
    return page


def _roles(walk: Walkthrough) -> Page:
    from kit.widgets.roles import roles_page  # which itself uses parts of these pages

    return roles_page(walk.case, walk.run.answers)


def fact_cards(walk: Walkthrough, stop: Stop) -> Block | None:
    """The fact cards of a moment, as they were turned; None where it has none."""
    facts = stop.moment.facts
    if not facts:
        return None
    rows = [(fact.front, fact.back, parts.origin(walk.case, fact.provenance, fact.source)) for fact in facts]
    return blocks.cards(f"{stop.key}/cards", rows, walk.answer(stop, "cards", []))


def _person(walk: Walkthrough, stop: Stop, actor: Actor) -> Block:
    need = blocks.text(
        f"{stop.key}/need-{actor.id}",
        _("What does %(name)s need?") % {"name": actor.name},
        walk.answer(stop, f"need-{actor.id}", ""),
    )
    inside = [blocks.quote(actor.voice, actor.name), need]
    if actor.needs:
        inside.append(blocks.details(_("Compare: what could be needed"), blocks.prose(actor.needs)))
    return blocks.details(actor.name + (f": {actor.role}" if actor.role else ""), *inside)


def questions(walk: Walkthrough, stop: Stop) -> Page:
    """The moment's own questions, folded; nothing where it has none."""
    if not stop.moment.questions:
        return []
    rows = [
        blocks.text(
            f"{stop.key}/question-{i}",
            question.text,
            walk.answer(stop, f"question-{i}", ""),
            help=parts.cited(walk.case, question.help, question.source).strip(),
        )
        for i, question in enumerate(stop.moment.questions)
    ]
    return [blocks.details(_("Questions to pause at"), *rows)]


def _seriousness(walk: Walkthrough, stop: Stop) -> Page:
    """Two questions, apart: people who differ on what to do may agree on one of them."""
    return [
        blocks.prose(
            _(
                "Two questions that are often mixed up. The first is about what happens here, "
                "the second about your own limit."
            )
        ),
        parts.asked_on(f"{stop.key}/serious", _("How serious is this?"), "serious", walk.answer(stop, "serious")),
        parts.asked_on(
            f"{stop.key}/threshold", _("From where do you act?"), "threshold", walk.answer(stop, "threshold")
        ),
    ]


def said_of_seriousness(walk: Walkthrough, stop: Stop) -> list[str]:
    """What was answered to the two questions, as sentences; none where nothing was."""
    asked: Mapping[Scale, str] = {
        "serious": _("How serious: %(words)s."),
        "threshold": _("From where you act: %(words)s."),
    }
    said = {sentence: scale_words(name, walk.answer(stop, name)) for name, sentence in asked.items()}
    return [sentence % {"words": words} for sentence, words in said.items() if words]

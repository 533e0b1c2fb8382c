"""What the expectation map adds to the other steps: what is still to be said, and what the talking changed."""

from collections.abc import Sequence
from typing import Any

from kit.case import YOU, Case
from kit.figures.context_words import party
from kit.figures.expectation_words import Row, agenda_rows, changed_words, clashing, inside, topic
from kit.journal.moves import sound_moves
from kit.journal.replay import Stop
from kit.journal.steps import Walkthrough
from kit.language import _, ngettext
from kit.models.expectation import ExpectationMap
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.pages.boards import map_now
from kit.widgets.pages.parts import plain

AT_FIRST = 5
"""So many conversations are shown; the others stay folded until they are asked for."""


def still_to_say(walk: Walkthrough, summary: str, open: bool = False) -> Page:
    """The conversations that the map still asks for, the learner's own first; nothing where it asks for none."""
    rows = sorted(agenda_rows(walk.case, map_now(walk)), key=_of_others)
    if not rows:
        return []
    told: Page = [_listed(rows[:AT_FIRST])]
    if more := rows[AT_FIRST:]:
        label = ngettext("One more conversation", "%(n)s more conversations", len(more)) % {"n": len(more)}
        told.append(blocks.details(label, _listed(more)))
    return [blocks.details(summary, *told, open=open)]


def _of_others(row: Row) -> bool:
    """Conversations of others come after those that the learner has a part in."""
    return YOU not in (row.expectation.holder, row.expectation.addressee)


def _listed(rows: Sequence[Row]) -> Block:
    return blocks.prose("\n".join(f"- {plain(row.text)}" for row in rows))


def what_talking_did(walk: Walkthrough, stops: list[Stop]) -> Page:
    """The conversations that were tried on the map, and what they left of the clash; nothing where none was."""
    talks = [line for stop in stops for line in talks_of(walk, stop)]
    if not talks:
        return []
    before, after = ExpectationMap(walk.case.expectations), map_now(walk)
    return [
        blocks.details(
            _("What came of your conversations?"),
            blocks.prose("\n".join(f"- {plain(talk)}" for talk in talks)),
            blocks.prose(changed_words(clashing(before, YOU), clashing(after, YOU))),
        )
    ]


def talks_of(walk: Walkthrough, stop: Stop) -> list[str]:
    """The moves on the expectation map at one stop, a sentence each."""
    return talk_words(walk.case, walk.answer(stop, "moves", []))


def talk_words(case: Case, moves: Any) -> list[str]:
    """Moves on the expectation map, a sentence each. One that this case cannot have is left out."""
    sentences = {
        "speak_out": _("Spoken out: %(what)s (%(topic)s)"),
        "ask": _("Asked: %(what)s (%(topic)s)"),
        "adjust": _("Adjusted: %(what)s (%(topic)s)"),
        "limit": _("Limited: %(what)s (%(topic)s)"),
        "contradict": _("Contradicted: %(what)s (%(topic)s)"),
    }
    told = []
    for kind, holder, addressee, about, *rest in sound_moves(moves):
        try:
            what, question = _expected(case, holder, addressee), topic(case, about).question
            told.append(sentences[kind] % {"what": what, "topic": question} + _because(kind, rest))
        except KeyError:
            continue  # a log may be older than the case
    return told


def _because(kind: str, rest: Sequence[Any]) -> str:
    """The reason that was given with an adjustment, or nothing."""
    reason = rest[1] if kind == "adjust" and len(rest) > 1 and isinstance(rest[1], str) else ""
    return _("; reason: %(reason)s") % {"reason": " ".join(reason.split())} if reason.strip() else ""


def _expected(case: Case, holder: str, addressee: str) -> str:
    what = _("what you expect of %(addressee)s") if holder == YOU else _("what %(holder)s expects of %(addressee)s")
    whom = party(case, YOU) if addressee == YOU else inside(case, addressee)
    return what % {"holder": inside(case, holder), "addressee": whom}

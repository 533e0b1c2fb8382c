"""What the expectation map adds to the other steps: what is still to be said, and what the talking changed."""

from typing import Any

from kit.case import YOU, Case
from kit.figures.expectation_words import agenda_words, begin, changed_words, clashing, topic
from kit.journal.moves import sound_moves
from kit.journal.replay import Stop
from kit.journal.steps import Walkthrough
from kit.language import _
from kit.models.expectation import ExpectationMap
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.pages.boards import map_now
from kit.widgets.pages.parts import plain


def still_to_say(walk: Walkthrough, summary: str, open: bool = False) -> Page:
    """The conversations that the map still asks for; nothing where it asks for none."""
    said = agenda_words(walk.case, map_now(walk))
    if not said:
        return []
    sentences = "\n".join(f"- {plain(sentence)}" for sentence in said)
    return [blocks.details(summary, blocks.prose(sentences), open=open)]


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
        "speak_out": _("Spoken out: what %(holder)s expects of %(addressee)s (%(topic)s)"),
        "ask": _("Asked: what %(holder)s expects of %(addressee)s (%(topic)s)"),
        "adjust": _("Adjusted: what %(holder)s expects of %(addressee)s (%(topic)s)"),
        "limit": _("Limited: what %(holder)s expects of %(addressee)s (%(topic)s)"),
        "contradict": _("Contradicted: what %(holder)s expects of %(addressee)s (%(topic)s)"),
    }
    told = []
    for kind, holder, addressee, about, *_rest in sound_moves(moves):
        try:
            who = {"holder": begin(case, holder), "addressee": begin(case, addressee)}
            told.append(sentences[kind] % {**who, "topic": topic(case, about).question})
        except KeyError:
            continue  # a log may be older than the case
    return told

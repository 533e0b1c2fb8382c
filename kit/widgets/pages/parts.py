"""Parts that several screens share."""

from collections.abc import Sequence

from kit.case import Case, Change, Option, Provenance, SafetyAnswer
from kit.journal.moves import sound_moves, spoken
from kit.journal.replay import Stop
from kit.journal.scales import Scale, scale_steps
from kit.journal.steps import Walkthrough
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page


def origin(case: Case, provenance: Provenance, source: str | None) -> str:
    """Where a statement comes from, in words."""
    if provenance == "fictie":
        return _("Made up for this case.")
    cited = case.source(source).cite if source else ""
    if provenance == "bron":
        return _("From: %(source)s") % {"source": cited}
    return _("Our reading of: %(source)s") % {"source": cited} if cited else _("Our reading.")


def cited(case: Case, text: str, source: str | None) -> str:
    """A text, with its source where it has one."""
    return f"{text} ({case.source(source).cite})" if source else text


def certainty(key: str, value: int | None) -> Block:
    """How sure one is, from a guess to very sure."""
    return asked_on(key, _("How sure are you?"), "sure", value)


def asked_on(key: str, question: str, scale: Scale, value: int | None) -> Block:
    """A question that is answered on one of the journal's sliders."""
    words = scale_steps(scale)
    return blocks.scale(key, question, value, words[0], words[-1], words, _("Move the slider to your answer."))


def safety(walk: Walkthrough, stop: Stop) -> Page:
    """The threshold of acute safety, where the moment has it: asked and settled before any board opens."""
    asked = stop.moment.safety
    if asked is None:
        return []
    options = [blocks.option(str(i), row.text) for i, row in enumerate(asked.answers)]
    page = [
        blocks.heading(_("First: is there acute danger?"), 3),
        blocks.prose(_("This is a threshold, not a weight: with acute danger you do not weigh, you act.")),
    ]
    if asked.signs:
        page.append(blocks.details(_("How do you recognise acute danger?"), blocks.prose(_bullets(asked.signs))))
    page.append(blocks.choice(f"{stop.key}/safety", asked.question, options, walk.answer(stop, "safety", "") or None))
    if answer := safety_answer(walk, stop):
        page.append(blocks.note(answer.reply, "change"))
    if asked.source:
        page.append(blocks.prose("*" + origin(walk.case, "interpretatie", asked.source) + "*"))
    return [blocks.panel(*page, tone="threshold")]


def settled(walk: Walkthrough, stop: Stop) -> bool:
    """Whether the board of this moment may open."""
    answer = safety_answer(walk, stop)
    return stop.moment.safety is None or (answer is not None and answer.settled)


def safety_answer(walk: Walkthrough, stop: Stop) -> SafetyAnswer | None:
    """The answer given to the question of acute safety, if the moment asks it."""
    answers = stop.moment.safety.answers if stop.moment.safety else ()
    return next((row for i, row in enumerate(answers) if str(i) == walk.answer(stop, "safety", "")), None)


def threshold_first(walk: Walkthrough, stop: Stop) -> Page:
    """What stands in place of board, alternatives and choice while the threshold is not settled; else nothing."""
    if settled(walk, stop):
        return []
    return [blocks.prose(_("Before you weigh, one question goes first."), lead=True), *safety(walk, stop)]


def option_text(option: Option) -> str:
    """An option's text and the damage it does, as Markdown."""
    parts = [option.text, _("**The damage:** %(damage)s") % {"damage": option.damage}]
    if option.unrealistic:
        parts.insert(0, "*" + _("Not possible here. It stands here to think more widely.") + "*")
    return "\n\n".join(part for part in parts if part)


def what_followed(walk: Walkthrough, stop: Stop) -> Page:
    """What came of the choice at this stop: the story, and what it changed in the field."""
    if stop.option is None:
        return []
    page: Page = []
    if walk.answer(stop, "choice", "") == "own":
        page.append(
            blocks.prose(
                _("You chose a way of your own. The story goes on as after '%(option)s', which you called nearest.")
                % {"option": stop.option.title}
            )
        )
    if stop.option.after:
        page.append(blocks.prose(stop.option.after))
    felt = [*stop.option.effects, *spoken(walk.case, sound_moves(walk.answer(stop, "moves", [])))]
    if felt:
        page.append(blocks.note(_("What this changes in the field:") + "\n\n" + changes(felt), "change"))
    return page


def changes(effects: Sequence[Change]) -> str:
    """Effects as a list in Markdown."""
    return _bullets([effect.why for effect in effects])


def chosen_title(walk: Walkthrough, stop: Stop) -> str:
    """What was chosen here, in words: the option's title, or the learner's own."""
    if stop.option is None:
        return ""
    if walk.answer(stop, "choice", "") == "own":
        return walk.answer(stop, "own", "") or stop.option.title
    return stop.option.title


def hunch_title(walk: Walkthrough, stop: Stop) -> str:
    """The first hunch here, in words; "" where none was given."""
    dilemma = stop.moment.dilemma
    names = {"a": dilemma.a.name, "b": dilemma.b.name, "open": _("I don't know yet")}
    return names.get(walk.answer(stop, "hunch", ""), "")


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def plain(text: str) -> str:
    """Words that are nobody's Markdown (a learner's, or a name), kept from being read as such."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!<>|~&" else c for c in text)

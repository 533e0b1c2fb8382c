"""A journal as a document, and as one self-contained HTML file that reads in any browser and prints well."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

from kit.case import Case
from kit.document import Bullets, Document, Heading, Paragraph, Part, Picture, Prose
from kit.document.html import to_html
from kit.journal.clock import day_and_time
from kit.journal.replay import Stop
from kit.journal.scales import Scale, scale_words
from kit.journal.steps import ROUTES, Walkthrough
from kit.language import _, language

_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Shown:
    """What the pictures of one stop showed, in the words of whoever drew them.

    board: its drawing (SVG) and a caption; None where it never opened. talks: the conversations that were tried, held:
    the sliders that were held, a sentence each.
    """

    board: tuple[str, str] | None = None
    talks: Sequence[str] = ()
    held: Sequence[str] = ()


def journal_html(walk: Walkthrough, shown: Mapping[str, Shown], roles: Mapping[str, str] = _NOBODY) -> str:
    """The journal of a run, to keep or to print; see `journal_document`."""
    return to_html(journal_document(walk, shown, roles))


def journal_document(walk: Walkthrough, shown: Mapping[str, Shown], roles: Mapping[str, str] = _NOBODY) -> Document:
    """The journal of a run: what the case told, what the learner answered and chose, and what came of it.

    shown: what the pictures showed, by the key of the stop. roles: for each task who decides and who is responsible
    according to the learner, in words.
    """
    case = walk.case
    stops = walk.course.stops[: ROUTES[walk.route].moments]
    parts: list[Part] = [Prose(case.setting)] if case.setting else []
    for n, stop in enumerate(stops, start=1):
        parts.append(Heading(_("Moment %(n)s: %(title)s") % {"n": n, "title": stop.moment.title}))
        parts += _stop(walk, stop, shown.get(stop.key, Shown()))
    ending = walk.course.ending
    if ending and len(stops) == len(walk.course.stops):
        parts += [Heading(_("How it ended: %(title)s") % {"title": ending.title}), Prose(ending.text)]
    if roles:
        rows = (f"{task[0].upper()}{task[1:]}: {told}" for task, told in roles.items())
        parts += [Heading(_("Who decides, and who is responsible?")), Bullets(tuple(rows))]
    if back := _answers(walk, None, _case_questions()):
        parts += [Heading(_("Looking back")), *back]
    not_said = _(
        "A board is a picture to think with. It does not say which choice is right, and its strengths are assumptions."
    )
    parts += [Heading(_("What this journal does not say")), Paragraph(not_said)]
    if case.sources:
        parts += [Heading(_("Sources")), Bullets(tuple(source.cite for source in case.sources))]
    return Document(case.title, f"{case.subtitle} · {_span(walk)}", tuple(parts), language())


def described(svg: str) -> str:
    """What a drawing of the kit says of itself in words; "" where it says nothing."""
    found = re.search(r"<desc[^>]*>(.*?)</desc>", svg, re.DOTALL)
    return unescape(found.group(1)) if found else ""


def moves_back(walk: Walkthrough, stop: Stop) -> list[str]:
    """The ways to act back that were taken at a stop, by title."""
    done = walk.answer(stop, "done", [])
    return [move.title for move in walk.case.agency if move.id in done]


def _span(walk: Walkthrough) -> str:
    run = walk.run
    return _("begun %(start)s, last changed %(end)s") % {
        "start": day_and_time(run.started),
        "end": day_and_time(run.changed),
    }


def _stop(walk: Walkthrough, stop: Stop, shown: Shown) -> list[Part]:
    dilemma = stop.moment.dilemma
    parts: list[Part] = [Prose(stop.moment.scene, quoted=True)]
    parts += _told(_("The dilemma"), dilemma.question)
    hunches = {"a": dilemma.a.name, "b": dilemma.b.name, "open": _("I don't know yet")}
    parts += _told(_("First hunch"), hunches.get(walk.answer(stop, "hunch", ""), ""))
    scales: Mapping[Scale, str] = {
        "sure": _("How sure"),
        "serious": _("How serious"),
        "threshold": _("From where to act"),
    }
    for name, label in scales.items():
        parts += _pair(label, scale_words(name, walk.answer(stop, name)))
    safety, answered = stop.moment.safety, walk.answer(stop, "safety", "")
    if safety and answered.isdigit() and int(answered) < len(safety.answers):
        parts += _told(safety.question, safety.answers[int(answered)].text)
    parts += _answers(walk, stop, _asked(walk.case, stop))
    if shown.board:
        svg, caption = shown.board
        parts.append(Picture(svg, described(svg) or caption, caption))
    parts += _rows(_("Conversations I tried"), shown.talks)
    parts += _rows(_("Circumstances that I turned"), shown.held)
    parts += _rows(_("What I did back"), moves_back(walk, stop))
    own = walk.answer(stop, "own", "") if stop.option and walk.answer(stop, "choice", "") == "own" else ""
    parts += _answers(walk, stop, {"seen": _("What I see in this picture")})
    if not own:
        parts += _answers(walk, stop, {"own": _("A way of my own")})
    if stop.option:
        parts += _pair(_("My choice"), own or stop.option.title)
        parts += [] if own else _told(_("The damage that comes with it"), stop.option.damage)
        parts += _answers(walk, stop, _grounds())
        if stop.option.after:
            parts.append(Heading(_("What happened next"), 2))
            if own:
                nearest = _("The story goes on as after '%(option)s', which I called nearest.")
                parts.append(Paragraph(nearest % {"option": stop.option.title}, muted=True))
            parts.append(Prose(stop.option.after))
    agreed = [f"{a.to}: {a.about}" for i, a in enumerate(stop.moment.agenda) if walk.answer(stop, f"agenda-{i}", False)]
    return [*parts, *_told(_("Conversations I will have"), "\n".join(f"- {row}" for row in agreed))]


def _asked(case: Case, stop: Stop) -> dict[str, str]:
    needs = {f"need-{actor.id}": _("What %(name)s needs") % {"name": actor.name} for actor in case.actors}
    questions = {f"question-{i}": question.text for i, question in enumerate(stop.moment.questions)}
    return {**needs, "missing": _("Who is missing"), "assumptions": _("My assumptions"), **questions}


def _grounds() -> dict[str, str]:
    return {
        "weigh": _("Weigh"),
        "test": _("Test"),
        "explain": _("Explain"),
        "ground": _("Ground"),
        "limit": _("The damage, and how I limit it"),
        "need": _("What I need"),
        "difference": _("What made the difference"),
    }


def _case_questions() -> dict[str, str]:
    return {
        "other": _("What somebody saw who chose otherwise"),
        "agreements": _("My conversations"),
        "moved": _("What moved?"),
        "surprised": _("What surprised you?"),
        "powerless": _("Where were you powerless?"),
        "leave": _("How do you leave here?"),
    }


def _answers(walk: Walkthrough, stop: Stop | None, labels: Mapping[str, str]) -> list[Part]:
    rows: list[Part] = []
    for name, label in labels.items():
        rows += _pair(label, walk.answer(stop, name, ""))
    return rows


def _pair(label: str, text: str) -> list[Part]:
    """What a learner wrote, or a title: words that are nobody's Markdown."""
    return [Heading(label, 2), Paragraph(text)] if text.strip() else []


def _told(label: str, text: str) -> list[Part]:
    """What the author of the case wrote."""
    return [Heading(label, 2), Prose(text)] if text.strip() else []


def _rows(label: str, rows: Sequence[str]) -> list[Part]:
    return [Heading(label, 2), Bullets(tuple(rows))] if rows else []

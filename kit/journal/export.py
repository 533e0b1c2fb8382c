"""A journal as one self-contained HTML file that reads in any browser and prints well.

All that a learner or an author wrote is escaped; the boards come as SVG that the kit drew itself.
"""

from collections.abc import Mapping, Sequence
from html import escape

from kit.case import Case
from kit.journal.replay import Stop
from kit.journal.steps import ROUTES, Walkthrough
from kit.language import _, language

_STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: #1b2430;
  background: #fff; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .2rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem;
  border-top: 1px solid #d5dae1; padding-top: 1.4rem; } h3 { font-size: 1rem; margin: 1.1rem 0 .2rem; }
p { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; } .muted { color: #4d5a68; font-size: .9rem; }
.scene { border-left: 3px solid #d5dae1; padding-left: 1rem; color: #333d49; } .scene p { white-space: normal; }
svg { width: 100%; height: auto; display: block; margin: .8rem 0; } li { margin-bottom: .2rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2, h3 { break-after: avoid; }
  svg, .answer { break-inside: avoid; } @page { margin: 18mm; } }
"""


def journal_html(
    walk: Walkthrough, boards: Mapping[str, tuple[str, str]], talks: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The journal of a run. `boards` holds for each stop's key its drawing (SVG) and what it shows, `talks` the
    conversations that were tried there."""
    case = walk.case
    stops = walk.course.stops[: ROUTES[walk.route].moments]
    parts = [_tag("h1", case.title), f'<p class="muted">{escape(case.subtitle)} · {escape(_span(walk))}</p>']
    if case.setting:
        parts.append(_prose(case.setting))
    for n, stop in enumerate(stops, start=1):
        parts.append(_tag("h2", _("Moment %(n)s: %(title)s") % {"n": n, "title": stop.moment.title}))
        parts += _stop(walk, stop, boards.get(stop.key), (talks or {}).get(stop.key, ()))
    ending = walk.course.ending
    if ending and len(stops) == len(walk.course.stops):
        parts.append(_tag("h2", _("How it ended: %(title)s") % {"title": ending.title}))
    if back := _answers(walk, None, _case_questions()):
        parts += [_tag("h2", _("Looking back")), *back]
    not_said = _(
        "A board is a picture to think with. It does not say which choice is right, and its strengths are assumptions."
    )
    parts += [_tag("h2", _("What this journal does not say")), _tag("p", not_said)]
    if case.sources:
        parts += [_tag("h2", _("Sources")), "<ul>", *(_tag("li", source.cite) for source in case.sources), "</ul>"]
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">' + _tag("title", case.title)
    return (
        f'<!doctype html>\n<html lang="{language()}">\n<head>{head}<style>{_STYLE}</style></head>\n<body>\n'
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _prose(text: str) -> str:
    """An author's Markdown as HTML; HTML in it stands as text, and there are no pictures."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "image"])
    return str(reader.render(text)).strip()


def moves_back(walk: Walkthrough, stop: Stop) -> list[str]:
    """The ways to act back that were taken at a stop, by title."""
    done = walk.answer(stop, "done", [])
    return [move.title for move in walk.case.agency if move.id in done]


def _span(walk: Walkthrough) -> str:
    run = walk.run
    return _("begun %(start)s, last changed %(end)s (UTC)") % {
        "start": _when(run.started),
        "end": _when(run.changed),
    }


def _when(stamp: str) -> str:
    return f"{stamp[8:10]}-{stamp[5:7]}-{stamp[:4]} {stamp[11:16]}"


def _stop(walk: Walkthrough, stop: Stop, board: tuple[str, str] | None, tried: Sequence[str]) -> list[str]:
    dilemma = stop.moment.dilemma
    parts = [f'<div class="scene">{_prose(stop.moment.scene)}</div>']
    parts += _pair(_("The dilemma"), dilemma.question)
    hunches = {"a": dilemma.a.name, "b": dilemma.b.name, "open": _("I don't know yet")}
    parts += _pair(_("First hunch"), hunches.get(walk.answer(stop, "hunch", ""), ""))
    for name, label in (
        ("sure", _("How sure")),
        ("serious", _("How serious")),
        ("threshold", _("From where to act (0 is at the first doubt)")),
    ):
        value = walk.answer(stop, name)
        parts += _pair(label, _("%(n)s of 100") % {"n": value} if type(value) is int else "")
    safety, answered = stop.moment.safety, walk.answer(stop, "safety", "")
    if safety and answered.isdigit() and int(answered) < len(safety.answers):
        parts += _pair(safety.question, safety.answers[int(answered)].text)
    parts += _answers(walk, stop, _asked(walk.case, stop))
    if board:
        parts.append(f'<div class="answer">{board[0]}</div>')
    parts += _pair(_("Conversations I tried"), "\n".join(f"• {talk}" for talk in tried))
    parts += _pair(_("What I did back"), "\n".join(f"• {title}" for title in moves_back(walk, stop)))
    parts += _answers(walk, stop, {"seen": _("What I see in this picture"), "own": _("A way of my own")})
    if stop.option:
        own = walk.answer(stop, "own", "") if walk.answer(stop, "choice", "") == "own" else ""
        parts += _pair(_("My choice"), own or stop.option.title)
        parts += [] if own else _pair(_("The damage that comes with it"), stop.option.damage)
        parts += _answers(walk, stop, _grounds())
        if stop.option.after:
            parts.append(f'<div class="answer">{_tag("h3", _("What happened next"))}{_prose(stop.option.after)}</div>')
    talks = [f"{a.to}: {a.about}" for i, a in enumerate(stop.moment.agenda) if walk.answer(stop, f"agenda-{i}", False)]
    if talks:
        parts += _pair(_("Conversations I will have"), "\n".join(f"• {talk}" for talk in talks))
    return parts


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


def _answers(walk: Walkthrough, stop: Stop | None, labels: Mapping[str, str]) -> list[str]:
    rows = []
    for name, label in labels.items():
        rows += _pair(label, walk.answer(stop, name, ""))
    return rows


def _pair(label: str, text: str) -> list[str]:
    if not text.strip():
        return []
    return ['<div class="answer">' + _tag("h3", label) + _tag("p", text) + "</div>"]

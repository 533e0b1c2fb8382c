"""Who decides, and who is responsible: a table to fill in for each task, and a sentence for what it shows.

How each sees it comes from the case; how the learner sees it is asked. A finding says how people see the task, not
who is right.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from kit.case import YOU, Case, Claim
from kit.figures.expectation_words import inside, name
from kit.language import _
from kit.models.role import Perceived, read_roles
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.form import Form
from kit.widgets.pages.parts import origin, plain

Role = Literal["decides", "responsible"]

ROLES: tuple[Role, ...] = ("decides", "responsible")


def roles(
    case: Case,
    answers: Mapping[str, Any] | None = None,
    on_answer: Callable[[str, Any], None] | None = None,
) -> Form:
    """The tasks of a case as a page to fill in.

    answers: those already given, by the keys of `answer_key`. on_answer: is told each answer as it is given.
    """
    given = dict(answers or {})

    def answered(key: str, value: Any) -> None:
        given[key] = value
        if on_answer is not None:
            on_answer(key, value)
        form.show(roles_page(case, given))

    form = Form(answered, lambda _act: None)
    form.show(roles_page(case, given))
    return form


def answer_key(task: str, role: Role) -> str:
    """What the learner's answer is kept by: "roles/<task>/decides" or "roles/<task>/responsible"."""
    return f"roles/{task}/{role}"


def tasks(case: Case) -> list[str]:
    """The tasks on which a case has claims, in the order of the case."""
    return list(dict.fromkeys(claim.task for claim in case.roles))


def claims(case: Case, answers: Mapping[str, Any]) -> tuple[Claim, ...]:
    """The claims of a case with the learner's own: an answer counts where there is one, else what the case says."""
    known = _people(case)
    theirs = [claim for claim in case.roles if claim.perceiver != YOU]
    mine = {claim.task: claim for claim in case.roles if claim.perceiver == YOU}
    made = []
    for task in tasks(case):
        named = {role: _answer(case, answers, task, role) for role in ROLES}
        decides, responsible = (who if who in known else None for who in named.values())
        if decides or responsible:
            old = mine.get(task) or Claim(task, YOU, decides, responsible)
            made.append(replace(old, decides=decides, responsible=responsible))
    return (*theirs, *made)


def roles_page(case: Case, answers: Mapping[str, Any]) -> Page:
    """The page: for each task two columns, who decides and who is responsible, and what they show."""
    if not case.roles:
        return [blocks.prose(_("This case says nothing about tasks."))]
    page: Page = [
        blocks.prose(_("Who decides, and who is responsible? Fill in how you see it, and compare."), lead=True)
    ]
    made = claims(case, answers)
    readings = read_roles(made)
    for task in tasks(case):
        own = [claim for claim in made if claim.task == task]
        reading = readings.get(task)
        sides = [
            [
                blocks.panel(
                    *_column(case, own, answers, task, role, None if reading is None else getattr(reading, role))
                )
            ]
            for role in ROLES
        ]
        page += [blocks.heading(task[0].upper() + task[1:], 3), blocks.columns(*sides)]
        whence = [f"- **{plain(name(case, c.perceiver))}**: {_whence(case, c)}" for c in own if c.perceiver != YOU]
        if whence:
            page.append(
                blocks.details(_("Where does '%(task)s' come from?") % {"task": task}, blocks.prose("\n".join(whence)))
            )
    page.append(
        blocks.details(
            _("What does this table not say?"),
            blocks.prose(
                _("It shows how people see it, not who is right. Who is not in the table may see it otherwise.")
            ),
        )
    )
    return page


def own_roles(case: Case, answers: Mapping[str, Any]) -> dict[str, str]:
    """What the learner filled in, in words, for each task; what the case says in their place is not theirs."""
    people = {**_people(case), YOU: _("me")}
    labels: dict[Role, str] = {
        "decides": _("decides, as I see it: %(who)s"),
        "responsible": _("responsible, as I see it: %(who)s"),
    }
    told = {}
    for task in tasks(case):
        named = {role: answers.get(answer_key(task, role)) for role in ROLES}
        if rows := [label % {"who": people[who]} for role, label in labels.items() if (who := named[role]) in people]:
            told[task] = "; ".join(rows)
    return told


def finding_words(case: Case, task: str, role: Role, seen: Perceived | None) -> str:
    """What one column shows, in a sentence."""
    finding = "unknown" if seen is None else seen.finding
    one = next(iter(seen.named.values()), None) if seen is not None else None
    if finding == "agreed" and one == YOU:
        sentence = (
            _("Everyone names you as the one who decides on '%(task)s'.")
            if role == "decides"
            else _("Everyone names you as the one responsible for '%(task)s'.")
        )
    elif role == "decides":
        sentence = {
            "unknown": _("Hardly anybody has said who decides on '%(task)s'."),
            "agreed": _("Everyone says the same: %(who)s decides on '%(task)s', and says so too."),
            "not_asked": _("Everyone names somebody who was not asked to decide on '%(task)s'."),
            "vacuum": _("Nobody thinks they decide themselves on '%(task)s'."),
            "overlap": _("More than one thinks they decide themselves on '%(task)s'."),
            "disputed": _("It is disputed who decides on '%(task)s'."),
        }[finding]
    else:
        sentence = {
            "unknown": _("Hardly anybody has said who is responsible for '%(task)s'."),
            "agreed": _("Everyone says the same: %(who)s is responsible for '%(task)s', and says so too."),
            "not_asked": _("Everyone names somebody who was not asked to be responsible for '%(task)s'."),
            "vacuum": _("Nobody thinks they are responsible themselves for '%(task)s'."),
            "overlap": _("More than one thinks they are responsible themselves for '%(task)s'."),
            "disputed": _("It is disputed who is responsible for '%(task)s'."),
        }[finding]
    return sentence % {"task": task, "who": inside(case, one) if one else ""}


def _column(
    case: Case, own: list[Claim], answers: Mapping[str, Any], task: str, role: Role, seen: Perceived | None
) -> Page:
    head = _("Who decides?") if role == "decides" else _("Who is responsible?")
    rows = []
    for claim in own:
        who = getattr(claim, role)
        if claim.perceiver == YOU or who is None:
            continue
        themself = _("themselves") if who == claim.perceiver else plain(inside(case, who))
        rows.append(
            _("- **%(perceiver)s** names: %(who)s") % {"perceiver": plain(name(case, claim.perceiver)), "who": themself}
        )
    named = _answer(case, answers, task, role)
    options = {"": _("no choice yet"), **_people(case)}
    question = _("According to you: who decides?") if role == "decides" else _("According to you: who is responsible?")
    page: Page = [
        blocks.heading(head, 4),
        blocks.note(f"**{plain(finding_words(case, task, role, seen))}**", "change"),
        blocks.select(answer_key(task, role), question, options, named if named in options else ""),
    ]
    if named and answer_key(task, role) not in answers:
        page.append(blocks.prose("*" + _("This is how the case fills in your place. See it otherwise? Choose.") + "*"))
    return [*page, blocks.prose("\n".join(rows))] if rows else page


def _answer(case: Case, answers: Mapping[str, Any], task: str, role: Role) -> str:
    if (key := answer_key(task, role)) in answers:
        return str(answers[key])
    claim = next((c for c in case.roles if c.task == task and c.perceiver == YOU), None)
    return "" if claim is None else getattr(claim, role) or ""


def _people(case: Case) -> dict[str, str]:
    return {YOU: name(case, YOU), **{actor.id: actor.name for actor in case.actors}}


def _whence(case: Case, claim: Claim) -> str:
    return " ".join(text for text in (plain(claim.why), origin(case, claim.provenance, claim.source)) if text)

"""The first phase, *kijken*: a safe start, the case, the dilemma, asking and empathising, the forces."""

from kit.case import Case
from kit.journal.clock import day_and_time
from kit.journal.replay import Stop
from kit.journal.steps import Screen, Walkthrough
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.pages import boards, parts
from kit.widgets.pages.ask import fact_cards, questions
from kit.widgets.pages.surroundings import Surroundings


def begin(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """Who and where; what may touch you; agreements; the route."""
    case = walk.case
    page: Page = [blocks.prose(_("Before you look, agree on how you go about it."), lead=True)]
    for path in around.set_aside:
        page.append(
            blocks.note(
                _("An earlier journal could not be read. It is set aside as %(file)s; nothing in it was changed.")
                % {"file": f"`{path}`"}
            )
        )
    you = (
        [blocks.heading(_("Where you are, and who you are here"), 3), blocks.prose(case.setting)]
        if case.setting
        else []
    )
    agreements = [
        _("What is said here stays here."),
        _("Cases of your own you tell without names or places."),
        _("You may step out for a while. You need not explain."),
        _("There is no right answer to find. There is something to see."),
    ]
    rules = [
        blocks.heading(_("What we agree on"), 3),
        blocks.prose("\n".join(f"- {line}" for line in agreements)),
    ]
    if case.warning:
        rules.insert(0, blocks.prose(case.warning))
        rules.insert(0, blocks.heading(_("What may touch you"), 3))
    page.append(blocks.columns([blocks.panel(*you)], [blocks.panel(*rules)]) if you else blocks.panel(*rules))
    if case.goals:
        page.append(blocks.details(_("What you practise"), blocks.prose("\n".join(f"- {goal}" for goal in case.goals))))
    routes = [
        blocks.option("45", _("45 minutes"), _("One moment of decision, the main steps.")),
        blocks.option("90", _("90 minutes"), _("All steps, two moments of decision.")),
        blocks.option("self", _("Self-study"), _("All steps, to the end of the story.")),
    ]
    page.append(blocks.choice("case/route", _("How much time do you have?"), routes, walk.route))
    page.append(blocks.details(_("Where your answers stay"), *_keeping(around)))
    return page


def _keeping(around: Surroundings) -> Page:
    page: Page = [
        blocks.prose(around.kept_where()),
        blocks.prose(
            _(
                "No account, no tracking, no name. 'Start again' begins a new journal; "
                "the earlier one stays in that folder."
            )
        ),
    ]
    if around.earlier:
        label = _("Go on with that of %(when)s")
        page.append(blocks.heading(_("Earlier times"), 4))
        page.append(
            blocks.buttons(
                *(
                    blocks.button(f"open:{run.id}", label % {"when": day_and_time(run.changed)})
                    for run in around.earlier[:5]
                )
            )
        )
    return page


def story(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """The first scene, to its hottest moment, and who is who."""
    moment = screen.stop.moment
    return [
        blocks.prose(_("Read calmly. You need not decide anything yet."), lead=True),
        blocks.panel(blocks.heading(moment.title, 3), blocks.prose(moment.scene)),
        blocks.details(_("Who is who?"), blocks.prose(_who(walk.case, screen.stop))),
    ]


def _who(case: Case, stop: Stop) -> str:
    rows = [actor for actor in case.actors if actor.role]
    return "\n".join(f"- **{actor.name}**: {actor.role}" for actor in rows)


def dilemma(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """Two sides, each with its damage; a first hunch and how sure. Later moments begin with their scene."""
    stop, asked = screen.stop, screen.stop.moment.dilemma
    page: Page = []
    stops = walk.course.stops
    at = [s.key for s in stops].index(stop.key)
    if at > 0:
        page.append(
            blocks.prose(_("The story goes on, and asks you again. First what happened, then your hunch."), lead=True)
        )
        page += [
            blocks.panel(
                blocks.heading(_("What happened next"), 3), *parts.what_followed(walk, stops[at - 1]), tone="change"
            )
        ]
        page += [blocks.panel(blocks.heading(stop.moment.title, 3), blocks.prose(stop.moment.scene))]
        if cards := fact_cards(walk, stop):
            page.append(blocks.details(_("Fact cards with this moment"), cards))
        page += questions(walk, stop)
    else:
        page.append(blocks.prose(_("Two sides. Both can be defended, and both do damage."), lead=True))
    page.append(blocks.heading(asked.question, 3))
    sides = []
    for side in (asked.a, asked.b):
        body = "\n\n".join(
            part for part in (side.text, _("**The damage:** %(damage)s") % {"damage": side.damage}) if part
        )
        sides.append([blocks.panel(blocks.heading(side.name, 4), blocks.prose(body))])
    page.append(blocks.columns(*sides))
    page.append(
        blocks.choice(
            f"{stop.key}/hunch",
            _("Your first hunch?"),
            [
                blocks.option("a", asked.a.name),
                blocks.option("b", asked.b.name),
                blocks.option("open", _("I don't know yet")),
            ],
            walk.answer(stop, "hunch", "") or None,
            help=_("Not your choice yet: what does your stomach say? You will see it again later."),
        )
    )
    page.append(parts.certainty(f"{stop.key}/sure", walk.answer(stop, "sure")))
    return page


def forces(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """What stands above the board: what to look for, what changed; or the threshold, until it is settled."""
    stop = screen.stop
    if first := parts.threshold_first(walk, stop):
        return first
    view = boards.picture_in_view(walk, stop)
    leads = {
        "forces": _("Who pulls at your decision? Put the knot where you would stand, and see what happens."),
        "expectations": _(
            "Who expects what of whom, and what of it was said? Try a conversation, and see what changes."
        ),
        "context": _("What acts on you, and on what do you act back? Turn a condition, and see what changes."),
    }
    page: Page = [blocks.prose(leads[view], lead=True)]
    if answer := parts.safety_answer(walk, stop):
        page.append(blocks.note(answer.reply, "change"))
    names = boards.pictures(walk)
    if len(names) > 1:
        options = [blocks.option(picture, name) for picture, name in names.items()]
        page.append(blocks.choice(f"{stop.key}/picture", _("What do you look at?"), options, view, row=True))
    if stop.effects:
        changed = blocks.prose(parts.changes(stop.effects))
        page.append(blocks.details(_("Changed by what you chose before"), changed))
    return page


def below_the_board(walk: Walkthrough, screen: Screen) -> Page:
    """What stands under the board: the conditions, which have no poles, and what the learner sees in the picture."""
    stop = screen.stop
    look_for = {
        "forces": _("Who pulls hardest? Who is hardly heard? What do you miss?"),
        "expectations": _("What did nobody say? Who expects the most of you? What do you miss?"),
        "context": _("What comes at you the hardest? On whom do you act yourself? What do you miss?"),
    }
    page: Page = [
        blocks.text(
            f"{stop.key}/seen",
            _("What do you see in this picture?"),
            walk.answer(stop, "seen", ""),
            help=look_for[boards.picture_in_view(walk, stop)],
        )
    ]
    if walk.case.conditions:
        rows = [
            f"- **{it.name}.** {it.text} *{parts.origin(walk.case, it.provenance, it.source)}*"
            for it in walk.case.conditions
        ]
        page.append(blocks.details(_("Under which conditions do you decide?"), blocks.prose("\n".join(rows))))
    return page

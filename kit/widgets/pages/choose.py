"""The second phase, *kiezen*: the alternatives, and the choice with its grounds."""

from collections.abc import Sequence
from typing import Any

from kit.journal.replay import Stop
from kit.journal.steps import Screen, Walkthrough
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.pages import parts
from kit.widgets.pages.surroundings import Surroundings
from kit.widgets.pages.talks import still_to_say


def alternatives(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """What can be done, the impossible too, and one of the learner's own."""
    if first := parts.threshold_first(walk, screen.stop):
        return first
    them = [
        [blocks.panel(blocks.heading(option.title, 4), blocks.prose(parts.option_text(option)))]
        for option in screen.stop.moment.options
    ]
    return [
        blocks.prose(_("What could you do? Every way does damage; it is named with each."), lead=True),
        blocks.columns(*them),
        _own(walk, screen),
    ]


def _own(walk: Walkthrough, screen: Screen) -> Block:
    return blocks.text(
        f"{screen.stop.key}/own",
        _("A way of your own"),
        walk.answer(screen.stop, "own", ""),
        help=_("What is not on the list? Describe it in a sentence; then it stands among the choices."),
    )


def choice(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """The choice; weighing, testing, explaining, grounding; the damage, how to limit it, what I need."""
    stop = screen.stop
    if first := parts.threshold_first(walk, stop):
        return first
    options = [blocks.option(o.id, o.title, parts.option_text(o)) for o in stop.moment.options]
    own = walk.answer(stop, "own", "").strip()
    if own:
        options.append(blocks.option("own", _("My own way"), parts.plain(own)))
    chosen = walk.answer(stop, "choice", "")
    page: Page = [
        blocks.prose(
            _("You choose, and you account for it: to the people it touches, to colleagues, to yourself."), lead=True
        ),
        blocks.choice(f"{stop.key}/choice", _("What do you do?"), options, chosen or None),
    ]
    page.append(blocks.details(_("None of these?"), _own(walk, screen)))
    if chosen == "own":
        names = {"": _("Choose …"), **{o.id: o.title for o in stop.moment.options}}
        page.append(
            blocks.select(
                f"{stop.key}/follows",
                _("Which of the others is nearest to it? The story goes on from there."),
                names,
                walk.answer(stop, "follows", ""),
            )
        )
    page += still_to_say(walk, _("What is still unsaid around this choice?"))
    asked = [
        ("weigh", _("Weigh"), _("What do you weigh against what? Which values collide?")),
        (
            "test",
            _("Test"),
            _("With whom or against what do you test it: a colleague, the people themselves, the professional code?"),
        ),
        ("explain", _("Explain"), _("How do you explain it to the one whom you do short?")),
        ("ground", _("Ground"), _("What do you base it on: facts, experience, knowledge, law?")),
        ("limit", _("The damage of your choice"), _("Whom does it touch, and how do you limit it?")),
        ("need", _("What you need"), _("From your team, your organisation, the municipality?")),
    ]
    fields = [
        blocks.text(f"{stop.key}/{name}", label, walk.answer(stop, name, ""), help=help) for name, label, help in asked
    ]
    page.append(blocks.heading(_("Your grounds"), 3))
    if _written_before(walk, stop, [name for name, *_rest in asked]):
        told = _("You wrote these before you changed your choice. Do they still fit?")
        page.append(blocks.note(told, "change"))
    page += [blocks.columns([one], [other]) for one, other in zip(fields[0::2], fields[1::2], strict=True)]
    return page


def _written_before(walk: Walkthrough, stop: Stop, names: Sequence[str]) -> bool:
    """Whether grounds still stand that were written with another choice."""
    chosen, choices = f"{stop.key}/choice", dict[str, Any]()
    choice = None
    for entry in walk.run.entries:
        choice = entry.value if entry.key == chosen else choice
        choices[entry.key] = choice
    with_text = [f"{stop.key}/{name}" for name in names if walk.answer(stop, name, "").strip()]
    return any(choices[key] not in (None, choice) for key in with_text)


def hint(walk: Walkthrough, screen: Screen) -> str:
    """What is still needed before the story can go on from this screen."""
    if screen.step != "choice" or screen.stop.option is not None or not parts.settled(walk, screen.stop):
        return ""
    if walk.answer(screen.stop, "choice", "") == "own":
        return _("Say which of the others is nearest; then the story goes on.")
    return _("Choose one of the ways; then the story goes on.")

"""The third phase, *bespreken*: dialogue, agreements, looking back."""

from dataclasses import replace

from kit.case import Option
from kit.figures.words import tipping_words
from kit.journal.export import moves_back
from kit.journal.replay import Stop
from kit.journal.scales import scale_words
from kit.journal.steps import ROUTES, Screen, Walkthrough
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.pages import parts
from kit.widgets.pages.ask import said_of_seriousness
from kit.widgets.pages.boards import board_forces, board_picture, board_stance
from kit.widgets.pages.surroundings import Surroundings
from kit.widgets.pages.talks import still_to_say, talks_of, what_talking_did


def played(walk: Walkthrough) -> list[Stop]:
    """The stops of this route at which a choice was made."""
    stops = walk.course.stops[: ROUTES[walk.route].moments]
    return [stop for stop in stops if stop.option is not None]


def dialogue(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """How it went on; first hunch beside the choice; what would change the picture; practitioners' voices."""
    stops, ending = played(walk), walk.course.ending
    page: Page = [blocks.prose(_("Talk it over, with others or with yourself. Nobody needs to win."), lead=True)]
    after: Page = [blocks.heading(_("How it went on"), 3), *parts.what_followed(walk, stops[-1])]
    if ending and len(stops) == len(walk.course.stops):
        after += [blocks.heading(ending.title, 4), blocks.prose(ending.text)]
    page.append(blocks.panel(*after, tone="change"))
    for stop in stops:
        page += _moment(walk, stop)
    page += what_talking_did(walk, stops)
    voices = [(stop, voice) for stop in stops for voice in stop.moment.voices]
    if voices:
        page.append(blocks.heading(_("Voices from practice"), 3))
        for _stop, voice in voices:
            who = f"{voice.who}. {parts.origin(walk.case, voice.provenance, voice.source)}"
            page.append(blocks.quote(voice.text, who))
    page.append(
        blocks.text(
            "case/other",
            _("Somebody with your training chose otherwise. What did they see that you did not?"),
            walk.answer(None, "other", ""),
        )
    )
    return page


def _moment(walk: Walkthrough, stop: Stop) -> Page:
    """One moment: the hunch beside the choice, and what would change the picture between two ways."""
    sure = scale_words("sure", walk.answer(stop, "sure"))
    hunch = parts.hunch_title(walk, stop) or _("not given")
    first = [blocks.heading(_("Your first hunch"), 4), blocks.prose(parts.plain(hunch))]
    if sure:
        first.append(blocks.prose(_("How sure: %(words)s.") % {"words": sure}))
    first += [blocks.prose(line) for line in said_of_seriousness(walk, stop)]
    then = [blocks.heading(_("Your choice"), 4), blocks.prose(parts.plain(parts.chosen_title(walk, stop)))]
    page: Page = [
        blocks.heading(stop.moment.title, 3),
        blocks.columns([blocks.panel(*first)], [blocks.panel(*then)]),
        blocks.text(
            f"{stop.key}/difference",
            _("What made the difference, or what confirmed you?"),
            walk.answer(stop, "difference", ""),
        ),
    ]
    noise = [fact.front for fact in stop.moment.facts if fact.noise]
    if noise:
        told = _("The author of this case meant these as noise: they do not matter here. Did one of them steer you?")
        rows = "\n".join(f"- {parts.plain(front)}" for front in noise)
        page.append(blocks.details(_("Which cards were noise?"), blocks.prose(told), blocks.prose(rows)))
    return [*page, _tipping(walk, stop)]


def _tipping(walk: Walkthrough, stop: Stop) -> Block:
    mine = _mine(walk, stop)
    others = [option for option in stop.moment.options if option.id != mine.id]
    asked = walk.answer(stop, "beside", "")
    other = next((option for option in others if option.id == asked), others[0])
    third = [option for option in others if option.id != other.id and not option.unrealistic]
    sentences = tipping_words(walk.case, board_forces(walk, stop), mine, other, third)
    if not sentences:
        sentences = [_("No single force, heavier or lighter, would by itself make these two equal.")]
    return blocks.details(
        _("What would change the picture?"),
        blocks.select(
            f"{stop.key}/beside",
            _("Put your choice beside"),
            {option.id: option.title for option in others},
            other.id,
        ),
        blocks.prose("\n".join(f"- {parts.plain(sentence)}" for sentence in sentences)),
        blocks.prose(
            "*"
            + _(
                "Friction says how far a choice lies from what all want, not whether it is good; the middle always has "
                "less of it. The strengths are assumptions."
            )
            + "*"
        ),
    )


def _mine(walk: Walkthrough, stop: Stop) -> Option:
    """The option chosen; a way of one's own stands where the learner put the knot."""
    assert stop.option is not None, "only stops with a choice are discussed"
    if walk.answer(stop, "choice", "") == "own":
        title = walk.answer(stop, "own", "") or stop.option.title
        return replace(stop.option, id="own", title=title, positions=board_stance(walk, stop))
    return stop.option


def agreements(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """Who says what to whom."""
    page: Page = [
        blocks.prose(_("A decision is not done before it is told. Who says what to whom, and when?"), lead=True)
    ]
    page += still_to_say(walk, _("What has not been said yet, according to the expectation map"), open=True)
    for stop in played(walk):
        rows = [
            blocks.tick(
                f"{stop.key}/agenda-{i}", f"{agreed.to}: {agreed.about}", walk.answer(stop, f"agenda-{i}", False)
            )
            for i, agreed in enumerate(stop.moment.agenda)
        ]
        if rows:
            page.append(blocks.panel(blocks.heading(stop.moment.title, 3), *rows))
    page.append(
        blocks.text(
            "case/agreements",
            _("Your conversations"),
            walk.answer(None, "agreements", ""),
            help=_("For each: with whom, what you say first, what you ask, and when."),
            rows=4,
        )
    )
    return page


def _tried(walk: Walkthrough, stop: Stop) -> Page:
    """The conversations that were tried at a stop, and what was done back."""
    page: Page = []
    for label, lines in (
        (_("Conversations I tried"), talks_of(walk, stop)),
        (_("What I did back"), moves_back(walk, stop)),
    ):
        if lines:
            page.append(blocks.prose("\n".join([f"**{label}**", "", *(f"- {parts.plain(line)}" for line in lines)])))
    return page


def lookback(walk: Walkthrough, screen: Screen, around: Surroundings) -> Page:
    """What moved, what surprised; powerlessness; the way back through the choices; the journal to keep."""
    page: Page = [
        blocks.prose(_("Look back before you leave. What do you take with you, what do you leave here?"), lead=True)
    ]
    asked = [
        ("moved", _("What moved?"), _("In the case, and in you.")),
        ("surprised", _("What surprised you?"), ""),
        ("powerless", _("Where were you powerless?"), _("That may be said. Not all that you want can be done.")),
        ("leave", _("How do you leave here?"), _("One word is enough.")),
    ]
    fields = [blocks.text(f"case/{name}", label, walk.answer(None, name, ""), help=help) for name, label, help in asked]
    page += [blocks.columns([one], [other]) for one, other in zip(fields[0::2], fields[1::2], strict=True)]
    page.append(
        blocks.panel(
            blocks.heading(_("Your journal"), 3),
            blocks.prose(
                _("One file with your choices, your reasons and your boards. It opens in any browser and prints well.")
            ),
            blocks.buttons(blocks.button("journal", _("Download the journal"), main=True)),
        )
    )
    page.append(blocks.heading(_("Your way through this case"), 3))
    for stop in played(walk):
        page.append(
            blocks.details(
                f"{stop.moment.title}: {parts.chosen_title(walk, stop)}",
                *([blocks.picture(*board_picture(walk, stop))] if parts.settled(walk, stop) else []),
                *_tried(walk, stop),
                *parts.what_followed(walk, stop),
            )
        )
    if walk.case.sources:
        rows = "\n".join(f"- {source.cite}" for source in walk.case.sources)
        page.append(blocks.details(_("Sources"), blocks.prose(rows)))
    return page

"""The facilitator's sheets of a moment: the field as the case has it, and the strips to hand out after the choice."""

from kit.case import Case, Moment, tensions_of
from kit.figures.words import force_words, provenance_words
from kit.language import _
from kit.paper.markup import bullets, cut, element, for_the_facilitator, prose, safe, sheet, words
from kit.paper.route import Way, leads_to, ways


def field(case: Case, moment: Moment, of: str) -> str:
    """What the case itself says of the field, to compare with what a group drew."""
    parts = [
        words("p", _("Let the group draw first. Then compare: what did they see otherwise, and why?"), kind="how"),
    ]
    for tension in tensions_of(case, moment):
        parts.append(words("h3", f"{tension.left.name} – {tension.right.name}"))
        for pole in (tension.left, tension.right):
            costs = _("%(pole)s protects: %(protects)s Risks: %(risks)s")
            if pole.protects and pole.risks:
                parts.append(
                    words(
                        "p", costs % {"pole": pole.name, "protects": pole.protects, "risks": pole.risks}, kind="muted"
                    )
                )
        rows = [
            element(
                "li",
                words("b", force_words(force, case.actor(force.actor), tension) + " "),
                safe(force.why + " "),
                words("small", f"({provenance_words(case, force.provenance, force.source)})"),
            )
            for force in moment.forces
            if force.tension == tension.id
        ]
        parts.append(element("ul", *rows, kind="forces"))
    noise = [fact.front for fact in moment.facts if fact.noise]
    if noise:
        meant = _("The author of this case meant these as noise: they do not matter here. Did one of them steer you?")
        parts.append(
            element("div", words("h3", _("Which cards were noise?")), words("p", meant), bullets(noise), kind="keep")
        )
    says = _(
        "A board is a picture to think with. It does not say which choice is right, and its strengths are assumptions."
    )
    later = _("In a later moment, choices made before have shifted this field; the strips say how.")
    parts.append(words("p", f"{says} {later}" if case.moments.index(moment) else says, kind="muted"))
    return sheet(_("What pulls, as the case has it"), for_the_facilitator(), *parts, of=of)


def strips(case: Case, moment: Moment, of: str) -> str:
    """What came of each way, to cut apart and hand out after the choice."""
    how = _("Cut these strips apart. After the choice, each group gets the strip of its own way.")
    apart = (_strip(case, way) for way in ways(case, moment))
    return sheet(_("What happened next"), for_the_facilitator(), words("p", how, kind="how"), *apart, of=of)


def _strip(case: Case, way: Way) -> str:
    title, story = words("h3", f"{way.code}  {way.option.title}"), prose(way.option.after)
    on = words("p", _("Go on with %(where)s.") % {"where": leads_to(case, way.option)}, kind="then")
    if not way.option.effects:
        return cut(title, story, on)
    changed = words("p", _("What this changes in the field:"), kind="then")
    changed += bullets([effect.why for effect in way.option.effects])
    return cut(title, element("div", element("div", story), element("div", changed, on), kind="parted"))

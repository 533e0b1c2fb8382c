"""What the context map says, in sentences: for the panel beside it and for whoever does not see it.

Never a percentage: the strengths behind these words are assumptions, and words for amounts are as coarse as those.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from kit.case import YOU, Case, Influence, Layer
from kit.language import _
from kit.models.influence import InfluenceNetwork, MapPoint

STRENGTH_LIMITS = (0.3, 0.6, 0.85)
"""Strengths of an influence at which the words change."""

AGENCY_LIMITS = (0.2, 0.45, 0.55, 0.8)
"""Shares of what flows back at which the words change; a half is balance."""

DIFFERENCE_LIMITS = (0.02, 0.08, 0.2)
"""Changes of a concept, on its scale of 0 to 1, at which the words change."""

OUTCOMES = ("wegen", "toetsen", "toelichten", "grondvesten", "actorschap")
"""The concepts whose change is shown: the four steps of every choice, and what acts back."""

NAMED = 6
"""Of more than this many parties the rest is told as a number."""


def layer_name(layer: Layer | None) -> str:
    """A layer around the professional as it stands on the map; None gathers who has no layer."""
    return {
        "team": _("Your team"),
        "organisation": _("Your organisation"),
        "partners": _("Partner organisations"),
        "residents": _("Residents"),
        "municipality": _("Municipality"),
        "policy": _("Policy and rules"),
        "society": _("Society"),
        None: _("Others around you"),
    }[layer]


def influence_words(strength: float) -> str:
    """How strong an influence from 0 to 1 is, as words."""
    if strength == 0:
        return _("no influence")
    weak, plain, strong = STRENGTH_LIMITS
    if strength < weak:
        return _("weak")
    if strength < plain:
        return _("moderate")
    if strength < strong:
        return _("strong")
    return _("very strong")


def party(case: Case, id: str) -> str:
    """Who stands at one end of an arrow: an actor's name, or "you"."""
    return _("you") if id == YOU else case.actor(id).name


def arrow_words(case: Case, edge: Influence) -> str:
    """An arrow as a heading: from whom to whom."""
    names = {"origin": party(case, edge.origin), "target": party(case, edge.target)}
    return _("From %(origin)s to %(target)s") % names


def balance_words(network: InfluenceNetwork, before: InfluenceNetwork | None = None) -> str:
    """The one sentence: where most comes from, for the professional. `before`: the network before the moves made."""
    agency = network.agency(YOU)
    if agency is None:
        return _("Nothing runs to you or from you yet.")
    least, less, more, most = AGENCY_LIMITS
    if agency < least:
        told = _("Almost everything comes towards you from outside.")
    elif agency < less:
        told = _("Most of it comes towards you from outside.")
    elif agency <= more:
        told = _("About as much comes towards you as goes out from you.")
    elif agency <= most:
        told = _("More goes out from you than comes towards you.")
    else:
        told = _("Almost everything goes out from you.")
    was = None if before is None else before.agency(YOU)
    if was is not None and agency > was + 0.001:
        return told + " " + _("From you it is more than it was.")
    return told


def layer_words(network: InfluenceNetwork, members: Collection[str]) -> str:
    """Between the professional and one layer: where most flows."""
    agency = network.agency(YOU, members)
    if agency is None:
        return _("nothing runs directly between you")
    least, less, more, most = AGENCY_LIMITS
    if agency < least:
        return _("almost everything comes to you")
    if agency < less:
        return _("most of it comes to you")
    if agency <= more:
        return _("about as much to and fro")
    if agency <= most:
        return _("most of it goes out from you")
    return _("almost everything goes out from you")


def reversed_words(network: InfluenceNetwork, layers: Mapping[Layer | None, Collection[str]]) -> str:
    """Where it is the other way round than in the whole: the layers on which the professional is the stronger; or "".

    Towards residents it is the professional who has power.
    """
    _least, less, more, _most = AGENCY_LIMITS
    whole = network.agency(YOU)
    if whole is None or whole >= less:
        return ""
    shares = {layer: network.agency(YOU, members) for layer, members in layers.items()}
    there = [layer_name(layer) for layer, share in shares.items() if share is not None and share > more]
    if not there:
        return ""
    names = listed([name[0].lower() + name[1:] for name in there])
    return _("It is the other way round with %(layers)s: there most goes out from you.") % {"layers": names}


def difference_words(difference: float) -> str:
    """How a concept changes against the described state, as words."""
    hardly, little, plainly = DIFFERENCE_LIMITS
    size = abs(difference)
    if size == 0:
        return _("stays as it is")
    if size < hardly:
        return _("hardly changes")
    if size < little:
        return _("a little more") if difference > 0 else _("a little less")
    if size < plainly:
        return _("clearly more") if difference > 0 else _("clearly less")
    return _("much more") if difference > 0 else _("much less")


def outcome_words(names: Mapping[str, str], differences: Mapping[str, float] | None, touched: bool) -> str:
    """What the sliders do to deciding, as one sentence. differences: by concept, None where nothing settled."""
    if differences is None:
        return _("These circumstances do not come to rest. The model can say nothing about them, so nothing is drawn.")
    if not touched:
        return _("Everything is as the case describes it. Move a slider and see what that does to deciding.")
    most = max(differences, key=lambda id: abs(differences[id]), default=None)
    if most is None or abs(differences[most]) < DIFFERENCE_LIMITS[0]:
        return _("Compared with now hardly anything changes.")
    told = {"name": names[most], "change": difference_words(differences[most])}
    return _("Compared with now, '%(name)s' changes most: %(change)s.") % told


def listed(names: Sequence[str], most: int = NAMED) -> str:
    """Names as they stand in a sentence; of more than `most` the rest as a number."""
    if len(names) > most:
        return _("%(names)s and %(number)s more") % {
            "names": ", ".join(names[:most]),
            "number": len(names) - most,
        }
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def quarter_name(influential: bool, dependent: bool) -> str:
    """One of the four corners of the influence–dependence map."""
    if influential:
        return _("Determine much and undergo much") if dependent else _("Determine much, undergo little")
    return _("Undergo much, determine little") if dependent else _("Determine little and undergo little")


def quarters(case: Case, points: Mapping[str, MapPoint]) -> list[tuple[str, str]]:
    """The influence–dependence map in words: each corner that is not empty, with who stands in it."""
    told = []
    for corner in ((True, False), (True, True), (False, True), (False, False)):
        there = [id for id, point in points.items() if (point.influential, point.dependent) == corner]
        there.sort(key=lambda id: (id != YOU, -points[id].influence))
        if there:
            names = [_("You") if id == YOU else party(case, id) for id in there]
            told.append((quarter_name(*corner), listed(names)))
    return told


def limits() -> Iterable[str]:
    """What the picture does not say."""
    return (
        _("The layers are our interpretation. We could not find the published figure that they would come from."),
        _("The thickness of an arrow is an assumption. At most its direction comes from a source."),
        _("What the sliders show is a direction, not a forecast. The model was built that way; it proves nothing."),
        _("A thick arrow is not wrong and a thin one is not right. Influence can also be a responsibility."),
        _("Who has no arrow here may still matter."),
    )

"""What a picture of forces says, in sentences: for the panel beside it, for a screen reader, and for paper.

Figures on screen are rare here: words for amounts are coarser than the numbers, and honest about guesses.
"""

from collections.abc import Iterable, Mapping, Sequence

from kit.case import Actor, Case, Force, Option, Provenance, Tension
from kit.language import _, ngettext
from kit.models.force_field import Reading, strain_at, strain_equally, tipping_points

PLACE_LIMITS = (0.1, 0.4, 0.75)
"""Distances from the middle of the line at which the words for a place change."""

STRENGTH_LIMITS = (0.3, 0.6, 0.85)
"""Strengths at which the words for a strength change."""

QUIET = 0.15
"""A field whose middle lies nearer to the knot than this looks still."""

_LESS = 1e-9


def place_words(x: float, tension: Tension) -> str:
    """Where a place from -1 to 1 lies on the line, as words."""
    pole = tension.left.name if x < 0 else tension.right.name
    middle, little, side = PLACE_LIMITS
    if abs(x) < middle:
        return _("half-way")
    if abs(x) < little:
        return _("a little towards '%(pole)s'") % {"pole": pole}
    if abs(x) < side:
        return _("on the side of '%(pole)s'") % {"pole": pole}
    return _("close to '%(pole)s'") % {"pole": pole}


def strength_words(strength: float) -> str:
    """How heavily a strength from 0 to 1 counts, as words."""
    if strength == 0:
        return _("does not count")
    lightly, plainly, heavily = STRENGTH_LIMITS
    if strength < lightly:
        return _("counts lightly")
    if strength < plainly:
        return _("counts")
    if strength < heavily:
        return _("counts heavily")
    return _("counts very heavily")


def force_words(force: Force, actor: Actor, tension: Tension) -> str:
    """One force as a sentence: who, where to, how heavily."""
    return _("%(actor)s: %(place)s, %(strength)s.") % {
        "actor": actor.name,
        "place": place_words(force.toward, tension),
        "strength": strength_words(force.strength),
    }


def tension_words(reading: Reading | None, tension: Tension) -> str:
    """The one sentence beside the board: what is to be seen on this line."""
    if reading is None or reading.balance.get(tension.id) is None:
        return _("Nobody pulls here yet.")
    pull, distance = reading.net_pull[tension.id], reading.distance[tension.id]
    pole = tension.right.name if pull > 0 else tension.left.name
    if distance < 0.1:
        return _("It is calm around your knot: all that pulls here wants roughly what you want.")
    if reading.tug_of_war(tension.id):
        # |pull| / effort is 1 - opposition; times the mean distance it is how far the middle lies from the knot.
        if (1 - reading.opposition[tension.id]) * distance < QUIET:
            return _("It looks still around your knot, but it is a tug-of-war: hard pulling from two sides.")
        return _("It is a tug-of-war, and the pull towards '%(pole)s' is the harder one.") % {"pole": pole}
    if reading.opposition[tension.id] < 0.05:
        return _("Everything here pulls one way: towards '%(pole)s'.") % {"pole": pole}
    return _("Most of the force pulls towards '%(pole)s', and something pulls back.") % {"pole": pole}


def line_words(reading: Reading | None, tension: Tension, x: float) -> str:
    """One line of the board in full, for whoever does not see it: the knot, the middle of the field, what pulls."""
    told = [_("Your knot: %(place)s.") % {"place": place_words(x, tension)}]
    middle = None if reading is None else reading.balance.get(tension.id)
    if middle is not None:
        told.append(_("Middle of the field: %(place)s.") % {"place": place_words(middle, tension)})
    return " ".join([*told, tension_words(reading, tension)])


def provenance_words(case: Case, provenance: Provenance, source: str | None) -> str:
    """Where a statement comes from, in words, with the source as a reader sees it cited; without a full stop."""
    if provenance == "fictie":
        return _("made up for this case")
    cite = case.source(source).cite.removesuffix(".") if source else None
    if provenance == "bron":
        return _("source: %(cite)s") % {"cite": cite} if cite else _("from a source")
    return _("our reading of %(cite)s") % {"cite": cite} if cite else _("our reading")


def bar_scale(forces: Iterable[Force], reading: Reading) -> float:
    """What a full bar of "who is done short" stands for, in strain: the most borne now, or a third of the worst place.

    Against the most borne alone, the longest bar would stay full while the knot comes to meet everybody.
    """
    total, worst = 0.0, dict.fromkeys(reading.borne_by, 0.0)
    for force in forces:
        total += force.strength
        worst[force.actor] += force.strength * (abs(force.toward) + 1) ** 2 / 4
    return max(*reading.borne_by.values(), max(worst.values()) / total / 3)


def shortage_words(share: float) -> str:
    """How far somebody is done short, from 0 to 1 of a full bar, as words."""
    if share < 0.02:
        return _("hardly")
    if share < 0.25:
        return _("a little")
    if share < 0.6:
        return _("clearly")
    if share < 0.95:
        return _("strongly")
    return _("very strongly")


def done_short(reading: Reading | None, actors: Mapping[str, Actor]) -> list[tuple[Actor, float]]:
    """Who is done short by this stance, the most first, each with a share from 0 to 1 of the longest bar."""
    if reading is None:
        return []
    most = max(reading.borne_by.values(), default=0.0)
    if most <= _LESS:
        return []
    rows = sorted(reading.borne_by.items(), key=lambda row: -row[1])
    return [(actors[id], borne / most) for id, borne in rows if borne / most > 0.005]


def tipping_words(
    case: Case, forces: Sequence[Force], a: Option, b: Option, others: Iterable[Option] = ()
) -> list[str]:
    """What would change the picture between two options: a sentence for each force that could.

    Told as `models.md` allows: only within reach, naming the tension where an actor pulls on several, and naming
    another option that would strain less still. Never used on acute safety, and never before the choice.
    """
    names = {"a": a.title, "b": b.title}
    if strain_equally(forces, a.positions, b.positions):
        return [_("As the field is now, '%(a)s' and '%(b)s' already give equal friction.") % names]
    sentences = []
    for point in tipping_points(forces, a.positions, b.positions):
        if not point.told or abs(point.strength - point.force.strength) < 0.005:
            continue
        force, actor = point.force, case.actor(point.force.actor)
        several = len({f.tension for f in forces if f.actor == force.actor}) > 1
        who = f"‘{actor.name}’"
        if several:
            who = _("%(actor)s (on '%(question)s')") % {
                "actor": who,
                "question": case.tension(force.tension).question,
            }
        heavier = point.strength > force.strength
        sentence = (
            _("If what %(actor)s wants counted more heavily, '%(a)s' and '%(b)s' would give equal friction.")
            if heavier
            else _("If what %(actor)s wants counted less heavily, '%(a)s' and '%(b)s' would give equal friction.")
        ) % {"actor": who, **names}
        at_a = strain_at(point, forces, a.positions)
        less = [f"‘{o.title}’" for o in others if strain_at(point, forces, o.positions) < at_a - _LESS]
        if less:
            told = ngettext(
                "(%(options)s would then give less.)", "(%(options)s would then each give less.)", len(less)
            )
            sentence += " " + told % {"options": ", ".join(less)}
        sentences.append(sentence)
    return sentences

"""From choices back to the story: which moments were met, with which forces, and where it ended.

The same choices always give the same course, so a journal needs to keep only the choices.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kit.case import Case, Change, Ending, Force, Moment, Option


@dataclass(frozen=True)
class Stop:
    """One moment on the way: its forces as earlier choices left them, those changes, and what was chosen.

    key: what answers here are filed under: the moment's id, and "id#2" where a cycle comes by a second time;
    effects: the earlier choices' effects on forces of this moment; option: None where nothing was chosen yet.
    """

    key: str
    moment: Moment
    forces: tuple[Force, ...]
    effects: tuple[Change, ...]
    option: Option | None


@dataclass(frozen=True)
class Course:
    """The way through a case so far. `ending` is None while the last stop has no choice."""

    stops: tuple[Stop, ...]
    ending: Ending | None


def replay(case: Case, chosen: Mapping[str, str], said: Mapping[str, Sequence[Change]] | None = None) -> Course:
    """Follow `chosen` (a stop's key → option id) from the first moment to the first stop without a choice.

    said: what was brought into the open at a stop changes the fields after it, as a choice does. A choice that the
    case does not know counts as none.
    """
    endings = {ending.id: ending for ending in case.endings}
    moments = {moment.id: moment for moment in case.moments}
    visits = dict.fromkeys(moments, 0)
    stops: list[Stop] = []
    effects: list[Change] = []
    at = case.moments[0].id
    while at in moments:
        moment = moments[at]
        visits[at] += 1
        key = at if visits[at] == 1 else f"{at}#{visits[at]}"
        option = next((o for o in moment.options if o.id == chosen.get(key)), None)
        forces, felt = _after(moment.forces, effects)
        stops.append(Stop(key, moment, forces, felt, option))
        if option is None:
            return Course(tuple(stops), None)
        effects.extend(option.effects)
        effects.extend((said or {}).get(key, ()))
        at = option.next
    return Course(tuple(stops), endings[at])


def _after(forces: tuple[Force, ...], effects: list[Change]) -> tuple[tuple[Force, ...], tuple[Change, ...]]:
    """The forces as the effects leave them, and the effects that were felt here."""
    changed = list(forces)
    felt = []
    for effect in effects:
        for i, force in enumerate(changed):
            if (force.actor, force.tension) == (effect.actor, effect.tension):
                moved = force.moved(force.toward + effect.toward_by, force.strength + effect.strength_by)
                # What we then know of its direction and weight is the story's, no longer a reading of a source.
                changed[i] = replace(moved, why=effect.why, provenance="fictie", source=None)
                felt.append(effect)
    return tuple(changed), tuple(felt)

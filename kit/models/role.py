"""Roles: who is thought to decide a task, and who to be responsible for it, by whom.

After Verweij and Spierts (2020): the division of roles with volunteers is assumed rather than asked, and "wat is mijn
taak?" stays open. Deciding and being responsible are read apart. The findings name how people see it, not who is right.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from kit.case import Claim

if TYPE_CHECKING:
    import pandas

__all__ = ["Claim", "Finding", "Perceived", "RoleReading", "read_roles"]

Finding = Literal["unknown", "agreed", "not_asked", "vacuum", "overlap", "disputed"]
"""How a role is seen; the first that fits.

unknown (*onbekend*): fewer than two people said how they see it.
agreed (*eens*): all name one, who is among them.
not_asked (*niet nagevraagd*): all name someone who was not asked.
vacuum (*vacuüm*): nobody names themself.
overlap (*overlap*): two or more name themselves.
disputed (*omstreden*): one names themself, and not everyone agrees.
"""


@dataclass(frozen=True)
class Perceived:
    """How one role in a task is seen. named: for each perceiver, in order of name, whom they name."""

    finding: Finding
    named: Mapping[str, str]

    @property
    def themselves(self) -> tuple[str, ...]:
        """Those who name themselves."""
        return tuple(perceiver for perceiver, who in self.named.items() if perceiver == who)


@dataclass(frozen=True)
class RoleReading:
    """How a task is seen: who decides, and, apart from that, who is responsible."""

    decides: Perceived
    responsible: Perceived

    def to_frame(self) -> "pandas.DataFrame":
        """One row a perceiver: whom they think decides, and is responsible. Needs pandas, imported only here."""
        import pandas

        columns = {"decides": dict(self.decides.named), "responsible": dict(self.responsible.named)}
        return pandas.DataFrame(columns).sort_index().rename_axis("perceiver")


def read_roles(claims: Iterable[Claim]) -> Mapping[str, RoleReading]:
    """For each task, in order of name, how its two roles are seen.

    Raises ValueError where one perceiver makes two claims on a task.
    """
    by_task: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.perceiver in by_task[claim.task]:
            raise ValueError(
                f"there must be one claim for each perceiver and task; got two of {claim.perceiver!r} on {claim.task!r}"
            )
        by_task[claim.task][claim.perceiver] = claim
    readings = {}
    for task, made in sorted(by_task.items()):
        decides = {who: claim.decides for who, claim in sorted(made.items()) if claim.decides is not None}
        responsible = {who: claim.responsible for who, claim in sorted(made.items()) if claim.responsible is not None}
        readings[task] = RoleReading(_perceived(decides), _perceived(responsible))
    return MappingProxyType(readings)


def _perceived(named: dict[str, str]) -> Perceived:
    return Perceived(_find(named), MappingProxyType(named))


def _find(named: Mapping[str, str]) -> Finding:
    if len(named) < 2:
        return "unknown"
    if len(set(named.values())) == 1 and named.keys() & set(named.values()):
        return "agreed"
    if not named.keys() & set(named.values()):
        return "not_asked"
    themselves = sum(perceiver == who for perceiver, who in named.items())
    if themselves == 0:
        return "vacuum"
    return "overlap" if themselves > 1 else "disputed"

"""The one rule about strengths that bounds cannot say: 0, or not so small that it only makes sums fragile."""

from collections.abc import Iterator

from kit.case import MIN_STRENGTH
from kit.casefile.fault import Finding
from kit.casefile.parts import Part
from kit.casefile.wording import shown
from kit.language import _


def weak(part: Part) -> Iterator[Finding]:
    """The fault of a `strength` that is neither 0 nor large enough to count."""
    strength = part.number("strength")
    if strength is not None and 0 < strength < MIN_STRENGTH:
        rule = _("must be 0, or between %(least)s and 1, but is %(got)s.")
        rule %= {"least": shown(MIN_STRENGTH), "got": shown(strength)}
        yield Finding((*part.place, "strength"), rule, _("Put 0 (does not count) or for example 0.1 here."))

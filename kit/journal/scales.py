"""The questions that are answered on a slider from 0 to 100, and their answers in words: a number would claim more."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from kit.language import _

Scale = Literal["sure", "serious", "threshold"]


def scale_steps(name: Scale) -> list[str]:
    """What a slider says from its left to its right end, in equal steps."""
    return _STEPS[name]()


def scale_words(name: Scale, value: Any) -> str:
    """An answer in words; "" for anything but a whole number from 0 to 100."""
    if type(value) is not int or not 0 <= value <= 100:
        return ""
    steps = scale_steps(name)
    return steps[value * len(steps) // 101]


def _sure() -> list[str]:
    return [_("a guess"), _("unsure"), _("half and half"), _("fairly sure"), _("very sure")]


def _serious() -> list[str]:
    return [_("not serious"), _("somewhat worrying"), _("worrying"), _("serious"), _("very serious")]


def _threshold() -> list[str]:
    return [
        _("at the first doubt"),
        _("with slight worries"),
        _("with worries"),
        _("only with serious worries"),
        _("only with very serious worries"),
    ]


_STEPS: Mapping[Scale, Callable[[], list[str]]] = {"sure": _sure, "serious": _serious, "threshold": _threshold}

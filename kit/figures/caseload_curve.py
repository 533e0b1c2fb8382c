"""A week that fills up: with more cases less room to learn, and more of the old ways of working.

Words at the ends of the upright axis, for how much learning needs is a guess. One picture, no verdict: a full week is
also people who are helped.
"""

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from kit.figures.chart import as_text, sheet
from kit.figures.theme import ACCENT, EDGE, ENVIRONMENT, INK, MUTED
from kit.language import _, language, ngettext
from kit.models.caseload import Caseload

if TYPE_CHECKING:
    import plotly.graph_objects

ROOM, OLD = ENVIRONMENT[1], ENVIRONMENT[0]
"""The colours of the two lines; old ways have a dash as well."""

_YOU, _MORE, _APART = 1.13, 0.76, 0.14
"""Along the upright axis: where the learner's mark ends, where the full week is named, how far names keep apart."""


@dataclass(frozen=True)
class CaseloadCurve:
    """Room and old ways from no cases up to `most`, at the ends and at the bends between which both are straight.

    cases: where those lie. room: the share of the hours that is left, old_ways: how far one falls back; both from 0
    to 1. week: that of the learner.
    """

    week: Caseload
    most: int
    cases: tuple[float, ...]
    room: tuple[float, ...]
    old_ways: tuple[float, ...]


def caseload_curve(week: Caseload, most: int = 40) -> CaseloadCurve:
    """The week of a learner among all weeks with up to `most` cases."""
    bends = (week.learns_up_to, week.full_from)
    cases = tuple(sorted({0.0, *(bend for bend in bends if bend < most), float(most)}))
    weeks = [week.with_cases(one) for one in cases]
    return CaseloadCurve(week, most, cases, tuple(w.slack for w in weeks), tuple(w.old_ways for w in weeks))


def number(value: float, digits: int = 1) -> str:
    """A number as it is written in the language on screen, without zeros that say nothing."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits else text
    return text.replace(".", ",") if language() == "nl" else text


def hours_words(hours: float) -> str:
    """So many hours, in words: to the hundredth, for a slider goes by the quarter of an hour."""
    return ngettext("%(n)s hour", "%(n)s hours", 1 if hours == 1 else 2) % {"n": number(hours, 2)}


def cases_words(cases: float) -> str:
    """So many households, in words."""
    return ngettext("%(n)s household", "%(n)s households", 1 if cases == 1 else 2) % {"n": number(cases)}


def week_words(week: Caseload) -> str:
    """What this week leaves, in a few sentences."""
    taken = week.cases * week.each
    said = _("%(cases)s at %(each)s a week take %(taken)s. You have %(hours)s.") % {
        "cases": cases_words(week.cases),
        "each": hours_words(week.each),
        "taken": hours_words(taken),
        "hours": hours_words(week.hours),
    }
    if week.overload > 0:
        more = hours_words(taken - week.hours)
        return f"{said} " + _("That is %(more)s too many: there is no time to learn, nor for everybody.") % {
            "more": more
        }
    if week.slack == 0:
        return f"{said} " + _("Your week is full. No time is left to learn: you do what you could do already.")
    left = _("%(left)s are left; learning needs %(need)s here.") % {
        "left": hours_words(week.slack * week.hours),
        "need": hours_words(week.learning * week.hours),
    }
    return f"{said} {left} {_old_words(week.old_ways)}"


def _old_words(old_ways: float) -> str:
    if old_ways == 0:
        return _("That fits.")
    if old_ways < 1 / 3:
        return _("You fall back on old ways a little.")
    return _("You partly fall back on old ways.") if old_ways < 2 / 3 else _("You largely fall back on old ways.")


def bounds_words(week: Caseload) -> str:
    """Where learning begins to suffer, and where the week is full."""
    most, full = floor(week.learns_up_to + 1e-9), cases_words(ceil(week.full_from - 1e-9))
    if most == 0:
        said = _("In this week there is too little time to learn even with one household.")
    else:
        said = _("Up to %(most)s there is enough time to learn in this week.") % {"most": cases_words(most)}
    return f"{said} " + _("With %(full)s the week is full.") % {"full": full}


def caseload_figure(curve: CaseloadCurve, dark: bool = False) -> "plotly.graph_objects.Figure":
    """The curve as a plotly figure; dark: for a dark page. Imports plotly here, and only here."""
    import plotly.graph_objects as go

    shade = "dark" if dark else "light"
    ink, muted, edge, accent, room, old = (getattr(c, shade) for c in (INK, MUTED, EDGE, ACCENT, ROOM, OLD))
    week, last = curve.week, curve.most
    line: dict[str, Any] = {"type": "scatter", "mode": "lines", "x": curve.cases, "hoverinfo": "skip"}
    traces = [
        {**line, "y": curve.room, "line": {"width": 4, "color": room}},
        {**line, "y": curve.old_ways, "line": {"width": 4, "color": old, "dash": "dash"}},
        {
            **line,
            "mode": "markers",
            "x": [week.cases, week.cases],
            "y": [week.slack, week.old_ways],
            "marker": {"size": 15, "color": accent, "symbol": "diamond"},
            "cliponaxis": False,
        },
    ]
    upright: dict[str, Any] = {"type": "line", "line": {"color": accent, "width": 2}}
    dotted = {"color": edge, "width": 1.5, "dash": "dot"}
    shapes: list[dict[str, Any]] = [
        {**upright, "x0": week.cases, "x1": week.cases, "y0": 0, "y1": _YOU},
        {"type": "line", "x0": 0, "x1": last, "y0": week.learning, "y1": week.learning, "line": dotted},
    ]
    notes = [
        _note(_("You"), week.cases, _YOU, accent, y="bottom"),
        _note(_("what learning needs"), last, week.learning, muted, x="right", y="bottom"),
        _note(_("old ways"), last, _beside(curve), old, x="right", y="bottom"),
        _note(_("room that is left"), 0, 1, room, x="left", y="bottom", shift=6),
    ]
    if week.full_from < last:
        shapes.append(
            {
                "type": "rect",
                "x0": week.full_from,
                "x1": last,
                "y0": 0,
                "y1": 1,
                "fillcolor": edge,
                "opacity": 0.14,
                "line": {"width": 0},
                "layer": "below",
            }
        )
        notes.append(_note(_("more than the week holds"), last, _MORE, muted, x="right"))
    axis = {"showgrid": False, "zeroline": False, "linecolor": edge, "fixedrange": True}
    layout = sheet(
        _("What does your caseload leave?"),
        350,
        dark,
        margin={"l": 110, "r": 40, "t": 54, "b": 66},
        hovermode=False,
        annotations=notes,
        shapes=shapes,
        xaxis={**axis, "range": [0, last], "title": {"text": _("households at a time →"), "standoff": 12}},
        yaxis={
            **axis,
            "range": [0, 1.28],
            "tickvals": [0, 0.5, 1],
            "ticktext": [as_text(_("nothing")), as_text(_("half")), as_text(_("everything"))],
            "tickfont": {"color": ink},
        },
    )
    return go.Figure({"data": traces, "layout": layout})


def _beside(curve: CaseloadCurve) -> float:
    """Where the name of old ways stands: at the end of its line, and off that of what learning needs."""
    end, learning = curve.old_ways[-1], curve.week.learning
    return end if abs(end - learning) >= _APART else learning + _APART


def _note(
    text: str, at: float, up: float, colour: str, x: str = "center", y: str = "middle", shift: float = 0
) -> dict[str, Any]:
    return {
        "text": as_text(text),
        "x": at,
        "y": up,
        "xshift": shift,
        "xanchor": x,
        "yanchor": y,
        "showarrow": False,
        "font": {"color": colour},
    }

"""The lesson on context: who acts on the professional, what flows back, and the same case with one layer otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, get_args

import ipywidgets
import traitlets

from kit.case import Case, Layer
from kit.figures.context_words import layer_name, quarters
from kit.figures.influence_map import influence_figure, influence_points
from kit.figures.words import place_words
from kit.journal import Store
from kit.language import _
from kit.models.influence import InfluenceNetwork
from kit.models.layer import FieldChange, field_changes, with_layer
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.chart import Chart
from kit.widgets.context_map import ContextMapView
from kit.widgets.context_map_spec import base_network
from kit.widgets.kindly import kindly
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.lesson import Lesson, Question
from kit.widgets.lessons.part import Part
from kit.widgets.lessons.pictured import Pictured
from kit.widgets.pages.parts import plain
from kit.widgets.walk import Walk

Turn = Literal["softer", "harder"]

FACTORS: Mapping[str, float] = {"softer": 0.5, "harder": 1.6}
"""How many times as hard a layer acts; made up, like the strengths themselves."""

MOVED = 0.05
"""From this much on, on a line of length 2, the middle of a field is told to have moved."""


class ContextPart(Pictured):
    """A context map with its sliders and its ways to act back, kept under `name`."""

    kept: Sequence[str] = ("clamps", "done")

    def __init__(self, case: Case, answers: Answers, name: str) -> None:
        self.case, self.name = case, name
        super().__init__(answers, ContextMapView(case))

    def shown(self) -> Case:
        """The case as it stands on the map."""
        return self.case

    def play(self) -> None:
        """The sliders that were held and the moves that were made; a log that does not fit gives a fresh map."""
        done = [id for id in _listed(self.answers, f"{self.name}/done") if isinstance(id, str)]
        try:
            self.view.play(self.shown(), self.answers.get(f"{self.name}/clamps", {}), done)
        except (traitlets.TraitError, TypeError, ValueError):
            self.view.play(self.shown())


class InfluencePart(Part):
    """Who determines and who undergoes, all paths counted, after the moves made on the first map."""

    def __init__(self, case: Case, answers: Answers) -> None:
        self.case = case
        self._view = ContextMapView(case)  # shown nowhere: it knows what moves do to a network
        self.chart = Chart()
        super().__init__(answers, self.chart)

    def below(self) -> Page:
        """Each corner with who stands in it."""
        rows = "\n".join(f"- **{plain(corner)}**: {plain(who)}" for corner, who in self._quarters())
        return [blocks.details(_("The same in words"), blocks.prose(rows))]

    def redraws(self, key: str) -> bool:
        """After each move on the first map."""
        return key == "map/done"

    def draw(self, turn: bool = False) -> None:
        """The pages, and the chart."""
        known = {move.id for move in self.case.agency}
        self._view.done = [id for id in _listed(self.answers, "map/done") if id in known]
        super().draw(turn)
        points = influence_points(self.case, self._view.network, self._normaliser(), self._base)
        said = " ".join(f"{corner}: {who}." for corner, who in self._quarters())
        self.chart.show(lambda dark: influence_figure(points, dark), said)

    def _normaliser(self) -> float | None:
        # One normaliser as long as it will do: then a stronger arrow never makes the others look weaker.
        return max(self._base.normaliser, self._view.network.normaliser) or None

    @property
    def _base(self) -> InfluenceNetwork:
        return base_network(self.case)

    def _quarters(self) -> list[tuple[str, str]]:
        return quarters(self.case, self._view.network.map(self._normaliser(), self._base))


class LayerPart(ContextPart):
    """The same case with one layer acting softer or harder: its map, its fields, and the case to be played again."""

    def __init__(self, case: Case, answers: Answers) -> None:
        self.walk = ipywidgets.VBox([])
        super().__init__(case, answers, "layer")
        self.children = [self.top, self.view, self.bottom, self.walk]

    @property
    def layer(self) -> Layer | None:
        """The layer that was chosen, or None."""
        chosen = self.answers.get("layer/which", "")
        return next((layer for layer in self._layers() if layer == chosen), None)

    @property
    def turn(self) -> Turn:
        """Which way it was turned."""
        return "harder" if self.answers.get("layer/turn", "softer") == "harder" else "softer"

    def shown(self) -> Case:
        """The case with that layer changed, under a name of its own so that its journal is its own too."""
        if self.layer is None:
            return self.case
        changed = with_layer(self.case, self.layer, FACTORS[self.turn])
        how = _("harder") if self.turn == "harder" else _("less hard")
        told = _("made up, with one layer otherwise: %(layer)s, %(how)s") % {
            "layer": layer_name(self.layer),
            "how": how,
        }
        return replace(changed, id=f"{self.case.id}-{self.layer}-{self.turn}", subtitle=told)

    def above(self) -> Page:
        """Which layer, and how."""
        layers: dict[str, str] = {layer: layer_name(layer) for layer in self._layers()}
        ways = [blocks.option("softer", _("less hard")), blocks.option("harder", _("harder"))]
        return [
            blocks.columns(
                [
                    blocks.select(
                        "layer/which", _("Which layer is otherwise?"), {"": _("Choose …"), **layers}, self.layer or ""
                    )
                ],
                [blocks.choice("layer/turn", _("It acts on you …"), ways, self.turn, row=True)],
            ),
            *self._fields(),
        ]

    def _fields(self) -> Page:
        """What that does to the fields, and the way to play the case so."""
        if self.layer is None:
            return [blocks.prose(_("Choose a layer. The map and the fields of this case then follow."))]
        moved = [c for c in field_changes(self.case, self.shown()) if _moved(c)]
        told = "\n".join(f"- {plain(self._told(change))}" for change in moved)
        heading = blocks.heading(_("The same moments, another field"), 3)
        lines = blocks.prose(told or _("No middle of a field moves so far that it shows."))
        note = _("How much harder or softer is made up. What this layer wants stays as it was.")
        play = blocks.button("play", _("Play the case again like this"), main=True)
        return [blocks.panel(heading, lines, blocks.prose(f"*{note}*"), blocks.buttons(play), tone="change")]

    def redraws(self, key: str) -> bool:
        """After another layer, or another way."""
        return key in ("layer/which", "layer/turn")

    def acted(self, act: str) -> None:
        """Open the case with this layer, below."""
        if act == "play":
            self.walk.children = [Walk(self.shown(), self.answers.store, arrive=True)]
            self.draw()

    def _foot(self) -> Page:
        return [] if self.walk.children else super()._foot()  # an open case has its own way to start again

    @kindly
    def _on_set(self, key: str, value: Any) -> None:
        if self.redraws(key):
            self.walk.children = []  # another layer is another case
        super()._on_set(key, value)
        if self.redraws(key):
            self._restore()

    def _restore(self) -> None:
        self.walk.children = []
        super()._restore()

    def _layers(self) -> list[Layer]:
        there = {actor.layer for actor in self.case.actors}
        acting = {self.case.actor(e.origin).layer for e in self.case.influences if e.target == "you"}
        return [layer for layer in get_args(Layer) if layer in there & acting]

    def _told(self, change: FieldChange) -> str:
        tension = self.case.tension(change.tension)
        where = [place_words(x, tension) if x is not None else "" for x in (change.before, change.after)]
        told = {"moment": self.case.moment(change.moment).title, "question": tension.question}
        if where[0] != where[1]:
            return _("%(moment)s. %(question)s The middle of the field was %(before)s, and is now %(after)s.") % {
                **told,
                "before": where[0],
                "after": where[1],
            }
        to = tension.right.name if (change.after or 0) > (change.before or 0) else tension.left.name
        return _("%(moment)s. %(question)s The middle of the field moves a little, towards '%(pole)s'.") % {
            **told,
            "pole": to,
        }


def _listed(answers: Answers, key: str) -> list[Any]:
    kept: list[Any] = answers.get(key, [])
    return kept


def _moved(change: FieldChange) -> bool:
    if change.before is None or change.after is None:
        return change.before is not change.after
    return abs(change.after - change.before) >= MOVED


class ContextLesson(Lesson):
    """What the surroundings do to deciding, on one case; beside it another, to compare."""

    def __init__(self, case: Case, other: Case, store: Store) -> None:
        super().__init__("context", store)
        self.case, self.other_case = case, other

    def title(self) -> str:
        """The name of the lesson, and of its case."""
        return f"{_('Context')}: {self.case.title}"

    def map(self) -> ContextPart:
        """The context map."""
        return ContextPart(self.case, self.answers, "map")

    def influence(self) -> InfluencePart:
        """Who determines, and who undergoes."""
        return InfluencePart(self.case, self.answers)

    def layer(self) -> LayerPart:
        """The same case, one layer otherwise."""
        return LayerPart(self.case, self.answers)

    def other(self) -> ContextPart:
        """The map of another case."""
        return ContextPart(self.other_case, self.answers, "other")

    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """The open questions of the notebook."""
        again = (
            Question("write/inward", _("My surroundings act on me more than I on them, above all …")),
            Question("write/power", _("But towards … I am the one with power, for …")),
            Question("write/lack", _("What I lack to weigh, test, explain and ground is …")),
            Question("write/corridor", _("A doubt that stayed in the corridor with me is …"), _("Leave out names.")),
            Question("write/back", _("Something back I could do with …, and that costs …")),
        )
        return {
            "beforehand": (Question("write/most", _("Who determines most what you do here?"), _("Say it first.")),),
            "power": (
                Question(
                    "write/notices", _("Who notices most of your decisions?"), _("How can they say something back?")
                ),
            ),
            "slider": (
                Question("write/slider", _("Which circumstance would you turn first in your work?"), _("And who can?")),
            ),
            "back": (Question("write/way", _("Which way to act back would you choose, and what do you need for it?")),),
            "layer": (Question("write/layer", _("What does another layer change, and what does it leave as it was?")),),
            "other": (Question("write/pattern", _("One likeness and one difference between the two places")),),
            "again": again,
        }

    def told(self) -> Iterator[str]:
        """The ways to act back that were chosen."""
        titles = {move.id: move.title for move in self.case.agency}
        done = [titles[id] for id in _listed(self.answers, "map/done") if id in titles]
        if done:
            yield "\n".join([_("What you did back"), *done])

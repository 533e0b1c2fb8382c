"""The learner's own places beside what practitioners said, for no verdict; and everything written, to keep."""

from collections.abc import Callable

from kit.case import Case, Force, Moment
from kit.figures.line_svg import Mark
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.part import Part
from kit.widgets.lessons.place import my_line, placed, said_of
from kit.widgets.pages.parts import origin, plain


class Compare(Part):
    """For each tension the own place, and what others said. Theirs shows after one's own, or on request."""

    def __init__(self, case: Case, answers: Answers, moment: Moment, written: Callable[[], str]) -> None:
        self.case, self.moment, self._written = case, moment, written
        super().__init__(answers)

    def above(self) -> Page:
        """The comparison, a tension at a time, and the condition."""
        page: Page = [
            blocks.prose(_("What they said is in our words. Their place on the line is our reading of it."), lead=True)
        ]
        anyway = self.answers.get("compare/anyway", False)
        waiting = []
        for force in self.moment.forces:
            tension = self.case.tension(force.tension)
            if anyway or placed(self.answers, tension) is not None:
                page += [blocks.heading(tension.question, 3), *self._beside(force)]
            else:
                waiting.append(tension.question)
        if waiting:
            first = _("Choose a place of your own in part 1 first. Then you see here what they said. Still to do:")
            page.append(
                blocks.panel(
                    blocks.prose("\n".join([first, "", *(f"- {question}" for question in waiting)])),
                    blocks.buttons(blocks.button("anyway", _("Show it without a place of my own"))),
                )
            )
        for condition in self.case.conditions:
            page.append(blocks.heading(condition.name, 3))
            page.append(blocks.prose(condition.text))
            for voice in self.moment.voices:
                page.append(
                    blocks.quote(voice.text, f"{voice.who}. {origin(self.case, voice.provenance, voice.source)}")
                )
        page.append(
            blocks.text(
                "compare/differ",
                _("Where do you differ most from them, and what could you see in their place?"),
                self.answers.get("compare/differ", ""),
                help=_("They led teams in 2015; you stand elsewhere. Nobody is right here."),
            )
        )
        return page

    def below(self) -> Page:
        """Everything written, as a file to keep."""
        return [
            blocks.panel(
                blocks.heading(_("What you wrote"), 3),
                blocks.prose(
                    _("One file with your places, your reasons and your answers. You can open it in any text editor.")
                ),
                blocks.buttons(blocks.button("download", _("Download what I wrote"), main=True)),
            )
        ]

    def acted(self, act: str) -> None:
        """Show theirs anyway, or hand over the file."""
        if act == "anyway":
            self.answers.keep("compare/anyway", True)
        elif act == "download":
            self.bottom.offer(f"{self.case.id}.txt", self._written(), "text/plain;charset=utf-8")

    def redraws(self, key: str) -> bool:
        """When a place or its reason changes elsewhere on the page."""
        return key == "compare/anyway" or (key.startswith("place/") and key != "place/at")

    def _beside(self, force: Force) -> Page:
        tension = self.case.tension(force.tension)
        who = self.case.actor(force.actor)
        value = placed(self.answers, tension)
        said = _("You have not chosen a place here yet.") if value is None else said_of(value, tension)
        said = said[:1].upper() + said[1:].removesuffix(".") + "."
        why = self.answers.get(f"place/{tension.id}/why", "").strip()
        mark = Mark(who.name, force.toward, "other")
        own: Page = [my_line(self.answers, tension, mark), blocks.prose(f"**{_('You')}.** {plain(said)}")]
        if why:
            own.append(blocks.prose(f"*{plain(why)}*"))
        theirs: Page = [blocks.heading(who.name, 4), blocks.prose(force.why)]
        return [blocks.columns([blocks.panel(*own)], [blocks.panel(*theirs)])]

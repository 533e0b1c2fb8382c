"""The portfolio on a page: choose what goes in, look back in a form that HBO uses, and take the document along."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from kit.document import Document, Picture
from kit.document.docx import MIME, to_docx
from kit.document.html import to_html
from kit.dossier.compose import compose
from kit.dossier.gather import Kind, Piece
from kit.dossier.reflection import Way, way, ways
from kit.journal import Store
from kit.journal.clock import day
from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.part import Part
from kit.widgets.pages.parts import plain
from kit.widgets.painter import Painter

NAME = "portfolio"
"""What the answers are kept by."""


class PortfolioView(Part):
    """Three steps on one page; all is kept. `pieces` finds what there is to choose from, anew each time it is asked."""

    def __init__(self, store: Store, pieces: Callable[[], list[Piece]]) -> None:
        self.pieces = pieces
        self.painter = Painter(self.tell_trouble)
        self._found: list[Piece] = []
        super().__init__(Answers(NAME, store))
        self.children = [self.top, self.bottom, self.painter]

    # what the learner made of it

    @property
    def chosen(self) -> list[Piece]:
        """The pieces that go in, in the order of the page."""
        return [piece for piece in self._found if self.answers.get(f"choose/{piece.id}", False)]

    @property
    def way(self) -> Way:
        """The way to reflect that was chosen."""
        return way(self.answers.get("way", ""))

    def document(self) -> Document:
        """The portfolio as it now stands."""
        reflection = {step.key: self.answers.get(f"{self.way.id}/{step.key}", "") for step in self.way.steps}
        return compose(self.answers.get("title", ""), self.chosen, self.way, reflection, date.today())

    # shown

    def above(self) -> Page:
        """Choose, reflect, take along."""
        return [
            blocks.text("title", _("A title for your portfolio"), self.answers.get("title", ""), rows=1),
            blocks.heading(_("1. Choose what goes in"), 3),
            *self._choice(),
            blocks.heading(_("2. Look back"), 3),
            *self._reflection(),
            blocks.heading(_("3. Take it along"), 3),
            *self._files(),
        ]

    def _choice(self) -> Page:
        self._found = self.pieces()
        if not self._found:
            told = _("There is nothing to choose from yet. Play a case, do a lesson or some exercises, and come back.")
            return [blocks.prose(told)]
        names: Mapping[Kind, str] = {"journal": _("Cases"), "lesson": _("Lessons"), "exercises": _("Exercises")}
        page: Page = []
        for kind, name in names.items():
            those = [piece for piece in self._found if piece.kind == kind]
            if those:
                page.append(blocks.panel(blocks.heading(name, 4), *map(self._row, those)))
        return page

    def _row(self, piece: Piece) -> Block:
        key = f"choose/{piece.id}"
        return blocks.tick(key, f"{piece.title} ({day(piece.when)})", self.answers.get(key, False))

    def _reflection(self) -> Page:
        options = [blocks.option(one.id, one.name) for one in ways()]
        asked = [
            blocks.text(
                f"{self.way.id}/{step.key}",
                step.name,
                self.answers.get(f"{self.way.id}/{step.key}", ""),
                help=step.asked,
                rows=3,
            )
            for step in self.way.steps
        ]
        ask = blocks.choice("way", _("In which form do you look back?"), options, self.way.id, row=True)
        return [ask, *asked, blocks.prose(f"*{plain(self.way.source)}*")]

    def _files(self) -> Page:
        if not self.chosen:
            return [blocks.prose(_("Choose at least one thing above; then you can take the portfolio along."))]
        told = _("Word to go on writing in, HTML to print. Read it through for names before you hand it in.")
        word = blocks.button("word", _("Download for Word"), main=True)
        page = blocks.button("html", _("Download to print"))
        return [blocks.prose(told), blocks.buttons(word, page)]

    def redraws(self, key: str) -> bool:
        """After a choice, or another way to reflect."""
        return key == "way" or key.startswith("choose/")

    # made

    def acted(self, act: str) -> None:
        """Make the file and hand it over; for Word the browser paints the boards first."""
        if act == "html":
            self.top.offer(_("portfolio.html"), to_html(self.document()), "text/html;charset=utf-8")
        elif act == "word":
            document = self.document()
            self.painter.paint([picture.svg for picture in document.pictures], lambda them: self._word(document, them))

    def _word(self, document: Document, painted: list[bytes]) -> None:
        pixels = iter(painted)
        parts = tuple(replace(p, png=next(pixels)) if isinstance(p, Picture) else p for p in document.parts)
        self.top.offer(_("portfolio.docx"), to_docx(replace(document, parts=parts)), MIME)

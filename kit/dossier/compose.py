"""The portfolio as a document: what was chosen, and the reflection on it."""

from collections.abc import Mapping, Sequence
from datetime import date

from kit.document import Document, Heading, Paragraph, Part
from kit.dossier.gather import Piece
from kit.dossier.reflection import Way
from kit.journal.clock import day
from kit.language import _, language


def compose(title: str, chosen: Sequence[Piece], way: Way, reflection: Mapping[str, str], today: date) -> Document:
    """The portfolio. reflection: what was answered to each step of `way`, by key; a step without words is left out."""
    parts: list[Part] = []
    for piece in chosen:
        inside = piece.parts()
        if inside:
            told = _("Last changed %(when)s.") % {"when": day(piece.when)}
            parts += [Heading(piece.title), Paragraph(told, muted=True), *inside]
    written = [(step, text) for step in way.steps if (text := reflection.get(step.key, "").strip())]
    if written:
        parts.append(Heading(_("Reflection (%(way)s)") % {"way": way.name}))
        for step, text in written:
            parts += [Heading(step.name, 2), Paragraph(step.asked, muted=True), Paragraph(text)]
        parts.append(Paragraph(way.source, muted=True))
    kept = _(
        "Made with Krachtenveld. The cases are made up, after research. The boards are pictures to think with: they do"
        " not say which choice is right."
    )
    return Document(title.strip() or _("My portfolio"), today.strftime("%d-%m-%Y"), tuple(parts), language(), kept)

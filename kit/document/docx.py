"""A document as a Word file: real headings, tables with a head, pictures with the words that say the same."""

from io import BytesIO
from typing import Any

from kit.document.markdown import paragraphs
from kit.document.parts import Bullets, Document, Heading, Paragraph, Part, Picture, Prose, Table, readable

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

LOCALES = {"nl": "nl-NL", "en": "en-GB"}

WIDTH_CM = 16.0
"""Of a picture: as wide as the text on A4."""


def to_docx(document: Document) -> bytes:
    """The document as .docx. A picture without pixels stands there in its words."""
    import docx
    from docx.shared import Cm, Pt

    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    _typed(word, document, Pt)
    word.add_heading(readable(document.title), level=0)
    word.add_paragraph(readable(document.subtitle), style="Subtitle")
    for part in document.parts:
        _add(word, part, Cm, Pt)
    if document.kept:
        _add(word, Paragraph(document.kept, muted=True), Cm, Pt)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _typed(word: Any, document: Document, pt: Any) -> None:
    """Title and language for a reader and for who listens; no author, for no name was asked."""
    from docx.oxml.ns import qn

    known = word.core_properties
    known.title, known.author, known.last_modified_by, known.comments = readable(document.title), "", "", ""
    known.language = LOCALES.get(document.language, document.language)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", pt(11)
    marks = normal.element.get_or_add_rPr()
    language = marks.makeelement(qn("w:lang"), {qn("w:val"): known.language})
    marks.append(language)


def _add(word: Any, part: Part, cm: Any, pt: Any) -> None:
    match part:
        case Heading(text, level):
            word.add_heading(readable(text), level=level)
        case Paragraph(text, muted):
            for one in filter(str.strip, text.split("\n\n")):
                written = word.add_paragraph(readable(one))
                if muted:
                    written.runs[0].font.size = pt(9)
        case Prose(markdown, quoted):
            for paragraph in paragraphs(readable(markdown)):
                style = "List Bullet" if paragraph.bullet else "Quote" if quoted else "Normal"
                written = word.add_paragraph(style=style)
                for run in paragraph.runs:
                    added = written.add_run(run.text)
                    # A quotation is slanted as a whole; what is stressed in it stands upright.
                    added.bold, added.italic = run.strong or None, run.stressed != (style == "Quote")
        case Bullets(items):
            for item in items:
                word.add_paragraph(readable(item), style="List Bullet")
        case Table():
            _table(word, part)
        case Picture():
            _picture(word, part, cm, pt)


def _table(word: Any, part: Table) -> None:
    from docx.oxml.ns import qn

    table = word.add_table(rows=1, cols=len(part.head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, part.head, strict=True):
        cell.paragraphs[0].add_run(readable(text)).bold = True
    # A head that comes back on each page, and that a screen reader knows as one.
    marks = table.rows[0]._tr.get_or_add_trPr()
    marks.append(marks.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in part.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = readable(text)


def _picture(word: Any, part: Picture, cm: Any, pt: Any) -> None:
    if part.png:
        shape = word.add_picture(BytesIO(part.png), width=cm(WIDTH_CM))
        named = shape._inline.docPr
        named.set("descr", readable(part.alt))
        named.set("title", readable(part.caption))
        word.add_paragraph(readable(part.caption), style="Caption")
    else:
        word.add_paragraph(readable(f"{part.caption.rstrip('.')}. {part.alt}"), style="Quote")

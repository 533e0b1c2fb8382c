"""A document as HTML and as a Word file: the same words in both, real structure, and nothing that runs."""

import io
import os
import zipfile
from pathlib import Path

import docx
import libreoffice
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from kit.document import Bullets, Document, Heading, Paragraph, Picture, Prose, Table
from kit.document.docx import to_docx
from kit.document.html import to_html
from kit.document.markdown import paragraphs

BAD = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (600, 300), "#7a2abf").save(file, "PNG")
    return file.getvalue()


WHOLE = Document(
    "Portfolio",
    "25-11-2026",
    (
        Heading("Een casus"),
        Prose("Zij zegt: *blijf nog even*.\n\n- één\n- twee", quoted=True),
        Heading("Mijn keuze", 2),
        Paragraph("Eerst luisteren.\n\nDan pas schrijven."),
        Bullets(("met Ans", "met Noor")),
        Table(("Oefening", "Wat ik antwoordde"), (("Sterrenlaan", "Ik wacht."), ("Lijn", "Halverwege."))),
        Picture("<svg xmlns='http://www.w3.org/2000/svg'/>", "De knoop ligt links.", "Het krachtenbord", png()),
        Picture("<svg xmlns='http://www.w3.org/2000/svg'/>", "De knoop ligt rechts.", "Nog een bord"),
    ),
    kept="Gemaakt met Krachtenveld.",
)


def word(document: Document) -> "docx.document.Document":
    return docx.Document(io.BytesIO(to_docx(document)))


def test_the_same_words_in_both() -> None:
    html, text = to_html(WHOLE), "\n".join(p.text for p in word(WHOLE).paragraphs)
    for words in (
        "Portfolio",
        "Een casus",
        "Eerst luisteren.",
        "Dan pas schrijven.",
        "met Noor",
        "Gemaakt met Krachtenveld.",
    ):
        assert words in html and words in text
    assert "<em>blijf nog even</em>" in html


def test_headings_are_headings() -> None:
    styles = {p.text: p.style.name for p in word(WHOLE).paragraphs}
    assert (styles["Portfolio"], styles["Een casus"], styles["Mijn keuze"]) == ("Title", "Heading 1", "Heading 2")
    assert styles["met Ans"] == styles["één"] == "List Bullet"
    assert "<h2>Een casus</h2>" in to_html(WHOLE) and "<h3>Mijn keuze</h3>" in to_html(WHOLE)


def test_a_picture_has_its_words_and_one_without_pixels_stands_in_words() -> None:
    made = word(WHOLE)
    (shape,) = made.inline_shapes
    assert shape._inline.docPr.get("descr") == "De knoop ligt links."
    assert any(p.text == "Nog een bord. De knoop ligt rechts." for p in made.paragraphs)


def test_a_table_has_a_head_that_comes_back() -> None:
    (table,) = word(WHOLE).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Oefening", "Wat ik antwoordde"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert '<th scope="col">Oefening</th>' in to_html(WHOLE)


def test_the_language_is_told_and_nobody_is_named() -> None:
    made = word(WHOLE)
    known = made.core_properties
    assert (known.title, known.author, known.last_modified_by, known.language) == ("Portfolio", "", "", "nl-NL")
    with zipfile.ZipFile(io.BytesIO(to_docx(WHOLE))) as file:
        assert '<w:lang w:val="nl-NL"/>' in file.read("word/styles.xml").decode()
    assert '<html lang="nl">' in to_html(WHOLE)


def test_hostile_words_stay_words() -> None:
    prose, table = Prose(f"{BAD} [x](javascript:alert(1))"), Table((BAD,), ((BAD,),))
    document = Document(BAD, BAD, (Heading(BAD), Paragraph(BAD), prose, Bullets((BAD,)), table, Picture("", BAD, BAD)))
    html = to_html(document)
    assert "<script" not in html and "<img" not in html and 'href="javascript' not in html
    assert word(document).paragraphs[0].text == BAD


@settings(max_examples=30)
@given(st.text(max_size=200))
def test_any_text_will_do(text: str) -> None:
    document = Document(
        text, text, (Heading(text), Paragraph(text), Prose(text), Bullets((text,)), Table((text,), ((text,),)))
    )
    to_html(document).encode("utf-8")
    word(document)


def test_stress_is_kept_and_lists_are_lists() -> None:
    first, item = paragraphs("Zij zegt *nee* en **nooit**.\n\n- één")
    assert [(run.text, run.strong, run.stressed) for run in first.runs] == [
        ("Zij zegt ", False, False),
        ("nee", False, True),
        (" en ", False, False),
        ("nooit", True, False),
        (".", False, False),
    ]
    assert (item.bullet, item.runs[0].text) == (True, "één")


def test_libreoffice_opens_it_and_reads_the_same(tmp_path: Path) -> None:
    if libreoffice.find() is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(libreoffice.ADVICE)
    path = tmp_path / "portfolio.docx"
    path.write_bytes(to_docx(WHOLE))
    pages = PdfReader(libreoffice.to_pdf(path, tmp_path)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in (
        "Portfolio",
        "blijf nog even",
        "Eerst luisteren.",
        "Wat ik antwoordde",
        "Het krachtenbord",
        "De knoop ligt rechts.",
    ):
        assert words in text
    assert sum(len(page.images) for page in pages) == 1

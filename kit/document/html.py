"""A document as one HTML file that reads in any browser and prints well; pictures stay drawings."""

from html import escape

from kit.document.markdown import reader
from kit.document.parts import Bullets, Document, Heading, Paragraph, Part, Picture, Prose, Table, readable

_STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: #1b2430;
  background: #fff; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.2rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; } h2 { font-size: 1.35rem; margin: 2.4rem 0 .5rem;
  border-top: 1px solid #d5dae1; padding-top: 1.4rem; } h3 { font-size: 1.1rem; margin: 1.5rem 0 .3rem; }
h4 { font-size: 1rem; margin: 1.1rem 0 .2rem; } p { margin: 0 0 .6rem; }
.said { white-space: pre-wrap; } .muted { color: #4d5a68; font-size: .9rem; }
blockquote { margin: .6rem 0; padding-left: 1rem;
  border-left: 3px solid #d5dae1; color: #333d49; } table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid #d5dae1; }
figure { margin: .8rem 0; } svg { width: 100%; height: auto; display: block; }
figcaption { color: #4d5a68; font-size: .9rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2, h3, h4 { break-after: avoid; }
  figure, tr, blockquote { break-inside: avoid; } @page { margin: 18mm; } }
"""


def to_html(document: Document) -> str:
    """The document as HTML. All words are escaped; the drawings are the kit's own."""
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">' + _tag("title", document.title)
    body = [_tag("h1", document.title), _tag("p", document.subtitle, "muted")]
    body += [_part(part) for part in document.parts]
    if document.kept:
        body.append(_tag("p", document.kept, "muted"))
    return (
        f'<!doctype html>\n<html lang="{escape(document.language)}">\n<head>{head}<style>{_STYLE}</style></head>\n'
        "<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    match part:
        case Heading(text, level):
            return _tag(f"h{level + 1}", text)
        case Paragraph(text, muted):
            return "\n".join(
                _tag("p", one, "said muted" if muted else "said") for one in text.split("\n\n") if one.strip()
            )
        case Prose(markdown, quoted):
            inside = str(reader().render(readable(markdown))).strip()
            return f"<blockquote>{inside}</blockquote>" if quoted else inside
        case Bullets(items):
            return "<ul>" + "".join(_tag("li", item) for item in items) + "</ul>"
        case Table(head, rows):
            top = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in head)
            lines = "".join("<tr>" + "".join(_tag("td", cell) for cell in row) + "</tr>" for row in rows)
            return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"
        case Picture(svg, _alt, caption):
            return f"<figure>{svg}{_tag('figcaption', caption)}</figure>"


def _text(text: str) -> str:
    return escape(readable(text))


def _tag(name: str, text: str, kind: str = "") -> str:
    marked = f' class="{kind}"' if kind else ""
    return f"<{name}{marked}>{_text(text)}</{name}>"

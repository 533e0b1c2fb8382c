"""HTML for paper, written so that XML reads it too. Whatever a case says, it stays text.

Every function returns finished HTML; text goes in through `safe`, `words` or `prose` only.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from kit.language import _
from kit.widgets.blocks import markdown

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

CARDS_A_SIDE = 4
"""A folded card is then about as large as a playing card, and a long text still fits."""

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h4"}


def safe(text: str) -> str:
    """Text as HTML shows it: escaped, without the characters that a document cannot hold."""
    return escape(_NOT_XML.sub("", text))


def element(name: str, *inside: str, kind: str = "") -> str:
    """An element around finished HTML; `kind` is its class."""
    marked = f' class="{kind}"' if kind else ""
    return f"<{name}{marked}>{''.join(inside)}</{name}>"


def words(name: str, text: str, kind: str = "") -> str:
    """An element around text; nothing where there is no text."""
    return element(name, safe(text), kind=kind) if text else ""


def prose(text: str, kind: str = "prose") -> str:
    """Markdown as HTML, by the kit's own tree of known tags; nothing where there is no text."""
    return element("div", *_nodes(markdown(text)), kind=kind) if text.strip() else ""


def _nodes(tree: Sequence[Any]) -> list[str]:
    parts = []
    for node in tree:
        if isinstance(node, str):
            parts.append(safe(node))
            continue
        tag, target, children = node
        inside = "".join(_nodes(children))
        if tag in ("br", "hr"):
            parts.append(f"<{tag}/>")
        elif tag == "a":
            # Paper cannot be clicked: the address is written out, unless it is the text itself.
            parts.append(inside if safe(target) == inside else f"{inside} ({safe(target)})")
        else:
            parts.append(element(tag if tag in _TAGS else "span", inside))
    return parts


def bullets(rows: Sequence[str], kind: str = "") -> str:
    """A list of plain sentences; nothing where there are none."""
    return element("ul", *(words("li", row) for row in rows), kind=kind) if rows else ""


def lines(n: int) -> str:
    """`n` lines to write on."""
    return element("div", "<i></i>" * n, kind="lines")


def tick(text: str) -> str:
    """A box to tick, with what it stands for."""
    return element("p", element("span", kind="box"), safe(text), kind="tick")


def scale(question: str, low: str, high: str) -> str:
    """A line between two words, to put a cross on."""
    axis = element("div", words("span", low), element("i", "<b></b>" * 4), words("span", high), kind="scale")
    return element("div", words("h3", question), axis, kind="keep")


def folded(front: Sequence[str], back: Sequence[str]) -> str:
    """A card to cut out and fold double: the front on the left, the back on the right."""
    return element("article", element("div", element("div", *front), element("div", *back), kind="halves"), kind="card")


def card_sheets(title: str, how: str, cards: Sequence[str], of: str) -> str:
    """Folding cards on sheets of their own, a fixed number to a side; every sheet says how to cut."""
    sides = [cards[i : i + CARDS_A_SIDE] for i in range(0, len(cards), CARDS_A_SIDE)]
    return "".join(sheet(title, for_a_group(), words("p", how, kind="how"), *side, of=of) for side in sides)


def cut(*inside: str) -> str:
    """A strip to cut out."""
    return element("article", *inside, kind="strip")


def sheet(title: str, audience: str, *inside: str, of: str) -> str:
    """A sheet, which begins on a new side; `of` says what it belongs to, `audience` whom it is for."""
    label = element("p", words("span", of), words("b", audience), kind="label")
    return element("section", element("header", label, words("h2", title)), *inside, kind="sheet") + "\n"


def for_everybody() -> str:
    """The audience of a sheet that each learner has."""
    return _("For everybody")


def for_a_group() -> str:
    """The audience of a sheet that a small group has once."""
    return _("For each group")


def for_the_facilitator() -> str:
    """The audience of a sheet that the group does not see beforehand."""
    return _("For the facilitator")

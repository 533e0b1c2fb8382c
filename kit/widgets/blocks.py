"""The blocks of which a page is built, and what each holds.

A block is plain data that `form.js` draws. A page is a list of blocks. Functions here make them; what a page takes from
a browser is in `kit.widgets.asked`.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from kit.language import _

Block = dict[str, Any]
Page = list[Block]
Tree = list[Any]

LONGEST = 4000
"""Characters that one answer may hold; a page of paper."""

Tone = Literal["plain", "change", "trouble", "threshold"]


@lru_cache(maxsize=512)
def _parse(text: str) -> Any:
    # No HTML, no images (they could call out), no reference definitions: prose, lists, emphasis and plain links.
    reader = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "image", "reference"])
    return _tree(SyntaxTreeNode(reader.parse(text)).children)


def markdown(text: str) -> Tree:
    """Markdown as a tree of [tag, link or None, children] and text: nothing in it is ever read as HTML."""
    tree: Tree = _parse(text)
    return tree


def _tree(nodes: Sequence[SyntaxTreeNode]) -> Tree:
    tree: Tree = []
    for node in nodes:
        if node.type in ("text", "softbreak"):
            tree.append(node.content if node.type == "text" else " ")
        elif node.type == "inline":
            tree.extend(_tree(node.children))
        elif node.type in ("code_inline", "fence", "code_block"):
            tree.append(["code" if node.type == "code_inline" else "pre", None, [node.content]])
        elif node.type == "hardbreak":
            tree.append(["br", None, []])
        elif node.type == "heading":
            tree.append(["h4", None, _tree(node.children)])
        elif node.type == "link":
            tree.append(["a", str(node.attrs.get("href", "")), _tree(node.children)])
        else:
            tree.append([node.tag or "span", None, _tree(node.children)])
    return tree


def heading(text: str, level: int = 2) -> Block:
    """A heading; level 2 is the title of a screen."""
    return {"kind": "heading", "text": text, "level": level}


def prose(text: str, lead: bool = False) -> Block:
    """Markdown; `lead` for the one sentence that explains a screen."""
    return {"kind": "prose", "tree": markdown(text), "lead": lead}


def note(text: str, tone: Tone = "plain") -> Block:
    """Markdown set apart: something changed, or went wrong."""
    return {"kind": "note", "tree": markdown(text), "tone": tone}


def quote(text: str, who: str) -> Block:
    """What somebody said, in Markdown, and who."""
    return {"kind": "quote", "tree": markdown(text), "who": who}


def panel(*blocks: Block, tone: Tone = "plain") -> Block:
    """Blocks on a sheet of their own."""
    return {"kind": "panel", "blocks": list(blocks), "tone": tone}


def columns(*parts: Page) -> Block:
    """Parts side by side where there is room, else under each other."""
    return {"kind": "columns", "columns": list(parts)}


def details(summary: str, *blocks: Block, open: bool = False) -> Block:
    """Blocks that are folded until asked for."""
    return {"kind": "details", "summary": summary, "blocks": list(blocks), "open": open}


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Page]], widths: Sequence[int]) -> Block:
    """A table: in each cell a page of blocks, in each row as many as there are in `head`; the first names the row.

    caption: what it is, for a screen reader. widths: of the columns, in parts of a hundred. Where there is no room for
    it each row stands by itself.
    """
    for row in (widths, *rows):
        if len(row) != len(head):
            raise ValueError(f"a row must have one cell a column: {len(head)}, got {len(row)}")
    cells = [list(row) for row in rows]
    return {"kind": "table", "caption": caption, "head": list(head), "widths": list(widths), "cells": cells}


def picture(svg: str, alt: str) -> Block:
    """A drawing; shown as an image, in which no script runs."""
    return {"kind": "picture", "svg": svg, "alt": alt}


def button(act: str, label: str, main: bool = False) -> dict[str, Any]:
    """A button for `buttons` or the foot of a page; `main` for the one that leads on."""
    return {"act": act, "label": label, "main": main}


def buttons(*them: dict[str, Any], quiet: bool = False) -> Block:
    """A row of buttons; `quiet` for what must be at hand without asking for attention."""
    return {"kind": "buttons", "buttons": list(them), "quiet": quiet}


def text(key: str, label: str, value: str, help: str = "", rows: int = 2) -> Block:
    """A field to write in, of `rows` lines to begin with; it grows."""
    return {"kind": "text", "key": key, "label": label, "help": help, "value": value, "rows": rows, "most": LONGEST}


def option(value: str, label: str, detail: str = "") -> dict[str, Any]:
    """One row of a `choice`: the value that is answered, its name, and more in Markdown."""
    return {"value": value, "label": label, "detail": markdown(detail)}


def choice(
    key: str,
    label: str,
    options: Sequence[dict[str, Any]],
    value: str | None,
    help: str = "",
    quiet: bool = False,
    row: bool = False,
) -> Block:
    """One of several; `quiet` where the question already stands above, so that only a screen reader hears it again;
    `row` for a few short ones beside each other."""
    return {
        "kind": "choice",
        "key": key,
        "label": label,
        "help": help,
        "options": list(options),
        "value": value,
        "quiet": quiet,
        "row": row,
    }


def select(key: str, label: str, options: Mapping[str, str], value: str) -> Block:
    """One of several, folded: answers (value → name)."""
    rows = [{"value": id, "label": name} for id, name in options.items()]
    return {"kind": "select", "key": key, "label": label, "options": rows, "value": value}


def scale(
    key: str,
    label: str,
    value: int | None,
    low: str,
    high: str,
    words: Sequence[str],
    open: str,
    help: str = "",
    live: bool = False,
) -> Block:
    """From 0 to 100 in steps of 5, told in words; None while untouched, when `open` is said instead.

    live: what it changes follows while it moves, and not only when it rests.
    """
    return {
        "kind": "scale",
        "key": key,
        "label": label,
        "help": help,
        "value": value,
        "low": low,
        "high": high,
        "words": list(words),
        "open": open,
        "live": live,
    }


def row(
    key: str,
    label: str,
    values: Sequence[int],
    bars: Sequence[tuple[str, str]],
    low: str,
    high: str,
    words: Sequence[str],
    open: str,
    help: str = "",
) -> Block:
    """Amounts beside each other, each from 0 to 100 in steps of 5, to draw with one stroke; always live.

    bars: for each amount the short name under it, and its name in full. low, high: what no and full amount mean.
    words: an amount in words, from low to high; open: what is said before one is touched.
    """
    if len(values) != len(bars):
        raise ValueError(f"a row must have one value a bar: {len(bars)}, got {len(values)}")
    return {
        "kind": "row",
        "key": key,
        "label": label,
        "help": help,
        "value": list(values),
        "bars": [{"short": short, "name": name} for short, name in bars],
        "low": low,
        "high": high,
        "words": list(words),
        "open": open,
        "live": True,
    }


def tick(key: str, label: str, value: bool) -> Block:
    """Something to tick: yes or no."""
    return {"kind": "tick", "key": key, "label": label, "value": value}


def ticks(
    key: str, label: str, options: Sequence[dict[str, Any]], value: Sequence[str] | None, help: str = ""
) -> Block:
    """Any of several, a group with one question; None while untouched. What is answered is a list of values."""
    return {
        "kind": "ticks",
        "key": key,
        "label": label,
        "help": help,
        "options": list(options),
        "value": list(value or []),
    }


def ranking(key: str, label: str, items: Mapping[str, str], value: Sequence[str]) -> Block:
    """Lines to put in order: value → Markdown of one line; `value` the order they now have."""
    rows = [{"value": id, "tree": markdown(text), "spoken": " ".join(text.split())} for id, text in items.items()]
    words = {"up": _("Move up"), "down": _("Move down")}
    return {"kind": "ranking", "key": key, "label": label, "items": rows, "value": list(value), **words}


def file(
    key: str,
    label: str,
    endings: Sequence[str],
    most: int,
    help: str = "",
    many: int = 1,
    together: int | None = None,
) -> Block:
    """A file to hand over from one's own disk: its bytes go to Python and nowhere else.

    endings: of the names to offer, as in ".csv"; others may be chosen too. most: bytes it may have; what is larger is
    not sent. Whatever comes in is any bytes at all.
    many: how many files may be chosen at once; where that is more than one they come all together, and what is too
    large is told with them. together: the bytes that they may have in all; by default `most` for each.
    """
    together = most * many if together is None else together
    mb = 1_000_000
    words = {
        "busy": _("The file is being read …") if many == 1 else _("The files are being read …"),
        "large": _("This file is too large: it may be at most %(most)s MB.") % {"most": most // mb},
        "failed": _("This file could not be read. Is it still there?"),
        "crowd": _("These are too many files: at most %(most)s at once.") % {"most": many},
        "heavy": _("These files are too large together: at most %(most)s MB.") % {"most": together // mb},
    }
    return {
        "kind": "file",
        "key": key,
        "label": label,
        "help": help,
        "accept": ",".join(endings),
        "most": most,
        "many": many,
        "together": together,
        **words,
    }


def cards(key: str, them: Iterable[tuple[str, str, str]], turned: Sequence[int]) -> Block:
    """Cards to turn over: (front, back in Markdown, where it comes from)."""
    rows = [{"front": front, "back": markdown(back), "origin": origin} for front, back, origin in them]
    return {"kind": "cards", "key": key, "cards": rows, "value": list(turned)}

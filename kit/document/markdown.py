"""An author's Markdown: prose, lists, stress and plain links. No HTML, and no pictures, which could call out."""

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@cache
def reader() -> "MarkdownIt":
    """The reader; what it renders is safe: HTML stands as text, and a link leads to nothing that runs."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "image", "reference"])


@dataclass(frozen=True)
class Run:
    """Words in one style."""

    text: str
    strong: bool = False
    stressed: bool = False


@dataclass
class Written:
    """A paragraph, or an item of a list."""

    bullet: bool = False
    runs: list[Run] = field(default_factory=list)


def paragraphs(markdown: str) -> list[Written]:
    """The prose as paragraphs of runs, for a file that is no HTML."""
    found: list[Written] = []
    depth = 0
    for token in reader().parse(markdown):
        if token.type in ("list_item_open", "list_item_close"):
            depth += token.nesting
        elif token.type == "inline":
            found.append(Written(bullet=depth > 0, runs=_runs(token.children or [])))
        elif token.type in ("fence", "code_block"):
            found.append(Written(runs=[Run(token.content)]))
    return found


def _runs(children: "list[Token]") -> list[Run]:
    runs, strong, stressed = [], 0, 0
    for child in children:
        kind = child.type
        if kind in ("strong_open", "strong_close"):
            strong += child.nesting
        elif kind in ("em_open", "em_close"):
            stressed += child.nesting
        elif kind in ("softbreak", "hardbreak"):
            runs.append(Run(" " if kind == "softbreak" else "\n", strong > 0, stressed > 0))
        elif kind in ("text", "code_inline"):
            runs.append(Run(child.content, strong > 0, stressed > 0))
    return runs

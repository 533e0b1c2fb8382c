"""A document before it is a file: headings, text, tables and pictures, in order.

A learner's words are text and no more. Only an author's prose may hold a little Markdown; HTML is read nowhere.
"""

import re
from dataclasses import dataclass, field

_UNREADABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: str) -> str:
    """The text without characters that no XML file can hold, such as NUL."""
    return _UNREADABLE.sub("", text)


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a chapter, 2 and 3 lie below it."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """One or more paragraphs, told apart by an empty line. muted: an aside, in smaller type."""

    text: str
    muted: bool = False


@dataclass(frozen=True)
class Prose:
    """An author's Markdown: a scene, what happened. quoted: set apart from the learner's own words."""

    markdown: str
    quoted: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, an item a row."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a head; each row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, with the words that say the same. png: the same as pixels, where a browser made them."""

    svg: str
    alt: str
    caption: str
    png: bytes = b""


Part = Heading | Paragraph | Prose | Bullets | Table | Picture


@dataclass(frozen=True)
class Document:
    """All of it. language: of the text, as in "nl". kept: what the reader should know of how it was made."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    language: str = "nl"
    kept: str = ""
    pictures: tuple[Picture, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pictures", tuple(part for part in self.parts if isinstance(part, Picture)))

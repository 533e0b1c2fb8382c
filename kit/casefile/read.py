"""The text of a file → a plain tree of dicts, lists and scalars, and the line of every place in it.

YAML is read from the event stream, so that depth and size are bounded while reading, and so that what a case
file may not hold (anchors, tags, keys given twice …) is a fault with its line rather than a surprise later.
"""

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from kit.casefile.fault import Finding, Place
from kit.casefile.scalars import resolve
from kit.casefile.syntax import broken_yaml
from kit.casefile.wording import short, shown
from kit.language import _

DEEPEST = 32
"""Levels that a file may have; a case needs ten."""

MOST_PARTS = 20_000
"""Keys, list items and values that a file may have; a large case has 4,000, a hundred exercises 8,000."""


_Node = ScalarEvent | MappingStartEvent | SequenceStartEvent | AliasEvent


@dataclass
class Document:
    """What a file says: its tree, the line of each place, and what was wrong while reading.

    `spoiled` are places whose value could not be read; a fault has been given already, further ones are noise.
    """

    tree: Any = None
    lines: dict[Place, int] = field(default_factory=lambda: {(): 1})
    findings: list[Finding] = field(default_factory=list)
    spoiled: set[Place] = field(default_factory=set)
    whole: bool = True

    def line(self, place: Place) -> int:
        """The line of `place`; of what holds it where the place itself is not in the file."""
        while place not in self.lines:
            place = place[:-1]
        return self.lines[place]


@dataclass
class _Open:
    """A mapping or sequence that is being read; with `skip` the value of the present key is read but not kept."""

    into: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None
    skip: bool = False


class _TooMuch(Exception):
    """Reading stops here; the fault has been noted."""


def read(text: str) -> Document:
    """Read the text of a file; never raises, whatever the text is."""
    document = Document()
    reader = _Reader(document)
    try:
        reader.run(text)
    except _TooMuch:
        document.whole = False
    except MarkedYAMLError as error:
        document.whole = False
        document.findings.append(broken_yaml(error, text))
    except Exception:  # the parser of a foreign library on an arbitrary text: whatever it stumbles on is a fault
        document.whole = False
        rule = _("must be YAML, but cannot be read as YAML.")
        fix = _("Look for something strange on this line or the next: a backslash in quotes, a line with '%'.")
        document.findings.append(Finding((), rule, fix, reader.line))
    return document


class _Reader:
    """Builds the tree of one document out of YAML events, without recursion."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[_Open] = []
        self.documents = 0
        self.parts = 0
        self.line = 1

    def run(self, text: str) -> None:
        for event in YAML(typ="safe", pure=True).parse(text):
            self.line = event.start_mark.line + 1
            if isinstance(event, DocumentStartEvent):
                self._begin(event)
            elif isinstance(event, CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, _Node):
                self._node(event)
        if self.documents == 0 or (self.document.tree is None and not self.document.spoiled):
            self._note((), _("must not be empty."), _("Begin with: format: 1"), 1)
            raise _TooMuch

    def _note(self, place: Place, rule: str, fix: str, line: int) -> None:
        self.document.findings.append(Finding(place, rule, fix, line))

    def _begin(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        line = event.start_mark.line + 1
        if event.version or event.tags:
            self._note((), _("may hold no line that begins with '%'."), _("Take that line out."), line)
        if self.documents > 1:
            rule = _("may hold one document, but a second one begins here.")
            self._note((), rule, _("Take out the line with --- and put what follows in a file of its own."), line)
            raise _TooMuch

    def _node(self, event: _Node) -> None:
        line = event.start_mark.line + 1
        self.parts += 1
        if self.parts > MOST_PARTS:
            rule = _("may have at most %(most)d parts (keys, list items, values), but here it has more.")
            self._note((), rule % {"most": MOST_PARTS}, _("Split the file up."), line)
            raise _TooMuch
        holder = self.open[-1] if self.open else None
        if holder is not None and isinstance(holder.into, dict) and holder.key is None:
            self._key(holder, holder.into, event, line)
            return
        place: Place = ()
        if holder is not None:
            place = (*holder.place, holder.key if holder.key is not None else len(holder.into))
        self.document.lines.setdefault(place, line)
        value = self._value(event, place, line)
        if holder is None:
            self.document.tree = value
        elif isinstance(holder.into, list):
            holder.into.append(value)
        else:
            if holder.key is not None and not holder.skip:
                holder.into[holder.key] = value
            holder.key, holder.skip = None, False
        self._enter(value, place, line)

    def _enter(self, value: Any, place: Place, line: int) -> None:
        if not isinstance(value, (dict, list)):
            return
        if len(self.open) == DEEPEST:
            rule = _("may be at most %(most)d levels deep, but here it goes deeper.")
            self._note((), rule % {"most": DEEPEST}, _("Check the brackets and the indentation."), line)
            raise _TooMuch
        self.open.append(_Open(value, place))

    def _key(self, holder: _Open, into: dict[str, Any], event: _Node, line: int) -> None:
        if not isinstance(event, ScalarEvent):
            self._note(holder.place, _("must have keys of text, but one here is not."), _("Write: key: value"), line)
            holder.key, holder.skip = "?", True
            self._enter(self._value(event, (*holder.place, "?"), line), (*holder.place, "?"), line)
            return
        holder.key = event.value
        place = (*holder.place, event.value)
        self.document.lines.setdefault(place, line)
        key = self._value(event, place, line)
        if event.value in into:
            rule = _("may be given once, but was already given on line %(line)d.")
            self._note(place, rule % {"line": self.document.lines[place]}, _("Take one of the two out."), line)
            holder.skip = True
        elif not isinstance(key, str):
            rule = _("must be text, as every key, but is %(got)s.") % {"got": shown(key)}
            self._note(
                place, rule, _("A number with decimals has a point: 0.8. Else put it in quotes, or write a word."), line
            )
            self.document.spoiled.add(place)
            holder.skip = True

    def _value(self, event: _Node, place: Place, line: int) -> Any:
        """What `event` stands for: a scalar, or an empty dict or list to fill; None where it may not be here."""
        if isinstance(event, AliasEvent):
            rule = _("must be written out: references (*%(name)s) are not read.") % {"name": short(event.anchor)}
            self._note(place, rule, _("Write the text or the values here once more."), line)
            self.document.spoiled.add(place)
            return None
        if event.anchor is not None:
            rule = _("must be written out: names for references (&%(name)s) are not read.")
            self._note(place, rule % {"name": short(event.anchor)}, _("Take out the word that begins with &."), line)
        if event.tag not in (None, "!"):
            rule = _("must be plain YAML: tags (%(name)s) are not read.") % {"name": short(str(event.tag))}
            self._note(place, rule, _("Take out the word that begins with an exclamation mark."), line)
        if isinstance(event, MappingStartEvent):
            return {}
        if isinstance(event, SequenceStartEvent):
            return []
        if not event.implicit[0]:
            return self._text(event.value, place, line)
        return resolve(event.value)

    def _text(self, value: str, place: Place, line: int) -> str | None:
        if any(0xD800 <= ord(c) <= 0xDFFF or c == "\0" for c in value):
            rule = _("may hold only characters one can read, but this text holds one that cannot be written.")
            self._note(place, rule, _("Take out what begins with a backslash."), line)
            self.document.spoiled.add(place)
            return None
        return value

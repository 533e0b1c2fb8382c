"""All that is wrong with a file, in one go: reading, shared parts, shape, and rules."""

from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from kit.case import Case
from kit.casefile.declared import Declared
from kit.casefile.fault import Finding, Place
from kit.casefile.read import Document, read
from kit.casefile.rules import broken_rules
from kit.casefile.schema import CASE
from kit.casefile.shape import shape
from kit.casefile.shared import fill_in
from kit.casefile.text import decode
from kit.casefile.wording import shown
from kit.language import _

T = TypeVar("T")

MOST_FAULTS = 200
"""Faults that are told in one run; who has more has one cause for many of them."""

Checked = tuple[T | None, list[tuple[int, Finding]]]
"""What a file holds, and its findings with their lines; None where anything is wrong."""


def checked(data: bytes, path: Path) -> Checked[Case]:
    """The case in the bytes of a file, and its findings with their lines; None where anything is wrong.

    `path` tells what the case's id should be where the file lies in a folder `cases`.
    """
    return examined(data, CASE, fill_in, lambda tree: broken_rules(tree, path))


def examined(
    data: bytes,
    declared: Declared[T],
    fill_in: Callable[[Document], Iterable[Finding]],
    rules: Callable[[dict[str, Any]], Iterable[Finding]],
) -> Checked[T]:
    """What the bytes of a file hold, as `declared`, with its shared parts filled in, and held to the `rules`."""
    text, findings = decode(data)
    if findings:
        return None, _told(Document(), findings)
    document = read(text)
    if not document.whole:
        return None, _told(document, document.findings)
    if not isinstance(document.tree, dict):
        rule = _("must be a group of keys, but is %(got)s.") % {"got": shown(document.tree)}
        return None, _told(document, [*document.findings, Finding((), rule, _("Begin with: format: 1"))])
    first_hand = [*document.findings, *fill_in(document)]
    # No more is worded than is told: a file may have thousands of faults, and looking for near keys takes its time.
    shaped = shape(document.tree, declared)
    whole, misshapen = shaped
    findings = [*islice(misshapen, MOST_FAULTS + 1), *islice(rules(document.tree), MOST_FAULTS + 1)]
    findings = [*first_hand, *(finding for finding in findings if not _spoiled(document, finding.place))]
    return (None if findings else whole), _told(document, findings)


def _told(document: Document, findings: list[Finding]) -> list[tuple[int, Finding]]:
    """The findings with their lines, in order, each once, and not endlessly many."""
    placed = [(finding.line or document.line(finding.place), finding) for finding in dict.fromkeys(findings)]
    placed.sort(key=lambda one: one[0])
    if len(placed) > MOST_FAULTS:
        rest = Finding(
            (), _("has more faults than are told here."), _("Repair these first; often one slip causes many.")
        )
        placed = [*placed[:MOST_FAULTS], (placed[MOST_FAULTS][0], rest)]
    return placed


def _spoiled(document: Document, place: Place) -> bool:
    return any(place[:length] in document.spoiled for length in range(1, len(place) + 1))

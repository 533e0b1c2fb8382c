"""What cases share: Putters' tensions, conditions and sources in `datasets/`, named in a case by their id alone."""

from functools import cache
from pathlib import Path
from typing import Any

from kit.casefile.fault import Finding, Place
from kit.casefile.places import datasets
from kit.casefile.read import Document, read
from kit.casefile.wording import listed, nearest, shown
from kit.language import _

SHARED = {"tensions": "tensions.yaml", "conditions": "tensions.yaml", "sources": "sources.yaml"}
"""The keys of a case whose items may be a bare id, and the file that holds what the id stands for."""


@cache
def _shared_file(path: Path, changed: int) -> Document:
    return read(path.read_text("utf-8"))


def shared_parts(key: str) -> dict[str, dict[str, Any]]:
    """The shared parts under `key` ("tensions", "conditions", "sources") by their id."""
    path = datasets() / SHARED[key]
    try:
        tree = _shared_file(path, path.stat().st_mtime_ns).tree
    except (OSError, ValueError):
        return {}
    parts = tree.get(key, []) if isinstance(tree, dict) else []
    return {part["id"]: part for part in parts if isinstance(part, dict) and isinstance(part.get("id"), str)}


def fill_in(document: Document) -> list[Finding]:
    """Put the shared parts in the place of their ids, and the sources they need at the end of the case's own.

    Changes the tree of `document`; what cannot be found is a finding and becomes a spoiled place.
    """
    findings = []
    tree = document.tree
    taken: list[dict[str, Any]] = []
    for key in SHARED:
        items = tree.get(key)
        if not isinstance(items, list):
            continue
        known = shared_parts(key)
        for index, item in enumerate(items):
            if not isinstance(item, str):
                continue
            if item in known:
                items[index] = known[item]
                taken.append(known[item])
            else:
                findings.append(_unknown((key, index), key, item, known))
                document.spoiled.add((key, index))
    _add_sources(tree, taken)
    return findings


def _unknown(place: Place, key: str, item: str, known: dict[str, Any]) -> Finding:
    rule = _("must be an id from %(file)s (%(known)s), but is %(got)s.")
    near = nearest(item, known)
    fix = _("Did you mean %(near)s?") % {"near": shown(near)} if near else _("Take one of those, or write it out here.")
    return Finding(place, rule % {"file": SHARED[key], "known": listed(known), "got": shown(item)}, fix)


def _add_sources(tree: dict[str, Any], taken: list[dict[str, Any]]) -> None:
    needed = {part["source"]: None for part in taken if isinstance(part.get("source"), str)}
    own = tree.setdefault("sources", [])
    if not isinstance(own, list):
        return
    present = {str(source.get("id")) for source in own if isinstance(source, dict)}
    known = shared_parts("sources")
    own.extend(known[id] for id in needed if id in known and id not in present)

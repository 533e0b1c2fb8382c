"""What files share, in `datasets/`: tensions, conditions and sources that a case names by id alone, and the context.

The concepts of the context and their effects on each other are the same for most cases: those that give a condition
a value, or say who acts on whom, have them without naming them.
"""

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

CONTEXT = "context.yaml"
"""The file of the shared concepts and of their effects on each other."""


@cache
def _shared_file(path: Path, changed: int) -> Document:
    return read(path.read_text("utf-8"))


def shared_parts(key: str) -> dict[str, dict[str, Any]]:
    """The shared parts under `key` ("tensions", "conditions", "sources") by their id."""
    parts = _shared_list(SHARED[key], key)
    return {part["id"]: part for part in parts if isinstance(part, dict) and isinstance(part.get("id"), str)}


def _shared_list(file: str, key: str) -> list[Any]:
    path = datasets() / file
    try:
        tree = _shared_file(path, path.stat().st_mtime_ns).tree
    except (OSError, ValueError):
        return []
    return list(tree.get(key) or []) if isinstance(tree, dict) else []


def fill_in(document: Document) -> list[Finding]:
    """Put the shared parts in the place of their ids, the shared context where it is needed, and their sources.

    Changes the tree of `document`; what cannot be found is a finding and becomes a spoiled place.
    """
    findings: list[Finding] = []
    tree = document.tree
    taken: list[dict[str, Any]] = []
    for key in SHARED:
        findings += fill_list(document, (), key, taken)
    taken += _fill_context(tree)
    add_sources(tree, taken)
    return findings


def fill_list(document: Document, holder: Place, key: str, taken: list[dict[str, Any]]) -> list[Finding]:
    """Put shared parts in the place of their ids in the list under `key` at `holder`, and add them to `taken`."""
    group: Any = document.tree
    for step in holder:
        group = group[step]
    items, findings = group.get(key), []
    known = shared_parts(key)
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if not isinstance(item, str):
            continue
        if item in known:
            items[index] = known[item]
            taken.append(known[item])
        else:
            findings.append(_unknown((*holder, key, index), key, item, known))
            document.spoiled.add((*holder, key, index))
    return findings


def _fill_context(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """Give a case that needs the context and has none of its own the shared one; the effects that were given."""
    conditions, network = tree.get("conditions"), tree.get("network", [])
    valued = isinstance(conditions, list) and any(isinstance(it, dict) and "value" in it for it in conditions)
    if tree.get("concepts", []) != [] or not (valued or tree.get("influences") or network):
        return []
    tree["concepts"] = _shared_list(CONTEXT, "concepts")
    if network != []:
        return []
    tree["network"] = _shared_list(CONTEXT, "effects")
    return list(tree["network"])


def _unknown(place: Place, key: str, item: str, known: dict[str, Any]) -> Finding:
    rule = _("must be an id from %(file)s (%(known)s), but is %(got)s.")
    near = nearest(item, known)
    fix = _("Did you mean %(near)s?") % {"near": shown(near)} if near else _("Take one of those, or write it out here.")
    return Finding(place, rule % {"file": SHARED[key], "known": listed(known), "got": shown(item)}, fix)


def add_sources(tree: dict[str, Any], taken: list[dict[str, Any]]) -> None:
    """Add to the sources of `tree` those that the shared parts in `taken` lean on."""
    needed = {part["source"]: None for part in taken if isinstance(part.get("source"), str)}
    own = tree.setdefault("sources", [])
    if not isinstance(own, list):
        return
    present = {str(source.get("id")) for source in own if isinstance(source, dict)}
    known = shared_parts("sources")
    own.extend(known[id] for id in needed if id in known and id not in present)

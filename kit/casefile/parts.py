"""The parts of a tree that may have faults: each with its place, and without what is not what it should be."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kit.casefile.fault import Place


class Part(NamedTuple):
    """A group of keys in the tree, and where it stands."""

    place: Place
    keys: dict[str, Any]

    def text(self, key: str) -> str | None:
        """The text under `key`; None where there is none."""
        value = self.keys.get(key)
        return value if isinstance(value, str) and value else None

    def number(self, key: str) -> float | None:
        """The number under `key`; None where there is none."""
        value = self.keys.get(key)
        return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None

    def group(self, key: str) -> "Part":
        """The group of keys under `key`; an empty one where there is none."""
        value = self.keys.get(key)
        return Part((*self.place, key), value if isinstance(value, dict) else {})

    def parts(self, key: str) -> "list[Part]":
        """The groups of keys in the list under `key`."""
        return [Part((*self.place, key, i), item) for i, item in enumerate(self.items(key)) if isinstance(item, dict)]

    def items(self, key: str) -> list[Any]:
        """Whatever stands in the list under `key`."""
        value = self.keys.get(key)
        return value if isinstance(value, list) else []


def all_parts(part: Part) -> Iterator[Part]:
    """`part` and every group of keys within it."""
    waiting: list[tuple[Place, Any]] = [(part.place, part.keys)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, dict):
            yield Part(place, value)
            waiting.extend(((*place, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            waiting.extend(((*place, index), inner) for index, inner in enumerate(value))

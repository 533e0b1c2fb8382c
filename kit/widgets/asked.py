"""What a page of blocks asks for: the answers it takes, the files, the acts; and which values count as an answer.

Whatever comes from a browser is held against the page that was shown.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kit.widgets.blocks import LONGEST, Block, Page


def _inside(block: Block) -> Iterator[Block]:
    yield block
    columns = (b for column in block.get("columns", []) for b in column)
    cells = (b for row in block.get("cells", []) for cell in row for b in cell)
    for part in [*block.get("blocks", []), *columns, *cells]:
        yield from _inside(part)


def _one_of(block: Block) -> Callable[[Any], bool]:
    allowed = {row["value"] for row in block["options"]}
    return lambda value: isinstance(value, str) and value in allowed


def _some_of(block: Block) -> Callable[[Any], bool]:
    allowed = {row["value"] for row in block["options"]}
    return lambda value: (
        isinstance(value, list)
        and all(isinstance(one, str) and one in allowed for one in value)
        and len(set(value)) == len(value)
    )


def _turned(block: Block) -> Callable[[Any], bool]:
    last = len(block["cards"])
    return lambda value: (
        isinstance(value, list) and len(value) <= last and all(type(i) is int and 0 <= i < last for i in value)
    )


def _order_of(block: Block) -> Callable[[Any], bool]:
    allowed = {row["value"] for row in block["items"]}
    return lambda value: isinstance(value, list) and len(value) == len(allowed) and set(map(str, value)) == allowed


def _amount(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 100


def _amounts(block: Block) -> Callable[[Any], bool]:
    many = len(block["bars"])
    return lambda value: isinstance(value, list) and len(value) == many and all(map(_amount, value))


_ACCEPTS: Mapping[str, Callable[[Block], Callable[[Any], bool]]] = {
    "text": lambda block: lambda value: isinstance(value, str) and len(value) <= LONGEST,
    "choice": _one_of,
    "select": _one_of,
    "scale": lambda block: _amount,
    "row": _amounts,
    "tick": lambda block: lambda value: isinstance(value, bool),
    "ticks": _some_of,
    "ranking": _order_of,
    "cards": _turned,
}


def fields(page: Page) -> dict[str, Callable[[Any], bool]]:
    """Each answer that a page takes, with the test that a value must pass."""
    return {b["key"]: _ACCEPTS[b["kind"]](b) for block in page for b in _inside(block) if b["kind"] in _ACCEPTS}


def files(page: Page) -> dict[str, int]:
    """Each file that a page asks for, and how many bytes it may have; each of several too."""
    return {b["key"]: b["most"] for block in page for b in _inside(block) if b["kind"] == "file"}


def crowds(page: Page) -> dict[str, tuple[int, int]]:
    """Where a page asks for several files at once: how many, and how many bytes together."""
    them = (b for block in page for b in _inside(block) if b["kind"] == "file")
    return {b["key"]: (b["many"], b["together"]) for b in them if b["many"] > 1}


def live(page: Page) -> set[str]:
    """The keys of what is told while it moves."""
    return {b["key"] for block in page for b in _inside(block) if b.get("live")}


def acts(page: Page) -> set[str]:
    """Each act that a page offers."""
    found = set()
    for block in (b for top in page for b in _inside(top)):
        them = [*block.get("buttons", []), block.get("back"), block.get("next"), block.get("restart")]
        them += [dot for phase in block.get("phases", []) for dot in phase["dots"] if dot["state"] != "closed"]
        found |= {it["act"] for it in them if it}
    return found

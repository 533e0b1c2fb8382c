"""An author's text as Markdown in a cell: on one line, in a table, and never as HTML or as a sign to nbgrader."""

import re
from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"\b(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)\b")
"""By these nbgrader knows what students may not see; in a text they would cut a cell in two, or let a secret out."""


def without_signs(text: str) -> str:
    """A text in which nbgrader's own signs say nothing."""
    return _SIGNS.sub("\\1\N{NO-BREAK SPACE}\\2", text.strip())


def safe(text: str) -> str:
    """Prose `without_signs`, in which HTML stands as text."""
    return re.sub(r"(?<!\\)<(?=[A-Za-z/!?])", r"\\<", without_signs(text))


def line(text: str) -> str:
    """`safe` on one line."""
    return " ".join(safe(text).split())


def quote(text: str) -> str:
    """A scene, set apart."""
    return "\n".join(f"> {row}".rstrip() for row in safe(text).splitlines())


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; what stands in a cell stays in that cell."""
    every = [list(head), ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line(cell).replace("|", "\\|") for cell in row) + " |" for row in every)


def folded(title: str, text: str) -> str:
    """Something that opens when it is asked for."""
    return f"<details>\n<summary>{line(title)}</summary>\n\n{safe(text)}\n\n</details>"

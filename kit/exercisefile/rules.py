"""What must be true of a set of exercises beyond the shape of its parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.casefile.fault import Finding


def broken_rules(tree: dict[str, Any], path: Path) -> Iterator[Finding]:
    """All that breaks a rule in the set `tree`, read from the file `path`."""
    return iter(())

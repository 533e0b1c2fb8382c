"""What is told of a table that cannot be used."""

from collections.abc import Sequence

from kit.casefile.fault import Fault


class TableError(ValueError):
    """A table that cannot be used; `faults` holds all that is wrong, in the order of the lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault).rstrip() for fault in self.faults))

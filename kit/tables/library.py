"""The tables that the kit ships, by name."""

from kit.casefile.places import datasets
from kit.tables.read import read_table
from kit.tables.table import Table


def list_tables() -> list[str]:
    """The names of all tables in `datasets/tables`."""
    return sorted(path.stem for path in (datasets() / "tables").glob("*.csv"))


def load_table(name: str) -> Table:
    """The table with this name.

    Raises ValueError where the kit has no such table, TableError where its files are not sound.
    """
    if name not in list_tables():
        raise ValueError(f"table must be one of {', '.join(list_tables())}, got {name!r}")
    return read_table(datasets() / "tables" / f"{name}.csv")

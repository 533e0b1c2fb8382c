"""Tables of numbers: read from `datasets/tables`, held to their data dictionaries, frozen.

Nothing heavy is loaded: a table is read with the standard library, and becomes a pandas frame only when asked.
"""

from kit.tables.library import list_tables, load_table
from kit.tables.read import TableError, read_table
from kit.tables.table import Field, Source, Table, Value

__all__ = ["Field", "Source", "Table", "TableError", "Value", "list_tables", "load_table", "read_table"]

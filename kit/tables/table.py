"""A table and its dictionary: what each column means, where the numbers come from, and the rows themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import pandas

Value = str | int | float | bool | None
"""What a cell holds; None where it is empty: not known, or it does not apply."""

T = TypeVar("T")

_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
"""Types of pandas that know an empty cell: a count that nobody gave must not become a 0 or a fraction."""


@dataclass(frozen=True)
class Source:
    """Where numbers come from, as a reader sees it. name: what the rows call it; year in words where there is none."""

    name: str
    author: str
    title: str
    publisher: str
    year: str


@dataclass(frozen=True)
class Field:
    """One column. type: string, integer, number or boolean. unit: "" where it has none.

    constraints: as the Table Schema of Frictionless names them (required, enum, minimum …).
    """

    name: str
    type: str
    title: str
    description: str
    unit: str
    constraints: Mapping[str, Any]


@dataclass(frozen=True)
class Table:
    """A table as it was read: typed rows, in the order of the file, each by the name of the column."""

    name: str
    title: str
    description: str
    provenance: str
    sources: tuple[Source, ...]
    fields: tuple[Field, ...]
    rows: tuple[Mapping[str, Value], ...]

    def into(self, kind: type[T]) -> tuple[T, ...]:
        """The rows as frozen values of `kind`, a dataclass whose fields are columns of this table.

        Raises ValueError where it has a field that is no column.
        """
        wanted = [field.name for field in fields(kind)]  # type: ignore[arg-type]
        columns = [field.name for field in self.fields]
        if strange := [name for name in wanted if name not in columns]:
            raise ValueError(
                f"fields of {kind.__name__} must be columns of {self.name}: {', '.join(columns)}; "
                f"got {', '.join(strange)}"
            )
        return tuple(kind(**{name: row[name] for name in wanted}) for row in self.rows)

    def to_frame(self) -> "pandas.DataFrame":
        """One row a row; what is empty stays empty. Needs pandas, imported only here."""
        import pandas

        frame = pandas.DataFrame(
            {
                field.name: pandas.array([row[field.name] for row in self.rows], dtype=_DTYPES[field.type])
                for field in self.fields
            }
        )
        frame.attrs["title"] = self.title
        return frame

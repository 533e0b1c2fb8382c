"""Files as people have them: workbooks made with openpyxl."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import openpyxl
import pytest

Book = Callable[..., bytes]


@pytest.fixture
def book() -> Book:
    """Makes a workbook with one sheet of these rows."""

    def make(rows: Sequence[Sequence[Any]], title: str = "Blad1") -> bytes:
        made = openpyxl.Workbook()
        made.active.title = title
        for row in rows:
            made.active.append(row)
        out = BytesIO()
        made.save(out)
        return out.getvalue()

    return make

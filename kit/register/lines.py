"""Rows out of a text: with semicolons, commas, tabs or bars, as spreadsheets write them."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from kit.language import _
from kit.register.columns import known
from kit.register.fault import Unreadable, shown
from kit.register.limits import HEADER_WITHIN

SEPARATORS = ";\t,|"

Row = tuple[int, Sequence[object]]
"""Its number as a spreadsheet gives it, and its cells."""


def rows_of_text(text: str) -> Iterator[Row]:
    """The rows of a CSV text, the empty ones too; raises Unreadable where its quotation marks do not close."""
    text = text.removeprefix("\ufeff")
    told = re.match(r"sep=(.)\r?\n", text)
    separator = told[1] if told and told[1] in SEPARATORS else _separator(text)
    reader = csv.reader(StringIO(text[told.end() :] if told else text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(
                _("Text between double quotes must end with a double quote, and a quote inside it stands twice."),
                _("Look at the quotes in this row and the one before it."),
                shown(error),
                number,
            ) from None


def _separator(text: str) -> str:
    """The separator with which the first lines make most of the columns that are sought; else most columns."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:HEADER_WITHIN]

    def found(separator: str) -> tuple[int, int]:
        split = [[cell.strip(' "') for cell in line.split(separator)] for line in lines]
        return max((known(cells) for cells in split), default=0), max((len(cells) for cells in split), default=0)

    return max(SEPARATORS, key=found)

"""Rows out of an Excel workbook (.xlsx), bounded before it is unpacked and while it is read.

Nothing in it is worked out: a formula is the text that stands in the cell. Nothing in it is followed: no link, no
entity, no macro.
"""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from typing import Any

from kit.language import _
from kit.register.columns import known
from kit.register.fault import Unreadable
from kit.register.limits import HEADER_WITHIN, MOST_PARTS, MOST_ROWS, MOST_SHEETS, MOST_UNPACKED
from kit.register.lines import Row

_PIECE = 1_000_000
_MARKS = (b"<!DOCTYPE", b"<!ENTITY")
_OTHER_ALPHABETS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


def rows_of_workbook(content: bytes) -> Iterator[Row]:
    """The rows of the sheet that looks most like a register; raises Unreadable for what is none, or none any more."""
    _bounded(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out; we look at values only
        try:
            yield from _rows(content)
        except Unreadable:
            raise
        # openpyxl meets a damaged file with whatever error is at hand, MemoryError and RecursionError among them.
        except Exception:
            raise _damaged() from None


def _bounded(content: bytes) -> None:
    """Refuses what would unpack too large, what is no Excel file, and XML that defines entities of its own."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            # What a part says of its size is what zipfile unpacks of it at most.
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unreadable(
                    _("An Excel file may hold at most %(most)s MB when it is unpacked.")
                    % {"most": MOST_UNPACKED // 1_000_000},
                    _("Copy only the register to a new workbook, and save that."),
                )
            names = {part.filename for part in parts}
            if not any(name.endswith("workbook.xml") for name in names):
                raise Unreadable(
                    _("It must be .xlsx or CSV."),
                    _("Open it in Excel and save it as 'Excel workbook (.xlsx)' or as 'CSV UTF-8'."),
                    _("another packed file (.ods, .xlsb, .docx, .zip)"),
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _plain_xml(archive, part)
    except Unreadable:
        raise
    except Exception:  # as above: a damaged archive has many errors
        raise _damaged() from None


def _plain_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as stream:
        end = b""
        while piece := stream.read(_PIECE):
            if not end and piece.startswith(_OTHER_ALPHABETS):
                raise _damaged()  # not UTF-8
            if any(mark in end + piece for mark in _MARKS):
                raise _damaged()  # an entity
            end = piece[-16:]


def _rows(content: bytes) -> Iterator[Row]:
    import openpyxl  # here: it loads numpy where there is one

    with closing(openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)) as book:
        sheets = [sheet for sheet in book.worksheets[:MOST_SHEETS] if sheet.sheet_state == "visible"]
        best, most = None, -1
        for sheet in sheets:
            # What a sheet says of its own size may be anything.
            sheet.reset_dimensions()
            found = max((known(cells) for _number, cells in _first(sheet)), default=0)
            if found > most:
                best, most = sheet, found
        if best is None:
            raise Unreadable(_("There must be a sheet with rows."), _("Choose a workbook with a visible sheet."))
        yield from _cells(best)


def _cells(sheet: Any) -> Iterator[Row]:
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        # A formula over more cells comes as an object: it too is the text that it is written as.
        yield number, [cell if not hasattr(cell, "ref") else f"{getattr(cell, 'text', '') or '='}" for cell in cells]


def _first(sheet: Any) -> Iterator[Row]:
    seen = 0
    for number, cells in _cells(sheet):
        filled = [cell for cell in cells if cell is not None]
        if filled:
            seen += 1
            yield number, filled
        if seen == HEADER_WITHIN or number == MOST_ROWS:
            return


def _damaged() -> Unreadable:
    # What the reader of workbooks says is for programmers, and in English.
    return Unreadable(
        _("The Excel file must be whole."),
        _("Open it in Excel, save it again as 'Excel workbook (.xlsx)' or as 'CSV UTF-8', and choose that file."),
    )

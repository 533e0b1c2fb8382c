"""Workbooks that were made to harm, and damaged ones: bounded, and nothing but faults."""

import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from register_files import rezipped

from kit.register import read

ROWS = [["straat", "thema", "week"], ["a", "b", 1]]
SHEET = "xl/worksheets/sheet1.xml"


def only_fault(content: bytes) -> str:
    reading = read(content)
    assert reading.register is None and reading.rest is None
    return reading.faults[-1].rule


def test_a_zip_bomb_is_not_unpacked(book: Any) -> None:
    zeros = b"<x>" + b" " * 200_000_000 + b"</x>"
    bomb = rezipped(book(ROWS), lambda _name, part: part, {"xl/media/bom.xml": zeros})
    assert len(bomb) < 1_000_000
    begun = time.process_time()
    assert "hoogstens 150 MB" in only_fault(bomb)
    assert time.process_time() - begun < 2


def test_many_small_parts_are_too_many(book: Any) -> None:
    many = {f"xl/media/{n}.txt": b"" for n in range(2001)}
    assert "hoogstens 150 MB" in only_fault(rezipped(book(ROWS), lambda _name, part: part, many))


def test_a_part_that_lies_about_its_size(book: Any) -> None:
    """The size that the archive claims bounds what is unpacked: a part that says 10 bytes gives no more."""
    content = bytearray(rezipped(book(ROWS), lambda _name, part: part, {"xl/long.xml": b"<x>" + b" " * 5_000_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.find(mark)
        while place >= 0:
            name_at = place + (30 if at == 22 else 46)
            if content[name_at : name_at + 11] == b"xl/long.xml":
                content[place + at : place + at + 4] = (10).to_bytes(4, "little")
            place = content.find(mark, place + 4)
    assert read(bytes(content)).faults


@pytest.mark.parametrize(
    "entity",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    ],
)
def test_entities_are_refused(book: Any, entity: bytes) -> None:
    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"<worksheet", entity + b"<worksheet", 1) if name == SHEET else part

    assert "mag niet beschadigd zijn" in only_fault(rezipped(book(ROWS), change))


def test_entities_in_another_alphabet_are_refused(book: Any) -> None:
    def change(name: str, part: bytes) -> bytes:
        return (b'<?xml version="1.0" encoding="utf-16"?>' + part).decode().encode("utf-16") if name == SHEET else part

    assert "mag niet beschadigd zijn" in only_fault(rezipped(book(ROWS), change))


def test_a_row_far_below_ends(book: Any) -> None:
    """One row with number 99,999,999,999: openpyxl would give every row between."""

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b'<row r="2"', b'<row r="99999999999"') if name == SHEET else part

    begun = time.process_time()
    assert "hoogstens 200\u202f000 rijen" in only_fault(rezipped(book(ROWS), change))
    assert time.process_time() - begun < 20


def test_a_sheet_that_lies_about_its_size(book: Any) -> None:
    def change(name: str, part: bytes) -> bytes:
        return part.replace(b'ref="A1:C2"', b'ref="A1:XFD1048576"') if name == SHEET else part

    changed = rezipped(book(ROWS), change)
    assert changed != book(ROWS)
    begun = time.process_time()
    reading = read(changed)
    assert reading.register is not None and len(reading.register.requests) == 1
    assert time.process_time() - begun < 5


def test_a_cell_far_to_the_right() -> None:
    made = openpyxl.Workbook()
    for row in ROWS:
        made.active.append(row)
    made.active.cell(2, 16384, "x")
    out = BytesIO()
    made.save(out)
    assert "hoogstens 200 kolommen" in only_fault(out.getvalue())


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "[Content_Types].xml", "xl/styles.xml"])
@pytest.mark.parametrize("new", [b"", b"<", b"\x00\x01\x02", b"<x/>"])
def test_damaged_parts(book: Any, part: str, new: bytes) -> None:
    reading = read(rezipped(book(ROWS), lambda name, old: new if name == part else old))
    assert reading.faults or reading.register


def test_cut_off(book: Any) -> None:
    whole = book(ROWS)
    for size in range(4, len(whole), 97):
        assert read(whole[:size]).faults


@pytest.mark.parametrize("name", ["mimetype", "word/document.xml", "xl/workbook.bin"])
def test_other_packed_files(name: str) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, b"x")
    reading = read(out.getvalue())
    assert reading.faults[0].received == "een ander ingepakt bestand (.ods, .xlsb, .docx, .zip)"


def test_a_workbook_of_hidden_sheets_only(book: Any) -> None:
    def change(name: str, part: bytes) -> bytes:
        return part.replace(b'state="visible"', b'state="hidden"') if name == "xl/workbook.xml" else part

    assert "een blad met rijen" in only_fault(rezipped(book(ROWS), change))


def test_no_file_is_written_and_none_is_fetched(book: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def refused(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("nothing leaves the machine")

    monkeypatch.setattr("socket.socket.connect", refused)
    assert read(book([["straat", "thema", "week"], ['=WEBSERVICE("http://x.example")', "b", 1]])).register
    assert list(tmp_path.iterdir()) == []

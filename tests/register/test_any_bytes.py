"""No bytes whatever make reading do anything but return faults or a register."""

from io import BytesIO
from typing import Any

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st
from register_files import rezipped

from kit.register import Reading, faults_csv, map_csv, read
from kit.register.week import read_week


def judged(content: bytes) -> Reading:
    reading = read(content)
    assert (reading.register is None) == bool(reading.faults)
    assert reading.rest is None or reading.faults
    for register in (reading.register, reading.rest):
        if register is not None:
            assert register.requests
            assert map_csv(register)
            assert all(r.street and r.theme and len(r.street) <= 80 and r.week >= 1 for r in register.requests)
    assert faults_csv(reading.faults)
    assert 0 <= reading.faulty <= reading.rows
    for fault in reading.faults:
        assert fault.rule and fault.repair and fault.where() and len(fault.received) <= 60
    return reading


@given(st.binary(max_size=2000))
@example(b"PK\x03\x04")
@example(b"\xff\xfe\x00")
@example(b"sep=;\n")
@example(b'"')
@example(b"\xef\xbb\xbfsep=\t\r\nstraat\tthema\tweek\n\xff\t\x00\t1")
def test_any_bytes(content: bytes) -> None:
    judged(content)


cells = st.sampled_from(
    [
        "",
        " ",
        "a",
        "=1+1",
        "5",
        "5,0",
        "2024-W05",
        "1-1-2024",
        '"',
        "'",
        "\x00",
        "\x85",
        "é",
        "x" * 90,
        "#N/A",
        "\ufeff",
    ]
) | st.text(max_size=6)
heads = st.sampled_from(["straat", "thema", "week", "datum", "huishouden", "naam", "Street", "", "topic"])


@given(
    st.lists(heads, max_size=6),
    st.lists(st.lists(cells, max_size=6), max_size=8),
    st.sampled_from(";,\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"]),
)
def test_anything_like_a_csv(head: list[str], rows: list[list[str]], between: str, ending: str, encoding: str) -> None:
    text = ending.join(between.join(row) for row in [head, *rows])
    judged(text.encode(encoding, errors="replace"))


values = (
    st.none() | st.booleans() | st.integers(-10, 99_999) | st.floats(-1e6, 1e6) | st.dates() | st.datetimes() | cells
)


@settings(max_examples=60)
@given(st.lists(heads, max_size=6), st.lists(st.lists(values, max_size=6), max_size=6))
def test_anything_like_a_workbook(head: list[str], rows: list[list[Any]]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    made = openpyxl.Workbook()
    for row in [head, *rows]:
        plain = [ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in row]
        made.active.append([None if hasattr(cell, "year") and cell.year < 1900 else cell for cell in plain])
    out = BytesIO()
    made.save(out)
    judged(out.getvalue())


def workbook() -> bytes:
    made = openpyxl.Workbook()
    for row in [["straat", "thema", "week", "huishouden"], ["a", "b", 1, 1], ["a", "=1", "2024-W05", 2]]:
        made.active.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


BOOK = workbook()


@given(st.lists(st.tuples(st.integers(0, len(BOOK) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_workbook_with_bytes_changed(changes: list[tuple[int, int]]) -> None:
    content = bytearray(BOOK)
    for at, value in changes:
        content[at] = value
    judged(bytes(content))


@given(st.data())
def test_a_sheet_with_xml_changed(data: st.DataObject) -> None:
    """Within the archive: where a changed byte would otherwise only fail its checksum."""

    def change(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return part
        at = data.draw(st.integers(0, len(part)))
        cut = data.draw(st.integers(0, 12))
        put = data.draw(st.sampled_from([b"", b"9", b"<", b'"', b"/>", b't="e"', b't="s"', b"&amp;", b"\xff", b"-1"]))
        return part[:at] + put + part[at + cut :]

    judged(rezipped(BOOK, change))


@given(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=50) | st.dates() | st.times(),
    st.booleans(),
)
def test_any_cell_is_a_week_or_none(value: object, dated: bool) -> None:
    week = read_week(value, dated)
    assert week is None or (1 <= week[1] <= 53 and (week[0] is None or 1989 < week[0] < 2101))

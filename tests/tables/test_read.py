"""Reading a table: typed frozen rows, and every fault told at once, with its line."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kit.tables import Table, TableError, list_tables, load_table, read_table

FIELDS: list[dict[str, Any]] = [
    {"name": "id", "type": "string", "constraints": {"required": True, "unique": True, "pattern": "[a-z]+"}},
    {"name": "count", "type": "integer", "constraints": {"minimum": 0, "maximum": 40}},
    {"name": "share", "type": "number", "constraints": {}},
    {"name": "kind", "type": "string", "constraints": {"enum": ["teams", "gemeenten"], "minLength": 2, "maxLength": 9}},
    {"name": "own", "type": "boolean", "constraints": {}},
]
SOURCE = {"name": "bron-1", "author": "A", "title": "T", "publisher": "P", "year": "2014"}
HEAD = "id,count,share,kind,own\n"


def made(folder: Path, rows: str, change: Mapping[str, Any] | None = None, head: str = HEAD) -> Path:
    """A table in `folder`; `change` are keys of its dictionary."""
    fields = [{"title": "t", "description": "d.", "unit": "stuks", **field} for field in FIELDS]
    whole = {"title": "T", "description": "D.", "provenance": "bron", "sources": [SOURCE], "fields": fields}
    path = folder / "telling.csv"
    path.write_text(head + rows, "utf-8")
    (folder / "telling.schema.json").write_text(json.dumps(whole | dict(change or {})), "utf-8")
    return path


def told(path: Path) -> str:
    with pytest.raises(TableError) as caught:
        read_table(path)
    return str(caught.value)


def test_rows_have_their_types(tmp_path: Path) -> None:
    table = read_table(made(tmp_path, 'a,12,0.25,teams,true\nb,,,"gemeenten",false\n'))
    assert [dict(row) for row in table.rows] == [
        {"id": "a", "count": 12, "share": 0.25, "kind": "teams", "own": True},
        {"id": "b", "count": None, "share": None, "kind": "gemeenten", "own": False},
    ]
    assert (table.name, table.sources[0].author, table.fields[1].unit) == ("telling", "A", "stuks")
    assert table.rows[0]["count"].__class__ is int


def test_rows_cannot_be_changed(tmp_path: Path) -> None:
    table = read_table(made(tmp_path, "a,12,0.25,teams,true\n"))
    with pytest.raises(TypeError):
        table.rows[0]["count"] = 13  # type: ignore[index]
    with pytest.raises(AttributeError):
        table.rows = ()  # type: ignore[misc]


def test_a_mark_in_front_and_a_line_in_a_cell(tmp_path: Path) -> None:
    path = made(tmp_path, "a,12,0.25,teams,true\r\nb,1,2,teams,true\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [row["id"] for row in read_table(path).rows] == ["a", "b"]


def test_all_faults_at_once_with_their_lines(tmp_path: Path) -> None:
    rows = "a,veel,0.25,teams,true\nA,41,1e400,buurten,ja\na,1,nan,teams\n,-1,1_0,g,\na,1,1,teams,\n"
    assert told(made(tmp_path, rows)).splitlines() == [
        "telling.csv:2  count",
        "  moet een heel getal zijn, zoals 12, maar is ‘veel’.",
        "telling.csv:3  id",
        "  moet geschreven zijn zoals [a-z]+ vraagt, maar is ‘A’.",
        "telling.csv:3  count",
        "  moet 40 of minder zijn, maar is 41.",
        "telling.csv:3  share",
        "  moet een getal met een punt zijn, zoals 1.5, maar is ‘1e400’.",
        "telling.csv:3  kind",
        "  moet een van deze zijn: teams, gemeenten, maar is ‘buurten’.",
        "telling.csv:3  own",
        "  moet true of false zijn, maar is ‘ja’.",
        "telling.csv:4  de hele rij",
        "  moet 5 cellen hebben, maar heeft er 4. Zet tekst met een komma erin tussen dubbele aanhalingstekens.",
        "telling.csv:5  id",
        "  moet ingevuld zijn, maar is leeg.",
        "telling.csv:5  count",
        "  moet 0 of meer zijn, maar is -1.",
        "telling.csv:5  share",
        "  moet een getal met een punt zijn, zoals 1.5, maar is ‘1_0’.",
        "telling.csv:5  kind",
        "  moet een van deze zijn: teams, gemeenten, maar is ‘g’.",
        "telling.csv:6  id",
        "  mag één keer in de tabel staan, maar ‘a’ staat er twee keer.",
    ]


def test_a_key_of_two_columns_stands_once(tmp_path: Path) -> None:
    rows = "a,1,,teams,\nb,1,,teams,\nc,,,teams,\nd,,,teams,\n"
    assert "telling.csv:3  kind, count" in told(made(tmp_path, rows, {"primaryKey": ["kind", "count"]}))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("id;count;share;kind;own\n", "telling.csv:1  de eerste regel"),
        ("id,cuont,share,kind,own\n", "Bedoel je ‘count’?"),
        ("", "moet beginnen met de kolommen van de beschrijving"),
    ],
)
def test_a_wrong_first_line(tmp_path: Path, head: str, expected: str) -> None:
    assert expected in told(made(tmp_path, "", head=head))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'id,count\n"a'])
def test_what_is_no_table(tmp_path: Path, content: bytes) -> None:
    path = made(tmp_path, "")
    path.write_bytes(content)
    assert "moet CSV in UTF-8 zijn" in told(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = made(tmp_path, "")
    path.unlink()
    assert "telling.csv:1  het hele bestand" in told(path)
    (tmp_path / "telling.schema.json").unlink()
    assert "telling.schema.json:1  het hele bestand" in told(path)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": " "}, "title\n  moet een tekst zijn"),
        ({"sources": [{**SOURCE, "year": 2014}]}, "sources[0].year\n  moet een tekst zijn, maar is 2014."),
        ({"fields": []}, "fields\n  moet de kolommen opsommen"),
        ({"fields": ["id"]}, "fields[0].name\n  moet een tekst zijn"),
        ({"fields": [{**FIELDS[0], "title": "t", "description": "d", "type": "date"}]}, "fields[0].type\n  moet een"),
        (
            {"fields": [{**FIELDS[0], "title": "t", "description": "d", "constraints": {"minumum": 1}}]},
            "fields[0].constraints\n  mag deze regels hebben: ",
        ),
    ],
)
def test_a_dictionary_that_is_not_sound(tmp_path: Path, change: dict[str, Any], expected: str) -> None:
    assert expected in told(made(tmp_path, "", change))


@pytest.mark.parametrize("content", ["[", "[1]", "null", "[" * 100_000])
def test_a_dictionary_that_is_none(tmp_path: Path, content: str) -> None:
    path = made(tmp_path, "")
    (tmp_path / "telling.schema.json").write_text(content, "utf-8")
    assert told(path).startswith("telling.schema.json:1")


def test_an_unknown_table_is_named() -> None:
    assert "twente-steden" in list_tables()
    with pytest.raises(ValueError, match=r"^table must be one of caseload, .*, got 'twente'$"):
        load_table("twente")
    with pytest.raises(ValueError, match="table must be one of"):
        load_table("../sources")


@dataclass(frozen=True)
class Telling:
    id: str
    count: int | None


@dataclass(frozen=True)
class Elsewhere:
    id: str
    where: str


def test_rows_into_values_of_ones_own(tmp_path: Path) -> None:
    table = read_table(made(tmp_path, "a,12,0.25,teams,true\n"))
    assert table.into(Telling) == (Telling("a", 12),)
    with pytest.raises(ValueError, match=r"^fields of Elsewhere must be columns of telling: id, .*; got where$"):
        table.into(Elsewhere)


def test_a_frame_keeps_what_is_empty(tmp_path: Path) -> None:
    table: Table = read_table(made(tmp_path, "a,12,0.25,teams,true\nb,,,,\n"))
    frame = table.to_frame()
    assert list(map(str, frame.dtypes)) == ["string", "Int64", "Float64", "string", "boolean"]
    assert frame["count"].isna().tolist() == [False, True]
    assert int(frame["count"].sum()) == 12
    assert frame.attrs["title"] == "T"
    assert "pandas" in sys.modules

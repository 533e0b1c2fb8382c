"""Every table that ships: sound by Frictionless and by the kit's own reader, explained, and with its provenance."""

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Resource
from ruamel.yaml import YAML

from kit.tables import load_table
from kit.tables.dictionary import SOURCE

FOLDER = Path(__file__).parents[1] / "datasets" / "tables"
NAMES = sorted(path.stem for path in FOLDER.glob("*.csv"))
SOURCES = YAML(typ="safe").load((FOLDER.parent / "sources.yaml").read_text("utf-8"))["sources"]


def dictionary(name: str) -> dict[str, Any]:
    read = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


def faults(folder: Path, name: str) -> list[str]:
    """What Frictionless finds: in the dictionary itself, and in the table held to it."""
    resource = Resource.from_descriptor(
        {"name": name, "path": f"{name}.csv", "schema": f"{name}.schema.json"}, basepath=str(folder)
    )
    return [str(error) for error in resource.validate().flatten(["fieldName", "rowNumber", "message"])]


def test_there_are_tables() -> None:
    assert {"caseload", "team-voorwaarden", "twente-steden"} <= set(NAMES)
    assert [path.stem.removesuffix(".schema") for path in sorted(FOLDER.glob("*.schema.json"))] == NAMES
    assert {path.suffix for path in FOLDER.iterdir()} <= {".csv", ".json"}


@pytest.mark.parametrize("name", NAMES)
def test_sound_by_frictionless(name: str) -> None:
    assert faults(FOLDER, name) == []


@pytest.mark.parametrize("name", NAMES)
def test_read_by_the_kit(name: str) -> None:
    """The same rows as Frictionless reads, with the same types."""
    resource = Resource.from_descriptor(
        {"name": name, "path": f"{name}.csv", "schema": f"{name}.schema.json"}, basepath=str(FOLDER)
    )
    theirs = [
        {key: value if isinstance(value, str | int | None) else float(value) for key, value in row.to_dict().items()}
        for row in resource.read_rows()
    ]
    assert theirs == [dict(row) for row in load_table(name).rows]


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_explained(name: str) -> None:
    for field in dictionary(name)["fields"]:
        assert field["title"].strip() and field["description"].strip().endswith("."), field["name"]
        assert {"required", "enum", "pattern", "minimum", "minLength"} & set(field["constraints"]) or (
            field["type"] in ("string", "boolean") and "constraints" in field
        ), f"{field['name']} says no allowed values"
        if field["type"] in ("integer", "number"):
            assert "unit" in field or field["name"] in ("number",), f"{field['name']} has no unit"


@pytest.mark.parametrize("name", NAMES)
def test_every_table_says_where_it_comes_from(name: str) -> None:
    whole = dictionary(name)
    assert whole["title"] and whole["description"] and whole["provenance"] in ("bron", "interpretatie", "fictie")
    for source in whole["sources"]:
        assert set(source) == set(SOURCE) and all(source.values())
    assert {source["name"] for source in whole["sources"]} <= {source["id"] for source in SOURCES}
    assert whole["sources"] or whole["provenance"] == "fictie"


@pytest.mark.parametrize("name", NAMES)
def test_every_row_says_where_it_comes_from(name: str) -> None:
    table = load_table(name)
    cited = {source.name for source in table.sources}
    for row in table.rows:
        assert row["provenance"] in ("bron", "interpretatie", "fictie")
        assert (row.get("source") in cited) == (row["provenance"] != "fictie"), dict(row)


def test_a_broken_table_is_red(tmp_path: Path) -> None:
    """The guard itself: each of these must be found, by Frictionless and by the kit."""
    from kit.tables import TableError, read_table

    good = (FOLDER / "twente-steden.csv").read_text("utf-8")
    (tmp_path / "twente-steden.schema.json").write_bytes((FOLDER / "twente-steden.schema.json").read_bytes())
    for old, new in [
        (",29,", ",negenentwintig,"),
        (",29,", ",-1,"),
        ("\nvragenlijst,", "\ng32,"),
        (",gemeenten,steden,26,", ",buurten,steden,26,"),
        (",oudevrielink-2014,bron\n", ",oudevrielink-2014,\n"),
        (",oudevrielink-2014,bron\n", ",iemand,bron\n"),
        ("id,topic", "id,onderwerp"),
    ]:
        assert old in good
        (tmp_path / "twente-steden.csv").write_text(good.replace(old, new, 1), "utf-8")
        assert faults(tmp_path, "twente-steden") != [], new
        with pytest.raises(TableError):
            read_table(tmp_path / "twente-steden.csv")


# The Twente counts: what the article says, and what it does not.


def test_only_one_count_says_of_how_many() -> None:
    rows = load_table("twente-steden").rows
    assert {row["id"]: (row["count"], row["denominator"]) for row in rows if row["denominator"]} == {
        "nuldelijn-niet": (7, 26)
    }


def test_a_count_or_a_word_never_both() -> None:
    for row in load_table("twente-steden").rows:
        assert (row["count"] is None) != (row["words"] is None), row["id"]


def test_the_counts_are_those_of_the_article() -> None:
    """Oude Vrielink, Van der Kolk and Klok: 29 = 26 + 3; a third is of teams, two thirds of municipalities."""
    rows = {row["id"]: row for row in load_table("twente-steden").rows}
    assert {id: row["count"] for id, row in rows.items() if row["count"] is not None} == {
        "g32": 29,
        "vragenlijst": 26,
        "kwalitatief": 3,
        "voorhoede": 5,
        "reikwijdte-zelf": 7,
        "reikwijdte-regie": 10,
        "nuldelijn-niet": 7,
        "specialisme-jeugd": 6,
        "specialisme-ggz": 3,
        "taak-steunen": 13,
        "taak-eigen-cases": 13,
        "taak-contact": 11,
        "taak-doorzetten": 5,
        "taak-dwang": 3,
    }
    assert (rows["generalisten"]["words"], rows["generalisten"]["unit"]) == ("een derde", "teams")
    assert (rows["specialisatie"]["words"], rows["specialisatie"]["unit"]) == ("twee derde", "gemeenten")
    assert "Twee dingen in één telling" in str(rows["taak-contact"]["caveat"])
    for id in ("reikwijdte-zelf", "reikwijdte-regie"):
        assert "moeilijk te lezen" in str(rows[id]["caveat"])
    for id, row in rows.items():
        if row["unit_said"] in ("gevallen", "keer"):
            assert "onze lezing" in str(row["caveat"]), id

"""What goes out: no cell that a spreadsheet would run, small numbers as small, and the same text when read back."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.register import Register, Request
from kit.register import csv_text, faults_csv, map_csv, read
from kit.register.export import DANGEROUS, escaped, freed

FORMULAS = ["=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "'=1", "''=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_goes_out_as_text(text: str) -> None:
    assert escaped(text).startswith("'")
    assert freed(escaped(text)) == text


@given(st.text())
def test_nothing_that_goes_out_begins_like_a_formula(text: str) -> None:
    assert not escaped(text).startswith(DANGEROUS)
    assert freed(escaped(text)) == text


@given(st.lists(st.lists(st.text(max_size=20) | st.integers(), min_size=1, max_size=4), max_size=8))
def test_any_table_goes_out_safely(rows: list[list[str | int]]) -> None:
    text = csv_text(rows)
    assert text.startswith("\ufeff")
    cells = [cell for row in csv.reader(StringIO(text[1:], newline=""), delimiter=";") for cell in row]
    numbers = {str(cell) for row in rows for cell in row if isinstance(cell, int)}
    assert [cell for cell in cells if cell.startswith(DANGEROUS) and cell not in numbers] == []


names = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(names, names, st.integers(1, 53), names), min_size=1, max_size=12))
def test_what_goes_out_comes_back(rows: list[tuple[str, str, int, str]]) -> None:
    """As text that is never worked out: `=1+1` is a strange street, and the same strange street afterwards."""
    reading = read(csv_text([("straat", "thema", "week", "huishouden"), *rows]).encode())
    errors = any(text.upper().startswith("#") for row in rows for text in (row[0], row[1], row[3]))
    if not errors:
        assert reading.register is not None, reading.faults
        back = [(r.street.casefold(), r.theme.casefold(), r.week) for r in reading.register.requests]
        assert back == [(whole(s).casefold(), whole(t).casefold(), week) for s, t, week, _household in rows]


def whole(text: str) -> str:
    import re

    found = re.fullmatch(r"(\d{1,15})[.,]0+", text)
    return found[1] if found else text


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_small_numbers_are_told_as_small() -> None:
    rows = [Request(1, "a", "x", n) for n in range(4)] + [Request(1, "b", "=y", n) for n in range(5)]
    assert rows_of(map_csv(Register(tuple(rows)))) == [
        ["straat", "'=y", "x"],
        ["b", "5", "0"],
        ["a", "0", "<5"],
    ]


def test_without_households_the_map_counts_requests() -> None:
    rows = [Request(1, "a", "x", None)] * 6
    assert rows_of(map_csv(Register(tuple(rows)))) == [["straat", "x"], ["a", "6"]]


def test_faults_as_a_table() -> None:
    found = rows_of(faults_csv(read(b"straat;thema;week\n;=1+1;=A1\n").faults))
    assert found[0] == ["rij", "kolom", "regel", "herstel", "wat er stond"]
    assert [row[0] for row in found[1:]] == ["2", "2"]
    assert found[2][4] == "'=A1"

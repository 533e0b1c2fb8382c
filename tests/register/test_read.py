"""A learner's own register: real files are read, and what is wrong is told all at once."""

import time
from datetime import date, datetime
from typing import Any

import pytest

from kit.models.register import Request
from kit.models.signal import read_signals
from kit.register import Reading, read

HEAD = "straat;thema;week;huishouden\n"
ROWS = "Dorpsstraat;geldzorgen;12;7\nDorpsstraat;geldzorgen;13;8\nMolenweg;taal;14;7\n"
WANTED = (
    Request(12, "Dorpsstraat", "geldzorgen", 1),
    Request(13, "Dorpsstraat", "geldzorgen", 2),
    Request(14, "Molenweg", "taal", 1),
)


def requests(content: bytes) -> tuple[Request, ...]:
    reading = read(content)
    assert reading.faults == ()
    assert reading.register is not None
    return reading.register.requests


def told(reading: Reading) -> list[tuple[int | None, str, str]]:
    return [(fault.row, fault.column, fault.received) for fault in reading.faults]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


# what is read


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_spelling_of_csv(separator: str, ending: str, encoding: str) -> None:
    text = (HEAD + ROWS).replace(";", separator).replace("\n", ending).replace("taal", "financiën")
    found = requests(text.encode(encoding))
    assert found == (*WANTED[:2], Request(14, "Molenweg", "financiën", 1))


def test_windows_and_not_latin_1() -> None:
    (found,) = requests("straat;thema;week\nDorpsstraat;‘geld’ in €;1\n".encode("cp1252"))
    assert found.theme == "‘geld’ in €"


def test_a_stray_mark_is_dropped() -> None:
    (found,) = requests(b"straat;thema;week\nDorps\x00straat\x07;taal;1\n")
    assert found.street == "Dorpsstraat"


def test_excel_s_own_line_about_the_separator() -> None:
    assert requests(("sep=|\r\n" + (HEAD + ROWS).replace(";", "|")).encode()) == WANTED


def test_a_comma_inside_quotes_is_no_separator() -> None:
    text = 'straat,thema,week,huishouden\n"Dorpsstraat, zuid","zorg; overig",1,1\n'
    assert requests(text.encode()) == (Request(1, "Dorpsstraat, zuid", "zorg; overig", 1),)


@pytest.mark.parametrize(
    "head",
    [
        "Straatnaam;Hoofdthema;Weeknr.;Huishoudennummer",
        "STREET;TOPIC;Week number;Household ID",
        " straat ;Thema;WEEK;Huis-houden",
        '"Street name";"Category";"week_nr";"household"',
    ],
)
def test_dutch_and_english_headers(head: str) -> None:
    assert requests(f"{head}\n{ROWS}".encode()) == WANTED


def test_any_order_other_columns_and_a_title_above() -> None:
    text = "Register wijkteam;;;;;\n;;;;;\nnaam;week;bsn;huishouden;thema;straat\nJan;12;1;7;geldzorgen;Dorpsstraat\n"
    assert requests(text.encode()) == WANTED[:1]


def test_no_column_but_the_needed_ones_is_kept() -> None:
    text = "naam;adres;straat;thema;week;huishouden\nJan Jansen;Dorpsstraat 1;Dorpsstraat;schuld;1;BSN-123456782\n"
    reading = read(text.encode())
    kept = repr(reading)
    assert reading.register is not None
    for secret in ("Jan", "123456782", "BSN", "Dorpsstraat 1"):
        assert secret not in kept
    assert reading.register.requests == (Request(1, "Dorpsstraat", "schuld", 1),)


def test_capitals_and_spaces_make_no_other_street() -> None:
    text = HEAD + "dorpsstraat;Taal;1;a\n Dorpsstraat ;taal;1;b\nDORPS  STRAAT;taal;1;B\nDorpsstraat;taal;1;c\n"
    found = requests(text.encode())
    assert [r.street for r in found] == ["Dorpsstraat", "Dorpsstraat", "DORPS STRAAT", "Dorpsstraat"]
    assert {r.theme for r in found} == {"taal"}
    assert [r.household for r in found] == [1, 2, 2, 3]


def test_empty_rows_are_passed_over() -> None:
    reading = read((HEAD + "\n;;;\n" + ROWS + "\n\n;;\n").encode())
    assert reading.register is not None and reading.register.requests == WANTED
    assert (reading.rows, reading.faulty) == (3, 0)


@pytest.mark.parametrize(
    ("cell", "week"),
    [
        ("5", 5),
        ("05", 5),
        ("5,0", 5),
        ("5.00", 5),
        ("week 5", 5),
        ("Wk. 5", 5),
        ("w53", 53),
    ],
)
def test_a_bare_week_stays_as_it_is(cell: str, week: int) -> None:
    (found,) = requests(f"{HEAD}a;b;{cell};1\n".encode())
    assert found.week == week


@pytest.mark.parametrize(
    "cell",
    [
        *("2024-W07", "2024W07", "2024-7", "2024/07", "202407", "week 7 2024", "w7-2024", "7-2024", "2024 week 7"),
        *("2024-02-15", "15-02-2024", "15/2/2024", "15.2.24", "15-2-2024 10:30", "2024-02-15T10:30:00"),
        *("15 februari 2024", "15-feb-24", "45337", "45337,4375"),
    ],
)
def test_a_dated_week_is_counted_from_the_first(cell: str) -> None:
    reading = read(f"{HEAD}a;b;2023-W52;1\na;b;{cell};2\n".encode())
    assert reading.register is not None, reading.faults
    assert [r.week for r in reading.register.requests] == [1, 8]
    assert reading.weeks == ("week 52 van 2023", "week 7 van 2024")


@pytest.mark.parametrize("cell", ["", "54", "0", "-3", "5,5", "vijf", "2024-W60", "31-02-2024", "02/15/2024", "1e3"])
def test_no_week_is_told(cell: str) -> None:
    reading = read(f"{HEAD}a;b;{cell};1\n".encode())
    assert told(reading) == [(2, "week", cell or "niets")]
    assert "Een week is een getal van 1 tot en met 53" in reading.faults[0].rule


def test_under_a_date_a_year_with_a_number_is_a_month() -> None:
    reading = read(b"straat;thema;datum\na;b;2024-02\n")
    assert told(reading) == [(2, "datum", "2024-02")]


def test_weeks_with_and_without_a_year_do_not_mix() -> None:
    reading = read(f"{HEAD}a;b;5;1\na;b;2024-W06;1\na;b;7;1\n".encode())
    assert reading.register is None and reading.rest is None
    assert told(reading) == [(None, "week", "2 zonder jaar, 1 met jaar")]


# Excel


def test_a_workbook(book: Any) -> None:
    rows = [
        ["straat", "thema", "week", "huishouden"],
        ["Dorpsstraat", "geldzorgen", 12, 7],
        ["Dorpsstraat", "geldzorgen", 13.0, "8"],
        ["Molenweg", "taal", "14", 7.0],
    ]
    assert requests(book(rows)) == WANTED


def test_dates_of_excel(book: Any) -> None:
    rows = [
        ["straat", "thema", "datum", "huishouden"],
        ["a", "b", date(2024, 1, 1), 1],
        ["a", "b", datetime(2024, 1, 14, 23, 59), 1],
        ["a", "b", 45306, 1],
        ["a", "b", "22-01-2024", 1],
    ]
    assert [r.week for r in requests(book(rows))] == [1, 2, 3, 4]


def test_a_formula_is_text_and_never_worked_out(book: Any) -> None:
    rows = [["straat", "thema", "week"], ['=HYPERLINK("http://x.example","Dorp")', "=1+1", 3]]
    (found,) = requests(book(rows))
    assert (found.street, found.theme) == ('=HYPERLINK("http://x.example","Dorp")', "=1+1")
    (found,) = requests(b"straat;thema;week\n=cmd|' /C calc'!A0;+31;3\n")
    assert (found.street, found.theme) == ("=cmd|' /C calc'!A0", "+31")


def test_a_formula_for_a_week_says_what_to_do(book: Any) -> None:
    reading = read(book([["straat", "thema", "week"], ["a", "b", "=A1+1"]]))
    assert told(reading) == [(2, "week", "=A1+1")]
    assert "plak de waarde" in reading.faults[0].repair


def test_an_array_formula_is_text_too(book: Any) -> None:
    from openpyxl.worksheet.formula import ArrayFormula

    (found,) = requests(book([["straat", "thema", "week"], ["a", ArrayFormula("B2", "=SUM(A1:A2)"), 3]]))
    assert found.theme == "=SUM(A1:A2)"


def test_errors_of_excel_are_told(book: Any) -> None:
    reading = read(book([["straat", "thema", "week"], ["#N/A", "b", 1], ["a", "#VERW!", "#REF!"]]))
    assert told(reading) == [(2, "straat", "#N/A"), (3, "thema", "#VERW!"), (3, "week", "#REF!")]


def test_the_sheet_that_looks_like_a_register_is_taken() -> None:
    from io import BytesIO

    import openpyxl

    made = openpyxl.Workbook()
    made.active.append(["Uitleg", "bij dit bestand"])
    sheet = made.create_sheet("Data")
    sheet.append(["Straat", "Thema", "Week"])
    sheet.append(["a", "b", 1])
    hidden = made.create_sheet("Oud")
    hidden.append(["Straat", "Thema", "Week", "Huishouden"])
    hidden.append(["verborgen", "b", 1, 1])
    hidden.sheet_state = "hidden"
    out = BytesIO()
    made.save(out)
    assert [r.street for r in requests(out.getvalue())] == ["a"]


# what is told


def test_all_faults_at_once_by_row_column_rule_repair_and_received() -> None:
    reading = read((HEAD + "Dorpsstraat;geldzorgen;12;7\n;;99;\nMolenweg;;week 61;9\n").encode())
    assert reading.register is None
    assert told(reading) == [
        (3, "straat", "niets"),
        (3, "thema", "niets"),
        (3, "week", "99"),
        (3, "huishouden", "niets"),
        (4, "thema", "niets"),
        (4, "week", "week 61"),
    ]
    assert reading.faults[0].where() == "rij 3, kolom straat"
    assert (reading.rows, reading.faulty) == (3, 2)
    assert sum(reading.counted.values()) == 6
    for fault in reading.faults:
        assert fault.rule.endswith(".") and fault.repair.endswith(".")


def test_one_can_go_on_without_the_faulty_rows() -> None:
    reading = read((HEAD + "Dorpsstraat;geldzorgen;12;7\n;;99;\nMolenweg;taal;14;9\n").encode())
    assert reading.rest is not None
    assert [r.street for r in reading.rest.requests] == ["Dorpsstraat", "Molenweg"]
    assert reading.weeks == ("week 12", "week 14")


def test_wording_of_a_missing_column() -> None:
    (fault,) = read(b"straat;tema;week\na;b;1\n").faults
    assert (fault.row, fault.column) == (None, "thema")
    assert fault.rule == "Er moet een kolom zijn voor thema."
    assert fault.repair == "Bedoelde je de kolom ‘tema’? Noem de kolom thema, in de eerste rij."
    assert fault.received == "kolommen: tema"


def test_all_missing_columns_at_once() -> None:
    reading = read(b"naam;plaats\nx;y\n")
    assert [fault.column for fault in reading.faults] == ["straat", "thema", "week"]
    assert reading.rest is None


def test_a_column_that_stands_there_twice() -> None:
    reading = read(b"straat;thema;Onderwerp;week;datum;x;x\na;b;c;1;1;1;1\n")
    assert told(reading) == [(1, "thema", "thema, Onderwerp"), (1, "week", "week, datum")]


def test_a_separator_inside_text_is_told() -> None:
    reading = read(b"straat;thema;week\nDorpsstraat;geld; schulden;12\nMolenweg;taal;3\n")
    assert told(reading) == [(2, "", "12"), (2, "week", "schulden")]
    assert "dubbele aanhalingstekens" in reading.faults[0].repair


def test_an_open_quote_is_told_with_its_row() -> None:
    reading = read(b'straat;thema;week\na;b;1\n"c;d;2\ne;f;3\n')
    assert reading.register is None and reading.rest is None
    assert reading.faults[-1].row == 3
    assert "aanhalingsteken" in reading.faults[-1].rule


def test_free_text_is_no_theme() -> None:
    reading = read((HEAD + f"a;{'x' * 81};1;1\n").encode())
    assert [(fault.row, fault.column) for fault in reading.faults] == [(2, "thema")]
    rows = "".join(f"a;vraag {n};1;1\n" for n in range(101))
    assert told(read((HEAD + rows).encode())) == [(None, "thema", "101 namen, zoals vraag 0, vraag 1, vraag 2")]
    streets = "".join(f"straat {n};b;1;1\n" for n in range(501))
    (fault,) = read((HEAD + streets).encode()).faults
    assert (fault.row, fault.column) == (None, "straat")


def test_too_many_columns() -> None:
    head = ";".join(["straat", "thema", "week", *(f"k{n}" for n in range(250))])
    (fault,) = read(f"{head}\na;b;1\n".encode()).faults
    assert "hoogstens 200 kolommen" in fault.rule


def test_a_header_without_rows() -> None:
    assert [fault.rule for fault in read(HEAD.encode()).faults] == ["Er moeten rijen onder de kop staan."]


def test_without_households_no_signals_and_it_says_so() -> None:
    reading = read(b"straat;thema;week\nDorpsstraat;taal;1\n")
    assert reading.register is not None and not reading.register.knows_households
    assert len(reading.notes) == 1 and "geen kolom voor het huishouden" in reading.notes[0]
    with pytest.raises(ValueError, match="each request must name its household"):
        read_signals(reading.register)


def test_addresses_instead_of_streets_are_noticed() -> None:
    rows = "".join(f"Dorpsstraat {n}{'a' * (n % 2)};b;1;{n}\n" for n in range(1, 9))
    (note,) = read((HEAD + rows).encode()).notes
    assert "huisnummer" in note
    assert read((HEAD + ROWS + "Plein 1944;taal;1;1\n").encode()).notes == ()


# what is no table


@pytest.mark.parametrize(
    ("content", "received"),
    [
        (b"", ""),
        (b"   \n\r\n  ", ""),
        (b"\xef\xbb\xbf", ""),
        (b"\xff\xfe", ""),
        (b"\x00" * 500, ""),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "een plaatje"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, "een plaatje"),
        (b"GIF89a....", "een plaatje"),
        (b"BM" + b"\x36\x00\x00\x00" + b"\x00" * 40, "een plaatje"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "een plaatje"),
        (b"\x00\x00\x00\x18ftypheic", "een plaatje"),
        (b"%PDF-1.7\n", "een pdf"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
            "een oud Excel-bestand (.xls), of een met een wachtwoord",
        ),
        (b"<!DOCTYPE html><table><tr><td>straat</td></tr></table>", "een webpagina of XML"),
        (b"\xef\xbb\xbf<html>", "een webpagina of XML"),
        (bytes(range(256)) * 20, "iets dat geen tekst is"),
    ],
)
def test_other_files_are_refused_kindly(content: bytes, received: str) -> None:
    reading = read(content)
    assert reading.register is None and reading.rest is None
    (fault,) = reading.faults
    assert fault.received == received
    assert fault.rule.endswith(".") and fault.repair.endswith(".")


def test_a_file_that_begins_like_a_picture_is_read() -> None:
    assert requests(b"BMnummer;straat;thema;week\n1;a;b;1\n") == (Request(1, "a", "b", None),)


def test_too_large_before_it_is_looked_at() -> None:
    (fault,) = read(b"x" * 20_000_001).faults
    assert "hoogstens 20 MB" in fault.rule


# large


def test_a_hundred_thousand_rows_in_bounded_time() -> None:
    """Generous, for a slow machine; the bench says how long it really takes."""
    rows = "".join(f"Straat {n % 40};thema {n % 17};{n % 52 + 1};{n % 30_000};een lang veld\n" for n in range(100_000))
    begun = time.process_time()
    reading = read(("straat;thema;week;huishouden;tekst\n" + rows).encode())
    assert time.process_time() - begun < 20
    assert reading.register is not None
    assert len(reading.register.requests) == 100_000


def test_a_hundred_thousand_faults_are_counted_and_some_told() -> None:
    rows = "".join(f"Straat {n % 40};;{n % 52 + 1};{n}\n" for n in range(100_000))
    begun = time.process_time()
    reading = read((HEAD + rows).encode())
    assert time.process_time() - begun < 20
    assert len(reading.faults) == 5000
    assert list(reading.counted.values()) == [100_000]
    assert (reading.rows, reading.faulty, reading.rest) == (100_000, 100_000, None)


def test_more_rows_than_that_are_too_many() -> None:
    reading = read((HEAD + "a;b;1;1\n" * 200_100).encode())
    assert "hoogstens 200\u202f000 rijen" in reading.faults[-1].rule
    assert reading.rest is None

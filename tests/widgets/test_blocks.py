"""Blocks: Markdown that is never HTML, and a list of the answers that a page takes."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.widgets import asked, blocks
from kit.widgets.pages.parts import plain

DRAWN = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "h4", "br", "hr", "code", "pre", "a"}


def nodes(tree: list[Any]) -> Iterator[list[Any]]:
    for node in tree:
        if isinstance(node, list):
            yield node
            yield from nodes(node[2])


def words(tree: list[Any]) -> str:
    return "".join(node if isinstance(node, str) else words(node[2]) for node in tree)


def test_prose_is_a_tree() -> None:
    assert blocks.markdown("Je *kijkt*.\n\n- een\n- twee") == [
        ["p", None, ["Je ", ["em", None, ["kijkt"]], "."]],
        ["ul", None, [["li", None, [["p", None, ["een"]]]], ["li", None, [["p", None, ["twee"]]]]]],
    ]


@pytest.mark.parametrize(
    "payload",
    ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "<b>vet</b>", "<!-- x -->", "<svg/onload=x>"],
)
def test_html_is_text(payload: str) -> None:
    tree = blocks.markdown(payload)
    assert {node[0] for node in nodes(tree)} <= {"p"}
    assert words(tree) == payload


@pytest.mark.parametrize("link", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x"])
def test_links_that_run_are_no_links(link: str) -> None:
    assert [node for node in nodes(blocks.markdown(f"[klik]({link})")) if node[0] == "a"] == []


def test_pictures_from_elsewhere_are_not_fetched() -> None:
    assert {node[0] for node in nodes(blocks.markdown("![x](https://example.org/x.png)"))} <= {"p", "a"}


@given(st.text())
def test_any_text_gives_known_tags(text: str) -> None:
    assert {node[0] for node in nodes(blocks.markdown(text))} <= DRAWN


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_plain_words_stay_as_they_are(text: str) -> None:
    tree = blocks.markdown(plain(text))
    assert words(tree) == text
    assert {node[0] for node in nodes(tree)} <= {"p"}


PAGE = [
    blocks.text("t", "Waarom?", ""),
    blocks.panel(
        blocks.choice("c", "Wat?", [blocks.option("a", "A"), blocks.option("b", "B")], None),
        blocks.buttons(blocks.button("go", "Verder")),
    ),
    blocks.columns([blocks.scale("s", "Hoe?", None, "a", "b", ["a", "b"], "open")], [blocks.tick("k", "Ja", False)]),
    blocks.details("Meer", blocks.cards("f", [("voor", "achter", ""), ("voor", "achter", "")], [])),
    blocks.select("l", "Welke?", {"x": "X", "y": "Y"}, "x"),
    blocks.row("r", "Hoeveel?", [10, 90], [("1", "Week 1"), ("2", "Week 2")], "niets", "alles", ["a", "b"], "open"),
    blocks.columns([blocks.ticks("v", "Welke wel?", [blocks.option("a", "A"), blocks.option("b", "B")], None)]),
    blocks.panel(blocks.scale("m", "Hoe nu?", 50, "a", "b", ["a", "b"], "open", live=True)),
    blocks.table(
        "Wat",
        ["Eerst", "Dan"],
        [[[blocks.prose("x")], [blocks.details("Meer", blocks.tick("d", "Ja", True))]]],
        [50, 50],
    ),
]


def test_a_file_is_asked_for_and_is_no_answer() -> None:
    page = [blocks.panel(blocks.file("r", "Je bestand", [".csv", ".xlsx"], 20_000_000, "Hulp"))]
    assert asked.files(page) == {"r": 20_000_000}
    assert asked.files(PAGE) == {}
    assert asked.fields(page) == {}, "its bytes come as a buffer, never as a value"
    (block,) = page[0]["blocks"]
    assert block["accept"] == ".csv,.xlsx"
    assert "20 MB" in block["large"]


def test_several_files_are_asked_for_within_bounds() -> None:
    page = [blocks.panel(blocks.file("r", "Je bestanden", [".json"], 5_000_000, many=20, together=30_000_000))]
    assert asked.files(page) == {"r": 5_000_000}
    assert asked.crowds(page) == {"r": (20, 30_000_000)}
    (block,) = page[0]["blocks"]
    assert "20" in block["crowd"] and "30 MB" in block["heavy"]
    alone = [blocks.file("r", "Je bestand", [".csv"], 10)]
    assert asked.crowds(alone) == {}


def test_a_table_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="one cell a column: 2, got 1"):
        blocks.table("Wat", ["a", "b"], [[[]]], [50, 50])
    with pytest.raises(ValueError, match="one cell a column: 2, got 1"):
        blocks.table("Wat", ["a", "b"], [[[], []]], [100])


def test_fields_are_found_wherever_they_stand() -> None:
    assert set(asked.fields(PAGE)) == {"t", "c", "s", "k", "f", "l", "r", "m", "v", "d"}
    assert asked.acts(PAGE) == {"go"}
    assert asked.live(PAGE) == {"r", "m"}


def test_a_row_has_a_value_for_each_bar() -> None:
    with pytest.raises(ValueError, match="a row must have one value a bar: 2, got 1"):
        blocks.row("r", "Hoeveel?", [10], [("1", "Week 1"), ("2", "Week 2")], "niets", "alles", ["a"], "open")


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("t", ["", "tekst", "x" * blocks.LONGEST], [None, 1, ["x"], "x" * (blocks.LONGEST + 1)]),
        ("c", ["a", "b"], ["c", "", None, 0, ["a"]]),
        ("s", [0, 55, 100], [-1, 101, 1.5, True, "5", None]),
        ("k", [True, False], [0, 1, "ja", None]),
        ("f", [[], [0], [0, 1]], [[2], [-1], ["0"], [True], [0, 1, 0], "0", None, {}]),
        ("l", ["x", "y"], ["z", None, []]),
        ("v", [[], ["a"], ["b", "a"]], [["c"], ["a", "a"], [["a"]], [None], "a", None, 1, {}, True]),
        ("r", [[0, 100], [5, 5]], [[5], [5, 5, 5], [5, -1], [5, 101], [5, 1.0], [True, 5], "55", None, 5, {}]),
    ],
)
def test_a_field_takes_what_it_offers_and_nothing_else(key: str, good: list[Any], bad: list[Any]) -> None:
    accepts = asked.fields(PAGE)[key]
    assert all(accepts(value) for value in good)
    assert not any(accepts(value) for value in bad)

"""Who expects the same as whom: the table is judged on its numbers and words, the chart is drawn once."""

import subprocess
import sys
from dataclasses import replace

import pytest
from expectation_cases import EXPECTATIONS, made

from kit.case import Expectation
from kit.figures.alignment import AlignmentTable, alignment_figure, alignment_table
from kit.models.expectation import ExpectationMap


def table(*expectations: Expectation) -> AlignmentTable:
    return alignment_table(made(), ExpectationMap(expectations or EXPECTATIONS))


def test_the_golden_pair() -> None:
    found = table(
        Expectation("gemeente", "team", "oplossen", 0.9, 0.8), Expectation("moeder", "team", "oplossen", -0.7, 0.6)
    )
    assert found.names == ("Moeder", "De gemeente")
    assert found.values[0][0] is found.values[1][1] is None
    assert found.values[0][1] == pytest.approx(-0.6)
    assert found.values[1][0] == pytest.approx(-0.6)
    assert found.cells == (("", "omgekeerd"), ("omgekeerd", ""))
    assert found.told[0][1] == "Moeder en de gemeente: omgekeerd in wat ze verwachten."


@pytest.mark.parametrize(
    ("other", "word"),
    [(0.5, "gelijk"), (0.0, "dichtbij"), (-0.5, "deels"), (-0.9, "ver uiteen"), (-1.0, "ver uiteen")],
)
def test_a_word_for_each_amount(other: float, word: str) -> None:
    a = Expectation("gemeente", "team", "tijd", 0.5, 0.8)
    assert table(a, Expectation("moeder", "team", "tijd", other, 0.6)).cells[0][1] == word


def test_who_shares_nothing_has_no_row() -> None:
    found = table(*EXPECTATIONS, Expectation("buur", "kind", "tijd", 0.1, 0.5))
    assert "De buurman" not in found.names
    assert found.names[0] == "Jij"
    assert table(EXPECTATIONS[0]).names == ()


def test_the_chart() -> None:
    found = table()
    figure = alignment_figure(found)
    (heat,) = figure.data
    assert list(heat.x) == list(found.names)
    assert (heat.zmin, heat.zmax) == (-1, 1)
    assert figure.layout.title.text == "Wie verwacht hetzelfde?"
    assert alignment_figure(found, dark=True).layout.paper_bgcolor != figure.layout.paper_bgcolor


def test_a_name_is_no_markup() -> None:
    case = made()
    case = replace(case, actors=tuple(replace(actor, name="<b>x</b>") for actor in case.actors))
    figure = alignment_figure(alignment_table(case, ExpectationMap(EXPECTATIONS)))
    assert "<b>" not in str(figure.data[0].x) + str(figure.data[0].customdata)
    assert "&lt;b&gt;" in str(figure.data[0].x)


def test_plotly_is_imported_only_for_the_chart() -> None:
    program = "import sys, kit.figures.alignment; sys.exit('plotly' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0

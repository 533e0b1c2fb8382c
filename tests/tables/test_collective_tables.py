"""The tables of collective work: exactly what the generator makes, and exactly what the model begins with."""

from random import Random

import pytest

from kit.casefile.places import datasets
from kit.models.collective import Team
from kit.models.register import SEED, STREETS, THEMES, Register, Request, made_up
from kit.tables import load_table


def test_the_generator_makes_the_shipped_file() -> None:
    """To the letter: same seed, same register, whatever the Python."""
    rows = enumerate(made_up(Random(SEED)).requests, 1)
    lines = [f"{n},{r.week},{r.street},{r.theme},{r.household},fictie" for n, r in rows]
    made = "\n".join(["request,week,street,theme,household,provenance", *lines, ""])
    assert (datasets() / "tables" / "wijkregister.csv").read_bytes().decode("utf-8") == made


def test_the_shipped_register_read_back_is_the_generated_one() -> None:
    assert Register(load_table("wijkregister").into(Request)) == made_up(Random(SEED))


def test_the_dictionary_names_the_streets_and_the_themes() -> None:
    fields = {field.name: field for field in load_table("wijkregister").fields}
    assert fields["street"].constraints["enum"] == list(STREETS)
    assert fields["theme"].constraints["enum"] == list(THEMES)
    assert f"zaad {SEED}" in load_table("wijkregister").description


def test_the_model_begins_with_the_shipped_assumptions() -> None:
    values = {str(row["id"]): row["value"] for row in load_table("collectief-aannames").rows}
    assert Team(**values) == Team()  # type: ignore[arg-type]
    assert list(values) == list(Team.__dataclass_fields__)


def test_only_the_eighty_has_a_source() -> None:
    rows = load_table("collectief-aannames").rows
    assert [row["id"] for row in rows if row["provenance"] != "fictie"] == ["waiting"]
    assert Team().waiting == pytest.approx(80)

"""The shared context: it comes where it is needed, rests, leans on its sources, and says what the sources say."""

from pathlib import Path

import pytest

from kit import check_case, load_case
from kit.case import Case, Effect
from kit.casefile.check import checked
from kit.casefile.places import datasets
from kit.casefile.read import read
from kit.casefile.shared import shared_parts
from kit.models.scenario import run, sure_to_settle

HERE = Path(__file__).parent
WHOLE = (HERE / "whole.yaml").read_text("utf-8")
OWN = """network:
  - {cause: tijd, on: wegen, weight: 0.5}
moments:
"""

IDS = [
    "caseload",
    "tijd",
    "rust",
    "aandacht",
    "continuiteit",
    "gedeelde-taal",
    "mandaat",
    "reflectie",
    "teamdagen",
    "motivatie",
    "dubbele-loyaliteit",
    "oude-manieren",
    "actorschap",
    "wegen",
    "toetsen",
    "toelichten",
    "grondvesten",
]
BUSY = {
    **dict.fromkeys(IDS, 0.3),
    "caseload": 0.85,
    "tijd": 0.2,
    "rust": 0.2,
    "teamdagen": 0.4,
    "motivatie": 0.5,
    "dubbele-loyaliteit": 0.6,
    "oude-manieren": 0.7,
}
"""A busy team, made up."""


def of_text(text: str) -> Case:
    case, findings = checked(text.encode("utf-8"), Path("bos-samen.yaml"))
    assert findings == []
    assert case is not None
    return case


@pytest.fixture(scope="module")
def shipped() -> Case:
    """A case that is given the context of the kit, for it has a condition with a value."""
    return of_text(WHOLE)


@pytest.mark.parametrize("needing", ["value", "influences"])
def test_a_case_that_needs_the_context_has_it_with_its_sources(own_datasets: Path, needing: str) -> None:
    text = WHOLE.replace(", value: 0.2", "") if needing == "influences" else WHOLE
    if needing == "value":
        text = text[: text.index("influences:")] + text[text.index("moments:") :]
    case = of_text(text)
    assert [concept.id for concept in case.concepts] == ["caseload", "tijd", "wegen"]
    assert [(effect.cause, effect.on, effect.weight) for effect in case.network] == [
        ("caseload", "tijd", -0.7),
        ("tijd", "wegen", 0.5),
    ]
    assert [source.id for source in case.sources] == ["denuyl-verhagen-2015", "spierts-2019"]


def test_a_case_without_values_or_influences_has_no_context(own_datasets: Path) -> None:
    case = load_case(HERE / "sound.yaml")
    assert case.concepts == case.network == ()


def test_a_network_of_ones_own_stays_and_leans_on_the_shared_concepts(own_datasets: Path) -> None:
    case = of_text(WHOLE.replace("moments:\n", OWN))
    assert case.network == (Effect("tijd", "wegen", 0.5),)
    assert [concept.id for concept in case.concepts] == ["caseload", "tijd", "wegen"]
    assert "spierts-2019" not in [source.id for source in case.sources]


def test_concepts_of_ones_own_stay(own_datasets: Path) -> None:
    case = of_text(WHOLE.replace("moments:\n", "concepts: [{id: tijd, name: Uren}]\nmoments:\n"))
    assert [concept.name for concept in case.concepts] == ["Uren"]
    assert case.network == ()


def test_the_context_does_not_change_by_being_used(own_datasets: Path) -> None:
    assert of_text(WHOLE) == of_text(WHOLE)
    assert check_case(HERE / "whole.yaml") == []


def test_the_context_of_the_kit_has_the_concepts_that_cases_name(shipped: Case) -> None:
    assert [concept.id for concept in shipped.concepts] == IDS
    assert [concept.id for concept in shipped.concepts if concept.condition] == IDS[:10]
    tree = read((datasets() / "context.yaml").read_text("utf-8"))
    assert tree.findings == []
    assert set(tree.tree) == {"format", "concepts", "effects"}


def test_every_effect_of_the_kit_is_a_reading_of_a_source_in_words(shipped: Case) -> None:
    assert 25 <= len(shipped.network) <= 40
    for effect in shipped.network:
        assert effect.provenance == "interpretatie"
        assert effect.source in shared_parts("sources")
        assert effect.how.endswith(".")
    leaned_on = {effect.source for effect in shipped.network}
    assert leaned_on == {"verweij-spierts-2020", "hoijtink-workshop", "oudevrielink-2014", "spierts-2019"}
    assert leaned_on <= {source.id for source in shipped.sources}


def test_the_context_of_the_kit_comes_to_rest(shipped: Case) -> None:
    assert sure_to_settle(shipped.network)
    for concept in IDS:
        for value in (0.0, 1.0):
            assert run(shipped.network, BUSY, {concept: value}).settled


def test_fewer_cases_give_more_room_to_decide(shipped: Case) -> None:
    """Only repeats how the network was made: its weights were chosen so that this can be seen."""
    difference = run(shipped.network, BUSY, {"caseload": 0.3}).difference
    assert difference is not None
    for concept in ("actorschap", "wegen", "toetsen", "toelichten", "grondvesten"):
        assert difference[concept] >= 0.1
    assert difference["oude-manieren"] <= -0.1


@pytest.mark.parametrize(
    ("changed", "to", "follows", "sign"),
    [
        ("mandaat", 0.9, "dubbele-loyaliteit", -1),  # Oude Vrielink et al.: a team leader without authority
        ("motivatie", 0.9, "oude-manieren", -1),  # the same: who was asked, and who was assigned
        ("teamdagen", 0.9, "gedeelde-taal", 1),  # the same: two days a week
        ("continuiteit", 0.9, "tijd", 1),  # the same: turnover costs time
        ("continuiteit", 0.9, "gedeelde-taal", 1),  # Hoijtink: shared frames need people who stay
        ("reflectie", 0.9, "actorschap", 1),  # Verweij and Spierts; Spierts: being allowed to learn and reflect
        ("rust", 0.9, "wegen", 1),  # the foreword to Verweij and Spierts
        ("aandacht", 0.9, "toetsen", 1),
        ("tijd", 0.9, "toelichten", 1),
        ("rust", 0.9, "grondvesten", 1),
    ],
)
def test_the_network_points_where_its_source_points(
    shipped: Case, changed: str, to: float, follows: str, sign: int
) -> None:
    """Only repeats how the network was made."""
    difference = run(shipped.network, BUSY, {changed: to}).difference
    assert difference is not None
    assert difference[follows] * sign > 0.02

"""Sentences beside a board: what is said where, and that the words follow the numbers."""

import pytest
from board_cases import SAFETY, TENSIONS, made
from hypothesis import given
from hypothesis import strategies as st

from kit.case import Force
from kit.figures import words
from kit.models.force_field import analyse

LINE = TENSIONS[0]


def told(*pulls: tuple[float, float], x: float = 0.0) -> str:
    forces = [Force("vader", LINE.id, toward, strength) for toward, strength in pulls]
    return words.tension_words(analyse(forces, {LINE.id: x}), LINE)


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (0, "in het midden"),
        (-0.09, "in het midden"),
        (0.1, "iets naar ‘Vertrouwen houden’"),
        (-0.39, "iets naar ‘Veiligheid nu’"),
        (0.4, "aan de kant van ‘Vertrouwen houden’"),
        (-0.75, "dicht bij ‘Veiligheid nu’"),
        (1, "dicht bij ‘Vertrouwen houden’"),
    ],
)
def test_places(x: float, expected: str) -> None:
    assert words.place_words(x, LINE) == expected


@pytest.mark.parametrize(
    ("strength", "expected"),
    [(0, "telt niet mee"), (0.01, "telt licht"), (0.3, "telt mee"), (0.6, "telt zwaar"), (0.85, "telt heel zwaar")],
)
def test_strengths(strength: float, expected: str) -> None:
    assert words.strength_words(strength) == expected


def test_the_sentence() -> None:
    assert told() == "Hier trekt nog niemand."
    assert told((0.5, 0)) == "Hier trekt nog niemand."
    assert told((0.02, 0.9)) == "Rond je knoop is het rustig: wat hier trekt, wil ongeveer wat jij wilt."
    assert told((-0.9, 0.9), (0.9, 0.9)).startswith("Het lijkt stil rond je knoop, maar het is touwtrekken")
    assert told((-0.9, 0.9), (0.9, 0.5)) == "Het is touwtrekken, en naar ‘Veiligheid nu’ wordt het hardst getrokken."
    assert told((0.9, 0.9), (0.5, 0.5)) == "Alles trekt hier één kant op: naar ‘Vertrouwen houden’."
    assert told((0.9, 0.9), (-0.3, 0.3)) == "De meeste kracht trekt naar ‘Vertrouwen houden’, en er trekt iets terug."


def test_where_from() -> None:
    case = made()
    cite = case.sources[0].cite
    assert words.provenance_words(case, "bron", "v") == f"bron: {cite}"
    assert words.provenance_words(case, "bron", None) == "uit een bron"
    assert words.provenance_words(case, "interpretatie", "v") == f"onze interpretatie van {cite}"
    assert words.provenance_words(case, "interpretatie", None) == "onze interpretatie"
    assert words.provenance_words(case, "fictie", None) == "verzonnen voor deze casus"


def test_done_short_the_most_first() -> None:
    case = made(SAFETY)
    rows = words.done_short(analyse(SAFETY, {LINE.id: 1.0}), {actor.id: actor for actor in case.actors})
    assert [actor.id for actor, _ in rows][:2] == ["jeugdbescherming", "kind"]
    assert rows[0][1] == 1
    assert [share for _, share in rows] == sorted((share for _, share in rows), reverse=True)


def test_nobody_done_short() -> None:
    case = made(SAFETY)
    actors = {actor.id: actor for actor in case.actors}
    assert words.done_short(None, actors) == []
    assert words.done_short(analyse([Force("vader", LINE.id, 0.5, 0.5)], {LINE.id: 0.5}), actors) == []


forces = st.lists(
    st.builds(
        Force,
        st.sampled_from(["vader", "moeder", "kind"]),
        st.just(LINE.id),
        st.floats(-1, 1),
        st.floats(0.01, 1),
    ),
    min_size=1,
    max_size=6,
)


@given(forces, st.floats(-1, 1))
def test_no_bar_is_longer_than_full(field: list[Force], x: float) -> None:
    reading = analyse(field, {LINE.id: x})
    assert reading is not None
    scale = words.bar_scale(field, reading)
    assert scale > 0
    assert all(0 <= borne / scale <= 1 for borne in reading.borne_by.values())


@given(forces)
def test_the_scale_does_not_follow_a_knot_that_comes_near(field: list[Force]) -> None:
    """Near the middle of the field the scale is a third of the worst place, however little is borne."""
    worst = max(
        borne
        for x in (-1.0, 1.0)
        for reading in [analyse(field, {LINE.id: x})]
        if reading is not None
        for borne in reading.borne_by.values()
    )
    reading = analyse(field, {LINE.id: 0.0})
    assert reading is not None
    assert words.bar_scale(field, reading) >= worst / 3 - 1e-12


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0, "nauwelijks"),
        (0.02, "een beetje"),
        (0.25, "duidelijk"),
        (0.6, "sterk"),
        (0.95, "heel sterk"),
    ],
)
def test_shortage(share: float, expected: str) -> None:
    assert words.shortage_words(share) == expected

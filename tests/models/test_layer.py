"""One layer otherwise: what changes with it, and all that must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.case import YOU
from kit.casefile import load_case
from kit.models.influence import InfluenceNetwork
from kit.models.layer import field_changes, with_layer

CASE = load_case("middelstad")
MEMBERS = {actor.id for actor in CASE.actors if actor.layer == "municipality"}
FACTORS = st.floats(0.05, 20)


@given(FACTORS)
def test_only_that_layer_changes_and_only_how_hard(factor: float) -> None:
    changed = with_layer(CASE, "municipality", factor)
    for before, after in zip(CASE.influences, changed.influences, strict=True):
        acts = before.origin in MEMBERS and before.target == YOU
        assert after.strength == (
            pytest.approx(min(1, max(0.01, before.strength * factor))) if acts else before.strength
        )
        assert (after.origin, after.target, after.how) == (before.origin, before.target, before.how)
    for one, other in zip(CASE.moments, changed.moments, strict=True):
        assert one.options == other.options
        for before, after in zip(one.forces, other.forces, strict=True):
            assert after.toward == before.toward
            assert (after.strength == before.strength) or before.actor in MEMBERS


@given(st.floats(0.05, 0.95))
def test_a_softer_layer_gives_the_professional_more_of_what_runs_between_them(factor: float) -> None:
    was, now = (
        InfluenceNetwork(c.influences).agency(YOU, MEMBERS) for c in (CASE, with_layer(CASE, "municipality", factor))
    )
    assert was is not None and now is not None
    assert now > was


def test_nothing_otherwise_changes_no_field() -> None:
    assert all(change.before == change.after for change in field_changes(CASE, with_layer(CASE, "municipality", 1)))


@given(FACTORS)
def test_a_field_moves_towards_what_the_layer_wants_when_it_acts_harder(factor: float) -> None:
    for change in field_changes(CASE, with_layer(CASE, "municipality", factor)):
        forces = [f for f in CASE.moment(change.moment).forces if f.tension == change.tension]
        theirs = [f for f in forces if f.actor in MEMBERS and f.strength]
        if not theirs:
            assert change.after == change.before
        elif len(theirs) == 1 and change.before is not None and change.after is not None:
            nearer = abs(theirs[0].toward - change.after) <= abs(theirs[0].toward - change.before) + 1e-12
            assert nearer or factor < 1


@pytest.mark.parametrize(
    ("layer", "factor", "told"),
    [
        ("gemeente", 1, "layer must be one of team, organisation, partners"),
        ("society", 1, "layer must be one that an actor stands in"),
        ("municipality", 0, "factor must be a number above 0, got 0"),
        ("municipality", float("nan"), "factor must be a number above 0, got nan"),
    ],
)
def test_what_is_refused(layer: str, factor: float, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        with_layer(CASE, layer, factor)  # type: ignore[arg-type]

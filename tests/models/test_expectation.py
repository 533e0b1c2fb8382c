"""The expectation map: golden values worked out by hand, and what must hold for any map and any move."""

from dataclasses import replace
from itertools import pairwise
from math import isclose
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.models.expectation import Expectation, ExpectationMap, Status

# The golden map of models.md §2.
GEMEENTE = Expectation("gemeente", "team", "oplossen", 0.9, 0.8, "assumed")
PARTNER = Expectation("partner", "team", "oplossen", -0.7, 0.6, "unspoken")
GOLDEN = ExpectationMap([GEMEENTE, PARTNER])


def test_golden_clash() -> None:
    (clash,) = GOLDEN.clashes()
    assert clash.size == pytest.approx(0.384)
    assert clash.hidden == pytest.approx(0.288)
    assert {clash.one.holder, clash.other.holder} == {"gemeente", "partner"}
    assert not clash.facing
    assert len(clash.unspoken) == 2


def test_golden_alignment() -> None:
    assert GOLDEN.alignment("gemeente", "partner") == pytest.approx(-0.6)


def test_golden_both_spoken() -> None:
    spoken = GOLDEN.speak_out("gemeente", "team", "oplossen").speak_out("partner", "team", "oplossen")
    (clash,) = spoken.clashes()
    assert clash.hidden == 0
    assert clash.size == pytest.approx(0.384)
    assert clash.unspoken == ()
    assert spoken.agenda().speak_out == ()


def test_one_spoken_leaves_the_other_to_be_said() -> None:
    spoken = GOLDEN.speak_out("gemeente", "team", "oplossen")
    (clash,) = spoken.clashes()
    assert clash.hidden == pytest.approx(0.192)
    assert clash.unspoken == (PARTNER,)


def test_those_who_face_each_other_clash_too() -> None:
    back = Expectation("team", "gemeente", "oplossen", -0.5, 0.5, "unspoken")
    (clash,) = ExpectationMap([GEMEENTE, back]).clashes()
    assert clash.facing
    assert clash.size == pytest.approx(0.8 * 0.5 * 1.4 / 2)


@pytest.mark.parametrize(
    "other",
    [
        Expectation("partner", "team", "tempo", -0.7, 0.6),
        Expectation("partner", "gemeente", "oplossen", -0.7, 0.6),
        Expectation("team", "partner", "oplossen", -0.7, 0.6),
        Expectation("partner", "team", "oplossen", 0.9, 0.6),
        Expectation("partner", "team", "oplossen", -0.7, 0),
    ],
    ids=["another topic", "of another", "of a third", "the same", "without weight"],
)
def test_no_clash(other: Expectation) -> None:
    assert ExpectationMap([GEMEENTE, other]).clashes() == ()


def test_misreading_and_overreach() -> None:
    e = replace(GEMEENTE, believed=0.4, feasible=(-0.2, 0.5))
    assert e.misreading == pytest.approx(0.8 * 0.5 / 2)
    assert e.overreach == pytest.approx(0.8 * 0.4 / 2)
    assert replace(e, position=-0.9).overreach == pytest.approx(0.8 * 0.7 / 2)
    assert replace(e, position=0.5).overreach == 0
    assert (GEMEENTE.misreading, GEMEENTE.overreach) == (0, 0)


def test_the_agenda_has_the_largest_first() -> None:
    agenda = ExpectationMap(
        [
            Expectation("a", "team", "t", 1, 1, "unspoken", believed=0.5, feasible=(-1, 0.8)),
            Expectation("b", "team", "t", -1, 0.5, "spoken", believed=1, feasible=(0, 0.5)),
            Expectation("c", "team", "t", 0, 1, "spoken", believed=0),
        ]
    ).agenda()
    assert [(c.one.holder, c.other.holder, c.hidden) for c in agenda.speak_out] == [("a", "b", 0.25), ("a", "c", 0.25)]
    assert [(e.holder, e.misreading) for e in agenda.ask] == [("b", 0.5), ("a", 0.25)]
    assert [(e.holder, e.overreach) for e in agenda.limit] == [("b", 0.25), ("a", pytest.approx(0.1))]
    # Most clash comes second where more of it is said.
    sizes = ExpectationMap(
        [
            Expectation("a", "team", "t", 1, 1, "spoken"),
            Expectation("b", "team", "t", -1, 1, "spoken"),
            Expectation("c", "team", "t", 0, 1, "unspoken"),
        ]
    )
    assert [c.size for c in sizes.clashes()] == [1, 0.5, 0.5]
    assert [(c.one.holder, c.other.holder) for c in sizes.agenda().speak_out] == [("a", "c"), ("b", "c")]


def test_sizes_equal_but_for_rounding_keep_the_order_of_the_map() -> None:
    a = Expectation("a", "team", "t", 0.3, 1, believed=0.0)
    b = Expectation("b", "team", "t", 0.1 + 0.2, 1, believed=0.0)
    assert a.misreading < b.misreading
    assert [e.holder for e in ExpectationMap([b, a]).agenda().ask] == ["a", "b"]


def test_alignment_is_undefined_where_nothing_is_shared() -> None:
    apart = ExpectationMap([GEMEENTE, replace(PARTNER, topic="tempo"), replace(PARTNER, addressee="gemeente")])
    assert apart.alignment("gemeente", "partner") is None
    assert ExpectationMap([GEMEENTE, replace(PARTNER, strength=0)]).alignment("gemeente", "partner") is None
    assert GOLDEN.alignment("gemeente", "nobody") is None


def test_speaking_ends_a_misreading_too() -> None:
    mistaken = ExpectationMap([replace(GEMEENTE, believed=-0.2), PARTNER])
    assert [e.holder for e in mistaken.agenda().ask] == ["gemeente"]
    spoken = mistaken.speak_out("gemeente", "team", "oplossen")
    assert spoken.get("gemeente", "team", "oplossen") == replace(GEMEENTE, status="spoken", believed=0.9)
    assert spoken.agenda().ask == ()


def test_ask_makes_the_belief_true_and_no_more() -> None:
    mistaken = ExpectationMap([replace(GEMEENTE, believed=-0.2), PARTNER])
    asked = mistaken.ask("gemeente", "team", "oplossen").get("gemeente", "team", "oplossen")
    assert asked == replace(GEMEENTE, believed=0.9)
    assert asked.misreading == 0


def test_adjust_takes_a_reason_and_no_longer_leans_on_a_source() -> None:
    sourced = replace(GEMEENTE, provenance="bron", source="verweij-spierts-2020", believed=0.9)
    moved = ExpectationMap([sourced, PARTNER]).adjust("gemeente", "team", "oplossen", 0.1, "Er zijn te weinig uren")
    adjusted = moved.get("gemeente", "team", "oplossen")
    assert adjusted == replace(GEMEENTE, position=0.1, believed=0.9, reason="Er zijn te weinig uren")
    assert adjusted.misreading == pytest.approx(0.32)


def test_limit_records_the_limit_and_leaves_what_is_expected() -> None:
    known = ExpectationMap([replace(GEMEENTE, feasible=(-0.5, 0.2), believed=0), PARTNER])
    assert [e.holder for e in known.agenda().limit] == ["gemeente"]
    told = known.limit("gemeente", "team", "oplossen")
    e = told.get("gemeente", "team", "oplossen")
    assert e == replace(GEMEENTE, feasible=(-0.5, 0.2), status="spoken", believed=0.9, limited=True)
    assert e.overreach == pytest.approx(0.8 * 0.7 / 2)
    assert told.agenda().limit == ()


def test_limit_takes_a_limit_that_was_not_known() -> None:
    told = GOLDEN.limit("gemeente", "team", "oplossen", (-1, 0)).get("gemeente", "team", "oplossen")
    assert (told.feasible, told.limited) == ((-1, 0), True)
    with pytest.raises(ValueError, match="got none, and none was known"):
        GOLDEN.limit("gemeente", "team", "oplossen")


def test_contradiction_answers_aloud() -> None:
    answered = GOLDEN.contradict("gemeente", "team", "oplossen", -0.4, 0.5, "Dit lukt ons niet alleen")
    counter = answered.get("team", "gemeente", "oplossen")
    assert (counter.position, counter.strength, counter.status, counter.misreading) == (-0.4, 0.5, "spoken", 0)
    assert counter.why == "Dit lukt ons niet alleen"
    assert [clash.size for clash in answered.clashes() if clash.facing] == [pytest.approx(0.8 * 0.5 * 1.3 / 2)]
    with pytest.raises(ValueError, match="'team' already expects something of 'gemeente'"):
        answered.contradict("gemeente", "team", "oplossen", 0.4, 0.5)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"addressee": "gemeente"}, "holder and addressee must be two, got 'gemeente' for both"),
        ({"position": 1.2}, "position must be from -1 to 1, got 1.2"),
        ({"position": float("nan")}, "position must be from -1 to 1, got nan"),
        ({"strength": 0.005}, "strength must be 0, or from 0.01 to 1, got 0.005"),
        ({"status": "gezegd"}, "status must be one of spoken, assumed, unspoken, got 'gezegd'"),
        ({"believed": -2}, "believed must be from -1 to 1, got -2"),
        ({"feasible": (0.5, -0.5)}, r"from low to high within -1 to 1, got \(0.5, -0.5\)"),
        ({"feasible": (0.5, 1.5)}, r"got \(0.5, 1.5\)"),
    ],
)
def test_expectations_that_do_not_fit_are_refused(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        replace(GEMEENTE, **change)


def test_a_map_refuses_twins_and_moves_on_what_is_not_there() -> None:
    with pytest.raises(ValueError, match="got two of 'gemeente' from 'team' on 'oplossen'"):
        ExpectationMap([GEMEENTE, PARTNER, replace(GEMEENTE, position=0)])
    missing = "no expectation of 'team' from 'gemeente' on 'oplossen'; there are: gemeente of team on oplossen"
    with pytest.raises(KeyError, match=missing):
        GOLDEN.speak_out("team", "gemeente", "oplossen")
    with pytest.raises(ValueError, match="must have a reason in words, got ' '"):
        GOLDEN.adjust("gemeente", "team", "oplossen", 0, " ")


def test_an_empty_map_has_nothing_to_say() -> None:
    empty = ExpectationMap([])
    assert empty.clashes() == ()
    assert (empty.agenda().speak_out, empty.agenda().ask, empty.agenda().limit) == ((), (), ())
    with pytest.raises(KeyError, match="there are: none"):
        empty.get("a", "b", "t")


def test_a_map_as_a_table() -> None:
    frame = GOLDEN.to_frame()
    assert list(frame["holder"]) == ["gemeente", "partner"]
    assert list(frame["status"]) == ["assumed", "unspoken"]


# What must hold for any map.

ACTORS = "abcd"
PLACE = st.floats(-1, 1).map(lambda x: round(x, 3))
STRENGTH = st.just(0.0) | st.floats(0.01, 1).map(lambda x: round(x, 3))
STATUS: st.SearchStrategy[Status] = st.sampled_from(("spoken", "assumed", "unspoken"))
RANGE = st.tuples(PLACE, PLACE).map(lambda pair: (min(pair), max(pair)))
PAIR = st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)).filter(lambda pair: pair[0] != pair[1])


@st.composite
def expectations(draw: st.DrawFn) -> Expectation:
    holder, addressee = draw(PAIR)
    return Expectation(
        holder,
        addressee,
        draw(st.sampled_from("tu")),
        draw(PLACE),
        draw(STRENGTH),
        draw(STATUS),
        draw(st.none() | PLACE),
        draw(st.none() | RANGE),
    )


ENTRIES = st.lists(expectations(), min_size=1, max_size=8, unique_by=lambda e: (e.holder, e.addressee, e.topic))


def hidden_of(held: ExpectationMap) -> float:
    return sum(clash.hidden for clash in held.clashes())


def where(e: Expectation) -> tuple[str, str, str]:
    return e.holder, e.addressee, e.topic


@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(entries: list[Expectation], random: Random) -> None:
    mixed = list(entries)
    random.shuffle(mixed)
    one, other = ExpectationMap(entries), ExpectationMap(mixed)
    assert one == other
    assert one.clashes() == other.clashes()
    assert one.agenda() == other.agenda()
    assert all(one.alignment(a, b) == other.alignment(a, b) for a in ACTORS for b in ACTORS)


@given(ENTRIES)
def test_alignment_is_symmetric_and_within_bounds(entries: list[Expectation]) -> None:
    held = ExpectationMap(entries)
    for a in ACTORS:
        assert held.alignment(a, a) in (None, 1)
        for b in ACTORS:
            aligned = held.alignment(a, b)
            assert aligned == held.alignment(b, a)
            assert aligned is None or -1 <= aligned <= 1


@given(ENTRIES)
def test_the_agenda_falls(entries: list[Expectation]) -> None:
    agenda = ExpectationMap(entries).agenda()
    for sizes in (
        [clash.hidden for clash in agenda.speak_out],
        [e.misreading for e in agenda.ask],
        [e.overreach for e in agenda.limit],
    ):
        assert all(size > 0 for size in sizes)
        assert all(a >= b - 1e-12 for a, b in pairwise(sizes))


@given(ENTRIES)
def test_speaking_removes_exactly_the_hidden_part(entries: list[Expectation]) -> None:
    held = spoken = ExpectationMap(entries)
    for e in entries:
        before = {(where(c.one), where(c.other)): c for c in spoken.clashes()}
        spoken = spoken.speak_out(*where(e))
        for clash in spoken.clashes():
            was = before.pop((where(clash.one), where(clash.other)))
            assert clash.size == was.size
            mine = where(e) in (where(clash.one), where(clash.other))
            lifted = was.size * (1 - e.visible) / 2 if mine else 0
            assert isclose(clash.hidden, was.hidden - lifted, abs_tol=1e-12)
        assert not before
    assert [c.size for c in spoken.clashes()] == [c.size for c in held.clashes()]
    assert hidden_of(spoken) == 0


# What each move names, and so may change.
NAMED = {
    "speak_out": {"status", "believed"},
    "ask": {"believed"},
    "adjust": {"position", "reason", "provenance", "source"},
    "limit": {"status", "believed", "feasible", "limited"},
    "contradict": set[str](),
}


@pytest.mark.parametrize("move", NAMED)
@given(entries=ENTRIES, place=PLACE, strength=STRENGTH, span=RANGE)
def test_a_move_never_changes_what_it_does_not_name(
    move: str, entries: list[Expectation], place: float, strength: float, span: tuple[float, float]
) -> None:
    held, target = ExpectationMap(entries), entries[0]
    holder, addressee, topic = where(target)
    more: dict[str, tuple[Any, ...]] = {"adjust": (place, "why"), "limit": (span,), "contradict": (place, strength)}
    if move == "contradict":
        assume((addressee, holder, topic) not in {where(e) for e in entries})
    after = getattr(held, move)(holder, addressee, topic, *more.get(move, ()))
    assert held == ExpectationMap(entries)
    new = {where(e): e for e in after.expectations}
    for e in entries:
        moved = new.pop(where(e))
        names = NAMED[move] if e is target else set()
        assert {name for name, value in vars(e).items() if vars(moved)[name] != value} <= names
    assert set(new) == ({(addressee, holder, topic)} if move == "contradict" else set())


@given(ENTRIES)
def test_a_move_made_twice_is_made_once(entries: list[Expectation]) -> None:
    held, target = ExpectationMap(entries), where(entries[0])
    assert held.speak_out(*target).speak_out(*target) == held.speak_out(*target)
    assert held.ask(*target).ask(*target) == held.ask(*target)
    assert held.limit(*target, (-1, 1)).limit(*target) == held.limit(*target, (-1, 1))

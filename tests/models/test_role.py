"""Roles: each finding, the order in which they are tried, and what must hold for any claims."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models.role import Claim, Finding, read_roles

ORDER: tuple[Finding, ...] = ("unknown", "agreed", "not_asked", "vacuum", "overlap", "disputed")


def finding(**names: str) -> str:
    """How it is seen who decides on a visit, where each keyword is a perceiver and its value whom they name."""
    return read_roles([Claim("bezoek", who, named) for who, named in names.items()])["bezoek"].decides.finding


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ({"team": "team"}, "unknown"),
        ({"team": "team", "vrijwilliger": "team"}, "agreed"),
        ({"team": "gemeente", "vrijwilliger": "gemeente"}, "not_asked"),
        ({"team": "gemeente", "vrijwilliger": "inwoner"}, "not_asked"),
        ({"team": "vrijwilliger", "vrijwilliger": "team"}, "vacuum"),
        ({"team": "vrijwilliger", "vrijwilliger": "gemeente"}, "vacuum"),
        ({"team": "team", "vrijwilliger": "vrijwilliger"}, "overlap"),
        ({"team": "team", "vrijwilliger": "vrijwilliger", "inwoner": "team"}, "overlap"),
        ({"team": "team", "vrijwilliger": "gemeente"}, "disputed"),
        ({"team": "team", "vrijwilliger": "team", "inwoner": "vrijwilliger"}, "disputed"),
    ],
)
def test_the_first_that_fits(names: dict[str, str], found: Finding) -> None:
    assert finding(**names) == found


def test_deciding_and_being_responsible_are_read_apart() -> None:
    reading = read_roles(
        [
            Claim("bezoek", "team", decides="team", responsible="vrijwilliger"),
            Claim("bezoek", "vrijwilliger", decides="team", responsible="team"),
            Claim("bezoek", "gemeente", decides="team"),
        ]
    )["bezoek"]
    assert (reading.decides.finding, reading.responsible.finding) == ("agreed", "vacuum")
    assert reading.decides.themselves == ("team",)
    assert reading.responsible.themselves == ()
    assert dict(reading.responsible.named) == {"team": "vrijwilliger", "vrijwilliger": "team"}


def test_a_role_that_nobody_speaks_of_is_unknown() -> None:
    reading = read_roles([Claim("bezoek", "team", decides="team"), Claim("bezoek", "gemeente", decides="team")])
    assert reading["bezoek"].responsible.finding == "unknown"


def test_tasks_are_read_apart_and_in_order() -> None:
    reading = read_roles([Claim("tempo", "a", "a"), Claim("bezoek", "a", "a"), Claim("bezoek", "b", "b")])
    assert list(reading) == ["bezoek", "tempo"]
    assert [task.decides.finding for task in reading.values()] == ["overlap", "unknown"]
    assert dict(read_roles([])) == {}


def test_claims_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="who decides or who is responsible; 'team' names neither"):
        Claim("bezoek", "team")
    with pytest.raises(ValueError, match="responsible must name somebody, or be None where nothing is said; got ''"):
        Claim("bezoek", "team", "team", "")
    with pytest.raises(ValueError, match="got two of 'team' on 'bezoek'"):
        read_roles([Claim("bezoek", "team", "team"), Claim("bezoek", "team", "gemeente")])


def test_a_reading_as_a_table() -> None:
    frame = read_roles([Claim("t", "b", "b"), Claim("t", "a", "b", "a")])["t"].to_frame()
    assert list(frame.index) == ["a", "b"]
    assert list(frame["decides"]) == ["b", "b"]


# What must hold for any claims. 'x' is never asked.

NAMES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("abcdx"), max_size=4)


@given(NAMES, st.randoms(use_true_random=False))
def test_each_finding_means_what_it_says(names: dict[str, str], random: Random) -> None:
    claims = [Claim("t", who, named) for who, named in names.items()]
    if not claims:
        return
    reading = read_roles(claims)["t"].decides
    random.shuffle(claims)
    assert read_roles(claims)["t"].decides == reading
    fits = {
        "unknown": len(names) < 2,
        "agreed": any(set(names.values()) == {who} for who in names),
        "not_asked": all(named not in names for named in names.values()),
        "vacuum": all(who != named for who, named in names.items()),
        "overlap": len(reading.themselves) >= 2,
        "disputed": True,
    }
    assert reading.finding == next(found for found in ORDER if fits[found])

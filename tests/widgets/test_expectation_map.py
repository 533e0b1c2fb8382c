"""The expectation map from Python's side: what it holds, says, refuses, and how little it sends.

`set_state` is what the browser's messages call; a test that uses it stands in the browser's place.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
import traitlets
from board_cases import Comm
from expectation_cases import EXPECTATIONS, WAKES, made

from kit.case import YOU
from kit.models.expectation import ExpectationMap
from kit.widgets.expectation_map import MOST, ExpectationMapView, expectation_map, replayed

SPEAK = ["speak_out", "bescherming", "you", "oplossen"]
CHILD = ["speak_out", "kind", "you", "tijd"]
COUNTER = ["contradict", "moeder", "you", "bezoek", 0.8, 0.5]


@pytest.fixture
def view() -> ExpectationMapView:
    return expectation_map(made())


@pytest.fixture
def comm(view: ExpectationMapView) -> Comm:
    view.comm = Comm()
    return view.comm


def test_opens_on_what_is_expected_of_the_learner(view: ExpectationMapView) -> None:
    assert view.addressee == YOU
    assert view.map == view.before == ExpectationMap(EXPECTATIONS)
    assert view.said["people"] == [["you", "Jij"], ["gemeente", "De gemeente"]]
    assert view.said["changed"] == "Kies een gesprek en kijk wat er verandert."


def test_opens_on_the_first_there_is_without_the_learner() -> None:
    others = tuple(e for e in EXPECTATIONS if e.addressee != YOU)
    assert ExpectationMapView(made(others)).addressee == "gemeente"
    assert ExpectationMapView(made(), addressee="gemeente").addressee == "gemeente"
    assert ExpectationMapView(made(), addressee="niemand").addressee == YOU


def test_a_case_without_expectations() -> None:
    view = ExpectationMapView(made(()))
    assert view.addressee == ""
    assert view.said["sentence"] == "Hier staan nog geen verwachtingen op de kaart."
    assert (view.said["marks"], view.said["agenda"], view.said["people"]) == ([], [], [])


def test_every_move_does_what_the_model_says(view: ExpectationMapView) -> None:
    moves = [
        SPEAK,
        ["ask", "moeder", "you", "tijd"],
        ["adjust", "gemeente", "you", "tijd", -0.2, "Na overleg"],
        ["limit", "moeder", "you", "oplossen", -0.5, 0.2],
        COUNTER,
    ]
    view.set_state({"moves": moves})
    by_hand = (
        ExpectationMap(EXPECTATIONS)
        .speak_out("bescherming", "you", "oplossen")
        .ask("moeder", "you", "tijd")
        .adjust("gemeente", "you", "tijd", -0.2, "Na overleg")
        .limit("moeder", "you", "oplossen", (-0.5, 0.2))
        .contradict("moeder", "you", "bezoek", 0.8, 0.5)
    )
    assert view.map == by_hand
    assert view.before == ExpectationMap(EXPECTATIONS)
    assert [text.partition(":")[0] for text in view.said["done"]] == [
        "Uitspreken",
        "Navragen",
        "Bijstellen",
        "Begrenzen",
        "Tegenspreken",
    ]


def test_undo_is_dropping_the_last(view: ExpectationMapView) -> None:
    view.set_state({"moves": [SPEAK, CHILD]})
    view.set_state({"moves": [SPEAK]})
    assert view.map == view.before.speak_out(*SPEAK[1:])


def test_speaking_takes_away_the_hidden_part_and_leaves_the_clash(view: ExpectationMapView) -> None:
    view.set_state({"moves": [SPEAK]})
    before, after = view.said["sides"]
    assert before["size"] == after["size"] == 1
    assert after["hidden"] < before["hidden"]
    assert "De botsing is even groot als eerst" in view.said["changed"]


def test_changes_are_those_of_what_was_brought_into_the_open(view: ExpectationMapView) -> None:
    assert view.changes == ()
    view.set_state({"moves": [SPEAK]})
    assert view.changes == ()
    view.set_state({"moves": [SPEAK, CHILD]})
    assert view.changes == (WAKES,)
    spoken = tuple(replace(e, status="spoken") if e.holder == "kind" else e for e in EXPECTATIONS)
    said_before = ExpectationMapView(made(spoken), moves=[CHILD])
    assert said_before.changes == ()


def test_a_counter_stands_in_both_views_and_goes_with_undo(view: ExpectationMapView) -> None:
    view.set_state({"moves": [COUNTER]})
    marks = {mark["key"]: mark for mark in view.said["marks"]}
    assert marks["you@moeder@bezoek"]["back"] is True
    assert marks["moeder@you@bezoek"]["back"] is False
    assert "contradict" not in marks["moeder@you@bezoek"]["can"]
    assert marks["you@moeder@bezoek"]["from"] == "door jou toegevoegd"
    view.set_state({"addressee": "moeder"})
    assert {mark["key"]: mark["back"] for mark in view.said["marks"]} == {
        "moeder@you@bezoek": True,
        "you@moeder@bezoek": False,
    }
    view.set_state({"moves": []})
    assert view.addressee == YOU


def test_a_move_and_the_view_it_makes_in_one_message(view: ExpectationMapView) -> None:
    view.set_state({"addressee": "moeder", "moves": [COUNTER]})
    assert (view.addressee, view.moves) == ("moeder", [COUNTER])
    assert view.said["title"] == "Wat wordt er verwacht van Moeder?"


def test_what_can_be_done(view: ExpectationMapView) -> None:
    can = {mark["key"]: mark["can"] for mark in view.said["marks"]}
    assert can["bescherming@you@oplossen"] == ["speak_out", "ask", "limit", "adjust", "contradict"]
    assert can["bescherming@you@tijd"] == ["limit", "adjust", "contradict"]
    assert can["gemeente@you@bezoek"] == ["speak_out", "limit", "adjust"], "you already expect something there"


def test_moves_of_a_journal_that_no_longer_fit_are_passed_over() -> None:
    gone = ["speak_out", "moeder", "you", "weg"]
    view = ExpectationMapView(made(), moves=[gone, SPEAK, ["dans"], ["limit", "moeder", "you", "tijd", 0.5, -0.5]])
    assert view.moves == [SPEAK]
    assert view.map == view.before.speak_out(*SPEAK[1:])


def test_another_case_on_the_same_map(view: ExpectationMapView) -> None:
    view.set_state({"moves": [SPEAK]})
    view.play(made(EXPECTATIONS[:2]))
    assert view.moves == []
    assert len(view.said["marks"]) == 2


BAD: list[Any] = [
    None,
    "speak_out",
    {"speak_out": 1},
    [None],
    [[]],
    [["dans", "moeder", "you", "tijd"]],
    [["speak_out", "moeder", "you"]],
    [["speak_out", "moeder", "you", "tijd", 1]],
    [["speak_out", "moeder", "you", ["tijd"]]],
    [["speak_out", "moeder", "you", "weg"]],
    [["adjust", "moeder", "you", "tijd", 7, "Daarom"]],
    [["adjust", "moeder", "you", "tijd", True, "Daarom"]],
    [["adjust", "moeder", "you", "tijd", float("nan"), "Daarom"]],
    [["adjust", "moeder", "you", "tijd", 0.1, "  "]],
    [["adjust", "moeder", "you", "tijd", 0.1, 3]],
    [["adjust", "moeder", "you", "tijd", 0.1, "x" * 4001]],
    [["limit", "moeder", "you", "tijd", 0.5, -0.5]],
    [["limit", "moeder", "you", "tijd", None, 0.5]],
    [["contradict", "moeder", "you", "bezoek", 0.5, 0]],
    [["contradict", "moeder", "you", "bezoek", 0.5, 2]],
    [COUNTER, COUNTER],
    [SPEAK] * (MOST + 1),
]


@pytest.mark.parametrize("moves", BAD)
def test_what_is_not_sound_is_passed_over(view: ExpectationMapView, comm: Comm, moves: Any) -> None:
    view.set_state({"moves": [CHILD]})
    comm.sent.clear()
    view.set_state({"moves": moves})
    assert view.moves == [CHILD]
    assert view.trouble == {}
    assert comm.state["moves"] == [CHILD], "the browser gets the last good state back"


@pytest.mark.parametrize("addressee", [None, "niemand", "moeder", ["you"], 3])
def test_nobody_of_whom_nothing_is_expected(view: ExpectationMapView, addressee: Any) -> None:
    view.set_state({"addressee": addressee})
    assert view.addressee == YOU


def test_the_browser_does_not_set_what_python_says(view: ExpectationMapView) -> None:
    said = view.said
    view.set_state({"said": {"sentence": "x"}, "drawn": {}, "trouble": {"sentence": "x"}})
    assert view.said == said
    assert view.trouble == {}
    assert view.drawn["topics"]


def test_faults_name_what_is_allowed_and_what_was_received(view: ExpectationMapView) -> None:
    with pytest.raises(traitlets.TraitError, match="addressee must be one of you, gemeente, got 'moeder'"):
        view.addressee = "moeder"
    with pytest.raises(
        traitlets.TraitError, match="a move must begin with one of speak_out, ask, adjust, limit, contra"
    ):
        view.moves = [["dans"]]
    with pytest.raises(ValueError, match="limit must be followed by holder, addressee, topic, lo, hi, got"):
        replayed(view.before, [["limit", "moeder", "you", "tijd"]])


def test_a_move_moves_little(view: ExpectationMapView, comm: Comm) -> None:
    view.set_state({"moves": [SPEAK]})
    assert set(comm.state) == {"said"}
    assert len(json.dumps(comm.sent)) < 20_000


def test_a_fault_is_told_kindly(view: ExpectationMapView, monkeypatch: pytest.MonkeyPatch) -> None:
    def kaput() -> None:
        raise RuntimeError("kaput")

    monkeypatch.setattr(view, "_speak", kaput)
    view.set_state({"moves": [SPEAK]})
    assert view.trouble["sentence"].startswith("Hier ging iets mis.")
    assert "kaput" in view.trouble["detail"]

"""The context map from Python's side: what it holds, what it says, what it refuses, how quick and how small it is.

`set_state` is what the browser's messages call; a test that uses it stands in the browser's place.
"""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import traitlets
from board_cases import Comm
from context_cases import CONTEXT, INFLUENCES, MOVES, UNSETTLED, large
from example import CASE

from kit.case import YOU, Condition, Influence
from kit.figures import context_words as words
from kit.models import scenario
from kit.models.influence import InfluenceNetwork
from kit.widgets.context_map import ContextMapView, context_map

MOST = "Het meeste komt van buiten naar jou toe."


@pytest.fixture
def view() -> ContextMapView:
    return context_map(CONTEXT)


@pytest.fixture
def comm(view: ContextMapView) -> Comm:
    view.comm = Comm()
    return view.comm


# The arrows


def test_opens_as_the_case_describes_it(view: ContextMapView) -> None:
    assert view.clamps == {}
    assert view.done == []
    assert {(e.origin, e.target, e.strength) for e in view.network.edges if e.strength} == {
        (e.origin, e.target, e.strength) for e in INFLUENCES
    }
    assert view.said["sentence"] == MOST
    assert view.said["stronger"] == {}
    assert view.trouble == {}


def test_layers_from_far_to_near(view: ContextMapView) -> None:
    assert [(layer["id"], layer["name"]) for layer in view.drawn["layers"]] == [
        ("society", "Samenleving"),
        ("policy", "Beleid en regels"),
        ("municipality", "Gemeente"),
        ("residents", "Inwoners"),
        ("partners", "Ketenpartners"),
        ("organisation", "Je eigen organisatie"),
        ("team", "Je team"),
    ]
    assert "buur" not in view.drawn["nodes"], "who has no arrow does not stand on the map"


def test_who_has_no_layer_stands_all_the_same() -> None:
    case = replace(CONTEXT, influences=(*INFLUENCES, Influence("buur", YOU, 0.4)))
    first = context_map(case).drawn["layers"][0]
    assert (first["name"], first["nodes"]) == ("Anderen om je heen", ["buur"])


def test_per_layer_in_words(view: ContextMapView) -> None:
    told = dict(view.said["layers"])
    assert told["policy"] == "bijna alles komt naar jou toe"
    assert told["partners"] == "het meeste komt naar jou toe"
    assert told["team"] == "ongeveer evenveel heen en weer"
    assert told["residents"] == "het meeste gaat van jou uit"
    assert view.said["reversed"] == "Andersom is het bij inwoners: daar gaat het meeste van jou uit."


def test_a_move_makes_its_arrow_stronger_and_no_other(view: ContextMapView) -> None:
    before = {(e.origin, e.target): e.strength for e in view.network.edges}
    view.set_state({"done": ["tegenspreken"]})
    after = {(e.origin, e.target): e.strength for e in view.network.edges}
    assert {key for key in after if after[key] != before[key]} == {(YOU, "gemeente")}
    assert after[YOU, "gemeente"] == pytest.approx(0.55)
    assert view.said["stronger"] == {"you>gemeente": [0.55, "matig", "Tegenspreken in het overleg"]}
    assert view.said["sentence"] == f"{MOST} Van jou gaat er meer uit dan eerst."
    view.set_state({"done": []})
    assert {(e.origin, e.target): e.strength for e in view.network.edges} == before
    assert view.said["sentence"] == MOST


def test_a_move_may_make_a_new_arrow(view: ContextMapView) -> None:
    assert view.network.outward(YOU, ["krant"]) == 0
    view.set_state({"done": ["uitleggen"]})
    assert view.network.outward(YOU, ["krant"]) == pytest.approx(0.2)
    (arrow,) = [edge for edge in view.drawn["edges"] if edge["key"] == "you>krant"]
    assert (arrow["strength"], arrow["most"], arrow["how"]) == (0, 0.2, "Uitleggen in de krant")


def test_a_move_of_the_team_is_not_yours(view: ContextMapView) -> None:
    view.set_state({"done": ["signaleren"]})
    assert view.said["stronger"]["team>gemeente"][0] == 0.45
    assert view.said["sentence"] == MOST


def test_two_moves_on_one_arrow_stop_at_the_bound() -> None:
    twice = (MOVES[0], replace(MOVES[0], id="nog-eens", title="Nog eens", strength_by=0.9))
    view = ContextMapView(replace(CONTEXT, agency=twice), done=["tegenspreken", "nog-eens"])
    assert view.network.outward(YOU, ["gemeente"]) == 1
    assert view.said["stronger"]["you>gemeente"] == [1, "heel sterk", "Tegenspreken in het overleg, Nog eens"]


def test_where_an_arrow_comes_from(view: ContextMapView) -> None:
    arrows = {edge["key"]: edge for edge in view.drawn["edges"]}
    assert arrows["gemeente>you"]["from"] == "onze interpretatie van Een boek (2020)"
    assert arrows["krant>you"]["from"] == "verzonnen voor deze casus"
    assert arrows["gemeente>you"]["title"] == "Van Gemeente Heideland naar jou"
    assert arrows["gemeente>you"]["says"] == "heel sterk"


def test_who_determines_in_words(view: ContextMapView) -> None:
    told = dict(view.said["quarters"])
    assert told["Bepalen veel en ondergaan veel"] == "Jij"
    assert told["Ondergaan veel, bepalen weinig"] == "Moeder en Het kind"


def test_never_a_percentage() -> None:
    view = ContextMapView(CONTEXT, clamps={"caseload": 0.1}, done=["tegenspreken"])
    told = [view.said["sentence"], view.said["reversed"], view.outcome["sentence"]]
    told += [text for _id, text in view.said["layers"]] + [row[2] for row in view.outcome["rows"]]
    told += [text for row in view.said["quarters"] for text in row]
    assert [text for text in told if re.search(r"\d|%", text)] == []


@pytest.mark.parametrize(
    ("inward", "outward", "sentence"),
    [
        (0.9, 0.1, "Bijna alles komt van buiten naar jou toe."),
        (0.6, 0.3, MOST),
        (0.5, 0.5, "Er komt ongeveer evenveel naar jou toe als er van jou uitgaat."),
        (0.3, 0.6, "Er gaat meer van jou uit dan er naar jou toe komt."),
        (0.1, 0.9, "Bijna alles gaat van jou uit."),
    ],
)
def test_the_sentence(inward: float, outward: float, sentence: str) -> None:
    network = InfluenceNetwork([Influence("gemeente", YOU, inward), Influence(YOU, "gemeente", outward)])
    assert words.balance_words(network) == sentence


def test_a_case_without_a_context() -> None:
    view = context_map(CASE)
    assert view.said["sentence"] == "Er loopt nog niets naar jou toe of van jou uit."
    assert view.said["quarters"] == []
    assert view.drawn["layers"] == view.drawn["edges"] == view.drawn["moves"] == view.drawn["sliders"] == []
    assert view.outcome["rows"] == []
    assert view.network.agency(YOU) is None


# The sliders


def test_the_described_state(view: ContextMapView) -> None:
    assert view.scenario.described["caseload"] == 0.8
    assert view.scenario.described["tijd"] == 0.3
    assert view.scenario.described["rust"] == 0.5
    assert [slider["id"] for slider in view.drawn["sliders"]] == [
        "caseload", "tijd", "rust", "aandacht", "continuiteit", "mandaat"
    ]  # fmt: skip
    assert view.drawn["sliders"][1]["from"] == "onze interpretatie van Een boek (2020)"
    assert view.drawn["sliders"][2]["from"] == "niet beschreven, daarom op de helft gezet"


def test_a_condition_without_a_value_is_no_state() -> None:
    case = replace(CONTEXT, conditions=(Condition(id="tijd", name="Tijd", text="Weinig."),))
    assert context_map(case).scenario.described["tijd"] == 0.5


def test_untouched_nothing_changes(view: ContextMapView) -> None:
    assert {row[0]: row[1:] for row in view.outcome["rows"]} == {
        id: [0, "blijft zoals het is"] for id in ("wegen", "toetsen", "toelichten", "grondvesten", "actorschap")
    }
    assert view.outcome["sentence"].startswith("Alles staat zoals de casus het beschrijft.")


def test_a_slider_shows_what_the_model_says(view: ContextMapView) -> None:
    view.set_state({"clamps": {"caseload": 0.2}})
    model = scenario.run(CONTEXT.network, view.scenario.described, {"caseload": 0.2})
    assert model.difference is not None
    for id, share, _told in view.outcome["rows"]:
        assert share == pytest.approx(min(1, model.difference[id] / 0.4), abs=0.001)
    assert view.outcome["sentence"] == "Vergeleken met nu verandert ‘Toetsen’ het meest: duidelijk meer."
    view.set_state({"clamps": {"caseload": 1.0}})
    assert all(row[1] <= 0 for row in view.outcome["rows"])


def test_a_slider_let_go_leaves_no_trace(view: ContextMapView) -> None:
    before = view.outcome
    view.set_state({"clamps": {"caseload": 0.2, "rust": 0.9}})
    view.set_state({"clamps": {}})
    assert view.outcome == before


def test_held_where_it_was_changes_hardly_anything(view: ContextMapView) -> None:
    view.set_state({"clamps": {"caseload": 0.8}})
    assert view.outcome["sentence"] == "Vergeleken met nu verandert er bijna niets."


def test_what_does_not_settle_is_not_drawn() -> None:
    view = ContextMapView(UNSETTLED, clamps={"caseload": 0.2})
    assert not view.scenario.settled
    assert view.outcome["rows"] == []
    assert view.outcome["sentence"] == (
        "Deze omstandigheden komen niet tot rust. Het model kan er niets over zeggen, dus er staat niets getekend."
    )


# What the browser may set


@pytest.mark.parametrize(
    ("name", "garbage"),
    [
        ("clamps", None),
        ("clamps", []),
        ("clamps", 0.5),
        ("clamps", {"caseload": 1.01}),
        ("clamps", {"caseload": -0.1}),
        ("clamps", {"caseload": "0.5"}),
        ("clamps", {"caseload": True}),
        ("clamps", {"caseload": None}),
        ("clamps", {"caseload": float("nan")}),
        ("clamps", {"wegen": 0.5}),
        ("clamps", {"iets": 0.5}),
        ("done", None),
        ("done", "tegenspreken"),
        ("done", {"tegenspreken": 1}),
        ("done", ["iets"]),
        ("done", [["tegenspreken"]]),
        ("done", [None]),
    ],
)
def test_garbage_is_refused_quietly(view: ContextMapView, comm: Comm, name: str, garbage: Any) -> None:
    before = {trait: getattr(view, trait) for trait in ("clamps", "done", "said", "outcome", "trouble")}
    view.set_state({name: garbage})
    assert {trait: getattr(view, trait) for trait in before} == before
    assert comm.state == {name: before[name]}


def test_what_is_sound_beside_garbage_is_taken(view: ContextMapView, comm: Comm) -> None:
    view.set_state({"clamps": {"rust": 0.9}, "done": 7})
    assert view.clamps == {"rust": 0.9}
    assert comm.state["done"] == []


def test_the_browser_cannot_put_words_in_its_mouth(view: ContextMapView) -> None:
    before = (view.said, view.outcome, view.drawn, view.trouble)
    view.set_state({"said": {"sentence": "x"}, "outcome": {}, "drawn": {}, "trouble": {"sentence": "x"}})
    assert (view.said, view.outcome, view.drawn, view.trouble) == before


def test_python_is_told_what_is_wrong(view: ContextMapView) -> None:
    with pytest.raises(traitlets.TraitError, match="a slider must be a number from 0 to 1, got 2"):
        view.clamps = {"caseload": 2}
    with pytest.raises(traitlets.TraitError, match=r"clamps may hold aandacht, caseload, .*, got \{'wegen': 0\.5\}"):
        view.clamps = {"wegen": 0.5}
    with pytest.raises(traitlets.TraitError, match=r"done must be a list of some of tegenspreken, .*, got \['x'\]"):
        view.done = ["x"]
    with pytest.raises(traitlets.TraitError):
        ContextMapView(CONTEXT, clamps={"caseload": 9})


def test_an_arrow_of_nobody_is_told() -> None:
    with pytest.raises(KeyError, match="no actor 'niemand'; there are kind"):
        context_map(replace(CONTEXT, influences=(Influence("niemand", YOU, 0.5),)))
    with pytest.raises(ValueError, match="there must be one influence each way"):
        context_map(replace(CONTEXT, influences=(*INFLUENCES, INFLUENCES[0])))


# One widget, small messages


def test_another_case_in_one_message(view: ContextMapView, comm: Comm) -> None:
    view.set_state({"clamps": {"caseload": 0.2}, "done": ["tegenspreken"]})
    comm.sent.clear()
    other = replace(CONTEXT, agency=MOVES[1:], influences=INFLUENCES[:8])
    view.play(other, clamps={"rust": 0.7, "weg": 0.5}, done=["signaleren", "tegenspreken"])
    assert len(comm.sent) == 1
    assert view.clamps == {"rust": 0.7}
    assert view.done == ["signaleren"]
    assert view.said["sentence"] == "Bijna alles komt van buiten naar jou toe."
    assert comm.state["said"] == view.said


def test_what_arrives_late_from_the_case_before_is_refused(view: ContextMapView, comm: Comm) -> None:
    view.play(CASE)
    view.set_state({"clamps": {"caseload": 0.2}, "done": ["tegenspreken"]})
    assert view.clamps == {}
    assert view.done == []


def traffic(comm: Comm, asked: dict[str, Any]) -> int:
    """As Jupyter puts it on the wire, both ways: the content, headers of about 700 bytes, two status messages."""
    messages = [{"method": "update", "state": asked}, *comm.sent, {"execution_state": "busy"}, {}]
    return sum(len(json.dumps(message, ensure_ascii=False).encode()) + 700 for message in messages)


@pytest.mark.parametrize("case", [CONTEXT, large()], ids=["small", "large"])
@pytest.mark.parametrize("asked", [{"clamps": {"caseload": 0.15}}, {"done": ["tegenspreken"]}], ids=["slider", "move"])
def test_an_event_is_small(case: Any, asked: dict[str, Any]) -> None:
    view = context_map(case)
    view.comm = Comm()
    comm: Comm = view.comm
    view.set_state(asked)
    assert set(comm.state) == ({"outcome"} if "clamps" in asked else {"said"}), "nothing is echoed, nothing sent twice"
    assert len(comm.sent) == 1
    assert traffic(comm, asked) < 20_000


def test_a_large_case_is_there_whole() -> None:
    case = large()
    view = context_map(case)
    assert len(view.network.nodes) == 140
    assert len([edge for edge in view.network.edges if edge.strength]) == 205
    assert len(view.drawn["nodes"]) == 139


def test_long_lists_end_in_a_number() -> None:
    view = context_map(large())
    assert all(len(who) < 300 for _corner, who in view.said["quarters"])
    assert any(re.search(r" en nog \d+$", who) for _corner, who in view.said["quarters"])


def test_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LANG", "en")
    view = context_map(CONTEXT)
    assert view.drawn["lang"] == "en"
    assert view.said["sentence"] == "Most of it comes towards you from outside."
    assert view.drawn["words"]["moves"] == "Where do you have influence?"


def test_a_fault_is_told_kindly(view: ContextMapView, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("kaput")

    monkeypatch.setattr("kit.models.scenario.run", broken)
    view.set_state({"clamps": {"rust": 0.9}})
    assert "kaput" in view.trouble["detail"]
    assert "kaput" not in view.trouble["sentence"]


def test_the_team_is_told_apart(view: ContextMapView) -> None:
    assert view.drawn["nodes"]["team"]["team"]
    assert not view.drawn["nodes"]["gemeente"]["team"]

"""The board from Python's side: what it holds, what it says, what it refuses, and how little it sends.

`set_state` is what the browser's messages call; a test that uses it stands in the browser's place.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
import traitlets
from board_cases import KNOWLEDGE, SAFETY, Comm, made

from kit.case import Moment
from kit.models.force_field import analyse
from kit.widgets.board import Board, force_board

ALL = [f"{force.actor}@{force.tension}" for force in SAFETY + KNOWLEDGE]
OPENING = ["jeugdbescherming@veiligheid", "vader@veiligheid"]
CHILD = "kind@veiligheid"


@pytest.fixture
def board() -> Board:
    return force_board(made())


@pytest.fixture
def comm(board: Board) -> Comm:
    board.comm = Comm()
    return board.comm


def test_opens_with_one_tension_and_two_actors(board: Board) -> None:
    assert board.shown == OPENING
    assert board.stance == {"veiligheid": 0.0, "kennis": 0.0}
    assert board.moved == {}
    assert [tension["id"] for tension in board.drawn["tensions"]] == ["veiligheid", "kennis"]


def test_the_tension_that_opens_is_drawn_first() -> None:
    board = force_board(made(KNOWLEDGE + SAFETY))
    assert [tension["id"] for tension in board.drawn["tensions"]] == ["kennis", "veiligheid"]
    assert board.shown == ["moeder@kennis", "gemeente@kennis"]


def test_another_moment_by_id() -> None:
    assert force_board(made(), "een").drawn["lang"] == "nl"
    with pytest.raises(KeyError, match="no moment 'twee'; there are een"):
        force_board(made(), "twee")


def test_what_is_hidden_does_not_count(board: Board) -> None:
    assert board.reading == analyse(SAFETY[:2], {"veiligheid": 0.0})
    assert {row[0] for row in board.said["bars"]} == {"jeugdbescherming", "vader"}
    assert set(board.said["text"]) == {"veiligheid"}
    board.set_state({"shown": ALL})
    assert board.reading == analyse(SAFETY + KNOWLEDGE, {"veiligheid": 0.0, "kennis": 0.0})
    assert len(board.said["bars"]) == 8
    assert set(board.said["text"]) == {"veiligheid", "kennis"}


def test_all_forces_are_kept_though_hidden(board: Board) -> None:
    assert board.forces == SAFETY + KNOWLEDGE


def test_nothing_on_the_board(board: Board) -> None:
    board.shown = []
    assert board.reading is None
    assert board.said["sentence"] == "Hier trekt nog niemand."
    assert board.said["bars"] == []


def test_the_sentence_is_about_the_tension_touched_last(board: Board) -> None:
    board.set_state({"shown": ALL})
    board.set_state({"stance": {"veiligheid": 0.0, "kennis": 0.5}})
    assert board.said["on"] == "kennis"
    board.set_state({"moved": {CHILD: [0.2, 0.5]}})
    assert board.said["on"] == "veiligheid"
    board.set_state({"shown": OPENING})
    assert board.said["on"] == "veiligheid"
    board.set_state({"shown": [*OPENING, "moeder@kennis"]})
    assert board.said["on"] == "kennis"


def test_a_tug_of_war_that_looks_still() -> None:
    board = Board(made(), made().moments[0], shown=ALL[:8], stance={"veiligheid": 0.05})
    assert board.said["sentence"] == (
        "Het lijkt stil rond je knoop, maar het is touwtrekken: er wordt van twee kanten hard getrokken."
    )


def test_a_line_in_words(board: Board) -> None:
    board.set_state({"stance": {"veiligheid": -0.9, "kennis": 0.0}})
    assert board.said["text"]["veiligheid"] == (
        "Jouw knoop: dicht bij ‘Veiligheid nu’. Midden van het veld: iets naar ‘Veiligheid nu’. "
        "Alles trekt hier één kant op: naar ‘Vertrouwen houden’."
    )


def test_bars_shrink_as_the_knot_comes_nearer(board: Board) -> None:
    def bar(x: float) -> float:
        board.set_state({"stance": {"veiligheid": x, "kennis": 0.0}})
        return dict(row[:2] for row in board.said["bars"])["jeugdbescherming"]

    assert bar(1.0) == 1.0
    assert bar(-0.85) == 0.0
    assert 0 < bar(-0.5) < bar(-0.2) < bar(0.2) < 1


def test_bars_have_words(board: Board) -> None:
    board.set_state({"stance": {"veiligheid": 0.86, "kennis": 0.0}})
    assert [(row[0], row[2]) for row in board.said["bars"]] == [
        ("jeugdbescherming", "heel sterk"),
        ("vader", "nauwelijks"),
    ]


def test_a_moved_force_counts(board: Board) -> None:
    board.set_state({"shown": [*OPENING, CHILD]})
    board.set_state({"moved": {CHILD: [0.5, 0.25]}})
    moved = next(force for force in board.forces if force.actor == "kind" and force.tension == "veiligheid")
    assert (moved.toward, moved.strength) == (0.5, 0.25)
    assert board.reading == analyse([*SAFETY[:2], moved], {"veiligheid": 0.0})
    assert board.told == {CHILD: "Het kind: aan de kant van ‘Vertrouwen houden’, telt licht."}
    board.set_state({"moved": {}})
    assert board.forces == SAFETY + KNOWLEDGE
    assert board.told == {}


@pytest.mark.parametrize(
    ("name", "garbage"),
    [
        ("stance", None),
        ("stance", 3),
        ("stance", []),
        ("stance", {}),
        ("stance", {"veiligheid": 0.5}),
        ("stance", {"veiligheid": 0.5, "kennis": 0.0, "anders": 0.0}),
        ("stance", {"veiligheid": "0.5", "kennis": 0.0}),
        ("stance", {"veiligheid": True, "kennis": 0.0}),
        ("stance", {"veiligheid": float("nan"), "kennis": 0.0}),
        ("stance", {"veiligheid": 1.01, "kennis": 0.0}),
        ("stance", {"veiligheid": None, "kennis": 0.0}),
        ("shown", "jeugdbescherming@veiligheid"),
        ("shown", {"jeugdbescherming@veiligheid": 1}),
        ("shown", ["wie@veiligheid"]),
        ("shown", [["jeugdbescherming@veiligheid"]]),
        ("shown", [None]),
        ("moved", []),
        ("moved", {"vader@veiligheid": [0.0, 0.5]}),
        ("moved", {"wie@veiligheid": [0.0, 0.5]}),
        ("moved", {CHILD: 0.5}),
        ("moved", {CHILD: [0.5]}),
        ("moved", {CHILD: [0.5, 0.5, 0.5]}),
        ("moved", {CHILD: [2, 0.5]}),
        ("moved", {CHILD: [0.5, 1.5]}),
        ("moved", {CHILD: [0.5, 0.005]}),
        ("moved", {CHILD: [0.5, -0.1]}),
        ("moved", {CHILD: ["0", "1"]}),
        ("moved", {CHILD: [float("inf"), 0.5]}),
    ],
)
def test_garbage_is_refused_quietly(board: Board, comm: Comm, name: str, garbage: Any) -> None:
    before = {trait: getattr(board, trait) for trait in ("stance", "shown", "moved", "said", "told", "trouble")}
    board.set_state({name: garbage})
    assert {trait: getattr(board, trait) for trait in before} == before
    assert comm.state == {name: before[name]}


def test_what_is_sound_beside_garbage_is_taken(board: Board, comm: Comm) -> None:
    board.set_state({"stance": {"veiligheid": 0.3, "kennis": 0.0}, "shown": 7})
    assert board.stance["veiligheid"] == 0.3
    assert comm.state["shown"] == OPENING


def test_the_browser_cannot_put_words_in_its_mouth(board: Board) -> None:
    before = (board.said, board.told, board.drawn, board.trouble)
    board.set_state({"said": {"sentence": "Kies A."}, "told": {"x": "y"}, "drawn": {}, "trouble": {"sentence": "x"}})
    assert (board.said, board.told, board.drawn, board.trouble) == before


def test_python_is_told_what_is_wrong(board: Board) -> None:
    with pytest.raises(traitlets.TraitError, match="a place must be a number from -1 to 1, got 2"):
        board.stance = {"veiligheid": 2, "kennis": 0}
    with pytest.raises(traitlets.TraitError, match=r"shown must be a list of some of jeugdbescherming@.*, got \['x'\]"):
        board.shown = ["x"]
    with pytest.raises(traitlets.TraitError, match=r"toward must be from -1 to 1, and strength 0 or from 0\.01 to 1"):
        board.moved = {CHILD: [0, 9]}


def test_two_forces_of_one_actor_on_one_tension() -> None:
    case = made()
    with pytest.raises(ValueError, match="an actor has one force on a tension, got more for 'kind@veiligheid'"):
        Board(case, case.moments[0], forces=(*SAFETY, SAFETY[2]))


def size(message: Any) -> int:
    """As Jupyter puts a comm message on the wire: the content, and headers of about 700 bytes."""
    return len(json.dumps(message, ensure_ascii=False).encode()) + 700


def test_a_drag_moves_little(board: Board, comm: Comm) -> None:
    """Under 5 kB for both ways and the kernel's two status messages, on the fullest board."""
    board.set_state({"shown": ALL})
    board.set_state({"moved": {key: [0.123, 0.456] for key in ALL if key != "vader@veiligheid"}})
    comm.sent.clear()
    asked = {"method": "update", "state": {"stance": {"veiligheid": 0.123, "kennis": -0.456}}, "buffer_paths": []}
    board.set_state(asked["state"])
    assert set(comm.state) == {"said"}, "only what a place changes is sent, and nothing is echoed"
    status = {"execution_state": "busy"}
    total = size(asked) + sum(map(size, comm.sent)) + 2 * size(status)
    assert len(comm.sent) == 1
    assert total < 5_000, total


def test_moving_a_force_moves_little(board: Board, comm: Comm) -> None:
    board.set_state({"shown": ALL})
    comm.sent.clear()
    asked = {"method": "update", "state": {"moved": {CHILD: [0.123, 0.456]}}, "buffer_paths": []}
    board.set_state(asked["state"])
    assert set(comm.state) == {"said", "told"}
    assert size(asked) + sum(map(size, comm.sent)) + 1_400 < 5_000


def test_another_moment_in_one_message(board: Board, comm: Comm) -> None:
    board.set_state({"moved": {CHILD: [0.1, 0.1]}, "shown": ALL})
    comm.sent.clear()
    case = made(KNOWLEDGE)
    board.play(case, case.moments[0], stance={"kennis": 0.4, "veiligheid": 0.9}, shown=["kind@kennis", "weg@kennis"])
    assert len(comm.sent) == 1
    assert board.stance == {"kennis": 0.4}
    assert board.shown == ["kind@kennis"]
    assert board.moved == {}
    assert board.said["on"] == "kennis"
    assert comm.state["said"] == board.said


def test_what_arrives_late_from_the_moment_before_is_refused(board: Board, comm: Comm) -> None:
    case = made(KNOWLEDGE)
    board.play(case, case.moments[0])
    board.set_state({"stance": {"veiligheid": 0.5, "kennis": 0.0}, "shown": ALL, "moved": {CHILD: [0.1, 0.1]}})
    assert board.stance == {"kennis": 0.0}
    assert board.shown == ["moeder@kennis", "gemeente@kennis"]
    assert board.moved == {}


def test_forces_changed_by_earlier_choices() -> None:
    case = made()
    changed = tuple(replace(force, strength=0.5) for force in SAFETY)
    board = Board(case, case.moments[0], forces=changed)
    assert board.forces == changed
    assert set(board.stance) == {"veiligheid"}


def test_marks_only_on_lines_there_are() -> None:
    case = made(SAFETY)
    board = Board(case, case.moments[0], marks={"eerste keer": {"veiligheid": -0.4, "kennis": 0.2}})
    assert board.drawn["marks"] == [["eerste keer", {"veiligheid": -0.4}]]


def test_where_a_force_comes_from(board: Board) -> None:
    origin = {force["key"]: force["from"] for force in board.drawn["forces"]}
    cite = "Verweij en Spierts, Sociale wijkteams in actie, Movisie (2020)"
    assert origin["jeugdbescherming@veiligheid"] == f"onze interpretatie van {cite}"
    assert origin["organisatie@veiligheid"] == f"bron: {cite}"
    assert origin["kind@veiligheid"] == "verzonnen voor deze casus"


def test_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_LANG", "en")
    board = force_board(made())
    assert board.drawn["lang"] == "en"
    assert board.drawn["words"]["short"] == "Whom do you do short?"
    assert board.said["sentence"].startswith("It is a tug-of-war")


def test_a_fault_is_told_kindly(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("kaput")

    monkeypatch.setattr("kit.widgets.board.analyse", broken)
    board.set_state({"stance": {"veiligheid": 0.5, "kennis": 0.0}})
    assert "kaput" in board.trouble["detail"]
    assert "kaput" not in board.trouble["sentence"]
    assert board.trouble["label"] == "Voor wie code leest"


def test_a_moment_without_a_field() -> None:
    case = made(tuple(replace(force, strength=0) for force in SAFETY))
    board = Board(case, case.moments[0], shown=ALL[:8])
    assert board.reading is None
    assert board.said["balance"] == {}
    assert isinstance(case.moments[0], Moment)

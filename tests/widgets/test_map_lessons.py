"""The lessons on expectations and context: what is done on a picture is kept, told, and there again."""

import copy
from typing import Any

import pytest

import kit
from kit.journal import Store
from kit.widgets.lessons.context import ContextLesson
from kit.widgets.lessons.expectations import ExpectationsLesson
from kit.widgets.lessons.part import Part
from kit.widgets.walk import Walk


def shown(part: Part) -> str:
    return str([part.top.page, part.bottom.page])


def press(part: Part, act: str) -> None:
    part.top._handle_custom_msg({"kind": "act", "id": act}, [])


def answer(part: Part, key: str, value: Any) -> None:
    part.top._handle_custom_msg({"kind": "set", "key": key, "value": value}, [])


def offered(part: Part, monkeypatch: pytest.MonkeyPatch) -> str:
    given: list[str] = []
    monkeypatch.setattr(part.top, "offer", lambda name, content, mime: given.append(content))
    press(part, "download")
    return given[0]


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def expecting(store: Store) -> ExpectationsLesson:
    lesson = kit.lesson("verwachtingen", store)
    assert isinstance(lesson, ExpectationsLesson)
    return lesson


@pytest.fixture
def acting(store: Store) -> ContextLesson:
    lesson = kit.lesson("context", store)
    assert isinstance(lesson, ContextLesson)
    return lesson


SPEAK = ["speak_out", "noor", "you", "uren"]


def test_a_conversation_is_kept_and_stands_there_again(expecting: ExpectationsLesson, store: Store) -> None:
    expecting.map().view.set_state({"moves": [SPEAK]})
    again = kit.lesson("verwachtingen", store)
    assert isinstance(again, ExpectationsLesson)
    assert again.answers.resumed
    assert again.map().view.moves == [SPEAK]


def test_the_heat_map_follows_the_conversations(expecting: ExpectationsLesson) -> None:
    part, chart = expecting.map(), expecting.alignment()
    before, said = copy.deepcopy(chart.chart.figure), shown(chart)
    part.view.set_state({"moves": [["adjust", "noor", "you", "uren", -0.9, "Er is te veel te doen."]]})
    assert chart.chart.figure != before
    assert shown(chart) != said
    assert chart.chart.said and "verwachten het meest hetzelfde" in chart.chart.said


def test_the_heat_map_is_in_words_too(expecting: ExpectationsLesson) -> None:
    part = expecting.alignment()
    (heat,) = part.chart.figure["data"]
    pairs = sum(value is not None for row in heat["z"] for value in row) // 2
    assert pairs > 3
    assert shown(part).count("in wat ze verwachten") == pairs


def test_how_tasks_are_seen_is_kept(expecting: ExpectationsLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    part = expecting.roles()
    task = expecting.case.roles[0].task
    assert "Niemand" in shown(part) or "denkt men verschillend" in shown(part)
    answer(part, f"roles/{task}/decides", "you")
    assert expecting.answers.get(f"roles/{task}/decides", "") == "you"
    assert task[1:] in offered(expecting.keep(), monkeypatch)


def test_all_that_was_written_is_in_the_file(expecting: ExpectationsLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    expecting.map().view.set_state({"moves": [SPEAK]})
    for place, questions in expecting.questions().items():
        for question in questions:
            answer(expecting.write(place), question.key, f"antwoord op {question.key}")
    told = offered(expecting.keep(), monkeypatch)
    for question in (q for them in expecting.questions().values() for q in them):
        assert f"{question.label}\nantwoord op {question.key}" in told
    assert "Uitgesproken: wat Noor" in told


@pytest.mark.parametrize(
    "kept", [{"moves": "x"}, {"moves": [["dans", "noor", "you", "uren"]]}, {"addressee": "niemand"}]
)
def test_a_log_that_does_not_fit_opens_as_new(expecting: ExpectationsLesson, kept: dict[str, Any]) -> None:
    for name, value in kept.items():
        expecting.answers.keep(f"map/{name}", value)
    part = expecting.map()
    assert part.view.moves == []
    assert "trouble" not in shown(part)


def test_starting_again_empties_every_part(expecting: ExpectationsLesson) -> None:
    part, notes = expecting.map(), expecting.write("search")
    part.view.set_state({"moves": [SPEAK]})
    answer(notes, "write/search", "Thea stond er niet op")
    part.bottom._handle_custom_msg({"kind": "act", "id": "restart"}, [])
    part.bottom._handle_custom_msg({"kind": "act", "id": "restart-yes"}, [])
    assert part.view.moves == []
    assert "Thea stond" not in shown(notes)


def test_sliders_and_ways_to_act_back_are_kept(acting: ContextLesson, store: Store) -> None:
    acting.map().view.set_state({"clamps": {"tijd": 0.8}, "done": ["tegenspraak"]})
    again = kit.lesson("context", store)
    assert isinstance(again, ContextLesson)
    assert (again.map().view.clamps, again.map().view.done) == ({"tijd": 0.8}, ["tegenspraak"])
    assert again.other().view.clamps == {}, "the other place has a map of its own"
    assert "Wat je terugdeed" in again.written()


@pytest.mark.parametrize("kept", [{"clamps": {"tijd": 7}}, {"clamps": {"tijd": "veel"}}, {"done": [3, "weg"]}])
def test_a_context_that_does_not_fit_opens_as_new(acting: ContextLesson, kept: dict[str, Any]) -> None:
    for name, value in kept.items():
        acting.answers.keep(f"map/{name}", value)
    assert (acting.map().view.clamps, acting.map().view.done) == ({}, [])


def test_acting_back_moves_you_on_the_influence_map(acting: ContextLesson) -> None:
    part, chart = acting.map(), acting.influence()
    (before,) = copy.deepcopy(chart.chart.figure["data"])
    part.view.set_state({"done": ["tegenspraak"]})
    (after,) = chart.chart.figure["data"]
    assert after["y"][0] > before["y"][0], "you determine more"
    assert len(after["y"]) == len(before["y"]) and "Jij" in chart.chart.said


def test_one_layer_is_changed_and_the_case_played_again(acting: ContextLesson) -> None:
    part = acting.layer()
    base = part.view.said["flows"]
    assert "Speel de casus zo opnieuw" not in shown(part)
    answer(part, "layer/which", "municipality")
    softer = part.view.said["flows"]
    assert softer[0] < base[0] and softer[1] == base[1]
    assert "Het midden van het veld" in shown(part)
    press(part, "play")
    (walk,) = part.walk.children
    assert isinstance(walk, Walk)
    assert walk.case.id == "middelstad-municipality-softer"
    assert walk.case.subtitle == "verzonnen, met één laag anders: Gemeente, minder hard"
    assert "Opnieuw beginnen" not in shown(part), "the open case has its own way to start again"
    answer(part, "layer/turn", "harder")
    assert part.view.said["flows"][0] > base[0]
    assert part.walk.children == (), "the walk of another field goes, its journal stays"
    assert "Opnieuw beginnen" in shown(part)
    press(part, "play")
    acting.answers.begin()
    assert part.walk.children == () and part.layer is None, "a lesson begun again has no case open"


def test_a_layer_that_the_case_does_not_have_is_passed_over(acting: ContextLesson) -> None:
    acting.answers.keep("layer/which", "maan")
    assert acting.layer().layer is None

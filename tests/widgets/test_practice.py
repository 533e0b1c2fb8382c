"""A set of exercises on a page: what is kept, what is told, what comes back, and what the overview says of it."""

from typing import Any

import pytest

import kit
from kit.exercise import Exercise
from kit.journal import Store
from kit.journal.learners import chosen_learner
from kit.journal.transfer import exported
from kit.practice import mark
from kit.widgets.exercises.overview import Overview
from kit.widgets.exercises.practice import PracticeView

TOPICS = ["spanningen", "verwachtingen", "context", "werkstijlen", "nabijheid", "teamontwerp", "collectief", "casus"]


def page(view: PracticeView) -> str:
    return str([view.top.page, view.bottom.page])


def say(view: PracticeView, **message: Any) -> None:
    for form in (view.top, view.bottom):
        form._handle_custom_msg(message, [])


def act(view: PracticeView, id: str) -> None:
    say(view, kind="act", id=id)


def put(view: PracticeView, answer: Any) -> None:
    assert view.here is not None
    view._answer(view.here, answer)


def wrong(exercise: Exercise) -> str:
    return next(option.id for option in exercise.options if option.right is False)


@pytest.fixture
def view() -> PracticeView:
    return kit.exercises("context")


def first_of(view: PracticeView, kind: str, open: bool = False) -> Exercise:
    one = next(one for one in view.them.exercises if one.kind == kind and one.open == open)
    act(view, f"go:{one.id}")
    assert view.here == one
    return one


@pytest.mark.parametrize("topic", TOPICS)
def test_every_exercise_of_every_set_can_be_shown(topic: str) -> None:
    view = kit.exercises(topic)
    for exercise in view.them.exercises:
        act(view, f"go:{exercise.id}")
        assert f"Opgave {view.them.exercises.index(exercise) + 1} van" in page(view)
        assert " ".join(exercise.question.replace("*", "").split()) in page(view)
        if exercise.kind == "read":
            assert view.board.layout.display == ""


def test_the_first_stays_until_one_goes_on(view: PracticeView) -> None:
    first = view.here
    act(view, "check")
    assert view.here == first and "eerst" in page(view), "an answer that is not complete is asked for, not marked"


def test_feedback_comes_when_asked_and_goes_when_the_answer_changes(view: PracticeView) -> None:
    one = first_of(view, "choose")
    answer = wrong(one)
    say(view, kind="set", key=f"{one.id}/answer", value=answer)
    feedback = next(option.feedback for option in one.options if option.id == answer)
    assert "Kijk nog eens" not in page(view)
    act(view, "check")
    assert "Kijk nog eens" in page(view) and feedback.split()[0] in page(view)
    right = next(option.id for option in one.options if option.right)
    say(view, kind="set", key=f"{one.id}/answer", value=right)
    assert "Kijk nog eens" not in page(view)
    act(view, "check")
    assert "Dat klopt" in page(view)


def test_a_question_without_a_right_answer_says_neither(view: PracticeView) -> None:
    one = first_of(view, "choose", open=True)
    say(view, kind="set", key=f"{one.id}/answer", value=one.options[0].id)
    act(view, "check")
    told = page(view)
    assert "Dat klopt" not in told and "Kijk nog eens" not in told
    assert "Wie zou bezwaar maken?" in told


def test_hints_come_in_steps(view: PracticeView) -> None:
    one = next(one for one in view.them.exercises if len(one.hints) > 1)
    act(view, f"go:{one.id}")
    assert "Hint 1" not in page(view)
    act(view, "hint")
    assert "Hint 1" in page(view) and "Hint 2" not in page(view)
    act(view, "hint")
    assert "Hint 2" in page(view)


def test_a_text_is_held_against_criteria_only_after_it_was_committed(view: PracticeView) -> None:
    one = first_of(view, "write")
    say(view, kind="set", key=f"{one.id}/answer", value="Ik vraag eerst wat zij wil.")
    assert one.criteria[0].text not in page(view)
    act(view, "check")
    assert one.criteria[0].text in page(view)
    say(view, kind="set", key=f"{one.id}/tick:{one.criteria[0].id}", value=True)
    again = kit.exercises("context")
    act(again, f"go:{one.id}")
    assert again.standing(one).ticked == [one.criteria[0].id]
    assert "Ik vraag eerst wat zij wil." in page(again)


def test_a_board_is_an_answer(view: PracticeView) -> None:
    one = first_of(view, "read")
    assert one.board is not None
    line = one.board.tensions[0].id
    view.board.set_state({"stance": {**view.board.stance, line: 0.35}})
    assert view.standing(one).answer["stance"][line] == 0.35
    act(view, "check")
    assert mark(one, view.standing(one).answer).complete
    again = kit.exercises("context")
    assert again.here == one and again.board.stance[line] == 0.35


def test_what_is_moved_on_a_board_counts_and_comes_back() -> None:
    """The field is only quiet once both want something else: what the knot alone does is not enough."""
    view = kit.exercises("spanningen")
    act(view, "go:wasruimte")
    one = view.here
    assert one is not None and one.board is not None and one.id == "wasruimte"
    line = one.board.tensions[0].id
    moved = {f"gloria@{line}": [0.1, 0.6], f"rinus@{line}": [0.1, 0.6]}
    view.board.set_state({"stance": {line: 0.1}})
    act(view, "check")
    assert mark(one, view.standing(one).answer).right is False
    view.board.set_state({"moved": moved})
    act(view, "check")
    assert mark(one, view.standing(one).answer).right is True and "Dat klopt" in page(view)
    again = kit.exercises("spanningen")
    assert again.here == one and again.board.moved == moved


def test_an_order_that_lies_as_one_wants_it_can_be_checked() -> None:
    view = kit.exercises("collectief")
    exercise = first_of(view, "order")
    act(view, "check")
    assert "Kies of vul eerst iets in" not in page(view)
    kept = view.done.answers[f"{exercise.id}/checked"]
    assert sorted(kept) == sorted(item.id for item in exercise.items)
    assert mark(exercise, kept).right is False, "it never lies right already"


def test_a_board_that_nobody_touched_says_what_to_do() -> None:
    view = kit.exercises("spanningen")
    first_of(view, "read")
    act(view, "check")
    assert "Verschuif eerst iets op het bord." in page(view)


def test_it_is_met_again_only_after_others(view: PracticeView) -> None:
    again = "Deze heb je eerder gehad."
    exercise = first_of(view, "choose")
    put(view, wrong(exercise))
    act(view, "check")
    view._draw()
    assert again not in page(view), "it is still on the screen"
    first_of(view, "several")
    put(view, [view.here.options[0].id] if view.here else [])
    act(view, "check")
    act(view, f"go:{exercise.id}")
    assert again in page(view)


def test_what_went_wrong_comes_back_empty(view: PracticeView) -> None:
    one = first_of(view, "choose")
    say(view, kind="set", key=f"{one.id}/answer", value=wrong(one))
    act(view, "check")
    assert view.progress.of(one.id).state == "again"
    for _ in range(8):
        act(view, "next")
        here = view.here
        if here == one:
            break
        assert here is not None
        if here.kind in ("choose", "several"):
            put(view, here.options[0].id if here.kind == "choose" else [here.options[0].id])
            act(view, "check")
    view._go(one.id, afresh=True)
    assert view.standing(one).answer is None
    assert "Deze heb je eerder gehad" in page(view)


def test_starting_again_is_asked_first_and_keeps_the_old(view: PracticeView) -> None:
    one = first_of(view, "write")
    say(view, kind="set", key=f"{one.id}/answer", value="Mijn tekst.")
    act(view, "restart")
    assert view.standing(one).answer == "Mijn tekst."
    act(view, "restart-yes")
    assert view.standing(one).answer is None
    assert any("Mijn tekst." in str(run.entries) for run in Store().runs("oefenen-context"))


def overview_says(overview: Overview) -> str:
    return str(overview.page)


def test_the_overview_tells_in_words(view: PracticeView) -> None:
    overview = kit.progress()
    assert overview_says(overview).count("Nog niet begonnen.") == len(TOPICS)
    one = first_of(view, "choose")
    say(view, kind="set", key=f"{one.id}/answer", value=wrong(one))
    act(view, "check")
    overview.draw()
    assert "Eén opgave komt terug." in overview_says(overview)
    overview._handle_custom_msg({"kind": "act", "id": "reset:context"}, [])
    overview._handle_custom_msg({"kind": "act", "id": "reset-yes:context"}, [])
    assert overview_says(overview).count("Nog niet begonnen.") == len(TOPICS)


def test_two_people_on_one_computer_keep_apart(view: PracticeView) -> None:
    one = first_of(view, "write")
    say(view, kind="set", key=f"{one.id}/answer", value="Van mij.")
    overview = kit.progress()
    overview._handle_custom_msg({"kind": "set", "key": "label", "value": "Blauw"}, [])
    overview._handle_custom_msg({"kind": "act", "id": "add"}, [])
    assert chosen_learner().label == "Blauw"
    assert "Van mij." not in page(kit.exercises("context"))
    overview._handle_custom_msg({"kind": "set", "key": "who", "value": "-"}, [])
    other = kit.exercises("context")
    assert other.standing(one).answer == "Van mij."


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 50, b'{"kind": "krachtenveld-voortgang", "format": 9}'])
def test_a_file_that_is_none_is_told_kindly(content: bytes) -> None:
    overview = kit.progress()
    overview._file("import", "x.json", content)
    assert "bestand" in overview_says(overview)


def test_progress_comes_back_from_its_file(view: PracticeView) -> None:
    one = first_of(view, "choose")
    say(view, kind="set", key=f"{one.id}/answer", value=wrong(one))
    act(view, "check")
    text = exported(chosen_learner())
    overview = kit.progress()
    overview._file("import", "voortgang.json", text.encode())
    assert "Alles in dit bestand had je hier al." in overview_says(overview)
    overview._handle_custom_msg({"kind": "set", "key": "label", "value": "Geel"}, [])
    overview._handle_custom_msg({"kind": "act", "id": "add"}, [])
    overview._file("import", "voortgang.json", text.encode())
    assert "Eén reeks is aangevuld." in overview_says(overview)

"""What is asked next: everything comes up, what went wrong comes back, and it ends."""

from hypothesis import given
from hypothesis import strategies as st
from small_sets import Learner, a_set

from kit.exercise import ExerciseSet
from kit.practice import next_up, progress


def asked(whole: ExerciseSet, learner: Learner, after: str | None = None) -> str | None:
    return next_up(progress(whole, learner.log, learner.at), after)


def test_all_right_goes_through_the_file_and_ends() -> None:
    whole, learner = a_set("abcd"), Learner()
    order = []
    while (id := asked(whole, learner)) is not None:
        order.append(id)
        assert len(order) < 100
        learner.checks(id)
    assert order == ["a", "b", "c", "d"]
    assert progress(whole, learner.log, learner.at).finished


def test_a_wrong_one_returns_after_three_others() -> None:
    whole, learner = a_set("abcdefg"), Learner()
    order = []
    while (id := asked(whole, learner)) is not None:
        order.append(id)
        assert len(order) < 100
        learner.checks(id, "anders" if id == "b" and order.count("b") == 1 else "goed")
    assert order == ["a", "b", "c", "d", "e", "b", "f", "g"]


def test_putting_it_right_on_the_spot_does_not_spare_the_return() -> None:
    whole, learner = a_set("abcde"), Learner()
    learner.checks("a", "anders")
    learner.checks("a", "goed")
    assert progress(whole, learner.log, learner.at).of("a").state == "again"
    for id in "bcd":
        assert asked(whole, learner) == id
        learner.checks(id)
    assert asked(whole, learner) == "a"


def test_a_wrong_one_waits_while_others_are_left_and_comes_sooner_where_none_are() -> None:
    whole, learner = a_set("ab"), Learner()
    learner.checks("a", "anders")
    assert asked(whole, learner) == "b"
    learner.checks("b")
    assert asked(whole, learner) == "a"
    learner.checks("a", "anders")
    assert asked(whole, learner) == "a"  # nothing else is left
    learner.checks("a")
    assert asked(whole, learner) is None  # it would only be the same once more, on the spot
    learner.waits(days=1)
    assert asked(whole, learner) == "a"


def test_what_went_wrong_comes_once_more_next_time_and_then_is_done() -> None:
    whole, learner = a_set("abcdef"), Learner()
    learner.checks("a", "anders")
    for id in "bcd":
        learner.checks(id)
    learner.checks("a")
    assert progress(whole, learner.log, learner.at).of("a").state == "done"
    learner.waits(days=1)
    standing = progress(whole, learner.log, learner.at).of("a")
    assert (standing.state, standing.due) == ("again", True)
    assert asked(whole, learner) is not None
    assert asked(whole, learner, "e") == "a"
    learner.checks("a")
    assert progress(whole, learner.log, learner.at).of("a").state == "done"
    learner.waits(days=1)
    assert progress(whole, learner.log, learner.at).of("a").state == "done"


def test_next_time_begins_with_what_went_wrong_oldest_first() -> None:
    whole, learner = a_set("abcdef"), Learner()
    for id in "cab":
        learner.checks(id, "anders")
    learner.checks("d")
    learner.waits(hours=12)
    assert asked(whole, learner) == "c"


def test_a_short_break_is_not_another_time() -> None:
    whole, learner = a_set("abcdef"), Learner()
    learner.checks("a", "anders")
    learner.checks("b")
    learner.waits(minutes=90)
    assert asked(whole, learner) == "c"


def test_one_that_is_passed_over_comes_when_the_others_were_asked() -> None:
    whole, learner = a_set("abc"), Learner()
    assert asked(whole, learner, "a") == "b"
    assert asked(whole, learner, "b") == "c"
    learner.checks("c")
    assert asked(whole, learner) == "a"


def test_what_is_written_is_done_once_committed() -> None:
    whole, learner = a_set(["w", "b"]), Learner()
    learner.note("w", "answer", "Ik denk")
    assert progress(whole, learner.log, learner.at).of("w").state == "open"
    learner.checks("w", "Ik denk dat")
    assert progress(whole, learner.log, learner.at).of("w").state == "done"
    assert asked(whole, learner) == "b"


@given(data=st.data(), count=st.integers(1, 9))
def test_whatever_goes_wrong_everything_comes_up_and_it_ends(data: st.DataObject, count: int) -> None:
    whole, learner = a_set([f"{'w' if n % 4 == 3 else 'k'}{n}" for n in range(count)]), Learner()
    mistakes = data.draw(st.integers(0, 12))
    order: list[str] = []
    owed: dict[str, int] = {}
    while (id := asked(whole, learner)) is not None:
        before = progress(whole, learner.log, learner.at)
        others = [one for one in before.those("new", "open", "again") if one != id]
        if order and id == order[-1]:
            assert not others
        for one in owed:
            # Only what has waited longer goes before one that is due.
            assert len(order) - owed[one] <= 3 + len(owed) or id == one
        order.append(id)
        wrong = not id.startswith("w") and mistakes > 0 and data.draw(st.booleans())
        mistakes -= wrong
        learner.checks(id, "anders" if wrong else "goed")
        if wrong:
            owed[id] = len(order)
        else:
            owed.pop(id, None)
        assert len(order) < 100
    assert set(order) == {exercise.id for exercise in whole.exercises}
    assert progress(whole, learner.log, learner.at).finished


@given(data=st.data())
def test_an_exercise_that_went_wrong_waits_for_three_others_where_there_are_as_many(data: st.DataObject) -> None:
    whole, learner = a_set([f"k{n}" for n in range(8)]), Learner()
    wrong = data.draw(st.sampled_from([f"k{n}" for n in range(4)]))
    order = []
    while (id := asked(whole, learner)) is not None:
        learner.checks(id, "anders" if id == wrong and id not in order else "goed")
        order.append(id)
        assert len(order) < 100
    first, second = [place for place, id in enumerate(order) if id == wrong]
    assert second - first == 4


def test_who_is_never_right_meets_every_exercise_all_the_same() -> None:
    whole, learner = a_set([f"k{n}" for n in range(11)]), Learner()
    met = []
    for _ in range(25):
        id = asked(whole, learner)
        assert id is not None
        learner.checks(id, "anders")
        met.append(id)
    assert set(met) == {exercise.id for exercise in whole.exercises}

"""What a group shows: counted by hand, learner by learner; and whoever hands in what, however often, in any order."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from practice.test_progress import json, lines
from small_sets import Learner, Line, a_set

from kit.exercise import Exercise, ExerciseSet, Zone
from kit.exercisefile import load_set
from kit.practice.group import ExerciseReading, GroupReading, Seen, implications, read_group

KINDS = load_set(Path(__file__).parents[1] / "exercisefile" / "kinds.yaml")
"""A set with one exercise of each kind, and the open form of those that have one."""

SMALL = a_set(["a", "b", "c", "w"])

Answers = list[tuple[str, Any]]


def group(*learners: Answers, whole: ExerciseSet = KINDS, ticked: dict[str, Any] | None = None) -> GroupReading:
    """A reading of learners who checked these answers, in this order; each ticked the same."""
    logs = []
    for answers in learners:
        learner = Learner()
        for id, answer in answers:
            learner.checks(id, answer)
        for id, ids in (ticked or {}).items():
            learner.note(id, "ticked", ids)
        logs.append(learner.log)
    return read_group(whole, logs)


def of(reading: GroupReading, id: str) -> ExerciseReading:
    return next(one for one in reading.exercises if one.exercise.id == id)


def counts(seen: tuple[Seen, ...]) -> list[tuple[str, int]]:
    return [(one.text, one.learners) for one in seen]


RIGHT, TALKS, GREAT = "gelijke-behandeling", "vertegenwoordiging", "geen"
OTHERS = "Denkt dat iedere vraag namens een ander over vertegenwoordiging gaat"
LARGE = "Denkt dat een spanning alleen bij grote beslissingen speelt"


def test_a_group_counted_by_hand() -> None:
    reading = group(
        [("de-bon", RIGHT)],
        [("de-bon", GREAT), ("de-bon", RIGHT)],
        [("de-bon", GREAT), ("de-bon", TALKS), ("de-bon", GREAT)],
        [("hoe-veel", 21)],
    )
    assert reading.learners == 4
    bond = of(reading, "de-bon")
    assert (bond.learners, bond.at_once, bond.after, bond.unnamed) == (3, 1, 1, 0)
    assert counts(bond.ideas) == [(LARGE, 2), (OTHERS, 1)], "most first; who shows it twice counts once"
    assert [one.learners for one in reading.exercises].count(0) == len(KINDS.exercises) - 2


def test_who_was_right_first_and_wrong_later_was_right_at_once() -> None:
    bond = of(group([("de-bon", RIGHT), ("hoe-veel", 21), ("de-bon", GREAT)]), "de-bon")
    assert (bond.at_once, bond.after, counts(bond.ideas)) == (1, 0, [(LARGE, 1)])


def test_an_idea_has_the_feedback_of_every_part_that_shows_it() -> None:
    """Two items of the row show the same idea: it is one, with both."""
    order = ["kiezen", "kijken", "veilig", "afspreken"]
    one = of(group([("eerst-wat-dan", order)]), "eerst-wat-dan")
    assert ("Kiest voordat het beeld er is", 1) in counts(one.ideas)
    told = next(idea.told for idea in one.ideas if idea.text == "Kiest voordat het beeld er is")
    assert [row.about for row in told] == [
        "Kijken wie waaraan trekt.",
        "Kiezen, en zeggen wat de keuze kost.",
    ]
    assert told[0].text == "Eerst het beeld, dan het oordeel."


@pytest.mark.parametrize(
    ("id", "answer", "ideas"),
    [
        ("wat-telt-mee", ["richting", "gelijk"], ["Ziet krachten als even sterk", "Leest het bord als een uitspraak"]),
        ("wie-zegt-wat", {"gemeente": "inwoner", "inwoner": "gemeente", "collega": "collega"}, ["Ziet ge", "Ziet ma"]),
        ("waar-staat-de-gemeente", 0.0, ["Denkt dat het midden hetzelfde is als goed"]),
        ("zoek-het-midden", {"stance": {"maatwerk-gelijke-behandeling": 0.0}}, ["Zoekt het midden van de lijn"]),
        ("hoe-veel", "22", ["Telt de kop mee"]),
    ],
)
def test_ideas_of_every_kind(id: str, answer: Any, ideas: list[str]) -> None:
    one = of(group([(id, answer)], [(id, answer)]), id)
    assert (one.learners, one.at_once, one.after, one.unnamed) == (2, 0, 0, 0)
    assert len(one.ideas) == len(ideas)
    for seen, begin in zip(one.ideas, ideas, strict=True):
        assert seen.text.startswith(begin) and seen.learners == 2 and seen.told[0].text


def test_another_answer_than_a_known_mistake_is_unnamed() -> None:
    one = of(group([("hoe-veel", 3)], [("hoe-veel", 3), ("hoe-veel", 22)], [("hoe-veel", 21)]), "hoe-veel")
    assert (one.learners, one.unnamed, counts(one.ideas)) == (3, 1, [("Telt de kop mee", 1)])


def test_a_question_without_a_right_answer_shows_the_spread_of_what_each_last_chose() -> None:
    advice = of(
        group(
            [("wat-zou-jij-doen", "geven")],
            [("wat-zou-jij-doen", "geven"), ("wat-zou-jij-doen", "niet")],
            [("wat-zou-jij-doen", "niet")],
        ),
        "wat-zou-jij-doen",
    )
    assert (advice.learners, advice.at_once, advice.after, advice.ideas, advice.unnamed) == (3, 0, 0, (), 0)
    assert counts(advice.answers) == [("De bon geven.", 1), ("De bon niet geven.", 2)]
    assert advice.answers[0].told[0].objects == "De buurvrouw die nee kreeg."


def test_spread_of_the_other_open_kinds() -> None:
    reading = group(
        [("waar-begin-je", ["team", "vader"]), ("jouw-plek", -0.4), ("wat-trof-je", ["jarig", "buren"])],
        [("waar-begin-je", ["vader", "team"]), ("jouw-plek", -1), ("wat-trof-je", ["buren"])],
    )
    assert counts(of(reading, "waar-begin-je").answers) == [("De vader", 1), ("Het team", 1)]
    assert [one.learners for one in of(reading, "jouw-plek").answers] == [2, 0]
    assert counts(of(reading, "wat-trof-je").answers) == [("De verjaardag.", 1), ("De buren.", 2)]


def test_what_was_written_is_counted_and_never_there() -> None:
    text = "Geheim"
    reading = group([("schrijf-het-op", text)], [("schrijf-het-op", text)], ticked={"schrijf-het-op": ["kost", "kost"]})
    one = of(reading, "schrijf-het-op")
    assert (one.learners, one.at_once, one.ideas, one.answers) == (2, 0, (), ())
    assert [seen.learners for seen in one.criteria] == [0, 2, 0]
    assert text not in repr(reading)


def test_who_ticks_without_writing_is_not_counted() -> None:
    learner = Learner()
    learner.note("schrijf-het-op", "ticked", ["kost"])
    one = of(read_group(KINDS, [learner.log]), "schrijf-het-op")
    assert (one.learners, [seen.learners for seen in one.criteria]) == (0, [0, 0, 0])


def test_who_only_looked_is_not_of_the_group() -> None:
    looked, wrote = Learner(), Learner()
    looked.note("de-bon", "hints", 1)
    looked.note("de-bon", "answer", RIGHT)
    wrote.checks("schrijf-het-op", "Iets")
    reading = read_group(KINDS, [looked.log, wrote.log, []])
    assert (reading.learners, of(reading, "de-bon").learners) == (1, 0)


def test_two_answers_that_are_told_the_same_are_one() -> None:
    """Else whoever chose one of them would be counted at both."""
    zones = tuple(Zone(from_=a, to=b, implies="Je weegt het een zwaarder.") for a, b in ((-1, 0), (0, 0.5), (0.5, 1)))
    place = Exercise(id="p", kind="place", level="weigh", open=True, question="Waar?", zones=zones)
    reading = group([("p", -0.5)], [("p", 0.9)], whole=replace(SMALL, exercises=(place,)))
    assert [one.learners for one in of(reading, "p").answers] == [2]
    assert len(implications(place)) == 3


logs = st.lists(st.lists(lines, max_size=12), max_size=5)


@given(logs=logs, data=st.data())
def test_the_order_of_learners_changes_nothing(logs: list[list[Line]], data: st.DataObject) -> None:
    turned = data.draw(st.permutations(logs))
    assert read_group(SMALL, turned) == read_group(SMALL, logs)


@given(logs=logs)
def test_any_log_is_counted_and_no_number_is_larger_than_the_group(logs: list[list[Line]]) -> None:
    reading = read_group(SMALL, logs)
    assert reading.learners <= len(logs)
    for one in reading.exercises:
        assert one.at_once + one.after <= one.learners <= reading.learners
        assert one.unnamed <= one.learners
        assert all(0 < idea.learners <= one.learners for idea in one.ideas)
        assert [idea.learners for idea in one.ideas] == sorted((i.learners for i in one.ideas), reverse=True)
    assert of(reading, "w").ideas == ()


anything = st.builds(
    Line,
    st.sampled_from(["2026-03-02T09:00:00.000+00:00", "2026-03-03T09:00:00.000+00:00"]),
    st.builds(
        "{}/{}".format, st.sampled_from([one.id for one in KINDS.exercises]), st.sampled_from(["checked", "ticked"])
    ),
    json
    | st.lists(st.sampled_from(["richting", "gelijk", "vader", "team", "kost", "veilig"]), max_size=4)
    | st.dictionaries(st.sampled_from(["stance", "moved", "gemeente", "inwoner", "collega"]), json, max_size=3),
)


@given(log=st.lists(anything, max_size=20))
def test_whatever_is_answered_at_whatever_kind_is_counted(log: list[Line]) -> None:
    reading = read_group(KINDS, [log])
    for one in reading.exercises:
        assert one.learners in (0, 1)
        assert all(seen.learners <= one.learners for seen in (*one.ideas, *one.answers, *one.criteria))
        if one.exercise.without_right:
            assert (one.at_once, one.after, one.ideas, one.unnamed) == (0, 0, (), 0)


@given(answers=st.lists(st.sampled_from(["goed", "anders", "nog-anders"]), min_size=1, max_size=6))
def test_one_learner_counts_once_whatever_the_number_of_tries(answers: list[str]) -> None:
    one = of(group([("a", answer) for answer in answers], whole=SMALL), "a")
    assert (one.learners, one.at_once) == (1, int(answers[0] == "goed"))
    assert one.after == int(answers[0] != "goed" and "goed" in answers)
    assert {idea.text for idea in one.ideas} == {f"Denkt {a.replace('-', ' ')}" for a in answers if a != "goed"}

"""The sets that the kit ships: there are eight, each goes to its end, and every answer in them teaches something."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import kit
from kit.casefile.places import datasets
from kit.exercise import LEVELS, Exercise, ExerciseSet
from kit.exercisefile import list_sets, load_set
from kit.exercisefile.places import TOPICS, exercises
from kit.practice import mark
from kit.practice.fields import start_of

SETS = {id: load_set(exercises() / f"{id}.yaml") for id in TOPICS}
ALL = [(id, exercise) for id, whole in SETS.items() for exercise in whole.exercises]


def of_kinds(*kinds: str) -> pytest.MarkDecorator:
    those = [(id, exercise) for id, exercise in ALL if exercise.kind in kinds]
    return pytest.mark.parametrize("exercise", [e for _id, e in those], ids=[f"{id}-{e.id}" for id, e in those])


each = of_kinds("choose", "several", "order", "match", "place", "read", "write", "compute")


def texts(part: Any) -> Iterator[str]:
    """All that a learner may read in a part."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in ("id", "source", "provenance", "kind", "level", "start", "solution", "table"):
                yield from texts(getattr(part, field.name))


def right_answer(exercise: Exercise) -> Any:
    match exercise.kind:
        case "choose":
            return next(option.id for option in exercise.options if option.right)
        case "several":
            return [option.id for option in exercise.options if option.right]
        case "order":
            return [item.id for item in exercise.items]
        case "match":
            return {pair.id: pair.id for pair in exercise.pairs}
        case "place":
            return next((zone.from_ + zone.to) / 2 for zone in exercise.zones if zone.right)
    return exercise.expected


def test_there_are_eight_sets_in_the_order_of_the_notebooks() -> None:
    assert list(list_sets([exercises()])) == list(TOPICS)
    assert sum(len(whole.exercises) for whole in SETS.values()) >= 70


@pytest.mark.parametrize("whole", SETS.values(), ids=SETS)
def test_a_set_rises_and_asks_in_many_ways(whole: ExerciseSet) -> None:
    assert len(whole.exercises) >= 8
    assert {exercise.level for exercise in whole.exercises} == set(LEVELS)
    kinds = [exercise.kind for exercise in whole.exercises]
    assert len(set(kinds)) >= 6
    assert "write" in kinds and "read" in kinds and kinds.count("compute") <= 2
    assert any(exercise.open for exercise in whole.exercises)
    assert whole.intro and len(whole.sources) >= 2


@each
def test_a_closed_question_has_a_right_answer_and_an_open_one_has_none(exercise: Exercise) -> None:
    if exercise.kind == "read":
        assert exercise.board is not None
        started = mark(exercise, {"stance": start_of(exercise.board)})
        assert started.right is False and started.feedback[0].text
    elif exercise.kind == "write":
        assert mark(exercise, "Ik denk dat ik eerst zou vragen.").right is None
    elif exercise.open:
        for option in exercise.options:
            marked = mark(exercise, option.id if exercise.kind == "choose" else [option.id])
            assert marked.complete and marked.right is None and marked.feedback[0].objects
    else:
        marked = mark(exercise, right_answer(exercise))
        assert marked.right is True and marked.misconceptions == ()


@of_kinds("choose", "several", "place", "compute", "order", "match")
def test_every_answer_is_told_something_of_its_own(exercise: Exercise) -> None:
    if exercise.open:
        own = [part.implies for part in (*exercise.options, *exercise.items, *exercise.zones)]
    else:
        parts = (*exercise.options, *exercise.items, *exercise.pairs, *exercise.zones, *exercise.wrongs)
        own = [part.feedback for part in parts]
    assert all(len(text) > 40 for text in own)
    assert len(set(own)) == len(own)


@of_kinds("compute")
def test_the_solution_of_a_computation_gives_what_is_expected(exercise: Exercise) -> None:
    scope: dict[str, Any] = {"kit": kit}
    exec(exercise.start, scope)
    exec(exercise.solution, scope)
    found = scope["antwoord"]
    found = found if isinstance(found, str) else float(found)
    assert mark(exercise, found).right is True
    assert all(mark(exercise, wrong.value).right is False for wrong in exercise.wrongs)
    assert exercise.wrongs


@each
def test_the_words_are_plain_and_judge_nobody(exercise: Exercise) -> None:
    for text in texts(exercise):
        assert "!" not in text
        assert not re.search(r"\b(helaas|jammer|onjuist|incorrect|goed gedaan|goed zo\b(?!,))", text, re.IGNORECASE)
        assert not re.match(r"(Nee|Ja|Fout|Goed|Juist|Klopt)[,.]", text)
        assert not re.search(r"<[a-z/]|https?:", text)


@each
def test_a_hint_is_not_the_answer(exercise: Exercise) -> None:
    rights = [option.text for option in exercise.options if option.right]
    for hint in exercise.hints:
        assert len(hint) > 15
        assert all(right.strip(" .").casefold() not in hint.casefold() for right in rights)


def test_the_right_answer_does_not_stand_out_by_its_length() -> None:
    """Who knows nothing but how tests are made would take the longest."""
    closed = [exercise for _id, exercise in ALL if exercise.kind == "choose" and not exercise.open]
    longest = []
    for exercise in closed:
        right = next(len(option.text) for option in exercise.options if option.right)
        wrong = max(len(option.text) for option in exercise.options if not option.right)
        assert right <= 2 * wrong, exercise.id
        if right > wrong:
            longest.append(exercise.id)
    assert len(longest) <= len(closed) / 3, longest


def names(text: str) -> set[str]:
    """Words that have a capital within a sentence."""
    return set(re.findall(r"(?<=[a-zé,’] )[A-Z][a-zéëï]+", " ".join(text.split())))


def test_nobody_of_a_case_walks_into_an_exercise() -> None:
    """Vignettes stand by themselves: who played a case has no head start, and who has not is told nothing of it."""
    written = {
        path: path.read_text("utf-8") for folder in ("cases", "lessons") for path in (datasets() / folder).iterdir()
    }
    played = names(" ".join(text for path, text in written.items() if path.suffix == ".yaml"))
    told = names(" . ".join(text for _id, exercise in ALL for text in texts(exercise)))
    researchers = names(" ".join(f"en {source.cite}" for whole in SETS.values() for source in whole.sources))
    assert len(played) > 100 and len(told) > 100
    assert played & told - researchers <= {
        *("Putters", "Kim", "Pelt", "Rensen", "Peter"),  # whom a source names
        *("Enschede", "Haarlem", "Leeuwarden", "Middelstad", "Nederland", "Twente", "Utrecht", "Zaanstad"),
        *("Movisie", "Universiteit"),
        *("Achter", "Dat", "De", "Den", "Er", "Je", "Naast", "Van", "Vorige", "Wat"),
    }


def test_what_leans_on_a_source_of_its_own_names_it_in_words() -> None:
    """A learner reads author and year, not an id."""
    for id, whole in SETS.items():
        for source in whole.sources:
            assert re.search(r"\d{4}|[Gg]een\s+(datum|jaar)|geen datum", source.cite), (id, source.id)

"""The choices of a team design in words: every value of the model has a name, in both languages."""

import pytest

import kit
from kit.figures.team_words import LEVELS, SCREENS, choice, level, level_words, screen_title
from kit.models.team_design import MANY, ONE

AMOUNTS = {"days", "cases"}
ELEMENTS = {"task", "residents", "ownership", "goals"}
"""What the four elements of learning ask, in a part of their own."""


def test_every_choice_of_the_model_is_asked_once() -> None:
    asked = [name for names in SCREENS.values() for name in names]
    assert len(asked) == len(set(asked))
    assert set(asked) - AMOUNTS == {*ONE, *MANY} - ELEMENTS


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", [*ONE, *MANY])
def test_every_value_has_a_name(name: str, language: str) -> None:
    kit.use_language(language)
    asked = choice(name)
    assert asked.question.endswith("?")
    assert [value for value, _label in asked.options] == list(ONE.get(name) or MANY[name])
    labels = [label for _value, label in asked.options]
    assert all(labels) and len(set(labels)) == len(labels)
    assert asked.many == (name in MANY)
    assert asked.label(asked.options[0][0]) == labels[0]


def test_every_screen_asks_a_question() -> None:
    assert all(screen_title(screen).endswith("?") for screen in SCREENS)


@pytest.mark.parametrize(
    ("strength", "found"),
    [(0, "lacking"), (0.2, "begun"), (0.5, "begun"), (0.6, "largely"), (0.99, "largely"), (1, "there")],
)
def test_levels(strength: float, found: str) -> None:
    assert level(strength) == found


def test_level_names() -> None:
    assert [level_words(found) for found in LEVELS] == ["Is er niet", "Een begin", "Is er grotendeels", "Is er"]

"""Several people on one machine, each with journals of their own; no name is asked."""

from pathlib import Path

import pytest

from kit.home import settings
from kit.journal import Learner, SetLog, Store, add_learner, choose_learner, chosen_learner, learners
from kit.language import keep_language


def test_who_never_chooses_keeps_everything_in_the_home(fresh_home: Path) -> None:
    assert learners() == [Learner("", fresh_home)]
    assert chosen_learner().label == ""
    assert Store().folder == fresh_home / "journal"
    assert not fresh_home.exists()


def test_each_has_journals_of_their_own(fresh_home: Path) -> None:
    SetLog("context", Store()).note("a/checked", "van mij")
    green = add_learner("  groene \n kikker ")
    assert green.label == "groene kikker"
    assert SetLog("context", Store()).entries  # not chosen yet
    choose_learner(green)
    assert chosen_learner() == green
    assert SetLog("context", Store()).entries == ()
    SetLog("context", Store()).note("a/checked", "van groen")
    choose_learner(learners()[0])
    assert [entry.value for entry in SetLog("context", Store()).entries] == ["van mij"]
    assert [one.label for one in learners()] == ["", "groene kikker"]


def test_choosing_keeps_the_language_and_the_other_way_round(fresh_home: Path) -> None:
    keep_language("en")
    green = add_learner("groen")
    choose_learner(green)
    keep_language("nl")
    assert settings() == {"language": "nl", "learner": green.id}


@pytest.mark.parametrize("label", ["", "  ", "\n\t", "a" * 41, "Rood", " rOOd "])
def test_a_label_that_will_not_do(label: str) -> None:
    add_learner("rood")
    with pytest.raises(ValueError, match="label must "):
        add_learner(label)


@pytest.mark.parametrize("label", ["../../etc", "a/b", "CON", "<b>x</b>", "Zoë 🌻", "oefenen--x", "."])
def test_a_label_is_text_and_no_path(label: str, fresh_home: Path) -> None:
    learner = add_learner(label)
    assert learner.label == label
    assert learner.folder.parent == fresh_home / "learners"
    assert learners()[1] == learner


def test_a_seed_is_made_once_and_differs(fresh_home: Path) -> None:
    me, green = learners()[0], add_learner("groen")
    assert me.seed == learners()[0].seed != green.seed == learners()[1].seed
    assert Learner("", fresh_home / "elders").seed != me.seed


def test_without_a_place_to_write_the_seed_is_one_and_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert Learner("", tmp_path / "file" / "home").seed == "krachtenveld"
    assert Learner("groen", tmp_path / "file" / "home").seed == "groen"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"label": 3, "seed": []}', "\x00", "[" * 100_000, '{"label": ""}'])
def test_a_damaged_label_leaves_the_learner_there(text: str, fresh_home: Path) -> None:
    green = add_learner("groen")
    (green.folder / "learner.json").write_text(text, "utf-8")
    assert [one.id for one in learners()] == ["", green.id]
    assert green.label == green.id
    assert green.seed == green.seed


def test_a_learner_who_is_gone_is_the_one_who_never_chose(fresh_home: Path) -> None:
    choose_learner(Learner("weg", fresh_home / "learners" / "weg"))
    assert chosen_learner() == Learner("", fresh_home)
    choose_learner(Learner("../../..", fresh_home))
    assert chosen_learner() == Learner("", fresh_home)

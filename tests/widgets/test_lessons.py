"""The lesson on tensions: its data, what each part shows, and that nothing a learner gave is lost."""

import json
from pathlib import Path
from typing import Any

import pytest

import kit
from kit import language
from kit.case import Force, Option
from kit.casefile.places import datasets
from kit.figures.line_svg import Mark, line_svg
from kit.figures.words import tension_words, tipping_words
from kit.journal import NotKept, Run, Store
from kit.models.force_field import analyse
from kit.widgets.form import Form
from kit.widgets.languages import LanguageSwitch
from kit.widgets.lessons.part import Part
from kit.widgets.lessons.place import said_of, scale_words
from kit.widgets.lessons.tensions import TensionsLesson
from kit.widgets.lessons.tipping import SPREAD, firmness_words

FILE = datasets() / "lessons" / "spanningen.yaml"
PARTS = ["begin", "place_yourself", "board", "still", "tipping", "compare"]
SQUARE = "representatie-participatie"
TAILORED = "maatwerk-gelijke-behandeling"


@pytest.fixture
def lesson() -> TensionsLesson:
    return kit.lesson("spanningen")


def tell(form: Form, **message: Any) -> None:
    """Imitates the browser."""
    form._handle_custom_msg(message, [])


def answer(form: Form, key: str, value: Any) -> None:
    tell(form, kind="set", key=key, value=value)


def press(form: Form, act: str) -> None:
    tell(form, kind="act", id=act)


def texts(page: Any) -> list[str]:
    """All that a page says, in order."""
    if isinstance(page, str):
        return [page]
    if isinstance(page, dict):
        return [text for value in page.values() for text in texts(value)]
    return [text for value in page for text in texts(value)] if isinstance(page, list | tuple) else []


def shown(part: Part) -> str:
    return " ".join([*texts(part.top.page), *texts(part.bottom.page)])


def place_all(lesson: TensionsLesson, value: int = 20) -> None:
    for tension in lesson.case.tensions:
        lesson.answers.keep(f"place/{tension.id}", value)


# the data


def test_the_lesson_file_is_sound() -> None:
    assert kit.check_case(FILE) == []


def test_the_lesson_is_no_case_to_play() -> None:
    assert "les-spanningen" not in kit.list_cases()
    assert "spanningen" not in kit.list_cases()


def test_the_first_four_are_putters(lesson: TensionsLesson) -> None:
    assert [t.source for t in lesson.case.tensions] == ["denuyl-verhagen-2015"] * 4
    assert [c.id for c in lesson.case.conditions] == ["budget-ruimte"]


def test_what_was_said_in_utrecht_has_its_source(lesson: TensionsLesson) -> None:
    said = lesson.case.moment("utrecht")
    assert [f.tension for f in said.forces] == [t.id for t in lesson.case.tensions]
    assert {(f.provenance, f.source) for f in said.forces} == {("interpretatie", "denuyl-verhagen-2015")}
    assert {(v.provenance, v.source) for v in said.voices} == {("bron", "denuyl-verhagen-2015")}


@pytest.mark.parametrize("x", [-1.0, -0.35, 0.0, 0.2, 0.9])
def test_a_balance_does_not_tell_march_from_june(lesson: TensionsLesson, x: float) -> None:
    """The lesson is made so: middle and net pull are equal wherever the knot lies; only the distance differs."""
    march, june = (analyse(lesson.case.moment(id).forces, {SQUARE: x}) for id in ("maart", "juni"))
    assert march is not None
    assert june is not None
    assert march.balance == june.balance
    assert march.net_pull[SQUARE] == pytest.approx(june.net_pull[SQUARE])
    assert june.distance[SQUARE] > march.distance[SQUARE] - 1e-9
    assert june.field_strain > 50 * march.field_strain


def test_june_is_a_still_tug_of_war(lesson: TensionsLesson) -> None:
    words = [
        tension_words(analyse(lesson.case.moment(id).forces, {SQUARE: 0.0}), lesson.case.tension(SQUARE))
        for id in ("maart", "juni")
    ]
    assert words[0].startswith("Rond je knoop is het rustig")
    assert words[1].startswith("Het lijkt stil rond je knoop, maar het is touwtrekken")


def test_an_unknown_lesson_is_named() -> None:
    with pytest.raises(ValueError, match=r"^lesson must be one of spanningen, .*, got 'spaningen'$"):
        kit.lesson("spaningen")


# keeping


def test_answers_are_on_disk_at_once_and_come_back(lesson: TensionsLesson) -> None:
    places = lesson.place_yourself()
    first = lesson.case.tensions[0].id
    answer(places.top, f"place/{first}", 15)
    answer(places.top, f"place/{first}/why", "Op stage.")
    press(places.top, "next")
    again = kit.lesson("spanningen")
    assert again.answers.resumed
    assert again.answers.number(f"place/{first}") == 15
    assert lesson.case.tensions[1].question in shown(again.place_yourself())
    assert "Je gaat verder waar je gebleven was" in shown(again.begin())


def test_a_board_comes_back_as_it_was(lesson: TensionsLesson) -> None:
    board = lesson.board().board
    key = f"els@{TAILORED}"
    board.set_state({"shown": [*board.shown, key]})
    board.set_state({"stance": {**board.stance, TAILORED: -0.4}})
    board.set_state({"moved": {key: [0.5, 0.9]}})
    again = kit.lesson("spanningen").board().board
    assert key in again.shown
    assert again.stance[TAILORED] == -0.4
    assert again.moved == {key: [0.5, 0.9]}


@pytest.mark.parametrize("name", ["stance", "shown", "moved"])
@pytest.mark.parametrize("value", [{TAILORED: 7}, {"x": "y"}, [1, None], "text", {f"els@{TAILORED}": ["a", 2]}])
def test_a_file_touched_by_hand_opens_the_board(lesson: TensionsLesson, name: str, value: Any) -> None:
    lesson.answers.keep(f"growing/{name}", value)
    board = kit.lesson("spanningen").board().board
    assert len(board.shown) >= 2
    assert board.trouble == {}


def test_starting_again_is_asked_first_and_empties_every_part(lesson: TensionsLesson) -> None:
    parts = [getattr(lesson, name)() for name in PARTS]
    place_all(lesson)
    lesson.answers.keep("growing/seen", "Wat ik zag")
    board = parts[2].board
    board.set_state({"stance": {**board.stance, TAILORED: -0.4}})
    press(parts[0].bottom, "restart")
    assert lesson.answers.get("growing/seen", "") == "Wat ik zag"
    press(parts[0].bottom, "restart-yes")
    assert board.stance[TAILORED] == 0
    assert not any("Wat ik zag" in shown(part) for part in parts)
    assert "Nog te doen" in shown(parts[-1])


def test_the_next_to_open_the_lesson_finds_it_empty(lesson: TensionsLesson) -> None:
    place_all(lesson)
    lesson.answers.begin()
    again = kit.lesson("spanningen")
    assert not again.answers.resumed
    assert again.answers.run.entries == ()
    assert len([run for run in Store().runs(lesson.case.id) if run.entries]) == 1, "the earlier run stays"


class FullDisk(Store):
    """A store that cannot keep anything while `full`."""

    full = True

    def save(self, run: Run, *, together: bool = False) -> Run:
        if self.full:
            raise NotKept(28, "No space left on device")
        return super().save(run, together=together)


def test_a_full_disk_is_told_and_one_can_go_on(tmp_path: Path) -> None:
    store = FullDisk(tmp_path)
    lesson = kit.lesson("spanningen", store)
    places, compare = lesson.place_yourself(), lesson.compare()
    answer(places.top, f"place/{lesson.case.tensions[0].id}", 15)
    for part in (places, compare):
        assert "Er kan nu niets bewaard worden (No space left on device)" in shown(part)
    assert lesson.answers.number(f"place/{lesson.case.tensions[0].id}") == 15
    store.full = False
    answer(places.top, f"place/{lesson.case.tensions[0].id}", 20)
    assert "niets bewaard" not in shown(places)


# placing oneself


def test_the_scale_and_the_page_say_the_same(lesson: TensionsLesson) -> None:
    tension = lesson.case.tensions[0]
    words = scale_words(tension)
    assert len(set(words)) == 7
    for value in range(0, 101, 5):
        # As form.js does it.
        assert said_of(value, tension) == words[min(6, int(value / 101 * 7))]
    assert [said_of(v, tension) for v in (0, 50, 100)] == [words[0], "in het midden", words[6]]


def test_every_tension_shows_what_both_poles_protect_and_risk(lesson: TensionsLesson) -> None:
    places = lesson.place_yourself()
    for tension in lesson.case.tensions:
        page = shown(places)
        for pole in (tension.left, tension.right):
            assert pole.protects in page
            assert pole.risks in page
        press(places.top, "next")
    assert lesson.case.conditions[0].text in shown(places)


# the still tug-of-war


def test_the_guess_comes_before_the_ropes(lesson: TensionsLesson) -> None:
    still = lesson.still()
    assert still.board.layout.display == "none"
    assert lesson.case.moment("juni").scene.split(".")[0] not in shown(still)
    answer(still.top, "still/guess", "same")
    assert still.board.layout.display == ""
    assert len(still.board.shown) == 4
    answer(still.top, "still/at", "juni")
    assert "touwtrekken" in still.board.said["sentence"]
    assert "Het midden van het veld is beide keren hetzelfde" in shown(still)


def test_each_month_keeps_its_own_knot(lesson: TensionsLesson) -> None:
    still = lesson.still()
    answer(still.top, "still/guess", "more")
    still.board.set_state({"stance": {SQUARE: 0.5}})
    answer(still.top, "still/at", "juni")
    assert still.board.stance == {SQUARE: 0.0}
    answer(still.top, "still/at", "maart")
    assert still.board.stance == {SQUARE: 0.5}


# the tipping point


def test_the_sentences_follow_the_board(lesson: TensionsLesson) -> None:
    tipping = lesson.tipping()
    a, b = tipping.pair()
    for sentence in tipping_words(lesson.case, tipping.board.forces, a, b):
        assert sentence in shown(tipping)
    before = shown(tipping)
    tipping.board.set_state({"moved": {f"gemeente@{TAILORED}": [0.75, 0.1]}})
    assert shown(tipping) != before
    told = tipping_words(lesson.case, tipping.board.forces, a, b)
    assert all(sentence in shown(tipping) for sentence in told)


def test_an_option_is_never_set_against_itself(lesson: TensionsLesson) -> None:
    tipping = lesson.tipping()
    answer(tipping.top, "tipping/a", "twee")
    a, b = tipping.pair()
    assert (a.id, b.id) == ("twee", "drie")
    assert set(dict(tipping.board.drawn["marks"])) == {"A", "B"}


def test_a_new_guess_stays_near_and_can_be_put_back(lesson: TensionsLesson) -> None:
    tipping = lesson.tipping()
    press(tipping.bottom, "guess")
    moved = tipping.board.moved
    assert len(moved) == len(tipping.moment.forces)
    for force in tipping.moment.forces:
        toward, strength = moved[f"{force.actor}@{force.tension}"]
        assert toward == force.toward
        assert abs(strength - force.strength) <= SPREAD + 1e-3
    press(tipping.bottom, "guess")
    assert tipping.board.moved != moved
    press(tipping.bottom, "back")
    assert tipping.board.moved == {}


def option(id: str, x: float) -> Option:
    return Option(id=id, title=id, positions={"t": x}, damage="-", next="-")


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (0.5, "alles af van gissen"),
        (0.6, "veel af van gissen"),
        (0.75, "vrij stevig"),
        (0.95, "het beeld stevig"),
    ],
)
def test_how_firm_a_picture_is_said_in_words(right: float, said: str) -> None:
    forces = (Force("a", "t", -1, 0.5), Force("b", "t", 1, right))
    a, b = option("links", -0.5), option("rechts", 0.5)
    words = firmness_words(forces, a, b)
    assert said in words
    assert firmness_words(forces, b, a) == words, "it tells no option from the other"
    assert not any(character.isdigit() for character in words)


# the comparison


def test_first_alone_then_theirs(lesson: TensionsLesson) -> None:
    compare = lesson.compare()
    said = lesson.case.moment("utrecht").forces
    assert not any(force.why in shown(compare) for force in said)
    first = lesson.case.tensions[0].id
    lesson.answers.keep(f"place/{first}", 30)
    assert [force.tension for force in said if force.why in shown(compare)] == [first]
    press(compare.top, "anyway")
    assert all(force.why in shown(compare) for force in said)


def test_a_learners_words_are_text(lesson: TensionsLesson) -> None:
    nasty = "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) **vet**"
    first = lesson.case.tensions[0].id
    place_all(lesson)
    lesson.answers.keep(f"place/{first}/why", nasty)
    lesson.answers.keep("place/at", 4)

    def tags(tree: Any) -> set[str]:
        if isinstance(tree, dict):
            return set().union(*map(tags, tree.values()))
        if isinstance(tree, list):
            own = {tree[0]} if len(tree) == 3 and isinstance(tree[0], str) and isinstance(tree[2], list) else set()
            return own.union(*map(tags, tree))
        return set()

    for part in (lesson.place_yourself(), lesson.compare()):
        assert nasty in shown(part)
        assert "a" not in tags(part.top.page)


def test_all_that_was_written_can_be_taken_along(lesson: TensionsLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    compare = lesson.compare()
    place_all(lesson)
    written = {
        "growing/seen": "Anouk.",
        "still/seen": "De vergadering.",
        "tipping/ask": "Els.",
        "compare/differ": "Ja.",
    }
    for key, value in written.items():
        lesson.answers.keep(key, value)
    offered: list[tuple[str, str, str]] = []
    monkeypatch.setattr(compare.bottom, "offer", lambda *it: offered.append(it))
    press(compare.bottom, "download")
    ((name, content, mime),) = offered
    assert name == "les-spanningen.txt"
    assert mime.startswith("text/plain")
    for text in [*written.values(), *(tension.question for tension in lesson.case.tensions)]:
        assert text in content


# the line


def test_a_line_escapes_what_it_draws(lesson: TensionsLesson) -> None:
    svg = line_svg(lesson.case.tensions[0], [Mark("<b>&", 0.0, "other")])
    assert "<b>" not in svg
    assert "&lt;b&gt;&amp;" in svg


@pytest.mark.parametrize(("x", "anchor"), [(-1.0, "start"), (0.0, "middle"), (1.0, "end")])
def test_a_label_stays_inside(lesson: TensionsLesson, x: float, anchor: str) -> None:
    svg = line_svg(lesson.case.tensions[0], [Mark("Teamleiders in Utrecht", x, "other")])
    label = svg[: svg.index("Teamleiders")].rpartition("<text")[2]
    assert f'text-anchor="{anchor}"' in label


# the language


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIT_LANG")


@pytest.mark.usefixtures("unset")
def test_the_language_chosen_is_kept(fresh_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    switch = LanguageSwitch()
    sent: list[Any] = []
    monkeypatch.setattr(switch, "send", sent.append)
    answer(switch, "language", "en")
    assert sent == [{"kind": "event", "name": "krachtenveld-lang", "detail": "en"}]
    assert "Language of buttons" in " ".join(texts(switch.page))
    monkeypatch.setattr(language, "_chosen", None)
    language._kept_at.cache_clear()
    assert language.language() == "en", "another Python, later"
    assert json.loads((fresh_home / "settings.json").read_text("utf-8")) == {"language": "en"}
    monkeypatch.setenv("KIT_LANG", "nl")
    assert language.language() == "nl", "KIT_LANG goes first"


@pytest.mark.usefixtures("unset")
@pytest.mark.parametrize("text", ["", "{", "[]", '{"language": 3}', '{"language": "fr"}', "[" * 100_000])
def test_damaged_settings_mean_dutch(fresh_home: Path, text: str) -> None:
    fresh_home.mkdir()
    (fresh_home / "settings.json").write_text(text, "utf-8")
    assert language.language() == "nl"


@pytest.mark.usefixtures("unset")
def test_a_language_that_cannot_be_kept_holds_for_now(fresh_home: Path) -> None:
    fresh_home.write_text("a file where the folder should be")
    switch = LanguageSwitch()
    answer(switch, "language", "en")
    assert language.language() == "en"
    assert "could not be kept" in " ".join(texts(switch.page))


def test_the_switch_says_when_kit_lang_goes_first() -> None:
    assert "KIT_LANG" in " ".join(texts(LanguageSwitch().page))

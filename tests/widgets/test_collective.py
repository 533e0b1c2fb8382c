"""The lesson on collective work: what each part shows, that nothing is lost, and that a register is kept nowhere."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kit
from kit.models.register import PLANTED
from kit.widgets.form import Form
from kit.widgets.lessons.collective import CollectiveLesson
from kit.widgets.lessons.collective_own import OwnRegister
from kit.widgets.lessons.collective_questions import collective_questions
from kit.widgets.lessons.part import Part

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "07_collectief.ipynb"
PARTS = [
    *("begin", "two_percent", "eighty_cases", "by_eye", "by_rule", "shuffled", "plan", "two_years", "colleagues"),
    *("measures", "own_register", "keep"),
]


@pytest.fixture
def lesson() -> CollectiveLesson:
    made = kit.lesson("collectief")
    assert isinstance(made, CollectiveLesson)
    return made


def tell(form: Form, buffers: list[bytes] | None = None, **message: Any) -> None:
    """Imitates the browser."""
    form._handle_custom_msg(message, buffers or [])


def answer(part: Part, key: str, value: Any) -> None:
    for form in (part.top, part.bottom):
        tell(form, kind="set", key=key, value=value)


def press(part: Part, act: str) -> None:
    for form in (part.top, part.bottom):
        tell(form, kind="act", id=act)


def texts(page: Any) -> list[str]:
    if isinstance(page, str):
        return [page]
    if isinstance(page, dict):
        return [text for value in page.values() for text in texts(value)]
    return [text for value in page for text in texts(value)] if isinstance(page, list | tuple) else []


def shown(part: Part) -> str:
    return " ".join([*texts(part.top.page), *texts(part.bottom.page)])


def pick(lesson: CollectiveLesson, n: int, street: str, theme: str) -> None:
    lesson.answers.keep(f"eye/{n}/street", street)
    lesson.answers.keep(f"eye/{n}/theme", theme)


# begin


def test_first_a_guess_then_the_share_with_its_source(lesson: CollectiveLesson) -> None:
    two = lesson.two_percent()
    assert "Movisie" not in shown(two)
    answer(two, "two/guess", 40)
    press(two, "show")
    assert "Twee van de honderd." in shown(two)
    assert "tweede hand" in shown(two), "the interview tells of earlier research"
    assert "Marcel Spierts" in shown(two)


def test_eighty_cases_the_latest_first(lesson: CollectiveLesson) -> None:
    page = shown(lesson.eighty_cases())
    assert page.count("huishouden ") == 80
    assert "De andere 64" in page
    assert page.index("week 52") < page.index("week 51")


# the map


def test_the_eye_goes_first(lesson: CollectiveLesson) -> None:
    eye, rule = lesson.by_eye(), lesson.by_rule()
    assert "◆" not in shown(eye) and eye.chart.figure != {}
    assert rule.picture() is None and rule.chart.layout.display == "none"
    answer(eye, "eye/1/street", "Lindenlaan")
    assert rule.picture() is None, "half a pick is none"
    answer(eye, "eye/1/theme", "geldzorgen")
    assert rule.picture() is not None and rule.chart.layout.display == ""
    assert (
        "In een straat van deze grootte en bij een thema dat zo vaak voorkomt, waren er ongeveer 28 te verwachten"
        in shown(rule)
    )
    assert eye.chart_data.picks == ((0, 0),)


def test_the_rule_can_be_shown_without_a_pick(lesson: CollectiveLesson) -> None:
    rule = lesson.by_rule()
    press(rule, "anyway")
    for street, theme in PLANTED:
        assert f"◆ {street}, {theme}" in shown(rule)
    assert "Wat jij koos" not in shown(rule)


def test_each_pick_is_answered_and_none_is_scored(lesson: CollectiveLesson) -> None:
    pick(lesson, 1, "Dijkstraat", "schimmel in huis")
    pick(lesson, 2, "Wilgenpad", "geldzorgen")
    pick(lesson, 3, "Dijkstraat", "schimmel in huis")
    rule = lesson.by_rule()
    page = shown(rule)
    assert "Dijkstraat, schimmel in huis: de regel wijst dit ook aan." in page
    assert "Bij minder dan vijf gaat het om mensen, nog niet om een patroon." in page
    assert len(rule.picks()) == 2, "the same cell twice is one pick"
    for word in ("goed zo", "fout", "juist", "punten"):
        assert word not in page.lower()


def test_a_cell_that_deceives_is_told(lesson: CollectiveLesson) -> None:
    press(rule := lesson.by_rule(), "anyway")
    assert "Havenkade, geldzorgen: 11 vragen, maar van 4 huishoudens." in shown(rule)


def test_each_shuffle_is_another_and_the_count_follows_the_picks(lesson: CollectiveLesson) -> None:
    chance = lesson.shuffled()
    assert chance.picture() is None
    press(chance, "once")
    first = chance.chart_data
    press(chance, "once")
    assert chance.chart_data != first
    assert chance.chart_data.streets == first.streets == lesson.register.streets, "rows keep their places"
    assert chance.chart_data.themes == lesson.register.themes
    assert kit.lesson("collectief").shuffled().chart_data == chance.chart_data, "it comes back as it was"
    press(chance, "many")
    assert [block["kind"] for block in chance.bottom.page[:2]] == ["heading", "prose"], "under the map, and in sight"
    assert "wees in 188 ervan iets aan" in shown(chance) and "De regel wees in geen ervan iets aan." in shown(chance)
    assert "Zelden is niet nooit" not in shown(chance)
    pick(lesson, 1, "Lindenlaan", "opvoeden")
    assert "Lindenlaan, opvoeden: in 1 ervan" in shown(chance)
    assert "Zelden is niet nooit: er zijn 96 vakken." in shown(chance)


# the plan


def test_a_plan_begins_with_a_signal_and_then_asks_who(lesson: CollectiveLesson) -> None:
    pick(lesson, 1, "Kerkstraat", "eenzaamheid")
    plan = lesson.plan()
    assert plan.bottom.page[-1]["kind"] == "buttons" and "Wie maakt dit mee?" not in shown(plan)
    assert list(plan.signals().values())[-1] == ("Kerkstraat", "eenzaamheid")
    answer(plan, "plan/cell", "Dijkstraat|schimmel in huis")
    assert plan.chosen() == ("Dijkstraat", "schimmel in huis")
    for asked in ("Wie maakt dit mee?", "Wat zeggen zij er zelf van", "Welke organisaties", "En als bewoners het niet"):
        assert asked in shown(plan)
    answer(plan, "plan/how", ["luisteren", "aan-de-bel"])
    assert [choice.id for choice in plan.approaches()] == ["aan-de-bel", "luisteren"]


def test_a_signal_of_ones_own(lesson: CollectiveLesson) -> None:
    plan = lesson.plan()
    answer(plan, "plan/cell", "own")
    assert "hoe weet je dat meer mensen het delen" in shown(plan)
    assert plan.chosen() is None and "Wie maakt dit mee?" in shown(plan)


# two years


def test_the_guess_comes_before_the_years(lesson: CollectiveLesson) -> None:
    years = lesson.two_years()
    assert years.picture() is None and "Na twee jaar" not in shown(years)
    answer(years, "years/guess", "half")
    assert years.picture() is not None
    assert "In week 39 is de achterstand ingehaald." in shown(years)
    assert "Dit model is zo gebouwd; het bewijst niets." in shown(years)


def test_the_chart_follows_while_the_slider_moves(lesson: CollectiveLesson) -> None:
    years = lesson.two_years()
    answer(years, "years/guess", "never")
    top, before = years.top.page, years.chart.figure
    tell(years.top, kind="live", key="years/share", value=40)
    assert years.chart.figure != before
    assert years.top.page is top, "the slider is left alone under the finger"
    assert "te weinig uren over" in shown(years) and "te weinig uren over" in years.chart.said


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("pilot", "Hier stopt het"),
        ("back", "het grootste deel nog over"),
        ("nobody", "hoeft hier niemand te wachten"),
        ("on", "Na twee jaar zijn er 142 vragen meer beantwoord dan met alleen casussen."),
    ],
)
def test_each_way_is_told(lesson: CollectiveLesson, way: str, said: str) -> None:
    years = lesson.two_years()
    answer(years, "years/guess", "never")
    answer(years, "years/how", way)
    assert said in shown(years) and said in years.chart.said


@pytest.mark.parametrize(("act", "share"), [("little", 5), ("fifteen", 15), ("much", 40)])
def test_ready_shares(lesson: CollectiveLesson, act: str, share: int) -> None:
    years = lesson.two_years()
    answer(years, "years/guess", "never")
    anew = years.top.anew
    press(years, act)
    assert years.share == share
    assert years.top.anew == anew + 1, "what was moved on the page counts no longer"


def test_every_number_of_the_model_has_its_provenance(lesson: CollectiveLesson) -> None:
    years = lesson.two_years()
    answer(years, "years/guess", "never")
    page = shown(years)
    for one in lesson.data.assumptions:
        assert one.meaning in page
    assert page.count("Verzonnen voor deze les.") == 8
    assert "Onze interpretatie van: Verbind individueel naar collectieve aanpak." in page
    assert "0,3  (deel van de vragen)." in page, "a Dutch comma"


# the team, the measures


def test_cards_and_measures_say_where_they_come_from(lesson: CollectiveLesson) -> None:
    cards = lesson.colleagues().top.page[0]["cards"]
    assert len(cards) == 6 and all("Verbind individueel" in card["origin"] for card in cards)
    measures = lesson.measures()
    assert (
        shown(measures).count("uit het interview") + shown(measures).count("onze interpretatie van het interview") == 4
    )
    assert shown(measures).count("van onszelf") == 2
    assert "Het interview: Verbind individueel" in shown(measures)


# a register of one's own


def hand(own: OwnRegister, content: bytes, name: str = "register.csv") -> None:
    message = {"key": "own/register", "name": name, "size": len(content), "at": 0}
    tell(own.top, [content], kind="file", **message)


ROWS = "".join(f"Dorpsstraat;taal;{n % 52 + 1};{n}\n" for n in range(7)) + "Molenweg;geld;3;50\n"
SOUND = ("straat;thema;week;huishouden\n" + ROWS).encode()


def test_a_file_becomes_a_map_with_small_numbers_small(lesson: CollectiveLesson) -> None:
    own = lesson.own_register()
    assert own.picture() is None
    hand(own, SOUND)
    assert own.picture() is not None and own.chart.layout.display == ""
    assert "register.csv is gelezen, van week 1 tot en met week 7. Vragen: 8, straten: 2, thema’s: 2." in shown(own)
    assert own.shown.cells == (("7", ""), ("", "<5"))
    assert "Waarom staat er ‘<5’?" in shown(own)


def test_without_households_the_map_counts_requests_and_says_so(lesson: CollectiveLesson) -> None:
    own = lesson.own_register()
    hand(own, b"straat;thema;week\n" + b"Dorpsstraat;taal;1\n" * 9)
    assert "geen kolom voor het huishouden" in shown(own)
    assert own.signals is None and "De regel wijst" not in shown(own)
    assert own.shown.title == "Waar wordt vaak hetzelfde gevraagd?"
    assert own.shown.told == (("Dorpsstraat, taal: 9 vragen.",),)


def test_faults_are_told_and_the_sound_rows_can_be_used(
    lesson: CollectiveLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = lesson.own_register()
    hand(own, SOUND + b";taal;99;4\n" + b"Molenweg;;5;4\n" * 30)
    assert "er kloppen nog 32 dingen niet" in shown(own)
    assert "rij 10, kolom straat" in shown(own) and "Alle fouten, geteld" in shown(own)
    assert own.picture() is None
    offered: list[tuple[str, str, str]] = []
    monkeypatch.setattr(own.top, "offer", lambda *it: offered.append(it))
    press(own, "faults")
    assert offered[0][0] == "fouten.csv" and offered[0][1].count("\r\n") == 33
    press(own, "without")
    assert own.picture() is not None
    assert "31 rijen zijn weggelaten." in shown(own)


def test_another_file_takes_the_place_of_the_first(lesson: CollectiveLesson) -> None:
    own = lesson.own_register()
    hand(own, SOUND)
    hand(own, b"\x89PNG\r\n\x1a\n....", "foto.png")
    assert own.picture() is None and own.chart.layout.display == "none"
    assert "foto.png: er klopt nog één ding niet" in shown(own) and "een plaatje" in shown(own)
    assert "Ga verder zonder" not in shown(own)


def test_a_register_is_kept_nowhere(lesson: CollectiveLesson, fresh_home: Path) -> None:
    own = lesson.own_register()
    hand(own, SOUND.replace(b"Dorpsstraat", b"Geheimstraat"))
    answer(own, "own/seen", "Taal in een straat.")
    kept = "".join(path.read_text("utf-8") for path in fresh_home.rglob("*") if path.is_file())
    assert "Taal in een straat." in kept
    assert "Geheimstraat" not in kept and "register.csv" not in kept
    assert "Geheimstraat" not in lesson.written()
    again = kit.lesson("collectief")
    assert isinstance(again, CollectiveLesson)
    assert again.own_register().register() is None


def test_starting_again_lets_the_register_go(lesson: CollectiveLesson) -> None:
    own = lesson.own_register()
    hand(own, SOUND)
    press(own, "restart")
    press(own, "restart-yes")
    assert own.register() is None and "register.csv" not in shown(own)


def test_the_map_and_an_example_can_be_taken_along(lesson: CollectiveLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    own = lesson.own_register()
    offered: list[tuple[str, str, str]] = []
    for form in (own.top, own.bottom):
        monkeypatch.setattr(form, "offer", lambda *it: offered.append(it))
    press(own, "example")
    hand(own, offered[0][1].encode())
    assert "Vragen: 522," in shown(own), "the example is sound by its own reader"
    hand(own, SOUND)
    press(own, "map")
    assert offered[1][0] == "signalenkaart.csv"
    assert "<5" in offered[1][1] and offered[1][1].startswith("\ufeffstraat;")


def test_names_in_a_file_are_text(lesson: CollectiveLesson) -> None:
    nasty = "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) **vet**"
    own = lesson.own_register()
    rows = "".join(f'"{nasty}";"{nasty}";1;{n}\n' for n in range(6))
    hand(own, ("straat;thema;week;huishouden\n" + rows).encode(), f"{nasty}.csv")

    def tags(tree: Any) -> set[str]:
        if isinstance(tree, dict):
            return set().union(*map(tags, tree.values()))
        if isinstance(tree, list):
            first = {tree[0]} if len(tree) == 3 and isinstance(tree[0], str) and isinstance(tree[2], list) else set()
            return first.union(*map(tags, tree))
        return set()

    assert nasty in shown(own)
    assert "a" not in tags(own.top.page) | tags(own.bottom.page)
    assert "<img" not in json.dumps(own.chart.figure)


# keeping


def test_answers_come_back(lesson: CollectiveLesson) -> None:
    pick(lesson, 2, "Molenweg", "geldzorgen")
    for key, value in {"two/guess": 30, "years/guess": "first", "years/share": 40, "plan/cell": "own"}.items():
        lesson.answers.keep(key, value)
    again = kit.lesson("collectief")
    assert isinstance(again, CollectiveLesson)
    assert again.answers.resumed
    assert again.by_eye().picks() == [("Molenweg", "geldzorgen")]
    assert again.two_years().share == 40 and again.two_years().guessed() == "first"


def test_starting_again_empties_every_part(lesson: CollectiveLesson) -> None:
    parts = [getattr(lesson, name)() for name in PARTS]
    pick(lesson, 1, "Molenweg", "geldzorgen")
    for key, value in {"two/shown": True, "years/guess": "first", "plan/first": "Bellen.", "chance/times": 3}.items():
        lesson.answers.keep(key, value)
    press(parts[0], "restart")
    press(parts[0], "restart-yes")
    for part in parts:
        page = shown(part)
        for text in ("Bellen.", "Twee van de honderd", "Jij koos", "Na twee jaar"):
            assert text not in page


TOUCHED = [
    *("eye/1/street", "eye/1/theme", "two/guess", "two/shown", "rule/anyway", "chance/times", "chance/many"),
    *("plan/cell", "plan/how", "years/share", "years/how", "team/turned", "measure/chosen"),
]


@pytest.mark.parametrize("guess", ["first", 7])
@pytest.mark.parametrize("value", [7, None, "x", [1, None], {"a": 1}, ["x"], [["x"]], True, 101, -1])
def test_a_file_touched_by_hand_opens_every_part(lesson: CollectiveLesson, value: Any, guess: Any) -> None:
    for key in TOUCHED:
        lesson.answers.keep(key, value)
    lesson.answers.keep("years/guess", guess)
    again = kit.lesson("collectief")
    assert isinstance(again, CollectiveLesson)
    for name in PARTS:
        getattr(again, name)()
    assert again.written()


def test_all_that_was_done_can_be_taken_along(lesson: CollectiveLesson) -> None:
    asked = {q.key: f"Antwoord op {q.key}." for them in collective_questions().values() for q in them}
    for key, value in asked.items():
        lesson.answers.keep(key, value)
    pick(lesson, 1, "Molenweg", "geldzorgen")
    lesson.answers.keep("two/guess", 35)
    lesson.answers.keep("plan/cell", "Torenplein|formulieren")
    lesson.answers.keep("plan/how", ["koppelen"])
    lesson.answers.keep("years/guess", "second")
    lesson.answers.keep("measure/chosen", ["wijk-kennen"])
    content = lesson.written()
    for text in [*asked.values(), "Molenweg, geldzorgen", "35 van de honderd", "Torenplein, formulieren"]:
        assert text in content, text
    for text in ("Mensen met elkaar in contact brengen", "in het tweede jaar", "Weet het team wie er in de wijk wonen"):
        assert text in content, text


def test_every_question_stands_on_a_page(lesson: CollectiveLesson) -> None:
    for key, value in {
        "two/shown": True, "rule/anyway": True, "chance/times": 1, "plan/cell": "own", "years/guess": "half"
    }.items():  # fmt: skip
        lesson.answers.keep(key, value)
    parts = [getattr(lesson, name)() for name in PARTS] + [lesson.write("vision")]
    hand(parts[PARTS.index("own_register")], SOUND)
    page = " ".join(map(shown, parts))
    assert [q.key for them in collective_questions().values() for q in them if q.label not in page] == []


# what is loaded when


def test_no_table_library_before_the_table() -> None:
    """After the first cell, and after all but the one that shows a table, neither pandas nor numpy is loaded."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    code = [c for c in cells if c["cell_type"] == "code"]
    table = next(i for i, c in enumerate(code) if "own-code" in c["metadata"].get("tags", []))
    assert "to_frame" in "".join(code[table]["source"])
    for upto in (1, table):
        program = "\n".join("".join(c["source"]) for c in code[:upto])
        program += "\nimport sys\nprint([m for m in ('numpy', 'pandas', 'openpyxl') if m in sys.modules])"
        ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
        assert ran.stdout.strip().splitlines()[-1] == "[]", upto

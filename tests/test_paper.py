"""A case on paper: everything a lesson needs is in one file, whatever the case says, and no file is written over."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from example import CASE

import kit
from kit.__main__ import main
from kit.case import Actor, Case, Fact, Topic
from kit.casefile import load_case
from kit.language import use_language
from kit.paper import case_html
from kit.paper.markup import prose
from kit.paper.route import told, ways, ways_to

HEIDELAND = load_case("heideland")

HOSTILE = "<script>alert('x')</script> & \"</style>\" \x00\x0b \ud800 ]]> {{7*7}} %(a)s %s {b}"
SHOWN = "<script>alert('x')</script> & \"</style>\"   ]]> {{7*7}} %(a)s %s {b}"
"""As a reader sees it: text, without the characters that no document can hold."""


def tree(case: Case) -> ET.Element:
    return ET.fromstring(case_html(case))


def text(element: ET.Element) -> str:
    """All that a reader sees, in one line."""
    return re.sub(r"\s+", " ", "".join(element.itertext()))


def sheets(case: Case) -> list[ET.Element]:
    return tree(case).findall(".//section[@class='sheet']")


def headed(case: Case, title: str) -> list[ET.Element]:
    return [sheet for sheet in sheets(case) if sheet.findtext("header/h2") == title]


def flat(prose: str) -> str:
    """Prose without blanks and marks of Markdown: a paragraph's end leaves none in the text of a document."""
    return re.sub(r"[\s*]", "", prose)


@pytest.mark.parametrize("case", [CASE, HEIDELAND], ids=lambda case: case.id)
def test_everything_of_the_case_is_there(case: Case) -> None:
    shown = flat(text(tree(case)))
    told = [case.title, case.setting, case.warning, *case.goals, *(source.cite for source in case.sources)]
    told += [part for actor in case.actors for part in (actor.name, actor.role, actor.voice, actor.needs)]
    told += [part for it in case.conditions for part in (it.name, it.text)]
    told += [part for way in case.agency for part in (way.title, way.text)]
    told += [part for ending in case.endings for part in (ending.title, ending.text)]
    for moment in case.moments:
        told += [moment.title, moment.scene, moment.missing, moment.dilemma.question]
        for side in (moment.dilemma.a, moment.dilemma.b):
            told += [side.name, side.text, side.damage]
        told += [part for fact in moment.facts for part in (fact.front, fact.back)]
        told += [part for question in moment.questions for part in (question.text, question.help)]
        told += [part for option in moment.options for part in (option.title, option.text, option.damage, option.after)]
        told += [change.why for option in moment.options for change in option.effects]
        told += [force.why for force in moment.forces]
        told += [part for voice in moment.voices for part in (voice.who, voice.text)]
        told += [f"{talk.to}: {talk.about}" for talk in moment.agenda]
        if moment.safety:
            told += [moment.safety.question, *moment.safety.signs]
            told += [part for answer in moment.safety.answers for part in (answer.text, answer.reply)]
    assert [part for part in told if flat(part) not in shown] == []


def test_an_actor_a_card_and_a_fact_a_card() -> None:
    cards = [card for sheet in headed(HEIDELAND, "Rolkaarten") for card in sheet.findall("article")]
    assert [card.findtext("div/div/h3") for card in cards] == [actor.name for actor in HEIDELAND.actors]
    for card, actor in zip(cards, HEIDELAND.actors, strict=True):
        front, back = card.findall("div/div")
        assert flat(actor.voice) in flat(text(front)) and flat(actor.needs) not in flat(text(front))
        assert flat(actor.needs) in flat(text(back))
    fronts = [
        f.findtext("div/div/h3") for sheet in headed(HEIDELAND, "Feitenkaarten") for f in sheet.findall("article")
    ]
    assert fronts == [fact.front for moment in HEIDELAND.moments for fact in moment.facts]


def test_a_card_says_where_it_comes_from_and_not_that_it_is_noise() -> None:
    [sheet] = headed(CASE, "Feitenkaarten")
    assert "verzonnen voor deze casus" in text(sheet)
    assert "ruis" not in text(sheet).lower()
    behind = headed(CASE, "Wat er trekt, zoals de casus het ziet")[0]
    assert "Welk weer?" in text(behind)


def test_who_has_no_needs_written_down_gets_lines() -> None:
    buur = headed(CASE, "Rolkaarten")[0].findall("article")[1]
    front, back = buur.findall("div/div")
    assert "Doe er iets aan." in text(front)
    assert "wat is hier nodig?" in text(back) and len(back.findall(".//i")) == 3


def test_safety_comes_before_every_board() -> None:
    titles = [sheet.findtext("header/h2") for sheet in sheets(HEIDELAND)]
    boards = [i for i, title in enumerate(titles) if title == "Krachtenbord"]
    asked = [i for i, title in enumerate(titles) if title == "Eerst: is er acuut gevaar?"]
    assert len(boards) == len(asked) == len(HEIDELAND.moments)
    assert all(before < board for before, board in zip(asked, boards, strict=True))
    shown = text(headed(HEIDELAND, "Eerst: is er acuut gevaar?")[0])
    settled = [answer.settled for answer in HEIDELAND.moments[0].safety.answers] if HEIDELAND.moments[0].safety else []
    assert shown.count("Jullie kunnen verder.") == settled.count(True) > 0
    assert shown.count("Het bord blijft dicht") == settled.count(False) > 0


def test_later_moments_say_when_to_read_them() -> None:
    assert "Lees dit pas" not in text(headed(CASE, "Aan de deur")[0])
    assert "Lees dit pas als jullie kozen: 1A (‘Je belt’)." in text(headed(CASE, "In de keuken")[0])
    first = headed(CASE, "Wat er daarna gebeurde")[0].findall("article")
    assert "Ga verder met moment 2, ‘In de keuken’." in text(first[0])
    assert "Ga verder met het einde ‘Stil’." in text(first[1])


def test_many_ways_go_by_code() -> None:
    """The titles of ways not taken would give the story away."""
    first, *later = CASE.moments
    options = tuple(replace(first.options[0], id=id) for id in ("a", "b", "c"))
    case = replace(CASE, moments=(replace(first, options=options), *later))
    assert told(ways_to(case, "keuken")) == "1A, 1B of 1C"
    first, second = ways(CASE, CASE.moments[0])
    assert told((first, second)) == "1A (‘Je belt’) of 1B (‘Je wacht’)"


def test_what_one_moment_needs_comes_first() -> None:
    titles = [sheet.findtext("header/h2") for sheet in sheets(HEIDELAND)]
    assert titles[0] == "Veilig beginnen" and titles[-1] == "Eindes"
    assert titles.index("Bronnen") < titles.index(HEIDELAND.moments[1].title)
    assert titles.index(HEIDELAND.moments[0].title) < titles.index("Keuze") < titles.index("Bronnen")


def test_the_four_short_texts_have_lines() -> None:
    [choice] = headed(CASE, "Keuze")
    lines = {part.findtext("h3"): len(part.findall("div/i")) for part in choice.findall("div")}
    assert all(lines[name] >= 3 for name in ("Wegen", "Toetsen", "Toelichten", "Grondvesten"))
    assert lines["De schade van je keuze"] >= 2


def test_the_plans_take_the_minutes_they_promise() -> None:
    [guide] = headed(CASE, "Zo gebruik je deze casus")
    tables = guide.findall("table")
    minutes = [
        [int((cell.text or "").split()[0]) for cell in table.findall(".//td[@class='time']")] for table in tables
    ]
    assert [sum(row) for row in minutes] == [45, 90]


def test_a_moment_of_expectations_gets_its_map() -> None:
    moment = replace(CASE.moments[0], picture="expectations")
    topic = Topic(id="oplossen", question="Wie lost het op?", left="Wij", right="Zij")
    [sheet] = headed(replace(CASE, topics=(topic,), moments=(moment, *CASE.moments[1:])), "Verwachtingenkaart")
    assert "Wie lost het op?" in text(sheet)
    assert headed(CASE, "Verwachtingenkaart") == []


def hostile() -> Case:
    first = CASE.moments[0]
    return replace(
        CASE,
        title=HOSTILE,
        setting=HOSTILE,
        actors=(Actor(id="kind", name=HOSTILE, role=HOSTILE, voice=HOSTILE, needs=HOSTILE), *CASE.actors[1:]),
        tensions=tuple(replace(t, question=HOSTILE, left=replace(t.left, name=HOSTILE)) for t in CASE.tensions),
        moments=(
            replace(
                first,
                title=HOSTILE,
                scene=HOSTILE,
                facts=(Fact(front=HOSTILE, back=HOSTILE),),
                options=tuple(replace(option, title=HOSTILE, damage=HOSTILE) for option in first.options),
            ),
            *CASE.moments[1:],
        ),
    )


def test_hostile_words_stay_words() -> None:
    whole = tree(hostile())
    assert whole.find(".//script") is None
    assert len(whole.findall(".//style")) == 1
    assert whole.findtext("head/title") == SHOWN
    for tag in ("h2", "h3", "p", "span"):
        assert SHOWN.strip() in [(found.text or "").strip() for found in whole.iter(tag)], tag


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*zacht* en **hard**", "<p><em>zacht</em> en <strong>hard</strong></p>"),
        ("<b onclick='x'>", "<p>&lt;b onclick=&#x27;x&#x27;&gt;</p>"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>"),
        ("[de site](https://voorbeeld.nl/a?b&c)", "<p>de site (https://voorbeeld.nl/a?b&amp;c)</p>"),
        ("![plaatje](https://voorbeeld.nl/x.png)", None),
        ("een  \ntwee", "<p>een<br/>twee</p>"),
    ],
)
def test_markdown_becomes_known_tags_only(markdown: str, html: str | None) -> None:
    made = prose(markdown)
    assert "<img" not in made and "href" not in made and "src" not in made
    if html is not None:
        assert made == f'<div class="prose">{html}</div>'


def test_nothing_comes_from_elsewhere() -> None:
    whole = tree(HEIDELAND)
    assert {name for element in whole.iter() for name in element.attrib if name in {"src", "href", "srcset"}} == set()
    assert not re.search(r"@import|url\(", case_html(HEIDELAND))
    assert "@page" in case_html(HEIDELAND)


def test_no_meaning_by_colour() -> None:
    html = case_html(HEIDELAND)
    colours = set(re.findall(r"#[0-9a-fA-F]{3,6}\b", html))
    assert colours and all(len(set(colour[1:])) == 1 for colour in colours), colours


def test_no_choice_is_called_right() -> None:
    shown = text(tree(HEIDELAND)).lower()
    assert not re.search(r"beste keuze|juiste keuze|totaalscore|score:", shown)


def test_in_english_too() -> None:
    try:
        use_language("en")
        titles = {sheet.findtext("header/h2") for sheet in sheets(CASE)}
        assert tree(CASE).get("lang") == "en"
    finally:
        use_language("nl")
    assert {"Role cards", "Fact cards", "Force board", "Choice", "Endings"} <= titles


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_print_writes_a_file_in_this_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "heideland"]) == 0
    assert (here / "heideland.html").read_text("utf-8") == case_html(kit.load_case("heideland"))
    told = capsys.readouterr()
    assert told.out == "heideland.html staat klaar. Open het in een browser en print het: A4, enkelzijdig.\n"
    assert told.err == ""


def test_print_takes_a_file_and_a_place(here: Path) -> None:
    assert main(["new", "mijn-casus.yaml"]) == 0
    assert main(["print", "mijn-casus.yaml", "les.html"]) == 0
    assert sorted(path.name for path in here.iterdir()) == ["les.html", "mijn-casus.yaml"]


def test_print_overwrites_nothing_unless_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "heideland.html").write_text("van mij", "utf-8")
    assert main(["print", "heideland"]) == 1
    assert capsys.readouterr().err == ("heideland.html is er al, en blijft zoals het is. Toch overschrijven: --force\n")
    assert (here / "heideland.html").read_text("utf-8") == "van mij"
    assert main(["print", "heideland", "--force"]) == 0
    assert (here / "heideland.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_print_tells_the_faults_of_a_case(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faulty = Path(__file__).parent / "casefile" / "faulty" / "strength_out_of_range.yaml"
    assert main(["print", str(faulty)]) == 1
    told = capsys.readouterr()
    assert "moments[0].forces[0].strength" in told.err and told.out == ""
    assert main(["print", "bestaat-niet"]) == 1
    assert capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_print_where_nothing_can_be_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "heideland", "geen-map/uit.html"]) == 1
    assert capsys.readouterr().err.startswith("Dit lukte niet: ")


def test_help_of_print(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["print", "--help"])
    assert stop.value.code == 0
    assert "--force" in capsys.readouterr().out

"""What an expectation map says in sentences: the headline, the agenda, before and after."""

from dataclasses import replace

import pytest
from expectation_cases import EXPECTATIONS, made

from kit import use_language
from kit.case import Case, Expectation
from kit.figures import expectation_words as say
from kit.models.expectation import ExpectationMap


def the_map(*expectations: Expectation) -> ExpectationMap:
    return ExpectationMap(expectations or EXPECTATIONS)


def agenda_words(case: Case, map: ExpectationMap) -> list[str]:
    return [row.text for row in say.agenda_rows(case, map)]


def all_said(map: ExpectationMap) -> ExpectationMap:
    for e in map.expectations:
        map = map.speak_out(e.holder, e.addressee, e.topic)
    return map


def test_the_agenda_says_who_says_what_to_whom() -> None:
    case = made()
    told = agenda_words(case, the_map())
    assert told[0] == (
        "Jeugdbescherming zegt tegen jou wat de verwachting is bij ‘Wie lost het op?’. "
        "Dat botst met wat de gemeente verwacht."
    )
    assert (
        "Jij zegt tegen de gemeente wat je verwacht bij ‘Wie beslist over het bezoek?’. "
        "Dat botst met wat Moeder verwacht." in told
    )
    assert "Jij denkt dat Jeugdbescherming dit wil: iets naar ‘Zelf oplossen’. Vraag na of dat klopt." in told
    assert "Moeder vraagt bij ‘Wie lost het op?’ meer dan jij kunt waarmaken. Zeg waar jouw grens ligt." in told
    kinds = [row.kind for row in say.agenda_rows(case, the_map())]
    assert kinds == sorted(kinds, key=["speak_out", "ask", "limit"].index)


def test_between_others() -> None:
    case = made()
    told = agenda_words(
        case,
        the_map(
            Expectation("moeder", "gemeente", "tijd", 0.8, 0.5, "unspoken", -0.5, (-1, 0)),
            Expectation("gemeente", "moeder", "tijd", -0.9, 0.5, "spoken"),
        ),
    )
    assert told == [
        (
            "Moeder zegt tegen de gemeente wat de verwachting is bij ‘Hoeveel tijd is er?’. "
            "Dat botst met wat de gemeente verwacht."
        ),
        (
            "De gemeente denkt dat Moeder dit wil: aan de kant van ‘Rustig onderzoeken’. "
            "De gemeente vraagt aan Moeder of dat klopt."
        ),
        (
            "Moeder vraagt bij ‘Hoeveel tijd is er?’ meer dan de gemeente kan waarmaken. "
            "De gemeente zegt waar de grens ligt."
        ),
    ]


def test_an_expectation_stands_once_under_speaking_out() -> None:
    rows = [r.expectation for r in say.agenda_rows(made(), the_map()) if r.kind == "speak_out"]
    assert len(rows) == len(set(rows)) > 3
    assert all(e.status != "spoken" for e in rows)


def test_nothing_is_left_once_all_is_said_and_limited() -> None:
    map = all_said(the_map())
    assert agenda_words(made(), map) != [], "limits are still to be told"
    for e in map.agenda().limit:
        map = map.limit(e.holder, e.addressee, e.topic)
    assert agenda_words(made(), map) == []


A, B = ("moeder", "you", "tijd"), ("bescherming", "you", "tijd")


@pytest.mark.parametrize(
    ("expectations", "sentence"),
    [
        ((), "Hier staan nog geen verwachtingen op de kaart."),
        ((Expectation(*A, 0.5, 0.5),), "Er botst hier niets: zover de kaart het weet, verwacht iedereen hetzelfde."),
        ((Expectation(*A, 0.5, 0.5, "spoken", 0.1),), "Er botst hier niets, maar er is wel iets verkeerd begrepen."),
        (
            (Expectation(*A, 0.5, 0.5, "unspoken"), Expectation(*B, -0.5, 0.5, "spoken")),
            "Jeugdbescherming en Moeder verwachten het omgekeerde. Moeder heeft dat nooit gezegd.",
        ),
        (
            (Expectation(*A, 0.5, 0.5, "assumed"), Expectation(*B, 0.1, 0.5, "spoken")),
            "Jeugdbescherming en Moeder verwachten niet hetzelfde. Moeder neemt aan dat dit duidelijk is.",
        ),
        (
            (Expectation(*A, 0.5, 0.5, "assumed"), Expectation(*B, 0.1, 0.5, "unspoken")),
            "Moeder en Jeugdbescherming verwachten niet hetzelfde. Geen van de twee heeft dat gezegd.",
        ),
        (
            (Expectation(*A, 0.5, 0.5, "spoken"), Expectation("you", "moeder", "tijd", -0.9, 0.5, "unspoken")),
            "Jij en Moeder verwachten het omgekeerde. Jij hebt dat nooit gezegd.",
        ),
        (
            (Expectation(*A, 0.5, 0.5, "spoken"), Expectation(*B, -0.5, 0.5, "spoken")),
            "Alles wat hier botst, is gezegd. De botsing is er nog: praten is nog niet hetzelfde als het eens worden.",
        ),
    ],
)
def test_the_headline(expectations: tuple[Expectation, ...], sentence: str) -> None:
    assert say.headline(made(expectations), ExpectationMap(expectations), "you") == sentence


def test_the_headline_is_about_the_view() -> None:
    assert say.headline(made(), the_map(), "gemeente") == (
        "Jij en Moeder verwachten het omgekeerde. Geen van de twee heeft dat gezegd."
    )


def test_in_view_is_what_is_expected_and_what_is_expected_back() -> None:
    shown = say.in_view(the_map(), "you")
    assert {e.addressee for e in shown} == {"you", "gemeente"}
    (back,) = [e for e in shown if e.addressee != "you"]
    assert (back.holder, back.addressee, back.topic) == ("you", "gemeente", "bezoek")
    assert all({c.one, c.other} <= set(shown) for c in say.clashes_in_view(the_map(), "you"))


def test_before_and_after() -> None:
    before, after = say.clashing(the_map(), "you"), say.clashing(all_said(the_map()), "you")
    assert after.size == pytest.approx(before.size)
    assert after.hidden == 0 < before.hidden
    assert say.changed_words(before, after).startswith("Er is niets meer verborgen. De botsing is even groot als eerst")
    assert say.clash_words(after) == "Alles is gezegd; er is niets verborgen."
    closer = all_said(the_map()).adjust("moeder", "you", "oplossen", 0.5, "Na het gesprek")
    assert say.changed_words(before, say.clashing(closer, "you")).startswith("De botsing is kleiner")
    sharper = the_map().contradict("moeder", "you", "bezoek", 1.0, 0.9)
    assert say.changed_words(before, say.clashing(sharper, "you")).startswith("Er botst nu meer dan eerst")
    asked = the_map().ask("kind", "you", "tijd")
    assert say.changed_words(before, say.clashing(asked, "you")).startswith("De botsing is hier zoals ze was.")


@pytest.mark.parametrize(
    ("hidden", "words"),
    [(0.1, "Een deel van"), (0.5, "Ongeveer de helft van"), (0.9, "Het meeste van")],
)
def test_how_much_is_hidden(hidden: float, words: str) -> None:
    assert say.clash_words(say.Clashing(1.0, hidden)).startswith(words)
    assert say.clash_words(say.Clashing(0.0, 0.0)) == "Er botst niets."


def test_one_expectation_in_words() -> None:
    case, e = made(), EXPECTATIONS[1]
    assert say.expectation_words(case, e) == (
        "Jeugdbescherming verwacht van jou: aan de kant van ‘Het team lost het op’; telt zwaar; verzwegen."
    )
    assert say.belief_words(case, e) == "Jij denkt dat Jeugdbescherming dit wil: iets naar ‘Zelf oplossen’."
    assert say.feasible_words(case, e) == (
        "Waar te maken: aan de kant van ‘Zelf oplossen’ – iets naar ‘Het team lost het op’."
    )
    assert say.belief_words(case, EXPECTATIONS[0]) == ""
    assert say.feasible_words(case, EXPECTATIONS[4]) == ""


def test_in_english() -> None:
    use_language("en")
    assert agenda_words(made(), the_map())[0] == (
        "Jeugdbescherming tells you what to expect about 'Wie lost het op?'. "
        "That clashes with what de gemeente expects."
    )


def test_an_unknown_topic_is_named() -> None:
    with pytest.raises(KeyError, match="no topic 'weg'; there are oplossen, bezoek, tijd"):
        say.topic(made(), "weg")


def test_a_name_in_a_sentence_is_short() -> None:
    case = made()
    names = {"bescherming": "Noor, opbouwwerker", "gemeente": "Eigen organisatie"}
    case = replace(case, actors=tuple(replace(a, name=names.get(a.id, a.name)) for a in case.actors))
    assert agenda_words(case, the_map())[0] == (
        "Noor zegt tegen jou wat de verwachting is bij ‘Wie lost het op?’. "
        "Dat botst met wat eigen organisatie verwacht."
    )
    assert say.name(case, "bescherming") == "Noor, opbouwwerker"

"""The walk, played as a browser plays it: by answers and acts. What the eye sees is tested in Chromium."""

import errno
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from example import CASE
from test_moves import SPOKEN, TALKING

from kit.case import Agency, Case, Expectation, Influence
from kit.casefile import load_case
from kit.figures.expectation_words import agenda_rows
from kit.journal import Store
from kit.widgets.asked import acts
from kit.widgets.blocks import Page
from kit.widgets.form import Form
from kit.widgets.pages.boards import map_now
from kit.widgets.pages.talks import still_to_say
from kit.widgets.walk import Walk


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "journal")


class Player:
    """A learner at the walk: what stands on the page, and what is done with it."""

    def __init__(self, store: Store, case: Case = CASE) -> None:
        self.walk = Walk(case, store)

    @property
    def page(self) -> Page:
        return [block for form in self.forms for block in form.page]

    @property
    def forms(self) -> tuple[Form, ...]:
        return self.walk.head, self.walk.top, self.walk.bottom

    @property
    def text(self) -> str:
        return json.dumps(self.page, ensure_ascii=False)

    def set(self, key: str, value: Any) -> None:
        for form in self.forms:
            form._handle_custom_msg({"kind": "set", "key": key, "value": value}, [])

    def act(self, id: str) -> None:
        for form in self.forms:
            if id in acts(form.page):
                form._handle_custom_msg({"kind": "act", "id": id}, [])
                return
        raise AssertionError(f"no {id!r} on this page; there are {acts(self.page)}")

    def go(self, screen: str) -> None:
        self.walk._go(next(it for it in self.walk.at.screens if it.id == screen))

    @property
    def here(self) -> str:
        return self.walk.at.here.id


def inside(page: Page) -> Iterator[dict[str, Any]]:
    for block in page:
        yield block
        yield from inside(block.get("blocks", []))
        for column in block.get("columns", []):
            yield from inside(column)


def plain_in(block: dict[str, Any], text: str) -> bool:
    return text in json.dumps(block, ensure_ascii=False).replace("\\\\", "")


def chosen(store: Store, *answers: tuple[str, Any]) -> Player:
    player = Player(store)
    for key, value in answers:
        player.walk._answer(key, value)
    player.walk._draw(turn=True)
    return player


def test_from_the_first_screen_to_the_last(store: Store) -> None:
    player = Player(store)
    seen = [player.here]
    player.set("case/route", "self")
    while "next" in acts(player.page) or player.here.endswith("choice"):
        if player.here == "deur/forces":
            player.set("deur/safety", "1")
        if player.here == "deur/choice":
            assert "next" not in acts(player.page)
            player.set("deur/choice", "bel")
        if player.here == "keuken/choice":
            player.set("keuken/choice", "ga")
        player.act("next")
        seen.append(player.here)
    steps = ["begin", "story", "dilemma", "ask", "forces", "alternatives", "choice"]
    assert seen == [
        *(f"deur/{step}" for step in steps),
        "keuken/dilemma", "keuken/forces", "keuken/choice",
        "deur/dialogue", "deur/agreements", "deur/lookback",
    ]  # fmt: skip


def test_every_screen_is_explained_in_a_sentence(store: Store) -> None:
    player = chosen(store, ("deur/choice", "bel"), ("keuken/choice", "ga"))
    for screen in player.walk.at.screens:
        player.walk._go(screen)
        kinds = [block for block in inside(player.page) if block["kind"] == "prose"]
        assert kinds, screen.id
        assert any(block["lead"] for block in kinds), screen.id


def test_the_board_opens_after_the_threshold(store: Store) -> None:
    player = Player(store)
    player.go("deur/forces")
    assert player.walk.board.layout.display == "none"
    player.set("deur/safety", "0")
    assert player.walk.board.layout.display == "none"
    assert "Bel 112." in player.text
    player.set("deur/safety", "1")
    assert player.walk.board.layout.display == ""


@pytest.mark.parametrize("route", ["45", "90", "self"])
def test_the_threshold_comes_before_the_board_on_every_route(store: Store, route: str) -> None:
    player = chosen(store, ("case/route", route))
    player.go("deur/forces")
    assert "Is er acuut gevaar?" in player.text
    assert player.walk.board.layout.display == "none"


@pytest.mark.parametrize("step", ["forces", "alternatives", "choice"])
def test_nothing_is_weighed_before_the_threshold_is_settled(store: Store, step: str) -> None:
    player = Player(store)
    player.go(f"deur/{step}")
    for answer in (None, "0"):
        if answer:
            player.set("deur/safety", answer)
        assert "Is er acuut gevaar?" in player.text
        assert "Het vertrouwen van het kind." not in player.text
        player.set("deur/choice", "bel")
        assert "deur/choice" not in player.walk.run.answers
    player.set("deur/safety", "1")
    assert "Is er acuut gevaar?" not in player.text


def test_the_reply_to_the_threshold_stays_to_be_read(store: Store) -> None:
    player = Player(store)
    player.go("deur/forces")
    player.set("deur/safety", "1")
    assert "Je kunt wegen." in player.text


def test_a_board_that_never_opened_is_not_in_the_journal(store: Store) -> None:
    player = chosen(store, ("deur/safety", "0"), ("deur/choice", "wacht"))
    assert "<svg" not in player.walk.journal()


def test_where_the_case_has_no_threshold_the_board_is_open(store: Store) -> None:
    player = chosen(store, ("deur/choice", "bel"))
    player.go("keuken/forces")
    assert player.walk.board.layout.display == ""
    assert "Het kind schrok." in player.text


def test_the_board_is_kept_and_comes_back(store: Store) -> None:
    player = chosen(store, ("deur/safety", "1"))
    player.go("deur/forces")
    board = player.walk.board
    board.set_state({"stance": {"nu-later": 0.4, "alleen-samen": -0.2}})
    board.set_state({"shown": ["kind@nu-later", "buur@nu-later", "team@nu-later"]})
    board.set_state({"moved": {"kind@nu-later": [0.5, 0.9]}})
    again = Player(Store(store.folder))
    assert again.here == "deur/forces"
    assert again.walk.board.stance == {"nu-later": 0.4, "alleen-samen": -0.2}
    assert again.walk.board.shown == ["kind@nu-later", "buur@nu-later", "team@nu-later"]
    assert again.walk.board.moved == {"kind@nu-later": [0.5, 0.9]}


def test_showing_a_board_writes_nothing(store: Store) -> None:
    player = chosen(store, ("deur/safety", "1"))
    player.go("deur/forces")
    entries = player.walk.run.entries
    player.walk._draw()
    assert player.walk.run.entries == entries


def test_a_change_of_the_field_shows_on_the_next_board(store: Store) -> None:
    player = chosen(store, ("deur/choice", "bel"))
    player.go("keuken/forces")
    child = next(force for force in player.walk.board.forces if force.actor == "kind")
    assert child.strength == pytest.approx(0.8)


def test_a_killed_kernel_loses_nothing(store: Store) -> None:
    player = Player(store)
    player.go("deur/dilemma")
    player.set("deur/hunch", "b")
    player.set("deur/sure", 70)
    del player
    again = Player(Store(store.folder))
    assert again.here == "deur/dilemma"
    fields = {block.get("key"): block.get("value") for block in inside(again.page)}
    assert (fields["deur/hunch"], fields["deur/sure"]) == ("b", 70)


def test_the_beginning_says_that_one_goes_on(store: Store) -> None:
    player = Player(store)
    assert "Je gaat verder waar je gebleven was" not in player.text
    player.set("case/route", "90")
    assert "Je gaat verder waar je gebleven was" in Player(Store(store.folder)).text


def test_start_again_asks_first_and_keeps_the_earlier_run(store: Store) -> None:
    player = Player(store)
    player.go("deur/dilemma")
    player.set("deur/hunch", "a")
    player.act("restart")
    assert player.here == "deur/dilemma"
    player.act("restart-no")
    assert "restart-yes" not in acts(player.page)
    player.act("restart")
    player.act("restart-yes")
    assert player.here == "deur/begin"
    assert player.walk.run.answers == {"case/here": "deur/begin"}
    after = Player(Store(store.folder))
    assert after.walk.run.id == player.walk.run.id, "the next class must not see the last one's answers"
    earlier = [act for act in acts(player.page) if act.startswith("open:")]
    assert len(earlier) == 1
    player.act(earlier[0])
    assert player.here == "deur/dilemma"
    assert player.walk.run.answers["deur/hunch"] == "a"
    assert Player(Store(store.folder)).walk.run.id == player.walk.run.id, "what was opened last is what comes back"


def test_a_second_window_is_told(store: Store) -> None:
    player = Player(store)
    player.go("deur/dilemma")
    other = Player(Store(store.folder))
    other.set("deur/hunch", "b")
    player.set("deur/hunch", "a")
    assert "ook in een ander venster open" in player.text
    assert "ook in een ander venster open" not in other.text
    assert {run.answers["deur/hunch"] for run in store.runs("voorbeeld")} == {"a", "b"}


def test_noise_is_named_after_the_choice_only(store: Store) -> None:
    player = chosen(store, ("deur/choice", "wacht"), ("deur/serious", 90), ("deur/threshold", 10))
    player.go("deur/ask")
    assert "ruis" not in player.text
    player.go("deur/dialogue")
    assert "Welk weer?" in player.text and "Wie is thuis?" not in player.text
    assert "Hoe ernstig: heel ernstig." in player.text
    assert "Vanaf wanneer je ingrijpt: bij de eerste twijfel." in player.text


def test_start_again_is_on_every_screen(store: Store) -> None:
    player = chosen(store, ("deur/choice", "wacht"))
    for screen in player.walk.at.screens:
        player.walk._go(screen)
        assert "restart" in acts(player.page), screen.id


def test_a_way_of_ones_own(store: Store) -> None:
    player = chosen(store, ("deur/safety", "1"))
    player.go("deur/alternatives")
    player.set("deur/own", "Ik *loop* een rondje")
    player.go("deur/choice")
    player.set("deur/choice", "own")
    assert "next" not in acts(player.page)
    player.set("deur/follows", "wacht")
    player.act("next")
    assert player.here == "deur/dialogue"
    assert "Ik *loop* een rondje" in player.text.replace("\\", "")
    assert "Je koos een eigen weg" in player.text


def test_tipping_points_come_after_the_choice_only(store: Store) -> None:
    player = chosen(store, ("deur/choice", "bel"), ("keuken/choice", "ga"))
    found = []
    for screen in player.walk.at.screens:
        player.walk._go(screen)
        if "evenveel wrijving" in player.text or "gelijk maken" in player.text:
            found.append(screen.step)
    assert found == ["dialogue"]


def test_no_screen_totals_or_ranks(store: Store) -> None:
    player = chosen(store, ("deur/choice", "bel"), ("keuken/choice", "ga"))
    for screen in player.walk.at.screens:
        player.walk._go(screen)
        for word in ("beste keuze", "score", "juiste", " %"):
            assert word not in player.text, (screen.id, word)


def test_a_disk_that_is_full_is_told_and_one_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    player = Player(store)
    player.go("deur/dilemma")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    player.set("deur/hunch", "a")
    assert "Er kan nu niets bewaard worden" in player.text
    player.act("next")
    assert player.here == "deur/ask"
    assert player.walk.run.answers["deur/hunch"] == "a"
    monkeypatch.undo()
    player.set("deur/missing", "oma")
    assert "Er kan nu niets bewaard worden" not in player.text
    assert Store(store.folder).latest("voorbeeld").answers["deur/hunch"] == "a"  # type: ignore[union-attr]


def test_a_damaged_journal_is_named_on_the_first_screen(store: Store) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / "voorbeeld--x.json").write_text("{")
    player = Player(store)
    assert "Een eerder journaal was niet te lezen" in player.text
    assert player.here == "deur/begin"


def test_a_log_with_nonsense_does_no_harm(store: Store) -> None:
    nonsense: list[Any] = [None, 3, "x", ["a"], {"a": 1}, True]
    for value in nonsense:
        answers = [
            (f"deur/{name}", value)
            for name in (
                "hunch",
                "sure",
                "cards",
                "safety",
                "stance",
                "moved",
                "shown",
                "own",
                "choice",
                "weigh",
                "beside",
            )
        ]
        player = chosen(store, *answers, ("case/route", value), ("case/here", value))
        for screen in player.walk.at.screens:
            player.walk._go(screen)
            assert not any(block.get("tone") == "trouble" for block in inside(player.page))
        player.walk.journal()
        player.walk._begin(replace(player.walk.run, entries=()))


def test_the_journal_holds_what_was_written_and_drawn(store: Store) -> None:
    player = chosen(
        store, ("deur/safety", "1"), ("deur/hunch", "b"), ("deur/weigh", "rust & <b>tijd</b>"), ("deur/choice", "wacht")
    )
    player.go("deur/lookback")
    sent: list[dict[str, Any]] = []
    player.walk.top.send = sent.append  # type: ignore[method-assign]
    player.act("journal")
    assert sent[0]["name"] == "journaal-voorbeeld.html"
    html = sent[0]["text"]
    assert "rust &amp; &lt;b&gt;tijd&lt;/b&gt;" in html
    assert html.count("<svg") == 1
    assert "Je wacht" in html and "Wachten" in html
    for outside in ("http://", "https://", "<script", "<link", "url("):
        assert outside not in html.replace("http://www.w3.org/2000/svg", "")


def test_hostile_words_stay_words_in_the_journal(store: Store) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    scene = f"{bad} [hier](javascript:alert(1)) ![x](https://example.org/x.png) *echt*"
    option = replace(CASE.moments[0].options[0], after=scene)
    first = replace(CASE.moments[0], title=bad, scene=scene, options=(option, *CASE.moments[0].options[1:]))
    case = replace(CASE, title=bad, setting=scene, moments=(first, CASE.moments[1]))
    player = Player(store, case)
    player.walk._answer("deur/weigh", bad)
    player.walk._answer("deur/choice", option.id)
    html = player.walk.journal()
    assert "<script" not in html and "<img" not in html and 'href="javascript' not in html
    assert html.count("<em>echt</em>") == 3, "what the author stressed is stressed"


def test_the_journal_reads_without_the_case_beside_it(store: Store) -> None:
    player = chosen(store, ("deur/safety", "1"), ("deur/choice", "wacht"))
    html = player.walk.journal()
    moment = CASE.moments[0]
    assert moment.scene.split()[0] in html
    assert next(o for o in moment.options if o.id == "wacht").damage in html


def test_the_journal_tells_in_words_what_a_slider_said(store: Store) -> None:
    player = chosen(store, ("deur/sure", 80), ("deur/serious", 100), ("deur/threshold", 0), ("deur/choice", "bel"))
    html = player.walk.journal()
    for words in ("vrij zeker", "heel ernstig", "bij de eerste twijfel"):
        assert f">{words}</p>" in html
    assert "100" not in html[html.index("<body") :].partition("<svg")[0]


def test_the_journal_says_which_way_the_story_took_after_a_way_of_ones_own(store: Store) -> None:
    own = (("deur/own", "Eerst koffie."), ("deur/follows", "wacht"), ("deur/choice", "own"))
    player = chosen(store, ("deur/safety", "1"), *own)
    nearest = next(o.title for o in CASE.moments[0].options if o.id == "wacht")
    assert f"Het verhaal gaat verder zoals na ‘{nearest}’" in player.walk.journal()
    player.walk._answer("deur/choice", "wacht")
    assert "Het verhaal gaat verder zoals na" not in player.walk.journal()


def test_the_journal_has_who_decides_as_the_learner_sees_it(store: Store) -> None:
    case = load_case("heideland")
    player = Player(store, case)
    assert "volgens mij beslist" not in player.walk.journal(), "what the case says is not the learner's"
    task = case.roles[0].task
    player.walk._answer(f"roles/{task}/decides", "you")
    player.walk._answer(f"roles/{task}/responsible", case.actors[0].id)
    told = f"volgens mij beslist: ik; volgens mij verantwoordelijk: {case.actors[0].name}"
    assert f"<li>{task[0].upper()}{task[1:]}: {told}</li>" in player.walk.journal()


def test_the_journal_has_the_circumstances_that_were_turned(store: Store) -> None:
    case = load_case("heideland")
    player = Player(store, case)
    slider = next(concept for concept in case.concepts if concept.condition)
    player.walk._answer(f"{case.moments[0].id}/clamps", {slider.id: 1.0, "bestaat-niet": 0.5})
    assert f"<li>{slider.name}: dicht bij ‘{slider.high}’</li>" in player.walk.journal()


def test_grounds_of_another_choice_are_told_to_be_so(store: Store) -> None:
    told = "Dit schreef je voordat je je keuze veranderde."
    player = chosen(store, ("deur/safety", "1"), ("deur/weigh", "Eerst dit."), ("deur/choice", "bel"))
    player.go("deur/choice")
    assert told not in player.text, "there was no choice yet"
    player.set("deur/weigh", "Daarna dat.")
    player.set("deur/choice", "wacht")
    assert told in player.text
    player.set("deur/choice", "bel")
    assert told not in player.text, "they were written with this one"
    player.set("deur/choice", "wacht")
    player.set("deur/weigh", "En nu zo.")
    player.walk._draw()
    assert told not in player.text


# The other pictures of step 5


def seeing(store: Store, picture: str) -> Player:
    player = Player(store, MAPPED)
    player.walk._answer("deur/safety", "1")
    player.walk._answer("deur/choice", "bel")
    player.go("deur/forces")
    player.set("deur/picture", picture)
    return player


MAPPED = replace(
    TALKING,
    actors=tuple(replace(actor, layer="team" if actor.place == "team" else "residents") for actor in CASE.actors),
    influences=(Influence("buur", "you", 0.7), Influence("you", "buur", 0.2)),
    agency=(Agency(id="tegenspreken", title="Tegenspreken", target="buur", strength_by=0.3),),
)


def in_view(player: Player) -> list[str]:
    return [name for name, view in player.walk.views.items() if view.layout.display != "none"]


def test_the_board_comes_first_and_the_others_are_one_tap_away(store: Store) -> None:
    player = seeing(store, "forces")
    assert in_view(player) == ["forces"]
    for picture in ("expectations", "context", "forces"):
        player.set("deur/picture", picture)
        assert in_view(player) == [picture]
    player.act("next")
    assert in_view(player) == []


def test_a_picture_that_the_moment_asks_for_comes_first(store: Store) -> None:
    moment = replace(MAPPED.moments[0], picture="expectations", safety=None)
    player = Player(store, replace(MAPPED, moments=(moment, MAPPED.moments[1])))
    player.go("deur/forces")
    assert in_view(player) == ["expectations"]


def test_speaking_out_is_kept_and_felt(store: Store) -> None:
    player = seeing(store, "expectations")
    player.walk.views["expectations"].set_state({"moves": [SPOKEN]})
    assert player.walk.run.answers["deur/moves"] == [SPOKEN]
    again = Player(Store(store.folder), MAPPED)
    assert again.walk.views["expectations"].moves == [SPOKEN]
    again.go("keuken/forces")
    assert next(f for f in again.walk.board.forces if f.actor == "buur").strength == pytest.approx(0.3)
    assert "De buurman voelt zich gehoord." in again.text


def test_moves_of_an_earlier_moment_stay_with_that_moment(store: Store) -> None:
    player = seeing(store, "expectations")
    view = player.walk.views["expectations"]
    view.set_state({"moves": [SPOKEN]})
    player.go("keuken/forces")
    player.set("keuken/picture", "expectations")
    assert view.moves == [SPOKEN]
    asked = ["ask", "buur", "you", "ingrijpen"]
    view.set_state({"moves": [SPOKEN, asked]})
    assert player.walk.run.answers["keuken/moves"] == [asked]
    assert player.walk.run.answers["deur/moves"] == [SPOKEN]


def test_acting_back_is_kept(store: Store) -> None:
    player = seeing(store, "context")
    player.walk.views["context"].set_state({"done": ["tegenspreken"]})
    assert player.walk.run.answers["deur/done"] == ["tegenspreken"]
    again = Player(Store(store.folder), MAPPED)
    assert again.walk.views["context"].done == ["tegenspreken"]


def test_the_agenda_comes_from_the_map(store: Store) -> None:
    against = Expectation("kind", "you", "ingrijpen", -0.8, 0.7, "unspoken")
    player = Player(store, replace(MAPPED, expectations=(*MAPPED.expectations, against)))
    for key, value in (("deur/choice", "bel"), ("keuken/choice", "ga")):
        player.walk._answer(key, value)
    player.go("deur/agreements")
    heading = "Wat er volgens de verwachtingenkaart nog niet is gezegd"
    assert heading in player.text
    player.walk._answer("deur/moves", [SPOKEN, ["speak_out", "kind", "you", "ingrijpen"]])
    player.walk._draw()
    assert heading not in player.text
    player.go("deur/dialogue")
    assert "Uitgesproken: wat de buurman van jou verwacht (Wie grijpt in?)" in player.text.replace("\\\\", "")
    assert "Uitgesproken: wat de buurman van jou verwacht" in player.walk.journal()


def test_of_many_conversations_the_learners_own_come_first_and_the_rest_is_folded(store: Store) -> None:
    case = load_case("heideland")
    player = Player(store, case)
    walk = player.walk.at
    (shown,) = still_to_say(walk, "Wat nog?")
    first, more = shown["blocks"]
    rows = agenda_rows(case, map_now(walk))
    told = [row for row in rows if plain_in(first, row.text)]
    assert len(told) == 5 and all("you" in (row.expectation.holder, row.expectation.addressee) for row in told)
    assert (more["kind"], more["summary"]) == ("details", f"Nog {len(rows) - 5} gesprekken")
    assert all(plain_in(more, row.text) for row in rows if row not in told)


def test_what_was_done_back_is_in_the_journal_and_at_the_look_back(store: Store) -> None:
    case = load_case("heideland")
    player = Player(store, case)
    key = case.moments[0].id
    player.walk._answer("case/route", "45")
    player.walk._answer(f"{key}/safety", "0")
    player.walk._answer(f"{key}/done", [case.agency[0].id, "bestaat-niet"])
    player.walk._answer(f"{key}/choice", case.moments[0].options[0].id)
    assert f"<li>{case.agency[0].title}</li>" in player.walk.journal()
    player.go(f"{key}/lookback")
    assert "Wat ik terugdeed" in player.text and case.agency[0].title in player.text


def test_the_reason_for_adjusting_is_told(store: Store) -> None:
    player = Player(store, MAPPED)
    move = ["adjust", *SPOKEN[1:4], 0.3, "  omdat het kind\nvoorgaat "]
    player.walk._answer("deur/moves", [move])
    assert "(Wie grijpt in?); reden: omdat het kind voorgaat" in player.walk.journal()
    player.walk._answer("deur/moves", [[*move[:5], ""]])
    assert "reden:" not in player.walk.journal()

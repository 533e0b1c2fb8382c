"""A file that is chosen, in a bare page: what is sent of it, and what is said."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bare_page import MODEL
from harness import shot, watched_page
from playwright.sync_api import Browser, FileChooser, Page, expect

from kit.widgets import blocks
from kit.widgets.form import Form

pytestmark = pytest.mark.browser

FIELDS = ("page", "turn", "anew", "lang")
MOST = 2_500_000


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    form = Form(lambda key, value: None, lambda act: None)
    form.show([blocks.heading("Je eigen register"), blocks.file("register", "Je bestand", [".csv"], MOST, "Hulp.")])
    with watched_page(browser) as (page, _):
        page.evaluate(MODEL, [str(form._esm), str(form._css), {n: getattr(form, n) for n in FIELDS}, "light", False])
        page.get_by_label("Je bestand").wait_for()
        yield page


def sent(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.sent ?? []")
    return found


def test_it_goes_in_pieces_and_says_so(opened: Page) -> None:
    content = bytes(range(256)) * 8000  # 2,048,000 bytes: three pieces
    chosen = {"name": "register.csv", "mimeType": "text/csv", "buffer": content}
    opened.get_by_label("Je bestand").set_input_files([chosen])  # type: ignore[list-item]
    opened.wait_for_function("(window.sent ?? []).length === 3")
    assert [(one["kind"], one["key"], one["name"], one["size"], one["at"]) for one in sent(opened)] == [
        ("file", "register", "register.csv", 2_048_000, at) for at in (0, 1_000_000, 2_000_000)
    ]
    assert b"".join(map(bytes, opened.evaluate("window.buffers"))) == content
    expect(opened.get_by_role("status")).to_have_text("Het bestand wordt gelezen …")
    shot(opened, "file")
    opened.evaluate("window.model.heard['msg:custom'].forEach((run) => run({ kind: 'read', key: 'register' }))")
    expect(opened.get_by_role("status")).to_have_text("")


@pytest.fixture
def several(browser: Browser) -> Iterator[Page]:
    form = Form(lambda key, value: None, lambda act: None)
    form.show([blocks.file("klas", "Je bestanden", [".json"], 1_500_000, "Hulp.", many=3, together=2_500_000)])
    with watched_page(browser) as (page, _):
        page.evaluate(MODEL, [str(form._esm), str(form._css), {n: getattr(form, n) for n in FIELDS}, "light", False])
        page.get_by_label("Je bestanden").wait_for()
        yield page


def choose(page: Page, *files: tuple[str, int]) -> None:
    chosen = [{"name": name, "mimeType": "application/json", "buffer": b"x" * size} for name, size in files]
    page.get_by_label("Je bestanden").set_input_files(chosen)  # type: ignore[arg-type]


def test_several_files_go_one_after_the_other_and_then_it_is_said_that_these_are_all(several: Page) -> None:
    choose(several, ("a.json", 3), ("b.json", 1_200_000), ("groot.json", 1_500_001))
    several.wait_for_function("(window.sent ?? []).length === 5")
    told = [(one["kind"], one.get("name"), one.get("at"), one["choice"], one.get("lost")) for one in sent(several)]
    assert told == [
        ("file", "a.json", 0, 1, None),
        ("file", "b.json", 0, 1, None),
        ("file", "b.json", 1_000_000, 1, None),
        ("file", "groot.json", 0, 1, True),
        ("files", None, None, 1, None),
    ]
    assert [one.get("nth") for one in sent(several)] == [0, 1, 1, 2, None]
    assert [len(one) for one in several.evaluate("window.buffers")] == [3, 1_000_000, 200_000]
    expect(several.get_by_role("status")).to_have_text("De bestanden worden gelezen …")


def test_too_many_files_or_too_large_together_stay_where_they_are(several: Page) -> None:
    choose(several, *((f"{n}.json", 1) for n in range(4)))
    expect(several.get_by_role("status")).to_have_text("Dit zijn te veel bestanden: kies er hoogstens 3 tegelijk.")
    choose(several, *((f"{n}.json", 1_000_000) for n in range(3)))
    expect(several.get_by_role("status")).to_have_text("Deze bestanden zijn samen te groot: hoogstens 2 MB.")
    several.wait_for_timeout(300)
    assert sent(several) == []


def test_an_empty_file_is_sent_too(opened: Page, tmp_path: Path) -> None:
    empty = tmp_path / "leeg.csv"
    empty.touch()
    opened.get_by_label("Je bestand").set_input_files(empty)
    opened.wait_for_function("(window.sent ?? []).length === 1")
    assert sent(opened) == [{"kind": "file", "key": "register", "name": "leeg.csv", "size": 0, "at": 0}]


def test_what_is_too_large_stays_where_it_is(opened: Page) -> None:
    chosen = {"name": "groot.csv", "mimeType": "text/csv", "buffer": b"x" * (MOST + 1)}
    opened.get_by_label("Je bestand").set_input_files([chosen])  # type: ignore[list-item]
    expect(opened.get_by_role("status")).to_have_text("Dit bestand is te groot: het mag hoogstens 2 MB zijn.")
    opened.wait_for_timeout(300)
    assert sent(opened) == []


def test_the_keyboard_opens_the_choice(opened: Page) -> None:
    # Listening from the start: in a browser just begun the very first choice may open before a later listener is there.
    choosers: list[FileChooser] = []
    opened.on("filechooser", lambda chooser: choosers.append(chooser))
    opened.wait_for_timeout(300)
    opened.keyboard.press("Tab")
    expect(opened.get_by_label("Je bestand")).to_be_focused()
    opened.keyboard.press("Enter")
    opened.wait_for_timeout(1000)
    assert [chooser.is_multiple() for chooser in choosers] == [False]

"""App view: a shipped notebook opens as a page that runs itself, shows no code and cannot be broken."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from harness import (
    APP,
    Notebook,
    Server,
    Witness,
    axe,
    code,
    notebook,
    open_app,
    shot,
    text,
    wait_for_state,
    watched_page,
)
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

READING = """# Wat doe je als het schuurt?

Een wijkteam beslist vaak onder spanning. De gemeente wil het ene, de inwoner het andere, en jij staat ertussen. Dit
notebook laat zien wat er aan je trekt en wie je tekort doet, welke kant je ook kiest.

## Eerst kijken

Terug naar [het begin](00_start.ipynb).

| wie | wat |
|---|---|
| kind | rust |

<details><summary>Voor de docent</summary>Neem vijf minuten.</details>
"""
WIDGETS = """import ipywidgets
ipywidgets.VBox([ipywidgets.Text(description="Naam"), ipywidgets.Checkbox(description="Gezien")])"""
LEAVES_A_MARK = "open('mark.txt', 'w').close()"
RED = "import sys; print('let op', file=sys.stderr); 1 / 0"


def lesson() -> Notebook:
    return notebook(
        text(READING), code("print('uitkomst')"), code(WIDGETS), code("6 * 7", ["model-check"]), title="Spanningen"
    )


@pytest.fixture(scope="module")
def extra_notebooks() -> dict[str, Notebook]:
    return {
        "00_start.ipynb": notebook(text("# Begin"), title="Begin"),
        "les.ipynb": lesson(),
        "kort.ipynb": notebook(text("# Kort"), code("1")),
        "eigen.ipynb": notebook(text("# Van jou"), code("print('van de kit')"), code("1 + 1", ["own-code"])),
        "fout.ipynb": notebook(text("# Fout"), code(RED)),
        "stukken.ipynb": notebook(
            text("# In stukken"), code("les = 1"), code("les + 1"), code("les + 2"), code("", ["own-code"])
        ),
        "gewoon.ipynb": notebook(text("# Geen app"), code("print('uitkomst')"), app=False),
    }


@pytest.fixture(scope="module")
def strange_notebooks() -> dict[str, Notebook]:
    almost, more = lesson(), lesson()
    almost["cells"][1]["source"] += " "
    more["cells"].append(code(LEAVES_A_MARK))
    return {
        "vreemd.ipynb": notebook(text("# Van wie?"), code(LEAVES_A_MARK)),
        "bijna.ipynb": almost,
        "meer.ipynb": more,
        "half.ipynb": notebook(text("# In stukken"), code("les + 1"), code("les + 2")),
        "vermomd.ipynb": notebook(
            text("# In stukken"), code("les = 1"), code(LEAVES_A_MARK.replace("mark", "ander"), ["own-code"])
        ),
        "andersom.ipynb": notebook(text("# In stukken"), code("les + 1"), code("les = 1"), code("les + 2")),
    }


@pytest.fixture(scope="module")
def user_settings() -> dict[str, dict[str, Any]]:
    # Saves each second what it holds to be changed, so that a test need not wait two minutes for it.
    return {"@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 1}}


@pytest.fixture(scope="module", params=["lab", "jupyter_notebook"])
def server(request: pytest.FixtureRequest) -> Server:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def lesson_page(browser: Browser, server: Server) -> Iterator[Page]:
    """The lesson, opened once for all tests that leave it as they found it."""
    with watched_page(browser) as (page, _):
        # Keeps, in `kitStates`, each state that the app view is in.
        page.add_init_script("""
            window.kitStates = [];
            new MutationObserver(changes => changes.forEach(({ target }) =>
                window.kitStates.push(target.dataset.kitState + ": " + target.querySelector(".kit-state").textContent)
            )).observe(document, { subtree: true, attributeFilter: ["data-kit-state"] });
        """)
        open_app(page, server, "les.ipynb")
        yield page


@pytest.fixture
def les(lesson_page: Page) -> Page:
    lesson_page.set_viewport_size({"width": 1440, "height": 900})
    wait_for_state(lesson_page)
    expect(button(lesson_page, "Toon code")).to_be_visible()
    return lesson_page


def cells_of(server: Server, name: str) -> list[dict[str, Any]]:
    """The cells of a notebook as they now lie on disk."""
    return list(json.loads((server.root / name).read_text("utf-8"))["cells"])


def times(outputs: Locator) -> list[int]:
    """When each of these outputs was printed, as it says itself."""
    return [int(text.split()[-1]) for text in outputs.all_text_contents()]


def until(page: Page, holds: Callable[[], bool], seconds: int = 10) -> None:
    """Wait until something holds that the page itself does not show, as what was saved."""
    for _ in range(seconds * 10):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"not within {seconds} seconds")


def app(page: Page, selector: str) -> Locator:
    return page.locator(f"{APP} {selector}")


def button(page: Page, name: str) -> Locator:
    return page.locator(APP).get_by_role("button", name=name, exact=True)


def shown(page: Page, selector: str) -> int:
    """How many elements `selector` has on the app page that can be seen."""
    return app(page, selector).locator("visible=true").count()


def smallest_text(page: Page) -> tuple[float, str]:
    """The smallest size in CSS pixels of text that can be seen on the app page, and that text."""
    return page.locator(APP).evaluate("""panel => {
        const found = [];
        const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const words = walker.currentNode.textContent.trim();
            const holder = walker.currentNode.parentElement;
            if (words && holder.checkVisibility({ visibilityProperty: true }))
                found.push([parseFloat(getComputedStyle(holder).fontSize), words]);
        }
        return found.sort((a, b) => a[0] - b[0])[0];
    }""")


# The page


def test_the_bar_tells_how_far_python_is(les: Page) -> None:
    assert les.evaluate("[...new Set(kitStates)].slice(0, 3)") == [
        "start: Python start…",
        "busy: Bezig met klaarzetten…",
        "ready: Klaar",
    ]
    state = les.get_by_role("toolbar", name="Deze pagina").get_by_role("status")
    assert state.get_attribute("aria-live") == "polite"


def test_text_and_outcomes_show_and_the_workshop_around_them_does_not(les: Page, server: Server) -> None:
    expect(app(les, "h1")).to_be_visible()
    expect(app(les, ".jp-OutputArea-output pre").first).to_have_text("uitkomst")
    for workshop in (
        ".jp-InputPrompt",
        ".jp-OutputPrompt",
        ".jp-Collapser",
        ".jp-NotebookPanel-toolbar",
        ".jp-cell-toolbar",
        ".jp-Notebook-footer",
        ".jp-CodeCell .cm-editor",
    ):
        assert app(les, workshop).count(), f"Jupyter has no {workshop} any more"
        assert not shown(les, workshop), workshop
    shot(les, f"app-{server.kind}")


def test_what_a_model_says_to_a_test_stays_hidden(les: Page) -> None:
    answer = app(les, ".jp-OutputArea-output pre").filter(has_text="42")
    expect(answer).to_have_count(1)
    expect(answer).to_be_hidden()


def test_text_keeps_its_measure_and_the_column_its_width(les: Page) -> None:
    les.set_viewport_size({"width": 1920, "height": 1080})
    paragraph = app(les, ".jp-RenderedMarkdown p").first
    assert paragraph.evaluate("p => getComputedStyle(p).fontSize") == "18px"
    lines = paragraph.evaluate("""p => {
        const range = document.createRange();
        range.selectNodeContents(p);
        return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size;
    }""")
    assert 55 <= len(paragraph.inner_text()) / lines <= 80
    column, whole = app(les, ".jp-WindowedPanel-inner").bounding_box(), app(les, ".jp-Notebook").bounding_box()
    assert column
    assert whole
    assert column["width"] <= 1280
    left = column["x"] - whole["x"]
    right = whole["width"] - column["width"] - left
    assert abs(left - right) <= 20, "the column is not in the middle"


@pytest.mark.parametrize("light", [False, True])
def test_axe_finds_nothing_serious(les: Page, server: Server, light: bool) -> None:
    les.evaluate("light => { document.body.dataset.jpThemeLight = light; }", str(light).lower())
    shot(les, f"app-{server.kind}-{'light' if light else 'dark'}")
    assert axe(les) == []


def test_a_narrow_page_needs_no_sideways_scrolling(les: Page, server: Server) -> None:
    # JupyterLab's own bars take from a narrow screen; Notebook 7 is the one for phones.
    width = 390 if server.kind == "notebook" else 500
    les.set_viewport_size({"width": width, "height": 844})
    shot(les, f"app-{server.kind}-narrow")
    for part in (".kit-bar", ".jp-WindowedPanel-outer"):
        assert app(les, part).evaluate("n => n.scrollWidth <= n.clientWidth"), part
    for control in (".kit-home", ".kit-state", ".kit-toggle-code"):
        box = app(les, control).bounding_box()
        assert box, control
        assert box["x"] >= 0, control
        assert box["x"] + box["width"] <= width, control


def test_a_notebook_that_does_not_ask_for_app_view_stays_as_it_is(page: Page, lab: Server) -> None:
    page.goto(lab.address("gewoon.ipynb"))
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_visible(timeout=30_000)
    expect(page.locator(".jp-CodeCell .cm-editor")).to_be_visible()
    assert page.locator(".kit-app").count() == 0


# The bar


def test_code_shows_and_hides_by_keyboard(les: Page, server: Server) -> None:
    button(les, "Toon code").focus()
    les.keyboard.press("Enter")
    expect(button(les, "Verberg code")).to_have_attribute("aria-pressed", "true")
    assert shown(les, ".jp-CodeCell .cm-editor") == 3
    shot(les, f"app-{server.kind}-code")
    les.keyboard.press("ArrowRight")
    expect(button(les, "Projecteer")).to_be_focused()
    les.keyboard.press("ArrowLeft")
    les.keyboard.press("Space")
    expect(button(les, "Toon code")).to_have_attribute("aria-pressed", "false")
    assert shown(les, ".jp-CodeCell .cm-editor") == 0


def test_projecting_fills_the_screen_in_large_type_until_escape(les: Page, server: Server) -> None:
    les.set_viewport_size({"width": 1920, "height": 1080})
    assert smallest_text(les)[0] < 28
    button(les, "Projecteer").click()
    les.wait_for_function("document.fullscreenElement?.classList.contains('kit-app')")
    assert smallest_text(les)[0] >= 28, smallest_text(les)
    shot(les, f"app-{server.kind}-project")
    les.keyboard.press("Escape")
    expect(button(les, "Projecteer")).to_have_attribute("aria-pressed", "false")
    assert les.evaluate("document.fullscreenElement") is None
    assert les.locator(".kit-project").count() == 0


def test_projecting_works_where_full_screen_is_refused(les: Page) -> None:
    les.set_viewport_size({"width": 1920, "height": 1080})
    les.evaluate("""() => {
        const panel = document.querySelector(".kit-app");
        panel.requestFullscreen = () => Promise.reject(new TypeError("refused"));
    }""")
    button(les, "Projecteer").click()
    expect(button(les, "Stop projecteren")).to_have_attribute("aria-pressed", "true")
    assert smallest_text(les)[0] >= 28, smallest_text(les)
    les.keyboard.press("Escape")
    assert les.locator(".kit-project").count() == 0
    les.evaluate("delete document.querySelector('.kit-app').requestFullscreen")


def test_the_way_to_the_start_and_room_for_the_page(page: Page, lab: Server) -> None:
    open_app(page, lab, "kort.ipynb")
    expect(page.locator("#jp-left-stack")).to_be_hidden()
    assert page.locator(".Toastify__toast, .jp-Dialog").count() == 0, "something interrupts"
    page.get_by_role("tab", name=re.compile("File Browser")).click()
    expect(page.locator("#jp-left-stack")).to_be_visible()
    app(page, ".kit-bar").get_by_role("link", name="Naar het begin").click()
    expect(app(page, "h1")).to_have_text(re.compile("Begin"))
    wait_for_state(page)
    assert app(page, ".kit-home").is_hidden(), "the start needs no way to itself"
    expect(page.locator("#jp-left-stack")).to_be_visible()


def test_the_way_to_the_start_is_a_plain_link_in_notebook_7(page: Page, jupyter_notebook: Server) -> None:
    open_app(page, jupyter_notebook, "kort.ipynb")
    app(page, ".kit-bar").get_by_role("link", name="Naar het begin").click()
    page.wait_for_url("**/notebooks/00_start.ipynb**")
    wait_for_state(page)
    assert app(page, ".kit-home").is_hidden()


# Running


def test_a_strangers_notebook_runs_nothing_until_started(page: Page, server: Server) -> None:
    mark = server.root / "mark.txt"
    open_app(page, server, "vreemd.ipynb", state="ask")
    expect(app(page, ".kit-card")).to_contain_text("Dit notebook komt niet uit de kit.")
    shot(page, f"app-{server.kind}-ask")
    page.wait_for_timeout(2000)
    assert not mark.exists()
    button(page, "Start").click()
    wait_for_state(page)
    assert mark.exists()
    assert app(page, ".kit-card").is_hidden()


@pytest.mark.parametrize("name", ["bijna.ipynb", "meer.ipynb"])
def test_one_letter_or_one_cell_more_makes_it_a_strangers(page: Page, lab: Server, name: str) -> None:
    open_app(page, lab, name, state="ask")
    page.wait_for_timeout(1500)
    assert shown(page, ".jp-OutputArea-output") == 0


def test_a_strangers_cell_does_not_run_under_the_name_of_the_kit(page: Page, lab: Server) -> None:
    open_app(page, lab, "vermomd.ipynb", state="cut")
    button(page, "Start").click()
    wait_for_state(page)
    page.wait_for_timeout(1000)
    assert not (lab.root / "ander.txt").exists()


@pytest.mark.parametrize("name", ["half.ipynb", "andersom.ipynb"])
def test_a_notebook_of_the_kit_with_cells_missing_or_moved_says_so(page: Page, lab: Server, name: str) -> None:
    open_app(page, lab, name, state="cut")
    expect(app(page, ".kit-card")).to_contain_text("In dit notebook ontbreken cellen")
    assert shown(page, ".jp-OutputArea-output") == 0
    shot(page, "app-cut")
    button(page, "Start").click()
    wait_for_state(page, "missing")
    expect(app(page, ".kit-state")).to_have_text("Hier ontbreekt een cel die eerst nodig is.")


def test_after_python_died_the_page_runs_itself_again(les: Page, server: Server) -> None:
    name = app(les, ".jp-OutputArea-output").get_by_label("Naam")
    name.fill("voor de klap")
    server.kernel_of("les.ipynb").kill()
    wait_for_state(les, "stopped")
    expect(app(les, ".kit-state")).to_have_text("Python is gestopt; we beginnen opnieuw…")
    shot(les, f"app-{server.kind}-stopped")
    wait_for_state(les)
    expect(name).to_have_value("")
    assert les.locator(".jp-Dialog").count() == 0


def test_python_shut_down_from_the_menu_can_be_started_again(les: Page) -> None:
    les.get_by_role("menuitem", name="Kernel").click()
    les.get_by_role("menuitem", name="Shut Down Kernel", exact=True).click()
    wait_for_state(les, "off")
    expect(app(les, ".kit-state")).to_have_text("Python is gestopt")
    button(les, "Start").click()
    wait_for_state(les)


def test_a_fault_is_told_calmly_and_its_detail_waits_for_toon_code(page: Page, lab: Server) -> None:
    open_app(page, lab, "fout.ipynb", state="error")
    expect(app(page, ".kit-state")).to_have_text("Hier ging iets mis. Met ‘Toon code’ zie je wat.")
    shot(page, "app-error")
    assert shown(page, ".jp-OutputArea-output") == 0
    button(page, "Toon code").click()
    expect(app(page, ".jp-OutputArea-output").filter(has_text="ZeroDivisionError")).to_be_visible()
    expect(app(page, ".jp-OutputArea-output").filter(has_text="let op").first).to_be_visible()


# What cannot be broken


def test_no_key_reaches_the_cells_while_a_widget_has_the_focus(les: Page) -> None:
    box = app(les, "input[type=checkbox]")
    for mode in ("Toon code", "Verberg code"):
        box.focus()
        for key in ("x", "d", "d", "a", "b", "m", "ArrowDown", "Control+Enter", "Shift+Enter"):
            les.keyboard.press(key)
        assert app(les, ".jp-Cell").count() == 4
        assert app(les, ".jp-MarkdownCell").count() == 1
        expect(box).to_be_focused()
        expect(app(les, ".kit-state")).to_have_text("Klaar")
        areas = app(les, ".jp-Cell-outputArea")
        assert areas.count() == 3
        assert areas.evaluate_all("all => all.every(n => n.dataset.lmSuppressShortcuts === 'true')")
        button(les, mode).click()


def test_shipped_cells_are_neither_edited_nor_deleted(les: Page) -> None:
    app(les, ".jp-RenderedMarkdown p").first.dblclick()
    assert shown(les, ".jp-MarkdownCell .cm-editor") == 0
    button(les, "Toon code").click()
    app(les, ".jp-CodeCell .cm-content").first.click()
    les.keyboard.type("x = 1")
    expect(app(les, ".jp-CodeCell .cm-content").first).to_have_text("print('uitkomst')")
    les.get_by_role("menuitem", name="Edit").click()
    expect(les.get_by_role("menuitem", name="Delete Cell")).to_be_disabled()
    les.keyboard.press("Escape")
    button(les, "Verberg code").click()


def test_running_changes_no_file_and_closing_asks_nothing(page: Page, server: Server) -> None:
    file = server.root / "kort.ipynb"
    before = file.read_bytes()
    open_app(page, server, "kort.ipynb")
    app(page, "h1").click()
    page.keyboard.press("Control+s")
    page.wait_for_timeout(2500)
    assert file.read_bytes() == before
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    if server.kind == "lab":
        page.locator(".lm-DockPanel-tabBar .lm-mod-current .lm-TabBar-tabCloseIcon").click()
        expect(page.locator(".kit-app")).to_have_count(0)
        assert page.locator(".jp-Dialog").count() == 0
    page.goto("about:blank")
    assert asked == []
    assert file.read_bytes() == before


def test_a_cell_of_the_learners_own_is_typed_in_run_and_saved(page: Page, lab: Server) -> None:
    open_app(page, lab, "eigen.ipynb")
    own = app(page, ".kit-own")
    assert shown(page, ".jp-CodeCell .cm-editor") == 1, "the learner's own code shows, and no other"
    shot(page, "app-own")
    own.get_by_role("textbox", name="Jouw code").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("import time; print('van mij', time.time_ns())")
    page.keyboard.press("Shift+Enter")
    mine = own.locator(".jp-OutputArea-output pre")
    expect(mine).to_contain_text("van mij")
    assert app(page, ".jp-Cell").count() == 3
    page.keyboard.press("Escape")
    expect(button(page, "Voer uit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".lm-DockPanel-tabBar .jp-mod-dirty")).to_have_count(0, timeout=10_000)
    typed = "import time; print('van mij', time.time_ns())"
    until(page, lambda: "".join(cells_of(lab, "eigen.ipynb")[2]["source"]) == typed)
    saved = cells_of(lab, "eigen.ipynb")
    assert not {"editable", "deletable"} & set(saved[1]["metadata"]), "the lock itself is written into the file"
    # another day
    seen = max(times(mine))
    page.goto("about:blank")
    open_app(page, lab, "eigen.ipynb")
    expect(app(page, ".jp-OutputArea-output pre").filter(has_text="van de kit")).to_be_visible()
    expect(own.get_by_role("textbox", name="Jouw code")).to_contain_text("van mij")
    page.wait_for_timeout(500)
    assert max(times(mine), default=0) <= seen, "what a learner wrote runs when they ask for it"


# Language


def test_the_controls_change_language_at_once_and_remember_it(les: Page) -> None:
    les.evaluate("dispatchEvent(new CustomEvent('krachtenveld-lang', { detail: 'en' }))")
    expect(button(les, "Show code")).to_be_visible()
    expect(app(les, ".kit-state")).to_have_text("Ready")
    assert app(les, ".kit-bar").get_attribute("lang") == "en"
    assert les.locator(APP).get_attribute("lang") == "nl", "the notebook itself is still Dutch"
    assert les.evaluate("localStorage.getItem('krachtenveld-lang')") == "en"
    les.evaluate("localStorage.setItem('krachtenveld-lang', 'nl')")
    les.evaluate("dispatchEvent(new CustomEvent('krachtenveld-lang'))")
    expect(button(les, "Toon code")).to_be_visible()


def test_a_remembered_language_counts_from_the_first_moment(page: Page, jupyter_notebook: Server) -> None:
    page.add_init_script("localStorage.setItem('krachtenveld-lang', 'en')")
    open_app(page, jupyter_notebook, "kort.ipynb")
    expect(app(page, ".kit-state")).to_have_text("Ready")


def test_the_page_says_which_language_it_is_in_and_gives_it_back(page: Page, lab: Server) -> None:
    open_app(page, lab, "kort.ipynb")
    assert page.locator(APP).get_attribute("lang") == "nl"
    assert page.evaluate("document.documentElement.lang") == "nl"
    page.locator(".lm-DockPanel-tabBar .lm-TabBar-addButton").click()
    expect(page.locator(".jp-Launcher")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") != "nl"


# The harness itself


def test_axe_looks_at_the_text_of_a_page(les: Page) -> None:
    app(les, ".jp-RenderedMarkdown").evaluate("""text => {
        text.insertAdjacentHTML("afterbegin", "<p id='bleek' style='color: #ccc; background: #fff'>Te bleek</p>");
    }""")
    assert [fault for fault in axe(les) if "color-contrast" in fault and "bleek" in fault]
    les.evaluate("document.getElementById('bleek').remove()")


def test_the_witness_sees_what_goes_wrong(page: Page, witness: Witness) -> None:
    for pattern in ("^console: ", "^page error: ", "^request off"):
        witness.allow(pattern)
    page.evaluate("console.error('ai'); setTimeout(() => { throw new Error('au') })")
    page.evaluate("fetch('http://127.0.0.2:9/weg').catch(() => {})")
    page.wait_for_timeout(300)
    assert "console: ai" in witness.seen
    assert any(line.startswith("page error: au") for line in witness.seen)
    assert "request off 127.0.0.1: http://127.0.0.2:9/weg" in witness.seen
    witness.allowed.clear()
    assert len(witness.faults()) >= 3
    witness.seen.clear()

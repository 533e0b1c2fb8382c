"""App view: a shipped notebook opens as a page that runs itself, shows no code and cannot be broken."""

import json
import re
from typing import Any

import pytest
from harness import APP, Notebook, Server, Witness, axe, code, notebook, open_app, shot, text, wait_for_state
from playwright.sync_api import Locator, Page, expect

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


def plain() -> Notebook:
    return notebook(text(READING), code("print('uitkomst')"), title="Spanningen")


@pytest.fixture(scope="module")
def extra_notebooks() -> dict[str, Notebook]:
    return {
        "00_start.ipynb": notebook(text("# Begin"), title="Begin"),
        "lezen.ipynb": plain(),
        "knoppen.ipynb": notebook(text("# Knoppen"), code(WIDGETS), code("6 * 7", ["model-check"])),
        "eigen.ipynb": notebook(text("# Van jou"), code("print('van de kit')"), code("1 + 1", ["eigen-code"])),
        "fout.ipynb": notebook(text("# Fout"), code("import sys; print('let op', file=sys.stderr); 1 / 0")),
        "gewoon.ipynb": notebook(text("# Geen app"), code("print('uitkomst')"), app=False),
    }


@pytest.fixture(scope="module")
def strange_notebooks() -> dict[str, Notebook]:
    almost = plain()
    almost["cells"][1]["source"] += " "
    more = plain()
    more["cells"].append(code(LEAVES_A_MARK))
    return {
        "vreemd.ipynb": notebook(text("# Van wie?"), code(LEAVES_A_MARK)),
        "bijna.ipynb": almost,
        "meer.ipynb": more,
    }


@pytest.fixture(scope="module")
def user_settings() -> dict[str, dict[str, Any]]:
    # Saves each second what it holds to be changed, so that a test need not wait two minutes for it.
    return {"@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 1}}


@pytest.fixture(params=["lab", "jupyter_notebook"])
def server(request: pytest.FixtureRequest) -> Server:
    return request.getfixturevalue(request.param)


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


def record_states(page: Page) -> None:
    """Makes the page keep, in `kitStates`, each state that an app view was in."""
    page.add_init_script("""
        window.kitStates = [];
        new MutationObserver(changes => changes.forEach(({ target }) =>
            window.kitStates.push(target.dataset.kitState + ": " + target.querySelector(".kit-state").textContent)
        )).observe(document, { subtree: true, attributeFilter: ["data-kit-state"] });
    """)


# 1 The page


def test_text_and_outcomes_show_and_the_workshop_around_them_does_not(page: Page, server: Server) -> None:
    open_app(page, server, "lezen.ipynb")
    expect(app(page, "h1")).to_be_visible()
    expect(app(page, ".jp-OutputArea-output pre")).to_have_text("uitkomst")
    for workshop in (
        ".jp-InputPrompt",
        ".jp-OutputPrompt",
        ".jp-Collapser",
        ".jp-NotebookPanel-toolbar",
        ".jp-cell-toolbar",
        ".jp-Notebook-footer",
        ".jp-CodeCell .cm-editor",
    ):
        assert app(page, workshop).count(), f"JupyterLab has no {workshop} any more"
        assert not shown(page, workshop), workshop
    shot(page, f"app-{server.kind}")


def test_text_keeps_its_measure_and_the_column_its_width(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_app(page, server, "lezen.ipynb")
    paragraph = app(page, ".jp-RenderedMarkdown p").first
    assert paragraph.evaluate("p => getComputedStyle(p).fontSize") == "18px"
    lines = paragraph.evaluate("""p => {
        const range = document.createRange();
        range.selectNodeContents(p);
        return new Set([...range.getClientRects()].map(r => Math.round(r.top))).size;
    }""")
    assert 55 <= len(paragraph.inner_text()) / lines <= 80
    column = app(page, ".jp-WindowedPanel-inner").bounding_box()
    notebook_ = app(page, ".jp-Notebook").bounding_box()
    assert column and notebook_
    assert column["width"] <= 1280
    left, right = column["x"] - notebook_["x"], notebook_["width"] - column["width"] - (column["x"] - notebook_["x"])
    assert abs(left - right) <= 20, "the column is not in the middle"


def test_a_phone_needs_no_sideways_scrolling(page: Page, jupyter_notebook: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_app(page, jupyter_notebook, "lezen.ipynb")
    shot(page, "app-phone")
    for part in (".kit-bar", ".jp-WindowedPanel-outer"):
        assert app(page, part).evaluate("n => n.scrollWidth <= n.clientWidth"), part
    for control in (".kit-home", ".kit-state", ".kit-toggle-code"):
        box = app(page, control).bounding_box()
        assert box, control
        assert box["x"] >= 0, control
        assert box["x"] + box["width"] <= 390, control


def test_a_notebook_that_does_not_ask_for_app_view_stays_as_it_is(page: Page, lab: Server) -> None:
    page.goto(lab.address("gewoon.ipynb"))
    expect(page.locator(".jp-NotebookPanel-toolbar")).to_be_visible()
    expect(page.locator(".jp-CodeCell .cm-editor")).to_be_visible()
    assert page.locator(".kit-app").count() == 0


# 2 The bar


def test_the_bar_tells_how_far_python_is(page: Page, server: Server) -> None:
    record_states(page)
    open_app(page, server, "lezen.ipynb")
    assert page.evaluate("[...new Set(kitStates)]") == [
        "start: Python start…",
        "busy: Bezig met klaarzetten…",
        "ready: Klaar",
    ]
    state = page.get_by_role("toolbar", name="Deze pagina").get_by_role("status")
    assert state.get_attribute("aria-live") == "polite"


def test_code_shows_and_hides_by_keyboard(page: Page, server: Server) -> None:
    open_app(page, server, "knoppen.ipynb")
    button(page, "Toon code").focus()
    page.keyboard.press("Enter")
    hide = button(page, "Verberg code")
    expect(hide).to_have_attribute("aria-pressed", "true")
    assert shown(page, ".jp-CodeCell .cm-editor") == 2
    shot(page, f"app-code-{server.kind}")
    page.keyboard.press("ArrowRight")
    expect(button(page, "Projecteer")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    expect(button(page, "Toon code")).to_have_attribute("aria-pressed", "false")
    assert shown(page, ".jp-CodeCell .cm-editor") == 0


def test_projecting_fills_the_screen_in_large_type_until_escape(page: Page, lab: Server) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_app(page, lab, "lezen.ipynb")
    assert smallest_text(page)[0] < 28
    button(page, "Projecteer").click()
    page.wait_for_function("document.fullscreenElement?.classList.contains('kit-app')")
    assert smallest_text(page)[0] >= 28, smallest_text(page)
    shot(page, "app-project")
    page.keyboard.press("Escape")
    expect(button(page, "Projecteer")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("document.fullscreenElement") is None
    assert page.locator(".kit-project").count() == 0


def test_projecting_works_where_full_screen_is_refused(page: Page, lab: Server) -> None:
    page.add_init_script("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))")
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_app(page, lab, "lezen.ipynb")
    button(page, "Projecteer").click()
    expect(button(page, "Stop projecteren")).to_have_attribute("aria-pressed", "true")
    assert smallest_text(page)[0] >= 28, smallest_text(page)
    page.keyboard.press("Escape")
    assert page.locator(".kit-project").count() == 0


def test_the_way_back_to_the_start(page: Page, lab: Server) -> None:
    open_app(page, lab, "lezen.ipynb")
    app(page, ".kit-bar").get_by_role("link", name="Naar het begin").click()
    expect(app(page, "h1")).to_have_text(re.compile("Begin"))
    wait_for_state(page)
    assert app(page, ".kit-home").is_hidden(), "the start needs no way to itself"


def test_the_way_back_to_the_start_is_a_link_in_notebook_7(page: Page, jupyter_notebook: Server) -> None:
    open_app(page, jupyter_notebook, "lezen.ipynb")
    app(page, ".kit-bar").get_by_role("link", name="Naar het begin").click()
    page.wait_for_url("**/notebooks/00_start.ipynb**")
    wait_for_state(page)
    assert app(page, ".kit-home").is_hidden()


@pytest.mark.parametrize("light", ["true", "false"])
def test_axe_finds_nothing_serious(page: Page, server: Server, light: str) -> None:
    open_app(page, server, "lezen.ipynb")
    page.evaluate("light => { document.body.dataset.jpThemeLight = light; }", light)
    shot(page, f"app-{server.kind}-{'light' if light == 'true' else 'dark'}")
    assert axe(page) == []
    button(page, "Toon code").click()
    assert axe(page, f"{APP} .kit-bar") == []


# 3 Running


@pytest.mark.parametrize("name", ["vreemd.ipynb", "bijna.ipynb", "meer.ipynb"])
def test_a_strangers_notebook_runs_nothing_until_started(page: Page, lab: Server, name: str) -> None:
    mark = lab.root / "mark.txt"
    mark.unlink(missing_ok=True)
    open_app(page, lab, name, state="ask")
    expect(app(page, ".kit-card")).to_contain_text("Dit notebook komt niet uit de kit.")
    shot(page, "app-ask")
    page.wait_for_timeout(1500)
    assert not mark.exists()
    assert shown(page, ".jp-OutputArea-output") == 0
    button(page, "Start").click()
    wait_for_state(page)
    assert mark.exists() or name == "bijna.ipynb"
    assert app(page, ".kit-card").is_hidden()


def test_a_strangers_notebook_runs_nothing_in_notebook_7_either(page: Page, jupyter_notebook: Server) -> None:
    open_app(page, jupyter_notebook, "vreemd.ipynb", state="ask")
    page.wait_for_timeout(1500)
    assert not (jupyter_notebook.root / "mark.txt").exists()


def test_after_python_died_the_page_runs_itself_again(page: Page, server: Server) -> None:
    open_app(page, server, "knoppen.ipynb")
    name = app(page, ".jp-OutputArea-output").get_by_label("Naam")
    name.fill("voor de klap")
    server.kernel_of("knoppen.ipynb").kill()
    wait_for_state(page, "stopped")
    expect(app(page, ".kit-state")).to_have_text("Python is gestopt; we beginnen opnieuw…")
    shot(page, "app-stopped")
    wait_for_state(page)
    expect(name).to_have_value("")
    assert page.locator(".jp-Dialog").count() == 0


def test_python_shut_down_from_the_menu_can_be_started_again(page: Page, lab: Server) -> None:
    open_app(page, lab, "lezen.ipynb")
    lab.end_sessions("lezen.ipynb")
    wait_for_state(page, "off")
    expect(app(page, ".kit-state")).to_have_text("Python is gestopt")
    button(page, "Start").click()
    wait_for_state(page)


def test_a_fault_is_told_calmly_and_its_detail_waits_for_toon_code(page: Page, lab: Server) -> None:
    open_app(page, lab, "fout.ipynb", state="error")
    expect(app(page, ".kit-state")).to_have_text("Hier ging iets mis. Met ‘Toon code’ zie je wat.")
    shot(page, "app-error")
    assert shown(page, ".jp-OutputArea-output") == 0
    button(page, "Toon code").click()
    expect(app(page, ".jp-OutputArea-output").filter(has_text="ZeroDivisionError")).to_be_visible()
    expect(app(page, ".jp-OutputArea-output").filter(has_text="let op").first).to_be_visible()


# 4 and 5 What cannot be broken


def test_no_key_reaches_the_cells_while_a_widget_has_the_focus(page: Page, server: Server) -> None:
    open_app(page, server, "knoppen.ipynb")
    for visible in ("Toon code", "Verberg code"):
        assert button(page, visible).is_visible()
        app(page, "input[type=checkbox]").focus()
        for key in ("x", "d", "d", "a", "b", "m", "ArrowDown", "Control+Enter", "Shift+Enter"):
            page.keyboard.press(key)
        assert app(page, ".jp-Cell").count() == 3
        assert app(page, ".jp-MarkdownCell").count() == 1
        expect(app(page, "input[type=checkbox]")).to_be_focused()
        expect(app(page, ".kit-state")).to_have_text("Klaar")
        areas = app(page, ".jp-OutputArea.jp-Cell-outputArea")
        assert areas.evaluate_all("all => all.every(n => n.dataset.lmSuppressShortcuts === 'true')")
        button(page, visible).click()


def test_running_changes_no_file_and_closing_asks_nothing(page: Page, server: Server) -> None:
    file = server.root / "knoppen.ipynb"
    before = file.read_bytes()
    open_app(page, server, "knoppen.ipynb")
    app(page, ".jp-OutputArea-output").get_by_label("Naam").fill("Sanne")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(3000)
    assert file.read_bytes() == before
    if server.kind == "lab":
        assert page.locator(".lm-DockPanel-tabBar .jp-mod-dirty").count() == 0
        page.locator(".lm-DockPanel-tabBar .lm-mod-current .lm-TabBar-tabCloseIcon").click()
        expect(page.locator(".kit-app")).to_have_count(0)
    else:
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.goto("about:blank")
        assert asked == []
    assert page.locator(".jp-Dialog").count() == 0
    assert file.read_bytes() == before


def test_shipped_cells_are_neither_edited_nor_deleted(page: Page, lab: Server) -> None:
    open_app(page, lab, "lezen.ipynb")
    app(page, ".jp-RenderedMarkdown p").first.dblclick()
    assert shown(page, ".jp-MarkdownCell .cm-editor") == 0
    button(page, "Toon code").click()
    app(page, ".jp-CodeCell .cm-content").click()
    page.keyboard.type("x = 1")
    expect(app(page, ".jp-CodeCell .cm-content")).to_have_text("print('uitkomst')")
    page.get_by_role("menuitem", name="Edit").click()
    page.get_by_role("menuitem", name="Delete Cell").click()
    assert app(page, ".jp-Cell").count() == 2


def test_a_cell_of_the_learners_own_is_typed_in_run_and_saved(page: Page, lab: Server) -> None:
    open_app(page, lab, "eigen.ipynb")
    own = app(page, ".kit-own")
    expect(own.locator(".cm-editor")).to_be_visible()
    assert shown(page, ".jp-CodeCell .cm-editor") == 1, "only the learner's own code shows"
    own.get_by_role("textbox", name="Jouw code").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("print('van mij')")
    page.keyboard.press("Shift+Enter")
    expect(own.locator(".jp-OutputArea-output pre")).to_have_text("van mij")
    assert app(page, ".jp-Cell").count() == 3
    page.keyboard.press("Escape")
    run = button(page, "Voer uit")
    expect(run).to_be_focused()
    run.press("Enter")
    expect(app(page, ".kit-state")).to_have_text("Klaar")
    expect(page.locator(".lm-DockPanel-tabBar .jp-mod-dirty")).to_have_count(0, timeout=10_000)
    saved = json.loads((lab.root / "eigen.ipynb").read_text("utf-8"))["cells"]
    assert saved[2]["source"] == "print('van mij')"
    assert [cell["metadata"] for cell in saved[:2]] == [{}, {}], "the lock itself is not written into the file"


def test_what_a_model_says_to_a_test_stays_hidden(page: Page, lab: Server) -> None:
    open_app(page, lab, "knoppen.ipynb")
    answer = app(page, ".jp-OutputArea-output pre").filter(has_text="42")
    expect(answer).to_have_count(1)
    expect(answer).to_be_hidden()


# 6 and 7 Language, and room


def test_the_page_says_which_language_it_is_in_and_gives_it_back(page: Page, lab: Server) -> None:
    open_app(page, lab, "lezen.ipynb")
    assert page.locator(APP).get_attribute("lang") == "nl"
    assert page.evaluate("document.documentElement.lang") == "nl"
    page.locator(".lm-DockPanel-tabBar .lm-TabBar-addButton").click()
    expect(page.locator(".jp-Launcher")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") != "nl"


def test_the_controls_change_language_at_once_and_remember_it(page: Page, server: Server) -> None:
    open_app(page, server, "lezen.ipynb")
    page.evaluate("dispatchEvent(new CustomEvent('krachtenveld-lang', { detail: 'en' }))")
    expect(button(page, "Show code")).to_be_visible()
    expect(app(page, ".kit-state")).to_have_text("Ready")
    assert app(page, ".kit-bar").get_attribute("lang") == "en"
    assert page.locator(APP).get_attribute("lang") == "nl", "the notebook itself is still Dutch"
    page.reload()
    wait_for_state(page)
    expect(button(page, "Show code")).to_be_visible()
    page.evaluate("localStorage.setItem('krachtenveld-lang', 'nl')")
    page.evaluate("dispatchEvent(new CustomEvent('krachtenveld-lang'))")
    expect(button(page, "Toon code")).to_be_visible()


def test_jupyterlab_makes_room_once_and_interrupts_with_nothing(page: Page, lab: Server) -> None:
    open_app(page, lab, "lezen.ipynb")
    expect(page.locator("#jp-left-stack")).to_be_hidden()
    assert page.locator(".Toastify__toast, .jp-Dialog").count() == 0
    page.get_by_role("tab", name=re.compile("File Browser")).click()
    expect(page.locator("#jp-left-stack")).to_be_visible()
    app(page, ".kit-home").click()
    expect(app(page, "h1")).to_have_text(re.compile("Begin"))
    wait_for_state(page)
    expect(page.locator("#jp-left-stack")).to_be_visible()


# The harness itself


def test_the_witness_sees_what_goes_wrong(page: Page, witness: Witness, lab: Server) -> None:
    for pattern in ("^console: ", "^page error: ", "^request off"):
        witness.allow(pattern)
    page.goto(lab.address("lezen.ipynb"))
    page.evaluate("console.error('ai'); setTimeout(() => { throw new Error('au') })")
    page.evaluate("fetch('http://127.0.0.2:9/weg').catch(() => {})")
    page.wait_for_timeout(300)
    assert any(line == "console: ai" for line in witness.seen)
    assert any(line.startswith("page error: au") for line in witness.seen)
    assert "request off 127.0.0.1: http://127.0.0.2:9/weg" in witness.seen

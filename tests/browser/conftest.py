"""Fixtures for tests in a real browser against a real Jupyter server.

    def test_it(page, lab):
        open_app(page, lab, "08_casus.ipynb")      # from harness import open_app, shot, axe, ...

`lab` and `jupyter_notebook` are a JupyterLab and a Notebook 7 server, one a module, with a copy of `notebooks/`. A
module adds notebooks by defining the module-scoped fixtures `extra_notebooks` (they count as shipped by the kit),
`strange_notebooks` (they do not) or `user_settings`. `page` fails its test on console errors, page errors and
requests off 127.0.0.1; `witness.allow(pattern)` lets through what a test provokes. Opening a page takes seconds: tests
that leave it as they found it may share one, by a module-scoped fixture around `watched_page(browser)`.
"""

import os
from collections.abc import Iterator
from typing import Any

import chromium
import pytest
from harness import Notebook, Server, Witness, start_server, stop_server, tail, watched_page
from playwright.sync_api import Browser, Page, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless, one a run. Without one the tests are skipped, but where CI is "true" they fail."""
    path = chromium.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(chromium.ADVICE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def extra_notebooks() -> dict[str, Notebook]:
    """Notebooks to serve as if the kit shipped them, by file name. For a module to define anew."""
    return {}


@pytest.fixture(scope="module")
def strange_notebooks() -> dict[str, Notebook]:
    """Notebooks to serve that the kit does not ship, by file name. For a module to define anew."""
    return {}


@pytest.fixture(scope="module")
def user_settings() -> dict[str, dict[str, Any]]:
    """Settings of the user's own, by plugin id. For a module to define anew."""
    return {}


@pytest.fixture(scope="module")
def lab(
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
    extra_notebooks: dict[str, Notebook],
    strange_notebooks: dict[str, Notebook],
    user_settings: dict[str, dict[str, Any]],
) -> Iterator[Server]:
    """A JupyterLab server of this module's own."""
    folder = tmp_path_factory.mktemp("lab")
    server = start_server("lab", folder, extra_notebooks, strange_notebooks, user_settings)
    yield server
    stop_server(server)


@pytest.fixture(scope="module")
def jupyter_notebook(
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
    extra_notebooks: dict[str, Notebook],
    strange_notebooks: dict[str, Notebook],
    user_settings: dict[str, dict[str, Any]],
) -> Iterator[Server]:
    """A Notebook 7 server of this module's own."""
    folder = tmp_path_factory.mktemp("notebook")
    server = start_server("notebook", folder, extra_notebooks, strange_notebooks, user_settings)
    yield server
    stop_server(server)


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, Witness]]:
    """The page of this test and its witness."""
    with watched_page(browser) as watched:
        yield watched


@pytest.fixture
def page(watched: tuple[Page, Witness]) -> Page:
    """A page of this test's own, in which nothing may go wrong unseen."""
    return watched[0]


@pytest.fixture
def witness(watched: tuple[Page, Witness]) -> Witness:
    """The notes of what goes wrong in this test's page."""
    return watched[1]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of this test's own as on a telephone, which is touched."""
    witness = Witness()
    context = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    witness.watch(context)
    yield context.new_page()
    context.close()
    assert witness.faults() == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Puts the end of the server's log beside a failure, and says where the whole of it is kept."""
    report = yield
    if report.failed:
        for server in getattr(item, "funcargs", {}).values():
            if isinstance(server, Server):
                report.sections.append((f"{server.kind} server: {server.log}", tail(server.log)))
    return report

"""What browser tests call: a Jupyter server of their own, and short ways to open, photograph and judge a page.

The fixtures that bring these together are in conftest.py.
"""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlsplit

import psutil
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page

from hatch_build import shipped_code

REPOSITORY = Path(__file__).resolve().parents[2]
EXTENSION = REPOSITORY / "kit" / "labextension"
SHOTS = Path(__file__).parent / "shots"

Notebook = dict[str, Any]
Kind = Literal["lab", "notebook"]


# Notebooks made by tests


def text(source: str) -> dict[str, Any]:
    """A Markdown cell."""
    return {"cell_type": "markdown", "id": secrets.token_hex(4), "metadata": {}, "source": source}


def code(source: str, tags: Iterable[str] = ()) -> dict[str, Any]:
    """A code cell that was never run; `tags` as in `own-code` or `model-check`."""
    return {
        "cell_type": "code",
        "id": secrets.token_hex(4),
        "metadata": {"tags": list(tags)} if tags else {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def notebook(*cells: dict[str, Any], app: bool = True, title: str | None = None) -> Notebook:
    """A notebook for Python; with `app` it asks for app view."""
    metadata: dict[str, Any] = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    if app:
        metadata["kit"] = {"app": True, "lang": "nl"} | ({"title": title} if title else {})
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


# The server


@dataclass(frozen=True)
class Server:
    """A running Jupyter server with folders of its own, at 127.0.0.1 only."""

    kind: Kind
    url: str
    token: str
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def root(self) -> Path:
        """The folder of notebooks; exercises lie beside it, and the folder that holds both is served."""
        return self.folder / "root" / "notebooks"

    @property
    def kit_home(self) -> Path:
        """The folder where its kernels keep journals."""
        return self.folder / "kit-home"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def address(self, name: str) -> str:
        """Where a browser opens the notebook `name`, and no other that an earlier page left open."""
        page, alone = ("lab/tree", "reset&") if self.kind == "lab" else ("notebooks", "")
        return f"{self.url}/{page}/{quote(path_of(name))}?{alone}token={self.token}"

    def ask(self, path: str, method: str = "GET") -> Any:
        """The JSON that the server's own interface gives for `path`, as in `api/kernels`."""
        request = urllib.request.Request(f"{self.url}/{path}", method=method)
        request.add_header("Authorization", f"token {self.token}")
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read() or "null")

    def end_sessions(self, name: str) -> None:
        """Shuts down the kernel of the notebook `name`, if it has one."""
        for session in self.ask("api/sessions"):
            if session["path"] == path_of(name):
                self.ask(f"api/sessions/{session['id']}", "DELETE")

    def kernel_of(self, name: str) -> psutil.Process:
        """The process of the kernel that runs the notebook `name`."""
        ids = [s["kernel"]["id"] for s in self.ask("api/sessions") if s["path"] == path_of(name)]
        for child in psutil.Process(self.process.pid).children(recursive=True):
            if ids and ids[0] in " ".join(child.cmdline()):
                return child
        raise LookupError(f"{name} has no kernel on {self.url}")


def path_of(name: str) -> str:
    """Where a notebook lies on the server: a bare name is one of `notebooks/`."""
    return name if "/" in name else f"notebooks/{name}"


def start_server(
    kind: Kind,
    folder: Path,
    extra: dict[str, Notebook] | None = None,
    strange: dict[str, Notebook] | None = None,
    settings: dict[str, dict[str, Any]] | None = None,
) -> Server:
    """A server on a free port whose `root` holds a copy of `notebooks/`, the `extra` ones and the `strange` ones.

    `extra` count as shipped by the kit, `strange` do not. `settings` are a user's own, by plugin id. The front-end
    extension is the one in the checkout, not an installed copy, so a test sees what was just written.
    """
    served, share, settings_folder = folder / "root", folder / "share", folder / "user-settings"
    root = served / "notebooks"
    for name in ("notebooks", "exercises"):
        shutil.copytree(REPOSITORY / name, served / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    for name, book in {**(extra or {}), **(strange or {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(json.dumps(book, ensure_ascii=False, indent=1) + "\n", "utf-8")

    installed = share / "labextensions" / "krachtenveld-app"
    shutil.copytree(EXTENSION, installed)
    shipped = [shipped_code(json.loads(p.read_text("utf-8"))) for p in sorted(served.glob("**/*.ipynb"))]
    for book in (strange or {}).values():
        shipped.remove(shipped_code(book))
    (installed / "static" / "shipped.json").write_text(json.dumps(shipped), "utf-8")
    overrides = folder / "app-settings" / "overrides.d"
    overrides.mkdir(parents=True)
    shutil.copy(EXTENSION / "overrides.json", overrides / "krachtenveld.json")
    for plugin, values in (settings or {}).items():
        package, name = plugin.split(":")
        target = settings_folder / package / f"{name}.jupyterlab-settings"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(values), "utf-8")

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_hex(16)
    app = "LabApp" if kind == "lab" else "JupyterNotebookApp"
    command = [
        sys.executable,
        "-m",
        "jupyterlab" if kind == "lab" else "notebook",
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={served}",
        f"--IdentityProvider.token={token}",
        f"--{app}.app_settings_dir={folder / 'app-settings'}",
    ]
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(settings_folder),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "JUPYTER_PATH": str(share),
        "IPYTHONDIR": str(folder / "ipython"),
        "KIT_HOME": str(folder / "kit-home"),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(REPOSITORY), os.environ.get("PYTHONPATH")])),
    }
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    server = Server(kind, f"http://127.0.0.1:{port}", token, folder, process)
    try:
        _wait_until_up(server)
    except BaseException:
        stop_server(server)
        raise
    return server


def _wait_until_up(server: Server, seconds: float = 60) -> None:
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if server.process.poll() is not None:
            break
        try:
            server.ask("api/status")
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"the {server.kind} server did not start:\n{tail(server.log)}")


def stop_server(server: Server) -> None:
    """Ends the server and every kernel it started; kernels that outlive it are ended one by one."""
    if server.process.poll() is not None:
        return
    children = psutil.Process(server.process.pid).children(recursive=True)
    server.process.terminate()
    try:
        server.process.wait(15)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait(5)
    for child in psutil.wait_procs(children, timeout=3)[1]:
        child.kill()


def tail(log: Path, lines: int = 15) -> str:
    """The end of a log."""
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-lines:])


# What a page may not do

#: Messages that have nothing to do with the kit, each with the reason why it is let through.
HARMLESS = {
    r"^page error: .*\(reading 'schema'\) at .*/notebook_core\.": "Notebook 7.6 loads its shortcuts before their "
    "settings are there, and says this at every start, without the kit's extension too",
    r"^console: Could not restore the debugger state": "JupyterLab's debugger asks a kernel that just died",
}

#: Addresses on our own server by which JupyterLab makes that server go out to the internet.
GOES_OUT = re.compile(r"/lab/api/(news|update|extensions)\b")


@dataclass
class Witness:
    """Notes everything that goes wrong in a browser context: console errors, page errors, requests to elsewhere."""

    seen: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("console", lambda m: self._note(f"console: {m.text}") if m.type == "error" else None)
        context.on("weberror", lambda e: self._note(f"page error: {_with_place(e.error)}"))
        context.on("request", lambda r: self._address(r.url))
        context.on("page", lambda p: p.on("websocket", lambda w: self._address(w.url)))

    def allow(self, pattern: str) -> None:
        """Let through what matches `pattern`, in this test only: for a test that makes a fault on purpose."""
        self.allowed.append(pattern)

    def faults(self) -> list[str]:
        let_through = [*HARMLESS, *self.allowed]
        return [line for line in self.seen if not any(re.search(pattern, line) for pattern in let_through)]

    def _note(self, line: str) -> None:
        self.seen.append(line)

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self._note(f"request off 127.0.0.1: {url}")
        elif GOES_OUT.search(parts.path):
            self._note(f"request that makes the server go out: {url}")


def _with_place(error: Error) -> str:
    """The message of an error thrown in a page, and the first place in its stack."""
    places = [line.strip() for line in (error.stack or "").splitlines() if line.strip().startswith("at ")]
    return " ".join([error.message, *places[:1]])


@contextmanager
def watched_page(browser: Browser) -> Iterator[tuple[Page, Witness]]:
    """A page in a fresh profile, 1440×900, in Dutch; at the end it is an error if anything went wrong in it."""
    witness = Witness()
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    context.set_default_timeout(30_000)
    witness.watch(context)
    try:
        yield context.new_page(), witness
    finally:
        context.close()
    faults = witness.faults()
    assert not faults, "in the browser:\n  " + "\n  ".join(faults)


# Short ways


#: The one app page on screen (JupyterLab keeps other tabs in the document, hidden).
APP = ".kit-app:not(.lm-mod-hidden)"


def wait_for_state(page: Page, state: str = "ready", seconds: float = 60) -> None:
    """Waits for the app page on screen to be in `state`: start, busy, ready, stopped, error or ask."""
    page.locator(f'{APP}[data-kit-state="{state}"]').wait_for(state="visible", timeout=seconds * 1000)


def open_app(page: Page, server: Server, name: str, state: str = "ready", fresh: bool = True) -> None:
    """Opens the notebook `name` and waits for its app view to say "Klaar" (or to be in another `state`).

    In a new kernel, unless `fresh` is False: then the one that it still has, as when a learner comes back.
    """
    if fresh:
        server.end_sessions(name)
    page.goto(server.address(name))
    wait_for_state(page, state)


def shot(page: Page, name: str) -> None:
    """A picture of the page as tests/browser/shots/`name`.png, when KIT_SHOTS is set."""
    if os.environ.get("KIT_SHOTS"):
        SHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SHOTS / f"{name}.png")


def axe(page: Page, selector: str = APP) -> list[str]:
    """What axe-core finds serious or critical inside `selector`, a line each; [] is sound."""
    # Jupyter's body hides what overflows it and has no height of its own. Browsers clip nothing by that, but axe-core
    # takes all text on the page for invisible and passes over its contrast.
    page.evaluate("document.body.style.minHeight = '100vh'")
    found = Axe().run(page, context=selector).response["violations"]
    page.evaluate("document.body.style.minHeight = ''")
    return [
        f"{v['impact']} {v['id']}: {v['help']}: " + " | ".join(n["html"][:160] for n in v["nodes"][:5])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]

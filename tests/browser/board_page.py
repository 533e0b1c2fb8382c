"""A board in a bare page: the widget's own script, a model that behaves as Jupyter's, and Python at the other end.

Everything the learner does goes through the real `Board.set_state`, without the time that a Jupyter server takes.
"""

import json

from board_cases import Comm
from playwright.sync_api import Page

from kit.widgets.board import Board

MODEL = """
async ([esm, css, state, theme, project]) => {
  document.documentElement.lang = "nl";
  document.title = "bord";
  const viewport = document.createElement("meta");
  Object.assign(viewport, { name: "viewport", content: "width=device-width, initial-scale=1" });
  document.head.append(viewport);
  if (theme) document.body.dataset.jpThemeLight = String(theme === "light");
  const dark = theme === "dark" || (!theme && matchMedia("(prefers-color-scheme: dark)").matches);
  const ground = dark ? "#14181d" : "#f7f8fa";
  Object.assign(document.body.style, { margin: 0, padding: project ? "32px" : "12px", background: ground });
  if (project) document.body.classList.add("kit-project");
  const style = document.createElement("style");
  style.textContent = css + ".kit-project{--kit-size:32px;--kit-small:28px;--kit-large:44px}";
  document.head.append(style);
  class Model {
    constructor(state) { this.state = state; this.heard = {}; this.pending = {}; this.waiting = false; }
    get(name) { return this.state[name]; }
    set(name, value) {
      if (JSON.stringify(this.state[name]) === JSON.stringify(value)) return;
      this.state[name] = value;
      this.pending[name] = value;
      this.fire([name]);
    }
    fire(names) { for (const name of names) for (const run of this.heard[`change:${name}`] ?? []) run(); }
    on(event, run) { (this.heard[event] ??= []).push(run); }
    send(message, _callbacks, buffers) {
      (window.sent ??= []).push(message);
      (window.buffers ??= []).push(...(buffers ?? []).map((buffer) => Array.from(new Uint8Array(buffer))));
    }
    off(event, run) { this.heard[event] = (this.heard[event] ?? []).filter((other) => other !== run); }
    async save_changes() {
      if (this.waiting || !Object.keys(this.pending).length) return;
      const sent = this.pending;
      this.pending = {};
      this.waiting = true;
      this.take(JSON.parse(await window.toPython(JSON.stringify(sent))));
      this.waiting = false;
      this.save_changes();
    }
    take(state) {
      Object.assign(this.state, state);
      this.fire(Object.keys(state));
    }
  }
  window.model = new Model(state);
  window.wrong = [];
  window.addEventListener("error", (event) => window.wrong.push(event.message));
  const url = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const { default: widget } = await import(url);
  const el = document.createElement("main");
  document.body.append(el);
  window.widget = widget;
  window.close_board = widget.render({ model: window.model, el });
}
"""

SYNCED = ("stance", "shown", "moved", "drawn", "said", "told", "trouble")


def open_board(page: Page, board: Board, theme: str | None = "light", project: bool = False) -> None:
    """Shows `board` in `page`; theme "light" or "dark" as JupyterLab says it, None outside JupyterLab."""
    comm = Comm()
    board.comm = comm

    def to_python(text: str) -> str:
        comm.sent.clear()
        board.set_state(json.loads(text))
        return json.dumps(comm.state)

    page.expose_function("toPython", to_python)
    state = json.loads(json.dumps({name: getattr(board, name) for name in SYNCED}))
    page.evaluate(MODEL, [str(board._esm), str(board._css), state, theme, project])
    page.locator(".kb-pill").first.wait_for()
    settle(page)


def settle(page: Page) -> None:
    """Waits until nothing moves by itself any more."""
    page.wait_for_timeout(320)


def push(page: Page, board: Board) -> None:
    """Hands the page what Python changed by itself, as the kernel would."""
    page.evaluate("state => window.model.take(state)", {name: getattr(board, name) for name in SYNCED})
    settle(page)

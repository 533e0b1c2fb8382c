"""A widget in a bare page: its own script, a model that behaves as Jupyter's, and Python at the other end.

Everything the learner does goes through the real `set_state`, without the time that a Jupyter server takes.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from board_cases import Comm
from playwright.sync_api import Page

from kit.widgets.picture import Picture

VIEWS = {390: (844, False), 720: (900, False), 1440: (900, False), 1920: (1080, True)}
"""Width → height, and whether it is projected: from a telephone to a projector."""

MODEL = """
async ([esm, css, state, theme, project]) => {
  document.documentElement.lang = "nl";
  document.title = "proef";
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
  window.close_view = widget.render({ model: window.model, el });
}
"""


def open_picture(page: Page, picture: Picture, theme: str | None = "light", project: bool = False) -> Comm:
    """Shows `picture` in `page`; theme "light" or "dark" as JupyterLab says it, None outside JupyterLab.

    Returns the line to it, which keeps what Python last sent.
    """
    comm = Comm()
    picture.comm = comm

    def to_python(text: str) -> str:
        comm.sent.clear()
        picture.set_state(json.loads(text))
        return json.dumps(comm.state)

    page.expose_function("toPython", to_python)
    page.evaluate(MODEL, [str(picture._esm), str(picture._css), state(picture), theme, project])
    page.locator(".kp-grid").wait_for()
    settle(page)
    return comm


def open_again(page: Page) -> None:
    """Shows the picture that is in `page` a second time, below the first: two views of one model."""
    page.evaluate("""() => {
      const el = document.createElement("section");
      document.body.append(el);
      window.close_again = window.widget.render({ model: window.model, el });
    }""")
    settle(page)


def state(picture: Picture) -> dict[str, Any]:
    """What the page knows of `picture`, as it travels."""
    synced = [name for name in (*picture.FROM_BROWSER, *picture.ANSWERS) if picture.has_trait(name)]
    known: dict[str, Any] = json.loads(json.dumps({name: getattr(picture, name) for name in synced}))
    return known


def settle(page: Page) -> None:
    """Waits until nothing moves by itself any more."""
    page.wait_for_timeout(320)


def push(page: Page, picture: Picture) -> None:
    """Hands the page what Python changed by itself, as the kernel would."""
    page.evaluate("state => window.model.take(state)", state(picture))
    settle(page)


# What tests of every picture ask of a page


def crossing(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return (
        min(a["right"], b["right"]) - max(a["left"], b["left"]) > 0.5
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 0.5
    )


def crossings(boxes: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """Pairs of boxes that lie over each other, by `what` they are; two that are `free` may."""
    return [
        (a["what"], b["what"])
        for a, b in combinations(boxes, 2)
        if crossing(a, b) and not (a.get("free") and b.get("free"))
    ]


def small_type(page: Page, least: int = 28) -> Sequence[str]:
    """The texts of a picture that are smaller than `least` px, as no text may be on a projector."""
    found: list[str] = page.evaluate(
        """(least) => {
          const found = [];
          const walk = document.createTreeWalker(document.querySelector(".kit-picture"), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const { textContent, parentElement } = walk.currentNode;
            if (!textContent.trim() || parentElement.closest(".kp-hidden, [hidden]")) continue;
            if (parseFloat(getComputedStyle(parentElement).fontSize) < least) found.push(textContent);
          }
          return found;
        }""",
        least,
    )
    return found


def seen_on_the_way(page: Page, selector: str, read: str, change: dict[str, Any]) -> int:
    """How many different things `read` finds on an element, frame by frame, after Python has told of `change`."""
    seen: int = page.evaluate(
        f"""async ([selector, change]) => {{
          const read = {read};
          const node = document.querySelector(selector);
          const before = read(node);
          const seen = new Set();
          window.model.take(change);
          for (let i = 0; i < 40; i++) {{
            await new Promise(requestAnimationFrame);
            if (read(node) !== before) seen.add(read(node));
          }}
          return seen.size;
        }}""",
        [selector, change],
    )
    return seen

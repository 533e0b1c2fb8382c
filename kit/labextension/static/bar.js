// The slim bar on top of the page: what Python is doing, and the three things one can do with the page itself.

import { words } from "./words.js";

function make(tag, className, attributes = {}) {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

export class Bar {
  constructor({ title, onCode, onProject, onGo }) {
    this.node = make("div", "kit-bar", { role: "toolbar" });
    this.home = make("a", "kit-home", { hidden: "" });
    this.title = make("span", "kit-title");
    this.title.textContent = title ?? "";
    this.state = make("span", "kit-state", { role: "status", "aria-live": "polite" });
    this.code = make("button", "kit-button kit-toggle-code", { type: "button", "aria-pressed": "false" });
    this.project = make("button", "kit-button kit-toggle-project", { type: "button", "aria-pressed": "false" });
    this.node.append(this.home, this.title, this.state, this.code, this.project);

    this.card = make("section", "kit-card", { hidden: "" });
    this.reason = make("p", "kit-reason");
    this.go = make("button", "kit-go", { type: "button" });
    this.card.append(this.reason, this.go);

    this.code.addEventListener("click", onCode);
    this.project.addEventListener("click", onProject);
    this.go.addEventListener("click", onGo);
    this.node.addEventListener("keydown", (event) => this.walk(event));
  }

  // Left and Right go from one control to the next, as they do in any toolbar.
  walk(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    const stops = [this.home, this.code, this.project].filter((node) => !node.hidden);
    const at = stops.indexOf(document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
    event.preventDefault();
  }

  show(language, { state, code, project }) {
    const say = words(language);
    this.node.lang = this.card.lang = language;
    this.node.setAttribute("aria-label", say.bar);
    this.home.textContent = say.home;
    // Set only when it differs: a screen reader reads a live region again at every change of its text.
    if (this.state.textContent !== say[state]) this.state.textContent = say[state];
    this.code.textContent = code ? say.hideCode : say.showCode;
    this.code.setAttribute("aria-pressed", String(code));
    this.project.textContent = project ? say.unproject : say.project;
    this.project.setAttribute("aria-pressed", String(project));
    const why = { ask: say.why, cut: say.torn, off: say.again }[state];
    this.card.hidden = !why;
    this.reason.textContent = why ?? "";
    this.go.textContent = say.go;
  }
}

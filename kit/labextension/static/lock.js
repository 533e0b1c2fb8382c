// Makes a page that cannot be broken: cells stay as they are, and running them changes no file. Cells tagged
// `own-code` are the learner's: they can be typed in and run, and what is typed there is saved as usual.

const SUPPRESS = "data-lm-suppress-shortcuts";

const tags = (cell) => cell.model.getMetadata("tags") ?? [];

export class Lock {
  constructor(panel, actions) {
    Object.assign(this, { panel, actions, known: new WeakSet(), learnerTyped: false });
    const { content, model } = panel;
    this.keepClean(model.sharedModel);
    const takeAll = () => content.widgets.forEach((cell) => this.take(cell));
    takeAll();
    // A notebook that is read from disk again gets new cells.
    model.cells.changed.connect(takeAll);
    this.deafen(content.node);
    panel.node.addEventListener("keydown", (event) => this.key(event), true);
    panel.node.addEventListener("dblclick", (event) => this.keepRendered(event), true);
    this.hush(content.node);
  }

  isOwn(cell) {
    return tags(cell).includes("own-code");
  }

  // Outputs, execution counts and the kernel's name all mark a notebook as changed, which autosave would write and
  // closing would ask about. All those marks pass through this one property.
  keepClean(notebook) {
    Object.defineProperty(notebook, "dirty", {
      configurable: true,
      get: () => notebook.getState("dirty") === true,
      set: (value) => notebook.transact(() => notebook.setState("dirty", value && this.learnerTyped), false),
    });
  }

  // Jupyter calls each cell by an English name and makes the active one a stop for the Tab key, again and again. On
  // a page without cells to be seen, both lead nowhere.
  hush(notebook) {
    const quiet = (node) => {
      if (!node.classList.contains("jp-Cell")) return;
      node.removeAttribute("aria-label");
      if (node.tabIndex !== -1) node.tabIndex = -1;
    };
    notebook.querySelector("[role=feed]")?.removeAttribute("role");
    // What scrolls must be reached by keyboard, on a page without a single link too.
    Object.assign(notebook.querySelector(".jp-WindowedPanel-outer"), { tabIndex: 0, role: "region" });
    notebook.querySelectorAll(".jp-Cell").forEach(quiet);
    new MutationObserver((changes) => changes.forEach(({ target }) => quiet(target))).observe(notebook, {
      subtree: true,
      attributeFilter: ["aria-label", "tabindex"],
    });
  }

  // Jupyter's one-letter commands (x cuts the cell) act while a widget in an output has the focus. Most are bound to
  // ":focus": the focused element itself must refuse them, the mark on what holds it does not help. Code shown or
  // not: with locked cells no shortcut is left that would. The two that a learner needs are in `key`.
  deafen(notebook) {
    const mark = (node) => node.setAttribute(SUPPRESS, "true");
    mark(notebook);
    notebook.addEventListener("focusin", (event) => mark(event.target), true);
    if (notebook.contains(document.activeElement)) mark(document.activeElement);
  }

  // A double click would open the text for editing, read-only or not.
  keepRendered(event) {
    const cell = event.target.closest(".jp-MarkdownCell");
    if (cell && !cell.classList.contains("kit-own")) event.stopPropagation();
  }

  take(cell) {
    if (this.known.has(cell)) return;
    this.known.add(cell);
    if (tags(cell).includes("model-check")) cell.addClass("kit-model-check");
    if (this.isOwn(cell)) this.giveAway(cell);
    else this.fix(cell);
    cell.ready.then(() => cell.outputArea?.node.setAttribute(SUPPRESS, "true"));
  }

  // Read-only in the view alone: written into the metadata it would end up in the file.
  fix(cell) {
    cell.syncEditable = false;
    cell.readOnly = true;
    const get = cell.model.getMetadata.bind(cell.model);
    cell.model.getMetadata = (key) => (key === "deletable" ? false : get(key));
  }

  giveAway(cell) {
    const { sharedModel } = cell.model;
    cell.addClass("kit-own");
    sharedModel.changed.connect((_, change) => {
      if (!change.sourceChange) return;
      this.learnerTyped = true;
      this.panel.model.sharedModel.dirty = true;
    });
    // Without Jupyter's own keys, Tab is the way in.
    cell.ready.then(() => {
      cell.editorWidget.node.querySelector(".cm-content").tabIndex = 0;
      this.name(this.say);
    });
    const button = Object.assign(document.createElement("button"), { className: "kit-button kit-run", type: "button" });
    button.addEventListener("click", () => this.run(cell));
    cell.node.append(button);
  }

  // Names the text, the code and the learner's buttons, in the language of the moment.
  name(say) {
    this.say = say;
    const { node } = this.panel;
    for (const button of node.querySelectorAll(".kit-run")) button.textContent = say.run;
    for (const editor of node.querySelectorAll(".jp-CodeCell .cm-content")) {
      editor.setAttribute("aria-label", editor.closest(".kit-own") ? say.own : say.code);
    }
    node.querySelector(".jp-WindowedPanel-outer").setAttribute("aria-label", say.text);
  }

  run(cell) {
    void this.actions.runCells(this.panel.content, [cell], this.panel.sessionContext);
  }

  key(event) {
    const control = event.ctrlKey || event.metaKey;
    const holds = (cell) => this.isOwn(cell) && cell.editorWidget?.node.contains(event.target);
    const own = this.panel.content.widgets.find(holds);
    if (own && event.key === "Enter" && (control || event.shiftKey)) {
      this.run(own);
      // Jupyter leaves the editor then, for a mode of which we have taken the keys away.
      own.editor.focus();
    } else if (own && event.key === "Escape") {
      // In an editor Tab indents, so there must be another way out.
      own.node.querySelector(".kit-run").focus();
    } else if (control && event.key.toLowerCase() === "s") {
      if (this.panel.model.dirty) void this.panel.context.save();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

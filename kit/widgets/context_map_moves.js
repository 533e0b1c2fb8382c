// Ways to act back, below the map: each a button that is pressed or not.

class Moves {
  constructor(view) {
    const { drawn, words } = view;
    this.view = view;
    this.all = new Map();
    this.el = html("div", { class: "kc-acts kp-surface", hidden: !drawn.moves.length }, part("h3", "kp-h", words.moves),
      part("p", "kc-lead kp-note", words.moves_note), html("div", { class: "kc-moves" }, ...drawn.moves.map((move) => this.move(move))));
  }

  move(move) {
    const { model, field } = this.view;
    const state = part("span", "kc-move-state");
    const el = html("button", { type: "button", class: "kc-move", "data-move": move.id, "aria-pressed": "false" },
      part("span", "kc-move-title", move.title), move.text ? part("span", "kc-move-text", move.text) : null, part("span", "kp-note", closed(move.makes)), state);
    el.addEventListener("click", () => {
      const done = model.get("done");
      this.view.set("done", done.includes(move.id) ? done.filter((id) => id !== move.id) : [...done, move.id]);
    });
    // Its arrow is lit while it is looked at.
    const look = (on) => field.focus.look(on && field.edges.get(move.key).aim > 0 ? { key: move.key } : null);
    el.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && look(true));
    el.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && look(false));
    el.addEventListener("focus", () => el.matches(":focus-visible") && look(true));
    el.addEventListener("blur", () => look(false));
    this.all.set(move.id, { el, state, key: move.key });
    return el;
  }

  update(changes) {
    if (!changes.has("done") && !changes.has("said")) return;
    const { model, words } = this.view;
    const done = new Set(model.get("done"));
    const { stronger = {} } = model.get("said");
    for (const [id, { el, state, key }] of this.all) {
      el.setAttribute("aria-pressed", String(done.has(id)));
      // The arrow itself may be off the screen by now.
      const grown = done.has(id) && stronger[key] ? `${fill(words.grown, { says: stronger[key][1] })} ` : "";
      state.textContent = done.has(id) ? grown + words.undo : "";
    }
  }
}

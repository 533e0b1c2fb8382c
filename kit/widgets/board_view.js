// Draws the force board and lets it be dragged. Python is told where things are and answers what that means.

const TRAITS = ["drawn", "shown", "moved", "stance", "said", "told", "trouble"];

class BoardView extends View {
  constructor(model, el) {
    super(model, el, "kit-board", TRAITS);
    this.placedNow = new Set(); // lines whose knot was put somewhere, of which Python is yet to be told
    this.card = new Card(this);
  }

  remove() {
    super.remove();
    this.card.stay();
    this.card.close();
  }

  make() {
    this.card.close();
    this.forces = new Map(this.drawn.forces.map((force) => [force.key, force]));
    this.lines = new Map();
    this.linesEl = html("div", { class: "kb-lines" });
    this.more = html("div", { class: "kb-more" });
    const probe = html("div", { class: "kp-probe", "aria-hidden": "true" });
    this.field = html("div", { class: "kb-field kp-surface" }, this.linesEl, this.more, part("p", "kb-help", this.words.help), probe);
    this.panel = new Panel(this);
    this.moreState = null;
    return { parts: [this.field, this.panel.el], sized: [this.linesEl, probe] };
  }

  // The force as it is now, the learner's move included.
  current(force) {
    const pair = this.model.get("moved")[force.key];
    return pair ? { toward: pair[0], strength: pair[1] } : force;
  }

  update(changes, fresh = false) {
    if (changes.has("shown")) this.grow();
    const relaid = this.aimed() || changes.has("shown");
    this.panel.update(changes);
    if (changes.has("moved")) this.card.refresh();
    for (const [id, text] of Object.entries(this.model.get("said").text ?? {})) {
      const line = this.lines.get(id);
      if (line) line.text.textContent = text;
    }
    if (changes.has("said") && !fresh) this.tell(() => this.model.get("said").sentence);
    if (!this.width) return;
    if (relaid) for (const line of this.lines.values()) layOut(line, false);
    this.go(this.dragging ? 80 : EASE);
  }

  // Everything aims where the model has it; true where that asks for another layout.
  aimed() {
    const stance = this.model.get("stance");
    const { balance } = this.model.get("said");
    let relaid = false;
    for (const line of this.lines.values()) {
      if (!line.held) line.aim.knot = stance[line.id];
      const middle = balance?.[line.id] ?? null;
      if (middle !== line.aim.balance) relaid = true;
      line.aim.balance = middle;
      for (const pull of line.pulls.values()) {
        const { toward, strength } = this.current(pull.force);
        if (toward !== pull.aim.toward) relaid = true;
        Object.assign(pull.aim, { toward, strength, seen: 1 });
      }
    }
    return relaid;
  }

  // --- what is on it

  grow() {
    const shown = new Set(this.model.get("shown"));
    const open = new Set([...shown].map((key) => this.forces.get(key).tension));
    for (const [id, line] of this.lines) if (!open.has(id)) { line.el.remove(); this.lines.delete(id); }
    let before = null;
    for (const spec of this.drawn.tensions) {
      if (!open.has(spec.id)) continue;
      if (!this.lines.has(spec.id)) {
        const line = new Line(this, spec);
        this.lines.set(spec.id, line);
        if (before) before.after(line.el); else this.linesEl.prepend(line.el);
      }
      const line = this.lines.get(spec.id);
      before = line.el;
      line.hold(this.forcesOf(spec), shown);
    }
    this.refillMore(open, shown);
  }

  forcesOf(spec) {
    return this.drawn.forces.filter((force) => force.tension === spec.id);
  }

  refillMore(open, shown) {
    const { drawn, words } = this;
    const rest = drawn.tensions.filter((spec) => !open.has(spec.id));
    const all = shown.size === drawn.forces.length;
    const state = rest.map((spec) => spec.id).join("\n") + all;
    if (state === this.moreState) return;
    this.moreState = state;
    const held = this.more.contains(document.activeElement) ? document.activeElement : null;
    const buttons = rest.map((spec) => {
      const name = `${spec.left} – ${spec.right}`;
      const first = this.forcesOf(spec).slice(0, 2).map((force) => force.key);
      return chip(name, fill(words.open, { name }), () => {
        this.show(first);
        this.lines.get(spec.id)?.knot.focus({ preventScroll: true });
      }, "kb-disclose");
    });
    const toggle = button("kb-all kp-link", all ? words.fewer : words.all, () => this.set("shown", all ? drawn.opening : drawn.forces.map((force) => force.key)));
    const nothingToShow = all && drawn.opening.length === drawn.forces.length;
    this.more.replaceChildren(...buttons, ...(nothingToShow ? [] : [toggle]));
    if (held) (held.classList.contains("kb-all") ? toggle : this.more.querySelector("button"))?.focus({ preventScroll: true });
  }

  show(keys) {
    const shown = this.model.get("shown");
    this.set("shown", [...shown, ...keys.filter((key) => !shown.includes(key))]);
    this.flush(); // at once: the focus goes to what has come
  }

  // --- what the learner moves

  move(force, toward, strength) {
    const value = [tidy(clamp(toward, -1, 1)), tidy(clamp(strength, 0, 1))];
    this.set("moved", { ...this.model.get("moved"), [force.key]: value });
  }

  // A knot was put somewhere: draw at once, tell Python once a frame.
  placed(line) {
    this.placedNow.add(line);
    this.go(EASE);
  }

  draw(time) {
    super.draw(time);
    if (!this.placedNow.size) return;
    const stance = { ...this.model.get("stance") };
    for (const line of this.placedNow) stance[line.id] = line.aim.knot;
    this.placedNow.clear();
    this.set("stance", stance);
  }

  // --- motion

  go(duration) {
    if (this.width) super.go(duration);
  }

  start() {
    for (const line of this.lines.values()) line.start();
  }

  step(t) {
    for (const line of this.lines.values()) {
      if (!line.aim.height) continue;
      line.step(t);
      line.paint();
    }
  }

  // Sizes may have changed: the width, the type size, or what is on the board.
  measured() {
    this.width = this.linesEl.clientWidth;
    if (!this.width) return;
    for (const line of this.lines.values()) {
      layOut(line, true);
      line.start();
      line.step(1);
    }
    this.lasting = 0;
    this.wake();
  }
}

export default widget(BoardView);

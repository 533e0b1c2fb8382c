// One tension: a line between two poles, the learner's knot on it, and who pulls at the knot.
//
// Names, pills and knots are HTML (measured, focusable, wrapping); ropes and lines are one SVG beneath them. A redraw
// during a drag only writes attributes: nothing is made or measured.

const LARGE_STEP = 0.25;

class Line {
  constructor(board, spec) {
    this.board = board;
    this.spec = spec;
    this.id = spec.id;
    this.pulls = new Map(); // key → what is drawn of a force
    this.now = null; // what is on screen: axis, height, knot, balance
    this.aim = {}; // where that is going
    this.make();
  }

  make() {
    const { spec, board } = this;
    const ids = { title: unique("title"), text: unique("text") };
    this.text = part("p", "kp-hidden", "", { id: ids.text });
    this.svg = svg("svg", { class: "kp-drawing", "aria-hidden": "true" });
    this.axis = svg("path", { class: "kb-axis" });
    this.ropes = svg("g");
    this.stems = svg("g");
    this.stalk = svg("path", { class: "kb-stalk" });
    this.triangle = svg("path", { class: "kb-triangle" });
    this.svg.append(this.axis, this.ropes, this.stems, this.stalk, this.triangle);
    this.knot = html("div", {
      class: "kb-knot", role: "slider", tabindex: "0", "aria-label": fill(board.words.knot, { left: spec.left, right: spec.right }),
      "aria-describedby": ids.text, "aria-valuemin": "-1", "aria-valuemax": "1", "aria-orientation": "horizontal",
    }, html("span", { class: "kb-grip", "aria-hidden": "true" }));
    const caption = (text, name) => part("span", `kb-caption ${name}`, text, { "aria-hidden": "true" });
    this.captions = {
      environment: caption(board.words.environment, "kb-side"),
      team: caption(board.words.team, "kb-side"),
      balance: caption(board.words.balance, "kb-middle"),
    };
    this.marks = board.drawn.marks.filter(([, places]) => this.id in places).map(([label, places]) => {
      const ring = svg("path", { class: "kb-ring" });
      const stalk = svg("path", { class: "kb-stalk" });
      this.svg.append(stalk, ring);
      return { at: places[this.id], label: caption(label, "kb-mark"), ring, stalk };
    });
    this.area = html("div", { class: "kb-area" }, this.svg, this.knot, ...Object.values(this.captions), ...this.marks.map((m) => m.label));
    this.chips = html("div", { class: "kb-chips" });
    const title = html("div", { class: "kb-poles", id: ids.title }, part("span", "", spec.left), part("span", "", spec.right));
    this.el = html("section", { class: "kb-tension", role: "group", "aria-labelledby": ids.title, "data-tension": this.id },
      title, part("p", "kb-question", spec.question), this.text, this.area, this.chips);
    draggable(board, this.knot, {
      start: () => (this.held = { from: this.aim.knot, to: this.aim.knot }),
      move: (dx) => this.slide(this.held.from + dx / this.reach),
      end: () => (this.held = null),
    });
    this.knot.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const steps = {
      ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP,
      PageUp: LARGE_STEP, PageDown: -LARGE_STEP, Home: -2, End: 2,
    };
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.slide(this.aim.knot + steps[event.key], true);
  }

  // Put the knot at `x`; eased only when a key moved it.
  slide(x, eased = false) {
    const to = tidy(clamp(x, -1, 1));
    if (to === this.aim.knot) return;
    this.aim.knot = to;
    if (!eased || still()) this.now.knot = to;
    this.board.placed(this);
  }

  x(p) {
    return this.inset + (p + 1) * this.reach;
  }

  // --- who pulls

  // Bring the pills into line with what is shown, and chips for what is not.
  hold(forces, shown) {
    for (const [key, pull] of this.pulls) {
      if (shown.has(key)) continue;
      pull.remove();
      this.pulls.delete(key);
    }
    for (const force of forces) if (shown.has(force.key) && !this.pulls.has(force.key)) this.pulls.set(force.key, new Pull(this, force));
    // Tab order follows the line, from left to right.
    const sorted = [...this.pulls.values()].sort((a, b) => a.force.toward - b.force.toward);
    if (!this.area.contains(document.activeElement)) this.area.append(...sorted.map((pull) => pull.pill));
    this.refill(forces.filter((force) => !shown.has(force.key)));
  }

  refill(hidden) {
    const { board } = this;
    const held = document.activeElement?.closest?.(".kb-chip");
    const at = held && this.chips.contains(held) ? [...this.chips.children].indexOf(held) : -1;
    const keys = hidden.map((force) => force.key).join("\n");
    if (keys === this.chipKeys) return;
    this.chipKeys = keys;
    this.chips.replaceChildren(...hidden.map((force) => {
      const { name } = board.drawn.actors[force.actor];
      return chip(name, fill(board.words.add, { name }), () => board.show([force.key]));
    }));
    if (at >= 0) (this.chips.children[Math.min(at, hidden.length - 1)] ?? this.knot).focus({ preventScroll: true });
  }

  // --- motion

  start() {
    this.from = { ...this.now };
    for (const pull of this.pulls.values()) pull.start();
  }

  // One frame on the way from where things were to where they go; t = 1 is there.
  step(t) {
    const { now, aim, from } = this;
    now.axis = mix(from.axis, aim.axis, t);
    now.height = mix(from.height, aim.height, t);
    now.knot = this.held ? aim.knot : mix(from.knot, aim.knot, t);
    now.balance = aim.balance === null || from.balance === null ? aim.balance : mix(from.balance, aim.balance, t);
    for (const pull of this.pulls.values()) pull.step(t);
  }

  paint() {
    const { now, em, width, inset } = this;
    const y = now.axis;
    const knot = this.x(now.knot);
    this.area.style.height = `${num(now.height)}px`;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${num(now.height)}`);
    const tick = em * 0.34;
    this.axis.setAttribute("d", axisPath(inset, width, y, tick, tick * 0.7));
    this.knot.style.transform = `translate(${knot}px, ${y}px) translate(-50%, -50%)`;
    const value = tidy(this.aim.knot);
    this.knot.setAttribute("aria-valuenow", value);
    this.knot.setAttribute("aria-valuetext", placeWords(this.board.drawn, this.spec, value));
    for (const pull of this.pulls.values()) pull.paint(knot, y);
    this.paintCaption(this.captions.environment, y);
    this.paintCaption(this.captions.team, y);
    this.paintBalance(now.balance === null ? null : this.x(now.balance), y);
    for (const mark of this.marks) this.paintMark(mark, y);
  }

  paintCaption(node, y) {
    node.style.transform = `translate(${Math.round(node.at.left)}px, ${Math.round(y + node.at.top)}px)`;
  }

  // The middle of the field: a triangle beside its word, on a stalk from the line.
  paintBalance(x, y) {
    const { balance } = this.captions;
    balance.hidden = x === null;
    if (x === null) {
      this.triangle.setAttribute("d", "");
      this.stalk.setAttribute("d", "");
      return;
    }
    this.paintCaption(balance, y);
    const { em } = this;
    const half = em * 0.4;
    const top = y + balance.at.top + this.row / 2 - em * 0.36;
    this.triangle.setAttribute("d", `M${x} ${top}l${half} ${em * 0.7}h${-2 * half}z`);
    this.stalk.setAttribute("d", `M${x} ${y}V${top}`);
  }

  paintMark(mark, y) {
    this.paintCaption(mark.label, y);
    const x = this.x(mark.at);
    const r = this.em * 0.3;
    const at = y + mark.label.at.top + this.row / 2;
    mark.ring.setAttribute("d", `M${x - r} ${at}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`);
    mark.stalk.setAttribute("d", `M${x} ${y}V${at - r}`);
  }
}

// What can be put on the board.
function chip(text, label, act, name = "") {
  return html("button", { type: "button", class: `kb-chip ${name}`.trim(), "aria-label": label, onclick: act },
    html("span", { class: "kb-plus", "aria-hidden": "true" }), part("span", "", text));
}

// Draws the expectation map, one addressee a view, and tells Python which conversations the learner tried.
//
// Names are HTML buttons (measured, focusable); stems, rings and arcs are one SVG a topic beneath them. What anything
// means is worked out in Python and arrives in `said`. All text is set as text.

const SVG = "http://www.w3.org/2000/svg";
const EASE = 200; // ms, for what moves by itself
const REST = 700; // ms of rest before a screen reader is told
const STEP = 0.05;
const ROWS = 3; // rows of the agenda before the rest is folded

function html(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const part = (tag, name, text = "") => {
  const node = html(tag, { class: name || null });
  node.textContent = text;
  return node;
};
const fill = (sentence, parts) => sentence.replace(/%\((\w+)\)s/g, (_, name) => parts[name]);
const clamp = (x, low, high) => Math.min(Math.max(x, low), Math.max(low, high));
const tidy = (x) => Math.round(x * 1000) / 1000;
const mix = (a, b, t) => a + (b - a) * t;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Every widget loads a copy of this file of its own: a bare number would come back in the next map on the page.
const own = Math.random().toString(36).slice(2, 8);
let serial = 0;
const unique = (what) => `kit-expect-${what}-${own}-${++serial}`;

function tinted(node, person) {
  node.style.setProperty("--light", person.light);
  node.style.setProperty("--dark", person.dark);
  node.classList.add("ke-tinted");
  return node;
}

// A speech balloon: filled for spoken, a question mark in it for assumed, struck through for left unsaid.
function balloon(status) {
  const shape = "M2.5 3h11a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1H7.5l-3.5 3v-3H2.5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z";
  const drawn = svg("svg", { class: `ke-icon ke-${status}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: shape, class: "ke-balloon" }));
  if (status === "assumed") {
    drawn.append(svg("path", { d: "M6.3 6.1a1.75 1.75 0 1 1 2.4 1.55c-.5.25-.7.5-.7 1", class: "ke-sign" }), svg("circle", { cx: 8, cy: 10.1, r: 0.75, class: "ke-point" }));
  }
  if (status === "unspoken") drawn.append(svg("path", { d: "M1 14.5L15 1.5", class: "ke-strike" }));
  return drawn;
}

// How a half of an arc is broken: whole where it was said, dashes where it is assumed, points where it is left unsaid.
function broken(status, thick) {
  if (status === "spoken") return {};
  if (status === "assumed") return { "stroke-dasharray": `${tidy(thick * 1.6 + 4)} ${tidy(thick + 4)}` };
  return { "stroke-dasharray": `0.1 ${tidy(thick * 1.2 + 5)}`, "stroke-linecap": "round" };
}

// Two halves of an arc that hangs between two places on an axis, each as its own side was said.
function arc(x1, status1, x2, status2, y, depth, thick) {
  const [cx, cy] = [(x1 + x2) / 2, y + 2 * depth];
  const mid = [cx, y + depth];
  const half = (x, status) => svg("path", { class: "ke-arc", "stroke-width": tidy(thick), ...broken(status, thick), d: `M${tidy(x)} ${tidy(y)}Q${tidy((x + cx) / 2)} ${tidy((y + cy) / 2)} ${tidy(mid[0])} ${tidy(mid[1])}` });
  return [half(x1, status1), half(x2, status2)];
}

// --- lanes ----------------------------------------------------------------------------------------------------------

// Where names go: each over its place on the axis, in the nearest lane where it meets no other and, where there is room,
// no other's stem. `boxes` are {w, x}; two orders are tried and the cheaper kept; returns [{lane, left}] in their order.
function lanes(boxes, width, gap, step, inset) {
  let best = null;
  for (const sign of [1, -1]) {
    const places = new Map();
    let cost = 0;
    for (const box of [...boxes].sort((a, b) => sign * (a.x - b.x))) {
      const found = nearest(box, places, width, gap, step, Math.min(inset, box.w / 2));
      places.set(box, found);
      cost += found.price;
    }
    if (!best || cost < best.cost - 1) best = { places, cost };
  }
  return boxes.map((box) => best.places.get(box));
}

function nearest(box, places, width, gap, step, inset) {
  const low = clamp(box.x - box.w + inset, 0, width - box.w);
  const high = clamp(box.x - inset, low, width - box.w);
  let best = null;
  for (let lane = 0; lane <= places.size; lane++) {
    const wanted = [clamp(box.x - box.w / 2, low, high)];
    for (const [other, place] of places) {
      if (place.lane === lane) wanted.push(place.left + other.w + gap, place.left - box.w - gap);
      if (place.lane > lane) wanted.push(other.x + gap, other.x - box.w - gap);
    }
    for (const left of wanted) {
      if (left < low - 0.01 || left > high + 0.01) continue;
      let price = lane * step + Math.abs(left + box.w / 2 - box.x) * 0.5;
      for (const [other, place] of places) {
        if (place.lane === lane && left < place.left + other.w + gap - 0.01 && place.left < left + box.w + gap - 0.01) price = Infinity;
        if (place.lane > lane && other.x > left - 3 && other.x < left + box.w + 3) price += step * 1.4;
        if (place.lane < lane && box.x > place.left - 3 && box.x < place.left + other.w + 3) price += step * 1.4;
      }
      if (price < (best?.price ?? Infinity)) best = { lane, left, price };
    }
    if (best && best.price < (lane + 1) * step) break;
  }
  return best;
}

// --- one topic ------------------------------------------------------------------------------------------------------

class Line {
  constructor(view, spec) {
    this.view = view;
    this.spec = spec;
    this.marks = new Map(); // key → what is drawn of an expectation
    const head = html("div", { class: "ke-axis-head", id: unique("topic") }, part("span", "ke-pole", spec.left), part("span", "ke-question", spec.question), part("span", "ke-pole", spec.right));
    this.svg = svg("svg", { class: "ke-drawing", "aria-hidden": "true" });
    this.area = html("div", { class: "ke-area" }, this.svg);
    this.el = html("section", { class: "ke-topic", role: "group", "aria-labelledby": head.id, "data-topic": spec.id }, head, this.area);
  }

  x(p) {
    return this.inset + (p + 1) * this.reach;
  }

  // Bring the names into line with what there is now; a name that stays keeps its node, and so its focus.
  hold(marks) {
    const keys = new Set(marks.map((mark) => mark.key));
    for (const [key, drawn] of this.marks) if (!keys.has(key)) { drawn.pill.remove(); this.marks.delete(key); }
    for (const mark of marks) {
      let drawn = this.marks.get(mark.key);
      if (!drawn) this.marks.set(mark.key, (drawn = this.made(mark)));
      drawn.mark = mark;
      drawn.w = 0;
      this.refresh(drawn);
    }
    // Tab order follows the axis, from left to right.
    const sorted = [...this.marks.values()].sort((a, b) => a.mark.back - b.mark.back || a.mark.position - b.mark.position);
    if (!this.area.contains(document.activeElement)) this.area.append(...sorted.map((drawn) => drawn.pill));
  }

  made(mark) {
    const { people } = this.view.drawn;
    const person = people[mark.move[0]];
    // Whoever expects something back may do so of several: then the name alone would not tell them apart.
    const label = mark.back ? `${person.name} → ${people[mark.move[1]].name}` : person.name;
    const name = part("span", "ke-name", label);
    const told = part("span", "ke-hidden");
    const pill = tinted(html("button", { type: "button", class: "ke-pill", title: label, "data-key": mark.key, "aria-expanded": "false" }), person);
    const drawn = { mark, person, pill, name, told, now: null };
    pill.addEventListener("click", () => this.view.toggle(mark.key));
    for (const [event, key] of [["pointerenter", mark.key], ["focus", mark.key], ["pointerleave", null], ["blur", null]]) {
      pill.addEventListener(event, () => this.view.light(key));
    }
    return drawn;
  }

  refresh({ mark, pill, name, told }) {
    told.textContent = `. ${[mark.told, ...mark.lines].join(" ")}`;
    pill.replaceChildren(balloon(mark.status), name, told);
    pill.style.borderWidth = `${tidy(1.5 + 2 * mark.strength)}px`;
  }

  layout() {
    this.width = this.area.clientWidth;
    if (!this.width) return;
    const em = (this.em = parseFloat(getComputedStyle(this.area).fontSize));
    this.inset = Math.round(em * 0.7);
    this.reach = (this.width - 2 * this.inset) / 2;
    const all = [...this.marks.values()];
    for (const drawn of all) {
      drawn.w = Math.ceil(drawn.pill.getBoundingClientRect().width);
      drawn.h = drawn.pill.offsetHeight;
    }
    const tall = Math.max(em * 1.9, ...all.map((drawn) => drawn.h));
    const step = tall + em * 0.45;
    const rows = (them) => {
      const boxes = them.map((drawn) => ({ w: drawn.w, x: this.x(drawn.mark.position) }));
      const placed = boxes.length ? lanes(boxes, this.width, em * 0.4, step, em) : [];
      return { placed, count: 1 + Math.max(-1, ...placed.map((place) => place.lane)) };
    };
    const above = all.filter((drawn) => !drawn.mark.back);
    const below = all.filter((drawn) => drawn.mark.back);
    const [up, down] = [rows(above), rows(below)];
    const rise = em * 1.1;
    const axis = Math.round(Math.max(1, up.count) * step + rise);
    this.gaps = this.gapRows(all);
    const sunk = Math.max(0, ...[...this.gaps.values()].map((row) => row * em * 0.62));
    const deep = Math.max(em * 0.8, sunk + em * 0.6, ...this.arcs().map((one) => this.depth(one) + em * 0.7));
    this.aim = { axis, height: Math.round(axis + deep + (down.count ? down.count * step + em * 0.3 : em * 0.2)) };
    above.forEach((drawn, i) => (drawn.aim = { x: drawn.mark.position, left: up.placed[i].left, top: axis - rise - up.placed[i].lane * step - tall + (tall - drawn.h) / 2 }));
    below.forEach((drawn, i) => (drawn.aim = { x: drawn.mark.position, left: down.placed[i].left, top: axis + deep + down.placed[i].lane * step + (tall - drawn.h) / 2 }));
  }

  // Rows for the gaps between what is wanted and what is thought, so that two that overlap do not lie on each other.
  gapRows(all) {
    const rows = new Map();
    for (const drawn of all) {
      const { position, believed, key } = drawn.mark;
      if (believed === null) continue;
      const [low, high] = [Math.min(position, believed) - 0.06, Math.max(position, believed) + 0.06];
      const meets = (row) => [...rows].some(([other, at]) => {
        const mark = this.marks.get(other).mark;
        return at === row && low < Math.max(mark.position, mark.believed) + 0.06 && high > Math.min(mark.position, mark.believed) - 0.06;
      });
      let row = 0;
      while (meets(row)) row++;
      rows.set(key, row);
    }
    return rows;
  }

  arcs() {
    return (this.view.said.arcs ?? []).filter((one) => this.marks.has(one[0]) && this.marks.has(one[1]));
  }

  depth([one, other]) {
    return this.em * (0.9 + 1.5 * Math.abs(this.marks.get(one).mark.position - this.marks.get(other).mark.position));
  }

  start() {
    this.from = this.now ?? { ...this.aim };
    for (const drawn of this.marks.values()) drawn.from = drawn.now ?? { ...drawn.aim };
  }

  // One frame on the way from where things were to where they go; t = 1 is there.
  step(t) {
    if (!this.aim) return;
    const between = (from, to) => Object.fromEntries(Object.keys(to).map((name) => [name, mix(from[name], to[name], t)]));
    this.now = between(this.from, this.aim);
    for (const drawn of this.marks.values()) if (drawn.aim) drawn.now = between(drawn.from ?? drawn.aim, drawn.aim);
    this.paint();
  }

  paint() {
    const { em, width, inset, svg: sheet } = this;
    const { axis: y, height } = this.now;
    this.area.style.height = `${height.toFixed(1)}px`;
    sheet.setAttribute("viewBox", `0 0 ${width} ${height.toFixed(1)}`);
    const { lit } = this.view;
    const faded = (...keys) => (lit && this.marks.has(lit) && !keys.includes(lit) ? "ke-faded" : "");
    const nodes = [...this.bands(y)];
    const tick = em * 0.32;
    nodes.push(svg("path", { class: "ke-axis", d: `M${inset} ${y}H${width - inset}M${inset} ${y - tick}v${2 * tick}M${width - inset} ${y - tick}v${2 * tick}M${width / 2} ${y - tick * 0.6}v${1.2 * tick}` }));
    for (const one of this.arcs()) {
      const [a, b] = [this.marks.get(one[0]), this.marks.get(one[1])];
      if (!a.now || !b.now) continue;
      const group = svg("g", { class: faded(one[0], one[1]), "data-arc": `${one[0]} ${one[1]}` }, ...arc(this.x(a.now.x), a.mark.status, this.x(b.now.x), b.mark.status, y + em * 0.2, this.depth(one) - em * 0.2, em * (0.09 + 0.3 * one[2])));
      nodes.push(group);
    }
    for (const drawn of this.marks.values()) {
      const { mark, now, h, w, pill, person } = drawn;
      if (!now) continue; // it has come, and gets its place in a moment
      const x = this.x(now.x);
      const group = tinted(svg("g", { class: faded(mark.key) }), person);
      const end = mark.back ? now.top : now.top + h;
      group.append(svg("path", { class: "ke-stem", "stroke-width": tidy(em * (0.06 + 0.34 * mark.strength)), d: `M${tidy(x)} ${tidy(end)}V${tidy(y)}` }));
      if (mark.believed !== null) {
        const [at, sunk, r] = [this.x(mark.believed), y + this.gaps.get(mark.key) * em * 0.62, em * 0.3];
        const edge = at > x ? at - r : at + r;
        group.append(svg("path", { class: "ke-gap", d: `M${tidy(x)} ${tidy(y)}V${tidy(sunk)}H${tidy(edge)}` }), svg("circle", { class: "ke-ring", cx: tidy(at), cy: tidy(sunk), r: tidy(r) }));
      }
      group.append(svg("circle", { class: "ke-place", cx: tidy(x), cy: tidy(y), r: tidy(em * (0.13 + 0.14 * mark.strength)) }));
      nodes.push(group);
      pill.style.transform = `translate(${Math.round(clamp(now.left, 0, width - w))}px, ${Math.round(now.top)}px)`;
      pill.classList.toggle("ke-faded", faded(mark.key) !== "");
    }
    const { ghost } = this.view;
    if (ghost?.topic === this.spec.id) for (const p of ghost.at) nodes.push(svg("path", { class: "ke-ghost", d: `M${tidy(this.x(p))} ${y - em}v${2 * em}` }));
    sheet.replaceChildren(...nodes);
  }

  // What can be honoured: equal ranges are one band; a limit that was told has an edge.
  bands(y) {
    const told = new Map();
    for (const { mark } of this.marks.values()) {
      if (!mark.feasible) continue;
      const key = mark.feasible.join(" ");
      told.set(key, { range: mark.feasible, limited: mark.limited || Boolean(told.get(key)?.limited) });
    }
    const high = this.em * 0.42;
    return [...told.values()].map(({ range, limited }) => svg("rect", {
      class: limited ? "ke-band ke-told" : "ke-band", x: tidy(this.x(range[0]) - 3), y: tidy(y - high), rx: 4, width: tidy(this.x(range[1]) - this.x(range[0]) + 6), height: tidy(2 * high),
    }));
  }
}

// --- the map --------------------------------------------------------------------------------------------------------

class MapView {
  constructor(model, el) {
    this.model = model;
    this.root = html("div", { class: "kit-expect", "data-lm-suppress-shortcuts": "true" });
    this.cleanup = [];
    el.append(this.root);
    for (const name of ["drawn", "said", "trouble"]) {
      const heard = () => this.changed(name);
      model.on(`change:${name}`, heard);
      this.cleanup.push(() => model.off(`change:${name}`, heard));
    }
    this.sizes = new ResizeObserver(() => this.measured());
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.card) return;
      event.stopPropagation();
      this.close(true);
    });
    this.build();
  }

  remove() {
    for (const undo of this.cleanup) undo();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.telling);
  }

  // Several traits may change in one message: all are looked at together, in a microtask.
  changed(name) {
    this.changes ??= new Set();
    if (this.changes.size === 0) queueMicrotask(() => {
      const changes = this.changes;
      this.changes = new Set();
      if (changes.has("drawn")) this.build();
      else this.update(changes);
    });
    this.changes.add(name);
  }

  build() {
    this.card = null;
    this.lit = null;
    this.ghost = null;
    this.drawn = this.model.get("drawn");
    this.words = this.drawn.words;
    this.lines = new Map(this.drawn.topics.map((spec) => [spec.id, new Line(this, spec)]));
    this.title = part("h3", "ke-title");
    this.switch = html("div", { class: "ke-switch", role: "group", "aria-label": this.words.switch });
    this.topics = html("div", { class: "ke-topics" }, ...[...this.lines.values()].map((line) => line.el));
    this.probe = html("div", { class: "ke-probe", "aria-hidden": "true" });
    this.field = html("div", { class: "ke-field" }, html("div", { class: "ke-head" }, this.title, this.switch), this.topics, this.legend(), part("p", "ke-help", this.words.help), this.probe);
    this.panel = new Panel(this);
    this.live = html("div", { class: "ke-hidden", role: "status", "aria-live": "polite" });
    this.root.lang = this.drawn.lang;
    this.root.replaceChildren(html("div", { class: "ke-grid" }, this.field, this.panel.el), this.live);
    this.sizes.disconnect();
    this.sizes.observe(this.topics);
    this.sizes.observe(this.probe);
    this.update(new Set(["said", "trouble"]), true);
  }

  legend() {
    const { statuses, legends } = this.words;
    const sample = (...nodes) => svg("svg", { class: "ke-sample", viewBox: "0 0 30 16", "aria-hidden": "true" }, ...nodes);
    const signs = {
      ring: sample(svg("path", { class: "ke-gap", d: "M2 8H17" }), svg("circle", { class: "ke-ring", cx: 22, cy: 8, r: 5 })),
      arc: sample(...arc(2, "spoken", 28, "unspoken", 3, 10, 2.4)),
      band: sample(svg("rect", { class: "ke-band", x: 1, y: 3, width: 28, height: 10, rx: 4 }), svg("path", { class: "ke-axis", d: "M0 8H30" })),
      weight: sample(svg("path", { class: "ke-stem", d: "M8 2V14", "stroke-width": 2 }), svg("path", { class: "ke-stem", d: "M20 2V14", "stroke-width": 7 })),
    };
    const row = (sign, text) => html("li", {}, sign, part("span", "", text));
    return html("ul", { class: "ke-legend", "aria-label": this.words.legend },
      ...Object.entries(statuses).map(([status, text]) => row(balloon(status), text)),
      ...Object.entries(legends).map(([name, text]) => row(signs[name], text)));
  }

  update(changes, fresh = false) {
    if (changes.has("trouble")) this.panel.complain(this.model.get("trouble"));
    if (!changes.has("said")) return;
    this.said = this.model.get("said");
    this.title.textContent = this.said.title ?? "";
    this.refillSwitch();
    this.panel.update();
    for (const [id, line] of this.lines) {
      const marks = (this.said.marks ?? []).filter((mark) => mark.move[2] === id);
      line.el.hidden = !marks.length;
      line.hold(marks);
    }
    this.refreshCard();
    if (!fresh) this.tell();
    this.relay(EASE);
  }

  refillSwitch() {
    const open = this.model.get("addressee");
    const state = JSON.stringify([this.said.people, open]);
    if (state === this.switchState) return;
    this.switchState = state;
    const held = this.switch.contains(document.activeElement) ? document.activeElement.dataset.person : null;
    this.switch.hidden = this.said.people.length < 2;
    this.switch.replaceChildren(...this.said.people.map(([id, name]) => {
      const button = tinted(part("button", "ke-person", name), this.drawn.people[id] ?? { light: "", dark: "" });
      Object.assign(button, { type: "button", onclick: () => this.open(id) });
      button.dataset.person = id;
      button.setAttribute("aria-pressed", String(id === open));
      return button;
    }));
    if (held) [...this.switch.children].find((button) => button.dataset.person === held)?.focus({ preventScroll: true });
  }

  open(id) {
    if (id === this.model.get("addressee")) return;
    this.close(false);
    this.set("addressee", id);
  }

  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  move(kind, mark, ...more) {
    this.set("moves", [...this.model.get("moves"), [kind, ...mark.move, ...more]]);
  }

  undo() {
    const moves = this.model.get("moves");
    if (moves.length) this.set("moves", moves.slice(0, -1));
  }

  mark(key) {
    return (this.said.marks ?? []).find((mark) => mark.key === key);
  }

  // --- drawing

  relay(duration) {
    for (const line of this.lines.values()) {
      if (line.el.hidden) continue;
      line.layout();
      if (line.aim) line.start();
    }
    this.begun = performance.now();
    this.lasting = still() ? 0 : duration;
    if (!this.frame) this.frame = requestAnimationFrame((time) => this.draw(time));
  }

  draw(time) {
    this.frame = 0;
    const t = this.lasting ? clamp((time - this.begun) / this.lasting, 0, 1) : 1;
    for (const line of this.lines.values()) if (!line.el.hidden && line.aim) line.step(1 - (1 - t) ** 3);
    if (t < 1 && !this.frame) this.frame = requestAnimationFrame((next) => this.draw(next));
  }

  // Sizes may have changed: the width, or the type size.
  measured() {
    const size = `${this.topics.clientWidth} ${this.probe.clientWidth}`;
    if (size === this.size) return;
    this.size = size;
    this.relay(0);
  }

  repaint() {
    for (const line of this.lines.values()) if (!line.el.hidden && line.now) line.paint();
  }

  // One expectation and its clashes stand out while it is pointed at.
  light(key) {
    const lit = key ?? this.card?.key ?? null;
    if (lit === this.lit) return;
    this.lit = lit;
    this.repaint();
  }

  // --- the card of one expectation

  toggle(key) {
    if (this.card?.key === key) this.close(true);
    else this.show(key);
  }

  show(key, form = null) {
    this.close(false);
    const mark = this.mark(key);
    const line = this.lines.get(mark.move[2]);
    const { pill } = line.marks.get(key);
    this.card = { key, line, pill, form, el: null };
    this.fillCard(true);
    pill.setAttribute("aria-expanded", "true");
    pill.setAttribute("aria-controls", this.card.el.id);
    this.light(key);
    this.card.el.focus({ preventScroll: true });
    this.card.el.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
  }

  fillCard(anew) {
    const made = makeCard(this, this.mark(this.card.key), this.card.form);
    if (anew) this.card.line.area.after(made);
    else this.card.el.replaceWith(made);
    this.card.el = made;
    this.card.pill.setAttribute("aria-controls", made.id);
  }

  // After a move the card says what is so now; focus stays in it if it was there.
  refreshCard() {
    if (!this.card) return;
    if (!this.mark(this.card.key)) return this.close(false);
    const held = this.card.el.contains(document.activeElement);
    this.card.form = null;
    this.ghost = null;
    this.fillCard(false);
    if (held) this.card.el.focus({ preventScroll: true });
  }

  close(back) {
    if (!this.card) return;
    const { pill, el } = this.card;
    this.card = null;
    this.ghost = null;
    el.remove();
    pill.setAttribute("aria-expanded", "false");
    pill.removeAttribute("aria-controls");
    this.light(null);
    this.repaint();
    if (back) pill.focus({ preventScroll: true });
  }

  placeWords(spec, x) {
    const at = this.drawn.limits.place.findIndex((limit) => Math.abs(x) < limit);
    const side = spec.places[x < 0 ? 0 : 1];
    return side[at < 0 ? side.length - 1 : at];
  }

  strengthWords(strength) {
    const at = this.drawn.limits.strength.findIndex((limit) => strength < limit);
    return this.drawn.strengths[at < 0 ? this.drawn.strengths.length - 1 : at + 1];
  }

  // For a screen reader, once the learner rests.
  tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => (this.live.textContent = `${this.said.sentence} ${this.said.changed}`), REST);
  }
}

// --- the card -------------------------------------------------------------------------------------------------------

function makeCard(view, mark, form) {
  const { words } = view;
  const person = view.drawn.people[mark.move[0]];
  const head = html("p", { class: "ke-card-name" }, balloon(mark.status), part("span", "", person.name), part("span", "ke-status", words.statuses[mark.status]));
  const card = tinted(html("section", { class: "ke-card", id: unique("card"), tabindex: "-1", "aria-label": person.name, "data-key": mark.key }, head), person);
  if (mark.why) card.append(part("p", "ke-card-why", mark.why));
  card.append(part("p", "", mark.told), ...mark.lines.map((line) => part("p", "", line)));
  card.append(part("p", "ke-note", `${words.direction}: ${mark.from}. ${words.thickness}: ${words.assumed}.`));
  const asks = { adjust: true, contradict: true, limit: !mark.feasible };
  const buttons = html("div", { class: "ke-card-buttons" });
  const below = html("div", { class: "ke-card-form" });
  const open = (kind) => {
    for (const button of buttons.children) if (button.dataset.move) button.setAttribute("aria-pressed", String(button.dataset.move === kind && asks[kind]));
    below.replaceChildren(...(kind ? FORMS[kind](view, mark) : []));
    view.ghost = null;
    view.repaint();
    below.querySelector("input")?.focus({ preventScroll: true });
  };
  for (const kind of mark.can) {
    const button = part("button", "ke-button", words.moves[kind]);
    button.type = "button";
    button.title = words.explained[kind];
    button.dataset.move = kind;
    button.addEventListener("click", () => {
      if (asks[kind]) open(kind);
      else view.move(kind, mark, ...(kind === "limit" ? mark.feasible : []));
    });
    buttons.append(button);
  }
  const close = part("button", "ke-button ke-close", words.close);
  close.type = "button";
  close.addEventListener("click", () => view.close(true));
  buttons.append(close);
  card.append(buttons, below);
  if (form) open(form);
  return card;
}

function range(view, label, value, low, write, say) {
  const input = html("input", { type: "range", min: low, max: 1, step: STEP, value });
  const said = part("output", "ke-said", say(value));
  const told = () => {
    said.value = say(Number(input.value));
    input.setAttribute("aria-valuetext", said.value);
    write?.(Number(input.value));
  };
  input.addEventListener("input", told);
  input.value = value;
  input.setAttribute("aria-valuetext", say(value));
  return { input, el: html("label", { class: "ke-range" }, part("span", "", label), input, said) };
}

// The last step of a move that asks for more: a button that makes it, or a word on what is missing.
function ending(view, kind, make) {
  const wrong = html("p", { class: "ke-wrong", role: "alert", hidden: true });
  const button = part("button", "ke-button ke-main", view.words.moves[kind]);
  button.type = "button";
  button.addEventListener("click", () => {
    const fault = make();
    wrong.hidden = !fault;
    wrong.textContent = fault ?? "";
  });
  return [wrong, button];
}

const explained = (view, kind) => part("p", "ke-note", view.words.explained[kind]);

const FORMS = {
  adjust(view, mark) {
    const spec = view.lines.get(mark.move[2]).spec;
    const at = range(view, view.words.direction, mark.position, -1, (p) => ghost(view, mark, [p]), (p) => view.placeWords(spec, p));
    const reason = html("textarea", { rows: 2, maxlength: view.drawn.most });
    const label = html("label", { class: "ke-reason" }, part("span", "", view.words.reason), reason);
    return [explained(view, "adjust"), at.el, label, ...ending(view, "adjust", () => {
      if (!reason.value.trim()) {
        reason.focus();
        return view.words.reason_missing;
      }
      view.move("adjust", mark, Number(at.input.value), reason.value.trim());
      return null;
    })];
  },

  limit(view, mark) {
    const spec = view.lines.get(mark.move[2]).spec;
    const say = (p) => view.placeWords(spec, p);
    const both = () => ghost(view, mark, [Number(low.input.value), Number(high.input.value)]);
    const low = range(view, view.words.low, -0.5, -1, () => both(), say);
    const high = range(view, view.words.high, 0.5, -1, () => both(), say);
    return [explained(view, "limit"), low.el, high.el, ...ending(view, "limit", () => {
      const [from, to] = [Number(low.input.value), Number(high.input.value)];
      if (from > to) return view.words.upside_down;
      view.move("limit", mark, from, to);
      return null;
    })];
  },

  contradict(view, mark) {
    const spec = view.lines.get(mark.move[2]).spec;
    const at = range(view, view.words.direction, 0, -1, (p) => ghost(view, mark, [p]), (p) => view.placeWords(spec, p));
    const weight = range(view, view.words.thickness, 0.5, STEP, null, (s) => view.strengthWords(s));
    return [explained(view, "contradict"), at.el, weight.el, ...ending(view, "contradict", () => {
      view.move("contradict", mark, Number(at.input.value), Number(weight.input.value));
      return null;
    })];
  },
};

// Where a move would put something, while its slider is moved.
function ghost(view, mark, at) {
  view.ghost = { topic: mark.move[2], at };
  view.repaint();
}

// --- beside the map -------------------------------------------------------------------------------------------------

class Panel {
  constructor(view) {
    this.view = view;
    const { words } = view;
    const folded = (label, inside) => html("details", { class: "ke-fold" }, part("summary", "", label), inside);
    this.trouble = html("div", { class: "ke-trouble", role: "alert", hidden: true });
    this.sentence = part("p", "ke-sentence");
    this.agendaTitle = html("h3", { class: "ke-h", id: unique("agenda"), tabindex: "-1" });
    this.agendaTitle.textContent = words.agenda;
    this.agenda = html("ul", { class: "ke-agenda", "aria-labelledby": this.agendaTitle.id });
    this.all = html("button", { type: "button", class: "ke-all" });
    this.all.addEventListener("click", () => {
      this.whole = !this.whole;
      this.update();
    });
    this.sides = html("div", { class: "ke-sides" });
    this.changed = part("p", "ke-changed");
    this.last = part("p", "ke-note");
    this.undo = part("button", "ke-button", words.undo);
    this.undo.type = "button";
    this.undo.addEventListener("click", () => view.undo());
    this.how = html("ul", { class: "ke-list" });
    this.whence = html("ul", { class: "ke-list" });
    this.done = html("ol", { class: "ke-list" });
    this.doneFold = folded(words.done, this.done);
    const not = html("ul", { class: "ke-list" }, ...words.not_said.map((text) => part("li", "", text)));
    this.el = html("div", { class: "ke-panel" }, this.trouble, this.sentence,
      html("div", { class: "ke-part" }, this.agendaTitle, this.agenda, this.all),
      html("div", { class: "ke-part" }, part("h3", "ke-h", words.sides), this.sides, part("p", "ke-note", words.bar), this.changed,
        html("div", { class: "ke-undo" }, this.undo, this.last)),
      html("div", { class: "ke-part" }, folded(words.how, this.how), folded(words.whence, this.whence), this.doneFold, folded(words.limits, not)));
  }

  update() {
    const { view } = this;
    const { said, words } = view;
    this.sentence.textContent = said.sentence ?? "";
    this.changed.textContent = said.changed ?? "";
    this.refillAgenda(said.agenda ?? []);
    this.refillSides(said.sides ?? []);
    const done = said.done ?? [];
    this.last.textContent = done.length ? fill(words.last, { move: done.at(-1) }) : "";
    // Not `disabled`: that would drop the focus of whoever has just pressed it.
    this.undo.setAttribute("aria-disabled", String(!done.length));
    this.done.replaceChildren(...done.map((text) => part("li", "", text)));
    this.doneFold.hidden = !done.length;
    const marks = said.marks ?? [];
    this.how.replaceChildren(...marks.map((mark) => part("li", "", [mark.told, ...mark.lines].join(" "))));
    this.whence.replaceChildren(...marks.map((mark) => part("li", "", `${view.drawn.people[mark.move[0]].name} (${view.lines.get(mark.move[2]).spec.question}): ${mark.from}; ${words.assumed}.`)));
  }

  refillAgenda(rows) {
    const { view } = this;
    const { words } = view;
    const held = this.agenda.contains(document.activeElement);
    const at = held ? [...this.agenda.children].indexOf(document.activeElement.closest("li")) : -1;
    const shown = this.whole ? rows : rows.slice(0, ROWS);
    this.agenda.replaceChildren(...shown.map((row) => {
      const text = part("p", "", row.text);
      text.id = unique("row");
      const button = part("button", "ke-button ke-move", words.moves[row.kind]);
      button.type = "button";
      button.setAttribute("aria-describedby", text.id);
      button.addEventListener("click", () => {
        const mark = view.mark(row.key);
        view.move(row.kind, mark, ...(row.kind === "limit" ? mark.feasible : []));
      });
      const item = html("li", { class: "ke-row", "data-kind": row.kind, "data-for": row.key }, button, text);
      item.addEventListener("pointerenter", () => view.light(row.key));
      item.addEventListener("pointerleave", () => view.light(null));
      item.addEventListener("focusin", () => view.light(row.key));
      item.addEventListener("focusout", () => view.light(null));
      return item;
    }));
    if (!rows.length) this.agenda.append(part("li", "ke-note", words.nothing));
    this.all.hidden = rows.length <= ROWS;
    this.all.textContent = this.whole ? words.fewer : words.all;
    if (!held) return;
    view.lit = null;
    const next = this.agenda.children[Math.min(at, shown.length - 1)]?.querySelector("button");
    (next ?? this.agendaTitle).focus({ preventScroll: true });
  }

  refillSides(sides) {
    const { words, drawn } = this.view;
    const topics = drawn.topics.filter(({ id }) => sides.some((side) => id in side.small));
    this.sides.replaceChildren(...sides.map((side, i) => {
      const bar = html("span", { class: "ke-track", "aria-hidden": "true" }, html("span", { class: "ke-open" }), html("span", { class: "ke-shut" }));
      bar.children[0].style.width = `${((side.size - side.hidden) * 100).toFixed(1)}%`;
      bar.children[1].style.width = `${(side.hidden * 100).toFixed(1)}%`;
      return html("div", { class: "ke-side", "data-side": i ? "after" : "before" }, part("h4", "", i ? words.after : words.before), this.small(topics, side.small), bar, part("p", "", side.words));
    }));
  }

  // A view as a thumbnail: the axes, the places (filled where said) and the clashes (broken where hidden).
  small(topics, views) {
    const [width, row, pad] = [200, 46, 12];
    const x = (p) => pad + ((p + 1) / 2) * (width - 2 * pad);
    const drawing = svg("svg", { class: "ke-small", viewBox: `0 0 ${width} ${Math.max(1, topics.length) * row}`, "aria-hidden": "true" });
    topics.forEach(({ id }, i) => {
      const y = i * row + 14;
      const { marks = [], arcs = [] } = views[id] ?? {};
      drawing.append(svg("path", { class: "ke-axis", d: `M${pad} ${y}H${width - pad}` }));
      for (const [a, first, b, second, size] of arcs) drawing.append(...arc(x(a), first, x(b), second, y + 3, 6 + 9 * Math.abs(a - b), 1.5 + 4 * size));
      for (const [holder, p, status] of marks) {
        drawing.append(tinted(svg("circle", { class: `ke-dot ke-dot-${status}`, cx: tidy(x(p)), cy: y, r: 5.5 }), this.view.drawn.people[holder]));
      }
    });
    return drawing;
  }

  complain({ sentence, label, detail } = {}) {
    this.trouble.hidden = !sentence;
    if (!sentence) return;
    this.trouble.replaceChildren(part("p", "", sentence), html("details", {}, part("summary", "", label), part("pre", "", detail)));
  }
}

export default {
  render({ model, el }) {
    const view = new MapView(model, el);
    return () => view.remove();
  },
};

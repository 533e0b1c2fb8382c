// Draws the force board and lets it be dragged. Python is told where things are and answers what that means.
//
// Names, pills and knots are HTML (measured, focusable, wrapping); ropes and lines are one SVG beneath them. A redraw
// during a drag only writes attributes: nothing is made or measured. All text is set as text.

const SVG = "http://www.w3.org/2000/svg";
const EASE = 200; // ms, for what moves by itself
const REST = 700; // ms of rest before a screen reader is told
const SMALL_STEP = 0.05;
const LARGE_STEP = 0.25;

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

function svg(tag, attributes = {}) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

const fill = (sentence, parts) => sentence.replace(/%\((\w+)\)s/g, (_, name) => parts[name]);
const clamp = (x, low, high) => Math.min(Math.max(x, low), Math.max(low, high));
const tidy = (x) => Math.round(x * 1000) / 1000;
const mix = (a, b, t) => a + (b - a) * t;
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Every widget loads a copy of this file of its own: a bare number would come back in the next board on the page.
const own = Math.random().toString(36).slice(2, 8);
let serial = 0;
const unique = (what) => `kit-board-${what}-${own}-${++serial}`;

// --- lanes ----------------------------------------------------------------------------------------------------------

// Where labels go: each in a lane, near its anchor `x`, off its neighbours and, where there is room, off their stems.
// `boxes` are {w, x, inset, lane, fixed}: `inset` is how far from its ends the stem may leave it, `fixed` the only lefts it may
// take. Tries a few orders and keeps the cheapest; returns [{lane, left}] in the order of `boxes`.
function lanes(boxes, width, gap, laneCost) {
  const orders = [
    (a, b) => a.x - b.x,
    (a, b) => b.x - a.x,
    (a, b) => Math.abs(b.x - width / 2) - Math.abs(a.x - width / 2),
    (a, b) => b.w - a.w,
  ];
  let best = null;
  for (const order of orders) {
    const tried = inOrder([...boxes].sort(order), width, gap, laneCost);
    if (!best || tried.cost < best.cost - 1) best = tried;
  }
  return boxes.map((box) => best.places.get(box));
}

function inOrder(boxes, width, gap, laneCost) {
  const places = new Map();
  let cost = 0;
  for (const box of boxes) {
    let best = null;
    for (let lane = 0; lane <= places.size; lane++) {
      for (const left of lefts(box, lane, places, width, gap)) {
        const price = priceOf(box, lane, left, places, gap, laneCost);
        if (price !== null && (!best || price < best.price)) best = { lane, left, price };
      }
      if (best && best.price < (lane + 1) * laneCost) break;
    }
    places.set(box, best);
    cost += best.price;
  }
  return { places, cost };
}

function lefts(box, lane, places, width, gap) {
  if (box.fixed) return box.fixed.map((left) => clamp(left, 0, width - box.w));
  const low = Math.max(0, box.x - box.w + box.inset);
  const high = Math.min(width - box.w, box.x - box.inset);
  const wanted = [box.x - box.w / 2];
  for (const [other, place] of places) {
    if (place.lane === lane) wanted.push(place.left + other.w + gap, place.left - box.w - gap);
    else if (place.lane > lane && other.stem) wanted.push(other.x + gap, other.x - box.w - gap);
  }
  if (low > high) return [clamp(box.x - box.w / 2, 0, width - box.w)];
  return wanted.map((left, i) => (i ? left : clamp(left, low, high))).filter((left) => left >= low - 0.01 && left <= high + 0.01);
}

function priceOf(box, lane, left, places, gap, laneCost) {
  let price = lane * laneCost + (box.fixed ? box.fixed.indexOf(left) * 6 : Math.abs(left + box.w / 2 - box.x) * 0.5);
  if (box.lane !== undefined && box.lane !== lane) price += laneCost / 4;
  for (const [other, place] of places) {
    const within = (x, start, w) => x > start - 3 && x < start + w + 3;
    if (place.lane === lane && left < place.left + other.w + gap - 0.01 && place.left < left + box.w + gap - 0.01) return null;
    if (place.lane > lane && other.stem && within(other.x, left, box.w)) price += laneCost * 1.4;
    if (place.lane < lane && box.stem && within(box.x, place.left, other.w)) price += laneCost * 1.4;
  }
  return price;
}

// --- one tension ----------------------------------------------------------------------------------------------------

class Line {
  constructor(board, spec) {
    this.board = board;
    this.spec = spec;
    this.id = spec.id;
    this.pulls = new Map(); // key → what is drawn of a force
    this.now = null; // what is on screen: axis, height, knot, balance
    this.aim = null; // where that is going
    this.make();
  }

  make() {
    const { spec, board } = this;
    const ids = { title: unique("title"), text: unique("text") };
    const poles = { left: spec.left, right: spec.right };
    this.text = html("p", { class: "kb-hidden", id: ids.text });
    this.svg = svg("svg", { class: "kb-drawing", "aria-hidden": "true" });
    this.axis = svg("path", { class: "kb-axis" });
    this.ropes = svg("g");
    this.stems = svg("g");
    this.stalk = svg("path", { class: "kb-stalk" });
    this.triangle = svg("path", { class: "kb-triangle" });
    this.svg.append(this.axis, this.ropes, this.stems, this.stalk, this.triangle);
    this.knot = html("div", {
      class: "kb-knot", role: "slider", tabindex: "0", "aria-label": fill(board.words.knot, poles), "aria-describedby": ids.text,
      "aria-valuemin": "-1", "aria-valuemax": "1", "aria-orientation": "horizontal",
    }, html("span", { class: "kb-grip", "aria-hidden": "true" }));
    const caption = (text, name) => {
      const node = html("span", { class: `kb-caption ${name}`, "aria-hidden": "true" });
      node.textContent = text;
      return node;
    };
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
    const title = html("div", { class: "kb-poles", id: ids.title }, html("span"), html("span"));
    title.children[0].textContent = spec.left;
    title.children[1].textContent = spec.right;
    const question = html("p", { class: "kb-question" });
    question.textContent = spec.question;
    this.el = html("section", { class: "kb-tension", role: "group", "aria-labelledby": ids.title, "data-tension": this.id },
      title, question, this.text, this.area, this.chips);
    board.draggable(this.knot, {
      start: () => (this.held = { from: this.aim.knot, to: this.aim.knot }),
      move: (dx) => this.slide(this.held.from + dx / this.reach),
      end: () => (this.held = null),
    });
    this.knot.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const steps = {
      ArrowRight: SMALL_STEP, ArrowUp: SMALL_STEP, ArrowLeft: -SMALL_STEP, ArrowDown: -SMALL_STEP,
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

  // Bring the pills into line with what is shown, and chips for what is not.
  hold(forces, shown) {
    for (const [key, pull] of this.pulls) {
      if (shown.has(key)) continue;
      for (const node of [pull.pill, pull.rope, pull.casing, pull.stem, pull.dot]) node.remove();
      this.pulls.delete(key);
    }
    for (const force of forces) if (shown.has(force.key) && !this.pulls.has(force.key)) this.pulls.set(force.key, this.pull(force));
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
      return board.chip(name, fill(board.words.add, { name }), () => board.show([force.key]));
    }));
    if (at >= 0) (this.chips.children[Math.min(at, hidden.length - 1)] ?? this.knot).focus({ preventScroll: true });
  }

  pull(force) {
    const { board } = this;
    const actor = board.drawn.actors[force.actor];
    const tint = (node) => {
      node.style.setProperty("--light", actor.light);
      node.style.setProperty("--dark", actor.dark);
      node.classList.add("kb-tinted");
      return node;
    };
    const name = html("span", { class: "kb-name" });
    name.textContent = actor.name;
    const pill = tint(html("button", { type: "button", class: "kb-pill", title: actor.name, "data-key": force.key, "aria-expanded": "false" },
      html("span", { class: "kb-dot", "aria-hidden": "true" }), name));
    pill.classList.toggle("kb-movable", force.movable);
    const drawn = {
      force, actor, pill,
      casing: svg("path", { class: "kb-casing" }),
      rope: tint(svg("path", { class: "kb-rope" })),
      stem: tint(svg("path", { class: "kb-stem" })),
      dot: tint(svg("circle", { class: "kb-place" })),
      now: null, aim: {}, lane: undefined,
    };
    this.ropes.append(drawn.casing, drawn.rope);
    this.stems.append(drawn.stem, drawn.dot);
    this.area.append(pill);
    board.wirePill(this, drawn);
    return drawn;
  }

  // Where everything goes. Measures only what is new, unless told that sizes may have changed.
  layout(anew) {
    const measure = anew || !this.width;
    if (measure) {
      const style = getComputedStyle(this.area);
      this.em = parseFloat(style.fontSize);
      this.width = this.area.clientWidth;
      this.radius = this.em * 0.95;
      this.inset = Math.round(this.radius + 5);
      this.reach = (this.width - 2 * this.inset) / 2;
      for (const node of Object.values(this.captions)) node.w = node.offsetWidth;
      for (const mark of this.marks) mark.label.w = mark.label.offsetWidth;
      this.row = this.captions.team.offsetHeight;
    }
    for (const pull of this.pulls.values()) {
      if (measure) pull.lane = undefined;
      else if (pull.w) continue;
      pull.w = Math.ceil(pull.pill.getBoundingClientRect().width);
      pull.h = pull.pill.offsetHeight;
    }
    const pulls = [...this.pulls.values()];
    const gap = this.em * 0.45;
    const height = Math.max(this.em * 1.9, ...pulls.map((pull) => pull.h));
    const corridor = this.radius + this.em * 0.3;
    const step = height + this.em * 0.5;

    const above = pulls.filter((pull) => pull.actor.place !== "team");
    const below = pulls.filter((pull) => pull.actor.place === "team");
    const rows = { up: this.captionRows(above, false), down: this.captionRows(below, true) };
    const up = this.pillRows(above, gap, step);
    const down = this.pillRows(below, gap, step);

    // A line alone on a wide board has room to breathe.
    const air = this.em * (this.board.lines.size === 1 && this.width > 30 * this.em ? 1.5 : 0.25);
    const band = (count) => corridor + count * this.row + air;
    const axis = Math.round(band(rows.up.count) + Math.max(1, up.count) * step);
    const bottom = axis + band(rows.down.count) + Math.max(down.count, 0) * step + this.em * 0.4;
    this.corridor = corridor;
    this.under = corridor + rows.down.count * this.row + this.em * 0.3;
    Object.assign(this.aim, { axis, height: Math.round(bottom) });
    for (const [pull, place] of up.places) pull.aim.top = axis - band(rows.up.count) - place.lane * step - height + (height - pull.h) / 2;
    for (const [pull, place] of down.places) pull.aim.top = axis + band(rows.down.count) + place.lane * step + (height - pull.h) / 2;
    for (const [pull, place] of [...up.places, ...down.places]) {
      pull.aim.left = place.left;
      pull.lane = place.lane;
    }
    for (const [node, place] of rows.up.places) node.at = { left: place.left, top: -corridor - (place.lane + 1) * this.row };
    for (const [node, place] of rows.down.places) node.at = { left: place.left, top: corridor + place.lane * this.row };
    this.now ??= { ...this.aim };
  }

  pillRows(pulls, gap, step) {
    const boxes = pulls.map((pull) => ({ w: pull.w, x: this.x(pull.aim.toward), inset: Math.min(pull.w / 2, this.em), stem: true, lane: pull.lane }));
    const placed = boxes.length ? lanes(boxes, this.width, gap, step) : [];
    return { places: new Map(pulls.map((pull, i) => [pull, placed[i]])), count: 1 + Math.max(-1, ...placed.map((p) => p.lane)) };
  }

  // The small words between the axis and the pills: sides, middle of the field, other marks.
  captionRows(pulls, isBelow) {
    const stems = pulls.map((pull) => this.x(pull.aim.toward));
    const crossed = (left, w) => stems.filter((x) => x > left - 2 && x < left + w + 2).length;
    const nodes = [];
    const boxes = [];
    const offer = (node, x, choices) => {
      const fits = choices.filter((left) => left >= 0 && left + node.w <= this.width);
      const sorted = (fits.length ? fits : choices).map((left, i) => ({ left, bad: crossed(left, node.w), i }));
      sorted.sort((a, b) => a.bad - b.bad || a.i - b.i);
      nodes.push(node);
      boxes.push({ w: node.w, x, inset: 0, fixed: sorted.map((choice) => choice.left) });
    };
    if (isBelow) {
      const half = this.em * 0.6;
      const beside = (node, p) => offer(node, this.x(p), [this.x(p) + half, this.x(p) - half - node.w]);
      if (this.aim.balance !== null) beside(this.captions.balance, this.aim.balance);
      for (const mark of this.marks) beside(mark.label, mark.at);
    }
    const side = isBelow ? this.captions.team : this.captions.environment;
    offer(side, this.width, [this.width - side.w, 0]);
    const placed = lanes(boxes, this.width, this.em * 0.9, this.row * 3);
    return { places: new Map(nodes.map((node, i) => [node, placed[i]])), count: 1 + Math.max(...placed.map((p) => p.lane)) };
  }

  // One frame on the way from where things were to where they go; t = 1 is there.
  step(t) {
    const { now, aim, from } = this;
    now.axis = mix(from.axis, aim.axis, t);
    now.height = mix(from.height, aim.height, t);
    now.knot = this.held ? aim.knot : mix(from.knot, aim.knot, t);
    now.balance = aim.balance === null || from.balance === null ? aim.balance : mix(from.balance, aim.balance, t);
    for (const pull of this.pulls.values()) {
      const { aim: to } = pull;
      pull.now ??= { ...to, strength: 0, seen: 0 };
      pull.from ??= { ...pull.now };
      for (const name of ["toward", "strength", "left", "top", "seen"]) {
        const direct = pull.held && (name === "toward" || name === "left");
        pull.now[name] = direct ? to[name] : mix(pull.from[name], to[name], t);
      }
    }
  }

  start() {
    this.from = { ...this.now };
    for (const pull of this.pulls.values()) pull.from = pull.now && { ...pull.now };
  }

  paint() {
    const { now, em, width, inset, radius } = this;
    const y = now.axis;
    const knot = this.x(now.knot);
    this.area.style.height = `${now.height.toFixed(1)}px`;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${now.height.toFixed(1)}`);
    const tick = em * 0.34;
    const mid = width / 2;
    this.axis.setAttribute("d", `M${inset} ${y}H${width - inset}M${inset} ${y - tick}v${2 * tick}M${width - inset} ${y - tick}v${2 * tick}M${mid} ${y - tick * 0.7}v${1.4 * tick}`);
    this.knot.style.transform = `translate(${knot}px, ${y}px) translate(-50%, -50%)`;
    const value = tidy(this.aim.knot);
    this.knot.setAttribute("aria-valuenow", value);
    this.knot.setAttribute("aria-valuetext", this.board.placeWords(this.spec, value));
    for (const pull of this.pulls.values()) this.paintPull(pull, knot, y);
    const middle = now.balance === null ? null : this.x(now.balance);
    this.paintCaption(this.captions.environment, y);
    this.paintCaption(this.captions.team, y);
    this.captions.balance.hidden = middle === null;
    if (middle === null) {
      this.triangle.setAttribute("d", "");
      this.stalk.setAttribute("d", "");
    } else {
      this.paintCaption(this.captions.balance, y);
      const at = this.captions.balance.at.top + this.row / 2;
      const half = em * 0.4;
      const top = y + at - em * 0.36;
      this.triangle.setAttribute("d", `M${middle} ${top}l${half} ${em * 0.7}h${-2 * half}z`);
      this.stalk.setAttribute("d", `M${middle} ${y}V${top}`);
    }
    for (const mark of this.marks) {
      this.paintCaption(mark.label, y);
      const x = this.x(mark.at);
      const r = em * 0.3;
      const at = y + mark.label.at.top + this.row / 2;
      mark.ring.setAttribute("d", `M${x - r} ${at}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`);
      mark.stalk.setAttribute("d", `M${x} ${y}V${at - r}`);
    }
  }

  paintCaption(node, y) {
    node.style.transform = `translate(${Math.round(node.at.left)}px, ${Math.round(y + node.at.top)}px)`;
  }

  paintPull(pull, knot, y) {
    const { now, w, h } = pull;
    const { em, width } = this;
    const x = this.x(now.toward);
    const middle = now.top + h / 2;
    pull.pill.style.transform = `translate(${Math.round(now.left)}px, ${Math.round(now.top)}px)`;
    pull.pill.style.opacity = now.seen;
    pull.stem.setAttribute("d", `M${x.toFixed(1)} ${middle.toFixed(1)}V${y}`);
    pull.dot.setAttribute("cx", x);
    pull.dot.setAttribute("cy", y);
    pull.dot.setAttribute("r", em * 0.22);
    const pad = Math.min(w / 2, em * 0.8);
    const start = clamp(knot, now.left + pad, now.left + w - pad);
    const dx = knot - start;
    const dy = y - middle;
    const d = `M${start.toFixed(1)} ${middle.toFixed(1)}C${(start + dx * 0.5).toFixed(1)} ${(middle + dy * 0.06).toFixed(1)} ${(knot - dx * 0.24).toFixed(1)} ${(middle + dy * 0.5).toFixed(1)} ${knot.toFixed(1)} ${y}`;
    const thick = now.strength > 0.004 ? em * (0.09 + 0.58 * now.strength * clamp(width / (35 * em), 0.65, 1)) : 0;
    pull.rope.setAttribute("d", d);
    pull.casing.setAttribute("d", d);
    pull.rope.setAttribute("stroke-width", thick.toFixed(2));
    pull.casing.setAttribute("stroke-width", thick ? (thick + em * 0.17).toFixed(2) : 0);
  }
}

// --- the board ------------------------------------------------------------------------------------------------------

class BoardView {
  constructor(model, el) {
    this.model = model;
    this.root = html("div", { class: "kit-board", "data-lm-suppress-shortcuts": "true" });
    this.cleanup = [];
    el.append(this.root);
    this.frames = new Set();
    for (const name of ["drawn", "shown", "moved", "stance", "said", "told", "trouble"]) {
      const heard = () => this.changed(name);
      model.on(`change:${name}`, heard);
      this.cleanup.push(() => model.off(`change:${name}`, heard));
    }
    this.sizes = new ResizeObserver(() => this.measured());
    this.build();
  }

  remove() {
    for (const undo of this.cleanup) undo();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.telling);
    clearTimeout(this.closing);
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
    this.closeCard();
    this.drawn = this.model.get("drawn");
    this.words = this.drawn.words;
    this.forces = new Map(this.drawn.forces.map((force) => [force.key, force]));
    this.lines = new Map();
    this.field = html("div", { class: "kb-field" });
    this.linesEl = html("div", { class: "kb-lines" });
    this.more = html("div", { class: "kb-more" });
    this.probe = html("div", { class: "kb-probe", "aria-hidden": "true" });
    this.card = html("div", { class: "kb-card", hidden: true });
    this.help = html("p", { class: "kb-help" });
    this.help.textContent = this.words.help;
    this.field.append(this.linesEl, this.more, this.help, this.probe);
    this.panel = new Panel(this);
    this.live = html("div", { class: "kb-hidden", role: "status", "aria-live": "polite" });
    this.root.lang = this.drawn.lang;
    this.root.replaceChildren(html("div", { class: "kb-grid" }, this.field, this.panel.el), this.live);
    this.sizes.disconnect();
    this.sizes.observe(this.linesEl);
    this.sizes.observe(this.probe);
    this.allKey = null;
    this.update(new Set(["shown", "moved", "stance", "said", "told", "trouble"]), true);
  }

  // The force as it is now, the learner's move included.
  current(force) {
    const pair = this.model.get("moved")[force.key];
    return pair ? { toward: pair[0], strength: pair[1] } : force;
  }

  update(changes, fresh = false) {
    if (changes.has("shown")) this.grow();
    const stance = this.model.get("stance");
    const { balance } = this.model.get("said");
    let relaid = changes.has("shown");
    for (const line of this.lines.values()) {
      line.aim ??= {};
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
    this.panel.update(changes);
    if (changes.has("moved")) this.refreshCard();
    for (const [id, text] of Object.entries(this.model.get("said").text ?? {})) {
      const line = this.lines.get(id);
      if (line) line.text.textContent = text;
    }
    if (changes.has("said") && !fresh) this.tell();
    if (!this.width) return;
    if (relaid) for (const line of this.lines.values()) line.layout(false);
    this.go(this.dragging ? 80 : EASE);
  }

  grow() {
    const shown = new Set(this.model.get("shown"));
    const open = new Set([...shown].map((key) => this.forces.get(key).tension));
    for (const [id, line] of this.lines) if (!open.has(id)) { line.el.remove(); this.lines.delete(id); }
    let before = null;
    for (const spec of this.drawn.tensions) {
      const forces = this.drawn.forces.filter((force) => force.tension === spec.id);
      if (!open.has(spec.id)) continue;
      if (!this.lines.has(spec.id)) {
        const line = new Line(this, spec);
        this.lines.set(spec.id, line);
        if (before) before.after(line.el); else this.linesEl.prepend(line.el);
      }
      const line = this.lines.get(spec.id);
      before = line.el;
      line.hold(forces, shown);
    }
    this.refillMore(open, shown);
  }

  refillMore(open, shown) {
    const rest = this.drawn.tensions.filter((spec) => !open.has(spec.id));
    const all = shown.size === this.drawn.forces.length;
    const state = rest.map((spec) => spec.id).join("\n") + all;
    if (state === this.allKey) return;
    this.allKey = state;
    const held = this.more.contains(document.activeElement) ? document.activeElement : null;
    const buttons = rest.map((spec) => {
      const name = `${spec.left} – ${spec.right}`;
      const first = this.drawn.forces.filter((force) => force.tension === spec.id).slice(0, 2).map((force) => force.key);
      const chip = this.chip(name, fill(this.words.open, { name }), () => {
        this.show(first);
        this.lines.get(spec.id)?.knot.focus({ preventScroll: true });
      });
      chip.classList.add("kb-disclose");
      return chip;
    });
    const toggle = html("button", { type: "button", class: "kb-all" });
    toggle.textContent = all ? this.words.fewer : this.words.all;
    toggle.addEventListener("click", () => this.set("shown", all ? this.drawn.opening : this.drawn.forces.map((force) => force.key)));
    const nothingToShow = all && this.drawn.opening.length === this.drawn.forces.length;
    this.more.replaceChildren(...buttons, ...(nothingToShow ? [] : [toggle]));
    if (held) (held.classList.contains("kb-all") ? toggle : this.more.querySelector("button"))?.focus({ preventScroll: true });
  }

  chip(text, label, act) {
    const plus = html("span", { class: "kb-plus", "aria-hidden": "true" });
    const name = html("span");
    name.textContent = text;
    return html("button", { type: "button", class: "kb-chip", "aria-label": label, onclick: act }, plus, name);
  }

  show(keys) {
    const shown = this.model.get("shown");
    this.set("shown", [...shown, ...keys.filter((key) => !shown.includes(key))]);
    this.flush();
  }

  flush() {
    if (!this.changes?.size) return;
    const changes = this.changes;
    this.changes = new Set();
    this.update(changes);
  }

  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  // A knot was put somewhere: draw at once, tell Python once a frame.
  placed(line) {
    this.frames.add(line);
    this.go(EASE);
  }

  // --- motion

  go(duration) {
    if (!this.width) return;
    this.begun = performance.now();
    this.lasting = still() ? 0 : duration;
    for (const line of this.lines.values()) line.start();
    if (!this.frame) this.frame = requestAnimationFrame((time) => this.draw(time));
  }

  draw(time) {
    this.frame = 0;
    if (this.frames.size) {
      const stance = { ...this.model.get("stance") };
      for (const line of this.frames) stance[line.id] = line.aim.knot;
      this.frames.clear();
      this.set("stance", stance);
    }
    const t = this.lasting ? clamp((time - this.begun) / this.lasting, 0, 1) : 1;
    const eased = 1 - (1 - t) ** 3;
    for (const line of this.lines.values()) {
      if (!line.aim?.height) continue;
      line.step(eased);
      line.paint();
    }
    if (t < 1 && !this.frame) this.frame = requestAnimationFrame((next) => this.draw(next));
  }

  // Sizes may have changed: the width, the type size, or what is on the board.
  measured() {
    this.width = this.linesEl.clientWidth;
    if (!this.width) return;
    for (const line of this.lines.values()) {
      line.layout(true);
      line.start();
      line.step(1);
    }
    this.lasting = 0;
    if (!this.frame) this.frame = requestAnimationFrame((time) => this.draw(time));
  }

  // --- dragging

  // Sideways dragging by mouse, pen or touch; `start` may refuse by returning false.
  draggable(node, { start, move, end }) {
    let origin = null;
    const stop = (event) => {
      if (origin === null || event.pointerId !== origin.id) return;
      const { moved } = origin;
      origin = null;
      this.dragging = false;
      node.classList.remove("kb-dragging");
      end(moved);
    };
    node.addEventListener("pointerdown", (event) => {
      if (origin !== null || event.button !== 0 || start() === false) return;
      origin = { id: event.pointerId, x: event.clientX, moved: false };
      node.setPointerCapture(event.pointerId);
    });
    node.addEventListener("pointermove", (event) => {
      if (origin === null || event.pointerId !== origin.id) return;
      const dx = event.clientX - origin.x;
      if (!origin.moved && Math.abs(dx) < (node.classList.contains("kb-pill") ? 5 : 1)) return;
      origin.moved = true;
      this.dragging = true;
      node.classList.add("kb-dragging");
      move(dx);
    });
    node.addEventListener("pointerup", stop);
    node.addEventListener("pointercancel", stop);
    node.addEventListener("lostpointercapture", stop);
  }

  move(force, toward, strength) {
    const value = [tidy(clamp(toward, -1, 1)), tidy(clamp(strength, 0, 1))];
    this.set("moved", { ...this.model.get("moved"), [force.key]: value });
  }

  wirePill(line, pull) {
    const { pill, force } = pull;
    let dragged = false;
    this.draggable(pill, {
      start: () => {
        dragged = false;
        if (!force.movable) return false;
        pull.held = { from: this.current(force).toward };
      },
      move: (dx) => {
        this.closeCard();
        this.move(force, pull.held.from + dx / line.reach, this.current(force).strength);
      },
      end: (moved) => {
        pull.held = null;
        dragged = moved;
      },
    });
    pill.addEventListener("click", () => {
      if (dragged) {
        dragged = false;
        return;
      }
      if (this.opened?.pull === pull && this.opened.pinned) this.closeCard();
      else this.openCard(line, pull, true);
    });
    pill.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch" || this.dragging || this.opened?.pinned) return;
      clearTimeout(this.closing);
      this.openCard(line, pull, false);
    });
    pill.addEventListener("pointerleave", () => this.closeSoon());
    pill.addEventListener("focus", () => {
      if (!this.leaving && pill.matches(":focus-visible") && !(this.opened?.pinned && this.opened.pull === pull)) this.openCard(line, pull, false);
    });
    pill.addEventListener("blur", (event) => {
      if (this.opened?.pull === pull && !this.opened.pinned && !this.card.contains(event.relatedTarget)) this.closeCard();
    });
  }

  // --- the card of one force

  openCard(line, pull, pinned) {
    if (this.opened?.pull === pull && this.opened.pinned === pinned) return;
    this.closeCard();
    this.opened = { line, pull, pinned };
    this.card = makeCard(this, pull, pinned);
    this.card.addEventListener("pointerenter", () => clearTimeout(this.closing));
    this.card.addEventListener("pointerleave", () => this.closeSoon());
    pull.pill.after(this.card);
    pull.pill.setAttribute("aria-expanded", String(pinned));
    pull.pill.setAttribute("aria-describedby", this.card.id);
    this.escape = (event) => {
      if (event.key !== "Escape" || !this.opened) return;
      event.stopPropagation();
      if (this.card.contains(document.activeElement)) this.leaveCard();
      else this.closeCard();
    };
    document.addEventListener("keydown", this.escape, true);
    this.outside = (event) => {
      if (!this.card.contains(event.target) && !pull.pill.contains(event.target)) this.closeCard();
    };
    if (pinned) document.addEventListener("pointerdown", this.outside, true);
    this.putCard();
  }

  // Beside the pill, inside the field, off the knots and the line as far as there is room.
  putCard() {
    const { line, pull, pinned } = this.opened;
    const field = this.field.getBoundingClientRect();
    const base = line.area.getBoundingClientRect();
    const pill = pull.pill.getBoundingClientRect();
    const card = this.card.getBoundingClientRect();
    const gap = 8;
    const xs = [pill.left, pill.right - card.width, pill.left + (pill.width - card.width) / 2];
    const choices = [];
    // A card that changes a force leaves the line and what is above it in sight.
    const under = line.aim.axis + line.under;
    if (pinned) {
      const top = pull.actor.place === "team" ? line.aim.height : under;
      return this.setCard(clamp(xs[2] - base.left, 0, base.width - card.width), top, base, field, card);
    }
    for (const x of xs) choices.push([x, pill.bottom + gap], [x, pill.top - gap - card.height]);
    for (const y of [pill.top, pill.bottom - card.height, pill.top + (pill.height - card.height) / 2]) choices.push([pill.right + gap, y], [pill.left - gap - card.width, y]);
    const things = [[line.knot, 12]];
    for (const other of line.pulls.values()) if (other !== pull) things.push([other.pill, 2]);
    const axis = base.top + line.now.axis;
    let best = null;
    for (const [wantX, wantY] of choices) {
      const left = clamp(wantX, field.left + gap, field.right - gap - card.width);
      const top = clamp(wantY, field.top + gap, Math.max(field.bottom - gap - card.height, field.top + gap));
      const box = { left, top, right: left + card.width, bottom: top + card.height };
      if (overlap(box, pill) > 0) continue;
      let price = Math.hypot(left - wantX, top - wantY) * 0.3;
      for (const [node, weight] of things) price += weight * Math.sqrt(overlap(box, node.getBoundingClientRect()));
      price += Math.sqrt(overlap(box, { left: base.left, right: base.right, top: axis - line.corridor, bottom: axis + line.corridor })) * 1.5;
      if (!best || price < best.price) best = { left, top, price };
    }
    best ??= { left: clamp(pill.left, field.left + gap, field.right - gap - card.width), top: pill.bottom + gap };
    this.setCard(best.left - base.left, best.top - base.top, base, field, card);
  }

  // The field grows where a card needs it: nothing is cut off.
  setCard(left, top, base, field, card) {
    this.card.style.left = `${left}px`;
    this.card.style.top = `${top}px`;
    const short = base.top + top + card.height + 12 - field.bottom;
    if (short > 0) this.field.style.minHeight = `${field.height + short}px`;
  }

  refreshCard() {
    this.card.refresh?.();
  }

  closeSoon() {
    clearTimeout(this.closing);
    if (this.opened && !this.opened.pinned) this.closing = setTimeout(() => {
      if (this.opened && !this.opened.pinned && document.activeElement !== this.opened.pull.pill) this.closeCard();
    }, 250);
  }

  closeCard() {
    if (!this.opened) return;
    const { pill } = this.opened.pull;
    this.opened = null;
    this.card.remove();
    this.field.style.minHeight = "";
    pill.setAttribute("aria-expanded", "false");
    pill.removeAttribute("aria-describedby");
    document.removeEventListener("keydown", this.escape, true);
    document.removeEventListener("pointerdown", this.outside, true);
  }

  // Close the card and go back to its pill, which does not open it again.
  leaveCard() {
    const { pill } = this.opened.pull;
    this.closeCard();
    this.leaving = true;
    pill.focus();
    this.leaving = false;
  }

  // --- words

  placeWords(spec, x) {
    const at = this.drawn.limits.place.findIndex((limit) => Math.abs(x) < limit);
    const side = spec.places[x < 0 ? 0 : 1];
    return side[at < 0 ? side.length - 1 : at];
  }

  strengthWords(strength) {
    if (strength === 0) return this.drawn.strengths[0];
    const at = this.drawn.limits.strength.findIndex((limit) => strength < limit);
    return this.drawn.strengths[at < 0 ? this.drawn.strengths.length - 1 : at + 1];
  }

  told(force) {
    return this.model.get("told")[force.key] ?? force.told;
  }

  // For a screen reader, once the learner rests.
  tell() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => (this.live.textContent = this.model.get("said").sentence), REST);
  }
}

function overlap(a, b) {
  return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

function makeCard(board, pull, pinned) {
  const { force, actor } = pull;
  const { words } = board;
  const line = (tag, text, name) => {
    const node = html(tag, { class: name });
    node.textContent = text;
    return node;
  };
  const card = html("div", { class: "kb-card kb-tinted", id: unique("card"), role: pinned ? "group" : "tooltip" });
  card.style.setProperty("--light", actor.light);
  card.style.setProperty("--dark", actor.dark);
  if (pinned) card.setAttribute("aria-label", actor.name);
  const name = line("p", actor.name, "kb-card-name");
  const changed = line("p", words.by_you, "kb-card-note");
  const about = html("div", { class: "kb-card-about" }, name);
  card.append(about);
  if (force.why) about.append(line("p", force.why, "kb-card-why"));
  about.append(line("p", `${words.direction}: ${force.from}`, "kb-card-note"), line("p", `${words.thickness}: ${words.assumed}`, "kb-card-note"), changed);
  const inputs = [];
  if (pinned && force.movable) {
    const spec = board.lines.get(force.tension).spec;
    const range = (label, min, read, write, say) => {
      const input = html("input", { type: "range", min, max: 1, step: SMALL_STEP });
      input.addEventListener("input", () => write(Number(input.value)));
      const text = html("span");
      text.textContent = label;
      inputs.push(() => {
        if (Number(input.value) !== read()) input.value = read();
        input.setAttribute("aria-valuetext", say(read()));
      });
      return html("label", { class: "kb-range" }, text, input);
    };
    const now = () => board.current(force);
    const back = html("button", { type: "button", class: "kb-button" });
    back.textContent = words.back;
    back.addEventListener("click", () => {
      const { [force.key]: _, ...rest } = board.model.get("moved");
      board.set("moved", rest);
    });
    // Not `disabled`: that would drop the focus of whoever has just pressed it.
    inputs.push(() => back.setAttribute("aria-disabled", String(!(force.key in board.model.get("moved")))));
    const close = html("button", { type: "button", class: "kb-button" });
    close.textContent = words.close;
    close.addEventListener("click", () => board.leaveCard());
    card.classList.add("kb-card-wide");
    card.append(html("div", { class: "kb-card-change" },
      range(words.direction, -1, () => now().toward, (x) => board.move(force, x, now().strength), (x) => board.placeWords(spec, x)),
      range(words.thickness, 0, () => now().strength, (s) => board.move(force, now().toward, s), (s) => board.strengthWords(s)),
      html("div", { class: "kb-card-buttons" }, back, close),
    ));
  } else {
    about.append(line("p", force.movable ? words.more : words.fixed, "kb-card-note"));
  }
  card.refresh = () => {
    changed.hidden = !(force.key in board.model.get("moved"));
    for (const run of inputs) run();
  };
  card.refresh();
  return card;
}

// --- beside the board -----------------------------------------------------------------------------------------------

class Panel {
  constructor(board) {
    this.board = board;
    const { words } = board;
    const part = (tag, name, text = "") => {
      const node = html(tag, { class: name });
      node.textContent = text;
      return node;
    };
    const folded = (label, inside) => html("details", { class: "kb-fold" }, part("summary", "", label), inside);
    this.trouble = html("div", { class: "kb-trouble", role: "alert", hidden: true });
    this.on = part("p", "kb-on");
    this.sentence = part("p", "kb-sentence");
    const title = part("h3", "kb-h", words.short);
    title.id = unique("short");
    this.bars = html("ul", { class: "kb-bars", "aria-labelledby": title.id });
    this.how = html("ul", { class: "kb-list" });
    this.whence = html("ul", { class: "kb-list" });
    const not = html("ul", { class: "kb-list" }, ...words.not_said.map((text) => part("li", "", text)));
    this.el = html("div", { class: "kb-panel" }, this.trouble, this.on, this.sentence,
      html("div", { class: "kb-short" }, title, this.bars, part("p", "kb-note", words.bars)),
      html("div", { class: "kb-folds" }, folded(words.how, this.how), folded(words.whence, this.whence), folded(words.limits, not)));
    this.rows = new Map();
    this.part = part;
  }

  update(changes) {
    const { board } = this;
    const { model, drawn, words } = board;
    if (changes.has("trouble")) this.complain(model.get("trouble"));
    const said = model.get("said");
    if (changes.has("said")) {
      const spec = drawn.tensions.find((tension) => tension.id === said.on);
      this.on.textContent = board.lines.size > 1 && spec ? `${spec.left} – ${spec.right}` : "";
      this.sentence.textContent = said.sentence ?? "";
      this.measure(said.bars ?? []);
    }
    if (changes.has("shown") || changes.has("told") || changes.has("moved")) {
      const shown = new Set(model.get("shown"));
      const forces = drawn.forces.filter((force) => shown.has(force.key));
      const several = board.lines.size > 1;
      const item = (force, text) => this.part("li", "", text);
      const grouped = (say) => drawn.tensions.flatMap((spec) => {
        const own = forces.filter((force) => force.tension === spec.id);
        const head = several && own.length ? [this.part("li", "kb-list-head", `${spec.left} – ${spec.right}`)] : [];
        return [...head, ...own.map((force) => item(force, say(force)))];
      });
      this.how.replaceChildren(...grouped((force) => board.told(force)));
      this.whence.replaceChildren(...grouped((force) => {
        const mine = force.key in model.get("moved") ? `; ${words.by_you}` : "";
        return `${drawn.actors[force.actor].name}: ${force.from}; ${words.assumed}${mine}.`;
      }));
    }
  }

  // Bars keep their nodes, so that a change in length or order can be seen as one.
  measure(bars) {
    const { drawn } = this.board;
    const before = new Map([...this.rows].map(([id, row]) => [id, row.el.offsetTop]));
    const present = new Set(bars.map(([id]) => id));
    for (const [id, row] of this.rows) if (!present.has(id)) { row.el.remove(); this.rows.delete(id); }
    let previous = null;
    for (const [id, share, text] of bars) {
      let row = this.rows.get(id);
      if (!row) {
        const actor = drawn.actors[id];
        const bar = html("span", { class: "kb-bar" });
        const words = html("span", { class: "kb-hidden" });
        row = { bar, words, el: html("li", { class: "kb-row kb-tinted", "data-actor": id }, this.part("span", "kb-row-name", actor.name), html("span", { class: "kb-track", "aria-hidden": "true" }, bar), words) };
        row.el.style.setProperty("--light", actor.light);
        row.el.style.setProperty("--dark", actor.dark);
        this.rows.set(id, row);
      }
      row.bar.style.transform = `translateX(${((share - 1) * 100).toFixed(1)}%)`;
      row.words.textContent = `: ${text}`;
      const wanted = previous ? previous.nextSibling : this.bars.firstChild;
      if (wanted !== row.el) this.bars.insertBefore(row.el, wanted);
      previous = row.el;
    }
    if (still()) return;
    for (const [id, top] of before) {
      const row = this.rows.get(id);
      const by = row ? top - row.el.offsetTop : 0;
      if (by) row.el.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { duration: EASE, easing: "ease-out" });
    }
  }

  complain({ sentence, label, detail } = {}) {
    this.trouble.hidden = !sentence;
    if (!sentence) return;
    this.trouble.replaceChildren(this.part("p", "", sentence),
      html("details", {}, this.part("summary", "", label), this.part("pre", "", detail)));
  }
}

export default {
  render({ model, el }) {
    const view = new BoardView(model, el);
    return () => view.remove();
  },
};

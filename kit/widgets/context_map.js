// Draws the context map, fades what is not in focus, and lets circumstances be tried. Python is told which sliders are
// held and which moves are made, and answers what that means.
//
// Names, sliders and words are HTML (measured, focusable, wrapping); arrows are one SVG beneath them. A redraw only
// writes attributes: nothing is made or measured. All text is set as text.

const SVG = "http://www.w3.org/2000/svg";
const YOU = "you";
const EASE = 200; // ms, for what moves by itself
const REST = 700; // ms of rest before a screen reader is told
const STEP = 0.05;
const CROWD = 16; // with more parties than this, most of them are dots until they are in focus
const FIRST = 2; // of a crowd, how many in each layer keep their name
const LISTED = 6; // arrows told in full for one party
const TWO_SIDED = 34; // em of width from which parties stand on both sides

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

function part(tag, name, text = "") {
  const node = html(tag, name ? { class: name } : {});
  node.textContent = text;
  return node;
}

const fill = (sentence, parts) => sentence.replace(/%\((\w+)\)s/g, (_, name) => parts[name]);
const clamp = (x, low, high) => Math.min(Math.max(x, low), Math.max(low, high));
const mix = (a, b, t) => a + (b - a) * t;
const num = (x) => x.toFixed(1);
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Every widget loads a copy of this file of its own: a bare number would come back in the next map on the page.
const own = Math.random().toString(36).slice(2, 8);
let serial = 0;
const unique = (what) => `kit-context-${what}-${own}-${++serial}`;

// --- the map --------------------------------------------------------------------------------------------------------

class Field {
  constructor(view) {
    this.view = view;
    const { drawn, words } = view;
    this.ids = { title: unique("title"), detail: unique("detail"), help: unique("help") };
    this.nodes = new Map();
    this.edges = new Map();
    this.focus = null; // what is in focus: {id} of a party or {key} of an arrow
    this.pinned = null;
    this.crowded = Object.keys(drawn.nodes).length > CROWD;
    this.svg = svg("svg", { class: "kc-drawing" });
    this.makeNodes();
    this.makeEdges();
    const title = part("h3", "kc-h", words.map);
    title.id = this.ids.title;
    this.detail = html("div", { class: "kc-detail", id: this.ids.detail });
    const swatch = (name, text) => {
      const item = html("span", { class: "kc-key" }, html("span", { class: `kc-swatch ${name}`, "aria-hidden": "true" }));
      item.append(text);
      return item;
    };
    const others = drawn.edges.some((edge) => edge.origin !== YOU && edge.target !== YOU && !drawn.nodes[edge.origin]?.team);
    const legend = html("p", { class: "kc-legend" }, swatch("kc-in", words.legend_in), swatch("kc-out", words.legend_out),
      others ? swatch("kc-other", words.legend_other) : null);
    const help = part("p", "kc-help", words.help);
    help.id = this.ids.help;
    this.sides = { left: html("div", { class: "kc-side" }), right: html("div", { class: "kc-side" }) };
    this.area = html("div", { class: "kc-area", role: "group", "aria-labelledby": this.ids.title, "aria-describedby": this.ids.help },
      this.svg, this.sides.left, this.you.el, this.sides.right);
    this.el = html("div", { class: "kc-card kc-field" }, title, this.area, this.detail, html("div", { class: "kc-foot" }, legend, help));
    this.el.classList.toggle("kc-crowded", this.crowded);
    this.wire();
  }

  // --- parts

  makeNodes() {
    const { drawn, words } = this.view;
    const label = `${words.you}, ${words.professional}`;
    this.you = {
      id: YOU, edges: [],
      el: html("button", { type: "button", class: "kc-you", "aria-label": label, "data-node": YOU, tabindex: "-1" },
        part("span", "kc-you-name", words.you), part("span", "kc-you-role", words.professional)),
    };
    this.layers = drawn.layers.map((layer) => {
      const list = html("div", { class: "kc-nodes" });
      for (const id of layer.nodes) {
        const spec = drawn.nodes[id];
        const el = html("button", { type: "button", class: "kc-node kc-tinted", title: spec.name, "data-node": id, tabindex: "-1" },
          html("span", { class: "kc-dot", "aria-hidden": "true" }), part("span", "kc-name", spec.name));
        el.style.setProperty("--light", spec.light);
        el.style.setProperty("--dark", spec.dark);
        list.append(el);
        this.nodes.set(id, { id, spec, el, edges: [], layer });
      }
      const name = part("p", "kc-layer-name", layer.name);
      name.id = unique("layer");
      return { ...layer, list, el: html("section", { class: "kc-layer", role: "group", "aria-labelledby": name.id }, name, list) };
    });
    this.nodes.set(YOU, this.you);
  }

  makeEdges() {
    const { drawn } = this.view;
    for (const spec of drawn.edges) {
      const kind = spec.target === YOU ? "in" : spec.origin === YOU || drawn.nodes[spec.origin].team ? "out" : "other";
      const direct = spec.origin === YOU || spec.target === YOU;
      const shapes = { halo: svg("path", { class: "kc-halo" }), line: svg("path", { class: "kc-line" }), head: svg("path", { class: "kc-head" }), hit: svg("path", { class: "kc-hit" }) };
      const el = svg("g", { class: `kc-edge kc-${kind}${direct ? "" : " kc-indirect"}`, role: "button", tabindex: "-1", "data-key": spec.key }, ...Object.values(shapes));
      const edge = { spec, kind, direct, el, ...shapes, now: null, aim: 0 };
      this.edges.set(spec.key, edge);
      for (const id of [spec.origin, spec.target]) this.nodes.get(id).edges.push(edge);
    }
    const weight = (edge) => (edge.direct ? 0 : 1);
    for (const node of this.nodes.values()) node.edges.sort((a, b) => weight(a) - weight(b));
    // What runs between others lies beneath what runs to you and from you.
    this.svg.append(...[...this.edges.values()].sort((a, b) => weight(b) - weight(a)).map((edge) => edge.el));
    // Of a crowd the parties that matter most to the professional keep their name.
    const near = (id) => this.nodes.get(id).edges.reduce((sum, edge) => sum + (edge.direct ? edge.spec.strength : 0), 0);
    for (const layer of this.layers) {
      const first = [...layer.nodes].sort((a, b) => near(b) - near(a)).slice(0, this.crowded ? FIRST : Infinity);
      for (const id of first) this.nodes.get(id).first = true;
      if (this.crowded) layer.list.prepend(...first.map((id) => this.nodes.get(id).el));
    }
  }

  // The arrows as strong as Python says they now are.
  update() {
    const { stronger } = this.view.model.get("said");
    for (const edge of this.edges.values()) {
      const [strength, says, by] = stronger?.[edge.spec.key] ?? [edge.spec.strength, edge.spec.says, ""];
      edge.aim = strength;
      edge.by = by;
      edge.says = says;
      edge.el.setAttribute("aria-label", `${edge.spec.title}: ${says}`);
      edge.el.toggleAttribute("hidden", strength === 0);
    }
    this.showDetail();
  }

  // --- focus

  get target() {
    return this.focus ?? this.pinned;
  }

  at(what) {
    return what === null ? null : what.key ? this.edges.get(what.key) : this.nodes.get(what.id);
  }

  same(a, b) {
    return a?.id === b?.id && a?.key === b?.key;
  }

  // `told`: also in words, as for whoever came by key; a mouse that passes over only lights.
  look(what, told = false) {
    if (this.same(what, this.focus) && told === this.told) return;
    this.focus = what;
    this.told = told;
    this.light();
    if (told) this.reveal(what);
  }

  // What is in focus scrolls out from under its own words.
  reveal(what) {
    const { el } = this.at(what);
    el.style.scrollMarginBottom = `${this.detail.offsetHeight + 16}px`;
    el.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
  }

  pin(what) {
    this.pinned = this.same(what, this.pinned) ? null : what;
    if (this.pinned) this.focus = null;
    this.light();
    if (this.crowded && this.name()) this.measured();
  }

  // Who is lit: the party or the arrow in focus, and what hangs on it.
  lit(what) {
    const found = this.at(what);
    if (!found) return { nodes: new Set(), edges: new Set() };
    const edges = what.key ? [found] : found.edges.filter((edge) => edge.aim > 0);
    const nodes = edges.flatMap((edge) => [edge.spec.origin, edge.spec.target]);
    return { edges: new Set(edges), nodes: new Set(what.key ? nodes : [...nodes, what.id]) };
  }

  light() {
    const { nodes, edges } = this.lit(this.target);
    this.el.classList.toggle("kc-focus", this.target !== null);
    for (const node of this.nodes.values()) node.el.classList.toggle("kc-lit", nodes.has(node.id));
    for (const edge of this.edges.values()) edge.el.classList.toggle("kc-lit", edges.has(edge));
    for (const node of this.nodes.values()) node.el.setAttribute("aria-pressed", String(this.pinned?.id === node.id));
    for (const edge of this.edges.values()) edge.el.setAttribute("aria-pressed", String(this.pinned?.key === edge.spec.key));
    this.showDetail();
  }

  // In a crowd: names for those that come first and those in the pinned focus, dots for the rest. True where that changed.
  name() {
    const { nodes } = this.lit(this.pinned);
    let changed = false;
    for (const node of this.nodes.values()) {
      if (node.id === YOU) continue;
      const dot = !node.first && !nodes.has(node.id);
      if (node.el.classList.contains("kc-only-dot") === dot) continue;
      node.el.classList.toggle("kc-only-dot", dot);
      changed = true;
    }
    return changed;
  }

  showDetail() {
    const { words } = this.view;
    const what = this.focus && this.told ? this.focus : this.pinned;
    const found = this.at(what);
    this.detail.hidden = !found;
    if (!found) return;
    if (what.key) {
      const { spec } = found;
      this.showIn(spec.title, spec.how && part("p", "", spec.how),
        part("p", "kc-note", closed(`${capital(found.says)}; ${words.assumed}. ${capital(spec.from)}`)),
        found.by && part("p", "kc-note", `${capital(words.by_you)}: ${found.by}.`));
      return;
    }
    if (what.id === YOU) {
      const { sentence, reversed } = this.view.model.get("said");
      this.showIn(`${words.you}, ${words.professional}`, part("p", "", sentence), reversed && part("p", "", reversed));
      return;
    }
    const edges = found.edges.filter((edge) => edge.aim > 0);
    const told = (edge) => {
      const item = part("li", `kc-told kc-${edge.kind}`, `${edge.spec.title}: ${edge.says}. `);
      item.append(part("span", "kc-muted", edge.spec.how));
      return item;
    };
    // Arrows between others by their name alone: each tells the rest itself.
    const others = edges.filter((edge) => !edge.direct);
    const more = others.length - LISTED;
    const names = others.slice(0, LISTED).map((edge) => edge.spec.title).join("; ");
    this.showIn(found.spec.name, found.spec.role && part("p", "", found.spec.role),
      edges.length ? html("ul", { class: "kc-list" }, ...edges.filter((edge) => edge.direct).map(told)) : part("p", "kc-note", words.nothing),
      names && part("p", "kc-note", `${names}${more > 0 ? `; ${fill(words.others, { number: more })}` : ""}.`));
  }

  // What is in focus in words; a pinned one can be closed here too, where a tap elsewhere may be far away.
  showIn(name, ...inside) {
    const close = html("button", { type: "button", class: "kc-close", "aria-label": this.view.words.close, hidden: !this.pinned });
    close.addEventListener("click", () => {
      const back = this.at(this.pinned).el;
      this.pin(this.pinned);
      back.focus({ preventScroll: true });
      this.look(null);
    });
    this.detail.replaceChildren(part("p", "kc-detail-name", name), ...inside.filter(Boolean), close);
  }

  // --- mouse, touch, keys

  wire() {
    const what = (node) => {
      const edge = node?.closest?.(".kc-edge");
      if (edge) return { key: edge.dataset.key };
      const button = node?.closest?.("[data-node]");
      return button ? { id: button.dataset.node } : null;
    };
    const { area } = this;
    area.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse") this.look(what(event.target));
    });
    area.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") this.look(null);
    });
    area.addEventListener("click", (event) => {
      const found = what(event.target);
      if (!found) return this.pinned && this.pin(this.pinned);
      this.rove(found);
      this.pin(found);
      if (this.pinned) this.reveal(found);
    });
    area.addEventListener("focusin", (event) => {
      const found = what(event.target);
      if (found) this.rove(found);
      if (found && event.target.matches(":focus-visible")) this.look(found, true);
    });
    area.addEventListener("focusout", (event) => {
      if (!area.contains(event.relatedTarget)) this.look(null);
    });
    area.addEventListener("keydown", (event) => this.key(event, what(event.target)));
  }

  // One place in the tab order for the whole map; arrow keys walk in it.
  rove(what) {
    const before = this.at(this.stop ?? null);
    before?.el.setAttribute("tabindex", "-1");
    before?.el.removeAttribute("aria-describedby");
    this.stop = what;
    this.at(what).el.setAttribute("tabindex", "0");
    this.at(what).el.setAttribute("aria-describedby", this.ids.detail);
  }

  order() {
    return [...this.area.querySelectorAll("[data-node]")].map((el) => el.dataset.node);
  }

  key(event, here) {
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = this.next(event.key, here);
    if (event.key === "Escape" && (this.pinned || this.focus)) {
      if (this.pinned) this.pin(this.pinned);
      this.look(null);
    } else if ((event.key === "Enter" || event.key === " ") && here.key) {
      this.pin(here);
    } else if (to) {
      this.at(to).el.focus({ preventScroll: true });
      this.look(to, true);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // Up and down along the parties; left and right along the arrows of one.
  next(key, here) {
    const order = this.order();
    const home = here.id ?? this.home ?? this.at(here).spec.origin;
    const at = order.indexOf(home);
    const party = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[key];
    if (party !== undefined) return { id: order[clamp(party, 0, order.length - 1)] };
    const turn = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (turn === undefined) return null;
    this.home = home;
    const stops = [{ id: home }, ...this.nodes.get(home).edges.filter((edge) => edge.aim > 0).map((edge) => ({ key: edge.spec.key }))];
    const now = stops.findIndex((stop) => this.same(stop, here));
    return stops[(now + turn + stops.length) % stops.length];
  }

  // --- where everything goes

  // Sizes may have changed: the width, the type size, or who has a name.
  measured() {
    const style = getComputedStyle(this.area);
    this.em = parseFloat(style.fontSize);
    this.width = this.area.clientWidth;
    if (!this.width) return;
    const two = this.width >= TWO_SIDED * this.em;
    if (two !== this.two) this.deal(two);
    const base = this.area.getBoundingClientRect();
    this.height = base.height;
    for (const node of this.nodes.values()) {
      const box = node.el.getBoundingClientRect();
      if (node.id === YOU) continue;
      node.side = this.sides.right.contains(node.el) ? 1 : -1;
      const column = this.sides[node.side < 0 ? "left" : "right"].getBoundingClientRect();
      node.x = (node.side < 0 ? column.right : column.left) - base.left;
      node.y = box.top + box.height / 2 - base.top;
      node.row = box.height;
      node.dotX = box.left + box.width / 2 - base.left;
    }
    this.spread();
    this.middle();
    this.view.go(0);
  }

  // Far layers on the left and near ones on the right, about as many on each; on a narrow screen all on the left.
  deal(two) {
    this.two = two;
    this.el.classList.toggle("kc-two", two);
    const tall = (layer) => 1.5 + (this.crowded ? FIRST + Math.max(0, layer.nodes.length - FIRST) / 8 : layer.nodes.length) * 1.4;
    const total = this.layers.reduce((sum, layer) => sum + tall(layer), 0);
    let split = this.layers.length;
    if (two) {
      let before = 0;
      let best = Infinity;
      this.layers.forEach((layer, i) => {
        if (Math.abs(total - 2 * before) < best) [best, split] = [Math.abs(total - 2 * before), i];
        before += tall(layer);
      });
    }
    const held = this.area.contains(document.activeElement) ? document.activeElement : null;
    this.sides.left.replaceChildren(...this.layers.slice(0, split).map((layer) => layer.el));
    this.sides.right.replaceChildren(...this.layers.slice(split).map((layer) => layer.el));
    held?.focus({ preventScroll: true });
    if (!this.stop && this.order().length) this.rove({ id: this.order()[0] });
  }

  // Dots on one row begin their arrows a little apart.
  spread() {
    const rows = new Map();
    for (const node of this.nodes.values()) {
      node.out = node.y;
      if (!node.el.classList.contains("kc-only-dot")) continue;
      const row = `${node.side}:${Math.round(node.y)}`;
      rows.set(row, [...(rows.get(row) ?? []), node]);
    }
    for (const row of rows.values()) {
      row.sort((a, b) => a.side * (a.dotX - b.dotX));
      const gap = Math.min(5, row[0].row / row.length);
      row.forEach((node, i) => (node.out = node.y + (i - (row.length - 1) / 2) * gap));
    }
  }

  // Room for the professional: as high as the arrows at their side need, as wide as the columns leave.
  middle() {
    const { em, two } = this;
    const left = this.sides.left.offsetWidth;
    const right = two ? this.sides.right.offsetWidth : 0;
    const room = this.width - left - right;
    const wide = two ? clamp(room * 0.36, 6.7 * em, 9 * em) : clamp(room * 0.5, 3.4 * em, 7 * em);
    const most = Math.max(this.height - em, wide);
    const wanted = { "-1": 0, 1: 0 };
    this.gap = em * 0.42;
    for (const edge of this.edges.values()) {
      if (!edge.direct) continue;
      const other = this.nodes.get(edge.spec.origin === YOU ? edge.spec.target : edge.spec.origin);
      // As thick as it can become: the professional keeps one size, whatever is done.
      wanted[other.side] += this.thick(edge.spec.most, 1) + this.gap;
    }
    const need = Math.max(wanted[-1], wanted[1]) + wide * 0.2;
    const high = clamp(need, wide, most);
    this.scale = Math.min(1, high / Math.max(need, 1));
    const cx = two ? left + room / 2 : this.width - wide / 2 - 2;
    const cy = this.height / 2;
    this.box = { cx, cy, wide, high };
    Object.assign(this.you.el.style, { width: `${wide}px`, height: `${high}px`, left: `${cx - wide / 2}px`, top: `${cy - high / 2}px` });
  }

  thick(strength, scale = this.scale) {
    return strength > 0.004 ? Math.max(1.2, this.em * (0.06 + 0.8 * strength) * scale) : 0;
  }

  // The edge of the professional at height y, on one side.
  rim(y, side) {
    const { cx, cy, wide, high } = this.box;
    const r = wide / 2;
    const over = clamp(Math.abs(y - cy) - (high / 2 - r), 0, r);
    return cx + side * Math.sqrt(r * r - over * over);
  }

  // --- painting

  step(t) {
    for (const edge of this.edges.values()) {
      edge.now ??= edge.aim;
      edge.now = mix(edge.from ?? edge.now, edge.aim, t);
    }
  }

  start() {
    for (const edge of this.edges.values()) edge.from = edge.now ?? edge.aim;
  }

  paint() {
    if (!this.box) return;
    this.svg.setAttribute("viewBox", `0 0 ${num(this.width)} ${num(this.height)}`);
    for (const side of [-1, 1]) this.paintSide(side);
    for (const edge of this.edges.values()) if (!edge.direct) this.paintIndirect(edge);
  }

  // The two arrows of each party side by side, at the party and at the professional.
  paintSide(side) {
    const parties = [...this.nodes.values()].filter((node) => node.side === side).sort((a, b) => a.out - b.out);
    const ports = [];
    for (const node of parties) {
      const own = node.edges.filter((edge) => edge.direct && edge.now > 0.004).sort((a) => (a.kind === "in" ? -1 : 1));
      const sizes = own.map((edge) => this.thick(edge.now));
      const between = this.gap * (own.length > 1 ? Math.min(1, this.scale * 1.2) : 0);
      const height = sizes.reduce((sum, size) => sum + size, 0) + between;
      let at = node.out - height / 2;
      own.forEach((edge, i) => {
        ports.push({ edge, node, size: sizes[i], y: at + sizes[i] / 2 });
        at += sizes[i] + between;
      });
    }
    const sizes = ports.reduce((sum, port) => sum + port.size, 0);
    const gap = ports.length > 1 ? clamp((this.box.high - this.box.wide * 0.3 - sizes) / (ports.length - 1), this.gap * this.scale, this.em * 1.1) : 0;
    const total = ports.reduce((sum, port) => sum + port.size + gap, -gap);
    let at = this.box.cy - total / 2;
    for (const port of ports) {
      const y = at + port.size / 2;
      at += port.size + gap;
      this.ribbon(port.edge, port.node.x, port.y, this.rim(y, side), y, port.size, side);
    }
    for (const edge of this.edges.values()) {
      if (edge.direct && edge.now <= 0.004) this.blank(edge);
    }
  }

  ribbon(edge, x, y, rim, yRim, size, side) {
    const head = size * 0.75 + this.em * 0.3;
    const toYou = edge.kind === "in";
    // side -1: the party stands left of the professional.
    const way = -side;
    const [x1, x2] = toYou ? [x + way * 3, rim - way * (head + 1)] : [rim, x + way * (head + 3)];
    const [y1, y2] = toYou ? [y, yRim] : [yRim, y];
    const bend = (x1 + x2) / 2;
    this.draw(edge, `M${num(x1)} ${num(y1)}C${num(bend)} ${num(y1)} ${num(bend)} ${num(y2)} ${num(x2)} ${num(y2)}`, size, x2, y2, (toYou ? 1 : -1) * way, head);
  }

  // Between two others: through the middle to the other side, or in a bow on one side.
  paintIndirect(edge) {
    const a = this.nodes.get(edge.spec.origin);
    const b = this.nodes.get(edge.spec.target);
    const size = this.thick(edge.now) * 0.6;
    if (!size) return this.blank(edge);
    const head = size * 0.75 + this.em * 0.3;
    const way = -b.side;
    const x1 = a.x - a.side * 3;
    const x2 = b.x + way * (head + 3);
    const room = this.box.wide / 2;
    const out = a.side === b.side ? Math.min(Math.abs(this.box.cx - b.x) - room, this.em * 2 + Math.abs(a.out - b.out) * 0.35) : Math.abs(x2 - x1) * 0.6;
    this.draw(edge, `M${num(x1)} ${num(a.out)}C${num(x1 - a.side * out)} ${num(a.out)} ${num(x2 + way * out)} ${num(b.out)} ${num(x2)} ${num(b.out)}`, size, x2, b.out, -way, head);
  }

  draw(edge, d, size, x, y, way, head) {
    const half = size / 2 + this.em * 0.22;
    edge.line.setAttribute("d", d);
    edge.line.setAttribute("stroke-width", num(size));
    edge.halo.setAttribute("d", d);
    edge.halo.setAttribute("stroke-width", num(size + this.em * 0.4));
    edge.hit.setAttribute("d", `${d}L${num(x + way * head)} ${num(y)}`);
    edge.hit.setAttribute("stroke-width", num(Math.max(size, Math.min(24, this.em * 1.1))));
    edge.head.setAttribute("d", `M${num(x)} ${num(y - half)}L${num(x + way * head)} ${num(y)}L${num(x)} ${num(y + half)}z`);
  }

  blank(edge) {
    for (const shape of [edge.line, edge.halo, edge.hit, edge.head]) shape.setAttribute("d", "");
  }
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
// A citation may bring its own full stop.
const closed = (text) => (/[.?]$/.test(text) ? text : `${text}.`);

// --- beside the map -------------------------------------------------------------------------------------------------

class Panel {
  constructor(view) {
    this.view = view;
    const { drawn, words } = view;
    this.trouble = html("div", { class: "kc-trouble", role: "alert", hidden: true });
    this.sentence = part("p", "kc-sentence");
    this.reversed = part("p", "kc-reversed");
    this.flows = { in: html("span", { class: "kc-bar kc-in" }), out: html("span", { class: "kc-bar kc-out" }) };
    const flow = (name, text) => html("li", { class: "kc-flow" }, part("span", "", text), html("span", { class: "kc-track" }, this.flows[name]));
    const flows = html("ul", { class: "kc-flows", "aria-hidden": "true" }, flow("in", words.inward), flow("out", words.outward));
    this.layers = html("dl", { class: "kc-layers" });
    this.moves = new Map();
    this.movesEl = html("div", { class: "kc-card kc-acts", hidden: !drawn.moves.length }, part("h3", "kc-h", words.moves), part("p", "kc-note kc-lead", words.moves_note),
      html("div", { class: "kc-moves" }, ...drawn.moves.map((move) => this.move(move))));
    this.quarters = html("dl", { class: "kc-quarters" });
    const origin = (text, from) => part("li", "", closed(`${text}: ${from}`));
    const folds = html("div", { class: "kc-folds" },
      folded(words.quarters, part("p", "kc-note", words.quarters_note), this.quarters),
      folded(words.whence, html("ul", { class: "kc-list" }, ...drawn.edges.filter((edge) => edge.strength > 0).map((edge) => origin(edge.title, `${words.assumed}; ${edge.from}`)),
        ...drawn.moves.map((move) => origin(move.title, move.from)))),
      folded(words.limits, html("ul", { class: "kc-list" }, ...words.not_said.map((text) => part("li", "", text)))));
    this.el = html("div", { class: "kc-card kc-panel" }, this.trouble, this.sentence, flows, this.reversed, section(words.layers, this.layers), folds);
  }

  move(move) {
    const { view } = this;
    const { words } = view;
    const state = part("span", "kc-move-state");
    const el = html("button", { type: "button", class: "kc-move", "data-move": move.id, "aria-pressed": "false" },
      part("span", "kc-move-title", move.title), ...(move.text ? [part("span", "kc-move-text", move.text)] : []), part("span", "kc-note", closed(move.makes)), state);
    el.addEventListener("click", () => {
      const done = view.model.get("done");
      view.set("done", done.includes(move.id) ? done.filter((id) => id !== move.id) : [...done, move.id]);
    });
    // Its arrow is lit while it is looked at.
    const look = (on) => view.field.look(on && view.field.edges.get(move.key).aim > 0 ? { key: move.key } : null);
    el.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && look(true));
    el.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && look(false));
    el.addEventListener("focus", () => el.matches(":focus-visible") && look(true));
    el.addEventListener("blur", () => look(false));
    this.moves.set(move.id, { el, state, undo: words.undo });
    return el;
  }

  update(changes) {
    const { model, drawn, words } = this.view;
    if (changes.has("trouble")) this.complain(model.get("trouble"));
    if (changes.has("done")) {
      const done = new Set(model.get("done"));
      for (const [id, { el, state, undo }] of this.moves) {
        el.setAttribute("aria-pressed", String(done.has(id)));
        state.textContent = done.has(id) ? undo : "";
      }
    }
    if (!changes.has("said")) return;
    const said = model.get("said");
    this.sentence.textContent = said.sentence ?? "";
    this.reversed.textContent = said.reversed ?? "";
    const [inward, outward] = said.flows ?? [0, 0];
    const most = Math.max(inward, outward, 1e-9);
    this.flows.in.style.transform = `scaleX(${(inward / most).toFixed(3)})`;
    this.flows.out.style.transform = `scaleX(${(outward / most).toFixed(3)})`;
    const names = new Map(drawn.layers.map((layer) => [layer.id, layer.name]));
    this.layers.replaceChildren(...(said.layers ?? []).flatMap(([id, text]) => [part("dt", "", names.get(id)), part("dd", "", text)]));
    this.quarters.replaceChildren(...(said.quarters ?? []).flatMap(([name, who]) => [part("dt", "", name), part("dd", "", capital(who))]));
    if (!said.quarters?.length) this.quarters.append(part("dd", "", words.nothing));
  }

  complain({ sentence, label, detail } = {}) {
    this.trouble.hidden = !sentence;
    if (sentence) this.trouble.replaceChildren(part("p", "", sentence), html("details", {}, part("summary", "", label), part("pre", "", detail)));
  }
}

function section(title, ...inside) {
  return html("div", { class: "kc-section" }, part("h3", "kc-h", title), ...inside);
}

function folded(label, ...inside) {
  return html("details", { class: "kc-fold" }, part("summary", "", label), ...inside);
}

// --- circumstances --------------------------------------------------------------------------------------------------

class Circumstances {
  constructor(view) {
    this.view = view;
    const { drawn, words } = view;
    this.sliders = new Map();
    this.rows = new Map();
    this.sentence = part("p", "kc-said");
    this.bars = html("ul", { class: "kc-rows" }, ...Object.entries(drawn.outcomes).map(([id, name]) => this.row(id, name)));
    this.bars.append(html("li", { class: "kc-row kc-scale", "aria-hidden": "true" }, html("span", {}, part("span", "", words.less), part("span", "", words.more))));
    this.note = part("p", "kc-note", words.direction);
    const state = html("ul", { class: "kc-list" }, ...drawn.sliders.map((spec) => part("li", "", closed(`${spec.name}: ${spec.text} ${capital(spec.from)}`.replace("  ", " ")))));
    const links = html("ul", { class: "kc-list" }, ...drawn.links.map(([title, how, from]) => part("li", "", closed(`${title}. ${how} ${capital(words.assumed)}; ${from}`.replace("  ", " ")))));
    const sliders = html("div", { class: "kc-sliders" }, ...drawn.sliders.map((spec) => this.slider(spec)));
    this.el = html("div", { class: "kc-card kc-circumstances", hidden: !drawn.sliders.length },
      html("div", {}, part("h3", "kc-h", words.conditions), part("p", "kc-note kc-lead", words.conditions_note), sliders),
      html("div", {}, part("h3", "kc-h", words.outcome), this.sentence, this.bars, this.note,
        html("div", { class: "kc-folds" }, folded(words.state, state), drawn.links.length ? folded(words.links, links) : null)));
  }

  slider(spec) {
    const { view } = this;
    const id = unique("slider");
    const name = part("label", "kc-slider-name", spec.name);
    name.setAttribute("for", id);
    const ends = html("span", { class: "kc-ends", id: `${id}-ends` }, part("span", "", spec.low), part("span", "", spec.high));
    const input = html("input", { type: "range", id, min: 0, max: 1, step: STEP, "aria-describedby": `${id}-ends`, "data-concept": spec.id });
    const mark = html("span", { class: "kc-mark", "aria-hidden": "true" });
    mark.style.setProperty("--at", spec.value);
    const release = part("button", "kc-release", view.words.release);
    release.type = "button";
    release.setAttribute("aria-label", fill(view.words.release_of, { name: spec.name }));
    release.addEventListener("click", () => {
      const { [spec.id]: _, ...rest } = view.model.get("clamps");
      view.set("clamps", rest);
      input.focus({ preventScroll: true });
    });
    input.addEventListener("input", () => view.slid(spec.id, Number(input.value)));
    const el = html("div", { class: "kc-slider" }, name, release, html("span", { class: "kc-range" }, mark, input), ends);
    this.sliders.set(spec.id, { spec, el, input, release });
    return el;
  }

  row(id, name) {
    const bar = html("span", { class: "kc-change" });
    const words = part("span", "kc-row-words");
    const el = html("li", { class: "kc-row" }, part("span", "kc-row-name", name), html("span", { class: "kc-zero", "aria-hidden": "true" }, bar), words);
    this.rows.set(id, { bar, words });
    return el;
  }

  update(changes) {
    const { model } = this.view;
    if (changes.has("clamps")) {
      const clamps = model.get("clamps");
      for (const [id, { spec, el, input, release }] of this.sliders) {
        const value = clamps[id] ?? spec.value;
        if (Number(input.value) !== value) input.value = value;
        const far = this.view.drawn.limits.filter((limit) => Math.abs(2 * value - 1) >= limit).length;
        input.setAttribute("aria-valuetext", spec.places[value < 0.5 ? 0 : 1][far]);
        el.classList.toggle("kc-held", id in clamps);
        release.hidden = !(id in clamps);
      }
    }
    if (!changes.has("outcome")) return;
    const { sentence, rows } = model.get("outcome");
    this.sentence.textContent = sentence ?? "";
    const there = new Map((rows ?? []).map(([id, ...rest]) => [id, rest]));
    for (const node of [this.bars, this.note]) node.hidden = there.size === 0;
    for (const [id, { bar, words }] of this.rows) {
      const [share, text] = there.get(id) ?? [0, ""];
      bar.style.transform = `scaleX(${share.toFixed(3)})`;
      words.textContent = text;
    }
  }
}

// --- the view -------------------------------------------------------------------------------------------------------

const TRAITS = ["drawn", "clamps", "done", "said", "outcome", "trouble"];

class ContextView {
  constructor(model, el) {
    this.model = model;
    this.root = html("div", { class: "kit-context", "data-lm-suppress-shortcuts": "true" });
    this.cleanup = [];
    el.append(this.root);
    for (const name of TRAITS) {
      const heard = () => this.changed(name);
      model.on(`change:${name}`, heard);
      this.cleanup.push(() => model.off(`change:${name}`, heard));
    }
    this.sizes = new ResizeObserver(() => {
      cancelAnimationFrame(this.measuring);
      this.measuring = requestAnimationFrame(() => this.field.measured());
    });
    this.build();
  }

  remove() {
    for (const undo of this.cleanup) undo();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.sending);
    cancelAnimationFrame(this.measuring);
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
    this.drawn = this.model.get("drawn");
    this.words = this.drawn.words;
    this.field = new Field(this);
    this.panel = new Panel(this);
    this.circumstances = new Circumstances(this);
    this.live = html("div", { class: "kc-hidden", role: "status", "aria-live": "polite" });
    this.root.lang = this.drawn.lang;
    this.root.replaceChildren(html("div", { class: "kc-grid" }, this.field.el, this.panel.el, this.panel.movesEl, this.circumstances.el), this.live);
    this.sizes.disconnect();
    this.sizes.observe(this.field.area);
    this.sizes.observe(this.field.you.el.firstChild);
    this.field.name();
    this.update(new Set(TRAITS), true);
    this.field.light();
  }

  update(changes, fresh = false) {
    if (changes.has("said")) this.field.update();
    this.panel.update(changes);
    this.circumstances.update(changes);
    if (!fresh && (changes.has("said") || changes.has("outcome"))) this.tell(this.model.get(changes.has("said") ? "said" : "outcome").sentence);
    if (changes.has("said")) this.go(fresh ? 0 : EASE);
  }

  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  // A slider was moved: told once a frame.
  slid(id, value) {
    this.held = { ...this.held, [id]: value };
    this.sending ||= requestAnimationFrame(() => {
      this.sending = 0;
      const held = this.held;
      this.held = {};
      this.set("clamps", { ...this.model.get("clamps"), ...held });
    });
  }

  go(duration) {
    this.begun = performance.now();
    this.lasting = still() ? 0 : duration;
    this.field.start();
    this.frame ||= requestAnimationFrame((time) => this.draw(time));
  }

  draw(time) {
    this.frame = 0;
    const t = this.lasting ? clamp((time - this.begun) / this.lasting, 0, 1) : 1;
    this.field.step(1 - (1 - t) ** 3);
    this.field.paint();
    if (t < 1) this.frame ||= requestAnimationFrame((next) => this.draw(next));
  }

  // For a screen reader, once the learner rests.
  tell(sentence) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => (this.live.textContent = sentence), REST);
  }
}

export default {
  render({ model, el }) {
    const view = new ContextView(model, el);
    return () => view.remove();
  },
};

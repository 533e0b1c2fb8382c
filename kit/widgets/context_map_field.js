// The map itself: makes its parts, knows how strong each arrow is, and which of a crowd have a name.

class Field {
  constructor(view) {
    this.view = view;
    const { drawn, words } = view;
    this.nodes = new Map();
    this.edges = new Map();
    this.crowded = Object.keys(drawn.nodes).length > CROWD;
    this.svg = svg("svg", { class: "kp-drawing" });
    this.makeNodes();
    this.makeEdges();
    this.detail = new Detail(this);
    this.focus = new Focus(this);
    this.layout = new Layout(this);
    const title = part("h3", "kp-h", words.map, { id: unique("title") });
    const help = part("p", "kc-help", words.help, { id: unique("help") });
    this.sides = { left: html("div", { class: "kc-side" }), right: html("div", { class: "kc-side" }) };
    this.area = html("div", { class: "kc-area", role: "group", "aria-labelledby": title.id, "aria-describedby": help.id },
      this.svg, this.sides.left, this.you.el, this.sides.right);
    this.el = html("div", { class: "kc-field kp-surface" }, title, this.area, this.detail.el, html("div", { class: "kc-foot" }, makeLegend(view), help));
    this.el.classList.toggle("kc-crowded", this.crowded);
    this.focus.wire(this.area);
    this.name();
  }

  makeNodes() {
    const { drawn, words } = this.view;
    this.you = makeYou(words);
    this.layers = drawn.layers.map(makeLayer);
    for (const layer of this.layers) {
      for (const id of layer.nodes) {
        const node = makeParty(id, drawn.nodes[id], layer);
        layer.list.append(node.el);
        this.nodes.set(id, node);
      }
    }
    this.nodes.set(YOU, this.you);
  }

  makeEdges() {
    const { drawn } = this.view;
    for (const spec of drawn.edges) {
      const edge = makeEdge(spec, drawn.nodes);
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
    this.detail.show();
  }

  // What {id} or {key} names: a party or an arrow.
  at(what) {
    return what === null ? null : what.key ? this.edges.get(what.key) : this.nodes.get(what.id);
  }

  // In a crowd: names for those that come first and those in the pinned focus, dots for the rest. True where that changed.
  name() {
    const { nodes } = this.focus.lit(this.focus.pinned);
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
}

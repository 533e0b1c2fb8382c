// What is in focus on the map: a party or an arrow, looked at or pinned. Everything else fades.
//
// A mouse that passes over only lights; whoever comes by key or tap gets words as well.

class Focus {
  constructor(field) {
    this.field = field;
    this.looked = null; // what is looked at: {id} of a party or {key} of an arrow
    this.pinned = null;
    this.told = false; // whether what is looked at is told in words too
  }

  get target() {
    return this.looked ?? this.pinned;
  }

  // What is told in words.
  get spoken() {
    return this.looked && this.told ? this.looked : this.pinned;
  }

  same(a, b) {
    return a?.id === b?.id && a?.key === b?.key;
  }

  // `told`: also in words, as for whoever came by key; a mouse that passes over only lights.
  look(what, told = false) {
    if (this.same(what, this.looked) && told === this.told) return;
    this.looked = what;
    this.told = told;
    this.light();
    if (told) this.reveal(what);
  }

  // What is in focus scrolls out from under its own words.
  reveal(what) {
    const { el } = this.field.at(what);
    el.style.scrollMarginBottom = `${this.field.detail.el.offsetHeight + 16}px`;
    el.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
  }

  pin(what) {
    this.pinned = this.same(what, this.pinned) ? null : what;
    if (this.pinned) this.looked = null;
    this.light();
    if (this.field.crowded && this.field.name()) this.field.layout.measured();
  }

  // Who is lit: the party or the arrow in focus, and what hangs on it.
  lit(what) {
    const found = this.field.at(what);
    if (!found) return { nodes: new Set(), edges: new Set() };
    const edges = what.key ? [found] : found.edges.filter((edge) => edge.aim > 0);
    const nodes = edges.flatMap((edge) => [edge.spec.origin, edge.spec.target]);
    return { edges: new Set(edges), nodes: new Set(what.key ? nodes : [...nodes, what.id]) };
  }

  light() {
    const { nodes, edges } = this.lit(this.target);
    this.field.el.classList.toggle("kc-focus", this.target !== null);
    for (const node of this.field.nodes.values()) {
      node.el.classList.toggle("kc-lit", nodes.has(node.id));
      node.el.setAttribute("aria-pressed", String(this.pinned?.id === node.id));
    }
    for (const edge of this.field.edges.values()) {
      edge.el.classList.toggle("kc-lit", edges.has(edge));
      edge.el.setAttribute("aria-pressed", String(this.pinned?.key === edge.spec.key));
    }
    this.field.detail.show();
  }

  // --- mouse, touch, keys

  wire(area) {
    const what = (node) => {
      const edge = node?.closest?.(".kc-edge");
      if (edge) return { key: edge.dataset.key };
      const button = node?.closest?.("[data-node]");
      return button ? { id: button.dataset.node } : null;
    };
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
    const before = this.field.at(this.stop ?? null);
    before?.el.setAttribute("tabindex", "-1");
    before?.el.removeAttribute("aria-describedby");
    this.stop = what;
    const now = this.field.at(what);
    now.el.setAttribute("tabindex", "0");
    now.el.setAttribute("aria-describedby", this.field.detail.el.id);
  }

  order() {
    return [...this.field.area.querySelectorAll("[data-node]")].map((el) => el.dataset.node);
  }

  key(event, here) {
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = this.next(event.key, here);
    if (event.key === "Escape" && (this.pinned || this.looked)) {
      if (this.pinned) this.pin(this.pinned);
      this.look(null);
    } else if ((event.key === "Enter" || event.key === " ") && here.key) {
      this.pin(here);
    } else if (to) {
      this.field.at(to).el.focus({ preventScroll: true });
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
    const home = here.id ?? this.home ?? this.field.at(here).spec.origin;
    const at = order.indexOf(home);
    const party = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[key];
    if (party !== undefined) return { id: order[clamp(party, 0, order.length - 1)] };
    const turn = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (turn === undefined) return null;
    this.home = home;
    const edges = this.field.nodes.get(home).edges.filter((edge) => edge.aim > 0);
    const stops = [{ id: home }, ...edges.map((edge) => ({ key: edge.spec.key }))];
    const now = stops.findIndex((stop) => this.same(stop, here));
    return stops[(now + turn + stops.length) % stops.length];
  }
}

// Where everything of the map goes: far layers left, near ones right, the professional between them.

const TWO_SIDED = 34; // em of width from which parties stand on both sides

class Layout {
  constructor(field) {
    this.field = field;
    this.box = null; // of the professional: cx, cy, wide, high
  }

  // Sizes may have changed: the width, the type size, or who has a name.
  measured() {
    const { field } = this;
    this.em = parseFloat(getComputedStyle(field.area).fontSize);
    this.width = field.area.clientWidth;
    if (!this.width) return;
    const two = this.width >= TWO_SIDED * this.em;
    if (two !== this.two) this.deal(two);
    const base = field.area.getBoundingClientRect();
    this.height = base.height;
    for (const node of field.nodes.values()) {
      const box = node.el.getBoundingClientRect();
      if (node.id === YOU) continue;
      node.side = field.sides.right.contains(node.el) ? 1 : -1;
      const column = field.sides[node.side < 0 ? "left" : "right"].getBoundingClientRect();
      node.x = (node.side < 0 ? column.right : column.left) - base.left;
      node.y = box.top + box.height / 2 - base.top;
      node.row = box.height;
      node.dotX = box.left + box.width / 2 - base.left;
    }
    this.spread();
    this.middle();
    field.view.go(0);
  }

  // Far layers on the left and near ones on the right, about as many on each; on a narrow screen all on the left.
  deal(two) {
    const { area, crowded, el, focus, layers, sides } = this.field;
    this.two = two;
    el.classList.toggle("kc-two", two);
    const tall = (layer) => 1.5 + (crowded ? FIRST + Math.max(0, layer.nodes.length - FIRST) / 8 : layer.nodes.length) * 1.4;
    const total = layers.reduce((sum, layer) => sum + tall(layer), 0);
    let split = layers.length;
    if (two) {
      let before = 0;
      let best = Infinity;
      layers.forEach((layer, i) => {
        if (Math.abs(total - 2 * before) < best) [best, split] = [Math.abs(total - 2 * before), i];
        before += tall(layer);
      });
    }
    const held = area.contains(document.activeElement) ? document.activeElement : null;
    sides.left.replaceChildren(...layers.slice(0, split).map((layer) => layer.el));
    sides.right.replaceChildren(...layers.slice(split).map((layer) => layer.el));
    held?.focus({ preventScroll: true });
    if (!focus.stop && focus.order().length) focus.rove({ id: focus.order()[0] });
  }

  // Dots on one row begin their arrows a little apart.
  spread() {
    const rows = new Map();
    for (const node of this.field.nodes.values()) {
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
    const { em, two, field } = this;
    const left = field.sides.left.offsetWidth;
    const right = two ? field.sides.right.offsetWidth : 0;
    const room = this.width - left - right;
    const wide = two ? clamp(room * 0.36, 6.7 * em, 9 * em) : clamp(room * 0.5, 3.4 * em, 7 * em);
    const most = Math.max(this.height - em, wide);
    const wanted = { "-1": 0, 1: 0 };
    this.gap = em * 0.42;
    for (const edge of field.edges.values()) {
      if (!edge.direct) continue;
      const other = field.nodes.get(edge.spec.origin === YOU ? edge.spec.target : edge.spec.origin);
      // As thick as it can become: the professional keeps one size, whatever is done.
      wanted[other.side] += this.thick(edge.spec.most, 1) + this.gap;
    }
    const need = Math.max(wanted[-1], wanted[1]) + wide * 0.2;
    const high = clamp(need, wide, most);
    this.scale = Math.min(1, high / Math.max(need, 1));
    const cx = two ? left + room / 2 : this.width - wide / 2 - 2;
    const cy = this.height / 2;
    this.box = { cx, cy, wide, high };
    Object.assign(field.you.el.style, { width: `${wide}px`, height: `${high}px`, left: `${cx - wide / 2}px`, top: `${cy - high / 2}px` });
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
}

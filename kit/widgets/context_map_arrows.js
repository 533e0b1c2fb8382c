// Paints the arrows, each as thick as it is strong. A redraw only writes attributes: nothing is made or measured.

function startArrows(field) {
  for (const edge of field.edges.values()) edge.from = edge.now ?? edge.aim;
}

function stepArrows(field, t) {
  for (const edge of field.edges.values()) {
    edge.now ??= edge.aim;
    edge.now = mix(edge.from ?? edge.now, edge.aim, t);
  }
  if (!field.layout.box) return;
  field.svg.setAttribute("viewBox", `0 0 ${num(field.layout.width)} ${num(field.layout.height)}`);
  for (const side of [-1, 1]) paintSide(field, side);
  for (const edge of field.edges.values()) {
    if (!edge.direct) paintIndirect(field, edge);
    else if (edge.now <= 0.004) blank(edge);
  }
}

// The two arrows of each party side by side, at the party and at the professional.
function paintSide({ nodes, layout }, side) {
  const parties = [...nodes.values()].filter((node) => node.side === side).sort((a, b) => a.out - b.out);
  const ports = [];
  for (const node of parties) {
    const own = node.edges.filter((edge) => edge.direct && edge.now > 0.004).sort((a) => (a.kind === "in" ? -1 : 1));
    const sizes = own.map((edge) => layout.thick(edge.now));
    const between = layout.gap * (own.length > 1 ? Math.min(1, layout.scale * 1.2) : 0);
    const height = sizes.reduce((sum, size) => sum + size, 0) + between;
    let at = node.out - height / 2;
    own.forEach((edge, i) => {
      ports.push({ edge, node, size: sizes[i], y: at + sizes[i] / 2 });
      at += sizes[i] + between;
    });
  }
  const { box } = layout;
  const sizes = ports.reduce((sum, port) => sum + port.size, 0);
  const gap = ports.length > 1 ? clamp((box.high - box.wide * 0.3 - sizes) / (ports.length - 1), layout.gap * layout.scale, layout.em * 1.1) : 0;
  const total = ports.reduce((sum, port) => sum + port.size + gap, -gap);
  let at = box.cy - total / 2;
  for (const port of ports) {
    const y = at + port.size / 2;
    at += port.size + gap;
    paintDirect(layout, port, layout.rim(y, side), y, side);
  }
}

// Between a party and the professional: from one to the other in a bend. side -1: the party stands on the left.
function paintDirect({ em }, { edge, node, size, y }, rim, yRim, side) {
  const head = size * 0.75 + em * 0.3;
  const toYou = edge.kind === "in";
  const way = -side;
  const [x1, x2] = toYou ? [node.x + way * 3, rim - way * (head + 1)] : [rim, node.x + way * (head + 3)];
  const [y1, y2] = toYou ? [y, yRim] : [yRim, y];
  const bend = num((x1 + x2) / 2);
  const d = `M${num(x1)} ${num(y1)}C${bend} ${num(y1)} ${bend} ${num(y2)} ${num(x2)} ${num(y2)}`;
  paintArrow(edge, d, { size, head, em, x: x2, y: y2, way: (toYou ? 1 : -1) * way });
}

// Between two others: through the middle to the other side, or in a bow on one side.
function paintIndirect({ nodes, layout }, edge) {
  const { em, box } = layout;
  const a = nodes.get(edge.spec.origin);
  const b = nodes.get(edge.spec.target);
  const size = layout.thick(edge.now) * 0.6;
  if (!size) return blank(edge);
  const head = size * 0.75 + em * 0.3;
  const way = -b.side;
  const x1 = a.x - a.side * 3;
  const x2 = b.x + way * (head + 3);
  const out = a.side === b.side ? Math.min(Math.abs(box.cx - b.x) - box.wide / 2, em * 2 + Math.abs(a.out - b.out) * 0.35) : Math.abs(x2 - x1) * 0.6;
  const d = `M${num(x1)} ${num(a.out)}C${num(x1 - a.side * out)} ${num(a.out)} ${num(x2 + way * out)} ${num(b.out)} ${num(x2)} ${num(b.out)}`;
  paintArrow(edge, d, { size, head, em, x: x2, y: b.out, way: -way });
}

// An arrow along `d`: its head begins at x, y and points `way`; around it what can be hit, and what shows the focus.
function paintArrow(edge, d, { size, head, em, x, y, way }) {
  const half = size / 2 + em * 0.22;
  const tip = `${num(x + way * head)} ${num(y)}`;
  edge.line.setAttribute("d", d);
  edge.line.setAttribute("stroke-width", num(size));
  edge.halo.setAttribute("d", d);
  edge.halo.setAttribute("stroke-width", num(size + em * 0.4));
  edge.hit.setAttribute("d", `${d}L${tip}`);
  edge.hit.setAttribute("stroke-width", num(Math.max(size, Math.min(24, em * 1.1))));
  edge.head.setAttribute("d", `M${num(x)} ${num(y - half)}L${tip}L${num(x)} ${num(y + half)}z`);
}

function blank(edge) {
  for (const shape of [edge.line, edge.halo, edge.hit, edge.head]) shape.setAttribute("d", "");
}

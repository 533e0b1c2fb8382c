// Paints one topic: the axis with what can be honoured, arcs for what clashes, and each expectation with its stem.

function paintLine(line) {
  const { em, width, inset, svg: sheet, view } = line;
  const { axis: y, height } = line.now;
  line.area.style.height = `${num(height)}px`;
  sheet.setAttribute("viewBox", `0 0 ${width} ${num(height)}`);
  const { lit, ghost } = view;
  const faded = (...keys) => (lit && line.marks.has(lit) && !keys.includes(lit) ? "ke-faded" : "");
  const tick = em * 0.32;
  const nodes = [...bands(line, y), svg("path", { class: "ke-axis", d: axisPath(inset, width, y, tick, tick * 0.6) })];
  for (const one of line.arcs()) {
    const [a, b] = [line.marks.get(one[0]), line.marks.get(one[1])];
    if (!a.now || !b.now) continue;
    nodes.push(svg("g", { class: faded(one[0], one[1]), "data-arc": `${one[0]} ${one[1]}` },
      ...arc(line.x(a.now.x), a.mark.status, line.x(b.now.x), b.mark.status, y + em * 0.2, line.depth(one) - em * 0.2, em * (0.09 + 0.3 * one[2]))));
  }
  for (const drawn of line.marks.values()) {
    const { now, w, pill } = drawn;
    if (!now) continue; // it has come, and gets its place in a moment
    const fade = faded(drawn.mark.key);
    nodes.push(markSign(line, drawn, y, fade));
    pill.style.transform = `translate(${Math.round(clamp(now.left, 0, width - w))}px, ${Math.round(now.top)}px)`;
    pill.classList.toggle("ke-faded", fade !== "");
  }
  if (ghost?.topic === line.spec.id) for (const p of ghost.at) nodes.push(svg("path", { class: "ke-ghost", d: `M${tidy(line.x(p))} ${y - em}v${2 * em}` }));
  sheet.replaceChildren(...nodes);
}

// From a name to its place on the axis, and on to where it is thought to be, if that is somewhere else.
function markSign(line, { mark, now, h, person }, y, fade) {
  const { em } = line;
  const x = line.x(now.x);
  const group = tinted(svg("g", { class: fade }), person);
  const end = mark.back ? now.top : now.top + h;
  group.append(svg("path", { class: "ke-stem", "stroke-width": tidy(em * (0.06 + 0.34 * mark.strength)), d: `M${tidy(x)} ${tidy(end)}V${tidy(y)}` }));
  if (mark.believed !== null) {
    const [at, sunk, r] = [line.x(mark.believed), y + line.gaps.get(mark.key) * em * 0.62, em * 0.3];
    const edge = at > x ? at - r : at + r;
    group.append(svg("path", { class: "ke-gap", d: `M${tidy(x)} ${tidy(y)}V${tidy(sunk)}H${tidy(edge)}` }), svg("circle", { class: "ke-ring", cx: tidy(at), cy: tidy(sunk), r: tidy(r) }));
  }
  group.append(svg("circle", { class: "ke-place", cx: tidy(x), cy: tidy(y), r: tidy(em * (0.13 + 0.14 * mark.strength)) }));
  return group;
}

// What can be honoured: equal ranges are one band; a limit that was told has an edge.
function bands(line, y) {
  const told = new Map();
  for (const { mark } of line.marks.values()) {
    if (!mark.feasible) continue;
    const key = mark.feasible.join(" ");
    told.set(key, { range: mark.feasible, limited: mark.limited || Boolean(told.get(key)?.limited) });
  }
  const high = line.em * 0.42;
  return [...told.values()].map(({ range: [from, to], limited }) => svg("rect", {
    class: limited ? "ke-band ke-told" : "ke-band", x: tidy(line.x(from) - 3), y: tidy(y - high), rx: 4, width: tidy(line.x(to) - line.x(from) + 6), height: tidy(2 * high),
  }));
}

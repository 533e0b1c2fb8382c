// The signs of the map: how it is seen whether something was said, is assumed, or is left unsaid.

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

// What the signs mean.
function makeLegend({ statuses, legends, legend }) {
  const sample = (...nodes) => svg("svg", { class: "ke-sample", viewBox: "0 0 30 16", "aria-hidden": "true" }, ...nodes);
  const signs = {
    ring: sample(svg("path", { class: "ke-gap", d: "M2 8H17" }), svg("circle", { class: "ke-ring", cx: 22, cy: 8, r: 5 })),
    arc: sample(...arc(2, "spoken", 28, "unspoken", 3, 10, 2.4)),
    band: sample(svg("rect", { class: "ke-band", x: 1, y: 3, width: 28, height: 10, rx: 4 }), svg("path", { class: "ke-axis", d: "M0 8H30" })),
    weight: sample(svg("path", { class: "ke-stem", d: "M8 2V14", "stroke-width": 2 }), svg("path", { class: "ke-stem", d: "M20 2V14", "stroke-width": 7 })),
  };
  const row = (sign, text) => html("li", {}, sign, part("span", "", text));
  return html("ul", { class: "ke-legend", "aria-label": legend },
    ...Object.entries(statuses).map(([status, text]) => row(balloon(status), text)),
    ...Object.entries(legends).map(([name, text]) => row(signs[name], text)));
}

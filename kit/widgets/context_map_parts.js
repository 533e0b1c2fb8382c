// The parties of the map in their layers, the arrows between them, and the professional in the middle.
//
// Names are HTML (measured, focusable, wrapping); arrows are one SVG beneath them.

const YOU = "you";
const CROWD = 16; // with more parties than this, most of them are dots until they are in focus
const FIRST = 2; // of a crowd, how many in each layer keep their name

// A party that is named, or the professional: {id, el, edges}.
function makeYou(words) {
  const el = html("button", { type: "button", class: "kc-you", "aria-label": `${words.you}, ${words.professional}`, "data-node": YOU, tabindex: "-1" },
    part("span", "kc-you-name", words.you), part("span", "kc-you-role", words.professional));
  return { id: YOU, edges: [], el };
}

function makeParty(id, spec, layer) {
  const el = tinted(html("button", { type: "button", class: "kc-node", title: spec.name, "data-node": id, tabindex: "-1" },
    html("span", { class: "kp-dot", "aria-hidden": "true" }), part("span", "kc-name", spec.name)), spec);
  return { id, spec, el, edges: [], layer };
}

function makeLayer(layer) {
  const list = html("div", { class: "kc-nodes" });
  const name = part("p", "kc-layer-name", layer.name, { id: unique("layer") });
  return { ...layer, list, el: html("section", { class: "kc-layer", role: "group", "aria-labelledby": name.id }, name, list) };
}

// `kind`: towards the professional, back from the professional or the team, or between others.
function makeEdge(spec, nodes) {
  const kind = spec.target === YOU ? "in" : spec.origin === YOU || nodes[spec.origin].team ? "out" : "other";
  const direct = spec.origin === YOU || spec.target === YOU;
  const shapes = { halo: svg("path", { class: "kc-halo" }), line: svg("path", { class: "kc-line" }), head: svg("path", { class: "kc-head" }), hit: svg("path", { class: "kc-hit" }) };
  const el = svg("g", { class: `kc-edge kc-${kind}${direct ? "" : " kc-indirect"}`, role: "button", tabindex: "-1", "data-key": spec.key }, ...Object.values(shapes));
  return { spec, kind, direct, el, ...shapes, now: null, aim: 0 };
}

function makeLegend({ drawn, words }) {
  const swatch = (name, text) => {
    const item = html("span", { class: "kc-key" }, html("span", { class: `kc-swatch ${name}`, "aria-hidden": "true" }));
    item.append(text);
    return item;
  };
  const others = drawn.edges.some((edge) => edge.origin !== YOU && edge.target !== YOU && !drawn.nodes[edge.origin]?.team);
  return html("p", { class: "kc-legend" }, swatch("kc-in", words.legend_in), swatch("kc-out", words.legend_out),
    others ? swatch("kc-other", words.legend_other) : null);
}

// Beside the map: what goes in and what flows back, layer by layer, and where it all comes from.

class Panel {
  constructor(view) {
    const { drawn, words } = view;
    this.view = view;
    this.trouble = new Trouble();
    this.sentence = part("p", "kp-sentence");
    this.reversed = part("p", "kc-reversed");
    this.flows = { in: html("span", { class: "kc-bar kc-in" }), out: html("span", { class: "kc-bar kc-out" }) };
    const flow = (name, text) => html("li", { class: "kc-flow" }, part("span", "", text), html("span", { class: "kc-track" }, this.flows[name]));
    const flows = html("ul", { class: "kc-flows", "aria-hidden": "true" }, flow("in", words.inward), flow("out", words.outward));
    this.layers = html("dl", { class: "kc-layers" });
    this.quarters = html("dl", { class: "kc-quarters" });
    const whence = [
      ...drawn.edges.filter((edge) => edge.strength > 0).map((edge) => `${edge.title}: ${words.assumed}; ${edge.from}`),
      ...drawn.moves.map((move) => `${move.title}: ${move.from}`),
    ];
    this.el = html("div", { class: "kc-panel kp-surface" }, this.trouble.el, this.sentence, flows, this.reversed,
      html("div", { class: "kp-section" }, part("h3", "kp-h", words.layers), this.layers),
      html("div", { class: "kp-section" }, folded(words.quarters, part("p", "kp-note", words.quarters_note), this.quarters),
        folded(words.whence, listed(whence.map(closed))), folded(words.limits, listed(words.not_said))));
  }

  update(changes) {
    const { model, drawn, words } = this.view;
    if (changes.has("trouble")) this.trouble.tell(model.get("trouble"));
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
}

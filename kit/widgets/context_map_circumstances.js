// Circumstances to try: a slider each, held until it is let go, and what that does to how is decided.

class Circumstances {
  constructor(view) {
    const { drawn, words } = view;
    this.view = view;
    this.sliders = new Map();
    this.rows = new Map();
    this.sentence = part("p", "kc-said");
    this.bars = html("ul", { class: "kc-rows" }, ...Object.entries(drawn.outcomes).map(([id, name]) => this.row(id, name)));
    this.bars.append(html("li", { class: "kc-row kc-scale", "aria-hidden": "true" }, html("span", {}, part("span", "", words.less), part("span", "", words.more))));
    this.note = part("p", "kp-note", words.direction);
    // A text of the case may be empty.
    const joined = (text) => closed(text.replace("  ", " "));
    const state = drawn.sliders.map((spec) => joined(`${spec.name}: ${spec.text} ${capital(spec.from)}`));
    const links = drawn.links.map(([title, how, from]) => joined(`${title}. ${how} ${capital(words.assumed)}; ${from}`));
    this.el = html("div", { class: "kc-circumstances kp-surface", hidden: !drawn.sliders.length },
      html("div", {}, part("h3", "kp-h", words.conditions), part("p", "kc-lead kp-note", words.conditions_note),
        html("div", { class: "kc-sliders" }, ...drawn.sliders.map((spec) => this.slider(spec)))),
      html("div", {}, part("h3", "kp-h", words.outcome), this.sentence, this.bars, this.note,
        html("div", { class: "kc-folds" }, folded(words.state, listed(state)), links.length ? folded(words.links, listed(links)) : null)));
  }

  slider(spec) {
    const { view } = this;
    const id = unique("slider");
    const name = part("label", "kc-slider-name", spec.name, { for: id });
    const ends = html("span", { class: "kc-ends", id: `${id}-ends` }, part("span", "", spec.low), part("span", "", spec.high));
    const input = html("input", { type: "range", id, min: 0, max: 1, step: STEP, "aria-describedby": ends.id, "data-concept": spec.id });
    const mark = html("span", { class: "kc-mark", "aria-hidden": "true" });
    mark.style.setProperty("--at", spec.value);
    const release = button("kc-release", view.words.release, () => {
      const { [spec.id]: _, ...rest } = view.model.get("clamps");
      view.set("clamps", rest);
      input.focus({ preventScroll: true });
    }, { "aria-label": fill(view.words.release_of, { name: spec.name }) });
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
    if (changes.has("clamps")) this.hold(model.get("clamps"));
    if (changes.has("outcome")) this.say(model.get("outcome"));
  }

  hold(clamps) {
    for (const [id, { spec, el, input, release }] of this.sliders) {
      const value = clamps[id] ?? spec.value;
      if (Number(input.value) !== value) input.value = value;
      const far = this.view.drawn.limits.filter((limit) => Math.abs(2 * value - 1) >= limit).length;
      input.setAttribute("aria-valuetext", spec.places[value < 0.5 ? 0 : 1][far]);
      el.classList.toggle("kc-held", id in clamps);
      release.hidden = !(id in clamps);
    }
  }

  say({ sentence, rows }) {
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

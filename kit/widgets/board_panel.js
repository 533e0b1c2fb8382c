// Beside the board: what is so, who comes up short, and where it all comes from.

class Panel {
  constructor(board) {
    this.board = board;
    const { words } = board;
    this.trouble = new Trouble();
    this.on = part("p", "kb-on");
    this.sentence = part("p", "kp-sentence");
    const title = part("h3", "kp-h", words.short, { id: unique("short") });
    this.bars = html("ul", { class: "kb-bars", "aria-labelledby": title.id });
    this.how = listed([]);
    this.whence = listed([]);
    this.el = html("div", { class: "kb-panel kp-surface" }, this.trouble.el, this.on, this.sentence,
      html("div", { class: "kp-section" }, title, this.bars, part("p", "kp-note", words.bars)),
      html("div", { class: "kp-section" }, folded(words.how, this.how), folded(words.whence, this.whence), folded(words.limits, listed(words.not_said))));
    this.rows = new Map();
  }

  update(changes) {
    const { model } = this.board;
    if (changes.has("trouble")) this.trouble.tell(model.get("trouble"));
    if (changes.has("said")) this.say(model.get("said"));
    if (changes.has("shown") || changes.has("told") || changes.has("moved")) this.account();
  }

  say({ on, sentence, bars }) {
    const { drawn, lines } = this.board;
    const spec = drawn.tensions.find((tension) => tension.id === on);
    this.on.textContent = lines.size > 1 && spec ? `${spec.left} – ${spec.right}` : "";
    this.sentence.textContent = sentence ?? "";
    this.measure(bars ?? []);
  }

  // Each force that is shown, line by line: what it does, and from where.
  account() {
    const { model, drawn, words, lines } = this.board;
    const shown = new Set(model.get("shown"));
    const [told, moved] = [model.get("told"), model.get("moved")];
    const grouped = (say) => drawn.tensions.flatMap((spec) => {
      const forces = drawn.forces.filter((force) => force.tension === spec.id && shown.has(force.key));
      const head = lines.size > 1 && forces.length ? [part("li", "kb-list-head", `${spec.left} – ${spec.right}`)] : [];
      return [...head, ...forces.map((force) => part("li", "", say(force)))];
    });
    this.how.replaceChildren(...grouped((force) => told[force.key] ?? force.told));
    this.whence.replaceChildren(...grouped((force) => {
      const mine = force.key in moved ? `; ${words.by_you}` : "";
      return `${drawn.actors[force.actor].name}: ${force.from}; ${words.assumed}${mine}.`;
    }));
  }

  // Bars keep their nodes, so that a change in length or order can be seen as one.
  measure(bars) {
    const before = new Map([...this.rows].map(([id, row]) => [id, row.el.offsetTop]));
    const present = new Set(bars.map(([id]) => id));
    for (const [id, row] of this.rows) if (!present.has(id)) { row.el.remove(); this.rows.delete(id); }
    let previous = null;
    for (const [id, share, text] of bars) {
      if (!this.rows.has(id)) this.rows.set(id, this.row(id));
      const row = this.rows.get(id);
      row.bar.style.transform = `translateX(${num((share - 1) * 100)}%)`;
      row.words.textContent = `: ${text}`;
      const wanted = previous ? previous.nextSibling : this.bars.firstChild;
      if (wanted !== row.el) this.bars.insertBefore(row.el, wanted);
      previous = row.el;
    }
    if (still()) return;
    for (const [id, top] of before) {
      const row = this.rows.get(id);
      const by = row ? top - row.el.offsetTop : 0;
      if (by) row.el.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { duration: EASE, easing: "ease-out" });
    }
  }

  row(id) {
    const actor = this.board.drawn.actors[id];
    const bar = html("span", { class: "kb-bar" });
    const words = part("span", "kp-hidden");
    const track = html("span", { class: "kb-track", "aria-hidden": "true" }, bar);
    return { bar, words, el: tinted(html("li", { class: "kb-row", "data-actor": id }, part("span", "kb-row-name", actor.name), track, words), actor) };
  }
}

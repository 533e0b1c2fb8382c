// Beside the map: what is so, what is still to be said, the map before and after the moves, and where it all comes from.

class Panel {
  constructor(view) {
    const { words } = view;
    this.view = view;
    this.trouble = new Trouble();
    this.sentence = part("p", "kp-sentence");
    this.agenda = new Agenda(view);
    this.sides = html("div", { class: "ke-sides" });
    this.changed = part("p", "ke-changed");
    this.last = part("p", "kp-note");
    this.undo = button("kp-button", words.undo, () => view.undo());
    this.how = listed([]);
    this.whence = listed([]);
    this.done = html("ol", { class: "kp-list" });
    this.doneFold = folded(words.done, this.done);
    this.el = html("div", { class: "ke-panel kp-surface" }, this.trouble.el, this.sentence, this.agenda.el,
      html("div", { class: "kp-section" }, part("h3", "kp-h", words.sides), this.sides, part("p", "kp-note", words.bar), this.changed,
        html("div", { class: "ke-undo" }, this.undo, this.last)),
      html("div", { class: "kp-section" }, folded(words.how, this.how), folded(words.whence, this.whence), this.doneFold, folded(words.limits, listed(words.not_said))));
  }

  update() {
    const { said, words, drawn, lines } = this.view;
    this.sentence.textContent = said.sentence ?? "";
    this.changed.textContent = said.changed ?? "";
    this.agenda.update();
    this.refillSides(said.sides ?? []);
    const done = said.done ?? [];
    this.last.textContent = done.length ? fill(words.last, { move: done.at(-1) }) : "";
    // Not `disabled`: that would drop the focus of whoever has just pressed it.
    this.undo.setAttribute("aria-disabled", String(!done.length));
    const lay = (list, texts) => list.replaceChildren(...texts.map((text) => part("li", "", text)));
    lay(this.done, done);
    this.doneFold.hidden = !done.length;
    const marks = said.marks ?? [];
    lay(this.how, marks.map((mark) => [mark.told, ...mark.lines].join(" ")));
    lay(this.whence, marks.map((mark) => `${drawn.people[mark.move[0]].name} (${lines.get(mark.move[2]).spec.question}): ${mark.from}; ${words.assumed}.`));
  }

  refillSides(sides) {
    const { words, drawn } = this.view;
    const topics = drawn.topics.filter(({ id }) => sides.some((side) => id in side.small));
    this.sides.replaceChildren(...sides.map((side, i) => {
      const bar = html("span", { class: "ke-track", "aria-hidden": "true" }, html("span", { class: "ke-open" }), html("span", { class: "ke-shut" }));
      bar.children[0].style.width = `${num((side.size - side.hidden) * 100)}%`;
      bar.children[1].style.width = `${num(side.hidden * 100)}%`;
      return html("div", { class: "ke-side", "data-side": i ? "after" : "before" }, part("h4", "", i ? words.after : words.before), this.small(topics, side.small), bar, part("p", "", side.words));
    }));
  }

  // A view as a thumbnail: the axes, the places (filled where said) and the clashes (broken where hidden).
  small(topics, views) {
    const [width, row, pad] = [200, 46, 12];
    const x = (p) => pad + ((p + 1) / 2) * (width - 2 * pad);
    const drawing = svg("svg", { class: "ke-small", viewBox: `0 0 ${width} ${Math.max(1, topics.length) * row}`, "aria-hidden": "true" });
    topics.forEach(({ id }, i) => {
      const y = i * row + 14;
      const { marks = [], arcs = [] } = views[id] ?? {};
      drawing.append(svg("path", { class: "ke-axis", d: `M${pad} ${y}H${width - pad}` }));
      for (const [a, first, b, second, size] of arcs) drawing.append(...arc(x(a), first, x(b), second, y + 3, 6 + 9 * Math.abs(a - b), 1.5 + 4 * size));
      for (const [holder, p, status] of marks) {
        drawing.append(tinted(svg("circle", { class: `ke-dot ke-dot-${status}`, cx: tidy(x(p)), cy: y, r: 5.5 }), this.view.drawn.people[holder]));
      }
    });
    return drawing;
  }
}

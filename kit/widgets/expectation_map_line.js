// One topic: an axis between two poles, and over it a name for each who expects something.
//
// Names are HTML buttons (measured, focusable); stems, rings and arcs are one SVG beneath them.

class Line {
  constructor(view, spec) {
    this.view = view;
    this.spec = spec;
    this.marks = new Map(); // key → what is drawn of an expectation
    const head = html("div", { class: "ke-axis-head", id: unique("topic") }, part("span", "ke-pole", spec.left), part("span", "ke-question", spec.question), part("span", "ke-pole", spec.right));
    this.svg = svg("svg", { class: "kp-drawing", "aria-hidden": "true" });
    this.area = html("div", { class: "ke-area" }, this.svg);
    this.el = html("section", { class: "ke-topic", role: "group", "aria-labelledby": head.id, "data-topic": spec.id }, head, this.area);
  }

  x(p) {
    return this.inset + (p + 1) * this.reach;
  }

  // Bring the names into line with what there is now; a name that stays keeps its node, and so its focus.
  hold(marks) {
    const keys = new Set(marks.map((mark) => mark.key));
    for (const [key, drawn] of this.marks) if (!keys.has(key)) { drawn.pill.remove(); this.marks.delete(key); }
    for (const mark of marks) {
      let drawn = this.marks.get(mark.key);
      if (!drawn) this.marks.set(mark.key, (drawn = this.made(mark)));
      drawn.mark = mark;
      drawn.w = 0;
      this.refresh(drawn);
    }
    // Tab order follows the axis, from left to right.
    const sorted = [...this.marks.values()].sort((a, b) => a.mark.back - b.mark.back || a.mark.position - b.mark.position);
    if (!this.area.contains(document.activeElement)) this.area.append(...sorted.map((drawn) => drawn.pill));
  }

  made(mark) {
    const { people } = this.view.drawn;
    const person = people[mark.move[0]];
    // Whoever expects something back may do so of several: then the name alone would not tell them apart.
    const label = mark.back ? `${person.name} → ${people[mark.move[1]].name}` : person.name;
    const name = part("span", "kp-name", label);
    const told = part("span", "kp-hidden");
    const pill = tinted(html("button", { type: "button", class: "ke-pill kp-pill", title: label, "data-key": mark.key, "aria-expanded": "false" }), person);
    pill.addEventListener("click", () => this.view.card.toggle(mark.key));
    for (const [event, key] of [["pointerenter", mark.key], ["focus", mark.key], ["pointerleave", null], ["blur", null]]) {
      pill.addEventListener(event, () => this.view.light(key));
    }
    return { mark, person, pill, name, told, now: null };
  }

  refresh({ mark, pill, name, told }) {
    told.textContent = `. ${[mark.told, ...mark.lines].join(" ")}`;
    pill.replaceChildren(balloon(mark.status), name, told);
    pill.style.borderWidth = `${tidy(1.5 + 2 * mark.strength)}px`;
  }

  // --- what clashes

  arcs() {
    return (this.view.said.arcs ?? []).filter((one) => this.marks.has(one[0]) && this.marks.has(one[1]));
  }

  depth([one, other]) {
    return this.em * (0.9 + 1.5 * Math.abs(this.marks.get(one).mark.position - this.marks.get(other).mark.position));
  }

  // --- motion

  start() {
    this.from = this.now ?? { ...this.aim };
    for (const drawn of this.marks.values()) drawn.from = drawn.now ?? { ...drawn.aim };
  }

  // One frame on the way from where things were to where they go; t = 1 is there.
  step(t) {
    if (!this.aim) return;
    const between = (from, to) => Object.fromEntries(Object.keys(to).map((name) => [name, mix(from[name], to[name], t)]));
    this.now = between(this.from, this.aim);
    for (const drawn of this.marks.values()) if (drawn.aim) drawn.now = between(drawn.from ?? drawn.aim, drawn.aim);
    paintLine(this);
  }
}

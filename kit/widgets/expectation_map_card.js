// The card of one expectation, under its topic: what is expected and how one knows, and the moves that can be tried.

class Card {
  constructor(view) {
    this.view = view;
    this.key = null; // whose card is open
  }

  toggle(key) {
    if (this.key === key) this.close(true);
    else this.open(key);
  }

  open(key) {
    this.close(false);
    this.key = key;
    this.line = this.view.lines.get(this.view.mark(key).move[2]);
    this.pill = this.line.marks.get(key).pill;
    this.write();
    this.line.area.after(this.el);
    this.pill.setAttribute("aria-expanded", "true");
    this.view.light(key);
    this.el.focus({ preventScroll: true });
    this.el.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
  }

  // After a move the card says what is so now; focus stays in it if it was there.
  refresh() {
    if (!this.key) return;
    if (!this.view.mark(this.key)) return this.close(false);
    const before = this.el;
    const held = before.contains(document.activeElement);
    this.view.ghost = null;
    this.write();
    before.replaceWith(this.el);
    if (held) this.el.focus({ preventScroll: true });
  }

  close(back) {
    if (!this.key) return;
    this.key = null;
    this.view.ghost = null;
    this.el.remove();
    this.pill.setAttribute("aria-expanded", "false");
    this.pill.removeAttribute("aria-controls");
    this.view.light(null);
    this.view.repaint();
    if (back) this.pill.focus({ preventScroll: true });
  }

  // --- what stands on it

  write() {
    const { view } = this;
    const { words } = view;
    const mark = view.mark(this.key);
    const person = view.drawn.people[mark.move[0]];
    const head = html("p", { class: "kp-card-name" }, balloon(mark.status), part("span", "", person.name), part("span", "ke-status", words.statuses[mark.status]));
    this.el = tinted(html("section", { class: "ke-card kp-card", id: unique("card"), tabindex: "-1", "aria-label": person.name, "data-key": mark.key }, head), person);
    if (mark.why) this.el.append(part("p", "ke-card-why", mark.why));
    this.el.append(part("p", "", mark.told), ...mark.lines.map((line) => part("p", "", line)),
      part("p", "kp-note", `${words.direction}: ${mark.from}. ${words.thickness}: ${words.assumed}.`), ...this.moves(mark));
    this.pill.setAttribute("aria-controls", this.el.id);
  }

  // A button for each move that can be tried now; one that asks for more opens its form.
  moves(mark) {
    const { view } = this;
    const { words } = view;
    const asks = { adjust: true, contradict: true, limit: !mark.feasible };
    const form = html("div", { class: "ke-card-form" });
    const open = (kind) => {
      for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.move === kind && asks[kind]));
      form.replaceChildren(...FORMS[kind](view, mark));
      view.ghost = null;
      view.repaint();
      form.querySelector("input")?.focus({ preventScroll: true });
    };
    const buttons = mark.can.map((kind) => button("kp-button", words.moves[kind], () => {
      if (asks[kind]) open(kind);
      else view.move(kind, mark, ...(kind === "limit" ? mark.feasible : []));
    }, { title: words.explained[kind], "data-move": kind }));
    return [html("div", { class: "ke-card-buttons" }, ...buttons, button("ke-close kp-button", words.close, () => this.close(true))), form];
  }
}

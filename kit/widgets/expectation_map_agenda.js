// What there is still to talk about: the gravest first, each with the conversation to have.

const ROWS = 3; // rows of the agenda before the rest is folded

class Agenda {
  constructor(view) {
    this.view = view;
    this.title = part("h3", "kp-h", view.words.agenda, { id: unique("agenda"), tabindex: "-1" });
    this.list = html("ul", { class: "ke-agenda", "aria-labelledby": this.title.id });
    this.all = button("ke-all kp-link", "", () => {
      this.whole = !this.whole;
      this.update();
    });
    this.el = html("div", { class: "kp-section" }, this.title, this.list, this.all);
  }

  update() {
    const { view } = this;
    const { words } = view;
    const rows = view.said.agenda ?? [];
    const held = this.list.contains(document.activeElement);
    const at = held ? [...this.list.children].indexOf(document.activeElement.closest("li")) : -1;
    const shown = this.whole ? rows : rows.slice(0, ROWS);
    this.list.replaceChildren(...shown.map((row) => this.row(row)));
    if (!rows.length) this.list.append(part("li", "kp-note", words.nothing));
    this.all.hidden = rows.length <= ROWS;
    this.all.textContent = this.whole ? words.fewer : words.all;
    if (!held) return;
    view.lit = null;
    const next = this.list.children[Math.min(at, shown.length - 1)]?.querySelector("button");
    (next ?? this.title).focus({ preventScroll: true });
  }

  row(row) {
    const { view } = this;
    const text = part("p", "", row.text, { id: unique("row") });
    const act = button("ke-move kp-button", view.words.moves[row.kind], () => {
      const mark = view.mark(row.key);
      view.move(row.kind, mark, ...(row.kind === "limit" ? mark.feasible : []));
    }, { "aria-describedby": text.id });
    const item = html("li", { class: "ke-row", "data-kind": row.kind, "data-for": row.key }, act, text);
    for (const [event, key] of [["pointerenter", row.key], ["focusin", row.key], ["pointerleave", null], ["focusout", null]]) {
      item.addEventListener(event, () => view.light(key));
    }
    return item;
  }
}

// Draws the expectation map, one addressee a view, and tells Python which conversations the learner tried. What anything
// means is worked out in Python and arrives in `said`.

const TRAITS = ["drawn", "said", "trouble"];

class MapView extends View {
  constructor(model, el) {
    super(model, el, "kit-expect", TRAITS);
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.card.key) return;
      event.stopPropagation();
      this.card.close(true);
    });
  }

  make() {
    this.card = new Card(this);
    this.lit = null; // the expectation that stands out
    this.ghost = null; // where a move would put something: {topic, at}
    this.lines = new Map(this.drawn.topics.map((spec) => [spec.id, new Line(this, spec)]));
    this.title = part("h3", "ke-title");
    this.switchState = null;
    this.switch = html("div", { class: "ke-switch", role: "group", "aria-label": this.words.switch });
    this.topics = html("div", { class: "ke-topics" }, ...[...this.lines.values()].map((line) => line.el));
    this.probe = html("div", { class: "kp-probe", "aria-hidden": "true" });
    const field = html("div", { class: "ke-field kp-surface" }, html("div", { class: "ke-head" }, this.title, this.switch), this.topics,
      makeLegend(this.words), part("p", "ke-help", this.words.help), this.probe);
    this.panel = new Panel(this);
    return { parts: [field, this.panel.el], sized: [this.topics, this.probe] };
  }

  update(changes, fresh = false) {
    if (changes.has("trouble")) this.panel.trouble.tell(this.model.get("trouble"));
    if (!changes.has("said")) return;
    this.said = this.model.get("said");
    this.title.textContent = this.said.title ?? "";
    this.refillSwitch();
    this.panel.update();
    for (const [id, line] of this.lines) {
      const marks = (this.said.marks ?? []).filter((mark) => mark.move[2] === id);
      line.el.hidden = !marks.length;
      line.hold(marks);
    }
    this.card.refresh();
    if (!fresh) this.tell(() => `${this.said.sentence} ${this.said.changed}`);
    this.relay(EASE);
  }

  // Whose view is open.
  refillSwitch() {
    const open = this.model.get("addressee");
    const state = JSON.stringify([this.said.people, open]);
    if (state === this.switchState) return;
    this.switchState = state;
    const held = this.switch.contains(document.activeElement) ? document.activeElement.dataset.person : null;
    this.switch.hidden = this.said.people.length < 2;
    this.switch.replaceChildren(...this.said.people.map(([id, name]) => tinted(
      button("ke-person", name, () => this.open(id), { "data-person": id, "aria-pressed": String(id === open) }),
      this.drawn.people[id] ?? { light: "", dark: "" },
    )));
    if (held) [...this.switch.children].find((one) => one.dataset.person === held)?.focus({ preventScroll: true });
  }

  // --- what the learner does

  open(id) {
    if (id === this.model.get("addressee")) return;
    this.card.close(false);
    this.set("addressee", id);
  }

  move(kind, mark, ...more) {
    this.set("moves", [...this.model.get("moves"), [kind, ...mark.move, ...more]]);
  }

  undo() {
    const moves = this.model.get("moves");
    if (moves.length) this.set("moves", moves.slice(0, -1));
  }

  mark(key) {
    return (this.said.marks ?? []).find((mark) => mark.key === key);
  }

  // --- drawing

  get shown() {
    return [...this.lines.values()].filter((line) => !line.el.hidden);
  }

  relay(duration) {
    for (const line of this.shown) layOut(line);
    this.go(duration);
  }

  start() {
    for (const line of this.shown) if (line.aim) line.start();
  }

  step(t) {
    for (const line of this.shown) if (line.aim) line.step(t);
  }

  // Sizes may have changed: the width, or the type size.
  measured() {
    const size = `${this.topics.clientWidth} ${this.probe.clientWidth}`;
    if (size === this.size) return;
    this.size = size;
    this.relay(0);
  }

  repaint() {
    for (const line of this.shown) if (line.now) paintLine(line);
  }

  // One expectation and its clashes stand out while it is pointed at.
  light(key) {
    const lit = key ?? this.card.key;
    if (lit === this.lit) return;
    this.lit = lit;
    this.repaint();
  }
}

export default widget(MapView);

// Draws the context map, fades what is not in focus, and lets circumstances be tried. Python is told which sliders are
// held and which moves are made, and answers what that means.

const TRAITS = ["drawn", "clamps", "done", "said", "outcome", "trouble"];

class ContextView extends View {
  constructor(model, el) {
    super(model, el, "kit-context", TRAITS);
    this.held = {}; // sliders that were moved, of which Python is yet to be told
  }

  remove() {
    super.remove();
    cancelAnimationFrame(this.sending);
    cancelAnimationFrame(this.measuring);
  }

  make() {
    this.field = new Field(this);
    this.panel = new Panel(this);
    this.moves = new Moves(this);
    this.circumstances = new Circumstances(this);
    return {
      parts: [this.field.el, html("div", { class: "kc-beside" }, this.panel.el), this.moves.el, this.circumstances.el],
      sized: [this.field.area, this.field.you.el.firstChild],
    };
  }

  build() {
    super.build();
    this.field.focus.light();
  }

  update(changes, fresh = false) {
    if (changes.has("said")) this.field.update();
    this.panel.update(changes);
    this.moves.update(changes);
    this.circumstances.update(changes);
    const heard = ["said", "outcome"].find((trait) => changes.has(trait));
    if (!fresh && heard) this.tell(() => this.model.get(heard).sentence);
    if (changes.has("said")) this.go(fresh ? 0 : EASE);
  }

  // A slider was moved: told once a frame.
  slid(id, value) {
    this.held = { ...this.held, [id]: value };
    this.sending ||= requestAnimationFrame(() => {
      this.sending = 0;
      const { held } = this;
      this.held = {};
      this.set("clamps", { ...this.model.get("clamps"), ...held });
    });
  }

  // Sizes may have changed; in a frame of its own, since to measure a crowd may change sizes again.
  measured() {
    cancelAnimationFrame(this.measuring);
    this.measuring = requestAnimationFrame(() => this.field.layout.measured());
  }

  start() {
    startArrows(this.field);
  }

  step(t) {
    stepArrows(this.field, t);
  }
}

export default widget(ContextView);

// A view of a picture: follows the model, moves what is drawn to where it aims, and tells a screen reader.
//
// A picture extends View with `make` (what is on the page, and whose size to watch), `update` (after a change, or `fresh`
// after all was made), `measured` (a size changed), and for its motion `start` and `step`.

class View {
  // `name` is the class of its root; `traits` are those whose change it follows.
  constructor(model, el, name, traits) {
    this.model = model;
    this.traits = traits;
    this.root = html("div", { class: `kit-picture ${name}`, "data-lm-suppress-shortcuts": "true" });
    this.changes = new Set();
    this.cleanup = [];
    el.append(this.root);
    for (const trait of traits) {
      const heard = () => this.changed(trait);
      model.on(`change:${trait}`, heard);
      this.cleanup.push(() => model.off(`change:${trait}`, heard));
    }
    this.sizes = new ResizeObserver(() => this.measured());
  }

  remove() {
    for (const undo of this.cleanup) undo();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.telling);
  }

  // --- the model

  // Several traits may change in one message: all are looked at together, in a microtask.
  changed(trait) {
    if (this.changes.size === 0) queueMicrotask(() => this.flush());
    this.changes.add(trait);
  }

  flush() {
    if (this.changes.size === 0) return;
    const { changes } = this;
    this.changes = new Set();
    if (changes.has("drawn")) this.build();
    else this.update(changes);
  }

  build() {
    this.drawn = this.model.get("drawn");
    this.words = this.drawn.words;
    const { parts, sized } = this.make();
    this.live = html("div", { class: "kp-hidden", role: "status", "aria-live": "polite" });
    this.root.lang = this.drawn.lang;
    this.root.replaceChildren(html("div", { class: "kp-grid" }, ...parts), this.live);
    this.sizes.disconnect();
    for (const node of sized) this.sizes.observe(node);
    this.update(new Set(this.traits), true);
  }

  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  // --- motion

  // What is drawn goes from where it is to where it aims, in `duration` ms.
  go(duration) {
    this.begun = performance.now();
    this.lasting = still() ? 0 : duration;
    this.start();
    this.wake();
  }

  wake() {
    this.frame ||= requestAnimationFrame((time) => this.draw(time));
  }

  draw(time) {
    this.frame = 0;
    const t = this.lasting ? clamp((time - this.begun) / this.lasting, 0, 1) : 1;
    this.step(1 - (1 - t) ** 3);
    if (t < 1) this.wake();
  }

  // --- words

  // For a screen reader, once the learner rests; `say` is asked what is so by then.
  tell(say) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => (this.live.textContent = say()), REST);
  }
}

// What anywidget asks of a module: to put a picture on the page, and a way to take it off again.
function widget(Shown) {
  return {
    render({ model, el }) {
      const view = new Shown(model, el);
      view.build();
      return () => view.remove();
    },
  };
}

// A force on a line: a pill with a name, a rope to the knot, and a stem to the place that it pulls to.

class Pull {
  constructor(line, force) {
    const { board } = line;
    this.line = line;
    this.force = force;
    this.actor = board.drawn.actors[force.actor];
    this.now = null; // what is on screen: toward, strength, left, top, seen
    this.aim = {}; // where that is going
    this.lane = undefined;
    const tint = (node) => tinted(node, this.actor);
    this.pill = tint(html("button", { type: "button", class: "kb-pill kp-pill", title: this.actor.name, "data-key": force.key, "aria-expanded": "false" },
      html("span", { class: "kp-dot", "aria-hidden": "true" }), part("span", "kp-name", this.actor.name)));
    this.pill.classList.toggle("kb-movable", force.movable);
    this.casing = svg("path", { class: "kb-casing" });
    this.rope = tint(svg("path", { class: "kb-rope" }));
    this.stem = tint(svg("path", { class: "kb-stem" }));
    this.dot = tint(svg("circle", { class: "kb-place" }));
    line.ropes.append(this.casing, this.rope);
    line.stems.append(this.stem, this.dot);
    line.area.append(this.pill);
    this.wire(board);
  }

  remove() {
    for (const node of [this.pill, this.rope, this.casing, this.stem, this.dot]) node.remove();
  }

  wire(board) {
    const { pill, force, line } = this;
    let dragged = false;
    draggable(board, pill, {
      start: () => {
        dragged = false;
        if (!force.movable) return false;
        this.held = { from: board.current(force).toward };
      },
      move: (dx) => {
        board.card.close();
        board.move(force, this.held.from + dx / line.reach, board.current(force).strength);
      },
      end: (moved) => {
        this.held = null;
        dragged = moved;
      },
    }, 5);
    pill.addEventListener("click", () => {
      if (dragged) {
        dragged = false;
        return;
      }
      if (board.card.shows(this) && board.card.pinned) board.card.close();
      else board.card.open(this, true);
    });
    pill.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch" || board.dragging || board.card.pinned) return;
      board.card.stay();
      board.card.open(this, false);
    });
    pill.addEventListener("pointerleave", () => board.card.closeSoon());
    pill.addEventListener("focus", () => {
      if (!board.card.leaving && pill.matches(":focus-visible") && !(board.card.pinned && board.card.shows(this))) board.card.open(this, false);
    });
    pill.addEventListener("blur", (event) => {
      if (board.card.shows(this) && !board.card.pinned && !board.card.el.contains(event.relatedTarget)) board.card.close();
    });
  }

  // --- motion

  start() {
    this.from = this.now && { ...this.now };
  }

  step(t) {
    const { aim } = this;
    this.now ??= { ...aim, strength: 0, seen: 0 };
    this.from ??= { ...this.now };
    for (const name of ["toward", "strength", "left", "top", "seen"]) {
      const direct = this.held && (name === "toward" || name === "left");
      this.now[name] = direct ? aim[name] : mix(this.from[name], aim[name], t);
    }
  }

  // `knot` is where the knot is, `y` the height of the line.
  paint(knot, y) {
    const { now, w, h } = this;
    const { em, width } = this.line;
    const x = this.line.x(now.toward);
    const middle = now.top + h / 2;
    this.pill.style.transform = `translate(${Math.round(now.left)}px, ${Math.round(now.top)}px)`;
    this.pill.style.opacity = now.seen;
    this.stem.setAttribute("d", `M${num(x)} ${num(middle)}V${y}`);
    this.dot.setAttribute("cx", x);
    this.dot.setAttribute("cy", y);
    this.dot.setAttribute("r", em * 0.22);
    const pad = Math.min(w / 2, em * 0.8);
    const start = clamp(knot, now.left + pad, now.left + w - pad);
    const dx = knot - start;
    const dy = y - middle;
    const d = `M${num(start)} ${num(middle)}C${num(start + dx * 0.5)} ${num(middle + dy * 0.06)} ${num(knot - dx * 0.24)} ${num(middle + dy * 0.5)} ${num(knot)} ${y}`;
    const thick = now.strength > 0.004 ? em * (0.09 + 0.58 * now.strength * clamp(width / (35 * em), 0.65, 1)) : 0;
    this.rope.setAttribute("d", d);
    this.casing.setAttribute("d", d);
    this.rope.setAttribute("stroke-width", thick.toFixed(2));
    this.casing.setAttribute("stroke-width", thick ? (thick + em * 0.17).toFixed(2) : 0);
  }
}

// The card of one force: opens over its pill while that is pointed at, or stays pinned, with what can be changed.

class Card {
  constructor(board) {
    this.board = board;
    this.pull = null; // whose card is open
    this.pinned = false;
    this.leaving = false; // the focus goes back to the pill, which does not open the card again
    this.escape = (event) => {
      if (event.key !== "Escape" || !this.pull) return;
      event.stopPropagation();
      if (this.el.contains(document.activeElement)) this.leave();
      else this.close();
    };
    this.outside = (event) => {
      if (!this.el.contains(event.target) && !this.pull.pill.contains(event.target)) this.close();
    };
  }

  shows(pull) {
    return this.pull === pull;
  }

  open(pull, pinned) {
    if (this.shows(pull) && this.pinned === pinned) return;
    this.close();
    Object.assign(this, { pull, pinned });
    this.el = html("div", { class: "kb-card kp-card", id: unique("card"), role: pinned ? "group" : "tooltip" });
    tinted(this.el, pull.actor);
    if (pinned) this.el.setAttribute("aria-label", pull.actor.name);
    this.write();
    this.el.addEventListener("pointerenter", () => this.stay());
    this.el.addEventListener("pointerleave", () => this.closeSoon());
    pull.pill.after(this.el);
    pull.pill.setAttribute("aria-expanded", String(pinned));
    pull.pill.setAttribute("aria-describedby", this.el.id);
    document.addEventListener("keydown", this.escape, true);
    if (pinned) document.addEventListener("pointerdown", this.outside, true);
    putCard(this);
  }

  stay() {
    clearTimeout(this.closing);
  }

  closeSoon() {
    this.stay();
    if (this.pull && !this.pinned) this.closing = setTimeout(() => {
      if (this.pull && !this.pinned && document.activeElement !== this.pull.pill) this.close();
    }, 250);
  }

  close() {
    if (!this.pull) return;
    const { pill } = this.pull;
    Object.assign(this, { pull: null, pinned: false });
    this.el.remove();
    this.board.field.style.minHeight = "";
    pill.setAttribute("aria-expanded", "false");
    pill.removeAttribute("aria-describedby");
    document.removeEventListener("keydown", this.escape, true);
    document.removeEventListener("pointerdown", this.outside, true);
  }

  // Close, and go back to the pill, which does not open it again.
  leave() {
    const { pill } = this.pull;
    this.close();
    this.leaving = true;
    pill.focus();
    this.leaving = false;
  }

  // --- what stands on it

  write() {
    const { board, pinned } = this;
    const { force, actor } = this.pull;
    const { words } = board;
    this.changed = part("p", "kp-note", words.by_you);
    this.inputs = []; // each brings one control into line with what is so
    const about = html("div", {}, part("p", "kp-card-name", actor.name), force.why ? part("p", "kb-card-why", force.why) : null,
      part("p", "kp-note", `${words.direction}: ${force.from}`), part("p", "kp-note", `${words.thickness}: ${words.assumed}`), this.changed);
    this.el.append(about);
    if (pinned && force.movable) {
      this.el.classList.add("kb-card-wide");
      this.el.append(this.controls());
    } else {
      about.append(part("p", "kp-note", force.movable ? words.more : words.fixed));
    }
    this.refresh();
  }

  controls() {
    const { board } = this;
    const { force, line } = this.pull;
    const { words, drawn } = board;
    const now = () => board.current(force);
    const back = button("kp-button", words.back, () => {
      const { [force.key]: _, ...rest } = board.model.get("moved");
      board.set("moved", rest);
    });
    // Not `disabled`: that would drop the focus of whoever has just pressed it.
    this.inputs.push(() => back.setAttribute("aria-disabled", String(!(force.key in board.model.get("moved")))));
    return html("div", { class: "kb-card-change" },
      this.range(words.direction, -1, () => now().toward, (x) => board.move(force, x, now().strength), (x) => placeWords(drawn, line.spec, x)),
      this.range(words.thickness, 0, () => now().strength, (s) => board.move(force, now().toward, s), (s) => strengthWords(drawn, s)),
      html("div", { class: "kb-card-buttons" }, back, button("kp-button", words.close, () => this.leave())));
  }

  range(label, min, read, write, say) {
    const input = html("input", { type: "range", min, max: 1, step: STEP });
    input.addEventListener("input", () => write(Number(input.value)));
    this.inputs.push(() => {
      if (Number(input.value) !== read()) input.value = read();
      input.setAttribute("aria-valuetext", say(read()));
    });
    return html("label", { class: "kb-range" }, part("span", "", label), input);
  }

  refresh() {
    if (!this.pull) return;
    this.changed.hidden = !(this.pull.force.key in this.board.model.get("moved"));
    for (const run of this.inputs) run();
  }
}

// Beside the pill, inside the field, off the knots and the line as far as there is room.
function putCard({ board, pull, pinned, el }) {
  const { line } = pull;
  const field = board.field.getBoundingClientRect();
  const base = line.area.getBoundingClientRect();
  const pill = pull.pill.getBoundingClientRect();
  const card = el.getBoundingClientRect();
  const gap = 8;
  const put = (left, top) => {
    el.style.left = `${left}px`;
    el.style.top = `${top}px`;
    // The field grows where a card needs it: nothing is cut off.
    const short = base.top + top + card.height + 12 - field.bottom;
    if (short > 0) board.field.style.minHeight = `${field.height + short}px`;
  };
  const middle = pill.left + (pill.width - card.width) / 2;
  // A card that changes a force leaves the line and what is above it in sight.
  if (pinned) return put(clamp(middle - base.left, 0, base.width - card.width), pull.actor.place === "team" ? line.aim.height : line.aim.axis + line.under);
  const choices = [];
  for (const x of [pill.left, pill.right - card.width, middle]) choices.push([x, pill.bottom + gap], [x, pill.top - gap - card.height]);
  for (const y of [pill.top, pill.bottom - card.height, pill.top + (pill.height - card.height) / 2]) choices.push([pill.right + gap, y], [pill.left - gap - card.width, y]);
  const things = [[line.knot, 12]];
  for (const other of line.pulls.values()) if (other !== pull) things.push([other.pill, 2]);
  const axis = base.top + line.now.axis;
  let best = null;
  for (const [wantX, wantY] of choices) {
    const left = clamp(wantX, field.left + gap, field.right - gap - card.width);
    const top = clamp(wantY, field.top + gap, Math.max(field.bottom - gap - card.height, field.top + gap));
    const box = { left, top, right: left + card.width, bottom: top + card.height };
    if (overlap(box, pill) > 0) continue;
    let price = Math.hypot(left - wantX, top - wantY) * 0.3;
    for (const [node, weight] of things) price += weight * Math.sqrt(overlap(box, node.getBoundingClientRect()));
    price += Math.sqrt(overlap(box, { left: base.left, right: base.right, top: axis - line.corridor, bottom: axis + line.corridor })) * 1.5;
    if (!best || price < best.price) best = { left, top, price };
  }
  best ??= { left: clamp(pill.left, field.left + gap, field.right - gap - card.width), top: pill.bottom + gap };
  put(best.left - base.left, best.top - base.top);
}

function overlap(a, b) {
  return Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
}

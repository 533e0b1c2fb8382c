// What a move asks for before it is made: a place, a limit, a weight, a reason. `FORMS` has one for each such move.

const FORMS = {
  adjust(view, mark) {
    const at = place(view, mark, view.words.direction, mark.position, () => [at]);
    const reason = html("textarea", { rows: 2, maxlength: view.drawn.most });
    const label = html("label", { class: "ke-reason" }, part("span", "", view.words.reason), reason);
    return [explained(view, "adjust"), at.el, label, ...ending(view, "adjust", () => {
      if (!reason.value.trim()) {
        reason.focus();
        return view.words.reason_missing;
      }
      view.move("adjust", mark, at.value, reason.value.trim());
      return null;
    })];
  },

  limit(view, mark) {
    const both = () => [low, high];
    const low = place(view, mark, view.words.low, -0.5, both);
    const high = place(view, mark, view.words.high, 0.5, both);
    return [explained(view, "limit"), low.el, high.el, ...ending(view, "limit", () => {
      if (low.value > high.value) return view.words.upside_down;
      view.move("limit", mark, low.value, high.value);
      return null;
    })];
  },

  contradict(view, mark) {
    const at = place(view, mark, view.words.direction, 0, () => [at]);
    const weight = range(view.words.thickness, 0.5, STEP, (s) => strengthWords(view.drawn, s));
    return [explained(view, "contradict"), at.el, weight.el, ...ending(view, "contradict", () => {
      view.move("contradict", mark, at.value, weight.value);
      return null;
    })];
  },
};

// A slider from `low` to 1 that says in words where it is; `moved` is called when it was.
function range(label, value, low, say, moved = () => {}) {
  const input = html("input", { type: "range", min: low, max: 1, step: STEP, value });
  const said = part("output", "ke-said", say(value));
  input.addEventListener("input", () => {
    said.value = say(Number(input.value));
    input.setAttribute("aria-valuetext", said.value);
    moved();
  });
  input.value = value;
  input.setAttribute("aria-valuetext", say(value));
  return {
    el: html("label", { class: "ke-range" }, part("span", "", label), input, said),
    get value() {
      return Number(input.value);
    },
  };
}

// A place on the topic's axis; while it is moved the axis shows where all of `places()` would be.
function place(view, mark, label, value, places) {
  const topic = mark.move[2];
  const { spec } = view.lines.get(topic);
  return range(label, value, -1, (p) => placeWords(view.drawn, spec, p), () => {
    view.ghost = { topic, at: places().map((one) => one.value) };
    view.repaint();
  });
}

// The last step of a move that asks for more: a button that makes it, or a word on what is missing.
function ending(view, kind, make) {
  const wrong = html("p", { class: "ke-wrong", role: "alert", hidden: true });
  return [wrong, button("ke-main kp-button", view.words.moves[kind], () => {
    const fault = make();
    wrong.hidden = !fault;
    wrong.textContent = fault ?? "";
  })];
}

const explained = (view, kind) => part("p", "kp-note", view.words.explained[kind]);

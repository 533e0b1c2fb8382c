// Draws a page of blocks (see blocks.py) with the browser's own controls, and tells Python what was answered.
//
// Native controls, since they come with labels, keyboard, touch and screen reader support. All text is set as
// text; Markdown arrives as a tree of a few known tags. Nothing that an author or a learner wrote is ever parsed as HTML.

const TYPING = 250; // ms of rest after which what was typed is sent; well under the second that may not be lost
const PIECE = 1_000_000; // bytes of a file that go in one message: a server may refuse long ones
const SHORT = 40; // characters of a choice that a list on a phone shows whole; twice as many where there is room
const LOST = 2000; // ms after which an answer to what moves is no longer waited for

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, run] of Object.entries(value)) node.addEventListener(event, run);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const TAGS = new Set(["p", "em", "strong", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "br", "hr", "code", "pre"]);

function prose(nodes) {
  return nodes.map((node) => {
    if (typeof node === "string") return document.createTextNode(node);
    const [tag, target, children] = node;
    if (tag === "a" && /^https?:\/\//i.test(target)) {
      return el("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, ...prose(children));
    }
    return TAGS.has(tag) ? el(tag, {}, ...prose(children)) : el("span", {}, ...prose(children));
  });
}

// Every widget loads a copy of this file of its own: a bare number would come back in the next form on the page.
const own = Math.random().toString(36).slice(2, 8);
let serial = 0;
const unique = () => `kf-${own}-${++serial}`;

function drawer(send) {
  const later = new Map(); // key → timer and value of what is typed but not yet sent
  const set = (key, value) => send({ kind: "set", key, value });

  // What was typed on this screen: a page that Python sends may have been made before the last letters came there.
  const typed = new Map();

  function type(key, value) {
    typed.set(key, value);
    clearTimeout(later.get(key)?.timer);
    later.set(key, { value, timer: setTimeout(() => flush(key), TYPING) });
  }
  function flush(only) {
    for (const [key, waiting] of [...later]) {
      if (only !== undefined && key !== only) continue;
      clearTimeout(waiting.timer);
      later.delete(key);
      set(key, waiting.value);
    }
  }
  const act = (id) => {
    flush();
    send({ kind: "act", id });
  };

  // What answers while it moves is told at each move, but never before the last move was answered: a slow machine
  // skips moves rather than running behind. It is kept only once it rests, by `type`.
  let asked = 0; // when the move that is not yet answered was told; 0 where there is none
  let next = null; // the latest move that waits for that answer
  function move(key, value) {
    if (asked && Date.now() - asked < LOST) next = { key, value };
    else {
      asked = Date.now();
      next = null;
      send({ kind: "live", key, value });
    }
  }
  function heard() {
    asked = 0;
    if (next) move(next.key, next.value);
  }

  const reading = new Map(); // key → the control that chooses a file, and where it is said what becomes of it
  const read = (key) => { if (reading.has(key)) reading.get(key).said.textContent = ""; };
  function chooser(b) {
    const id = unique();
    const said = el("p", { class: "kf-said", role: "status" });
    const sound = (file) => file.size <= b.most;
    let choice = 0; // which time it is that somebody chooses: a piece of an earlier choice may no longer be sent
    async function hand(file, more = {}) {
      const { name, size } = file;
      const mine = choice;
      for (let at = 0; at < size || at === 0; at += PIECE) {
        const piece = await file.slice(at, at + PIECE).arrayBuffer();
        if (mine !== choice) return;
        send({ kind: "file", key: b.key, name, size, at, ...more }, [piece]);
      }
    }
    async function one(file) {
      choice += 1;
      said.textContent = sound(file) ? b.busy : b.large;
      if (sound(file)) await hand(file);
    }
    // All that were chosen at once, each after the one before. What cannot be sent is named, so that Python can tell of it.
    async function several(files) {
      const mine = ++choice;
      const heavy = files.reduce((sum, file) => sum + (sound(file) ? file.size : 0), 0) > b.together;
      said.textContent = files.length > b.many ? b.crowd : heavy ? b.heavy : b.busy;
      if (files.length > b.many || heavy) return;
      for (const [nth, file] of files.entries()) {
        const more = { choice: mine, nth };
        const lost = () => send({ kind: "file", key: b.key, name: file.name, size: 0, at: 0, ...more, lost: true }, []);
        if (sound(file)) await hand(file, more).catch(lost);
        else lost();
        if (mine !== choice) return;
      }
      send({ kind: "files", key: b.key, choice: mine });
    }
    const input = el("input", {
      type: "file", id, accept: b.accept, multiple: b.many > 1, "data-key": b.key, "aria-describedby": b.help ? `${id}-help` : null,
      on: {
        click: () => { input.value = ""; }, // a file that was mended and is chosen again is a choice too
        change: () => {
          const files = [...input.files];
          if (files.length) (b.many > 1 ? several(files) : one(files[0])).catch(() => (said.textContent = b.failed));
        },
      },
    });
    return { input, said };
  }

  const spoken = (words, value) => words[Math.min(words.length - 1, Math.floor((value / 101) * words.length))];

  const help = (id, text) => (text ? el("p", { id, class: "kf-help" }, text) : null);

  const draw = {
    heading: (b) => el(`h${b.level}`, { class: `kf-h${b.level}`, tabindex: "-1" }, b.text),
    prose: (b) => el("div", { class: b.lead ? "kf-prose kf-lead" : "kf-prose" }, ...prose(b.tree)),
    note: (b) => el("div", { class: `kf-note kf-${b.tone}`, role: b.tone === "trouble" ? "alert" : "note" }, ...prose(b.tree)),
    quote: (b) => el("figure", { class: "kf-quote" }, el("blockquote", {}, ...prose(b.tree)), el("figcaption", {}, b.who)),
    panel: (b) => el("section", { class: `kf-panel kf-panel-${b.tone}` }, ...blocks(b.blocks)),
    columns: (b) => el("div", { class: "kf-columns" }, ...b.columns.map((c) => el("div", { class: "kf-column" }, ...blocks(c)))),
    picture: (b) => el("figure", { class: "kf-picture" },
      el("img", { alt: b.alt, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(b.svg)}` })),
    buttons: (b) => el("div", { class: b.quiet ? "kf-buttons kf-quiet" : "kf-buttons" }, ...b.buttons.map(button)),

    details: (b) => el("details", { class: "kf-details", open: b.open, "data-fold": b.summary },
      el("summary", {}, b.summary), el("div", { class: "kf-inside" }, ...blocks(b.blocks))),

    // In a narrow page each row stands by itself, with the heads within it (see form.css): roles are said, for a table
    // that is laid out otherwise is none to a screen reader.
    table: (b) => el("table", { class: "kf-table", role: "table" },
      el("caption", { class: "kf-hidden" }, b.caption),
      el("colgroup", {}, ...b.widths.map((part) => el("col", { style: `width: ${part}%` }))),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
        ...b.head.map((name) => el("th", { scope: "col", role: "columnheader" }, name)))),
      el("tbody", { role: "rowgroup" }, ...b.cells.map((row) => el("tr", { role: "row" },
        ...row.map((cell, i) => (i
          ? el("td", { role: "cell", "data-head": b.head[i], class: cell.length ? null : "kf-empty" }, ...blocks(cell))
          : el("th", { scope: "row", role: "rowheader" }, ...blocks(cell)))))))),

    cards(b) {
      const turned = new Set(b.value);
      return el("ul", { class: "kf-cards" }, ...b.cards.map((card, i) => {
        const back = el("div", { class: "kf-back", id: unique() }, ...prose(card.back),
          card.origin ? el("p", { class: "kf-origin" }, card.origin) : null);
        const front = el("button", { type: "button", class: "kf-front", "data-key": `${b.key}-${i}`, "aria-controls": back.id },
          el("span", {}, card.front));
        const show = (open) => {
          back.hidden = !open;
          front.setAttribute("aria-expanded", String(open));
        };
        show(turned.has(i));
        front.addEventListener("click", () => {
          if (turned.has(i)) turned.delete(i);
          else turned.add(i);
          show(turned.has(i));
          set(b.key, [...turned].sort((x, y) => x - y));
        });
        return el("li", { class: "kf-card" }, front, back);
      }));
    },

    text(b) {
      const id = unique();
      const area = el("textarea", {
        id, rows: b.rows, maxlength: b.most, "data-key": b.key, "aria-describedby": b.help ? `${id}-help` : null,
        on: {
          input: () => { type(b.key, area.value); grow(area); },
          blur: () => flush(b.key),
        },
      });
      area.value = typed.get(b.key) ?? b.value;
      return el("div", { class: "kf-field" }, el("label", { for: id }, b.label), help(`${id}-help`, b.help), area);
    },

    choice(b) {
      const id = unique();
      return el("fieldset", { class: `kf-choice${b.options.some((o) => o.detail?.length) ? " kf-wide" : ""}${b.row ? " kf-row" : ""}` },
        el("legend", { class: b.quiet ? "kf-hidden" : null }, b.label), help(`${id}-help`, b.help),
        el("div", { class: "kf-options" }, ...b.options.map((option, i) => {
          const input = el("input", {
            type: "radio", id: `${id}-${i}`, name: id, value: option.value, checked: option.value === b.value,
            "data-key": `${b.key}-${option.value}`, on: { change: () => { flush(); set(b.key, option.value); } },
          });
          return el("div", { class: "kf-option" }, input, el("label", { for: `${id}-${i}` },
            option.label ? el("span", { class: "kf-name" }, option.label) : null, ...prose(option.detail ?? [])));
        })));
    },

    tick(b) {
      const id = unique();
      const input = el("input", { type: "checkbox", id, checked: b.value, "data-key": b.key,
        on: { change: () => set(b.key, input.checked) } });
      return el("div", { class: "kf-tick" }, input, el("label", { for: id }, b.label));
    },

    // In pieces, each after the one before; the sentence below says what becomes of it. The control itself outlives a
    // redraw, so that it goes on naming the file that was chosen.
    file(b) {
      if (!reading.has(b.key)) reading.set(b.key, chooser(b));
      const { input, said } = reading.get(b.key);
      return el("div", { class: "kf-field kf-file" },
        el("label", { for: input.id }, b.label), help(`${input.id}-help`, b.help), input, said);
    },

    ticks(b) {
      const id = unique();
      const on = new Set(b.value);
      return el("fieldset", { class: "kf-choice kf-ticks", "aria-describedby": b.help ? `${id}-help` : null },
        el("legend", {}, b.label), help(`${id}-help`, b.help),
        el("div", { class: "kf-options" }, ...b.options.map((option, i) => {
          const input = el("input", {
            type: "checkbox", id: `${id}-${i}`, checked: on.has(option.value), "data-key": `${b.key}-${option.value}`,
            on: {
              change: () => {
                if (input.checked) on.add(option.value);
                else on.delete(option.value);
                flush();
                set(b.key, b.options.map((o) => o.value).filter((value) => on.has(value)));
              },
            },
          });
          return el("div", { class: "kf-option" }, input, el("label", { for: `${id}-${i}` },
            option.label ? el("span", { class: "kf-name" }, option.label) : null, ...prose(option.detail ?? [])));
        })));
    },

    scale(b) {
      const id = unique();
      const value = typed.get(b.key) ?? b.value;
      const said = el("output", { for: id, class: "kf-said" }, value === null ? b.open : spoken(b.words, value));
      const input = el("input", {
        type: "range", id, min: 0, max: 100, step: 5, "data-key": b.key, "aria-describedby": b.help ? `${id}-help` : null,
        class: value === null ? "kf-untouched" : null,
        on: {
          input: () => {
            const now = Number(input.value);
            input.classList.remove("kf-untouched");
            said.value = spoken(b.words, now);
            input.setAttribute("aria-valuetext", said.value);
            if (b.live) move(b.key, now);
            type(b.key, now);
          },
          change: () => flush(b.key),
        },
      });
      input.value = value ?? 50;
      input.setAttribute("aria-valuetext", said.value);
      return el("div", { class: "kf-field" }, el("label", { for: id }, b.label), help(`${id}-help`, b.help), input,
        el("div", { class: "kf-ends", "aria-hidden": "true" }, el("span", {}, b.low), el("span", {}, b.high)), said);
    },

    // Amounts beside each other, to draw with one stroke; under each bar lies a slider, for the keyboard and by voice.
    row(b) {
      const id = unique();
      const values = [...(typed.get(b.key) ?? b.value)];
      const said = el("output", { class: "kf-said" }, b.open);
      const columns = b.bars.map(({ short, name }, i) => {
        const fill = el("span", { class: "kf-fill" });
        const input = el("input", {
          type: "range", min: 0, max: 100, step: 5, "aria-label": name, "data-key": `${b.key}-${i}`,
          on: { input: () => put(i, Number(input.value)), change: () => flush(b.key) },
        });
        return { input, fill, bar: el("span", { class: "kf-bar" }, fill), name, short };
      });
      function show(i) {
        columns[i].fill.style.height = `${values[i]}%`;
        columns[i].input.value = values[i];
        columns[i].input.setAttribute("aria-valuetext", spoken(b.words, values[i]));
      }
      function put(i, value) {
        values[i] = value;
        show(i);
        said.value = `${columns[i].name}: ${spoken(b.words, value)}`;
        move(b.key, [...values]);
        type(b.key, [...values]);
      }
      columns.forEach((_, i) => show(i));
      const bars = el("div", { class: "kf-bars" }, ...columns.map(({ input, bar, short }) =>
        el("div", { class: "kf-amount" }, bar, input, el("span", { class: "kf-short", "aria-hidden": "true" }, short))));
      let from = null; // the column and the amount where the stroke was last seen
      function stroke(event) {
        const box = columns[0].bar.getBoundingClientRect();
        const at = columns.findIndex(({ bar }) => event.clientX <= bar.getBoundingClientRect().right + 2);
        const i = at < 0 ? columns.length - 1 : at;
        const share = Math.min(1, Math.max(0, (box.bottom - event.clientY) / box.height));
        const value = Math.round(share * 20) * 5;
        // A quick stroke is seen here and there only: what it passed over goes along.
        const steps = from === null ? 0 : Math.abs(i - from.i);
        for (let n = 1; n < steps; n += 1) {
          const j = from.i + n * Math.sign(i - from.i);
          values[j] = Math.round((from.value + ((value - from.value) * n) / steps) / 5) * 5;
          show(j);
        }
        from = { i, value };
        columns[i].input.focus({ preventScroll: true });
        if (steps > 1 || values[i] !== value) put(i, value);
      }
      bars.addEventListener("pointerdown", (event) => {
        if (event.button) return;
        event.preventDefault();
        bars.setPointerCapture(event.pointerId);
        from = null;
        stroke(event);
      });
      bars.addEventListener("pointermove", (event) => { if (bars.hasPointerCapture(event.pointerId)) stroke(event); });
      bars.addEventListener("lostpointercapture", () => flush(b.key));
      return el("fieldset", { class: "kf-field kf-amounts" },
        el("legend", {}, b.label), help(`${id}-help`, b.help), el("p", { class: "kf-high", "aria-hidden": "true" }, b.high), bars,
        el("p", { class: "kf-low", "aria-hidden": "true" }, b.low), said);
    },

    // The order is told as a whole; what was moved keeps the focus, so that it can be moved on.
    ranking(b) {
      const order = [...b.value];
      const list = el("ol", { class: "kf-ranking" });
      const them = new Map(b.items.map((item) => {
        const turn = (by, name, sign) => el("button", {
          type: "button", class: "kf-turn", "aria-label": `${name}: ${item.spoken}`, title: name, "data-key": `${b.key}-${by}-${item.value}`,
          on: { click: () => move(item.value, by) },
        }, sign);
        const turns = { [-1]: turn(-1, b.up, "↑"), 1: turn(1, b.down, "↓") };
        const node = el("li", {}, el("div", { class: "kf-ranked" }, ...prose(item.tree)), el("div", { class: "kf-turns" }, ...Object.values(turns).reverse()));
        return [item.value, { node, turns }];
      }));
      function move(value, by) {
        const at = order.indexOf(value);
        const to = Math.min(order.length - 1, Math.max(0, at + by));
        order.splice(at, 1);
        order.splice(to, 0, value);
        list.replaceChildren(...order.map((one) => them.get(one).node));
        them.get(value).turns[by].focus({ preventScroll: true });
        if (to !== at) set(b.key, [...order]);
      }
      list.append(...order.map((one) => them.get(one).node));
      return el("fieldset", { class: "kf-field" }, el("legend", {}, b.label), list);
    },

    select(b) {
      const id = unique();
      const input = el("select", { id, "data-key": b.key, on: { change: () => { set(b.key, input.value); read(); } } },
        ...b.options.map((option) => el("option", { value: option.value, selected: option.value === b.value }, option.label)));
      // A closed list cuts off what does not fit; a screen reader reads all of it as it is.
      const whole = el("p", { class: "kf-help kf-whole", "aria-hidden": "true" });
      const read = () => {
        const text = input.selectedOptions[0]?.label ?? "";
        whole.textContent = text;
        whole.hidden = text.length <= SHORT;
        whole.classList.toggle("kf-long", text.length > 2 * SHORT);
      };
      read();
      return el("div", { class: "kf-field kf-select" }, el("label", { for: id }, b.label), input, whole);
    },

    masthead(b) {
      const dots = (phase) => el("ol", {}, ...phase.dots.map((dot) => el("li", {}, el("button", {
        type: "button", class: `kf-dot kf-${dot.state}`, "aria-label": dot.label, title: dot.label, disabled: dot.state === "closed",
        "aria-current": dot.state === "here" ? "step" : null, "data-key": `dot-${dot.act}`, on: { click: () => act(dot.act) },
      }))));
      return el("header", { class: "kf-masthead" },
        el("div", { class: "kf-titles" }, el("p", { class: "kf-title" }, b.title), el("p", { class: "kf-subtitle" }, b.subtitle),
          b.restart ? button(b.restart) : null),
        el("nav", { class: "kf-phases", "aria-label": b.label },
          ...b.phases.map((phase) => el("div", { class: phase.here ? "kf-phase kf-here" : "kf-phase" },
            el("span", {}, phase.name), dots(phase))),
          el("p", { class: "kf-step" }, b.step)));
    },

    foot: (b) => el("nav", { class: "kf-foot", "aria-label": b.label },
      b.back ? button(b.back) : el("span", {}), el("p", { class: "kf-hint" }, b.hint), b.next ? button(b.next) : el("span", {})),
  };

  const button = (b) => el("button", {
    type: "button", class: b.main ? "kf-button kf-main" : "kf-button", "data-key": `act-${b.act}`, on: { click: () => act(b.act) },
  }, b.label);

  function blocks(list) {
    return list.map((block) => draw[block.kind](block));
  }
  return { blocks, flush, heard, read, forget: () => [typed, reading].forEach((one) => one.clear()) };
}

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function offer(message, buffers) {
  const content = message.text ?? buffers[0];
  const link = el("a", {
    href: URL.createObjectURL(new Blob([content], { type: message.mime })), download: message.name, hidden: true,
  });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function render({ model, el: root }) {
  const drawing = drawer((message, buffers) => model.send(message, undefined, buffers));
  let turned = model.get("turn");
  let emptied = model.get("anew");
  root.classList.add("kit-form");

  // Several folds may bear the same words: which one of those it is belongs to its name.
  function folds() {
    const seen = new Map();
    return [...root.querySelectorAll("details[data-fold]")].map((fold) => {
      const nth = (seen.get(fold.dataset.fold) ?? 0) + 1;
      seen.set(fold.dataset.fold, nth);
      return [`${fold.dataset.fold}#${nth}`, fold];
    });
  }

  // What can hold the focus, a title after a turn included; most have a key, but a fold or a link goes by its turn.
  const holders = () => [...root.querySelectorAll("[data-key], summary, a, [tabindex]")];
  const again = (focused, at) => {
    if (focused.dataset.key) return holders().find((node) => node.dataset.key === focused.dataset.key);
    return holders()[at]?.tagName === focused.tagName ? holders()[at] : null;
  };

  function paint() {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    const at = holders().indexOf(focused);
    const selection = focused?.tagName === "TEXTAREA" ? [focused.selectionStart, focused.selectionEnd] : null;
    const open = new Map(folds().map(([name, fold]) => [name, fold.open]));
    drawing.flush();
    if (model.get("turn") !== turned || model.get("anew") !== emptied) drawing.forget();
    emptied = model.get("anew");
    root.lang = model.get("lang");
    root.replaceChildren(...drawing.blocks(model.get("page")));
    root.querySelectorAll("textarea").forEach(grow);
    if (model.get("turn") !== turned) {
      turned = model.get("turn");
      // A page below another has no title of its own: there reading goes on at its first heading.
      const title = root.querySelector("h2") ?? root.querySelector("h3, h4") ?? (focused && again(focused, at));
      title?.focus({ preventScroll: true });
      // Reading starts at the top of the new page; where that is in sight already, nothing need move.
      const { top } = root.getBoundingClientRect();
      if (top < 0 || top > window.innerHeight * 0.7) root.scrollIntoView({ block: "start" });
      return;
    }
    for (const [name, fold] of folds()) {
      if (open.has(name)) fold.open = open.get(name);
    }
    // Focus that is lost goes to the top of Jupyter's own page, a long way by Tab.
    const held = focused && again(focused, at);
    held?.focus({ preventScroll: true });
    if (selection && held?.setSelectionRange) held.setSelectionRange(...selection);
  }

  // A click that began on what is replaced meanwhile is lost: under a finger that presses, a page waits.
  let pressing = false;
  let waiting = false;
  let due = false;
  const soon = () => {
    if (pressing) waiting = true;
    else if (!due) queueMicrotask(() => { // several traits may change in one message
      due = false;
      paint();
    });
    due = !pressing;
  };
  const press = () => (pressing = true);
  const release = () => pressing && setTimeout(() => { // after the click that comes with it
    pressing = false;
    if (waiting) paint();
    waiting = false;
  });
  root.addEventListener("pointerdown", press);
  window.addEventListener("pointerup", release);
  window.addEventListener("pointercancel", release);

  const arrived = (message, buffers) => {
    if (message.kind === "heard") drawing.heard();
    if (message.kind === "read") drawing.read(message.key);
    if (message.kind === "download") offer(message, buffers);
    if (message.kind === "event") window.dispatchEvent(new CustomEvent(message.name, { detail: message.detail }));
  };
  const leaving = () => drawing.flush();
  model.on("change:page", soon);
  for (const name of ["change:turn", "change:anew"]) model.on(name, soon); // the page itself may well be the same
  model.on("msg:custom", arrived);
  window.addEventListener("pagehide", leaving);
  paint();
  // What stands above may still be growing when this is first drawn; what is in sight already stays under the finger.
  const arrive = () => {
    const { top } = root.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) root.scrollIntoView({ block: "start" });
  };
  if (model.get("arrive")) for (const wait of [50, 400]) setTimeout(arrive, wait);
  // A text area has no height before it stands on the page.
  requestAnimationFrame(() => root.querySelectorAll("textarea").forEach(grow));
  // Larger type and less room both change the width of a page.
  let wide = 0;
  const resized = new ResizeObserver(() => {
    if (root.offsetWidth === wide) return;
    wide = root.offsetWidth;
    requestAnimationFrame(() => root.querySelectorAll("textarea").forEach(grow));
  });
  resized.observe(root);
  return () => {
    resized.disconnect();
    drawing.flush();
    model.off("change:page", soon);
    for (const name of ["change:turn", "change:anew"]) model.off(name, soon);
    root.removeEventListener("pointerdown", press);
    window.removeEventListener("pointerup", release);
    window.removeEventListener("pointercancel", release);
    model.off("msg:custom", arrived);
    window.removeEventListener("pagehide", leaving);
  };
}

export default { render };

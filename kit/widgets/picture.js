// What the pictures have in common: making elements, saying words, small sums. All text is set as text.
//
// A picture's script is one module, put together in Python (picture.py): this text first, then its own parts in the
// order that its Python file names. What stands in an earlier part may be used in a later one.

const SVG = "http://www.w3.org/2000/svg";
const EASE = 200; // ms, for what moves by itself
const REST = 700; // ms of rest before a screen reader is told
const STEP = 0.05; // of a slider

function html(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// An element with a text in it.
function part(tag, name, text = "", attributes = {}) {
  const node = html(tag, { class: name || null, ...attributes });
  node.textContent = text;
  return node;
}

const button = (name, text, act, attributes = {}) => part("button", name, text, { type: "button", onclick: act, ...attributes });
const listed = (texts) => html("ul", { class: "kp-list" }, ...texts.map((text) => part("li", "", text)));
const folded = (label, ...inside) => html("details", { class: "kp-fold" }, part("summary", "", label), ...inside);

// In the colour of whom it is about; which of the two is seen is for the style to say.
function tinted(node, { light, dark }) {
  node.style.setProperty("--light", light);
  node.style.setProperty("--dark", dark);
  node.classList.add("kp-tinted");
  return node;
}

// Every widget loads a copy of this text of its own: a bare number would come back in the next picture on the page.
const own = Math.random().toString(36).slice(2, 8);
let serial = 0;
const unique = (what) => `kit-${what}-${own}-${++serial}`;

const fill = (sentence, parts) => sentence.replace(/%\((\w+)\)s/g, (_, name) => parts[name]);
const clamp = (x, low, high) => Math.min(Math.max(x, low), Math.max(low, high));
const mix = (a, b, t) => a + (b - a) * t;
const tidy = (x) => Math.round(x * 1000) / 1000;
const num = (x) => x.toFixed(1);
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// What went wrong, in a calm sentence; the detail is folded, for who reads code.
class Trouble {
  constructor() {
    this.el = html("div", { class: "kp-trouble", role: "alert", hidden: true });
  }

  tell({ sentence, label, detail } = {}) {
    this.el.hidden = !sentence;
    if (!sentence) return;
    this.el.replaceChildren(part("p", "", sentence), html("details", {}, part("summary", "", label), part("pre", "", detail)));
  }
}

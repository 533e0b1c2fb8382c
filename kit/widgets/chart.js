// Shows a plotly figure that Python describes. Plotly's own script is asked of Python once a page: nothing comes from
// elsewhere, and Jupyter's page has no such script of its own.

const CONFIG = { displayModeBar: false, responsive: false, showTips: false, scrollZoom: false, doubleClick: false };
const BASE = 18; // px: the size of type that figures are drawn for
const AGAIN = 8000; // ms after which another chart asks for a script that never came

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

async function plotly(model, gone) {
  while (!window.Plotly && !gone()) {
    if (Date.now() - (window.kitPlotlyAsked ?? 0) > AGAIN) {
      window.kitPlotlyAsked = Date.now();
      model.send({ kind: "script" });
    }
    await sleep(50);
  }
  return window.Plotly;
}

function load(buffer) {
  if (window.Plotly) return;
  const script = document.createElement("script");
  script.src = URL.createObjectURL(new Blob([buffer], { type: "text/javascript" }));
  script.addEventListener("load", () => URL.revokeObjectURL(script.src));
  document.head.append(script);
}

// Every size of type times `k`, and with it what makes room for type: a figure says them for one size of page. Lines
// and marks grow along, or they are thin from the back row.
function larger(value, k, key = "", parent = "") {
  if (Array.isArray(value)) return value.map((one) => larger(one, k, key, parent));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, larger(inner, k, name, key)]));
  }
  const typed = (key === "size" && /(font|marker|pattern)$/.test(parent)) || (key === "width" && parent === "line")
    || parent === "margin" || ["height", "standoff", "xshift", "yshift"].includes(key);
  return typed && typeof value === "number" ? value * k : value;
}

const isDark = () => {
  const light = document.body.dataset.jpThemeLight;
  return light ? light === "false" : matchMedia("(prefers-color-scheme: dark)").matches;
};

function render({ model, el: root }) {
  root.classList.add("kit-chart");
  const frame = document.createElement("div");
  frame.className = "kit-chart-frame";
  frame.tabIndex = 0; // where it scrolls sideways, the arrow keys must reach it
  frame.setAttribute("role", "img");
  const plot = document.createElement("div");
  plot.className = "kit-chart-plot";
  const wait = document.createElement("p");
  wait.className = "kit-chart-wait";
  frame.append(wait, plot);
  root.append(frame);
  let gone = false;
  let drawn = 0; // the factor of type that stands on the page
  let wide = 0; // and the width for which it was drawn

  const factor = () => (parseFloat(getComputedStyle(root).getPropertyValue("--kit-size")) || BASE) / BASE;

  function words() {
    root.lang = model.get("lang");
    frame.setAttribute("aria-label", model.get("said"));
  }

  async function paint() {
    words();
    const Plotly = await plotly(model, () => gone);
    if (gone) return;
    const { data, layout } = model.get("figure");
    wait.hidden = Boolean(data);
    plot.hidden = !data;
    if (!data) {
      wait.textContent = model.get("said");
      return;
    }
    drawn = factor();
    wide = plot.offsetWidth;
    await Plotly.react(plot, larger(data, drawn), larger({ autosize: true, ...layout }, drawn), CONFIG);
  }

  const arrived = (message, buffers) => {
    if (message.kind === "script") load(buffers[0]);
  };
  function themed() {
    if (model.get("dark") === isDark()) return;
    model.set("dark", isDark());
    model.save_changes();
  }
  model.on("msg:custom", arrived);
  model.on("change:figure", paint);
  model.on("change:said", words);
  // Larger type and more room both change the frame; a theme changes the body. Plotly's own way to resize may
  // forget the height that a figure asks for: after *Projecteer*, in a narrower window, a chart was gone.
  const resized = new ResizeObserver(() => {
    if (drawn && (factor() !== drawn || plot.offsetWidth !== wide)) void paint();
  });
  resized.observe(frame);
  const turned = new MutationObserver(themed);
  turned.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  themed();
  void paint();
  return () => {
    gone = true;
    resized.disconnect();
    turned.disconnect();
    model.off("msg:custom", arrived);
    model.off("change:figure", paint);
    model.off("change:said", words);
    if (drawn) window.Plotly?.purge(plot);
  };
}

export default { render };

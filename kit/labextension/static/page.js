// One notebook shown as an app: its bar, its classes, its language.

import { Bar } from "./bar.js";
import { Lock } from "./lock.js";
import { Runner } from "./runner.js";
import { language, onLanguage, words } from "./words.js";

export class AppPage {
  constructor(panel, kit, actions) {
    this.panel = panel;
    this.notebooks = kit.lang ?? "nl";
    this.now = { state: "start", code: false, project: false };
    this.bar = new Bar({
      title: kit.title,
      onCode: () => this.set({ code: !this.now.code }),
      onProject: () => void this.project(!this.now.project),
      onGo: () => void this.runner.run(),
    });
    panel.addClass("kit-app");
    panel.node.lang = this.notebooks;
    // Not in the panel's Lumino layout, which gives each part a fixed height: app.css lays the panel out as a column,
    // so that the bar may wrap on a phone.
    panel.node.prepend(this.bar.node, this.bar.card);

    this.lock = new Lock(panel, actions);
    this.runner = new Runner(panel, actions, this.lock.isOwn, (state) => this.set({ state }));

    const forget = onLanguage(() => this.set({}));
    const onFullscreen = () => {
      if (document.fullscreenElement !== panel.node) this.set({ project: false });
    };
    document.addEventListener("fullscreenchange", onFullscreen);
    // In full screen the browser itself takes Escape; this is for where full screen was refused.
    panel.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.now.project) void this.project(false);
    });
    panel.disposed.connect(() => {
      forget();
      document.removeEventListener("fullscreenchange", onFullscreen);
    });
    this.set({});
  }

  set(change) {
    const { node } = this.panel;
    const resized = "project" in change && change.project !== this.now.project;
    const seen = resized ? this.inSight() : null;
    Object.assign(this.now, change);
    node.dataset.kitState = this.now.state;
    node.classList.toggle("kit-code", this.now.code);
    node.classList.toggle("kit-project", this.now.project);
    const code = language(this.notebooks);
    this.bar.show(code, this.now);
    this.lock.name(words(code));
    // Larger type makes the page longer: a room that watches must not lose its place. Full screen takes its time.
    if (seen) for (const wait of [50, 400]) setTimeout(() => seen.scrollIntoView({ block: "center" }), wait);
  }

  // What a reader has before them, below whatever stays at the top.
  inSight() {
    const page = this.panel.node.querySelector(".jp-WindowedPanel-outer")?.getBoundingClientRect();
    const found = page && document.elementFromPoint(page.left + page.width / 2, page.top + page.height * 0.4);
    return found && this.panel.content.node.contains(found) ? found : null;
  }

  async project(on) {
    this.set({ project: on });
    // Large type is the point; a browser or a school's frame that refuses full screen takes nothing away from it.
    if (on) await this.panel.node.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) await document.exitFullscreen();
  }
}

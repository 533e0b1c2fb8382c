// Runs a notebook when Python is ready for it, and again whenever Python had to start anew. By itself only where the
// kit ships exactly this code: opening a file must not execute a stranger's.

const GONE = new Set(["restarting", "autorestarting", "dead"]);

const sourceOf = (cell) => cell.model.sharedModel.getSource();

// What a cell makes for the next one was not made: that cell is gone, or stands further down.
const lacksName = (cell) => cell.model.sharedModel.getOutputs().some((output) => output.ename === "NameError");

export class Runner {
  // `say(state)` is told: start, busy, ready, error, missing (a cell that others need), stopped (it comes back), off (it
  // does not), ask (it is not of the kit), cut (it is, but not whole).
  constructor(panel, actions, isOwn, say) {
    const byItself = () => true; // what somebody starts with a button of their own, runs whole
    Object.assign(this, { panel, actions, isOwn, say, byItself, live: false, stopped: false, turn: 0 });
    const { sessionContext } = panel;
    sessionContext.statusChanged.connect((_, status) => this.heed(status));
    sessionContext.kernelChanged.connect((_, { newValue }) => this.swapped(newValue));
    // JupyterLab would cover the page with a dialog about the restart that we announce ourselves, and make up for.
    Object.defineProperty(panel, "_autorestarting", { configurable: true, get: () => true, set: () => {} });
  }

  get cells() {
    return this.panel.content.widgets.filter((cell) => cell.model.type === "code");
  }

  async open(shippedUrl) {
    this.say("start");
    const here = this.cells;
    // A cell of the learner's own may hold anything; it is then not run by itself.
    const fits = (cell, there) => (typeof there === "string" ? sourceOf(cell) === there : this.isOwn(cell));
    const same = (there) => there.length === here.length && there.every((one, i) => fits(here[i], one));
    const parts = (there) => here.every((cell) => there.some((one) => fits(cell, one)));
    // A list that cannot be read vouches for nothing: then the learner is asked.
    const shipped = await fetch(shippedUrl, { cache: "no-cache" })
      .then((answer) => answer.json())
      .catch(() => []);
    const found = shipped.find(same);
    if (found) {
      const ours = found.map((one) => one.own ?? one);
      this.byItself = (cell, i) => sourceOf(cell) === ours[i];
      await this.run();
    } else if (here.length && shipped.some(parts)) {
      // Whoever starts it trusts the kit, not what stands in a cell that anybody may have written.
      this.byItself = (cell) => !this.isOwn(cell);
      this.say("cut");
    } else {
      this.say("ask");
    }
  }

  async run() {
    const turn = ++this.turn;
    const { content, sessionContext } = this.panel;
    this.live = this.stopped = false;
    this.say("start");
    await sessionContext.ready;
    if ((sessionContext.session?.kernel?.status ?? "dead") === "dead") {
      await sessionContext.changeKernel({ name: sessionContext.prevKernelName || "python3" });
    }
    const kernel = sessionContext.session?.kernel;
    await kernel?.info;
    if (turn !== this.turn) return;
    // All widgets of a page on one thread: over a subshell the first message of each would come on another than the rest,
    // and a button might be heard before what was typed before it.
    if (kernel) kernel.commsOverSubshells = "disabled";
    this.live = true;
    this.say("busy");
    const cells = this.cells.filter(this.byItself);
    const sound = await this.actions.runCells(content, cells, sessionContext).catch(() => false);
    // A kernel that died meanwhile began another turn, which says for itself how it went.
    if (turn === this.turn) this.say(sound ? "ready" : cells.some(lacksName) ? "missing" : "error");
  }

  heed(status) {
    if (!this.live) return;
    if (GONE.has(status)) {
      this.turn += 1;
      this.stopped = true;
      // The server gives up on a kernel that dies again and again: "dead". Then the learner is asked.
      this.say(status === "dead" ? "off" : "stopped");
    } else if (status === "idle" && this.stopped) {
      void this.run();
    }
  }

  // Somebody shut the kernel down, or chose another one, from a menu.
  swapped(kernel) {
    if (!this.live) return;
    this.turn += 1;
    this.stopped = kernel !== null;
    this.say(kernel ? "stopped" : "off");
  }
}

// Runs a notebook when Python is ready for it, and again whenever Python had to start anew. By itself only where the
// kit ships exactly this code: opening a file must not execute a stranger's.

const GONE = new Set(["restarting", "autorestarting", "dead"]);

export class Runner {
  // `say(state)` is told: start, busy, ready, error, stopped (it comes back), off (it does not), ask.
  constructor(panel, actions, say) {
    Object.assign(this, { panel, actions, say, live: false, stopped: false, turn: 0 });
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
    const here = this.cells.map((cell) => cell.model.sharedModel.getSource());
    const same = (there) => there.length === here.length && there.every((source, i) => source === here[i]);
    // A list that cannot be read vouches for nothing: then the learner is asked.
    const shipped = await fetch(shippedUrl, { cache: "no-cache" })
      .then((answer) => answer.json())
      .catch(() => []);
    if (shipped.some(same)) await this.run();
    else this.say("ask");
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
    const sound = await this.actions.runCells(content, this.cells, sessionContext).catch(() => false);
    // A kernel that died meanwhile began another turn, which says for itself how it went.
    if (turn === this.turn) this.say(sound ? "ready" : "error");
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

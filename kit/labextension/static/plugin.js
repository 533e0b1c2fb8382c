// The plugin: finds the notebooks that ask for app view, and gives them what belongs to the page around them.

import { AppPage } from "./page.js";

const START = "00_start.ipynb";

export async function makePlugin(shared, home) {
  const [{ INotebookTracker, NotebookActions }, { ILabShell }, { PathExt, URLExt }] = await Promise.all(
    ["@jupyterlab/notebook", "@jupyterlab/application", "@jupyterlab/coreutils"].map(shared),
  );

  return {
    id: "krachtenveld-app:plugin",
    description: "Shows notebooks with kit.app in their metadata as apps.",
    autoStart: true,
    requires: [INotebookTracker],
    // Only JupyterLab has one; Notebook 7 and JupyterLite's notebook page show one notebook a page.
    optional: [ILabShell],
    activate(app, tracker, labShell) {
      const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("app.css", home) });
      document.head.append(sheet);

      const pages = new Map();
      const ownLanguage = document.documentElement.lang;
      const setPageLanguage = () => {
        const page = pages.get(app.shell.currentWidget);
        document.documentElement.lang = page ? page.notebooks : ownLanguage;
      };
      app.shell.currentChanged?.connect(setPageLanguage);

      // Once: a learner who opens the side bar again means it.
      let roomMade = false;
      const makeRoom = async () => {
        if (roomMade) return;
        roomMade = true;
        await app.restored;
        labShell?.collapseLeft();
      };

      const linkHome = async (panel, link, start) => {
        const path = PathExt.normalize(PathExt.join(PathExt.dirname(panel.context.path), start));
        if (path === panel.context.path) return;
        const [folder, name] = [PathExt.dirname(path), PathExt.basename(path)];
        // Listing the folder, not asking for the file: a 404 would stand in the console as an error.
        const listing = await app.serviceManager.contents.get(folder, { content: true }).catch(() => null);
        if (!listing?.content.some((item) => item.name === name)) return;
        const here = new URL(window.location.href);
        if (here.searchParams.has("path")) here.searchParams.set("path", path);
        else here.pathname = here.pathname.replace(URLExt.encodeParts(panel.context.path), URLExt.encodeParts(path));
        link.href = here.href;
        link.hidden = false;
        if (!labShell) return;
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          void app.commands.execute("docmanager:open", { path });
        });
      };

      const show = async (panel) => {
        await panel.context.ready;
        const kit = panel.model?.getMetadata("kit");
        if (panel.isDisposed || !kit?.app) return;
        const page = new AppPage(panel, kit, NotebookActions);
        pages.set(panel, page);
        panel.disposed.connect(() => pages.delete(panel));
        setPageLanguage();
        void makeRoom();
        void linkHome(panel, page.bar.home, kit.home ?? START);
        await page.runner.open(new URL("shipped.json", home));
      };
      tracker.widgetAdded.connect((_, panel) => void show(panel));
      tracker.forEach((panel) => void show(panel));
    },
  };
}

// The container that JupyterLab, Notebook 7 and JupyterLite load: what webpack's module federation would have
// generated, written by hand, so that the kit needs no build chain. `init` is handed the modules that the page
// shares; `get` returns our one module, whose parts lie beside this file.
(() => {
  const home = new URL(".", document.currentScript.src);
  let scope;

  // Tokens and classes must be the page's own instances. So we choose as webpack chooses for a singleton: the
  // version in use, else the newest; and say that it is in use from now on.
  const shared = async (name) => {
    const inUseThenNewest = ([v, a], [w, b]) =>
      (b.loaded ? 1 : 0) - (a.loaded ? 1 : 0) || w.localeCompare(v, undefined, { numeric: true });
    const [, entry] = Object.entries(scope[name]).sort(inUseThenNewest)[0];
    entry.loaded = 1;
    return (await entry.get())();
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["krachtenveld-app"] = {
    init(sharedScope) {
      scope = sharedScope;
    },
    async get() {
      const { makePlugin } = await import(new URL("plugin.js", home));
      const plugin = await makePlugin(shared, home);
      return () => ({ __esModule: true, default: plugin });
    },
  };
})();

// What every page has. Search is two scripts and an index: none is asked for before somebody comes to its box.

/** @type {(name: string, properties?: object, ...children: (Node | string)[]) => HTMLElement} */
globalThis.make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** @type {(address: string | URL) => Promise<void>} Runs a script of this site; one that was added is not added again. */
globalThis.addScript = (address) => {
  const scripts = (globalThis.addedScripts ??= {});
  return (scripts[address] ??= new Promise((resolve, reject) => {
    document.head.append(make("script", { src: address, onload: resolve, onerror: reject }));
  }));
};
{
  const [form] = document.querySelectorAll(".search-form");
  if (form?.dataset.box) {
    const start = ({ target }) => {
      if (!form.contains(target)) return;
      removeEventListener("focusin", start);
      const { core, box } = form.dataset;
      addScript(core).then(() => addScript(box)).catch(() => {});
    };
    addEventListener("focusin", start);
    start({ target: document.activeElement });
  }
  addEventListener("keydown", (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isTyping = target instanceof Element && target.closest("input, select, textarea, [contenteditable]");
    if (key !== "/" || ctrlKey || metaKey || altKey || isTyping || !form) return;
    event.preventDefault();
    form.elements.q.select();
  });
  // Pages are folders: a server shows the index.html in them, a browser that reads files does not.
  if (location.protocol === "file:") {
    addEventListener("click", ({ target }) => {
      const link = target instanceof Element && target.closest("a[href]");
      if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) {
        link.pathname += "index.html";
      }
    });
    if (form?.action.endsWith("/")) form.action += "index.html";
  }
}

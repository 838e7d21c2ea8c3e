/**
 * Makes an element. What stands in it is always text or elements, never markup.
 *
 * @param {string} name
 * @param {Record<string, string | boolean | ((event: Event) => void) | undefined>} attributes A function is
 *   called for the event whose name follows `on`; `true` is an attribute without value; `false` and
 *   `undefined` are none.
 * @param {...(Node | string | null | undefined | false)} content
 * @returns {HTMLElement}
 */
export function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...content.filter((/** @type {any} */ part) => part));
  return made;
}

/**
 * A button that copies a text, and says so.
 *
 * @param {string} text
 * @param {import("./texts.js").Texts} texts
 * @param {(sentence: string) => void} announce
 */
export function copyButton(text, texts, announce) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without permission the text is selected, one key away from being copied.
      getSelection()?.selectAllChildren(button);
      return;
    }
    button.dataset.copied = texts.copied;
    setTimeout(() => delete button.dataset.copied, 1500);
    announce(texts.copied);
  };
  const attributes = { type: "button", class: "copy", title: texts.copy(text), onclick: copy };
  const button = element("button", attributes, text);
  return button;
}

/** A store of the browser's that may be closed to pages. */
export const memory = {
  /** @param {Storage} store @param {string} key */
  read(store, key) {
    try {
      return store.getItem(key);
    } catch {
      return null;
    }
  },
  /** @param {Storage} store @param {string} key @param {string | null} value */
  write(store, key, value) {
    try {
      if (value === null) store.removeItem(key);
      else store.setItem(key, value);
    } catch {
      // Nothing is remembered then.
    }
  },
};

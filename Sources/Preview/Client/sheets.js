/**
 * Puts new style sheets in the place of old ones, without loading the page again. The old one stays until the
 * new one is there, so that nothing is ever shown without style.
 *
 * @param {Record<string, string>} addresses The new paths, by the old ones.
 */
export function swapStyleSheets(addresses) {
  for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
    const old = /** @type {HTMLLinkElement} */ (link);
    const address = addresses[new URL(old.href).pathname];
    if (!address) continue;
    const sheet = /** @type {HTMLLinkElement} */ (old.cloneNode());
    // The same address with another content has to be asked for again.
    sheet.href = new URL(old.href).pathname === address ? `${address}?${Date.now()}` : address;
    sheet.removeAttribute("integrity");
    const done = () => old.remove();
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", () => sheet.remove());
    old.after(sheet);
  }
}

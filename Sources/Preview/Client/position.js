// Where the reader is on a page, kept when the page is loaded again.
import { memory } from "./elements.js";

const key = "terreau-position";
// How long what is late (pictures, fonts) may move the page while it is held in place, in milliseconds.
const holding = 1500;

/** Loads the page again, where it stands. */
export function reload() {
  // A heading or another named place above what is read: text that comes or goes above it then moves nothing.
  let anchor = null;
  for (const place of document.querySelectorAll("main [id]")) {
    const { top, height } = place.getBoundingClientRect();
    if (top > 0) break;
    if (height) anchor = { id: place.id, top };
  }
  const position = {
    path: location.pathname, x: scrollX, y: scrollY, anchor,
    open: [...document.querySelectorAll("details")].map((details) => details.open),
  };
  memory.write(sessionStorage, key, JSON.stringify(position));
  history.scrollRestoration = "manual";
  location.reload();
}

/** Goes back to where the page was when it was loaded again, and stays there until the reader moves. */
export function restorePosition() {
  const saved = memory.read(sessionStorage, key);
  memory.write(sessionStorage, key, null);
  if (!saved) return;
  history.scrollRestoration = "auto";
  const { path, x, y, anchor, open } = JSON.parse(saved);
  if (path !== location.pathname) return;
  const all = [...document.querySelectorAll("details")];
  if (all.length === open.length) all.forEach((details, index) => (details.open = open[index]));

  const place = anchor && document.getElementById(anchor.id);
  const restore = () => {
    const top = place ? scrollY + place.getBoundingClientRect().top - anchor.top : y;
    if (Math.abs(top - scrollY) >= 1 || x !== scrollX) scrollTo({ left: x, top, behavior: "instant" });
  };
  restore();
  const observer = new ResizeObserver(restore);
  observer.observe(document.body);
  const moves = ["wheel", "touchstart", "keydown", "pointerdown"];
  const stop = () => {
    observer.disconnect();
    for (const move of moves) removeEventListener(move, stop);
  };
  for (const move of moves) addEventListener(move, stop, { passive: true });
  addEventListener("load", restore, { once: true });
  setTimeout(stop, holding);
}

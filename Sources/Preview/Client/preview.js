// The preview's own part of a page: it shows what the server says, and loads what has changed.
import { pageFacts } from "./banner.js";
import { element, memory } from "./elements.js";
import { listen } from "./live.js";
import { nearAddresses, problemList } from "./panel.js";
import { reload, restorePosition } from "./position.js";
import { swapStyleSheets } from "./sheets.js";
import { textsFor } from "./texts.js";

restorePosition();

const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-terreau]"));
/**
 * What the server says of this page; see `PageFacts` in the server.
 *
 * @type {{run: string, site: number, language?: string, page?: import("./banner.js").PageFacts,
 *   near?: {path: string, address: string}[]}}
 */
const facts = JSON.parse(script.dataset.terreau ?? "{}");

const foldedBanner = "terreau-banner";
const foldedPanel = "terreau-panel";

/** What is shown. */
const state = {
  language: facts.language ?? document.documentElement.lang,
  /** @type {import("./panel.js").Problem[]} */
  problems: [],
  /** @type {string | undefined} */
  activity: undefined,
  isLost: false,
  isPanelOpen: false,
  isBannerFolded: memory.read(localStorage, foldedBanner) === "1",
};
let site = facts.site;
// A page that becomes visible is loaded again if it is out of date.
let isOutdated = false;

const host = element("terreau-preview", {});
const root = host.attachShadow({ mode: "open" });
const status = element("p", { class: "unseen", role: "status" });
const panel = element("section", { class: "panel", tabindex: "-1" });
const bar = element("section", { class: "bar" });
const sheet = element("link", { rel: "stylesheet", href: "/_terreau/preview.css" });
root.append(sheet, element("div", { class: "preview" }, status, panel, bar));

function announce(/** @type {string} */ sentence) {
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = sentence));
}

function counted() {
  const of = (/** @type {string} */ severity) =>
    state.problems.filter((problem) => problem.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("note") };
}

/** What the panel is about, by which a folded one is known again. */
function subject() {
  return JSON.stringify([facts.near ? location.pathname : "", state.problems.map((problem) =>
    [problem.code, problem.file, problem.line, problem.message])]);
}

function openPanel(/** @type {boolean} */ isOpen) {
  state.isPanelOpen = isOpen;
  memory.write(sessionStorage, foldedPanel, isOpen ? null : subject());
  const hadFocus = panel.contains(root.activeElement);
  draw();
  if (isOpen) panel.focus({ preventScroll: true });
  else if (hadFocus) /** @type {HTMLElement | null} */ (root.querySelector(".badge"))?.focus();
}

function foldBanner(/** @type {boolean} */ isFolded) {
  state.isBannerFolded = isFolded;
  memory.write(localStorage, foldedBanner, isFolded ? "1" : null);
  draw();
  /** @type {HTMLElement | null} */ (root.querySelector(".fold-banner"))?.focus();
}

function draw() {
  const texts = textsFor(state.language);
  const counts = counted();
  const hasPanel = state.problems.length > 0 || Boolean(facts.near);
  host.lang = textsFor("en") === texts ? "en" : "fr";

  panel.hidden = !(hasPanel && state.isPanelOpen);
  panel.setAttribute("aria-label", facts.near && !state.problems.length ? texts.missing : texts.problems);
  panel.replaceChildren(
    element(
      "header", {},
      element("h2", {}, state.problems.length > 0 ? texts.counts(counts) : texts.missing),
      element("button", { type: "button", class: "fold", onclick: () => openPanel(false) }, texts.fold)),
    ...(counts.errors > 0 ? [element("p", { class: "last-good" }, texts.lastGoodSite)] : []),
    ...(state.problems.length > 0 ? problemList(state.problems, texts, announce) : []),
    ...(facts.near && state.problems.length > 0 ? [element("h2", {}, texts.missing)] : []),
    ...(facts.near ? nearAddresses(facts.near, texts) : []));

  const kind = counts.errors > 0 ? "error" : counts.warnings > 0 ? "warning" : "note";
  // The badge is short: the worst there is.
  const worst = {
    errors: counts.errors, warnings: kind === "warning" ? counts.warnings : 0,
    notes: kind === "note" ? counts.notes : 0,
  };
  const badge = hasPanel && element(
    "button",
    {
      type: "button", class: `badge ${kind}`, "aria-expanded": String(state.isPanelOpen),
      onclick: () => openPanel(!state.isPanelOpen),
    },
    state.problems.length > 0 ? texts.counts(worst) : "404");
  const label = state.isBannerFolded ? texts.unfoldBanner : texts.foldBanner;
  const fold = element(
    "button",
    {
      type: "button", class: "fold-banner", "aria-expanded": String(!state.isBannerFolded),
      "aria-label": label, title: label, onclick: () => foldBanner(!state.isBannerFolded),
    },
    element("span", { class: "arrow", "aria-hidden": "true" }));
  const notice = state.isLost ? texts.lost : state.activity;
  bar.className = state.isBannerFolded ? "bar folded" : "bar";
  bar.setAttribute("aria-label", texts.preview);
  bar.replaceChildren(...[
    badge,
    notice && element("span", { class: state.isLost ? "notice lost" : "notice" }, notice),
    ...(state.isBannerFolded ? [] : pageFacts(facts.page, texts, announce)),
    fold,
  ].filter((/** @type {any} */ part) => part));
}

function refresh() {
  if (document.hidden) isOutdated = true;
  else reload();
}

listen({
  told(message) {
    const isOther = facts.run !== undefined && message.run !== facts.run;
    if (isOther || message.site !== site) {
      if (isOther || !message.styleSheets || message.formerSite !== site) return refresh();
      site = message.site;
      swapStyleSheets(message.styleSheets);
    }
    const before = state.problems.length;
    const wasAbout = subject();
    state.language = message.language;
    state.problems = message.problems;
    state.activity = message.activity;
    const counts = counted();
    if (subject() !== wasAbout) {
      const isFolded = memory.read(sessionStorage, foldedPanel) === subject();
      // Errors show themselves; warnings wait to be asked for.
      const staysOpen = state.isPanelOpen && state.problems.length > 0;
      state.isPanelOpen = !isFolded && (counts.errors > 0 || staysOpen);
      const texts = textsFor(state.language);
      if (state.problems.length > 0) announce(texts.counts(counts));
      else if (before > 0) announce(texts.mended);
    }
    draw();
  },
  lost() {
    if (!state.isLost) announce(textsFor(state.language).lost);
    state.isLost = true;
    draw();
  },
  found() {
    state.isLost = false;
    draw();
  },
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && isOutdated) reload();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.isPanelOpen && !event.defaultPrevented) openPanel(false);
});

// Without its style the banner would be in the way.
sheet.addEventListener("load", () => (host.hidden = false));
host.hidden = true;
state.isPanelOpen = Boolean(facts.near) && memory.read(sessionStorage, foldedPanel) !== subject();
draw();
document.body.append(host);
const main = document.querySelector("main > h1");
if (document.querySelector("link[href='/_terreau/page.css']") && !facts.near) {
  main?.after(element("p", {}, textsFor(state.language).comesBack));
}

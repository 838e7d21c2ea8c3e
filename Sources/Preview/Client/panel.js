// The panel over a page: what is wrong, where, and what to do about it.
import { copyButton, element } from "./elements.js";

/**
 * @typedef {object} Problem
 * @property {"error" | "warning" | "note"} severity
 * @property {string} code
 * @property {string} message
 * @property {string} [advice]
 * @property {string} [file]
 * @property {number} line
 * @property {number} column
 * @property {number} length
 * @property {string} [excerpt]
 */

/** Of an excerpt, shown before and after what is meant, in characters. */
const context = 70;
/** Problems that are listed: more are only counted. */
const most = 50;

/**
 * @param {Problem[]} problems
 * @param {import("./texts.js").Texts} texts
 * @param {(sentence: string) => void} announce
 * @returns {HTMLElement[]}
 */
export function problemList(problems, texts, announce) {
  const items = problems.slice(0, most).map((problem) => {
    const place = problem.file && `${problem.file}:${problem.line}:${problem.column}`;
    return element(
      "li", { class: problem.severity },
      element(
        "p", { class: "message" },
        element("strong", {}, texts.severities[problem.severity] ?? problem.severity), " ", problem.message),
      problem.advice && element("p", { class: "advice" }, problem.advice),
      place && element("p", { class: "place" }, copyButton(place, texts, announce)),
      problem.excerpt !== undefined && problem.excerpt !== null && excerpt(problem));
  });
  const list = element("ol", { class: "problems" }, ...items);
  return problems.length > most
    ? [list, element("p", { class: "more" }, `… + ${problems.length - most}`)]
    : [list];
}

/** The line with what is meant marked; columns count characters, not code units. */
function excerpt(/** @type {Problem} */ problem) {
  const characters = [...(problem.excerpt ?? "")];
  const start = Math.min(Math.max(problem.column - 1, 0), characters.length);
  const end = Math.min(start + Math.max(problem.length, 1), characters.length);
  const from = Math.max(0, start - context);
  const to = Math.min(characters.length, end + context);
  const text = (/** @type {number} */ first, /** @type {number} */ last) =>
    characters.slice(first, last).join("");
  return element(
    "pre", {},
    element("span", { class: "line", "aria-hidden": "true" }, String(problem.line)),
    element(
      "code", {}, from > 0 && "…", text(from, start), element("mark", {}, text(start, end) || "\u{a0}"),
      text(end, to), to < characters.length && "…"));
}

/**
 * What to do where there is no page.
 *
 * @param {{path: string, address: string}[]} near
 * @param {import("./texts.js").Texts} texts
 */
export function nearAddresses(near, texts) {
  return [
    element("p", { class: "advice" }, texts.missingAdvice),
    near.length > 0 && element("h3", {}, texts.near),
    near.length > 0 && element(
      "ul", { class: "near" },
      ...near.map(({ path, address }) => element("li", {}, element("a", { href: address }, path)))),
  ].filter((part) => part !== false);
}

// The banner at the foot of a page: what it is, where it is written, how long and how heavy it is.
import { copyButton, element } from "./elements.js";

/**
 * @typedef {object} PageFacts
 * @property {string} [sourceFile]
 * @property {string} kind
 * @property {number} words
 * @property {number} readingTime
 * @property {number} weight
 * @property {string} [unpublished]
 */

/**
 * @param {PageFacts | undefined} page
 * @param {import("./texts.js").Texts} texts
 * @param {(sentence: string) => void} announce
 * @returns {(HTMLElement | false)[]}
 */
export function pageFacts(page, texts, announce) {
  if (!page) return [];
  return [
    page.unpublished ? element("strong", { class: "unpublished" }, page.unpublished) : false,
    element("span", { class: "kind" }, page.kind),
    page.words > 0 && element("span", {}, texts.words(page.words)),
    page.readingTime > 0 && element("span", {}, texts.reading(page.readingTime)),
    page.weight > 0 && element("span", {}, texts.weight(page.weight)),
    page.sourceFile ? copyButton(page.sourceFile, texts, announce) : false,
  ];
}

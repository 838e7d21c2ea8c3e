"use strict";
// The library as a list to narrow (listing.js), from the files that LibraryIndex.swift says.
{
  const base = new URL(document.querySelector(".library").dataset.facets, location.href);
  /** @type {(address: string | URL) => string} An address of this site; fails for any other that a file may hold. */
  const inside = (address) => {
    const { href } = new URL(address, base);
    if (!href.startsWith(`${location.origin}/`)) throw href;
    return href;
  };
  const files = {};
  /** @type {(address: string | URL) => Promise<any>} Asks for a file once. */
  const load = (address) => (files[address] ??= fetch(inside(address)).then((answer) => answer.ok && answer.json()));

  /** @type {(text: string) => string[]} Words as the files have them, folded as those of addresses are. */
  const fold = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\p{Cf}]/gu, "")
      .replace(/[œæßøł]/g, (letter) => ({ œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" })[letter])
      .normalize().split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);

  /** A row as the page delivers them (LibraryRow.swift). */
  const row = ({ title, url, type, lang, summary, date, datetime, terms }) => {
    const own = lang && { lang };
    const item = make("li", {}, make("p", { className: "kicker" }, type));
    item.append(make("h3", {}, make("a", { ...own, href: inside(url) }, title)));
    if (summary) item.append(make("p", own, summary));
    if (date)
      item.append(make("p", { className: "meta" }, datetime ? make("time", { dateTime: datetime }, date) : date));
    if (terms) item.append(make("ul", { className: "tags" }, ...terms.map((term) => make("li", {}, term))));
    return item;
  };

  startListing({
    open: async () => ({ count: (await load(base)).count, isLight: true }),
    facets: async () => {
      const { facets } = await load(base);
      for (const values of Object.values(facets)) {
        for (const gaps of Object.values(values)) gaps.forEach((gap, place) => (gaps[place] = gap + (gaps[place - 1] ?? 0)));
      }
      return facets;
    },
    find: async (text, sort) => {
      const data = await load(base);
      const wanted = fold(text);
      const texts = wanted.length && (await load(data.texts));
      const order = sort ? (await load(data.orders))[sort] : [...Array(data.count).keys()];
      return { items: order.filter((item) => wanted.every((word) => texts[item].includes(`-${word}`))) };
    },
    row: async (item) => {
      const data = await load(base);
      return row((await load(data.chunks[Math.floor(item / data.size)]))[item % data.size]);
    },
  });
}

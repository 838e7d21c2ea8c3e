"use strict";
// The search's results as a list to narrow (listing.js), from its index (search-core.js, which comes when it is needed).
{
  const form = document.querySelector("main .search-form");
  const root = new URL(form.dataset.root, location.href);
  const address = new URL(form.dataset.index, location.href).href;
  const { dataset, content } = document.querySelector(".library > template");
  // Facets of so many documents are so small that their counts come with the first results.
  const light = 2000;
  const opening = async () => {
    await addScript(form.dataset.core);
    return searchCore.open(address);
  };
  form.addEventListener("focusin", () => opening().catch(() => {}));

  /** A sentence of the page, with elements in its place. */
  const phrase = (sentence, ...parts) => {
    const [before, after] = dataset[sentence].split("#");
    return make("span", {}, ` ${before}`, ...parts.flatMap((part, place) => (place ? [", ", part] : [part])), after);
  };
  const marked = (parts) => parts.map(([text, isHit]) => (isHit ? make("mark", {}, text) : text));

  /** What the last search made of its words; rows mark them. */
  let last = [];
  /** @type {Map<string, string>} How texts write words that were corrected: the index has them without accents. */
  const written = new Map();
  const learn = (text) => {
    for (const [form, start, end] of last.some(({ correction }) => correction) ? searchCore.words(text) : []) {
      if (last.some(({ correction }) => correction === form)) written.set(form, text.slice(start, end).toLowerCase());
    }
  };

  const row = async (item) => {
    const { index } = await opening();
    const { u, t, k, d, y, b, l, s } = await index.file(`d/${item}.json`);
    for (const text of [t, ...s.flat()]) learn(text);
    const href = searchCore.inside(root, u);
    /** An address that leads elsewhere is none. */
    const link = (end, text) =>
      make(href ? "a" : "span", href && { href: href + end }, ...marked(searchCore.marked(text, last)));
    const drawn = make("li", {}, make("p", { className: "kicker" }, [...new Set([...b, k])].join(" › ")));
    drawn.append(make("h3", l && { lang: l }, link("", t)));
    const place = searchCore.excerpt(s, last);
    if (place) {
      const { anchor, heading, snippet } = place;
      const section = anchor && heading ? [link(`#${encodeURIComponent(anchor)}`, heading), " – "] : [];
      drawn.append(make("p", l && { lang: l }, ...section, ...marked(snippet)));
    }
    if (d) drawn.append(make("p", { className: "meta" }, y ? make("time", { dateTime: y }, d) : d));
    return drawn;
  };

  startListing({
    open: async () => {
      const { index } = await opening();
      return { count: index.count, isLight: index.count <= light };
    },
    facets: async (names) => {
      const { index } = await opening();
      const files = await Promise.all(names.map((name) => index.file(`f/${name}.json`)));
      const numbers = (gaps) => {
        let last = -1;
        return searchCore.numbers(gaps).map((gap) => (last += gap + 1));
      };
      return Object.fromEntries(files.map((file, place) => [
        names[place], Object.fromEntries(Object.entries(file).map(([value, gaps]) => [value, numbers(gaps)])),
      ]));
    },
    find: async (text, sort) => {
      const { index } = await opening();
      const order = sort && (await index.file(`o/${sort}.json`));
      if (!text) {
        last = [];
        return { items: order || [...Array(index.count).keys()] };
      }
      const { results, words } = await index.search(text);
      const documents = results.map(({ document }) => document);
      const found = new Set(documents);
      const notes = () => {
        const corrected = words.filter(({ correction }) => correction)
          .map(({ correction }) => make("em", {}, written.get(correction) ?? correction));
        const missing = words.filter(({ isMissing }) => isMissing).map(({ word }) => make("em", {}, word));
        return [
          ...(corrected[0] ? [phrase("corrected", ...corrected)] : []),
          ...(missing[0] ? [phrase("missing", ...missing)] : []),
          ...(words[0] ? [] : [phrase("wordless")]),
        ];
      };
      const draw = () => (last = words);
      return { items: order ? order.filter((item) => found.has(item)) : documents, words, notes, draw };
    },
    row,
    nothing: async ({ words = [] }) => {
      const { index } = await opening();
      const near = await Promise.all(words.map(({ word, isMissing }) => (isMissing ? index.near(word, 3) : [])));
      const links = near.flat().map((word) => make("a", { href: `?q=${encodeURIComponent(word)}` }, word));
      const way = content.querySelector(".prose").cloneNode(true);
      if (links[0]) way.prepend(make("p", {}, phrase("near", ...links)));
      return way;
    },
  });
}

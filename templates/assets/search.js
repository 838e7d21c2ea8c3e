"use strict";
// The search's results as a list to narrow (listing.js), from its index (search-core.js, which comes when it is needed).
{
  const form = document.querySelector("main .search-form");
  const root = new URL(form.dataset.root, location.href);
  const address = new URL(form.dataset.index, location.href).href;
  const { dataset, content } = document.querySelector(".library > template");
  // Facets of so many documents are so small that their counts come with the first results.
  const light = 500;
  const opening = async () => {
    await addScript(form.dataset.core);
    return searchCore.open(address);
  };
  form.addEventListener("focusin", () => opening().catch(() => {}));

  /** A sentence of the page, with words in their place. */
  const phrase = (sentence, name, words = []) => {
    const [before, after = ""] = dataset[sentence].split("#");
    const parts = words.map((word) => make(name, name === "a" && { href: `?q=${encodeURIComponent(word)}` }, word));
    return make("span", {}, ` ${before}`, ...parts.flatMap((part, place) => (place ? [", ", part] : [part])), after);
  };
  const marked = (parts) => parts.map(([text, isHit]) => (isHit ? make("mark", {}, text) : text));

  /** What the last search made of its words; rows mark them. */
  let last = [];

  const row = async (item) => {
    const { index } = await opening();
    const { u, t, k, d, y, b, l, s } = await index.file(`d/${item}.json`);
    searchCore.learn(last, [t, ...s.flat()]);
    const href = searchCore.inside(root, u);
    /** An address that leads elsewhere is none. */
    const link = (end, text) =>
      make(href ? "a" : "span", href && { href: href + end }, ...marked(searchCore.marked(text, last)));
    const drawn = make("li", {}, make("p", { className: "kicker" }, k));
    drawn.append(make("h3", l && { lang: l }, link("", t)));
    const place = searchCore.excerpt(s, last);
    if (place) {
      const { anchor, heading, snippet } = place;
      const section = anchor && heading ? [link(`#${encodeURIComponent(anchor)}`, heading), " – "] : [];
      drawn.append(make("p", l && { lang: l }, ...section, ...marked(snippet)));
    }
    const way = make("p", { className: "meta" }, b.join(" › "));
    if (d) way.append(b[0] ? " · " : "", y ? make("time", { dateTime: y }, d) : d);
    drawn.append(way);
    return drawn;
  };

  startListing({
    least: 3,
    // Each row is a file.
    step: 10,
    open: async () => {
      const { index } = await opening();
      return { count: index.count, isLight: index.count <= light };
    },
    facets: async (names) => (await opening()).index.facets(names),
    find: async (text, sort, isTyped) => {
      const { index } = await opening();
      const order = sort && (await index.file(`o/${sort}.json`));
      if (!text) {
        last = [];
        return { items: order || [...Array(index.count).keys()] };
      }
      const { results, words } = await index.search(text, isTyped, "if unknown");
      const documents = results.map(({ document }) => document);
      const found = new Set(documents);
      const notes = () => {
        const corrected = words.map(({ correction, written }) => written ?? correction).filter(Boolean);
        const missing = words.filter(({ isMissing }) => isMissing).map(({ word }) => word);
        return [
          ...(corrected[0] ? [phrase("corrected", "em", corrected)] : []),
          ...(missing[0] ? [phrase("missing", "em", missing)] : []),
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
      const links = near.flat();
      const way = content.querySelector(".prose").cloneNode(true);
      if (links[0]) way.prepend(make("p", {}, phrase("near", "a", links)));
      return way;
    },
  });
}

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
  const entry = async (item) => (await opening()).index.file(`d/${item}.json`);

  /** What the last search made of its words; rows mark them. */
  let last = [];
  /** @type {Map<string, string>} How texts write the words that were corrected. */
  let written = new Map();

  const row = async (item) => {
    const { u, t, k, d, y, b, l, s } = await entry(item);
    const own = l && { lang: l };
    const place = searchCore.excerpt(s, last);
    const href = searchCore.inside(root, u);
    const link = (address, parts) => (href === undefined ? make("span", own, ...parts) : make("a", { ...own, href: address }, ...parts));
    for (const [text] of [t, ...s.flat()].map((text) => [text])) note(text);
    const drawn = make("li", {},
      make("p", { className: "kicker" }, [...b, k].filter((part, place, all) => all.indexOf(part) === place).join(" › ")),
      make("h3", {}, link(href, marked(searchCore.marked(t, last)))));
    if (place) {
      const { anchor, heading, snippet } = place;
      const section = heading && anchor
        ? [link(`${href}#${encodeURIComponent(anchor)}`, marked(searchCore.marked(heading, last))), " – "] : [];
      drawn.append(make("p", own, ...section, ...marked(snippet)));
    }
    if (d) drawn.append(make("p", { className: "meta" }, y ? make("time", { dateTime: y }, d) : d));
    return drawn;
  };
}

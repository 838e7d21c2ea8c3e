"use strict";
// Narrows the library on its page: links to its parts give way to boxes, and what is chosen stands in the address. Data
// are asked for at the first choice; where they can't be had, the page goes back to what it is without this script.
{
  const library = document.querySelector(".library");
  const step = 20;
  /** @type {(name: string, properties?: object, ...children: (Node | string)[]) => HTMLElement} */
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const page = library.cloneNode(true);
  const [filters, results, template] = library.children;
  const [notice, facets, form, active, reset, more] = template.content.cloneNode(true).children;
  const { q: words, tri: sort } = form.elements;
  const [heading, status, listed] = results.children;
  const [whole, wholeList] = [status, listed].map((part) => [...part.childNodes]);
  const list = make("ul", { className: "result-list" });
  /** @type {{box: HTMLInputElement, label: string, count: Element, items: number[]}[]} */
  const values = [...facets.querySelectorAll("input")].map((box) => {
    const [, label, count] = box.parentElement.children;
    return { box, label: label.textContent, count, items: [] };
  });
  const names = new Set(values.map(({ box }) => box.name));
  /** What is ticked, in one facet or in all. */
  const chosen = (name) => values.filter(({ box }) => box.checked && (!name || box.name === name));
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const focused = () => document.activeElement;
  /** A sentence of the page, with a value in its place. */
  const say = (sentence, value) => template.dataset[sentence].replace("#", () => value);

  library.before(notice);
  filters.lastElementChild.replaceWith(facets);
  status.role = "status";
  status.before(form);
  status.after(active);

  const base = new URL(library.dataset.facets, location.href);
  /** @type {(address: string | URL) => string} An address of this site; fails for any other that a file may hold. */
  const inside = (address) => {
    const { href } = new URL(address, base);
    if (!href.startsWith(`${location.origin}/`)) throw href;
    return href;
  };
  const files = {};
  /** @type {(address: string | URL) => Promise<any>} Asks for a file once. */
  const load = (address) => (files[address] ??= fetch(inside(address)).then((answer) => answer.ok && answer.json()));
  const start = async () => {
    const data = await load(base);
    for (const value of values) {
      let item = 0;
      value.items = (data.facets[value.box.name][value.box.value] ?? []).map((gap) => (item += gap));
    }
    return data;
  };

  /** @type {(text: string) => string[]} Words as the files have them, folded as those of addresses are. */
  const fold = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\p{Cf}]/gu, "")
      .replace(/[œæßøł]/g, (letter) => ({ œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" })[letter])
      .normalize().split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  /** @type {() => string} What is chosen, as the address says it. */
  const query = () => {
    const said = [...names].map((name) => [name, chosen(name).map(({ box }) => box.value)]);
    said.push(["q", [words.value.trim()]], ["tri", [sort.value]]);
    return said
      .filter(([, parts]) => parts.join(""))
      .map(([name, parts]) => `${name}=${parts.map(encodeURIComponent)}`)
      .join("&");
  };

  /** Counts beside values, those of a facet whatever is chosen in it; returns how many conditions each item misses. */
  const narrow = (every, wanted, texts) => {
    const misses = every.map((item) => wanted.some((word) => !texts[item].includes(`-${word}`)));
    const missed = {};
    for (const name of names) {
      const own = chosen(name);
      const miss = (missed[name] = new Uint8Array(every.length).fill(!!own.length));
      for (const { items } of own) for (const item of items) miss[item] = 0;
      miss.forEach((value, item) => (misses[item] += value));
    }
    for (const { box, count, items } of values) {
      const total = items.filter((item) => misses[item] === missed[box.name][item]).length;
      count.textContent = number.format(total);
      // Focus would be lost with the box that has it.
      box.disabled = !total && !box.checked && box !== focused();
    }
    return misses;
  };

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
  /** @type {(label: string, remove: () => void) => HTMLElement} */
  const tag = (label, remove) => {
    const onclick = () => {
      remove();
      apply(false);
    };
    return make("li", {},
      make("button", { className: "tag", ariaLabel: say("remove", label), onclick }, `${label} ×`));
  };
  /** Gives the page back, and says so. */
  const fail = () => {
    turn++;
    onpopstate = null;
    library.replaceChildren(...page.childNodes);
    notice.className = "notice";
    notice.textContent = template.dataset.unavailable;
    if (focused() === document.body) notice.focus();
  };

  let turn = 0;
  let current = "";
  let timer;
  let wasTyped;
  /** Shows what is chosen; the address is to say it too unless it did: then `isTyped` is left out. */
  const apply = async (isTyped) => {
    const own = ++turn;
    clearTimeout(timer);
    try {
      const data = await start();
      const wanted = fold(words.value);
      const texts = wanted.length && (await load(data.texts));
      const every = [...Array(data.count).keys()];
      const order = sort.value ? (await load(data.orders))[sort.value] : every;
      if (own !== turn) return;
      const said = query();
      const misses = narrow(every, wanted, texts);
      const items = order.filter((item) => !misses[item]);
      const total = items.length;
      const entry = async (item) => row((await load(data.chunks[Math.floor(item / data.size)]))[item % data.size]);
      const next = () => Promise.all(items.splice(0, step).map(entry));
      const rows = said ? await next() : [];
      if (own !== turn) return;
      if (isTyped !== undefined && said !== current) {
        history[isTyped && wasTyped ? "replaceState" : "pushState"](null, "", said ? `?${said}` : location.pathname);
      }
      current = said;
      wasTyped = isTyped;

      const holder = focused();
      const place = [...active.children].findIndex((item) => item.contains(holder));
      const tags = chosen().map(({ box, label }) => tag(label, () => (box.checked = false)));
      const text = words.value.trim();
      if (text) tags.push(tag(text, () => (words.value = "")));
      active.replaceChildren(...tags, ...(tags[0] ? [reset] : []));
      list.replaceChildren(...rows);
      listed.replaceChildren(...(said ? [list, ...(items.length ? [more] : [])] : wholeList));
      const append = (rows) => {
        list.append(...rows);
        if (!items.length) more.remove();
        rows[0].querySelector("a").focus();
      };
      more.onclick = () => next().then(append).catch(fail);
      if (holder !== focused()) (tags[place]?.firstChild ?? heading).focus();
      status.replaceChildren(
        ...(said ? [say(total > 1 ? "many" : total ? "one" : "none", number.format(total))] : whole));
    } catch {
      fail();
    }
  };

  facets.onchange = sort.onchange = () => apply(false);
  facets.addEventListener("focusout", ({ target }) => {
    target.disabled = !target.checked && target.parentElement.lastChild.textContent === "0";
  });
  words.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 400, true);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    apply(false);
  };
  reset.firstChild.onclick = () => {
    for (const { box } of chosen()) box.checked = false;
    words.value = "";
    apply(false);
  };
  onpopstate = () => {
    const said = new URLSearchParams(location.search);
    for (const { box } of values) box.checked = said.get(box.name)?.split(",").includes(box.value);
    words.value = (said.get("q") ?? "").slice(0, 200);
    sort.value = said.get("tri");
    sort.value ||= "";
    if (query() !== current) apply();
  };
  onpopstate();
}

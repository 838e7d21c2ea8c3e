"use strict";
// Narrows a list on its page: links to its parts give way to boxes, and what is chosen stands in the address. Nothing is
// asked for before the first choice; where data can't be had, the page goes back to what it is without this script.

/**
 * Starts the list of the page.
 * @param {object} source where its entries come from:
 *   `open()` gives the `count` of entries, and whether the facets are so light that they needn't wait to be used;
 *   `facets(names)` gives the numbers of entries for each value of each facet;
 *   `find(words, sort, isTyped)` gives the `items` that hold words, in their order; `draw()` is called before their rows
 *   are drawn, `notes()` after that, for what to say of the words;
 *   `row(number)` draws an entry; `nothing(found)` says what to do where there is none;
 *   `step` says how many rows are drawn at a time, 20 unless it is there;
 *   words shorter than `least` letters aren't searched for while they are typed.
 */
globalThis.startListing = (source) => {
  const library = document.querySelector(".library");
  const step = source.step ?? 20;
  const page = library.cloneNode(true);
  const [filters, results, template] = library.children;
  const [notice, facets, form, active, reset, more] = template.content.cloneNode(true).children;
  const { q: words = document.querySelector("main [name=q]"), tri: sort } = form.elements;
  const [heading, status, listed] = results.children;
  const [whole, wholeList] = [status, listed].map((part) => [...part.childNodes]);
  const title = heading.textContent;
  const list = make("ul", { className: "result-list" });
  /** @type {{box: HTMLInputElement, label: string, count: Element, whole: string, items: number[]}[]} */
  const values = [...facets.querySelectorAll("input")].map((box) => {
    const [, label, count] = box.parentElement.children;
    return { box, label: label.textContent, count, whole: count.textContent, items: [] };
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

  /** @type {() => string} What is chosen, as the address says it. */
  const query = () => {
    const said = [...names].map((name) => [name, chosen(name).map(({ box }) => box.value)]);
    said.push(["q", [words.value.trim()]], ["tri", [sort.value]]);
    return said
      .filter(([, parts]) => parts.join(""))
      .map(([name, parts]) => `${name}=${parts.map(encodeURIComponent)}`)
      .join("&");
  };

  let areFacetsLoaded = false;
  let areFacetsUsed = false;
  const loadFacets = async () => {
    const found = await source.facets([...names]);
    for (const value of values) value.items = found[value.box.name][value.box.value] ?? [];
    areFacetsLoaded = true;
  };
  /** The items of an order that pass every facet; counts beside values are those of a facet whatever is chosen in it. */
  const narrow = (order, count) => {
    if (!areFacetsLoaded) {
      for (const { box, count, whole } of values) {
        count.textContent = words.value.trim() ? "" : whole;
        box.disabled = whole === "0";
      }
      return [...order];
    }
    const misses = new Uint8Array(count).fill(1);
    for (const item of order) misses[item] = 0;
    const missed = {};
    for (const name of names) {
      const own = chosen(name);
      const miss = (missed[name] = new Uint8Array(count).fill(!!own.length));
      for (const { items } of own) for (const item of items) miss[item] = 0;
      miss.forEach((value, item) => (misses[item] += value));
    }
    for (const { box, count, items } of values) {
      const total = items.filter((item) => misses[item] === missed[box.name][item]).length;
      count.textContent = number.format(total);
      // Focus would be lost with the box that has it.
      box.disabled = !total && !box.checked && box !== focused();
    }
    return order.filter((item) => !misses[item]);
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
    onpopstate = words.oninput = words.form.onsubmit = null;
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
      const { count, isLight } = await source.open();
      if (chosen()[0] && !areFacetsLoaded) await loadFacets();
      const found = await source.find(words.value.trim(), sort.value, isTyped);
      if (own !== turn) return;
      found.draw?.();
      const said = query();
      const items = narrow(found.items, count);
      const total = items.length;
      const next = () => Promise.all(items.splice(0, step).map((item) => source.row(item)));
      const rows = said ? await next() : [];
      const nothing = said && !total ? await source.nothing?.(found) : undefined;
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
      listed.replaceChildren(...(said ? [nothing ?? list, ...(items.length ? [more] : [])] : wholeList));
      heading.textContent = (said && template.dataset.found) || title;
      const append = (rows) => {
        list.append(...rows);
        if (!items.length) more.remove();
        rows[0].querySelector("a")?.focus();
      };
      more.onclick = () => next().then(append).catch(fail);
      if (holder !== focused()) (tags[place]?.firstChild ?? heading).focus();
      const sum = say(total > 1 ? "many" : total ? "one" : "none", number.format(total));
      status.replaceChildren(...(said ? [sum, ...(found.notes?.() ?? [])] : whole));
      if (!areFacetsLoaded && (isLight || areFacetsUsed)) {
        await loadFacets();
        if (own === turn) narrow(found.items, count);
      }
    } catch {
      if (own === turn) fail();
    }
  };

  facets.onchange = sort.onchange = () => apply(false);
  facets.addEventListener("focusout", ({ target }) => {
    target.disabled = !target.checked && target.parentElement.lastChild.textContent === "0";
  });
  const use = () => {
    if (areFacetsUsed) return;
    areFacetsUsed = true;
    if (current && !areFacetsLoaded) apply();
  };
  filters.addEventListener("focusin", use);
  filters.addEventListener("pointerenter", use);
  words.oninput = () => {
    clearTimeout(timer);
    const { length } = words.value.trim();
    if (!length || length >= (source.least ?? 1)) timer = setTimeout(apply, 300, true);
  };
  words.form.onsubmit = form.onsubmit = (event) => {
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
};

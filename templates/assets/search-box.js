"use strict";
// The first results under a search box as one types: the combobox pattern of the ARIA Authoring Practices.
{
  const form = document.querySelector(".search-form");
  const box = form.elements.q;
  const root = new URL(form.dataset.root, location.href);
  const address = new URL(form.dataset.index, location.href).href;
  const limit = 5;
  // Words are looked up after the first pause; titles, which change with every letter, are asked for after the second.
  const [pause, rest] = [120, 180];
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

  const list = make("ul", { id: "suggestions", className: "suggestions", role: "listbox", hidden: true, ariaLabel: form.dataset.suggestions });
  form.append(list);
  Object.assign(box, { role: "combobox", enterKeyHint: "search", ariaAutoComplete: "list", ariaExpanded: "false" });
  box.setAttribute("aria-controls", list.id);

  let turn = 0;
  let active = -1;
  const close = () => {
    turn++;
    list.hidden = true;
    list.replaceChildren();
    box.ariaExpanded = "false";
    choose(-1);
  };
  /** Makes an option the active one; -1 goes back to what was typed. */
  const choose = (place) => {
    active = place;
    [...list.children].forEach((option, index) => (option.ariaSelected = String(index === place)));
    const option = list.children[place];
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const follow = (option) => (option.dataset.href ? location.assign(option.dataset.href) : form.requestSubmit());

  const option = (text, note, href) => {
    const title = text.map(([part, isHit]) => (isHit ? make("mark", {}, part) : part));
    const item = make("li", { role: "option", id: `suggestion-${list.children.length}`, ariaSelected: "false" });
    item.append(make("span", {}, ...title), " ", make("span", { className: "meta" }, note));
    if (href) item.dataset.href = href;
    list.append(item);
  };

  const suggest = async () => {
    const own = ++turn;
    const query = box.value;
    await wait(pause);
    if (own !== turn) return;
    try {
      const { index } = await searchCore.open(address);
      if (!index.wanted(query, true)[0]) return close();
      const { results, words } = await index.search(query, true);
      if (own !== turn) return;
      await wait(rest);
      if (own !== turn) return;
      const documents = await Promise.all(results.slice(0, limit).map(({ document }) => index.file(`d/${document}.json`)));
      if (own !== turn) return;
      list.replaceChildren();
      for (const { t, k, u } of documents) {
        const href = searchCore.inside(root, u);
        if (href) option(searchCore.marked(t, words), k, href);
      }
      if (results[0]) option([[form.dataset.all, false]], String(results.length));
      list.hidden = !list.children[0];
      box.ariaExpanded = String(!list.hidden);
      choose(-1);
    } catch {
      // The form still leads to the page of the search, which says what is wrong.
      if (own === turn) close();
    }
  };

  box.addEventListener("input", suggest);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const { key, altKey, isComposing } = event;
    const count = list.children.length;
    if (isComposing) return;
    if (key === "Escape" && !list.hidden) close();
    else if (key === "Enter" && active >= 0) follow(list.children[active]);
    else if (key === "Enter") return void close();
    else if ((key === "ArrowDown" || key === "ArrowUp") && list.hidden) return void (altKey || suggest());
    else if (key === "ArrowDown") choose(active + 1 < count ? active + 1 : -1);
    else if (key === "ArrowUp") choose(active < 0 ? count - 1 : active - 1);
    else return;
    event.preventDefault();
  });
  // The box keeps focus while an option is pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("[role=option]");
    if (option) follow(option);
  });
  searchCore.open(address).catch(() => {});
  if (box.value) suggest();
}

// Upcoming or past depends on the day of reading, in the platform's time zone.
for (const agenda of document.querySelectorAll("[data-zone]")) {
  const today = new Date().toLocaleDateString("sv", { timeZone: agenda.dataset.zone });
  const hasBegun = (line) => line.dataset.start < today;
  const isOver = (line) => line.dataset.end < today;
  const lines = [...agenda.querySelectorAll("li")];
  lines.sort((a, b) => a.dataset.start.localeCompare(b.dataset.start));
  const coming = lines.filter((line) => !isOver(line));
  const past = lines.filter(isOver);
  const [next, last] = agenda.querySelectorAll("[data-part]");

  /** @type {(part: HTMLElement, lines: Element[]) => void} */
  const show = (part, lines) => {
    const [heading, note] = part.children;
    const { one, other } = note.dataset;
    if (lines.some(hasBegun)) heading.textContent = heading.dataset.begun;
    if (lines[0]) note.textContent = (lines[1] ? other : one).replace("{n}", lines.length);
    part.hidden = false;
  };

  // A home page keeps one of each.
  const all = agenda.querySelector(":scope > ol");
  const soon = coming.find((line) => !hasBegun(line)) ?? coming[0];
  const shown = all && soon ? [soon] : coming;
  next.querySelector("ol").append(...shown);
  if (all) last.querySelector("ol").append(...past.slice(-1));
  all?.remove();
  show(next, shown);
  show(last, past);
  if (!past[0]) last.remove();
  for (const list of agenda.querySelectorAll("ol")) if (!list.children[0]) list.parentElement.remove();
}

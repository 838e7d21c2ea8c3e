// Upcoming or past: by the day of reading. Done as soon as it is parsed, so that nothing painted moves.
new MutationObserver((_, observer) => {
  const agenda = document.querySelector("[data-zone]");
  if (!agenda?.nextSibling) return;
  observer.disconnect();
  const today = new Date().toLocaleDateString("sv", { timeZone: agenda.dataset.zone });
  const hasBegun = (line) => line.dataset.start < today;
  const isOver = (line) => line.dataset.end < today;
  const lines = [...agenda.querySelectorAll("li")].reverse();
  const past = lines.filter(isOver);
  let coming = lines.filter((line) => !isOver(line));
  const [next, last] = agenda.querySelectorAll("[data-part]");
  const block = agenda.querySelector(":scope > ol");
  if (block) {
    coming = [...coming.filter((line) => !hasBegun(line)), ...coming].slice(0, 1);
    last.querySelector("ol").append(...past.slice(-1));
    block.remove();
  }
  next.querySelector("ol").append(...coming);
  for (const [part, lines] of [[next, coming], [last, past]]) {
    const [heading, note] = part.children;
    const words = note.dataset[lines[1] ? "other" : "one"];
    if (lines.some(hasBegun)) heading.textContent = heading.dataset.begun;
    if (lines[0]) note.textContent = words.replace("{n}", lines.length);
    part.hidden = false;
  }
  if (!past[0]) last.remove();
  for (const list of agenda.querySelectorAll("ol")) if (!list.children[0]) list.parentElement.remove();
}).observe(document, { childList: true, subtree: true });

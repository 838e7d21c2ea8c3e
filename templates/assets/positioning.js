// Buttons that only a script can serve: shown where they work.
{
  /** @type {Record<string, (button: HTMLButtonElement) => void>} */
  const actions = { print: () => print() };
  if (navigator.clipboard) {
    actions.copy = (button) => {
      const address = document.querySelector(".share .address");
      const status = document.querySelector(".share [role=status]");
      if (!address || !status) return;
      navigator.clipboard.writeText(address.textContent ?? "").then(
        () => (status.textContent = button.dataset.done ?? ""),
        () => (status.textContent = button.dataset.failed ?? ""));
    };
  }
  for (const button of document.querySelectorAll("button")) {
    const action = actions[button.dataset.action ?? ""];
    if (!action) continue;
    button.addEventListener("click", () => action(button));
    button.hidden = false;
  }
}

/**
 * What the server says of the site; see `LiveMessage` in the server.
 *
 * @typedef {object} Message
 * @property {string} run
 * @property {number} number
 * @property {number} site
 * @property {number} formerSite
 * @property {string} language
 * @property {Record<string, string>} [styleSheets]
 * @property {import("./panel.js").Problem[]} problems
 * @property {string} [activity]
 */

/**
 * Listens to the server, and again when it was gone.
 *
 * @param {{told: (message: Message) => void, lost: () => void, found: () => void}} listener
 */
export function listen(listener) {
  const shortest = 250;
  const longest = 4000;
  let delay = shortest;
  let waiting = 0;

  const connect = () => {
    clearTimeout(waiting);
    waiting = 0;
    const address = new URL("/_terreau/live", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    socket.addEventListener("open", () => {
      delay = shortest;
      listener.found();
    });
    socket.addEventListener("message", (event) => listener.told(JSON.parse(event.data)));
    socket.addEventListener("close", () => {
      // A page that is being left isn't told anything any more.
      if (leaving) return;
      listener.lost();
      waiting = setTimeout(connect, delay);
      delay = Math.min(delay * 1.6, longest);
    });
  };

  let leaving = false;
  addEventListener("pagehide", () => (leaving = true));
  addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted) connect();
  });
  // Who comes back to a page doesn't wait.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && waiting) connect();
  });
  connect();
}

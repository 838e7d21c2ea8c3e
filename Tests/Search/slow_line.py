"""What a first search costs on a slow line: `.venv-tests/bin/python Tests/Search/slow_line.py public [searches]`.

The built site is served compressed, to a browser with 1.6 Mbit/s, 150 ms of round trip and a processor four times
slower. Printed: bytes of the first search of two words, the page itself aside, and the time to five snippets; then
the time of searches whose files are there.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import statistics
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
SLOWER = 4
FIVE_SNIPPETS = "document.querySelectorAll('.result-list > li:has(mark)').length >= 5"
# Types a word into the box of the page, and gives how long its results took, in milliseconds.
RETYPE = """async (word) => {
  const list = document.querySelector(".listed");
  const start = performance.now();
  const drawn = new Promise((resolve) => new MutationObserver(resolve).observe(list, {childList: true, subtree: true}));
  const core = globalThis.searchCore;
  const index = await (globalThis.warmIndex ??= (async () => {
    const base = new URL("index.json", location.href);
    const manifest = await (await fetch(base)).json();
    return new core.Index(manifest, async (path) => (await fetch(new URL(`${manifest.hash}/${path}`, base))).json());
  })());
  await index.search(word, false);
  const cold = performance.now();
  await index.search(word, false);
  return performance.now() - cold;
}"""


class Compressed(SimpleHTTPRequestHandler):
    """Files of a folder, compressed once; counts the bytes of bodies."""

    folder: Path
    sent: list[tuple[str, int]] = []
    bodies: dict[Path, bytes] = {}

    def do_GET(self) -> None:
        path = self.folder / self.path.split("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        body = self.bodies.setdefault(path, gzip.compress(path.read_bytes(), 9))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent.append((self.path, len(body)))
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


def pairs(folder: Path, count: int) -> list[str]:
    """Two words of a document each, neither the shortest nor the commonest; always the same ones."""
    manifest = json.loads((folder / "recherche/index.json").read_text())
    chance = random.Random(1)
    found: list[str] = []
    while len(found) < count:
        number = chance.randrange(manifest["n"])
        document = json.loads((folder / f"recherche/{manifest['hash']}/d/{number}.json").read_text())
        words = [word for word in " ".join(part[2] for part in document["s"]).split() if word.isalpha() and len(word) > 5]
        if len(words) > 1:
            found.append(" ".join(chance.sample(words, 2)))
    return found


def slow_down(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return session


def main() -> None:
    folder = Path(sys.argv[1])
    searches = pairs(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 15)
    Compressed.folder = folder
    server = ThreadingHTTPServer(("127.0.0.1", 0), Compressed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}/"
    sizes: list[int] = []
    times: list[float] = []
    warm: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for search in searches:
            context = browser.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
            page = context.new_page()
            # The visitor is on the page of the search: what is loaded by then is no part of the search.
            page.goto(home + "recherche/", wait_until="networkidle")
            slow_down(page)
            Compressed.sent.clear()
            page.locator("main input[name=q]").fill(search)
            start = page.evaluate("performance.now()")
            page.locator("main input[name=q]").press("Enter")
            page.wait_for_function(FIVE_SNIPPETS, polling="raf", timeout=20_000)
            times.append(page.evaluate("performance.now()") - start)
            page.wait_for_load_state("networkidle")
            sizes.append(sum(size for _, size in Compressed.sent))
            warm.append(page.evaluate(RETYPE, search))
            context.close()
        browser.close()
    ordered = sorted(warm)
    print(f"{len(searches)} searches of two words, {folder}")
    print(f"first search      median {statistics.median(sizes):,.0f} bytes, most {max(sizes):,}")
    print(f"to five snippets  median {statistics.median(times):.0f} ms, most {max(times):.0f}")
    print(f"warm search       95th percentile {ordered[int(0.95 * (len(ordered) - 1))]:.1f} ms, most {ordered[-1]:.1f}")


if __name__ == "__main__":
    main()

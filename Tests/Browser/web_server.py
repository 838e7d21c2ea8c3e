"""A small static host: the site under a path, the strict headers of a good one, the site's own 404 page."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    folder: Path
    prefix: str

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that leaves a page hangs up in the middle of an answer.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.server.prefix):
            return self._answer(404, "text/plain; charset=utf-8", b"outside the site\n")
        file = (self.server.folder / path.removeprefix(self.server.prefix)).resolve()
        if file.is_dir() and not path.endswith("/"):
            return self._answer(301, "text/plain; charset=utf-8", b"", location=path + "/")
        if file.is_dir():
            file /= "index.html"
        if file.is_relative_to(self.server.folder) and file.is_file():
            # A type this table lacks must be added to it: guessing would hide what a host does not know.
            self._answer(200, MEDIA_TYPES[file.suffix], file.read_bytes())
        else:
            missing = self.server.folder / "404.html"
            body = missing.read_bytes() if missing.is_file() else b"no such page\n"
            self._answer(404, MEDIA_TYPES[".html"], body)

    def _answer(self, status: int, media_type: str, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        if location is not None:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the tests look at the browser's side."""


@contextmanager
def serving(folder: Path, prefix: str = "/projet/") -> Iterator[str]:
    """Serves a folder while the block runs; gives the address of its home page."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.folder = folder.resolve()
    server.prefix = prefix
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

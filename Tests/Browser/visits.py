"""A visitor's browser: opens pages, and keeps what the console and the network said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from built_platform import BuiltPlatform
from declarations import list_views

# Wide enough for most, and the narrowest that WCAG 1.4.10 asks for.
WIDTHS = (320, 1280)
# A tablet's width too, where what matters is whether pages fit.
FITTING_WIDTHS = (320, 768)
SCHEMES = ("light", "dark")
UNKNOWN_ADDRESS = "une/adresse/que/personne/ne/connait/"


@dataclass
class Visit:
    """One tab, and what happened in it since the last page was opened."""

    page: Page
    home: str
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def open(self, address: str) -> None:
        """Opens a page of the site and waits until it is whole."""
        for record in (self.messages, self.requests, self.failures):
            record.clear()
        self.sizes.clear()
        self.page.goto(self.home + address, wait_until="load")

    def faults(self) -> list[str]:
        """What a page that works never has: messages, failures, requests to others."""
        external = [f"asks for {url}" for url in self.requests if not url.startswith((self.home, "data:"))]
        return self.messages + self.failures + external

    def _heard(self, message: ConsoleMessage) -> None:
        # The browser itself says so of a missing page's address; nothing else may be missing.
        own = message.location.get("url") == self.page.url and "status of 404" in message.text
        if not (own and UNKNOWN_ADDRESS in self.page.url):
            self.messages.append(f"console {message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _failed(self, request: Request) -> None:
        # Leaving a page drops what it had not received yet.
        if request.failure != "net::ERR_ABORTED":
            self.failures.append(f"{request.url} failed: {request.failure}")

    def _answered(self, response: Response) -> None:
        self.sizes[response.url] = int(response.headers.get("content-length", "0"))
        if response.status >= 400 and not response.url.endswith(UNKNOWN_ADDRESS):
            self.failures.append(f"{response.url} answered {response.status}")


@contextmanager
def visiting(browser: Browser, home: str, width: int = 1280, **options: Any) -> Iterator[Visit]:
    """A tab of its own, closed at the end; options are those of Playwright's contexts."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="fr-FR", **options)
    try:
        yield Visit(context.new_page(), home)
    finally:
        for page in context.pages:
            # A route that still answers would find its page gone.
            page.unroute_all(behavior="ignoreErrors")
        context.close()


# Pages that show what no other does, where a platform has them: every directive, long tables, images and data.
RICH = ("contribuer/blocs/", "contribuer/types-de-contenus/", "le-reseau/", "accessibilite/", "ecoconception/")


def specimens(site: BuiltPlatform) -> dict[str, str]:
    """One page of each kind, list view, content type, second page and rich page: addresses by what they are."""
    addresses = {page.address for page in site.pages}
    found = {"missing page": UNKNOWN_ADDRESS, **{f"/{rich}": rich for rich in RICH if rich in addresses}}
    views = list_views(site.source) if site.source else {}
    for page in site.pages:
        if page.kind == "not-found" or page.is_redirect:
            continue
        name = page.kind
        if "/page/" in page.path:
            name += ", 2nd page"
        elif page.kind == "item":
            name += " of /" + page.address.rstrip("/").rpartition("/")[0]
        elif page.kind == "list":
            name += f" as {views.get(page.address.rstrip('/'), 'cards')}"
        found.setdefault(name, page.address)
    # The answers to all questions stand in the address of a result.
    positioned = [page.address for page in site.of_kind("positioning")]
    if positioned:
        found["positioning"] = min(positioned, key=lambda address: address.count("/"))
        found["positioning, result"] = max(positioned, key=lambda address: address.count("/"))
    return found


def faults_of_each(visit: Visit, site: BuiltPlatform, check: Callable[[Page], list[str]]) -> list[str]:
    """Opens one page of each kind, and says which faults which of them has."""
    found: list[str] = []
    for name, address in specimens(site).items():
        visit.open(address)
        found += [f"{name} (/{address}): {fault}" for fault in check(visit.page) + visit.faults()]
    return found

"""How many clicks lead from the home page to each page, along the links of the built HTML."""

from __future__ import annotations

from collections import deque
from urllib.parse import urldefrag, urljoin

from built_platform import BASE_URL, BuiltPlatform, Page
from markup import Element


def linked(page: Page, within: Element | None = None) -> list[str]:
    """The addresses of the site's own pages that a page leads to, in its order."""
    place = urljoin(BASE_URL, page.address)
    targets = (urldefrag(urljoin(place, link["href"])).url for link in (within or page.document).find("a"))
    return [target.removeprefix(BASE_URL) for target in targets if target.startswith(BASE_URL)]


def clicks(site: BuiltPlatform) -> dict[str, int]:
    """The fewest clicks from the home page to each page that links lead to, by address."""
    pages = {page.address: page for page in site.pages if page.kind != "not-found"}
    distance = {"": 0}
    waiting = deque([""])
    while waiting:
        address = waiting.popleft()
        for target in linked(pages[address]):
            if target in pages and target not in distance:
                distance[target] = distance[address] + 1
                waiting.append(target)
    return distance


def items_below(site: BuiltPlatform, path: str) -> list[str]:
    """The addresses of the items in a folder."""
    return [page.address for page in site.of_kind("item") if page.address.startswith(f"{path}/")]


def resources_of_terms(site: BuiltPlatform, path: str) -> list[str]:
    """The addresses of the items that the pages of a vocabulary's terms show."""
    items = {page.address for page in site.of_kind("item")}
    shown = {
        target
        for page in site.of_kind("term")
        if page.address.startswith(f"{path}/")
        for main in page.document.find("main")
        for target in linked(page, main)
    }
    return sorted(items & shown)

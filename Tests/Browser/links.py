"""Follows every address of every file of a site, without a network."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

from built_platform import BuiltPlatform, Page
from markup import Element, parse

OTHER_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)""")


def candidates(srcset: str) -> list[str]:
    """The addresses of a srcset: each is followed by a width or a density, or by nothing."""
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def refresh_target(content: str) -> str:
    """Where `0; url=…` leads."""
    return content.partition("=")[2].strip().strip("'\"")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def addresses(document: Element) -> Iterator[tuple[int, str]]:
    """Every address a page holds, with its line."""
    for element in document.descendants():
        for name in ("href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href"):
            if name in element:
                yield element.line, element[name]
        for name in ("srcset", "imagesrcset"):
            for address in candidates(element[name]):
                yield element.line, address
        if element.tag == "meta":
            if element["http-equiv"].lower() == "refresh":
                yield element.line, refresh_target(element["content"])
            elif element["property"] in ("og:url", "og:image"):
                yield element.line, element["content"]


def data_strings(document: Element) -> Iterator[tuple[int, str]]:
    """Every string of a page's data blocks, with the block's line."""
    for script in document.find("script"):
        if script["type"] == "application/ld+json":
            for text in _strings(json.loads(script.text)):
                yield script.line, text


def style_addresses(css: str) -> list[str]:
    return [found[1] or found[2] for found in _STYLE_ADDRESS.finditer(css)]


class Crawler:
    """Finds the links of a site that lead nowhere when it stands at `mounted_at`.

    `declared` is the base URL it was built for: complete addresses below it must name files of the site too.
    """

    def __init__(self, site: BuiltPlatform, mounted_at: str, declared: str) -> None:
        self.site = site
        self.mounted_at = mounted_at
        self.declared = declared
        self._files = frozenset(site.files)
        self._ids: dict[str, frozenset[str]] = {}

    def faults(self, shown_at: str | None = None, pages: list[Page] | None = None) -> list[str]:
        """What is wrong with the addresses of the pages, or of all; `shown_at` is for the 404 page."""
        found: list[str] = []
        for page in self.site.pages if pages is None else pages:
            place = urljoin(self.mounted_at, page.address if shown_at is None else shown_at)
            for line, address in addresses(page.document):
                # An address of the page's own is right wherever the page is shown.
                fault = (
                    self._target_fault(page.address + address)
                    if address[:1] == "#"
                    else self.fault(address, place)
                )
                if fault:
                    found.append(f"{page}:{line}: {address!r} {fault}")
            for line, text in data_strings(page.document):
                if text.startswith(self.declared) and (fault := self.fault(text, place)):
                    found.append(f"{page}:{line}: {text!r} {fault}")
        return found

    def other_faults(self) -> list[str]:
        """What is wrong with the addresses of style sheets, drawings and sitemaps."""
        found: list[str] = []
        for name in self.site.files:
            place = urljoin(self.mounted_at, name)
            if name.endswith(".css"):
                written = style_addresses(self.site.text(name))
            elif name.endswith(".svg"):
                written = [address for _, address in addresses(parse(self.site.text(name)))]
            elif name.endswith(".xml"):
                written = self.sitemap_addresses(name)
            else:
                continue
            faults = ((address, self.fault(address, place)) for address in written)
            found += [f"{name}: {address!r} {fault}" for address, fault in faults if fault]
        return found

    def sitemap_addresses(self, name: str) -> list[str]:
        root = ElementTree.fromstring(self.site.text(name))
        return [location.text or "" for location in root.iter(SITEMAP + "loc")]

    def fault(self, address: str, place: str) -> str | None:
        """Why an address written on the page at `place` is wrong, or nothing."""
        if address != address.strip() or not address.isascii() or " " in address:
            return "is not a well-written URL"
        scheme = urlsplit(address).scheme
        if scheme and scheme not in OTHER_SCHEMES:
            return None if address.startswith("data:image/") else f"has the scheme {scheme}"
        if scheme in ("mailto", "tel"):
            return None
        whole = urljoin(place, address)
        bases = [base for base in (self.mounted_at, self.declared) if whole.startswith(base)]
        if not bases:
            hosts = [urlsplit(base).netloc for base in (self.mounted_at, self.declared)]
            return "leaves the site's folder" if urlsplit(whole).netloc in hosts else None
        return self._target_fault(whole.removeprefix(bases[0]))

    def _target_fault(self, target: str) -> str | None:
        parts = urlsplit(target)
        path = unquote(parts.path)
        if path == "" or path.endswith("/"):
            path += "index.html"
        if path not in self._files:
            return f"leads to {path}, which does not exist"
        if target.endswith("#") or parts.fragment:
            wanted = unquote(parts.fragment)
            if wanted not in self._identifiers(path):
                return f"leads to #{wanted}, which {path} does not have"
        return None

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.path: page for page in self.site.pages}

    def _identifiers(self, path: str) -> frozenset[str]:
        if path not in self._ids:
            document = self._pages[path].document if path in self._pages else parse(self.site.text(path))
            self._ids[path] = frozenset(
                element["id"] for element in document.descendants() if "id" in element
            )
        return self._ids[path]

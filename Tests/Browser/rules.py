"""What every page keeps, as functions that list a page's faults; no browser needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from built_platform import Page
from markup import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FOCUSABLE = ("a", "button", "input", "select", "textarea", "summary", "area", "iframe")
# What makes a browser ask for a file, and the attribute that names it.
REQUESTS = {
    "script": "src",
    "img": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "track": "src",
    "iframe": "src",
    "embed": "src",
    "object": "data",
    "input": "src",
    "image": "href",
    "use": "href",
}
LINKED_FILES = frozenset(("stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "manifest"))


def _place(element: Element) -> str:
    return f"line {element.line}, <{element.tag}>"


def structure_faults(page: Page) -> list[str]:
    """Language, title, headings, ids, landmarks, skip link, alternatives and table headers (A1 to A7)."""
    document = page.document
    return [
        *_head_faults(page, document),
        *_heading_faults(document),
        *_identifier_faults(document),
        *_landmark_faults(document),
        *_skip_link_faults(document),
        *_content_faults(document),
    ]


def _head_faults(page: Page, document: Element) -> list[str]:
    faults: list[str] = []
    if not page.source.startswith("<!doctype html>"):
        faults.append("does not start with <!doctype html>")
    if [element["lang"] for element in document.find("html")] != ["fr"]:
        faults.append("is not declared to be in French")
    titles = [element.text for element in document.find("title") if not _inside(element, "svg")]
    if len(titles) != 1 or not titles[0]:
        faults.append(f"has {len(titles)} titles: {titles}")
    return faults


def _inside(element: Element, *tags: str) -> bool:
    return any(ancestor.tag in tags for ancestor in element.ancestors())


def _heading_faults(document: Element) -> list[str]:
    headings = document.find(*HEADINGS)
    levels = [int(heading.tag[1]) for heading in headings]
    faults = [f"{_place(heading)}: is empty" for heading in headings if not heading.text]
    if levels.count(1) != 1:
        faults.append(f"has {levels.count(1)} h1")
    for above, level, heading in zip([0, *levels], levels, headings, strict=False):
        if level > above + 1:
            faults.append(f"{_place(heading)}: follows a level {above}, “{heading.text}”")
    return faults


def _identifier_faults(document: Element) -> list[str]:
    counts = Counter(element["id"] for element in document.descendants() if "id" in element)
    return [f"has {count} elements with the id “{name}”" for name, count in counts.items() if count > 1]


def _landmark_faults(document: Element) -> list[str]:
    """header, search, nav, main and footer, in this order; navs with different names."""
    faults: list[str] = []
    top = [
        element.tag
        for body in document.find("body")
        for element in body.children
        if isinstance(element, Element)
    ]
    if [tag for tag in top if tag in ("header", "main", "footer")] != ["header", "main", "footer"]:
        faults.append(f"its body holds {top}, not header, main and footer in this order")
    for name, found in {
        "main": document.find("main"),
        "nav in the header": [nav for nav in document.find("nav") if _inside(nav, "header")],
        "search": [
            element
            for element in document.descendants()
            if element.tag == "search" or element["role"] == "search"
        ],
    }.items():
        if len(found) != 1:
            faults.append(f"has {len(found)} {name}")
    names = Counter(nav["aria-label"] or nav["aria-labelledby"] for nav in document.find("nav"))
    wrong = {name: count for name, count in names.items() if count > 1 or not name}
    faults += [f"has {count} navs named “{name}”" for name, count in wrong.items()]
    return faults


def _skip_link_faults(document: Element) -> list[str]:
    first = next(
        (
            element
            for body in document.find("body")
            for element in body.descendants()
            if element.tag in FOCUSABLE or "tabindex" in element
        ),
        None,
    )
    mains = [main["id"] for main in document.find("main")]
    if first is None or first.tag != "a" or first["href"].removeprefix("#") not in mains:
        return ["its first focusable element is no link to main"]
    return []


def _content_faults(document: Element) -> list[str]:
    faults = [f"{_place(image)}: has no alt" for image in document.find("img") if "alt" not in image]
    faults += [
        f"{_place(image)}: has no width or height"
        for image in document.find("img")
        if "width" not in image or "height" not in image
    ]
    faults += [f"{_place(cell)}: has no scope" for cell in document.find("th") if "scope" not in cell]
    for drawing in document.find("svg"):
        named = "aria-label" in drawing or "aria-labelledby" in drawing or drawing.find("title")
        if not named and drawing["aria-hidden"] != "true":
            faults.append(f"{_place(drawing)}: has no name and is not hidden")
    faults += [
        f"{_place(link)}: has no text"
        for link in document.find("a")
        if not link.text and not link["aria-label"] and not any(image["alt"] for image in link.find("img"))
    ]
    return faults


def repeated_titles(pages: Iterable[Page]) -> list[str]:
    """Titles that more than one page has, with those pages (A2)."""
    by_title: dict[str, list[str]] = {}
    for page in pages:
        for title in page.document.find("title")[:1]:
            by_title.setdefault(title.text, []).append(page.path)
    return [f"“{title}”: {', '.join(paths)}" for title, paths in by_title.items() if len(paths) > 1]


def policy_faults(document: Element) -> list[str]:
    """What the content security policy of F8 would block; for pages and SVG files."""
    faults: list[str] = []
    for element in document.descendants():
        if element.tag == "style":
            faults.append(f"{_place(element)}: an inline style sheet")
        if element.tag == "script" and "src" not in element and element["type"] != "application/ld+json":
            faults.append(f"{_place(element)}: an inline script")
        if element.tag == "base":
            faults.append(f"{_place(element)}: changes the base of the page's addresses")
        for name, value in element.attributes.items():
            if name == "style":
                faults.append(f"{_place(element)}: a style attribute")
            if name.startswith("on"):
                faults.append(f"{_place(element)}: the handler {name}")
            if value.strip().lower().startswith(("javascript:", "vbscript:", "data:text/html")):
                faults.append(f"{_place(element)}: {name}={value!r}")
    return faults


def requested_files(document: Element) -> list[tuple[Element, str]]:
    """The addresses that showing a page asks for, each with the element that does."""
    found: list[tuple[Element, str]] = []
    for element in document.descendants():
        if element.tag == "link" and LINKED_FILES.intersection(element["rel"].lower().split()):
            found.append((element, element["href"]))
        name = REQUESTS.get(element.tag)
        for attribute in {name, f"xlink:{name}"} - {None, "xlink:None"}:
            if attribute is not None and attribute in element:
                found.append((element, element[attribute]))
    return found


def third_party_requests(document: Element) -> list[str]:
    """What a page asks of another host, by itself or when a form is sent."""
    found = requested_files(document)
    found += [(form, form["action"]) for form in document.find("form") if "action" in form]
    return [
        f"{_place(element)}: asks for {address}"
        for element, address in found
        if urlsplit(address).netloc or urlsplit(address).scheme not in ("", "data")
    ]


def counted_nodes(document: Element) -> int:
    """The elements of a page outside lists and tables."""
    kept = {"ul", "ol", "dl", "table"}
    return sum(1 for element in document.descendants() if not _inside(element, *kept))

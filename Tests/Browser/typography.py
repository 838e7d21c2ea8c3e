"""French typography (T1, T2, T4) of what a page shows and tells: texts, titles, descriptions, linked data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from built_platform import Page
from markup import Element

INLINE = frozenset(
    "a abbr b bdi bdo cite data del dfn em i ins label mark q ruby s small span strong sub sup time u".split()
)
# What these hold is no prose; in a sentence they read like a word.
OPAQUE = frozenset("code kbd samp var img input svg math object".split())
SILENT = frozenset("script style template textarea pre".split())
WORDED_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
WORDED_DATA = frozenset("name description headline text abstract".split())
WORD = "x"

# Addresses, mail addresses and file names stand in texts as they are.
ADDRESS = re.compile(r"(?:\w+://|www\.)[^\s«»]*[^\s«».,;:!?)]|[\w.+-]+@[\w.-]+\w|(?:\w+\.)+[a-z]{2,}\b")
END = r"(?=$|[\s)\]}»”…,.\"])"
FAULTS = [
    ("no U+202F before ; ! ?", re.compile(rf"(?:[\w)\]}}»”…%€°.]|[ \t\n\u00A0])(?:;|[!?]+){END}")),
    ("no U+00A0 before :", re.compile(rf"(?:[\w)\]}}»”…%€°]|[ \t\n\u202F]):{END}")),
    ("no U+00A0 after «", re.compile(r"«(?!\u00A0)")),
    ("no U+00A0 before »", re.compile(r"(?<!\u00A0)»")),
    ("no U+00A0 before a sign", re.compile(r"\d[ \t\n\u202F]?(?:%|‰|€|[Mk]€|°C)(?!\w)")),
    ("no U+00A0 after n°", re.compile(r"\b[nN]° ")),
    ("a straight apostrophe", re.compile(r"[^\W\d]'\w")),
    ("a straight quote", re.compile(r'"')),
    ("three points for an ellipsis", re.compile(r"(?<!\.)\.\.\.(?!\.)")),
]


def typographic_faults(page: Page) -> list[str]:
    """Each fault of a page, with the words around it."""
    return [fault for text in page_texts(page.document) for fault in text_faults(text)]


def text_faults(text: str) -> list[str]:
    prose = ADDRESS.sub(WORD, text)
    found = []
    for name, pattern in FAULTS:
        for match in pattern.finditer(prose):
            around = prose[max(match.start() - 20, 0) : match.end() + 20]
            found.append(f"{name}: {ascii_spaces(around)}")
    return found


def ascii_spaces(text: str) -> str:
    """The text with its no-break spaces made visible."""
    return text.replace("\u00a0", "[U+00A0]").replace("\u202f", "[U+202F]").replace("\n", " ")


def page_texts(document: Element) -> Iterator[str]:
    """The runs of text of a French page: its blocks, its attributes for readers, its metadata."""
    yield from block_texts(document)
    for element in document.descendants():
        if is_foreign(element):
            continue
        if element.tag == "meta" and is_worded_metadata(element):
            yield element["content"]
        for attribute in WORDED_ATTRIBUTES:
            if attribute in element:
                yield element[attribute]
        if element.tag == "script" and element["type"] == "application/ld+json":
            yield from data_texts(json.loads("".join(child for child in element.children if isinstance(child, str))))


def is_foreign(element: Element) -> bool:
    languages = [holder["lang"] for holder in (element, *element.ancestors()) if "lang" in holder]
    return bool(languages) and not languages[0].lower().startswith("fr")


def is_worded_metadata(meta: Element) -> bool:
    return meta["name"] in ("description", "author") or meta["property"] in (
        "og:title",
        "og:description",
        "og:site_name",
    )


def block_texts(document: Element) -> Iterator[str]:
    """The text of each block; what stands in line with it is part of it."""
    run: list[str] = []
    waiting: list[Element | str | None] = [document]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            run.append(item)
            continue
        if item is None or item.tag not in INLINE and item.tag not in OPAQUE:
            if text := "".join(run).strip(" \t\r\n"):
                yield text
            run = []
        if item is None or item.tag in SILENT or item.tag not in INLINE | OPAQUE and is_foreign(item):
            continue
        if item.tag in OPAQUE or is_foreign(item):
            run.append(WORD)
            continue
        if item.tag not in INLINE:
            waiting.append(None)
        waiting.extend(reversed(item.children))
    if text := "".join(run).strip():
        yield text


def data_texts(data: object, key: str = "") -> Iterator[str]:
    """The texts of linked data that are for readers."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from data_texts(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from data_texts(value, key)
    elif isinstance(data, str) and key in WORDED_DATA:
        yield data

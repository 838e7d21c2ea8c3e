"""A page as a tree of elements, read by the standard library's tolerant parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(eq=False)
class Element:
    """An element, its attributes by lower-case name, and what it holds: elements and text in order."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def descendants(self) -> Iterator[Element]:
        """Every element below this one, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element is not self:
                yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def find(self, *tags: str) -> list[Element]:
        return [element for element in self.descendants() if element.tag in tags]

    def ancestors(self) -> Iterator[Element]:
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    @property
    def text(self) -> str:
        """The text inside, white space collapsed."""
        pieces: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                pieces.append(item)
            else:
                waiting.extend(reversed(item.children))
        return " ".join("".join(pieces).split())

    def __getitem__(self, attribute: str) -> str:
        return self.attributes.get(attribute, "")

    def __contains__(self, attribute: str) -> bool:
        return attribute in self.attributes


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {}, 1)
        self.current = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, self.getpos()[0], self.current)
        self.current.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        # The slash closes an element of SVG or MathML; in HTML it means nothing.
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        open_elements = [self.current, *self.current.ancestors()]
        for element in open_elements:
            if element.tag == tag and element.parent is not None:
                self.current = element.parent
                return

    def handle_data(self, data: str) -> None:
        self.current.children.append(data)


def parse(source: str) -> Element:
    """The tree of an HTML document or fragment, under a root of its own."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root

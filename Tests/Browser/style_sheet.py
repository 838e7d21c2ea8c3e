"""Reads the declarations of a style sheet, so that a browser can say which of them it does not know."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A piece of a style sheet up to what ends it; strings and parentheses may hold any of these characters.
_PIECE = re.compile(
    r"""(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)|[^{};"'()])*"""
)


@dataclass(frozen=True)
class Rule:
    """A selector, or an at-rule's prelude, and its own declarations."""

    prelude: str
    declarations: tuple[tuple[str, str], ...]


def rules(css: str) -> list[Rule]:
    """The rules of a style sheet, inner ones first; raises ValueError where its braces do not match."""
    text = _COMMENT.sub(" ", css)
    found: list[Rule] = []
    open_rules: list[tuple[str, list[tuple[str, str]]]] = []
    position = 0
    while position < len(text):
        match = _PIECE.match(text, position)
        piece = match.group().strip() if match else ""
        end = match.end() if match else position
        mark = text[end] if end < len(text) else ""
        if mark == "{":
            open_rules.append((piece, []))
        elif piece and not piece.startswith("@"):
            name, colon, value = piece.partition(":")
            if not colon or not open_rules:
                raise ValueError(f"not a declaration: {piece[:80]}")
            open_rules[-1][1].append((name.strip(), value.strip()))
        if mark == "}":
            if not open_rules:
                raise ValueError("a } too many")
            prelude, declarations = open_rules.pop()
            found.append(Rule(prelude, tuple(declarations)))
        elif mark not in ("{", ";", ""):
            raise ValueError(f"unexpected {mark!r} after {piece[-60:]!r}")
        position = end + 1
    if open_rules:
        raise ValueError(f"never closed: {open_rules[-1][0]}")
    return found

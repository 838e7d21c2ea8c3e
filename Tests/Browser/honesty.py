"""What is published is sourced, and said in the platform's own words: reads content, not pages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from declarations import types

# What these hold is no statement about the world, or is itself a source.
UNSOURCED_TYPES = frozenset(("page", "guide", "source"))
UNSTATED = frozenset(("non précisé", "non précisée", "non précisés", "non précisées"))
LEAST_WORDS = 8

_FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»")
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[\u0300-\u036f]+")
_END = re.compile(r"[.!?…;:](?:\s|$)|\n\s*\n|\n\s*(?:[-*•❑▪➢✓]|#+|\d+\.)\s|\|")
# Titles and labels are those of the documents: they are told, not quoted.
_TITLE = re.compile(r"^title: .*$|\blabel: \"[^\"\n]*\"", re.MULTILINE)
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")


@dataclass(frozen=True, eq=False)
class Entry:
    """A published file of a content type."""

    path: str
    kind: str
    front_matter: dict[str, Any]


@dataclass(frozen=True, eq=False)
class Content:
    """The folder that a platform is written in."""

    folder: Path

    @cached_property
    def entries(self) -> list[Entry]:
        """Every item that is published, in the order of its path."""
        kinds = {str(declared["folder"]): name for name, declared in types(self.folder.parent).items()}
        found: list[Entry] = []
        for file in sorted(self.folder.rglob("*.md")):
            parts = file.relative_to(self.folder).parts
            kind = kinds.get(parts[0])
            if kind is None or file.name == "index.md" or any(part.startswith(("_", ".")) for part in parts):
                continue
            match = _FRONT_MATTER.match(file.read_text(encoding="utf-8"))
            front_matter = yaml.safe_load(match[1]) if match else {}
            if not front_matter.get("draft"):
                found.append(Entry("/".join(parts), kind, front_matter))
        return found

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every Markdown and YAML file, by its path."""
        files = sorted([*self.folder.rglob("*.md"), *self.folder.rglob("*.yml")])
        return {file.relative_to(self.folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def is_given(value: object) -> bool:
    """Whether something is there, and is not the admission that nothing is known."""
    return bool(value) and not (isinstance(value, str) and value.strip().lower() in UNSTATED)


def unsourced(entries: list[Entry]) -> list[str]:
    """Items that say nothing about where they come from."""
    return [
        entry.path
        for entry in entries
        if entry.kind not in UNSOURCED_TYPES and not is_given(entry.front_matter.get("sources"))
    ]


def unsourced_figures(entries: list[Entry]) -> list[str]:
    """Numbers without a source, or that pass over their date in silence."""
    faults: list[str] = []
    for entry in entries:
        group = entry.front_matter.get("figures") or {}
        for number, statement in enumerate(group.get("statements", []), 1):
            if not is_given(statement.get("source")):
                faults.append(f"{entry.path}: statement {number} has no source")
            if not statement.get("date"):
                faults.append(f"{entry.path}: statement {number} has no date, not even « non précisé »")
    return faults


def words(text: str) -> list[str]:
    """The words of a text, without accents, case and emphasis."""
    return _WORD.findall(_MARK.sub("", unicodedata.normalize("NFKD", text)).lower())


def sentences(text: str) -> list[tuple[int, list[str]]]:
    """The sentences that are long enough to be somebody's, each with its line."""
    found: list[tuple[int, list[str]]] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        piece = words(text[start:end])
        if len(piece) >= LEAST_WORDS:
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            found.append((text.count("\n", 0, start + lead) + 1, piece))
        start = end
    return found


def unquoted(text: str) -> str:
    """A text without its quotations, titles and addresses, its lines kept."""
    for pattern in (_TITLE, _QUOTED, _ADDRESS):
        text = pattern.sub(lambda match: "\n" * match[0].count("\n") or " ", text)
    return text


def flat(text: str) -> str:
    """The words of a text in a row, so that a sentence can be looked for in it."""
    return f" {' '.join(words(text))} "


@dataclass(frozen=True)
class Original:
    """A document whose sentences aren't to be taken over."""

    name: str
    flat: str
    sentences: tuple[str, ...]

    @classmethod
    def of(cls, name: str, text: str) -> Original:
        return cls(name, flat(text), tuple(" ".join(piece) for _, piece in sentences(text)))


def copied(text: str, originals: list[Original]) -> list[tuple[int, str, str]]:
    """The sentences that stand word for word in a text and in an original: line, original's name, words.

    Either the text's sentence is a part of the original, or the original's is a part of the text.
    """
    own = unquoted(text)
    own_words = flat(own)
    found: dict[tuple[str, str], int] = {}
    for original in originals:
        for line, piece in sentences(own):
            if f" {' '.join(piece)} " in original.flat:
                found.setdefault((original.name, " ".join(piece)), line)
        for sentence in original.sentences:
            if f" {sentence} " in own_words:
                found.setdefault((original.name, sentence), line_of(sentence, own))
    return [(line, name, piece) for (name, piece), line in found.items()]


def line_of(sentence: str, text: str) -> int:
    """The line of a text at which a sentence of it begins."""
    before = len(flat(text).partition(f" {sentence} ")[0].split())
    for line, written in enumerate(text.split("\n"), 1):
        before -= len(words(written))
        if before < 0:
            return line
    return 1

"""Builds a platform with the program under test, and lists what was written."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from markup import Element, parse

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("TERREAU", PROJECT / ".build/release/terreau"))
# Where the content of each platform that is tested stands.
PLATFORMS = {"platform": PROJECT, "atelier": PROJECT / "Tests/Fixtures/atelier"}
BASE_URL = "https://exemple.org/projet/"


@dataclass(frozen=True, eq=False)
class Page:
    """An HTML file of the site; its path is relative to the site's folder."""

    path: str
    source: str

    @property
    def address(self) -> str:
        """Where a server shows it, relative to the base URL: `mesures/`, `404.html`."""
        folder = self.path.removesuffix("index.html")
        return quote(folder if folder == "" or folder.endswith("/") else self.path)

    @cached_property
    def document(self) -> Element:
        return parse(self.source)

    @cached_property
    def kind(self) -> str:
        """What the theme calls this kind of page: home, list, item, term, not-found…"""
        return "".join(body["class"] for body in self.document.find("body"))

    @property
    def is_redirect(self) -> bool:
        return any(meta["http-equiv"].lower() == "refresh" for meta in self.document.find("meta"))

    @property
    def is_indexed(self) -> bool:
        robots = " ".join(meta["content"] for meta in self.document.find("meta") if meta["name"] == "robots")
        return "noindex" not in robots

    def __str__(self) -> str:
        return self.path


@dataclass(frozen=True, eq=False)
class BuiltPlatform:
    """The files of a built site."""

    folder: Path
    # The platform's own folder, where it was built from one.
    source: Path | None = None
    name: str = ""

    @cached_property
    def files(self) -> list[str]:
        """Every file a visitor can ask for, relative to the folder, in order."""
        paths = (path for path in self.folder.rglob("*") if path.is_file())
        names = (path.relative_to(self.folder).as_posix() for path in paths)
        return sorted(name for name in names if not Path(name).name.startswith("."))

    @cached_property
    def pages(self) -> list[Page]:
        return [Page(name, self.text(name)) for name in self.files if name.endswith(".html")]

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def with_suffix(self, suffix: str) -> list[str]:
        return [name for name in self.files if name.endswith(suffix)]

    def of_kind(self, kind: str) -> list[Page]:
        return [page for page in self.pages if page.kind == kind]


def build(
    source: Path, output: Path, *options: str, base_url: str = BASE_URL, name: str = ""
) -> BuiltPlatform:
    """Builds the platform of a folder; what the program says is shown where it fails."""
    command: list[str | Path] = [
        PROGRAM,
        "build",
        "--source",
        source,
        "--output",
        output,
        "--base-url",
        base_url,
        *options,
    ]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, f"terreau build ended with {result.returncode}:\n{result.stderr}"
    return BuiltPlatform(output, source, name)

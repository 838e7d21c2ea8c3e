"""What a platform declares in its YAML, as far as tests need it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

# How a type's list looks where its declaration doesn't say: by the first of these capabilities that it has.
VIEWS = {"tracker": "tracker", "definition": "glossary", "figures": "figures", "event": "agenda"}


def types(source: Path) -> dict[str, dict[str, Any]]:
    """The declaration of each content type, by its id."""
    return {
        file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in sorted((source / "content/types").glob("*.yml"))
    }


def list_views(source: Path) -> dict[str, str]:
    """How each type's list looks, by the path of its page."""
    views: dict[str, str] = {}
    for declared in types(source).values():
        capabilities = declared.get("capabilities", [])
        usual = next((view for name, view in VIEWS.items() if name in capabilities), "cards")
        views[str(declared.get("path", declared["folder"]))] = str(declared.get("view", usual))
    return views

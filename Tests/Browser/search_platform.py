"""Made-up platforms with a search: one to look around in, and one whose pages hold given texts."""

from __future__ import annotations

from pathlib import Path

NOTES = 60
TOOLS = 12
# What hostile titles hold must be shown as text.
MARKUP = "<img src=x onerror=alert(1)> & <b>gras</b>"

_SETTINGS = """\
name: "Recherche d’essai"
base_url: https://exemple.org/
search:
  title: "Trouver"
  summary: "Tout ce que le site d’essai contient."
  facets: [themes]
  script: {script}
"""

_THEMES = """\
name: Thème
plural: Thèmes
pages: true
terms:
  - {id: eau, label: "L’eau"}
  - {id: sols, label: "Les sols"}
  - {id: rien, label: "Rien"}
"""

_TYPE = """\
name: {name}
plural: {name}s
folder: {folder}
fields:
  themes: {{type: term, vocabulary: themes, list: true, label: "Thèmes"}}
"""

_SECTIONS = """\
---
title: "Le grand récit"
date: 2024-03
themes: [eau]
---

Une introduction qui parle des montagnes.

## Les glaciers d’été

Les glaciers fondent, et l’œuvre des randonneurs reste. Les bergères surveillent la moraine depuis le col.

## Le marécage

Le marécage abrite des hérons, et les hérons nichent dans le marécage.
"""


def _note(number: int) -> str:
    themes = ["eau"] * (number % 2 == 0) + ["sols"] * (number % 3 == 0)
    date = "" if number % 5 == 0 else f"date: {1990 + number % 30}-0{number % 9 + 1}\n"
    return (
        f"---\ntitle: Note {number} du jardin\n{date}themes: [{', '.join(themes)}]\n---\n\n"
        f"Le jardinage partagé rassemble les habitants du quartier. Parcelle {number}.\n"
    )


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def write_search(folder: Path, has_script: bool = False) -> Path:
    """Writes the platform's content below a folder, and gives the folder back."""
    return _write(
        folder,
        {
            "site.yml": _SETTINGS.replace("{script}", str(has_script).lower()),
            "vocabularies/themes.yml": _THEMES,
            "types/note.yml": _TYPE.format(name="Note", folder="notes"),
            "types/outil.yml": _TYPE.format(name="Outil", folder="outils"),
            "notes/recit.md": _SECTIONS,
            "notes/piege.md": f"---\ntitle: '{MARKUP}'\n---\n\nUne page piégée : `<script>alert(2)</script>`.\n",
            **{f"notes/n{number}.md": _note(number) for number in range(1, NOTES + 1)},
            **{
                f"outils/o{number}.md": f"---\ntitle: Outil {number}\nthemes: [sols]\n---\n\nUn râteau de jardinage.\n"
                for number in range(1, TOOLS + 1)
            },
        },
    )


def write_texts(folder: Path, texts: list[str]) -> Path:
    """Writes a platform whose page number `n`, at `t/<n>/`, holds the text number `n`, and whose titles say nothing."""
    return _write(
        folder,
        {
            "site.yml": _SETTINGS.replace("  facets: [themes]\n", "").replace("{script}", "false"),
            "types/texte.yml": "name: Texte\nplural: Textes\nfolder: t\n",
            **{
                f"t/{number}.md": f"---\ntitle: Zéphyr\n---\n\n{text}\n"
                for number, text in enumerate(texts)
            },
        },
    )

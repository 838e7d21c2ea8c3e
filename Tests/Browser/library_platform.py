"""A made-up platform whose library has several chunks, several pages, and items that are hard to find."""

from __future__ import annotations

from pathlib import Path

THEMES = ("eau", "foret", "energie", "sols", "rien")
PLACES = ("nord", "sud", "est")
NOTES = 150
TOOLS = 60

SETTINGS = """\
name: "Bibliothèque d’essai"
base_url: https://exemple.org/
navigation:
  - {label: "Bibliothèque", link: /bibliotheque/}
library:
  path: bibliotheque
  title: "La bibliothèque"
  summary: "Tout ce que la plateforme d’essai contient."
  types: [note, outil, vide]
  facets: [themes, lieux]
"""

FIELDS = """\
fields:
  themes: {type: term, vocabulary: themes, list: true, label: "Thèmes"}
  lieux: {type: term, vocabulary: lieux, list: true, label: "Lieux"}
"""

TYPES = {
    "note": "name: Note\nplural: Notes\nfolder: notes\nsort: order\n" + FIELDS,
    "outil": "name: Outil\nplural: Outils\nfolder: outils\nsort: title\nterms: {themes: energie}\n" + FIELDS,
    "vide": "name: Chose\nplural: Choses\nfolder: choses\n",
    "page": 'name: Page\nplural: Pages\nfolder: pages\npath: ""\nlist: false\n',
}


def _item(number: int, title: str) -> str:
    """Each carries a theme or two and a place or none, by its number; every seventh has no date."""
    themes = {THEMES[number % 3], THEMES[number % 4]}
    places = [PLACES[number % 5]] if number % 5 < len(PLACES) else []
    date = "" if number % 7 == 0 else f"date: {2000 + number % 20}-0{number % 9 + 1}\n"
    return (
        f"---\ntitle: {title!r}\norder: {number}\n{date}summary: Résumé n° {number} des essais.\n"
        f"themes: [{', '.join(sorted(themes))}]\nlieux: [{', '.join(places)}]\n---\n\nUn texte.\n"
    )


def _vocabulary(name: str, terms: tuple[str, ...], pages: str) -> str:
    listed = "".join(f'  - {{id: {term}, label: "Le {term}"}}\n' for term in terms)
    return f"name: {name}\nplural: {name}s\npages: {pages}\nterms:\n{listed}"


def write_library(folder: Path) -> Path:
    """Writes the platform's content below a folder, and gives the folder back."""
    files = {
        "site.yml": SETTINGS,
        "vocabularies/themes.yml": _vocabulary("Thème", THEMES, "true"),
        "vocabularies/lieux.yml": _vocabulary("Lieu", PLACES, "false"),
        "pages/a-propos.md": "---\ntitle: À propos\n---\n\nUne page hors de la bibliothèque.\n",
        "notes/n999.md": "---\ntitle: Note cachée\nnoindex: true\nthemes: [eau]\n---\n\nUn texte.\n",
        "notes/n900.md": "---\ntitle: L’Œuvre d’été à Łódź\nthemes: [sols]\nlanguage: pl\norder: 900\n---\n\nUn texte.\n",
        **{f"types/{name}.yml": text for name, text in TYPES.items()},
        **{f"notes/n{number}.md": _item(number, f"Note numéro {number}") for number in range(1, NOTES + 1)},
        **{f"outils/o{number}.md": _item(number, f"Outil {number} bis") for number in range(1, TOOLS + 1)},
    }
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder

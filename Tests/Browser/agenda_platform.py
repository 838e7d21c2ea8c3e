"""A small platform of dates for the tests of the agenda: none of them is near the day the tests run."""

from __future__ import annotations

from pathlib import Path

SETTINGS = """\
name: "Les dates"
base_url: "https://exemple.org/"
language: fr
time_zone: {zone}
navigation: [{{label: "Agenda", link: /rendez-vous/}}]
agenda: {{title: "Agenda", path: rendez-vous, summary: "Tout ce qui a lieu."}}
home:
  - {{agenda: true, title: "Se retrouver"}}
"""

TYPES = {
    "rencontre": "name: Rencontre\nplural: Rencontres\nfolder: rencontres\nsort: date\ncapabilities: [event]\n",
    "cours": "name: Cours\nplural: Cours\nfolder: cours\ncapabilities: [course]\n",
    "repere": "name: Repère\nplural: Repères\nfolder: reperes\nsort: date\nview: timeline\n",
}

# By title: the type's folder, and the dates as an author writes them.
DATES = {
    "Ancienne": ("rencontres", "event: {start: 2018-03-01, online: true}"),
    "Printemps": ("rencontres", 'event: {start: 2025-03-20T18:30/2025-03-20T20:00, place: "Salle A, Lyon"}'),
    "Semestre": ("cours", "course: {period: 2025-S2, duration: 6 semaines}"),
    "Stage": ("cours", "course: {period: 2025-11-20/2026-02-10}"),
    "Été": ("rencontres", "event: {start: 2026-07-02T10:00}"),
    "Automne": ("rencontres", "event: {start: 2026-10-08}"),
    "Hiver": ("rencontres", "event: {start: 2027-01-15, place: Brest}"),
    "Sans période": ("cours", "course: {period: non précisé}"),
}

MARKERS = {"Fondation": "2001", "Réforme": "2010-S1", "Ouverture": "2012-05-04", "Inconnu": "non précisé"}


def write_platform(folder: Path, dates: dict[str, tuple[str, str]], zone: str = "Europe/Paris") -> Path:
    """Writes the platform's content with these dates below a folder, which it gives back."""

    def write(path: str, text: str) -> None:
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    write("site.yml", SETTINGS.format(zone=zone))
    for name, text in TYPES.items():
        write(f"types/{name}.yml", text)
    for title, (place, date) in dates.items():
        write(f"{place}/{title}.md", f'---\ntitle: "{title}"\n{date}\n---\n\nUn texte.\n')
    for title, date in MARKERS.items():
        write(f"reperes/{title}.md", f'---\ntitle: "{title}"\ndate: {date}\n---\n\nUn texte.\n')
    return folder

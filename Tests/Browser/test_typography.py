"""The typography of the platform's own pages is right everywhere (T1, T2, T4), titles and metadata included."""

from __future__ import annotations

import pytest

from built_platform import BuiltPlatform, Page
from reporting import expect_none
from typography import text_faults, typographic_faults


def test_every_page_keeps_french_typography(site: BuiltPlatform) -> None:
    faults = [f"{page}: {fault}" for page in site.pages for fault in typographic_faults(page)]
    expect_none(faults)


def test_the_layouts_of_moved_and_unfinished_pages_keep_it_too(extended: BuiltPlatform) -> None:
    faults = [f"{page}: {fault}" for page in extended.pages for fault in typographic_faults(page)]
    expect_none(faults)


@pytest.mark.parametrize(
    "text",
    [
        "Oui !",
        "Oui!",
        "Oui\u00a0!",
        "Quoi ?!",
        "a ; b",
        "Titre : suite",
        "Titre: suite",
        "Titre\u202f: suite",
        "« mot\u00a0»",
        "«\u00a0mot »",
        "«mot»",
        "12 %",
        "12%",
        "5 €",
        "5\u202f%",
        "n° 5",
        "l'eau",
        'un "mot"',
        "fin...",
        "(quoi ?)",
        "l’eau\n!",
    ],
)
def test_the_checker_finds_a_fault(text: str) -> None:
    assert text_faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oui\u202f!",
        "Titre\u00a0: suite",
        "«\u00a0mot\u00a0»\u202f; l’eau…",
        "12\u00a0%, 5\u00a0€, n°\u00a05",
        "10:30, 3:1, a::b",
        "https://exemple.org/a?b=c!d;e:f",
        "nom@exemple.org",
        "exemple.org/page?a=b",
        "(!) et (?)",
    ],
)
def test_the_checker_finds_none_in_sound_text(text: str) -> None:
    assert text_faults(text) == []


@pytest.mark.parametrize(
    "html, count",
    [
        ("<p>mot<em>s</em> !</p>", 1),
        ("<p>mot</p><p>! a</p>", 0),
        ("<p>l<code>'a</code>'b <code>c !</code></p>", 1),
        ("<title>Oui !</title>", 1),
        ('<meta name="description" content="Oui !">', 1),
        ('<meta name="viewport" content="a !">', 0),
        ('<img alt="Oui !">', 1),
        ('<a href="a !" title="Oui !">b</a>', 1),
        ('<script type="application/ld+json">{"name": "Oui !", "url": "a !", "x": [{"name": "non..."}]}</script>', 2),
        ("<script>a !</script><style>b !</style><pre>c !</pre>", 0),
        ('<p>mot <span lang="en">Yes!</span></p><p lang="en">No!</p>', 0),
        ("<ul><li>a !<ul><li>b</li></ul></li></ul>", 1),
    ],
)
def test_the_checker_reads_what_a_page_shows_and_tells(html: str, count: int) -> None:
    assert len(typographic_faults(Page("index.html", f'<html lang="fr">{html}</html>'))) == count

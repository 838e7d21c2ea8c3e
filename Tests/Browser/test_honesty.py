"""Every fact of the real platform has a source, and no sentence is taken over from one."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_platform import PROJECT
from honesty import Content, Entry, Original, copied, sentences, unsourced, unsourced_figures
from reporting import expect_none

SEEDS = PROJECT.parent / "shared/seeds"
# Sentences that may stand as they do, by their words without accents, each with its reason.
ALLOWED = {
    "les finances les technologies le renforcement des capacites le commerce les questions structurelles": (
        "the labels of the five angles of an SDG"
    ),
    "ile de france centre val de loire auvergne rhone alpes": "the names of regions",
    "presentation de la plateforme et lancement du cycle de webinaires": "the title of a webinar",
    "le programme quinquennal d etude ecosystemes de l observatoire des partenariats": "the name of a programme",
}


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(PROJECT / "content")


def test_every_item_names_its_sources(content: Content) -> None:
    assert len(content.entries) > 100
    faults = unsourced(content.entries)
    expect_none(faults)


def test_every_figure_has_a_source_and_a_date(content: Content) -> None:
    faults = unsourced_figures(content.entries)
    expect_none(faults)


def test_no_sentence_is_copied(content: Content) -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"the original documents are not in {SEEDS}")
    originals = [
        Original.of(file.name, file.read_text(encoding="utf-8")) for file in sorted(SEEDS.glob("*.txt"))
    ]
    assert originals
    faults = [
        f"{path}:{line}: as in {name}: {found}"
        for path, text in content.texts.items()
        for line, name, found in copied(text, originals)
        if found not in ALLOWED
    ]
    expect_none(faults)


@pytest.mark.parametrize(
    "front_matter, faults",
    [
        ({"sources": ["s0"]}, 0),
        ({"sources": [{"source": "s0", "page": "p. 3"}]}, 0),
        ({}, 1),
        ({"sources": []}, 1),
        ({"sources": "non précisé"}, 1),
    ],
)
def test_an_item_without_sources_is_found(front_matter: dict[str, object], faults: int) -> None:
    assert len(unsourced([Entry("a.md", "mesure", front_matter)])) == faults
    assert unsourced([Entry("a.md", "page", front_matter)]) == []


@pytest.mark.parametrize(
    "statement, faults",
    [
        ({"value": 7, "source": "s0", "date": 2020}, 0),
        ({"value": 7, "source": "s0", "date": "non précisé"}, 0),
        ({"value": 7, "source": "s0"}, 1),
        ({"value": 7, "source": "non précisé", "date": 2020}, 1),
        ({"value": 7}, 2),
    ],
)
def test_a_figure_without_source_or_date_is_found(statement: dict[str, object], faults: int) -> None:
    entry = Entry("a.md", "chiffre", {"figures": {"statements": [statement]}})
    assert len(unsourced_figures([entry])) == faults


ORIGINAL = "Le jardin est ouvert à\ntoutes et tous **chaque samedi** de l’année. Court.\n"


@pytest.mark.parametrize(
    "text, lines",
    [
        ("a\n\nLe jardin est ouvert à toutes et tous chaque samedi de l'année.\n", [3]),
        ("summary: \"Le jardin est OUVERT à toutes et tous chaque samedi de l’annee\"\n", [1]),
        ("- Jardin : *ouvert* à toutes et tous chaque samedi de l’année !\n", [1]),
        ("« Le jardin est ouvert à toutes et tous chaque samedi de l’année. »\n", []),
        ("Le jardin est fermé à toutes et tous chaque samedi de l’année.\n", []),
        ("Ouvert à toutes et tous.\n", []),
        ("title: \"Le jardin est ouvert à toutes et tous chaque samedi de l’année\"\n", []),
        ("a\n\nb\nOr le jardin est ouvert à toutes et tous chaque samedi de l’année, na.\n", [4]),
    ],
)
def test_a_copied_sentence_is_found(text: str, lines: list[int]) -> None:
    assert [line for line, _, _ in copied(text, [Original.of("a", ORIGINAL)])] == lines


def test_sentences_end_where_lists_and_paragraphs_do() -> None:
    text = "un deux trois quatre cinq six sept huit\n\n- un deux trois quatre cinq\n- six sept huit neuf\n"
    assert [line for line, _ in sentences(text)] == [1]

"""The checkers themselves: each finds the fault of a tiny page made to have it, and none in a sound one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from built_platform import BASE_URL, BuiltPlatform, Page
from links import Crawler, addresses, candidates, refresh_target, style_addresses
from markup import parse
from rules import (
    counted_nodes,
    policy_faults,
    repeated_titles,
    structure_faults,
    third_party_requests,
)

SOUND = """<!doctype html>
<html lang="fr"><head><title>Une page – Un site</title><link rel="stylesheet" href="site.css"></head><body>
<a href="#contenu">Aller au contenu</a>
<header><p role="search"><a href="p/">Plan</a></p><nav aria-label="Menu"><a href="./">Site</a></nav></header>
<main id="contenu"><h1>Une page</h1><h2>Une partie</h2><img src="a.png" alt="" width="1" height="1">
<table><tr><th scope="col">Nom</th></tr></table><svg aria-hidden="true"><path d="M0 0"/></svg></main>
<footer><p>Pied</p></footer></body></html>
"""


def page(old: str = "", new: str = "") -> Page:
    assert old in SOUND
    return Page("index.html", SOUND.replace(old, new, 1) if old else SOUND)


def test_a_sound_page_has_no_fault() -> None:
    assert structure_faults(page()) == []
    assert policy_faults(page().document) == []
    assert third_party_requests(page().document) == []


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("<!doctype html>", "<!DOCTYPE>", "does not start with <!doctype html>"),
        ('lang="fr"', 'lang="en"', "is not declared to be in French"),
        ("<title>Une page – Un site</title>", "", "has 0 titles: []"),
        ("<h1>Une page</h1>", "", "has 0 h1"),
        ("<h2>Une partie</h2>", "<h1>Une partie</h1>", "has 2 h1"),
        ("<h2>Une partie</h2>", "<h3>Une partie</h3>", "line 5, <h3>: follows a level 1, “Une partie”"),
        ("<h2>Une partie</h2>", "<h2></h2>", "line 5, <h2>: is empty"),
        ("<footer>", '<footer id="contenu">', "has 2 elements with the id “contenu”"),
        ('<main id="contenu">', '<div id="contenu">', "has 0 main"),
        ("nav", "div", "has 0 nav in the header"),
        ('role="search"', "", "has 0 search"),
        ("<footer>", '<footer><nav aria-label="Menu"></nav>', "has 2 navs named “Menu”"),
        ("Aller au contenu</a>", "Aller</a>", None),
        ('<a href="#contenu">', '<a href="#autre">', "its first focusable element is no link to main"),
        (
            '<a href="#contenu">',
            '<p tabindex="0"></p><a href="#contenu">',
            "its first focusable element is no link to main",
        ),
        (' alt=""', "", "line 5, <img>: has no alt"),
        (' height="1"', "", "line 5, <img>: has no width or height"),
        (' scope="col"', "", "line 6, <th>: has no scope"),
        ('<svg aria-hidden="true">', "<svg>", "line 6, <svg>: has no name and is not hidden"),
        ("Plan</a>", "</a>", "line 4, <a>: has no text"),
    ],
)
def test_a_fault_of_structure_is_found(old: str, new: str, fault: str | None) -> None:
    faults = structure_faults(page(old, new))
    assert faults == [] if fault is None else fault in faults


def test_two_pages_with_one_title_are_found() -> None:
    assert repeated_titles([page(), Page("b/index.html", SOUND)]) == [
        "“Une page – Un site”: index.html, b/index.html"
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        "<script>1</script>",
        '<p onclick="x()">',
        '<a href="JavaScript:x()">',
        '<base href="/">',
        '<svg><g style="fill:red"/></svg>',
        '<svg onload="x()"></svg>',
    ],
)
def test_what_the_policy_blocks_is_found(html: str) -> None:
    assert policy_faults(parse(html))


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/ld+json">{}</script>',
        '<script src="a.js"></script>',
        '<a href="mailto:a@b.fr">a</a>',
    ],
)
def test_what_the_policy_allows_is_no_fault(html: str) -> None:
    assert policy_faults(parse(html)) == []


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://a.example/a.js"></script>',
        '<img src="//a.example/a.png">',
        '<link rel="stylesheet" href="https://a.example/a.css">',
        '<iframe src="https://a.example/"></iframe>',
        '<form action="https://a.example/"></form>',
        '<svg><image xlink:href="https://a.example/a.png"/></svg>',
    ],
)
def test_a_third_party_is_found(html: str) -> None:
    assert third_party_requests(parse(html))


def test_a_link_to_another_site_is_no_request() -> None:
    assert (
        third_party_requests(
            parse('<a href="https://a.example/">a</a><link rel="canonical" href="https://a.example/">')
        )
        == []
    )


@pytest.mark.parametrize(
    "html, found",
    [
        ('<a href="a/">', ["a/"]),
        ('<img src="a.png" srcset="b.png 1x, c.png 2x">', ["a.png", "b.png", "c.png"]),
        ('<form action="chercher/">', ["chercher/"]),
        ('<link rel="canonical" href="x">', ["x"]),
        ('<meta http-equiv="refresh" content="0; url=../b/">', ["../b/"]),
        ('<meta property="og:url" content="x">', ["x"]),
        ('<svg><use xlink:href="#a"/></svg>', ["#a"]),
    ],
)
def test_every_kind_of_address_is_found(html: str, found: list[str]) -> None:
    assert [address for _, address in addresses(parse(html))] == found


def test_small_readers() -> None:
    assert candidates("a.png, b.png 2x") == ["a.png", "b.png"]
    assert refresh_target("0; url='../b/'") == "../b/"
    assert style_addresses(
        "@import 'a.css'; p { background: url( \"b.svg\" ) } q { mask: url(c.svg#d) }"
    ) == ["a.css", "b.svg", "c.svg#d"]


@pytest.fixture
def crawl(tmp_path: Path) -> Callable[..., list[str]]:
    """Crawls a tiny site whose home page holds the given HTML."""

    def crawl(html: str, mounted_at: str = BASE_URL, **other_files: str) -> list[str]:
        (tmp_path / "page").mkdir(exist_ok=True)
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        (tmp_path / "page/index.html").write_text('<h2 id="été">Été</h2>', encoding="utf-8")
        for name, text in other_files.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        crawler = Crawler(BuiltPlatform(tmp_path), mounted_at, BASE_URL)
        return crawler.faults() + crawler.other_faults()

    return crawl


@pytest.mark.parametrize(
    "html",
    [
        '<a href="page/">',
        '<a href="page/#%C3%A9t%C3%A9">',
        '<a href="./">',
        '<a href="/projet/page/">',
        '<a href="page/?q=a">',
        '<a href="https://exemple.org/projet/page/">',
        '<a href="https://ailleurs.example/x">',
        '<a href="mailto:a@b.fr">',
        '<img src="data:image/png;base64,AA==">',
    ],
)
def test_a_right_address_is_no_fault(crawl: Callable[..., list[str]], html: str) -> None:
    assert crawl(html) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="absente/">',
        '<a href="page">',
        '<a href="Page/">',
        '<a href="page/#ete">',
        '<a href="#rien">',
        '<a href="#">',
        '<a href="/page/">',
        '<a href="../page/">',
        '<a href="https://exemple.org/page/">',
        '<img src="absente.png">',
        '<img srcset="absente.png 2x" src="data:image/png;base64,AA==">',
        '<form action="absente/">',
        '<a href="été/">',
        '<link rel="canonical" href="https://exemple.org/projet/absente/">',
        '<a href="javascript:x()">',
        '<a href=" page/">',
        '<meta http-equiv="refresh" content="0; url=absente/">',
        '<a href="data:text/html,x">',
        '<script type="application/ld+json">{"url": ["https://exemple.org/projet/absente/"]}</script>',
    ],
)
def test_a_wrong_address_is_found(crawl: Callable[..., list[str]], html: str) -> None:
    assert len(crawl(html)) == 1


def test_an_address_that_only_works_at_one_depth_is_found(crawl: Callable[..., list[str]]) -> None:
    elsewhere = "https://ailleurs.exemple/un/deux/"
    assert crawl('<a href="page/">', mounted_at=elsewhere) == []
    assert len(crawl('<a href="/projet/page/">', mounted_at=elsewhere)) == 1


@pytest.mark.parametrize(
    "name, text",
    [
        ("site_css", "p { background: url(absente.svg) }"),
        ("dessin_svg", '<svg><use href="absente.svg#a"/></svg>'),
        (
            "sitemap_xml",
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>'
            "<loc>https://exemple.org/projet/absente/</loc></url></urlset>",
        ),
    ],
)
def test_a_wrong_address_outside_pages_is_found(
    crawl: Callable[..., list[str]], name: str, text: str
) -> None:
    assert len(crawl("<p>Accueil</p>", **{name: text})) == 1


def test_nodes_in_lists_and_tables_are_not_counted() -> None:
    assert (
        counted_nodes(
            parse("<main><p><b>a</b></p><ul><li><b>a</b></li></ul><table><tr><td>a</td></tr></table></main>")
        )
        == 5
    )

"""sitemap.xml, robots.txt and drafts: search engines are told of what exists, and of nothing else."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.robotparser import RobotFileParser

from built_platform import BASE_URL, BuiltPlatform, build
from links import SITEMAP

W3C_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def test_the_sitemap_names_every_indexed_page_once(site: BuiltPlatform) -> None:
    root = ElementTree.fromstring(site.text("sitemap.xml"))
    assert root.tag == SITEMAP + "urlset"
    assert all(entry.tag == SITEMAP + "url" for entry in root)
    named = [location.text for location in root.iter(SITEMAP + "loc")]
    assert len(named) == len(set(named)) <= 50_000
    assert sorted(map(str, named)) == sorted(
        BASE_URL + page.address for page in site.pages if page.is_indexed
    )
    assert BASE_URL + "404.html" not in named


def test_the_sitemap_s_dates_are_dates(site: BuiltPlatform) -> None:
    root = ElementTree.fromstring(site.text("sitemap.xml"))
    dates = [date.text or "" for date in root.iter(SITEMAP + "lastmod")]
    assert dates
    assert [date for date in dates if not W3C_DATE.fullmatch(date)] == []


def test_robots_txt_names_the_sitemap_and_allows_every_page(site: BuiltPlatform) -> None:
    robots = RobotFileParser()
    robots.parse(site.text("robots.txt").splitlines())
    assert robots.site_maps() == [BASE_URL + "sitemap.xml"]
    assert all(robots.can_fetch("*", BASE_URL + page.address) for page in site.pages)


def test_a_draft_is_nowhere_until_it_is_asked_for(extended: BuiltPlatform, extended_source: Path) -> None:
    def mentions(built: BuiltPlatform) -> list[str]:
        found = [name for name in built.files if "brouillon-des-tests" in name]
        return found + [name for name in built.files if "brouillon des tests" in built.text(name).lower()]

    assert mentions(extended) == []
    with_drafts = build(extended_source, extended_source / "public-drafts", "--drafts")
    assert "brouillon-des-tests/index.html" in mentions(with_drafts)
    assert "brouillon-des-tests" not in with_drafts.text("sitemap.xml")


def test_a_moved_page_s_old_address_is_not_in_the_sitemap(extended: BuiltPlatform) -> None:
    sitemap = extended.text("sitemap.xml")
    assert "page-deplacee/" in sitemap
    assert "ancienne/adresse" not in sitemap

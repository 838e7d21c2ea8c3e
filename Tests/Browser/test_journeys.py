"""From the home page of the real platform, what visitors come for is three clicks away at most."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_platform import BuiltPlatform
from journeys import clicks, items_below, linked, resources_of_terms
from reporting import expect_none

MOST_CLICKS = 3


def far(site: BuiltPlatform, addresses: list[str]) -> list[str]:
    """The pages that more clicks, or no links at all, lead to."""
    distance = clicks(site)
    return [
        f"/{address}: {distance.get(address, 'no')} clicks"
        for address in addresses
        if distance.get(address, MOST_CLICKS + 1) > MOST_CLICKS
    ]


@pytest.mark.parametrize("path, count", [("webinaires", 12), ("mesures", 21)])
def test_every_item_is_near(real_site: BuiltPlatform, path: str, count: int) -> None:
    items = items_below(real_site, path)
    assert len(items) == count
    faults = far(real_site, items)
    expect_none(faults)


def test_every_profile_and_its_resources_are_near(real_site: BuiltPlatform) -> None:
    profiles = [
        page.address
        for page in real_site.of_kind("term")
        if page.address.startswith("profils/") and "/page/" not in page.address
    ]
    assert len(profiles) == 10
    resources = resources_of_terms(real_site, "profils")
    assert len(resources) > 10
    faults = far(real_site, profiles + resources)
    expect_none(faults)


def test_every_page_can_be_reached(site: BuiltPlatform) -> None:
    reached = clicks(site)
    faults = [
        f"no link leads to /{page.address}"
        for page in site.pages
        if page.address not in reached and page.kind != "not-found" and not page.is_redirect
    ]
    expect_none(faults)


def test_clicks_are_counted_along_links(tmp_path: Path) -> None:
    for path, html in {
        "index.html": '<body class="home"><a href="a/">a</a>',
        "a/index.html": '<body class="list"><a href="../">b</a><a href="b/#c">c</a><a href="https://a.b/">d</a>',
        "a/b/index.html": '<body class="item"><main><a href="../c/">c</a></main>',
        "a/d/index.html": '<body class="item">',
        "404.html": '<body class="not-found">',
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(html, encoding="utf-8")
    site = BuiltPlatform(tmp_path)
    assert clicks(site) == {"": 0, "a/": 1, "a/b/": 2}
    assert items_below(site, "a") == ["a/b/", "a/d/"]
    assert linked(site.of_kind("item")[0]) == ["a/c/"]
    assert far(site, items_below(site, "a")) == ["/a/d/: no clicks"]

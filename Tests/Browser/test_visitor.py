"""What a visitor meets, in a real browser, on one page of each kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

import budgets
from built_platform import BuiltPlatform
from page_checks import axe_faults, overflow
from reporting import expect_none
from visits import SCHEMES, UNKNOWN_ADDRESS, WIDTHS, faults_of_each, specimens, visiting
from web_server import serving


def test_a_page_of_each_kind_is_visited(site: BuiltPlatform) -> None:
    kinds = {name.split(" of ")[0] for name in specimens(site)}
    assert kinds >= {
        "home",
        "list, 2nd page",
        "item",
        "vocabulary",
        "term",
        "site-map",
        "missing page",
    }
    types = {page.address.rpartition("/")[0].rpartition("/")[0] for page in site.of_kind("item")}
    assert len(types) == sum(name.startswith("item of ") for name in specimens(site)) >= 15
    assert {name.removeprefix("list as ") for name in kinds if name.startswith("list as ")} >= {
        "cards",
        "agenda",
        "glossary",
        "tracker",
    }


def test_the_sections_of_the_second_platform_are_visited(built: Callable[[str], BuiltPlatform]) -> None:
    assert specimens(built("atelier")).keys() >= {
        "list as figures",
        "list as timeline",
        "library-page",
        "library-page, 2nd page",
        "agenda",
        "positioning",
        "positioning, result",
        "whole",
    }


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_and_the_console_stays_empty(
    site: BuiltPlatform, home: str, browser: Browser, scheme: Any, width: int
) -> None:
    with visiting(browser, home, width, color_scheme=scheme) as visit:
        faults = faults_of_each(visit, site, axe_faults)
    expect_none(faults)


def test_a_first_view_is_light_as_the_browser_sees_it(
    site: BuiltPlatform, home: str, browser: Browser, figures: list[str]
) -> None:
    most = {"requests": 0, "bytes": 0}
    with visiting(browser, home) as visit:
        for address in specimens(site).values():
            visit.open(address)
            visit.page.wait_for_load_state("networkidle")
            most["requests"] = max(most["requests"], len(visit.requests))
            most["bytes"] = max(most["bytes"], sum(visit.sizes.values()))
    figures.append(f"{site.name:<10}in the browser       most {most['requests']} requests, {most['bytes']:,} bytes a page")
    assert 1 < most["requests"] <= budgets.REQUESTS
    assert 1_000 < most["bytes"] <= budgets.FIRST_VIEW_BYTES


# A button that only a script can serve is not offered without one, and only a script knows the day of reading:
# test_agenda.py says what dates become.
WITHOUT_SCRIPTED = "document.querySelectorAll('main button, main [data-zone]').forEach((part) => part.remove())"


def test_pages_say_the_same_without_javascript(site: BuiltPlatform, home: str, browser: Browser) -> None:
    # Scripts add controls to lists; test_library.py and test_search.py say what holds without them.
    compared = {
        name: address for name, address in specimens(site).items() if not name.startswith(("library", "search"))
    }
    with visiting(browser, home) as visit, visiting(browser, home, java_script_enabled=False) as plain:
        for address in compared.values():
            visit.open(address)
            plain.open(address)
            for tab in (visit.page, plain.page):
                tab.evaluate(WITHOUT_SCRIPTED)
            text = plain.page.inner_text("body")
            assert len(text) > 200, address
            assert text == visit.page.inner_text("body"), address
            assert plain.faults() == [], address


def test_a_missing_page_is_answered_404_with_the_platform_s_own_page(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        answer = visit.page.goto(home + UNKNOWN_ADDRESS)
        assert answer is not None and answer.status == 404
        assert visit.page.evaluate("document.styleSheets[0].cssRules.length") > 0
        visit.page.locator("main a").first.click()
        assert visit.page.url == home


def test_a_moved_page_leads_on_by_itself(extended: BuiltPlatform, browser: Browser) -> None:
    with serving(extended.folder) as home, visiting(browser, home) as visit:
        visit.page.goto(home + "ancienne/adresse/")
        visit.page.wait_for_url(home + "page-deplacee/")
        assert visit.page.inner_text("h1") == "Page déplacée"
        assert visit.faults() == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_the_page_at_the_old_address(
    extended: BuiltPlatform, browser: Browser, scheme: Any
) -> None:
    name = "ancienne/adresse/index.html"
    source = extended.text(name)
    waiting = source.replace('content="0; url=', 'content="72000; url=')
    assert waiting != source
    with serving(extended.folder) as home, visiting(browser, home, 320, color_scheme=scheme) as visit:
        visit.page.route(
            "**/ancienne/adresse/", lambda route: route.fulfill(body=waiting, content_type="text/html")
        )
        visit.open("ancienne/adresse/")
        # A delay is what this test adds; without one the page is left at once, which WCAG allows (H76).
        faults = [fault for fault in axe_faults(visit.page) if not fault.startswith("meta-refresh")]
        assert faults + overflow(visit.page) == []


@pytest.mark.parametrize(
    "name, entry, folder, item_link",
    [("platform", "Mesures", "mesures", ".tracker li a"), ("atelier", "Outils", "outils", "h2 a")],
)
def test_a_copy_on_disk_can_be_read_by_file_addresses(
    built: Callable[[str], BuiltPlatform], browser: Browser, name: str, entry: str, folder: str, item_link: str
) -> None:
    home = built(name).folder.as_uri() + "/"
    with visiting(browser, home) as visit:
        visit.open("index.html")
        visit.page.locator("#menu").get_by_text(entry, exact=True).click()
        visit.page.wait_for_url(f"{home}{folder}/index.html")
        item = visit.page.locator(f"main {item_link}").first
        title = item.inner_text()
        item.press("Enter")
        visit.page.wait_for_url(f"{home}{folder}/*/index.html")
        assert visit.page.inner_text("h1") == title
        assert visit.page.evaluate("document.styleSheets[0].href").startswith(home + "assets/")
        visit.page.locator(".site-name a").first.click()
        visit.page.wait_for_url(home + "index.html")
        assert visit.faults() == []

"""Everything can be done by keyboard, and where one is can be seen (A4, A12, A15)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from built_platform import BuiltPlatform
from page_checks import focus_faults
from reporting import expect_none
from visits import SCHEMES, WIDTHS, faults_of_each, visiting


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_keyboard_reaches_everything_and_focus_is_seen(
    site: BuiltPlatform, home: str, browser: Browser, scheme: Any
) -> None:
    with visiting(browser, home, color_scheme=scheme) as visit:
        faults = faults_of_each(visit, site, focus_faults)
    expect_none(faults)


def test_the_first_tab_shows_the_skip_link_and_it_leads_to_main(
    site: BuiltPlatform, home: str, browser: Browser
) -> None:
    def check(page: Page) -> list[str]:
        page.keyboard.press("Tab")
        box = page.locator(":focus").bounding_box()
        if page.evaluate("document.activeElement.getAttribute('href')") != "#contenu":
            return ["the first Tab does not reach the skip link"]
        if box is None or box["x"] < 0 or box["y"] < 0:
            return [f"the focused skip link is out of sight: {box}"]
        page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.localName") != "main":
            return ["the skip link does not move focus to main"]
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "document.querySelector('main').contains(document.activeElement) "
            "|| !document.querySelector('main a[href]')"
        )
        return [] if inside else ["the Tab after the skip link does not land in main"]

    for width in WIDTHS:
        with visiting(browser, home, width) as visit:
            faults = faults_of_each(visit, site, check)
        expect_none(faults)

"""Pages fit: narrow windows, large or spaced text, paper, and no motion for who wants none (A12)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from built_platform import BuiltPlatform
from page_checks import enlarge_text, motion, overflow, space_text
from reporting import expect_none
from visits import FITTING_WIDTHS, faults_of_each, visiting


@pytest.mark.parametrize("width", FITTING_WIDTHS)
def test_no_page_scrolls_sideways_in_a_narrow_window(
    site: BuiltPlatform, home: str, browser: Browser, width: int
) -> None:
    with visiting(browser, home, width) as visit:
        faults = faults_of_each(visit, site, overflow)
    expect_none(faults)


def test_no_page_scrolls_sideways_with_text_set_wide_apart(
    site: BuiltPlatform, home: str, browser: Browser
) -> None:
    def check(page: Page) -> list[str]:
        space_text(page)
        return overflow(page)

    with visiting(browser, home, 320) as visit:
        faults = faults_of_each(visit, site, check)
    expect_none(faults)


@pytest.mark.parametrize("width", (640, 1280))
def test_text_may_be_twice_as_large(site: BuiltPlatform, home: str, browser: Browser, width: int) -> None:
    def check(page: Page) -> list[str]:
        return enlarge_text(page) + overflow(page)

    with visiting(browser, home, width) as visit:
        faults = faults_of_each(visit, site, check)
    expect_none(faults)


def test_nothing_moves_for_who_wants_no_motion(site: BuiltPlatform, home: str, browser: Browser) -> None:
    with visiting(browser, home, reduced_motion="reduce") as visit:
        faults = faults_of_each(visit, site, motion)
    expect_none(faults)


def test_pages_print_without_navigation_and_within_the_sheet(
    site: BuiltPlatform, home: str, browser: Browser
) -> None:
    def check(page: Page) -> list[str]:
        page.emulate_media(media="print")
        shown = [nav.get_attribute("aria-label") for nav in page.locator("nav").all() if nav.is_visible()]
        return overflow(page) + [f"prints the navigation “{name}”" for name in shown]

    # A4 less margins of 1 cm, at 96 pixels an inch.
    with visiting(browser, home, 718) as visit:
        faults = faults_of_each(visit, site, check)
    expect_none(faults)

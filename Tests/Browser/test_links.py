"""No link of the platform leads nowhere, wherever it is published."""

from built_platform import BASE_URL, BuiltPlatform
from links import Crawler
from reporting import expect_none
from visits import UNKNOWN_ADDRESS

ELSEWHERE = "https://ailleurs.exemple/un/deux/trois/"


def test_every_address_of_every_page_leads_to_a_file_and_every_fragment_to_an_id(site: BuiltPlatform) -> None:
    faults = Crawler(site, BASE_URL, BASE_URL).faults()
    expect_none(faults)


def test_style_sheets_drawings_and_sitemaps_name_files_that_exist(site: BuiltPlatform) -> None:
    faults = Crawler(site, BASE_URL, BASE_URL).other_faults()
    expect_none(faults)


def test_a_copy_at_another_depth_works_as_well(site: BuiltPlatform) -> None:
    # The 404 page is shown at any address, so its links cannot be relative.
    pages = [page for page in site.pages if page.kind != "not-found"]
    faults = Crawler(site, ELSEWHERE, BASE_URL).faults(pages=pages)
    expect_none(faults)


def test_the_404_page_leads_on_from_any_depth(site: BuiltPlatform) -> None:
    faults = Crawler(site, BASE_URL, BASE_URL).faults(
        shown_at=UNKNOWN_ADDRESS, pages=site.of_kind("not-found")
    )
    expect_none(faults)


def test_a_moved_page_leads_to_its_new_address(extended: BuiltPlatform) -> None:
    redirects = {page.path: page for page in extended.pages if page.is_redirect}
    crawler = Crawler(extended, BASE_URL, BASE_URL)
    assert crawler.faults(pages=[*redirects.values()]) == []
    moved = redirects["ancienne/adresse/index.html"]
    canonical = [link["href"] for link in moved.document.find("link") if link["rel"] == "canonical"]
    assert canonical == [BASE_URL + "page-deplacee/"]


def test_pages_say_their_own_address(site: BuiltPlatform) -> None:
    for page in site.pages:
        # What stands at an old address names the new one.
        if page.is_redirect:
            continue
        canonical = [link["href"] for link in page.document.find("link") if link["rel"] == "canonical"]
        assert canonical == ([BASE_URL + page.address] if page.is_indexed else []), page

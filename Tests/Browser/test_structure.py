"""Every page is well built: structure (A1 to A7), content security policy (F8), no third party."""

from built_platform import BuiltPlatform
from markup import parse
from reporting import expect_none
from rules import policy_faults, repeated_titles, structure_faults, third_party_requests


def test_every_page_has_a_sound_structure(site: BuiltPlatform) -> None:
    faults = [f"{page}: {fault}" for page in site.pages for fault in structure_faults(page)]
    expect_none(faults)


def test_no_two_pages_have_the_same_title(site: BuiltPlatform) -> None:
    faults = repeated_titles(site.pages)
    expect_none(faults)


def test_titles_end_with_the_site_s_name(site: BuiltPlatform) -> None:
    name = site.of_kind("home")[0].document.find("h1")[0].text
    for page in site.pages:
        title = page.document.find("title")[0].text
        assert title.startswith(name) if page.kind == "home" else title.endswith(f" – {name}"), page


def test_menu_site_map_and_home_are_on_every_page(site: BuiltPlatform) -> None:
    for page in site.pages:
        targets = {link["href"].rstrip("/").rpartition("/")[2] for link in page.document.find("a")}
        assert "plan-du-site" in targets or page.kind == "site-map", page
        assert page.document.find("nav"), page


def test_nothing_is_inline_that_the_content_security_policy_blocks(site: BuiltPlatform) -> None:
    faults = [f"{page}: {fault}" for page in site.pages for fault in policy_faults(page.document)]
    for name in site.with_suffix(".svg"):
        faults += [f"{name}: {fault}" for fault in policy_faults(parse(site.text(name)))]
    expect_none(faults)


def test_nothing_is_asked_of_a_third_party(site: BuiltPlatform) -> None:
    faults = [f"{page}: {fault}" for page in site.pages for fault in third_party_requests(page.document)]
    for name in site.with_suffix(".svg"):
        faults += [f"{name}: {fault}" for fault in third_party_requests(parse(site.text(name)))]
    expect_none(faults)

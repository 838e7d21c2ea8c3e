"""Pages stay light: eco-design budgets, measured on every page."""

from statistics import median
from urllib.parse import unquote, urldefrag, urljoin

import budgets
from built_platform import BASE_URL, BuiltPlatform, Page
from rules import counted_nodes, requested_files


def heaviest(pages: list[Page], measure: dict[str, int]) -> str:
    page = max(pages, key=lambda page: measure[page.path])
    return f"{measure[page.path]:,} ({page})"


def first_view(site: BuiltPlatform, page: Page) -> tuple[int, int]:
    """How many files a browser asks for to show a page, and their bytes; what is lazy comes later."""
    place = urljoin(BASE_URL, page.address)
    wanted = {
        urldefrag(urljoin(place, address)).url
        for element, address in requested_files(page.document)
        if element["loading"] != "lazy" and not address.startswith("data:")
    }
    files = [site.folder / unquote(address.removeprefix(BASE_URL)) for address in wanted]
    return 1 + len(files), len(page.source.encode()) + sum(file.stat().st_size for file in files)


def test_html_stays_light(site: BuiltPlatform, figures: list[str]) -> None:
    sizes = {page.path: len(page.source.encode()) for page in site.pages}
    middle = median(sizes.values())
    figures.append(f"{site.name:<9} pages                {len(sizes)}")
    figures.append(f"{site.name:<9} HTML bytes           median {middle:,.0f}, most {heaviest(site.pages, sizes)}")
    too_large = {path: size for path, size in sizes.items() if size > budgets.HTML_BYTES}
    assert not too_large, f"more than {budgets.HTML_BYTES:,} bytes: {too_large}"
    assert middle <= budgets.MEDIAN_HTML_BYTES


def test_style_sheets_stay_light(site: BuiltPlatform, figures: list[str]) -> None:
    size = sum((site.folder / name).stat().st_size for name in site.with_suffix(".css"))
    figures.append(f"{site.name:<9} CSS bytes            {size:,}")
    assert size <= budgets.STYLE_BYTES


def test_the_scripts_of_a_page_stay_light(site: BuiltPlatform, figures: list[str]) -> None:
    """Those that it asks for to be shown; the search's come once somebody comes to its box."""
    sizes = {
        page.path: sum(
            (site.folder / unquote(urljoin(BASE_URL + page.address, script["src"]).removeprefix(BASE_URL))).stat().st_size
            for script in page.document.find("script")
            if script["src"]
        )
        for page in site.pages
    }
    figures.append(f"{site.name:<9} JavaScript bytes     most {heaviest(site.pages, sizes)}")
    assert max(sizes.values()) <= budgets.SCRIPT_BYTES


def test_a_first_view_asks_for_few_files(site: BuiltPlatform, figures: list[str]) -> None:
    views = {page.path: first_view(site, page) for page in site.pages}
    requests = {path: view[0] for path, view in views.items()}
    weights = {path: view[1] for path, view in views.items()}
    figures.append(f"{site.name:<9} first-view requests  most {heaviest(site.pages, requests)}")
    figures.append(f"{site.name:<9} first-view bytes     most {heaviest(site.pages, weights)}")
    assert max(requests.values()) <= budgets.REQUESTS
    assert max(weights.values()) <= budgets.FIRST_VIEW_BYTES


def test_pages_have_few_nodes_outside_lists_and_tables(site: BuiltPlatform, figures: list[str]) -> None:
    nodes = {page.path: counted_nodes(page.document) for page in site.pages}
    figures.append(f"{site.name:<9} nodes a page         most {heaviest(site.pages, nodes)}, outside lists and tables")
    too_many = {path: count for path, count in nodes.items() if count > budgets.NODES}
    assert not too_many, f"more than {budgets.NODES} nodes: {too_many}"

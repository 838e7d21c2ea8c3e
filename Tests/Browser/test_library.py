"""The library: a whole list without JavaScript, narrowed by facets with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from built_platform import BuiltPlatform, build
from library_platform import NOTES, PLACES, THEMES, TOOLS, write_library
from page_checks import axe_faults, focus_faults, overflow
from visits import SCHEMES, WIDTHS, Visit, visiting
from web_server import serving

LIBRARY = "bibliotheque/"
COUNT = NOTES + 1 + TOOLS
UNAVAILABLE = "Les filtres ne sont pas disponibles"


class Data:
    """The published data, read by somebody else."""

    def __init__(self, folder: Path) -> None:
        assets = folder / "assets"

        def read(name: str) -> Any:
            (file,) = assets.glob(name + ".*.json")
            return json.loads(file.read_text(encoding="utf-8"))

        index = read("library")
        self.entries = [
            entry for chunk in index["chunks"] for entry in json.loads((assets / chunk).read_text(encoding="utf-8"))
        ]
        self.texts: list[str] = read("library-texts")
        self.facets: dict[str, dict[str, set[int]]] = {}
        for facet, values in index["facets"].items():
            self.facets[facet] = {}
            for value, gaps in values.items():
                total, numbers = 0, set()
                for gap in gaps:
                    total += gap
                    numbers.add(total)
                self.facets[facet][value] = numbers
        self.count: int = index["count"]

    def found(self, chosen: dict[str, set[str]], but: str = "", word: str = "") -> set[int]:
        """The items that pass every facet but one, by brute force."""
        return {
            item
            for item in range(self.count)
            if f"-{word}" in self.texts[item]
            and all(
                facet == but or not values or any(item in self.facets[facet].get(value, set()) for value in values)
                for facet, values in chosen.items()
            )
        }


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> BuiltPlatform:
    folder = write_library(tmp_path_factory.mktemp("library"))
    return build(folder, folder / "public")


@pytest.fixture(scope="module")
def served(platform: BuiltPlatform) -> Iterator[str]:
    with serving(platform.folder) as address:
        yield address


@pytest.fixture(scope="module")
def data(platform: BuiltPlatform) -> Data:
    return Data(platform.folder)


@pytest.fixture
def visit(served: str, browser: Browser) -> Iterator[Visit]:
    with visiting(browser, served) as visit:
        visit.page.set_default_timeout(5_000)
        visit.open(LIBRARY)
        yield visit


def box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"input[name={facet}][value={value}]")


def titles(page: Page) -> list[str]:
    return page.locator(".result-list h3").all_inner_texts()


def waiting(page: Page, text: str) -> None:
    """Waits until the number of results says so."""
    page.wait_for_function("text => document.querySelector('.result-count').innerText === text", arg=text)


def results(count: int) -> str:
    return {0: "Aucun résultat", 1: "1\u00a0résultat"}.get(count, f"{count}\u00a0résultats")


def counts(page: Page) -> dict[tuple[str, str], int]:
    found: list[list[str]] = page.evaluate(
        "[...document.querySelectorAll('.facet input')].map("
        "(box) => [box.name, box.value, box.parentElement.querySelector('.count').textContent])"
    )
    return {(facet, value): int(count) for facet, value, count in found}


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.innerText")
    return text


def test_without_javascript_every_item_is_listed_and_every_term_leads_to_its_page(
    platform: BuiltPlatform, served: str, browser: Browser
) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        visit.open(LIBRARY)
        facets = visit.page.locator(".facet")
        assert facets.count() == 3
        values = [" ".join(text.split()) for text in facets.nth(0).locator("li").all_inner_texts()]
        assert values == [f"Notes {NOTES + 1}", f"Outils {TOOLS}", "Choses 0"]
        links = facets.locator("a").all()
        assert len(links) == 6, "two types and four terms; places have no pages, and what is empty is no link"
        visit.page.locator(".facet a", has_text="Le eau").click()
        assert visit.page.url == served + "themes/eau/"
        found: list[str] = []
        for number in range(1, 12):
            visit.open(LIBRARY + (f"page/{number}/" if number > 1 else ""))
            assert visit.page.locator("a[rel=next]").count() == (number < 11)
            found += titles(visit.page)
        assert len(found) == len(set(found)) == COUNT
        assert "Note cachée" not in found and "À propos" not in found
        assert visit.page.locator("input[type=checkbox], select, [role=status]").count() == 0
        assert visit.faults() == []


def test_the_data_say_what_the_pages_say(platform: BuiltPlatform, data: Data) -> None:
    assert data.count == len(data.entries) == len(data.texts) == COUNT
    for entry in data.entries:
        assert (platform.folder / "assets" / entry["url"] / "index.html").is_file()
    assert {name for name in data.facets} == {"type", "themes", "lieux"}
    assert all(numbers for values in data.facets.values() for numbers in values.values())


def test_nothing_is_asked_for_until_a_filter_is_touched(visit: Visit) -> None:
    visit.page.wait_for_load_state("networkidle")
    assert [url for url in visit.requests if url.endswith(".json")] == []
    box(visit.page, "type", "outil").check()
    waiting(visit.page, results(TOOLS))
    asked = [url.rpartition("/")[2].split(".")[0] for url in visit.requests if url.endswith(".json")]
    assert asked == ["library", "library-2"], "only what is shown"
    assert visit.faults() == []


def test_values_of_a_facet_add_up_and_facets_narrow_each_other(visit: Visit, data: Data) -> None:
    chosen: dict[str, set[str]] = {"type": set(), "themes": set(), "lieux": set()}
    for facet, value in [
        ("themes", "eau"), ("themes", "sols"), ("lieux", "nord"), ("type", "outil"), ("lieux", "est"), ("type", "note"),
    ]:  # fmt: skip
        box(visit.page, facet, value).check()
        chosen[facet].add(value)
        waiting(visit.page, results(len(data.found(chosen))))
        for (name, term), count in counts(visit.page).items():
            carried = data.facets[name].get(term, set())
            assert count == len(data.found(chosen, but=name) & carried), (chosen, name, term)
            expected = count == 0 and term not in chosen[name]
            assert box(visit.page, name, term).is_disabled() == expected, (name, term)
        shown = [data.entries[item]["title"] for item in sorted(data.found(chosen))]
        assert titles(visit.page) == shown[:20]
    assert visit.faults() == []


def test_a_row_is_drawn_as_it_was_delivered(visit: Visit) -> None:
    rows = "[...document.querySelectorAll('.result-list > li')].map((row) => row.outerHTML)"
    delivered = visit.page.evaluate(rows)
    box(visit.page, "type", "note").check()
    waiting(visit.page, results(NOTES + 1))
    drawn = [row.replace(visit.home, "../") for row in visit.page.evaluate(rows)]
    assert drawn == delivered


def test_what_is_chosen_can_be_removed_by_its_tag_and_all_at_once(visit: Visit, data: Data) -> None:
    page = visit.page
    before = page.locator("main").inner_text()
    for value in ("eau", "sols"):
        box(page, "themes", value).check()
    box(page, "lieux", "nord").check()
    tags = page.locator(".active-filters .tag")
    waiting(page, results(len(data.found({"themes": {"eau", "sols"}, "lieux": {"nord"}}))))
    assert tags.all_inner_texts() == ["Le eau ×", "Le sols ×", "Le nord ×"]
    page.get_by_role("button", name="Retirer «\u00a0Le sols\u00a0»").press("Enter")
    waiting(page, results(len(data.found({"themes": {"eau"}, "lieux": {"nord"}}))))
    assert focused(page) == "Le nord ×", "focus goes on to the next tag"
    page.keyboard.press("Enter")
    waiting(page, results(len(data.found({"themes": {"eau"}}))))
    assert focused(page) == "Ressources"
    assert not box(page, "lieux", "nord").is_checked()
    page.get_by_role("button", name="Tout effacer").press("Enter")
    tags.first.wait_for(state="detached")
    assert focused(page) == "Ressources"
    assert page.url == visit.home + LIBRARY
    assert page.locator("main").inner_text() == before
    assert visit.faults() == []


def test_the_address_holds_the_state_and_back_and_forward_follow_it(visit: Visit, data: Data) -> None:
    page = visit.page
    states: list[tuple[str, str]] = []
    chosen: dict[str, set[str]] = {"type": set(), "themes": set()}
    for facet, value in [("type", "note"), ("type", "outil"), ("themes", "sols")]:
        box(page, facet, value).check()
        chosen[facet].add(value)
        waiting(page, results(len(data.found(chosen))))
        states.append((page.url.rpartition("?")[2], page.inner_text(".result-count")))
    assert [state[0] for state in states] == ["type=note", "type=note,outil", "type=note,outil&themes=sols"]
    for _, (query, count) in zip(range(2), reversed(states[:2])):
        page.go_back()
        waiting(page, count)
        assert page.url.endswith("?" + query)
    assert not box(page, "type", "outil").is_checked()
    page.go_back()
    page.locator(".pagination").wait_for()
    assert page.url == visit.home + LIBRARY
    page.go_forward()
    waiting(page, states[0][1])
    assert box(page, "type", "note").is_checked()
    assert visit.faults() == []


def test_an_address_opened_cold_shows_its_state(visit: Visit, data: Data) -> None:
    visit.open(LIBRARY + "?type=note,nulle&themes=eau,sols&q=%C3%89ssais+2&tri=titre&autre=1")
    expected = [item for item in data.found({"type": {"note"}, "themes": {"eau", "sols"}}, word="2")]
    waiting(visit.page, results(len(expected)))
    assert visit.page.locator(".active-filters .tag").all_inner_texts() == [
        "Notes ×", "Le eau ×", "Le sols ×", "Éssais 2 ×",
    ]  # fmt: skip
    assert visit.page.input_value("select") == "titre"
    assert visit.page.input_value(".results input") == "Éssais 2"
    shown = titles(visit.page)
    assert shown == sorted(shown) == sorted(data.entries[item]["title"] for item in expected)[: len(shown)]
    visit.open(LIBRARY + "?tri=nul&type=&q=" + "a" * 5000)
    waiting(visit.page, results(0))
    assert visit.page.input_value("select") == ""
    assert visit.page.input_value(".results input") == "a" * 200
    assert visit.faults() == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("oeuvre", "L’Œuvre d’été à Łódź"), ("ŒUVRE ETE", "L’Œuvre d’été à Łódź"), ("ete l oeuv", "L’Œuvre d’été à Łódź"),
        ("łódź", "L’Œuvre d’été à Łódź"), ("lodz", "L’Œuvre d’été à Łódź"), ("résumé 143", "Note numéro 143"),
        ("uvre", None),
    ],
)  # fmt: skip
def test_words_are_found_by_their_beginnings_in_any_order_and_spelling(
    visit: Visit, words: str, title: str | None
) -> None:
    visit.page.locator(".results input").fill(words)
    waiting(visit.page, results(1 if title else 0))
    assert titles(visit.page) == ([title] if title else [])
    assert visit.faults() == []


def test_signs_in_words_mean_nothing(visit: Visit) -> None:
    visit.page.locator(".results input").fill("<b>.*(")
    waiting(visit.page, results(TOOLS))
    assert visit.page.locator(".active-filters .tag").inner_text() == "<b>.*( ×"
    assert {title.rpartition(" ")[2] for title in titles(visit.page)} == {"bis"}


def test_the_search_of_every_page_opens_the_library_narrowed(visit: Visit) -> None:
    visit.open("a-propos/")
    field = visit.page.get_by_role("search").get_by_role("searchbox")
    assert field.get_attribute("aria-label") == "Chercher dans «\u00a0La bibliothèque\u00a0»"
    field.fill("œuvre d’été")
    field.press("Enter")
    visit.page.wait_for_url(visit.home + LIBRARY + "?q=**")
    waiting(visit.page, results(1))
    assert titles(visit.page) == ["L’Œuvre d’été à Łódź"]


def test_the_number_of_results_is_said_once_after_a_pause_in_typing(visit: Visit, data: Data) -> None:
    page = visit.page
    page.evaluate(
        """() => {
          globalThis.said = [];
          const status = document.querySelector(".result-count");
          const tell = () => said.push(status.textContent);
          new MutationObserver(tell).observe(status, {childList: true, subtree: true, characterData: true});
        }"""
    )
    status = page.get_by_role("status").filter(has_text="fiches")
    assert status.count() == 1
    page.locator(".results input").press_sequentially("numero 14", delay=60)
    total = len([text for text in data.texts if "-numero" in text and "-14" in text])
    waiting(page, results(total))
    assert page.evaluate("said") == [results(total)]
    assert page.evaluate("history.length") == 3, "typing adds one entry: the blank page, the library, the words"
    page.locator(".results input").press_sequentially("3", delay=60)
    waiting(page, results(1))
    assert page.evaluate("history.length") == 3
    assert focused(page) == page.evaluate("document.querySelector('.results input').innerText")
    page.go_back()
    page.locator(".pagination").wait_for()
    assert page.input_value(".results input") == ""


def test_results_can_be_sorted(visit: Visit, data: Data) -> None:
    page = visit.page
    page.select_option("select", "date")
    waiting(page, results(COUNT))
    shown = page.locator(".result-list time").evaluate_all("all => all.map((time) => time.dateTime)")
    assert len(shown) == 20 and shown == sorted(shown, reverse=True) and shown[0].startswith("2019")
    page.select_option("select", "titre")
    page.wait_for_function("document.querySelector('.result-list h3').innerText.startsWith('L’Œuvre')")
    page.select_option("select", "")
    page.locator(".pagination").wait_for()
    assert visit.faults() == []


def test_more_results_follow_and_focus_goes_to_the_first_of_them(visit: Visit) -> None:
    page = visit.page
    box(page, "type", "outil").focus()
    page.keyboard.press("Space")
    waiting(page, results(TOOLS))
    more = page.get_by_role("button", name="Plus de résultats")
    for shown in (20, 40):
        assert len(titles(page)) == shown
        more.press("Enter")
        page.wait_for_function("count => document.querySelectorAll('.result-list h3').length > count", arg=shown)
        assert focused(page) == titles(page)[shown]
    assert more.count() == 0
    assert len(set(titles(page))) == TOOLS
    assert page.inner_text(".result-count") == results(TOOLS)


def test_focus_stays_on_the_box_whatever_its_count_becomes(visit: Visit, data: Data) -> None:
    page = visit.page
    page.locator(".results input").fill("odz lodz")
    box(page, "themes", "sols").focus()
    waiting(page, results(0))
    page.locator(".results input").fill("lodz")
    waiting(page, results(1))
    box(page, "themes", "sols").focus()
    page.keyboard.press("Space")
    page.locator(".active-filters .tag").nth(1).wait_for()
    page.evaluate("document.querySelector('.results input').value = 'rien du tout'")
    page.keyboard.press("Space")
    waiting(page, results(0))
    assert page.evaluate("document.activeElement.value") == "sols"
    page.keyboard.press("Tab")
    assert box(page, "themes", "sols").is_disabled()
    assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_is_reached_by_keyboard(served: str, browser: Browser, width: int) -> None:
    with visiting(browser, served, width) as visit:
        visit.open(LIBRARY + "?type=outil")
        waiting(visit.page, results(TOOLS))
        visit.page.locator(".filters").evaluate("filters => filters.open = true")
        assert focus_faults(visit.page) == []
        summary = visit.page.locator(".filters summary")
        assert summary.is_visible() == (width < 900)
        if summary.is_visible():
            summary.press("Enter")
            assert not box(visit.page, "type", "outil").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_before_and_after_narrowing(served: str, browser: Browser, scheme: Any, width: int) -> None:
    with visiting(browser, served, width, color_scheme=scheme) as visit:
        visit.open(LIBRARY + "?type=outil&q=bis")
        waiting(visit.page, results(TOOLS))
        visit.page.locator(".filters").evaluate("filters => filters.open = true")
        assert axe_faults(visit.page) + overflow(visit.page) == []
        visit.open(LIBRARY)
        assert axe_faults(visit.page) + overflow(visit.page) == []


BROKEN: dict[str, Callable[[Any], None]] = {
    "missing": lambda route: route.fulfill(status=404, body="no"),
    "no network": lambda route: route.abort(),
    "no JSON": lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"),
    "another shape": lambda route: route.fulfill(body='{"count": 3}', content_type="application/json"),
}


@pytest.mark.parametrize("fault", BROKEN)
@pytest.mark.parametrize("file", ["library.*", "library-1.*", "library-texts.*", "library-orders.*"])
def test_broken_data_leave_the_static_page_and_a_message(visit: Visit, fault: str, file: str) -> None:
    page = visit.page
    page.route(f"**/assets/{file}.json", BROKEN[fault])
    if file == "library-texts.*":
        page.locator(".results input").fill("note")
    elif file == "library-orders.*":
        page.select_option("select", "date")
    else:
        box(page, "type", "note").press("Space")
    page.get_by_text(UNAVAILABLE).wait_for()
    assert focused(page).startswith(UNAVAILABLE), "what had focus is gone"
    assert page.locator(".facet a").count() == 6
    assert page.locator(".result-list h3").count() == 20
    assert page.locator(".pagination").is_visible()
    assert page.locator(".library input, .library select, .tag").count() == 0
    assert [message for message in visit.messages if message.startswith("error")] == []


def test_addresses_that_lead_elsewhere_are_refused(visit: Visit) -> None:
    def lead_away(route: Any) -> None:
        entries = route.fetch().json()
        entries[3]["url"] = "javascript:alert(1)"
        route.fulfill(json=entries)

    visit.page.route("**/assets/library-1.*.json", lead_away)
    box(visit.page, "type", "note").press("Space")
    visit.page.get_by_text(UNAVAILABLE).wait_for()
    assert visit.page.locator("a[href^=javascript]").count() == 0


def test_a_copy_on_disk_keeps_its_static_page(platform: BuiltPlatform, browser: Browser) -> None:
    folder = platform.folder.as_uri() + "/"
    with visiting(browser, folder) as visit:
        visit.open(LIBRARY + "index.html")
        box(visit.page, "type", "note").press("Space")
        visit.page.get_by_text(UNAVAILABLE).wait_for()
        visit.page.locator(".result-list a").first.click()
        visit.page.wait_for_url(folder + "notes/n1/index.html")


def test_themes_and_places_of_the_platform_are_facets(visit: Visit) -> None:
    found = counts(visit.page)
    assert {term for facet, term in found if facet == "themes"} == set(THEMES)
    assert {term for facet, term in found if facet == "lieux"} == set(PLACES)

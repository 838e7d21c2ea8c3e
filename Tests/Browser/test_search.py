"""The search: a page of results, a box with the first of them on every page, and an index in small files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from built_platform import PROJECT, BuiltPlatform, build
from page_checks import axe_faults, focus_faults, overflow
from search_platform import MARKUP, NOTES, TOOLS, write_search, write_texts
from visits import SCHEMES, WIDTHS, Visit, visiting
from web_server import serving

SEARCH = "recherche/"
UNAVAILABLE = "La recherche n’est pas disponible"
TABLES = PROJECT / "Tests/Search"
JARDIN = NOTES + TOOLS


def table(name: str) -> Any:
    return json.loads((TABLES / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> BuiltPlatform:
    folder = write_search(tmp_path_factory.mktemp("search"))
    return build(folder, folder / "public")


@pytest.fixture(scope="module")
def served(platform: BuiltPlatform) -> Iterator[str]:
    with serving(platform.folder) as address:
        yield address


@pytest.fixture
def visit(served: str, browser: Browser) -> Iterator[Visit]:
    with visiting(browser, served) as visit:
        visit.page.set_default_timeout(5_000)
        visit.open(SEARCH)
        yield visit


def status(page: Page) -> str:
    return page.inner_text(".result-count")


def waiting(page: Page, text: str) -> None:
    """Waits until the number of results says so."""
    page.wait_for_function("text => document.querySelector('.result-count')?.innerText.startsWith(text)", arg=text)


def results(count: int) -> str:
    return {0: "Aucun résultat", 1: "1\u00a0résultat"}.get(count, f"{count}\u00a0résultats")


def ask(visit: Visit, words: str) -> None:
    visit.page.fill("main [name=q]", words)
    visit.page.press("main [name=q]", "Enter")


def titles(page: Page) -> list[str]:
    return page.locator(".result-list h3").all_inner_texts()


def options(page: Page) -> list[str]:
    return page.locator("[role=option]").all_inner_texts()


def index_files(visit: Visit) -> list[str]:
    """What was asked for of the index, by the paths below the page's."""
    return [url.partition("/recherche/")[2] for url in visit.requests if url.endswith(".json")]


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.innerText")
    return text


# The page


def test_without_javascript_the_page_says_how_to_browse(served: str, browser: Browser) -> None:
    with visiting(browser, served, java_script_enabled=False) as visit:
        visit.open("notes/n1/")
        visit.page.fill("[role=search] input", "jardinage")
        visit.page.press("[role=search] input", "Enter")
        visit.page.wait_for_url(visit.home + SEARCH + "?q=jardinage")
        assert "demande JavaScript" in visit.page.inner_text("main .notice")
        links = visit.page.locator("main a").evaluate_all("all => all.map((link) => link.href)")
        for address in ("notes/", "outils/", "themes/", "themes/eau/", "plan-du-site/"):
            assert visit.home + address in links, address
        assert visit.page.locator("main input[type=checkbox], select").count() == 0
        assert visit.faults() == []


def test_nothing_is_loaded_before_somebody_comes_to_the_box(visit: Visit) -> None:
    for address in (SEARCH, "", "notes/n1/"):
        visit.open(address)
        visit.page.wait_for_load_state("networkidle")
        assert not [url for url in visit.requests if url.endswith(".json") or "search-" in url], address
    visit.page.keyboard.press("Tab")
    while visit.page.evaluate("document.activeElement.name") != "q":
        visit.page.keyboard.press("Tab")
    visit.page.wait_for_function("() => globalThis.searchCore")
    visit.page.wait_for_timeout(300)
    assert index_files(visit) == ["index.json"], "the manifest, and no words"


def test_a_result_says_what_it_is_and_leads_to_the_section_that_holds_the_words(visit: Visit) -> None:
    ask(visit, "hérons marécages")
    waiting(visit.page, results(1))
    row = visit.page.locator(".result-list > li")
    assert row.locator(".kicker").inner_text() == "Note"
    assert row.locator("h3 a").get_attribute("href") == visit.home + "notes/recit/"
    assert row.locator(".meta").inner_text() == "Notes · mars 2024"
    assert row.locator("time").get_attribute("datetime") == "2024-03-01"
    assert row.locator("mark").all_inner_texts() == ["marécage", "marécage", "hérons", "hérons", "marécage"]
    row.get_by_role("link", name="Le marécage").click()
    visit.page.wait_for_url(visit.home + "notes/recit/#*")
    anchor = visit.page.url.partition("#")[2]
    assert visit.page.locator(f"[id='{anchor}']").inner_text() == "Le marécage"
    assert visit.faults() == []


def test_facets_count_within_the_results_and_narrow_each_other(visit: Visit) -> None:
    page = visit.page
    ask(visit, "jardinage")
    waiting(page, results(JARDIN))
    page.wait_for_function("() => document.querySelector('.facet .count').textContent")

    def counts() -> dict[str, str]:
        return {
            text.rpartition(" ")[0]: text.rpartition(" ")[2]
            for text in [" ".join(text.split()) for text in page.locator(".facet li").all_inner_texts()]
        }

    both, eau, sols = NOTES // 6, NOTES // 2, NOTES // 3
    assert counts() == {"Notes": "60", "Outils": "12", "L’eau": str(eau), "Les sols": str(sols + TOOLS), "Rien": "0"}
    assert page.get_by_label("Rien").is_disabled()
    page.get_by_label("L’eau").check()
    waiting(page, results(eau))
    assert counts() == {"Notes": str(eau), "Outils": "0", "L’eau": str(eau), "Les sols": str(sols + TOOLS), "Rien": "0"}
    page.get_by_label("Les sols").check()
    waiting(page, results(eau + sols - both + TOOLS))
    page.get_by_label("Notes").check()
    waiting(page, results(eau + sols - both))
    assert page.locator(".active-filters .tag").all_inner_texts() == ["Notes ×", "L’eau ×", "Les sols ×", "jardinage ×"]
    assert page.url.endswith("?type=note&themes=eau,sols&q=jardinage")
    page.get_by_role("button", name="Retirer «\u00a0jardinage\u00a0»").click()
    waiting(page, results(eau + sols - both + 1))
    page.get_by_role("button", name="Tout effacer").click()
    page.get_by_text("Tapez quelques mots").wait_for()
    assert page.url == visit.home + SEARCH
    assert visit.faults() == []


def test_the_address_holds_the_state_and_back_and_forward_follow_it(visit: Visit) -> None:
    page = visit.page
    ask(visit, "jardinage")
    waiting(page, results(JARDIN))
    page.get_by_label("Outils").check()
    waiting(page, results(TOOLS))
    page.select_option("select", "date")
    page.wait_for_url("**tri=date")
    ask(visit, "marécage")
    waiting(page, results(0))
    page.go_back()
    waiting(page, results(TOOLS))
    assert page.input_value("main [name=q]") == "jardinage" and page.input_value("select") == "date"
    page.go_back()
    page.go_back()
    waiting(page, results(JARDIN))
    assert not page.get_by_label("Outils").is_checked()
    page.go_back()
    page.get_by_text("Tapez quelques mots").wait_for()
    page.go_forward()
    waiting(page, results(JARDIN))
    assert visit.faults() == []


def test_an_address_opened_cold_shows_its_state(visit: Visit) -> None:
    visit.open(SEARCH + "?q=jardinage+quartier&type=note,nulle&tri=date&autre=1")
    waiting(visit.page, results(NOTES))
    assert visit.page.input_value("main [name=q]") == "jardinage quartier"
    days = visit.page.locator(".result-list time").evaluate_all("all => all.map((time) => time.dateTime)")
    assert len(days) == 10 and days == sorted(days, reverse=True) and days[0].startswith("2019")
    visit.open(SEARCH + "?type=outil")
    waiting(visit.page, results(TOOLS))
    visit.open(SEARCH + "?q=" + "a" * 5000)
    waiting(visit.page, results(0))
    assert visit.page.input_value("main [name=q]") == "a" * 200
    assert visit.faults() == []


def test_the_number_of_results_is_said_once_typing_pauses(visit: Visit) -> None:
    page = visit.page
    page.evaluate(
        """() => {
          globalThis.said = [];
          const status = document.querySelector("[role=status].result-count");
          new MutationObserver(() => said.push(status.textContent)).observe(status, {childList: true, subtree: true});
        }"""
    )
    page.locator("main [name=q]").press_sequentially("jardinag", delay=40)
    waiting(page, results(JARDIN))
    assert page.evaluate("said") == [results(JARDIN)]
    page.locator("main [name=q]").press_sequentially("e", delay=40)
    page.wait_for_url("**?q=jardinage")
    assert page.evaluate("history.length") == 3, "typing adds one entry: the blank page, the search, the words"


def test_words_that_were_corrected_or_are_nowhere_are_shown(visit: Visit) -> None:
    ask(visit, "jardinnage")
    waiting(visit.page, results(JARDIN))
    assert status(visit.page) == results(JARDIN) + " pour jardinage."
    assert visit.page.locator(".result-count em").all_inner_texts() == ["jardinage"]
    assert visit.page.locator(".result-list mark").first.inner_text() == "jardinage"
    ask(visit, "bergeers kwzxq")
    waiting(visit.page, results(1))
    assert status(visit.page) == "1\u00a0résultat pour bergères. Introuvable\u00a0: kwzxq.", "as the page writes it"
    ask(visit, "jardinxyztuv")
    waiting(visit.page, results(0))
    visit.page.get_by_role("link", name="jardin", exact=True).click()
    waiting(visit.page, results(NOTES))
    ask(visit, "le de")
    waiting(visit.page, "Aucun résultat Ces mots sont trop courts")
    assert visit.page.locator(".listed a", has_text="Plan du site").is_visible()
    assert visit.faults() == []


def test_more_results_follow_and_focus_goes_to_the_first_of_them(visit: Visit) -> None:
    ask(visit, "jardinage")
    waiting(visit.page, results(JARDIN))
    assert len(titles(visit.page)) == 10
    visit.page.get_by_role("button", name="Plus de résultats").press("Enter")
    visit.page.wait_for_function("() => document.querySelectorAll('.result-list h3').length === 20")
    assert focused(visit.page) == titles(visit.page)[10]
    assert len(set(titles(visit.page))) == 20


# The box of every page


def test_the_box_is_a_combobox_that_the_keyboard_leads_through(visit: Visit) -> None:
    page = visit.page
    visit.open("notes/n1/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Chercher sur le site")
    box.wait_for()
    page.keyboard.type("marécage", delay=20)
    page.get_by_role("option").first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("listbox").get_attribute("id") == box.get_attribute("aria-controls")
    assert options(page) == ["Le grand récit Note", "Voir tous les résultats 1"]
    assert box.get_attribute("aria-activedescendant") is None
    active = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.innerText"
    for key, expected in [
        ("ArrowDown", "Le grand récit Note"), ("ArrowDown", "Voir tous les résultats 1"), ("ArrowDown", None),
        ("ArrowUp", "Voir tous les résultats 1"), ("ArrowUp", "Le grand récit Note"),
    ]:  # fmt: skip
        page.keyboard.press(key)
        assert page.evaluate(active) == expected
        assert page.locator("[aria-selected=true]").count() == (1 if expected else 0)
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false" and options(page) == []
    assert page.input_value("[role=search] input") == "marécage"
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(visit.home + "notes/recit/")
    assert visit.faults() == []


def test_enter_and_the_last_option_lead_to_all_results(visit: Visit) -> None:
    page = visit.page
    visit.open("notes/n1/")
    page.fill("[role=search] input", "jardinage")
    page.get_by_role("option").nth(5).wait_for()
    assert options(page)[5] == f"Voir tous les résultats {JARDIN}"
    page.get_by_role("option").nth(5).click()
    page.wait_for_url(visit.home + SEARCH + "?q=jardinage")
    waiting(page, results(JARDIN))
    visit.open("")
    assert page.locator("form.search-form").count() == 1, "the home page has one in its hero"
    page.keyboard.press("/")
    page.keyboard.type("marécage", delay=5)
    page.keyboard.press("Enter")
    page.wait_for_url(visit.home + SEARCH + "?q=mar*")
    waiting(page, results(1))


def test_a_slash_is_a_letter_where_somebody_types(visit: Visit) -> None:
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("1/2")
    assert visit.page.input_value("main [name=q]") == "1/2"


def test_a_press_on_an_option_leads_there_and_leaving_the_box_closes_it(visit: Visit) -> None:
    visit.open("themes/eau/")
    visit.page.fill("[role=search] input", "bergère")
    visit.page.get_by_role("option").first.click()
    visit.page.wait_for_url(visit.home + "notes/recit/")
    visit.page.fill("[role=search] input", "bergère")
    visit.page.get_by_role("option").first.wait_for()
    visit.page.keyboard.press("Tab")
    assert options(visit.page) == []


def test_the_box_works_from_the_page_of_a_missing_address(visit: Visit) -> None:
    visit.page.goto(visit.home + "une/adresse/que/personne/ne/connait/")
    visit.page.fill("[role=search] input", "bergère")
    visit.page.get_by_role("option").first.click()
    visit.page.wait_for_url(visit.home + "notes/recit/")


def test_the_last_words_win_whatever_answers_first(visit: Visit) -> None:
    page = visit.page
    visit.open("notes/n1/")
    page.focus("[role=search] input")
    page.wait_for_load_state("networkidle")
    held: list[Route] = []
    page.route("**/d/*.json", lambda route: held.append(route) if not held else route.continue_())
    page.keyboard.type("bergère", delay=20)
    page.wait_for_timeout(700)
    assert held, "the first answer is late"
    page.fill("[role=search] input", "râteau")
    page.get_by_role("option", name="Outil").first.wait_for()
    shown = options(page)
    held[0].continue_()
    page.wait_for_timeout(300)
    assert options(page) == shown and all("récit" not in text for text in shown)
    visit.open(SEARCH)
    page.locator("main [name=q]").press_sequentially("marécage râteau jardinage", delay=20)
    page.wait_for_url("**?q=mar*20jardinage")
    waiting(page, results(TOOLS + 1))
    assert visit.faults() == []


def test_most_keystrokes_ask_for_nothing(real_site: BuiltPlatform, browser: Browser, figures: list[str]) -> None:
    keys, asking = 0, 0
    with serving(real_site.folder) as home, visiting(browser, home) as visit:
        visit.open("a-propos/")
        visit.page.focus("[role=search] input")
        visit.page.wait_for_load_state("networkidle")
        for query in ("alliance territoriale", "modele socio economique", "gouvernance partagée", "odd 17"):
            visit.page.fill("[role=search] input", "")
            for key in query:
                before = len(index_files(visit))
                visit.page.keyboard.type(key)
                visit.page.wait_for_timeout(200)
                keys += 1
                asking += len(index_files(visit)) > before
                if keys % len(query) == 2:
                    assert not [path for path in index_files(visit)[before:] if "/t/" in path]
            visit.page.wait_for_timeout(600)
    figures.append(f"search     keystrokes            {asking} of {keys} ask for files, at 5 keys a second")
    assert asking <= 0.2 * keys


# What others may bring in


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", ".*", "[", "\\\\", "(a+)+$" * 30, "'\";--", "%00", "\u202eabc", "💥"]
)
def test_hostile_words_are_words(visit: Visit, query: str) -> None:
    fault: list[str] = []
    visit.page.on("dialog", lambda dialog: fault.append(dialog.message))
    ask(visit, query)
    visit.page.locator(".active-filters .tag").wait_for()
    assert visit.page.locator(".active-filters .tag").inner_text().startswith(query[:20])
    visit.page.reload()
    visit.page.locator(".active-filters .tag").wait_for()
    assert visit.page.input_value("main [name=q]") == query[:200]
    assert visit.page.locator("main img").count() == 0
    assert visit.faults() + fault == []


def test_a_megabyte_that_is_pasted_is_cut(visit: Visit) -> None:
    took: float = visit.page.evaluate(
        """async () => {
          const box = document.querySelector("main [name=q]");
          box.focus();
          await addScript(box.form.dataset.core);
          const {index} = await searchCore.open(new URL(box.form.dataset.index, location.href).href);
          const start = performance.now();
          index.wanted("jardinage " + "é(a+)+$".repeat(150000));
          return performance.now() - start;
        }"""
    )
    assert took < 50
    visit.page.evaluate("document.querySelector('main [name=q]').value = 'a'.repeat(1_000_000)")
    visit.page.press("main [name=q]", "Enter")
    waiting(visit.page, results(0))
    assert visit.faults() == []


def test_titles_with_markup_are_text(visit: Visit) -> None:
    ask(visit, "piégée")
    waiting(visit.page, results(1))
    assert titles(visit.page) == [MARKUP]
    assert "<script>alert(2)</script>" in visit.page.inner_text(".result-list")
    visit.open("notes/n1/")
    visit.page.fill("[role=search] input", "onerror")
    visit.page.get_by_role("option").first.wait_for()
    assert options(visit.page)[0] == f"{MARKUP} Note"
    assert visit.page.locator("main img, [role=option] img").count() == 0
    assert visit.faults() == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://exemple.com/", "//exemple.com/", "../ailleurs/"])
def test_addresses_that_lead_elsewhere_are_no_links(visit: Visit, address: str) -> None:
    def lead_away(route: Route) -> None:
        entry = route.fetch().json()
        entry["u"] = address
        route.fulfill(json=entry)

    visit.page.route("**/d/*.json", lead_away)
    ask(visit, "marécage")
    waiting(visit.page, results(1))
    assert titles(visit.page) == ["Le grand récit"]
    assert visit.page.locator(".result-list a").count() == 0
    visit.open("notes/n1/")
    visit.page.fill("[role=search] input", "marécage")
    visit.page.get_by_role("option").first.wait_for()
    assert options(visit.page) == ["Voir tous les résultats 1"]


BROKEN: dict[str, Callable[[Route], None]] = {
    "missing": lambda route: route.fulfill(status=404, body="no"),
    "no network": lambda route: route.abort(),
    "no JSON": lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"),
    "cut": lambda route: route.fulfill(body=route.fetch().text()[:60], content_type="application/json"),
    "another version": lambda route: route.fulfill(json={"v": 2, "n": 1}),
    "another shape": lambda route: route.fulfill(json={"v": 1}),
    "null": lambda route: route.fulfill(json=None),
}


@pytest.mark.parametrize("fault", BROKEN)
@pytest.mark.parametrize("file", ["index.json", "*/t/*.json", "*/d/*.json"])
def test_a_broken_index_leaves_a_message_and_the_lists(visit: Visit, fault: str, file: str) -> None:
    page = visit.page
    page.route(f"**/recherche/{file}", BROKEN[fault])
    ask(visit, "jardinage")
    page.get_by_text(UNAVAILABLE).wait_for()
    assert page.input_value("main [name=q]") == "jardinage"
    assert page.locator(".facet a").count() == 4
    assert page.locator(".listed a", has_text="Notes").is_visible()
    visit.open("notes/n1/")
    page.fill("[role=search] input", "jardinage")
    page.wait_for_timeout(500)
    assert options(page) == []
    page.press("[role=search] input", "Enter")
    page.get_by_text(UNAVAILABLE).wait_for()
    assert [message for message in visit.messages if message.startswith("error")] == []


def test_a_missing_script_leaves_a_message(visit: Visit) -> None:
    visit.page.route("**/search-core.*.js", BROKEN["missing"])
    ask(visit, "jardinage")
    visit.page.get_by_text(UNAVAILABLE).wait_for()
    assert [message for message in visit.messages if message.startswith("error")] == []


def test_a_copy_on_disk_searches_where_its_settings_ask_for_it(
    platform: BuiltPlatform, tmp_path: Path, browser: Browser
) -> None:
    folder = write_search(tmp_path, has_script=True)
    copy = build(folder, folder / "public").folder.as_uri() + "/"
    with visiting(browser, copy) as visit:
        visit.open("notes/n1/index.html")
        visit.page.fill("[role=search] input", "marécage")
        visit.page.get_by_role("option").first.wait_for()
        visit.page.press("[role=search] input", "Enter")
        waiting(visit.page, results(1))
        visit.page.locator(".result-list h3 a").click()
        visit.page.wait_for_url(copy + "notes/recit/index.html")
        assert visit.faults() == []
    with visiting(browser, platform.folder.as_uri() + "/") as visit:
        visit.open("recherche/index.html")
        ask(visit, "marécage")
        visit.page.get_by_text(UNAVAILABLE).wait_for()


# Everybody


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(served: str, browser: Browser, scheme: Any, width: int) -> None:
    with visiting(browser, served, width, color_scheme=scheme) as visit:
        for address, words in ((SEARCH, ""), (SEARCH, "jardinnage"), (SEARCH, "kwzxq"), ("", "jardin"), ("notes/", "eau")):
            visit.open(address)
            if words:
                visit.page.fill(".search-form [name=q]", words)
                if address == SEARCH:
                    visit.page.locator(".active-filters .tag").wait_for()
                else:
                    visit.page.get_by_role("option").first.wait_for()
                    visit.page.keyboard.press("ArrowDown")
            assert axe_faults(visit.page) + overflow(visit.page) == [], (address, words)


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_is_reached_by_keyboard(served: str, browser: Browser, width: int) -> None:
    with visiting(browser, served, width) as visit:
        visit.open(SEARCH + "?q=jardinage&type=outil")
        waiting(visit.page, results(TOOLS))
        visit.page.locator(".filters").evaluate("filters => filters.open = true")
        assert focus_faults(visit.page) == []


# What it costs


def test_the_first_words_cost_few_bytes(real_site: BuiltPlatform, browser: Browser, figures: list[str]) -> None:
    scripts = {
        name.rpartition("/")[2].partition(".")[0]: len(gzip.compress((real_site.folder / name).read_bytes(), 9))
        for name in real_site.with_suffix(".js")
    }
    figures.append(f"search     scripts, gzip         {sum(scripts.values()):,}: {scripts}")
    assert scripts["search-core"] <= 5_000
    own = ("site", "listing", "search", "search-box", "search-core")
    assert sum(scripts[name] for name in own) <= 10_000
    most = 0
    for query in ("modèle économique", "alliance territoriale", "étude impact"):
        with serving(real_site.folder, "/") as home, visiting(browser, home) as visit:
            visit.open(SEARCH)
            ask(visit, query)
            waiting(visit.page, "")
            visit.page.locator(".result-list").wait_for()
            visit.page.wait_for_load_state("networkidle")
            asked = [urlsplit(url).path.lstrip("/") for url in dict.fromkeys(visit.requests)]
            entries = [path for path in asked if "/d/" in path]
            counted = [path for path in asked if path.endswith((".js", ".json")) and path not in entries[10:]]
            size = sum(len(gzip.compress((real_site.folder / path).read_bytes(), 9)) for path in counted)
            facets = sum(len(gzip.compress((real_site.folder / path).read_bytes(), 9)) for path in counted if "/f/" in path)
            figures.append(f"search     {query + ', gzip':<25} {size:,} in {len(counted)} files, facets {facets:,}")
            most = max(most, size)
    assert most <= 40_000


# Words


@pytest.fixture(scope="module")
def core(served: str, browser: Browser) -> Iterator[Page]:
    """A page with the search's core."""
    with visiting(browser, served) as visit:
        visit.open(SEARCH)
        visit.page.evaluate("addScript(document.querySelector('main form').dataset.core)")
        yield visit.page


def test_the_browser_cuts_texts_into_the_words_of_the_table(core: Page) -> None:
    wrong = []
    for text, expected in table("analysis.json"):
        found: list[str] = core.evaluate("text => searchCore.words(text).map(([word]) => word)", text)
        if found != expected:
            wrong.append((text, expected, found))
    assert wrong == []


def test_words_stand_where_their_places_say(core: Page) -> None:
    for text, _ in table("analysis.json"):
        for folded, start, end in core.evaluate("text => searchCore.words(text)", text):
            piece: str = core.evaluate("([text, start, end]) => text.slice(start, end)", [text, start, end])
            assert core.evaluate("piece => searchCore.fold(piece)", piece) == folded


FIND = """async (queries) => {
  const form = document.querySelector("main form");
  await addScript(form.dataset.core);
  const {index} = await searchCore.open(new URL(form.dataset.index, location.href).href);
  return Promise.all(queries.map(async (query) => {
    const {results} = await index.search(query);
    return Promise.all(results.map(async ({document}) => (await index.file(`d/${document}.json`)).u));
  }));
}"""


def found_by(folder: Path, texts: list[str], queries: list[str], browser: Browser) -> list[list[int]]:
    """The numbers of the texts that each query finds."""
    site = build(write_texts(folder, texts), folder / "public")
    with serving(site.folder) as home, visiting(browser, home) as visit:
        visit.open(SEARCH)
        found: list[list[str]] = visit.page.evaluate(FIND, queries)
    return [[int(address.split("/")[1]) for address in addresses] for addresses in found]


def test_the_traps_of_french_are_passed_in_both_directions(tmp_path: Path, browser: Browser) -> None:
    pairs: list[list[str]] = table("traps.json")
    assert len(pairs) >= 60
    missed: list[tuple[str, str]] = []
    for name, direction in (("there", pairs), ("back", [[text, query] for query, text in pairs])):
        texts = [text for _, text in direction]
        found = found_by(tmp_path / name, texts, [query for query, _ in direction], browser)
        missed += [(query, text) for number, (query, text) in enumerate(direction) if number not in found[number]]
    assert missed == [], missed


def test_typos_find_the_words_that_were_meant(tmp_path: Path, browser: Browser) -> None:
    pairs: list[list[str]] = table("typos.json")
    found = found_by(tmp_path, [word for _, word in pairs], [typo for typo, _ in pairs], browser)
    missed = [(typo, word) for (typo, word), best in zip(pairs, found) if not best or pairs[best[0]][1] != word]
    assert missed == []

"""« Se situer »: questions, answers and results are pages; and from the home page, three clicks lead to any item."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, expect

from built_platform import BASE_URL, BuiltPlatform
from built_platform import Page as BuiltPage
from markup import Element
from visits import visiting

CLICKS = 3
TABS = 200


def with_class(document: Element, name: str) -> list[Element]:
    return [element for element in document.descendants() if name in element["class"].split()]


def start(site: BuiltPlatform) -> BuiltPage:
    """The first question: the one page of the positioning that search engines are told of."""
    found = [page for page in site.of_kind("positioning") if page.is_indexed]
    assert len(found) == 1
    return found[0]


def press_on(page: Page, selector: str) -> None:
    """Reaches the first element of a selector with Tab alone, and presses Enter."""
    wanted = page.locator(selector).first
    address = wanted.evaluate("element => element.href")
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            break
    else:
        raise AssertionError(f"Tab does not reach {selector}")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_without_javascript_the_keyboard_leads_from_the_home_page_to_a_result(
    site: BuiltPlatform, home: str, browser: Browser
) -> None:
    first = start(site)
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.page
        visit.open("")
        press_on(page, ".callout-band a")
        assert page.url == home + first.address
        questions: list[str] = []
        while page.locator(".answers").count():
            questions.append(page.url)
            expect(page.locator(".progress")).to_contain_text(str(len(questions)))
            expect(page.locator(".given li")).to_have_count(len(questions) - 1)
            press_on(page, ".answers a")
        assert len(questions) > 1
        result = page.url
        assert page.locator(".result .door").count() > 1
        assert page.locator(".result .door h2").count() == page.locator(".result .door").count()
        expect(page.locator(".given li")).to_have_count(len(questions))
        assert page.locator(".share .address").inner_text() == BASE_URL + result.removeprefix(home)
        assert page.locator("main button:visible").count() == 0
        page.go_back()
        assert page.url == questions[-1]
        page.go_forward()
        press_on(page, ".given li:nth-child(2) a")
        assert page.url == questions[1]
        page.go_back()
        press_on(page, f'.share a[href="{"../" * len(questions)}"]')
        assert page.url == questions[0]
        assert visit.faults() == []


def test_every_question_may_be_left_without_an_answer(site: BuiltPlatform) -> None:
    for page in site.of_kind("positioning"):
        (answers,) = with_class(page.document, "answers")
        links = answers.find("a")
        assert links[-1]["href"] == "sans-reponse/", page
        assert len({link["href"] for link in links}) == len(links) == len(answers.find("li")), page


def test_only_the_first_question_is_for_search_engines(site: BuiltPlatform) -> None:
    first = start(site)
    pages = site.of_kind("positioning") + site.of_kind("positioning-result")
    assert len(pages) > 20
    assert [page for page in pages if page.is_indexed] == [first]
    sitemap = site.text("sitemap.xml")
    assert f"{BASE_URL}{first.address}</loc>" in sitemap
    assert f"{BASE_URL}{first.address}sans-reponse/" not in sitemap


def test_a_result_gives_each_item_once_for_answers_that_it_carries(site: BuiltPlatform) -> None:
    items = {page.address: page for page in site.of_kind("item")}
    advised = 0
    for page in site.of_kind("positioning-result"):
        answers = [entry.text for box in with_class(page.document, "given") for entry in box.find("li")]
        shown: list[str] = []
        for door in with_class(page.document, "door"):
            for reasons in with_class(door, "reasons"):
                (link,) = (link for heading in door.find("h3") for link in heading.find("a"))
                address = normpath(join(page.address, link["href"])) + "/"
                shown.append(address)
                facts = with_class(items[address].document, "facts")
                carried = {term.text for box in facts for term in box.find("a")}
                for reason in reasons.text.partition(":")[2].split("·"):
                    label = reason.strip()
                    assert label in carried, f"{page}: {address} does not carry {label}"
                    assert any(label.lower() in answer.lower() for answer in answers), f"{page}: {label}"
        assert len(shown) == len(set(shown)), page
        advised += len(shown)
    assert advised > 50


def test_with_javascript_a_result_is_copied_and_printed(
    site: BuiltPlatform, home: str, browser: Browser
) -> None:
    result = site.of_kind("positioning-result")[0]
    with visiting(browser, home, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.page
        page.add_init_script("globalThis.print = () => { globalThis.printed = true; };")
        visit.open(result.address)
        copy, paper = page.locator("main button").all()
        copy.click()
        expect(page.locator(".share [role=status]")).not_to_be_empty()
        assert page.evaluate("navigator.clipboard.readText()") == BASE_URL + result.address
        paper.click()
        assert page.evaluate("globalThis.printed") is True
        assert visit.faults() == []


def test_without_a_clipboard_no_button_offers_to_copy(
    site: BuiltPlatform, home: str, browser: Browser
) -> None:
    with visiting(browser, home) as visit:
        visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
        visit.open(site.of_kind("positioning-result")[0].address)
        assert visit.page.locator("main button:visible").count() == 1
        assert visit.faults() == []


def targets(page: BuiltPage) -> set[str]:
    """The pages of the site that a page links to, by path."""
    found: set[str] = set()
    for link in page.document.find("a"):
        parts = urlsplit(link["href"])
        if parts.scheme or parts.netloc or not parts.path:
            continue
        path = normpath(join(dirname(page.path), unquote(parts.path)))
        found.add(normpath(join(path, "index.html")) if parts.path.endswith("/") else path)
    return found


def test_every_listed_item_is_within_three_clicks_of_the_home_page(
    site: BuiltPlatform, figures: list[str]
) -> None:
    # The site map would make it easy: nobody should need it.
    pages = {page.path: page for page in site.pages if page.kind != "site-map"}
    clicks = {"index.html": 0}
    reached = ["index.html"]
    for path in reached:
        if clicks[path] == CLICKS:
            continue
        for target in sorted(targets(pages[path]) & pages.keys() - clicks.keys()):
            clicks[target] = clicks[path] + 1
            reached.append(target)
    lists = {dirname(page.path) for page in site.of_kind("list") if "/page/" not in page.path}
    items = [page.path for page in site.of_kind("item") if dirname(dirname(page.path)) in lists]
    assert len(items) > 50
    assert [path for path in items if path not in clicks] == []
    figures.append(f"clicks from home     most {max(clicks[path] for path in items)} to an item of a list")

"""What an author sees of a preview: pages that follow their files, problems over them, and a banner at their foot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from preview_probe import PROGRAM, PreviewProbe, page, previewing

pytestmark = pytest.mark.skipif(not PROGRAM.is_file(), reason="needs `swift build --product PreviewProbe`")

PARTS = "".join(
    f'<h2 id="part-{number}">Partie {number}</h2><p>{"Un texte qui tient de la place. " * 20}</p>'
    f"<details><summary>Détail {number}</summary><p>Caché.</p></details>"
    for number in range(30)
)
STYLE = "body { color: #111; background: #fff } h1 { color: rgb(1, 2, 3) }"
ERROR = {
    "severity": "error", "code": "unknown-key", "message": "Le champ « territoir » <b>n’existe pas</b>.",
    "advice": "Vouliez-vous dire « territoire » ?", "file": "content/cas/redon.md", "line": 4, "column": 3,
    "length": 9, "excerpt": "🙂 territoir: Redon",
}
WARNING = ERROR | {"severity": "warning", "message": "Il manque un résumé."}


@pytest.fixture
def probe(tmp_path: Path) -> Iterator[PreviewProbe]:
    for name, title, content in [
        ("index.html", "Accueil", ""), ("long/index.html", "Longue page", PARTS),
        ("draft/index.html", "Brouillon", ""), ("404.html", "Introuvable", ""),
    ]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page(title, content), encoding="utf-8")
    (tmp_path / "a.css").write_text(STYLE, encoding="utf-8")
    with previewing(tmp_path) as probe:
        yield probe


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="fr-FR")
    context.set_default_timeout(5000)
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert errors == []


def listening(tab: Page, probe: PreviewProbe, path: str = "") -> None:
    """Opens a page and waits until it hears what is told."""
    with tab.expect_websocket() as opened:
        tab.goto(probe.address + path)
    with opened.value.expect_event("framereceived"):
        probe.tell()
    tab.evaluate("() => { window.isSame = true }")


def is_same(tab: Page) -> bool:
    return tab.evaluate("() => window.isSame === true")


def test_a_page_is_loaded_again_where_it_stands(tab: Page, probe: PreviewProbe) -> None:
    listening(tab, probe, "long/#part-2")
    tab.evaluate("() => { document.querySelectorAll('details')[3].open = true; scrollTo(0, 1500) }")
    before = tab.evaluate("() => scrollY")
    assert before == 1500
    (probe.folder / "long/index.html").write_text(page("Page changée", PARTS), encoding="utf-8")
    probe.tell("pages")
    expect(tab.locator("h1")).to_have_text("Page changée")
    tab.wait_for_function("() => document.readyState === 'complete'")
    assert tab.evaluate("() => scrollY") == pytest.approx(before, abs=1)
    assert tab.url.endswith("#part-2")
    assert tab.evaluate("() => document.querySelectorAll('details')[3].open")


def test_what_is_read_stays_when_text_comes_above_it(tab: Page, probe: PreviewProbe) -> None:
    listening(tab, probe, "long/")
    tab.evaluate("() => scrollTo(0, 2000)")
    top = "() => document.getElementById('part-9').getBoundingClientRect().top"
    before = tab.evaluate(top)
    (probe.folder / "long/index.html").write_text(page("Plus long", f"<p>{'Nouveau. ' * 300}</p>{PARTS}"), "utf-8")
    probe.tell("pages")
    expect(tab.locator("h1")).to_have_text("Plus long")
    tab.wait_for_function("() => document.readyState === 'complete'")
    assert tab.evaluate(top) == pytest.approx(before, abs=1)


def test_style_sheets_are_swapped_without_loading_the_page_again(tab: Page, probe: PreviewProbe) -> None:
    listening(tab, probe, "long/")
    (probe.folder / "b.css").write_text(STYLE.replace("1, 2, 3", "4, 5, 6"), encoding="utf-8")
    probe.tell("styleSheets", sheets={"/a.css": "/b.css"})
    expect(tab.locator("h1")).to_have_css("color", "rgb(4, 5, 6)")
    (probe.folder / "b.css").write_text(STYLE.replace("1, 2, 3", "7, 8, 9"), encoding="utf-8")
    probe.tell("styleSheets", sheets={"/b.css": "/b.css"})
    expect(tab.locator("h1")).to_have_css("color", "rgb(7, 8, 9)")
    expect(tab.locator("head link[rel=stylesheet]")).to_have_count(1)
    assert is_same(tab)


def test_problems_come_over_the_page_and_go_when_mended(tab: Page, probe: PreviewProbe) -> None:
    listening(tab, probe)
    panel = tab.get_by_role("region", name="Problèmes à corriger")
    expect(panel).to_be_hidden()
    probe.tell(problems=[ERROR])
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("Le champ « territoir » <b>n’existe pas</b>.")
    expect(panel).to_contain_text("content/cas/redon.md:4:3")
    expect(panel.locator("mark")).to_have_text("territoir")
    assert tab.evaluate("() => document.activeElement === document.body"), "the panel took the focus"

    tab.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    probe.tell("pages", problems=[ERROR])
    tab.wait_for_function("() => window.isSame !== true")
    expect(tab.get_by_role("button", name="1\u00a0erreur")).to_be_visible()
    expect(panel).to_be_hidden()
    tab.get_by_role("button", name="1\u00a0erreur").press("Enter")
    expect(panel).to_be_visible()
    expect(panel).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name="1\u00a0erreur")).to_be_focused()

    probe.tell(problems=[])
    expect(tab.get_by_role("button", name="1\u00a0erreur")).to_have_count(0)
    expect(tab.get_by_role("status")).to_have_text("Tout est corrigé.")


def test_warnings_wait_to_be_asked_for(tab: Page, probe: PreviewProbe) -> None:
    listening(tab, probe)
    probe.tell(problems=[WARNING, WARNING])
    badge = tab.get_by_role("button", name="2\u00a0avertissements")
    expect(badge).to_be_visible()
    expect(tab.get_by_role("region", name="Problèmes à corriger")).to_be_hidden()
    badge.click()
    expect(tab.get_by_role("region", name="Problèmes à corriger")).to_be_visible()


def test_the_banner_says_what_a_page_is(tab: Page, probe: PreviewProbe) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    listening(tab, probe, "draft/")
    banner = tab.get_by_role("region", name="Aperçu Terreau")
    for text in ["Brouillon", "Étude de cas", "6\u00a0min de lecture", "48\u00a0ko"]:
        expect(banner).to_contain_text(text)
    banner.get_by_role("button", name="content/draft/index.html.md").click()
    assert tab.evaluate("() => navigator.clipboard.readText()") == "content/draft/index.html.md"
    tab.get_by_role("button", name="Replier le bandeau de l’aperçu").click()
    expect(banner).not_to_contain_text("Étude de cas")
    tab.reload()
    expect(tab.get_by_role("button", name="Déplier le bandeau de l’aperçu")).to_be_visible()
    expect(banner).not_to_contain_text("Étude de cas")
    tab.emulate_media(media="print")
    expect(banner).to_be_hidden()


def test_a_missing_page_suggests_others(tab: Page, probe: PreviewProbe) -> None:
    answer = tab.goto(probe.address + "<script>alert(1)")
    assert answer and answer.status == 404
    expect(tab.locator("h1")).to_have_text("Introuvable")
    links = tab.get_by_role("region", name="Il n’y a pas de page à cette adresse.").get_by_role("link")
    expect(links).to_have_text(["/", "/long/", "/<i>near</i>/"])
    links.nth(1).click()
    expect(tab.locator("h1")).to_have_text("Longue page")


def test_a_site_that_isnt_ready_comes_by_itself(tab: Page, probe: PreviewProbe) -> None:
    (probe.folder / "unavailable.txt").write_text("Le site n’a pas encore pu être fait.", encoding="utf-8")
    listening(tab, probe)
    expect(tab.locator("h1")).to_have_text("Le site n’a pas encore pu être fait.")
    (probe.folder / "unavailable.txt").unlink()
    probe.tell("pages")
    expect(tab.locator("h1")).to_have_text("Accueil")


def test_a_preview_that_stops_is_said_and_taken_up_again(tab: Page, probe: PreviewProbe) -> None:
    listening(tab, probe)
    probe.stop()
    banner = tab.get_by_role("region", name="Aperçu Terreau")
    expect(banner).to_contain_text("Aperçu interrompu")
    (probe.folder / "index.html").write_text(page("Accueil repris"), encoding="utf-8")
    with previewing(probe.folder, int(probe.address.rsplit(":")[-1].strip("/"))) as again:
        again.tell()
        expect(tab.locator("h1")).to_have_text("Accueil repris", timeout=10_000)
        expect(banner).not_to_contain_text("Aperçu interrompu")


def test_twenty_tabs_are_live(tab: Page, probe: PreviewProbe) -> None:
    tabs = [tab] + [tab.context.new_page() for _ in range(19)]
    for one in tabs:
        listening(one, probe)
    (probe.folder / "index.html").write_text(page("Nouvel accueil"), encoding="utf-8")
    probe.tell("pages")
    for one in tabs:
        expect(one.locator("h1")).to_have_text("Nouvel accueil")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panel_and_banner_are_accessible(
    browser: Browser, probe: PreviewProbe, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 720}, color_scheme=scheme, reduced_motion="reduce", locale="fr-FR"
    )
    tab = context.new_page()
    listening(tab, probe, "draft/")
    probe.tell(problems=[ERROR, WARNING])
    expect(tab.get_by_role("region", name="Problèmes à corriger")).to_be_visible()
    found = Axe().run(tab).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= width
    wide = """() => [...document.querySelector('terreau-preview').shadowRoot.querySelectorAll('.panel, .bar, .bar > *')]
        .filter((part) =>
            part.getBoundingClientRect().right > innerWidth + 1 || part.scrollWidth > innerWidth)
        .map((part) => part.className)"""
    assert tab.evaluate(wide) == []
    context.close()

"""The checks in the browser themselves: each finds the fault of a tiny page made to have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from page_checks import axe_faults, enlarge_text, focus_faults, motion, overflow
from visits import Visit, visiting
from web_server import serving

BROKEN = """<!doctype html><html lang="fr"><head><title>x</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="site.css"><script src="site.js" defer></script></head><body>
<a href="#contenu">Aller au contenu</a>
<main id="contenu"><h1>x</h1><p>y</p>{}</main></body></html>"""


@pytest.fixture
def broken(tmp_path: Path, browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a page with one fault; its style sheet and script are given."""
    with serving(tmp_path) as home, visiting(browser, home, 320) as visit:

        def show(html: str = "", css: str = "", script: str = "") -> Visit:
            (tmp_path / "index.html").write_text(BROKEN.format(html), encoding="utf-8")
            (tmp_path / "site.css").write_text(css, encoding="utf-8")
            (tmp_path / "site.js").write_text(script, encoding="utf-8")
            visit.open("")
            visit.page.wait_for_load_state("networkidle")
            return visit

        yield show


def test_a_sound_page_passes_every_check(broken: Callable[..., Visit]) -> None:
    visit = broken(css=":focus-visible { outline: 3px solid #000 }")
    assert visit.faults() == []
    assert axe_faults(visit.page) == []
    assert focus_faults(visit.page) == []
    assert overflow(visit.page) == []
    assert motion(visit.page) == []
    assert enlarge_text(visit.page) == []


@pytest.mark.parametrize(
    "html, script",
    [
        ('<img src="absente.png" alt="" width="1" height="1">', ""),
        ('<img src="https://a.example/a.png" alt="" width="1" height="1">', ""),
        ('<p style="color: red">z</p>', ""),
        ('<script>document.title = "z"</script>', ""),
        ("", "console.log('bonjour')"),
        ("", "throw new Error('raté')"),
    ],
)
def test_a_message_or_a_failed_request_is_found(broken: Callable[..., Visit], html: str, script: str) -> None:
    assert broken(html, script=script).faults()


@pytest.mark.parametrize(
    "check, html, css",
    [
        (axe_faults, '<img src="site.css">', ""),
        (axe_faults, "<p>pâle</p>", "p { color: #ccc }"),
        (
            axe_faults,
            '<p><a href="#contenu">a</a><a href="#contenu">b</a></p>',
            "p a { display: inline-block; inline-size: 9px }",
        ),
        (overflow, "<p>large</p>", "p { inline-size: 400px }"),
        (overflow, "<p>large</p>", "p { inline-size: 400px } html { overflow-x: hidden }"),
        (focus_faults, "", "a:focus { outline: none }"),
        (focus_faults, "", "a:focus { outline: 3px solid #eee }"),
        (focus_faults, "", "a:focus { position: absolute; inset-inline-start: -99px; outline: 3px solid }"),
        (
            focus_faults,
            '<a href="#contenu" tabindex="0">z</a><div inert><a href="#contenu">w</a></div>',
            "a { outline: 3px solid }",
        ),
        (motion, "", "p { transition: color 1s }"),
        (
            motion,
            "",
            "@keyframes tourner { to { rotate: 1turn } } p::before { content: ''; animation: tourner 500ms }",
        ),
        (motion, "", "html { scroll-behavior: smooth }"),
        (enlarge_text, "", "p { font-size: 16px }"),
    ],
)
def test_a_fault_of_the_page_is_found(
    broken: Callable[..., Visit], check: Callable[[Page], list[str]], html: str, css: str
) -> None:
    assert check(broken(html, css).page)

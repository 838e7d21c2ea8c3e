"""The built platforms, their host and the browser that every test shares, and the figures printed at the end.

Tests that ask for `site` run on each platform: the real one, and one about something else with other types,
vocabularies and colours. Those that ask for `real_site` hold for the content of the real one only.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from built_platform import PLATFORMS, PROGRAM, PROJECT, BuiltPlatform, build
from web_server import serving

_figures: list[str] = []

MOVED_PAGE = """\
---
title: "Page déplacée"
summary: "Une page qui a changé d’adresse, pour les tests."
aliases: [/ancienne/adresse/]
---

Un texte.
"""

DRAFT = """\
---
title: "Brouillon des tests"
summary: "Une page qui n’est pas finie, pour les tests."
draft: true
---

Un texte.
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], BuiltPlatform]:
    """Gives a platform by its name, built once."""
    assert PROGRAM.is_file(), f"{PROGRAM} is missing: run `make site` first"

    @cache
    def built(name: str) -> BuiltPlatform:
        return build(PLATFORMS[name], tmp_path_factory.mktemp(name) / "public", name=name)

    return built


@pytest.fixture(scope="session", params=PLATFORMS)
def site(request: pytest.FixtureRequest, built: Callable[[str], BuiltPlatform]) -> BuiltPlatform:
    """Each platform in turn."""
    return built(request.param)


@pytest.fixture(scope="session")
def real_site(built: Callable[[str], BuiltPlatform]) -> BuiltPlatform:
    """The real platform."""
    return built("platform")


@pytest.fixture(scope="session")
def extended_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the platform's content with what it lacks today: a moved page and a draft."""
    folder = tmp_path_factory.mktemp("extended")
    shutil.copytree(PROJECT / "content", folder / "content")
    (folder / "content/pages/page-deplacee.md").write_text(MOVED_PAGE, encoding="utf-8")
    (folder / "content/pages/brouillon-des-tests.md").write_text(DRAFT, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def extended(extended_source: Path) -> BuiltPlatform:
    return build(extended_source, extended_source / "public")


@pytest.fixture(scope="session")
def home(site: BuiltPlatform) -> Iterator[str]:
    """The address of each served platform's home page."""
    with serving(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's own Chromium: Playwright downloads none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "Chromium is missing: run `make setup-test`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def figures() -> list[str]:
    """Measured figures, one line each, printed after the tests."""
    return _figures


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Gives what one of several processes measured to the one that prints it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = _figures


def pytest_testnodedown(node: object) -> None:
    _figures.extend(getattr(node, "workeroutput", {}).get("figures", []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _figures:
        terminalreporter.section("measured")
        for line in sorted(_figures):
            terminalreporter.write_line(line)

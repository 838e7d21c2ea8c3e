"""The whole preview, in a real browser: what an author sees while a page is written."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from built_platform import PROGRAM, PROJECT


class Preview:
    """A running preview of a copy of the second platform."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(PROJECT / "Tests/Fixtures/atelier", folder, dirs_exist_ok=True)
        self.process = subprocess.Popen(
            [PROGRAM, "preview", "--source", folder, "--port", "0"], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        found = re.search(r"http://\S+", next(self.process.stdout))
        assert found
        self.address = found[0]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(3)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    running = Preview(tmp_path_factory.mktemp("preview") / "atelier")
    yield running
    assert running.stop() == 0
    # Nobody is left behind.
    left = subprocess.run(["pgrep", "-f", str(running.folder)], capture_output=True, text=True, check=False)
    assert left.stdout == ""


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 800, "height": 500})
    page.goto(preview.address, wait_until="networkidle")
    yield page
    page.close()


def test_what_is_saved_is_on_the_screen_and_the_page_stays_where_it_was(preview: Preview, page: Page) -> None:
    home = preview.folder / "content/index.md"
    text = home.read_text(encoding="utf-8")
    page.evaluate("scrollTo(0, 300)")
    before = page.evaluate("scrollY")
    assert before > 0
    home.write_text(f"{text}\nUn passage tout neuf.\n", encoding="utf-8")
    expect(page.get_by_text("Un passage tout neuf.")).to_be_attached()
    page.wait_for_function(f"Math.abs(scrollY - {before}) < 2")
    home.write_text(text, encoding="utf-8")
    expect(page.get_by_text("Un passage tout neuf.")).not_to_be_attached()


def test_a_mistake_is_told_over_the_last_good_page_and_goes_away_when_mended(preview: Preview, page: Page) -> None:
    home = preview.folder / "content/index.md"
    text = home.read_text(encoding="utf-8")
    title = page.locator("h1").inner_text()
    home.write_text(f"{text}\n[ailleurs](nulle-part.md)\n", encoding="utf-8")
    expect(page.get_by_text("content/index.md:").first).to_be_visible()
    assert page.locator("h1").first.inner_text() == title
    assert page.request.get(preview.address).status == 200
    home.write_text(text, encoding="utf-8")
    expect(page.get_by_text("nulle-part.md")).to_have_count(0)


def test_only_what_a_build_would_write_is_served(preview: Preview, page: Page) -> None:
    answer = page.request.get(preview.address + "outil/")
    assert answer.status == 404
    for address in ["content/site.yml", "../content/site.yml", "%2e%2e/content/site.yml", ".terreau-manifest"]:
        assert page.request.get(preview.address + address).status in (400, 404)


def test_raw_pages_are_those_of_a_build(preview: Preview, page: Page, tmp_path: Path) -> None:
    output = tmp_path / "public"
    subprocess.run(
        [PROGRAM, "build", "--source", preview.folder, "--output", output, "--drafts", "--future"],
        check=True, capture_output=True,
    )
    compared = 0
    for file in sorted(output.rglob("*.html")):
        path = file.relative_to(output).as_posix().removesuffix("index.html")
        if path == "404.html":
            continue
        shown = page.request.get(f"{preview.address}{path}?terreau=brut")
        assert shown.body() == file.read_bytes(), path
        compared += 1
    assert compared > 20

"""HTML by the Nu checker; style sheets by the browser, as the checker knows no cascade layers."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from built_platform import BuiltPlatform
from nu_checker import check
from reporting import expect_none
from style_sheet import Rule, rules

UNKNOWN_TO_BROWSER = """(rules) => {
  const faults = [];
  for (const {prelude, declarations} of rules) {
    for (const [name, value] of declarations)
      if (!name.startsWith("--") && !CSS.supports(name, value.replace(/\\s*!important$/, "")))
        faults.push(`${prelude}: ${name}: ${value}`);
    if (prelude.startsWith("@media")) {
      const query = prelude.slice(6).trim();
      if (!matchMedia(query).matches && !matchMedia(`not ${query}`).matches) faults.push(prelude);
    } else if (!prelude.startsWith("@") && !/^(from|to|[\\d.]+%)/.test(prelude)) {
      try { document.querySelector(prelude); } catch { faults.push(`selector ${prelude}`); }
    }
  }
  return faults;
}"""


def unknown_to_browser(browser: Browser, found: list[Rule]) -> list[str]:
    page = browser.new_page()
    try:
        as_data = [{"prelude": rule.prelude, "declarations": rule.declarations} for rule in found]
        faults: list[str] = page.evaluate(UNKNOWN_TO_BROWSER, as_data)
        return faults
    finally:
        page.close()


def test_the_nu_checker_finds_nothing(site: BuiltPlatform) -> None:
    faults = check(site.folder)
    expect_none(faults)


def test_the_nu_checker_finds_nothing_in_a_moved_page(extended: BuiltPlatform, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(extended.text("ancienne/adresse/index.html"), encoding="utf-8")
    faults = check(tmp_path)
    expect_none(faults)


def test_the_browser_knows_every_selector_and_declaration_of_the_style_sheets(
    site: BuiltPlatform, browser: Browser
) -> None:
    names = site.with_suffix(".css")
    assert names
    for name in names:
        found = rules(site.text(name))
        assert sum(len(rule.declarations) for rule in found) > 100
        faults = unknown_to_browser(browser, found)
        expect_none([f"{name}: {fault}" for fault in faults])


@pytest.mark.parametrize(
    "page",
    [
        '<!doctype html><html lang="fr"><head><title>x</title></head><body><ul><p>y</p></ul></body></html>',
        '<!doctype html><html lang="fr"><head><meta charset="utf-8"></head><body><p>y</p></body></html>',
    ],
)
def test_the_nu_checker_sees_a_broken_page(tmp_path: Path, page: str) -> None:
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert check(tmp_path)


@pytest.mark.parametrize(
    "css, fault",
    [
        ("@layer a { p { colour: red } }", "p: colour: red"),
        ("p { color: rouge }", "p: color: rouge"),
        ("p:misspelt { color: red }", "selector p:misspelt"),
        ("@media (min-width: wide) { p { color: red } }", "@media (min-width: wide)"),
    ],
)
def test_the_browser_sees_a_broken_rule(browser: Browser, css: str, fault: str) -> None:
    assert unknown_to_browser(browser, rules(css)) == [fault]


@pytest.mark.parametrize("css", ["p { color: red", "p } {", "color: red;", "p { color }"])
def test_broken_braces_are_seen(css: str) -> None:
    with pytest.raises(ValueError):
        rules(css)

"""The agenda: upcoming or past is right on the day of reading; calendar files are what calendar programs read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Page

from agenda_platform import DATES, write_platform
from built_platform import BASE_URL, BuiltPlatform, build
from page_checks import axe_faults, overflow
from rules import structure_faults
from visits import SCHEMES, WIDTHS, Visit, visiting
from web_server import serving

AGENDA = "rendez-vous/"
SCRIPT_BYTES = 1_500
WORDS = {"next": "Prochain rendez-vous", "last": "Dernier rendez-vous", "none": "Aucune date à venir n’est annoncée."}


@pytest.fixture(scope="module")
def agenda_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltPlatform:
    folder = write_platform(tmp_path_factory.mktemp("agenda"), DATES)
    return build(folder, folder / "public")


@pytest.fixture(scope="module")
def agenda_home(agenda_site: BuiltPlatform) -> Iterator[str]:
    with serving(agenda_site.folder) as address:
        yield address


def open_on(visit: Visit, moment: str, address: str = AGENDA) -> Page:
    """Opens a page for a reader whose clock shows a moment (ISO 8601)."""
    visit.page.clock.set_fixed_time(moment)
    visit.open(address)
    return visit.page


def outline(page: Page) -> list[str]:
    """The page's headings, the counts below them and the titles of its dates, in the order of reading."""
    found = page.locator("main :is(h2, h3, .event-line strong, [data-part] > p)").all()
    texts = [element.inner_text().replace("\xa0", " ") for element in found if element.is_visible()]
    return [text for text in texts if text]


# The heading that every agenda ends with.
SUBSCRIBE = "S’abonner à toutes les dates (.ics)"


@pytest.mark.parametrize(
    ("moment", "expected"),
    (
        (
            "2026-06-15T12:00:00Z",
            ["À venir", "3 dates", "Été", "Automne", "Hiver"]
            + ["Passés", "4 dates", "2025", "Stage", "Semestre", "Printemps", "2018", "Ancienne"],
        ),
        (
            "2026-07-02T12:00:00Z",
            ["À venir", "3 dates", "Été", "Automne", "Hiver"]
            + ["Passés", "4 dates", "2025", "Stage", "Semestre", "Printemps", "2018", "Ancienne"],
        ),
        (
            "2025-12-31T12:00:00Z",
            ["À venir ou en cours", "5 dates", "Semestre", "Stage", "Été", "Automne", "Hiver"]
            + ["Passés", "2 dates", "2025", "Printemps", "2018", "Ancienne"],
        ),
        (
            "2027-01-15T12:00:00Z",
            ["À venir", "1 date", "Hiver", "Passés", "6 dates", "2026", "Automne", "Été"]
            + ["2025", "Stage", "Semestre", "Printemps", "2018", "Ancienne"],
        ),
        (
            "2030-01-01T12:00:00Z",
            ["À venir", WORDS["none"], "Passés", "7 dates", "2027", "Hiver", "2026", "Automne", "Été"]
            + ["2025", "Stage", "Semestre", "Printemps", "2018", "Ancienne"],
        ),
        (
            "2017-01-01T12:00:00Z",
            ["À venir", "7 dates", "Ancienne", "Printemps", "Semestre", "Stage", "Été", "Automne", "Hiver"],
        ),
    ),
)
def test_the_agenda_is_right_on_the_day_of_reading(
    agenda_home: str, browser: Browser, moment: str, expected: list[str]
) -> None:
    with visiting(browser, agenda_home) as visit:
        assert outline(open_on(visit, moment)) == [*expected, SUBSCRIBE]
        assert visit.faults() == []


def test_without_javascript_every_date_stands_by_year(agenda_home: str, browser: Browser) -> None:
    with visiting(browser, agenda_home, java_script_enabled=False) as visit:
        visit.open(AGENDA)
        assert outline(visit.page) == (
            ["Par année", "7 dates", "2027", "Hiver", "2026", "Automne", "Été"]
            + ["2025", "Stage", "Semestre", "Printemps", "2018", "Ancienne", SUBSCRIBE]
        )


@pytest.mark.parametrize(
    ("zone", "last"), (("Pacific/Auckland", "Été"), ("Europe/Paris", "Stage"), ("America/Martinique", "Stage"))
)
def test_the_day_is_the_one_of_the_platform_wherever_the_reader_is(
    tmp_path: Path, browser: Browser, zone: str, last: str
) -> None:
    """2 July is over in Auckland when it is 2 July at 13 h in London."""
    built = build(write_platform(tmp_path, DATES, zone), tmp_path / "public")
    with serving(built.folder) as home:
        for reader in ("Pacific/Kiritimati", "America/Los_Angeles"):
            with visiting(browser, home, timezone_id=reader) as visit:
                found = outline(open_on(visit, "2026-07-02T13:00:00Z"))
                past = found[found.index("Passés") + 3]
                assert past == last, found


@pytest.mark.parametrize("moment", ("2026-06-15T12:00:00Z", "2030-01-01T12:00:00Z"))
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", ("", AGENDA, "rencontres/", "reperes/"))
def test_pages_of_dates_are_accessible_and_stay_in_place(
    agenda_home: str, browser: Browser, address: str, scheme: Any, width: int, moment: str
) -> None:
    shifts = """new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifted = (window.shifted ?? 0) + entry.value;
    }).observe({ type: "layout-shift", buffered: true });"""
    with visiting(browser, agenda_home, width, color_scheme=scheme) as visit:
        visit.page.add_init_script(shifts)
        page = open_on(visit, moment, address)
        levels = [int(heading.evaluate("e => e.tagName[1]")) for heading in page.locator("h1, h2, h3, h4").all()]
        assert all(below <= above + 1 for above, below in zip(levels, levels[1:], strict=False)), levels
        assert axe_faults(page) + overflow(page) + visit.faults() == []
        # What « good » means: web.dev/articles/cls.
        assert page.evaluate("window.shifted ?? 0") < 0.1


@pytest.mark.parametrize(
    ("moment", "expected"),
    (
        ("2026-06-15T12:00:00Z", [WORDS["next"], "Été", WORDS["last"], "Stage"]),
        ("2025-12-31T12:00:00Z", [WORDS["next"], "Été", WORDS["last"], "Printemps"]),
        ("2030-01-01T12:00:00Z", [WORDS["next"], WORDS["none"], WORDS["last"], "Hiver"]),
    ),
)
def test_the_home_page_keeps_the_next_date_and_the_last(
    agenda_home: str, browser: Browser, moment: str, expected: list[str]
) -> None:
    with visiting(browser, agenda_home) as visit:
        found = outline(open_on(visit, moment, ""))
        start = found.index("Se retrouver") + 1
        assert found[start : start + len(expected)] == expected
        visit.page.get_by_role("link", name="Tout l’agenda").click()
        assert visit.page.inner_text("h1") == "Agenda"
        assert visit.faults() == []


def test_what_has_begun_and_may_not_be_over_is_called_so_on_the_home_page(
    tmp_path: Path, browser: Browser
) -> None:
    built = build(write_platform(tmp_path, {"Stage": DATES["Stage"]}), tmp_path / "public")
    with serving(built.folder) as home, visiting(browser, home) as visit:
        found = outline(open_on(visit, "2025-12-31T12:00:00Z", ""))
        start = found.index("Se retrouver") + 1
        assert found[start : start + 2] == ["À venir ou en cours", "Stage"]
        assert WORDS["last"] not in found


def test_the_script_is_small_and_only_where_it_is_needed(agenda_site: BuiltPlatform) -> None:
    (script,) = (name for name in agenda_site.files if name.startswith("assets/agenda."))
    assert (agenda_site.folder / script).stat().st_size <= SCRIPT_BYTES
    asking = {page.address for page in agenda_site.pages if script.rpartition("/")[2] in page.source}
    assert asking == {"", AGENDA}


def test_pages_of_dates_keep_what_every_page_keeps(agenda_site: BuiltPlatform) -> None:
    faults = [f"{page}: {fault}" for page in agenda_site.pages for fault in structure_faults(page)]
    assert faults == []


def test_a_time_line_keeps_the_precision_of_each_date(agenda_home: str, browser: Browser) -> None:
    with visiting(browser, agenda_home) as visit:
        visit.open("reperes/")
        entries = visit.page.locator("ol.timeline > li").all_inner_texts()
        assert [entry.split("\n")[0] for entry in entries] == [
            "2001", "1er\xa0semestre 2010", "4\xa0mai 2012", "Date non précisée"
        ]  # fmt: skip
        assert [entry.split("\n\n")[1] for entry in entries] == ["Fondation", "Réforme", "Ouverture", "Inconnu"]


def events_of(site: BuiltPlatform, name: str) -> list[icalendar.Event]:
    content = (site.folder / name).read_bytes()
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\r" in line or b"\n" in line or len(line) > 75 for line in lines), name
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar.errors == []
    assert calendar["version"] == "2.0" and calendar["prodid"]
    events = [part for part in calendar.subcomponents if isinstance(part, icalendar.Event)]
    assert len(events) == len(calendar.subcomponents) >= 1
    assert [event.errors for event in events if event.errors] == []
    return events


def test_every_date_that_is_known_to_the_day_has_a_calendar_file(agenda_site: BuiltPlatform) -> None:
    names = [name for name in agenda_site.with_suffix(".ics") if name != "rendez-vous.ics"]
    events = {str(event["summary"]): event for name in names for event in events_of(agenda_site, name)}
    assert sorted(events) == sorted(set(DATES) - {"Semestre", "Sans période"})
    feed = {str(event["uid"]): event for event in events_of(agenda_site, "rendez-vous.ics")}
    assert feed == {str(event["uid"]): event for event in events.values()}
    assert len(feed) == len(events)

    assert events["Stage"].decoded("dtstart") == date(2025, 11, 20)
    assert events["Stage"].decoded("dtend") == date(2026, 2, 11)
    assert events["Automne"].decoded("dtend") - events["Automne"].decoded("dtstart") == timedelta(days=1)
    assert events["Printemps"].decoded("dtstart") == datetime(2025, 3, 20, 17, 30, tzinfo=timezone.utc)
    assert events["Printemps"].decoded("dtend") == datetime(2025, 3, 20, 19, 0, tzinfo=timezone.utc)
    assert str(events["Printemps"]["location"]) == "Salle A, Lyon"
    assert events["Été"].decoded("dtstart") == datetime(2026, 7, 2, 8, 0, tzinfo=timezone.utc)
    assert "dtend" not in events["Été"]
    for event in events.values():
        assert event["url"].startswith(BASE_URL)
        assert str(event["description"]).endswith(event["url"])
        assert event["url"].removeprefix(BASE_URL) in {page.address for page in agenda_site.pages}


def test_calendar_files_are_offered_where_their_dates_stand(agenda_home: str, browser: Browser) -> None:
    with visiting(browser, agenda_home) as visit:
        visit.open("rencontres/ete/")
        link = visit.page.locator(".facts").get_by_role("link", name="Ajouter à mon agenda (.ics)")
        assert link.get_attribute("href") == "ete.ics"
        visit.open("cours/semestre/")
        assert visit.page.get_by_text(".ics").count() == 0
        visit.open(AGENDA)
        alternate = visit.page.locator("link[rel=alternate][type='text/calendar']")
        assert alternate.evaluate("e => e.href") == agenda_home + "rendez-vous.ics"
        names = visit.page.get_by_role("link", name="Ajouter à mon agenda").all()
        labels = [link.get_attribute("aria-label") for link in names]
        assert len(set(labels)) == len(labels) == 6


def test_an_agenda_without_dates_says_so(tmp_path: Path, browser: Browser) -> None:
    built = build(write_platform(tmp_path, {}), tmp_path / "public")
    assert built.with_suffix(".ics") == []
    with serving(built.folder) as home, visiting(browser, home) as visit:
        visit.open(AGENDA)
        assert "Aucune date n’est encore annoncée." in visit.page.inner_text("main")
        assert visit.page.locator("h2, link[rel=alternate]").count() == 0
        visit.open("")
        assert visit.page.get_by_text("Se retrouver").count() == 0
        assert visit.faults() == []

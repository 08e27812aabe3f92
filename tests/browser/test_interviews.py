"""Tells the story of several interviews in Chromium: add, open, name, delete, undo, two tabs, damaged files."""

from collections.abc import Iterator
from typing import Any

import pytest
from kept import interviews, names, storages, version1
from playwright.sync_api import Browser, BrowserContext, Page, expect
from telling import show, tell, unfold

pytestmark = pytest.mark.browser

START_LIMIT_MS = 60_000
MORNING = "2027-01-12T15:00:00Z"


def case(company: str, date: str) -> dict[str, Any]:
    """Gives an interview in New York."""
    held = {"format": "onsite", "date": date, "ends": "15:00", "zone": "America/New_York"}
    return {"company": company, "role": "Analyst", "country": "US", "rounds": [held]}


TWO = version1(case("Globex", "2027-01-07"), case("Acme", "2027-01-06"))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader in New York."""
    opened = chromium.new_context(timezone_id="America/New_York", locale="en-US", service_workers="block")
    opened.set_default_timeout(START_LIMIT_MS)
    yield opened
    opened.close()


def visit(context: BrowserContext, site_url: str, kept: str = "") -> Page:
    """Opens the list, with these interviews in the tab."""
    page = context.new_page()
    page.clock.set_fixed_time(MORNING)
    page.goto(f"{site_url}tools/interviews/")
    if kept:
        page.evaluate("(text) => sessionStorage.setItem('followup:cases', text)", kept)
        page.reload()
        answered(page)
    return page


def answered(page: Page) -> None:
    """Waits for the answer to what was asked last."""
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=START_LIMIT_MS)


def type_into_a_new_plan(page: Page, company: str) -> None:
    """Answers the first question, asks for the plan, and types a company where the plan's grounds are unfolded."""
    page.get_by_label("In person").check()
    show(page)
    answered(page)
    unfold(page, "job")
    page.get_by_label("Company").fill(company)


def unfold_changes(page: Page) -> None:
    """Opens what renames and deletes, which stays open from then on."""
    page.locator("#list-rename > summary").click()


def load(page: Page, text: str) -> None:
    """Loads a file."""
    page.locator(".keeping summary").click()
    page.set_input_files("[data-load]", {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()})


def test_the_overdue_one_stands_first_and_opens_in_the_planner(context: BrowserContext, site_url: str):
    """Its name leads to the planner, which then shows it."""
    page = visit(context, site_url, TWO)
    expect(page.locator(".interviews h2").first).to_have_text("Today")
    expect(page.locator(".interviews__one").first).to_contain_text("Acme")
    page.get_by_role("link", name="Acme").click()
    expect(page.locator("#planner-company")).to_have_value("Acme")


def test_deleting_can_be_undone(context: BrowserContext, site_url: str):
    """One is gone from the list and from the tab, and comes back whole."""
    page = visit(context, site_url, TWO)
    unfold_changes(page)
    page.get_by_role("button", name="Delete Acme").click()
    expect(page.locator(".interviews__one")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".interviews__one")).to_have_count(2)
    assert ["Globex", "Acme"] == names(page)


def test_deleting_the_last_one_leaves_an_empty_list(context: BrowserContext, site_url: str):
    """And a way to the first."""
    page = visit(context, site_url, version1(case("Acme", "2027-01-06")))
    unfold_changes(page)
    page.get_by_role("button", name="Delete Acme").click()
    expect(page.locator("[data-part=answer]")).to_contain_text("There is no interview here yet.")


def test_a_new_one_covers_up_no_other(context: BrowserContext, site_url: str):
    """The planner opens empty, and what is typed there stands beside the others."""
    page = visit(context, site_url, TWO)
    page.get_by_role("link", name="Add an interview").click()
    expect(page.locator("#planner-company")).to_have_value("")
    expect(page.locator("followup-radios[name='rounds[0].format'] :checked")).to_have_count(0)
    type_into_a_new_plan(page, "Initech")
    assert ["Globex", "Acme", "Initech"] == names(page)


def test_a_name_of_ones_own_stays_when_the_case_changes(context: BrowserContext, site_url: str):
    """The planner keeps the name that the list was given."""
    page = visit(context, site_url, TWO)
    unfold_changes(page)
    name = page.get_by_label("Name in this list").first
    name.fill("The one I want")
    name.press("Tab")
    link = page.get_by_role("link", name="The one I want")
    expect(link).to_be_visible()
    # Whoever goes on by keyboard is still where Tab led.
    expect(page.locator("summary[data-closing]").first).to_be_focused()
    link.click()
    unfold(page, "job")
    page.get_by_label("Role").fill("Lead Analyst")
    kept = next(one for one in interviews(page) if one["fields"]["company"] == "Acme")
    assert ("The one I want", "Lead Analyst") == (kept["name"], kept["fields"]["role"])


def test_one_calendar_file_holds_all(context: BrowserContext, site_url: str):
    """It is saved from the list."""
    page = visit(context, site_url, TWO)
    with page.expect_download() as download:
        page.get_by_role("link", name="One calendar file for all").click()
    assert "interviews.ics" == download.value.suggested_filename
    assert 2 == download.value.path().read_text().count("SUMMARY:Let it go")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"version": 99, "cases": {}}', "newer version"),
        ('{"version": 1, "current": "1", "cases": {"1": null}}', "cannot be read"),
        ('{"version": 1, "current": "1", "cases": []}', "cannot be read"),
        ("not a file of ours", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(context: BrowserContext, site_url: str, text: str, words: str):
    """The message says so, and what was there is still there."""
    page = visit(context, site_url, TWO)
    load(page, text)
    expect(page.locator("[data-part=status]")).to_contain_text(words)
    assert ["Globex", "Acme"] == names(page)


def test_what_the_browser_kept_and_nobody_can_read_is_put_aside(context: BrowserContext, site_url: str):
    """A page that is older than what it finds does not write over it."""
    page = visit(context, site_url)
    page.evaluate("localStorage.setItem('followup:cases', 'of another time')")
    page.goto(f"{site_url}tools/planner/")
    type_into_a_new_plan(page, "Acme")
    assert "of another time" in storages(page)["browser"].values()
    page.goto(f"{site_url}tools/interviews/")
    answered(page)
    expect(page.locator(".interviews")).to_contain_text("This entry is damaged")
    page.get_by_role("button", name="Delete Without a name").click()
    expect(page.locator(".interviews__one")).to_have_count(1)
    assert "of another time" not in storages(page)["browser"].values()


def test_two_tabs_do_not_overwrite_each_other(context: BrowserContext, site_url: str):
    """Each deletes another one, and both are gone; the list shows at once what the other tab did."""
    page = visit(
        context,
        site_url,
        version1(case("Globex", "2027-01-07"), case("Acme", "2027-01-06"), case("Initech", "2027-01-05")),
    )
    page.locator(".keeping summary").click()
    page.get_by_label("Keep it in this browser").check()
    other = visit(context, site_url)
    answered(other)
    for tab in (page, other):
        unfold_changes(tab)
    other.get_by_role("button", name="Delete Acme").click()
    page.get_by_role("button", name="Delete Globex").click()
    for tab in (page, other):
        # Each list is worked out anew, which two tabs beside other browsers do not within five seconds.
        expect(tab.locator(".interviews__one")).to_have_count(1, timeout=START_LIMIT_MS)
        expect(tab.locator(".interviews__one")).to_contain_text("Initech")
    assert ["Initech"] == names(page, "browser")


def test_a_second_application_to_the_same_role_gets_events_of_its_own(context: BrowserContext, site_url: str) -> None:
    """A calendar would take both for one: the page gives each an id, which an event does not change."""
    page = visit(context, site_url, version1(case("Acme", "2027-01-06"), case("", "2027-01-07"), current="2"))
    page.goto(f"{site_url}tools/planner/")
    tell(page, {"company": "Acme"})
    page.locator("followup-tool").evaluate("(tool) => tool.ask()")
    answered(page)
    ids = [one["fields"]["id"] for one in interviews(page)]
    # What was kept before goes on under the names that its calendar entries had.
    assert ["Acme\nAnalyst", "Analyst"] == [one.strip() for one in ids]
    page.locator(".next .did > summary").first.click()
    page.locator(".next [data-add]").first.click()
    expect(page.locator("[data-part='undo']")).to_be_visible()
    again = interviews(page)[1]["fields"]
    assert (ids[1], 1) == (again["id"], len(again["events"]))

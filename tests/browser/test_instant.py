"""Pages change without a load where a site is served at the address it was built for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_server import built_for
from playwright.sync_api import Browser, Page, expect
from telling import show, tell

pytestmark = pytest.mark.browser

START_LIMIT_MS = 60_000


@pytest.fixture
def walker(chromium: Browser, site: Path, site_url: str) -> Iterator[Page]:
    """Gives a page on the planner that notes loads and complaints; there may be neither."""
    # What the offline copy answers never reaches the route that gives the site's own list of pages.
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    built_for(page, site, site_url)
    # Before any script: a timer that began on the real clock could not be ended on this one.
    page.clock.set_fixed_time("2027-01-07T20:00:00Z")
    page.goto(f"{site_url}tools/planner/")
    expect(page.locator("followup-tool:defined [name='rounds[0].date']")).not_to_have_value("")
    page.evaluate("window.marked = true")
    yield page
    assert page.evaluate("window.marked === true")
    assert [] == wrong
    context.close()


def plan(page: Page, ends: str) -> None:
    """Asks for the plan of an interview on Thursday 7 January 2027."""
    tell(page, {"company": "Acme", "rounds[0].date": "2027-01-07", "rounds[0].ends": ends})
    page.locator("followup-tool").evaluate("(tool) => tool.ask({ focus: 'answer' })")
    expect(page.locator(".answer > .plan")).to_be_visible(timeout=START_LIMIT_MS)


def test_tools_live_on_from_page_to_page(walker: Page) -> None:
    """From a plan to where the sources disagree, back to the same plan, and on to its letter."""
    plan(walker, "15:00")
    walker.locator(".approach a", has_text="Where the sources disagree").click()
    expect(walker.get_by_role("heading", level=1)).to_contain_text("Where the sources disagree")
    walker.go_back()
    expect(walker.locator("[name='company']")).to_have_value("Acme")
    plan(walker, "16:00")
    expect(walker.locator(".letter__body").first).to_contain_text("Acme")
    walker.locator(".next a", has_text="and send").click()
    expect(walker.get_by_role("heading", level=1)).to_contain_text("Letter writer")
    expect(walker.locator(".answer > :not(followup-example)").first).to_contain_text("Acme", timeout=START_LIMIT_MS)
    expect(walker).to_have_url(re.compile("/tools/writer/"))


def test_a_tool_that_is_left_while_it_thinks_disturbs_nobody(walker: Page) -> None:
    """The answer to a page that is gone is dropped, and the tool of the next page gets its own."""
    tell(walker, {"rounds[0].date": "2027-01-07"})
    show(walker)
    walker.locator(".md-tabs__link", has_text="Guide").click()
    expect(walker.get_by_role("heading", level=1)).to_contain_text("The guide")
    walker.locator(".md-tabs__link", has_text="Tools").click()
    walker.locator("article a", has_text="What now?").first.click()
    walker.get_by_label("I am waiting to hear").check()
    walker.locator("followup-tool button[type=submit]", has_text="Continue").click()
    expect(walker.locator(".what-now")).to_contain_text("What are you waiting for", timeout=START_LIMIT_MS)

"""The page for double-clicks: the handbook and its tools in one file, without a server."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def alone(site: Path, tmp_path: Path) -> str:
    """Gives the address of the file, alone in a folder."""
    copy = tmp_path / "open-me.html"
    copy.write_bytes((site / "open-me.html").read_bytes())
    return copy.as_uri()


def test_the_one_file_turns_pages_and_plans(page: Page, alone: str) -> None:
    """By double-click: from the first page to the guide, from there to the planner, and to a plan."""
    asked, complaints = [], []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(alone)
    expect(page.locator("h1")).to_be_visible()
    page.locator("summary", has_text="all pages").click()
    page.locator("nav a[href='/guide/thank-you/']").click()
    expect(page.locator("main")).to_contain_text("thank")
    page.locator("nav a[href='/tools/planner/']").click()
    page.locator("[name='rounds[0].date']").fill("2027-01-07")
    page.locator("followup-tool [type=submit]").click()
    expect(page.locator("followup-tool")).to_have_attribute(
        "data-state", re.compile("answered|problems"), timeout=60_000
    )
    assert [] == [url for url in asked if url != alone and not url.startswith(("blob:", "data:"))]
    assert [] == complaints


def test_back_leads_to_the_page_before(chromium_page: Page, alone: str) -> None:
    """The browser's own button turns pages too."""
    page = chromium_page
    page.goto(alone)
    first = page.locator("h1").inner_text()
    page.locator("summary", has_text="all pages").click()
    page.locator("nav a[href='/guide/phone/']").click()
    expect(page.locator("h1")).not_to_have_text(first)
    page.locator("nav a[href='/guide/abroad/']").click()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("phone")


def test_a_page_of_the_site_opened_from_a_folder_says_what_to_do(page: Page, site: Path) -> None:
    """One sentence names the file to open instead."""
    page.goto((site / "guide" / "phone" / "index.html").as_uri())
    expect(page.locator(".opened-as-file")).to_contain_text("open-me.html")
    expect(page.locator(".opened-as-file")).to_be_visible()

"""The page for double-clicks: the handbook and its tools in one file, without a server."""

from pathlib import Path

import pytest
from complaints import complaints_of
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

# A field of each tool, what is told there, and what only the answer to that says.
TOLD = {
    "planner": ("followup-radios [value=phone]", "", "Write to your interviewer"),
    "writer": ("[name='blanks.detail']", "the lorries of Ostend", "the lorries of Ostend"),
    "checker": ("[name='draft']", "Dear Ida,\n\nI need an answer ASAP.\n\nSam Lee", "ASAP"),
    "call-sheet": ("[name='points']", "The lorries of Ostend", "The lorries of Ostend"),
    "what-now": (
        "label:has-text('I have waited, and hear nothing')",
        "",
        "What are you waiting for?",
    ),
}


@pytest.fixture
def alone(site: Path, tmp_path: Path) -> str:
    """Gives the address of the file, alone in a folder."""
    copy = tmp_path / "open-me.html"
    copy.write_bytes((site / "open-me.html").read_bytes())
    return copy.as_uri()


def test_every_tool_answers_in_the_one_file(page: Page, alone: str) -> None:
    """By double-click: from the first page to the guide, and from tool to tool, each with words of one's own."""
    complaints = complaints_of(page, alone)
    page.goto(alone)
    expect(page.locator("h1")).to_be_visible()
    page.locator("summary", has_text="all pages").click()
    page.locator("nav a[href='/guide/thank-you/']").click()
    expect(page.locator("main")).to_contain_text("thank")
    for tool, (field, told, answer) in TOLD.items():
        page.locator(f"nav a[href='/tools/{tool}/']").click()
        # In the writer the gaps and the button lie in folds.
        page.locator("details", has=page.locator(field)).evaluate_all(
            "all => all.forEach((one) => { one.open = true; })"
        )
        fill(page.locator(field), told)
        page.locator("followup-tool [type=submit]").evaluate("button => button.click()")
        expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=60_000)
        expect(page.locator("[data-part=answer]")).to_contain_text(answer)
    assert [] == complaints


def fill(field: Locator, told: str) -> None:
    """Types into a field, or chooses it."""
    if told:
        field.fill(told)
    else:
        field.check()


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

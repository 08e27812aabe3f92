"""The pages of the evidence: tables that sort, read without script, and say by the reader's own day what is old."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """Gives an empty page as wide as a phone."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("path", "head", "first", "last"),
    [
        ("evidence/how-long-they-take/", "Country", "Australia", "United States"),
        ("evidence/customs/", "A thank-you", "Norway", "Canada"),
    ],
)
def test_a_table_sorts_by_its_heads(phone: Page, site_url: str, path: str, head: str, first: str, last: str) -> None:
    """Once one way, twice the other, and the head says which."""
    phone.goto(f"{site_url}{path}")
    table = phone.locator("followup-sorted table").first
    press = table.get_by_role("button", name=head)
    press.click()
    expect(table.locator("th[aria-sort=ascending]")).to_have_text(head)
    rows = table.locator("tbody th")
    places = rows.all_text_contents()
    assert places[0] == first
    press.click()
    expect(table.locator("th[aria-sort=descending]")).to_have_text(head)
    assert last in rows.all_text_contents()[:4]


@pytest.mark.parametrize("path", ["evidence/first-check-in/", "evidence/email-or-call/", "evidence/customs/"])
def test_a_table_reads_without_script(chromium: Browser, site_url: str, path: str) -> None:
    """Every row is there, and no button that would do nothing."""
    page = chromium.new_page(java_script_enabled=False)
    page.goto(f"{site_url}{path}")
    table = page.locator(".voices-table")
    assert table.locator("tbody tr").count() > 25
    assert 0 == table.get_by_role("button").count()
    page.close()


@pytest.mark.parametrize(("day", "shown"), [(dt.date(2026, 12, 1), False), (dt.date(2027, 1, 31), True)])
def test_the_law_is_old_by_the_readers_own_day(phone: Page, site_url: str, day: dt.date, shown: bool) -> None:
    """The page says so from the day on which it was due for a new look."""
    phone.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12)))
    phone.goto(f"{site_url}evidence/law/")
    told = phone.locator("section", has=phone.locator("#law-ontario-canada")).locator(".evidence__due")
    expect(told).to_be_visible(visible=shown)

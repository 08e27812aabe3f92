"""What "today" means where the reader is: at the edges of zones, days and years, and where a clock is changed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

# Where the reader is, in which language, and the moment by their own clock.
READERS = [
    ("Pacific/Auckland", "en-NZ", "2027-01-08T23:59"),
    ("Pacific/Kiritimati", "en-GB", "2026-12-31T23:59"),
    ("Pacific/Honolulu", "en-US", "2027-01-01T00:05"),
    ("Asia/Kathmandu", "ne-NP", "2028-02-29T20:30"),
    ("America/New_York", "en-US", "2027-03-14T03:30"),
    ("America/New_York", "en-US", "2027-11-07T23:59"),
    ("Asia/Riyadh", "ar-SA", "2027-01-07T21:15"),
]


@pytest.mark.parametrize(("zone", "locale", "wall"), READERS, ids=[f"{zone} {wall}" for zone, _, wall in READERS])
def test_today_is_the_readers_day(chromium: Browser, site_url: str, zone: str, locale: str, wall: str) -> None:
    """The day of the form is theirs, and an interview of today is answered from that day on."""
    now = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
    context = chromium.new_context(timezone_id=zone, locale=locale, service_workers="block")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.clock.set_fixed_time(now)
    page.goto(f"{site_url}tools/planner/")
    page.get_by_label("Today").check()
    page.get_by_label("In person", exact=True).check()
    page.get_by_role("button", name="Show me what to do").click()
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=60_000)
    expect(page.locator(".answer > .plan .lead")).to_contain_text("your interviewer")
    expect(page.locator("[name='rounds[0].date']")).to_have_value(wall[:10])
    # A browser may know the zone by an older name: Asia/Katmandu.
    found = page.locator("[name='rounds[0].zone']").input_value()
    assert now.utcoffset() == now.astimezone(ZoneInfo(found)).utcoffset()
    saved = page.locator("[data-part=answer]").inner_text()
    context.close()
    assert [] == wrong
    assert "in the future" not in saved

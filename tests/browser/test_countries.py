"""A guide page speaks of the country of the reader's own interview."""

import pytest
from playwright.sync_api import Page, expect
from telling import link

pytestmark = pytest.mark.browser

CASE = {
    "country": "DE",
    "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "Europe/Berlin"}],
}


def test_the_guide_tells_what_is_usual_there(page: Page, site_url: str) -> None:
    """Nothing before a country is known; then its sentence, above the fold of all of them."""
    page.goto(site_url + "guide/thank-you/")
    yours = page.locator(".countries__yours")
    expect(yours).to_be_hidden()
    page.goto(site_url + link(CASE))
    expect(page.locator(".plan .lead")).to_be_visible(timeout=60_000)
    page.goto(site_url + "guide/thank-you/")
    expect(yours).to_contain_text("In Germany opinions differ")

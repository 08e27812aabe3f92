"""What the tools show once they are used is for everybody: answers, problems, and what happened, unfolded."""

from collections.abc import Callable, Iterator

import pytest
from axe import faults_of
from cases import fields
from kept import version1
from night import EVERY
from playwright.sync_api import Browser, Page, expect
from telling import link, tell

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
# `make nightly` looks at a desk too.
WIDTHS = (390, 1280) if EVERY else (390,)
UNFOLD = "() => { for (const fold of document.querySelectorAll('main details')) fold.open = true; }"
NEWS = [
    {"kind": "sent", "step": "thank-you", "at": "2027-01-08T09:00:00-05:00"},
    {"kind": "reply", "outcome": "deciding", "at": "2027-01-12T10:00:00-05:00", "by": "2027-01-20"},
    {"kind": "offer-elsewhere", "at": "2027-01-13T10:00:00-05:00", "deadline": "2027-01-22"},
]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of somebody in New York, a week after the interview."""
    context = chromium.new_context(
        reduced_motion="reduce", timezone_id="America/New_York", locale="en-US", service_workers="block"
    )
    context.set_default_timeout(PATIENCE_MS)
    opened = context.new_page()
    # Axe waits for ever where the clock stands still.
    opened.clock.set_system_time("2027-01-14T15:00:00Z")
    yield opened
    context.close()


def submit(page: Page) -> None:
    """Asks, wherever the button is folded."""
    page.locator("followup-tool form [type=submit]").first.evaluate("button => button.click()")


def planned(page: Page, home: str) -> None:
    """A plan in the middle of its course, with everything that was told of it."""
    page.goto(home + link(fields(events=NEWS)))


def mistaken(page: Page, home: str) -> None:
    """An interview that ends before it begins."""
    page.goto(f"{home}tools/planner/")
    tell(page, {"rounds[0].date": "2027-01-07", "rounds[0].starts": "15:00", "rounds[0].ends": "14:00"})
    submit(page)


def letter(page: Page, home: str) -> None:
    """The first letter, with its gaps."""
    page.goto(f"{home}tools/writer/")
    submit(page)


def checked(page: Page, home: str) -> None:
    """A draft with faults of several kinds."""
    page.goto(f"{home}tools/checker/")
    page.locator("[name=draft]").fill("Dear Ida,\n\nI need an answer ASAP!!! You never wrote to me, [Name].\n\nSam Lee")
    submit(page)


def draftless(page: Page, home: str) -> None:
    """Nothing to check."""
    page.goto(f"{home}tools/checker/")
    submit(page)


def sheet(page: Page, home: str) -> None:
    """A sheet to call by."""
    page.goto(f"{home}tools/call-sheet/")
    page.get_by_label("Your name").fill("Sam Lee")
    page.get_by_label("Your phone number").fill("+44 20 7946 0123")
    submit(page)


def asked(page: Page, home: str) -> None:
    """A question after the first."""
    page.goto(f"{home}tools/what-now/")
    page.get_by_label("I have waited, and hear nothing", exact=True).check()
    page.get_by_role("button", name="Continue").click()


def listed(page: Page, home: str) -> None:
    """Two interviews, one with news and one with none."""
    page.goto(home)
    kept = version1(fields(events=NEWS), fields(company="Globex"))
    page.evaluate("(text) => sessionStorage.setItem('followup:cases', text)", kept)
    page.goto(f"{home}tools/interviews/")


SHOWN: dict[Callable[[Page, str], None], str] = {
    planned: "answered",
    mistaken: "problems",
    letter: "answered",
    checked: "answered",
    draftless: "problems",
    sheet: "answered",
    asked: "answered",
    listed: "answered",
}


@pytest.mark.by_day(4)
@pytest.mark.parametrize(("shows", "state"), SHOWN.items(), ids=lambda told: getattr(told, "__name__", ""))
def test_what_is_shown_has_no_fault_that_axe_can_find(
    page: Page, site_url: str, shows: Callable[[Page, str], None], state: str
) -> None:
    """On a phone, by night at a desk too, light and dark, with every fold open; nothing reaches over the edge."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 844})
    shows(page, site_url)
    expect(page.locator("followup-tool")).to_have_attribute("data-state", state)
    page.evaluate(UNFOLD)
    assert {} == faults_of(page, *WIDTHS)
    page.set_viewport_size({"width": 320, "height": 640})
    assert 320 >= page.evaluate("document.documentElement.scrollWidth")

"""Every tool answers a thumb on a phone in Chromium, and a keyboard at a desk in Firefox."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cases import fields
from kept import version1
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

pytestmark = pytest.mark.browser

START_LIMIT_MS = 60_000
SAMPLE = Path(__file__).parents[1] / "invitations" / "04-google-request-tzid.ics"


@dataclass(frozen=True)
class Reader:
    """Somebody at a page, with a thumb or a keyboard."""

    page: Page
    has_thumb: bool

    def press(self, what: Locator, key: str = "Enter") -> None:
        """Presses a button or a choice as this reader does."""
        if self.has_thumb:
            what.tap()
        else:
            what.focus()
            self.page.keyboard.press(key)

    def submit(self) -> None:
        """Asks for the answer."""
        self.press(self.page.locator("followup-tool form [type=submit]").first)

    def is_answered(self) -> None:
        """Waits until the tool has answered."""
        expect(self.page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=START_LIMIT_MS)


@pytest.fixture(params=["a thumb in Chromium", "a keyboard in Firefox"])
def reader(request: pytest.FixtureRequest, site_url: str) -> Iterator[Reader]:
    """Each of the two on the first page; nothing may fail in what they open."""
    has_thumb = request.param == "a thumb in Chromium"
    browser: Browser = request.getfixturevalue("chromium" if has_thumb else "firefox")
    size: ViewportSize = {"width": 390, "height": 844} if has_thumb else {"width": 1280, "height": 900}
    context = browser.new_context(
        viewport=size, has_touch=has_thumb, timezone_id="America/New_York", locale="en-US", service_workers="block"
    )
    context.set_default_timeout(START_LIMIT_MS)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.clock.set_fixed_time("2027-01-14T15:00:00Z")
    page.goto(site_url)
    page.evaluate("(text) => sessionStorage.setItem('followup:cases', text)", version1(fields()))
    yield Reader(page=page, has_thumb=has_thumb)
    context.close()
    assert [] == wrong


def planner(reader: Reader) -> str:
    """A plan of an interview of today, with nothing told before."""
    reader.page.evaluate("sessionStorage.clear()")
    reader.page.reload()
    reader.press(reader.page.get_by_label("In person", exact=True), "Space")
    reader.submit()
    return "your interviewer"


def writer(reader: Reader) -> str:
    """A letter that grows with what is typed."""
    reader.press(reader.page.locator("details.blanks > summary"))
    reader.page.locator("[name='blanks.detail']").press_sequentially("late lorries")
    return "late lorries"


def checker(reader: Reader) -> str:
    """What is wrong with a draft."""
    reader.page.locator("[name=draft]").fill("Dear Ida,\n\nI need an answer ASAP.\n\nSam Lee")
    reader.submit()
    return "ASAP"


def call_sheet(reader: Reader) -> str:
    """A sheet to call by."""
    reader.page.get_by_label("Your name").fill("Sam Lee")
    reader.page.get_by_label("Your phone number").fill("+44 20 7946 0123")
    reader.submit()
    return "Sam Lee"


def what_now(reader: Reader) -> str:
    """The next question."""
    reader.press(reader.page.get_by_label("I have waited, and hear nothing", exact=True), "Space")
    reader.press(reader.page.get_by_role("button", name="Continue"))
    return "What are you waiting for?"


def interviews(reader: Reader) -> str:
    """The list, without a question."""
    return "Acme"


TOOLS: dict[str, Callable[[Reader], str]] = {
    "planner": planner,
    "writer": writer,
    "checker": checker,
    "call-sheet": call_sheet,
    "what-now": what_now,
    "interviews": interviews,
}


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_answers(reader: Reader, tool: str, site_url: str) -> None:
    """From its page to the words that it was asked for."""
    reader.page.goto(f"{site_url}tools/{tool}/")
    reader.page.locator("followup-tool:defined").first.wait_for()
    words = TOOLS[tool](reader)
    expect(reader.page.locator("[data-part=answer]").first).to_contain_text(words, timeout=START_LIMIT_MS)
    reader.is_answered()


def test_an_invitation_is_read(reader: Reader, site_url: str) -> None:
    """From the file to the plan."""
    reader.page.goto(f"{site_url}tools/invitation/")
    reader.page.get_by_label("Choose the file").set_input_files(SAMPLE)
    reader.press(reader.page.locator("followup-invitation").get_by_role("button", name="Show me what to do"))
    reader.page.wait_for_url("**/tools/planner/**")
    reader.is_answered()

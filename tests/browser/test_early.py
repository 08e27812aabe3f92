"""What a reader does while a page's scripts are still on their way counts like the rest."""

import json
from collections.abc import Callable, Iterator

import pytest
from kept import interviews, names
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

pytestmark = pytest.mark.browser
MAIN = "**/app/main.js"
TYPES = "(one, name) => { one.value = name; one.dispatchEvent(new Event('input', { bubbles: true })); }"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader with a memory of nothing; without Python, since keeping needs none."""
    opened = browser.new_context(service_workers="block")
    opened.route("**/assets/runtime/**", lambda route: route.abort())
    yield opened
    opened.close()


def late(page: Page, address: str = "") -> Callable[[], None]:
    """Opens or reloads a page whose script is asked for and does not come, and gives what lets it come."""
    held: list[Route] = []
    page.route(MAIN, lambda route: held.append(route))
    with page.expect_request(MAIN):
        page.goto(address or page.url, wait_until="commit")
    page.locator(".needs-script").wait_for(state="attached")

    def come() -> None:
        held.pop().continue_()
        page.unroute(MAIN)
        expect(page.locator("followup-tool:defined")).to_be_visible()

    return come


def waiting(context: BrowserContext, site_url: str) -> tuple[Page, Callable[[], None]]:
    """Gives a planner whose script has been asked for and has not come, and what lets it come."""
    page = context.new_page()
    return page, late(page, f"{site_url}tools/planner/")


def test_what_was_typed_early_is_kept(context: BrowserContext, site_url: str) -> None:
    """A reload then finds it, as it finds all that was typed later."""
    page, come = waiting(context, site_url)
    page.locator("[name=company]").evaluate(TYPES, "Acme")
    come()
    assert ["Acme"] == names(page)
    page.reload()
    expect(page.locator("[name=company]")).to_have_value("Acme")


def test_what_was_typed_early_gives_way_to_a_kept_interview_and_comes_back(
    context: BrowserContext, site_url: str
) -> None:
    """Neither takes the other's place unsaid."""
    page, come = waiting(context, site_url)
    come()
    page.locator("[name=company]").evaluate(TYPES, "Globex")
    come = late(page)
    page.locator("[name=company]").evaluate(TYPES, "Acme")
    come()
    expect(page.locator("[name=company]")).to_have_value("Globex")
    page.locator("[data-part=undone]").get_by_role("button", name="Undo").click()
    expect(page.locator("[name=company]")).to_have_value("Acme")


def test_a_file_chosen_early_is_loaded(context: BrowserContext, site_url: str) -> None:
    """Nobody heard the choice; the file is there all the same."""
    page, come = waiting(context, site_url)
    text = json.dumps({"company": "Initech", "rounds": [{"format": "onsite", "date": "2027-01-07", "ends": "15:00"}]})
    page.set_input_files("[data-load]", {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()})
    come()
    expect(page.locator("[data-part=status]")).to_contain_text("Loaded.")
    assert ["Initech"] == [one["fields"]["company"] for one in interviews(page)]

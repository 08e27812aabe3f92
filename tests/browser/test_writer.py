"""The writer and the checker in a real browser: the letter grows, and the way from plan to letter to draft holds."""

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
PATIENCE_MS = 60_000


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone in London that blocks service workers, so that one test cannot feed another."""
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, timezone_id="Europe/London", service_workers="block"
    )
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    yield opened
    context.close()


def test_the_letter_grows_while_it_is_typed(page: Page, site_url: str) -> None:
    """Without a submit, and the missing blanks stay marked."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.first_name']", "Dana")
    page.fill("[name='blanks.detail']", "the late lorries")
    body = page.locator("[data-part='answer'] .letter__body").first
    expect(body).to_contain_text("Hi Dana,")
    expect(body).to_contain_text("the late lorries")
    expect(body.locator("mark").first).to_be_visible()


def test_what_is_typed_stays_text_in_the_letter(page: Page, site_url: str) -> None:
    """Neither markup nor a template comes alive."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.detail']", "<b>bold</b> {{ 7*7 }}")
    body = page.locator("[data-part='answer'] .letter__body").first
    expect(body).to_contain_text("<b>bold</b> {{ 7*7 }}")
    expect(body.locator("b")).to_have_count(0)


def test_the_way_leads_from_the_plan_to_the_letter_to_the_file(page: Page, site_url: str, tmp_path: Path) -> None:
    """What was typed once is there: the plan's step fills the letter, and the draft file can be read."""
    page.goto(f"{site_url}tools/planner/")
    page.fill("[name='company']", "Acme")
    page.fill("[name='role']", "Data Analyst")
    page.select_option("select[name='rounds[0].zone']", "America/New_York")
    page.fill("[name='rounds[0].interviewers[0].name']", "Dana Ruiz")
    page.get_by_role("button", name="Show my plan").click()
    page.locator(".next").get_by_role("link", name="Write this letter").click()
    # The worked example names the same people: only an answer carries files.
    expect(page.locator("followup-tool[name='writer']")).to_have_attribute("data-state", "answered")
    expect(page.locator("[data-part='answer'] .letter__body").first).to_contain_text("Data Analyst role at Acme")
    with page.expect_download() as saved:
        page.locator("[data-file$='.eml']").click()
    target = tmp_path / "draft.eml"
    saved.value.save_as(target)
    message = email.message_from_bytes(target.read_bytes(), policy=email.policy.default)
    assert ("1", True) == (message["X-Unsent"], "Hi Dana," in message.get_content())


def test_a_draft_is_checked_and_its_words_are_marked(page: Page, site_url: str) -> None:
    """A blank that was left and a word that presses."""
    page.goto(f"{site_url}tools/checker/")
    page.fill("[name='draft']", "Dear [First Name],\n\nThank you for your time. I need an answer ASAP.\n\nSam Lee")
    page.get_by_role("button", name="Check the draft").click()
    answer = page.locator("[data-part='answer']")
    expect(answer.locator("mark", has_text="[First Name]").first).to_be_visible()
    expect(answer.locator("mark", has_text="ASAP").first).to_be_visible()
    expect(answer).to_contain_text("Warning")

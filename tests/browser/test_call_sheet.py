"""Tells the call sheet's story in Chromium: prepare, rehearse, call, and say what happened."""

import json
from collections.abc import Iterator

import pytest
from kept import interviews
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

START_LIMIT_MS = 60_000
TALLEST = 4500
TALLEST_EMPTY = 6800
# Thursday 14 January 2027, ten in New York: the check-in of an interview a week before is due.
MORNING = "2027-01-14T15:00:00Z"
CASE = """{"company": "Acme", "role": "Data Analyst", "country": "US", "rounds": [{"format": "onsite",
    "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York", "interviewers": [{"name": "Dana Ruiz"}]}]}"""


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    """Gives the call sheet's page to a reader in London; nothing may fail in it."""
    context = chromium.new_context(timezone_id="Europe/London", locale="en-GB", service_workers="block")
    context.set_default_timeout(START_LIMIT_MS)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.clock.install(time=MORNING)
    opened.goto(f"{site_url}tools/call-sheet/")
    yield opened
    assert [] == wrong
    context.close()


def with_case(page: Page) -> None:
    """Puts an interview into the tab, as the planner would."""
    store = f'{{"version": 1, "current": "1", "cases": {{"1": {{"name": "Acme", "fields": {CASE}}}}}}}'
    page.evaluate("(text) => sessionStorage.setItem('followup:cases', text)", store)
    page.reload()


def prepare(page: Page) -> None:
    """Fills in what only the reader knows, and asks for the sheet."""
    page.get_by_label("Your name").fill("Sam Lee")
    page.get_by_label("Your phone number").fill("+44 20 7946 0123")
    page.get_by_role("button", name="Show my call sheet").click()
    answered(page)


def answered(page: Page) -> None:
    """Waits for the answer to what was asked last."""
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=START_LIMIT_MS)


def events(page: Page) -> str:
    """Gives what the shared case holds of what happened."""
    return json.dumps(interviews(page)[0]["fields"]["events"], separators=(",", ":"))


def test_the_hours_stand_on_both_clocks(page: Page):
    """New York's hours, and London's beside them."""
    with_case(page)
    prepare(page)
    sheet = page.locator("[data-part=answer] .call-sheet")
    expect(sheet).to_contain_text("Call Dana Ruiz at Acme")
    expect(sheet.locator(".call-sheet__days li li").first).to_contain_text("10:00 to 11:00 (15:00 to 16:00 for you)")


def test_what_happened_goes_into_the_interview_and_can_be_taken_back(page: Page):
    """One silent try changes what to do next; undo forgets it."""
    with_case(page)
    prepare(page)
    page.get_by_role("button", name="No answer").click()
    expect(page.locator("[data-part=answer]")).to_contain_text("leave the message below")
    assert '"outcome":"no-answer"' in events(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-part=answer]")).to_contain_text("hang up without a message")
    assert "no-answer" not in events(page)


def test_a_call_back_takes_the_day_beside_it(page: Page):
    """The day they named travels with the event, and the hours follow."""
    with_case(page)
    prepare(page)
    page.get_by_label("They want a call on").fill("2027-01-20")
    page.get_by_role("button", name="They want me to call back").click()
    expect(page.locator("[data-part=answer]")).to_contain_text("Wednesday 20 January 2027")
    assert '"by":"2027-01-20"' in events(page)


def test_the_rehearsal_is_timed_by_keyboard_and_measured(page: Page):
    """Start and stop with one key; 25 seconds lie inside the band."""
    with_case(page)
    prepare(page)
    rehearsal = page.locator("[data-part=answer] followup-rehearsal")
    page.get_by_text("Rehearse the voicemail aloud").click()
    # From here on time passes only as it is told to.
    page.clock.pause_at("2027-01-14T15:30:00Z")
    rehearsal.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(rehearsal.get_by_role("button", name="Stop")).to_be_focused()
    page.clock.fast_forward(25_000)
    page.keyboard.press("Enter")
    expect(rehearsal.get_by_role("status")).to_have_text("That was 25 seconds: just right.", use_inner_text=True)


def test_typed_in_it_needs_no_interview(page: Page):
    """Without a case the zone is the reader's own at first."""
    page.get_by_label("Whom you call").fill("Dana Ruiz")
    prepare(page)
    expect(page.locator("[data-part=answer]")).to_contain_text("You may call from now on.")


def test_it_prints_on_one_page(page: Page):
    """Only the sheet goes to the printer, and there is room for notes."""
    with_case(page)
    prepare(page)
    page.emulate_media(media="print")
    expect(page.locator("form").first).to_be_hidden()
    expect(page.get_by_text("Who, when, what they said")).to_be_visible()
    # Chromium writes one such line for each sheet of paper.
    assert 1 == page.pdf(format="A4").count(b"/Type /Page\n")


def test_the_first_look_is_short_on_a_phone(page: Page):
    """Hours, opening, questions and voicemail stand open; replies, points and warnings unfold, and stay so."""
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollHeight") < TALLEST_EMPTY
    with_case(page)
    prepare(page)
    assert page.evaluate("document.documentElement.scrollHeight") < TALLEST
    sheet = page.locator("[data-part=answer] .call-sheet")
    expect(sheet.get_by_text("It is a no", exact=True)).to_be_hidden()
    sheet.get_by_text("What they may say, and your reply").click()
    expect(sheet.get_by_text("It is a no", exact=True)).to_be_visible()
    page.get_by_role("button", name="No answer").click()
    expect(page.locator("[data-part=answer]")).to_contain_text("leave the message below")
    expect(page.locator("[data-part=answer]").get_by_text("It is a no", exact=True)).to_be_visible()

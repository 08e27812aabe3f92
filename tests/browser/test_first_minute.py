"""Measures what the first minute costs: taps, fields to touch, keys and heights on a phone; it prints the table."""

from collections.abc import Iterator

import pytest
from kept import version1
from playwright.sync_api import Browser, Page, expect
from telling import show, tell

pytestmark = pytest.mark.browser
PATIENCE_MS = 60_000
# Friday 15 January 2027, 3:40 pm in New York; Monday is a holiday.
NOW = "2027-01-15T20:40:00Z"
FOLD = 664
TALLEST = 3500
MOST_KEYS = 12
MOST_SHIFTED = 0.05
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });"""


def case(company: str, day: str) -> dict[str, object]:
    """An interview in New York that ended at three."""
    held = {"format": "onsite", "date": day, "ends": "15:00", "zone": "America/New_York"}
    return {"company": company, "country": "US", "subdivision": "NY", "rounds": [held]}


SENT = {"kind": "sent", "step": "thank-you", "at": "2027-01-14T18:00:00-05:00"}
KEPT = version1(case("Acme", "2027-01-15"), {**case("Globex", "2027-01-14"), "events": [SENT]}, current="2")


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A small phone in New York, forty minutes after an interview."""
    context = chromium.new_context(
        viewport={"width": 390, "height": FOLD}, timezone_id="America/New_York", service_workers="block"
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    yield page
    context.close()


def answered(page: Page) -> None:
    """Waits for the plan."""
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=PATIENCE_MS)


def told(name: str, cost: object) -> None:
    """Prints a row of the table."""
    print(f"first minute | {name} | {cost}")


def test_two_taps_on_the_first_page_lead_to_the_email(phone: Page, site_url: str):
    """Nothing to type, the button above the fold, and the answer where the eye is."""
    phone.goto(site_url)
    button = phone.get_by_role("button", name="Show me what to do")
    box = button.bounding_box()
    assert box is not None
    told("button's lower edge on the first page, px", bottom := round(box["y"] + box["height"]))
    assert bottom <= FOLD
    phone.get_by_label("In person").check()
    button.click()
    answered(phone)
    told("taps from the first page to the email", 2)
    told("fields to type in", 0)
    lead = phone.locator(".answer > .plan .lead")
    expect(lead).to_have_text("Write to your interviewer today, before 6 pm")
    expect(lead).to_be_in_viewport()
    told("height of the plan at 390 px", height := phone.evaluate("document.documentElement.scrollHeight"))
    assert height < TALLEST


def test_python_loads_at_the_first_touch_and_never_before(phone: Page, site_url: str):
    """Nor is anything kept for offline use unasked."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url) if "/assets/runtime/" in request.url else None)
    phone.goto(site_url)
    phone.wait_for_load_state("networkidle")
    assert [] == asked
    with phone.expect_request("**/assets/runtime/**"):
        phone.get_by_label("Video").check()


def test_who_comes_back_reads_what_is_to_be_done_today(phone: Page, site_url: str):
    """No touch is needed, and the row opens its interview."""
    phone.goto(site_url)
    phone.evaluate("(text) => sessionStorage.setItem('followup:cases', text)", KEPT)
    phone.reload()
    expect(phone.get_by_role("heading", name="Welcome back")).to_have_text(
        "Welcome back: 2 interviews, 1 to do today", timeout=PATIENCE_MS
    )
    row = phone.locator(".welcome .row")
    expect(row).to_contain_text("Today, before 6 pm")
    told("taps from the first page to what is to be done today, for who comes back", 0)
    row.click()
    expect(phone.locator("#planner-company")).to_have_value("Acme")
    answered(phone)
    expect(phone.locator(".answer").first).to_be_focused()
    expect(phone.locator(".answer > .plan .lead")).to_be_in_viewport()


def test_nothing_moves_on_the_first_page_for_who_comes_back(phone: Page, site_url: str):
    """The greeting has its room before it is filled."""
    phone.add_init_script(SHIFTS)
    phone.goto(site_url)
    phone.evaluate("(text) => sessionStorage.setItem('followup:cases', text)", KEPT)
    phone.reload()
    expect(phone.locator(".welcome .row__title")).to_be_visible(timeout=PATIENCE_MS)
    told("layout shift of the first page, for who comes back", shifted := round(phone.evaluate("window.shifted"), 3))
    assert shifted < MOST_SHIFTED


def test_a_link_within_a_page_leaves_the_page_and_the_focus_where_they_are(phone: Page, site_url: str):
    """The first one too; the letter that it names opens, and Back leads to where one was."""
    phone.goto(f"{site_url}letters/")
    phone.wait_for_function("window.document$ !== undefined")
    phone.locator("#check-in").evaluate("(one) => { one.dataset.same = 'yes'; one.tabIndex = -1; one.focus(); }")
    phone.locator("#check-in .headerlink").evaluate("(link) => link.click()")
    expect(phone.locator("#check-in + details")).to_have_attribute("open", "")
    phone.wait_for_timeout(1_000)
    assert "check-in" == phone.evaluate("document.activeElement.id")
    assert "yes" == phone.locator("#check-in").get_attribute("data-same")
    told("height of the page of all letters at 390 px", phone.evaluate("document.documentElement.scrollHeight"))
    phone.goto(f"{site_url}guide/")
    phone.go_back()
    expect(phone.locator("h1")).to_contain_text("Letters")


def test_the_keyboard_reaches_the_answer_in_few_keys(phone: Page, site_url: str):
    """From the first field of the planner to its button."""
    phone.goto(f"{site_url}tools/planner/")
    phone.get_by_label("Today").focus()
    keys = 0
    while not phone.evaluate("document.activeElement.matches('[type=submit]')"):
        phone.keyboard.press("Tab")
        keys += 1
    told("keys from the first question to the button", keys + 2)
    assert keys + 2 <= MOST_KEYS


def test_a_passed_date_with_a_panel_asks_what_was_sent_first(phone: Page, site_url: str):
    """The check-in leads, and nobody is told of a thank-you that was sent."""
    phone.goto(f"{site_url}tools/planner/")
    tell(phone, {"rounds[0].date": "2026-12-17", "promise.kind": "date", "promise.by": "2027-01-13"})
    phone.get_by_role("radio", name="A thank-you").check()
    phone.get_by_label("last on").fill("2026-12-18")
    show(phone)
    answered(phone)
    told("the answer after a date that passed", lead := phone.locator(".answer > .plan .lead").inner_text())
    assert "how things stand" in lead
    expect(phone.locator(".answer")).not_to_contain_text("was not sent")


def test_the_letter_is_where_its_link_leads_and_back_is_one_press(phone: Page, site_url: str):
    """The paper stands in the screen."""
    phone.goto(f"{site_url}tools/planner/")
    tell(phone)
    show(phone)
    answered(phone)
    phone.locator(".answer > .plan .answer__do a.md-button--primary").click()
    expect(phone.locator("followup-tool[name=writer]")).to_have_attribute("data-state", "answered", timeout=PATIENCE_MS)
    expect(phone.locator(".letter__paper")).to_be_in_viewport()
    told("where the letter begins, px", phone.locator(".letter__paper").evaluate("(e) => e.getBoundingClientRect().y"))
    phone.go_back()
    expect(phone.locator("followup-tool[name=planner]")).to_be_visible()
    told("presses of Back to the plan", 1)

"""Tells the story of What now? in Chromium: forward, Back, change, reload, all by the address."""

import re
from collections.abc import Iterator

import pytest
from kept import interviews
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

START_LIMIT_MS = 60_000
MORNING = "2027-02-01T15:00:00Z"


@pytest.fixture
def page(chromium: Browser, site_url: str) -> Iterator[Page]:
    """Gives the page to a reader in New York; nothing may fail in it."""
    context = chromium.new_context(timezone_id="America/New_York", locale="en-US", service_workers="block")
    context.set_default_timeout(START_LIMIT_MS)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.clock.set_fixed_time(MORNING)
    opened.goto(f"{site_url}tools/what-now/")
    yield opened
    assert [] == wrong
    context.close()


def question(page: Page) -> str:
    """Gives the question that is asked."""
    return page.locator(".what-now legend").inner_text()


def choose(page: Page, words: str, leads_to: str) -> None:
    """Answers the question and waits for the next."""
    page.get_by_label(words, exact=True).check()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".what-now h2").first).to_have_text(leads_to, timeout=START_LIMIT_MS)


def to_the_second_check_in(page: Page) -> None:
    """Answers up to the ending."""
    choose(page, "I have waited, and hear nothing", "What are you waiting for?")
    choose(page, "Their word after an interview", "How often have you asked since the interview?")
    choose(page, "Once", "When was the interview?")
    page.get_by_label("Date", exact=True).fill("2027-01-07")
    page.get_by_label("Time it ended, on their clock").fill("15:00")
    expect(page.get_by_label("Where are they?")).to_have_value("New York")
    expect(page.locator("[name='answers.zone']")).to_have_value("America/New_York")
    expect(page.locator("[name='answers.country']")).to_have_value("US")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".what-now h2").first).to_have_text("When did you ask?")
    page.get_by_label("Day", exact=True).fill("2027-01-14")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".what-now h2").first).to_have_text("Check in a second and last time", timeout=START_LIMIT_MS)


def test_the_answers_lead_to_one_dated_action(page: Page):
    """The date is the planner's; the letter and the whole plan are a link away."""
    to_the_second_check_in(page)
    expect(page.locator(".next")).to_contain_text("Thursday 28 January 2027")
    expect(page.get_by_role("link", name=re.compile("Write it"))).to_have_attribute(
        "href", "../../tools/writer/#letter=second-check-in"
    )
    assert page.evaluate("document.activeElement.matches('[data-part=answer]')")


def test_the_whole_way_goes_by_keyboard_alone(page: Page):
    """Tab to the first answer, Space, Enter; after each question the focus stands on what is new."""
    for leads_to in ("Have you sent your thank-you?", "How was the interview held?", "When was the interview?"):
        tab_into(page, ".what-now input")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(page.locator(".what-now h2").first).to_have_text(leads_to, timeout=START_LIMIT_MS)
        assert page.evaluate("document.activeElement.matches('[data-part=answer]')")
    tab_into(page, ".what-now input[type=date]")
    page.keyboard.type("01282027")
    page.keyboard.press("Enter")
    expect(page.locator(".next__when")).to_contain_text("2027", timeout=START_LIMIT_MS)


def tab_into(page: Page, selector: str) -> None:
    """Presses Tab until the focus stands on such an element."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"No Tab leads to {selector}")


def test_one_field_sets_their_clock_and_their_holidays(page: Page):
    """As in the planner; the region stands among the answers, and another country forgets it."""
    choose(page, "I have just had an interview", "Have you sent your thank-you?")
    choose(page, "No", "How was the interview held?")
    choose(page, "On site, with one person", "When was the interview?")
    page.get_by_label("Where are they?").fill("Bayern")
    page.locator(".place__one").first.wait_for()
    page.get_by_label("Where are they?").press("Enter")
    expect(page.locator("followup-place [data-part=sets]")).to_contain_text("Germany")
    assert ["Europe/Berlin", "DE", "BY"] == [
        page.locator(f"[name='answers.{name}']").input_value() for name in ("zone", "country", "region")
    ]
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".what-now__told, .what-now legend").first).to_be_visible(timeout=START_LIMIT_MS)
    assert "answers.region=BY" in page.url
    assert "place-one" not in page.url


def test_back_takes_one_answer_back_and_forward_gives_it_again(page: Page):
    """The state stands in the address alone."""
    to_the_second_check_in(page)
    page.go_back()
    expect(page.locator(".what-now h2").first).to_have_text("When did you ask?")
    page.go_back()
    page.go_back()
    expect(page.locator(".what-now h2").first).to_have_text("How often have you asked since the interview?")
    page.go_back()
    page.go_back()
    expect(page.locator(".what-now h2").first).to_have_text("Where are you now?")
    page.go_forward()
    page.go_forward()
    expect(page.locator(".what-now h2").first).to_have_text("How often have you asked since the interview?")


def test_an_answer_can_be_changed(page: Page):
    """The link beside it asks the question again."""
    to_the_second_check_in(page)
    page.get_by_role("link", name=re.compile("Change .How often")).click()
    expect(page.locator(".what-now h2").first).to_have_text("How often have you asked since the interview?")
    choose(page, "Not yet", "Had they named a date?")


def test_a_reload_and_a_link_come_to_the_same_place(page: Page):
    """Whoever keeps the address keeps the answer."""
    to_the_second_check_in(page)
    page.reload()
    expect(page.locator(".what-now h2").first).to_have_text("Check in a second and last time", timeout=START_LIMIT_MS)


def test_the_whole_plan_knows_the_answers(page: Page):
    """The planner opens with the interview and what was sent."""
    to_the_second_check_in(page)
    page.get_by_role("link", name="See the whole plan").click()
    expect(page.locator("#planner-rounds-0-date")).to_have_value("2027-01-07")
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=START_LIMIT_MS)


def test_a_wrong_day_is_named_beside_it(page: Page):
    """The page says what to enter and keeps the question."""
    choose(page, "I am waiting to hear", "What are you waiting for?")
    choose(page, "Their word after an interview", "Did they say when you will hear?")
    choose(page, "No", "When was the interview?")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#what-now-interview-problem")).to_have_text("Enter the date of the interview")


def test_without_script_the_first_question_and_the_guide_are_there(chromium: Browser, site_url: str):
    """The page makes sense as it was built."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}tools/what-now/")
    assert "Where are you now?" == question(page)
    way = page.locator("article").get_by_role("link", name="the second follow-up")
    expect(way).to_be_visible()
    expect(way).to_have_attribute("href", "../../guide/second-check-in/")
    context.close()


CASE = """{"company": "Acme", "role": "Data Analyst", "country": "US", "rounds": [{"format": "onsite",
    "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York", "interviewers": [{"name": "Dana Ruiz"}]}]}"""


def test_what_was_told_goes_into_the_plan_that_is_kept_and_comes_out_again(page: Page):
    """One tap adds it, what stood there stays, and one tap takes it back."""
    store = f'{{"version": 1, "current": "1", "cases": {{"1": {{"name": "Acme", "fields": {CASE}}}}}}}'
    page.evaluate("(text) => sessionStorage.setItem('followup:cases', text)", store)
    page.goto(
        f"{page.url.split('#')[0]}#answers.where=replied&answers.reply=on-hold&answers.heard=2027-01-29&answers.named="
    )
    page.reload()
    add = page.get_by_role("button", name="Add it to my plan for Acme")
    add.click(timeout=START_LIMIT_MS)
    expect(add).to_have_count(0, timeout=START_LIMIT_MS)
    (told,) = interviews(page)[0]["fields"]["events"]
    assert ("reply", "on-hold") == (told["kind"], told["outcome"])
    page.get_by_role("button", name="Undo").click()
    expect(add).to_have_count(1, timeout=START_LIMIT_MS)
    assert [] == interviews(page)[0]["fields"]["events"]
    assert "2027-01-07" == interviews(page)[0]["fields"]["rounds"][0]["date"]


def test_one_tap_says_that_they_only_write_texts(page: Page):
    """The answer stands among the others, and can be changed there."""
    page.goto(
        f"{page.url.split('#')[0]}#answers.where=waiting&answers.waits=interview&answers.promise=none&answers.interview=2027-01-28&answers.ended=15:00&answers.zone=America/New_York&answers.country=US&answers.region="
    )
    page.reload()
    page.get_by_role("link", name="We only write texts or chats").click(timeout=START_LIMIT_MS)
    expect(page.locator(".what-now__told")).to_contain_text("We only write texts or chats", timeout=START_LIMIT_MS)
    expect(page.get_by_role("link", name=re.compile("Write it"))).to_have_attribute("href", re.compile("form=message"))

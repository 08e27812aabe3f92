"""Tells the planner's story in Chromium, by keyboard alone where a hand would use one."""

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept import interviews
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize, expect
from telling import unfold

pytestmark = pytest.mark.browser

# Thursday, four hours after an interview in New York ended; the reader sits in London.
EVENING = "2027-01-08T00:00:00Z"
START_LIMIT_MS = 60_000
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader in London with a memory of nothing."""
    opened = chromium.new_context(
        timezone_id="Europe/London",
        locale="en-GB",
        permissions=["clipboard-read", "clipboard-write"],
        # What the offline copy answers cannot be held back or refused by a test.
        service_workers="block",
    )
    opened.set_default_timeout(START_LIMIT_MS)
    yield opened
    opened.close()


@pytest.fixture
def planner(context: BrowserContext, site_url: str) -> Iterator[Page]:
    """The planner's page; nothing may fail in it and nothing may leave for another host."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith((site_url, "blob:")) else wrong.append(request.url)
    )
    visit(page, site_url)
    yield page
    assert [] == wrong


def visit(page: Page, site_url: str, fragment: str = "") -> None:
    """Opens the planner on that evening."""
    page.clock.set_fixed_time(EVENING)
    page.goto(f"{site_url}tools/planner/{fragment}")
    expect(page.locator("followup-tool:defined [name='rounds[0].date']")).not_to_have_value("")


def told(page: Page, date: str = "2027-01-07", ends: str = "15:00", held: str = "In person") -> None:
    """Answers the questions that start a plan."""
    page.get_by_label("Another day").check()
    page.get_by_label("on", exact=True).fill(date)
    page.get_by_label("at about").fill(ends)
    page.get_by_label(held, exact=True).check()


def show(page: Page) -> None:
    """Asks for the answer."""
    page.get_by_role("button", name="Show me what to do").click()


def plan(page: Page) -> None:
    """Plans an interview on site in New York on Thursday 7 January 2027, with Dana Ruiz for Acme."""
    told(page)
    show(page)
    answered(page)
    unfold(page, "people")
    page.get_by_label("Name", exact=True).fill("Dana Ruiz")
    unfold(page, "job")
    page.get_by_label("Company").fill("Acme")
    unfold(page, "place")
    page.locator('followup-place[data-zone="rounds[0].zone"] [data-part="search"]').fill("USA")
    page.locator(".place__one").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".lead")).to_contain_text("Dana")
    expect(page.locator(".lead__fine")).to_contain_text("in New York")


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until the focus stands on what is called so; words for screen readers alone belong to its name."""
    for _ in range(80):
        page.keyboard.press("Tab")
        called = page.evaluate(
            "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.ariaLabel ?? "
            "document.activeElement.textContent"
        )
        if " ".join(called.split()) == name:
            return
    raise AssertionError(f"No Tab leads to {name!r}")


def plan_by_keyboard(page: Page) -> None:
    """Answers the first questions and asks for the plan."""
    tab_to(page, "Today")
    page.keyboard.press("ArrowRight")
    tab_to(page, "at about")
    page.keyboard.type("0300PM")
    tab_to(page, "In person")
    page.keyboard.press("Space")
    tab_to(page, "Show me what to do")
    page.keyboard.press("Enter")
    answered(page)


def answered(page: Page) -> None:
    """Waits for the answer to what was asked last."""
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=START_LIMIT_MS)


def focused(page: Page, selector: str) -> bool:
    """Tells whether the focus stands on that element or inside it."""
    return bool(page.evaluate("(selector) => document.activeElement.closest(selector) !== null", selector))


def test_the_whole_story_by_keyboard_alone(planner: Page):
    """Answer, read the reason, tell of a rejection, see the plan change, take it back."""
    plan_by_keyboard(planner)
    assert focused(planner, "[data-part=answer]")
    lead = planner.locator(".lead")
    expect(lead).to_contain_text("Write to your interviewer today, before 09:00")

    tab_to(planner, "Why, and who disagrees?")
    planner.keyboard.press("Enter")
    expect(planner.locator(".reasons").first).to_contain_text("the career blog", ignore_case=True)

    tab_to(planner, "Something happened")
    planner.keyboard.press("Enter")
    tab_to(planner, "They said no")
    planner.keyboard.press("Enter")
    tab_to(planner, "Today: They said no")
    planner.keyboard.press("Enter")
    expect(lead).to_contain_text("ask for feedback")
    assert focused(planner, "[data-part=undo]")
    assert "reply" == planner.locator("[name='events[0].kind']").input_value()

    tab_to(planner, "Undo")
    planner.keyboard.press("Enter")
    expect(lead).to_contain_text("Write to your interviewer")
    expect(planner.locator("[name='events[0].kind']")).to_have_count(0)


def test_how_it_was_held_is_asked_and_never_guessed(planner: Page):
    """It changes the answer; what is missing is said beside its question, and Python is not asked."""
    show(planner)
    expect(planner.locator("[data-part=summary] a")).to_have_text("Tell us how it was held: it decides when to write")
    planner.locator("[data-part=summary] a").press("Enter")
    assert focused(planner, "followup-radios")
    planner.get_by_label("Video").check()
    show(planner)
    answered(planner)
    expect(planner.locator(".recap > summary")).to_contain_text("By video")


def test_problems_stand_beside_their_fields_and_lead_there(planner: Page):
    """The summary takes the focus; its links open the group of the field; an answer follows when all is right."""
    told(planner)
    show(planner)
    answered(planner)
    unfold(planner, "people")
    planner.get_by_label("Email address").fill("dana")
    planner.get_by_label("Email address").blur()
    expect(planner.locator("followup-tool")).to_have_attribute("data-state", "problems", timeout=START_LIMIT_MS)
    planner.locator("#planner-group-people > summary").click()
    planner.locator("[data-part=summary] a").press("Enter")
    assert focused(planner, "[name='rounds[0].interviewers[0].email']")
    expect(planner.locator(".of-before")).to_be_visible()
    planner.get_by_label("Email address").fill("dana@example.com")
    planner.get_by_label("Email address").blur()
    answered(planner)
    expect(planner.locator("[data-part=summary]")).to_be_hidden()
    expect(planner.locator("[aria-invalid]")).to_have_count(0)


def test_what_was_sent_already_is_asked_before_anything_is_late(planner: Page):
    """A thank-you of that evening; the check-in comes next, and nobody is told of a missing one."""
    told(planner, "2026-12-17")
    planner.get_by_role("radio", name="A thank-you").check()
    show(planner)
    expect(planner.locator("[data-part=summary] a")).to_have_text("Enter the day you sent it")
    planner.get_by_label("last on").fill("2026-12-17")
    # Leaving a field answers nothing: the button stays under the finger.
    planner.get_by_label("last on").blur()
    expect(planner.get_by_role("button", name="Show me what to do")).to_be_visible()
    expect(planner.locator("followup-tool")).to_have_attribute("data-state", "problems")
    show(planner)
    answered(planner)
    expect(planner.locator(".lead")).to_contain_text("how things stand")
    expect(planner.locator(".answer")).not_to_contain_text("was not sent")
    expect(planner.locator(".history")).to_contain_text("You thanked them.")


def test_another_offer_asks_until_when_where_it_is_told(planner: Page):
    """The day decides between a call and an email, and how soon."""
    plan(planner)
    planner.get_by_text("Something happened").click()
    planner.get_by_text("Another offer, elsewhere").first.click()
    planner.get_by_label("By when must you answer them?").fill("2027-01-11")
    planner.locator(".news details[open]").get_by_role("button", name="Note it").click()
    expect(planner.locator(".lead")).to_contain_text("other offer")
    assert "2027-01-11" == planner.locator("[name='events[0].deadline']").input_value()


def test_change_brings_the_first_questions_back(planner: Page):
    """And the answer takes their place again."""
    plan(planner)
    expect(planner.locator(".first")).to_be_hidden()
    planner.get_by_role("button", name="Change the interview").click()
    planner.get_by_label("Phone", exact=True).check()
    show(planner)
    answered(planner)
    expect(planner.locator(".first")).to_be_hidden()
    expect(planner.locator(".recap > summary")).to_contain_text("By phone")


def test_interviews_and_people_come_and_go_by_keyboard(planner: Page):
    """The focus goes to what was added, and to what took the place of what was removed."""
    plan(planner)
    unfold(planner, "people")
    planner.get_by_role("button", name="Add another person").press("Enter")
    assert focused(planner, "[name='rounds[0].interviewers[1].name']")
    planner.keyboard.type("Sam Lee")
    unfold(planner, "more")
    planner.get_by_role("button", name="Add another interview").press("Enter")
    assert focused(planner, "[name='rounds[1].format']")
    expect(planner.locator("[name='rounds[1].date']")).to_have_value("2027-01-08")
    unfold(planner, "people")
    planner.get_by_role("button", name="Remove person 1").first.press("Enter")
    expect(planner.locator("[name='rounds[0].interviewers[0].name']")).to_have_value("Sam Lee")
    unfold(planner, "more")
    planner.get_by_role("button", name="Remove interview 2").press("Enter")
    expect(planner.locator("[name='rounds[1].date']")).to_have_count(0)
    assert focused(planner, "[data-list=rounds] > [data-add-item]")
    expect(planner.locator("[name='rounds[0].date']")).to_have_value("2027-01-07")


def test_a_question_that_depends_on_another_is_shown_when_asked(planner: Page):
    """The promised day is asked for when there is one; what is said rarely appears with the first yes."""
    expect(planner.locator("[name='promise.by']")).to_be_hidden()
    expect(planner.get_by_label("Between two days")).to_be_hidden()
    planner.get_by_label("Yes", exact=True).check()
    expect(planner.locator("[name='promise.by']")).to_be_visible()
    planner.get_by_label("Between two days").check()
    expect(planner.locator("[name='promise.from']")).to_be_visible()


def test_the_page_knows_today_and_where_the_reader_is(planner: Page):
    """The hour is that of today, and goes with it; at midnight nobody came out of an interview."""
    expect(planner.locator("[name='rounds[0].date']")).to_have_value("2027-01-08")
    expect(planner.locator("[name='rounds[0].ends']")).to_have_value("")
    expect(planner.locator("[name=my_zone]")).to_have_value("Europe/London")
    expect(planner.locator("[name=country]")).to_have_value("GB")
    planner.get_by_label("Yesterday").check()
    expect(planner.locator("[name='rounds[0].date']")).to_have_value("2027-01-07")


def test_a_region_is_offered_for_the_country_that_was_chosen(planner: Page):
    """Only the states of the United States."""
    plan(planner)
    country = planner.locator("[name=country]")
    planner.locator("details", has=country).evaluate_all("all => all.forEach((one) => { one.open = true; })")
    country.select_option("US")
    words = planner.locator("[name=subdivision] option").all_text_contents()
    assert "California" in words
    assert "Bavaria" not in words


def test_reload_and_back_keep_what_was_typed(planner: Page, site_url: str):
    """The lists too, and the answer comes again by itself."""
    plan(planner)
    unfold(planner, "people")
    planner.get_by_role("button", name="Add another person").click()
    planner.get_by_label("Name", exact=True).nth(1).fill("Sam Lee")
    planner.get_by_label("Name", exact=True).nth(1).blur()
    planner.reload()
    answered(planner)
    expect(planner.locator("[name='rounds[0].interviewers[1].name']")).to_have_value("Sam Lee")
    planner.goto(f"{site_url}guide/")
    planner.go_back()
    expect(planner.locator("[name='rounds[0].interviewers[1].name']")).to_have_value("Sam Lee")
    answered(planner)


def test_a_link_reproduces_the_case_without_names(planner: Page, context: BrowserContext, site_url: str):
    """Whoever opens it sees the answer; nobody's name is in it. What was done is said beside the button."""
    plan(planner)
    planner.get_by_text("Take it along").click()
    planner.get_by_role("button", name="Copy a link").click()
    expect(planner.locator(".said")).to_contain_text("no names")
    link = planner.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site_url}tools/planner/#case=")
    other = context.browser.new_context(timezone_id="Europe/London").new_page()  # type: ignore[union-attr]  # it has one
    visit(other, site_url, link.partition("tools/planner/")[2])
    answered(other)
    expect(other.locator(".lead__fine")).to_contain_text("14:00 for you is 09:00 in New York")
    expect(other.locator(".lead")).to_be_in_viewport()
    expect(other.locator("[name=company]")).to_have_value("")
    expect(other.locator("[name='rounds[0].interviewers[0].name']")).to_have_value("")
    assert "#" not in other.url
    other.context.close()


def test_a_link_can_set_one_answer(planner: Page, site_url: str):
    """The page on disagreements leads to the planner with other advice."""
    visit(planner, site_url, "#approach=primer")
    expect(planner.locator("[name=approach]")).to_have_value("primer")


def test_one_answer_in_a_link_keeps_no_empty_interview(planner: Page, site_url: str):
    """What was kept stays what the reader works on, until something is told of the other."""
    plan(planner)
    visit(planner, site_url, "#approach=primer")
    planner.reload()
    expect(planner.locator("#planner-company")).to_have_value("Acme")
    assert ["Acme"] == [one["fields"]["company"] for one in interviews(planner)]


def test_approaches_stand_side_by_side(planner: Page):
    """A row each, in the words of its own plan; one press takes another."""
    plan(planner)
    planner.get_by_text("The plans side by side").click()
    rows = planner.locator(".compare tbody tr")
    expect(rows).to_have_count(planner.locator("[name=approach] option").count())
    expect(rows.filter(has_text="Yours")).to_have_count(1)
    expect(rows.first).to_contain_text("Ask how things stand")
    rows.nth(1).get_by_role("button", name="Take it").click()
    expect(planner.locator("[name=approach]")).not_to_have_value("balanced")


def test_copied_text_is_the_plan_and_a_letter_names_its_gaps(planner: Page):
    """Plain lines for a note or an email."""
    plan(planner)
    planner.get_by_role("button", name="Copy the text").click()
    expect(planner.locator("[data-open-blanks]")).to_contain_text("your name")
    planner.get_by_text("Take it along").click()
    planner.get_by_role("button", name="Copy as text").click()
    expect(planner.get_by_role("status").first).to_contain_text("Copied")
    assert "Friday 8 January 2027, 09:00" in planner.evaluate("navigator.clipboard.readText()")


def test_a_letter_may_have_gone_on_an_earlier_day(planner: Page):
    """Today in one press; another day with the day."""
    plan(planner)
    planner.locator(".next").get_by_text("I sent it", exact=True).click()
    planner.locator(".next .did[open] input").fill("2027-01-07")
    planner.locator(".next .did[open]").get_by_role("button", name="Note it").click()
    expect(planner.locator(".lead")).to_have_text(re.compile("^Ask Dana .+ how things stand$"))
    assert "2027-01-07T21:00" == planner.locator("[name='events[0].at']").input_value()
    expect(planner.locator(".history")).to_contain_text("You thanked Dana.")


def test_without_python_there_is_a_message_and_a_way_on(context: BrowserContext, site_url: str):
    """A lost connection keeps what was typed; trying again works once it is back."""
    page = context.new_page()

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/assets/runtime/**", refuse)
    visit(page, site_url)
    told(page)
    show(page)
    expect(page.locator("[data-part=failed]")).to_contain_text("did not arrive")
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "failed")
    assert focused(page, "[data-part=failed]")
    page.unroute("**/assets/runtime/**", refuse)
    page.get_by_role("button", name="Try again").click()
    answered(page)
    expect(page.locator("[data-part=failed]")).to_be_hidden()
    expect(page.locator("[name='rounds[0].ends']")).to_have_value("15:00")


def test_without_webassembly_the_message_says_so(context: BrowserContext, site_url: str):
    """The guide is the way on."""
    page = context.new_page()
    page.add_init_script("delete globalThis.WebAssembly")
    visit(page, site_url)
    told(page)
    show(page)
    expect(page.locator("[data-part=failed]")).to_contain_text("WebAssembly")
    expect(page.get_by_role("link", name="Read the guide instead")).to_have_attribute("href", re.compile(r"/guide/$"))


def test_progress_is_shown_while_python_comes(context: BrowserContext, site_url: str):
    """How far, and what holds for everybody meanwhile; the exact answer takes its place."""
    page = context.new_page()
    held: list[Route] = []
    is_open = threading.Event()

    def hold(route: Route) -> None:
        if is_open.is_set():
            route.continue_()
        else:
            held.append(route)

    page.route("**/assets/runtime/**", hold)
    visit(page, site_url)
    told(page, held="Phone")
    show(page)
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.locator("[data-part=loading]")).to_contain_text(re.compile(r"\b0 %"))
    expect(page.locator(".meanwhile")).to_contain_text("within 60 minutes")
    expect(page.locator(".meanwhile")).not_to_contain_text("next business day", use_inner_text=True)
    is_open.set()
    for route in held:
        route.continue_()
    answered(page)
    expect(page.get_by_role("progressbar")).to_be_hidden()
    expect(page.locator(".meanwhile")).to_be_hidden()


def test_a_file_saves_and_loads_and_forgetting_forgets(planner: Page, tmp_path: Path):
    """A damaged file changes nothing."""
    plan(planner)
    planner.get_by_text("Keep, save or forget").click()
    with planner.expect_download() as download:
        planner.get_by_role("button", name="Save as a file").click()
    saved = tmp_path / "interviews.json"
    download.value.save_as(saved)
    damaged = tmp_path / "damaged.json"
    damaged.write_text(saved.read_text()[:50])
    planner.get_by_label("Load a saved file").set_input_files(damaged)
    expect(planner.get_by_role("status")).to_contain_text("Nothing was changed")
    expect(planner.locator("[name=company]")).to_have_value("Acme")
    planner.get_by_role("button", name="Forget everything").click()
    expect(planner.locator("[name=company]")).to_have_value("")
    assert 0 == planner.evaluate("sessionStorage.length")
    planner.get_by_text("Keep, save or forget").click()
    planner.get_by_label("Load a saved file").set_input_files(saved)
    answered(planner)
    expect(planner.locator("[name=company]")).to_have_value("Acme")
    (kept,) = json.loads(saved.read_text())["cases"].values()
    assert "Acme" == kept["fields"]["company"]


def test_keeping_is_the_readers_choice(planner: Page, context: BrowserContext, site_url: str):
    """Offered beside the answer; nothing is in the browser's own storage before, and a new tab finds it after."""
    plan(planner)
    assert [] == interviews(planner, "browser")
    planner.get_by_label("Keep this on my").check()
    other = context.new_page()
    visit(other, site_url)
    answered(other)
    expect(other.locator(".lead")).to_contain_text("Dana")


def test_a_phone_shows_all_without_sideways_scrolling(planner: Page):
    """Everything to press is large enough for a thumb."""
    planner.set_viewport_size(PHONE)
    plan(planner)
    assert PHONE["width"] == planner.evaluate("document.documentElement.scrollWidth")
    small = planner.evaluate(
        """[...document.querySelectorAll("followup-tool :is(button, select, summary, input, a.md-button)")]
           .filter((one) => !["checkbox", "radio"].includes(one.type) && one.checkVisibility())
           .filter((one) => one.getBoundingClientRect().height < 43.9).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert [] == small


def test_without_a_script_the_page_still_reads(chromium: Browser, site_url: str):
    """The form stands there, a sentence says what is missing, and the worked example answers."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}tools/planner/")
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    expect(page.get_by_label("Recorded")).to_be_visible()
    expect(page.locator(".example")).to_contain_text("Write to Dana")
    context.close()

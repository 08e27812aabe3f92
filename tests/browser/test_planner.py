"""Tells the planner's story in Chromium, by keyboard alone where a hand would use one."""

import json
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept import interviews
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

pytestmark = pytest.mark.browser

# Thursday, four hours after an interview in New York ended; the reader sits in London.
EVENING = "2027-01-08T00:00:00Z"
START_LIMIT_MS = 60_000
PHONE = {"width": 390, "height": 844}


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
    expect(page.locator("followup-choice .filter").first).to_be_visible()


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until the focus stands on what is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if (
            page.evaluate(
                "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.ariaLabel ?? "
                "document.activeElement.innerText"
            ).strip()
            == name
        ):
            return
    raise AssertionError(f"No Tab leads to {name!r}")


def fill_by_keyboard(page: Page) -> None:
    """Types an interview on site in New York on Thursday 7 January 2027."""
    tab_to(page, "Company")
    page.keyboard.type("Acme")
    tab_to(page, "Date of the interview")
    page.keyboard.type("01072027")
    tab_to(page, "Time it ended")
    page.keyboard.type("0300PM")
    tab_to(page, "Search their time zone")
    page.keyboard.type("new york")
    tab_to(page, "Name")
    page.keyboard.type("Dana Ruiz")
    tab_to(page, "Search their country")
    page.keyboard.type("united states")


def plan_by_keyboard(page: Page) -> None:
    """Fills the form and asks for the plan."""
    fill_by_keyboard(page)
    tab_to(page, "Show my plan")
    page.keyboard.press("Enter")
    answered(page)


def answered(page: Page) -> None:
    """Waits for the answer to what was asked last."""
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=START_LIMIT_MS)


def focused(page: Page, selector: str) -> bool:
    """Tells whether the focus stands on that element or inside it."""
    return bool(page.evaluate("(selector) => document.activeElement.closest(selector) !== null", selector))


def test_the_whole_story_by_keyboard_alone(planner: Page):
    """Fill, plan, read the reason, save the file, tell of a rejection, see the plan change, take it back."""
    plan_by_keyboard(planner)
    assert focused(planner, "[data-part=answer]")
    following = planner.locator(".next")
    expect(following).to_contain_text("Thank Dana Ruiz")
    expect(following).to_contain_text("Friday 8 January 2027, 09:00 in New York (14:00 for you)")

    tab_to(planner, "Why these dates")
    planner.keyboard.press("Enter")
    expect(planner.locator(".reasons").first).to_contain_text("the career blog", ignore_case=True)

    tab_to(planner, "Calendar file")
    with planner.expect_download() as download:
        planner.keyboard.press("Enter")
    assert "follow-up-plan.ics" == download.value.suggested_filename
    assert Path(download.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")

    planner.keyboard.press("Shift+Tab")
    while not planner.evaluate("document.activeElement.innerText").startswith("They said no"):
        planner.keyboard.press("Shift+Tab")
    planner.keyboard.press("Enter")
    expect(following).to_contain_text("ask for feedback")
    assert focused(planner, "[data-part=undo]")
    assert "reply" == planner.get_by_label("What happened").input_value()

    tab_to(planner, "Undo")
    planner.keyboard.press("Enter")
    expect(following).to_contain_text("Thank Dana Ruiz")
    expect(planner.get_by_label("What happened")).to_have_count(0)


def test_problems_stand_beside_their_fields_and_lead_there(planner: Page):
    """The summary takes the focus; its links lead to the fields; an answer follows when all is right."""
    planner.get_by_label("Date of the interview").fill("")
    planner.get_by_label("Email address").fill("dana")
    planner.get_by_role("button", name="Show my plan").click()
    expect(planner.locator("followup-tool")).to_have_attribute("data-state", "problems", timeout=START_LIMIT_MS)
    assert focused(planner, "[data-part=summary]")
    expect(planner.locator("[data-part=summary] li")).to_have_count(2)
    planner.keyboard.press("Tab")
    planner.keyboard.press("Enter")
    assert focused(planner, "[name='rounds[0].date']")
    expect(planner.locator("[name='rounds[0].date']")).to_have_attribute("aria-invalid", "true")
    planner.get_by_label("Date of the interview").fill("2027-01-07")
    planner.get_by_label("Email address").fill("dana@example.com")
    planner.get_by_role("button", name="Show my plan").click()
    answered(planner)
    expect(planner.locator("[data-part=summary]")).to_be_hidden()
    expect(planner.locator("[aria-invalid]")).to_have_count(0)


def test_a_plan_from_before_says_so_while_there_is_a_problem(planner: Page):
    """It stays to be read, without the button that would act on it."""
    planner.set_viewport_size(PHONE)
    plan_by_keyboard(planner)
    expect(planner.locator(".of-before")).to_be_hidden()
    planner.locator("[name='rounds[0].date']").fill("")
    planner.get_by_role("button", name="Show my plan").click()
    expect(planner.locator(".of-before")).to_be_visible()
    expect(planner.locator(".next-again")).to_be_hidden()


def test_interviews_and_people_come_and_go_by_keyboard(planner: Page):
    """The focus goes to what was added, and to what took the place of what was removed."""
    tab_to(planner, "Add another person")
    planner.keyboard.press("Enter")
    assert focused(planner, "[name='rounds[0].interviewers[1].name']")
    planner.keyboard.type("Sam Lee")
    tab_to(planner, "Add another interview")
    planner.keyboard.press("Enter")
    assert focused(planner, "[name='rounds[1].format']")
    expect(planner.locator("[name='rounds[1].date']")).to_have_value("2027-01-08")
    expect(planner.get_by_role("group", name="Interview 2")).to_be_visible()
    planner.get_by_role("button", name="Remove person 1").first.press("Enter")
    expect(planner.locator("[name='rounds[0].interviewers[0].name']")).to_have_value("Sam Lee")
    assert focused(planner, "[name='rounds[0].interviewers[0].name']")
    planner.get_by_role("button", name="Remove interview 2").press("Enter")
    expect(planner.locator("[name='rounds[1].date']")).to_have_count(0)
    assert focused(planner, "[data-list=rounds] > [data-add-item]")


def test_a_question_that_depends_on_another_is_shown_when_asked(planner: Page):
    """The promised day is asked for when there is one."""
    expect(planner.locator("[name='promise.by']")).to_be_hidden()
    planner.get_by_label("Did they say when you will hear?").select_option("range")
    expect(planner.locator("[name='promise.by']")).to_be_visible()
    expect(planner.locator("[name='promise.from']")).to_be_visible()


def test_the_page_knows_today_and_the_readers_zone(planner: Page):
    """The reader's own country is offered first but not chosen for them."""
    expect(planner.get_by_label("Date of the interview")).to_have_value("2027-01-08")
    expect(planner.locator("[name=my_zone]")).to_have_value("Europe/London")
    expect(planner.locator("[name=country]")).to_have_value("")
    assert "GB" == planner.locator("[name=country] option").nth(1).get_attribute("value")


def test_a_region_is_offered_for_the_country_that_was_chosen(planner: Page):
    """Only the states of the United States."""
    planner.locator("[name=country]").select_option("US")
    words = planner.locator("[name=subdivision] option").all_text_contents()
    assert "California" in words
    assert "Bavaria" not in words


def test_reload_and_back_keep_what_was_typed(planner: Page, site_url: str):
    """The lists too, and the answer comes again by itself."""
    planner.get_by_label("Name", exact=True).fill("Dana Ruiz")
    planner.get_by_role("button", name="Add another person").click()
    planner.get_by_label("Name", exact=True).nth(1).fill("Sam Lee")
    planner.get_by_label("Time it ended").fill("15:00")
    planner.get_by_label("Date of the interview").fill("2027-01-07")
    planner.get_by_role("button", name="Show my plan").click()
    answered(planner)
    planner.reload()
    answered(planner)
    expect(planner.get_by_label("Name", exact=True).nth(1)).to_have_value("Sam Lee")
    planner.goto(f"{site_url}guide/")
    planner.go_back()
    expect(planner.get_by_label("Name", exact=True).nth(1)).to_have_value("Sam Lee")
    answered(planner)


def test_a_link_reproduces_the_case_without_names(planner: Page, context: BrowserContext, site_url: str):
    """Whoever opens it sees the dates; nobody's name is in it."""
    plan_by_keyboard(planner)
    planner.get_by_role("button", name="Copy a link").click()
    expect(planner.get_by_role("status")).to_contain_text("no names")
    link = planner.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site_url}tools/planner/#case=")
    other = context.browser.new_context(timezone_id="Europe/London").new_page()  # type: ignore[union-attr]  # it has one
    visit(other, site_url, link.partition("tools/planner/")[2])
    answered(other)
    expect(other.locator(".next")).to_contain_text("Friday 8 January 2027, 09:00 in New York")
    expect(other.get_by_label("Company")).to_have_value("")
    expect(other.get_by_label("Name", exact=True)).to_have_value("")
    assert "#" not in other.url
    other.context.close()


def test_a_link_can_set_one_answer(planner: Page, site_url: str):
    """The page on disagreements leads to the planner with another approach."""
    visit(planner, site_url, "#approach=primer")
    expect(planner.get_by_label("Approach")).to_have_value("primer")


def test_copied_text_is_the_plan(planner: Page):
    """Plain lines for a note or a mail."""
    plan_by_keyboard(planner)
    planner.get_by_role("button", name="Copy as text").click()
    expect(planner.get_by_role("status")).to_contain_text("Copied")
    assert "Friday 8 January 2027, 09:00" in planner.evaluate("navigator.clipboard.readText()")


def test_an_event_told_in_one_tap_can_be_changed(planner: Page):
    """The plan follows the changed moment without taking the focus."""
    plan_by_keyboard(planner)
    planner.locator(".next").get_by_role("button", name="I sent it").click()
    expect(planner.locator(".next")).to_contain_text("Check in with Dana Ruiz")
    when = planner.get_by_label("When", exact=True)
    expect(when).to_have_value("2027-01-08T00:00")
    when.fill("2027-01-07T23:00")
    when.blur()
    answered(planner)
    expect(planner.locator(".step--done")).to_have_count(1)


def test_without_python_there_is_a_message_and_a_way_on(context: BrowserContext, site_url: str):
    """A lost connection keeps what was typed; trying again works once it is back."""
    page = context.new_page()

    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/assets/runtime/**", refuse)
    visit(page, site_url)
    page.get_by_label("Company").fill("Acme")
    page.get_by_role("button", name="Show my plan").click()
    expect(page.locator("[data-part=failed]")).to_contain_text("did not arrive")
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "failed")
    assert focused(page, "[data-part=failed]")
    page.unroute("**/assets/runtime/**", refuse)
    page.get_by_role("button", name="Try again").click()
    answered(page)
    expect(page.locator("[data-part=failed]")).to_be_hidden()
    expect(page.get_by_label("Company")).to_have_value("Acme")


def test_without_webassembly_the_message_says_so(context: BrowserContext, site_url: str):
    """The guide is the way on."""
    page = context.new_page()
    page.add_init_script("delete globalThis.WebAssembly")
    visit(page, site_url)
    page.get_by_role("button", name="Show my plan").click()
    expect(page.locator("[data-part=failed]")).to_contain_text("WebAssembly")
    expect(page.get_by_role("link", name="Read the guide instead")).to_have_attribute("href", re.compile(r"/guide/$"))


def test_progress_is_shown_while_python_comes(context: BrowserContext, site_url: str):
    """What and how far, while the page stays usable."""
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
    page.get_by_role("button", name="Show my plan").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.locator("[data-part=loading]")).to_contain_text(re.compile(r"\b0 %"))
    page.get_by_label("Company").fill("Acme")
    is_open.set()
    for route in held:
        route.continue_()
    answered(page)
    expect(page.get_by_role("progressbar")).to_be_hidden()


def test_a_file_saves_and_loads_and_forgetting_forgets(planner: Page, tmp_path: Path):
    """A damaged file changes nothing."""
    plan_by_keyboard(planner)
    planner.get_by_text("Keep, save or forget").click()
    with planner.expect_download() as download:
        planner.get_by_role("button", name="Save as a file").click()
    saved = tmp_path / "interviews.json"
    download.value.save_as(saved)
    damaged = tmp_path / "damaged.json"
    damaged.write_text(saved.read_text()[:50])
    planner.get_by_label("Load a saved file").set_input_files(damaged)
    expect(planner.get_by_role("status")).to_contain_text("Nothing was changed")
    expect(planner.get_by_label("Company")).to_have_value("Acme")
    planner.get_by_role("button", name="Forget everything").click()
    expect(planner.get_by_label("Company")).to_have_value("")
    assert 0 == planner.evaluate("sessionStorage.length")
    planner.get_by_text("Keep, save or forget").click()
    planner.get_by_label("Load a saved file").set_input_files(saved)
    answered(planner)
    expect(planner.get_by_label("Company")).to_have_value("Acme")
    (kept,) = json.loads(saved.read_text())["cases"].values()
    assert "Acme" == kept["fields"]["company"]


def test_keeping_is_the_readers_choice(planner: Page, context: BrowserContext, site_url: str):
    """Nothing is in the browser's own storage before; a new tab finds it after."""
    planner.get_by_label("Company").fill("Acme")
    assert [] == interviews(planner, "browser")
    planner.get_by_text("Keep, save or forget").click()
    planner.get_by_label("Keep it in this browser").check()
    other = context.new_page()
    visit(other, site_url)
    expect(other.get_by_label("Company")).to_have_value("Acme")
    other.get_by_label("Company").fill("Other")
    planner.get_by_label("Company").fill("Mine")
    expect(planner.locator("[data-part=conflict]")).to_be_visible()
    planner.get_by_role("button", name="Take what the other tab kept").click()
    expect(planner.get_by_label("Company")).to_have_value("Other")


def test_a_phone_shows_all_without_sideways_scrolling(planner: Page):
    """Everything to press is large enough for a thumb."""
    planner.set_viewport_size(PHONE)
    plan_by_keyboard(planner)
    assert PHONE["width"] == planner.evaluate("document.documentElement.scrollWidth")
    small = planner.evaluate(
        """[...document.querySelectorAll("followup-tool :is(button, select, summary, input, a.md-button)")]
           .filter((one) => one.type !== "checkbox" && one.checkVisibility())
           .filter((one) => one.getBoundingClientRect().height < 43.9).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert [] == small


def test_without_a_script_the_page_still_reads(chromium: Browser, site_url: str):
    """The form stands there, a sentence says what is missing, and the worked example answers."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}tools/planner/")
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    expect(page.get_by_label("Date of the interview")).to_be_visible()
    expect(page.locator(".example")).to_contain_text("Thank Dana Ruiz")
    context.close()

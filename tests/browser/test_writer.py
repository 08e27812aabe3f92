"""The writer and the checker in a real browser: the letter grows, and the way from plan to letter to draft holds."""

import email
import email.policy
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept import storages
from playwright.sync_api import Browser, Locator, Page, expect
from telling import show, tell

from followup_site.bench import typing

pytestmark = pytest.mark.browser
PATIENCE_MS = 60_000
# Who goes through the list of gaps has unfolded it.
UNFOLDED = """addEventListener("DOMContentLoaded", () => {
    for (const fold of document.querySelectorAll(".which__other > details, .which__gaps > details")) fold.open = true;
})"""
# The fold of the tool; the page speaks of it too.
WORDS = "followup-tool >> text='Change the words'"
# What the rest stands on is told in Firefox too; its driver hears of no download, so no story that ends in a file.
IN_BOTH = pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Browser:
    """Gives Chromium, or the browser that a test asks for."""
    opened = request.getfixturevalue(getattr(request, "param", "chromium"))
    assert isinstance(opened, Browser)
    return opened


@pytest.fixture
def page(engine: Browser) -> Iterator[Page]:
    """A phone in London that blocks service workers, so that one test cannot feed another."""
    context = engine.new_context(
        viewport={"width": 390, "height": 844}, timezone_id="Europe/London", service_workers="block"
    )
    opened = context.new_page()
    opened.add_init_script(UNFOLDED)
    opened.clock.set_fixed_time("2027-01-07T15:00:00Z")
    opened.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    yield opened
    context.close()


@IN_BOTH
def test_the_letter_grows_while_it_is_typed(page: Page, site_url: str) -> None:
    """Without a submit, and the missing blanks stay marked."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.first_name']", "Dana")
    page.fill("[name='blanks.detail']", "the late lorries")
    body = page.locator("#writer-letter-text")
    expect(body).to_contain_text("Hi Dana,")
    expect(body).to_contain_text("the late lorries")
    expect(page.locator("[data-part='answer'] .fill").first).to_be_visible()


TYPE_FAST = """(field, words) => {
    for (const letter of words) {
        field.value += letter;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
}"""


def test_every_key_is_in_the_letter_and_a_half_typed_address_is_no_mistake(page: Page, site_url: str) -> None:
    """However fast the keys come; only who stops in the middle is told."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.first_name']", "Dana")
    tool = page.locator("followup-tool[name='writer']")
    expect(tool).to_have_attribute("data-state", "answered")
    page.locator("[name='blanks.detail']").press_sequentially("the late lorries")
    expect(page.locator("#writer-letter-text")).to_contain_text("the late lorries")
    seen = tool.evaluate_handle("""(tool) => {
        const seen = new Set();
        new MutationObserver(() => seen.add(tool.dataset.state)).observe(tool, { attributeFilter: ["data-state"] });
        return seen;
    }""")
    address = page.locator("[name='address']")
    address.evaluate("(field) => { field.closest('details').open = true; }")
    address.evaluate(TYPE_FAST, "dana@example.com")
    expect(page.locator("[data-part='answer'] [href^='mailto:']").first).to_have_attribute(
        "href", re.compile("dana(@|%40)example.com")
    )
    assert "problems" not in seen.evaluate("(seen) => [...seen]")
    address.fill("dana@")
    expect(tool).to_have_attribute("data-state", "problems")
    expect(page.locator("[data-problem-of='address']")).to_contain_text("Enter an email address")


def tell_interview(page: Page, site_url: str) -> None:
    """Tells the planner of an interview with Dana Ruiz in New York."""
    page.goto(f"{site_url}tools/planner/")
    told = {"company": "Acme", "role": "Data Analyst", "rounds[0].interviewers[0].name": "Dana Ruiz"}
    tell(page, {**told, "rounds[0].zone": "America/New_York"})


def asked(page: Page) -> set[str]:
    """Gives the names of the blanks that the form asks."""
    names: list[str] = page.locator("[data-asked]:not([hidden])").evaluate_all(
        "all => all.map((one) => one.dataset.asked)"
    )
    return {name.removeprefix("blanks.") for name in names}


def test_the_form_asks_the_blanks_of_the_letter_and_its_variant(page: Page, site_url: str) -> None:
    """A sensible set at first, then what the answer asks; a word that another variant wants is not lost."""
    page.goto(f"{site_url}tools/writer/")
    expect(page.locator("[name='blanks.detail']")).to_be_visible()
    assert {"first_name", "company", "role", "interview_date", "detail", "fit", "my_name", "my_phone"} == asked(page)
    page.check("[name='several']")
    expect(page.locator("[name='blanks.others']")).to_be_visible()
    page.fill("[name='blanks.others']", "Tom Berg")
    page.select_option("[name='letter']", "stay-in-touch")
    expect(page.locator("[name='blanks.field']")).to_be_visible()
    expect(page.locator("[name='blanks.others']")).to_be_hidden()
    page.reload()
    page.select_option("[name='letter']", "thank-you-onsite")
    expect(page.locator("[name='blanks.others']")).to_have_value("Tom Berg")
    expect(page.locator("#writer-letter-text")).to_contain_text("with Tom Berg")


def test_beside_a_blank_stands_whether_the_letter_needs_it(page: Page, site_url: str) -> None:
    """The same blank may be needed in one letter and stay empty in another."""
    page.goto(f"{site_url}tools/writer/")
    phone = page.locator("#writer-blanks-my_phone-status")
    expect(phone).to_have_text("You can leave it empty.", use_inner_text=True)
    page.select_option("[name='letter']", "voicemail")
    expect(phone).to_have_text("Needed for this letter.", use_inner_text=True)


def words_unfolded(page: Page, address: str) -> Locator:
    """Writes to Dana and unfolds what changes the words; gives the letter."""
    page.goto(address)
    page.fill("[name='blanks.first_name']", "Dana")
    body = page.locator("#writer-letter-text")
    expect(body).to_contain_text("Hi Dana,")
    page.locator(WORDS).click()
    return body


@pytest.mark.firefox_at_night
@IN_BOTH
def test_own_words_open_the_text_and_survive_a_reload(page: Page, site_url: str) -> None:
    """The fold opens, the focus is in the text, and what is typed there is the letter from then on."""
    body = words_unfolded(page, f"{site_url}tools/writer/")
    page.get_by_role("button", name="Put it in your own words").click()
    text = page.locator("[name='text']")
    expect(text).to_be_visible()
    expect(text).to_be_focused()
    text.press("ControlOrMeta+End")
    text.type("\nPS: see you.")
    expect(body).to_contain_text("PS: see you.")
    page.reload()
    expect(body).to_contain_text("PS: see you.")
    expect(text).to_have_value(re.compile(r"Hi Dana,[\s\S]*PS: see you\."))


def test_own_words_that_gave_way_to_the_letter_come_back(page: Page, site_url: str) -> None:
    """A press on a button empties the text, and Undo gives what stood there."""
    body = words_unfolded(page, f"{site_url}tools/writer/")
    page.get_by_role("button", name="Put it in your own words").click()
    text = page.locator("[name='text']")
    expect(text).to_be_focused()
    expect(page.locator("[data-part='undone'] li")).to_have_count(0)
    text.fill("Hi Dana,\n\nan hour of my own words.")
    expect(body).to_contain_text("my own words")
    page.get_by_role("button", name="Go back to the letter").click()
    expect(text).to_have_value("")
    expect(body).not_to_contain_text("my own words")
    page.locator("[data-part='undone']").get_by_role("button", name="Undo").click()
    expect(text).to_have_value("Hi Dana,\n\nan hour of my own words.")
    expect(body).to_contain_text("my own words")
    page.reload()
    expect(text).to_have_value("Hi Dana,\n\nan hour of my own words.")


def test_own_words_are_kept_for_the_next_person_and_go_where_the_interviews_go(page: Page, site_url: str) -> None:
    """With the next one's name in them; Undo, keeping and forgetting hold for them as for an interview."""
    body = words_unfolded(page, f"{site_url}tools/writer/#letter=thank-you-onsite")
    first_name = page.locator("[name='blanks.first_name']")
    page.get_by_role("button", name="Put it in your own words").click()
    page.locator("[name='text']").fill("Dear Dana,\n\nwhat a fine depot.\n\nSam Lee")
    expect(body).to_contain_text("what a fine depot")
    page.get_by_role("button", name="Keep these words for the next person").click()
    expect(page.locator("[data-part='undone'] li").first).to_contain_text("Kept your words")
    page.get_by_role("button", name="Go back to the letter").click()
    expect(page.locator("[data-part='answer']")).to_contain_text("the words that you kept for this letter")
    first_name.fill("Tom")
    expect(body).to_contain_text("Dear Tom,")
    expect(body).to_contain_text("what a fine depot")
    page.locator("followup-tool [data-keep]").first.evaluate("(one) => one.click()")
    words = "followup:2:wording:thank-you-onsite"
    assert [words in one for one in (storages(page)["tab"], storages(page)["browser"])] == [False, True]
    page.reload()
    expect(body).to_contain_text("what a fine depot")
    page.locator(WORDS).click()
    page.get_by_role("button", name="Go back to our words").click()
    expect(body).not_to_contain_text("what a fine depot")
    assert words not in storages(page)["browser"]
    page.locator("[data-part='undone'] li", has_text="in our words").get_by_role("button", name="Undo").click()
    expect(body).to_contain_text("what a fine depot")
    with page.expect_navigation():
        page.locator("followup-tool [data-forget]").first.evaluate("(one) => one.click()")
    assert words not in {**storages(page)["tab"], **storages(page)["browser"]}


def test_what_a_link_replaced_comes_back_and_then_what_was_typed_since(page: Page, site_url: str) -> None:
    """Each Undo gives what stood there at that moment."""
    page.goto(f"{site_url}tools/checker/")
    draft = page.locator("[name='draft']")
    draft.fill("Mine")
    page.evaluate("() => { location.hash = 'draft=Theirs' }")
    expect(draft).to_have_value("Theirs")
    draft.fill("Theirs, and more")
    undone = page.locator("[data-part='undone'] li")
    undone.filter(has_text="The link took").get_by_role("button", name="Undo").click()
    expect(draft).to_have_value("Mine")
    undone.filter(has_text="Brought back").get_by_role("button", name="Undo").click()
    expect(draft).to_have_value("Theirs, and more")
    undone.filter(has_text="The link took").get_by_role("button", name="Undo").wait_for(state="detached")


def test_a_letter_kept_to_compare_can_be_taken_back(page: Page, site_url: str) -> None:
    """What was typed since stays, and the words beside Undo are the writer's own."""
    words_unfolded(page, f"{site_url}tools/writer/")
    page.get_by_role("button", name="Keep it to compare").click()
    expect(page.locator("[data-part='undo']")).to_contain_text("Kept under “Letters to the others”")
    page.fill("[name='blanks.first_name']", "Tom")
    expect(page.locator(".letter__alike")).to_contain_text("the same as the letter to Dana")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".letter__alike")).to_have_count(0)
    expect(page.locator("[name='blanks.first_name']")).to_have_value("Tom")


@IN_BOTH
def test_what_is_typed_stays_text_in_the_letter(page: Page, site_url: str) -> None:
    """Neither markup nor a template comes alive."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.detail']", "<b>bold</b> {{ 7*7 }}")
    body = page.locator("#writer-letter-text")
    expect(body).to_contain_text("<b>bold</b> {{ 7*7 }}")
    expect(body.locator("b")).to_have_count(0)


def test_the_way_leads_from_the_plan_to_the_letter_to_the_file(page: Page, site_url: str, tmp_path: Path) -> None:
    """What was typed once is there: the plan's step fills the letter, and the draft file can be read."""
    tell_interview(page, site_url)
    show(page)
    page.locator(".answer > .plan .next").get_by_role("link", name="and send").click()
    # The worked example names the same people: only an answer carries files.
    expect(page.locator("followup-tool[name='writer']")).to_have_attribute("data-state", "answered")
    expect(page.locator("#writer-letter-text")).to_contain_text("Data Analyst role at Acme")
    with page.expect_download() as saved:
        page.get_by_text("Copy a part, or save a draft").click()
        page.locator("[data-file$='.eml']").click()
    target = tmp_path / "draft.eml"
    saved.value.save_as(target)
    message = email.message_from_bytes(target.read_bytes(), policy=email.policy.default)
    assert ("1", True) == (message["X-Unsent"], "Hi Dana," in message.get_content())


def test_the_letter_is_printed_alone(page: Page, site_url: str) -> None:
    """One sheet, without what the page says about it."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.first_name']", "Dana")
    expect(page.locator("#writer-letter-text")).to_contain_text("Hi Dana,")
    page.emulate_media(media="print")
    expect(page.locator(".letter__body").first).to_be_visible()
    for other in (".which", ".letter__findings", ".letter__limits", "h1"):
        expect(page.locator(other).first).to_be_hidden()
    # Chromium writes one such line for each sheet of paper.
    assert 1 == page.pdf(format="A4").count(b"/Type /Page\n")


@IN_BOTH
def test_the_reader_s_own_name_is_told_once_for_all_tools(page: Page, site_url: str) -> None:
    """Typed for a letter it is there for the call; changed there it is changed here; forgotten it is gone."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.my_name']", "Sam Lee")
    page.goto(f"{site_url}tools/call-sheet/")
    expect(page.locator("[name='my_name']")).to_have_value("Sam Lee")
    page.fill("[name='my_name']", "Samira Lee")
    page.goto(f"{site_url}tools/writer/")
    expect(page.locator("[name='blanks.my_name']")).to_have_value("Samira Lee")
    page.locator(".keeping summary").click()
    page.locator("[data-forget]").click()
    expect(page.locator("[name='blanks.my_name']")).to_have_value("")


def test_the_way_leads_on_through_checker_and_call_to_the_calendar(page: Page, site_url: str, tmp_path: Path) -> None:
    """The checker holds the draft against the case, a call is noted in the plan, and the calendar has every step."""
    tell_interview(page, site_url)
    tell(page, {"rounds[0].date": "2027-01-06", "rounds[0].ends": "15:00"})
    show(page)
    # The worked example has such a link too.
    expect(page.locator("followup-tool[name='planner']")).to_have_attribute("data-state", "answered")
    page.locator(".answer > .plan .next").get_by_role("link", name="and send").click()
    expect(page.locator("followup-tool[name='writer']")).to_have_attribute("data-state", "answered")
    expect(page.locator("[data-known-of='blanks.role']")).to_have_text("From your interview: Data Analyst")
    letter = page.locator("#writer-letter-text").text_content() or ""
    page.goto(f"{site_url}tools/checker/")
    page.fill("[name='draft']", letter.replace("Data Analyst", "Data Scientist").replace("Dana", "Dona"))
    page.get_by_role("button", name="Check the draft").click()
    answer = page.locator("[data-part='answer']")
    expect(answer.locator("mark", has_text="Data Scientist")).to_be_visible()
    expect(answer.locator("mark", has_text="Dona")).to_be_visible()
    page.goto(f"{site_url}tools/call-sheet/")
    page.get_by_role("button", name="Show my call sheet").click()
    page.get_by_role("button", name="No answer").click()
    expect(page.locator("[data-part='undo']")).to_contain_text("Noted")
    page.goto(f"{site_url}tools/planner/")
    expect(page.locator("[name='events[0].outcome']")).to_have_value("no-answer")
    expect(page.locator("followup-tool[name='planner']")).to_have_attribute("data-state", "answered")
    with page.expect_download() as saved:
        page.get_by_text("Take it along").click()
        page.locator("[data-file$='.ics']").first.click()
    target = tmp_path / "plan.ics"
    saved.value.save_as(target)
    assert "SUMMARY:Thank Dana Ruiz (Acme)" in target.read_text(encoding="utf-8")


@IN_BOTH
def test_a_draft_is_checked_and_its_words_are_marked(page: Page, site_url: str) -> None:
    """A blank that was left and a word that presses."""
    page.goto(f"{site_url}tools/checker/")
    page.fill("[name='draft']", "Dear [First Name],\n\nThank you for your time. I need an answer ASAP.\n\nSam Lee")
    page.get_by_role("button", name="Check the draft").click()
    answer = page.locator("[data-part='answer']")
    expect(answer.locator("mark", has_text="[First Name]").first).to_be_visible()
    expect(answer.locator("mark", has_text="ASAP").first).to_be_visible()
    expect(answer).to_contain_text("Warning")


def test_a_gap_is_filled_where_it_stands(page: Page, site_url: str) -> None:
    """The field keeps the focus from key to key, and the form hears of it."""
    page.goto(f"{site_url}tools/writer/")
    # The example greets Dana, so another name tells that the letter is the reader's own.
    page.fill("[name='blanks.first_name']", "Kim")
    expect(page.locator("#writer-letter-text")).to_contain_text("Hi Kim,")
    page.locator("#fill-detail").press_sequentially("how you test each forecast")
    expect(page.locator("#fill-detail")).to_be_focused()
    expect(page.locator("#writer-letter-text")).to_contain_text("how you test each forecast")
    expect(page.locator("[name='blanks.detail']")).to_have_value("how you test each forecast")
    expect(page.locator(".letter__missing")).not_to_contain_text("one thing you talked about")


def test_the_letter_alone_stands_on_paper(page: Page, site_url: str) -> None:
    """And it does stand there: the answer lies within the form, which paper leaves out."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.first_name']", "Kim")
    expect(page.locator("#writer-letter-text")).to_contain_text("Hi Kim,")
    page.emulate_media(media="print")
    expect(page.locator(".letter__paper")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator("[name='blanks.first_name']")).to_be_hidden()


def test_the_link_of_an_open_gap_leads_to_it(page: Page, site_url: str) -> None:
    """Whoever is told of a gap gets there by one tap."""
    page.goto(f"{site_url}tools/writer/")
    page.fill("[name='blanks.first_name']", "Kim")
    expect(page.locator("#writer-letter-text")).to_contain_text("Hi Kim,")
    page.locator("#fill-detail").press_sequentially("how you test each forecast")
    page.evaluate("document.querySelector('followup-tool').dataset.same = 'yes'")
    page.get_by_role("link", name="your name").click()
    expect(page.locator("#fill-my_name")).to_be_focused(timeout=5_000)
    # It stays there: the page is not built anew a moment later.
    page.wait_for_timeout(1000)
    expect(page.locator("followup-tool[data-same] #fill-my_name")).to_be_focused(timeout=5_000)


def test_a_finding_is_mended_by_one_tap_and_taken_back(page: Page, site_url: str) -> None:
    """The draft and the counts follow both ways, an astral letter before it included."""
    draft = "Hi Dana 😀,\n\nThank you for the tour of the the depot. I need an answer ASAP.\n\nBest,\nSam Lee"
    page.goto(f"{site_url}tools/checker/")
    page.fill("[name='draft']", draft)
    page.get_by_role("button", name="Check the draft").click()
    answer = page.locator("[data-part='answer']")
    words = answer.locator(".check__counts li", has_text="word").locator("strong")
    expect(words).to_have_text("14")
    answer.get_by_role("button", name="Write “the”").click()
    expect(words).to_have_text("13")
    expect(page.locator("[name='draft']")).to_have_value(draft.replace("the the", "the"))
    answer.get_by_role("button", name="Write “I would be glad to hear when you know more.”").first.click()
    expect(answer).not_to_contain_text("ASAP")
    page.locator("[data-part='undone'] li", has_text="the the").get_by_role("button", name="Undo").click()
    expect(page.locator("[name='draft']")).to_have_value(
        draft.replace("I need an answer ASAP.", "I would be glad to hear when you know more.")
    )
    page.locator("[data-part='undone']").get_by_role("button", name="Undo").click()
    expect(page.locator("[name='draft']")).to_have_value(draft)
    expect(words).to_have_text("14")


@pytest.mark.parametrize("is_last_first", [True, False], ids=["last first", "first first"])
def test_every_change_is_taken_and_taken_back_whatever_was_written_since(
    page: Page, site_url: str, *, is_last_first: bool
) -> None:
    """Findings that overlap and words of one letter included; what was written by hand stays."""
    draft = (
        "Dear Sirs,\n\nThank you for the tour of the the depot. I still haven't heard back from you, and I need an"
        " answer ASAP!! Is there any news??\n\nI look forward to hear from you . What a waste of my time.\n\n"
        "Best,\nSam Lee"
    )
    page.goto(f"{site_url}tools/checker/")
    page.fill("[name='draft']", draft)
    page.get_by_role("button", name="Check the draft").click()
    answer = page.locator("[data-part='answer']")
    words = answer.locator(".check__counts li", has_text="word").locator("strong")
    expect(words).to_have_text("39")
    offered = answer.locator("[data-mend]")
    while count := offered.count():
        offered.first.click()
        expect(offered).not_to_have_count(count)
    own = page.locator("[name='draft']")
    own.fill(own.input_value().replace("Hello,", "Hello Dana,"))
    own.fill(own.input_value().replace("Best,", "With best wishes,"))
    undo = page.locator("[data-part='undone']").get_by_role("button", name="Undo")
    while count := undo.count():
        (undo.first if is_last_first else undo.last).click()
        expect(undo).to_have_count(count - 1)
    expect(own).to_have_value(re.compile("^(?!.*Hello)", re.DOTALL))
    text = own.input_value()
    assert text.partition("\n\n")[2].replace("With best wishes,", "Best,") == draft.partition("\n\n")[2]
    expect(words).to_have_text("39")


def test_the_bench_finds_the_field_that_it_types_into(page: Page, site_url: str) -> None:
    """Each key of it gives a new letter."""
    page.goto(f"{site_url}tools/writer/#letter={typing.LETTER}")
    page.locator(f"{typing.WRITER}[data-state=answered]").wait_for(timeout=PATIENCE_MS)
    assert 3 == len(page.evaluate(typing.TYPE, "how"))
    expect(page.locator("#writer-letter-text")).to_contain_text("how")


def test_the_writer_begins_with_the_moment_and_then_with_the_letter(chromium: Browser, site_url: str) -> None:
    """One tap on a phone gives the letter in sight; its gaps are filled where they stand, and the lists lie folded."""
    context = chromium.new_context(viewport={"width": 390, "height": 664}, service_workers="block")
    context.set_default_timeout(PATIENCE_MS)
    phone = context.new_page()
    phone.goto(f"{site_url}tools/writer/")
    phone.get_by_role("link", name="Ask how things stand when they named no day").click()
    expect(phone.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=PATIENCE_MS)
    expect(phone.locator(".letter__paper")).to_be_in_viewport()
    expect(phone.locator(".which__moments")).to_be_hidden()
    expect(phone.locator("[name='blanks.my_name']")).to_be_hidden()
    phone.locator("#fill-my_name").fill("Sam Lee")
    expect(phone.locator("#writer-letter-text")).to_contain_text("Sam Lee")
    phone.get_by_text("Another letter, or another tone").click()
    phone.select_option("[name='letter']", "stay-in-touch")
    expect(phone.locator("#writer-title")).to_contain_text("Stay in touch", ignore_case=True)
    context.close()

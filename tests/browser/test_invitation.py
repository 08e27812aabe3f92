"""Starts from an invitation in the browser: read, checked, planned, and nothing of it leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parents[1] / "invitations"
START_LIMIT_MS = 60_000


@pytest.fixture
def page_here(chromium: Browser, site_url: str) -> Iterator[Page]:
    """Gives a page of a reader in New York; nothing may leave it for another host."""
    context = chromium.new_context(
        timezone_id="America/New_York", locale="en-US", viewport={"width": 390, "height": 844}, service_workers="block"
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    left: list[str] = []
    page.on("request", lambda one: None if one.url.startswith((site_url, "blob:", "data:")) else left.append(one.url))
    yield page
    assert [] == left
    context.close()


def choose(page: Page, name: str) -> None:
    """Chooses a sample and waits for what was read."""
    page.get_by_label("Choose the file").set_input_files(SAMPLES / name)
    expect(page.get_by_text("This is what we read")).to_be_visible(timeout=START_LIMIT_MS)


@pytest.mark.parametrize("where", ["", "tools/planner/", "tools/invitation/"])
def test_an_invitation_opens_its_plan(where: str, page_here: Page, site_url: str) -> None:
    """From the first page, the planner and its own page; the form holds what was read."""
    page_here.goto(f"{site_url}{where}")
    page_here.locator("followup-invitation").wait_for()
    if not page_here.get_by_label("Choose the file").is_visible():
        page_here.get_by_text("Have the invitation?").click()
    choose(page_here, "04-google-request-tzid.ics")
    expect(page_here.locator("followup-invitation .file__name")).to_have_text("04-google-request-tzid.ics")
    page_here.locator("followup-invitation").get_by_role("button", name="Show me what to do").click()
    page_here.wait_for_url("**/tools/planner/**")
    expect(page_here.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=START_LIMIT_MS)
    held = {"date": "2027-01-07", "ends": "15:00", "zone": "America/New_York", "interviewers[0].name": "Dana Ruiz"}
    for key, value in held.items():
        expect(page_here.locator(f'followup-tool form [name="rounds[0].{key}"]').first).to_have_value(value)
    expect(page_here.locator("followup-tool form [name=country]")).to_have_value("US")


def test_what_is_unsure_stands_open_and_can_be_changed(page_here: Page, site_url: str) -> None:
    """The zone of four countries; somebody who was not there; a role that was proposed."""
    page_here.goto(f"{site_url}tools/invitation/")
    choose(page_here, "01-exchange-request-language.ics")
    read = page_here.locator("followup-invitation .read")
    zone = read.get_by_label("Their time zone")
    expect(zone).to_be_visible()
    zone.fill("Europe/Brussels")
    read.get_by_label("Role").fill("Developer")
    read.get_by_label("Was not there").check()
    read.get_by_label("How it was held").select_option("phone")
    read.get_by_role("button", name="Show me what to do").click()
    page_here.wait_for_url("**/tools/planner/**")
    form = page_here.locator("followup-tool form")
    expect(form.locator('[name="rounds[0].zone"]')).to_have_value("Europe/Brussels", timeout=START_LIMIT_MS)
    expect(form.locator("[name=role]")).to_have_value("Developer")
    expect(form.locator('[name="rounds[0].interviewers[0].name"]')).to_have_count(0)


def test_pasted_words_are_read_and_what_says_nothing_is_told_in_a_sentence(page_here: Page, site_url: str) -> None:
    """The same by paste."""
    page_here.goto(f"{site_url}tools/invitation/")
    page_here.get_by_text("Paste its text instead").click()
    text = page_here.get_by_label("The text of the email")
    text.fill("Nothing to see here.")
    page_here.get_by_role("button", name="Read it").click()
    expect(page_here.get_by_text("No day of an interview was found")).to_be_visible(timeout=START_LIMIT_MS)
    text.fill("We would like to meet you on Thursday, January 14 at 2 pm - 3:30 pm ET. You will meet Dana Ruiz.")
    page_here.get_by_role("button", name="Read it").click()
    expect(page_here.locator(".read")).to_contain_text("2:00 pm to 3:30 pm")
    expect(page_here.get_by_text("No day of an interview was found")).to_be_hidden()


# A file of the page's own making: sent by the driver it would take a while.
CHOOSE_LARGE = """(input) => {
  const { files, items } = new DataTransfer();
  items.add(new File(["x".repeat(20_000_001)], "all.eml"));
  input.files = files;
  input.dispatchEvent(new Event("change"));
}"""


def test_a_file_too_large_is_told_so_and_not_read(page_here: Page, site_url: str) -> None:
    """No answer that speaks of an empty text, and the next file is read."""
    page_here.goto(f"{site_url}tools/invitation/")
    page_here.get_by_label("Choose the file").evaluate(CHOOSE_LARGE)
    told = page_here.get_by_text("This file is too large for an invitation")
    expect(told).to_be_visible()
    choose(page_here, "04-google-request-tzid.ics")
    expect(told).to_be_hidden()


DROP = """(place) => {
  Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("", "NotFoundError"));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], "folder"));
  place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def test_a_folder_that_is_dropped_is_told_as_unreadable(page_here: Page, site_url: str) -> None:
    """A browser gives it as a file whose content cannot be had."""
    page_here.goto(f"{site_url}tools/invitation/")
    page_here.locator("followup-invitation [data-part=drop]").evaluate(DROP)
    expect(page_here.get_by_text("It could not be read here")).to_be_visible()
    expect(page_here.locator("followup-invitation [data-part=busy]")).to_be_hidden()


def test_an_older_file_that_fails_late_does_not_hide_the_answer_to_the_newer(page_here: Page, site_url: str) -> None:
    """What was chosen last is answered."""
    page_here.goto(f"{site_url}tools/invitation/")
    page_here.evaluate("""() => {
        const read = Blob.prototype.arrayBuffer;
        Blob.prototype.arrayBuffer = () => {
            Blob.prototype.arrayBuffer = read;
            return new Promise((_, fail) => { window.failLate = () => fail(new Error("the stick was pulled out")); });
        };
    }""")
    page_here.get_by_label("Choose the file").set_input_files(SAMPLES / "01-exchange-request-language.ics")
    choose(page_here, "04-google-request-tzid.ics")
    page_here.evaluate("() => { window.failLate(); return new Promise((go) => setTimeout(go)); }")
    expect(page_here.get_by_text("It could not be read here")).to_be_hidden()
    expect(page_here.get_by_text("This is what we read")).to_be_visible()


def test_forgetting_everything_forgets_a_shared_invitation(page_here: Page, site_url: str) -> None:
    """One that was shared and never taken, as when the page was closed too soon."""
    page_here.goto(f"{site_url}tools/planner/")
    expect(page_here.locator("followup-tool:defined")).to_be_visible()
    where = f"{site_url}received-invitation"
    page_here.evaluate("(at) => caches.open(at).then((one) => one.put(at, new Response('BEGIN')))", where)
    with page_here.expect_navigation():
        page_here.locator("followup-tool [data-forget]").first.evaluate("(one) => one.click()")
    # Its new page may be still on its way, and what is asked of the old one is lost.
    page_here.wait_for_function("async () => (await caches.keys()).length === 0")


SHARE = """([action, text]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", enctype: "multipart/form-data" });
  form.action = action;
  const file = Object.assign(document.createElement("input"), { type: "file", name: "file" });
  const held = new DataTransfer();
  held.items.add(new File([text], "invitation.ics", { type: "text/calendar" }));
  file.files = held.files;
  form.append(file);
  document.body.append(form);
  form.submit();
}"""


def test_an_invitation_shared_from_the_device_is_read_and_sent_nowhere(chromium: Browser, site_url: str) -> None:
    """The service worker answers what would be sent, as the device's share sheet does it."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site_url}tools/invitation/")
    page.evaluate("navigator.serviceWorker.ready.then(() => new Promise((go) => setTimeout(go, 500)))")
    # The site's own policy lets no page of it send a form; a device's share sheet is no page.
    page.goto("about:blank")
    text = (SAMPLES / "04-google-request-tzid.ics").read_text(encoding="utf-8")
    page.evaluate(SHARE, [f"{site_url}tools/invitation/", text])
    expect(page.get_by_text("This is what we read")).to_be_visible(timeout=START_LIMIT_MS)
    assert page.url == f"{site_url}tools/invitation/"
    assert not page.evaluate("caches.keys().then((names) => names.some((name) => name.includes('received')))")
    context.close()

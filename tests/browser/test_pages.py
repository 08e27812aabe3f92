"""Every page, as it is built, can be read, reached and used by everybody."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from alike import looked_at
from axe import Faults, faults_of
from complaints import complaints_of
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("FOLLOWUP_SITE", ROOT / "site"))
PAGES = sorted(page.relative_to(SITE).as_posix().removesuffix("index.html") for page in SITE.rglob("*.html"))

OPENED = looked_at(PAGES)
WIDTHS = (390, 1280)
TAP = 44
# What somebody presses with a thumb; links inside a sentence are as high as their line.
TO_PRESS = (
    "button, .md-button, summary, .site-nav a, .footer-links a, .now a, select, textarea, "
    "input:not([type=radio], [type=checkbox])"
)
SIZES = """all => all.map(e => {
  const box = e.getBoundingClientRect();
  return [e.outerHTML.slice(0, 90), box.width, box.height];
})"""
FOCUS = """() => {
  const at = document.activeElement;
  const shown = at.matches(".md-option") ? at.nextElementSibling : at;
  const style = getComputedStyle(shown);
  return { tag: at.tagName, ring: parseFloat(style.outlineWidth), drawn: style.outlineStyle !== "none" };
}"""


class Seen(NamedTuple):
    """What is seen of a page that is loaded once.

    Its width and the levels of its headings at 320 by 256, a desktop screen at 400 %; what it complained of; and what
    axe-core finds wrong, by width and palette.
    """

    width: int
    levels: list[int]
    complaints: list[str]
    faults: Faults


@pytest.fixture(scope="module")
def screen(chromium: Browser) -> Iterator[Page]:
    """Gives a page that all pages of the site are opened in, one after another."""
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def complaints(screen: Page, site_url: str) -> list[str]:
    """Gives what the page complains of, as it comes."""
    return complaints_of(screen, site_url)


@pytest.fixture(scope="module", params=OPENED, ids=lambda path: path or "home")
def seen(request: pytest.FixtureRequest, screen: Page, site_url: str, complaints: list[str]) -> Seen:
    """Gives what is seen of each page that is opened, in turn."""
    complaints.clear()
    screen.emulate_media(color_scheme="light")
    screen.set_viewport_size({"width": 320, "height": 256})
    screen.goto(site_url + request.param)
    headings = screen.locator("main :is(h1, h2, h3, h4, h5, h6)")
    levels = headings.evaluate_all("all => all.map(h => Number(h.tagName[1]))")
    width, heard = screen.evaluate("document.documentElement.scrollWidth"), [*complaints]
    return Seen(width, levels, heard, faults_of(screen, *WIDTHS))


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """Gives a fresh page as wide as a phone."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_page_has_no_fault_that_axe_can_find(seen: Seen) -> None:
    """Zero violations on a phone and at a desk, and of light and dark at the desk; by night of all four."""
    assert {} == seen.faults


def test_page_never_scrolls_sideways(seen: Seen) -> None:
    """At 320 px, which is also 400 % of a desktop screen, nothing reaches over the edge."""
    assert 320 >= seen.width


def test_page_breaks_no_policy(seen: Seen) -> None:
    """It loads without a word in the console, and asks no other host for anything."""
    assert [] == seen.complaints


def test_headings_stand_in_order(seen: Seen) -> None:
    """One first heading, and no level is left out below it."""
    levels = seen.levels
    assert 1 == levels.count(1)
    assert [] == [(above, below) for above, below in zip([0, *levels], levels, strict=False) if below > above + 1]


@pytest.mark.parametrize("path", PAGES)
def test_markup_holds_no_style_and_no_handler(site: Path, path: str) -> None:
    """The site's policy would refuse both."""
    page = site / path / "index.html" if path.endswith("/") or not path else site / path
    assert [] == re.findall(r'<[^>]+\s(?:style|on[a-z]+)="[^"]*"', page.read_text())


@pytest.mark.parametrize("path", ["", "guide/thank-you/", "tools/planner/", "letters/"])
def test_what_a_thumb_presses_is_large_enough(phone: Page, site_url: str, path: str) -> None:
    """Buttons, fields and rows of links are 44 px high and wide."""
    phone.goto(site_url + path)
    sizes = phone.locator(TO_PRESS).filter(visible=True).evaluate_all(SIZES)
    assert [] == [size for size in sizes if min(size[1:]) < TAP - 0.5]


def test_the_first_tab_offers_to_skip_to_the_text(phone: Page, site_url: str) -> None:
    """The skip link shows when it has the focus and leads to the heading."""
    phone.goto(site_url + "guide/thank-you/")
    phone.keyboard.press("Tab")
    skip = phone.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_have_css("opacity", "1")
    phone.keyboard.press("Enter")
    heading = phone.get_by_role("heading", level=1).get_attribute("id")
    assert heading
    expect(phone).to_have_url(f"{site_url}guide/thank-you/#{heading}")


@pytest.mark.parametrize("path", ["", "guide/thank-you/", "tools/planner/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_is_seen_wherever_it_goes(phone: Page, site_url: str, path: str, width: int) -> None:
    """Forty steps of the Tab key, each with a ring of 3 px around what has the focus."""
    phone.set_viewport_size({"width": width, "height": 844})
    phone.goto(site_url + path)
    unseen = []
    for _ in range(40):
        phone.keyboard.press("Tab")
        focus = phone.evaluate(FOCUS)
        if focus["tag"] != "BODY" and not (focus["drawn"] and focus["ring"] >= 3):
            unseen.append(phone.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert [] == unseen


def test_the_menu_opens_and_closes_by_keyboard(phone: Page, site_url: str) -> None:
    """Enter opens it and steps inside, Escape closes it and steps back."""
    phone.goto(site_url + "guide/thank-you/")
    menu = phone.get_by_role("button", name="Menu", exact=True)
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("button", name="Close the menu")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_a_closed_menu_holds_no_focus(phone: Page, site_url: str) -> None:
    """Links that nobody sees cannot be reached."""
    phone.goto(site_url + "guide/thank-you/")
    expect(phone.locator(".site-nav a").first).to_be_hidden()


@pytest.mark.parametrize("words", ["no reply", "ghosted", "voicemail"])
def test_search_finds_what_people_type(phone: Page, site_url: str, words: str) -> None:
    """The button opens the search, and the words bring pages up."""
    phone.goto(site_url)
    phone.get_by_role("button", name="Search", exact=True).click()
    phone.get_by_role("textbox", name="Search").press_sequentially(words)
    expect(phone.locator(".md-search-result__link").first).to_be_visible(timeout=10_000)


def test_the_palette_can_be_chosen_and_stays(phone: Page, site_url: str) -> None:
    """From the device's own to light to dark, and dark after the next page too."""
    phone.goto(site_url)
    for name in ("Switch to light", "Switch to dark"):
        phone.locator(f'label.md-header__button[title*="{name}"]').click()
    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    phone.goto(site_url + "guide/")
    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_less_motion_is_no_motion(phone: Page, site_url: str) -> None:
    """Who asks for less motion sees none."""
    phone.goto(site_url + "guide/thank-you/")
    seconds = phone.locator("body *").evaluate_all(
        "all => Math.max(...all.flatMap(e => getComputedStyle(e).transitionDuration.split(',').map(parseFloat)))"
    )
    assert seconds <= 0.001


def test_paper_shows_the_text_and_where_links_lead(phone: Page, site_url: str) -> None:
    """Header, menu and footer stay away; a link tells its address; paper is light even where the screen is dark."""
    phone.emulate_media(media="print", color_scheme="dark")
    phone.goto(site_url + "guide/thank-you/")
    for furniture in (".md-header", ".md-sidebar--primary", ".md-footer", ".headerlink"):
        expect(phone.locator(furniture).first).to_be_hidden()
    link = phone.locator("article a[href*='waiting-well']").first
    assert "waiting-well" in link.evaluate("e => getComputedStyle(e, '::after').content")
    assert "rgb(24, 38, 46)" == phone.locator("article p").nth(1).evaluate("e => getComputedStyle(e).color")


def test_a_page_reads_without_its_style_sheet(chromium: Browser, site_url: str) -> None:
    """Where neither styles nor scripts come, no icon fills the screen and the text is all there."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(site_url + "guide/thank-you/")
    expect(page.get_by_role("heading", name="Do this now")).to_be_visible()
    icons = page.locator("svg[viewBox='0 0 24 24']").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().width)"
    )
    assert (True, 24) == (len(icons) > 3, max(icons))
    context.close()


def pages_of(page: Page) -> int:
    """Gives how many sheets of paper a page takes."""
    return page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")


@pytest.mark.parametrize(
    ("path", "seen"),
    [("guide/timeline/", "svg[role=img]"), ("tools/call-sheet/", ".answer"), ("tools/planner/", "svg[role=img]")],
)
def test_what_is_hung_on_a_wall_fits_on_one_sheet(phone: Page, site_url: str, path: str, seen: str) -> None:
    """The timeline, and the examples of a call sheet and of a plan, without the form that made them."""
    phone.goto(site_url + path)
    phone.emulate_media(media="print")
    expect(phone.locator(seen).filter(visible=True).first).to_be_visible()
    expect(phone.locator("form input").filter(visible=True)).to_have_count(0)
    assert 1 == pages_of(phone)


def test_a_page_reads_without_javascript(chromium: Browser, site_url: str) -> None:
    """The text is there, and the menu still opens."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "guide/thank-you/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".site-nav a").first).to_be_visible()
    context.close()

"""The place field: nothing is chosen while one types, and what is chosen says what it set."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

OPENED = """() => {
  document.querySelector("followup-tool").dataset.asked = "";
  const place = document.querySelector('followup-place[data-zone="rounds[0].zone"]');
  for (let box = place.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}"""


@pytest.fixture
def new_yorker(chromium: Browser) -> Iterator[Page]:
    """Gives a page of somebody in New York who reads a clock of twelve hours."""
    context = chromium.new_context(
        timezone_id="America/New_York", locale="en-US", viewport={"width": 390, "height": 844}, service_workers="block"
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def field(page: Page, site_url: str) -> Locator:
    """Opens the planner at the place of the interview and gives the field there."""
    page.goto(f"{site_url}tools/planner/")
    page.locator("followup-place:defined").first.wait_for(state="attached")
    # Its group opens below the first answer.
    page.evaluate(OPENED)
    return page.locator('followup-place[data-zone="rounds[0].zone"] [data-part="search"]')


def told(page: Page) -> tuple[str, str, str]:
    """What the form holds: zone, country and region."""
    names = ("rounds[0].zone", "country", "subdivision")
    zone, country, region = (page.locator(f'[name="{name}"]').input_value() for name in names)
    return zone, country, region


def test_nothing_is_chosen_while_one_types(new_yorker: Page, site_url: str) -> None:
    """At no key, and not when the field is left with half a name."""
    search = field(new_yorker, site_url)
    before = told(new_yorker)
    for text in ("U", "UK", "Seat", "Springfield", "Xyzzy"):
        search.fill(text)
        expect(
            new_yorker.locator('followup-place [data-part="found"], followup-place [data-part="none"]').first
        ).to_be_attached()
        assert before == told(new_yorker)
    search.blur()
    expect(search).to_have_value("New York")
    assert before == told(new_yorker)


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("UK", ("Europe/London", "GB", "")),
        ("Seattle", ("America/Los_Angeles", "US", "WA")),
        ("Bayern", ("Europe/Berlin", "DE", "BY")),
        ("Kiev", ("Europe/Kyiv", "UA", "")),
    ],
)
@pytest.mark.parametrize("how", ["enter", "leave", "click"])
def test_a_place_sets_zone_country_and_region(
    text: str, set_: tuple[str, str, str], how: str, new_yorker: Page, site_url: str
) -> None:
    """By Enter, by leaving the field with the one place of that name, by a click."""
    search = field(new_yorker, site_url)
    search.fill(text)
    row = new_yorker.locator('followup-place[data-zone="rounds[0].zone"] .place__one').first
    row.wait_for()
    if how == "enter":
        search.press("Enter")
    elif how == "leave":
        search.blur()
    else:
        row.click()
    expect(new_yorker.locator('[name="rounds[0].zone"]')).to_have_value(set_[0])
    assert set_ == told(new_yorker)


def test_what_was_chosen_says_what_it_set(new_yorker: Page, site_url: str) -> None:
    """The clock, how far it is from the reader's, and whose holidays are counted."""
    search = field(new_yorker, site_url)
    search.fill("Seattle")
    search.press("Enter")
    sets = new_yorker.locator('followup-place[data-zone="rounds[0].zone"] [data-part="sets"]')
    expect(sets).to_contain_text("Los Angeles, 3 hours behind you")
    expect(sets).to_contain_text("Washington, United States")
    expect(search).to_have_value("Seattle")


def test_several_places_of_a_name_are_asked_back(new_yorker: Page, site_url: str) -> None:
    """Enter goes to the list, the arrow keys go through it, and Enter chooses."""
    search = field(new_yorker, site_url)
    before = told(new_yorker)
    search.fill("Springfield")
    new_yorker.locator(".place__one").nth(2).wait_for()
    search.press("Enter")
    assert before == told(new_yorker)
    new_yorker.keyboard.press("ArrowDown")
    assert before == told(new_yorker)
    new_yorker.keyboard.press("Enter")
    expect(new_yorker.locator('[name="country"]')).to_have_value("US")
    assert told(new_yorker)[2] in {"MO", "MA", "IL"}


def test_escape_brings_back_what_stood_there(new_yorker: Page, site_url: str) -> None:
    """The list closes and the name returns."""
    search = field(new_yorker, site_url)
    search.fill("Berlin")
    new_yorker.locator(".place__one").first.wait_for()
    search.press("Escape")
    expect(search).to_have_value("New York")
    expect(new_yorker.locator(".place__one")).to_have_count(0)


def test_enter_counts_before_the_places_have_come(new_yorker: Page, site_url: str) -> None:
    """On a slow line, the list arrives after somebody typed a name and pressed Enter."""
    held: list[Route] = []
    new_yorker.route("**/places.txt", lambda route: held.append(route))
    search = field(new_yorker, site_url)
    before = told(new_yorker)
    with new_yorker.expect_request("**/places.txt"):
        search.fill("Scotland")
    search.press("Enter")
    assert before == told(new_yorker)
    held[0].continue_()
    expect(new_yorker.locator('[name="subdivision"]')).to_have_value("SCT")
    assert ("Europe/London", "GB", "SCT") == told(new_yorker)


def test_a_zone_alone_leaves_the_holidays(new_yorker: Page, site_url: str) -> None:
    """PST is a clock and no country."""
    search = field(new_yorker, site_url)
    search.fill("Scotland")
    search.press("Enter")
    expect(new_yorker.locator('[name="subdivision"]')).to_have_value("SCT")
    search.fill("PST")
    new_yorker.locator(".place__one").first.wait_for()
    search.press("Enter")
    expect(new_yorker.locator('[name="rounds[0].zone"]')).to_have_value("America/Los_Angeles")
    assert ("America/Los_Angeles", "GB", "SCT") == told(new_yorker)


def test_a_country_of_several_clocks_or_holidays_asks_for_them(new_yorker: Page, site_url: str) -> None:
    """Which clock, and which region."""
    search = field(new_yorker, site_url)
    search.fill("Australia")
    new_yorker.locator(".place__one").first.wait_for()
    search.press("Enter")
    place = new_yorker.locator('followup-place[data-zone="rounds[0].zone"]')
    place.get_by_label("Its regions have different holidays").select_option("QLD")
    place.get_by_label("Several clocks are used there").select_option("Australia/Brisbane")
    assert ("Australia/Brisbane", "AU", "QLD") == told(new_yorker)


def test_the_list_is_fetched_when_the_field_is_touched(new_yorker: Page, site_url: str) -> None:
    """Not with the page; and where it cannot be had, the plain lists are there."""
    asked: list[str] = []
    new_yorker.on("request", lambda request: asked.append(request.url) if "places.txt" in request.url else None)
    new_yorker.route("**/places.txt", lambda route: route.abort())
    search = field(new_yorker, site_url)
    assert [] == asked
    search.fill("Seattle")
    expect(new_yorker.locator('[data-zone="rounds[0].zone"] [data-part="absent"]')).to_be_visible()
    expect(new_yorker.locator('[name="rounds[0].zone"]')).to_be_visible()
    assert asked

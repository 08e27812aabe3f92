"""What the reader waits for comes first: before the theme's own script, and in place of the example."""

import re
import time

import pytest
from cases import fields
from playwright.sync_api import Page, Route, expect
from telling import link

pytestmark = pytest.mark.browser
PATIENCE_MS, SOON_MS = 60_000, 3000
# The theme offers this to scripts of others.
RUNS = "() => 'document$' in window"
THEME = re.compile(r"/javascripts/bundle\.\w+\.min\.js$")


SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });"""


def held(_route: Route) -> None:
    """Leaves a request without an answer."""


def linked(site_url: str) -> str:
    """Gives the address of the planner with a case in it."""
    return site_url + link(fields())


def test_an_answer_comes_before_the_theme(page: Page, site_url: str) -> None:
    """A link asks at once; the search and the palette can wait for the plan, however slow this machine is."""
    # The while after which the theme comes without an answer never passes.
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    state: list[str] = []
    tool = page.locator("followup-tool")

    def look(route: Route) -> None:
        state.append(str(tool.get_attribute("data-state")))
        route.continue_()

    page.route(THEME, look)
    page.goto(linked(site_url))
    page.wait_for_function(RUNS, timeout=PATIENCE_MS)
    assert ["answered"] == state


@pytest.mark.firefox_at_night
@pytest.mark.parametrize("path", ["tools/planner/", "tools/interviews/", "guide/"])
def test_the_theme_comes_at_once_where_nothing_is_asked(page: Page, site_url: str, path: str) -> None:
    """And once only."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + path)
    page.wait_for_function(RUNS, timeout=SOON_MS)
    assert 1 == sum(bool(THEME.search(url)) for url in asked)


def test_a_touch_brings_the_theme_before_a_slow_answer(page: Page, site_url: str) -> None:
    """Nobody waits for Python to open the search."""
    page.route("**/image.wasm", held)
    page.goto(linked(site_url))
    page.locator(".md-search__input").focus()
    page.wait_for_function(RUNS, timeout=SOON_MS)


@pytest.mark.firefox_at_night
def test_an_answer_that_never_comes_does_not_hold_the_theme(page: Page, site_url: str) -> None:
    """The line is lost while Python is on its way."""
    page.route("**/image.wasm", held)
    page.goto(linked(site_url))
    page.wait_for_function(RUNS, timeout=PATIENCE_MS)


def test_who_brings_a_case_sees_no_example(page: Page, site_url: str) -> None:
    """Somebody else's plan would flash up before one's own."""
    page.route("**/image.wasm", held)
    page.goto(linked(site_url))
    expect(page.locator("followup-example")).to_be_hidden()


def test_the_example_stands_again_where_no_answer_comes(page: Page, site_url: str) -> None:
    """The line is gone: what the page holds is still there to read."""
    page.route("**/assets/runtime/**", lambda route: route.abort())
    page.goto(linked(site_url))
    expect(page.locator("[data-part='failed']")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator("followup-example")).to_be_visible()


def test_dark_is_dark_before_the_theme_has_come(chromium_page: Page, site_url: str) -> None:
    """Who prefers dark is not dazzled while the answer is on its way, and light stays light."""
    page = chromium_page
    page.route("**/image.wasm", held)
    page.route(THEME, held)
    for prefers, shown in (("dark", "slate"), ("light", "default")):
        page.emulate_media(color_scheme=prefers)  # type: ignore[arg-type]
        page.goto("about:blank")
        page.goto(linked(site_url))
        expect(page.locator("[data-part='loading']")).to_be_visible()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)


def test_python_is_started_once(page: Page, site_url: str) -> None:
    """The script before the page and those of the page share it."""
    page.goto(linked(site_url))
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=PATIENCE_MS)
    assert 1 == len(page.workers)


def test_nothing_moves_when_the_script_comes_late(chromium_page: Page, site_url: str) -> None:
    """On a phone and a slow line the form is read before it lives."""
    page = chromium_page
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(SHIFTS)

    def late(route: Route) -> None:
        time.sleep(1.5)
        route.continue_()

    page.route("**/app/main.js", late)
    page.goto(f"{site_url}tools/planner/")
    page.wait_for_function(RUNS, timeout=PATIENCE_MS)
    assert page.evaluate("() => window.shifted") < 0.02


@pytest.mark.parametrize("begun", ["by a link", "again"])
@pytest.mark.parametrize("path", ["", "tools/writer/#letter=thank-you-onsite", "tools/call-sheet/#call=ask"])
def test_nothing_moves_when_the_answer_takes_its_place(
    chromium_page: Page, site_url: str, path: str, begun: str
) -> None:
    """Neither the page's head nor the questions are drawn only to be taken away, for a link or after a reload."""
    page = chromium_page
    page.set_viewport_size({"width": 390, "height": 844})
    answered = page.locator("followup-tool[data-state=answered]")
    if begun == "by a link":
        page.add_init_script(SHIFTS)
    page.goto(site_url + path if path else linked(site_url))
    answered.wait_for(timeout=PATIENCE_MS)
    if begun == "again":
        page.add_init_script(SHIFTS)
        page.reload()
        answered.wait_for(timeout=PATIENCE_MS)
    assert page.evaluate("() => window.shifted") < 0.02


def test_a_script_that_never_comes_is_told_of(page: Page, site_url: str) -> None:
    """The page says so itself, once it is clear."""
    page.route("**/app/main.js", lambda route: route.abort())
    page.goto(f"{site_url}tools/planner/")
    expect(page.locator(".needs-script")).to_be_visible(timeout=PATIENCE_MS)

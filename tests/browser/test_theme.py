"""The theme's own script: on the page of a tool, what the reader waits for comes first."""

import base64
import json
import re

import pytest
from cases import fields
from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser
PATIENCE_MS, SOON_MS = 60_000, 3000
# The theme offers this to scripts of others.
RUNS = "() => 'document$' in window"
THEME = re.compile(r"/javascripts/bundle\.\w+\.min\.js$")


def held(_route: Route) -> None:
    """Leaves a request without an answer."""


def linked(site_url: str) -> str:
    """Gives the address of the planner with a case in it."""
    case = base64.urlsafe_b64encode(json.dumps(fields()).encode()).decode().rstrip("=")
    return f"{site_url}tools/planner/#case={case}"


def test_an_answer_comes_before_the_theme(page: Page, site_url: str) -> None:
    """A link asks at once; the search and the palette can wait for the plan."""
    state: list[str] = []
    tool = page.locator("followup-tool")
    page.route(THEME, lambda route: (state.append(str(tool.get_attribute("data-state"))), route.continue_()))
    page.goto(linked(site_url))
    page.wait_for_function(RUNS, timeout=PATIENCE_MS)
    assert ["answered"] == state


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


def test_an_answer_that_never_comes_does_not_hold_the_theme(page: Page, site_url: str) -> None:
    """The line is lost while Python is on its way."""
    page.route("**/image.wasm", held)
    page.goto(linked(site_url))
    page.wait_for_function(RUNS, timeout=PATIENCE_MS)

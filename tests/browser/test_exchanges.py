"""The same questions in the browser: the whole answer, byte for byte."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from exchange_requests import REQUESTS
from night import EVERY
from playwright.sync_api import Browser, Page

from followup import door
from followup_site.training.requests import build_requests

pytestmark = pytest.mark.browser

START_LIMIT_MS = 120_000
# What test_runtime.py asks Chromium already.
ASKED = set(build_requests(Path(__file__).parents[1] / "exchanges"))
ASK = """async (text) => {
    window.runtime ??= await import(new URL("../../assets/app/runtime.js", location.href).href);
    return window.runtime.ask(text);
}"""


@pytest.fixture(scope="module")
def in_firefox(firefox: Browser, site_url: str) -> Iterator[Page]:
    """A page of the built site, kept for all questions: one Python answers them one after another."""
    yield from awake(firefox, site_url)


@pytest.fixture(scope="module")
def in_chromium(chromium: Browser, site_url: str) -> Iterator[Page]:
    """The same in Chromium."""
    yield from awake(chromium, site_url)


def awake(browser: Browser, site_url: str) -> Iterator[Page]:
    """Gives a page that stays open."""
    context = browser.new_context()
    context.set_default_timeout(START_LIMIT_MS)
    page = context.new_page()
    page.goto(f"{site_url}tools/planner/")
    yield page
    context.close()


@pytest.mark.parametrize("name", [*REQUESTS][:: 1 if EVERY else 4])
def test_firefox_gives_the_bytes_of_the_command_line(in_firefox: Page, name: str) -> None:
    """Data, fragment, files and problems, in real Pyodide."""
    assert door.answer(request(name)) == in_firefox.evaluate(ASK, request(name))


@pytest.mark.parametrize("name", [name for name, text in REQUESTS.items() if text not in ASKED])
def test_chromium_gives_the_bytes_of_the_command_line(in_chromium: Page, name: str) -> None:
    """To what is asked of it nowhere else."""
    assert door.answer(request(name)) == in_chromium.evaluate(ASK, request(name))


def request(name: str) -> str:
    """Gives a request as JSON.stringify writes it."""
    # Half a sign, which no text in a browser's wires can hold, becomes its number.
    return REQUESTS[name].encode("utf-8", "backslashreplace").decode("utf-8")

"""The same questions in the browser: the whole answer, byte for byte."""

from collections.abc import Iterator

import pytest
from exchange_requests import REQUESTS
from playwright.sync_api import Browser, Page

from followup import door

pytestmark = pytest.mark.browser

START_LIMIT_MS = 120_000
ASK = """async (text) => {
    window.runtime ??= await import(new URL("../../assets/app/runtime.js", location.href).href);
    return window.runtime.ask(text);
}"""


@pytest.fixture(scope="module")
def awake(chromium: Browser, site_url: str) -> Iterator[Page]:
    """A page of the built site, kept for all questions: one Python answers them one after another."""
    context = chromium.new_context()
    context.set_default_timeout(START_LIMIT_MS)
    page = context.new_page()
    page.goto(f"{site_url}tools/planner/")
    yield page
    context.close()


@pytest.mark.parametrize("name", REQUESTS)
def test_the_browser_gives_the_bytes_of_the_command_line(awake: Page, name: str) -> None:
    """Data, fragment, files and problems, in real Pyodide."""
    # As JSON.stringify writes it: half a sign, which no text in a browser's wires can hold, becomes its number.
    request = REQUESTS[name].encode("utf-8", "backslashreplace").decode("utf-8")
    assert door.answer(request) == awake.evaluate(ASK, request)

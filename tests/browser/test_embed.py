"""A tool in another site's frame: alone, as tall as its content, and losing nothing on the way to the next tool."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_server import address, serve
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# Another name of this machine is another origin.
HOST = """<!doctype html><title>Careers</title>
<iframe src="{site}tools/planner/?embed#country=DE" title="Planner" width="400" height="100"></iframe>
<script src="{site}assets/embed.js" defer></script>"""


@pytest.fixture
def host(tmp_path: Path, site_url: str) -> Iterator[str]:
    """Gives the address of a page on another origin that shows our planner."""
    (tmp_path / "index.html").write_text(HOST.format(site=site_url))
    server = serve(tmp_path)
    yield address(server).replace("127.0.0.1", "localhost")
    server.shutdown()


@pytest.fixture
def framed(chromium: Browser, host: str) -> Iterator[Page]:
    """The host's page, open."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(host)
    yield page
    context.close()


def test_a_framed_tool_stands_alone(framed: Page) -> None:
    """No header, no navigation; the country of the address is chosen."""
    inside = framed.frame_locator("iframe")
    expect(inside.locator("followup-tool form")).to_be_visible()
    expect(inside.locator(".md-header")).to_be_hidden()
    expect(inside.locator(".md-footer")).to_be_hidden()


def test_the_frame_is_as_tall_as_its_content(framed: Page) -> None:
    """The host's page scrolls, the frame does not."""
    expect(framed.frame_locator("iframe").locator("followup-tool form")).to_be_visible()
    frame = framed.locator("iframe")
    expect(frame).to_have_attribute("style", re.compile(r"height: \d{3,}px"))
    framed.wait_for_timeout(300)
    inside = framed.frames[1]
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight + 2")

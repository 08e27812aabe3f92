"""The search: it costs nothing before it is opened, and finds by what people type."""

from pathlib import Path

import pytest
from local_server import address, serve
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
PATIENCE_MS = 60_000


@pytest.mark.firefox_at_night
def test_the_index_comes_when_the_search_is_opened(page: Page, site_url: str) -> None:
    """Not before, and then a reader who hears nothing finds what silence means."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}guide/", wait_until="load")
    page.wait_for_timeout(1000)
    assert [] == [url for url in asked if "/search/" in url or "workers/search" in url]
    page.locator(".md-search__input").focus()
    page.keyboard.type("ghosted")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE_MS)


@pytest.mark.firefox_at_night
def test_a_link_to_results_opens_the_search(page: Page, site_url: str) -> None:
    """Nobody touched the field: the address asks."""
    page.goto(f"{site_url}guide/?q=voicemail")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE_MS)


def test_the_search_finds_with_the_server_stopped(page: Page, site: Path) -> None:
    """Its thread and its index are kept with the first page."""
    server = serve(site)
    page.goto(address(server))
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    server.shutdown()
    server.server_close()
    page.reload()
    page.locator(".md-search__input").fill("voicemail")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE_MS)

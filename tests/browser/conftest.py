"""Serves the built site and opens it in real browsers."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_server import address, serve
from night import EVERY
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

from followup_site.publish.chromium import FLAGS, PATH, SHELL

ROOT = Path(__file__).parents[2]
# A browser's second compiler makes quicker what has run for long; here an engine answers a few times and is gone.
SHORT = ["--js-flags=--liftoff-only"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves to the night what Firefox was asked to do beside Chromium, where no engine but the script decides."""
    if EVERY:
        return
    late = {item for item in items if item.get_closest_marker("firefox_at_night") and _engine(item) == "firefox"}
    config.hook.pytest_deselected(items=[*late])
    items[:] = [item for item in items if item not in late]


def _engine(item: pytest.Item) -> object:
    """Gives the name of the browser that a test is run in."""
    callspec = getattr(item, "callspec", None)
    return callspec and callspec.params.get("browser")


@pytest.fixture(scope="session")
def site() -> Path:
    """Gives the folder of the built site; the tests do not build it."""
    folder = Path(os.environ.get("FOLLOWUP_SITE", ROOT / "site"))
    if not (folder / "assets" / "app" / "runtime.js").exists():
        pytest.fail("build the site first: make site")
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Gives the address of the served site, ending in a slash."""
    server = serve(site)
    yield address(server)
    server.shutdown()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Gives the browsers' driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Gives Debian's Chromium; `make nightly` drives the whole browser, `make test` its engine."""
    path, flags = (PATH, FLAGS) if EVERY else (SHELL, [*FLAGS, *SHORT])
    browser = playwright.chromium.launch(executable_path=path, args=flags)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Gives Debian's Firefox, which newer versions of the driver cannot steer."""
    try:
        browser = playwright.firefox.launch(
            channel="moz-firefox", executable_path="/usr/bin/firefox-esr", timeout=20_000
        )
    except Error as refused:
        pytest.skip(f"Firefox is not tested: this version and the driver do not understand each other ({refused.name})")
    yield browser
    browser.close()


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Browser:
    """Gives each browser in turn."""
    opened = request.getfixturevalue(request.param)
    assert isinstance(opened, Browser)
    return opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Gives a fresh page of each browser in turn, with no memory of other tests."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def chromium_page(chromium: Browser) -> Iterator[Page]:
    """Gives a fresh page of Chromium."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()

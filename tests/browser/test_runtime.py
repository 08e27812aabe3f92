"""Python in the browser: it starts, answers in order, stays sealed, and says why when it cannot start."""

import http.server
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import QuietHandler, address, serve
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self' blob:; "
    "connect-src 'self'; img-src 'self'; object-src 'none'; base-uri 'self'; form-action 'none'"
)
PAGE = "<!doctype html><html lang='en'><title>Runtime</title><link rel='icon' href='data:,'><p>Only a script.</p>"
REQUEST = json.dumps({"tool": "nobody", "now": "2027-01-07T16:00:00-05:00", "fields": {}})
ASK = """async (text) => {
    const runtime = await import(new URL("assets/app/runtime.js", location.href).href);
    return runtime.ask(text);
}"""


class StrictHandler(QuietHandler):
    """Serves the site and one empty page, under the strict policy."""

    def do_GET(self) -> None:  # noqa: N802 - the server finds it by this name
        """Gives the empty page, or a file."""
        if self.path.endswith("/empty.html"):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(PAGE.encode())
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Adds the policy to every response."""
        self.send_header("content-security-policy", POLICY)
        super().end_headers()


class WrongTypesHandler(StrictHandler):
    """Serves WebAssembly as a host does that has never heard of it."""

    def guess_type(self, path: object) -> str:
        """Gives a type that no browser compiles from."""
        return "text/plain" if str(path).endswith(".wasm") else super().guess_type(str(path))


def opened(site: Path, handler: type[StrictHandler]) -> Iterator[str]:
    server: http.server.ThreadingHTTPServer = serve(site, handler)
    yield address(server) + "empty.html"
    server.shutdown()


@pytest.fixture
def strict(site: Path) -> Iterator[str]:
    """Gives the address of an empty page under the strict policy."""
    yield from opened(site, StrictHandler)


@pytest.fixture
def wrong_types(site: Path) -> Iterator[str]:
    """Gives the same, from a host that sends wrong types."""
    yield from opened(site, WrongTypesHandler)


def test_python_answers_under_the_strict_policy(page: Page, strict: str) -> None:
    """The first request starts Python, which answers as the engine does here."""
    from followup.door import answer

    page.goto(strict)
    assert answer(REQUEST) == page.evaluate(ASK, REQUEST)


def test_python_answers_from_a_host_that_sends_wrong_types(page: Page, wrong_types: str) -> None:
    """A host without the type of WebAssembly is slower at most."""
    page.goto(wrong_types)
    assert "problems" in json.loads(page.evaluate(ASK, REQUEST))

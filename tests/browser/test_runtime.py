"""Python in the browser: it starts, answers in order, stays sealed, and says why when it cannot start."""

import http.server
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import fields
from local_server import QuietHandler, address, serve
from night import EVERY
from playwright.sync_api import Page, expect
from telling import link

from followup_site.training.requests import build_requests

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


# The first question is one that the worker cannot answer.
BREAKS = """(() => {
    let left = %d;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
        const breaks = message.kind === "ask" && left-- > 0;
        post.call(this, breaks ? { ...message, kind: "nothing" } : message, ...rest);
    };
})()"""
ASK_THRICE = """async (text) => {
    const runtime = await import(new URL("assets/app/runtime.js", location.href).href);
    const both = await Promise.allSettled([runtime.ask(text), runtime.ask(text)]);
    return [...both.map(({ value, reason }) => value ?? reason.why), await runtime.ask(text)];
}"""
STATES = """async ([text, tries]) => {
    const runtime = await import(new URL("assets/app/runtime.js", location.href).href);
    const seen = [];
    runtime.states.addEventListener("state", ({ detail }) => seen.push(detail));
    for (let count = 0; count < tries; count++) await runtime.start().catch(() => {});
    return seen;
}"""


def test_a_broken_image_gives_way_to_the_bundle(page: Page, strict: str) -> None:
    """The reader gets the same answer, only later."""
    from followup.door import answer

    page.route("**/image.wasm", lambda route: route.fulfill(body=b"no WebAssembly", content_type="application/wasm"))
    page.goto(strict)
    assert answer(REQUEST) == page.evaluate(ASK, REQUEST)


def test_what_breaks_the_image_is_answered_by_the_bundle(page: Page, strict: str) -> None:
    """So are the requests behind it; the reader gets the same answers, only later."""
    from followup.door import answer

    page.add_init_script(BREAKS % 1)
    page.goto(strict)
    with page.expect_request("**/python.zip"):
        assert [answer(REQUEST)] * 3 == page.evaluate(ASK_THRICE, REQUEST)


def test_without_the_bundle_a_fresh_image_is_asked_once_more(page: Page, strict: str) -> None:
    """As without a network: the reader gets the same answers all the same."""
    from followup.door import answer

    page.add_init_script(BREAKS % 1)
    page.route("**/python.zip", lambda route: route.abort())
    page.goto(strict)
    assert [answer(REQUEST)] * 3 == page.evaluate(ASK_THRICE, REQUEST)


def test_when_nobody_is_left_to_ask_the_page_says_why_and_can_try_again(page: Page, site_url: str) -> None:
    """The image broke, a fresh one too, and the bundle cannot be had; what was typed stays."""
    page.add_init_script(BREAKS % 2)
    page.route("**/python.zip", lambda route: route.abort())
    page.goto(site_url + link(fields(company="Acme")))
    planner = page.locator("followup-tool")
    expect(planner.locator("[data-part=failed]")).to_be_visible(timeout=60_000)
    expect(planner.locator("[data-why=network]")).to_be_visible()
    expect(planner.locator("[data-why=runtime]")).to_be_hidden()
    expect(page.locator("#planner-company")).to_have_value("Acme")
    planner.locator("[data-retry]").click()
    expect(planner).to_have_attribute("data-state", "answered", timeout=60_000)
    expect(planner.locator("[data-part=failed]")).to_be_hidden()


def test_the_image_alone_is_fetched_when_it_works(page: Page, strict: str) -> None:
    """Neither Pyodide nor its library travels to a browser that runs the image."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rsplit("/", 1)[-1]))
    page.goto(strict)
    page.evaluate(ASK, REQUEST)
    assert {"image.wasm"} == {name for name in fetched if name.endswith((".wasm", ".zip", "pyodide.js"))}


def test_answers_come_in_the_order_of_the_requests(page: Page, strict: str) -> None:
    """Five requests at once are answered one after the other, each with its own answer."""
    page.goto(strict)
    asked = [json.dumps({"tool": f"tool-{number}"}) for number in range(5)]
    order = page.evaluate(
        """async (asked) => {
            const { ask } = await import(new URL("assets/app/runtime.js", location.href).href);
            const order = [];
            await Promise.all(asked.map((text, place) => ask(text).then(() => order.push(place))));
            return order;
        }""",
        asked,
    )
    assert list(range(5)) == order


def test_progress_is_told_while_python_loads(page: Page, strict: str) -> None:
    """What has come grows up to what there is, and then Python is ready."""
    page.goto(strict)
    seen = page.evaluate(STATES, [REQUEST, 1])
    assert ("loading", "ready") == (seen[0]["phase"], seen[-1]["phase"])
    assert seen[-1]["loaded"] == seen[-1]["total"] > 0
    assert [one["loaded"] for one in seen] == sorted(one["loaded"] for one in seen)


def test_a_lost_network_is_told_and_can_be_tried_again(page: Page, strict: str) -> None:
    """The first start fails with its reason, the second one works."""
    page.goto(strict)
    page.route("**/image.wasm", lambda route: route.abort(), times=1)
    phases = [(one["phase"], one.get("why")) for one in page.evaluate(STATES, [REQUEST, 2])]
    assert ("failed", "network") in phases
    assert ("ready", None) == phases[-1]


def test_a_browser_without_webassembly_is_told_so(page: Page, strict: str) -> None:
    """The page can say why there is no answer."""
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(strict)
    assert "no-webassembly" == page.evaluate(STATES, [REQUEST, 1])[-1]["why"]


def exchanges() -> list[str]:
    """Gives the requests of recorded exchanges that a browser's stack can hold: by day some, by night all."""
    every = build_requests(Path(__file__).parents[1] / "exchanges")
    return [request for request in every[:: 1 if EVERY else 12] if len(request) < 30000]


def test_an_exchange_has_the_same_answer_here_and_in_the_image(chromium_page: Page, strict: str) -> None:
    """Byte for byte, and without falling back to the bundle."""
    from followup.door import answer

    fetched: list[str] = []
    chromium_page.on("request", lambda request: fetched.append(request.url.rsplit("/", 1)[-1]))
    chromium_page.goto(strict)
    differing = [text[:200] for text in exchanges() if answer(text) != chromium_page.evaluate(ASK, text)]
    assert [] == differing
    assert "python.zip" not in fetched

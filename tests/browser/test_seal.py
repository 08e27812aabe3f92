"""The policy of the pages holds in real browsers, proven by trying to break it."""

import http.server
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from complaints import complaints_of
from local_server import QuietHandler, address, built_for, serve
from night import EVERY
from playwright.sync_api import Browser, Page, expect

from followup_site.publish.python_archive import PYODIDE
from followup_site.publish.seal import finds

pytestmark = pytest.mark.browser

ESCAPES = (Path(__file__).parent / "escapes.js").read_text()
ESCAPES_OF_PYTHON = (Path(__file__).parent / "escapes_python.js").read_text()
# The driver's own calls escape the ban on eval; what a timer runs does not.
TRIED = f"(other) => new Promise((done) => setTimeout(() => {{ {ESCAPES} tried().then(done); }}))"
IN_WORKER = """(text) => new Promise((done) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => done({ broken: event.message });
})"""
PYTHON = """
import asyncio, js
from pyodide.ffi import create_once_callable
results = {}
async def attempt(name, way):
    try:
        await way()
        results[name] = "done"
    except BaseException as error:
        results[name] = type(error).__name__
async def run(): js.eval("1")
async def make(): js.Function.new("return 1")()
async def fetch(): await js.fetch(other + "python")
async def request():
    one = js.XMLHttpRequest.new()
    one.open("GET", other + "python-xhr", False)
    one.send()
async def socket():
    end = asyncio.Future()
    one = js.WebSocket.new(other.replace("http", "ws") + "python-socket")
    one.onopen = create_once_callable(end.set_result)
    one.onerror = create_once_callable(lambda event: end.set_exception(OSError()))
    await end
await attempt("eval", run)
await attempt("function", make)
await attempt("fetch", fetch)
await attempt("xhr", request)
await attempt("socket", socket)
results
"""
# The driver reaches no worker of Firefox, so what a page starts its workers from is given the attempts to take along.
TAKEN_ALONG = """
const channel = new BroadcastChannel("attempts");
channel.addEventListener("message", () => tried().then((results) => channel.postMessage(results)), { once: true });
"""
WORKERS_TAKE = """
window.Blob = class extends Blob {
    constructor(parts, how) { super(how?.type === "text/javascript" ? [...parts, attempts] : parts, how); }
};
"""
WORKERS_TRY = """() => new Promise((done) => {
    const results = [];
    const channel = new BroadcastChannel("attempts");
    channel.onmessage = ({ data }) => results.push(data) === 2 && done(results);
    channel.postMessage("try");
    setTimeout(done, 10_000, results);
})"""
PLANNER = "tools/planner/"
PATIENCE_MS = 60_000
POLICY = re.compile(b'<meta http-equiv="Content-Security-Policy"[^>]*>')
SUCCESS = {"done", "broken"}
# What the other host hears of the attempts, from a worker and from a page.
OF_WORKER = ["/fetch", "/xhr", "/socket", "/events", "/module.js"]
OF_PAGE = [
    *OF_WORKER,
    "/beacon",
    "/image.png",
    "/frame",
    "/style.css",
    "/prefetch",
    "/script.js",
    "/worker.js",
    "/form",
]
OF_PYTHON = ["/python", "/python-xhr", "/python-socket"]


class Heard(QuietHandler):
    """Another host, which notes whatever reaches it."""

    heard: list[str]

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        """Notes the path, and gives a script to everybody."""
        self.heard.append(self.path)
        self.send_response(200)
        self.send_header("access-control-allow-origin", "*")
        self.send_header("content-type", "text/javascript")
        self.end_headers()
        self.wfile.write(b"self.postMessage?.('done')")

    def do_POST(self) -> None:  # noqa: N802
        """Notes the path, and leaves the page where it is."""
        self.heard.append(self.path)
        self.send_response(204)
        self.end_headers()


class Unsealed(QuietHandler):
    """Serves the site, and takes the policy out of the planner."""

    def do_GET(self) -> None:  # noqa: N802
        """Gives the planner's page without its policy, or a file."""
        if self.path == f"/{PLANNER}":
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(POLICY.sub(b"", Path(self.directory, PLANNER, "index.html").read_bytes()))
        else:
            super().do_GET()


@pytest.fixture
def unsealed(site: Path) -> Iterator[str]:
    """Gives the address of the site whose planner lost its policy on the way."""
    running = serve(site, Unsealed)
    yield address(running)
    running.shutdown()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[str]:
    """Gives the address of another host: the same machine at another port."""
    Heard.heard = []
    running: http.server.ThreadingHTTPServer = serve(tmp_path, Heard)
    yield address(running)
    running.shutdown()


def constants(**values: object) -> str:
    """Gives the JavaScript that names some values."""
    return "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())


def got_out(results: dict[str, str]) -> set[str]:
    """Gives the ways that led out or ran text."""
    assert {"fetch", "xhr", "socket", "eval"} <= set(results)
    return {name for name, result in results.items() if result in SUCCESS}


def heard() -> Counter[str]:
    """Gives what the other host heard since this was asked before."""
    paths = Counter(Heard.heard)
    Heard.heard.clear()
    return paths


def tried_by_page(page: Page, other: str) -> dict[str, str]:
    """Gives what came of a page's attempts."""
    results: dict[str, str] = page.evaluate(TRIED, other)
    return results


def tried_by_workers(page: Page, site_url: str, other: str) -> list[dict[str, str]]:
    """Gives what came of the attempts of the planner's own workers, Python's and the search's, both at work."""
    attempts = f"\n{{ {constants(other=other)}{ESCAPES}{TAKEN_ALONG} }}"
    page.add_init_script(constants(attempts=attempts) + WORKERS_TAKE)
    page.goto(site_url + PLANNER)
    page.get_by_label("In person").check()
    page.locator("followup-tool [type=submit]").click()
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=PATIENCE_MS)
    page.locator(".md-search__input").fill("thank")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=PATIENCE_MS)
    results: list[dict[str, str]] = page.evaluate(WORKERS_TRY)
    # One that was started from an address has taken nothing along.
    assert 2 == len(results)
    return results


def tried_by_python(page: Page, site: Path, site_url: str, other: str) -> dict[str, str]:
    """Gives what came of the attempts of a Python that has all of the browser's objects."""
    home = f"{site_url}assets/runtime/{next((site / 'assets' / 'runtime').iterdir()).name}/"
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"]
    given = constants(home=home, other=other, info=info, code=PYTHON)
    results: dict[str, str] = page.evaluate(IN_WORKER, given + ESCAPES_OF_PYTHON)
    return results


def test_the_other_host_hears_who_is_not_sealed(page: Page, site: Path, unsealed: str, other: str) -> None:
    """From a page that lost its policy on the way everything gets out, so the tests below can fail."""
    for results in tried_by_workers(page, unsealed, other):
        assert {"fetch", "xhr", "module", "eval", "function"} == got_out(results)
    assert Counter(OF_WORKER + OF_WORKER) == heard()
    assert {"fetch", "xhr", "eval", "function"} == got_out(tried_by_python(page, site, unsealed, other))
    assert Counter(OF_PYTHON) == heard()
    results = tried_by_page(page, other)
    assert {"fetch", "xhr", "eval", "function", "worker", "inline", "handler", "text"} <= got_out(results)
    assert Counter(OF_PAGE) == heard()


@pytest.mark.parametrize("path", [PLANNER, "404.html"])
def test_nothing_leaves_a_page(page: Page, site_url: str, other: str, path: str) -> None:
    """Every way out of a page, and every way to run text, is refused; the other host hears nothing."""
    page.goto(site_url + path)
    assert set() == got_out(tried_by_page(page, other))
    assert Counter() == heard()


def test_nothing_leaves_the_page_for_double_clicks(page: Page, site: Path, other: str) -> None:
    """Opened from a folder, under a policy of its own."""
    page.goto((site / "open-me.html").as_uri())
    assert set() == got_out(tried_by_page(page, other))
    assert Counter() == heard()


def test_nothing_leaves_a_page_after_instant_navigation(
    browser: Browser, site: Path, site_url: str, other: str
) -> None:
    """A page that came without a load of its own is under the same policy."""
    # What the offline copy answers never reaches the route that gives the site's own list of pages.
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    built_for(page, site, site_url)
    page.goto(f"{site_url}guide/")
    page.evaluate("window.marked = true")
    page.locator("article a[href$='thank-you/']").first.click()
    page.wait_for_url("**/guide/thank-you/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The thank-you")
    assert page.evaluate("window.marked === true")
    assert set() == got_out(tried_by_page(page, other))
    assert Counter() == heard()
    context.close()


def test_nothing_leaves_a_worker(page: Page, site_url: str, other: str) -> None:
    """Python's worker and the search's start from blobs, so they inherit the policy of the page."""
    for results in tried_by_workers(page, site_url, other):
        assert set() == got_out(results)
    assert Counter() == heard()


def test_nothing_leaves_python(page: Page, site: Path, site_url: str, other: str) -> None:
    """Even a Python that could reach the browser's objects gets no further than its worker."""
    page.goto(site_url)
    assert set() == got_out(tried_by_python(page, site, site_url, other))
    assert Counter() == heard()


def test_every_page_has_the_one_policy(site: Path) -> None:
    """Nothing was left out by the build."""
    pages = [page.read_text() for page in sorted(site.rglob("*.html")) if page.name != "open-me.html"]
    policies = {page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0] for page in pages}
    assert (1, True) == (len(policies), "default-src 'self'" in next(iter(policies)))
    assert [] == [fault for page in pages for fault in finds(page).faults]


def test_no_page_breaks_its_own_policy(firefox: Browser, site: Path, site_url: str) -> None:
    """Firefox loads a page of each folder without a word in the console; by night all, as Chromium in test_pages.py."""
    context = firefox.new_context()
    page = context.new_page()
    complaints = complaints_of(page, site_url)
    folders = [path.parent for path in sorted(site.rglob("index.html"))]
    one_of_each = {folder.parent: folder for folder in folders}.values()
    for folder in folders if EVERY else one_of_each:
        page.goto(site_url + folder.relative_to(site).as_posix() + "/")
    assert [] == complaints
    context.close()


def test_enter_in_the_search_field_sends_nothing(chromium_page: Page, site_url: str) -> None:
    """The search form needs no permission to send."""
    page = chromium_page
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(site_url)
    page.locator(".md-search__input").fill("thank")
    page.locator(".md-search__input").press("Enter")
    page.wait_for_timeout(500)
    assert [] == complaints

"""The policy of the pages holds in real browsers, proven by trying to break it."""

import http.server
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_server import QuietHandler, address, built_for, serve
from playwright.sync_api import Browser, Page, expect

from followup_site.bundle_python import PYODIDE
from followup_site.seal import finds

pytestmark = pytest.mark.browser

ESCAPES = (Path(__file__).parent / "escapes.js").read_text()
ESCAPES_OF_PYTHON = (Path(__file__).parent / "escapes_python.js").read_text()
# The driver's own calls escape the ban on eval; what a timer runs does not.
IN_PAGE = f"(other) => new Promise((done) => setTimeout(() => {{ {ESCAPES} tried().then(done); }}))"
IN_WORKER = """(text) => new Promise((done) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => done({ broken: event.message });
})"""
PYTHON = """
import js
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
await attempt("eval", run)
await attempt("function", make)
await attempt("fetch", fetch)
await attempt("xhr", request)
results
"""
SUCCESS = {"done", "broken"}


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

    do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815


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


def got_out(results: dict[str, str]) -> list[str]:
    """Gives the ways that led out or ran text."""
    assert {"fetch", "xhr", "eval"} <= set(results)
    return [name for name, result in results.items() if result in SUCCESS]


def test_the_other_host_hears_who_is_not_sealed(chromium_page: Page, other: str) -> None:
    """From a page without a policy everything gets out, so the tests below can fail."""
    chromium_page.goto(other)
    assert {"fetch", "xhr", "eval", "inline", "script"} <= set(got_out(chromium_page.evaluate(IN_PAGE, other)))
    assert {"/fetch", "/beacon", "/image.png", "/frame"} <= set(Heard.heard)


def test_nothing_leaves_a_page(page: Page, site_url: str, other: str) -> None:
    """Every way out of a page, and every way to run text, is refused; the other host hears nothing."""
    page.goto(f"{site_url}tools/planner/")
    assert [] == got_out(page.evaluate(IN_PAGE, other))
    assert [] == Heard.heard


def test_nothing_leaves_a_page_after_instant_navigation(
    chromium: Browser, site: Path, site_url: str, other: str
) -> None:
    """A page that came without a load of its own is under the same policy."""
    # What the offline copy answers never reaches the route that gives the site's own list of pages.
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    built_for(page, site, site_url)
    page.goto(f"{site_url}guide/")
    page.evaluate("window.marked = true")
    page.locator("article a[href$='thank-you/']").first.click()
    page.wait_for_url("**/guide/thank-you/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The thank-you")
    assert page.evaluate("window.marked === true")
    assert [] == got_out(page.evaluate(IN_PAGE, other))
    assert [] == Heard.heard
    context.close()


def test_nothing_leaves_a_worker(page: Page, site_url: str, other: str) -> None:
    """A worker started from a blob, as Python's is, inherits the policy of the page."""
    page.goto(site_url)
    assert [] == got_out(page.evaluate(IN_WORKER, f"{constants(other=other)}{ESCAPES} tried().then(postMessage);"))
    assert [] == Heard.heard


def test_nothing_leaves_python(page: Page, site: Path, site_url: str, other: str) -> None:
    """Even a Python that could reach the browser's objects gets no further than its worker."""
    page.goto(site_url)
    home = f"{site_url}assets/runtime/{next((site / 'assets' / 'runtime').iterdir()).name}/"
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"]
    given = constants(home=home, other=other, info=info, code=PYTHON)
    assert [] == got_out(page.evaluate(IN_WORKER, given + ESCAPES_OF_PYTHON))
    assert [] == Heard.heard


def test_every_page_has_the_one_policy(site: Path) -> None:
    """Nothing was left out by the build."""
    pages = [page.read_text() for page in sorted(site.rglob("*.html")) if page.name != "open-me.html"]
    policies = {page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0] for page in pages}
    assert (1, True) == (len(policies), "default-src 'self'" in next(iter(policies)))
    assert [] == [fault for page in pages for fault in finds(page).faults]


def test_no_page_breaks_its_own_policy(chromium_page: Page, site: Path, site_url: str) -> None:
    """Every page loads without a word in the console, and asks no other host for anything."""
    complaints: list[str] = []
    page = chromium_page
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("request", lambda sent: complaints.append(sent.url) if is_elsewhere(sent.url, site_url) else None)
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        page.goto(site_url if folder == "." else f"{site_url}{folder}/")
    assert [] == complaints


def is_elsewhere(url: str, home: str) -> bool:
    """Tells whether an address is of another host."""
    return not url.startswith((home, "blob:", "data:"))


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

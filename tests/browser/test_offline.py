"""The site without a network: what was kept works whole, and versions never mix."""

import http.server
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_server import address, serve
from night import EVERY
from playwright.sync_api import LocatorAssertions, Page, expect
from strides import some
from telling import unfold

from followup_site.publish.offline import write_offline

pytestmark = pytest.mark.browser

TOOLS = some(("planner", "writer", "checker", "call-sheet", "what-now"), check=5, test=2)
MINUTE = 60_000
ASK = """async ([home, text]) => {
    const runtime = await import(new URL("assets/app/runtime.js", home).href);
    return runtime.ask(text);
}"""
MISSING = """async (addresses) => {
    const missing = [];
    for (const address of addresses) {
        const text = await fetch(address).then((response) => response.text(), () => "");
        if (!text.includes("<h1")) missing.push(address);
    }
    return missing;
}"""
UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); }"
SAVES_DATA = "Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })"
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });"""
# What a service worker meets in a browser that has no room, or none left for the larger files; or forbids it all.
NO_ROOM = "Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));"
LITTLE_ROOM = """const put = Cache.prototype.put;
Cache.prototype.put = function (request, response) {
    if (!String(request.url ?? request).includes("image.wasm")) return put.call(this, request, response);
    return Promise.reject(new DOMException("", "QuotaExceededError"));
};"""
FORBIDDEN = "CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'));"
# Slow enough for a reader to turn pages meanwhile.
SLOW = """const get = self.fetch;
self.fetch = async (...asked) => { await new Promise((done) => setTimeout(done, 50)); return get(...asked); };"""
UNPACKED = ("*.br", "*.gz", "open-me.html")
NO_WORKERS = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })"


@pytest.fixture(scope="session")
def smaller(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the home page, the guide and the tools alone: to keep all of a site needs not many pages."""
    folder = tmp_path_factory.mktemp("smaller") / "site"
    ignored = shutil.ignore_patterns(*UNPACKED, "letters", "questions", "evidence", "sources", "developers", "hosts")
    shutil.copytree(site, folder, ignore=ignored)
    write_offline(folder)
    return folder


@pytest.fixture
def copy(request: pytest.FixtureRequest, site: Path, smaller: Path, tmp_path: Path) -> Path:
    """Gives a copy without packed files, which a test may change: of a part of the site, or of the whole if asked."""
    source = site if getattr(request, "param", "") == "whole" else smaller
    return shutil.copytree(source, tmp_path / "site", ignore=shutil.ignore_patterns(*UNPACKED))


@pytest.fixture
def server(copy: Path) -> Iterator[http.server.ThreadingHTTPServer]:
    """Gives a running server of the copy, which a test may stop."""
    running = serve(copy)
    yield running
    stop(running)


def stop(server: http.server.ThreadingHTTPServer) -> None:
    """Stops a server; nothing listens any more."""
    server.shutdown()
    server.server_close()


def message(page: Page, name: str) -> LocatorAssertions:
    """Gives what is expected of one of the messages about offline use."""
    return expect(page.locator(f'[data-offline="{name}"]'))


def keep(page: Page, home: str) -> None:
    """Keeps the whole site with the button."""
    ask_to_keep(page, home)
    message(page, "kept").to_be_visible(timeout=2 * MINUTE)


def ask_to_keep(page: Page, home: str) -> None:
    """Presses the button, which says how much it takes."""
    page.goto(home)
    offer = page.locator('[data-offline="offer"]')
    expect(offer).to_contain_text(re.compile(r"It takes [1-9]\d*\.\d MB"), timeout=MINUTE)
    offer.get_by_role("button").click()


def end_workers(page: Page) -> None:
    """Ends the service worker, as a browser does after half a minute; only Chromium can be told to."""
    opened = page.context.browser
    if opened and opened.browser_type.name == "chromium":
        session = page.context.new_cdp_session(page)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")


def put_first(copy: Path, script: str) -> None:
    """Lets the service worker begin with something."""
    worker = copy / "service-worker.js"
    worker.write_text(script + worker.read_text())


def use(page: Page) -> None:
    """Asks the tool of the page, after answering its question if it asks one first."""
    question = page.locator("followup-tool .what-now [type=radio]")
    if question.count():
        question.first.check()
    held = page.locator("followup-radios [value=onsite]")
    if held.count():
        held.check()
    # In a writer that opens on its letter the button lies in a fold.
    page.locator("followup-tool form [type=submit]").evaluate("button => button.click()")


def answered_or_asked(page: Page) -> None:
    """Waits until Python gave an answer, or said what is missing."""
    expect(page.locator("followup-tool")).to_have_attribute(
        "data-state", re.compile("answered|problems"), timeout=MINUTE
    )


def paths(site: Path) -> list[str]:
    """Gives the address of every page, from the site's root."""
    found = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return ["" if path == "." else f"{path}/" for path in found]


def rewrite(page: Path, old: str, new: str) -> None:
    """Changes the words of a page; nothing to change is a mistake of the test."""
    text = page.read_text()
    assert old in text
    page.write_text(text.replace(old, new))


@pytest.mark.parametrize("copy", ["whole" if EVERY else "smaller"], indirect=True)
def test_with_the_server_stopped_every_page_opens_and_python_answers(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer
) -> None:
    """The reader has asked for everything, and gets it: pages, and tools for a country never looked at."""
    home = address(server)
    keep(page, home)
    stop(server)
    assert [] == page.evaluate(MISSING, [home + path for path in paths(copy)])
    for path in ("tools/call-sheet/", "guide/silence/", ""):
        page.goto(home + path)
        assert home + path == page.url
    lisbon = {"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "Europe/Lisbon"}
    fields = {"rounds": [lisbon], "country": "PT", "subdivision": "", "my_zone": "Asia/Tokyo"}
    request = json.dumps({"tool": "planner", "now": "2027-01-07T16:00:00+00:00", "fields": fields})
    assert [] == json.loads(page.evaluate(ASK, [home, request]))["problems"]


@pytest.mark.firefox_at_night
def test_each_tool_answers_in_its_page_with_the_server_stopped_once_its_reader_asked_for_it(
    page: Page, server: http.server.ThreadingHTTPServer
) -> None:
    """Using them was not enough, and each page still offers to keep them; one button keeps all."""
    home = address(server)
    for tool in TOOLS:
        page.goto(f"{home}tools/{tool}/")
        use(page)
        answered_or_asked(page)
        message(page, "offer").to_be_visible(timeout=MINUTE)
    page.locator('[data-offline="offer"]').get_by_role("button").click()
    message(page, "kept").to_be_visible(timeout=2 * MINUTE)
    stop(server)
    for tool in TOOLS:
        page.goto(f"{home}guide/")
        page.goto(f"{home}tools/{tool}/")
        # What the planner was told is there, and it opens on its plan.
        if tool != "planner":
            use(page)
        answered_or_asked(page)


def test_what_was_read_is_kept_and_another_page_says_that_it_is_not(
    page: Page, server: http.server.ThreadingHTTPServer
) -> None:
    """Who has asked for nothing has the home page and the pages visited, the first one too."""
    home = address(server)
    page.goto(f"{home}guide/thank-you/")
    message(page, "offer").to_be_visible(timeout=MINUTE)
    page.goto(f"{home}guide/phone/")
    stop(server)
    for path in ("guide/thank-you/", "guide/phone/", ""):
        page.goto(home + path)
        assert home + path == page.url
    page.goto(f"{home}guide/abroad/")
    message(page, "not-kept").to_be_visible()


@pytest.mark.firefox_at_night
def test_a_new_version_comes_whole_and_when_the_reader_says_so(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer
) -> None:
    """While half of it is on the server the old one stays whole; what was typed survives the change."""
    home, phone = address(server), copy / "guide" / "phone" / "index.html"
    keep(page, home)
    old = phone.read_text()
    rewrite(phone, "<h1", "<h1 class='newer'")
    write_offline(copy)
    new = phone.read_text()
    phone.write_text(old)
    page.evaluate(UPDATE)
    page.goto(f"{home}tools/planner/")
    message(page, "update").to_be_hidden()

    phone.write_text(new)
    page.evaluate(UPDATE)
    message(page, "update").to_be_visible(timeout=MINUTE)
    page.get_by_role("button", name="Later").click()
    message(page, "update").to_be_hidden()
    page.goto(f"{home}guide/phone/")
    expect(page.locator("h1.newer")).to_have_count(0)

    page.goto(f"{home}tools/planner/")
    use(page)
    answered_or_asked(page)
    unfold(page, "job")
    page.get_by_label("Company", exact=True).fill("Acme & Sons")
    with page.expect_event("load", timeout=2 * MINUTE):
        page.get_by_role("button", name="Use it now").click()
    message(page, "update").to_be_hidden(timeout=MINUTE)
    expect(page.locator("#planner-company")).to_have_value("Acme & Sons")
    page.goto(f"{home}guide/phone/")
    expect(page.locator("h1.newer")).to_have_count(1)
    stop(server)
    page.goto(f"{home}guide/silence/")
    assert f"{home}guide/silence/" == page.url


def test_a_page_of_a_newer_version_is_not_mixed_with_the_old(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer
) -> None:
    """A page not yet kept comes with the scripts of its own version."""
    home, html = address(server), page.locator("html")
    page.goto(home)
    message(page, "offer").to_be_visible(timeout=MINUTE)
    rewrite(copy / "guide" / "phone" / "index.html", "<h1", "<h1 class='newer'")
    (copy / "assets" / "look" / "opened.js").write_text("document.documentElement.dataset.newer = '';")
    page.goto(f"{home}guide/phone/")
    expect(page.locator("h1.newer")).to_have_count(1)
    expect(html).to_have_attribute("data-newer", "")
    end_workers(page)
    assert "newer" in page.evaluate(f"fetch('{home}assets/look/opened.js').then((response) => response.text())")
    page.goto(home)
    expect(page.locator("h1")).to_be_visible()
    expect(html).not_to_have_attribute("data-newer", "")


def test_a_browser_that_keeps_nothing_says_so_in_one_line(page: Page, site_url: str) -> None:
    """As in some private windows: the site works online."""
    page.add_init_script(NO_WORKERS)
    page.goto(site_url)
    message(page, "refused").to_be_visible(timeout=MINUTE)


@pytest.mark.firefox_at_night
@pytest.mark.parametrize(("meets", "told"), [(NO_ROOM, "full"), (FORBIDDEN, "refused")])
def test_a_browser_without_room_says_so_at_the_first_visit(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer, meets: str, told: str
) -> None:
    """Nothing can be kept, and the site works online."""
    put_first(copy, meets)
    page.goto(address(server))
    message(page, told).to_be_visible(timeout=MINUTE)
    page.goto(f"{address(server)}guide/silence/")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.firefox_at_night
def test_a_full_disk_leaves_the_site_working_online(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer
) -> None:
    """The browser has less room than the site takes; it says so once, and the next page blames no network."""
    put_first(copy, LITTLE_ROOM)
    ask_to_keep(page, address(server))
    message(page, "full").to_be_visible(timeout=MINUTE)
    page.goto(f"{address(server)}guide/silence/")
    expect(page.locator("h1")).to_be_visible()
    message(page, "offer").to_be_visible(timeout=MINUTE)


@pytest.mark.firefox_at_night
def test_pages_turned_while_the_site_is_fetched_show_how_far_it_is(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer
) -> None:
    """Only when a file cannot be had any more do they say so, and offer to go on."""
    put_first(copy, SLOW)
    ask_to_keep(page, address(server))
    message(page, "keeping").to_contain_text(re.compile(r"[1-9]\d*\.\d of [1-9]\d*\.\d MB"), timeout=MINUTE)
    page.goto(f"{address(server)}guide/silence/")
    message(page, "keeping").to_be_visible(timeout=MINUTE)
    assert 0 < page.locator("followup-offline progress").evaluate("(bar) => bar.value / bar.max") < 1
    shutil.rmtree(copy)
    message(page, "lost").to_be_visible(timeout=MINUTE)


# Which of these pages the browser has.
KEPT_PAGES = """async (paths) => {
    const kept = [];
    for (const name of await caches.keys())
        kept.push(...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1)));
    return paths.filter((path) => kept.includes(path));
}"""


@pytest.mark.firefox_at_night
@pytest.mark.by_day(1)
@pytest.mark.parametrize("line", ["void 0", SAVES_DATA], ids=["any line", "a line paid by the megabyte"])
def test_every_reader_is_asked_before_the_site_is_kept(page: Page, site_url: str, line: str) -> None:
    """Who uses a tool and turns a page has what these two took, and the offer; the other pages stay on the server."""
    page.add_init_script(line)
    page.goto(f"{site_url}tools/checker/")
    page.fill("[name='draft']", "Dear Dana,")
    use(page)
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=MINUTE)
    message(page, "offer").to_be_visible(timeout=MINUTE)
    page.goto(f"{site_url}guide/silence/")
    message(page, "offer").to_be_visible(timeout=MINUTE)
    page.wait_for_timeout(1000)
    message(page, "offer").to_be_visible()
    kept = page.evaluate(KEPT_PAGES, ["tools/checker/", "guide/phone/", "tools/planner/"])
    assert ["tools/checker/"] == kept


def test_a_browser_that_forbids_storage_still_plans(page: Page, site_url: str) -> None:
    """Nothing survives a reload, and nothing else is lost."""
    page.add_init_script(NO_STORAGE)
    page.goto(f"{site_url}tools/planner/")
    use(page)
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=MINUTE)


# Damages kept files as a failing disk would: the content of each that has this in its address.
DAMAGE = """async (names) => {
    let damaged = 0;
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            if (!names.some((part) => request.url.includes(part))) continue;
            const { headers } = await cache.match(request);
            await cache.put(request, new Response("throw 1", { headers }));
            damaged += 1;
        }
    }
    return damaged;
}"""


COUNT_DAMAGED = """async (names) => {
    let damaged = 0;
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            if (!names.some((part) => request.url.includes(part))) continue;
            if ((await (await cache.match(request)).text()) === "throw 1") damaged += 1;
        }
    }
    return damaged;
}"""


# Counts the kept files with this in their address.
COUNT = """async (part) => {
    let count = 0;
    for (const name of await caches.keys()) {
        count += (await (await caches.open(name)).keys()).filter(({ url }) => url.includes(part)).length;
    }
    return count;
}"""


@pytest.mark.firefox_at_night
def test_a_damaged_file_is_found_when_it_is_given_and_fetched_again(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer
) -> None:
    """A script, a style sheet and a page, each broken in the browser's own cache."""
    home = address(server)
    keep(page, home)
    page.goto(f"{home}tools/planner/")
    sheet = next((copy / "assets/stylesheets").glob("*.css")).name
    assert 3 <= page.evaluate(DAMAGE, ["app/main.js", sheet, "tools/planner/"])
    end_workers(page)
    # Firefox counts a fetch that the reload cuts off as an error of the page.
    page.wait_for_load_state("networkidle")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.reload()
    expect(page.locator("followup-tool form [type=submit]")).to_be_visible()
    use(page)
    expect(page.locator("followup-tool")).not_to_have_attribute("data-state", "idle", timeout=MINUTE)
    assert [] == wrong
    # A browser may have the script and the sheet in its memory and ask nobody; this asks.
    addresses = [f"{home}{name}" for name in ("assets/app/main.js", f"assets/stylesheets/{sheet}", "tools/planner/")]
    asked = "(all) => Promise.all(all.map(async (one) => (await (await fetch(one)).text()).slice(0, 7)))"
    assert "throw 1" not in page.evaluate(asked, addresses)
    assert 0 == page.evaluate(COUNT_DAMAGED, ["app/main.js", sheet, "tools/planner/"])


@pytest.mark.firefox_at_night
def test_a_damaged_image_is_dropped_once_the_page_has_its_answer(
    page: Page, copy: Path, server: http.server.ThreadingHTTPServer
) -> None:
    """It is given as it is kept, so that nobody waits; the page answers from its bundle, and the next visit from it."""
    if not list((copy / "assets/runtime").glob("*/image.wasm")):
        pytest.skip("this site was built without an image")
    home = address(server)
    keep(page, home)
    page.goto(f"{home}tools/planner/")
    assert 1 == page.evaluate(DAMAGE, ["image.wasm"])
    end_workers(page)
    page.wait_for_load_state("networkidle")
    page.reload()
    use(page)
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=MINUTE)
    page.wait_for_function(f"async () => await ({COUNT_DAMAGED})(['image.wasm']) === 0", timeout=MINUTE)
    page.reload()
    use(page)
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=MINUTE)
    page.wait_for_function(f"async () => await ({COUNT})('image.wasm') === 1", timeout=MINUTE)

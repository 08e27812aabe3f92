"""The site, unpacked from its zip, works at any path of any host: packed or not, with right types or wrong ones."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from local_server import QuietHandler, address, serve
from night import EVERY
from playwright.sync_api import Page, expect

from followup_site.publish import servers

pytestmark = pytest.mark.browser

ZIP = Path(__file__).parents[2] / "build" / "after-the-interview.zip"
ASK = """async ([home, text]) => {
    const runtime = await import(new URL("assets/app/runtime.js", home).href);
    return runtime.ask(text);
}"""
ROUND = {"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}
REQUEST = {"tool": "planner", "now": "2027-01-07T16:00:00-05:00", "fields": {"rounds": [ROUND], "country": "US"}}
LINES = "location /after/ {{ alias {site}/; gzip_static on; }}"


class WrongTypes(QuietHandler):
    """A host that knows pages, styles and scripts, and calls all else text."""

    def guess_type(self, path: object) -> str:
        """Gives the type of what no browser does without, or plain text."""
        known = str(path).endswith((".html", "/", ".css", ".js", ".svg"))
        return super().guess_type(str(path)) if known else "text/plain"


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[str]:
    """Debian's nginx with packed files, below a path."""
    with servers.nginx(LINES.format(site=site.resolve()), folder) as port:
        yield f"http://127.0.0.1:{port}/after/"


@contextmanager
def python(site: Path, folder: Path) -> Iterator[str]:
    """Python's own server, which packs nothing, below a path."""
    (folder / "deep").mkdir()
    (folder / "deep" / "after").symlink_to(site.resolve())
    running = serve(folder)
    yield address(running) + "deep/after/"
    running.shutdown()


@contextmanager
def wrong(site: Path, folder: Path) -> Iterator[str]:
    """A host with wrong types."""
    running = serve(site, WrongTypes)
    yield address(running)
    running.shutdown()


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the folder that somebody has who took the zip."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(ZIP) as archive:
        archive.extractall(folder)
    return folder


# Python's own server stands in every other test too: below a path it is tried by night.
HOSTS = {"nginx": nginx, "wrong-types": wrong} | ({"python": python} if EVERY else {})


@pytest.fixture(params=[*HOSTS.values()], ids=[*HOSTS])
def home(request: pytest.FixtureRequest, unpacked: Path, tmp_path: Path) -> Iterator[str]:
    """Gives the site's address at each host in turn."""
    host: Callable[[Path, Path], object] = request.param
    with host(unpacked, tmp_path) as served:  # type: ignore[attr-defined]
        yield served


def files(folder: Path) -> dict[str, bytes]:
    """Gives the digest of every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).digest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_zip_unpacks_to_the_site(site: Path, unpacked: Path) -> None:
    """What is tried at the hosts below is what was built."""
    assert files(site) == files(unpacked)


@pytest.mark.firefox_at_night
def test_pages_tools_and_keeping_work_at_any_host(page: Page, home: str) -> None:
    """A page has its style, Python answers, and the site can be kept; the console says nothing."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{home}guide/")
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    page.locator("article a[href$='thank-you/']").first.click()
    page.wait_for_url(f"{home}guide/thank-you/")
    page.goto(f"{home}tools/planner/")
    assert [] == json.loads(page.evaluate(ASK, [home, json.dumps(REQUEST)]))["problems"]
    page.locator('[data-offline="offer"]').get_by_role("button").click(timeout=120_000)
    expect(page.locator('[data-offline="kept"]')).to_be_visible(timeout=120_000)
    assert [] == complaints


def test_a_packing_host_sends_a_fraction(site: Path, tmp_path: Path) -> None:
    """The packed siblings are taken as they are by a server that knows of them."""
    import http.client

    image = next((site / "assets" / "runtime").glob("*/*.wasm"))
    with nginx(site, tmp_path) as served:
        host, _, path = served.removeprefix("http://").partition("/")
        connection = http.client.HTTPConnection(host)
        connection.request("GET", f"/{path}{image.relative_to(site)}", headers={"accept-encoding": "gzip"})
        sent = connection.getresponse()
        length, headers = len(sent.read()), sent.headers
    assert ("gzip", "application/wasm") == (headers["content-encoding"], headers["content-type"])
    assert length < image.stat().st_size / 2

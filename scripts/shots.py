"""Takes pictures of every kind of page, narrow and wide, light and dark, into build/shots/."""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from followup_site.publish import chromium
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
SHOTS = ROOT / "build" / "shots"
PAGES = (
    "",
    "guide/",
    "guide/thank-you/",
    "guide/calling/",
    "guide/timeline/",
    "tools/",
    "tools/planner/",
    "tools/writer/",
    "tools/checker/",
    "tools/call-sheet/",
    "tools/what-now/",
    "tools/interviews/",
    "letters/",
    "sources/",
    "sources/rules/",
    "sources/disagreements/",
    "about/faq/",
    "about/glossary/",
    "about/privacy/",
    "about/licences/",
    "hosts/",
    "developers/",
    "developers/door/",
    "developers/flow/",
    "developers/performance/",
    "404.html",
    "open-me.html",
)
WIDTHS = (390, 1280)
PALETTES = ("light", "dark")
HEIGHT = 844


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Gives the address of a folder served on a free port, ending in a slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def shoot(browser: Browser, address: str, width: int, palette: str) -> None:
    """Takes one picture of each page in one width and palette, and one of the open menu or search."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if palette == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for path in PAGES:
        page.goto(address + path, wait_until="load")
        # Tools put their first answer in place a moment after the page has loaded.
        page.wait_for_timeout(300)
        page.screenshot(path=SHOTS / f"{_name(path)}-{width}-{palette}.png", full_page=True)
    _shoot_furniture(page, address, f"{width}-{palette}")
    context.close()


def _shoot_furniture(page: Page, address: str, look: str) -> None:
    page.goto(address + "guide/thank-you/")
    if page.get_by_role("button", name="Menu", exact=True).is_visible():
        page.get_by_role("button", name="Menu", exact=True).click()
        page.wait_for_timeout(300)
        page.screenshot(path=SHOTS / f"menu-{look}.png")
        page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("voicemail")
    page.wait_for_timeout(800)
    page.screenshot(path=SHOTS / f"search-{look}.png")


def _name(path: str) -> str:
    return path.removesuffix(".html").strip("/").replace("/", "-") or "home"


def main() -> int:
    """Takes all pictures of the built site; gives the exit status."""
    if not (SITE / "index.html").exists():
        print(site_words("commands.shots.build_first"), file=sys.stderr)
        return 2
    SHOTS.mkdir(parents=True, exist_ok=True)
    with served(SITE) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium.PATH, args=chromium.FLAGS)
        for width in WIDTHS:
            for palette in PALETTES:
                shoot(browser, address, width, palette)
        browser.close()
    count = len(list(SHOTS.glob("*.png")))
    print(site_words("commands.shots.taken", count=count, folder=SHOTS.relative_to(ROOT)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Serves a folder on a free port of this machine, in a thread of its own."""

import functools
import http.server
import threading
from pathlib import Path

from playwright.sync_api import Page


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def serve(folder: Path, handler: type[QuietHandler] = QuietHandler) -> http.server.ThreadingHTTPServer:
    """Gives a running server of a folder on a free port of this machine; the caller shuts it down."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def address(server: http.server.ThreadingHTTPServer) -> str:
    """Gives the address of a server, ending in a slash."""
    return f"http://127.0.0.1:{server.server_port}/"


def built_for(page: Page, site: Path, url: str) -> None:
    """Lets a page find the list of pages that a build for this address has; instant navigation needs it."""
    places = [path.parent.relative_to(site).as_posix() + "/" for path in sorted(site.rglob("index.html"))]
    every = "".join(f"<url><loc>{url}{'' if place == './' else place}</loc></url>" for place in places)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=f"<urlset>{every}</urlset>", content_type="text/xml"))

"""Serves the built site: right types, packed files where the browser takes them, any path."""

import mimetypes
from os import PathLike, stat_result
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

# Not every machine's own list knows these, and a browser is strict about the first two.
TYPES = {
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".ics": "text/calendar",
}
# The smaller first: a browser that takes both gets it.
PACKINGS = {"br": ".br", "gzip": ".gz"}

for ending, kind in TYPES.items():
    mimetypes.add_type(kind, ending)


def app(site: Path, prefix: str = "/") -> Starlette:
    """Gives a server of the built site below a path such as "/after/"."""
    return Starlette(routes=[Mount(prefix.rstrip("/"), SiteFiles(directory=site, html=True, check_dir=False))])


class SiteFiles(StaticFiles):
    """The files of a site, sent packed when a packed one stands beside them."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Gives the file, or its packed sibling under the file's own type."""
        path = Path(full_path)
        packing = _packing(path, Headers(scope=scope).get("accept-encoding", ""))
        sent = path.with_name(path.name + PACKINGS[packing]) if packing else path
        response = super().file_response(sent, sent.stat(), scope, status_code)
        response.headers.update(_headers(path, packing))
        if isinstance(response, FileResponse):
            response.headers["content-type"] = _type(path)
        return response


def _packing(path: Path, accepted: str) -> str:
    names = {name.split(";")[0].strip() for name in accepted.split(",")}
    there = (name for name in PACKINGS if name in names and path.with_name(path.name + PACKINGS[name]).exists())
    return next(there, "")


def _headers(path: Path, packing: str) -> dict[str, str]:
    # The runtime's folder is named by its content, so what is in it never changes; of all else the browser asks again.
    lasting = path.parent.parent.name == "runtime"
    headers = {
        "cache-control": "public, max-age=31536000, immutable" if lasting else "no-cache",
        "vary": "accept-encoding",
    }
    return headers | ({"content-encoding": packing} if packing else {})


def _type(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

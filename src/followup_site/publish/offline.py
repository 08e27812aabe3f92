"""Writes the service worker that keeps the site in a reader's browser, with the list of what there is."""

import base64
import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from followup_site.publish.joining import joined
from followup_site.publish.python_archive import ROOT
from followup_site.publish.web_manifest import NAME as MANIFEST

ASSETS = ROOT / "overrides" / "assets"
WORK = ROOT / "build" / "offline"
NAME = "service-worker.js"
# Packed siblings are for the host; the page for double-clicks needs no keeping.
LEFT_OUT = (".br", ".gz", ".map", "open-me.html", NAME)
# What Python starts from, and all of Python that a reader keeps unless the browser cannot run it.
IMAGE = "image.wasm"
RUNTIME = "assets/runtime/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A file of the site: its address from the site's root, how to know it, and who keeps it.

    `part` is "shell" for every reader, "rest" for who wants everything, "spare" for who needed it.
    """

    url: str
    revision: str | None
    integrity: str
    size: int
    part: str


def write_offline(site: Path) -> tuple[Entry, ...]:
    """Gives what the worker may keep after writing it, with its list, into the site's root."""
    # The sources came along with the theme's assets; only the bundle is of use.
    shutil.rmtree(site / "assets" / "offline", ignore_errors=True)
    listed = tuple(entries(site))
    for folder in ("offline", "app"):
        shutil.copytree(ASSETS / folder, WORK / folder, dirs_exist_ok=True)
    worker = WORK / "offline"
    (worker / "files.js").write_text(f"export const files = {json.dumps([asdict(entry) for entry in listed])};")
    (site / NAME).write_text(joined(worker / NAME, "--format=iife", '--define:process.env.NODE_ENV="production"'))
    return listed


def entries(site: Path) -> Iterator[Entry]:
    """Gives every file that a reader may want to keep."""
    has_image = any((site / RUNTIME).glob(f"*/{IMAGE}"))
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.endswith(LEFT_OUT):
            yield _entry(name, path.read_bytes(), part=_part(name, has_image))


def _entry(name: str, content: bytes, part: str) -> Entry:
    digest = hashlib.sha256(content).digest()
    return Entry(
        url=name.removesuffix("index.html") if name.endswith("/index.html") or name == "index.html" else name,
        # The runtime's address tells its content already, so what the page has fetched need not be fetched again.
        revision=None if name.startswith(RUNTIME) else digest.hex()[:16],
        integrity=f"sha256-{base64.b64encode(digest).decode()}",
        size=len(content),
        part=part,
    )


def _part(name: str, has_image: bool) -> str:
    if name.startswith(RUNTIME):
        return "spare" if has_image and not name.endswith(IMAGE) else "rest"
    shell = name.startswith(("assets/", "search/")) or name in ("index.html", "404.html", "sitemap.xml", MANIFEST)
    return "shell" if shell else "rest"

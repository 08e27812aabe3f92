"""Serves the site: builds it first if need be, says what it does, and builds it again when a source changes."""

import argparse
import asyncio
import os
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import uvicorn
from watchfiles import DefaultFilter, awatch

from followup import data
from followup_site.publish.ports import is_free
from followup_site.publish.serving import app
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
KEPT = ROOT / "build" / "kept"
SOURCES = [
    path for name in ("docs", "src", "overrides", "packages", "host", "mkdocs.yml") if (path := ROOT / name).exists()
]
# After so many seconds without a change the long build follows: it makes the image, the zip and open-me.html.
AT_REST = 20


async def main(port: int, prefix: str) -> None:
    """Serves until interrupted."""
    if newer_than_the_site():
        # The published Python is there at once; the image takes minutes when it must be made.
        await build(site_words("commands.serve.quick"), "--quick", frozen=any(KEPT.glob("*/image.wasm")))
    server = uvicorn.Server(uvicorn.Config(app(SITE, prefix), host="127.0.0.1", port=port, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    while not (server.started or serving.done()):
        await asyncio.sleep(0.05)
    address = f"http://127.0.0.1:{port}{prefix}"
    print(site_words("commands.serve.at", name=data.name(), address=address), flush=True)
    watching = asyncio.create_task(build_again())
    await serving
    watching.cancel()


async def build_again() -> None:
    """Builds whole once, and after each change: in short at once, whole when nothing has changed for a while."""
    changes = asyncio.Event()
    watching = asyncio.create_task(note(changes))
    is_whole = (
        not newer_than_the_site() and (ROOT / "build" / "after-the-interview.zip").exists() and any(KEPT.glob("*"))
    )
    while not watching.done():
        if not is_whole and not changes.is_set():
            is_whole = await build_whole(changes)
        try:
            await asyncio.wait_for(changes.wait(), None if is_whole else AT_REST)
        except TimeoutError:
            continue
        changes.clear()
        await build(site_words("commands.serve.again"), "--quick", frozen=any(KEPT.glob("*/image.wasm")))
        is_whole = False
        await settled(changes)


async def build_whole(changes: asyncio.Event) -> bool:
    """Gives whether the long build came to a good end; a change ends it: nobody waits minutes to see one."""
    building = asyncio.create_task(build(site_words("commands.serve.whole")))
    changed = asyncio.create_task(changes.wait())
    try:
        await asyncio.wait((building, changed), return_when=asyncio.FIRST_COMPLETED)
    finally:
        building.cancel()
        changed.cancel()
    status, _ = await asyncio.gather(building, changed, return_exceptions=True)
    return status == 0


async def note(changes: asyncio.Event) -> None:
    """Tells of every change of a source."""
    async for found in awatch(*SOURCES, watch_filter=DefaultFilter()):
        print(site_words("commands.serve.changed", file=Path(min(found)[1]).name), flush=True)
        changes.set()


async def settled(changes: asyncio.Event) -> None:
    """Waits until nothing has changed for a while, or something has."""
    try:
        await asyncio.wait_for(changes.wait(), AT_REST)
    except TimeoutError:
        return


async def build(done: str, *options: str, frozen: bool = True) -> int:
    """Gives the exit status of a build in a process of its own, and says how long it took."""
    begun = time.monotonic()
    print(site_words(f"commands.serve.{'building' if options else 'building_whole'}"), flush=True)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        ROOT / "scripts" / "make_site.py",
        *options,
        cwd=ROOT,
        env=os.environ | ({} if frozen else {"FREEZE": "0"}),
        stdout=asyncio.subprocess.DEVNULL,
        # Its own programs end with it.
        start_new_session=True,
    )
    try:
        status = await process.wait()
    except asyncio.CancelledError:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        await process.wait()
        raise
    said = done if status == 0 else site_words("commands.serve.failed")
    print(site_words("commands.serve.done", said=said, seconds=time.monotonic() - begun), flush=True)
    return status


def newer_than_the_site() -> bool:
    """True where there is no site, or a source has changed since it was built."""
    index = SITE / "index.html"
    return not index.exists() or any(path.stat().st_mtime > index.stat().st_mtime for path in files(SOURCES))


def files(places: Iterable[Path]) -> Iterable[Path]:
    """Gives every file in some folders, and the places that are files themselves."""
    for place in places:
        yield from (
            [place]
            if place.is_file()
            else (path for path in place.rglob("*") if "__pycache__" not in path.parts and path.is_file())
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--prefix", default="/", help=site_words("commands.serve.prefix"))
    options = parser.parse_args()
    if not is_free(options.port):
        sys.exit(site_words("commands.serve.taken", port=options.port, next=options.port + 1))
    try:
        asyncio.run(main(options.port, options.prefix))
    except KeyboardInterrupt:
        print()

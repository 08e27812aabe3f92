"""Builds the site if need be, serves it, and builds it again when a source changes."""

import argparse
import asyncio
import sys
from pathlib import Path

import uvicorn
from watchfiles import DefaultFilter, awatch

from followup_site.publish.serving import app

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
SOURCES = [ROOT / name for name in ("docs", "src", "overrides", "scripts", "mkdocs.yml")]


async def main(port: int, prefix: str) -> None:
    """Serves until interrupted."""
    if not (SITE / "index.html").exists():
        await build()
    server = uvicorn.Server(uvicorn.Config(app(SITE, prefix), host="127.0.0.1", port=port, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    while not (server.started or serving.done()):
        await asyncio.sleep(0.05)
    print(f"After the Interview is at http://127.0.0.1:{port}{prefix} (Ctrl+C ends it)", flush=True)
    watching = asyncio.create_task(build_again())
    await serving
    watching.cancel()


async def build_again() -> None:
    """Builds after each change; the old site is served until the new one is whole."""
    async for changes in awatch(*SOURCES, watch_filter=DefaultFilter()):
        print(f"Building again: {Path(min(changes)[1]).name}", flush=True)
        # The first build writes the zip too; while somebody edits, nobody needs it.
        print("Built." if await build("--quick") == 0 else "Not built; the site is as it was.", flush=True)


async def build(*options: str) -> int:
    """Gives the exit status of a build in a process of its own, which reads changed modules anew."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, ROOT / "scripts" / "make_site.py", *options, cwd=ROOT
    )
    return await process.wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--prefix", default="/", help="the path of the site on this server, such as /after/")
    options = parser.parse_args()
    try:
        asyncio.run(main(options.port, options.prefix))
    except KeyboardInterrupt:
        print()

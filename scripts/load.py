"""Asks nginx for the built site with fifty connections at once for half a minute, and says what a month would cost."""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from followup_site.publish.offline import entries
from followup_site.publish.servers import nginx
from followup_site.words.wording import site_words

ROOT = Path(__file__).parents[1]
CONNECTIONS, SECONDS, PATIENCE_SECONDS, SEED = 50, 30, 10, 7
READERS, GIGABYTE = 1_000_000, 10**9
# An assumption: dollars for a gigabyte, from a cheap network of servers to a dear one.
PRICES = (0.01, 0.085)


def main() -> int:
    """Fails at the first answer that is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--seconds", type=int, default=SECONDS)
    told = parser.parse_args()
    counted = asyncio.run(loaded(told.site.resolve(), told.seconds))
    cold = json.loads((ROOT / "docs" / "developers" / "performance.json").read_text())["figures"]["bytes_cold"]["ours"]
    month = READERS * cold / GIGABYTE
    cheap, dear = PRICES
    said = site_words(
        "commands.load.found",
        answers=counted["answers"],
        seconds=told.seconds,
        connections=CONNECTIONS,
        errors=counted["errors"],
        speed=counted["bytes"] / told.seconds / 1e6,
        cold=cold / 1e6,
        rest=at_rest(told.site) / 1e6,
        month=month,
        least=month * cheap,
        most=month * dear,
    )
    print(said)
    return int(counted["errors"] > 0 or not counted["answers"])


async def loaded(site: Path, seconds: int) -> Counter[str]:
    """What came of all connections together."""
    paths = sorted("/" + path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    paths += sorted("/" + path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.js"))
    counted: Counter[str] = Counter()
    lines = f"location / {{ root {site}; gzip_static on; }}"
    with tempfile.TemporaryDirectory() as folder, nginx(lines, Path(folder)) as port:
        until = time.monotonic() + seconds
        await asyncio.gather(*(reader(port, paths, number, until, counted) for number in range(CONNECTIONS)))
    return counted


async def reader(port: int, paths: Sequence[str], seed: int, until: float, counted: Counter[str]) -> None:
    """One connection: page after page, and a new connection after an error."""
    asked = random.Random(SEED + seed)
    while time.monotonic() < until:
        try:
            incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
            while time.monotonic() < until:
                size = await asyncio.wait_for(answer(incoming, outgoing, asked.choice(paths)), PATIENCE_SECONDS)
                counted["answers"] += 1
                counted["bytes"] += size
            outgoing.close()
        except (OSError, ValueError, asyncio.IncompleteReadError, TimeoutError):
            counted["errors"] += 1


async def answer(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter, path: str) -> int:
    """The bytes of one answer; raises ValueError where it is not the file."""
    outgoing.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    head = (await incoming.readuntil(b"\r\n\r\n")).decode("latin-1").casefold()
    size = next(int(line[15:]) for line in head.split("\r\n") if line.startswith("content-length:"))
    body = await incoming.readexactly(size)
    if not head.startswith("http/1.1 200 ") or not body:
        raise ValueError(head)
    return len(head) + size


def at_rest(site: Path) -> int:
    """How many bytes lie in a browser that keeps the site for offline: all but what stands in for the image."""
    return sum(entry.size for entry in entries(site) if entry.part != "spare")


if __name__ == "__main__":
    sys.exit(main())
